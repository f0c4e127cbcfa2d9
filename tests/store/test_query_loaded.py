"""A load is listed at once; text search follows in parts beside sync, and leaves one tidy index."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kcr2desk.cli import bench_data
from kcr2desk.store import Cache, ReportQuery, loading, reading
from kcr2desk.store.opening import connect
from kcr2desk.store.rows import NOWHERE, Db, write
from kcr2desk.store.work import Work, note, set_note
from tests.store import lists

COUNT = 60


def load_without_search(db: Db) -> None:
    """Reports as a first load leaves them: none of them searchable."""
    write(db, bench_data.reports(COUNT, random.Random(1), ["one"]), NOWHERE)
    set_note(db, loading.SEARCHED_FROM, str(NOWHERE))


def segments(db: Db) -> int:
    sql = "SELECT count(DISTINCT segid) FROM report_search_idx"
    found: int = db.execute(sql).fetchone()[0]
    return found


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of a few reports, so that a small cache has many of them."""
    monkeypatch.setattr(loading, "SEARCH_CHUNK", 7)
    monkeypatch.setattr(loading, "TIDIED_PAGES", 2)


@pytest.mark.usefixtures("parts")
def test_a_load_is_made_searchable_newest_first_and_tidied(tmp_path: Path) -> None:
    with Cache.open(tmp_path, bytes(32), clock=lambda: 0, reserve_bytes=0) as cache:
        load_without_search(cache.writer())
    with Cache.open(tmp_path, bytes(32), clock=lambda: 0, reserve_bytes=0) as cache:
        assert cache.count(ReportQuery()).number == COUNT
        assert _soon(lambda: cache.count(ReportQuery(text="de ")).number > 0)
        beside = connect(tmp_path / "cache.db", bytes(32), reading=True)
        assert _soon(lambda: note(beside, loading.SEARCHED_FROM) is None)
        assert _soon(lambda: note(beside, loading.TIDY) is None)
        beside.close()
    db = connect(tmp_path / "cache.db", bytes(32))
    assert segments(db) == 1
    assert db.execute("SELECT count(*) FROM report_search").fetchone() == (COUNT,)
    db.execute("INSERT INTO report_search(report_search) VALUES ('integrity-check')")
    db.close()


@pytest.mark.usefixtures("parts")
def test_every_step_leaves_lists_as_they_were(tmp_path: Path) -> None:
    db = lists.make_db(tmp_path / "cache.db")
    load_without_search(db)
    query = ReportQuery(disciplines=("fire",))
    page = reading.page(db, query)
    assert page.lines
    work = _work(db)
    steps = 1
    while loading.build_search(work):
        assert reading.page(db, query) == page
        steps += 1
    assert steps > COUNT // 7
    assert reading.page(db, query) == page
    assert segments(db) == 1
    db.close()


def _work(db: Db) -> Work:
    return Work(db, 0, None, lambda: "", lambda: "", NOWHERE, None)  # type: ignore[arg-type]


def _soon(holds: Callable[[], bool]) -> bool:
    for _ in range(400):
        if holds():
            return True
        time.sleep(0.02)
    return False
