"""Typing in a cell of the board: a field over the cell, opened by the first digit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from kcr2desk.core.board_entry import Entry, EntryError, parse, text_of
from kcr2desk.desk.bijstand import board_words as words
from kcr2desk.desk.bijstand.board_table import BoardTable

_MOVES = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class CellEdit(QLineEdit):
    """The field over a cell. Enter saves and goes down, Tab goes right, Esc leaves it as it was.

    What cannot be meant is not saved: the field stays, and `wrong` says why.
    """

    entered = Signal(str, str, object)
    """Owner, type and the Entry that was typed."""

    wrong = Signal(str)
    """Why what stands here cannot be meant; "" once it can."""

    def __init__(self, table: BoardTable) -> None:
        super().__init__(table.viewport())
        self._table = table
        self._pair = ("", "")
        self._closing = False
        self.setMaxLength(20)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.textEdited.connect(self._look)
        table.horizontalScrollBar().valueChanged.connect(self._place)
        table.verticalScrollBar().valueChanged.connect(self._place)
        table.board.modelAboutToBeReset.connect(self.leave)
        self.hide()

    def open(self, text: str) -> None:
        """Edit the current cell: begin with `text`, or with what stands there."""
        index = self._table.currentIndex()
        cell = self._table.board.cell_at(index)
        if cell is None:
            return
        self._pair = self._table.board.pair(index)
        self._table.scrollTo(index)
        self.setFont(self._table.look.font("table"))
        self.setText(text or text_of(cell.available, cell.total))
        self.setAccessibleName(" · ".join(self._table.board.story(index)[:1]))
        self._place()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if text:
            self.end(False)
        else:
            self.selectAll()
        self._look()

    def _at(self) -> QModelIndex:
        """Where the cell that is edited stands now."""
        return self._table.board.place(*self._pair)

    def leave(self) -> None:
        """Close without saving."""
        if self.isHidden() or self._closing:
            return
        self._closing = True
        self.hide()
        self._pair = ("", "")
        self.wrong.emit("")
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._closing = False

    def take(self) -> bool:
        """Save what stands here; False when it cannot be meant."""
        index = self._at()
        owner, resource = self._table.board.pair(index)
        cell = self._table.board.cell_at(index)
        if cell is None:
            self.leave()
            return True
        if not self.text().strip() or self.text().strip() == text_of(cell.available, cell.total):
            self.leave()
            return True
        try:
            entry = parse(self.text(), cell.total)
        except EntryError as error:
            self._show_wrong(error.code)
            return False
        self.leave()
        self.entered.emit(owner, resource, entry)
        return True

    def _look(self) -> None:
        """Say while typing what is wrong, but only of what is no beginning of anything."""
        try:
            cell = self._table.board.cell_at(self._at())
            entry = parse(self.text() or "0", cell.total if cell is not None else None)
            assert isinstance(entry, Entry)
            self._show_wrong("")
        except EntryError as error:
            ends = self.text().rstrip().endswith("/")
            self._show_wrong("" if ends or error.code == "more_than_total" else error.code)

    def _show_wrong(self, code: str) -> None:
        if bool(self.property("wrong")) != bool(code):
            self.setProperty("wrong", bool(code))
            self.style().unpolish(self)
            self.style().polish(self)
        self.wrong.emit(words.entry_trouble(code) if code else "")

    def _place(self) -> None:
        if not self._at().isValid():
            return
        rect = self._table.visualRect(self._at())
        wide = max(rect.width(), self._table.look.px(84))
        left = max(self._table.types.frozen_width if rect.left() > 0 else 0, rect.left())
        self.setGeometry(left, rect.top(), wide, rect.height() - 1)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        ):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in _MOVES:
            rows, columns = _MOVES[key]
            if self.take():
                self._go(rows, columns)
        else:
            super().keyPressEvent(event)

    def _go(self, rows: int, columns: int) -> None:
        board = self._table.board
        current = self._table.currentIndex()
        row, column = current.row() + rows, current.column() + columns
        while 0 <= row < len(board.rows) and not board.rows[row].owner:
            row += rows or 1
        if 0 <= row < len(board.rows) and 0 <= column < len(board.types):
            self._table.go_to(board.index(row, column))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere saves what can be meant and drops what cannot."""
        super().focusOutEvent(event)
        popup = event.reason() in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        )
        if not popup and not self.isHidden() and not self._closing and not self.take():
            self.leave()
