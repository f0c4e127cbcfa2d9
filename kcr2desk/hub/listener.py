"""Hearing NOTIFY: a thread with a connection of its own that outlives a database that went away."""

from __future__ import annotations

import selectors
import socket
import threading
from collections.abc import Callable, Sequence

import psycopg
from psycopg import sql

from kcr2desk.hub.database import Connection, DatabaseDown, connect

LONGEST_PAUSE = 5.0  # seconds between two attempts to reach the database


class Listener:
    """Calls `heard(channel, payload)` in its own thread for every notification.

    `missed()` is called whenever the line was opened: what was said before nobody heard, so the
    owner looks for itself. Exceptions in either end the thread and show at `stop()`.
    """

    def __init__(
        self,
        dsn: str,
        channels: Sequence[str],
        heard: Callable[[str, str], None],
        missed: Callable[[], None],
    ) -> None:
        self._dsn = dsn
        self._channels = tuple(channels)
        self._heard = heard
        self._missed = missed
        self._stopping = threading.Event()
        self._listening = threading.Event()
        self._wake, self._woken = socket.socketpair()
        self._failure: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="kcr2desk-listen", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wait_until_listening(self, seconds: float) -> bool:
        """Wait until notifications arrive; False when it took longer."""
        return self._listening.wait(seconds)

    @property
    def listening(self) -> bool:
        """Whether the line is open at this moment."""
        return self._listening.is_set()

    def stop(self) -> None:
        """End the thread and wait for it; raise what made it end before."""
        self._stopping.set()
        self._wake.send(b"x")
        if self._thread.ident is not None:
            self._thread.join()
        self._wake.close()
        self._woken.close()
        if self._failure is not None:
            raise self._failure

    def _run(self) -> None:
        pause = 0.1
        try:
            while not self._stopping.is_set():
                try:
                    with connect(self._dsn) as connection:
                        pause = 0.1
                        self._listen(connection)
                except (DatabaseDown, psycopg.OperationalError):
                    self._stopping.wait(pause)
                    pause = min(pause * 2, LONGEST_PAUSE)
                finally:
                    self._listening.clear()
        except BaseException as error:
            self._failure = error

    def _listen(self, connection: Connection) -> None:
        connection.autocommit = True
        for channel in self._channels:
            connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
        self._listening.set()
        self._missed()
        with selectors.DefaultSelector() as selector:
            selector.register(connection.fileno(), selectors.EVENT_READ)
            selector.register(self._woken, selectors.EVENT_READ)
            while not self._stopping.is_set():
                for notification in connection.notifies(timeout=0):
                    self._heard(notification.channel, notification.payload)
                selector.select()
