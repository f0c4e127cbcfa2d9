"""Snapshots: the records of a stream as they are now, page by page, for a desk that loads anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kcr2desk import wire
from kcr2desk.core.access import Actor, Reader, reader_of, streams_of
from kcr2desk.core.chain import GENESIS
from kcr2desk.core.changes import Cursor, Snapshot
from kcr2desk.core.messages import SnapshotHead, SnapshotRequest
from kcr2desk.core.redact import redact_snapshot
from kcr2desk.core.text import Json
from kcr2desk.hub.checkpoints import Signer
from kcr2desk.hub.database import Connection, Database
from kcr2desk.hub.grants import granted
from kcr2desk.hub.heads import Heads
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.page_cache import PageCache, Piece
from kcr2desk.hub.problems import RequestProblem, check_versions, told_to_the_desk
from kcr2desk.hub.sealing import SEALED, Seal
from kcr2desk.hub.sight import grant_token, scoped, scopes_in, sees_all

LARGEST = 5000  # records in a page
MOST_PLAIN = 16 << 20  # bytes of records after which a page ends
MOST_LOOKED_AT = 50_000  # records that one request goes through, for a reader who sees few
ROWS = 500  # read at a time

Row = tuple[str, str, int, str]
"""Type, id, revision and values of a record."""

Place = tuple[str, str]
"""Type and id after which a page begins."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What is kept with a page: the heads of its moment, and after which record it ended.

    `hidden`: that record is not for this reader, so its name must not be either.
    """

    epoch: str
    start: Cursor
    place: Place | None
    hidden: bool


class Snapshots:
    """Answers snapshot requests, from ready pages while the stream stands still."""

    def __init__(
        self, database: Database, log: HubLog, signer: Signer, seal: Seal, cache: PageCache
    ) -> None:
        self._database = database
        self._log = log
        self._signer = signer
        self._seal = seal
        self._cache = cache

    def check(self, request: SnapshotRequest, actor: Actor, device_admitted: bool) -> None:
        """Raise RequestProblem: 426, 404 for a stream that is not this actor's to read, 409 when a
        load goes on in another epoch than it began in."""
        check_versions(request.protocol, request.schema)
        with told_to_the_desk(), self._database.transaction() as connection:
            actor = granted(connection, actor, [request.stream])
        if request.stream not in streams_of(actor):
            raise RequestProblem(404, "not_found")
        if (request.type, request.after) == ("", ""):
            # A desk that loads anew still names the epoch that it came from.
            self._log.notice(request.checkpoints, device_admitted)
        else:
            self._log.check_presented(request.epoch, request.checkpoints, device_admitted)

    def answer(self, request: SnapshotRequest, actor: Actor, heads: Heads) -> bytes:
        """One page, compressed. `heads` were read after the request came."""
        stream = request.stream
        actor, head = heads.let_in(actor), heads.streams.get(stream)
        if head is None or stream not in streams_of(actor):
            raise RequestProblem(404, "not_found")
        reader = reader_of(actor, stream)
        after = self._opened(request)
        limit = min(max(request.limit, 1), LARGEST)
        key = ("snapshot", stream, after, limit, reader, heads.epoch, head.cursor, heads.sight)
        with told_to_the_desk():
            piece = self._cache.get(key, lambda: self._make(stream, after, limit, reader))
            looked = piece.last
            assert isinstance(looked, Looked)
            landmarks: tuple[Cursor, ...] = ()
            if after == ("", ""):
                with self._database.transaction() as connection:
                    landmarks = landmarks_of(connection, stream, looked.start)
        next_type, next_after = looked.place or ("", "")
        if looked.hidden:
            next_type, next_after = SEALED, self._seal.close(next_type, next_after)
        told = SnapshotHead(
            looked.epoch,
            grant_token(reader, stream),
            looked.start,
            (self._signer.sign(looked.epoch, stream, looked.start),),
            landmarks,
            piece.count,
            looked.place is not None,
            next_type,
            next_after,
        )
        return wire.joined(told, [piece.data], piece.count)

    def _opened(self, request: SnapshotRequest) -> Place:
        if request.type != SEALED:
            if "\0" in request.type + request.after:
                raise RequestProblem(400, "unreadable")
            return request.type, request.after
        parts = self._seal.open(request.after)
        if parts is None or len(parts) != 2:
            raise RequestProblem(400, "unreadable")
        return parts[0], parts[1]

    def _make(self, stream: str, after: Place, limit: int, reader: Reader) -> Piece:
        """A page of the moment at which it is made; its head is of the same moment."""
        with self._database.transaction() as connection:
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            row = connection.execute(
                "SELECT head_seq, head_hash, (SELECT epoch FROM epoch ORDER BY number DESC LIMIT 1)"
                " FROM stream WHERE name = %s",
                (stream,),
            ).fetchone()
            assert row is not None
            read = _Reading(connection, stream, reader)
            more = read.on(after, limit)
        place = read.place if more else None
        looked = Looked(row[2], Cursor(row[0], row[1]), place, read.hidden)
        return Piece(wire.compressed(b"".join(read.lines)), len(read.lines), read.plain, looked)


class _Reading:
    """Going through the records of a stream by type and id."""

    def __init__(self, connection: Connection, stream: str, reader: Reader) -> None:
        self._connection = connection
        self._stream = stream
        self._reader = reader
        self.lines: list[bytes] = []
        self.plain = 0
        self.place: Place = ("", "")
        self.hidden = False

    def on(self, after: Place, limit: int) -> bool:
        """Read on from a place until the page is full; whether there may be more behind it."""
        self.place = after
        looked_at = 0
        while looked_at < MOST_LOOKED_AT:
            wanted = min(ROWS, limit - len(self.lines) + 1)
            rows = self._rows(wanted)
            for (type_name, record, *_), line in zip(rows, self._told(rows), strict=True):
                if len(self.lines) >= limit or self.plain >= MOST_PLAIN:
                    return True
                self.place, self.hidden = (type_name, record), line is None
                if line is not None:
                    self.lines.append(line)
                    self.plain += len(line)
            if len(rows) < wanted:
                return False
            looked_at += len(rows)
        return True

    def _rows(self, count: int) -> list[Row]:
        with self._connection.cursor(binary=True) as cursor:
            return cursor.execute(
                'SELECT type, id, revision, "values" FROM record'
                " WHERE stream = %s AND (type, id) > (%s, %s) ORDER BY type, id LIMIT %s",
                (self._stream, *self.place, count),
            ).fetchall()

    def _told(self, rows: Sequence[Row]) -> list[bytes | None]:
        """The line of each record, None for one that is not this reader's to see."""
        if sees_all(self._reader, self._stream):
            return [
                b'{"type":%b,"id":%b,"revision":%d,"values":%b}\n'
                % (wire.encode(type_name), wire.encode(record), revision, values.encode())
                for type_name, record, revision, values in rows
            ]
        view = {(t, i): scoped(t, self._stream, r, values) for t, i, r, values in rows}
        scopes = scopes_in(self._connection, view)
        lines: list[bytes | None] = []
        for type_name, record, revision, values in rows:
            whole = Snapshot(
                type_name, record, revision, wire.decode(dict[str, Json], values.encode())
            )
            told = redact_snapshot(whole, scopes[type_name, record], self._reader)
            lines.append(None if told is None else wire.encode_lines([told]))
        return lines


def landmarks_of(connection: Connection, stream: str, start: Cursor) -> tuple[Cursor, ...]:
    """Places on the chain at 0, 1, 2, 4, 8 … entries before `start`, the nearest first."""
    distances = [0, *(1 << n for n in range(start.seq.bit_length()))]
    wanted = [start.seq - d for d in distances if d <= start.seq]
    rows = connection.execute(
        "SELECT seq, hash FROM entry WHERE stream = %s AND seq = ANY(%s) ORDER BY seq DESC",
        (stream, wanted),
    )
    found = [Cursor(seq, hash_) for seq, hash_ in rows]
    return (*found, Cursor(0, GENESIS)) if 0 in wanted else tuple(found)
