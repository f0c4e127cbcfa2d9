"""What a registrar feels of a large hall: how long the screen stands still while twelve desks work.

The real panel on a real encrypted cache. A clock in the UI thread is to beat each millisecond; what
it comes late is a stall. Measured while the panel opens and its book loads, while changes arrive
with each view in front and somebody types a name, and while a list of 5,000 is brought in.
"""

from __future__ import annotations

import gc
import os
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kcr2desk.cli import bench_repatriation_import as bring
from kcr2desk.cli import bench_store
from kcr2desk.cli.bench_people import STREAM
from kcr2desk.cli.bench_repatriation_hall import DESKS, BigHall, Size
from kcr2desk.cli.figures import Figure, percentile
from kcr2desk.core import engine
from kcr2desk.core.changes import Change, Cursor
from kcr2desk.core.collecting import in_short_looks
from kcr2desk.core.engine import Apply
from kcr2desk.store import Cache

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kcr2desk.desk.repatriation.operation_page import OperationPage

CHANGES = 500
SECONDS = 10.0
LISTED = 5_000
LONGEST, MOST = 50.0, 16.0  # ms: design, the screen never stops
BEAT = 0.001
SIZE = (1366, 768)
VIEWS = ("registration", "stations", "people", "reconcile", "lead", "progress")
TYPED = "vandenberg jansen haddad "


class Pulse:
    """How late a clock in the UI thread is, by what went on."""

    def __init__(self, application: QApplication) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._application = application
        self._gaps: list[float] = []
        self._last = 0.0
        self.found: dict[str, list[float]] = {}
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        moment = time.perf_counter()
        self._gaps.append(max(0.0, moment - self._last - BEAT))
        self._last = moment

    @contextmanager
    def during(self, what: str) -> Iterator[None]:
        """Count what falls within as `what`."""
        self._gaps = []
        self._last = time.perf_counter()
        self._timer.start(round(BEAT * 1000))
        try:
            yield
        finally:
            self._beat()
            self._timer.stop()
            self.found[what] = self._gaps

    def until(self, done: Callable[[], object], seconds: float = 120.0) -> None:
        """Let the desk work until something is so."""
        end = time.perf_counter() + seconds
        while not done():
            self._application.processEvents()
            time.sleep(0.0002)
            if time.perf_counter() > end:
                raise TimeoutError("the desk never came to rest")

    def rest(self, seconds: float) -> None:
        """Let the desk work for a while."""
        end = time.perf_counter() + seconds
        self.until(lambda: time.perf_counter() > end)


