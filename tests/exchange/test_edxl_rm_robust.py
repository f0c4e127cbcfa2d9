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
from tests.exchange.rm_world import NOW, World, codes, element, message, said
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
        for each in (*brought.told, *brought.problems, *received.remarks):
            assert sentence(each, "nl")
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


def test_texts_without_end_are_cut_and_told_in_bearable_time() -> None:
    long = "a" * 100_000
    odd = message(
        "RequestResource", f"urn:{long}",
        element(f"e{long}", what=long, quantity=said(long), report_to=long,
                times=[("RequestedArrival", "1" * 100_000)]),
        contacts=[("Sender", long), ("Approver", long)], more=long,
    )  # fmt: skip
    began = time.perf_counter()
    world = World()
    brought = world.take(odd)
    assert time.perf_counter() - began < 5
    assert {"rm-cut", "rm-quantity-unread", "time-unreadable"} <= set(codes(brought))
    (request,) = world.book.requests
    assert request.title.endswith("…")
    assert request.external_id.startswith("sha256:")
    assert not world.take(odd).changes
    assert all(len(sentence(each)) < 500 for each in brought.told)


PERSON = (
    '<rm:AdditionalContactInformation xmlns:rm="urn:oasis:names:tc:emergency:EDXL:RM:1.0"'
    ' xmlns:xpil="urn:oasis:names:tc:ciq:xpil:3" xmlns:xnl="urn:oasis:names:tc:ciq:xnl:3">'
    "<xpil:PartyName><xnl:PersonName>"
    '<xnl:NameElement xnl:ElementType="FirstName">Anna</xnl:NameElement>'
    '<xnl:NameElement xnl:ElementType="LastName">Visser</xnl:NameElement>'
    "</xnl:PersonName></xpil:PartyName><xpil:ContactNumbers><xpil:ContactNumber>"
    "<xpil:ContactNumberElement>+31 53 0000000</xpil:ContactNumberElement>"
    "</xpil:ContactNumber></xpil:ContactNumbers></rm:AdditionalContactInformation>"
)


def test_a_contact_may_be_nothing_but_a_party_with_a_name_and_a_number() -> None:
    asks = (
        f'<ContactInformation><rm:ContactRole xmlns:rm="{RM}">Requester</rm:ContactRole>{PERSON}'
        "</ContactInformation>"
    )
    world = World()
    world.take(message("RequestResource", "r", asks, element("a")))
    (request,) = world.book.requests
    assert (request.requester, request.callback) == ("Anna Visser", "+31 53 0000000")
    assert request.region == "VR05"  # of the sender


def test_a_commit_after_messages_that_were_never_seen_here_finds_its_line() -> None:
    world = World()
    world.take(REQUEST)
    commit = message(
        "CommitResource", "c", element("x", answers=("line-2", "Accept"), what="Crew"),
        before="a-requisition-of-others",
    )  # fmt: skip
    world.take(commit)
    (promise,) = world.book.commitments()
    assert promise.resource == "handcrew"
    assert promise.line == world.book.lines(promise.request)[1].id
