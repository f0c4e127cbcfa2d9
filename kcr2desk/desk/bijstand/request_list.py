"""The list of requests: two lines each, those that are open first, life at stake on top."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
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
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.bijstand import request_rows
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.request_rows import Row
from kcr2desk.desk.kit import paint
from kcr2desk.store.identity import Identity

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT: Final = 48
_COUNTS: Final = frozenset({
    "assistancerequest", "requestline", "inquiry", "inquiryline", "commitment", "gaterule",
    "resourcetype",
})  # fmt: skip
"""Types of records of which a row is made."""


class RowModel(QAbstractListModel):
    """Rows that are there; what does not differ is not told."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these in place of those that are there."""
        if [r.id for r in rows] != [r.id for r in self.rows]:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
            return
        for place, row in enumerate(rows):
            if row != self.rows[place]:
                self.rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(part for part in story(row) if part)
        return None


def story(row: Row) -> tuple[str, ...]:
    """A row in words: what it is, how it stands, what is missing, how the paper stands."""
    priority = f"{row.priority} {words.priority(row.priority)}"
    return (
        f"{row.number} · {row.region} · {priority}", row.title, row.standing,
        missing_words(row), row.paper,
        translate("RequestList", "provisional: not confirmed yet") if row.provisional else "",
    )  # fmt: skip


translate = words.translate


def missing_words(row: Row) -> str:
    """`nog 3`, or `3 regels open`: what nobody promised."""
    if row.short > 1:
        return translate("RequestList", "%n line(s) short", None, row.short)
    if not row.missing:
        return ""
    return translate("RequestList", "{n} to find").format(n=texts.number(row.missing))


class _RowPaint(QStyledItemDelegate):
    def __init__(self, model: RowModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        now, tokens = theme.current(), theme.tokens()
        row = self._model.rows[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        ground = tokens.surface
        if chosen:
            ground = tokens.selection if state & QStyle.StateFlag.State_Active else (
                tokens.selection_idle)  # fmt: skip
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = tokens.hover
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.line))
        tone = words.priority_tone(row.priority) if row.open else "muted"
        if row.open and row.priority == "1":
            painter.fillRect(rect.left(), rect.top(), 4, rect.height() - 1, QColor(tokens.urgent))
        top = QRect(rect.left() + 10, rect.top() + 4, rect.width() - 18, 22)
        low = QRect(rect.left() + 36, rect.top() + 25, rect.width() - 44, 18)
        self._badge(painter, QRect(top.left(), top.top() + 1, 20, 20), row.priority, tone)
        self._first(painter, top.adjusted(26, 0, 0, 0), row, now.font("base", strong=row.open))
        self._second(painter, low, row)
        if focused:
            paint.focus_ring(painter, rect)

    def _badge(self, painter: QPainter, rect: QRect, text: str, tone: str) -> None:
        tokens = theme.tokens()
        ground = tokens.tint(tone) if tone not in ("text", "muted") else tokens.raised
        paint.rounded(painter, rect, ground, radius=3)
        font = theme.current().font("small", strong=True)
        paint.draw_text(painter, rect, text, font, QColor(tokens.tone(tone)), centre=True)

    def _first(self, painter: QPainter, rect: QRect, row: Row, font: QFont) -> None:
        small = theme.current().font("small")
        wide = paint.pill_width(row.standing, small)
        pill = QRect(rect.right() - wide, rect.top() + 1, wide, 20)
        paint.draw_pill(painter, pill, row.standing, row.tone, small)
        inner = rect.adjusted(0, 0, -wide - 8, 0)
        tone = theme.tokens().text if row.open else theme.tokens().muted
        paint.draw_text(painter, inner, row.title, font, QColor(tone))

    def _second(self, painter: QPainter, rect: QRect, row: Row) -> None:
        now, tokens = theme.current(), theme.tokens()
        small = now.font("small")
        right = missing_words(row) if row.open else ""
        if right:
            strong = now.font("small", strong=True)
            colour = QColor(tokens.tone("urgent" if row.priority == "1" else "attention"))
            used = paint.draw_text(painter, rect, right, strong, colour, right=True)
            rect = rect.adjusted(0, 0, -used - 10, 0)
        said = f"{row.number} · {row.region}"
        if row.provisional:
            sign = QRect(rect.left(), rect.top(), 14, rect.height())
            paint.draw_icon(painter, "wait", tokens.muted, sign, 12)
            rect = rect.adjusted(16, 0, 0, 0)
        used = paint.draw_text(painter, rect, said, small, QColor(tokens.muted))
        rect = rect.adjusted(used + 10, 0, 0, 0)
        if row.paper and rect.width() > QFontMetrics(small).horizontalAdvance("mmmm"):
            sign = QRect(rect.left(), rect.top(), 14, rect.height())
            colour_name = tokens.tone(row.paper_tone)
            paint.draw_icon(painter, "file", colour_name, sign, 12)
            inner = rect.adjusted(16, 0, 0, 0)
            paint.draw_text(painter, inner, row.paper, small, QColor(colour_name))


