"""The heads of the streams as this process knows them: read once for all who wait for news.

Whoever asks gets heads that were read after the asking, so what was withdrawn before a request
came is known to it. However many ask at once, there is one reading under way and one to follow.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kcr2desk.core.access import MACHINES, Actor
from kcr2desk.core.changes import Cursor
from kcr2desk.core.grants import roles_in
from kcr2desk.core.text import name_key
from kcr2desk.hub.database import Connection, Database, DatabaseError
from kcr2desk.hub.grants import members_in
from kcr2desk.hub.listener import Listener
from kcr2desk.hub.log_write import CHANNEL
from kcr2desk.hub.workers import Workers, run

NET = 1.0  # seconds between looks of our own, should a notification be lost

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Head:
    """A stream's last entry; entries up to `window` are no longer served one by one."""

    seq: int
    hash: str
    window: int

    @property
    def cursor(self) -> Cursor:
        return Cursor(self.seq, self.hash)


@dataclass(frozen=True, slots=True)
class Heads:
    """All heads at one moment.

    `sight` is another number whenever what older entries show may have changed: an audience
    moved, a retention ended, the log became another one. Ready pages are kept under it.
    `number` is another one whenever anything is other than before.
    `members` are the members of each operation by the key of their name, with their role.
    """

    epoch: str
    streams: Mapping[str, Head]
    sight: int
    number: int
    members: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def let_in(self, actor: Actor) -> Actor:
        """The actor with the operations that it was a member of at this moment."""
        if actor.role in MACHINES:
            return replace(actor, operations={})
        key = name_key(actor.name)
        found = {s: roles[key] for s, roles in self.members.items() if key in roles}
        return replace(actor, operations=found)


class HeadsReader:
    """Reads heads from the database, and sees what changes the sight of older entries.

    Every withdrawal, release and purge is an entry of the log itself, so looking through the new
    entries finds them all, whichever process made them. One thread at a time.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._last = Heads("", {}, 0, 0)

    def read(self) -> Heads:
        """The heads now. Raises DatabaseError."""
        with self._database.transaction() as connection:
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            epoch, streams = _heads(connection)
            last = self._last
            if (epoch, streams) != (last.epoch, last.streams):
                moved = epoch != last.epoch or self._moved(connection, streams)
                members = self._members(connection, streams)
                self._last = Heads(epoch, streams, last.sight + moved, last.number + 1, members)
        return self._last

    def _members(
        self, connection: Connection, streams: Mapping[str, Head]
    ) -> Mapping[str, Mapping[str, str]]:
        """The members now: the same object while nobody was let in or out."""
        last = self._last
        moved = [s for s, head in streams.items() if head != last.streams.get(s)]
        kept = {s: roles for s, roles in last.members.items() if s in streams}
        told = kept | {s: roles_in(m) for s, m in members_in(connection, moved).items()}
        return last.members if told == last.members else told

    def _moved(self, connection: Connection, streams: Mapping[str, Head]) -> bool:
        for name, head in streams.items():
            known = self._last.streams.get(name)
            if known is None or head.seq < known.seq:
                return True
            if head.seq > known.seq and moved_between(connection, name, known.seq, head.seq):
                return True
        return False


def moved_between(connection: Connection, stream: str, after: int, upto: int) -> bool:
    """Whether an entry in this part of the log changes what readers may see of older ones.

    A quotation mark inside a value is escaped, so no text can look like this; a document could,
    which costs some ready pages and nothing else.
    """
    row = connection.execute(
        "SELECT 1 FROM entry WHERE stream = %s AND seq > %s AND seq <= %s AND ("
        ' position(\'"how":"withdraw"\'::bytea in body) > 0'
        ' OR position(\'"how":"release"\'::bytea in body) > 0'
        ' OR position(\'"how":"purge"\'::bytea in body) > 0 OR purged) LIMIT 1',
        (stream, after, upto),
    ).fetchone()
    return row is not None


def _heads(connection: Connection) -> tuple[str, dict[str, Head]]:
    rows = connection.execute(
        "SELECT name, head_seq, head_hash, window_seq,"
        " (SELECT epoch FROM epoch ORDER BY number DESC LIMIT 1) FROM stream ORDER BY name"
    ).fetchall()
    epoch = str(rows[0][4] or "") if rows else ""
    return epoch, {row[0]: Head(row[1], row[2], row[3]) for row in rows}


class HeadsWatch:
    """Gives heads to coroutines, and wakes those who wait when any of them moved.

    Lives in one event loop, between `start` and `close`.
    """

    def __init__(self, database: Database, workers: Workers) -> None:
        self._reader = HeadsReader(database)
        self._workers = workers
        self._listener = Listener(database.dsn, [CHANNEL], self._heard, self._missed)
        self._latest: Heads | None = None
        self._queued: asyncio.Future[Heads] | None = None
        self._reading: asyncio.Task[None] | None = None
        self._net: asyncio.Task[None] | None = None
        self._waiting = 0
        self.closing = False

    async def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._news = asyncio.Event()
        self._net = self._loop.create_task(self._look_again())
        self._listener.start()

    async def close(self) -> None:
        """Wake all who wait, for good."""
        if self.closing:
            return
        self.closing = True
        self._news.set()
        if self._net is not None:
            self._net.cancel()
        if self._reading is not None:
            with contextlib.suppress(asyncio.CancelledError):
                await self._reading
        await run(self._workers.watch, self._listener.stop)

    @property
    def waiting(self) -> int:
        """How many are waiting for news."""
        return self._waiting

    async def fresh(self) -> Heads:
        """Heads that were read after this call. Raises DatabaseError."""
        return await asyncio.shield(self._ask())

    async def after(self, known: Heads, seconds: float) -> Heads:
        """Other heads than `known`, as soon as there are; `known` itself when time is up."""
        end = self._loop.time() + seconds
        self._waiting += 1
        try:
            while not self.closing and (self._latest is None or self._latest is known):
                left = end - self._loop.time()
                if left <= 0:
                    break
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(left):
                        await self._news.wait()
        finally:
            self._waiting -= 1
        return self._latest or known

    def _ask(self) -> asyncio.Future[Heads]:
        future = self._queued
        if future is None:
            future = self._queued = self._loop.create_future()
            future.add_done_callback(_looked_at)
            if self._reading is None:
                self._begin()
        return future

    def _begin(self) -> None:
        future, self._queued = self._queued, None
        assert future is not None
        self._reading = self._loop.create_task(self._read(future))

    async def _read(self, future: asyncio.Future[Heads]) -> None:
        try:
            heads = await run(self._workers.watch, self._reader.read)
        except Exception as error:
            future.set_exception(error)
        else:
            self._publish(heads)
            future.set_result(heads)
        self._reading = None
        if self._queued is not None:
            self._begin()

    def _publish(self, heads: Heads) -> None:
        if heads is not self._latest:
            self._latest = heads
            self._news.set()
            self._news = asyncio.Event()

    async def _look_again(self) -> None:
        while True:
            await asyncio.sleep(NET)
            if self._waiting:
                with contextlib.suppress(DatabaseError):
                    await self.fresh()

    def _heard(self, _channel: str, _payload: str) -> None:
        self._loop.call_soon_threadsafe(self._ask)

    def _missed(self) -> None:
        self._loop.call_soon_threadsafe(self._ask)


def _looked_at(future: asyncio.Future[Heads]) -> None:
    """Nobody may be waiting for this reading: its error shows at the next request."""
    if not future.cancelled() and (error := future.exception()) is not None:
        _log.debug("the heads could not be read: %s", type(error).__name__)
