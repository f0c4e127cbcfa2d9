"""A window's outside: the band of an exercise, title bar of the desk, content, status bar."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcr2desk.desk import theme
from kcr2desk.desk.header import Header
from kcr2desk.desk.statusbar import StatusBar

BAND: Final = 6
"""Width of the band that an exercise paints around every window, in px."""


class Frame(QWidget):
    """What the main window and a torn-off panel share: header, room for a panel, status bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercise = False
        self.header = Header()
        self.status = StatusBar()
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addLayout(self.body, 1)
        self._across = QHBoxLayout()
        self._across.setSpacing(0)
        self._across.addLayout(right, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._across, 1)
        self._column.addWidget(self.status)

    def add_at_left(self, widget: QWidget) -> None:
        """Put the rail where it belongs."""
        self._across.insertWidget(0, widget)

    @property
    def exercise(self) -> bool:
        return self._exercise

    def set_exercise(self, exercise: bool) -> None:
        """Paint the band and the word of an exercise, or take them away."""
        self._exercise = exercise
        self.header.set_exercise(exercise)
        self.status.set_exercise(exercise)
        band = BAND if exercise else 0
        self._column.setContentsMargins(band, band, band, band)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = theme.tokens()
        painter.fillRect(self.rect(), QColor(tokens.exercise if self._exercise else tokens.ground))
        if self._exercise:
            inner = self.rect().adjusted(BAND, BAND, -BAND, -BAND)
            painter.fillRect(inner, QColor(tokens.ground))
