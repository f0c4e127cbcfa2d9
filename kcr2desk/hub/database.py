"""The hub's way to PostgreSQL: a pool of connections, and words for what can go wrong there.

Whoever holds a lock gives up in time: `lock_timeout` 5 s, `idle_in_transaction_session_timeout`
10 s, `statement_timeout` 30 s. A database that was away is found again by the next request.
"""

from __future__ import annotations

import select
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.rows import TupleRow

Connection = psycopg.Connection[TupleRow]

SESSION = (
    "SET lock_timeout = '5s'; SET idle_in_transaction_session_timeout = '10s';"
    " SET statement_timeout = '30s'; SET timezone = 'UTC'; SET jit = off;"
    " SET client_encoding = 'UTF8'; SET synchronous_commit = on"
)


class DatabaseError(Exception):
    """Something about the database that passes or that an administrator must mend."""


class DatabaseDown(DatabaseError):
    """The database cannot be reached or went away; try again after a while (503)."""


class DatabaseBusy(DatabaseError):
    """A lock or a connection was not free in time; nothing was changed, try again (503)."""


class DatabaseFull(DatabaseError):
    """The database has no room left; nothing was changed (507)."""


_BUSY = (
    errors.LockNotAvailable,
    errors.QueryCanceled,
    errors.DeadlockDetected,
    errors.SerializationFailure,
)
_DOWN = (
    errors.AdminShutdown,
    errors.CrashShutdown,
    errors.CannotConnectNow,
    errors.IdleInTransactionSessionTimeout,
    errors.ReadOnlySqlTransaction,  # the server that we know is a standby by now
)


def complete(dsn: str, *, name: str = "kcr2desk hub") -> str:
    """Add to a DSN what makes a lost line noticed; with several hosts, the one that writes.

    What the DSN says itself stands. Raises DatabaseError when it is no DSN.
    """
    try:
        given = conninfo_to_dict(dsn)
    except psycopg.ProgrammingError as error:
        raise DatabaseError(f"This is not a DSN of PostgreSQL: {str(error).strip()}.") from error
    wanted: dict[str, object] = {
        "connect_timeout": 5,
        "application_name": name,
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 20_000,
    }
    if "," in str(given.get("host", "")) + str(given.get("hostaddr", "")):
        wanted["target_session_attrs"] = "read-write"
    return make_conninfo(**{**wanted, **given})  # type: ignore[arg-type]


def connect(dsn: str) -> Connection:
    """Open one connection with the hub's time-outs. Raises DatabaseDown."""
    try:
        connection = psycopg.connect(complete(dsn), autocommit=True)
        connection.execute(SESSION)
        connection.autocommit = False
    except psycopg.Error as error:
        raise DatabaseDown(f"The database cannot be reached: {_first_line(error)}") from error
    return connection


class Database:
    """A pool of at most `size` connections; a request waits `wait` seconds for a free one."""

    def __init__(self, dsn: str, *, size: int = 10, wait: float = 10.0) -> None:
        self.dsn = complete(dsn)
        self._wait = wait
        self._free = threading.BoundedSemaphore(size)
        self._lock = threading.Lock()
        self._idle: list[Connection] = []
        self._closed = False

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction on one connection: committed at the end, rolled back on any exception.

        Raises DatabaseDown, DatabaseBusy or DatabaseFull for what passes; other errors of
        PostgreSQL come as they are. After DatabaseDown at the commit nobody knows whether it was
        done: only what may be repeated safely belongs here.
        """
        if not self._free.acquire(timeout=self._wait):
            raise DatabaseBusy(
                f"No connection to the database was free for {self._wait:g} seconds."
            )
        try:
            connection = self._take()
            try:
                yield connection
                connection.commit()
            except psycopg.Error as error:
                self._give_back(connection, usable=not isinstance(error, _DOWN))
                raise _named(error, connection) from error
            except BaseException:
                self._give_back(connection, usable=True)
                raise
            self._give_back(connection, usable=True)
        finally:
            self._free.release()

    def close(self) -> None:
        """Close the connections; those in use are closed when they come back."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()

    def _take(self) -> Connection:
        while True:
            with self._lock:
                if self._closed:
                    raise DatabaseDown("The hub is closing.")
                connection = self._idle.pop() if self._idle else None
            if connection is None:
                return connect(self.dsn)
            if not _has_news(connection):
                return connection
            connection.close()

    def _give_back(self, connection: Connection, *, usable: bool) -> None:
        if usable and not connection.closed:
            try:
                connection.rollback()
            except psycopg.Error:
                usable = False
        with self._lock:
            keep = usable and not connection.closed and not self._closed
            if keep:
                self._idle.append(connection)
        if not keep:
            connection.close()


def wait_for(dsn: str, *, seconds: float) -> None:
    """Wait until the database answers, for a start together with it. Raises DatabaseDown."""
    end = time.monotonic() + seconds
    while True:
        try:
            connect(dsn).close()
        except DatabaseDown:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return


def _has_news(connection: Connection) -> bool:
    """Whether the server said something to an idle connection: nearly always its good-bye."""
    if connection.closed:
        return True
    poll = select.poll() if hasattr(select, "poll") else None
    if poll is None:
        return bool(select.select([connection.fileno()], [], [], 0)[0])
    poll.register(connection.fileno(), select.POLLIN)
    return bool(poll.poll(0))


def _named(error: psycopg.Error, connection: Connection) -> Exception:
    if isinstance(error, errors.DiskFull):
        return DatabaseFull("The database has no room left.")
    if isinstance(error, _BUSY):
        return DatabaseBusy(f"The database was too busy: {_first_line(error)}")
    if isinstance(error, _DOWN) or connection.closed or connection.broken:
        return DatabaseDown(f"The database went away: {_first_line(error)}")
    return error


def _first_line(error: psycopg.Error) -> str:
    """The first line of what PostgreSQL said; further lines may hold values of people."""
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
