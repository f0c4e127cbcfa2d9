"""The feed: what is new in the streams that a desk follows, held until there is something."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from kcr2desk import wire
from kcr2desk.core.access import Actor, Reader, is_operation, reader_of, streams_of
from kcr2desk.core.chain import GENESIS
from kcr2desk.core.changes import Cursor
from kcr2desk.core.messages import BATCH, Page, PullHead, PullRequest
from kcr2desk.hub.checkpoints import Signer
from kcr2desk.hub.database import Database
from kcr2desk.hub.heads import Heads, HeadsWatch
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.page_cache import PageCache, Piece
from kcr2desk.hub.problems import RequestProblem, check_versions, told_to_the_desk
from kcr2desk.hub.sight import EntryRow, grant_token, sees_all, told_entries
from kcr2desk.hub.workers import Workers, run

CHUNK = 100
"""Pieces of the feed end at multiples of this, so that desks at different places share them."""

MOST_PLAIN = 4 << 20  # bytes of entries after which an answer takes no more

MOST_KEPT = 64  # whole answers
LARGEST_KEPT = 256 << 10  # bytes of one of them

Cursors = Mapping[str, Cursor]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an answer depends on, beside the heads: the streams granted, each with the class of
    reader in it, and for each a cursor or None."""

    granted: tuple[tuple[str, Reader], ...]
    cursors: tuple[Cursor | None, ...]
    limit: int


