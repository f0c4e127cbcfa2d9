"""The desk without a screen: the same store and the same sync, for scripts, tests and simulation.

    hub = "http://127.0.0.1:8470"
    with Desk.open(folder, hub=hub, user="jansen", password="…", key=key) as desk:
        report = desk.save("report", title="Heidebrand Hoog Buurlo", region="VR06")
        desk.edit("report", report, status="in_progress", owner="jansen")
        desk.sync(timeout=10)

Everything but the first sign-in works without the hub: what is saved is kept in the encrypted cache
and goes up with the next `sync`, or by itself while the desk follows.
"""

from __future__ import annotations

import os
import random
import socket
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from kcr2desk.core.health import SyncHealth
from kcr2desk.core.records import Record
from kcr2desk.core.repatriation.opening import letting_in, opening
from kcr2desk.core.repatriation.operation import operation_of, stream_of
from kcr2desk.core.text import Json
from kcr2desk.store import (
    Attention,
    Cache,
    Changed,
    HistoryLine,
    Hit,
    Identity,
    NoIdentity,
    Pending,
)
from kcr2desk.sync import HubRefused, LineDown, Sync

REFRESH = "refresh"
"""The note of the cache that holds the refresh token: as safe as the key that opens the cache."""

Clock = Callable[[], int]


def wall_clock() -> int:
    """Milliseconds since 1970, UTC, by this machine."""
    return time.time_ns() // 1_000_000


