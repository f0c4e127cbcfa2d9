"""Open a cache: key, lock, versions, damage; and make its tables."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import create_engine
from sqlalchemy.engine import Engine
from sqlalchemy.pool import StaticPool

from kcr2desk.store import schema
from kcr2desk.store.crash import crash_point
from kcr2desk.store.errors import AffectedSQLite, DiskFull, InUse, NewerDatabase, WrongKey

CACHE = "cache.db"
LOCK = "lock"
RESERVE = "reserve"
RESERVE_BYTES = 50 << 20
FIXED_SQLITE = (3, 51, 3)
Db = Any


class Damaged(Exception):
    """The file is not a whole database any more."""


def lock_folder(folder: Path) -> int:
    """Own the folder for this process; returns the descriptor that holds it. Raises InUse."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    held = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(held)
    except OSError:
        owner = os.read(held, 20).decode("ascii", "replace").strip()
        os.close(held)
        raise InUse(f"{folder} is in use by process {owner or '?'}") from None
    os.ftruncate(held, 0)
    os.write(held, str(os.getpid()).encode())
    return held


def _take(held: int) -> None:
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(held, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl

        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)


def check_sqlite() -> None:
    """Refuse a SQLite that can lose committed data with two connections in WAL mode."""
    if sqlcipher.sqlite_version_info < FIXED_SQLITE:
        raise AffectedSQLite(
            f"SQLite {sqlcipher.sqlite_version} can lose saved data; 3.51.3 or later is needed"
        )


def connect(path: Path, key: bytes, *, reading: bool = False) -> Db:
    """A connection with the raw key. Raises WrongKey, Damaged or DiskFull."""
    if len(key) != 32:
        raise ValueError("a key has 32 bytes")
    new = not path.exists()
    db = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False, timeout=10)
    try:
        db.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        db.execute("PRAGMA cipher_memory_security = OFF")
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA cache_size = -65536" if not reading else "PRAGMA cache_size = -16384")
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute("PRAGMA wal_autocheckpoint = 2000")
        if reading:
            db.execute("PRAGMA query_only = ON")
    except sqlcipher.DatabaseError as error:
        db.close()
        if "not a database" in str(error) and not new:
            raise WrongKey(str(path)) from None
        raise _meaning(error) from error
    return db


def _meaning(error: Exception) -> Exception:
    text = str(error)
    if "full" in text:
        return DiskFull(text)
    if "malformed" in text or "corrupt" in text or "not a database" in text:
        return Damaged(text)
    return error


def engine_on(db: Db) -> Engine:
    """SQLAlchemy on this one connection, for the statements that it builds."""
    return create_engine(
        "sqlite://", module=sqlite3_like(), creator=lambda: db, poolclass=StaticPool
    )


def sqlite3_like() -> Any:
    """The driver module; SQLAlchemy asks it for exceptions and versions."""
    return sqlcipher


def check_whole(db: Db) -> None:
    """Raise Damaged unless SQLite finds the file whole; for after an unclean stop."""
    try:
        found = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlcipher.DatabaseError as error:
        raise Damaged(str(error)) from error
    if found != "ok":
        raise Damaged(found)


def migrate(db: Db) -> bool:
    """Bring tables to this version. True when the records were thrown away and must be loaded.

    Outbox, drafts and the like are migrated forward; tables of records with another shape than
    this version's are dropped and made anew. Raises NewerDatabase.
    """
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > schema.LOCAL_VERSION:
        raise NewerDatabase(f"version {version}, this program knows {schema.LOCAL_VERSION}")
    with transaction(db):
        if version < 1:
            for statement in schema.ddl(schema.LOCAL):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {schema.LOCAL_VERSION}")
        wanted = schema.record_fingerprint()
        found = db.execute("SELECT value FROM meta WHERE name = 'records'").fetchone()
        if found is not None and found[0] == wanted:
            return False
        _drop_records(db)
        crash_point("schema:dropped")
        for statement in schema.record_statements():
            db.execute(statement)
        db.execute("INSERT OR REPLACE INTO meta VALUES ('records', ?)", (wanted,))
        crash_point("schema:made")
    return found is not None


def _drop_records(db: Db) -> None:
    """Drop every table that is not local, also those that only an older version knew."""
    local = set(schema.LOCAL.tables) | {"sqlite_sequence"}
    names = [
        (name, sql)
        for name, sql in db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        if name not in local
    ]
    for virtual in (True, False):
        for name, sql in names:
            if sql.upper().startswith("CREATE VIRTUAL") == virtual:
                db.execute(f'DROP TABLE IF EXISTS "{name}"')


@contextlib.contextmanager
def transaction(db: Db) -> Iterator[None]:
    """One write transaction. Raises DiskFull when there is no room; nothing is half-written."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException as error:
        if db.in_transaction:
            db.execute("ROLLBACK")
        if isinstance(error, sqlcipher.Error | sqlite3.Error):
            meaning = _meaning(error)
            if meaning is not error:
                raise meaning from error
        raise


def keep_reserve(folder: Path, size: int) -> None:
    """Keep `size` bytes of the disk aside, to be given up when it is full."""
    path = folder / RESERVE
    if size <= 0 or (path.exists() and path.stat().st_size >= size):
        return
    free = os.statvfs(folder) if hasattr(os, "statvfs") else None
    if free is not None and free.f_bavail * free.f_frsize < 2 * size:
        return
    with path.open("wb") as file, contextlib.suppress(OSError):
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(file.fileno(), 0, size)
        else:
            file.write(bytes(size))


def give_up_reserve(folder: Path) -> bool:
    """Free the reserve. False when there was none."""
    path = folder / RESERVE
    if not path.exists():
        return False
    path.unlink()
    return True
