"""What records keep of the messages that made and changed them, in `external_id` and `edxl`.

Ids are derived from what a message and its elements call themselves. So the same message taken in
twice makes the same records, and an answer that comes before its request knows their ids.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime

from lxml import etree

from kcr2desk.core.bijstand import AssistanceRequest, Commitment, RequestLine
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.ids import derived_id, is_id
from kcr2desk.core.text import Json
from kcr2desk.exchange.edxl_rm.codec import read_element, write_element
from kcr2desk.exchange.edxl_rm.model import Message

URN = "urn:uuid:"
LONGEST_ID = 1000

Doc = dict[str, Json]


def external(message_id: str) -> str:
    """The name of a message as `external_id` keeps it: one that is too long by its digest."""
    if len(message_id) <= LONGEST_ID:
        return message_id
    return f"sha256:{hashlib.sha256(message_id.encode('utf-8', 'replace')).hexdigest()}"


def own_id(name: str) -> str:
    """The record that a message or element of ours is named after, "" for a stranger's name."""
    bare = name.lower().removeprefix(URN)
    return bare if is_id(bare) else ""


def request_id(stream: str, message_id: str) -> str:
    """The id of the request that a stranger's RequestResource of this name makes.

    Derived also where the name is a UUID: it is a stranger's, who does not choose our ids.
    """
    return derived_id(0, "edxl-rm", "request", stream, message_id)


def line_id(stream: str, message_id: str, element: str) -> str:
    """The id of the line that an element of a stranger's RequestResource makes."""
    return derived_id(0, "edxl-rm", "line", stream, message_id, element)


def inquiry_id(stream: str, request: str, owner: str) -> str:
    """The id of the inquiry to an owner that stands for an answer without one."""
    return derived_id(0, "edxl-rm", "inquiry", stream, request, owner)


def commitment_id(stream: str, message_id: str, element: str) -> str:
    """The id of the commitment that an element of a CommitResource makes."""
    return derived_id(0, "edxl-rm", "commitment", stream, message_id, element)


def name_of(record: AssistanceRequest | RequestLine | Commitment) -> str:
    """What a record is called in messages: its own name from outside, else after its id."""
    kept = doc(record.edxl).get("id" if isinstance(record, AssistanceRequest) else "element")
    if isinstance(kept, str) and kept:
        return kept
    if isinstance(record, AssistanceRequest):
        return record.external_id or f"{URN}{record.id}"
    return record.id


def doc(edxl: Json) -> Doc:
    """The document of a record; an empty one where there is none."""
    return dict(edxl) if isinstance(edxl, dict) else {}


def texts(edxl: Json, name: str) -> list[str]:
    """A list of texts in a document."""
    found = doc(edxl).get(name)
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def seen(edxl: Json, message_id: str) -> bool:
    """Whether a message worked on this record before."""
    return message_id in texts(edxl, "seen")


def sent(edxl: Json) -> int:
    """When the latest message was sent that worked on this record, in milliseconds; 0: none."""
    found = doc(edxl).get("sent")
    return found if isinstance(found, int) and not isinstance(found, bool) else 0


def noted(edxl: Json, message_id: str, at: datetime | None, **more: Json) -> Doc:
    """The document with a message noted in it, and `more`."""
    told = doc(edxl)
    names = texts(edxl, "seen")
    told["seen"] = list(dict.fromkeys([*names, message_id]))
    told["sent"] = max(sent(edxl), 0 if at is None else milliseconds(at))
    return {**told, **more}


def pack(message: Message) -> str:
    """A message, or a part of one, as XML to keep."""
    return etree.tostring(write_element(message), encoding="unicode")


def unpack(edxl: Json) -> Message | None:
    """The message that a document keeps; None when it keeps none that can be read."""
    xml = doc(edxl).get("xml")
    if not isinstance(xml, str):
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        return read_element(etree.fromstring(xml.encode(), parser), lambda *_: None)
    except etree.XMLSyntaxError:
        return None  # somebody else wrote this field


def said(parts: Sequence[str]) -> str:
    """Parts of a text that say something, one behind the other."""
    return ", ".join(part for part in parts if part)
