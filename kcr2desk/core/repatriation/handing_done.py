"""Handing people over: what hinders it, what was done, the changes that do and undo it, and who
still waits for whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kcr2desk.core.changes import Change
from kcr2desk.core.ids import NewId
from kcr2desk.core.making import altering, making
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.handing import (
    NOT_FOR_A_CHILD,
    NOT_TAKEN,
    guardian_named,
    is_minor_alone,
    proposals,
)
from kcr2desk.core.repatriation.handing_fields import given
from kcr2desk.core.repatriation.people import HandOver, Person

# -- what was done ---------------------------------------------------------------------------------


def hand_overs(book: OperationBook, person: Person) -> list[HandOver]:
    """The hand-overs of a human being, of every record that is about it, earliest first."""
    found = [each for i in book.same_as(person.id) for each in book.hand_overs(i)]
    return sorted(found, key=lambda each: each.id)


def done(book: OperationBook, person: Person) -> list[HandOver]:
    """Who took this person."""
    return [each for each in hand_overs(book, person) if each.status == "done"]


def done_to(book: OperationBook, person: Person, receiver: str) -> HandOver | None:
    """The hand-over of this person to this receiver, when it was done."""
    return next((each for each in done(book, person) if each.receiver == receiver), None)


def is_handed_over(book: OperationBook, person: Person) -> bool:
    """Whether anybody took this person."""
    return bool(done(book, person))


def left_behind(book: OperationBook, persons: Sequence[Person]) -> list[Person]:
    """Who of the families that want to stay together would stay here when `persons` go."""
    going = {i for person in persons for i in book.same_as(person.id)}
    behind: dict[str, Person] = {}
    for person in persons:
        group = book.group(person.group)
        if group is None or not group.together:
            continue
        for other in book.heads(book.members_of(group.id)):
            if other.id not in going and not _is_gone(book, other):
                behind[other.id] = other
    return list(behind.values())


def _is_gone(book: OperationBook, person: Person) -> bool:
    return person.outcome in NOT_TAKEN or person.outcome == "left" or is_handed_over(book, person)


def receipt_number(book: OperationBook, person: Person) -> str:
    """A number for the receipt that nobody else has in this operation: of the first person, and
    how many times that one was handed over."""
    times = sum(each.status != "proposed" for each in hand_overs(book, person)) + 1
    return f"{in_hall(person.number) or person.id[-6:]}/{times}"


def in_hall(number: str) -> str:
    """A number as people say it in one hall: "0142-3" of "P-2026-11-0142-3", "K7-0001-3" where a
    desk counted by itself."""
    return "-".join(number.split("-")[3:]) or number


# -- what hinders it ------------------------------------------------------------------------------


def hindrance(
    book: OperationBook,
    person: Person,
    receiver: str,
    today: date,
    *,
    guardian_checked: bool = False,
) -> str:
    """The code of why this person may not go to this receiver now, or ""."""
    if done_to(book, person, receiver):
        return "already"
    if receiver in NOT_FOR_A_CHILD and is_minor_alone(book, person, today):
        if receiver == "own_means":
            return "minor_by_own_means"
        if not guardian_named(person):
            return "no_guardian"
        if not guardian_checked:
            return "guardian_not_checked"
    return ""


# -- changes ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Taking:
    """Who takes people over, as the officer noted it."""

    receiver: str
    to: str = ""
    municipality: str = ""
    taken_by: str = ""
    receipt: str = ""
    note: str = ""


def handing(
    book: OperationBook,
    persons: Iterable[Person],
    taking: Taking,
    at: datetime | None,
    role: str,
    new_id: NewId,
) -> tuple[Change, ...]:
    """The changes that hand these people over at a moment; without one they propose it. A
    proposal to the same receiver becomes the hand-over. Who has gone there already is left out.

    Raises KeyError for a receiver that is not on the list, FieldError for what does not fit.
    """
    choice = book.choice("receiver", taking.receiver)
    if choice is None:
        raise KeyError(taking.receiver)
    changes: list[Change] = []
    for person in persons:
        if done_to(book, person, taking.receiver):
            continue
        fields: dict[str, Any] = {
            "to": taking.to,
            "municipality": taking.municipality,
            "status": "proposed" if at is None else "done",
            "handed_at": at,
            "taken_by": taking.taken_by,
            "receipt": taking.receipt,
            "note": taking.note,
            "given": frozenset() if at is None else frozenset(given(book, person, choice, role)),
        }
        open_one = _proposed(book, person, taking.receiver)
        if open_one is None:
            fields |= {"about": person.id, "receiver": taking.receiver}
            changes.append(making("handover", new_id(), fields))
        elif (change := altering(open_one, fields)) is not None:
            changes.append(change)
    return tuple(changes)


def cancelling(records: Iterable[HandOver]) -> tuple[Change, ...]:
    """The changes that undo hand-overs or proposals; they stay in the log as cancelled."""
    changes = (altering(each, {"status": "cancelled"}) for each in records)
    return tuple(change for change in changes if change is not None)


def _proposed(book: OperationBook, person: Person, receiver: str) -> HandOver | None:
    found = hand_overs(book, person)
    return next((h for h in found if h.receiver == receiver and h.status == "proposed"), None)


# -- what is still to be done ----------------------------------------------------------------------


def open_by_receiver(
    book: OperationBook, today: date, arrival: str | None = None
) -> dict[tuple[str, str], list[Person]]:
    """Who is registered and not yet taken over, by receiver and its name or municipality: as
    noted by an officer, else as it is proposed here."""
    found: dict[tuple[str, str], list[Person]] = {}
    for person in book.heads(book.persons(arrival)):
        if not person.outcome or _is_gone(book, person):
            continue
        for key in _awaited(book, person, today):
            found.setdefault(key, []).append(person)
    return dict(sorted(found.items()))


def _awaited(book: OperationBook, person: Person, today: date) -> list[tuple[str, str]]:
    noted = [h for h in hand_overs(book, person) if h.status == "proposed"]
    if noted:
        return [(h.receiver, h.municipality or h.to) for h in noted]
    proposed = proposals(book, person, today)
    return [(p.receiver, p.municipality or p.to) for p in proposed[:1]]
