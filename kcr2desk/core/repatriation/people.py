"""Who is brought home, and everything that is noted of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from kcr2desk.core.fields import Kind, Rule, declared
from kcr2desk.core.ids import derived_id
from kcr2desk.core.record import Record
from kcr2desk.core.text import Json

personal: Any = partial(declared, personal=True)
"""A field that says something of a person: empty when the term of the operation ends."""

OUTCOMES = (
    "", "registered", "refused", "left", "hospital", "referred", "duplicate", "cancelled",
)  # fmt: skip
"""How a registration ended: "refused" registration, "left" at once by own means (domain.md D.1)."""

VOID = frozenset({"duplicate", "cancelled"})
"""Outcomes of a record behind which nobody stands."""

SEXES = ("", "F", "M", "X")
LISTS = ("applied", "manifest", "boarded", "pfif")
CREW = "crew"

BORN = 1_767_225_600_000
"""1 January 2026 in milliseconds: the moment in ids that two desks make the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestLine(Record):
    """A person as one list told it. Lists come in any order and are never altered by what a desk
    finds: `person` is who it turned out to be, `settled` why nobody is to be looked for any more.

    `key` is what makes it the same line when the list is brought in again (`line_id`). Dates are
    ISO 8601 as far as known: "1965-03-10", "1965-03", "1965".
    """

    about: str = declared(Kind.REFERENCE, "Operation", required=True)
    arrival: str = declared(Kind.REFERENCE, "Arrival")
    list: str = declared(Kind.TEXT, "List", choices=LISTS, default="manifest")
    key: str = personal(Kind.TEXT, "Key", longest=200)
    origin: str = declared(Kind.TEXT, "File", longest=255)
    row: int | None = declared(Kind.INTEGER, "Row")
    crew: bool = declared(Kind.FLAG, "Crew")
    eligible: str = declared(Kind.TEXT, "Eligible", choices=("", "yes", "no"))
    ground: str = declared(Kind.TEXT, "Ground of eligibility", longest=40)
    full_name: str = personal(Kind.TEXT, "Name as listed", longest=300)
    family_name: str = personal(Kind.TEXT, "Family name")
    prefix: str = personal(Kind.TEXT, "Prefix", longest=40)
    given_names: str = personal(Kind.TEXT, "Given names")
    other_names: str = personal(Kind.TEXT, "Other names", longest=300)
    birth_date: str = personal(Kind.TEXT, "Born", longest=10)
    sex: str = personal(Kind.TEXT, "Sex", choices=SEXES)
    nationality: str = personal(Kind.TEXT, "Nationality", longest=3)
    document_type: str = personal(Kind.TEXT, "Document", longest=10)
    document_number: str = personal(Kind.TEXT, "Document number", longest=40)
    document_country: str = personal(Kind.TEXT, "Issued by", longest=3)
    document_expiry: str = personal(Kind.TEXT, "Valid until", longest=10)
    seat: str = personal(Kind.TEXT, "Seat", longest=10)
    party: str = personal(Kind.TEXT, "Travels with", longest=60)
    phone: str = personal(Kind.TEXT, "Phone", longest=60)
    mail: str = personal(Kind.TEXT, "E-mail")
    street: str = personal(Kind.TEXT, "Street and number")
    postcode: str = personal(Kind.TEXT, "Postcode", longest=12)
    city: str = personal(Kind.TEXT, "Town")
    country: str = personal(Kind.TEXT, "Country", longest=3)
    note: str = personal(Kind.TEXT, "Note", longest=2000)
    others: Json = personal(Kind.DOCUMENT, "Other columns")
    person: str = declared(Kind.REFERENCE, "Person", rule=Rule.CLAIM)
    settled: str = declared(
        Kind.TEXT, "Settled as", rule=Rule.CLAIM,
        choices=("", "no_show", "stayed", "other_way", "cancelled", "not_eligible", "error"),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Somebody at a desk. Wanted are a name as spoken (or the number that it gets) and an outcome;
    all else may follow, at another desk too. Dates as in ManifestLine.

    `checks` are fields of a scanned document whose check digit was wrong: they stay in sight.
    """

    number: str = declared(Kind.TEXT, "Number", longest=30)
    arrival: str = declared(Kind.REFERENCE, "Arrival")
    outcome: str = declared(Kind.TEXT, "Outcome", choices=OUTCOMES)
    registered_at: datetime | None = declared(Kind.TIME, "Registered")
    desk: str = declared(Kind.TEXT, "Desk", longest=40)
    spoken_name: str = personal(Kind.TEXT, "Name as spoken", longest=300)
    family_name: str = personal(Kind.TEXT, "Family name")
    prefix: str = personal(Kind.TEXT, "Prefix", longest=40)
    given_names: str = personal(Kind.TEXT, "Given names")
    other_names: str = personal(Kind.TEXT, "Other names", longest=300)
    birth_date: str = personal(Kind.TEXT, "Born", longest=10)
    birth_place: str = personal(Kind.TEXT, "Place of birth")
    sex: str = personal(Kind.TEXT, "Sex", choices=SEXES)
    nationalities: frozenset[str] = personal(Kind.SET, "Nationalities", longest=3)
    no_document: bool = declared(Kind.FLAG, "No document")
    document_type: str = personal(Kind.TEXT, "Document", longest=10)
    document_number: str = personal(Kind.TEXT, "Document number", longest=40)
    document_country: str = personal(Kind.TEXT, "Issued by", longest=3)
    document_expiry: str = personal(Kind.TEXT, "Valid until", longest=10)
    checks: frozenset[str] = declared(Kind.SET, "Check digits that do not fit", longest=40)
    identified_by: str = personal(Kind.TEXT, "Identity established by", longest=100)
    bsn: str = personal(Kind.TEXT, "BSN", longest=9, private="bsn")
    seat: str = personal(Kind.TEXT, "Seat", longest=10)
    wristband: str = personal(Kind.TEXT, "Wristband", longest=40)
    phone: str = personal(Kind.TEXT, "Phone", longest=60)
    mail: str = personal(Kind.TEXT, "E-mail")
    languages: frozenset[str] = personal(Kind.SET, "Languages", longest=10)
    contact: str = personal(Kind.TEXT, "Contact in the Netherlands", longest=300)
    may_inform: str = personal(Kind.TEXT, "May we inform relatives", choices=("", "yes", "no"))
    street: str = personal(Kind.TEXT, "Street and number")
    postcode: str = personal(Kind.TEXT, "Postcode", longest=12)
    city: str = personal(Kind.TEXT, "Town")
    country: str = personal(Kind.TEXT, "Country", longest=3)
    onward: str = personal(
        Kind.TEXT, "Onward journey",
        choices=("", "own", "collected", "train", "bus", "taxi", "hotel", "reception", "other"),
    )  # fmt: skip
    onward_note: str = personal(Kind.TEXT, "Onward to", longest=500)
    nights: int | None = personal(Kind.INTEGER, "Nights of shelter")
    municipality: str = personal(Kind.TEXT, "Municipality", longest=10)
    ground: str = declared(Kind.TEXT, "Ground of eligibility", longest=40)
    group: str = declared(Kind.REFERENCE, "Family or group")
    relation: str = personal(
        Kind.TEXT, "Relation to the head",
        choices=("", "head", "partner", "child", "parent", "sibling", "grandparent", "other"),
    )  # fmt: skip
    minor_alone: bool = personal(Kind.FLAG, "Minor alone")
    guardian: str = declared(Kind.REFERENCE, "Guardian")
    guardian_name: str = personal(Kind.TEXT, "Guardian, by name", longest=300)
    animals: str = personal(Kind.TEXT, "Animals", longest=500)
    goods: str = personal(Kind.TEXT, "Luggage and goods", longest=500)
    note: str = personal(Kind.TEXT, "Note", longest=2000)
    informed: bool = declared(Kind.FLAG, "Privacy text given")
    unlisted: bool = declared(Kind.FLAG, "On no list, and that is right")


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelGroup(Record):
    """A family or travel group. Who is in it says so itself (`Person.group`)."""

    title: str = personal(Kind.TEXT, "Name of the group")
    kind: str = declared(
        Kind.TEXT, "Kind", choices=("family", "travel", "school", "other"), default="family"
    )
    head: str = declared(Kind.REFERENCE, "Head")
    together: bool = declared(Kind.FLAG, "Wants to stay together", default=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonNeed(Record):
    """Something that somebody needs. `medical_note` is for medical members only: who writes it
    reads it no more once the hub has it; `note` is for everybody in the hall."""

    about: str = declared(Kind.REFERENCE, "Person", required=True)
    need: str = declared(Kind.TEXT, "Need", longest=40, required=True)
    note: str = personal(Kind.TEXT, "Note", longest=500)
    medical_note: str = personal(Kind.TEXT, "Medical note", longest=4000, private="medical")
    met_at: datetime | None = declared(Kind.TIME, "Met")
    met_by: str = declared(Kind.TEXT, "Met by", longest=64, rule=Rule.CLAIM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Record):
    """Somebody came by a station, or went in or out. Never altered, only added.

    Who was registered at a desk that this one cannot hear is noted by `code` alone, the number or
    wristband that was scanned, and known by it as soon as both are here.
    """

    about: str = declared(Kind.REFERENCE, "Person")
    code: str = declared(Kind.TEXT, "Code scanned", longest=40)
    station: str = declared(Kind.TEXT, "Station", longest=40, required=True)
    way: str = declared(Kind.TEXT, "Way", choices=("at", "in", "out"), default="at")
    passed_at: datetime | None = declared(Kind.TIME, "When")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver(Record):
    """Somebody goes into the care of another. `receiver` is a Choice; `to` its name, such as the
    municipality. `given` are the fields that it got. A receipt is its own number or a name."""

    about: str = declared(Kind.REFERENCE, "Person", required=True)
    receiver: str = declared(Kind.TEXT, "Receiver", longest=40, required=True)
    to: str = personal(Kind.TEXT, "Handed to")
    municipality: str = declared(Kind.TEXT, "Municipality", longest=10)
    status: str = declared(
        Kind.TEXT, "Status", rule=Rule.CLAIM, choices=("proposed", "done", "cancelled"),
        default="proposed",
    )  # fmt: skip
    handed_at: datetime | None = declared(Kind.TIME, "Handed over")
    taken_by: str = personal(Kind.TEXT, "Taken by", longest=100)
    receipt: str = personal(Kind.TEXT, "Receipt", longest=100)
    given: frozenset[str] = declared(Kind.SET, "Fields given", longest=40)
    note: str = personal(Kind.TEXT, "Note", longest=500)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLink(Record):
    """Whether two records (persons or lines of a list) are about one human being. Both stay as
    they are; who belongs together is counted from the links that say "same", so undoing one never
    depends on the order. `reasons` are codes such as "document", "birth", "sound", "phone".

    Its id is `link_id` of the two, so what two desks find apart is one link.
    """

    one: str = declared(Kind.REFERENCE, "One", required=True)
    one_type: str = declared(Kind.TEXT, "Type of one", longest=20, default="person")
    other: str = declared(Kind.REFERENCE, "Other", required=True)
    other_type: str = declared(Kind.TEXT, "Type of the other", longest=20, default="person")
    verdict: str = declared(
        Kind.TEXT, "Verdict", choices=("", "proposed", "same", "different", "later"),
        default="proposed",
    )  # fmt: skip
    reasons: frozenset[str] = declared(Kind.SET, "Reasons", longest=40)
    score: int | None = declared(Kind.INTEGER, "Likeness, per thousand")
    by: str = declared(Kind.TEXT, "By", longest=64)


def link_id(one: str, other: str) -> str:
    """The id of the link between two records, the same in either order on every desk."""
    return derived_id(BORN, "personlink", *sorted((one, other)))


def line_id(operation: str, list_name: str, key: str) -> str:
    """The id of a line of a list: the same when the list is brought in again, at any desk."""
    return derived_id(BORN, "manifestline", operation, list_name, key)
