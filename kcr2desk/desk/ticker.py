"""The one clock that screens tick by, so that ages grow everywhere at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

STEP_SECONDS: Final = 5
"""Ticks fall on whole multiples of this, so the clocks turn on the minute."""


class Ticker(QObject):
    """Emits the time every five seconds, on the second; stopped until `start`."""

    ticked = Signal(object)

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        return self._timer.isActive()

    def start(self) -> None:
        self._tick()

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        now = self.now()
        past = (now.second % STEP_SECONDS) * 1000 + now.microsecond // 1000
        self._timer.start(max(50, STEP_SECONDS * 1000 - past))
        self.ticked.emit(now)
