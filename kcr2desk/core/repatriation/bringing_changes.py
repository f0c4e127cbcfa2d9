"""A preview of a list as changes, in parts that are saved one after another.

Each part is whole by itself: a line comes with its links to all lines before it. So what was saved
before a crash is right, and bringing in the same file again does the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Protocol

from kcr2desk.core.changes import Change
from kcr2desk.core.making import altering, making
from kcr2desk.core.repatriation.bringing import FIELDS, LineSeen, Preview
from kcr2desk.core.repatriation.operation import operation_of
from kcr2desk.core.repatriation.people import ManifestLine, link_id

MOST: Final = 500
"""Changes of one changeset."""

NAMED_SAME: Final = "listed_same"
"""The reason of a link that the file itself told of."""


class Alike(Protocol):
    """How alike two records are: `matching.Likeness`."""

    @property
    def score(self) -> int: ...

    @property
    def reasons(self) -> Sequence[str]: ...


class Pair(Protocol):
    """Two records that look like one human being: `matching.Pair`."""

    @property
    def one(self) -> str: ...

    @property
    def other(self) -> str: ...

    @property
    def likeness(self) -> Alike: ...


class Propose(Protocol):
    """What finds them: `matching.pairs`."""

    def __call__(
        self,
        records: Iterable[ManifestLine],
        against: Iterable[ManifestLine],
        ruled: Collection[str],
    ) -> Sequence[Pair]: ...


def changes(seen: Preview, propose: Propose | None = None) -> tuple[tuple[Change, ...], ...]:
    """The changes that bring in what was seen, in parts of at most 500; nothing when all of it is
    here. `propose` finds who is in the list twice; it may take some seconds for a long list."""
    made = {line.id: _record(seen, line) for line in seen.of("new")}
    links: dict[str, list[Change]] = defaultdict(list)
    place = {line_id: n for n, line_id in enumerate(made)}
    for change, ends in _links(seen, made, propose):
        last = max(ends, key=lambda end: place.get(end, -1))
        links[last].append(change)
    return tuple(_parts(_units(seen, links)))


def cancelling(gone: Iterable[ManifestLine]) -> tuple[tuple[Change, ...], ...]:
    """The changes by which nobody is looked for any more who is no longer in the list."""
    made = (altering(line, {"settled": "cancelled"}) for line in gone)
    return tuple(_parts([change] for change in made if change is not None))


def _record(seen: Preview, line: LineSeen) -> ManifestLine:
    return ManifestLine(id=line.id, stream=seen.stream, **_fields(seen, line))


def _fields(seen: Preview, line: LineSeen) -> Mapping[str, Any]:
    said = {name: line.fields[name] for name in FIELDS if name in line.fields}
    return {
        "about": operation_of(seen.stream), "arrival": seen.arrival, "list": seen.list_name,
        "key": line.key, "origin": seen.origin[-255:], "row": line.row, **said,
    }  # fmt: skip


def _units(seen: Preview, links: Mapping[str, Sequence[Change]]) -> Iterator[list[Change]]:
    """What is to be saved together: a line with its links."""
    if seen.plan is not None and seen.plan.change is not None:
        yield [seen.plan.change]
    ends = {line.id for line in seen.lines}
    for end, made in links.items():
        if end not in ends:  # both of its lines are here
            yield list(made)
    for line in seen.lines:
        unit = []
        if line.status == "new":
            unit.append(making("manifestline", line.id, _fields(seen, line)))
        elif line.status == "changed" and line.line is not None:
            now = {**line.now, "origin": seen.origin[-255:], "row": line.row}
            change = altering(line.line, now)
            unit += [] if change is None else [change]
        unit += links.get(line.id, ())
        if unit:
            yield unit


def _parts(units: Iterable[Sequence[Change]]) -> Iterator[tuple[Change, ...]]:
    part: list[Change] = []
    for unit in units:
        if part and len(part) + len(unit) > MOST:
            yield tuple(part)
            part = []
        part += unit
        while len(part) > MOST:  # one line with more links than fit beside it
            yield tuple(part[:MOST])
            part = part[MOST:]
    if part:
        yield tuple(part)


def _links(
    seen: Preview, made: Mapping[str, ManifestLine], propose: Propose | None
) -> Iterator[tuple[Change, tuple[str, str]]]:
    """Links between lines that are here or come now, each with its two ends."""
    done = set(seen.ruled)
    for one, other in _told_same(seen):
        link = link_id(one, other)
        if link not in done:
            done.add(link)
            yield _link(one, other, 1000, (NAMED_SAME,)), (one, other)
    if propose is None or not made:
        return
    for pair in propose(list(made.values()), seen.known, done):
        if link_id(pair.one, pair.other) not in done:
            change = _link(pair.one, pair.other, pair.likeness.score, pair.likeness.reasons)
            yield change, (pair.one, pair.other)


def _told_same(seen: Preview) -> Iterator[tuple[str, str]]:
    """Lines of which the file says that they are one human being."""
    by_key = {line.key: line.id for line in seen.known}
    by_key |= {line.key: line.id for line in seen.lines}
    by_key |= {str(k): line.id for line in seen.lines if (k := line.fields.get("key"))}
    for one, other in seen.same:
        if one in by_key and other in by_key and by_key[one] != by_key[other]:
            yield by_key[one], by_key[other]


def _link(one: str, other: str, score: int, reasons: Sequence[str]) -> Change:
    first, second = sorted((one, other))
    fields = {
        "one": first, "one_type": "manifestline", "other": second, "other_type": "manifestline",
        "verdict": "proposed", "reasons": frozenset(reasons), "score": score,
    }  # fmt: skip
    return making("personlink", link_id(one, other), fields)
