"""What a scan costs at a desk: from the last key of a passport reader to the painted form.

The hall of the worked scenario in a real encrypted cache, drawn by the real widgets. A reader types
the two lines of a passport; the time runs from its last Enter until the form shows who it is, and
apart until the candidates beside it are there.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kcr2desk.cli import bench_store
from kcr2desk.cli.figures import Figure, percentile
from kcr2desk.cli.staging_repatriation import RepatriationStage
from kcr2desk.store import Cache

if TYPE_CHECKING:
    from kcr2desk.desk.repatriation.registration import RegistrationView

SCANS = 60
MILLISECONDS = 30.0
SIZE = (1366, 768)
PASSPORT = (
    "P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<",
    "SPECI20212NLD6503101F3108309<<<<<<<<<<<<<<<0",
)
"""The specimen of the Dutch passport of 2021."""


class _Desk:
    """As much of a headless desk as the scenario needs, without a line."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache

    def edit(self, type: str, id: str, **fields: Any) -> None:
        self.cache.edit(type, id, fields)

    def all(self, type: str, **given: Any) -> Any:
        return self.cache.all(type, **given)


def measure(folder: Path) -> list[Figure]:
    """Scan the same passport again and again, in a hall with 230 people on its lists."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from kcr2desk.desk.changes import Changes
    from kcr2desk.desk.language import Language
    from kcr2desk.desk.repatriation.feed import OperationFeed
    from kcr2desk.desk.repatriation.hall import Hall
    from kcr2desk.desk.repatriation.registration import RegistrationView
    from kcr2desk.desk.theme import Theme
    from kcr2desk.desk.work import StoreWork

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    cache = bench_store.open_cache(folder)
    me = cache.identity
    assert me is not None
    operation = fill(cache)
    work, changes = StoreWork(), Changes(cache)
    theme, language = Theme(application), Language(application, "en")
    feed = OperationFeed(operation, cache, work, changes)
    hall = Hall.of(feed, cache, work, now=lambda: datetime.now(UTC), me=me)
    view = RegistrationView(hall)
    _until(lambda: feed.is_loaded)
    view.set_arrival(feed.book.arrivals[0].id)
    view.resize(*SIZE)
    view.show()
    view.focus_first()
    try:
        return _scans(view)
    finally:
        view.close()
        work.close()
        changes.close()
        cache.close()
        del theme, language


def fill(cache: Cache) -> str:
    """Play the hall of the scenario into the cache; returns the operation."""
    acts: list[tuple[float, int, Any]] = []
    stage = RepatriationStage(
        lambda minutes, _who, run: acts.append((-minutes, len(acts), run)),
        datetime.now(UTC),
        lambda *_record: None,
    )
    stage.plan()
    desk: Any = _Desk(cache)
    for _, _, run in sorted(acts):
        run(desk)
    return stage.operation


def _scans(view: RegistrationView) -> list[Figure]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    filled, beside = [], []
    for _ in range(SCANS):
        QTest.keyClicks(view.scan, PASSPORT[0])
        QTest.keyClick(view.scan, Qt.Key.Key_Return)
        QTest.keyClicks(view.scan, PASSPORT[1])
        began = time.perf_counter()
        QTest.keyClick(view.scan, Qt.Key.Key_Return)
        view.repaint()
        filled.append(time.perf_counter() - began)
        sheet = view.desk.sheet
        assert sheet is not None
        _until(lambda: not view.candidates.pending)
        beside.append(time.perf_counter() - began)
        while view.desk.sheet is not None:
            view.desk.drop()
    return [
        Figure(
            "passport scanned, form filled and painted (99 %)", percentile(filled, 0.99) * 1000,
            "ms", MILLISECONDS, f"median {percentile(filled, 0.5) * 1000:.1f} ms",
        ),
        Figure(
            "… and who it may be beside it (99 %)", percentile(beside, 0.99) * 1000, "ms", None,
            f"median {percentile(beside, 0.5) * 1000:.1f} ms",
        ),
    ]  # fmt: skip


def _until(done: Any, seconds: float = 20.0) -> None:
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + seconds
    while not done():
        QApplication.processEvents()
        if time.monotonic() > end:
            raise TimeoutError("the desk never came to rest")
