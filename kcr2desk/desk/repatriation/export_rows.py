"""A list of people on its way out: as columns for a workbook, and as a sheet of paper. Only what
the receiver may have of each is in it, whatever stands beside it in the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.handing_fields import FIELDS, given
from kcr2desk.core.repatriation.naming import called
from kcr2desk.core.repatriation.opening import ends_at
from kcr2desk.core.repatriation.operation import Choice
from kcr2desk.core.repatriation.people import Person
from kcr2desk.desk import texts
from kcr2desk.desk.parts.paper import AIR, Column, Item, Listing, Sheet, paragraph
from kcr2desk.desk.repatriation import hand_over_words as words
from kcr2desk.desk.repatriation import people_words

if TYPE_CHECKING:
    from kcr2desk.exchange.person_lists import PeopleList

translate = QCoreApplication.translate

TOGETHER: Final[Mapping[str, tuple[str, ...]]] = {
    "number": ("number",),
    "name": ("spoken_name", "family_name", "prefix", "given_names", "other_names"),
    "born": ("birth_date", "birth_place", "sex", "nationalities", "bsn"),
    "document": (
        "no_document", "document_type", "document_number", "document_country", "document_expiry",
        "identified_by", "ground",
    ),
    "contact": ("phone", "mail", "languages", "contact", "may_inform"),
    "address": ("street", "postcode", "city", "country", "municipality"),
    "onward": ("onward", "onward_note", "nights"),
    "family": ("group", "relation", "minor_alone", "guardian", "guardian_name"),
    "needs": ("needs", "medical_needs", "medical_note", "animals", "goods"),
}  # fmt: skip
"""Columns on paper, each of several fields: thirty columns do not fit on a page."""

REST: Final = "rest"
"""The column of what stands in none of these; a list of KCR2 may name such a field."""

WIDE: Final = {
    "number": 13, "name": 14, "born": 13, "document": 12, "contact": 15, "address": 15,
    "onward": 10, "family": 13, "needs": 14,
    REST: 12,
}  # fmt: skip

MET: Final = "Registered on arrival in the Netherlands."
"""Files of PFIF are read in many countries."""

BESIDE: Final = frozenset({"bsn", "nights", "minor_alone", "guardian", "guardian_name", "animals",
                           "goods", "document_expiry", "no_document", "may_inform", "contact",
                           "identified_by", "ground", "birth_place"})  # fmt: skip
"""Values that say nothing without the name of their field."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Who is on the list and for whom it is. `title` says of what kind it is; `many` how many
    there are when only the first of them are shown."""

    title: str
    people: Sequence[Person]
    receiver: Choice
    role: str
    made_by: str
    now: datetime
    many: int = 0

    @property
    def today(self) -> date:
        """The day in the Netherlands."""
        return people_words.today_at(self.now)


def told(book: OperationBook, listed: Listed) -> list[dict[str, str]]:
    """What is told of each, in words, by field."""
    rows = []
    for person in listed.people:
        values = given(book, person, listed.receiver, listed.role)
        said = {n: words.value(book, n, v, listed.today) for n, v in values.items()}
        rows.append({name: text for name, text in said.items() if text})
    return rows


def columns(rows: Sequence[Mapping[str, str]]) -> list[str]:
    """The fields that anybody has, in their order."""
    held = {name for row in rows for name in row}
    return [name for name in FIELDS if name in held]


def marks(book: OperationBook, listed: Listed) -> str:
    """For whom it is, of how many, and when it was made."""
    said = translate("PeopleList", "For {receiver} · %n people · {when} · made by {who}", None,
                     listed.many or len(listed.people))  # fmt: skip
    said = said.replace("{receiver}", words.receiver(book, listed.receiver.code))
    when = texts.moment_full(listed.now)
    return said.replace("{when}", when).replace("{who}", listed.made_by)


def people_list(book: OperationBook, listed: Listed) -> PeopleList:
    """The list for a workbook: a column for each field."""
    from kcr2desk.exchange.person_lists import PeopleList

    rows = told(book, listed)
    names = columns(rows)
    return PeopleList(
        title=listed.title,
        marks=marks(book, listed),
        kept=words.kept_until(book),
        heads=[words.head(name) for name in names],
        rows=[[row.get(name, "") for name in names] for row in rows],
        made_at=listed.now,
    )


def people_pfif(book: OperationBook, listed: Listed, hub: str) -> Callable[[], bytes]:
    """What makes the list as PFIF 1.4, to be called away from the screen. `hub` is its address:
    records are named after it. Each goes out with the end of the term, and with the word that the
    person was met."""
    from kcr2desk.exchange.pfif import PfifNote, PfifPerson, PfifSource

    operation = book.operation
    end = None if operation is None else ends_at(operation)
    source = PfifSource(domain_of(hub), "KCR2", listed.now, end)
    people = []
    for person in listed.people:
        told = given(book, person, listed.receiver, listed.role)
        at = person.registered_at or listed.now
        met = PfifNote(
            f"met.{person.id}", MET, at, status="believed_alive", made_contact=True,
            phone=str(told.get("phone", "")), mail=str(told.get("mail", "")),
        )  # fmt: skip
        people.append(PfifPerson(person.id, told, at, notes=(met,)))

    def make() -> bytes:
        from kcr2desk.exchange.pfif import write_pfif

        return write_pfif(people, source)

    return make


def domain_of(hub: str) -> str:
    """The name of a hub's machine, for the ids of records; "kcr2" where it has a number only."""
    host = urlsplit(hub).hostname or ""
    return host if host and host[-1].isalpha() else "kcr2"