class CacheTokens:
    """The refresh token in the encrypted cache itself."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def get(self) -> str | None:
        return self._cache.note(REFRESH)

    def set(self, token: str | None) -> None:
        self._cache.set_note(REFRESH, token)


class Desk:
    """A desk signed in to a hub. Use `Desk.open`; safe to use from several threads.

    `cache` and `line` are the parts it is made of, for what this class has no word for.
    """

    def __init__(self, cache: Cache, line: Sync, user: str, password: str) -> None:
        self.cache = cache
        self.line = line
        self._user = user
        self._password = password
        self._callbacks: list[Callable[[], None]] = []

    @classmethod
    def open(
        cls,
        folder: Path | str,
        *,
        hub: str,
        user: str,
        password: str,
        key: bytes,
        clock: Clock = wall_clock,
        rng: random.Random | None = None,
        name: str = "",
    ) -> Desk:
        """Open the cache in `folder` with its 32 byte `key`, and sign in when it is new.

        A cache that was signed in before opens without the line. `clock` gives milliseconds since
        1970, `rng` the randomness of ids and pauses, `name` how the hub lists this workstation.

        Raises SignInRefused, LineDown or HubRefused when a new cache cannot sign in; WrongKey,
        InUse, NewerDatabase, DiskFull or AffectedSQLite of `kcr2desk.store`; WrongCache when the
        folder belongs to another hub or account.
        """
        cache = Cache.open(Path(folder), key, clock=clock)
        chance = rng if rng is not None else random.Random(os.urandom(16))
        try:
            line = Sync(cache, hub, refresh=CacheTokens(cache), clock=clock, rng=chance)
            desk = cls(cache, line, user, password)
            if cache.identity is None or cache.identity.account != user:
                desk.sign_in(name)
        except BaseException:
            cache.close()
            raise
        return desk

    def sign_in(self, name: str = "") -> Identity:
        """Sign in (again). Needs the line; raises as `open` does."""
        return self.line.sign_in(self._user, self._password, name or socket.gethostname())

    # -- writing ----------------------------------------------------------------------------------

    def save(self, type: str, **fields: Any) -> str:
        """Make a record and return its id, as soon as it is safe on this disk.

        `stream` ("national") may be among the fields. Times are aware datetimes, sets are sets.
        Raises FieldError for what does not fit, DiskFull when there is no room.
        """
        stream = fields.pop("stream", "national")
        return self.cache.create(type, fields, stream=stream)

    def open_operation(self, **fields: Any) -> str:
        """Open an operation (`title`, `purpose`, `legal_ground` …) with this account as its lead;
        returns its stream, in which all else of it is saved. Raises FieldError.

        Offline too. Others see it once they are let in, by a record "member" in that stream.
        """
        operation = self.cache.new_id()
        stream = stream_of(operation)
        self.cache.save(stream, opening(operation, self.account, fields))
        return stream

    def let_in(self, stream: str, account: str, role: str, desk: str = "") -> str:
        """Make somebody a member of an operation: lead, registrar or medical; returns the
        changeset, "" when they are already."""
        return self.cache.save(stream, [letting_in(operation_of(stream), account, role, desk)])

    @property
    def account(self) -> str:
        """Who is signed in. Raises NoIdentity before the first sign-in."""
        if self.cache.identity is None:
            raise NoIdentity
        return self.cache.identity.account

    def edit(self, type: str, id: str, **fields: Any) -> str | None:
        """Change fields of a record; returns the changeset's id, None when nothing changed.

        What is seen now counts as what the form showed. Raises KeyError for a record that is not
        here, FieldError for what does not fit.
        """
        return self.cache.edit(type, id, fields)

    def remove(self, type: str, id: str) -> str:
        """Remove a record; an edit made meanwhile by somebody else keeps it, as a conflict."""
        return self.cache.remove(type, id)

    def settle(self, conflict_id: str, value: Any) -> str:
        """Settle a conflict with `value` (a Python value of the field); returns the changeset."""
        return self.cache.settle(conflict_id, value)

    def attach(self, type: str, id: str, name: str, media_type: str, data: bytes | Path) -> str:
        """Attach a file of at most 100 MB to a record; returns the attachment's id."""
        return self.cache.attach(type, id, name, media_type, data)

    # -- reading ----------------------------------------------------------------------------------

    def get(self, type: str, id: str) -> Record | None:
        """The record as this officer sees it, with own changes that are on their way."""
        return self.cache.get(type, id)

    def values(self, type: str, id: str) -> Mapping[str, Json] | None:
        """The same as wire values."""
        return self.cache.values(type, id)

    def all(
        self, type: str, limit: int | None = None, *, stream: str | None = None
    ) -> list[Record]:
        """All records of a type that are not removed, newest first; of one stream when named."""
        return self.cache.all(type, limit=limit, stream=stream)

    def search(self, text: str, limit: int = 50) -> tuple[Hit, ...]:
        """Reports in which every word of `text` occurs, newest first; words of three letters and
        more also find what begins with them."""
        return self.cache.search(text, limit)

    def history(self, type: str, id: str) -> tuple[HistoryLine, ...]:
        """Who changed what from what to what, newest first; own changes on their way included."""
        return self.cache.history(type, id)

    def pending(self) -> tuple[Pending, ...]:
        """Own changesets that the hub has not confirmed, oldest first."""
        return self.cache.pending()

    def attention(self) -> Attention:
        """What wants a person: refused changesets and open conflicts."""
        return self.cache.attention()

    # -- the line ---------------------------------------------------------------------------------

    @property
    def health(self) -> SyncHealth:
        """The state of the line now."""
        return self.line.health

    def sync(self, timeout: float = 30.0) -> SyncHealth:
        """One full round: all own changes up, everything new down. `ok` of what it returns says
        whether that was reached within `timeout` seconds; trouble on the line raises nothing.

        A session that ended is begun anew with the password that `open` was given.
        """
        end = time.monotonic() + timeout
        health = self.line.round(timeout)
        if health.line.value == "sign_in" and time.monotonic() < end:
            try:
                self.sign_in()
            except (LineDown, HubRefused):
                return self.line.health
            health = self.line.round(max(0.0, end - time.monotonic()))
        return health

    def follow(self, callback: Callable[[Changed], None] | None = None) -> None:
        """Keep this desk and the hub the same from now on, in threads of its own.

        `callback` is called after every change of the cache, whoever made it, in the thread that
        made it; it must not wait. Ends with `stop` or `close`.
        """
        if callback is not None:
            self._callbacks.append(self.cache.subscribe(callback))
        self.line.start()

    def stop(self) -> None:
        """Follow no longer. What is saved from now on waits for the next `sync` or `follow`."""
        while self._callbacks:
            self._callbacks.pop()()
        self.line.stop()

    def close(self) -> None:
        """Stop and close the cache. Nothing that was saved is lost."""
        try:
            self.stop()
        finally:
            self.line.close()
            self.cache.close()

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
