"""F1: the keys of everything that can be done here, on one sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kcr2desk.desk import shortcuts, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.kit.labels import label
from kcr2desk.desk.kit.overlay import Overlay

_ROW: Final = 26
_COLUMN: Final = 340
_GAP: Final = 32


class _Sheet(QWidget):
    """All groups painted in columns: one widget, however many keys there are."""

    def __init__(self) -> None:
        super().__init__()
        self._groups: list[shortcuts.KeyGroup] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def put(self, groups: list[shortcuts.KeyGroup]) -> None:
        self._groups = [
            shortcuts.KeyGroup(g.title, shortcuts.described(g.actions))
            for g in groups
            if shortcuts.described(g.actions)
        ]
        self.update()

    def columns(self, width: int) -> list[list[shortcuts.KeyGroup]]:
        """The groups over as many columns as fit, filled evenly from the left."""
        count = max(1, min((width + _GAP) // (_COLUMN + _GAP), 3))
        total = sum(len(g.actions) + 2 for g in self._groups)
        made: list[list[shortcuts.KeyGroup]] = [[]]
        used = 0
        for group in self._groups:
            rows = len(group.actions) + 2
            if made[-1] and used + rows > total / count + 2 and len(made) < count:
                made.append([])
                used = 0
            made[-1].append(group)
            used += rows
        return made

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = (sum(len(g.actions) + 2 for g in column) for column in self.columns(width))
        return max(rows, default=0) * _ROW

    def sizeHint(self) -> QSize:
        width = 2 * _COLUMN + _GAP
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        columns = self.columns(self.width())
        wide = (self.width() - _GAP * (len(columns) - 1)) // len(columns)
        for place, column in enumerate(columns):
            top = 0
            for group in column:
                top = self._group(painter, place * (wide + _GAP), top, wide, group)

    def _group(
        self, painter: QPainter, left: int, top: int, wide: int, group: shortcuts.KeyGroup
    ) -> int:
        now, tokens = theme.current(), theme.tokens()
        line = QRect(left, top, wide, _ROW)
        strong = now.font("base", strong=True)
        paint.draw_text(painter, line, group.title, strong, QColor(tokens.accent))
        painter.fillRect(left, line.bottom(), wide, 1, QColor(tokens.line))
        for action in group.actions:
            line.translate(0, _ROW)
            right = line
            for key in reversed(action.shortcuts()):
                text = key.toString(key.SequenceFormat.NativeText)
                right = right.adjusted(0, 0, -paint.draw_keycap(painter, right, text) - 4, 0)
            ink = QColor(tokens.text if action.isEnabled() else tokens.muted)
            words = right.adjusted(0, 0, -8, 0)
            paint.draw_text(painter, words, shortcuts.plain_text(action), now.font("base"), ink)
        return line.bottom() + 1 + _ROW


class KeySheet(Overlay):
    """The card of F1."""

    def __init__(self, host: QWidget, groups: Callable[[], list[shortcuts.KeyGroup]]) -> None:
        super().__init__(host, 2 * _COLUMN + _GAP + 2 * theme.XL + 80)
        self._groups = groups
        self._title = label(role="heading")
        self._remark = label(role="small", tone="muted")
        self._sheet = _Sheet()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._sheet)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.XS)
        column.addWidget(self._title)
        column.addWidget(self._remark)
        column.addSpacing(theme.S)
        column.addWidget(self._area, 1)
        texts.OnLanguage(self, self._say)

    def open(self) -> None:
        """Show the keys that work now."""
        self._sheet.put(self._groups())
        super().open()
        self._area.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn(self) -> None:
        """Show the keys, or close the sheet: F1 does both, and no key press gets past it."""
        if self.isVisible():
            self.dismiss()
        else:
            self.open()

    def wanted_height(self, width: int) -> int:
        inner = width - 2 * theme.XL
        heading = QFontMetrics(theme.current().font("heading")).height()
        return self._sheet.heightForWidth(inner) + heading + 20 + 2 * theme.L + 4 * theme.S

    def _say(self) -> None:
        self._title.setText(self.tr("Keys"))
        self._remark.setText(
            self.tr("Everything here is also found by Ctrl+K. Esc closes this sheet.")
        )
