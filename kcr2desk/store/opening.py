"""Open a cache file: lock, key, versions, damage, room on the disk; and make its tables."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from kcr2desk.store.crash import crash_point
from kcr2desk.store.errors import (
    AffectedSQLite,
    Damaged,
    DiskFull,
    InUse,
    NewerDatabase,
    WrongKey,
)
from kcr2desk.store.layout import LOCAL_VERSION, record_fingerprint

CACHE = "cache.db"
LOCK = "lock"
DAMAGED = b"damaged"
RESERVE = "reserve"
RESERVE_BYTES = 50 << 20
FIXED_SQLITE = (3, 51, 3)
KEY_BYTES = 32
Db = Any  # sqlcipher3.dbapi2.Connection, which has no types


class Lock:
    """Ownership of a cache's folder by this process, until closed.

    The lock file holds the owner's process id while the cache is open, so one that is found with
    a number in it was not closed in order; DAMAGED when the file was seen to be. Raises InUse.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o700)
        self._held = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._held)
        except OSError:
            owner = os.read(self._held, 20).decode("ascii", "replace").strip()
            os.close(self._held)
            raise InUse(f"{folder} is in use by process {owner or '?'}") from None
        found = os.read(self._held, 20)
        self.unclean = found != b""
        self.damaged = found == DAMAGED

    def mark_open(self) -> None:
        """From now on an end without `close` counts as unclean."""
        self._write(str(os.getpid()).encode())

    def mark_damaged(self) -> None:
        """The next to open the cache sets it aside."""
        self._write(DAMAGED)

    def _write(self, text: bytes) -> None:
        os.ftruncate(self._held, 0)
        os.lseek(self._held, 0, os.SEEK_SET)
        os.write(self._held, text)
        os.fsync(self._held)

    def close(self, *, clean: bool) -> None:
        """Give the folder free. `clean`: everything was closed in order."""
        if clean:
            os.ftruncate(self._held, 0)
        os.close(self._held)


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
    if len(key) != KEY_BYTES:
        raise ValueError(f"a key has {KEY_BYTES} bytes")
    db = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False, timeout=10)
    try:
        db.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        db.execute("PRAGMA cipher_memory_security = OFF")
        db.execute("PRAGMA cipher_log_level = NONE")  # what it has to say comes as an exception
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute(f"PRAGMA cache_size = {-16384 if reading else -65536}")
        db.execute("PRAGMA temp_store = MEMORY")
        db.execute("PRAGMA wal_autocheckpoint = 2000")
        if reading:
            db.execute("PRAGMA query_only = ON")
    except sqlcipher.Error as error:
        db.close()
        if "not a database" in str(error):  # a wrong key, or a first page that cannot be read
            raise WrongKey(str(path)) from None
        raise meaning(error) from error
    return db


def meaning(error: BaseException) -> BaseException:
    """What an error of SQLite means for a person: DiskFull or Damaged, else the error itself."""
    if not isinstance(error, sqlcipher.Error | OSError):
        return error
    text = str(error)
    if "is full" in text or (isinstance(error, OSError) and error.errno in _NO_ROOM):
        return DiskFull(text)
    if any(sign in text for sign in ("malformed", "corrupt", "not a database")):
        return Damaged(text)
    return error


_NO_ROOM = (28, 122, 27)  # ENOSPC, EDQUOT, EFBIG


def check_whole(db: Db, tables: Sequence[str] = ()) -> None:
    """Raise Damaged unless SQLite finds the file, or these tables, whole; after an unclean stop."""
    try:
        for table in tables or ("1",):
            found = db.execute(f"PRAGMA quick_check({table})").fetchone()[0]
            if found != "ok":
                raise Damaged(found)
    except sqlcipher.Error as error:
        raise Damaged(str(error)) from error


def check_version(db: Db) -> int:
    """The version of the local tables, 0 for a new file. Raises NewerDatabase."""
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version > LOCAL_VERSION:
        raise NewerDatabase(f"version {version}, this program knows {LOCAL_VERSION}")
    return version


def migrate(
    db: Db,
    before: Callable[[], None] | None = None,
    also: Callable[[], None] | None = None,
) -> bool:
    """Bring tables to this version, in one transaction: `before` runs in it before records are
    thrown away, `also` before it commits.

    True when the records were thrown away and must be loaded. Outbox, drafts and the like are
    migrated forward; tables of records with another shape are dropped and made anew.
    """
    version = check_version(db)
    wanted = record_fingerprint()
    found = None
    if version:
        found = db.execute("SELECT value FROM meta WHERE name = 'records'").fetchone()
    if version == LOCAL_VERSION and found is not None and found[0] == wanted and also is None:
        return False
    from kcr2desk.store import schema

    with transaction(db):
        if version < 1:
            for statement in schema.ddl(schema.LOCAL):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {LOCAL_VERSION}")
        if found is None or found[0] != wanted:
            if found is not None and before is not None:
                before()
            _drop_records(db, set(schema.LOCAL.tables))
            crash_point("schema:dropped")
            for statement in schema.record_statements():
                db.execute(statement)
            db.execute("DELETE FROM meta WHERE name IN ('indexes', 'searched_from', 'search_tidy')")
            db.execute("INSERT OR REPLACE INTO meta VALUES ('records', ?)", (wanted,))
        crash_point("schema:made")
        if also is not None:
            also()
    crash_point("schema:committed")
    return found is not None and found[0] != wanted


def _drop_records(db: Db, local: set[str]) -> None:
    """Drop every table that is not local, also those that only an older version knew."""
    names = [
        (name, sql)
        for name, sql in db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        if name not in local and not name.startswith("sqlite_")
    ]
    for virtual in (True, False):
        for name, sql in names:
            if sql.upper().startswith("CREATE VIRTUAL") == virtual:
                db.execute(f'DROP TABLE IF EXISTS "{name}"')


@contextlib.contextmanager
def transaction(db: Db) -> Iterator[None]:
    """One write transaction. Raises DiskFull when there is no room; nothing is half-written."""
    try:
        db.execute("BEGIN IMMEDIATE")
        yield
        db.execute("COMMIT")
    except BaseException as error:
        if db.in_transaction:
            db.execute("ROLLBACK")
        told = meaning(error)
        if told is error:
            raise
        raise told from error


def keep_reserve(folder: Path, size: int) -> None:
    """Keep `size` bytes of the disk aside, to be given up when it is full."""
    path = folder / RESERVE
    if size <= 0 or (path.exists() and path.stat().st_size >= size):
        return
    if hasattr(os, "statvfs"):
        free = os.statvfs(folder)
        if free.f_bavail * free.f_frsize < 2 * size:
            return
    try:
        with path.open("wb") as file:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(file.fileno(), 0, size)
            else:
                file.write(bytes(size))
    except OSError:
        path.unlink(missing_ok=True)  # no room to keep aside: the next start tries again


def give_up_reserve(folder: Path) -> bool:
    """Free the reserve. False when there was none."""
    path = folder / RESERVE
    if not path.exists():
        return False
    path.unlink()
    return True


def sync_folder(folder: Path) -> None:
    """Make names in `folder` (a rename, a new file) last through a power cut."""
    if os.name == "nt":
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)
