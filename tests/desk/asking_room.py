"""A card of bijstand in a window, on a real encrypted cache with a wildfire, driven by keys."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kcr2desk.core.book import Book
from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import to_wire
from kcr2desk.core.ids import id_maker
from kcr2desk.core.record import Record
from kcr2desk.core.records import RECORD_TYPES, blank_values, type_name
from kcr2desk.desk.bijstand.card import Card
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.propose import ProposeCard
from kcr2desk.desk.changes import Changes
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.cache import Cache
from tests.desk.form_room import with_theme
from tests.desk.reports_room import KEY, identity, wait
from tests.scenes import NOW
from tests.scenes.asking_data import records

C = TypeVar("C", bound=Card)
CONTROL = Qt.KeyboardModifier.ControlModifier


def new(record: Record) -> Change:
    """The change that makes this record."""
    name = type_name(record)
    blank = blank_values(name)
    values = {n: to_wire(s, getattr(record, n)) for n, s in RECORD_TYPES[name].fields.items()}
    return Change(name, record.id, How.NEW, {n: v for n, v in values.items() if v != blank[n]})


class AskingRoom:
    """`open` shows a card; `settle` lets everything arrive that is under way."""

    def __init__(self, folder: Path, **of_me: Any) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        with_theme(app)
        self.now = NOW
        self.cache = Cache.open(
            folder, KEY, clock=self.clock, new_id=id_maker(self.clock, random.Random(5))
        )
        self.me = identity(**of_me)
        self.cache.set_identity(self.me)
        for stream in ("reference", "national"):
            self.cache.save(stream, [new(r) for r in records() if r.stream == stream])
        self.work = StoreWork("test")
        self.failures: list[Exception] = []
        self.work.failed.connect(self.failures.append)
        self.changes = Changes(self.cache)
        self.feed = BookFeed(self.cache, self.work, self.changes)
        self.window = QWidget()
        self.window.resize(640, 900)
        self._column = QVBoxLayout(self.window)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.card: Card | None = None
        self.done: list[str] = []
        self.closed = 0
        self.settle()

    @property
    def book(self) -> Book:
        return self.feed.book

    def clock(self) -> int:
        return int(self.now.timestamp() * 1000)

    def open(self, kind: Callable[..., C], **given: Any) -> C:
        """Show a card of this kind, in place of the one before it."""
        self.shut()
        card = kind(self.feed, self.cache, self.work, now=lambda: self.now, me=self.me, **given)
        self.card = card
        card.done.connect(self.done.append)
        card.closed.connect(self._closed)
        self._column.addWidget(card)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window, 1000)
        card.focus_first()
        self.settle()
        return card

    def shut(self) -> None:
        if self.card is not None:
            self._column.removeWidget(self.card)
            self.card.deleteLater()
            self.card = None
            QApplication.processEvents()

    def settle(self) -> None:
        """Wait until the store has nothing to do and its answers have been shown."""
        calm = 0
        for _ in range(4000):
            QApplication.processEvents()
            calm = calm + 1 if self._calm() else 0
            if calm == 4:
                return
            wait(1)
        raise AssertionError("the work thread did not come to rest")

    def _calm(self) -> bool:
        told = not self.changes._timer.isActive() and not self.changes._waiting
        feed = self.feed.is_loaded and not self.feed._asking and not self.feed._soon.isActive()
        return self.work.idle and told and feed

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is, and let it take effect."""
        target = self.window.focusWidget() or self.card or self.window
        QTest.keyClick(target, key, held or Qt.KeyboardModifier.NoModifier)
        self.settle()

    def type(self, text: str) -> None:
        QTest.keyClicks(self.window.focusWidget() or self.window, text)
        self.settle()

    def save(self) -> None:
        """Ctrl+Enter."""
        self.key(Qt.Key.Key_Return, CONTROL)

    def propose(self, *lines: str) -> ProposeCard:
        """The card of a proposal, once it was made."""
        card = self.open(ProposeCard, line_ids=lines)
        self.solve(card)
        return card

    def solve(self, card: ProposeCard) -> None:
        """Wait until what the card works out is there."""
        for _ in range(3000):
            QApplication.processEvents()
            if not card.solving and not card._solver._queues[0]:
                break
            wait(2)
        wait(20)

    def later(self, **span: float) -> datetime:
        self.now += timedelta(**span)
        return self.now

    def leave(self) -> None:
        self.settle()
        self.changes.close()
        self.work.close()
        self.shut()
        self.window.close()
        self.window.deleteLater()
        self.feed.deleteLater()
        self.cache.close()
        QApplication.processEvents()
        assert not self.failures

    def _closed(self) -> None:
        self.closed += 1
