"""The list as it is seen: a table on a window of rows, a scroll bar on the whole.

What is read and what is chosen are known by their ids, not by their rows, so they stand while the
window moves on, is filled anew or shows another part of the list.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QScrollBar, QStackedLayout, QWidget

from kcr2desk.desk import kit, texts
from kcr2desk.desk.reports.list_feed import ListFeed
from kcr2desk.desk.reports.list_model import Fields, ReportModel
from kcr2desk.desk.reports.list_table import ReportTable
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.query import ReportLine, ReportQuery

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

AHEAD = 80
"""Rows that should be there beyond the eye before more are asked for."""

_Flags = QItemSelectionModel.SelectionFlag


class ReportList(QWidget):
    """Reports from the newest to the oldest, however many there are.

    `read` is the report under the keys, `chosen` all that an action would be about.
    """

    readChanged = Signal(object)
    """The `ReportLine` that is read now, or None."""

    chosenChanged = Signal(int)
    """How many are chosen."""

    linesChanged = Signal()
    """Some rows say something else than before."""

    opened = Signal(str)
    """Enter or a double click on a report."""

    clearWanted = Signal()
    writeWanted = Signal()
    """The buttons of an empty list: let everything through, write a report."""

    def __init__(self, cache: Cache, work: StoreWork, now: Callable[[], datetime], me: str) -> None:
        super().__init__()
        self._cache = cache
        self._work = work
        self.model = ReportModel(now, me, self)
        self.table = ReportTable()
        self.table.set_model(self.model)
        self.feed = ListFeed(
            cache, work, self.model, keep=self._in_sight, at_rest=self._at_rest, parent=self
        )
        self._read: ReportLine | None = None
        self._last_place: int | None = None
        self._chosen: dict[str, ReportLine] = {}
        self._quiet = False
        self._filtered = False
        self.bar = QScrollBar(Qt.Orientation.Vertical)
        self._moving_bar = False
        keeps = self.bar.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(keeps)
        self._empty = kit.EmptyState("inbox")
        list_ = QWidget()
        row = QHBoxLayout(list_)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.table, 1)
        row.addWidget(self.bar)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(list_)
        self._pages.addWidget(self._empty)
        self.setFocusProxy(self.table)
        self._connect()
        texts.OnLanguage(self, self._say)

    def _connect(self) -> None:
        chooser = self.table.selectionModel()
        chooser.currentChanged.connect(self._current_changed)
        chooser.selectionChanged.connect(self._selection_changed)
        self.model.losing.connect(self._losing)
        self.model.windowMoved.connect(self._place_bar)
        self.model.windowMoved.connect(self._tell_if_empty)
        self.model.dataChanged.connect(self._lines_changed)
        self.feed.shown.connect(self._shown)
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.table.verticalScrollBar().rangeChanged.connect(self._scrolled)
        self.table.endWanted.connect(self._to_end)
        self.table.outsideWanted.connect(self.step)
        self.table.activated.connect(lambda i: self.opened.emit(self.model.lines[i.row()].id))
        self.bar.valueChanged.connect(self._bar_moved)

    # what the panel asks

    @property
    def read(self) -> ReportLine | None:
        return self._read

    @property
    def chosen(self) -> tuple[ReportLine, ...]:
        """The chosen reports, as they are known; without a choice the one that is read."""
        if self._chosen:
            return tuple(self._chosen.values())
        return () if self._read is None else (self._read,)

    def ask(self, query: ReportQuery, *, filtered: bool) -> None:
        """Show what passes a query. `filtered`: the officer holds something back."""
        self._filtered = filtered
        self.feed.ask(query)

    def step(self, rows: int) -> None:
        """Read the report so many rows further down (up when negative)."""
        current = self.table.currentIndex()
        if current.isValid():
            self._go(current.row() + rows)
        elif self._last_place is not None:
            self._near(self._last_place, rows)
        elif self.model.lines:
            self._go(max(0, self.table.rowAt(0)))

    def reveal(self, line: ReportLine) -> None:
        """Read this report, wherever it is in the list."""
        row = self.model.row_of(line.id)
        if row >= 0:
            self._go(row)
        else:
            self.feed.to_place(line.place, lambda: self._go_to(line.id))

    def read_alone(self, line: ReportLine) -> None:
        """Read a report that the filters hold back: the list stays as it is."""
        self._chosen = {}
        self._read = None
        self._restore()
        self._quiet = True
        self.table.selectionModel().setCurrentIndex(QModelIndex(), _Flags.NoUpdate)
        self._quiet = False
        self._set_read(line)

    def choose(self, lines: tuple[ReportLine, ...]) -> None:
        """Choose these reports, also those outside the window."""
        self._chosen = {line.id: line for line in lines}
        self._restore()
        self.chosenChanged.emit(len(self._chosen))

    def guess(self, ids: Collection[str], fields: Fields) -> None:
        """Show at once what is being written, also of what is chosen outside the window."""

        def guessed(line: ReportLine) -> ReportLine:
            return replace(line, **fields) if line.id in ids else line

        self._chosen = {report: guessed(line) for report, line in self._chosen.items()}
        if self._read is not None:
            self._read = guessed(self._read)
        self.model.guess(ids, fields)

    def tick(self) -> None:
        """Let ages grow."""
        for row in self.model.grow_older(*self._sight()):
            self.table.update_row(row)

    def say_anew(self) -> None:
        """The language changed."""
        self.model.forget_cells()
        self.table.viewport().update()

    def to_newest(self) -> None:
        """Read the newest report."""
        self._to_end(True)

    # reading and choosing

    def _near(self, place: int, rows: int) -> None:
        """Go on from a report that left the window or the list."""

        def go() -> None:
            at = self.model.below(place)
            here = at < len(self.model.lines) and self.model.lines[at].place == place
            if not here:  # it is gone: its neighbours are as near as can be
                at -= 1 if rows > 0 else 0
            self._go(at + rows)

        lines = self.model.lines
        if lines and lines[-1].place <= place <= lines[0].place:
            go()
        else:
            self.feed.to_place(place, go)

    def _go(self, row: int) -> None:
        if not self.model.lines:
            return
        row = max(0, min(row, len(self.model.lines) - 1))
        self.table.extends = False
        self.table.setCurrentIndex(self.model.index(row, self._first_column()))

    def _go_to(self, report: str) -> None:
        row = self.model.row_of(report)
        if row >= 0:
            self._go(row)
            self.table.scrollTo(
                self.model.index(row, self._first_column()),
                QAbstractItemView.ScrollHint.PositionAtCenter,
            )

    def _first_column(self) -> int:
        """A visible column, so that going to a row never scrolls sideways."""
        head = self.table.horizontalHeader()
        shown = (head.logicalIndex(place) for place in range(head.count()))
        return next((column for column in shown if not head.isSectionHidden(column)), 0)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if self._quiet:
            return
        line = self.model.lines[current.row()] if current.isValid() else None
        if line is not None and (self._read is None or line.id != self._read.id):
            self._set_read(line)

    def _set_read(self, line: ReportLine | None) -> None:
        self._read = line
        if line is not None:
            self._last_place = line.place
        self.readChanged.emit(line)

    def _selection_changed(self) -> None:
        if self._quiet:
            return
        here = {self.model.lines[row].id for row in self.table.selected_rows()}
        held = self.model.ids()
        kept = {
            report: line
            for report, line in self._chosen.items()
            if self.table.extends and report not in held
        }
        new = {line.id: line for line in self.model.lines if line.id in here}
        self._chosen = {**kept, **new}
        self.chosenChanged.emit(len(self._chosen))

    def _losing(self, first: int, last: int) -> None:
        """Rows go: nothing else becomes current or unchosen in their place."""
        gone = {line.id for line in self.model.lines[first : last + 1]}
        lost = not self.model.trimming
        self._quiet = True
        chooser = self.table.selectionModel()
        if first <= self.table.currentIndex().row() <= last:
            chooser.setCurrentIndex(QModelIndex(), _Flags.NoUpdate)
        for row in range(first, last + 1):
            if chooser.isRowSelected(row, QModelIndex()):
                chooser.select(self.model.index(row, 0), _Flags.Deselect | _Flags.Rows)
        self._quiet = False
        if lost and gone & self._chosen.keys():
            self._chosen = {i: line for i, line in self._chosen.items() if i not in gone}
            self.chosenChanged.emit(len(self._chosen))
        if lost and self._read is not None and self._read.id in gone:
            self._set_read(None)

    def _restore(self) -> None:
        """Show as chosen and read again what is in the window."""
        self._quiet = True
        chooser = self.table.selectionModel()
        chooser.clearSelection()
        column = self._first_column()
        for row, line in enumerate(self.model.lines):
            if line.id in self._chosen:
                chooser.select(self.model.index(row, column), _Flags.Select | _Flags.Rows)
            if self._read is not None and line.id == self._read.id:
                chooser.setCurrentIndex(self.model.index(row, column), _Flags.NoUpdate)
        self._quiet = False

    def _shown(self, new: bool) -> None:
        """Another part of the list is shown."""
        if new:
            held = {line.id: line for line in self.model.lines}
            self._chosen = {i: held[i] for i in self._chosen if i in held}
            if self._read is not None:
                self._read = held.get(self._read.id)
            self._last_place = None
            self.table.scrollToTop()
        self._restore()
        if new and self._read is None:
            if self.model.lines:
                self._go(0)
            else:
                self.readChanged.emit(None)
        self.chosenChanged.emit(len(self._chosen))
        self._place_bar()

    def _lines_changed(self) -> None:
        held = {line.id: line for line in self.model.lines}
        for report in self._chosen:
            self._chosen[report] = held.get(report, self._chosen[report])
        if self._read is not None:
            self._read = held.get(self._read.id, self._read)
        self.linesChanged.emit()

    def _in_sight(self) -> set[str]:
        """The reports that may be being read: in sight, chosen, under the keys."""
        top, bottom = self._sight()
        seen = {line.id for line in self.model.lines[top : bottom + 1]}
        return seen | self._chosen.keys() | ({self._read.id} if self._read is not None else set())

    def _sight(self) -> tuple[int, int]:
        """The first and the last row in sight."""
        bottom = self.table.rowAt(self.table.viewport().height() - 1)
        return max(0, self.table.rowAt(0)), len(self.model.lines) - 1 if bottom < 0 else bottom

    def _at_rest(self) -> bool:
        return not self.table.verticalScrollBar().value() and self._read is None

    # scrolling

    def _scrolled(self, *_value: int) -> None:
        self._place_bar()
        if not self.model.lines:
            return
        top, bottom = self._sight()
        if bottom > len(self.model.lines) - AHEAD:
            self.feed.want_below()
        if top < AHEAD:
            self.feed.want_above()

    def _place_bar(self) -> None:
        height = self.table.verticalHeader().defaultSectionSize()
        page = self.table.viewport().height()
        self._moving_bar = True
        self.bar.setPageStep(page)
        self.bar.setSingleStep(height)
        self.bar.setRange(0, max(0, self.model.size * height - page))
        self.bar.setVisible(self.bar.maximum() > 0)
        if not self.bar.isSliderDown():
            self.bar.setValue(self.model.first * height + self.table.verticalScrollBar().value())
        self._moving_bar = False

    def _bar_moved(self, value: int) -> None:
        if self._moving_bar:
            return
        height = self.table.verticalHeader().defaultSectionSize()
        inner = value - self.model.first * height
        if value == 0 and self.model.more_above:
            self.feed.to_newest(self.table.scrollToTop)
        elif value == self.bar.maximum() and self.model.more_below:
            self.feed.to_oldest(self.table.scrollToBottom)
        elif 0 <= inner <= self.table.verticalScrollBar().maximum():
            self.table.verticalScrollBar().setValue(inner)
        else:
            row = value // height
            self.feed.to_row(row, lambda: self._scroll_to(row))

    def _scroll_to(self, row: int) -> None:
        self.table.scrollTo(
            self.model.index(max(0, min(row - self.model.first, len(self.model.lines) - 1)), 0),
            QAbstractItemView.ScrollHint.PositionAtTop,
        )

    def _to_end(self, top: bool) -> None:
        more = self.model.more_above if top else self.model.more_below
        if not more:
            self._go(0 if top else len(self.model.lines) - 1)
            return

        if top:
            self.feed.to_newest(lambda: self._go(0))
        else:
            self.feed.to_oldest(lambda: self._go(len(self.model.lines) - 1))

    # an empty list

    def _tell_if_empty(self) -> None:
        empty = not self.model.lines
        if empty == (self._pages.currentIndex() == 1) and not empty:
            return
        focused = self.isAncestorOf(self.window().focusWidget() or self)
        self._pages.setCurrentIndex(1 if empty else 0)
        self.setFocusProxy(
            self._empty if empty else self.table
        )  # Tab would stay before a hidden one
        if focused and empty:
            self.setFocus()
        self._say()

    def _say(self) -> None:
        if self._filtered:
            self._empty.set_texts(
                self.tr("No report passes these filters"),
                self.tr("Let everything through again, or search with fewer letters."),
                self.tr("Let everything through"),
                self.clearWanted.emit,
            )
        else:
            self._empty.set_texts(
                self.tr("No reports yet"),
                self.tr("What comes in stands here. Drop mail or alerts on this place, or write."),
                self.tr("Write a report"),
                self.writeWanted.emit,
            )
