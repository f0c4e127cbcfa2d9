"""The matrix of the board: a table whose rows are drawn once and whose heads stay.

It is a QTableView, so that a screen reader finds rows, columns and cells; all of it is painted
here. A row is a picture that is kept until one of its cells changes: scrolling only lays pictures.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QToolTip, QWidget

from kcr2desk.desk import theme
from kcr2desk.desk.bijstand import board_columns
from kcr2desk.desk.bijstand.board_heads import OwnerHead, TypeHead
from kcr2desk.desk.bijstand.board_look import ZOOMS, BoardPainter, Places
from kcr2desk.desk.bijstand.board_model import BoardModel, Index
from kcr2desk.desk.kit import paint

_Flags = QItemSelectionModel.SelectionFlag
_HEADING = 24


class BoardTable(QTableView):
    """The painted matrix. `typed` tells that something is typed, not what it means."""

    typed = Signal(str)
    """The officer begins to type in the current cell; "" opens what stands there."""

    zoomed = Signal()

    def __init__(self, model: BoardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = model
        self.look = BoardPainter()
        self._pictures: dict[int, QPixmap] = {}
        self._places: list[Places] = []
        self._size = QSize()
        self._hovered = QModelIndex()
        self._from = QModelIndex()
        self.types = TypeHead(self.look, self._model, self)
        self.owners = OwnerHead(self.look, self._model, self)
        self.setHorizontalHeader(self.types)
        self.setVerticalHeader(self.owners)
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        model.modelReset.connect(self.fit)
        theme.current().changed.connect(self.fit)
        self.fit()

    def _model(self) -> BoardModel:
        return self.board

    # -- sizes -------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Give rows, columns and heads their sizes anew, and draw all anew."""
        self.look.forget()
        high = self.look.px(theme.current().density.row_height)
        self.owners.setDefaultSectionSize(high)
        for place, row in enumerate(self.board.rows):
            self.setRowHeight(place, high if row.owner else self.look.px(_HEADING))
        self._fit_columns()
        self.types.fit_height()
        self.owners.fit_width()
        self.updateGeometries()
        self.forget()

    def _fit_columns(self) -> None:
        fitted = board_columns.fitted(self.board, self.look, self.types.sum_text)
        self.types.texts = [column.text for column in fitted]
        self._places = [column.places for column in fitted]
        for place, column in enumerate(fitted):
            self.setColumnWidth(place, column.wide)
        self.types.frozen_width = sum(column.wide for column in fitted[: self.board.frozen])

    def forget(self) -> None:
        """Draw every row anew."""
        self._pictures.clear()
        self.viewport().update()
        self.types.forget()
        self.owners.forget()

    def redraw(self, cells: list[QModelIndex]) -> None:
        """Draw these cells anew into the pictures of their rows."""
        if any(not self._fits(index) for index in cells):
            self._fit_columns()
            self.forget()
            return
        for index in cells:
            picture = self._pictures.get(index.row())
            if picture is not None:
                painter = QPainter(picture)
                self._cell(painter, index.row(), index.column())
                painter.end()
            self.viewport().update(self.visualRect(index))
        for column in {index.column() for index in cells}:
            self.types.forget(column)

    def _fits(self, index: QModelIndex) -> bool:
        before, after = self.look.widths(self.board.look(index.row(), index.column()))
        places = self._places[index.column()]
        return before <= places.stroke - self.look.px(3) and after <= places.sign - places.stroke

    # -- drawing -----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        view = self.viewport().rect()
        painter.fillRect(event.rect(), self.look.colour("surface"))
        size = QSize(self.types.length(), self.viewport().height())
        if size.width() != self._size.width():
            self._pictures.clear()
        self._size = size
        area = event.rect()
        top = self.rowAt(area.top())
        for row in range(max(0, top), len(self.board.rows)) if top >= 0 else ():
            y = self.rowViewportPosition(row)
            if y > area.bottom():
                break
            self._row(painter, row, y, view.width())
        self._marks(painter)
        if self.board.frozen:
            edge = QRect(self.types.frozen_width - 1, 0, 1, self.types_bottom())
            painter.fillRect(edge, self.look.colour("edge"))
        painter.end()

    def types_bottom(self) -> int:
        """Where the last row ends in the viewport."""
        return min(self.viewport().height(), self.owners.length() - self.owners.offset())

    def _row(self, painter: QPainter, row: int, y: int, wide: int) -> None:
        if not self.board.rows[row].owner:
            painter.fillRect(0, y, wide, self.rowHeight(row), self.look.colour("ground"))
            return
        picture = self._picture(row)
        painter.drawPixmap(-self.types.offset(), y, picture)
        if self.types.frozen_width:
            ratio = picture.devicePixelRatio()
            part = QRect(0, 0, round(self.types.frozen_width * ratio), picture.height())
            painter.drawPixmap(
                QRect(0, y, self.types.frozen_width, self.rowHeight(row)), picture, part
            )

    def _picture(self, row: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        kept = self._pictures.get(row)
        if kept is not None and kept.devicePixelRatio() == ratio:
            return kept
        size = QSize(max(1, self.types.length()), self.rowHeight(row))
        kept = QPixmap(size * ratio)
        kept.setDevicePixelRatio(ratio)
        kept.fill(self.look.colour("surface"))
        painter = QPainter(kept)
        for column in range(len(self.board.types)):
            self._cell(painter, row, column)
        painter.end()
        self._pictures[row] = kept
        return kept

    def _cell(self, painter: QPainter, row: int, column: int) -> None:
        box = QRect(
            self.types.sectionPosition(column), 0, self.columnWidth(column), self.rowHeight(row)
        )
        asks = self.board.rows[row].owner == self.board.asking
        painter.fillRect(box, self.look.colour("selection" if asks else "surface"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, self.look.colour("line"))
        types = self.board.types
        if column and types[column].discipline != types[column - 1].discipline:
            painter.fillRect(box.left(), 0, 1, box.height(), self.look.colour("line"))
        inner = box.adjusted(0, 0, 0, -1)
        self.look.draw(painter, inner, self.board.look(row, column), self._places[column])

    def _marks(self, painter: QPainter) -> None:
        """What is chosen, what is under the mouse, what is under the keys."""
        model = self.selectionModel()
        current = self.currentIndex()
        ground = QColor(self.look.colour("accent"))
        ground.setAlphaF(0.16 if self.hasFocus() else 0.08)
        chosen = model.selection()
        for place in range(chosen.size()):
            for index in chosen.at(place).indexes():
                if index.row() < len(self.board.rows):
                    painter.fillRect(self._seen(index), ground)
        if self._hovered.isValid() and self._hovered != current:
            edge = self.look.colour("edge").name()
            paint.rounded(painter, self._seen(self._hovered).adjusted(1, 1, -1, -2), "", edge)
        if current.isValid():
            ring = self._seen(current).adjusted(0, 0, 0, -1)
            tone = "accent" if self.hasFocus() else "edge"
            paint.focus_ring(painter, ring, self.look.colour(tone).name())

    def _seen(self, index: Index) -> QRect:
        """The part of a cell that the frozen columns do not cover."""
        rect = self.visualRect(index)
        if index.column() >= self.board.frozen:
            rect.setLeft(max(rect.left(), self.types.frozen_width))
        return rect

    # -- frozen columns ----------------------------------------------------------------------------

    def visualRect(self, index: Index) -> QRect:
        rect = super().visualRect(index)
        if index.isValid() and index.column() < self.board.frozen:
            rect.translate(self.types.offset(), 0)
        return rect

    def indexAt(self, point: QPoint) -> QModelIndex:
        if point.x() < self.types.frozen_width:
            column = self.columnAt(point.x() - self.types.offset())
            row = self.rowAt(point.y())
            return self.board.index(row, column) if row >= 0 and column >= 0 else QModelIndex()
        return super().indexAt(point)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        bar = self.horizontalScrollBar()
        value = bar.value()
        super().scrollTo(index, hint)
        if index.column() < self.board.frozen:
            bar.setValue(value)
            return
        hidden = self.types.frozen_width - super().visualRect(index).left()
        if hidden > 0 and self.types.frozen_width:
            bar.setValue(bar.value() - hidden)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx and self.board.frozen:
            self.viewport().update()
            self.types.viewport().update()
        elif dx:
            self.types.viewport().update()  # the word of a discipline stays in sight

    # -- mouse and keys ----------------------------------------------------------------------------

    def viewportEvent(self, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            told = "\n".join(self.board.story(index)) if index.isValid() else ""
            QToolTip.showText(event.globalPos(), told, self, self.visualRect(index))
            return True
        if kind in (QEvent.Type.MouseMove, QEvent.Type.Leave):
            at = self.viewport().mapFromGlobal(self.cursor().pos())
            self._hover(QModelIndex() if kind == QEvent.Type.Leave else self.indexAt(at))
        return super().viewportEvent(event)

    def _hover(self, index: QModelIndex) -> None:
        if index != self._hovered:
            for one in (self._hovered, index):
                if one.isValid():
                    self.viewport().update(self.visualRect(one))
            self._hovered = index

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, plain = event.text(), not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and text and (text.isdigit() or text == "?"):
            self.typed.emit(text)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.typed.emit("")
        elif not self._extend(event):
            super().keyPressEvent(event)

    def _extend(self, event: QKeyEvent) -> bool:
        """Shift with the arrows: Qt goes by where cells are seen, frozen ones lie over others."""
        actions = QAbstractItemView.CursorAction
        ways = {
            Qt.Key.Key_Left: actions.MoveLeft,
            Qt.Key.Key_Right: actions.MoveRight,
            Qt.Key.Key_Up: actions.MoveUp,
            Qt.Key.Key_Down: actions.MoveDown,
            Qt.Key.Key_Home: actions.MoveHome,
            Qt.Key.Key_End: actions.MoveEnd,
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None or not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        current = self.currentIndex()
        if not self._from.isValid():
            self._from = current
        to = self.moveCursor(way, event.modifiers())
        if to.isValid():
            chooser, begun = self.selectionModel(), self._from
            chooser.setCurrentIndex(to, _Flags.NoUpdate)
            self._from = begun
            chooser.select(QItemSelection(begun, to), _Flags.ClearAndSelect)
            self.viewport().update()
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._from = QModelIndex()
        self.owners.current = current.row()
        for index in (previous, current):
            if index.isValid():
                self.viewport().update(self.visualRect(index))
        self.owners.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of the board, not the beginning of a word to find."""

    # -- zoom --------------------------------------------------------------------------------------

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by steps; 0 is as it was."""
        near = min(range(len(ZOOMS)), key=lambda n: abs(ZOOMS[n] - self.look.zoom))
        wanted = 1.0 if not steps else ZOOMS[max(0, min(len(ZOOMS) - 1, near + steps))]
        self.set_zoom(wanted)

    def set_zoom(self, zoom: float) -> None:
        """Show it at a zoom, 1.0 being 100 %."""
        if zoom == self.look.zoom or not ZOOMS[0] <= zoom <= ZOOMS[-1]:
            return
        self.look.zoom = zoom
        current = self.currentIndex()
        self.fit()
        if current.isValid():
            self.scrollTo(current)
        self.zoomed.emit()

    def go_to(self, index: QModelIndex) -> None:
        """Make a cell current and choose it alone, whatever keys are held meanwhile."""
        self.selectionModel().setCurrentIndex(index, _Flags.ClearAndSelect)
        self.scrollTo(index)

    def chosen(self) -> list[tuple[str, str]]:
        """The chosen cells as (owner, type), by rows; without a choice the current one."""
        indexes = [i for i in self.selectionModel().selectedIndexes() if self.board.pair(i)[0]]
        if not indexes and self.currentIndex().isValid():
            indexes = [self.currentIndex()]
        indexes.sort(key=lambda i: (i.row(), i.column()))
        return [self.board.pair(i) for i in indexes if self.board.pair(i)[0]]