def measure(
    folder: Path,
    size: Size | None = None,
    changes: int = CHANGES,
    seconds: float = SECONDS,
    listed: int = LISTED,
) -> list[Figure]:
    """Stalls of the UI thread, by what goes on."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from kcr2desk.desk.repatriation import panel  # noqa: F401  what a desk has imported long ago

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    with bench_store.open_cache(folder) as cache:
        assert cache.identity is not None
        hall = BigHall(cache.identity.account, size or Size())
        hall.fill(cache)
        gc.collect()
        start = {STREAM: Cursor()}
        cache.carry_out(replace(cache.state, epoch=hall.arrival, cursors=start), ())
        pulse = Pulse(application)
        with in_short_looks():
            _measure(cache, hall, pulse, changes, seconds, listed)
    return [figure for what, gaps in pulse.found.items() for figure in _figures(what, gaps)]


def _figures(what: str, gaps: list[float]) -> list[Figure]:
    detail = f"{len(gaps):,} beats in {sum(gaps) + len(gaps) * BEAT:.0f} s"
    return [
        Figure(f"{what}: longest stall", max(gaps) * 1e3, "ms", LONGEST, detail),
        Figure("… 99 %", percentile(gaps, 0.99) * 1e3, "ms", MOST),
    ]


def _measure(
    cache: Cache, hall: BigHall, pulse: Pulse, changes: int, seconds: float, listed: int
) -> None:
    from PySide6.QtWidgets import QApplication

    from kcr2desk.desk.changes import Changes
    from kcr2desk.desk.language import Language
    from kcr2desk.desk.repatriation.panel import RepatriationPanel
    from kcr2desk.desk.theme import Theme
    from kcr2desk.desk.work import StoreWork

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    assert cache.identity is not None
    work, told = StoreWork(), Changes(cache)
    look = Theme(application), Language(application, "en")
    panel: Any = None
    try:
        panel = RepatriationPanel(
            cache, work, told, now=lambda: datetime.now(UTC), me=cache.identity
        )
        panel.resize(*SIZE)
        with pulse.during("the panel opens, its book loads"):
            panel.show()
            pulse.until(lambda: panel.page is not None and panel.page.watch.complete)
            pulse.rest(min(1.0, seconds))
        page: OperationPage = panel.page
        for view in VIEWS:
            page.show_view(view)  # made now: what follows is what goes on for hours
            pulse.rest(min(2.0, seconds))
        for view in VIEWS:
            page.show_view(view)
            pulse.rest(min(0.5, seconds))
            with pulse.during(f"{changes:,} changes of {DESKS} desks, {view} in front"):
                _arrive(cache, hall, pulse, hall.doings(changes), seconds, page, view)
        _bring_in(page, pulse, seconds, listed)
    finally:
        if panel is not None:
            panel.close()
            panel.deleteLater()
        work.close()
        told.close()
        application.processEvents()
        del look


def _arrive(
    cache: Cache,
    hall: BigHall,
    pulse: Pulse,
    doings: list[tuple[Change, ...]],
    seconds: float,
    page: OperationPage,
    view: str,
) -> None:
    """Let it arrive as by pulls, evenly over some seconds; at the desk somebody types."""
    pulls = [doings[at : at + DESKS] for at in range(0, len(doings), DESKS)]
    pause = seconds / max(1, len(pulls))

    def pull() -> None:
        for each in pulls:
            time.sleep(pause)
            state = cache.state
            entries = tuple(hall.entries(each, state.cursors[STREAM].seq + 1, state.epoch))
            hashes = engine.chain_of(state.cursors[STREAM], entries)
            assert hashes is not None
            to = Cursor(entries[-1].seq, hashes[-1])
            state = replace(state, cursors={**state.cursors, STREAM: to})
            cache.carry_out(state, (Apply(STREAM, entries, hashes, to),))

    arriving = threading.Thread(target=pull)
    arriving.start()
    typist = _typist(page, view)
    while arriving.is_alive():
        next(typist)
        pulse.rest(0.15)
    arriving.join()
    pulse.rest(min(1.0, seconds))


def _typist(page: OperationPage, view: str) -> Iterator[None]:
    """A name in the scan line, letter by letter, again and again; elsewhere nothing."""
    from PySide6.QtTest import QTest

    scan = getattr(page.views[view], "scan", None) if view == "registration" else None
    while True:
        for letter in TYPED:
            if scan is not None and letter == " ":
                scan.clear()
            elif scan is not None:
                QTest.keyClicks(scan, letter)
            yield


def _bring_in(page: OperationPage, pulse: Pulse, seconds: float, listed: int) -> None:
    card: Any
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "list.csv"
        file.write_bytes(bring.people(listed, seed=99))
        page.show_view("registration")
        with pulse.during("the card of lists opens, and reads one"):
            page.cards.bring_in("", [file])
            card = page.cards.open()
            pulse.until(lambda: card.looked is not None and card.take_action.isEnabled())
        ended: list[int] = []
        card.saver.finished.connect(lambda count, _stopped: ended.append(count))
        with pulse.during(f"a list of {listed:,} is saved, and in the book"):
            card.take()
            pulse.until(lambda: ended)
            pulse.rest(min(2.0, seconds))
