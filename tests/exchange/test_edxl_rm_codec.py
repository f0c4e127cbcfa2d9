"""EDXL-RM to and from bytes: nothing is lost, and what is written fits the published schemas."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from kcr2desk.exchange.edxl_rm import codec, rules
from kcr2desk.exchange.edxl_rm.model import KINDS, MSG, Message
from kcr2desk.exchange.edxl_rm.reading import read
from kcr2desk.exchange.edxl_rm.writing import write
from tests.exchange.rm_messages import any_message, valid_message

SLOW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def read_one(data: bytes) -> Message:
    reading = read(data, "m.xml")
    assert not reading.problems
    (received,) = reading.messages
    return received.message


@SLOW
@given(message=any_message())
def test_any_message_comes_back_as_it_was(message: Message) -> None:
    assert read_one(write(message)) == message


UNKNOWN = (
    "<plain/>",
    '<x:a xmlns:x="urn:x">tekst<x:b/>en meer</x:a>',
    '<MessageID xmlns="urn:other">not ours</MessageID>',
    f'<n:Newer xmlns:n="{MSG}" when="later"><n:Deep><n:Deeper/></n:Deep></n:Newer>',
    '<t xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:k="urn:k" xsi:type="k:Kind"/>',
    '<p xml:space="preserve">  \n </p>',
)


def shape(element: etree._Element) -> object:
    """An element without the white space that only lays it out."""
    text = element.text or ""
    return (
        str(element.tag),
        sorted((str(n), str(v)) for n, v in element.attrib.items()),
        text if not len(element) or text.strip() else "",
        [(shape(child), (child.tail or "").strip()) for child in element],
    )


@SLOW
@given(message=any_message(), data=st.data())
def test_what_is_unknown_survives_at_its_place(message: Message, data: st.DataObject) -> None:
    root = codec.write_element(message)
    for _ in range(data.draw(st.integers(1, 8))):
        there = data.draw(st.sampled_from(list(root.iter())))
        if data.draw(st.booleans()):
            there.set(data.draw(st.sampled_from(["note", "{urn:a}note"])), data.draw(st.just("é<")))
            continue
        new = etree.fromstring(data.draw(st.sampled_from(UNKNOWN)))
        there.insert(data.draw(st.integers(0, len(there))), new)
    data_in = etree.tostring(root)
    wanted = shape(etree.fromstring(data_in))
    once = write(read_one(data_in))
    assert shape(etree.fromstring(once)) == wanted
    # Not to the byte: lxml names the prefix of an attribute (ns0, ns1) anew each time.
    assert shape(etree.fromstring(write(read_one(once)))) == wanted


@pytest.fixture(scope="module")
def schemas(shared_data: Path) -> dict[str, etree.XMLSchema]:
    folder = shared_data / "edxl-rm"
    if not folder.is_dir():
        pytest.skip("the EDXL-RM schemas (../shared/data/edxl-rm) are not beside this checkout")
    return {
        kind: etree.XMLSchema(etree.parse(str(folder / f"EDXL-RM{kind}.xsd"))) for kind in KINDS
    }


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_valid_against_its_schema(
    schemas: dict[str, etree.XMLSchema], kind: str
) -> None:
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(message=valid_message(kind))
    def check(message: Message) -> None:
        written = write(message)
        schemas[kind].assertValid(etree.fromstring(written))
        assert read_one(written) == message

    check()


@pytest.mark.parametrize("kind", KINDS)
def test_a_kept_rule_is_no_remark_and_a_broken_one_is(kind: str) -> None:
    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    @given(message=valid_message(kind))
    def check(message: Message) -> None:
        missing = {code for code, _ in rules.broken(message)}
        assert missing <= {"missing"}  # one of several may be left out, which no schema can say

    check()
    told = list(rules.broken(Message(kind=kind)))
    assert ("missing", "MessageID") in told
    assert ("missing", "ContactInformation") in told
