"""What stands on the board: which owners and types, in which order, and how each cell looks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kcr2desk.core.access import OUTSIDE, ROLES
from kcr2desk.core.board import Board, Cell, Sum
from kcr2desk.core.board_order import GROUPS, group_of, ordered_owners, rings_from
from kcr2desk.core.records import Discipline
from kcr2desk.core.reference import ResourceType
from kcr2desk.desk.bijstand import board_words as words
from kcr2desk.desk.bijstand.board_look import EMPTY, Look, look_of
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.store.identity import Identity

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """What the board lets through. Empty sets let everything through."""

    disciplines: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    shortage: bool = False
    """Only rows and columns with a shortage."""
    old: bool = False
    """Only rows and columns with an old or unknown number."""
    having: bool = False
    """Only owners that have some of the types shown."""


@dataclass(frozen=True, slots=True)
class BoardOrder:
    """How the board is ordered. `by` is a type's code, "" for the order of rings."""

    by: str = ""
    shortage_first: bool = False
    by_discipline: bool = True
    by_kind: bool = True
    everyone: bool = False
    """Partners that have nothing of these types stand on the board too."""
    frozen: tuple[str, ...] = field(default=())
    """Types that stay at the left."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: an owner, or with an empty `owner` the heading of a kind of owner."""

    owner: str
    name: str
    group: str
    ring: int | None = None


NO_FILTER: Final = BoardFilter()


