"""Where everybody is: in the hall, gone, or nowhere.

    count = headcount(book, now)
    for each in count.nowhere:
        print(each.head.number, each.why)

One line for each human being, however many desks registered it. What is known of somebody is put
in one order: passages by `passed_at`, then id, and hand-overs that took the person along by
`handed_at`. A desk that was offline for hours brings its passages in between the others, where
they belong; nothing depends on the order in which they came to the hub.

Clocks are wrong now and then. What says that it is still to come did happen all the same, so it
counts as of now, in the order of the times that were noted: no passage is passed over, and nobody
is out of the count for a desk whose clock runs ahead. How many there are is told (`ahead`). A
clock that runs behind cannot be seen from here.

What was noted by a code alone, at a desk that did not know the person, is theirs as soon as both
are here; until then its code is among the `strangers`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from kcr2desk.core.repatriation.book import LONG_AGO, OperationBook
from kcr2desk.core.repatriation.people import VOID, HandOver, Passage, Person

IN, LEFT, NOWHERE = "in", "left", "nowhere"
STATES: Final = (IN, LEFT, NOWHERE)

SILENT: Final = timedelta(hours=2)
"""Who was seen last so long ago, and did not leave, is nowhere."""

AHEAD: Final = timedelta(minutes=2)
"""A clock that runs ahead no more than this is not worth a word."""

EXITS: Final = frozenset({"transport", "exit"})
"""Stations by which people leave, unless they come in there."""

ENTRANCES: Final = frozenset({"entrance"})

TAKE_ALONG: Final = frozenset(
    {
        "municipality", "embassy", "coa", "hospital", "family", "nidos", "youth_protection",
        "own_means",
    }
)  # fmt: skip
"""Receivers with whom somebody leaves the hall. The others help here, or only get to know."""

GONE: Final = frozenset({"left", "hospital", "referred"})
"""Outcomes that say that somebody is not here any more."""


COUNTED: Final = ("person", "passage", "handover", "personneed")
"""What a head-count reads of a book (`OperationBook.still`)."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where one human being is. `head` stands for it, `persons` are all its records.

    `station` and `since` are of the last passage, "" and None without any. `why` says by what
    somebody left ("outcome", "handed_over", "station", "out") or is nowhere ("never" at a station,
    or "silent" for too long).
    """

    head: Person
    persons: tuple[Person, ...]
    state: str
    station: str = ""
    since: datetime | None = None
    why: str = ""
    needs: frozenset[str] = frozenset()
    """Kinds of need that nobody met yet."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many are in, left and nowhere."""

    inside: int = 0
    left: int = 0
    nowhere: int = 0

    @property
    def total(self) -> int:
        return self.inside + self.left + self.nowhere


@dataclass(frozen=True, slots=True)
class Headcount:
    """Everybody in the order of registration. `ahead` are passages of desks whose clock runs
    ahead, `strangers` codes that were scanned and belong to nobody here."""

    everybody: tuple[Whereabouts, ...] = ()
    ahead: int = 0
    strangers: tuple[str, ...] = ()

    @property
    def inside(self) -> tuple[Whereabouts, ...]:
        return self.of_state(IN)

    @property
    def left(self) -> tuple[Whereabouts, ...]:
        return self.of_state(LEFT)

    @property
    def nowhere(self) -> tuple[Whereabouts, ...]:
        return self.of_state(NOWHERE)

    def of_state(self, state: str) -> tuple[Whereabouts, ...]:
        """Who is in this state."""
        return tuple(each for each in self.everybody if each.state == state)

    @property
    def tally(self) -> Tally:
        return tally(self.everybody)

    def by_arrival(self) -> dict[str, Tally]:
        """By the id of the arrival; "" came with none."""
        return self.by(lambda each: (each.head.arrival,))

    def by_station(self) -> dict[str, Tally]:
        """By the station of the last passage; "" never came by one."""
        return self.by(lambda each: (each.station,))

    def by_municipality(self) -> dict[str, Tally]:
        """By municipality; "" has none."""
        return self.by(lambda each: (municipality_of(each),))

    def by_need(self) -> dict[str, Tally]:
        """By kind of need that is open; "" has none. Who has several needs stands under each, so
        these do not add up to everybody."""
        return self.by(lambda each: each.needs or ("",))

    def by(self, keys: Callable[[Whereabouts], Iterable[str]]) -> dict[str, Tally]:
        """Tallies by any keys of somebody."""
        found: dict[str, list[Whereabouts]] = defaultdict(list)
        for each in self.everybody:
            for key in keys(each):
                found[key].append(each)
        return {key: tally(each) for key, each in sorted(found.items())}

    def unseen(self, since: datetime) -> tuple[Whereabouts, ...]:
        """Who did not leave and was at no station since then: whom a roll call still looks for."""
        return tuple(
            each
            for each in self.everybody
            if each.state != LEFT and (each.since is None or each.since < since)
        )


