"""No room on the disk: a sentence, nothing half-saved, and it works again when there is room."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kcr2desk.store import Cache, DiskFull, Draft, journal, opening
from kcr2desk.store.rows import Db
from tests.store.fake_hub import KEY, NOW, Clock, Hub, open_cache, pull, same_as_hub, sync
from tests.store.whole import assert_whole

TEXT = "long " * 20_000


def fill_up(db: Db) -> None:
    """Let SQLite find no room for one more page."""
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages}")


def make_room(db: Db) -> None:
    db.execute("PRAGMA max_page_count = 1000000")


def test_a_save_that_does_not_fit_is_not_saved(online: Cache) -> None:
    record = online.create("report", {"title": "x"})
    before = online.values("report", record)
    online.keep_draft(Draft("d", "report", record, {}, {"text": "long"}, NOW))
    fill_up(online.writer())
    for _ in range(3):
        with pytest.raises(DiskFull):
            online.edit("report", record, {"text": TEXT}, draft="d")
        with pytest.raises(DiskFull):
            online.create("report", {"title": "y", "text": TEXT})
    assert online.values("report", record) == before
    assert online.draft("d") is not None
    assert len(online.pending()) == 1
    assert_whole(online)
    make_room(online.writer())
    online.edit("report", record, {"text": TEXT}, draft="d")
    assert online.draft("d") is None
    assert len(online.pending()) == 2
    assert_whole(online)
    told = journal.read(online.folder / journal.NAME, KEY)
    assert told is not None
    assert list(told.queued) == [pending.id for pending in online.pending()]


def test_a_page_that_does_not_fit_is_not_applied(online: Cache, hub: Hub) -> None:
    for n in range(1, 20):
        hub.report(n, text=f"{n} {TEXT}"[:100_000])
    fill_up(online.writer())
    before = online.state
    with pytest.raises(DiskFull):
        pull(online, hub)
    assert online.state == before
    assert online.all("report") == []
    make_room(online.writer())
    sync(online, hub)
    assert same_as_hub(online, hub)
    assert_whole(online)


def test_a_person_gets_the_reserve(tmp_path: Path, hub: Hub) -> None:
    with Cache.open(tmp_path / "cache", KEY, clock=Clock(), reserve_bytes=1 << 20) as cache:
        from tests.store.fake_hub import identity

        cache.set_identity(identity())
        reserve = tmp_path / "cache" / opening.RESERVE
        assert reserve.stat().st_size == 1 << 20
        full = {"is": True}
        real = opening.give_up_reserve

        def give_up(folder: Path) -> bool:
            make_room(cache.writer())
            return real(folder)

        fill_up(cache.writer())
        sync_failed = False
        try:
            sync(cache, hub)
            hub.report(1, text=TEXT)
            pull(cache, hub)
        except DiskFull:
            sync_failed = True
        assert sync_failed
        assert reserve.exists()  # pages of others may wait
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(opening, "give_up_reserve", give_up)
            record = cache.create("report", {"title": "x", "text": TEXT})
        assert full
        assert not reserve.exists()
        assert cache.get("report", record) is not None
        cache.purge_old()
        assert reserve.exists()  # there is room again


def test_a_journal_that_does_not_fit_is_not_half_written(
    online: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    online.create("report", {"title": "x"})
    real, left = os.write, [200]

    def write(file: int, data: bytes) -> int:
        if left[0] <= 0:
            raise OSError(errno.ENOSPC, "No space left on device")
        count = real(file, bytes(data)[: left[0]])
        left[0] -= count
        return count

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", write)
        with pytest.raises(DiskFull):
            online.create("report", {"title": "y"})
    assert len(online.pending()) == 1
    online.create("report", {"title": "z"})
    told = journal.read(online.folder / journal.NAME, KEY)
    assert told is not None
    assert told.torn == 0
    assert list(told.queued) == [pending.id for pending in online.pending()]
    assert_whole(online)


def test_a_journal_that_fails_after_the_commit_is_written_anew(
    online: Cache, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    online.create("report", {"title": "x"})

    def fail(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(journal, "_sync", fail)
        online.create("report", {"title": "y"})  # it stands in the cache
    assert "journal" in caplog.text
    online.create("report", {"title": "z"})
    told = journal.read(online.folder / journal.NAME, KEY)
    assert told is not None
    assert list(told.queued) == [pending.id for pending in online.pending()]
    assert len(told.queued) == 3


@pytest.mark.skipif(not os.access("/dev/full", os.W_OK), reason="needs /dev/full")
def test_what_full_disks_say_is_understood() -> None:
    with pytest.raises(OSError) as caught, Path("/dev/full").open("wb", buffering=0) as file:
        file.write(b"x")
    assert isinstance(opening.meaning(caught.value), DiskFull)


def test_a_small_disk(tmp_path: Path, hub: Hub) -> None:
    """A real full disk, where this machine lets us mount one."""
    import subprocess

    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(place)],
        capture_output=True, check=False,
    )  # fmt: skip
    if mounted.returncode:
        pytest.skip("this machine lets us mount nothing")
    try:
        with open_cache(place / "cache") as cache:
            saved = []
            with pytest.raises(DiskFull):  # noqa: PT012
                for n in range(200):
                    saved.append(cache.create("report", {"title": str(n), "text": TEXT}))
            assert 3 < len(saved) < 100
            assert {record.id for record in cache.all("report")} == set(saved)
            with pytest.raises(DiskFull):
                cache.create("report", {"title": "again", "text": TEXT})
            (place / "ballast").unlink(missing_ok=True)
            subprocess.run(["mount", "-o", "remount,size=30m", str(place)], check=True)
            cache.create("report", {"title": "there is room", "text": TEXT})
            assert len(cache.pending()) == len(saved) + 1
            assert_whole(cache)
            sync(cache, hub)
            assert same_as_hub(cache, hub)
        with open_cache(place / "cache") as cache:
            assert same_as_hub(cache, hub)
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_journal_that_cannot_be_written_anew_costs_nothing(
    online: Cache, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(journal, "LARGE", 100)
    for n in range(3):
        online.create("report", {"title": str(n)})

    def fail(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(journal, "write_anew", fail)
        for n in range(30):
            online.create("report", {"title": f"x{n}"})
            if "anew" in caplog.text:
                break
    assert "anew" in caplog.text
    online.create("report", {"title": "z"})
    told = journal.read(online.folder / journal.NAME, KEY)
    assert told is not None
    assert list(told.queued) == [pending.id for pending in online.pending()]
