"""The list that a filter opens: options with a tick, found by typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.desk import texts, theme
from kcr2desk.desk.kit import paint

_SEARCH_FROM = 9
"""Lists of this many options and more have a field to find in."""


@dataclass(frozen=True, slots=True)
class FilterOption:
    """One value a filter may let through."""

    value: str
    text: str
    detail: str = ""
    """Muted, at the right: a count, an abbreviation. Found by, too."""
    icon: str = ""
    tone: str = "muted"


class _Options(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.options: list[FilterOption] = []
        self.chosen: frozenset[str] = frozenset()

    def show_options(self, options: Sequence[FilterOption], chosen: frozenset[str]) -> None:
        self.beginResetModel()
        self.options, self.chosen = list(options), chosen
        self.endResetModel()

    def choose(self, chosen: frozenset[str]) -> None:
        self.chosen = chosen
        if self.options:
            self.dataChanged.emit(self.index(0), self.index(len(self.options) - 1))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.options)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        option = self.options[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return option.text
        if role == Qt.ItemDataRole.UserRole:
            return f"{option.text} {option.detail}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{option.text} {option.detail}".strip()
        return None


class _OptionDelegate(QStyledItemDelegate):
    def __init__(self, options: _Options, multiple: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._options = options
        self._multiple = multiple

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(160, 28)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        now, tokens = theme.current(), theme.tokens()
        proxy = index.model()
        row = proxy.mapToSource(index).row() if isinstance(proxy, QSortFilterProxyModel) else 0
        item = self._options.options[row]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, QColor(tokens.selection))
        chosen = item.value in self._options.chosen
        sign = QRect(rect.left() + 8, rect.top(), 16, rect.height())
        if self._multiple:
            box = QRect(sign.left(), sign.center().y() - 7, 16, 16)
            ground = tokens.accent if chosen else tokens.surface
            paint.rounded(painter, box, ground, "" if chosen else tokens.edge, radius=3)
            if chosen:
                paint.draw_icon(painter, "check", tokens.on_accent, box, 14)
        elif chosen:
            paint.draw_icon(painter, "check", tokens.accent, sign)
        inner = rect.adjusted(32, 0, -12, 0)
        if item.icon:
            place = QRect(inner.left(), rect.top(), 16, rect.height())
            paint.draw_icon(painter, item.icon, tokens.tone(item.tone), place)
            inner.adjust(24, 0, 0, 0)
        if item.detail:
            wide = paint.draw_text(
                painter, inner, item.detail, now.font("small"), QColor(tokens.muted), right=True
            )
            inner.adjust(0, 0, -wide - 12, 0)
        paint.draw_text(painter, inner, item.text, now.font("base"), QColor(tokens.text))


class OptionList(QFrame):
    """The list under a filter button. Space or click chooses, typing finds, Esc closes."""

    toggled = Signal(str)
    cleared = Signal()

    def __init__(self, multiple: bool, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("ground", "card")
        self._multiple = multiple
        self.model = _Options(self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self.model)
        self._proxy.setFilterRole(Qt.ItemDataRole.UserRole)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.field = QLineEdit()
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list = QListView()
        self.list.setModel(self._proxy)
        self.list.setItemDelegate(_OptionDelegate(self.model, multiple, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._toggle)
        self.list.installEventFilter(self)
        self.clear = QPushButton()
        self.clear.setProperty("kind", "quiet")
        self.clear.setAutoDefault(False)
        self.clear.clicked.connect(self.cleared)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(theme.XS)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self.clear)
        texts.OnLanguage(self, self._say)

    def show_options(self, options: Sequence[FilterOption], chosen: frozenset[str]) -> None:
        self.model.show_options(options, chosen)
        self.field.setVisible(len(options) >= _SEARCH_FROM)
        self.field.clear()
        self.clear.setVisible(self._multiple)
        self.clear.setEnabled(bool(chosen))
        now = theme.current()
        metrics, small = QFontMetrics(now.font("base")), QFontMetrics(now.font("small"))
        widest = max(
            (
                metrics.horizontalAdvance(o.text)
                + (small.horizontalAdvance(o.detail) + 16 if o.detail else 0)
                + (24 if o.icon else 0)
                for o in options
            ),
            default=0,
        )
        self.list.setFixedSize(min(420, max(176, widest + 64)), 28 * min(12, max(1, len(options))))
        self.adjustSize()

    def open_under(self, anchor: QWidget) -> None:
        """Show it under `anchor`, or above where there is no room, always on the screen."""
        at = anchor.mapToGlobal(QPoint(0, anchor.height() + 2))
        screen = anchor.screen().availableGeometry()
        if at.y() + self.height() > screen.bottom():
            at.setY(anchor.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        at.setX(max(screen.left(), min(at.x(), screen.right() - self.width())))
        self.move(at)
        self.show()
        chosen = [i for i, o in enumerate(self.model.options) if o.value in self.model.chosen]
        first = self._proxy.mapFromSource(self.model.index(chosen[0] if chosen else 0))
        self.list.setCurrentIndex(first)
        (self.field if self.field.isVisible() else self.list).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and watched is self.list:
            event.accept()  # a letter here is no key of the panel behind the list
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if watched is self.field and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                QApplication.sendEvent(self.list, event)
                return True
            typing = watched is self.field and key == Qt.Key.Key_Space and self.field.text()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and not typing:
                self._toggle(self.list.currentIndex())
                if key != Qt.Key.Key_Space:
                    self.close()
                return True
        return super().eventFilter(watched, event)

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            self.toggled.emit(self.model.options[self._proxy.mapToSource(index).row()].value)
            if not self._multiple:
                self.close()

    def _find(self, text: str) -> None:
        self._proxy.setFilterFixedString(text)
        self.list.setCurrentIndex(self._proxy.index(0, 0))

    def _say(self) -> None:
        self.field.setPlaceholderText(self.tr("Find…"))
        self.clear.setText(self.tr("Let everything through"))
