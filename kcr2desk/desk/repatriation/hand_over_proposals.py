"""Receivers that are proposed, under one another: each with its key and the reason for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcr2desk.desk import theme
from kcr2desk.desk.kit import paint

LINE = 30
"""Pixels of one line."""


class ProposalList(QWidget):
    """Lines of which one is chosen: by its key, by the arrow keys, or by the mouse.

    `chosen` is emitted when the officer chooses, not when the program does.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[tuple[str, str, str, str], ...] = ()
        self._value = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_lines(self, lines: Sequence[tuple[str, str, str, str]]) -> None:
        """Show lines of value, key, words and reason."""
        self._lines = tuple(lines)
        self.updateGeometry()
        self._tell()

    def value(self) -> str:
        """The value that is chosen, "" while none is."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a value as chosen."""
        self._value = value
        self._tell()

    def texts(self) -> list[str]:
        """What stands on the lines."""
        return [f"{words} · {why}" if why else words for _, _, words, why in self._lines]

    def _tell(self) -> None:
        said = dict(zip((line[0] for line in self._lines), self.texts(), strict=True))
        self.setAccessibleDescription(said.get(self._value, ""))
        self.update()

    def _choose(self, value: str) -> None:
        self.set_value(value)
        self.chosen.emit(value)

    def sizeHint(self) -> QSize:
        return QSize(300, max(1, len(self._lines)) * LINE)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        values = [line[0] for line in self._lines]
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        by_key = next((value for value, key, _, _ in self._lines if key == event.text()), None)
        if by_key is not None:
            self._choose(by_key)
        elif step is not None and values:
            at = values.index(self._value) if self._value in values else -step
            self._choose(values[min(len(values) - 1, max(0, at + step))])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        line = int(event.position().y()) // LINE
        if 0 <= line < len(self._lines):
            self._choose(self._lines[line][0])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, tokens = theme.current(), theme.tokens()
        painter = QPainter(self)
        paint.rounded(painter, self.rect(), tokens.surface, tokens.edge)
        for row, (value, key, words, why) in enumerate(self._lines):
            box = QRect(0, row * LINE, self.width(), LINE)
            chosen = value == self._value
            if chosen:
                inner = box.adjusted(2, 2, -2, -2)
                paint.rounded(painter, inner, tokens.tint("accent"), tokens.accent, radius=3)
            paint.draw_keycap(painter, box.adjusted(10, 0, -10, 0), key)
            font = now.font("base", strong=chosen)
            colour = QColor(tokens.accent if chosen else tokens.text)
            painter.setFont(font)
            wide = painter.fontMetrics().horizontalAdvance(words)
            text = box.adjusted(10, 0, -38, 0)
            paint.draw_text(painter, text, words, font, colour)
            rest = text.adjusted(wide + theme.M, 0, 0, 0)
            if why and rest.width() > 40:
                paint.draw_text(painter, rest, why, now.font("base"), QColor(tokens.muted))
        if self.hasFocus():
            paint.focus_ring(painter, self.rect())
