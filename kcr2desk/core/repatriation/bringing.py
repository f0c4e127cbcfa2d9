"""What bringing in a list would change: every line of it is new, changed, the same or unreadable.

    seen = preview(book, file, "manifest", arrival, now, origin="pax.xlsx")
    for batch in bringing_changes.changes(seen, propose=matching.pairs):
        cache.save(book.stream, batch)

Bringing in twice changes nothing. Who is no longer in a newer edition is named and stays until
somebody says otherwise (`bringing_changes.cancelling`). What a desk found of a line (`person`,
`settled`) is not touched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal, Protocol

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.bringing_arrival import ArrivalPlan, Flight, planned
from kcr2desk.core.repatriation.bringing_same import Told, new_key, paired, told, told_by
from kcr2desk.core.repatriation.operation import operation_of
from kcr2desk.core.repatriation.people import ManifestLine, line_id

Status = Literal["new", "changed", "same"]
UNBOUND: Final = ("applied", "pfif")
"""Lists that are of no arrival: people apply before anybody knows with which they come."""
ABOARD: Final = ("manifest", "boarded")

FIELDS: Final = (
    "crew", "eligible", "ground", "full_name", "family_name", "prefix", "given_names",
    "other_names", "birth_date", "sex", "nationality", "document_type", "document_number",
    "document_country", "document_expiry", "seat", "party", "phone", "mail", "street", "postcode",
    "city", "country", "note", "others",
)  # fmt: skip
"""What a list may say of a person: all else of a line is the desks' own."""

_EDITION: Final = 0.5
"""Share of the lines here that must be in the file for it to be a newer edition of them."""


class ListedLine(Protocol):
    """One person of a file: `exchange.listed.Listed`."""

    @property
    def fields(self) -> Mapping[str, Any]: ...

    @property
    def row(self) -> int: ...


class Oddity(Protocol):
    """What is odd about a file, or a line of it: `exchange.problems.Problem`."""

    @property
    def line(self) -> int | None: ...

    @property
    def code(self) -> str: ...


class People(Protocol):
    """A file that was read: `exchange.listed.ListedFile`."""

    @property
    def lines(self) -> Sequence[ListedLine]: ...

    @property
    def problems(self) -> Sequence[Oddity]: ...

    @property
    def declared(self) -> Mapping[str, int]: ...

    @property
    def flights(self) -> Sequence[Flight]: ...

    @property
    def same(self) -> Sequence[tuple[str, str]]: ...


@dataclass(frozen=True, slots=True)
class LineSeen:
    """A line of the file. `was` and `now` have the fields that differ; `line` is what is here.

    `alike` are the rows of the file that look like the same human being. `gone_before`: somebody
    settled it as cancelled (or otherwise), and here it is again.
    """

    row: int
    status: Status
    id: str
    key: str
    fields: Mapping[str, Any]
    line: ManifestLine | None = None
    was: Mapping[str, Any] = field(default_factory=dict)
    now: Mapping[str, Any] = field(default_factory=dict)
    alike: tuple[int, ...] = ()

    @property
    def gone_before(self) -> bool:
        """Whether somebody settled it as one that nobody looks for any more."""
        return self.line is not None and bool(self.line.settled)


@dataclass(frozen=True, slots=True)
class Total:
    """A number that the file states, and how many it lists of them: "passengers" or "crew"."""

    whom: str
    declared: int
    listed: int

    @property
    def fits(self) -> bool:
        return self.declared == self.listed


@dataclass(frozen=True, slots=True)
class Preview:
    """What bringing in a file would do. `unreadable` are rows that are no line, `odd` what is worth
    knowing of the others; `gone` who is no longer in the list."""

    stream: str
    list_name: str
    arrival: str
    origin: str
    lines: tuple[LineSeen, ...]
    gone: tuple[ManifestLine, ...]
    totals: tuple[Total, ...]
    unreadable: tuple[Any, ...]
    odd: tuple[Any, ...]
    plan: ArrivalPlan | None
    known: tuple[ManifestLine, ...]
    same: tuple[tuple[str, str], ...]
    ruled: frozenset[str]

    def of(self, status: Status) -> list[LineSeen]:
        """The lines of one status, in the order of the file."""
        return [line for line in self.lines if line.status == status]

    def count(self, status: Status) -> int:
        return sum(line.status == status for line in self.lines)

    @property
    def alike(self) -> list[LineSeen]:
        """Lines that look like another one of the file."""
        return [line for line in self.lines if line.alike]

    @property
    def differing(self) -> list[Total]:
        """Totals that are not what the file lists."""
        return [total for total in self.totals if not total.fits]


