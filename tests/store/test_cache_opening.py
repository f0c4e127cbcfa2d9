"""Opening: keys, versions, locks, damage. A file that cannot be read is never overwritten."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kcr2desk.core.engine import SyncState
from kcr2desk.store import (
    AffectedSQLite,
    Cache,
    Damaged,
    Draft,
    InUse,
    NewerDatabase,
    WrongKey,
    journal,
    layout,
    room,
    schema,
)
from tests.store.fake_hub import KEY, NOW, Clock, Hub, identity, open_cache, same_as_hub, sync
from tests.store.whole import assert_whole


def filled(folder: Path, hub: Hub) -> list[str]:
    """A cache with reports of the hub and two unsent ones; returns the ids of these."""
    for n in range(1, 200):
        hub.report(n, text="word " * 60)
    with open_cache(folder) as cache:
        sync(cache, hub)
        made = [cache.create("report", {"title": f"unsent {n}"}) for n in range(2)]
        cache.keep_draft(Draft("d", "report", "", {}, {"title": "half"}, NOW))
        cache.set_note("refresh", "token")
    return made


def overwrite(path: Path, first: int, pages: int) -> None:
    with path.open("r+b") as file:
        file.seek(first * 4096)
        file.write(b"\x5a" * 4096 * pages)


def not_closed(folder: Path) -> None:
    (folder / "lock").write_text("1")


def test_a_new_folder_and_the_same_again(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    with open_cache(folder) as cache:
        assert cache.opening.new
        record = cache.create("report", {"title": "x"})
    assert (folder.stat().st_mode & 0o777) == 0o700
    with open_cache(folder) as cache:
        assert not cache.opening.new
        assert cache.opening.damaged is None
        assert cache.get("report", record) is not None
        cache.close()
        cache.close()


def test_a_wrong_key_leaves_everything_as_it_is(tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        record = cache.create("report", {"title": "x"})
    before = {p.name: hashlib.sha256(p.read_bytes()).digest() for p in tmp_path.iterdir()}
    for key in (bytes(32), KEY[::-1]):
        with pytest.raises(WrongKey):
            Cache.open(tmp_path, key, clock=Clock(), reserve_bytes=0)
    assert {p.name: hashlib.sha256(p.read_bytes()).digest() for p in tmp_path.iterdir()} == before
    (tmp_path / "cache.db").rename(tmp_path / "elsewhere.db")
    with pytest.raises(WrongKey):  # the journal alone tells it too
        Cache.open(tmp_path, bytes(32), clock=Clock(), reserve_bytes=0)
    assert not (tmp_path / "cache.db").exists()
    (tmp_path / "elsewhere.db").rename(tmp_path / "cache.db")
    with open_cache(tmp_path) as cache:
        assert cache.get("report", record) is not None
    with pytest.raises(ValueError, match="32"):
        Cache.open(tmp_path, b"short", clock=Clock())


def test_a_file_of_something_else_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "cache.db").write_bytes(b"my novel" * 1000)
    with pytest.raises(WrongKey):
        Cache.open(tmp_path, KEY, clock=Clock(), reserve_bytes=0)
    assert (tmp_path / "cache.db").read_bytes() == b"my novel" * 1000


def test_a_newer_version_is_named_and_left_alone(tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        cache.create("report", {"title": "x"})
        cache.writer().execute(f"PRAGMA user_version = {layout.LOCAL_VERSION + 1}")
    before = (tmp_path / "cache.db").read_bytes()
    with pytest.raises(NewerDatabase, match=str(layout.LOCAL_VERSION + 1)):
        open_cache(tmp_path)
    assert (tmp_path / "cache.db").read_bytes() == before


def test_an_affected_sqlite_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sqlcipher3.dbapi2.sqlite_version_info", (3, 51, 2))
    with pytest.raises(AffectedSQLite):
        open_cache(tmp_path)


def test_a_second_process_hears_that_it_is_in_use(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from tests.store.fake_hub import open_cache\n"
        "from kcr2desk.store import InUse\n"
        "try:\n    open_cache(pathlib.Path(sys.argv[1]))\n"
        "except InUse as error:\n    print('in use', error)\n"
    )
    with open_cache(tmp_path):
        with pytest.raises(InUse):
            open_cache(tmp_path)
        done = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True,
            cwd=Path(__file__).resolve().parents[2], check=True, timeout=60,
        )  # fmt: skip
    assert "in use" in done.stdout
    open_cache(tmp_path).close()


def test_records_of_another_shape_are_loaded_anew(
    tmp_path: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = filled(tmp_path, hub)
    unread = hub.report(500)
    with open_cache(tmp_path) as cache:
        sync_down = cache.edit("report", cache.all("report", title="report 7")[0].id, {"text": "x"})
        from tests.store.fake_hub import pull

        while pull(cache, hub):
            pass
    monkeypatch.setattr(layout, "RECORD_LAYOUT", layout.RECORD_LAYOUT + 1)
    with open_cache(tmp_path) as cache:
        assert cache.opening.loaded_anew
        assert {record.id for record in cache.all("report")} == set(made)  # own work is in sight
        assert len(cache.pending()) == 3
        assert sync_down in {pending.id for pending in cache.pending()}
        assert cache.draft("d") is not None
        assert cache.facts().loading
        assert_whole(cache)
        sync(cache, hub)
        assert same_as_hub(cache, hub)
        from kcr2desk.store import ReportQuery

        assert [n.id for n in cache.page(ReportQuery(unread=True)).lines] == [unread]
        assert_whole(cache)
    with open_cache(tmp_path) as cache:
        assert not cache.opening.loaded_anew


def test_opening_needs_no_sqlalchemy(tmp_path: Path) -> None:
    open_cache(tmp_path).close()
    program = (
        "import sys, pathlib\n"
        "from tests.store.fake_hub import open_cache\n"
        "cache = open_cache(pathlib.Path(sys.argv[1]))\n"
        "cache.create('report', {'title': 'x'})\n"
        "cache.close()\n"
        "assert 'sqlalchemy' not in sys.modules\n"
    )
    subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], check=True, timeout=60,
        cwd=Path(__file__).resolve().parents[2],
    )  # fmt: skip


def test_the_tables_are_those_that_the_layout_numbers_stand_for() -> None:
    """Change a table by hand: raise RECORD_LAYOUT, or LOCAL_VERSION with a migration, and this."""
    local = hashlib.sha256("\n".join(schema.ddl(schema.LOCAL)).encode()).hexdigest()[:12]
    statements = schema.record_statements()
    by_hand = [s for s in statements if "CREATE INDEX" in s or "CREATE TABLE follow" in s]
    records = hashlib.sha256("\n".join(by_hand).encode()).hexdigest()[:12]
    assert (layout.LOCAL_VERSION, local) == (1, LOCAL_DDL)
    assert (layout.RECORD_LAYOUT, records) == (1, RECORD_DDL)


LOCAL_DDL = "420d0eb591e4"
RECORD_DDL = "18021a6c318b"


# -- damage --------------------------------------------------------------------------------------


@pytest.mark.parametrize("first", [0, 1, 4, 20, 110])
def test_a_damaged_file_is_set_aside_and_unsent_work_saved(
    tmp_path: Path, hub: Hub, first: int
) -> None:
    made = filled(tmp_path, hub)
    me = identity()
    overwrite(tmp_path / "cache.db", first, 6)
    not_closed(tmp_path)
    with open_cache(tmp_path) as cache:
        aside = cache.opening.damaged
        assert aside is not None
        assert aside.exists()
        assert aside.name.startswith("cache.db.damaged-")
        assert not cache.opening.new
        assert cache.opening.salvaged == 2
        assert cache.identity == me
        assert {record.id for record in cache.all("report")} == set(made)
        assert len(cache.pending()) == 2
        assert_whole(cache)
        if first > 20:
            assert cache.draft("d") is not None
        cache.create("report", {"title": "goes on"})
        sync(cache, hub)
        sync(cache, hub)
        assert same_as_hub(cache, hub)
        assert_whole(cache)
        seqs = [e.changeset.device_seq for e in hub.log if e.changeset.device == me.device]
        assert sorted(seqs) == [1, 2, 3]
    with open_cache(tmp_path) as cache:
        assert cache.opening.damaged is None
        assert same_as_hub(cache, hub)


def test_a_lost_file_is_made_from_its_journal(tmp_path: Path, hub: Hub) -> None:
    made = filled(tmp_path, hub)
    for path in tmp_path.glob("cache.db*"):
        path.unlink()
    with open_cache(tmp_path) as cache:
        assert cache.opening.salvaged == 2
        assert cache.opening.damaged is None
        assert {record.id for record in cache.all("report")} == set(made)
        sync(cache, hub)
        assert same_as_hub(cache, hub)


def test_damage_that_shows_while_working_is_found_at_the_next_start(
    tmp_path: Path, hub: Hub
) -> None:
    made = filled(tmp_path, hub)
    pages = (tmp_path / "cache.db").stat().st_size // 4096
    for page in range(pages - 1, 0, -7):  # some page that is not needed for opening
        folder = tmp_path.with_name(f"page{page}")
        shutil.copytree(tmp_path, folder)
        overwrite(folder / "cache.db", page, 1)
        cache = open_cache(folder)  # closed in order, so it is not looked through
        try:
            assert cache.opening.damaged is None
            cache.all("report")
        except (Damaged, AssertionError):
            if cache.opening.damaged is None:
                break
        finally:
            cache.close()
    else:
        pytest.fail("no page was found that only reading needs")
    with open_cache(folder) as cache:
        assert cache.opening.damaged is not None
        assert {record.id for record in cache.all("report")} == set(made)


def test_a_large_file_is_looked_through_while_the_desk_works(
    tmp_path: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    made = filled(tmp_path, hub)
    monkeypatch.setattr(room, "CHECKED_AT_ONCE", 0)
    not_closed(tmp_path)
    with open_cache(tmp_path) as cache:
        cache._room._builder.join()  # type: ignore[union-attr]
        assert not cache.damaged
    pages = (tmp_path / "cache.db").stat().st_size // 4096
    for page in range(pages - 1, 0, -7):
        folder = tmp_path.with_name(f"large{page}")
        shutil.copytree(tmp_path, folder)
        overwrite(folder / "cache.db", page, 1)
        not_closed(folder)
        with open_cache(folder) as cache:
            if cache.opening.damaged is not None:
                continue  # own work is looked through before anything is done with it
            cache._room._builder.join()  # type: ignore[union-attr]
            assert cache.damaged
            assert "damaged" in caplog.text
            with contextlib.suppress(Damaged):  # a page that a save needs, or not
                made.append(cache.create("report", {"title": "later"}))
        break
    else:
        pytest.fail("no page was found that is not of own work")
    with open_cache(folder) as cache:
        assert cache.opening.damaged is not None
        assert {record.id for record in cache.all("report")} == set(made)
        sync(cache, hub)
        assert same_as_hub(cache, hub)
    not_closed(tmp_path)
    open_cache(tmp_path).close()  # at once: the check is given up


def test_a_torn_journal_is_written_anew(tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        first = cache.create("report", {"title": "a"})
    path = tmp_path / journal.NAME
    whole = path.read_bytes()
    for torn in (b"", b"KCR2JRN1", whole[:60], whole[:24] + bytes(200), b"x" * 500):
        path.write_bytes(torn)
        with open_cache(tmp_path) as cache:
            cache.create("report", {"title": "b"})
            told = journal.read(path, KEY)
            assert told is not None
            assert told.torn == 0
            assert list(told.queued) == [pending.id for pending in cache.pending()]
            assert cache.get("report", first) is not None


def test_a_journal_skips_what_it_cannot_read(tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        for n in range(3):
            cache.create("report", {"title": str(n)})
        ids = [pending.id for pending in cache.pending()]
    path = tmp_path / journal.NAME
    data = bytearray(path.read_bytes())
    told = journal.read(path, KEY)
    assert told is not None
    assert list(told.queued) == ids
    size = len(bytes(data).rstrip(b"\0"))
    data[size - 900] ^= 1  # in the second record
    path.write_bytes(bytes(data))
    told = journal.read(path, KEY)
    assert told is not None
    assert told.torn == 1
    assert len(told.queued) == 2
    path.write_bytes(bytes(data[: size - 5]))
    told = journal.read(path, KEY)
    assert told is not None
    assert told.torn == 2
    with pytest.raises(WrongKey):
        journal.read(path, bytes(32))


def test_the_journal_forgets_what_is_sent_when_it_is_large(
    tmp_path: Path, hub: Hub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "LARGE", 5000)
    with open_cache(tmp_path) as cache:
        for n in range(30):
            cache.create("report", {"title": str(n), "text": "x" * 300})
            sync(cache, hub)
        unsent = cache.create("report", {"title": "unsent"})
        told = journal.read(tmp_path / journal.NAME, KEY)
        assert told is not None
        assert told.end < 16_000
        assert cache.pending()[0].id in told.queued
    for path in tmp_path.glob("cache.db*"):
        path.unlink()
    with open_cache(tmp_path) as cache:
        assert cache.get("report", unsent) is not None
        cache.create("report", {"title": "next"})
        sync(cache, hub)
        assert same_as_hub(cache, hub)
        mine = [e.changeset.device_seq for e in hub.log]
        assert sorted(mine) == list(range(1, 33))


def test_a_change_given_up_does_not_come_back(tmp_path: Path, hub: Hub) -> None:
    from kcr2desk.core.changes import Code, Outcome
    from kcr2desk.core.engine import Settle

    with open_cache(tmp_path) as cache:
        cache.create("report", {"title": "x"})
        made = cache.pending()[0].id
        outcome = Outcome(made, Code.REFUSED, reason="not_allowed")
        cache.carry_out(cache.state, (Settle((outcome,)),))
        cache.discard(made)
        kept = cache.create("report", {"title": "kept"})
    for path in tmp_path.glob("cache.db*"):
        path.unlink()
    with open_cache(tmp_path) as cache:
        assert [record.id for record in cache.all("report")] == [kept]


def test_state_is_kept(tmp_path: Path, hub: Hub) -> None:
    with open_cache(tmp_path) as cache:
        assert cache.state == SyncState()
        hub.report(1)
        sync(cache, hub)
        state = cache.state
    with open_cache(tmp_path) as cache:
        assert cache.state == state


def test_threads_read_while_others_write(tmp_path: Path, hub: Hub) -> None:
    """A screen reads, an officer saves and pages are applied at once; nobody sees half of it."""
    from tests.store.fake_hub import pull

    failures: list[BaseException] = []
    with open_cache(tmp_path) as cache:
        sync(cache, hub)
        for n in range(1, 200):
            hub.report(n)
        stop = threading.Event()

        def guarded(work: object) -> None:
            try:
                work()  # type: ignore[operator]
            except BaseException as error:
                failures.append(error)

        def read() -> None:
            while not stop.is_set():
                pairs = {(r.title, r.text) for r in cache.all("report", owner="jansen")}  # type: ignore[attr-defined]
                assert all(title == text for title, text in pairs)
                cache.facts()
                cache.history("report", hub.log[0].changeset.changes[0].id)

        def write() -> None:
            for n in range(60):
                cache.create("report", {"title": f"n{n}", "text": f"n{n}", "owner": "jansen"})

        def down() -> None:
            while pull(cache, hub, 7):
                pass

        readers = [threading.Thread(target=guarded, args=(read,)) for _ in range(2)]
        writers = [threading.Thread(target=guarded, args=(w,)) for w in (write, down)]
        for thread in (*readers, *writers):
            thread.start()
        for thread in writers:
            thread.join()
        stop.set()
        for thread in readers:
            thread.join()
        assert failures == []
        assert len(cache.pending()) == 60
        assert_whole(cache)
        sync(cache, hub)
        assert same_as_hub(cache, hub)
