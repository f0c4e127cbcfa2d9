"""Papers made in threads of their own: thousands of wristbands take half a minute, and neither the
screen nor the store waits for them."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, Signal

T = TypeVar("T")

Told = Callable[[float], None]
"""Called while something is made, with the share that is done: 0 to 1."""

_running: Final[set[PaperJob]] = set()
"""A paper that was asked for is made, also when the card that asked is closed meanwhile."""


def quietly(_share: float) -> None:
    """Nobody waits for it."""


class Stopped(Exception):
    """The program ends: nobody is left to take the paper."""


class PaperJob(QObject):
    """One call in a thread of its own; what it says and gives arrives in the UI thread."""

    _told = Signal(int)
    _ended = Signal(object, object)

    def __init__(
        self,
        call: Callable[[Told], Any],
        answer: Callable[[Any], object],
        failed: Callable[[Exception], object],
        progress: Callable[[int], object],
    ) -> None:
        super().__init__()
        self._call, self._answer, self._failed = call, answer, failed
        self._percent = -1
        self._stop = threading.Event()
        self._told.connect(progress, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._stop.set)
        _running.add(self)
        self._thread = threading.Thread(target=self._run, name="kcr2desk-paper")
        self._thread.start()

    def _run(self) -> None:
        loop = QEventLoop()  # else the timers of a text that is laid out have no thread to live in
        made: Any = None
        error: Exception | None = None
        try:
            made = self._call(self._tell)
        except Stopped:
            return
        except Exception as caught:  # told to whoever asked, in the UI thread
            error = caught
        finally:
            del loop
        self._ended.emit(made, error)

    def _tell(self, share: float) -> None:
        if self._stop.is_set():
            raise Stopped
        percent = int(share * 100)
        if percent != self._percent:
            self._percent = percent
            self._told.emit(percent)

    def _end(self, made: Any, error: Exception | None) -> None:
        self._thread.join()
        _running.discard(self)
        if error is None:
            self._answer(made)
        else:
            self._failed(error)
        self.deleteLater()


def make(
    call: Callable[[Told], T],
    answer: Callable[[T], object],
    *,
    failed: Callable[[Exception], object],
    progress: Callable[[int], object],
) -> None:
    """Carry out `call` away from the screen. `answer` or `failed` runs in the UI thread, whoever
    is gone by then; `progress` gets per cents."""
    PaperJob(call, answer, failed, progress)


def running() -> int:
    """How many papers are being made."""
    return len(_running)
