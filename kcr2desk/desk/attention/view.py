"""The list of what needs a decision, and the one in hand beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.core.fields import moment
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.attention.items import Item, read_items
from kcr2desk.desk.attention.refused import RefusedView, reason
from kcr2desk.desk.kit import paint
from kcr2desk.desk.kit.cells import Index
from kcr2desk.desk.parts import values, words
from kcr2desk.desk.reports.conflict import ConflictView
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

SIDE_BY_SIDE: Final = 720
LIST_WIDTH: Final = 340
ROW: Final = 62
_ITEM: Final = Qt.ItemDataRole.UserRole
_SIGNS: Final = {"refused": "blocked", "conflict": "conflict", "quarantined": "wait"}


class ItemRows(QStyledItemDelegate):
    """Draws an item: what is the matter, about which record, since when."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self._now = now

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(_ITEM)
        if not isinstance(item, Item):
            return
        now, tokens = theme.current(), theme.tokens()
        box: QRect = option.rect
        view = self.parent()
        chosen = isinstance(view, QListWidget) and view.currentIndex() == index
        focused = isinstance(view, QListWidget) and view.hasFocus()
        if chosen:
            painter.fillRect(box, QColor(tokens.selection if focused else tokens.selection_idle))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(tokens.accent))
        tone = "muted" if item.kind == "quarantined" else "attention"
        sign = QRect(box.left() + 10, box.top() + 8, 20, 20)
        paint.draw_icon(painter, _SIGNS[item.kind], tokens.tone(tone), sign)
        left, wide = box.left() + 38, box.width() - 50
        age = texts.age(moment(item.at), self._now())
        first = QRect(left, box.top() + 6, wide, 20)
        small = now.font("small")
        paint.draw_text(painter, first, age, small, QColor(tokens.muted), right=True)
        head = first.adjusted(0, 0, -64, 0)
        paint.draw_text(
            painter, head, headline(item), now.font("base", strong=True), QColor(tokens.text)
        )
        second = QRect(left, box.top() + 25, wide, 18)
        title = " ".join(item.about.title.split()) or values.translate("Values", "without title")
        paint.draw_text(painter, second, title, now.font("base"), QColor(tokens.text))
        third = QRect(left, box.top() + 42, wide, 16)
        paint.draw_text(painter, third, detail(item), small, QColor(tokens.muted))


def headline(item: Item) -> str:
    """What is the matter, in two words."""
    match item.kind:
        case "refused":
            return values.translate("Values", "Refused")
        case "conflict":
            return values.translate("Values", "Two changes")
        case _:
            return values.translate("Values", "Kept by the hub")


def detail(item: Item) -> str:
    """Which fields it is about, or why; and the number of the report."""
    if item.conflict is not None:
        told = words.field(item.conflict.field, item.conflict.about_type)
    elif item.fields:
        told = ", ".join(words.field(name, item.about.type) for name in item.fields)
    else:
        told = reason(item.code).rstrip(".")
    if item.behind:
        told += " · +" + texts.number(len(item.behind))
    return " · ".join(part for part in (told, item.about.number) if part)