def people_sheet(book: OperationBook, listed: Listed) -> Sheet:
    """The list on paper: fields that belong together stand in one column."""
    rows = told(book, listed)
    names = columns(rows)
    shown = [part for part in (*TOGETHER, REST) if set(_fields(part)) & set(names)]
    heads = [Column(_head(part), wide) for part, wide in zip(shown, _shares(shown), strict=True)]
    cells: list[list[Item]] = [[_cell(row, part) for part in shown] for row in rows]
    body = paragraph(marks(book, listed), "muted") + AIR
    body += "" if cells else paragraph(translate("PeopleList", "Nobody."))
    listing = Listing(heads, cells) if cells else None
    moment, kept = texts.moment_full(listed.now), words.kept_until(book)
    return Sheet(listed.title, moment, kept, body, listing=listing)


def _shares(parts: Sequence[str]) -> list[int]:
    """How wide columns are in per cent, a hundred together: else the table ends before its page."""
    whole, left, shares = sum(WIDE[part] for part in parts), 100, []
    for part in parts:
        share = round(left * WIDE[part] / whole)
        whole, left = whole - WIDE[part], left - share
        shares.append(share)
    return shares


def _fields(part: str) -> tuple[str, ...]:
    """The fields of a column on paper."""
    if part != REST:
        return TOGETHER[part]
    held = {name for fields in TOGETHER.values() for name in fields}
    return tuple(name for name in FIELDS if name not in held)


def _cell(row: Mapping[str, str], part: str) -> str:
    if part == "name":
        return _name(row)
    found = [
        f"{words.field(n)}: {row[n]}" if n in BESIDE else row[n] for n in _fields(part) if n in row
    ]
    return " · ".join(found)


def _name(row: Mapping[str, str]) -> str:
    """The name as it is written, or as it was spoken; other names behind it."""
    name = called(row)
    other = row.get("other_names", "")
    return f"{name} ({other})" if other else name


def _head(part: str) -> str:
    match part:
        case "number":
            return translate("PeopleList", "Number")
        case "name":
            return translate("PeopleList", "Name")
        case "born":
            return translate("PeopleList", "Born")
        case "document":
            return translate("PeopleList", "Document")
        case "contact":
            return translate("PeopleList", "Contact")
        case "address":
            return translate("PeopleList", "Address")
        case "onward":
            return translate("PeopleList", "Onward")
        case "family":
            return translate("PeopleList", "Family")
        case "needs":
            return translate("PeopleList", "Needs")
        case _:
            return translate("PeopleList", "More")
