"""The calm table: a whole row under the mouse and under the keys, a place that is kept."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelection,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kcr2desk.desk import icons, remember, theme
from kcr2desk.desk.kit.cell_paint import Place, RowLook, RowPainter
from kcr2desk.desk.kit.cells import CellModel, Index

translate = QCoreApplication.translate


class CellDelegate(QStyledItemDelegate):
    """Says how wide a cell is, for fitting a column; the table itself draws whole rows."""

    def __init__(self, table: DeskTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        if not isinstance(model, CellModel):
            return QSize(80, 28)
        return QSize(self._table.painter.width(model.cell(index.row(), index.column())), 28)


class DeskTable(QTableView):
    """A table for a `CellModel`: whole rows, keyboard first, rows that stay where they are read.

    Rows that come or go above what is read move the view along with them; a small button in the
    header says how many are new. What is read is the current row while it is in sight, otherwise
    the row at the top. Double click or Enter emits `activated` of Qt.
    """

    newAbove = Signal(int)
    """How many rows came in above what is read; 0 once they were seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painter = RowPainter()
        self.hovered_row = -1
        self._places: list[Place] = []
        self._chosen: set[int] | None = None
        self._above = 0
        self._anchor: tuple[int, int] | None = None
        self._yielded: set[int] = set()
        self._fitting = False
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(20)
        head = self.horizontalHeader()
        head.setFixedHeight(theme.HEADER_HEIGHT)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)  # a click would choose every row
        head.setSectionsMovable(True)
        head.setMinimumSectionSize(28)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._column_menu)
        head.sectionMoved.connect(self._find_places)
        head.sectionResized.connect(self._section_resized)
        head.geometriesChanged.connect(self._find_places)
        self._new = QPushButton(self)
        self._new.setProperty("kind", "primary")
        self._new.setProperty("size", "small")
        self._new.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        icons.dress(self._new, "chevron-up", "on_accent")
        self._new.clicked.connect(self.show_new)
        self._new.hide()
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme.current().changed.connect(self._fit_rows)
        self._fit_rows()

    def set_model(self, model: CellModel) -> None:
        """Show `model`, with its columns at their own widths."""
        self._fitting = True  # hiding a column must not fit the others yet
        self.setModel(model)
        head = self.horizontalHeader()
        for place, column in enumerate(model.columns):
            self.setColumnWidth(place, column.width)
            head.setSectionHidden(place, column.hidden)
        model.rowsAboutToBeInserted.connect(self._before_insert)
        model.rowsInserted.connect(self._after_insert)
        model.rowsAboutToBeRemoved.connect(self._before_remove)
        model.rowsRemoved.connect(self._after_remove)
        model.modelReset.connect(self._forget_rows)
        model.modelReset.connect(self._reset_seen)
        self._yielded.clear()
        self._fitting = False
        self.fit_columns()

    def selected_rows(self) -> list[int]:
        """The selected rows, from top to bottom."""
        chosen = self.selectionModel()
        return [] if chosen is None else sorted(i.row() for i in chosen.selectedRows())

    def show_new(self) -> None:
        """Go up to the rows that came in."""
        self.scrollToTop()
        self._reset_seen()

    @property
    def above(self) -> int:
        """How many new rows wait above what is read."""
        return self._above

    # the mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1)
        return super().viewportEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            before, self.hovered_row = self.hovered_row, row
            for one in (before, row):
                self.update_row(one)

    def update_row(self, row: int) -> None:
        """Draw a row anew."""
        if row >= 0:
            top = self.rowViewportPosition(row)
            self.viewport().update(0, top, self.viewport().width(), self.rowHeight(row))

    # drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        model = self.model()
        if not isinstance(model, CellModel) or not model.rowCount():
            return
        painter = QPainter(self.viewport())
        area, last = event.rect(), model.rowCount() - 1
        top = max(0, self.rowAt(area.top()))
        bottom = self.rowAt(area.bottom())
        bottom = last if bottom < 0 else bottom
        height = self.verticalHeader().defaultSectionSize()
        head = self.horizontalHeader()
        size = QSize(max(head.length(), self.viewport().width()), height)
        left, y = -head.offset(), self.rowViewportPosition(top)
        ratio = self.devicePixelRatioF()
        focused, current = self.hasFocus(), self.currentIndex().row()
        chosen, hovered = self._selection(), self.hovered_row
        for row in range(top, bottom + 1):
            look = RowLook(
                model.cells(row),
                model.row_tone(row),
                row in chosen,
                row == hovered,
                focused and row == current,
                focused,
            )
            painter.drawPixmap(left, y, self.painter.row(look, self._places, size, ratio))
            y += height
        painter.end()

    def _selection(self) -> set[int]:
        if self._chosen is None:
            ranges = self.selectionModel().selection()
            spans = [ranges.at(place) for place in range(ranges.size())]
            self._chosen = {r for one in spans for r in range(one.top(), one.bottom() + 1)}
        return self._chosen

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        self._chosen = None
        super().selectionChanged(selected, deselected)

    def _forget_rows(self) -> None:
        self._chosen = None

    # where the keys go

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of the panel, not the beginning of a word to find."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for index in (previous, current):  # the ring spans the row, Qt repaints one cell
            if index.isValid():
                self.update_row(index.row())

    # rows that come and go

    def read_row(self) -> int:
        """The row that is read: the current one while it is in sight, else the one at the top."""
        current = self.currentIndex().row()
        if current >= 0:
            y = self.rowViewportPosition(current)
            if y + self.rowHeight(current) > 0 and y < self.viewport().height():
                return current
        return self.rowAt(0)

    def came_above(self, count: int) -> None:
        """So many rows came in above what is in sight."""
        self.tell_new(self._above + count)

    def _before_insert(self, parent: QModelIndex, first: int, last: int) -> None:
        self._chosen = None
        bar = self.verticalScrollBar()
        read = self.read_row()
        reading = bar.value() > 0 or self.currentIndex().isValid()
        keep = not parent.isValid() and read >= 0 and first <= read and reading
        self._anchor = (last - first + 1, bar.value()) if keep else None

    def _after_insert(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self._anchor is not None:
            count, value = self._anchor
            self._move_along(value, count)
            hidden = min(last + 1, self.rowAt(0)) - first
            if hidden > 0:
                self.came_above(hidden)

    def _before_remove(self, parent: QModelIndex, first: int, last: int) -> None:
        self._chosen = None
        read = self.read_row()
        gone = min(last, read - 1) - first + 1
        self._anchor = None
        if not parent.isValid() and gone > 0:
            self._anchor = (-gone, self.verticalScrollBar().value())

    def _after_remove(self) -> None:
        if self._anchor is not None:
            count, value = self._anchor
            self._move_along(value, count)

    def _move_along(self, value: int, rows: int) -> None:
        self._anchor = None
        self.updateGeometries()
        height = self.verticalHeader().defaultSectionSize()
        self.verticalScrollBar().setValue(value + rows * height)

    def _scrolled(self, value: int) -> None:
        if value == 0 and self._above:
            self._reset_seen()

    def _reset_seen(self) -> None:
        self.tell_new(0)

    def tell_new(self, above: int) -> None:
        """Say that so many rows came in above what is read."""
        if above == self._above:
            return
        self._above = above
        self._new.setText(translate("DeskTable", "%n new", None, above))
        self._new.setVisible(above > 0)
        self._place_new()
        self.newAbove.emit(above)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()
        self._place_new()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._new.setText(translate("DeskTable", "%n new", None, self._above))
            model = self.model()
            if isinstance(model, CellModel):
                model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(model.columns) - 1)
            self.viewport().update()

    def _place_new(self) -> None:
        """At the right end of the widest column's heading, where it covers nothing that is read."""
        self._new.ensurePolished()
        self._new.adjustSize()
        widest = max(self._places, key=lambda p: p.width, default=None)
        right = self.viewport().width()
        if widest is not None:
            right = min(right, widest.left + widest.width - self.horizontalHeader().offset())
        across = (theme.HEADER_HEIGHT - self._new.height()) // 2
        self._new.move(max(0, right - self._new.width() - theme.S), across)
        self._new.raise_()

    # columns

    def keep(self, settings: remember.Settings, key: str) -> None:
        """Keep the columns as the officer set them, not as a narrow window left them."""
        head = self.horizontalHeader()
        self._fitting = True
        for column in self._yielded:
            head.setSectionHidden(column, False)
        remember.keep_header(settings, key, head)
        for column in self._yielded:
            head.setSectionHidden(column, True)
        self._fitting = False

    def restore(self, settings: remember.Settings, key: str) -> None:
        """Set the columns as they were kept."""
        self._fitting = True
        if remember.restore_header(settings, key, self.horizontalHeader()):
            self._yielded.clear()
        self._fitting = False
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give the stretching column what is left; where that is too little, others yield."""
        model = self.model()
        if self._fitting or not isinstance(model, CellModel):
            return
        self._fitting = True
        head = self.horizontalHeader()
        for column in self._yielded:
            head.setSectionHidden(column, False)
        self._yielded.clear()
        left = self._width_left(model)
        order = sorted(range(len(model.columns)), key=lambda c: -model.columns[c].yields)
        for column in order:
            wide = model.columns[column]
            if left >= 0 or not wide.yields:
                break
            if not head.isSectionHidden(column):
                left += head.sectionSize(column)
                head.setSectionHidden(column, True)
                self._yielded.add(column)
        for column, wide in enumerate(model.columns):
            if wide.stretch:
                least = wide.least or wide.width
                head.resizeSection(column, max(least, wide.width + left))
        self._fitting = False
        self._find_places()

    def _width_left(self, model: CellModel) -> int:
        """What remains of the width beside all columns at their widths, negative when none."""
        head = self.horizontalHeader()
        used = sum(
            wide.width if wide.stretch else head.sectionSize(column)
            for column, wide in enumerate(model.columns)
            if not head.isSectionHidden(column)
        )
        return self.viewport().width() - used

    def _section_resized(self) -> None:
        if not self._fitting:
            self.fit_columns()

    def _find_places(self) -> None:
        """Where the visible columns are; what was drawn for other places is of no use."""
        head = self.horizontalHeader()
        places = [
            Place(column, head.sectionPosition(column), head.sectionSize(column))
            for column in map(head.logicalIndex, range(head.count()))
            if not head.isSectionHidden(column)
        ]
        if places != self._places:
            self._places = places
            self.painter.forget()
            self.viewport().update()
            self._place_new()

    def _column_menu(self, at: QPoint) -> None:
        model = self.model()
        if not isinstance(model, CellModel):
            return
        head = self.horizontalHeader()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, column in enumerate(model.columns):
            action = menu.addAction(column.title())
            action.setCheckable(True)
            action.setChecked(not head.isSectionHidden(place))
            action.setEnabled(
                action.isChecked() is False or head.hiddenSectionCount() < head.count() - 1
            )
            action.toggled.connect(lambda on, p=place: self.show_column(p, on))
        menu.popup(head.mapToGlobal(at))

    def show_column(self, column: int, shown: bool) -> None:
        """Show or hide a column by its number."""
        self._yielded.discard(column)
        self.horizontalHeader().setSectionHidden(column, not shown)
        self.fit_columns()

    def _fit_rows(self) -> None:
        self.painter.forget()
        self.verticalHeader().setDefaultSectionSize(theme.current().density.row_height)
        self.viewport().update()
