"""An arrival hall for tests of handing over, bands and exports: a real cache, a real work thread.

with open_hall(folder, qapp) as room:
    card = room.show(HandOverCard(room.hall, [anna]))
    room.press(card, "Ctrl+Return")
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kcr2desk.core.changes import Change, How
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.operation import AUDIT, Viewing, stream_of
from kcr2desk.desk.changes import Changes
from kcr2desk.desk.parts import paper_job
from kcr2desk.desk.remember import MemorySettings
from kcr2desk.desk.repatriation.feed import OperationFeed
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.work import StoreWork
from kcr2desk.hub.seed import seed
from tests.desk.form_room import settle, with_theme
from tests.desk.small_hub import HandClock, identity, open_cache

W = TypeVar("W", bound=QWidget)
NOW = datetime(2026, 11, 30, 20, 52, tzinfo=UTC)


class HallRoom:
    """One desk in the hall, with an operation of which the officer is a member."""

    def __init__(self, folder: Path, app: QApplication, role: str = "lead") -> None:
        with_theme(app)
        self.clock = HandClock(NOW)
        self.me = identity("jansen", "hall_lead")
        self.cache = open_cache(folder, self.clock, self.me)
        self.work = StoreWork()
        self.changes = Changes(self.cache)
        self.failures: list[object] = []
        self.work.failed.connect(self.failures.append)
        self.operation = self.cache.new_id()
        self.stream = stream_of(self.operation)
        self.cache.save("reference", [c for c in seed() if c.type == "choice"])
        self.add("operation", self.operation, title="Libanon 2026", purpose="Opvang",
                 legal_ground="art. 6 lid 1 onder e AVG", host_municipality="GM0772",
                 bsn_ground="Wabb art. 10", retention_days=30)  # fmt: skip
        self.add("member", about=self.operation, account="jansen", role=role)
        self.arrival = self.add(
            "arrival", about=self.operation, code="HV9001", origin="Beirut", place="Eindhoven"
        )
        self.feed = OperationFeed(self.operation, self.cache, self.work, self.changes)
        self.settings = MemorySettings()
        self.hall = Hall.of(
            self.feed, self.cache, self.work, now=self.clock.now, me=self.me,
            settings=self.settings,
        )  # fmt: skip
        self._shown: list[QWidget] = []
        self.settle()

    def add(self, kind: str, record_id: str = "", /, **fields: Any) -> str:
        """Have a record on this desk; gives its id."""
        return self.cache.create(kind, fields, stream=self.stream, id=record_id or None)

    def person(self, **fields: Any) -> str:
        """Register somebody who came with the arrival."""
        told = {"arrival": self.arrival, "outcome": "registered", "spoken_name": "Anna"}
        return self.add("person", "", **{**told, **fields})

    def family(self, *members: dict[str, Any], **fields: Any) -> list[str]:
        """Register a family; the first is its head."""
        group = self.add("travelgroup", "", **fields)
        made = [self.person(group=group, **each) for each in members]
        self.cache.save(
            self.stream, [Change("travelgroup", group, How.EDIT, {"head": ["", made[0]]})]
        )
        return made

    @property
    def book(self) -> OperationBook:
        return self.feed.book

    def settle(self) -> None:
        """Wait until the desk has done all."""
        for _ in range(6):
            settle(self.work)
            QTest.qWait(12)
        while paper_job.running():
            QTest.qWait(5)
            settle(self.work)
        assert not self.failures, self.failures

    def show(self, card: W, size: tuple[int, int] = (720, 900)) -> W:
        """Show a card; the book holds all that was added before."""
        card.resize(*size)
        card.show()
        card.activateWindow()
        QTest.qWaitForWindowActive(card, 1000)
        self._shown.append(card)
        self.settle()
        return card

    def drop(self, card: QWidget) -> None:
        """Close a card for good, as the panel does."""
        self._shown.remove(card)
        card.close()
        card.deleteLater()
        QApplication.sendPostedEvents(card, QEvent.Type.DeferredDelete)

    def press(self, widget: QWidget, *keys: str) -> None:
        """Press keys in a row where the focus is."""
        for key in keys:
            combination = QKeySequence(key)[0]
            at = QApplication.focusWidget() or widget
            QTest.keyClick(at, combination.key(), combination.keyboardModifiers())
        self.settle()

    def viewings(self) -> list[Viewing]:
        """What was noted for the auditor here."""
        found = self.cache.all("viewing", stream=AUDIT)
        return [each for each in found if isinstance(each, Viewing)]

    def leave(self) -> None:
        for widget in self._shown:
            widget.close()
            widget.deleteLater()
        self.work.close()
        self.changes.close()
        self.feed.deleteLater()
        self.changes.deleteLater()
        self.work.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.cache.close()


def words(widget: QWidget) -> str:
    """All that stands on a card."""
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisibleTo(widget))


@contextmanager
def open_hall(folder: Path, app: QApplication, role: str = "lead") -> Iterator[HallRoom]:
    """A hall, taken down at the end."""
    room = HallRoom(folder, app, role)
    try:
        yield room
    finally:
        room.leave()
