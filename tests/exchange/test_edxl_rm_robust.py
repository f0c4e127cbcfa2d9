"""EDXL-RM from strangers: hostile, broken, odd; always sentences, never an exception."""

from __future__ import annotations

import base64
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kcr2desk.exchange.edxl_rm import Message, read, to_changes, write
from kcr2desk.exchange.edxl_rm.model import MSG, RM
from kcr2desk.exchange.problems import sentence
from tests.exchange.rm_messages import any_message, valid_message
from tests.exchange.rm_world import NOW, World, element, message
from tests.exchange.test_edxl_rm_chain import REQUEST, TWO, wrapped

SLOW = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
CHAIN = ("RequestResource", "ResponseToRequestResource", "CommitResource", "ReleaseResource",
         "ReportResourceDeploymentStatus", "RequestReturn",
         "RequestExtendedDeploymentDuration")  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"PK\x03\x04zip", "not-xml-but"),
        (b"<html><body>log in</body></html>", "web-page"),
        (b"<feed/>", "rm-none-in"),
        (b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>', "doctype"),
        (b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>', "doctype"),
        (REQUEST.encode()[:-40], "truncated"),
        (REQUEST.encode() + b" " * 6_000_000, "too-large"),
        (f"<RequestResource xmlns='{MSG}'>{'<x/>' * 60_000}</RequestResource>".encode(),
         "rm-too-many"),
        (f"<RequestResource>{'<x>' * 200}{'</x>' * 200}</RequestResource>".encode(), "too-deep"),
        (b"<RequestResource>&nbsp;</RequestResource>", "entity-unknown"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_gets_a_sentence(data: bytes, code: str) -> None:
    reading = read(data, "m.xml")
    assert reading.messages == ()
    (problem,) = reading.problems
    assert problem.code == code
    assert sentence(problem, "nl").startswith("m.xml")


def test_a_hundred_megabytes_are_refused_at_once() -> None:
    data = b"<RequestResource>" + b"x" * 100_000_000 + b"</RequestResource>"
    began = time.perf_counter()
    (problem,) = read(data, "m.xml").problems
    assert problem.code == "too-large"
    assert time.perf_counter() - began < 1


def test_many_unknown_elements_are_read_in_bearable_time() -> None:
    data = f"<RequestResource xmlns='{MSG}'>{'<x/>' * 20_000}</RequestResource>".encode()
    began = time.perf_counter()
    (received,) = read(data, "m.xml").messages
    assert len(received.message.extras) == 20_000
    write(received.message)
    assert time.perf_counter() - began < 8


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(MSG, RM),
        lambda text: text.replace(f' xmlns="{MSG}"', "").replace(f' xmlns="{RM}"', ""),
        lambda text: text.replace(MSG, MSG.upper()),
        lambda text: text.replace(f'<RequestResource xmlns="{MSG}">',
                                  f'<a:RequestResource xmlns:a="{MSG}" xmlns="{MSG}">')
        .replace("</RequestResource>", "</a:RequestResource>"),
        lambda text: wrapped("Actual", text),
        lambda text: wrapped("Actual", text.replace("&", "&amp;").replace("<", "&lt;")),
        lambda text: (
            "<EDXLDistribution><distributionStatus>Actual</distributionStatus><contentObject>"
            "<nonXMLContent><mimeType>text/xml</mimeType><contentData>"
            + base64.b64encode(text.encode()).decode()
            + "</contentData></nonXMLContent></contentObject></EDXLDistribution>"
        ),
        lambda text: f"<soap><body>{text}</body></soap>",
    ],
)  # fmt: skip
def test_however_it_is_wrapped_and_prefixed_it_is_the_same_message(change) -> None:
    (plain,) = read(REQUEST.encode(), "m.xml").messages
    reading = read(change(REQUEST).encode(), "m.xml")
    assert not reading.problems
    (received,) = reading.messages
    assert received.message == plain.message
    assert received.status in ("", "Actual")


def test_a_file_of_several_messages_gives_each() -> None:
    reading = read(f"<all>{REQUEST}{TWO}</all>".encode(), "m.xml")
    assert [r.message.kind for r in reading.messages] == ["RequestResource", "CommitResource"]


def test_a_broken_rule_is_a_remark_with_its_line() -> None:
    odd = message("RequestResource", "r", element("a", times=[("ActualArrival", "nu")]))
    (received,) = read(odd.encode(), "m.xml").messages
    assert {"rm-value"} <= {each.code for each in received.remarks}
    for each in received.remarks:
        assert sentence(each, "en")
        assert sentence(each, "nl")


@SLOW
@given(told=any_message())
def test_any_message_brings_changes_that_fit_or_a_sentence(told: Message) -> None:
    check(told)


@SLOW
@given(told=st.sampled_from(CHAIN).flatmap(valid_message))
def test_any_valid_message_of_the_chain_brings_changes_that_fit_or_a_sentence(
    told: Message,
) -> None:
    check(told)


_WORLD = World()
_WORLD.take(REQUEST)
_WORLD.take(TWO)


def check(told: Message) -> None:
    (received,) = read(write(told), "m.xml").messages
    fresh = World()
    for owner in ("", "VR05"):
        brought = to_changes(_WORLD.book, received, now=NOW, by="test", owner=owner)
        for said in (*brought.told, *brought.problems, *received.remarks):
            assert sentence(said, "nl")
        assert not (brought.problems and brought.changes)
        assert brought.problems or brought.told
        alone = to_changes(fresh.book, received, now=NOW, by="test", owner=owner)
        fresh.save(alone.stream, alone.changes)
        again = to_changes(fresh.book, received, now=NOW, by="test", owner=owner)
        assert not again.changes


@SLOW
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_give_a_sentence(data: bytes) -> None:
    reading = read(data, "m.xml")
    assert reading.messages or reading.problems
    for problem in reading.problems:
        assert sentence(problem)


@SLOW
@given(data=st.data())
def test_a_message_with_pieces_cut_out_is_read_or_gets_a_sentence(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([REQUEST, TWO, wrapped("Actual", TWO)]))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 200)))
    reading = read((text[:start] + text[end:]).encode(), "m.xml")
    assert reading.messages or reading.problems
    for received in reading.messages:
        to_changes(_WORLD.book, received, now=NOW, by="test")
