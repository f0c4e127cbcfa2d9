"""The pool, the tables and the listener over a database that goes away and comes back."""

from __future__ import annotations

import queue
import threading
import time
from pathlib import Path
from typing import LiteralString
from uuid import UUID

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from kcr2desk.hub.database import (
    Database,
    DatabaseBusy,
    DatabaseDown,
    DatabaseError,
    complete,
    connect,
)
from kcr2desk.hub.keys import HubKey, HubKeyError, load_key, save_key, verify
from kcr2desk.hub.listener import Listener
from kcr2desk.hub.migrations import (
    NewerDatabase,
    current_revision,
    known_revision,
    upgrade,
)
from kcr2desk.hub.postgres import FAST_AND_UNSAFE, EmbeddedPostgres
from kcr2desk.hub.settings import SettingsError, load_settings, write_settings

from .people import new_id


class TestPool:
    def test_commits_at_the_end_and_rolls_back_on_any_exception(self, database: Database):
        with database.transaction() as connection:
            connection.execute("CREATE TABLE t (x int)")

        def insert_and_fail(statement: LiteralString) -> None:
            with database.transaction() as connection:
                connection.execute("INSERT INTO t VALUES (1)")
                connection.execute(statement)
                raise KeyError

        with pytest.raises(KeyError):
            insert_and_fail("SELECT 1")
        with pytest.raises(psycopg.errors.UndefinedTable):
            insert_and_fail("SELECT * FROM nowhere")
        with database.transaction() as connection:
            assert connection.execute("SELECT count(*) FROM t").fetchone() == (0,)

    def test_locks_and_idle_transactions_have_their_time(self, database: Database):
        with database.transaction() as connection:
            for name, value in {
                "lock_timeout": "5s",
                "idle_in_transaction_session_timeout": "10s",
                "statement_timeout": "30s",
                "TimeZone": "UTC",
            }.items():
                assert connection.execute(f"SHOW {name}").fetchone() == (value,)

    def test_a_lock_that_is_not_free_in_time_is_busy(self, database: Database):
        def wait_for_it() -> None:
            with database.transaction() as waiter:
                waiter.execute("SET LOCAL lock_timeout = '50ms'")
                waiter.execute("SELECT * FROM account")

        with database.transaction() as holder:
            holder.execute("LOCK TABLE account IN ACCESS EXCLUSIVE MODE")
            with pytest.raises(DatabaseBusy):
                wait_for_it()
        wait_for_it()

    def test_no_free_connection_in_time_is_busy(self, dsn: str):
        pool = Database(dsn, size=1, wait=0.05)
        with pool.transaction(), pytest.raises(DatabaseBusy), pool.transaction():
            pass
        pool.close()

    def test_a_connection_that_the_server_ended_is_replaced_unseen(self, database: Database):
        with database.transaction() as connection:
            first = connection.info.backend_pid
        with connect(database.dsn) as other:
            other.execute("SELECT pg_terminate_backend(%s)", (first,))
        time.sleep(0.05)
        with database.transaction() as connection:
            assert connection.info.backend_pid != first

    def test_ended_in_the_middle_is_down_and_the_next_goes_on(self, database: Database):
        def be_cut_off() -> None:
            with database.transaction() as connection:
                with connect(database.dsn) as other:
                    pid = connection.info.backend_pid
                    other.execute("SELECT pg_terminate_backend(%s)", (pid,))
                connection.execute("SELECT 1")

        with pytest.raises(DatabaseDown):
            be_cut_off()
        with database.transaction() as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)

    def test_after_closing_there_is_nothing(self, dsn: str):
        pool = Database(dsn)
        with pool.transaction() as connection:
            pool.close()
        assert connection.closed
        with pytest.raises(DatabaseDown), pool.transaction():
            pass


def test_a_dsn_with_several_hosts_asks_for_the_one_that_writes():
    several = conninfo_to_dict(complete("host=a,b dbname=kcr2"))
    assert several["target_session_attrs"] == "read-write"
    assert "target_session_attrs" not in conninfo_to_dict(complete("postgresql://a/kcr2"))
    kept = conninfo_to_dict(complete("host=a,b target_session_attrs=any connect_timeout=2"))
    assert (kept["target_session_attrs"], str(kept["connect_timeout"])) == ("any", "2")
    with pytest.raises(DatabaseError, match="not a DSN"):
        complete("nonsense")


def test_a_host_that_is_gone_is_passed_over(dsn: str):
    given = conninfo_to_dict(dsn)
    host, port = given["host"], given["port"]
    several = make_conninfo(dsn, host=f"/nowhere,{host}", port=f"{port},{port}")
    connect(several).close()


