"""Backups of the hub's database with PostgreSQL's own tools, and putting one back.

The hub's key, its checkpoints and its purges are never in a backup: they lie beside the database,
so that a hub that was put back knows that it was, and what must stay purged.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from kcr2desk.hub.database import complete, connect
from kcr2desk.hub.errors import BackupError
from kcr2desk.hub.postgres import find_tools

ASIDE = "kcr2_before_restore"
"""The schema in which the tables wait until those of the backup are all there."""

HUBS = "kcr2desk hub"  # the name of a hub's connections
GOING = 1.0  # seconds after its end until the server has seen the last of a hub's connections go


def back_up(dsn: str, file: Path) -> None:
    """Write all of the database to a new file, for its owner only. Raises BackupError."""
    if file.exists():
        raise BackupError(f"{file} exists already; nothing was written.")
    half = file.with_name(file.name + ".half")
    try:
        half.touch(mode=0o600)
        _run("pg_dump", dsn, "--format=custom", f"--file={half}")
        half.replace(file)
    except OSError as error:
        raise BackupError(f"{file} cannot be written: {error.strerror}.") from error
    finally:
        half.unlink(missing_ok=True)


def put_back(dsn: str, file: Path) -> None:
    """Replace all of the database by a backup; as it was before when that fails.

    Raises BackupError, also while a hub uses the database.
    """
    if not file.is_file():
        raise BackupError(f"There is no backup {file}.")
    with _alone(dsn) as connection, _set_aside(connection):
        _run(
            "pg_restore", dsn, "--exit-on-error", "--single-transaction", "--no-owner",
            "--no-privileges", "--no-comments", str(file),
        )  # fmt: skip
        row = connection.execute("SELECT to_regclass('public.entry')").fetchone()
        if row is None or row[0] is None:
            raise BackupError(f"{file} is no backup of a hub.")


def _used(connection: psycopg.Connection[tuple[object, ...]]) -> bool:
    """Whether a hub is connected to this database."""
    row = connection.execute(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND application_name = %s",
        (HUBS,),
    ).fetchone()
    return row is None or bool(row[0])


@contextmanager
def _alone(dsn: str) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    connection = connect(complete(dsn, name="kcr2desk restore"))
    try:
        connection.autocommit = True
        connection.execute("SET statement_timeout = 0")
        end = time.monotonic() + GOING
        while _used(connection):
            if time.monotonic() > end:
                raise BackupError("A hub is using this database; stop it first.")
            time.sleep(0.05)
        yield connection
    finally:
        connection.close()


@contextmanager
def _set_aside(connection: psycopg.Connection[tuple[object, ...]]) -> Iterator[None]:
    aside = sql.Identifier(ASIDE)
    with _said():
        there = connection.execute("SELECT to_regnamespace(%s) IS NOT NULL", (ASIDE,)).fetchone()
        if there == (True,):  # a restore was killed: what it set aside is what counts
            connection.execute("DROP SCHEMA public CASCADE")
        else:
            connection.execute(sql.SQL("ALTER SCHEMA public RENAME TO {}").format(aside))
        connection.execute("CREATE SCHEMA public")
    try:
        yield
    except BaseException:
        with _said():
            connection.execute("DROP SCHEMA public CASCADE")
            connection.execute(sql.SQL("ALTER SCHEMA {} RENAME TO public").format(aside))
        raise
    with _said():
        connection.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(aside))


@contextmanager
def _said() -> Iterator[None]:
    try:
        yield
    except psycopg.Error as error:
        first = str(error).strip().splitlines()[0]
        raise BackupError(f"The database did not let its tables be replaced: {first}.") from error


def _run(tool: str, dsn: str, *options: str) -> None:
    """Run a tool of PostgreSQL; the password goes by the environment, where nobody lists it."""
    given = conninfo_to_dict(complete(dsn))
    password = given.pop("password", None)
    environment = {**os.environ, "PGAPPNAME": "kcr2desk backup"}
    if password:
        environment["PGPASSWORD"] = str(password)
    given.pop("application_name", None)
    place = make_conninfo(**given)  # type: ignore[arg-type]
    command = [str(find_tools() / tool), f"--dbname={place}", *options]
    finished = subprocess.run(
        command, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if finished.returncode != 0:
        said = [line for line in finished.stderr.strip().splitlines() if line]
        raise BackupError(f"{tool} failed: {said[0] if said else 'without a word'}")
