"""The list of persons, before it is a table: one row for each human being, filters, order, search.

All in here is values: a search may run in another thread while the book goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.headcount import (
    COUNTED,
    Whereabouts,
    headcount,
    municipality_of,
)
from kcr2desk.core.repatriation.people import VOID, Person
from kcr2desk.desk.picker import folded
from kcr2desk.desk.repatriation import people_words as words

FILTERS: Final = ("arrival", "where", "municipality", "need", "outcome", "group", "special")
SORTS: Final = ("number", "name", "outcome", "where", "arrival", "group", "municipality")

ALONE, NO_PAPERS, TOGETHER, TWICE, UNMET = "alone", "papers", "group", "twice", "unmet"
NONE: Final = "-"
"""The value of a filter for who has none of it."""

_SEARCHED: Final = (
    "number", "spoken_name", "family_name", "prefix", "given_names", "other_names",
    "document_number", "seat", "wristband", "phone", "mail", "city", "birth_date",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One human being in the list. `tags` are its values by filter; `hay` is searched in."""

    found: Whereabouts
    name: str
    arrival: str
    group: str
    group_size: int
    municipality: str
    needs: tuple[tuple[str, bool], ...]
    """Kinds of need, and whether each is met."""
    alone: bool
    emptied: bool
    tags: Mapping[str, frozenset[str]] = field(repr=False, compare=False)
    hay: str = field(repr=False, compare=False)

    @property
    def id(self) -> str:
        return self.found.head.id

    @property
    def head(self) -> Person:
        return self.found.head

    @property
    def ids(self) -> frozenset[str]:
        """Of all records of this human being."""
        return frozenset(p.id for p in self.found.persons)


READ: Final = (*COUNTED, "arrival", "travelgroup", "operation", "choice")
"""What rows and filters read of a book (`OperationBook.still`)."""


def rows_of(book: OperationBook, now: datetime) -> list[PersonRow]:
    """Everybody, and the records behind which nobody stands: they are looked for as well."""
    count = headcount(book, now)
    known = {p.id for each in count.everybody for p in each.persons}
    rest = [p for p in book.persons() if p.id not in known and p.outcome in VOID]
    everybody = [*count.everybody, *(Whereabouts(p, (p,), "") for p in rest)]
    return [_row(book, each, now) for each in everybody]


def _row(book: OperationBook, found: Whereabouts, now: datetime) -> PersonRow:
    head = found.head
    met: dict[str, bool] = {}
    for person in found.persons:
        for need in book.needs(person.id):
            met[need.need] = met.get(need.need, True) and need.met_at is not None
    group = next((p.group for p in found.persons if p.group), "")
    arrival = book.arrival(head.arrival)
    municipality = municipality_of(found)
    alone = any(words.minor_alone(book, p, now) for p in found.persons)
    special = {
        ALONE: alone, TOGETHER: bool(group), TWICE: len(found.persons) > 1,
        UNMET: not all(met.values()), NO_PAPERS: any(p.no_document for p in found.persons),
    }  # fmt: skip
    tags = {
        "arrival": frozenset((head.arrival or NONE,)),
        "where": frozenset((found.state, f"@{found.station}" if found.station else NONE)),
        "municipality": frozenset((municipality or NONE,)),
        "need": frozenset(met) or frozenset((NONE,)),
        "outcome": frozenset((head.outcome or NONE,)),
        "group": frozenset((group or NONE,)),
        "special": frozenset(name for name, holds in special.items() if holds),
    }
    title = words.group_title(book, group)
    parts = [getattr(p, name) for p in found.persons for name in _SEARCHED]
    return PersonRow(
        found, words.family_first(head), "" if arrival is None else arrival.code, title,
        len(book.heads(book.members_of(group))), municipality, tuple(sorted(met.items())), alone,
        words.is_emptied(book, head, now), tags, folded(" ".join((*parts, title))),
    )  # fmt: skip


def passing(rows: Iterable[PersonRow], chosen: Mapping[str, frozenset[str]]) -> list[PersonRow]:
    """Who passes all filters; one in which nothing is chosen lets everybody through."""
    held = [(name, values) for name, values in chosen.items() if values]
    return [row for row in rows if all(row.tags[name] & values for name, values in held)]


def matching(rows: Sequence[PersonRow], text: str) -> list[PersonRow]:
    """Who has every word of a text in what is known of them."""
    asked = folded(text).split()
    return [row for row in rows if all(word in row.hay for word in asked)]


def ordered(rows: Sequence[PersonRow], by: str, *, descending: bool = False) -> list[PersonRow]:
    """In an order; who says nothing there comes last either way."""
    key = _KEYS[by]
    said = [row for row in rows if key(row) not in ("", None)]
    blank = [row for row in rows if key(row) in ("", None)]
    said.sort(key=lambda row: (key(row), row.head.number), reverse=descending)
    return said + blank


_KEYS: Final[Mapping[str, Callable[[PersonRow], Any]]] = {
    "number": lambda row: row.head.number,
    "name": lambda row: folded(row.name),
    "outcome": lambda row: row.head.outcome,
    "where": lambda row: row.found.since,
    "arrival": lambda row: row.arrival,
    "group": lambda row: folded(row.group),
    "municipality": lambda row: words.municipality(row.municipality),
}
