"""All of one operation in memory: records in, answers out. Some thousands of them; no I/O, no Qt.

    book = OperationBook(stream, records)
    for person in book.persons(arrival.id):
        print(person.number, book.group(person.group))

It follows changes record by record, so a screen or a script need not read all again. Persons and
lines of lists stay as they were written; who of them are one human being is counted from links.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from kcr2desk.core.record import Record
from kcr2desk.core.records import Conflict, type_name
from kcr2desk.core.repatriation.operation import (
    Arrival,
    Choice,
    Member,
    Operation,
    operation_of,
    stream_of,
)
from kcr2desk.core.repatriation.people import (
    HandOver,
    ManifestLine,
    Passage,
    Person,
    PersonLink,
    PersonNeed,
    TravelGroup,
)
from kcr2desk.core.text import name_key

R = TypeVar("R", bound=Record)

FENCED = (
    "operation", "member", "arrival", "manifestline", "person", "travelgroup", "personneed",
    "passage", "handover", "personlink", "conflict",
)  # fmt: skip
"""What an operation consists of."""

TYPES = (*FENCED, "choice")
"""What a book holds; other types are passed over."""

_BY: dict[str, tuple[tuple[str, Callable[..., object]], ...]] = {
    "manifestline": (
        ("arrival", lambda r: r.arrival), ("list", lambda r: r.list),
        ("both", lambda r: (r.arrival, r.list)), ("person", lambda r: r.person),
    ),
    "person": (
        ("arrival", lambda r: r.arrival), ("group", lambda r: r.group),
        ("number", lambda r: r.number), ("wristband", lambda r: r.wristband.upper()),
        ("tail", lambda r: tail(r.number)),
    ),
    "personneed": (("about", lambda r: r.about),),
    "passage": (
        ("about", lambda r: r.about), ("code", lambda r: "" if r.about else r.code.upper()),
    ),
    "handover": (("about", lambda r: r.about),),
    "conflict": (("about", lambda r: r.about),),
    "choice": (("group", lambda r: r.group),),
}  # fmt: skip
"""By what else records are found: a name, and what of a record it means."""

LONG_AGO = datetime.min.replace(tzinfo=UTC)


def tail(number: str) -> str:
    """The last two parts of a spoken number, count and check digit: "0142-3" of
    "P-2026-11-0142-3". It is what people say to each other in one hall."""
    return "-".join(number.split("-")[-2:])


class OperationBook:
    """The records of one operation by id and by what they belong to, and the words of the hall.

    Lists come in the order of the records' ids, so in the order in which they were made, unless it
    says otherwise. What is removed, or of another stream, is not there.
    """

    __slots__ = ("_clusters", "_index", "_links", "_records", "stream")

    def __init__(self, stream: str = "", records: Iterable[Record] = ()) -> None:
        self.stream = stream
        self._records: dict[str, dict[str, Record]] = {name: {} for name in TYPES}
        self._index: dict[tuple[str, str, object], dict[str, Record]] = {}
        self._links: dict[str, dict[str, PersonLink]] = {}
        self._clusters: dict[str, frozenset[str]] | None = None
        self.load(records)

    # -- in ----------------------------------------------------------------------------------------

    def load(self, records: Iterable[Record]) -> None:
        """Take these records up, in place of what was known of them."""
        for record in records:
            self.put(record)

    def become(self, other: OperationBook) -> None:
        """Hold what `other` holds, and nothing else. `other` is not to be used any more."""
        for name in self.__slots__:
            setattr(self, name, getattr(other, name))

    def still(self, *names: str) -> OperationBook:
        """A book of what these types are now, to be read in another thread while this one follows
        changes. It costs some milliseconds with thousands of people."""
        made = OperationBook(self.stream)
        wanted = frozenset(names)
        made._records |= {name: self._records[name].copy() for name in names}
        made._index = {key: held.copy() for key, held in self._index.items() if key[0] in wanted}
        made._clusters = dict(self._joined())
        return made

    def count(self, name: str) -> int:
        """How many records of a type there are."""
        return len(self._records[name])

    def put(self, record: Record) -> None:
        """Take a record up; one that is removed goes."""
        name = type_name(record)
        if name not in self._records or (name != "choice" and record.stream != self.stream):
            return
        self.drop(name, record.id)
        if record.removed:
            return
        self._records[name][record.id] = record
        for index, key in _BY.get(name, ()):
            self._index.setdefault((name, index, key(record)), {})[record.id] = record
        if isinstance(record, PersonLink):
            for end in (record.one, record.other):
                self._links.setdefault(end, {})[record.id] = record
            self._clusters = None

    def drop(self, name: str, record_id: str) -> None:
        """Forget a record; nothing happens when it is not here."""
        record = self._records.get(name, {}).pop(record_id, None)
        if record is None:
            return
        for index, key in _BY.get(name, ()):
            found = self._index[name, index, key(record)]
            del found[record_id]
            if not found:
                del self._index[name, index, key(record)]
        if isinstance(record, PersonLink):
            for end in {record.one, record.other}:
                self._links[end].pop(record_id, None)
            self._clusters = None

    # -- records -----------------------------------------------------------------------------------

    def get(self, name: str, record_id: str) -> Record | None:
        """A record by its type and id."""
        return self._records[name].get(record_id)

    def _one(self, cls: type[R], name: str, record_id: str) -> R | None:
        found = self._records[name].get(record_id)
        return found if isinstance(found, cls) else None

    def _every(self, cls: type[R], name: str) -> list[R]:
        return sorted((r for r in self._records[name].values() if isinstance(r, cls)), key=_by_id)

    def _by(self, cls: type[R], name: str, index: str, value: object) -> list[R]:
        held = self._index.get((name, index, value))
        if held is None:
            return []
        found = [r for r in held.values() if isinstance(r, cls)]
        return sorted(found, key=_by_id) if len(found) > 1 else found

    @property
    def operation(self) -> Operation | None:
        """The operation itself; None until it is here."""
        return self._one(Operation, "operation", operation_of(self.stream))

    @property
    def is_over(self) -> bool:
        """Whether its term ended and everything of persons was erased, as the hub said."""
        operation = self.operation
        return operation is not None and operation.erased_at is not None

    @property
    def members(self) -> list[Member]:
        """Who may enter it."""
        return self._every(Member, "member")

    def role_of(self, account: str) -> str:
        """As what an account is in it, "" when it is no member; where two records let it in, by the
        newer one, as the hub reads them."""
        key = name_key(account)
        return next((m.role for m in reversed(self.members) if name_key(m.account) == key), "")

    @property
    def arrivals(self) -> list[Arrival]:
        """Flights and buses in the order in which they arrive."""
        every = self._every(Arrival, "arrival")
        return sorted(every, key=lambda a: (a.actual_at or a.expected_at or LONG_AGO, a.id))

    def arrival(self, record_id: str) -> Arrival | None:
        return self._one(Arrival, "arrival", record_id)

    def lines(self, arrival: str | None = None, list: str | None = None) -> list[ManifestLine]:
        """Lines of lists: of one arrival ("" those of none), of one kind of list, or all."""
        if arrival is not None and list is not None:
            return self._by(ManifestLine, "manifestline", "both", (arrival, list))
        if arrival is not None:
            return self._by(ManifestLine, "manifestline", "arrival", arrival)
        if list is not None:
            return self._by(ManifestLine, "manifestline", "list", list)
        return self._every(ManifestLine, "manifestline")

    def line(self, record_id: str) -> ManifestLine | None:
        return self._one(ManifestLine, "manifestline", record_id)

    def lines_of(self, person: str) -> list[ManifestLine]:
        """The lines that turned out to be this person."""
        return self._by(ManifestLine, "manifestline", "person", person)

    def persons(self, arrival: str | None = None) -> list[Person]:
        """Everybody, or who came with one arrival ("" for none)."""
        if arrival is not None:
            return self._by(Person, "person", "arrival", arrival)
        return self._every(Person, "person")

    def person(self, record_id: str) -> Person | None:
        return self._one(Person, "person", record_id)

    def by_number(self, text: str) -> list[Person]:
        """Who has this number, these last digits of it ("0142-3"), or this wristband."""
        said = text.strip().upper()
        if not said:
            return []
        for index in ("number", "wristband", "tail"):
            found = self._by(Person, "person", index, said)
            if found:
                return found
        return []

    @property
    def groups(self) -> list[TravelGroup]:
        return self._every(TravelGroup, "travelgroup")

    def group(self, record_id: str) -> TravelGroup | None:
        return self._one(TravelGroup, "travelgroup", record_id)

    def members_of(self, group: str) -> list[Person]:
        """Who is in a group; nobody for ""."""
        return self._by(Person, "person", "group", group) if group else []

    def needs(self, person: str) -> list[PersonNeed]:
        return self._by(PersonNeed, "personneed", "about", person)

    def passages(self, person: str) -> list[Passage]:
        """Where somebody came by, earliest first; also what was noted by number or wristband at a
        desk that did not know the person."""
        found = self._by(Passage, "passage", "about", person)
        known = self.person(person)
        for code in () if known is None else {known.number, known.wristband.upper()} - {""}:
            found += self._by(Passage, "passage", "code", code)
        return sorted(found, key=_by_time) if len(found) > 1 else found

    def passages_of_nobody(self) -> list[Passage]:
        """Passages by a code that belongs to nobody here (yet)."""
        found = [p for p in self._every(Passage, "passage") if not p.about and p.code]
        return [p for p in found if not self.by_number(p.code)]

    def hand_overs(self, person: str) -> list[HandOver]:
        return self._by(HandOver, "handover", "about", person)

    def conflicts(self, record: str | None = None) -> list[Conflict]:
        """Open conflicts of the operation, or of one record."""
        found = (
            self._every(Conflict, "conflict")
            if record is None
            else self._by(Conflict, "conflict", "about", record)
        )
        return [c for c in found if c.state == "open"]

    def every_link(self) -> list[PersonLink]:
        return self._every(PersonLink, "personlink")

    def links(self, record: str) -> list[PersonLink]:
        """The links of a person or line."""
        return sorted(self._links.get(record, {}).values(), key=_by_id)

    def choices(self, group: str) -> list[Choice]:
        """The words of a list of the hall, in its order."""
        found = self._by(Choice, "choice", "group", group)
        return sorted(found, key=lambda c: (c.order, c.code))

    def choice(self, group: str, code: str) -> Choice | None:
        return next((c for c in self.choices(group) if c.code == code), None)

    # -- who is who --------------------------------------------------------------------------------

    def same_as(self, record: str) -> frozenset[str]:
        """The ids of all that "same" links join with this record, itself among them."""
        return self._joined().get(record, frozenset((record,)))

    def heads(self, persons: Iterable[Person]) -> list[Person]:
        """One person for each human being among `persons`: the one that was made first."""
        first: dict[frozenset[str] | str, Person] = {}
        joined = self._joined()
        for person in sorted(persons, key=_by_id):
            first.setdefault(joined.get(person.id, person.id), person)
        return list(first.values())

    def _joined(self) -> Mapping[str, frozenset[str]]:
        if self._clusters is None:
            from kcr2desk.core.repatriation.links import clusters

            self._clusters = dict(clusters(self.every_link()))
        return self._clusters


def _by_id(record: Record) -> str:
    return record.id


def _by_time(passage: Passage) -> tuple[datetime, str]:
    return passage.passed_at or LONG_AGO, passage.id


def records_of(every: Callable[..., Sequence[Record]], operation: str) -> OperationBook:
    """A book of an operation, of all that `every` gives by type: `Desk.all` or `Cache.all`."""
    stream = stream_of(operation)
    book = OperationBook(stream)
    for name in FENCED:
        book.load(every(name, stream=stream))
    book.load(every("choice"))
    return book