def tally(found: Iterable[Whereabouts]) -> Tally:
    """How many of these are in which state."""
    states = [each.state for each in found]
    return Tally(states.count(IN), states.count(LEFT), states.count(NOWHERE))


def municipality_of(each: Whereabouts) -> str:
    """The municipality of a human being, of the first record that knows one."""
    return next((p.municipality for p in each.persons if p.municipality), "")


def way_of(station: str) -> str:
    """Which way a passage at a station goes, unless it is said otherwise."""
    return "out" if station in EXITS else "in" if station in ENTRANCES else "at"


def leaves(passage: Passage) -> bool:
    """Whether somebody left with this passage."""
    return passage.way == "out" or (passage.way == "at" and passage.station in EXITS)


def headcount(
    book: OperationBook,
    now: datetime,
    *,
    at: datetime | None = None,
    arrival: str | None = None,
    silent: timedelta = SILENT,
) -> Headcount:
    """Where everybody is, or was at an earlier moment `at`; of one arrival, or of all."""
    everybody = [where(book, each, now, at=at, silent=silent) for each in humans(book, arrival)]
    soon = now + AHEAD
    ahead = sum(
        p.passed_at is not None and p.passed_at > soon
        for each in everybody
        for person in each.persons
        for p in book.passages(person.id)
    )
    if at is not None:
        everybody = [each for each in everybody if _was_there(each, at)]
    codes = sorted({p.code.upper() for p in book.passages_of_nobody()})
    return Headcount(tuple(everybody), ahead, tuple(codes))


def humans(book: OperationBook, arrival: str | None = None) -> list[tuple[Person, ...]]:
    """The records of each human being, the first made first. A record behind which nobody stands
    counts only beside another."""
    came = [p for p in book.persons(arrival) if p.outcome not in VOID]
    found = []
    for ids in dict.fromkeys(book.same_as(person.id) for person in came):
        persons = [p for i in sorted(ids) if (p := book.person(i)) is not None]
        real = [p for p in persons if p.outcome not in VOID]
        found.append((*real, *(p for p in persons if p.outcome in VOID)))
    return found


def where(
    book: OperationBook,
    persons: tuple[Person, ...],
    now: datetime,
    *,
    at: datetime | None = None,
    silent: timedelta = SILENT,
) -> Whereabouts:
    """Where one human being is, of whom these are the records, or was at a moment."""
    moment = now if at is None else at
    sights = [s for p in persons for s in book.passages(p.id) if _counts(s.passed_at, now, at)]
    taken = [
        h
        for p in persons
        for h in book.hand_overs(p.id)
        if h.status == "done" and h.receiver in TAKE_ALONG and _counts(h.handed_at, now, at)
    ]
    last = max(sights, key=_order_of_passage, default=None)
    gone = max(taken, key=_order_of_hand_over, default=None)
    needs = frozenset(n.need for p in persons for n in book.needs(p.id) if n.met_at is None)
    found = Whereabouts(
        persons[0],
        persons,
        IN,
        "" if last is None else last.station,
        None if last is None or last.passed_at is None else min(last.passed_at, now),
        needs=needs,
    )
    why = _why_gone(persons, last, gone, now)
    if why:
        return replace(found, state=LEFT, why=why)
    if last is None:
        return replace(found, state=NOWHERE, why="never")
    if found.since is None or moment - found.since > silent:
        return replace(found, state=NOWHERE, why="silent")
    return found


def _why_gone(
    persons: tuple[Person, ...], last: Passage | None, taken: HandOver | None, now: datetime
) -> str:
    """By what somebody left, "" when not. What an outcome says holds whatever came before or
    after it: it has no time of its own."""
    if any(p.outcome in GONE for p in persons):
        return "outcome"
    if taken is not None and (
        last is None or _order_of_passage(last)[0] <= (taken.handed_at or now)
    ):
        return "handed_over"
    if last is not None and leaves(last):
        return "out" if last.station not in EXITS else "station"
    return ""


def _counts(when: datetime | None, now: datetime, at: datetime | None) -> bool:
    """Whether what happened then had happened at a moment. What is still to come happened by now
    at the latest."""
    return at is None or when is None or min(when, now) <= at


def _order_of_passage(passage: Passage) -> tuple[datetime, str]:
    return passage.passed_at or LONG_AGO, passage.id


def _order_of_hand_over(hand_over: HandOver) -> tuple[datetime, str]:
    return hand_over.handed_at or LONG_AGO, hand_over.id


def _was_there(each: Whereabouts, at: datetime) -> bool:
    """Whether somebody was known at a moment: registered, or seen at a station."""
    return each.since is not None or any(
        p.registered_at is None or p.registered_at <= at for p in each.persons
    )
