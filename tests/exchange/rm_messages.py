"""EDXL-RM messages at random: any that can be written, and those that the schemas allow."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from hypothesis import strategies as st

from kcr2desk.exchange.edxl_rm import model, rules
from kcr2desk.exchange.edxl_rm.model import KINDS, Element, Message, Node, elements_of

ODD = "aZé0 \t\n\r<>&\"'\u00a0\u2028€😀]"
texts = st.text(
    st.one_of(
        st.sampled_from(ODD),
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"),
    ),
    max_size=12,
)
times = st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2100, 1, 1)).map(
    lambda at: at.isoformat() + "+02:00"
)
RAW = {
    "Address": '<rm:Address xmlns:rm="urn:oasis:names:tc:emergency:EDXL:RM:1.0">'
    '<xal:FreeTextAddress xmlns:xal="urn:oasis:names:tc:ciq:xal:3">'
    "<xal:AddressLine>Kazerne 1</xal:AddressLine></xal:FreeTextAddress></rm:Address>",
    "TargetArea": '<rm:TargetArea xmlns:rm="urn:oasis:names:tc:emergency:EDXL:RM:1.0">'
    '<gml:Point xmlns:gml="http://www.opengis.net/gml"><gml:pos>52.2 5.9</gml:pos></gml:Point>'
    "</rm:TargetArea>",
    "AdditionalContactInformation": "<rm:AdditionalContactInformation"
    ' xmlns:rm="urn:oasis:names:tc:emergency:EDXL:RM:1.0">'
    '<xpil:ContactNumbers xmlns:xpil="urn:oasis:names:tc:ciq:xpil:3"><xpil:ContactNumber>'
    "<xpil:ContactNumberElement>088 0000000</xpil:ContactNumberElement></xpil:ContactNumber>"
    "</xpil:ContactNumbers></rm:AdditionalContactInformation>",
    "TypeInfo": '<rmsg:TypeInfo xmlns:rmsg="urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg">'
    '<own:size xmlns:own="urn:x:own" own:of="4 > 3">groot <b>!</b></own:size></rmsg:TypeInfo>',
}
CHOICES = {
    (model.Contact, "role"): rules.ROLES,
    (model.Response, "type"): rules.RESPONSES,
    (model.Recall, "type"): rules.RECALLS,
}
CLOCK = {(Message, "sent"), (model.Status, "refreshed"), (model.Schedule, "at")}


@st.composite
def any_message(draw: st.DrawFn) -> Message:
    """Anything that can be written, allowed or not."""
    made = draw(_node(Message, draw(st.sampled_from(KINDS)), False))
    assert isinstance(made, Message)
    return made


def valid_message(kind: str) -> st.SearchStrategy[Message]:
    """What the schema of a kind allows."""
    return _node(Message, kind, True)


@st.composite
def _node(draw: st.DrawFn, cls: type[Node], kind: str, valid: bool) -> Any:
    fields: dict[str, Any] = {"kind": kind} if cls is Message else {}
    for name, element in elements_of(cls).items():
        place = (cls, name)
        needed = valid and kind in rules.REQUIRED.get(place, ())
        if valid and kind in rules.ABSENT.get(place, ()):
            continue
        if cls is model.Quantity and valid and name == "measured" and fields.get("texts"):
            continue
        needed = needed or (valid and cls is model.Quantity and name == "measured")
        one = _value(cls, name, element, kind, valid)
        if element.many:
            fields[name] = tuple(draw(st.lists(one, min_size=int(needed), max_size=2)))
        elif needed or draw(st.booleans()):
            fields[name] = draw(one)
    return cls(**fields)


def _value(
    cls: type[Node], name: str, element: Element, kind: str, valid: bool
) -> st.SearchStrategy[Any]:
    if element.holds == "xml":
        return st.just(RAW[element.name])
    if isinstance(element.holds, type):
        return _node(element.holds, kind, valid)
    if valid and (cls, name) in CLOCK:
        return times
    if valid and (cls, name) in CHOICES:
        return st.sampled_from(CHOICES[cls, name])
    if valid and cls is model.Schedule and name == "type":
        absent = rules.SCHEDULES_ABSENT.get(kind, frozenset())
        return st.sampled_from([each for each in rules.SCHEDULES if each not in absent])
    if valid and (cls, name) == (model.ValueList, "urn"):
        return st.sampled_from(["urn:kcr2:resource-type", "http://example.org/types"])
    if valid and (cls, name) == (model.Measured, "amount"):
        return st.sampled_from(["4", "2.5", "-1e3", "INF"])
    if valid and (cls, name) == (Message, "content_type"):
        return st.just(kind)
    return texts
