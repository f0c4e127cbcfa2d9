"""Draws the running desk of the demo to pictures: every panel and every state worth looking at."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from kcr2desk.desk.theme import Scheme
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.cli.demo import Demo
    from kcr2desk.desk.app import DeskApp
    from kcr2desk.desk.open_desk import OpenDesk

SETTLED: Final = 0.35
"""Seconds without anything under way after which a state is drawn."""
LONGEST: Final = 20.0
"""Seconds after which a state counts as stuck."""
_LOOK_MS: Final = 40


def with_popups(widget: QWidget) -> QPixmap:
    """What the screen would show: the widget, and the popups over it."""
    drawn = widget.grab()
    painter = QPainter(drawn)
    origin = widget.mapToGlobal(QPoint(0, 0))
    for window in QApplication.topLevelWidgets():
        popup = Qt.WindowType.Popup
        if window.isVisible() and window.windowFlags() & Qt.WindowType.WindowType_Mask == popup:
            painter.drawPixmap(window.mapToGlobal(QPoint(0, 0)) - origin, window.grab())
    painter.end()
    return drawn


class Photographer(QObject):
    """Leads the desk through its states, draws each of them, and closes the desk.

    `status` is 1 when a picture could not be made.
    """

    def __init__(
        self,
        app: DeskApp,
        demo: Demo,
        folder: Path,
        schemes: Sequence[str] | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self._demo = demo
        self._folder = folder
        self._schemes = [Scheme(s) for s in schemes or ("light", "dark")]
        self._steps: Iterator[tuple[str, QWidget]] | None = None
        self._desk: OpenDesk | None = None
        self._todo: list[Scheme] = []
        self._watched: list[StoreWork] = []
        self._now: tuple[str, QWidget] | None = None
        self._busy_since = self._quiet_since = 0.0
        self.status = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        app.opened.connect(self._begin)

    def _begin(self, desk: OpenDesk) -> None:
        from kcr2desk.cli.picture_states import states

        self._folder.mkdir(parents=True, exist_ok=True)
        self._desk = desk
        assert desk.work is not None
        self._watched.append(desk.work)
        self._steps = states(desk, self._app, self._demo, self._watched)
        self._next()
        self._timer.start()

    def _look(self) -> None:
        now = time.monotonic()
        if now - self._busy_since > LONGEST:
            self._give_up(f"{self._now[0] if self._now else '?'} never came to rest")
        elif not all(work.idle for work in self._watched):
            self._quiet_since = now
        elif now - self._quiet_since >= SETTLED:
            try:
                self._draw()
            except Exception as error:  # said, and the demo ends with status 1
                self._give_up(repr(error))

    def _draw(self) -> None:
        assert self._now is not None
        name, widget = self._now
        scheme = self._todo.pop(0)
        file = self._folder / f"{name}-{scheme.value}.png"
        if not with_popups(widget).save(str(file)):
            raise OSError(f"cannot write {file}")
        print(file, flush=True)
        if self._todo:
            self._use(self._todo[0])
        else:
            self._next()

    def _next(self) -> None:
        assert self._steps is not None
        self._todo = list(self._schemes)
        self._use(self._todo[0])
        try:
            self._now = next(self._steps)
        except StopIteration:
            self._timer.stop()
            self._app.close()
            return
        self._rest()

    def _use(self, scheme: Scheme) -> None:
        assert self._desk is not None
        self._desk.window.use_scheme(scheme)
        self._rest()

    def _rest(self) -> None:
        self._busy_since = self._quiet_since = time.monotonic()

    def _give_up(self, why: str) -> None:
        print(f"kcr2desk demo: {why}", file=sys.stderr)
        self.status = 1
        self._timer.stop()
        self._app.close()
