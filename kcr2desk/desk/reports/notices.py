"""The line under the list: what was just done, and what an officer should know."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer

from kcr2desk.desk import kit

Actions = list[tuple[str, Callable[[], object]]]
STAYS: Final = {"good": 20_000, "accent": 20_000, "muted": 6_000}
"""Milliseconds after which a sentence goes by itself; others stay until they are closed."""


class NoticeLine(kit.InlineMessage):
    """An `InlineMessage` that keeps its place. What needs attention comes back after the rest.

    A sentence of tone `attention` or `urgent` stays until it is closed; what is told meanwhile
    stands over it for a while.
    """

    def __init__(self) -> None:
        super().__init__(keep_space=True)
        self._standing: list[tuple[str, str, Actions]] = []
        self._passing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._over)
        self.closed.connect(self._was_closed)

    def say(self, text: str, tone: str = "accent", actions: Actions | None = None) -> None:
        """Tell a sentence."""
        stays = STAYS.get(tone, 0)
        self._timer.stop()
        self._passing = bool(stays)
        if stays:
            self._timer.start(stays)
        else:
            self._standing.append((text, tone, actions or []))
        self.tell(text, tone, actions)

    def _over(self) -> None:
        self._passing = False
        if self._standing:
            self.tell(*self._standing[-1])
        else:
            self.hide()

    def _was_closed(self) -> None:
        self._timer.stop()
        if not self._passing and self._standing:
            self._standing.pop()
        self._over()