class Feed:
    """Answers pulls. A poll that is held costs no thread and no connection."""

    def __init__(
        self,
        database: Database,
        log: HubLog,
        signer: Signer,
        watch: HeadsWatch,
        cache: PageCache,
        workers: Workers,
        *,
        longest_wait: float,
    ) -> None:
        self._log = log
        self._signer = signer
        self._watch = watch
        self._workers = workers
        self._longest_wait = min(longest_wait, wire.MAX_WAIT)
        self._pages = Pages(database, cache)
        self._answers: OrderedDict[Hashable, asyncio.Future[bytes]] = OrderedDict()

    async def check(self, request: PullRequest, device_admitted: bool) -> None:
        """Raise RequestProblem when the desk follows another history, or from too far behind."""
        check_versions(request.protocol, request.schema)
        await run(
            self._workers.reads,
            self._log.check_presented,
            request.epoch,
            request.checkpoints,
            device_admitted,
        )

    async def wait(self, request: PullRequest, actor: Actor) -> Heads:
        """The heads, as soon as one that the desk follows moved, it was let in or out of an
        operation, or its time is up.

        Raises RequestProblem 409 or 410 for cursors that are not on the log or before its window.
        """
        with told_to_the_desk():
            heads = await self._watch.fresh()
        asked = _Asked(request, actor, heads)
        await self._check_cursors(asked.cursors, heads)
        loop = asyncio.get_running_loop()
        end = loop.time() + min(max(request.wait, 0.0), self._longest_wait)
        held = False
        while heads.epoch == request.epoch and not asked.has_news(heads):
            left = end - loop.time()
            if left <= 0 or self._watch.closing:
                break
            heads = await self._watch.after(heads, left)
            held = True
        if held and asked.has_news(heads):
            with told_to_the_desk():
                heads = await self._watch.fresh()  # what was withdrawn since is known again
        if heads.epoch != request.epoch:
            raise RequestProblem(409, "epoch", epoch=heads.epoch)
        return heads

    async def answer(self, request: PullRequest, actor: Actor, heads: Heads) -> bytes:
        """The compressed answer: entries of each stream up to these heads, as far as they fit.

        Made once for all desks of one kind that stand at one place, as those do that wait.
        """
        actor = heads.let_in(actor)
        streams = [stream for stream in streams_of(actor) if stream in heads.streams]
        granted = tuple((stream, reader_of(actor, stream)) for stream in streams)
        cursors = tuple(request.cursors.get(stream) for stream in streams)
        limit = min(max(request.limit, 1), BATCH)
        key = heads.number, granted, cursors, limit
        making = self._answers.get(key)
        if making is None:
            plan = Plan(granted, cursors, limit)
            making = asyncio.ensure_future(run(self._workers.reads, self._answer, plan, heads))
            self._answers[key] = making
            making.add_done_callback(lambda done: self._keep(key, done))
        return await asyncio.shield(making)

    def _keep(self, key: Hashable, made: asyncio.Future[bytes]) -> None:
        """Keep an answer for whoever comes next, but few, and none that is large or failed."""
        if made.cancelled() or made.exception() or len(made.result()) > LARGEST_KEPT:
            self._answers.pop(key, None)
        while len(self._answers) > MOST_KEPT:
            self._answers.popitem(last=False)

    async def _check_cursors(self, cursors: Cursors, heads: Heads) -> None:
        """The usual cursor is the head itself; only others are looked up."""
        others: dict[str, Cursor] = {}
        for stream, cursor in cursors.items():
            head = heads.streams.get(stream)
            if head is None:
                continue
            if cursor.seq > head.seq or (cursor.seq == head.seq and cursor.hash != head.hash):
                raise RequestProblem(409, "history", epoch=heads.epoch)
            if cursor.seq < 0 or (cursor.seq == 0 and cursor.hash != GENESIS):
                raise RequestProblem(409, "history", epoch=heads.epoch)
            if cursor.seq < head.seq and (cursor.seq > 0 or head.window > 0):
                others[stream] = cursor
        if others:
            await run(self._workers.reads, self._log.check_cursors, others)

    def _answer(self, plan: Plan, heads: Heads) -> bytes:
        granted, limit = plan.granted, plan.limit
        pages: list[Page] = []
        pieces: list[bytes] = []
        plain = 0
        for (stream, reader), cursor in zip(granted, plan.cursors, strict=True):
            head = heads.streams[stream]
            if cursor is None or cursor.seq >= head.seq or plain >= MOST_PLAIN:
                continue
            count, to = 0, cursor
            while to.seq < head.seq and count < limit and plain < MOST_PLAIN:
                last = min(head.seq, (to.seq // CHUNK + 1) * CHUNK, to.seq + limit - count)
                piece = self._pages.get(stream, to.seq + 1, last, reader, heads.sight)
                pieces.append(piece.data)
                plain += piece.plain
                count += piece.count
                assert isinstance(piece.last, Cursor)
                to = piece.last
            pages.append(Page(stream, count, to, head.seq))
        told = PullHead(
            heads.epoch,
            tuple(self._signer.sign(heads.epoch, s, heads.streams[s].cursor) for s, _ in granted),
            tuple(pages),
            {stream: grant_token(reader, stream) for stream, reader in granted},
        )
        return wire.joined(told, pieces, sum(page.count for page in pages))


class _Asked:
    """What a poll waits for."""

    def __init__(self, request: PullRequest, actor: Actor, heads: Heads) -> None:
        self._actor = actor
        self._granted = {s: token for s, token in request.grants.items() if is_operation(s)}
        self._members = heads.members
        self._news = self._is_regranted(heads)
        let_in = heads.let_in(actor)
        self.cursors = {s: c for s in streams_of(let_in) if (c := request.cursors.get(s))}

    def has_news(self, heads: Heads) -> bool:
        """Whether there is something to tell by these heads."""
        if heads.members is not self._members:
            self._members, self._news = heads.members, self._is_regranted(heads)
        return self._news or any(
            (head := heads.streams.get(stream)) is not None and head.seq > cursor.seq
            for stream, cursor in self.cursors.items()
        )

    def _is_regranted(self, heads: Heads) -> bool:
        """Whether the operations that the desk knows of are others than it is let into."""
        actor = heads.let_in(self._actor)
        told = {s: grant_token(reader_of(actor, s), s) for s in actor.operations}
        return told != self._granted


@dataclass(frozen=True, slots=True)
class Pages:
    """Ready pieces of the feed, each for all readers of one class."""

    database: Database
    cache: PageCache

    def get(self, stream: str, first: int, last: int, reader: Reader, sight: int) -> Piece:
        """Entries `first` to at most `last`; the piece's `last` is the cursor after them.

        `sight` must have been read before this call: what the piece shows is looked up now.
        """
        key = ("feed", stream, first, last, reader, sight)
        with told_to_the_desk():
            return self.cache.get(key, lambda: self._make(stream, first, last, reader))

    def _make(self, stream: str, first: int, last: int, reader: Reader) -> Piece:
        with self.database.transaction() as connection:
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            rows: list[EntryRow] = []
            plain, to = 0, None
            with connection.cursor(binary=True) as cursor:
                for seq, hash_, body, scopes, purged in cursor.execute(
                    "SELECT seq, hash, body, scopes, purged FROM entry"
                    " WHERE stream = %s AND seq BETWEEN %s AND %s ORDER BY seq",
                    (stream, first, last),
                ):
                    if rows and plain > MOST_PLAIN:
                        break
                    rows.append((body, scopes, purged))
                    plain += len(body)
                    to = Cursor(seq, hash_)
            if to is None or to.seq - first + 1 != len(rows):
                raise LookupError(f"entries {first} to {last} are not all in the log")
            if sees_all(reader, stream):
                lines = b"".join(_line(body, purged) for body, _, purged in rows)
            else:
                lines = wire.encode_lines(told_entries(connection, rows, reader, stream))
        return Piece(wire.compressed(lines), len(rows), plain, to)


def _line(body: bytes, purged: bool) -> bytes:
    """An entry whole, as it is kept: the same bytes that `wire.encode_lines` would give."""
    return (b"~" if purged else b"") + body + b"\n"
