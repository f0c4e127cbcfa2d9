"""What a station says of a scan: whose code it was, and what is to be known of that person here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.headcount import EXITS, GONE
from kcr2desk.core.repatriation.headcount_scan import Scan, short
from kcr2desk.core.repatriation.people import VOID, Person, PersonNeed
from kcr2desk.desk.repatriation import people_words as words
from kcr2desk.desk.repatriation.hall import Hall

translate = QCoreApplication.translate

MEDICAL: Final = "medical"


@dataclass(frozen=True, slots=True)
class NeedTold:
    """A need in words. `note` is what everybody in the hall reads, and the medical note where the
    officer is a medical member; `hidden`: there may be one that only they read."""

    text: str
    note: str = ""
    met: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class GroupTold:
    """The group of a person at this station: who of it is not here yet."""

    title: str
    size: int
    missing: tuple[Person, ...]
    together: bool


@dataclass(frozen=True, slots=True)
class PersonTold:
    """What a station shows of a person."""

    number: str
    name: str
    needs: tuple[NeedTold, ...]
    alarms: tuple[str, ...]
    """What is to be loud: a minor alone, a record behind which nobody stands."""
    group: GroupTold | None


def person_told(
    hall: Hall, person: Person, here: set[str], *, names: bool, medical: bool
) -> PersonTold:
    """What is told of a person, of whose group these ids are here."""
    book = hall.book
    persons = [p for i in sorted(book.same_as(person.id)) if (p := book.person(i)) is not None]
    return PersonTold(
        person.number,
        words.name(person) if names else "",
        tuple(need_told(book, n, medical=medical) for p in persons for n in book.needs(p.id)),
        tuple(_alarms(hall, person)),
        group_told(book, person, here),
    )


def need_told(book: OperationBook, need: PersonNeed, *, medical: bool) -> NeedTold:
    """A need as this officer may read it."""
    known = book.choice("need", need.need)
    is_medical = known is not None and MEDICAL in known.fields
    notes = [need.note, need.medical_note if medical else ""]
    return NeedTold(
        words.choice(book, "need", need.need),
        " · ".join(note for note in notes if note),
        met=need.met_at is not None,
        hidden=not medical and (is_medical or bool(need.medical_note)),
    )


def group_told(book: OperationBook, person: Person, here: set[str]) -> GroupTold | None:
    """The group of a person, each human being once; None for who travels alone."""
    group = book.group(person.group)
    if group is None:
        return None
    mine = book.same_as(person.id)
    members = book.heads(p for p in book.members_of(group.id) if p.outcome not in VOID)
    if len(members) < 2:
        return None
    missing = tuple(
        p
        for p in members
        if p.id not in here and p.outcome not in GONE and not book.same_as(p.id) & mine
    )
    title = words.group_title(book, group.id)
    return GroupTold(title, len(members), missing, group.together)


def _alarms(hall: Hall, person: Person) -> list[str]:
    book, found = hall.book, []
    if words.minor_alone(book, person, hall.now()):
        guardian = words.guardian(book, person)
        if guardian:
            said = translate("Stations", "Minor alone · guardian: {name}")
            found.append(said.format(name=guardian))
        else:
            found.append(translate("Stations", "Minor alone · no guardian is known"))
    if person.outcome in VOID:
        said = translate("Stations", "This registration is marked “{outcome}”: fetch the hall lead")
        found.append(said.format(outcome=words.outcome(person.outcome)))
    return found


def group_words(told: GroupTold, station: str) -> tuple[str, str]:
    """`Familie Bakker · nog niet hier: 2 van 4`, and its tone: loud where people leave and a group
    that wants to stay together is not whole."""
    if not told.missing:
        said = translate("Stations", "all {n} are here").format(n=told.size)
        return f"{told.title} · {said}", "good"
    said = translate("Stations", "not here yet: {missing} of {n}")
    said = said.format(missing=len(told.missing), n=told.size)
    loud = told.together and station in EXITS
    return f"{told.title} · {said}", "urgent" if loud else "attention"


def trouble_words(scan: Scan) -> tuple[str, str]:
    """What is wrong with a code, and what to do."""
    match scan.trouble:
        case "check":
            return (
                translate("Stations", "Misread: {code}").format(code=scan.code),
                translate("Stations", "The check digit does not fit. Scan again, or type it."),
            )
        case "several":
            numbers = ", ".join(p.number for p in scan.persons[:4])
            return (
                translate("Stations", "More than one person: {code}").format(code=scan.code),
                translate("Stations", "Scan or type the whole number: {numbers}").format(
                    numbers=numbers
                ),
            )
        case _:
            return (
                translate("Stations", "Unknown: {code}").format(code=scan.code),
                translate(
                    "Stations",
                    "Nobody has this number or band here. A registration of a minute ago at another"
                    " desk may not be here yet; else register this person.",
                ),
            )


def not_here(told: GroupTold, *, names: bool) -> list[tuple[str, str]]:
    """Number and name of who of a group is not here yet."""
    return [(short(p.number), words.name(p) if names else "") for p in told.missing]
