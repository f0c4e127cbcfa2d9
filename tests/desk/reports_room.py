"""The panel Meldingen in a window, on a real encrypted cache, driven by keys."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcr2desk.core.changes import Change, How
from kcr2desk.core.ids import id_maker
from kcr2desk.core.records import wire_values
from kcr2desk.desk.changes import Changes
from kcr2desk.desk.remember import MemorySettings
from kcr2desk.desk.reports.panel import ReportsPanel
from kcr2desk.desk.work import StoreWork
from kcr2desk.signing import new_key
from kcr2desk.store.cache import Cache
from kcr2desk.store.identity import Identity
from tests.desk.form_room import with_theme
from tests.scenes import NOW

KEY = bytes(range(32))
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def identity(account: str = "jansen") -> Identity:
    """An officer at a desk that never saw its hub."""
    return Identity(
        "http://hub", "hub", "", "01900000-0000-7000-8000-000000000001", new_key(), "K7",
        account, "J. Jansen", "duty_officer", "KCR2",
    )  # fmt: skip


class ReportsRoom:
    """`report` puts reports into the cache, `settle` lets everything arrive that is under way."""

    def __init__(
        self, folder: Path, *, size: tuple[int, int] = (1400, 800), open_now: bool = True
    ) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        with_theme(app)
        self.now = NOW
        self._chance = random.Random(7)
        self.cache = Cache.open(
            folder, KEY, clock=self.clock, new_id=id_maker(self.clock, self._chance)
        )
        self.me = identity()
        self.cache.set_identity(self.me)
        self.work = StoreWork("test")
        self.failures: list[Exception] = []
        self.work.failed.connect(self.failures.append)
        self.changes = Changes(self.cache)
        self.settings = MemorySettings()
        self.size = size
        self.panel: ReportsPanel
        if open_now:
            self.open()

    def clock(self) -> int:
        return int(self.now.timestamp() * 1000)

    def open(self) -> None:
        """Show the panel."""
        self.panel = ReportsPanel(
            self.cache, self.work, now=lambda: self.now, me=self.me, changes=self.changes
        )
        self.panel.restore(self.settings)
        self.panel.resize(*self.size)
        self.panel.show()
        self.panel.activateWindow()
        self.settle()
        self.panel.focus_first()

    def report(self, title: str = "Melding", *, minutes: float = 5, **fields: Any) -> str:
        """A report that came in so many minutes ago. `unread` as if somebody else wrote it."""
        unread = fields.pop("unread", False)
        received = self.now - timedelta(minutes=minutes)
        report = self.cache.create("report", {"title": title, "received_at": received, **fields})
        if unread:
            self.cache.mark_read("report", [report], read=False)
        return report

    def many(self, count: int, **fields: Any) -> list[str]:
        """`count` reports, a minute apart, the newest first."""
        made = []
        for n in range(count):
            received = self.now - timedelta(minutes=n)
            values = wire_values(
                "report", {"title": f"Melding {n}", "received_at": received, **fields}
            )
            made.append(Change("report", self.cache.new_id(), How.NEW, values))
        self.cache.save("national", made)
        return [change.id for change in made]

    # driving

    def settle(self, rest: float = 0.03) -> None:
        """Wait until the store has nothing to do and its answers have been shown."""
        for length in (rest, 0.01):
            self.until(lambda: self.work.idle)
            wait(round(length * 1000))
        self.until(lambda: self.work.idle)
        wait(5)

    def until(self, true: Callable[[], bool], seconds: float = 10.0) -> None:
        """Wait until something is so. Raises AssertionError when it never is."""
        for _ in range(int(seconds * 200)):
            if true():
                return
            wait(5)
        raise AssertionError("it never came to be")

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is, and let it take effect."""
        target = self.panel.window().focusWidget() or self.panel
        QTest.keyClick(target, key, held or Qt.KeyboardModifier.NoModifier)
        self.settle()

    def type(self, text: str) -> None:
        target = self.panel.window().focusWidget() or self.panel
        QTest.keyClicks(target, text)
        self.settle()

    def later(self, **span: float) -> datetime:
        self.now += timedelta(**span)
        return self.now

    # looking

    @property
    def titles(self) -> list[str]:
        return [line.title for line in self.panel.list.model.lines]

    @property
    def read(self) -> str:
        line = self.panel.list.read
        return "" if line is None else line.title

    @property
    def told(self) -> str:
        return self.panel.notices.text() if self.panel.notices.isVisible() else ""

    def value(self, report: str, field: str) -> Any:
        values = self.cache.values("report", report)
        assert values is not None
        return values[field]

    def choose_rows(self, *rows: int) -> None:
        """Choose rows as by Ctrl and the mouse."""
        table = self.panel.list.table
        for place, row in enumerate(rows):
            at = table.visualRect(self.panel.list.model.index(row, 0)).center()
            held = CONTROL if place else Qt.KeyboardModifier.NoModifier
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, at)
        self.settle()

    def leave(self) -> None:
        self.settle()
        self.changes.close()
        self.work.close()
        self.panel.keep(self.settings)
        self.panel.close()
        self.panel.deleteLater()
        self.cache.close()
        QApplication.processEvents()
        assert not self.failures


def wait(milliseconds: int) -> None:
    """Run the event loop, so that other threads run too."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
