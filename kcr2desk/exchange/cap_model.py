"""A CAP alert as records: every element of CAP 1.2 under the name of the field.

What stands in CAP as an empty or absent element is "" or () here, and None for a time or number.
Times are aware and keep the offset of the sender.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kcr2desk.exchange.cap_values import Circle, Point, Reference, external_id
from kcr2desk.exchange.problems import Problem


@dataclass(frozen=True, slots=True)
class Pair:
    """A name from some list and a value: eventCode, parameter, geocode."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Area:
    """Where: any number of polygons, circles and codes, together one area.

    `unread` keeps the text of shapes that could not be read; heights are in feet, as in CAP.
    """

    description: str
    polygons: tuple[tuple[Point, ...], ...] = ()
    circles: tuple[Circle, ...] = ()
    geocodes: tuple[Pair, ...] = ()
    altitude: str = ""
    ceiling: str = ""
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resource:
    """A file that belongs to the alert; `content` are the bytes of derefUri, b"" when none."""

    description: str
    mime_type: str
    size: int | None = None
    uri: str = ""
    content: bytes = b""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Info:
    """The alert in one language, or for one of several events or areas."""

    language: str
    categories: tuple[str, ...]
    event: str
    response_types: tuple[str, ...]
    urgency: str
    severity: str
    certainty: str
    audience: str
    event_codes: tuple[Pair, ...]
    effective: datetime | None
    onset: datetime | None
    expires: datetime | None
    sender_name: str
    headline: str
    description: str
    instruction: str
    web: str
    contact: str
    parameters: tuple[Pair, ...]
    resources: tuple[Resource, ...]
    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Alert:
    """One message. `sent` is None and texts are "" only in what `read_inline` returns."""

    version: str
    identifier: str
    sender: str
    sent: datetime | None
    status: str
    message_type: str
    source: str
    scope: str
    restriction: str
    addresses: str
    codes: tuple[str, ...]
    note: str
    references: tuple[Reference, ...]
    incidents: str
    infos: tuple[Info, ...]
    signed: bool
    file: str
    line: int | None
    remarks: tuple[Problem, ...]

    @property
    def external_id(self) -> str:
        """ "sender,identifier,sent", or "" when one of them is not known."""
        if not (self.sender and self.identifier and self.sent):
            return ""
        return external_id(self.sender, self.identifier, self.sent)
