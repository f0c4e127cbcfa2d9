"""`kcr2desk hub export-log | new-epoch | purge | backup | restore` and `kcr2desk verify`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kcr2desk.core.repatriation.operation import operation_of
from kcr2desk.hub.app import utc_now
from kcr2desk.hub.database import Database
from kcr2desk.hub.running import RunningHub, running_hub
from tests.hub.hall import SAID, a_person, add_hall, opened
from tests.hub.line import PASSWORD, Caller
from tests.hub.test_cli_hub import run

Serve = Callable[[], RunningHub]


@pytest.fixture
def hub(dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningHub]:
    """A hub with two reports, still running; the commands find it by its folder."""
    folder = tmp_path / "hub"
    monkeypatch.setenv("KCR2DESK_DATA", str(folder))
    monkeypatch.setenv("KCR2DESK_DSN", dsn)
    with running_hub(folder, dsn=dsn) as running:
        running.add_user("jansen", PASSWORD)
        yield running


def reports(hub: RunningHub, *titles: str, **fields: object) -> list[str]:
    caller = Caller(hub.url, "jansen").sign_in()
    made = [caller.report(title=title, **fields) for title in titles]
    caller.close()
    return made


def test_a_log_leaves_the_hub_and_is_proven_elsewhere(hub: RunningHub, tmp_path: Path, capsys):
    from tests.cli.test_verify import verify

    reports(hub, "Een", "Twee")
    file = tmp_path / "national.log"
    assert run("export-log", "--stream", "national", "--out", str(file)) == 0
    assert "2 entries of the stream national" in capsys.readouterr().out
    assert file.stat().st_mode & 0o077 == 0
    assert verify(str(file)) == 0
    said = capsys.readouterr().out
    assert "whole and unaltered: 2 entries" in said
    assert run("status") == 0
    key = hub.hub.key.public.hex()
    assert key in capsys.readouterr().out
    assert verify(str(file), "--hub-key", key) == 0
    assert run("export-log", "--stream", "nergens", "--out", str(file)) == 1
    assert "no stream nergens" in capsys.readouterr().err
    assert run("export-log", "--stream", "national", "--out", str(tmp_path / "x" / "y")) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_what_is_purged_is_gone_and_the_log_is_still_whole(hub: RunningHub, tmp_path: Path, capsys):
    from tests.cli.test_verify import verify

    (record,) = reports(hub, "Met beller", caller="Mevrouw Smit")
    caller = Caller(hub.url, "jansen").sign_in()
    assert "Mevrouw Smit" in str(caller.pull().entries)
    assert run("purge", "--type", "report", "--record", record, "caller") == 0
    assert "Mevrouw Smit" not in str(caller.pull().entries)  # also not from ready pages
    assert "Mevrouw Smit" not in str(caller.snapshot().records)
    caller.close()
    file = tmp_path / "national.log"
    assert run("export-log", "--stream", "national", "--out", str(file)) == 0
    assert b"Smit" not in file.read_bytes()
    assert verify(str(file)) == 0
    capsys.readouterr()
    assert run("purge", "--type", "report", "--record", record, "beller") == 2
    assert "has no field beller" in capsys.readouterr().err
    assert run("purge", "--type", "report", "--record", "x", "caller") == 1
    assert "There is no report x" in capsys.readouterr().err


def test_an_epoch_by_hand(hub: RunningHub, capsys):
    before = Caller(hub.url, "").epoch()
    assert run("new-epoch", "--why", "oefening") == 0
    epoch = capsys.readouterr().out.split()[1]
    assert Caller(hub.url, "").epoch() == epoch != before


def test_a_backup_put_back_begins_a_new_epoch(
    dsn: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
):
    folder, file = tmp_path / "hub", tmp_path / "hub.backup"
    monkeypatch.setenv("KCR2DESK_DATA", str(folder))
    monkeypatch.setenv("KCR2DESK_DSN", dsn)
    with running_hub(folder, dsn=dsn) as hub:
        hub.add_user("jansen", PASSWORD)
        reports(hub, "Voor de reservekopie")
        assert run("backup", "--out", str(file)) == 0
        assert file.stat().st_mode & 0o077 == 0
        reports(hub, "Na de reservekopie")
        epoch = Caller(hub.url, "").epoch()
        capsys.readouterr()
        assert run("restore", str(file)) == 1
        assert "stop it first" in capsys.readouterr().err
    assert run("backup", "--out", str(file)) == 1  # never over another one
    assert run("restore", str(file)) == 0
    assert "begins" in capsys.readouterr().out
    with running_hub(folder, dsn=dsn) as hub:
        caller = Caller(hub.url, "jansen").sign_in()
        titles = [record.values["title"] for record in caller.snapshot().records]
        assert titles == ["Voor de reservekopie"]
        assert caller.epoch() != epoch
        caller.close()


def test_a_file_that_is_no_backup_changes_nothing(
    hub: RunningHub, dsn: str, tmp_path: Path, capsys, monkeypatch
):
    reports(hub, "Blijft")
    from kcr2desk.hub.backups import put_back
    from kcr2desk.hub.errors import BackupError

    file = tmp_path / "geen.backup"
    file.write_bytes(b"PGDMP no")
    assert run("restore", str(tmp_path / "nergens")) == 1
    assert "no backup" in capsys.readouterr().err
    monkeypatch.setattr("kcr2desk.hub.backups.HUBS", "nobody")
    with pytest.raises(BackupError, match="pg_restore failed"):
        put_back(dsn, file)
    database = Database(dsn, size=2)
    with database.transaction() as connection:
        assert connection.execute("SELECT count(*) FROM entry").fetchone() is not None
    database.close()


def test_status_says_how_long_persons_are_kept(
    hub: RunningHub, capsys, monkeypatch: pytest.MonkeyPatch
):
    add_hall(hub)
    caller = Caller(hub.url, "hal").sign_in()
    stream = opened(caller)
    a_person(caller, stream)
    caller.close()
    assert run("status") == 0
    said = capsys.readouterr().out
    assert f"Operation {operation_of(stream)}  keeps persons until " in said
    assert " UTC, 29 more days" in said
    assert SAID["title"] not in said
    later = utc_now() + timedelta(days=31)
    monkeypatch.setattr("kcr2desk.cli.hub._now", lambda: later)
    assert run("status") == 0
    assert "erased when the hub looks next" in capsys.readouterr().out
    assert hub.log.purge_expired(later) == 1
    assert run("status") == 0
    assert "its persons are erased\n" in capsys.readouterr().out
