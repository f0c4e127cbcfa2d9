"""The names beside the bars: a list that keys and screen readers walk through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kcr2desk.core.book import Book
from kcr2desk.desk import texts, theme
from kcr2desk.desk.bijstand import timeline_words as words
from kcr2desk.desk.bijstand.timeline_rows import Grouping, Row
from kcr2desk.desk.kit import paint

Index = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractListModel):
    """The rows; `now` and `book` give what their words need at the moment of asking."""

    def __init__(
        self, book: Callable[[], Book], now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._book = book
        self._now = now
        self.grouping: Grouping = "request"
        self.rows: Sequence[Row] = ()

    def put(self, rows: Sequence[Row], grouping: Grouping) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows, self.grouping = rows, grouping
        self.endResetModel()

    def place(self, key: str) -> int:
        """Where the row of a commitment is; -1 when it is not shown."""
        return next((n for n, row in enumerate(self.rows) if row.key == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].commitment is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words.name(self._book(), row, self.grouping)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            lines = words.story(self._book(), row, self._now())
            name = words.name(self._book(), row, self.grouping)
            if role == Qt.ItemDataRole.ToolTipRole:
                return "\n".join(lines) or name
            beside = words.beside(self._book(), row, self.grouping) if not lines else ""
            return ", ".join(part for part in (name, *lines[1:], beside) if part)
        return None


class RowDelegate(QStyledItemDelegate):
    """Paints a name, with a sign where something is the matter."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, theme.current().density.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowModel)
        row, tokens, now = model.rows[index.row()], theme.tokens(), theme.current()
        view = option.widget
        box: QRect = option.rect
        chosen = isinstance(view, QListView) and view.currentIndex() == index
        text = str(index.data())
        inner = box.adjusted(theme.M, 0, -theme.S, 0)
        if row.commitment is None:
            painter.fillRect(box, QColor(tokens.raised))
            number = texts.number(row.count)
            font = now.font("small")
            wide = paint.pill_width(number, font)
            paint.draw_text(painter, inner, number, font, QColor(tokens.muted), right=True)
            inner.adjust(0, 0, -wide, 0)
            strong = now.font("table", strong=True)
            paint.draw_text(painter, inner, text, strong, QColor(tokens.text))
            return
        if chosen:
            painter.fillRect(box, QColor(tokens.selection))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(tokens.line))
        if row.overdue or row.gap is not None:
            sign = QRect(inner.right() - 16, box.top(), 18, box.height())
            paint.draw_icon(painter, "alert", tokens.urgent, sign, 14)
            inner.adjust(0, 0, -22, 0)
        paint.draw_text(painter, inner, text, now.font("table"), QColor(tokens.text))
        if chosen and view is not None and view.hasFocus():
            paint.focus_ring(painter, box)


class RowList(QListView):
    """The list. It scrolls by pixels and says so to the bars beside it."""

    def __init__(self, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