class BoardModel(QAbstractTableModel):
    """Owners down, types across. Cells come from `core.board`; nothing is counted here."""

    def __init__(
        self,
        feed: BookFeed,
        now: Callable[[], datetime],
        me: Identity,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.feed = feed
        self.board = Board(feed.book)
        self.rows: list[Row] = []
        self.types: list[ResourceType] = []
        self.asking = ""
        self.filter = NO_FILTER
        self.order = BoardOrder()
        self.free = False
        """Whether cells show what is free in place of what is available."""
        self._now = now
        self._me = me
        self._row_of: dict[str, int] = {}
        self._column_of: dict[str, int] = {}
        self._sums: dict[str, Sum] = {}
        self._disciplines: dict[str, Discipline] = {}
        self.lay_out()

    # -- what stands where -------------------------------------------------------------------------

    def lay_out(self) -> None:
        """Decide anew which rows and columns there are."""
        self.beginResetModel()
        now = self._now()
        types = [t for t in self.board.types() if self._lets_type(t)]
        having = None if self.order.everyone else self.board.owners_with(t.code for t in types)
        found = ordered_owners(self.feed.book, self.asking, having)
        codes = [o.code for o in found if not self.filter.owners or o.code in self.filter.owners]
        if self.filter.having:
            held = self.board.owners_with(t.code for t in types)
            codes = [code for code in codes if code in held]
        if self.filter.shortage or self.filter.old:
            codes, types = self._wanting(codes, types, now)
        self.types = self._ordered_types(types)
        self.rows = self._with_headings(self._sorted(codes, now))
        self._row_of = {row.owner: place for place, row in enumerate(self.rows) if row.owner}
        self._column_of = {kind.code: place for place, kind in enumerate(self.types)}
        self._sums.clear()
        known = (d for d in self.feed.book.all("discipline") if isinstance(d, Discipline))
        self._disciplines = {each.code: each for each in known}
        self.endResetModel()

    def _lets_type(self, kind: ResourceType) -> bool:
        return not self.filter.disciplines or kind.discipline in self.filter.disciplines

    def _wanting(
        self, codes: list[str], types: list[ResourceType], now: datetime
    ) -> tuple[list[str], list[ResourceType]]:
        """Owners and types with at least one cell that the filter looks for."""
        owners: set[str] = set()
        kinds: set[str] = set()
        for code in codes:
            for kind in types:
                if self._wants(self.board.cell(code, kind.code, now)):
                    owners.add(code)
                    kinds.add(kind.code)
        return [c for c in codes if c in owners], [t for t in types if t.code in kinds]

    def _wants(self, cell: Cell) -> bool:
        if not cell.known:
            return False
        short = self.filter.shortage and (cell.sign == "shortage" or cell.over > 0)
        old = self.filter.old and (cell.stale or cell.sign in ("unknown", "old"))
        return (short and not cell.has_none) or old

    def _ordered_types(self, types: list[ResourceType]) -> list[ResourceType]:
        if not self.order.by_discipline:
            types = sorted(types, key=lambda t: words.type_short(t).casefold())
        frozen = {code: place for place, code in enumerate(self.order.frozen)}
        return sorted(types, key=lambda t: frozen.get(t.code, len(frozen)))

    @property
    def frozen(self) -> int:
        """How many columns stay at the left."""
        return sum(1 for kind in self.types if kind.code in self.order.frozen)

    def _sorted(self, codes: list[str], now: datetime) -> list[str]:
        by = self.order.by
        if not by:
            return codes

        def key(code: str) -> tuple[int, int]:
            cell = self.board.cell(code, by, now)
            if cell.free is None or not cell.known or cell.has_none:
                return (1, 0)
            return (0, cell.free if self.order.shortage_first else -cell.free)

        return sorted(codes, key=key)

    def _with_headings(self, codes: list[str]) -> list[Row]:
        owners = self.feed.book.owners
        rings = rings_from(self.asking)
        rows = [Row(c, owners[c].name, group_of(owners[c]), rings.get(c)) for c in codes]
        if not self.order.by_kind:
            return rows
        made: list[Row] = []
        first = [row for row in rows if row.owner == self.asking]
        for code in GROUPS:
            of = [row for row in rows if row.group == code and row.owner != self.asking]
            if code != "region" and of:
                made.append(Row("", "", code))
            made += of
        return first + made

    # -- where is what -----------------------------------------------------------------------------

    def place(self, owner: str, resource: str) -> QModelIndex:
        """Where a cell stands; not valid when it is not on the board."""
        row, column = self._row_of.get(owner), self._column_of.get(resource)
        return QModelIndex() if row is None or column is None else self.index(row, column)

    def row_of(self, owner: str) -> int:
        """The row of an owner, -1 when it has none."""
        return self._row_of.get(owner, -1)

    def pair(self, index: Index) -> tuple[str, str]:
        """Owner and type of a cell, ("", "") for none."""
        if not index.isValid() or not self.rows[index.row()].owner:
            return "", ""
        return self.rows[index.row()].owner, self.types[index.column()].code

    def cell_at(self, index: Index) -> Cell | None:
        """The cell at a place, None at a heading."""
        owner, resource = self.pair(index)
        return self.board.cell(owner, resource, self._now()) if owner else None

    def look(self, row: int, column: int) -> Look:
        """How the cell at a place looks."""
        owner = self.rows[row].owner
        if not owner:
            return EMPTY
        found = self.board.cell(owner, self.types[column].code, self._now())
        waits = bool(found.capacity) and self.feed.unconfirmed("capacity", found.capacity)
        return look_of(found, free=self.free, provisional=waits, norm=self.tr("n"))

    def sum(self, column: int) -> Sum:
        """A type over the owners of the whole country, whatever is filtered."""
        code = self.types[column].code
        known = self._sums.get(code)
        if known is None:
            known = self.board.total(code, self.feed.book.owners, self._now())
            self._sums[code] = known
        return known

    def forget_sums(self, resources: Iterable[str]) -> None:
        """Count these types anew when they are asked for."""
        for code in resources:
            self._sums.pop(code, None)

    # -- who may -----------------------------------------------------------------------------------

    def locked(self, owner: str) -> str:
        """Why this officer may not change an owner's numbers, in words; "" when that is fine."""
        if "capacity" not in ROLES[self._me.role].appends.get("national", frozenset()):
            return words.locked("role", "")
        if self._me.role in OUTSIDE and owner != self._me.organisation:
            known = self.feed.book.owners.get(owner)
            return words.locked("other", known.name if known is not None else owner)
        return ""

    @property
    def lock_rows(self) -> bool:
        """Whether some rows may be changed and others not, so that a lock says something."""
        return self._me.role in OUTSIDE

    def discipline(self, code: str) -> str:
        """The name of a discipline in the language of the screen."""
        if code not in self._disciplines:
            return code
        known = self._disciplines[code]
        return known.name_nl if words.language() == "nl" else known.name_en

    # -- Qt ----------------------------------------------------------------------------------------

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.types)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.rows[index.row()].owner:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        found = self.cell_at(index)
        if found is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            look = self.look(index.row(), index.column())
            return look.before + look.after
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = found.story(words.language())
            return ", ".join([words.sign(found.sign), *told]) if found.known else told[0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(self.story(index))
        return None

    def story(self, index: Index) -> list[str]:
        """What is behind the number, under owner and type."""
        owner, resource = self.pair(index)
        if not owner:
            return []
        kind = self.types[index.column()]
        found = self.board.cell(owner, resource, self._now())
        told = [f"{self.rows[index.row()].name} · {words.type_name(kind)}"]
        told += found.story(words.language())
        if found.capacity and self.feed.unconfirmed("capacity", found.capacity):
            told.append(self.tr("Provisional: the hub has not confirmed this change yet."))
        return told

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return words.type_name(self.types[section]) if section < len(self.types) else None
        if section >= len(self.rows):
            return None
        row = self.rows[section]
        return row.name or words.group(row.group)
