"""An operation, who works in it, what arrives, and what is told outside of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kcr2desk.core.fields import Kind, Rule, declared
from kcr2desk.core.record import Record
from kcr2desk.core.text import Json

KIND = "operation"
COUNTS = "counts"
AUDIT = "audit"
"""Streams: one `operation:<id>` an operation, one with all counts, one with who saw what."""

MEMBER_ROLES = ("lead", "registrar", "medical")
VEHICLES = ("flight", "bus", "ship", "train", "other")


def stream_of(operation: str) -> str:
    """The stream of an operation, by its id."""
    return f"{KIND}:{operation}"


def operation_of(stream: str) -> str:
    """The id of the operation whose stream this is, "" when it is none."""
    kind, _, operation = stream.partition(":")
    return operation if kind == KIND else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation(Record):
    """Why people are registered, on what ground, and until when they are kept. Its id names its
    stream; the hub counts its term from the hub's own time of opening, and says in `erased_at`
    when it emptied what is known of persons.

    Without a `bsn_ground` no BSN may be kept. `privacy` is the text that people are shown, by
    language ("nl", "en", "ar" …).
    """

    title: str = declared(Kind.TEXT, "Title", required=True)
    purpose: str = declared(Kind.TEXT, "Purpose", longest=2000, required=True)
    legal_ground: str = declared(Kind.TEXT, "Legal ground", longest=500, required=True)
    bsn_ground: str = declared(Kind.TEXT, "Legal ground for the BSN", longest=500)
    retention_days: int = declared(Kind.INTEGER, "Kept for, days", default=30)
    retention_reason: str = declared(Kind.TEXT, "Reason of the term", longest=500)
    privacy: Json = declared(Kind.DOCUMENT, "Privacy text")
    country: str = declared(Kind.TEXT, "From country", longest=3)
    host_municipality: str = declared(Kind.TEXT, "Host municipality", longest=10)
    incident: str = declared(Kind.REFERENCE, "Incident", target="incident")
    stations: frozenset[str] = declared(Kind.SET, "Stations", longest=40)
    status: str = declared(Kind.TEXT, "Status", choices=("open", "closed"), default="open")
    opened_at: datetime | None = declared(Kind.TIME, "Opened")
    closed_at: datetime | None = declared(Kind.TIME, "Closed")
    erased_at: datetime | None = declared(Kind.TIME, "Persons erased", rule=Rule.CLAIM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Record):
    """An account that may enter an operation, and as what. Removed: it may no longer."""

    about: str = declared(Kind.REFERENCE, "Operation", required=True)
    account: str = declared(Kind.TEXT, "Account", longest=64, required=True)
    role: str = declared(Kind.TEXT, "Role", choices=MEMBER_ROLES, default="registrar")
    desk: str = declared(Kind.TEXT, "Desk", longest=40)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival(Record):
    """A flight, bus or ship with people aboard. `declared_count` is what its papers say."""

    about: str = declared(Kind.REFERENCE, "Operation", required=True)
    vehicle: str = declared(Kind.TEXT, "By", choices=VEHICLES, default="flight")
    code: str = declared(Kind.TEXT, "Flight or bus", longest=30, required=True)
    origin: str = declared(Kind.TEXT, "From", longest=100)
    place: str = declared(Kind.TEXT, "Place of arrival", longest=100)
    expected_at: datetime | None = declared(Kind.TIME, "Expected")
    actual_at: datetime | None = declared(Kind.TIME, "Arrived")
    capacity: int | None = declared(Kind.INTEGER, "Seats")
    declared_count: int | None = declared(Kind.INTEGER, "Aboard by its papers")
    desks: int | None = declared(Kind.INTEGER, "Desks")
    status: str = declared(
        Kind.TEXT, "Status", choices=("expected", "arrived", "closed", "cancelled"),
        default="expected",
    )  # fmt: skip
    note: str = declared(Kind.TEXT, "Note", longest=2000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts(Record):
    """Numbers of one operation without persons, made by the hub for who may not enter it.

    `numbers` holds "expected", "arrived", "registered", "handed_over", "minors_alone"; `needs` a
    number by kind of need. None stands for fewer than five, none included. Of two hubs that count
    at once the first is heard, and the other looks again: no numbers make a conflict.
    """

    title: str = declared(Kind.TEXT, "Title", required=True, rule=Rule.CLAIM)
    numbers: Json = declared(Kind.DOCUMENT, "Numbers", rule=Rule.CLAIM)
    needs: Json = declared(Kind.DOCUMENT, "Needs", rule=Rule.CLAIM)
    counted_at: datetime | None = declared(Kind.TIME, "Counted", rule=Rule.CLAIM)
    status: str = declared(
        Kind.TEXT, "Status", choices=("open", "closed"), default="open", rule=Rule.CLAIM
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewing(Record):
    """Somebody saw a person, or took persons out of the system. The changeset says who and where.

    It names persons by id and spoken number only. Everybody adds, the auditor reads.
    """

    operation: str = declared(Kind.TEXT, "Operation", longest=36, required=True)
    operation_title: str = declared(Kind.TEXT, "Title of the operation")
    persons: frozenset[str] = declared(Kind.SET, "Persons", longest=36)
    numbers: frozenset[str] = declared(Kind.SET, "Numbers", longest=30)
    what: str = declared(
        Kind.TEXT, "What", choices=("view", "print", "export", "hand_over", "candidate"),
        default="view",
    )  # fmt: skip
    reason: str = declared(Kind.TEXT, "Reason", longest=500)
    detail: str = declared(Kind.TEXT, "Detail", longest=500)
    by: str = declared(Kind.TEXT, "By", longest=64)
    seen_at: datetime | None = declared(Kind.TIME, "When")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Record):
    """A word of the hall that KCR2 may change: a need, a station, a ground, a receiver.

    `fields` are, for a receiver, the fields of a person that it may be given; for a need, "medical"
    marks one whose note only medical members read.
    """

    group: str = declared(
        Kind.TEXT, "List", required=True, choices=("", "need", "station", "ground", "receiver")
    )
    code: str = declared(Kind.TEXT, "Code", longest=40, required=True)
    name_nl: str = declared(Kind.TEXT, "Dutch name", required=True)
    name_en: str = declared(Kind.TEXT, "English name", required=True)
    fields: frozenset[str] = declared(Kind.SET, "Fields", longest=40)
    order: int = declared(Kind.INTEGER, "Order", default=0)

    def name_in(self, language: str) -> str:
        """What it is called in "nl" or "en"; its code where nobody gave it that name."""
        return (self.name_en if language == "en" else self.name_nl) or self.code