class TestMigrations:
    def test_an_empty_database_is_brought_up_once(self, empty_dsn: str):
        assert current_revision(empty_dsn) is None
        assert upgrade(empty_dsn) == known_revision()
        assert upgrade(empty_dsn) == known_revision()
        assert current_revision(empty_dsn) == known_revision()

    def test_hubs_that_start_together_bring_it_up_once(self, empty_dsn: str):
        failures: list[BaseException] = []

        def start() -> None:
            try:
                upgrade(empty_dsn)
            except BaseException as error:
                failures.append(error)

        threads = [threading.Thread(target=start) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []

    def test_a_newer_database_is_named_and_left_alone(self, dsn: str):
        with connect(dsn) as connection:
            connection.execute("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(NewerDatabase, match="revision 9999 by a newer version"):
            upgrade(dsn)
        assert current_revision(dsn) == "9999"


class TestListener:
    def test_hears_what_another_connection_says(self, dsn: str):
        heard: queue.Queue[tuple[str, str]] = queue.Queue()
        listener = Listener(dsn, ["heads"], lambda c, p: heard.put((c, p)), lambda: None)
        listener.start()
        assert listener.wait_until_listening(10)
        with connect(dsn) as connection:
            connection.execute("SELECT pg_notify('heads', 'national 12')")
        assert heard.get(timeout=10) == ("heads", "national 12")
        listener.stop()

    def test_comes_back_after_the_database_was_away_and_says_so(self, tmp_path: Path):
        missed: queue.Queue[bool] = queue.Queue()
        heard: queue.Queue[str] = queue.Queue()
        with EmbeddedPostgres(tmp_path, settings=FAST_AND_UNSAFE) as server:
            dsn = server.dsn
            pool = Database(dsn)
            with pool.transaction() as connection:
                connection.execute("SELECT 1")
            listener = Listener(dsn, ["heads"], lambda _, p: heard.put(p), lambda: missed.put(True))
            listener.start()
            missed.get(timeout=10)
        with pytest.raises(DatabaseDown), pool.transaction():
            pass
        with EmbeddedPostgres(tmp_path, settings=FAST_AND_UNSAFE):
            missed.get(timeout=20)
            with pool.transaction() as connection:
                connection.execute("NOTIFY heads, 'again'")
            assert heard.get(timeout=10) == "again"
            pool.close()
            listener.stop()

    def test_an_exception_of_the_owner_is_not_swallowed(self, dsn: str):
        def missed() -> None:
            raise ZeroDivisionError

        listener = Listener(dsn, ["heads"], lambda *_: None, missed)
        listener.start()
        with pytest.raises(ZeroDivisionError):
            listener.stop()


class TestKeys:
    def test_a_key_is_kept_for_its_owner_only_and_never_changed(self, tmp_path: Path):
        key = HubKey(UUID(new_id()), bytes(range(32)))
        save_key(tmp_path, key)
        assert load_key(tmp_path) == key
        assert (tmp_path / "hub-key").stat().st_mode & 0o777 == 0o600
        assert "seed" not in repr(key)
        with pytest.raises(HubKeyError, match="exists already"):
            save_key(tmp_path, key)
        signature = key.sign(b"checkpoint")
        assert verify(key.public, b"checkpoint", signature)
        assert not verify(key.public, b"another", signature)
        assert not verify(b"no key", b"checkpoint", signature)

    def test_missing_and_damaged_are_sentences(self, tmp_path: Path):
        with pytest.raises(HubKeyError, match="hub init"):
            load_key(tmp_path)
        for text in ("{", "[]", "{}", '{"hub": "x", "ed25519": "AA=="}', "null"):
            (tmp_path / "hub-key").write_text(text)
            with pytest.raises(HubKeyError, match="damaged"):
                load_key(tmp_path)


class TestSettings:
    def test_flags_go_over_the_environment_and_that_over_the_file(self, tmp_path: Path):
        write_settings(tmp_path, {"dsn": 'host=a "b"\\\n', "port": 1, "host": "file"})
        found = load_settings(
            {"data": str(tmp_path), "port": "3", "host": None},
            {"KCR2DESK_PORT": "2", "KCR2DESK_HOST": "environment"},
        )
        assert (found.port, found.host, found.dsn) == (3, "environment", 'host=a "b"\\\n')
        assert (tmp_path / "hub.toml").stat().st_mode & 0o777 == 0o600
        assert not found.embedded
        assert load_settings({}, {"KCR2DESK_DATA": str(tmp_path / "new")}).embedded

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("port = ", "is no TOML"),
            ("port = true", "port in .* whole number"),
            ("port = 70000", "0 to 65535"),
            ("host = 1", "must be text"),
            ("colour = 'red'", "does not know"),
        ],
    )
    def test_a_wrong_file_is_named(self, tmp_path: Path, text: str, said: str):
        (tmp_path / "hub.toml").write_text(text)
        with pytest.raises(SettingsError, match=said):
            load_settings({"data": str(tmp_path)}, {})

    def test_a_wrong_variable_or_flag_is_named(self, tmp_path: Path):
        with pytest.raises(SettingsError, match="KCR2DESK_PORT must be a whole number"):
            load_settings({"data": str(tmp_path)}, {"KCR2DESK_PORT": "http"})
        with pytest.raises(SettingsError, match="--port must be"):
            load_settings({"data": str(tmp_path), "port": "-1"}, {})
        with pytest.raises(SettingsError, match="--data FOLDER or KCR2DESK_DATA"):
            load_settings({}, {})
