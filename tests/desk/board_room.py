"""The board and the strip on a real encrypted cache, driven by keys."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kcr2desk.core.book import Book
from kcr2desk.core.changes import Change, How
from kcr2desk.core.ids import id_maker
from kcr2desk.core.record import Record
from kcr2desk.core.records import RECORD_TYPES, blank_values, type_name, wire_values
from kcr2desk.desk.bijstand.board import BoardView
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.strip import StripView
from kcr2desk.desk.changes import Changes
from kcr2desk.desk.remember import MemorySettings
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.cache import Cache
from kcr2desk.store.identity import Identity
from tests.desk.form_room import settle, with_theme
from tests.desk.small_hub import identity
from tests.scenes import NOW

KEY = bytes(range(32))


class BoardRoom:
    """`put` puts records in the cache; keys go to where the focus is."""

    def __init__(self, folder: Path, book: Book, me: Identity | None = None) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        with_theme(app)
        self.now = NOW
        self.me = me or identity()
        clock = lambda: int(self.now.timestamp() * 1000)  # noqa: E731
        self.cache = Cache.open(
            folder, KEY, clock=clock, new_id=id_maker(clock, random.Random(7)), reserve_bytes=0
        )
        self.cache.set_identity(self.me)
        for name in ("owner", "discipline", "resourcetype", "capacity", "unit", "commitment"):
            self.put(*book.all(name))
        self.work = StoreWork("test")
        self.failures: list[Exception] = []
        self.work.failed.connect(self.failures.append)
        self.changes = Changes(self.cache)
        self.feed = BookFeed(self.cache, self.work, self.changes)
        self.settings = MemorySettings()
        self.window = QWidget()
        self.window.resize(1100, 700)
        self.column = QVBoxLayout(self.window)
        given: dict[str, Any] = {"now": lambda: self.now, "me": self.me}
        self.strip = StripView(self.feed, self.cache, self.work, **given)
        self.board = BoardView(self.feed, self.cache, self.work, **given)
        self.board.restore(self.settings)
        self.column.addWidget(self.strip)
        self.column.addWidget(self.board, 1)
        self.cards: list[Any] = []
        self.board.cardWanted.connect(self._card)
        self.strip.cardWanted.connect(self._card)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window, 1000)
        self.settle()
        self.board.focus_first()

    def _card(self, card: QWidget) -> None:
        self.cards.append(card)
        self.column.addWidget(card)
        card.show()

    def put(self, *records: Record) -> None:
        """Write records as they are."""
        by_stream: dict[str, list[Change]] = {}
        for record in records:
            name = type_name(record)
            names = RECORD_TYPES[name].fields
            values = wire_values(name, {n: getattr(record, n) for n in names})
            filled = {n: v for n, v in values.items() if v != blank_values(name)[n]}
            made = Change(name, record.id, How.NEW, filled)
            by_stream.setdefault(record.stream, []).append(made)
        for stream, changes in by_stream.items():
            self.cache.save(stream, changes)

    def settle(self) -> None:
        settle(self.work)
        QTest.qWait(60)
        settle(self.work)

    def focus(self) -> QWidget:
        return self.window.focusWidget() or self.board.table

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.focus(), key, held or Qt.KeyboardModifier.NoModifier)
        self.settle()

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.focus(), letter)
        self.settle()

    def values(self, owner: str, resource: str) -> dict[str, Any]:
        """What the cache holds of a cell."""
        found = self.cache.all("capacity", owner=owner, resource=resource)
        return {n: getattr(found[0], n) for n in RECORD_TYPES["capacity"].fields} if found else {}

    def leave(self) -> None:
        self.settle()
        self.changes.close()
        self.work.close()
        self.window.close()
        self.window.deleteLater()
        self.cache.close()
        QApplication.processEvents()
        assert not self.failures