def preview(
    book: OperationBook,
    file: People,
    list: str,
    arrival: str,
    now: datetime,
    *,
    origin: str = "",
) -> Preview:
    """What bringing in `file` as this kind of list of this arrival would do; nothing is changed.

    `arrival` is the id of one that is here, of one that the file proposes (`arrivings`), or "" for
    none. `origin` is the name of the file.
    """
    bound = "" if list in UNBOUND else arrival
    known = tuple(book.lines(bound, list))
    here = [told_by(line) for line in known]
    facts = [told(line.fields) for line in file.lines]
    found = paired(facts, here)
    alike = _alike(facts, [line.row for line in file.lines])
    keys = {line.key for line in known}
    operation = operation_of(book.stream)
    seen = []
    for place, (line, fact) in enumerate(zip(file.lines, facts, strict=True)):
        if place in found:
            seen.append(_known(line, known[found[place]], alike.get(place, ())))
            continue
        key = new_key(fact, bound, keys.__contains__)
        keys.add(key)
        made = line_id(operation, list, key)
        fields = {n: v for n in FIELDS if (v := line.fields.get(n))}
        seen.append(LineSeen(line.row, "new", made, key, fields, alike=alike.get(place, ())))
    rows = {line.row for line in file.lines}
    unreadable = tuple(p for p in file.problems if p.line is not None and p.line not in rows)
    gone = _gone(known, {found[place] for place in found}) if file.lines else ()
    plan = planned(book, file.flights, bound, file.declared if list in ABOARD else {}, now)
    return Preview(
        book.stream, list, bound, origin, tuple(seen), gone, _totals(file), unreadable,
        tuple(p for p in file.problems if p not in unreadable), plan, known, tuple(file.same),
        frozenset(link.id for link in book.every_link()),
    )  # fmt: skip


def _known(line: ListedLine, here: ManifestLine, alike: tuple[int, ...]) -> LineSeen:
    """A line that is here already, and what the file says otherwise. A blank cell says nothing."""
    was: dict[str, Any] = {}
    now: dict[str, Any] = {}
    for name in FIELDS:
        value, held = line.fields.get(name), getattr(here, name)
        if name == "others" and value:
            value = {**(held or {}), **value}
        if (value or (name == "crew" and value is False)) and value != held:
            was[name], now[name] = held, value
    status: Status = "changed" if now else "same"
    return LineSeen(line.row, status, here.id, here.key, line.fields, here, was, now, alike)


def _gone(known: Sequence[ManifestLine], found: set[int]) -> tuple[ManifestLine, ...]:
    """Who is no longer there: lines of which the file is a newer edition, and that it leaves out.

    It is one when it has half of all lines of the list, or half of those that came from one file:
    the list of who applied comes in parts.
    """
    by_origin: dict[str, list[int]] = defaultdict(list)
    for place, line in enumerate(known):
        by_origin[line.origin].append(place)
    whole = len(found) >= _EDITION * len(known)
    newer = {
        origin
        for origin, places in by_origin.items()
        if whole or sum(place in found for place in places) >= _EDITION * len(places)
    }
    return tuple(
        line
        for place, line in enumerate(known)
        if place not in found and not line.settled and line.origin in newer
    )


def _totals(file: People) -> tuple[Total, ...]:
    crew = sum(bool(line.fields.get("crew")) for line in file.lines)
    listed = {"passengers": len(file.lines) - crew, "crew": crew}
    if crew and file.declared.get("passengers") == len(file.lines):
        listed["passengers"] = len(file.lines)  # the file counts everybody
    return tuple(
        Total(whom, number, listed[whom])
        for whom, number in file.declared.items()
        if whom in listed and (whom != "crew" or crew)
    )


def _alike(facts: Sequence[Told], rows: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Which rows look like the same human being as each line, by its place."""
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, fact in enumerate(facts):
        if fact.number:
            groups["document", fact.country, fact.number].append(place)
        if fact.name:
            groups["name", fact.name, fact.birth].append(place)
    found: dict[int, set[int]] = defaultdict(set)
    for group in groups.values():
        if len(group) > 1:
            for place in group:
                found[place].update(rows[other] for other in group[:20] if other != place)
    return {place: tuple(sorted(others)) for place, others in found.items()}
