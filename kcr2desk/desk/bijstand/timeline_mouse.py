"""The mouse over the bars: the wheel goes down the rows, with Ctrl through time closer and farther,
with Shift earlier and later; dragging moves time; a click chooses."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

ROWS_A_NOTCH = 3
"""How many rows one notch of the wheel goes down."""

FAR = 4.0
"""So many pixels of movement make a press a drag."""


class Moved(Protocol):
    """What the mouse moves: the timeline."""

    def zoom(self, factor: float, around: float | None = None) -> None: ...
    def pan(self, share: float) -> None: ...
    def scroll_rows(self, rows_down: float) -> None: ...
    def press(self, point: QPoint) -> None: ...
    def story_at(self, point: QPoint) -> str: ...
    def time_at(self, x: float) -> float: ...
    @property
    def width_of_time(self) -> float: ...


class TimelineMouse(QObject):
    """Listens at the viewport of the plot; lives as its child."""

    def __init__(self, viewport: QWidget, moved: Moved) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._moved = moved
        self._held: QPointF | None = None
        self._dragged = False
        viewport.setMouseTracking(True)
        viewport.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent):
            self._wheel(event)
            return True
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._moved.story_at(event.pos()), self._viewport)
            return True
        if isinstance(event, QMouseEvent):
            self._mouse(event)
            return True
        return False

    def _wheel(self, event: QWheelEvent) -> None:
        turned, held = event.angleDelta(), event.modifiers()
        if held & Qt.KeyboardModifier.ControlModifier:
            around = self._moved.time_at(event.position().x())
            self._moved.zoom(0.8 ** (turned.y() / 120), around)
        elif held & Qt.KeyboardModifier.ShiftModifier or turned.x():
            self._moved.pan(-(turned.x() or turned.y()) / 120 * 0.1)
        else:
            self._moved.scroll_rows(-turned.y() / 120 * ROWS_A_NOTCH)

    def _mouse(self, event: QMouseEvent) -> None:
        kind, at = event.type(), event.position()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._held, self._dragged = at, False
        elif kind == QEvent.Type.MouseMove and self._held is not None:
            by = at.x() - self._held.x()
            if self._dragged or abs(by) >= FAR:
                self._dragged = True
                self._moved.pan(-by / self._moved.width_of_time)
                self._held = at
        elif kind == QEvent.Type.MouseButtonRelease and self._held is not None:
            if not self._dragged:
                self._moved.press(at.toPoint())
            self._held = None
