"""The capacity board: what one owner has of one type, what of it is free, and how it looks.

    board = Board(book)
    board.cell("VR06", "fire_platoon", now).free

Pure and without I/O: a screen, a page and a script read the same numbers. Cells are kept until
something that they are made of changes, or until a moment passes in which they would change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kcr2desk.core.bijstand import Capacity, Commitment, Unit
from kcr2desk.core.board_story import Cell as Cell
from kcr2desk.core.board_story import Promise
from kcr2desk.core.book import Book
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.holding import FOREVER, Hold, Pair, in_use, limit_of, peak
from kcr2desk.core.records import Discipline
from kcr2desk.core.reference import ResourceType

SIGNS = ("shortage", "tight", "enough", "unknown", "old")
"""What a cell says at a glance: ▼ – ● ? ◌ (look.md)."""

FRESH_MINUTES = 24 * 60
"""After how long a number is old, for a type that does not say."""

FEW = 8
"""A named type that fewer owners hold than this goes in the strip and not on the board."""

_FIRST = datetime.min.replace(tzinfo=UTC)
_CELL_TYPES = frozenset({"capacity", "unit", "commitment"})
_LAYOUT_TYPES = frozenset({"owner", "resourcetype", "discipline"})


@dataclass(frozen=True, slots=True)
class Sum:
    """A type over all owners together. `owners` have some, of `unknown` nobody knows how many."""

    free: int = 0
    limit: int = 0
    total: int = 0
    promised: int = 0
    owners: int = 0
    unknown: int = 0
    old: int = 0


def cell(
    book: Book, owner: str, resource: str, now: datetime, *, at: datetime | None = None
) -> Cell:
    """What `owner` has of `resource`, promises counted at `at` (now when None)."""
    capacity = book.capacity(owner, resource)
    units = book.units(owner, resource)
    holds = book.taken(owner, resource, now)
    if capacity is None and not units and not holds:
        return Cell(owner, resource)
    clock = milliseconds(now)
    moment = clock if at is None else milliseconds(at)
    ready = sum(1 for unit in units if unit.state != "out")
    numbers = _numbers(capacity)
    limit = limit_of(numbers, ready)
    if limit is None and units:
        limit = 0  # all are out
    counts = _counts(numbers, units)
    promised = in_use(holds, moment)
    checked_at, checked_by, checked_how = _checked(capacity, units)
    kind = book.types.get(resource)
    fresh = (kind.fresh_minutes if kind is not None else None) or FRESH_MINUTES
    old_from = None if checked_at is None else milliseconds(checked_at) + fresh * 60_000
    stale = counts in ("said", "units") and (old_from is None or clock >= old_from)
    over = 0 if limit is None else max(0, peak(holds, moment) - limit)
    age = None if checked_at is None else max(0, clock - milliseconds(checked_at)) // 60_000
    free = None if limit is None else limit - promised
    said_unknown = counts == "norm" and checked_at is not None
    return Cell(
        owner=owner,
        resource=resource,
        **numbers,
        limit=limit,
        counts="" if said_unknown else counts,
        promised_now=promised,
        free=free,
        sign=_sign(numbers, limit, free, promised, stale=stale, unknown=said_unknown),
        age_minutes=age,
        stale=stale,
        checked_at=checked_at,
        checked_by=checked_by,
        checked_how=checked_how,
        over=over,
        note="" if capacity is None else capacity.note,
        notice_minutes=None if capacity is None else capacity.notice_minutes,
        capacity="" if capacity is None else capacity.id,
        known=True,
        promises=tuple(_promise(book, hold) for hold in holds if hold.end > moment),
        good_until=_good_until(holds, clock, old_from, fixed=at is not None),
    )  # fmt: skip


def _numbers(capacity: Capacity | None) -> dict[str, int | None]:
    names = ("available", "total", "norm", "reserve")
    return {name: None if capacity is None else getattr(capacity, name) for name in names}


def _counts(numbers: Mapping[str, int | None], units: list[Unit]) -> str:
    if numbers["available"] is not None or numbers["total"] is not None:
        return "said"
    if units:
        return "units"
    return "norm" if numbers["norm"] is not None else ""


def _checked(capacity: Capacity | None, units: Iterable[Unit]) -> tuple[datetime | None, str, str]:
    """Who said it last: the number itself, else the unit that was looked at longest ago."""
    if capacity is not None and capacity.checked_at is not None:
        return capacity.checked_at, capacity.checked_by, capacity.checked_how
    known = [(u.checked_at, u) for u in units if u.checked_at is not None]
    if not known:
        return None, "", ""
    when, unit = min(known, key=lambda pair: pair[0])
    return when, unit.checked_by, unit.checked_how


def _sign(
    numbers: Mapping[str, int | None],
    limit: int | None,
    free: int | None,
    promised: int,
    *,
    stale: bool,
    unknown: bool,
) -> str:
    """Tight: a quarter or less is left, or one more would go below the remaining cover."""
    if limit is None or free is None or (unknown and free >= 0):
        return "unknown"
    if free < 0:
        return "shortage"
    if stale:
        return "old"
    if free == 0:
        return "shortage"
    whole = max(numbers["total"] or 0, limit)
    left = (numbers["total"] if numbers["total"] is not None else limit) - promised
    if free * 4 <= whole or left - 1 < (numbers["reserve"] or 0):
        return "tight"
    return "enough"


def _promise(book: Book, hold: Hold) -> Promise:
    made = book.commitment(hold.commitment)
    assert made is not None  # holds are counted from commitments that are in the book
    unit = book.unit(made.unit)
    return Promise(
        commitment=made.id,
        quantity=made.quantity,
        to=book.owner_name(made.to_region),
        since=made.from_at,
        until=made.returned_at if made.status == "returned" else made.until_at,
        firmness=made.firmness,
        status=made.status,
        unit="" if unit is None else unit.name,
    )


def _good_until(holds: Iterable[Hold], clock: int, old_from: int | None, *, fixed: bool) -> int:
    """The next moment in which a count made at `clock` is no longer right."""
    moments = [] if fixed else [t for h in holds for t in (h.start, h.end) if t > clock]
    if old_from is not None and old_from > clock:
        moments.append(old_from)
    return min(moments, default=FOREVER)


# -- the whole board -------------------------------------------------------------------------------


class Board:
    """Cells of a book that are kept, and what stands on the board in which order.

    Call `note` with what changed before asking for cells again.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self._cells: dict[Pair, Cell] = {}
        self._at: datetime | None = None
        self._pairs: dict[tuple[str, str], Pair] = {}
        self._having: dict[Pair, bool] = {}
        self.load()

    def load(self) -> None:
        """Look at the whole book anew."""
        self._cells.clear()
        self._pairs.clear()
        for name in sorted(_CELL_TYPES):
            for record in self.book.all(name):
                if isinstance(record, Capacity | Unit | Commitment):
                    self._pairs[name, record.id] = (record.owner, record.resource)
        self._having = {pair: self._has(pair) for pair in set(self._pairs.values())}

    def set_moment(self, at: datetime | None) -> None:
        """Count promises at a moment instead of now."""
        if at != self._at:
            self._at = at
            self._cells.clear()

    @property
    def moment(self) -> datetime | None:
        """The moment at which promises are counted; None: now."""
        return self._at

    def cell(self, owner: str, resource: str, now: datetime) -> Cell:
        """The cell as it is now."""
        kept = self._cells.get((owner, resource))
        if kept is None or milliseconds(now) >= kept.good_until:
            kept = cell(self.book, owner, resource, now, at=self._at)
            self._cells[owner, resource] = kept
        return kept

    def outdated(self, now: datetime) -> set[Pair]:
        """Cells that time has made wrong since they were asked for."""
        clock = milliseconds(now)
        return {pair for pair, kept in self._cells.items() if clock >= kept.good_until}

    def note(self, changed: Iterable[tuple[str, str]]) -> tuple[set[Pair], bool]:
        """Forget the cells of changed records (type, id): which these are, and whether rows or
        columns may have come or gone."""
        pairs: set[Pair] = set()
        layout = False
        for name, record_id in changed:
            if name in _LAYOUT_TYPES:
                layout = True
                self._cells.clear()
            elif name in _CELL_TYPES:
                pairs |= self._moved(name, record_id)
        for pair in pairs:
            self._cells.pop(pair, None)
            has = self._has(pair)
            layout |= has != self._having.get(pair, False)
            self._having[pair] = has
        return pairs, layout

    def _moved(self, name: str, record_id: str) -> set[Pair]:
        """Where a record was and where it is now."""
        before = self._pairs.pop((name, record_id), None)
        record = self.book.get(name, record_id)
        found = {before} if before is not None else set()
        if isinstance(record, Capacity | Unit | Commitment):
            after = self._pairs[name, record_id] = (record.owner, record.resource)
            found.add(after)
        return found

    def _has(self, pair: Pair) -> bool:
        capacity = self.book.capacity(*pair)
        if capacity is not None and (capacity.total or capacity.available or capacity.norm):
            return True
        return bool(self.book.units(*pair) or self.book.holds(*pair))

    def has(self, owner: str, resource: str) -> bool:
        """Whether an owner has, or should have, or promised any of a type."""
        return self._having.get((owner, resource), False)

    def holders(self, resource: str) -> list[str]:
        """Owners that have some of a type."""
        return sorted(o for (o, r), has in self._having.items() if has and r == resource)

    def types(self) -> list[ResourceType]:
        """The columns of the board: what is not named, or named and held by many."""
        few = self._named_by_few()
        return [kind for kind in ordered_types(self.book) if kind.code not in few]

    def strip_types(self) -> list[ResourceType]:
        """What goes in the strip: named, and held by few."""
        few = self._named_by_few()
        return [kind for kind in ordered_types(self.book) if kind.code in few]

    def _named_by_few(self) -> set[str]:
        held: dict[str, int] = {}
        for (_owner, resource), has in self._having.items():
            held[resource] = held.get(resource, 0) + has
        return {k.code for k in self.book.types.values() if k.named and held.get(k.code, 0) < FEW}

    def owners_with(self, resources: Iterable[str]) -> set[str]:
        """Owners that have some of any of these types."""
        wanted = set(resources)
        return {o for (o, resource), has in self._having.items() if has and resource in wanted}

    def total(self, resource: str, owners: Iterable[str], now: datetime) -> Sum:
        """A type over these owners."""
        free = limit = total = promised = having = unknown = old = 0
        for owner in owners:
            if not self._having.get((owner, resource), False):
                continue
            each = self.cell(owner, resource, now)
            having += 1
            promised += each.promised_now
            old += each.stale
            if each.limit is None or each.free is None:
                unknown += 1
                continue
            limit += each.limit
            total += max(each.limit, each.total or 0)
            free += max(0, each.free)
        return Sum(free, limit, total, promised, having, unknown, old)


