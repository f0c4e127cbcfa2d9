"""Lists of people to take out: by municipality, receiver, station or need, and whom each may be
given to. A list says something of everybody on it by its name alone, so that counts too."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from kcr2desk.core.repatriation.book import LONG_AGO, OperationBook
from kcr2desk.core.repatriation.handing import home_of
from kcr2desk.core.repatriation.handing_done import done, open_by_receiver
from kcr2desk.core.repatriation.handing_fields import (
    HOSPITAL,
    MEDICAL_NEEDS,
    NEEDS,
    allowed,
    is_medical,
)
from kcr2desk.core.repatriation.operation import Choice
from kcr2desk.core.repatriation.people import VOID, Person

THESE: Final = "these"
KINDS: Final = (THESE, "municipality", "receiver", "station", "need")


def lists_by(
    book: OperationBook, kind: str, today: date, arrival: str | None = None
) -> dict[str, list[Person]]:
    """People by the codes of a kind of list, one for each human being, in the order of codes.

    Receivers are "receiver", or "receiver/to" where it is known which: who waits for them and who
    went there. Who is nobody (a duplicate, cancelled) is on no list.
    """
    found: dict[str, list[Person]] = {}
    people = [p for p in book.heads(book.persons(arrival)) if p.outcome not in VOID]
    for person in people:
        for code in _codes(book, person, kind):
            found.setdefault(code, []).append(person)
    if kind == "receiver":
        for (receiver, to), waiting in open_by_receiver(book, today, arrival).items():
            found.setdefault(f"{receiver}/{to}" if to else receiver, []).extend(waiting)
    return dict(sorted(found.items()))


def _codes(book: OperationBook, person: Person, kind: str) -> Iterable[str]:
    match kind:
        case "municipality":
            return home_of(book, person).codes[:1]
        case "receiver":
            gone = done(book, person)
            told = ((h.receiver, h.municipality or h.to) for h in gone)
            return {f"{code}/{to}" if to else code for code, to in told}
        case "station":
            passed = [p for i in book.same_as(person.id) for p in book.passages(i)]
            last = max(passed, key=lambda p: (p.passed_at or LONG_AGO, p.id), default=None)
            return () if last is None else (last.station,)
        case "need":
            needs = [n for i in book.same_as(person.id) for n in book.needs(i)]
            return {n.need for n in needs if n.met_at is None}
        case _:
            return ()


def may_have_list(book: OperationBook, kind: str, code: str, receiver: Choice) -> bool:
    """Whether a receiver may be given a list that is made of people with this in common: a list of
    the wounded tells of everybody on it that they are wounded."""
    if kind != "need":
        return True
    if is_medical(book, code):
        return receiver.code == HOSPITAL and MEDICAL_NEEDS in receiver.fields
    return NEEDS in receiver.fields


def parted(
    book: OperationBook, people: Iterable[Person], receiver: Choice, role: str
) -> tuple[list[Person], list[Person]]:
    """Of whom the receiver may be told anything, and who is left out."""
    told: list[Person] = []
    left: list[Person] = []
    for person in people:
        may = allowed(person, receiver, book.operation, role)
        (told if may else left).append(person)
    return told, left
