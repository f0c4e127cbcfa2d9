"""The calm table: one Python call a cell, a whole row under the mouse, a place that is kept."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kcr2desk.desk import icons, remember, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.kit.cells import Cell, CellModel, Index


class CellDelegate(QStyledItemDelegate):
    """Paints a `Cell`: ground, rule, sign, text; the current row carries the focus ring."""

    def __init__(self, table: DeskTable) -> None:
        super().__init__(table)
        self._table = table
        self._fonts: dict[tuple[bool, bool], QFont] = {}
        self._colours: dict[str, QColor] = {}
        theme.current().changed.connect(self._forget)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Width for fitting a column to what it shows."""
        model = index.model()
        if not isinstance(model, CellModel):
            return QSize(80, 28)
        cell = model.cell(index.row(), index.column())
        wide = paint.pill_width(cell.text, self._font(cell.strong, cell.old))
        return QSize(wide + 8 + (20 if cell.icon or cell.old else 0), 28)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, CellModel):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        row, table = index.row(), self._table
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = table.hasFocus()
        if selected:
            painter.fillRect(rect, self._colour("selection" if focused else "selection_idle"))
        elif row == table.hovered_row:
            painter.fillRect(rect, self._colour("hover"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._colour("line"))
        self._edges(painter, rect, index, model, focused)
        self._content(painter, rect.adjusted(8, 0, -8, -1), model.cell(row, index.column()))

    def _content(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        if not cell.text and not cell.icon:
            return
        tokens = theme.tokens()
        if cell.pill:
            font = theme.current().font("small", strong=cell.strong)
            paint.draw_pill(painter, rect, cell.text, cell.tone, font, cell.icon)
            return
        icon = "clock" if cell.old else cell.icon
        if icon:
            tone = "stale" if cell.old else cell.icon_tone or cell.tone
            place = QRect(rect.left(), rect.top(), 16, rect.height())
            if cell.right:
                wide = painter.fontMetrics().horizontalAdvance(cell.text)
                place.moveLeft(max(rect.left(), rect.right() - wide - 22))
            paint.draw_icon(painter, icon, tokens.tone(tone), place, 16 if not cell.old else 14)
            if not cell.right:
                rect = rect.adjusted(20, 0, 0, 0)
        paint.draw_text(
            painter,
            rect,
            cell.text,
            self._font(cell.strong, cell.old),
            self._colour("muted" if cell.old else cell.tone),
            right=cell.right,
            marks=cell.marks,
        )

    def _edges(
        self, painter: QPainter, rect: QRect, index: Index, model: CellModel, focused: bool
    ) -> None:
        header = self._table.horizontalHeader()
        place = header.visualIndex(index.column())
        first = place == self._table.first_section
        if first and (tone := model.row_tone(index.row())):
            painter.fillRect(rect.left(), rect.top(), 4, rect.height() - 1, self._colour(tone))
        if not focused or index.row() != self._table.currentIndex().row():
            return
        accent, ring = self._colour("accent"), theme.FOCUS_RING
        painter.fillRect(rect.left(), rect.top(), rect.width(), ring, accent)
        painter.fillRect(rect.left(), rect.bottom() - ring + 1, rect.width(), ring, accent)
        if first:
            painter.fillRect(rect.left(), rect.top(), ring, rect.height(), accent)
        if place == self._table.last_section:
            painter.fillRect(rect.right() - ring + 1, rect.top(), ring, rect.height(), accent)

    def _font(self, strong: bool, old: bool) -> QFont:
        font = self._fonts.get((strong, old))
        if font is None:
            font = theme.current().font("table", strong=strong, old=old)
            self._fonts[strong, old] = font
        return font

    def _colour(self, name: str) -> QColor:
        colour = self._colours.get(name)
        if colour is None:
            colour = self._colours[name] = theme.current().colour(name)
        return colour

    def _forget(self) -> None:
        self._fonts.clear()
        self._colours.clear()


class DeskTable(QTableView):
    """A table for a `CellModel`: whole rows, keyboard first, rows that stay where they are read.

    Rows inserted above what is read move the view along with them; a small button says how many
    are new. Double click or Enter emits `activated` of Qt.
    """

    newAbove = Signal(int)
    """How many rows came in above what is read; 0 once they were seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        self.first_section = 0
        self.last_section = -1
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
        head.setSectionsMovable(True)
        head.setMinimumSectionSize(28)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._column_menu)
        head.sectionMoved.connect(self._find_edges)
        head.sectionResized.connect(self._section_resized)
        head.geometriesChanged.connect(self._find_edges)
        self._new = QPushButton(self.viewport())
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
        self.setModel(model)
        head = self.horizontalHeader()
        for place, column in enumerate(model.columns):
            self.setColumnWidth(place, column.width)
            head.setSectionHidden(place, column.hidden)
        model.rowsAboutToBeInserted.connect(self._before_insert)
        model.rowsInserted.connect(self._after_insert)
        model.modelReset.connect(self._reset_seen)
        self._yielded.clear()
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
                self._update_row(one)

    def _update_row(self, row: int) -> None:
        if row >= 0:
            top = self.rowViewportPosition(row)
            self.viewport().update(0, top, self.viewport().width(), self.rowHeight(row))

    # where the keys go

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
                self._update_row(index.row())

    # rows that come in

    def _before_insert(self, parent: QModelIndex, first: int, last: int) -> None:
        top = self.rowAt(0)
        reading = self.verticalScrollBar().value() > 0 or self.currentIndex().isValid()
        keep = not parent.isValid() and top >= 0 and first <= top and reading
        self._anchor = (last - first + 1, self.verticalScrollBar().value()) if keep else None

    def _after_insert(self) -> None:
        if self._anchor is None:
            return
        count, value = self._anchor
        self._anchor = None
        self.updateGeometries()
        self.verticalScrollBar().setValue(
            value + count * self.verticalHeader().defaultSectionSize()
        )
        if self.verticalScrollBar().value() > 0:
            self._seen(self._above + count)

    def _scrolled(self, value: int) -> None:
        if value == 0 and self._above:
            self._reset_seen()

    def _reset_seen(self) -> None:
        self._seen(0)

    def _seen(self, above: int) -> None:
        if above == self._above:
            return
        self._above = above
        self._new.setText(self.tr("%n new", "", above))
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
            self._new.setText(self.tr("%n new", "", self._above))
            model = self.model()
            if isinstance(model, CellModel):
                model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(model.columns) - 1)
            self.viewport().update()

    def _place_new(self) -> None:
        self._new.adjustSize()
        self._new.move((self.viewport().width() - self._new.width()) // 2, theme.S)

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
        if remember.restore_header(settings, key, self.horizontalHeader()):
            self._yielded.clear()
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
                head.resizeSection(column, wide.width + max(0, left))
        self._fitting = False
        self._find_edges()

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

    def _find_edges(self) -> None:
        head = self.horizontalHeader()
        shown = [
            place
            for place in range(head.count())
            if not head.isSectionHidden(head.logicalIndex(place))
        ]
        self.first_section, self.last_section = (shown[0], shown[-1]) if shown else (0, -1)

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
        self.verticalHeader().setDefaultSectionSize(theme.current().density.row_height)
        self.viewport().update()
