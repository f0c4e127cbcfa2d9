"""Killed with SIGKILL at every crash point: nothing half-saved, nothing that was told lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kcr2desk.store import Cache, ReportQuery, layout
from kcr2desk.store.crash import CRASH_POINTS
from tests.store import crasher
from tests.store.fake_hub import NOW, Clock, load, open_cache, same_as_hub, sync
from tests.store.whole import assert_whole


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("prepared") / "cache"
    crasher.prepare(folder)
    return folder


def run(folder: Path, point: str, times: int) -> list[str]:
    """Let a desk be killed the `times`th time it passes `point`; returns what it told."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.crasher", str(folder), point, str(times)],
        capture_output=True, text=True, timeout=120, check=False,
        cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip
    assert done.returncode == -9, done.stderr
    return done.stdout.splitlines()


def reopen(folder: Path) -> Cache:
    return open_cache(folder, clock=Clock(NOW + 2_000_000))


CASES = [
    ("save:begun", 3), ("save:rows", 1), ("save:rows", 4), ("save:outbox", 2), ("save:journal", 1),
    ("save:journal", 5), ("save:committed", 1), ("save:committed", 6), ("save:begun", 9),
    ("save:outbox", 9), ("apply:begun", 2), ("apply:steps", 2), ("apply:state", 1),
    ("apply:state", 4), ("apply:committed", 3), ("apply:steps", 6), ("apply:committed", 6),
    ("search:built", 2), ("schema:dropped", 1), ("schema:made", 1), ("schema:committed", 1),
    ("salvage:aside", 1), ("salvage:made", 1),
]  # fmt: skip


def test_every_crash_point_is_tried() -> None:
    assert {point for point, _ in CASES} == set(CRASH_POINTS)


@pytest.mark.parametrize(("point", "times"), CASES)
def test_killed(
    prepared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, point: str, times: int
) -> None:
    folder = tmp_path / "cache"
    shutil.copytree(prepared, folder)
    if point.startswith("salvage"):
        damage(folder)
    if point.startswith("schema"):
        monkeypatch.setattr(layout, "RECORD_LAYOUT", layout.RECORD_LAYOUT + 1)
    told = run(folder, point, times)
    assert "not killed" not in told
    with reopen(folder) as cache:
        assert_whole(cache)
        _nothing_told_is_lost(cache, told)
        _what_was_there_is_there(cache)
        hub = crasher.others(8)
        if not cache.state.epoch or cache.state.wanted or cache.state.loading:
            load(cache, hub)
        sync(cache, hub)
        assert_whole(cache)
        assert same_as_hub(cache, hub)
        assert cache.count(ReportQuery(text="unsent")).number == 1
        titles = [record.title for record in cache.all("report")]  # type: ignore[attr-defined]
        assert len(titles) == len(set(titles))
        assert "edited" in titles


def damage(folder: Path) -> None:
    """Overwrite the middle of the file; its first page stays."""
    path = folder / "cache.db"
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2 // 4096 * 4096)
        file.write(b"\xa5" * 8192)
    (folder / "lock").write_text("1")  # it was not closed in order, so it is looked through


def _nothing_told_is_lost(cache: Cache, told: list[str]) -> None:
    for line in told:
        what, *rest = line.split(" ")
        if what == "kept" and f"saved {rest[0][1:]}" not in _titles(cache):
            assert cache.draft(rest[0]) is not None
        elif what == "saved":
            record = cache.get("report", rest[0])
            assert record is not None
            assert record.title == " ".join(rest[1:])  # type: ignore[attr-defined]
            assert cache.draft(f"d{rest[-1]}") is None
        elif what == "edited":
            assert cache.get("report", rest[0]).text == " ".join(rest[1:])  # type: ignore[union-attr]
        elif what == "pulled":
            assert cache.state.cursors["national"].seq >= int(rest[0])
        elif what == "owned":
            assert {r.owner for r in cache.all("report")} == {"jansen"}  # type: ignore[attr-defined]
    owners = {record.owner for record in cache.all("report")}  # type: ignore[attr-defined]
    assert len(owners) == 1  # all of them were taken, or none
    for draft in cache.drafts():
        assert draft.typed["title"] not in _titles(cache)  # saved and draft gone, or neither


def _titles(cache: Cache) -> set[str]:
    return {record.title for record in cache.all("report")}  # type: ignore[attr-defined]


def _what_was_there_is_there(cache: Cache) -> None:
    changes = [pending.changes[0] for pending in cache.pending()]
    assert {"title": ["report 2", "edited"]} in [change.fields for change in changes]
    assert "unsent" in [change.fields.get("title") for change in changes]


def test_a_search_index_that_was_half_built_is_finished(tmp_path: Path) -> None:
    """Opening goes on with it beside the desk, and until then only text search finds less."""
    from kcr2desk.store import loading, rows

    folder = tmp_path / "cache"
    hub = crasher.others(30)
    with open_cache(folder) as cache:
        sync(cache, hub)
        db = cache.writer()
        (middle,) = db.execute("SELECT at FROM report ORDER BY at LIMIT 1 OFFSET 10").fetchone()
        db.execute("INSERT INTO report_search(report_search) VALUES ('delete-all')")
        newer = [id for (id,) in db.execute("SELECT id FROM report WHERE at >= ?", (middle,))]
        rows.index_anew(db, rows.load(db, "report", newer).values())
        db.execute("INSERT INTO meta VALUES (?,?)", (loading.SEARCHED_FROM, str(middle)))
        assert cache.count(ReportQuery(status=("new",))).number == 30
    with open_cache(folder) as cache:
        cache._room._builder.join()  # type: ignore[union-attr]
        assert cache.count(ReportQuery(text="report")).number == 30
        assert_whole(cache)
