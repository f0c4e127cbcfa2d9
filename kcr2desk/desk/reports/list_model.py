"""The rows that the list holds: a window on all reports, never more than a few hundred."""

from __future__ import annotations

import bisect
import dataclasses
from collections import deque
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QModelIndex, QObject, Signal

from kcr2desk.desk import kit
from kcr2desk.desk.kit.cells import Index
from kcr2desk.desk.reports import columns
from kcr2desk.store.query import ReportLine

Fields = Mapping[str, Any]
"""Fields of a line and what they say."""

MOST: Final = 400
"""Rows in the window. More than any screen shows twice over, so that there is always some ahead."""


class ReportModel(kit.CellModel):
    """A window on a list of reports, newest first, and what is known of the rest.

    `first` is how many rows lie above the window, as far as known; `total` how many there are
    in all, None while nobody counted. `more_above` and `more_below` are certain. Rows that no
    longer pass the filter stay, muted, while the officer may be reading them (`left`).
    """

    windowMoved = Signal()
    """Where the window lies in the whole, or how large the whole is, has changed."""

    losing = Signal(int, int)
    """Rows from the first to the last number are about to go; before Qt hears of it."""

    def __init__(self, now: Callable[[], datetime], me: str, parent: QObject | None = None) -> None:
        super().__init__(columns.columns(), parent)
        self._now = now
        self._me = me
        self._search = ""
        self._cells: dict[str, tuple[kit.Cell, ...]] = {}
        self._guesses: deque[tuple[Collection[str], Fields]] = deque()
        self.lines: list[ReportLine] = []
        self.left: set[str] = set()
        self.first = 0
        self.total: int | None = None
        self.more_above = False
        self.more_below = False
        self.trimming = False
        """While rows go because the window moves on, not because they are gone."""
        self.arriving = False
        """While rows come in that are new, not because the window moves on."""

    # what the table asks

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def cell(self, row: int, column: int) -> kit.Cell:
        return self.cells(row)[column]

    def cells(self, row: int) -> tuple[kit.Cell, ...]:
        line = self.lines[row]
        made = self._cells.get(line.id)
        if made is None:
            made = columns.cells(
                line, self._now(), self._me, self._search, left=line.id in self.left
            )
            self._cells[line.id] = made
        return made

    def row_tone(self, row: int) -> str:
        return columns.row_tone(self.lines[row])

    # what the list asks

    def row_of(self, report: str) -> int:
        """The row of a report, -1 when it is not in the window."""
        return next((row for row, line in enumerate(self.lines) if line.id == report), -1)

    def ids(self) -> set[str]:
        return {line.id for line in self.lines}

    @property
    def size(self) -> int:
        """How many rows there are in all, as far as known."""
        known = self.first + len(self.lines)
        if not self.more_below and not self.more_above:
            return known
        return max(known + (1 if self.more_below else 0), self.total or 0)

    def forget_cells(self) -> None:
        """The language or the look changed."""
        self._cells.clear()

    def grow_older(self, first: int, last: int) -> list[int]:
        """Let ages grow in the rows in sight; returns those that say something else now."""
        now = self._now()
        changed, seen = [], {}
        for row in range(first, min(last + 1, len(self.lines))):
            line = self.lines[row]
            made = self._cells.get(line.id)
            if made is None:
                continue
            seen[line.id] = columns.aged(made, line, now, left=line.id in self.left)
            if seen[line.id] is not made:
                changed.append(row)
        self._cells = seen  # the others are made anew when they come in sight
        return changed

    def set_search(self, text: str) -> None:
        """Mark these words from now on."""
        if text != self._search:
            self._search = text
            self._cells.clear()

    def set_total(self, total: int | None) -> None:
        self.total = total
        if not self.more_below and total is not None and self.more_above:
            self.first = max(1, total - len(self.lines))
        self.windowMoved.emit()

    # the window moves

    def reset(
        self, lines: Sequence[ReportLine], *, above: bool, below: bool, first: int = 0
    ) -> None:
        """Look at another part of the list."""
        self.beginResetModel()
        self.lines = self._guessed(lines)
        self.left.clear()
        self._cells.clear()
        self.more_above, self.more_below = above, below
        self.first = max(1, first) if above else 0
        self.endResetModel()
        self.windowMoved.emit()

    def append(self, lines: Sequence[ReportLine], more: bool) -> None:
        """Rows that follow below; as many go above as the window has too many."""
        self.more_below = more
        if lines:
            self._insert(len(self.lines), self._guessed(lines))
            spare = len(self.lines) - MOST
            if spare > 0:
                self._trim(0, spare)
                self.first += spare
                self.more_above = True
        if not more and self.total is not None and self.more_above:
            self.first = max(1, self.total - len(self.lines))
        self.windowMoved.emit()

    def prepend(self, lines: Sequence[ReportLine], more: bool, *, new: bool = False) -> None:
        """Rows that lie above; as many go below as the window has too many."""
        if lines:
            self.arriving = new
            self._insert(0, self._guessed(lines))
            self.arriving = False
            if not new:
                self.first = max(0, self.first - len(lines))
            spare = len(self.lines) - MOST
            if spare > 0:
                self._trim(len(self.lines) - spare, spare)
                self.more_below = True
        self.more_above = more
        self.first = max(1, self.first) if more else 0
        self.windowMoved.emit()

    def _trim(self, row: int, count: int) -> None:
        self.trimming = True
        self._remove(row, count)
        self.trimming = False

    # what changed within the window

    def take(
        self,
        passing: Sequence[ReportLine],
        others: Mapping[str, ReportLine],
        keep: Collection[str],
    ) -> None:
        """Bring the window up to date.

        `passing` is all that passes the filter within it, now; `others` how the rest of its rows
        are now. Of those, the ones in `keep` stay in sight, muted.
        """
        passes = {line.id for line in passing}
        staying = [
            others[line.id]
            for line in self.lines
            if line.id not in passes and line.id in keep and line.id in others
        ]
        wanted = sorted(self._guessed([*passing, *staying]), key=_order)
        left = {line.id for line in staying}
        self._drop({(-line.place, line.id) for line in wanted})
        for line in left ^ self.left:
            self._cells.pop(line, None)
        dimmed, self.left = left ^ self.left, left
        self._fill(wanted)
        self._replace(wanted, dimmed)
        self._shorten(keep)
        self.windowMoved.emit()

    def _shorten(self, keep: Collection[str]) -> None:
        """Let rows go that came into the window beyond its size, not those that are read."""
        spare = len(self.lines) - MOST
        if spare <= 0:
            return
        if not any(line.id in keep for line in self.lines[-spare:]):
            self._trim(len(self.lines) - spare, spare)
            self.more_below = True
        else:
            self._trim(0, spare)
            self.first += spare
            self.more_above = True

    def guess(self, ids: Collection[str], fields: Fields) -> None:
        """Show at once what is being written, whatever older answers say, until `written`."""
        self._guesses.append((ids, fields))
        self._replace(self._guessed(self.lines), set())

    def written(self) -> None:
        """The oldest guess was written, or was not: from now on the store's word counts."""
        self._guesses.popleft()

    def _guessed(self, lines: Sequence[ReportLine]) -> list[ReportLine]:
        made = list(lines)
        for ids, fields in self._guesses:
            made = [dataclasses.replace(x, **fields) if x.id in ids else x for x in made]
        return made

    def _drop(self, wanted: set[tuple[int, str]]) -> None:
        row = len(self.lines) - 1
        while row >= 0:
            last = row
            while row >= 0 and _order(self.lines[row]) not in wanted:
                row -= 1
            if row < last:
                self._remove(row + 1, last - row)
            row -= 1

    def _fill(self, wanted: Sequence[ReportLine]) -> None:
        have = self.ids()
        self.arriving = True
        row = 0
        while row < len(wanted):
            start = row
            while row < len(wanted) and wanted[row].id not in have:
                row += 1
            if row > start:
                self._insert(start, wanted[start:row])
            row += 1
        self.arriving = False

    def _replace(self, wanted: Sequence[ReportLine], dimmed: Collection[str]) -> None:
        """Put the contents of `wanted` in place and repaint the rows that differ."""
        changed = [
            row
            for row, (old, new) in enumerate(zip(self.lines, wanted, strict=True))
            if old != new or new.id in dimmed
        ]
        for row in changed:
            self.lines[row] = wanted[row]
            self._cells.pop(wanted[row].id, None)
        last = len(self.columns) - 1
        for start, end in _runs(changed):
            self.dataChanged.emit(self.index(start, 0), self.index(end, last))

    def _insert(self, row: int, lines: Sequence[ReportLine]) -> None:
        self.beginInsertRows(QModelIndex(), row, row + len(lines) - 1)
        self.lines[row:row] = lines
        self.endInsertRows()

    def _remove(self, row: int, count: int) -> None:
        self.losing.emit(row, row + count - 1)
        self.beginRemoveRows(QModelIndex(), row, row + count - 1)
        for line in self.lines[row : row + count]:
            self._cells.pop(line.id, None)
            self.left.discard(line.id)
        del self.lines[row : row + count]
        self.endRemoveRows()

    def below(self, place: int) -> int:
        """The first row at or below a place in the order of the list."""
        return bisect.bisect_left(self.lines, -place, key=lambda line: -line.place)


def _order(line: ReportLine) -> tuple[int, str]:
    return -line.place, line.id


def _runs(rows: Sequence[int]) -> Iterable[tuple[int, int]]:
    """Rows that follow each other, as (first, last)."""
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at] != rows[at - 1] + 1:
            yield rows[start], rows[at - 1]
            start = at