class ItemList(QListWidget):
    """Leaves letters and digits to the view: they are keys, not a search for a word."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and event.text().isprintable() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)


class AttentionView(QWidget):
    """Everything that needs a decision. Up and Down choose, Enter goes to the one in hand, C
    corrects, Delete gives up, O opens the record, 1 2 3 settle, Esc closes."""

    openRecord = Signal(str, str)
    """Type and id of a record that is to be shown."""

    closed = Signal()
    """Esc was pressed while nothing is being typed."""

    counted = Signal(int)
    """How many there are, each time the list was read."""

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        now: Callable[[], datetime],
        me: Identity,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cache, self._work, self._now, self._me = cache, work, now, me
        self._items: tuple[Item, ...] | None = None
        self.list = ItemList()
        self.list.setItemDelegate(ItemRows(now, self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.currentItemChanged.connect(self._chosen)
        self.list.itemActivated.connect(lambda _item: self._into())
        self.refused = RefusedView(cache, work, now)
        self.refused.openRecord.connect(self.openRecord)
        self.refused.dealt.connect(self._dealt)
        self.conflict = ConflictView(cache, work, now, me)
        self.conflict.use_keys_of(self)
        self.conflict.settled.connect(lambda _changeset: self.refresh())
        self.about = kit.label(role="strong", wrap=True)
        self.open = kit.button(kind="quiet", icon="open", small=True, run=self._open_about)
        self.empty = kit.EmptyState("up-to-date")
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(400)
        self._soon.timeout.connect(self._read)
        texts.OnLanguage(self, self._say)
        self._read()

    def refresh(self, _kind: str = "", _ids: object = None) -> None:
        """Something changed: read the list anew, soon and once for many changes."""
        if not self._soon.isActive():
            self._soon.start()

    def _dealt(self) -> None:
        """The field that was typed in has gone: on with the keys from the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()

    def items(self) -> tuple[Item, ...]:
        """What is listed."""
        return self._items or ()

    def choose(self, item_id: str) -> None:
        """Take one in hand by its id."""
        for row in range(self.list.count()):
            if self._at(row).id == item_id:
                self.list.setCurrentRow(row)

    def in_hand(self) -> Item | None:
        """The one that is chosen."""
        row = self.list.currentRow()
        return self._at(row) if row >= 0 else None

    # laying out

    def _lay_out(self) -> None:
        conflict_page = QWidget()
        column = QVBoxLayout(conflict_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.about)
        column.addWidget(self.conflict)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        refused_page = QWidget()
        other = QVBoxLayout(refused_page)
        other.setContentsMargins(0, 0, 0, 0)
        self.title = kit.label(role="strong", wrap=True)
        other.addWidget(self.title)
        other.addWidget(self.refused, 1)
        self.hand = QStackedWidget()
        for page in (refused_page, conflict_page):
            scroll = QScrollArea()
            scroll.setWidgetResizable(True)
            scroll.setFrameShape(QFrame.Shape.NoFrame)
            scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            scroll.setWidget(page)
            self.hand.addWidget(scroll)
        both = QWidget()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(theme.L)
        self._sides.addWidget(self.list)
        self._sides.addWidget(self.hand, 1)
        self.stack = QStackedWidget()
        self.waiting = QWidget()
        for part in (self.waiting, self.empty, both):
            self.stack.addWidget(part)
        self._both = both
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.setFocusProxy(self.list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= SIDE_BY_SIDE
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(way)
        if beside:
            self.list.setMinimumSize(LIST_WIDTH, 0)
            self.list.setMaximumSize(LIST_WIDTH, 16_777_215)
        else:
            self.list.setMinimumSize(0, 0)
            self.list.setMaximumSize(16_777_215, min(3 * ROW, event.size().height() // 3))

    # reading and choosing

    def _read(self) -> None:
        self._work.ask(
            lambda: read_items(self._cache, self._me), self._answer, owner=self, topic="attention"
        )

    def _answer(self, items: tuple[Item, ...]) -> None:
        if items != self._items:
            before = self.in_hand()
            row = self.list.currentRow()
            self._items = items
            self._fill(before, row)
        self.stack.setCurrentWidget(self._both if items else self.empty)
        self.setFocusProxy(self.list if items else self.empty)  # Tab would stay before a hidden one
        self.counted.emit(len(items))

    def _fill(self, before: Item | None, row: int) -> None:
        """List the items anew; the one in hand stays in hand, else what came after it."""
        self.list.blockSignals(True)
        self.list.clear()
        for item in self.items():
            entry = QListWidgetItem()
            entry.setData(_ITEM, item)
            entry.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                f"{headline(item)}, {item.about.title}, {detail(item)}",
            )
            entry.setToolTip(item.about.title)
            self.list.addItem(entry)
        self.list.blockSignals(False)
        ids = [item.id for item in self.items()]
        if before is not None and before.id in ids:
            self.list.setCurrentRow(ids.index(before.id))
        elif ids:
            self.list.setCurrentRow(max(0, min(row, len(ids) - 1)))
        self._chosen()

    def _at(self, row: int) -> Item:
        item = self.list.item(row).data(_ITEM)
        assert isinstance(item, Item)
        return item

    def _chosen(self, *_entries: object) -> None:
        item = self.in_hand()
        if item is None:
            return
        title = " ".join(item.about.title.split())
        told = " · ".join(part for part in (item.about.number, title) if part)
        if item.conflict is not None:
            self.about.setText(told)
            self.open.setVisible(item.about.here and item.about.type == "report")
            self.conflict.show_conflict(item.conflict, item.titles or {})
            self.hand.setCurrentIndex(1)
        else:
            self.title.setText(told)
            self.title.setVisible(bool(told))
            self.refused.show_item(item)
            self.hand.setCurrentIndex(0)

    def _into(self) -> None:
        """From the list to what can be done."""
        item = self.in_hand()
        if item is None:
            return
        focus = self.conflict.current.take if item.conflict is not None else self.refused.correct
        focus.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_about(self) -> None:
        item = self.in_hand()
        if item is not None and item.about.here:
            self.openRecord.emit(item.about.type, item.about.id)

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What neither the list nor what is typed in took."""
        item = self.in_hand()
        key = event.text().lower()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            event.ignore()
        elif item is None or event.modifiers():
            super().keyPressEvent(event)
        elif key in ("1", "2", "3") and item.conflict is not None:
            self.conflict.keyPressEvent(event)
        elif key == "c" and item.kind == "refused":
            self.refused.begin_correction()
        elif event.key() == Qt.Key.Key_Delete and item.kind == "refused":
            self.refused.begin_discard()
        elif key == "o":
            self._open_about()
        else:
            super().keyPressEvent(event)

    # words

    def _say(self) -> None:
        self.list.setAccessibleName(self.tr("What needs a decision"))
        self.open.setText(self.tr("Open the report"))
        self.empty.set_texts(
            self.tr("Nothing needs a decision"),
            self.tr("Every change was taken over, or is on its way."),
        )
        self.list.viewport().update()
        self._chosen()
