"""What the board costs: from a pulled change to its painted cell, and a frame while it scrolls.

40 owners by 40 types, 60 named units, 1,000 commitments, in a real encrypted cache, drawn by the
real widgets. A change comes in as by a pull; the time runs until the cell is painted.
"""

from __future__ import annotations

import gc
import os
import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kcr2desk.cli import bench_store
from kcr2desk.cli.bench_hub import PulledHub
from kcr2desk.cli.figures import Figure, percentile
from kcr2desk.core.bijstand import BORN, capacity_id
from kcr2desk.core.changes import Change, How
from kcr2desk.core.ids import derived_id
from kcr2desk.core.records import blank_values, wire_values
from kcr2desk.core.text import Json
from kcr2desk.store import Cache

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kcr2desk.desk.bijstand.board import BoardView

OWNERS, TYPES, UNITS, COMMITMENTS = 40, 40, 60, 1_000
CHANGES, FRAMES = 200, 600
SIZE = (1920, 1080)


def measure(folder: Path) -> list[Figure]:
    """The board with everything on it: changes that come in, and scrolling in both directions."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

    from kcr2desk.desk.bijstand.board import BoardView
    from kcr2desk.desk.bijstand.feed import BookFeed
    from kcr2desk.desk.bijstand.strip import StripView
    from kcr2desk.desk.changes import Changes
    from kcr2desk.desk.language import Language
    from kcr2desk.desk.theme import Theme
    from kcr2desk.desk.work import StoreWork

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    cache = bench_store.open_cache(folder)
    me = cache.identity
    assert me is not None
    now = datetime.now(UTC)
    hub = PulledHub(cache)
    fill(hub, now)
    work, changes = StoreWork(), Changes(cache)
    theme, language = Theme(application), Language(application)
    window = QWidget()
    column = QVBoxLayout(window)
    feed = BookFeed(cache, work, changes)
    given: dict[str, Any] = {"now": lambda: datetime.now(UTC), "me": me}
    strip = StripView(feed, cache, work, **given)
    board = BoardView(feed, cache, work, **given)
    column.addWidget(strip)
    column.addWidget(board, 1)
    window.resize(*SIZE)
    window.show()
    _until(application, lambda: feed.is_loaded)
    board.set_asking("B00")
    _settle(application)
    gc.collect()
    gc.freeze()
    taken = list(_painted(application, cache, hub, board))
    frames = list(_frames(application, board))
    window.close()
    changes.close()
    work.close()
    cache.close()
    theme.deleteLater()
    language.deleteLater()
    held = f"{OWNERS} × {TYPES}, {UNITS} units, {COMMITMENTS:,} commitments"
    smooth = sum(1 for f in frames if f <= 1 / 60) / len(frames)
    return [
        Figure("change to painted cell, 99 %", percentile(taken, 0.99) * 1e3, "ms", 50.0, held),
        Figure("change to painted cell, median", percentile(taken, 0.5) * 1e3, "ms"),
        Figure("frame while scrolling, 99 %", percentile(frames, 0.99) * 1e3, "ms", 16.7,
               f"{smooth:.1%} of {len(frames)} frames within 1/60 s"),
        Figure("frame while scrolling, longest", max(frames) * 1e3, "ms"),
    ]  # fmt: skip


def fill(hub: PulledHub, now: datetime) -> None:
    """Put the country in the cache behind a hub, as it comes from there."""
    hub.write("reference", [[change] for change in _reference()])
    hub.write("national", [[change] for change in _national(now)])


def _owner(place: int) -> str:
    return f"B{place:02d}"


def _type(place: int) -> str:
    return f"type_{place:02d}"


def _new(kind: str, record: str, /, **fields: Any) -> Change:
    blank = blank_values(kind)
    values = wire_values(kind, fields)
    return Change(kind, record, How.NEW, {n: v for n, v in values.items() if v != blank[n]})


def _reference() -> Iterator[Change]:
    for place in range(OWNERS):
        code = _owner(place)
        yield _new("owner", derived_id(BORN, "bench", code), code=code, name=f"Regio {place}",
                   kind="region", order=place)  # fmt: skip
    for place in range(TYPES + 6):
        code = _type(place)
        yield _new("resourcetype", derived_id(BORN, "bench", code), code=code, order=place,
                   name_nl=f"Soort {place}", name_en=f"Type {place}", short=f"Soort {place}",
                   discipline=("fire", "medical", "police", "water")[place // 10 % 4],
                   named=place >= TYPES)  # fmt: skip


def _national(now: datetime) -> Iterator[Change]:
    chance = random.Random(11)
    for owner in range(OWNERS):
        for kind in range(TYPES):
            total = chance.randint(20, 60)
            yield _new("capacity", capacity_id("national", _owner(owner), _type(kind)),
                       source=_owner(owner), owner=_owner(owner), resource=_type(kind),
                       total=total, available=total - chance.randint(0, 8), checked_how="phone",
                       checked_at=now - timedelta(minutes=chance.randint(0, 2000)))  # fmt: skip
    for number in range(UNITS):
        code = _owner(number % 7)
        yield _new("unit", derived_id(BORN, "bench-unit", str(number)), source=code, owner=code,
                   resource=_type(TYPES + number % 6), name=f"Eenheid {number}",
                   checked_at=now)  # fmt: skip
    for number in range(COMMITMENTS):
        code = _owner(chance.randrange(OWNERS))
        yield _new("commitment", derived_id(BORN, "bench-commitment", str(number)), source=code,
                   owner=code, resource=_type(chance.randrange(TYPES)), number=f"T-{number}",
                   to_region=_owner(chance.randrange(OWNERS)), status="on_site",
                   from_at=now - timedelta(hours=1), until_at=now + timedelta(hours=9))  # fmt: skip


def _painted(
    application: QApplication, cache: Cache, hub: PulledHub, board: BoardView
) -> Iterator[float]:
    """Seconds from the moment the cache has a pulled change until its cell is painted."""
    chance = random.Random(3)
    told = [0.0]
    forget = cache.subscribe(lambda _changed: told.__setitem__(0, time.perf_counter()))
    for place in range(CHANGES):
        owner, resource = _owner(chance.randrange(12)), _type(chance.randrange(12))
        record = capacity_id("national", owner, resource)
        held = board.feed.book.capacity(owner, resource)
        assert held is not None
        wanted = place % 20 if held.available != place % 20 else 20
        index = board.model.place(owner, resource)
        fields: dict[str, Json] = {"available": [held.available, wanted]}
        hub.write("national", [[Change("capacity", record, How.EDIT, fields)]])
        while board.model.look(index.row(), index.column()).before != str(wanted):
            application.processEvents()
        application.sendPostedEvents()
        board.table.viewport().repaint(board.table.visualRect(index))
        yield time.perf_counter() - told[0]
        _settle(application, 0.06)  # as changes come: not while the last one is being told
    forget()


def _frames(application: QApplication, board: BoardView) -> Iterator[float]:
    """Seconds of each frame while the board is scrolled down and across, whole viewport anew."""
    table = board.table
    bars = (table.verticalScrollBar(), table.horizontalScrollBar())
    for place in range(FRAMES):
        bar = bars[place // 60 % 2]
        most = max(1, bar.maximum())
        began = time.perf_counter()
        bar.setValue(place * 23 % most)
        table.viewport().repaint()
        table.types.viewport().repaint()
        table.owners.viewport().repaint()
        application.processEvents()
        yield time.perf_counter() - began


def _until(application: QApplication, true: Any, seconds: float = 20.0) -> None:
    end = time.perf_counter() + seconds
    while not true():
        if time.perf_counter() > end:
            raise TimeoutError("the board was never loaded")
        application.processEvents()
        time.sleep(0.002)


def _settle(application: QApplication, seconds: float = 0.5) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        application.processEvents()
        time.sleep(0.002)
