"""The table of a window of reports: its ends and its current row may lie outside of it."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from kcr2desk.desk import kit
from kcr2desk.desk.kit.cells import Index
from kcr2desk.desk.reports.list_model import ReportModel


class ReportTable(kit.DeskTable):
    """The table of a window. Its own scroll bar is hidden: `ReportList` has one for the whole."""

    endWanted = Signal(bool)
    """Home (true) or End was pressed."""

    outsideWanted = Signal(int)
    """Go so many rows on from what is read, which is outside the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.extends = False
        self._focusing = False
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def selectionCommand(
        self, index: Index, event: object = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Notes whether what was chosen before stays chosen."""
        flags = super().selectionCommand(index, event)  # type: ignore[arg-type]
        self.extends = not flags & QItemSelectionModel.SelectionFlag.Clear
        return flags

    def came_above(self, count: int) -> None:
        model = self.model()
        if isinstance(model, ReportModel) and model.arriving:
            super().came_above(count)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt would go to the first row when what is read is not in the window."""
        self._focusing = True
        super().focusInEvent(event)
        self._focusing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain:
            self.endWanted.emit(event.key() == Qt.Key.Key_Home)
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        if self.currentIndex().isValid():
            return super().moveCursor(action, modifiers)
        if self._focusing:
            return QModelIndex()
        actions = QAbstractItemView.CursorAction
        back = action in (actions.MoveUp, actions.MovePrevious, actions.MovePageUp)
        self.outsideWanted.emit(-1 if back else 1)
        return QModelIndex()
