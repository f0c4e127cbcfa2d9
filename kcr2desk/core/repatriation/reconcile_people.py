"""The human beings of an operation, put together from lines of lists and registrations.

A `Muster` follows the book record by record: what differs in one record costs what is joined with
that record, however many lines the lists have. Joined is only what a person joined: a line's
`person`, and links that say "same". What merely looks the same is a `Pair`, to be settled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from kcr2desk.core.repatriation.book import LONG_AGO, OperationBook
from kcr2desk.core.repatriation.operation import Arrival
from kcr2desk.core.repatriation.people import VOID, ManifestLine, Person, PersonLink
from kcr2desk.core.repatriation.reconcile_pairs import apart, documents_of, pairs_of

Key = tuple[str, str]

ENDED: Final = ("hospital", "referred", "registered", "refused", "left")
"""Outcomes, the first of them counts where one human being has several registrations."""
DOCUMENT: Final = frozenset({"document"})
AT_ONCE: Final = 200
"""Records that are looked at in one go: a few milliseconds."""


@dataclass(frozen=True, slots=True)
class Human:
    """One human being: every line and every registration that was joined, and what they add up to.

    `aside` says why it is counted nowhere: "crew", "named" (only a message names it, no list of
    ours), "error" (its lines are no persons), "duplicate_of_nobody" or "withdrawn" (its only
    registration). `came` are the arrivals that it came with, `out` whether it left by the door.
    """

    id: str
    lines: tuple[ManifestLine, ...]
    persons: tuple[Person, ...]
    aside: str
    applied: bool
    eligible: str
    manifest: frozenset[str]
    boarded: frozenset[str]
    here: bool
    came: frozenset[str]
    outcome: str
    handed: bool
    out: bool
    settled: str
    besides: bool
    seen_at: datetime | None
    arrivals: frozenset[str]

    @property
    def records(self) -> Iterator[ManifestLine | Person]:
        """All that is joined in it."""
        yield from self.persons
        yield from self.lines

    @property
    def records_first(self) -> ManifestLine | Person:
        """The record that stands for it."""
        return next(self.records)

    @property
    def live_persons(self) -> list[Person]:
        """Registrations that count."""
        return [p for p in self.persons if p.outcome not in VOID]

    @property
    def live_lines(self) -> list[ManifestLine]:
        """Lines that are persons."""
        return [line for line in self.lines if line.settled != "error"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that are probably one human being; nobody said so yet. `link` is the proposal, "" where
    only the document says it. `score` is per thousand."""

    one: str
    other: str
    reasons: frozenset[str]
    score: int | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All that a reckoning needs, as it is at one moment: safe to be read in another thread."""

    humans: dict[str, Human]
    pairs: tuple[Pair, ...]
    arrivals: tuple[Arrival, ...]
    fresh: bool = True
    """Whether every record of the book was looked at."""


class Muster:
    """Who there is, kept by following the book."""

    def __init__(self) -> None:
        self.who: dict[str, str] = {}
        """The human being of each line and person."""
        self.humans: dict[str, Human] = {}
        self._abouts: dict[Key, tuple[str, ...]] = {}
        self._open: dict[str, PersonLink] = {}
        self._documents: dict[str, set[str]] = {}
        self._pairs: dict[str, tuple[Pair, ...]] = {}
        self.complete = False

    # -- in ----------------------------------------------------------------------------------------

    def load(self, book: OperationBook) -> Muster:
        """Take up all of a book."""
        for _ in self.begin(book):
            pass
        return self

    def begin(self, book: OperationBook) -> Iterator[int]:
        """Take up all of a book bit by bit: between two bits something else may be done, and
        `follow` may be called."""
        self.__init__()  # type: ignore[misc]
        for link in book.every_link():
            self._note_link(link)
        yield 0
        persons = book.persons()
        for person in persons:
            for one in book.passages(person.id):
                self._abouts["passage", one.id] = (person.id,)
            for other in book.hand_overs(person.id):
                self._abouts["handover", other.id] = (person.id,)
        yield 0
        waiting = [r.id for r in (*persons, *book.lines())]
        yield 0
        for start in range(0, len(waiting), AT_ONCE):
            self._take(book, [i for i in waiting[start : start + AT_ONCE] if i not in self.who])
            yield start
        self.complete = True

    def follow(self, book: OperationBook, keys: Iterable[Key]) -> bool:
        """Take up what differs; says whether anybody is concerned."""
        touched: set[str] = set()
        others = False
        for key in keys:
            name, record_id = key
            if name in ("person", "manifestline"):
                touched.add(record_id)
            elif name in ("personlink", "passage", "handover"):
                touched.update(self._abouts.get(key, ()))
                touched.update(self._note(book, key))
            else:
                others = others or name in ("arrival", "operation")
        if touched:
            self._take(book, touched)
        return bool(touched) or others

    def _note(self, book: OperationBook, key: Key) -> tuple[str, ...]:
        name, record_id = key
        record = book.get(name, record_id)
        if record is None:
            self._open.pop(record_id, None)
            return self._abouts.pop(key, ())
        if isinstance(record, PersonLink):
            return self._note_link(record)
        about: str = record.about  # type: ignore[attr-defined]
        self._abouts[key] = (about,)
        return (about,)

    def _note_link(self, link: PersonLink) -> tuple[str, ...]:
        if link.verdict in ("", "proposed", "later"):
            self._open[link.id] = link
        else:
            self._open.pop(link.id, None)
        self._abouts["personlink", link.id] = (link.one, link.other)
        return (link.one, link.other)

    def _take(self, book: OperationBook, ids: Iterable[str]) -> None:
        """Put together anew whoever these records belonged to and belong to now."""
        waiting = set(ids)
        for human_id in {self.who[i] for i in waiting if i in self.who}:
            waiting.update(r.id for r in self.humans[human_id].records)
        numbers: set[str] = set()
        while waiting:
            first = waiting.pop()
            ids_now, lines, persons = _joined(book, first)
            waiting -= ids_now
            for human_id in {self.who[i] for i in (first, *ids_now) if i in self.who}:
                gone = self.humans.pop(human_id)
                numbers |= self._forget_documents(gone)
                for record in gone.records:
                    del self.who[record.id]
                    if record.id not in ids_now:
                        waiting.add(record.id)
            if lines or persons:
                human = human_of(book, lines, persons)
                self.humans[human.id] = human
                self.who.update(dict.fromkeys(ids_now, human.id))
                numbers |= self._note_documents(human)
        for number in numbers:
            self._pair(book, number)

    # -- documents ---------------------------------------------------------------------------------

    def _note_documents(self, human: Human) -> set[str]:
        numbers = {number for number, _ in documents_of(human)}
        for number in numbers:
            self._documents.setdefault(number, set()).add(human.id)
        return numbers

    def _forget_documents(self, human: Human) -> set[str]:
        numbers = {number for number, _ in documents_of(human)}
        for number in numbers:
            self._documents[number].discard(human.id)
            if not self._documents[number]:
                del self._documents[number]
        return numbers

    def _pair(self, book: OperationBook, number: str) -> None:
        there = self._documents.get(number, ())
        self._pairs.pop(number, None)
        if len(there) > 1:
            found = pairs_of(number, [self.humans[i] for i in sorted(there)])
            told = tuple(Pair(a.id, b.id, DOCUMENT) for a, b in found if not apart(book, a, b))
            if told:
                self._pairs[number] = told

    # -- out ---------------------------------------------------------------------------------------

    def snapshot(self, book: OperationBook) -> Snapshot:
        """What there is now."""
        return Snapshot(self.humans.copy(), self._every_pair(), tuple(book.arrivals), self.complete)

    def _every_pair(self) -> tuple[Pair, ...]:
        found: dict[frozenset[str], Pair] = {}
        for link in self._open.values():
            one, other = self.who.get(link.one), self.who.get(link.other)
            if one is None or other is None or one == other:
                continue
            key = frozenset((one, other))
            held = found.get(key)
            if held is None or (link.score or 0) > (held.score or 0):
                found[key] = Pair(one, other, link.reasons, link.score, link.id)
        for pairs in self._pairs.values():
            for pair in pairs:
                found.setdefault(frozenset((pair.one, pair.other)), pair)
        return tuple(found.values())


def _joined(book: OperationBook, first: str) -> tuple[set[str], list[ManifestLine], list[Person]]:
    """All that is joined with a record, itself among them while it is there."""
    found, waiting = {first}, [first]
    lines: list[ManifestLine] = []
    persons: list[Person] = []
    while waiting:
        here = waiting.pop()
        line = book.line(here)
        near: set[str] = set()
        if line is not None:
            lines.append(line)
            if line.person and book.person(line.person) is not None:
                near.add(line.person)
        else:
            person = book.person(here)
            if person is None:
                found.discard(here)
                continue
            persons.append(person)
            near.update(one.id for one in book.lines_of(here))
        for link in book.links(here):
            if link.verdict == "same":
                near.add(link.other if link.one == here else link.one)
        waiting += near - found
        found |= near
    return found, lines, persons


def joined_with(book: OperationBook, record: str) -> set[str]:
    """The ids of all that a person joined with a record, itself among them while it is there."""
    return _joined(book, record)[0]


def human_of(
    book: OperationBook, lines: Sequence[ManifestLine], persons: Sequence[Person]
) -> Human:
    """What these records of one human being add up to."""
    if len(lines) > 1:
        lines = sorted(lines, key=_by_id)
    if len(persons) > 1:
        persons = sorted(persons, key=_by_id)
    live = [one for one in lines if one.settled != "error"]
    living = [one for one in persons if one.outcome not in VOID]
    manifest = frozenset(one.arrival for one in live if one.list == "manifest")
    boarded = frozenset(one.arrival for one in live if one.list == "boarded")
    passages = [passage for one in living for passage in book.passages(one.id)]
    if len(living) > 1:
        passages.sort(key=lambda p: (p.passed_at or LONG_AGO, p.id))
    through = [p for p in passages if p.way != "at"]
    told = frozenset(one.arrival for one in living if one.arrival)
    outcomes = {one.outcome for one in living}
    seen = [one.registered_at for one in living if one.registered_at is not None]
    seen += [p.passed_at for p in passages if p.passed_at is not None]
    known = {one.eligible for one in live}
    ground = any(one.ground for one in living)
    settled = next((one.settled for one in live if one.settled), "")
    refused = "no" in known or settled == "not_eligible"
    return Human(
        id=(persons or lines)[0].id,
        lines=tuple(lines),
        persons=tuple(persons),
        aside=_aside(persons, live, living),
        applied=any(one.list == "applied" for one in live),
        eligible="yes" if "yes" in known or ground else "no" if refused else "",
        manifest=manifest,
        boarded=boarded,
        here=bool(living),
        came=(told or boarded or manifest or frozenset(("",))) if living else frozenset(),
        outcome=next((one for one in ENDED if one in outcomes), ""),
        handed=any(h.status == "done" for one in living for h in book.hand_overs(one.id)),
        out=bool(through) and through[-1].way == "out",
        settled=settled,
        besides=any(one.unlisted for one in living),
        seen_at=max(seen, default=None),
        arrivals=frozenset([*(o.arrival for o in lines), *(o.arrival for o in persons)]) - {""},
    )


def _aside(
    persons: Sequence[Person],
    live: Sequence[ManifestLine],
    living: Sequence[Person],
) -> str:
    if living:
        return ""
    if not live:
        if not persons:
            return "error"
        return (
            "duplicate_of_nobody" if any(p.outcome == "duplicate" for p in persons) else "withdrawn"
        )
    if all(one.crew for one in live):
        return "crew"
    return "named" if all(one.list == "pfif" for one in live) else ""


def _by_id(record: ManifestLine | Person) -> str:
    return record.id
