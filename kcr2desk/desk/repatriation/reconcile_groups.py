"""The kinds of difference of an arrival, the most urgent first, each with its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kcr2desk.desk import texts, theme
from kcr2desk.desk.kit import paint

Index = QModelIndex | QPersistentModelIndex
ROW: Final = 30
HEAD: Final = 28


@dataclass(frozen=True, slots=True)
class Group:
    """A group with its number, or with an empty `key` a heading."""

    key: str
    text: str
    count: int = 0
    tone: str = "muted"
    icon: str = ""


class GroupModel(QAbstractListModel):
    """Groups under their headings."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.groups: list[Group] = []

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these in place of those that are there."""
        if [g.key for g in groups] != [g.key for g in self.groups]:
            self.beginResetModel()
            self.groups = list(groups)
            self.endResetModel()
            return
        for place, group in enumerate(groups):
            if group != self.groups[place]:
                self.groups[place] = group
                self.dataChanged.emit(self.index(place), self.index(place))

    def place(self, key: str) -> int:
        """Where a group stands, -1 for nowhere."""
        return next((n for n, g in enumerate(self.groups) if key and g.key == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.groups)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self.groups[index.row()].key:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        group = self.groups[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return group.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{group.text} {texts.number(group.count)}" if group.key else group.text
        return None


class _GroupPaint(QStyledItemDelegate):
    def __init__(self, model: GroupModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, ROW if self._model.groups[index.row()].key else HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, tokens = theme.current(), theme.tokens()
        group = self._model.groups[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if not group.key:
            low = rect.adjusted(10, 6, -10, 0)
            small = now.font("small")
            paint.draw_text(painter, low, group.text, small, QColor(tokens.muted))
            return
        if state & QStyle.StateFlag.State_Selected:
            active = bool(state & QStyle.StateFlag.State_Active)
            ground = tokens.selection if active else tokens.selection_idle
            painter.fillRect(rect, QColor(ground))
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), QColor(tokens.accent)
            )
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.hover))
        none = group.count == 0
        tone = "good" if none else group.tone
        sign = QRect(rect.left() + 10, rect.top(), 16, rect.height())
        paint.draw_icon(painter, "check" if none else group.icon, tokens.tone(tone), sign)
        inner = rect.adjusted(34, 0, -10, 0)
        loud = group.tone in ("urgent", "attention") and not none
        colour = QColor(tokens.tone(group.tone) if loud else tokens.muted if none else tokens.text)
        font = now.font("table", strong=loud)
        told = texts.number(group.count)
        used = paint.draw_text(painter, inner, told, font, colour, right=True)
        text = inner.adjusted(0, 0, -used - 10, 0)
        ink = QColor(tokens.muted if none else tokens.text)
        paint.draw_text(painter, text, group.text, now.font("base"), ink)
        if state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, rect)


class GroupList(QListView):
    """The list of groups. A group that is chosen stays chosen and stays in its place, also when
    nobody is left in it, so that nothing moves under the eye."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.groups = GroupModel(self)
        self._telling = True
        self.setModel(self.groups)
        self.setItemDelegate(_GroupPaint(self.groups, self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._current)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of the view, not the beginning of a word to find."""

    def current(self) -> str:
        """The key of the group that is chosen, "" for none."""
        place = self.currentIndex().row()
        return self.groups.groups[place].key if 0 <= place < len(self.groups.groups) else ""

    def choose(self, key: str) -> bool:
        """Choose a group; says whether it is here."""
        place = self.groups.place(key)
        if place >= 0:
            self.setCurrentIndex(self.groups.index(place))
        return place >= 0

    def step(self, rows: int) -> None:
        """Choose the next group (1) or the one before (-1)."""
        place = self.currentIndex().row() + rows
        while 0 <= place < len(self.groups.groups) and not self.groups.groups[place].key:
            place += rows
        if 0 <= place < len(self.groups.groups):
            self.setCurrentIndex(self.groups.index(place))

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show these; what was chosen stays chosen, else the first is."""
        kept = self.current()
        self._telling = False
        self.groups.show_groups(groups)
        first = next((g.key for g in groups if g.key), "")
        self.choose(kept) or self.choose(first)
        self._telling = True
        if self.current() != kept:
            self.chosen.emit(self.current())

    def _current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if self._telling and current.isValid():
            self.chosen.emit(self.current())
