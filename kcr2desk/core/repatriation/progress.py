"""How far an arrival is, how fast the desks are, and when it will be done."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.headcount import humans
from kcr2desk.core.repatriation.people import VOID, Person

WINDOW = timedelta(minutes=20)
"""Over how long back the speed is measured: a break of a desk shows soon, one family does not."""

FEW = 3
"""Registrations in the window from which on an end is foretold."""


@dataclass(frozen=True, slots=True)
class DeskPace:
    """One desk: how many it registered, and how many in the last window."""

    desk: str
    registered: int
    lately: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Progress:
    """`expected` human beings to be seen (crew apart), `counted` those with an outcome. `source`
    says what `expected` rests on: "boarded", "manifest", "declared", "capacity" or "".
    `ends_at` is None while nobody can tell."""

    expected: int
    counted: int
    source: str
    per_minute: float
    desks: tuple[DeskPace, ...]
    ends_at: datetime | None

    @property
    def left(self) -> int:
        """How many are still to come."""
        return max(0, self.expected - self.counted)


def progress(book: OperationBook, arrival: str, now: datetime) -> Progress:
    """How far one arrival is."""
    done = counted(book, arrival)
    expected, source = expectation(book, arrival)
    desks = _paces(done, now)
    lately = sum(desk.lately for desk in desks)
    first = min((p.registered_at for p in done if p.registered_at is not None), default=now)
    minutes = max(1.0, min(WINDOW, now - first) / timedelta(minutes=1))
    pace = lately / minutes
    left = max(0, expected - len(done))
    ends = now + timedelta(minutes=left / pace) if left and lately >= FEW else None
    return Progress(expected, len(done), source, pace, desks, ends)


def counted(book: OperationBook, arrival: str) -> list[Person]:
    """One registration with an outcome for each human being of an arrival that has any."""
    ended = (
        [person for person in persons if person.outcome and person.outcome not in VOID]
        for persons in humans(book, arrival)
    )
    return [persons[0] for persons in ended if persons]


def expectation(book: OperationBook, arrival: str) -> tuple[int, str]:
    """How many passengers are expected, and by what: the latest list that there is and who is
    rightly on none, else what the papers say, else the seats."""
    for name in ("boarded", "manifest"):
        lines = [line for line in book.lines(arrival, name) if not line.crew and not line.settled]
        if lines:
            one = {book.same_as(line.id): line for line in lines}
            return len(one) + _besides(book, arrival), name
    found = book.arrival(arrival)
    if found is not None and found.declared_count:
        return found.declared_count, "declared"
    if found is not None and found.capacity:
        return found.capacity, "capacity"
    return 0, ""


def _besides(book: OperationBook, arrival: str) -> int:
    """How many human beings are here of whom somebody said that they are rightly on no list."""
    said = {
        book.same_as(person.id)
        for person in book.persons(arrival)
        if person.unlisted and person.outcome and person.outcome not in VOID
    }
    return sum(not any(book.lines_of(record) for record in each) for each in said)


def _paces(done: list[Person], now: datetime) -> tuple[DeskPace, ...]:
    by_desk: dict[str, list[datetime]] = defaultdict(list)
    for person in done:
        if person.registered_at is not None:
            by_desk[person.desk].append(person.registered_at)
    return tuple(
        DeskPace(desk, len(times), sum(now - WINDOW < t <= now for t in times), max(times))
        for desk, times in sorted(by_desk.items())
    )
