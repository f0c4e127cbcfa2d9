"""What the person at the screen feels: how long the window stands still while much arrives."""

from __future__ import annotations

import gc
import os
import random
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kcr2desk.cli import bench_store
from kcr2desk.cli.bench_data import fill
from kcr2desk.cli.figures import Figure, percentile
from kcr2desk.core.changes import Cursor, Entry
from kcr2desk.store import Cache

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

CHANGES = 100_000
THERE = 50_000  # reports in the cache before
BEAT = 0.002  # seconds between two looks at the clock in the UI thread
TEXT = "rook"


def measure(folder: Path) -> list[Figure]:
    """The window with the panel open, a filter set and a text search, while changes arrive."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from kcr2desk.desk.changes import Changes
    from kcr2desk.desk.language import Language
    from kcr2desk.desk.panel import PanelSpec
    from kcr2desk.desk.remember import MemorySettings
    from kcr2desk.desk.reports.panel import ReportsPanel
    from kcr2desk.desk.theme import Theme
    from kcr2desk.desk.window import DeskWindow
    from kcr2desk.desk.work import StoreWork

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    pages = list(bench_store.pages_of(bench_store.entries(CHANGES)))
    gc.collect()
    gc.freeze()  # a desk does not hold these 100,000 entries, and must not pay for looking at them
    cache = bench_store.open_cache(folder)
    fill(cache, THERE, random.Random(5))
    me = cache.identity
    assert me is not None
    work, changes = StoreWork(), Changes(cache)

    def now() -> datetime:
        return datetime.now(UTC)

    theme, language = Theme(application), Language(application)
    panel = ReportsPanel(cache, work, now=now, me=me, changes=changes)
    window = DeskWindow(
        [PanelSpec("reports", "inbox", lambda: "", lambda: panel)],
        settings=MemorySettings(), desk_theme=theme,
        language=language, now=now,
    )  # fmt: skip
    window.show()
    panel.filters.show_text(TEXT)
    _settle(application)

    start = replace(cache.state, epoch=pages[0][0].epoch, cursors={"national": Cursor()})
    cache.carry_out(start, ())
    gaps: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        moment = time.perf_counter()
        gaps.append(max(0.0, moment - last - BEAT))
        last = moment

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    arriving = threading.Thread(target=_apply_all, args=(cache, pages))
    began = last = time.perf_counter()
    timer.start(round(BEAT * 1000))
    arriving.start()
    while arriving.is_alive():
        application.processEvents()
        time.sleep(0.0002)
    timer.stop()
    took = time.perf_counter() - began
    window.close()
    changes.close()
    work.close()
    cache.close()
    detail = f"{CHANGES:,} changes in {took:.0f} s, panel open, text search '{TEXT}'"
    return [
        Figure("longest stall of the UI thread", max(gaps) * 1e3, "ms", 50.0, detail),
        Figure("stalls, 99 %", percentile(gaps, 0.99) * 1e3, "ms", 16.0, f"{len(gaps):,} beats"),
    ]


def _settle(application: QApplication, seconds: float = 2.0) -> None:
    """Let the first page, the detail and the counts arrive."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        application.processEvents()
        time.sleep(0.005)


def _apply_all(cache: Cache, pages: list[tuple[Entry, ...]]) -> None:
    for page in pages:
        bench_store.apply_page(cache, page)
