"""A card with one field and a list under it: type, choose, Enter."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.desk import icons, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.kit.labels import ElidedLabel
from kcr2desk.desk.kit.overlay import Overlay
from kcr2desk.desk.panel import Found

Index = QModelIndex | QPersistentModelIndex
ROW: Final = 36


def folded(text: str) -> str:
    """Without accents and capitals: `Fryslân` is found by `fryslan`."""
    parts = unicodedata.normalize("NFD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold()


def rank(query: str, text: str) -> int | None:
    """How well `text` answers `query`, lower is better; None when a word is missing.

    Every word of the query must occur. The start of the text is best, then starts of words,
    then the middle of words.
    """
    where = folded(text)
    total = 0
    for word in folded(query).split():
        place = where.find(word)
        if place < 0:
            return None
        if place and not where.startswith(word):
            total += 1 if f" {word}" in where else 3
    return total


def marks(query: str, text: str) -> tuple[paint.Mark, ...]:
    """Where the words of `query` stand in `text`."""
    where = folded(text)
    if len(where) != len(text):
        return ()
    found = ((where.find(word), len(word)) for word in folded(query).split())
    return tuple((place, length) for place, length in found if place >= 0)


class Answers(QAbstractListModel):
    """What a picker lists, and the words that were typed for it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Found] = []
        self.query = ""

    def put(self, query: str, rows: Sequence[Found]) -> None:
        self.beginResetModel()
        self.query, self.rows = query, list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.group} {row.title} {row.detail} {row.key}"
        return None


class AnswerDelegate(QStyledItemDelegate):
    """One line: sign, title, detail, key; the first of a group names it at the right."""

    def __init__(self, model: Answers, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, tokens = theme.current(), theme.tokens()
        row = self._model.rows[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.selection))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(tokens.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.hover))
        sign = QRect(rect.left() + 14, rect.top(), 20, rect.height())
        paint.draw_icon(painter, row.icon or "command", tokens.muted, sign)
        inner = rect.adjusted(44, 0, -14, 0)
        if row.key:
            inner.adjust(0, 0, -paint.draw_keycap(painter, inner, row.key) - 8, 0)
        small, muted = now.font("small"), QColor(tokens.muted)
        if row.group and not row.key:
            wide = paint.draw_text(painter, inner, row.group, small, muted, right=True)
            inner.adjust(0, 0, -wide - 12, 0)
        ink = QColor(tokens.text)
        wide = paint.draw_text(
            painter,
            inner,
            row.title,
            now.font("base"),
            ink,
            marks=marks(self._model.query, row.title),
        )
        rest = inner.adjusted(wide + 12, 0, 0, 0)
        if row.detail and rest.width() > 40:
            paint.draw_text(painter, rest, row.detail, small, muted)


class Picker(Overlay):
    """Finds one thing of many by what is typed. A subclass answers `ask` by `put`.

    Up, Down and Page move in the list while the field keeps the focus; Enter or a click takes.
    """

    def __init__(self, host: QWidget, width: int, *, icon: str = "search", rows: int = 10) -> None:
        super().__init__(host, width, top=True)
        self._rows = rows
        self.field = QLineEdit()
        self.field.setObjectName("paletteField")
        sign = self.field.addAction(icons.icon(icon), QLineEdit.ActionPosition.LeadingPosition)
        icons.dress(sign, icon)
        self.field.textChanged.connect(self.ask)
        self.field.installEventFilter(self)
        self.model = Answers(self)
        self.list = QListView()
        self.list.setObjectName("paletteList")
        self.list.setModel(self.model)
        self.list.setItemDelegate(AnswerDelegate(self.model, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._run_index)
        self.hint = ElidedLabel(role="small", tone="muted")
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addSpacing(theme.XS)
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        foot.addWidget(self.hint)
        column.addLayout(foot)

    def open(self, query: str = "") -> None:
        """Show it with an empty field, or with `query` in it."""
        super().open()
        self.field.setText(query)
        self.ask(query)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, query: str) -> None:
        """Answer what is typed, by `put`."""
        raise NotImplementedError

    def answers(self) -> list[Found]:
        """What is listed now."""
        return list(self.model.rows)

    def put(self, rows: Sequence[Found], current: int = 0) -> None:
        """List these, with one of them under Enter."""
        self.model.put(self.field.text(), rows)
        self.list.setCurrentIndex(self.model.index(current))

    def wanted_height(self, _width: int) -> int:
        return 44 + 4 + self._rows * ROW + 36

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() != QEvent.Type.KeyPress:
                return False
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                QApplication.sendEvent(self.list, event)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run_index(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _run_index(self, index: QModelIndex) -> None:
        if index.isValid():
            found = self.model.rows[index.row()]
            self.dismiss()
            found.run()
