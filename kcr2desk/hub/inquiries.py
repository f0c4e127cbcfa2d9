"""Answer links: a page of the hub on which one owner answers one inquiry, once.

A link is signed with a key that comes from the hub's own. The signature covers the inquiry, its
stream, the owner that is asked and the moment until which the link works: so it opens nothing
else, it is dead when the inquiry goes to another owner, and setting `link_until` anew or taking it
away kills every link that was given before. Nothing about links is stored; a link tells only who
holds it what that one inquiry says.

What is wrong with a link is never told: unknown, forged, expired and withdrawn look alike.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kcr2desk.core.bijstand import Inquiry, InquiryLine
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.ids import is_id
from kcr2desk.core.records import build, wire_values
from kcr2desk.core.reference import ResourceType
from kcr2desk.core.text import Json
from kcr2desk.hub.database import Connection
from kcr2desk.hub.keys import HubKey
from kcr2desk.hub.log_held import held_of

PATH = "/a/"
OPEN = ("asked", "seen", "expired")
"""States in which an inquiry can be answered by its link: past its deadline too, for a late answer
is better than none, as long as the link itself lives."""

_ID, _MAC = 16, 16  # bytes of a token
TOKEN_LENGTH = 43  # characters


@dataclass(frozen=True, slots=True)
class Asked:
    """An inquiry with its lines in order, the types by code, and what the room is called by phone.

    `held` are the wire values of the inquiry and of its lines as they are in the log, by id.
    """

    inquiry: Inquiry
    lines: Mapping[str, InquiryLine]
    types: Mapping[str, ResourceType]
    owner_name: str
    room_phone: str
    held: Mapping[str, Mapping[str, Json]]


class LinkSigner:
    """Makes the tokens of links, and knows its own."""

    def __init__(self, key: HubKey) -> None:
        self._secret = hashlib.sha512(b"kcr2 answer link\0" + key.seed).digest()

    def token(self, inquiry: Inquiry) -> str:
        """The token of the link to this inquiry. Raises ValueError when it has no `link_until`."""
        if inquiry.link_until is None:
            raise ValueError("this inquiry has no answer link")
        id_ = UUID(inquiry.id).bytes
        return base64.urlsafe_b64encode(id_ + self._mac(id_, inquiry)).decode().rstrip("=")

    def is_for(self, token: str, inquiry: Inquiry | None) -> bool:
        """Whether `token` was made for this inquiry as it is now. The time is not looked at."""
        raw = _raw(token) or bytes(_ID + _MAC)
        # Signed and compared also where there is nothing to compare with: both take the same time.
        wanted = self._mac(raw[:_ID], inquiry)
        fits = hmac.compare_digest(raw[_ID:], wanted)
        return fits and inquiry is not None and UUID(inquiry.id).bytes == raw[:_ID]

    def _mac(self, id_: bytes, inquiry: Inquiry | None) -> bytes:
        until = None if inquiry is None else inquiry.link_until
        told = "" if inquiry is None else f"{inquiry.stream}\0{inquiry.owner}\0{inquiry.source}"
        ends = "" if until is None else str(milliseconds(until))
        message = id_ + b"\0" + f"{told}\0{ends}".encode()
        return hmac.new(self._secret, message, hashlib.sha256).digest()[:_MAC]


def inquiry_in(token: str) -> str:
    """The id of the inquiry that a token speaks of, "" for what cannot be one. Proves nothing."""
    raw = _raw(token)
    return "" if raw is None else str(UUID(bytes=raw[:_ID]))


def _raw(token: str) -> bytes | None:
    if len(token) != TOKEN_LENGTH or not token.isascii():
        return None
    try:
        raw = base64.b64decode(token + "=", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return None
    # The last character has bits to spare: only one spelling of a token is one.
    again = base64.urlsafe_b64encode(raw).decode().rstrip("=")
    return raw if len(raw) == _ID + _MAC and again == token else None


def is_alive(inquiry: Inquiry, now: datetime) -> bool:
    """Whether a link to this inquiry may be opened at all: to answer it, or to read that it was
    answered."""
    return (
        inquiry.link_until is not None
        and now < inquiry.link_until
        and not inquiry.removed
        and inquiry.status in (*OPEN, "answered")
    )


# -- what the log has ------------------------------------------------------------------------------


def load_inquiry(connection: Connection, id_: str) -> Inquiry | None:
    """The inquiry with this id; None where there is none."""
    found = _records(connection, "inquiry", "r.id = %s", id_) if is_id(id_) else {}
    return next((r for r, _ in found.values() if isinstance(r, Inquiry)), None)


def load_asked(connection: Connection, id_: str) -> Asked | None:
    """The inquiry with this id and all that is shown with it; None where there is none."""
    if not is_id(id_):
        return None
    found = _records(connection, "inquiry", "r.id = %s", id_)
    if id_ not in found:
        return None
    inquiry, values = found[id_]
    assert isinstance(inquiry, Inquiry)
    held: dict[str, Mapping[str, Json]] = {id_: values}
    below = _records(
        connection, "inquiryline", "r.about_type = 'inquiry' AND r.about = %s", inquiry.id
    )
    lines = [r for r, _ in below.values() if isinstance(r, InquiryLine) and not r.removed]
    lines.sort(key=lambda line: (line.order, line.id))
    held |= {i: values for i, (_, values) in below.items()}
    types = _records(connection, "resourcetype", "r.stream = %s", "reference")
    by_code = {t.code: t for t, _ in types.values() if isinstance(t, ResourceType)}
    names = _owners(connection, inquiry.owner)
    return Asked(
        inquiry,
        {line.id: line for line in lines},
        by_code,
        str(names.get(inquiry.owner, {}).get("name") or inquiry.owner),
        str(names.get("KCR2", {}).get("inquiry_phone") or ""),
        held,
    )


def load_held(
    connection: Connection, type_name: str, ids: list[str]
) -> dict[str, Mapping[str, Json]]:
    """The wire values of these records, by id; those that are not there are left out."""
    rows = connection.execute(
        'SELECT type, id, stream, revision, "values", written FROM record'
        " WHERE type = %s AND id = ANY(%s)",
        (type_name, ids),
    )
    return {r[1]: held_of(r[0], r[2], r[3], r[4], r[5]).values for r in rows}


def owner_mail(connection: Connection, owner: str) -> str:
    """Where inquiries to this owner go by mail, "" when nobody said so."""
    return str(_owners(connection, owner).get(owner, {}).get("inquiry_mail") or "")


def _owners(connection: Connection, code: str) -> dict[str, Mapping[str, Json]]:
    rows = connection.execute(
        "SELECT \"values\"::json FROM record WHERE type = 'owner' AND stream = 'reference'"
        " AND \"values\"::json ->> 'code' IN (%s, 'KCR2')",
        (code,),
    )
    return {str(row[0].get("code")): row[0] for row in rows}


def _records(
    connection: Connection, type_name: str, where: str, value: str
) -> dict[str, tuple[object, Mapping[str, Json]]]:
    rows = connection.execute(
        'SELECT r.type, r.id, r.stream, r.revision, r."values", r.written FROM record r'
        f" WHERE r.type = %s AND {where}",
        (type_name, value),
    ).fetchall()
    found: dict[str, tuple[object, Mapping[str, Json]]] = {}
    for type_, id_, stream, revision, values, written in rows:
        held = held_of(type_, stream, revision, values, written)
        found[id_] = (build(type_, id_, stream, revision, held.values), held.values)
    return found


def edit_of(
    type_name: str, held: Mapping[str, Json], fields: Mapping[str, object]
) -> dict[str, Json]:
    """The `fields` of an EDIT from what the log holds to `fields`; only what differs."""
    wanted = wire_values(type_name, fields)
    return {n: [held.get(n), v] for n, v in wanted.items() if held.get(n) != v}
