"""Who looked at whom, as the auditor reads it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcr2desk.core.repatriation.operation import AUDIT
from kcr2desk.desk.changes import Changes
from kcr2desk.desk.remember import MemorySettings
from kcr2desk.desk.repatriation.audit_view import AuditView
from kcr2desk.desk.work import StoreWork
from tests.desk.form_room import settle, with_theme
from tests.desk.small_hub import HandClock, identity, open_cache
from tests.scenes import NOW


class Audit:
    """The panel of the auditor on a real cache."""

    def __init__(self, folder: Path, app: QApplication) -> None:
        with_theme(app)
        self.clock = HandClock(NOW)
        self.cache = open_cache(folder, self.clock, identity("auditor", "auditor"))
        self.work = StoreWork()
        self.changes = Changes(self.cache)
        self.add("devries", "view", "P-2026-07-0001-1")
        self.add("devries", "export", "P-2026-07-0001-1", "P-2026-07-0002-2", reason="Gemeente")
        self.add("mulder", "view", "P-2026-07-0002-2", operation="Sudan")
        self.view = AuditView(self.cache, self.work, self.changes, now=self.clock.now)
        self.view.resize(1302, 620)
        self.view.show()
        self.view.activateWindow()
        QTest.qWaitForWindowActive(self.view, 1000)
        self.rest()

    def add(
        self, by: str, what: str, *numbers: str, operation: str = "Libanon", **more: Any
    ) -> None:
        """Somebody looked at these."""
        self.clock.on(minutes=1)
        told = {
            "operation": operation, "operation_title": operation, "by": by, "what": what,
            "persons": frozenset(f"id-{n}" for n in numbers), "numbers": frozenset(numbers),
            "seen_at": self.clock.now(), **more,
        }  # fmt: skip
        self.cache.create("viewing", told, stream=AUDIT)

    def rest(self) -> None:
        for _ in range(3):
            settle(self.work)

    def listed(self) -> list[tuple[str, str]]:
        return [(r.viewing.by, r.viewing.what) for r in self.view.model.rows]

    def choose(self, name: str, value: str) -> None:
        button = getattr(self.view, name)
        button.set_value(frozenset((value,)))
        button.changed.emit(button.value())

    def leave(self) -> None:
        self.view.close()
        self.view.deleteLater()
        self.work.close()
        self.changes.close()
        QApplication.processEvents()
        self.cache.close()


@pytest.fixture
def audit(tmp_path: Path, qapp: QApplication) -> Iterator[Audit]:
    made = Audit(tmp_path, qapp)
    yield made
    made.leave()


def test_the_newest_stand_first_and_say_who_what_whom_and_why(audit: Audit) -> None:
    assert audit.listed() == [("mulder", "view"), ("devries", "export"), ("devries", "view")]
    cells = [cell.text for cell in audit.view.model.cells(1)]
    assert cells[1:] == [
        "devries", "took out", "Libanon", "P-2026-07-0001-1, P-2026-07-0002-2", "Gemeente",
    ]  # fmt: skip


def test_by_account_by_act_by_operation(audit: Audit) -> None:
    audit.choose("who", "devries")
    assert len(audit.listed()) == 2
    audit.choose("what", "export")
    assert audit.listed() == [("devries", "export")]
    audit.view.bar.clear()
    audit.choose("operation", "Sudan")
    assert audit.listed() == [("mulder", "view")]


def test_by_person_typed_or_by_one_key(audit: Audit) -> None:
    audit.view.look_for()
    QTest.keyClicks(audit.view.bar.field, "0002-2")
    assert audit.listed() == [("mulder", "view"), ("devries", "export")]
    audit.view.bar.clear()
    audit.view.table.setFocus()
    audit.view.table.setCurrentIndex(audit.view.model.index(2, 0))
    QTest.keyClick(audit.view.table, Qt.Key.Key_F)
    assert audit.listed() == [("devries", "export"), ("devries", "view")]


def test_what_comes_in_stands_on_top_and_moves_nothing_else(audit: Audit) -> None:
    audit.view.table.setCurrentIndex(audit.view.model.index(0, 0))
    audit.add("visser", "print", "P-2026-07-0003-3")
    end = time.monotonic() + 5
    while audit.listed()[0] != ("visser", "print"):
        assert time.monotonic() < end, audit.listed()
        QTest.qWait(10)
    assert audit.view.table.currentIndex().row() == 1


def test_nothing_found_says_so(audit: Audit) -> None:
    QTest.keyClicks(audit.view.bar.field, "niemand")
    assert audit.view.empty.isVisible()
    audit.view.clear_action.trigger()
    assert len(audit.listed()) == 3


def test_columns_are_remembered(audit: Audit) -> None:
    settings = MemorySettings()
    audit.view.table.setColumnWidth(1, 210)
    audit.view.keep(settings)
    audit.view.table.setColumnWidth(1, 90)
    audit.view.restore(settings)
    assert audit.view.table.columnWidth(1) == 210
    assert timedelta(minutes=3) == audit.clock.now() - NOW