class RequestList(QWidget):
    """The list with its filter: open, mine, all. What is chosen stays chosen while rows move."""

    chosen = Signal(str)
    """The officer chose a request."""

    counted = Signal(int)
    """How many open requests want somebody: units to find, or a judgement."""

    def __init__(
        self,
        feed: BookFeed,
        now: Callable[[], datetime],
        me: Identity,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._feed, self._now, self._me = feed, now, me
        self._choosing = False
        self.filter = kit.KeyChoice()
        self.count = kit.label(role="small", tone="muted")
        self.model = RowModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_RowPaint(self.model, self.view))
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.selectionModel().currentChanged.connect(self._current)
        self.empty = kit.EmptyState("inbox")
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(self.filter)
        head.addWidget(self.count)
        head.addStretch(1)
        self.head = head
        self._pages = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addLayout(head)
        column.addLayout(self._pages, 1)  # before its pages: one without a parent is a window
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.empty)
        self.setFocusProxy(self.view)
        self.filter.chosen.connect(lambda _value: self.refresh())
        feed.changed.connect(self._changed)
        feed.loaded.connect(self.refresh)
        texts.OnLanguage(self, self._say)

    def current(self) -> str:
        """The id of the request that is chosen, "" for none."""
        place = self.view.currentIndex().row()
        return self.model.rows[place].id if 0 <= place < len(self.model.rows) else ""

    def choose(self, request: str) -> bool:
        """Choose a request without telling; where the filter hides it, all are shown. Says whether
        it is here."""
        if self._place(request) < 0 and self._feed.book.request(request) is not None:
            self.filter.set_value("all")
            self.refresh()
        return self._choose(request)

    def step(self, rows: int) -> None:
        """Choose the next request (1) or the one before (-1)."""
        place = self.view.currentIndex().row() + rows
        if 0 <= place < len(self.model.rows):
            self.view.setCurrentIndex(self.model.index(place))

    def refresh(self) -> None:
        """Count all rows anew."""
        book, now, kept = self._feed.book, self._now(), self.current()
        which = self.filter.value()
        wanted, wants = [], 0
        for request in request_rows.in_order(book.requests):
            opened = request.status in words.OPEN
            if opened and request.kind != "neighbour":
                judge = request.status == "submitted" and not request.judgement
                wants += judge or request_rows.missing(book, request.id) > 0
            if which == "all" or (opened and (which != "mine" or self._mine(request.id))):
                wanted.append(request)
        rows = [
            request_rows.row_of(
                book, r, now, provisional=self._feed.unconfirmed("assistancerequest", r.id)
            )
            for r in wanted
        ]
        self.model.show_rows(rows)
        self._choose(kept)
        self.count.setText(texts.number(len(rows)))
        self._pages.setCurrentWidget(self.view if rows else self.empty)
        self.setFocusProxy(self.view if rows else self.filter)  # Tab would stay before a hidden one
        self.counted.emit(wants)

    def _mine(self, request: str) -> bool:
        found = self._feed.book.request(request)
        return found is not None and request_rows.is_mine(found, self._me)

    def _place(self, request: str) -> int:
        return next((n for n, r in enumerate(self.model.rows) if r.id == request), -1)

    def _choose(self, request: str) -> bool:
        place = self._place(request)
        if place >= 0 and place != self.view.currentIndex().row():
            self._choosing = True
            self.view.setCurrentIndex(self.model.index(place))
            self._choosing = False
        return place >= 0

    def _current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._choosing:
            self.chosen.emit(self.model.rows[current.row()].id)

    def _changed(self, keys: frozenset[tuple[str, str]]) -> None:
        if any(kind in _COUNTS for kind, _ in keys):
            self.refresh()

    def _say(self) -> None:
        self.filter.set_options(
            [
                kit.Option("open", self.tr("Open")),
                kit.Option("mine", self.tr("Mine")),
                kit.Option("all", self.tr("All")),
            ]
        )
        if not self.filter.value():
            self.filter.set_value("open")
        self.empty.set_texts(
            self.tr("No requests"), self.tr("Press N when somebody asks for help.")
        )
        self.refresh()
