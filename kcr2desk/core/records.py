"""The record types. Everything else (tables, wire, merge, columns, labels) comes from these."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from kcr2desk.core.bijstand import (
    AssistanceRequest,
    Capacity,
    Commitment,
    Inquiry,
    InquiryLine,
    Proposal,
    RequestLine,
    Unit,
)
from kcr2desk.core.fields import FieldError, FieldSpec, Kind, Rule, declared, from_wire, to_wire
from kcr2desk.core.record import Record as Record
from kcr2desk.core.record import Shared as Shared
from kcr2desk.core.reference import Boundary, GateRule, PlanWeights, ResourceType
from kcr2desk.core.repatriation.operation import (
    Arrival,
    Choice,
    Counts,
    Member,
    Operation,
    Viewing,
)
from kcr2desk.core.repatriation.people import (
    HandOver,
    ManifestLine,
    Passage,
    Person,
    PersonLink,
    PersonNeed,
    TravelGroup,
)
from kcr2desk.core.text import Json

SCHEMA = 3
"""The schema number that changesets of this version carry."""

STATUS_STEPS: Mapping[str, tuple[str, ...]] = {
    "": ("new", "in_progress", "processed", "closed"),
    "new": ("in_progress", "processed", "closed"),
    "in_progress": ("new", "processed", "closed"),
    "processed": ("in_progress", "closed"),
    "closed": ("in_progress",),
}
CHANNELS = ("", "phone", "mail", "cap", "feed", "form", "radio", "lcms", "api")
REALITIES = ("actual", "exercise", "test", "system", "draft")
ONE_YEAR = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Shared):
    """An incoming report. Reliability and credibility are the Admiralty pair, judged apart."""

    number: str = declared(Kind.TEXT, "Number", longest=30)
    title: str = declared(Kind.TEXT, "Title", required=True)
    text: str = declared(Kind.TEXT, "Text", longest=200_000)
    informant: str = declared(Kind.TEXT, "Source", longest=300)
    channel: str = declared(Kind.TEXT, "Channel", choices=CHANNELS)
    caller: str = declared(Kind.TEXT, "Caller", private="contact", retention_days=ONE_YEAR)
    callback: str = declared(
        Kind.TEXT, "Call-back number", longest=60, private="contact", retention_days=ONE_YEAR
    )
    occurred_at: datetime | None = declared(Kind.TIME, "Occurred")
    observed_at: datetime | None = declared(Kind.TIME, "Observed")
    received_at: datetime | None = declared(Kind.TIME, "Received")
    entered_at: datetime | None = declared(Kind.TIME, "Entered")
    reliability: str = declared(
        Kind.TEXT, "Reliability of the source", choices=tuple("ABCDEF"), default="F"
    )
    credibility: str = declared(
        Kind.TEXT, "Credibility of the information", choices=tuple("123456"), default="6"
    )
    discipline: str = declared(Kind.TEXT, "Discipline", longest=30)
    region: str = declared(Kind.TEXT, "Region", longest=20)
    municipality: str = declared(Kind.TEXT, "Municipality", longest=10)
    place: str = declared(Kind.TEXT, "Place")
    quantities: frozenset[str] = declared(Kind.SET, "Quantities", longest=60)
    """What was counted, as number and unit of `exchange.vocabulary`: "2 platoon", "2-3 platoon"."""
    grip: str = declared(Kind.TEXT, "GRIP", choices=("", "0", "1", "2", "3", "4", "5", "R"))
    incident: str = declared(Kind.REFERENCE, "Incident", target="incident")
    status: str = declared(
        Kind.TEXT,
        "Status",
        rule=Rule.STEPS,
        choices=("new", "in_progress", "processed", "closed"),
        steps=STATUS_STEPS,
        default="new",
    )
    owner: str = declared(Kind.TEXT, "Owner", rule=Rule.CLAIM)
    urgent: bool = declared(Kind.FLAG, "Urgent")
    acknowledged_by: str = declared(Kind.TEXT, "Acknowledged by", rule=Rule.CLAIM)
    reality: str = declared(Kind.TEXT, "Actual or exercise", choices=REALITIES, default="actual")
    thread: str = declared(Kind.REFERENCE, "Thread")
    follows: frozenset[str] = declared(Kind.SET, "Follows")
    follows_how: str = declared(
        Kind.TEXT, "Follows how", choices=("", "update", "cancel", "reply", "ack", "error")
    )
    external_id: str = declared(Kind.TEXT, "External identity", longest=1000)
    links: frozenset[str] = declared(Kind.SET, "Links", longest=2000)
    alert: Json = declared(Kind.DOCUMENT, "Alert")


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(Shared):
    """What reports, requests and persons hang on."""

    number: str = declared(Kind.TEXT, "Number", longest=30)
    title: str = declared(Kind.TEXT, "Title", required=True)
    status: str = declared(Kind.TEXT, "Status", choices=("open", "closed"), default="open")
    started_at: datetime | None = declared(Kind.TIME, "Started")
    region: str = declared(Kind.TEXT, "Region", longest=20)
    discipline: str = declared(Kind.TEXT, "Discipline", longest=30)
    grip: str = declared(Kind.TEXT, "GRIP", choices=("", "0", "1", "2", "3", "4", "5", "R"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """A file with a record. The bytes travel apart, in pieces, named by their SHA-256."""

    about: str = declared(Kind.REFERENCE, "Belongs to", required=True)
    about_type: str = declared(Kind.TEXT, "Belongs to type", longest=40, default="report")
    name: str = declared(Kind.TEXT, "File name", longest=255, required=True)
    media_type: str = declared(Kind.TEXT, "Media type")
    size: int = declared(Kind.INTEGER, "Size", default=0)
    digest: str = declared(Kind.TEXT, "SHA-256", longest=64, required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict(Record):
    """Two edits of one field that cannot both stand, until a person settles them.

    The hub opens it; `about`, `field` say where. Values are wire values. The copied values keep
    the grant of their field ("inherit").
    """

    about: str = declared(Kind.REFERENCE, "Belongs to", required=True)
    about_type: str = declared(Kind.TEXT, "Belongs to type", longest=40)
    field: str = declared(Kind.TEXT, "Field", longest=60)
    was: Json = declared(Kind.DOCUMENT, "Was", private="inherit")
    current: Json = declared(Kind.DOCUMENT, "Current", private="inherit")
    current_by: str = declared(Kind.TEXT, "Written by")
    current_at: datetime | None = declared(Kind.TIME, "Written at")
    offered: Json = declared(Kind.DOCUMENT, "Offered", private="inherit")
    offered_by: str = declared(Kind.TEXT, "Offered by")
    offered_at: datetime | None = declared(Kind.TIME, "Offered at")
    changeset: str = declared(Kind.TEXT, "Changeset", longest=36)
    state: str = declared(
        Kind.TEXT, "State", rule=Rule.CLAIM, choices=("open", "settled"), default="open"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner(Record):
    """One of the 31 entities, or a partner organisation, that can own records."""

    code: str = declared(Kind.TEXT, "Code", longest=20, required=True)
    name: str = declared(Kind.TEXT, "Name", required=True)
    kind: str = declared(
        Kind.TEXT, "Kind", choices=("", "hub", "region", "island", "partner", "state")
    )
    position: str = declared(Kind.TEXT, "Position", longest=40)
    """Latitude and longitude of its seat in degrees, WGS 84: "52.2112,5.9699"; blank: unknown."""
    inquiry_mail: str = declared(Kind.TEXT, "Mail for inquiries")
    """Where an inquiry goes by mail: a mailbox that is manned day and night, never a person's."""
    inquiry_phone: str = declared(Kind.TEXT, "Phone for inquiries", longest=60)
    order: int = declared(Kind.INTEGER, "Order", default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discipline(Record):
    """A choice that KCR2 may change, so a record and not code."""

    code: str = declared(Kind.TEXT, "Code", longest=30, required=True)
    name_nl: str = declared(Kind.TEXT, "Dutch name", required=True)
    name_en: str = declared(Kind.TEXT, "English name", required=True)
    order: int = declared(Kind.INTEGER, "Order", default=0)


@dataclass(frozen=True, slots=True)
class RecordType:
    """A record type and what the house needs to know of it.

    `letter` starts its numbers ("" for none). `follows` names the field that points to the record
    whose audience this one shares.
    """

    name: str
    cls: type[Record]
    letter: str
    follows: str
    fields: Mapping[str, FieldSpec]


def _declare(cls: type[Record], letter: str = "", follows: str = "") -> RecordType:
    specs = {
        f.name: dataclasses.replace(f.metadata["spec"], name=f.name)
        for f in dataclasses.fields(cls)
        if "spec" in f.metadata
    }
    return RecordType(cls.__name__.lower(), cls, letter, follows, specs)


RECORD_TYPES: Mapping[str, RecordType] = {
    t.name: t
    for t in (
        _declare(Report, "M"),
        _declare(Incident, "I"),
        _declare(Attachment, follows="about"),
        _declare(Conflict, follows="about"),
        _declare(Owner),
        _declare(Discipline),
        _declare(ResourceType),
        _declare(GateRule),
        _declare(PlanWeights),
        _declare(Boundary),
        _declare(Capacity),
        _declare(Unit),
        _declare(AssistanceRequest, "B"),
        _declare(RequestLine, follows="about"),
        _declare(Inquiry, "U"),
        _declare(InquiryLine, follows="about"),
        _declare(Commitment, "T"),
        _declare(Proposal, "V"),
        _declare(Choice),
        _declare(Operation),
        _declare(Member),
        _declare(Arrival),
        _declare(ManifestLine),
        _declare(Person, "P"),
        _declare(TravelGroup),
        _declare(PersonNeed),
        _declare(Passage),
        _declare(HandOver),
        _declare(PersonLink),
        _declare(Counts),
        _declare(Viewing),
    )
}


_NAMES = {rtype.cls: name for name, rtype in RECORD_TYPES.items()}


def type_name(record: Record) -> str:
    """The name of a record's type, such as "report"."""
    return _NAMES[type(record)]


@cache
def blank_values(type_name: str) -> Mapping[str, Json]:
    """The wire values of a record of this type of which nothing is filled in (do not change)."""
    return {
        f.name: to_wire(RECORD_TYPES[type_name].fields[f.name], f.default)
        for f in dataclasses.fields(RECORD_TYPES[type_name].cls)
        if "spec" in f.metadata
    }


def wire_values(type_name: str, fields: Mapping[str, Any]) -> dict[str, Json]:
    """The wire values of `fields`. Raises FieldError for what does not fit."""
    specs = RECORD_TYPES[type_name].fields
    unknown = fields.keys() - specs.keys()
    if unknown:
        raise FieldError("unknown_field", min(unknown))
    return {name: to_wire(specs[name], value) for name, value in fields.items()}


def missing(type_name: str, values: Mapping[str, Json]) -> tuple[str, ...]:
    """The required fields that `values` leaves empty."""
    return tuple(n for n in _required(type_name) if values.get(n) in ("", None))


@cache
def _required(type_name: str) -> tuple[str, ...]:
    return tuple(n for n, s in RECORD_TYPES[type_name].fields.items() if s.required)


def build(
    type_name: str, record_id: str, stream: str, revision: int, values: Mapping[str, Json]
) -> Record:
    """The record of these wire values; names that this version does not know go to `extra`."""
    rtype = RECORD_TYPES[type_name]
    known = {n: from_wire(s, values[n]) for n, s in rtype.fields.items() if n in values}
    extra = {n: v for n, v in values.items() if n not in rtype.fields}
    return rtype.cls(id=record_id, stream=stream, revision=revision, extra=extra, **known)
