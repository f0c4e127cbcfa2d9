"""Counts an arrival beside the UI thread, and again whenever somebody in it changes.

The UI thread only follows records one by one, and takes a large book up in bits; the sums of the
whole are made in the thread of the store.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from kcr2desk.core.repatriation.reconcile import reckon
from kcr2desk.core.repatriation.reconcile_kinds import Reckoning
from kcr2desk.core.repatriation.reconcile_people import Muster
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.work import When

SOON_MS: Final = 80
"""Changes that come within this are counted together."""
LARGE: Final = 5000
LARGE_MS: Final = 600
"""From so many human beings on changes are gathered longer: a count takes a tenth of a second of
the other thread, and it is to have time for saving."""
AGAIN_MS: Final = 30_000
"""How often it is counted while nothing changes: who is awaited becomes missing by the clock."""


class Reckoner(QObject):
    """The reckoning of the arrival in hand, "" for the whole operation."""

    counted = Signal(object)
    """A `Reckoning`, each time one was made."""

    def __init__(self, hall: Hall, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hall = hall
        self.muster = Muster()
        self.arrival = ""
        self.found: Reckoning | None = None
        self._bits: Iterator[int] | None = None
        self._soon = self._timer(SOON_MS, self._ask)
        self._next = self._timer(0, self._bit)
        self._again = self._timer(AGAIN_MS, self.refresh, once=False)
        hall.feed.loaded.connect(self.begin)
        hall.feed.changed.connect(self._follow)
        if hall.feed.is_loaded:
            self.begin()

    def _timer(self, length: int, run: object, *, once: bool = True) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(once)
        made.setInterval(length)
        made.timeout.connect(run)
        return made

    def set_arrival(self, arrival: str) -> None:
        """Count this arrival from now on."""
        if arrival != self.arrival:
            self.arrival, self.found = arrival, None
            self.refresh()

    def watch(self, on: bool) -> None:
        """Whether somebody looks: only then the clock counts."""
        if on:
            self._again.start()
            self.refresh()
        else:
            self._again.stop()

    def begin(self) -> None:
        """Take up the whole book, in bits."""
        self._bits = self.muster.begin(self._hall.book)
        self._next.start()

    def refresh(self) -> None:
        """Count anew, soon."""
        if not self._soon.isActive():
            large = self.found is not None and len(self.muster.humans) > LARGE
            self._soon.start(LARGE_MS if large else SOON_MS)

    @property
    def busy(self) -> bool:
        """Whether a count is still to come."""
        return self._soon.isActive() or self._next.isActive() or not self.muster.complete

    def _bit(self) -> None:
        if self._bits is not None and next(self._bits, None) is not None:
            self._next.start()
            return
        self._bits = None
        self.refresh()

    def _follow(self, keys: frozenset[tuple[str, str]]) -> None:
        if self.muster.follow(self._hall.book, keys):
            self.refresh()

    def _ask(self) -> None:
        if not self.muster.complete:
            return
        snapshot, arrival = self.muster.snapshot(self._hall.book), self.arrival
        now = self._hall.now()
        self._hall.work.ask(
            lambda: reckon(snapshot, arrival, now), self._took, owner=self, topic="reckoning",
            when=When.NOW,
        )  # fmt: skip

    def _took(self, found: Reckoning) -> None:
        if found.arrival == self.arrival:
            self.found = found
            self.counted.emit(found)
