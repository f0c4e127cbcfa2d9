"""Follows what waits for the lead of a hall, and counts it for the badge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from kcr2desk.core.repatriation.reconcile_lead import Concern, LeadList
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.store.outbox import Refusal

SOON_MS: Final = 120
AGAIN_MS: Final = 60_000
"""How often it is looked at while nothing changes: a registration grows old by the clock."""


class LeadWatch(QObject):
    """What waits, without a screen."""

    changed = Signal()
    """There is more, or less, than before."""

    badgeChanged = Signal(int)
    """How much of it wants the lead now."""

    def __init__(self, hall: Hall, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hall = hall
        self._list = LeadList()
        self._bits: Iterator[int] | None = None
        self.refusals: tuple[Refusal, ...] = ()
        self.badge = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._tell)
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._bit)
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.refresh)
        self._again.start()
        hall.feed.loaded.connect(self.begin)
        hall.feed.changed.connect(self._follow)
        if hall.feed.is_loaded:
            self.begin()

    @property
    def complete(self) -> bool:
        """Whether the whole book was looked at."""
        return self._list.complete

    def concerns(self) -> list[Concern]:
        """Everything that waits, the most urgent first."""
        return self._list.concerns(self._hall.now())

    def begin(self) -> None:
        """Take up the whole book, in bits."""
        today = people_words.today_at(self._hall.now())
        self._bits = self._list.begin(self._hall.book, today)
        self._next.start()

    def refresh(self) -> None:
        """Count again, soon."""
        if not self._soon.isActive():
            self._soon.start()

    def _bit(self) -> None:
        if self._bits is not None and next(self._bits, None) is not None:
            self._next.start()
            return
        self._bits = None
        self.refresh()

    def _follow(self, keys: frozenset[tuple[str, str]]) -> None:
        today = people_words.today_at(self._hall.now())
        if self._list.follow(self._hall.book, keys, today):
            self.refresh()

    def _tell(self) -> None:
        if not self.complete:
            return
        self.changed.emit()
        cache, stream = self._hall.cache, self._hall.stream
        self._hall.work.ask(
            lambda: tuple(r for r in cache.attention().refusals if r.stream == stream),
            self._took, owner=self, topic="refusals",
        )  # fmt: skip

    def _took(self, refusals: tuple[Refusal, ...]) -> None:
        if refusals != self.refusals:
            self.refusals = refusals
            self.changed.emit()
        badge = self._list.count(self._hall.now()) + len(self.refusals)
        if badge != self.badge:
            self.badge = badge
            self.badgeChanged.emit(badge)
