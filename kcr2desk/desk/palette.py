"""Ctrl+K: one field that finds and does everything."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
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

from kcr2desk.desk import icons, shortcuts, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.kit.labels import ElidedLabel
from kcr2desk.desk.kit.overlay import Overlay
from kcr2desk.desk.panel import Finder, Found

Index = QModelIndex | QPersistentModelIndex
_ROW: Final = 36
_MOST: Final = 60
_WIDTH: Final = 640


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


class _Answers(QAbstractListModel):
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


class _AnswerDelegate(QStyledItemDelegate):
    """One line: sign, title, detail, key; the first of a group names it at the right."""

    def __init__(self, model: _Answers, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, _ROW)

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


class CommandPalette(Overlay):
    """The card of Ctrl+K. Actions answer at once, finders when they can."""

    def __init__(
        self,
        host: QWidget,
        groups: Callable[[], list[shortcuts.KeyGroup]],
        finders: Sequence[Finder] = (),
    ) -> None:
        super().__init__(host, _WIDTH, top=True)
        self._groups = groups
        self._finders = tuple(finders)
        self._asked = 0
        self._actions: list[Found] = []
        self._from_finders: dict[int, list[Found]] = {}
        self.field = QLineEdit()
        self.field.setObjectName("paletteField")
        self._sign = self.field.addAction(
            icons.icon("search"), QLineEdit.ActionPosition.LeadingPosition
        )
        icons.dress(self._sign, "search")
        self.field.textChanged.connect(self._ask)
        self.field.installEventFilter(self)
        self.model = _Answers(self)
        self.list = QListView()
        self.list.setObjectName("paletteList")
        self.list.setModel(self.model)
        self.list.setItemDelegate(_AnswerDelegate(self.model, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._run_index)
        self._hint = ElidedLabel(role="small", tone="muted")
        column = QVBoxLayout(self.card)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addSpacing(theme.XS)
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        foot.addWidget(self._hint)
        column.addLayout(foot)
        texts.OnLanguage(self, self._say)

    def open(self, query: str = "") -> None:
        """Show it with an empty field, or with `query` in it."""
        super().open()
        self.field.setText(query)
        self._ask(query)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def answers(self) -> list[Found]:
        """What is listed now."""
        return list(self.model.rows)

    def wanted_height(self, _width: int) -> int:
        return 44 + 4 + 10 * _ROW + 36

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

    def _ask(self, query: str) -> None:
        self._asked += 1
        self._from_finders.clear()
        self._actions = self._matching_actions(query)
        self._list()
        if not query.strip():
            return
        for place, finder in enumerate(self._finders):
            finder(query.strip(), self._taker(self._asked, place))

    def _taker(self, asked: int, place: int) -> Callable[[list[Found]], None]:
        def take(found: list[Found]) -> None:
            if asked == self._asked and self.isVisible():  # an answer to an older question is late
                self._from_finders[place] = found
                self._list()

        return take

    def _matching_actions(self, query: str) -> list[Found]:
        ranked: list[tuple[int, int, Found]] = []
        for group in self._groups():
            for action in shortcuts.described(group.actions):
                words = shortcuts.plain_text(action)
                score = rank(query, words)
                if score is None or not action.isEnabled():
                    continue
                found = Found(
                    words,
                    action.trigger,
                    group.title,
                    icon=str(action.property("icon_name") or ""),
                    key=shortcuts.key_text(action),
                )
                ranked.append((score, len(ranked), found))
        return [found for _, _, found in sorted(ranked, key=lambda r: r[:2])]

    def _list(self) -> None:
        rows = list(self._actions)
        if self._from_finders:
            rows = rows[:5]
            for place in sorted(self._from_finders):
                rows.extend(self._from_finders[place])
        current = self.list.currentIndex().row() if self.model.rowCount() else 0
        self.model.put(self.field.text(), rows[:_MOST])
        keep = current if self._from_finders and 0 < current < len(rows) else 0
        self.list.setCurrentIndex(self.model.index(keep))
        self._say()

    def _run_index(self, index: QModelIndex) -> None:
        if index.isValid():
            found = self.model.rows[index.row()]
            self.dismiss()
            found.run()

    def _say(self) -> None:
        self.field.setPlaceholderText(self.tr("Search reports, places, actions…"))
        if self.field.text() and not self.model.rows:
            self._hint.setText(self.tr("Nothing found. Fewer letters find more."))
        else:
            self._hint.setText(self.tr("↑ ↓ choose · Enter runs · Esc closes · F1 lists all keys"))
