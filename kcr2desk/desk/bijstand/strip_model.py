"""The tiles of the strip: named units of types that few hold, and numbers of such types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from kcr2desk.core.bijstand import Commitment, Unit
from kcr2desk.core.board import Board, age_of, named_units, unit_commitment
from kcr2desk.core.board_story import STATUS
from kcr2desk.core.reference import ResourceType
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand import board_words as words
from kcr2desk.desk.bijstand.board_model import Index
from kcr2desk.desk.bijstand.feed import BookFeed

translate = QCoreApplication.translate

TILE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile. `unit` is "" where an owner has a number of a type, but no units by name.

    `heading` is the name of the type on the first tile of it. `state` is "ready", "limited",
    "out", "" (not known) or "gone" (promised, and taken from now on).
    """

    unit: str
    owner: str
    resource: str
    heading: str
    name: str
    sign: str
    owner_name: str
    state: str
    state_words: str
    facts: str
    promise: str
    age: str
    old: bool
    provisional: bool


def tiles(board: Board, now: datetime, unconfirmed: Callable[[str, str], bool]) -> list[Tile]:
    """All tiles, by type and owner; `unconfirmed` says of a record (type, id) whether it waits."""
    made: list[Tile] = []
    for kind in board.strip_types():
        units = named_units(board.book, kind.code)
        of_kind = [_unit_tile(board, unit, kind, now, unconfirmed) for unit in units]
        named = {tile.owner for tile in of_kind}
        for owner in board.holders(kind.code):
            if owner not in named:
                of_kind.append(_number_tile(board, owner, kind, now))
        for place, tile in enumerate(of_kind):
            made.append(tile if place else replace(tile, heading=words.type_name(kind)))
    return made


def _unit_tile(
    board: Board,
    unit: Unit,
    kind: ResourceType,
    now: datetime,
    unconfirmed: Callable[[str, str], bool],
) -> Tile:
    promised = unit_commitment(board.book, unit.id, now)
    taken = promised is not None and (promised.from_at is None or promised.from_at <= now)
    owner = board.book.owners.get(unit.owner)
    return Tile(
        unit=unit.id,
        owner=unit.owner,
        resource=unit.resource,
        heading="",
        name=unit.name,
        sign=unit.call_sign,
        owner_name=owner.name if owner is not None else unit.owner,
        state="gone" if taken else unit.state,
        state_words=_state_words(unit, promised if taken else None),
        facts=_facts(unit, kind, now),
        promise=_promise_words(board, promised, now),
        age="" if unit.checked_at is None else texts.age(unit.checked_at, now),
        old=age_of(unit.checked_at, now, kind.fresh_minutes),
        provisional=unconfirmed("unit", unit.id)
        or (promised is not None and unconfirmed("commitment", promised.id)),
    )


def _state_words(unit: Unit, taken: Commitment | None) -> str:
    if taken is None:
        return words.unit_state(unit.state)
    return STATUS[taken.status][words.language() != "nl"]


def _facts(unit: Unit, kind: ResourceType, now: datetime) -> str:
    notice = unit.notice_minutes if unit.notice_minutes is not None else kind.notice_minutes
    parts = []
    if notice is not None:
        span = texts.span(timedelta(minutes=notice)) if notice else translate("Strip", "at once")
        parts.append(translate("Strip", "moves in {span}").format(span=span))
    if unit.people:
        parts.append(translate("Strip", "%n people", None, unit.people))
    hours = _hours(unit, now)
    return " · ".join([*parts, hours] if hours else parts)


def _hours(unit: Unit, now: datetime) -> str:
    first, last = unit.available_from, unit.available_until
    if first is None and last is None:
        return ""
    if first is None:
        assert last is not None
        return translate("Strip", "until {when}").format(when=texts.moment(last, now))
    if last is None:
        return translate("Strip", "from {when}").format(when=texts.moment(first, now))
    return f"{texts.moment(first, now)}–{texts.moment(last, now)}"


def _promise_words(board: Board, promised: Commitment | None, now: datetime) -> str:
    if promised is None:
        return ""
    to = board.book.owners.get(promised.to_region)
    name = to.name if to is not None else promised.to_region or "?"
    if promised.from_at is not None and promised.from_at > now:
        since = texts.moment(promised.from_at, now)
        return translate("Strip", "from {when} → {to}").format(to=name, when=since)
    if promised.until_at is not None:
        until = texts.moment(promised.until_at, now)
        return translate("Strip", "until {when} → {to}").format(to=name, when=until)
    return f"→ {name}"


def _number_tile(board: Board, owner: str, kind: ResourceType, now: datetime) -> Tile:
    cell = board.cell(owner, kind.code, now)
    known = board.book.owners.get(owner)
    free = translate("Strip", "{free} of {limit} free").format(
        free="?" if cell.free is None else max(0, cell.free),
        limit="?" if cell.limit is None else cell.limit,
    )
    return Tile(
        unit="",
        owner=owner,
        resource=kind.code,
        heading="",
        name=free,
        sign="",
        owner_name=known.name if known is not None else owner,
        state="",
        state_words=translate("Strip", "no units by name"),
        facts="",
        promise="",
        age="" if cell.checked_at is None else texts.age(cell.checked_at, now),
        old=cell.stale,
        provisional=False,
    )


class StripModel(QAbstractListModel):
    """The tiles as a list; read again when the book changes, shown anew where they differ."""

    def __init__(
        self, feed: BookFeed, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.feed, self._now = feed, now
        self.board = Board(feed.book)
        self.tiles: list[Tile] = []
        self.refresh()

    def refresh(self) -> bool:
        """Read the tiles anew; True when units came or went."""
        found = tiles(self.board, self._now(), self.feed.unconfirmed)
        before, self_keys = [self._key(t) for t in self.tiles], [self._key(t) for t in found]
        if before != self_keys:
            self.beginResetModel()
            self.tiles = found
            self.endResetModel()
            return True
        for place, tile in enumerate(found):
            if tile != self.tiles[place]:
                self.tiles[place] = tile
                self.dataChanged.emit(self.index(place), self.index(place))
        return False

    def _key(self, tile: Tile) -> tuple[str, str, str]:
        return tile.unit, tile.owner, tile.resource

    def row_of(self, key: tuple[str, str, str]) -> int:
        """The place of a unit, or of an owner's number (unit ""); -1 when it has none."""
        return next((n for n, t in enumerate(self.tiles) if self._key(t) == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        tile = self.tiles[index.row()]
        if role == TILE:
            return tile
        if role == Qt.ItemDataRole.DisplayRole:
            return tile.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return "\n".join(self.story(index))
        return None

    def story(self, index: QModelIndex | Index) -> list[str]:
        """All that is known of a tile, in sentences."""
        tile = self.tiles[index.row()]
        unit = self.feed.book.unit(tile.unit)
        kind = self.feed.book.types.get(tile.resource)
        lines = [" · ".join(p for p in (tile.name, tile.sign) if p)]
        lines.append(" · ".join(p for p in (kind and words.type_name(kind), tile.owner_name) if p))
        lines.append(" · ".join(p for p in (tile.state_words, tile.facts) if p))
        lines.append(tile.promise)
        if isinstance(unit, Unit):
            lines += [unit.home, unit.note]
            if unit.checked_at is not None:
                when, how = texts.moment_full(unit.checked_at), words.how(unit.checked_how)
                said = (when, unit.checked_by, how)
                lines.append(" · ".join(p for p in said if p))
            if tile.old:
                lines.append(words.sign("old"))
        if tile.provisional:
            lines.append(translate("Strip", "Provisional: the hub has not confirmed it yet."))
        return [line for line in lines if line]
