"""The bytes of attachments: in pieces that resume after a cut, named by their SHA-256.

A file belongs to one stream and is never shared with another: its name alone opens nothing. Who may
read it is who may see an attachment that names it, at the moment of asking.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from kcr2desk import wire
from kcr2desk.core.access import Actor, Reader, may_see, reader_of, refusal, streams_of
from kcr2desk.hub.database import Connection, Database
from kcr2desk.hub.grants import granted
from kcr2desk.hub.problems import RequestProblem, told_to_the_desk
from kcr2desk.hub.sight import scoped, scopes_in

DIGEST = re.compile(r"[0-9a-f]{64}")
FORGOTTEN_AFTER = timedelta(days=30)
"""How long bytes stay that no attachment names, or that never became whole."""


@dataclass(frozen=True, slots=True)
class BlobState:
    """How far a file is here: its size in bytes, which pieces, and whether all of it is proven."""

    size: int
    pieces_here: tuple[int, ...]
    whole: bool


class Blobs:
    """Files by stream and digest. `largest` is the largest file in bytes.

    Every method raises RequestProblem 404 for what is not there or not for this actor, alike.
    """

    def __init__(self, database: Database, now: Callable[[], datetime], *, largest: int) -> None:
        self._database = database
        self._now = now
        self._largest = largest

    def state(self, stream: str, digest: str, actor: Actor) -> BlobState:
        """What is here of a file."""
        with told_to_the_desk(), self._database.transaction() as connection:
            self._may_read(connection, stream, digest, actor)
            return _state(connection, stream, digest)

    def read(self, stream: str, digest: str, n: int, actor: Actor) -> bytes:
        """Piece `n` of a file that is whole."""
        with told_to_the_desk(), self._database.transaction() as connection:
            self._may_read(connection, stream, digest, actor)
            with connection.cursor(binary=True) as cursor:
                row = cursor.execute(
                    "SELECT p.bytes FROM blob_piece p JOIN blob b USING (stream, digest)"
                    " WHERE b.stream = %s AND b.digest = %s AND b.whole AND p.n = %s",
                    (stream, digest, n),
                ).fetchone()
        if row is None:
            raise _nothing()
        return bytes(row[0])

    def write(
        self, stream: str, digest: str, n: int, size: int, data: bytes, actor: Actor
    ) -> BlobState:
        """Take piece `n` of a file of `size` bytes; the last one to come proves the whole.

        Raises RequestProblem 413 for a file that is too large, 400 for a piece that does not fit
        its size, 422 `wrong_digest` when the whole is not what its name says: then all of it goes.
        """
        if size > self._largest:
            raise RequestProblem(413, "too_large")
        if not 0 <= n < piece_count(size) or len(data) != piece_size(size, n):
            raise RequestProblem(400, "unreadable", detail="this is no piece of such a file")
        with told_to_the_desk(), self._database.transaction() as connection:
            actor = self._may_read(connection, stream, digest, actor)
            if refusal(actor, stream, "attachment", None):
                raise _nothing()
            if not self._begin(connection, stream, digest, size):
                return _state(connection, stream, digest)
            connection.execute(
                "INSERT INTO blob_piece (stream, digest, n, bytes) VALUES (%s, %s, %s, %s)"
                " ON CONFLICT (stream, digest, n) DO UPDATE SET bytes = excluded.bytes",
                (stream, digest, n, data),
            )
            state = _state(connection, stream, digest)
            right = True
            if len(state.pieces_here) == piece_count(size):
                right = _finish(connection, stream, digest)
                state = _state(connection, stream, digest) if right else state
        if not right:
            raise RequestProblem(422, "wrong_digest")
        return state

    def keep(self, connection: Connection, stream: str, data: bytes) -> str:
        """Put the bytes of what the hub itself takes in; returns their digest."""
        digest = hashlib.sha256(data).hexdigest()
        if not self._begin(connection, stream, digest, len(data)):
            return digest
        for n in range(piece_count(len(data))):
            start = n * wire.BLOB_PIECE
            connection.execute(
                "INSERT INTO blob_piece (stream, digest, n, bytes) VALUES (%s, %s, %s, %s)"
                " ON CONFLICT (stream, digest, n) DO UPDATE SET bytes = excluded.bytes",
                (stream, digest, n, data[start : start + wire.BLOB_PIECE]),
            )
        _finish(connection, stream, digest)
        return digest

    def clean_up(self) -> int:
        """Remove bytes that nothing names or that never became whole; returns how many files."""
        long_ago = self._now() - FORGOTTEN_AFTER
        with self._database.transaction() as connection:
            return connection.execute(
                "DELETE FROM blob b WHERE begun_at < %s AND (NOT whole OR NOT EXISTS ("
                " SELECT 1 FROM record r WHERE r.stream = b.stream AND r.type = 'attachment'"
                ' AND substring(r."values" from \'"digest":"([0-9a-f]{64})"\') = b.digest))',
                (long_ago,),
            ).rowcount

    def _begin(self, connection: Connection, stream: str, digest: str, size: int) -> bool:
        """Lock the file, begun where it is new; False when it is whole already.

        One begun with another size begins anew: of the two sizes only the true one can end whole.
        """
        connection.execute(
            "INSERT INTO blob (stream, digest, size, begun_at) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT DO NOTHING",
            (stream, digest, size, self._now()),
        )
        row = connection.execute(
            "SELECT size, whole FROM blob WHERE stream = %s AND digest = %s FOR UPDATE",
            (stream, digest),
        ).fetchone()
        assert row is not None
        if row[1]:
            return False
        if row[0] != size:
            connection.execute(
                "DELETE FROM blob_piece WHERE stream = %s AND digest = %s", (stream, digest)
            )
            connection.execute(
                "UPDATE blob SET size = %s WHERE stream = %s AND digest = %s",
                (size, stream, digest),
            )
        return True

    def _may_read(self, connection: Connection, stream: str, digest: str, actor: Actor) -> Actor:
        """The actor, with its operations as they are now."""
        actor = granted(connection, actor, [stream])
        if (
            stream not in streams_of(actor)
            or not DIGEST.fullmatch(digest)
            or not _named(connection, stream, digest, reader_of(actor, stream))
        ):
            raise _nothing()
        return actor


def piece_count(size: int) -> int:
    """How many pieces a file has; an empty one has one, so that it arrives."""
    return max(1, -(-size // wire.BLOB_PIECE))


def piece_size(size: int, n: int) -> int:
    """How many bytes piece `n` of a file of `size` bytes has."""
    return min(wire.BLOB_PIECE, size - n * wire.BLOB_PIECE)


def _nothing() -> RequestProblem:
    return RequestProblem(404, "not_found")


def _named(connection: Connection, stream: str, digest: str, reader: Reader) -> bool:
    """Whether an attachment that the reader may see names the file."""
    rows = connection.execute(
        'SELECT type, id, stream, revision, "values" FROM record'
        " WHERE stream = %s AND type = 'attachment'"
        ' AND substring("values" from \'"digest":"([0-9a-f]{64})"\') = %s',
        (stream, digest),
    )
    view = {(row[0], row[1]): scoped(row[0], row[2], row[3], row[4]) for row in rows}
    return any(may_see(reader, scope) for scope in scopes_in(connection, view).values())


def _state(connection: Connection, stream: str, digest: str) -> BlobState:
    row = connection.execute(
        "SELECT size, whole, (SELECT array_agg(n ORDER BY n) FROM blob_piece p"
        " WHERE p.stream = b.stream AND p.digest = b.digest) FROM blob b"
        " WHERE stream = %s AND digest = %s",
        (stream, digest),
    ).fetchone()
    if row is None:
        return BlobState(0, (), False)
    return BlobState(row[0], tuple(row[2] or ()), row[1])


def _finish(connection: Connection, stream: str, digest: str) -> bool:
    """Prove the bytes by their name; what is wrong goes, so that it can be sent anew."""
    found = hashlib.sha256()
    numbers = connection.execute(
        "SELECT n FROM blob_piece WHERE stream = %s AND digest = %s ORDER BY n", (stream, digest)
    ).fetchall()
    with connection.cursor(binary=True) as cursor:
        for (n,) in numbers:
            row = cursor.execute(
                "SELECT bytes FROM blob_piece WHERE stream = %s AND digest = %s AND n = %s",
                (stream, digest, n),
            ).fetchone()
            assert row is not None
            found.update(row[0])
    right = found.hexdigest() == digest
    if right:
        connection.execute(
            "UPDATE blob SET whole = true WHERE stream = %s AND digest = %s", (stream, digest)
        )
    else:
        connection.execute("DELETE FROM blob WHERE stream = %s AND digest = %s", (stream, digest))
    return right
