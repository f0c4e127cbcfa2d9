"""What waits for the lead of a hall: who is who, what contradicts, who needs an adult.

A `LeadList` follows the book record by record, as a `Muster` does: what differs in one record costs
what is joined with it, however many there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from kcr2desk.core.records import Conflict, Record
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.handing import guardian_named, is_minor_alone
from kcr2desk.core.repatriation.people import VOID, Passage, Person, PersonLink
from kcr2desk.core.repatriation.reconcile_people import AT_ONCE, Key, joined_with

KINDS: Final = (
    "minor", "contradiction", "link", "conflict", "unfinished", "checks", "later", "joined",
)  # fmt: skip
"""What may wait, the most urgent first. "joined" stands, and can be taken apart."""
COUNTED: Final = frozenset(KINDS) - {"later", "joined"}
"""What wants the lead now."""
UNFINISHED: Final = timedelta(minutes=20)
"""From when on a registration without an outcome is asked about."""


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing for the lead. `record` is the link, conflict or person that it hangs on; `one` and
    `other` are the persons or lines that it is about. Unfinished ones count from `at` on."""

    kind: str
    record: str
    one: str
    other: str = ""
    at: datetime | None = None
    score: int = 0

    @property
    def key(self) -> str:
        """The same while it is about the same."""
        return f"{self.kind}:{self.record}"


class LeadList:
    """What waits, kept by following the book."""

    def __init__(self) -> None:
        self._found: dict[Key, tuple[Concern, ...]] = {}
        self._ends: dict[str, tuple[str, str]] = {}
        self._ties: dict[str, str] = {}
        self._groups: dict[str, str] = {}
        self.complete = False

    def load(self, book: OperationBook, today: date) -> LeadList:
        """Take up all of a book."""
        for _ in self.begin(book, today):
            pass
        return self

    def begin(self, book: OperationBook, today: date) -> Iterator[int]:
        """Take up all of a book bit by bit: between two bits something else may be done."""
        self.__init__()  # type: ignore[misc]
        persons = [("person", p.id) for p in book.persons()]
        links = [("personlink", link.id) for link in book.every_link()]
        conflicts = [("conflict", c.id) for c in book.conflicts()]
        yield 0
        self._ties = {line.id: line.person for line in book.lines() if line.person}
        yield 0
        every = [*persons, *links, *conflicts]
        for start in range(0, len(every), AT_ONCE):
            self.follow(book, every[start : start + AT_ONCE], today)
            yield start
        self.complete = True

    def follow(self, book: OperationBook, keys: Iterable[Key], today: date) -> bool:
        """Take up what differs; says whether anything here is concerned."""
        persons: set[str] = set()
        links: set[str] = set()
        ends: set[str] = set()
        any_ = False
        for name, record_id in keys:
            any_ = any_ or name in ("person", "personlink", "conflict", "manifestline", "passage")
            if name == "person":
                persons |= self._with_group(book, record_id)
                ends.add(record_id)
            elif name == "personlink":
                links.add(record_id)
                ends |= self._ends_of(book, record_id)
            elif name == "manifestline":
                ends |= self._tie_of(book, record_id)
            elif name == "passage":
                passage = book.get(name, record_id)
                if isinstance(passage, Passage):
                    persons.add(passage.about)
            elif name == "conflict":
                conflict = book.get(name, record_id)
                self._put((name, record_id), _of_conflict(conflict))
        for end in ends:
            links |= _links_in(book, end)
        for link in links:
            self._put(("personlink", link), _of_link(book, link))
        for person in persons:
            self._put(("person", person), _of_person(book, person, today))
        return any_

    def _with_group(self, book: OperationBook, person_id: str) -> set[str]:
        """A person and those whose group may have lost or got an adult by it."""
        person = book.person(person_id)
        groups = {self._groups.pop(person_id, ""), "" if person is None else person.group} - {""}
        if person is not None and person.group:
            self._groups[person_id] = person.group
        return {person_id, *(m.id for group in groups for m in book.members_of(group))}

    def _ends_of(self, book: OperationBook, link_id: str) -> set[str]:
        found = set(self._ends.pop(link_id, ()))
        link = book.get("personlink", link_id)
        if isinstance(link, PersonLink):
            self._ends[link_id] = (link.one, link.other)
            found |= {link.one, link.other}
        return found

    def _tie_of(self, book: OperationBook, line_id: str) -> set[str]:
        before = self._ties.pop(line_id, "")
        line = book.line(line_id)
        now = "" if line is None else line.person
        if now:
            self._ties[line_id] = now
        return {line_id, before, now} - {""}

    def _put(self, key: Key, found: list[Concern]) -> None:
        if found:
            self._found[key] = tuple(found)
        else:
            self._found.pop(key, None)

    # -- out ---------------------------------------------------------------------------------------

    def concerns(self, now: datetime) -> list[Concern]:
        """Everything that waits, the most urgent first."""
        every = [c for found in self._found.values() for c in found if _is_time(c, now)]
        order = {kind: place for place, kind in enumerate(KINDS)}
        return sorted(every, key=lambda c: (order[c.kind], -c.score, c.record))

    def count(self, now: datetime) -> int:
        """How much of it wants the lead now."""
        return sum(
            c.kind in COUNTED and _is_time(c, now) for found in self._found.values() for c in found
        )


def _is_time(concern: Concern, now: datetime) -> bool:
    if concern.kind != "unfinished" or concern.at is None:
        return True
    return now - concern.at >= UNFINISHED


def _of_conflict(conflict: Record | None) -> list[Concern]:
    if not isinstance(conflict, Conflict) or conflict.state != "open":
        return []
    return [Concern("conflict", conflict.id, conflict.about, at=conflict.offered_at)]


def _of_link(book: OperationBook, link_id: str) -> list[Concern]:
    link = book.get("personlink", link_id)
    if not isinstance(link, PersonLink) or not all(
        book.person(end) is not None or book.line(end) is not None for end in (link.one, link.other)
    ):
        return []
    score = link.score or 0
    if link.verdict == "different":
        if link.other not in joined_with(book, link.one):
            return []
        return [Concern("contradiction", link.id, link.one, link.other, score=score)]
    kind = {"same": "joined", "later": "later"}.get(link.verdict, "link")
    if kind != "joined" and link.other in joined_with(book, link.one):
        return []  # it was joined by another way: nothing is left to ask
    return [Concern(kind, link.id, link.one, link.other, score=score)]


def _links_in(book: OperationBook, record: str) -> set[str]:
    """The links of a record, and of all that is joined with it."""
    return {link.id for each in {record, *joined_with(book, record)} for link in book.links(each)}


def _of_person(book: OperationBook, person_id: str, today: date) -> list[Concern]:
    person = book.person(person_id)
    if person is None or person.outcome in VOID:
        return []
    found = []
    if is_minor_alone(book, person, today) and not guardian_named(person):
        found.append(Concern("minor", person.id, person.id, at=person.registered_at))
    if person.checks:
        found.append(Concern("checks", person.id, person.id, at=person.registered_at))
    if not person.outcome:
        found.append(Concern("unfinished", person.id, person.id, at=_since(book, person)))
    return found


def _since(book: OperationBook, person: Person) -> datetime | None:
    passed = [p.passed_at for p in book.passages(person.id) if p.passed_at is not None]
    return person.registered_at or min(passed, default=None)