def ordered_types(book: Book) -> list[ResourceType]:
    """All types: by the order of their disciplines, then their own, then by name."""
    found = (d for d in book.all("discipline") if isinstance(d, Discipline))
    disciplines = {each.code: each.order for each in found}
    return sorted(
        book.types.values(),
        key=lambda t: (disciplines.get(t.discipline, 99), t.discipline, t.order, t.name_nl, t.id),
    )


def named_units(book: Book, resource: str) -> list[Unit]:
    """The units of a type, those of one owner together."""
    return sorted(book.units(resource=resource), key=lambda u: (u.owner, u.name, u.id))


def unit_commitment(book: Book, unit: str, now: datetime) -> Commitment | None:
    """What a named unit is promised to now; else what it is promised to next; else None."""
    found = [c for c in book.commitments(unit=unit) if _holds_after(book, c, now)]
    return min(found, key=lambda c: (c.from_at or _FIRST, c.id), default=None)


def _holds_after(book: Book, commitment: Commitment, now: datetime) -> bool:
    clock = milliseconds(now)
    holds = book.taken(commitment.owner, commitment.resource, now)
    return any(h.commitment == commitment.id and h.end > clock for h in holds)


def age_of(checked_at: datetime | None, now: datetime, fresh_minutes: int | None) -> bool:
    """Whether something that was checked at a moment is old by now; never checked is old."""
    fresh = timedelta(minutes=fresh_minutes or FRESH_MINUTES)
    return checked_at is None or now - checked_at >= fresh
