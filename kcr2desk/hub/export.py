"""Writing a stream of the log to a file that anybody can prove with `kcr2desk verify`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from kcr2desk import wire
from kcr2desk.core.chain import GENESIS
from kcr2desk.core.changes import Checkpoint, Cursor
from kcr2desk.core.verify import FORMAT, VERSION, LogHead
from kcr2desk.hub.checkpoints import Signer
from kcr2desk.hub.database import Connection, Database
from kcr2desk.hub.errors import NoSuchStream
from kcr2desk.hub.keys import HubKey

ROWS = 500  # read at a time


def export_log(
    database: Database,
    key: HubKey,
    stream: str,
    out: BinaryIO,
    *,
    now: datetime,
    kept: tuple[Checkpoint, ...] = (),
) -> int:
    """Write the log of a stream as it is at this moment; returns how many entries it has.

    `kept` are checkpoints that were kept outside the database. Raises NoSuchStream.
    """
    signer = Signer(key)
    with database.transaction() as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        connection.execute("SET LOCAL idle_in_transaction_session_timeout = 0")  # a slow disk
        epoch, head = _head(connection, stream)
        first = LogHead(
            FORMAT, VERSION, str(key.hub), key.public.hex(), stream,
            now.isoformat(timespec="seconds"), signer.sign(epoch, stream, head),
            tuple(c for c in kept if c.stream == stream and c.epoch == epoch),
        )  # fmt: skip
        out.write(wire.encode(first) + b"\n")
        for seq, hash_, body, purged in _rows(connection, stream):
            signature = signer.sign(epoch, stream, Cursor(seq, hash_)).signature
            out.write(
                b'{"hash":"%b","signature":"%b","%b":%b}\n'
                % (
                    hash_.encode(),
                    signature.encode(),
                    b"redacted" if purged else b"entry",
                    body,
                )
            )
    return head.seq


def _head(connection: Connection, stream: str) -> tuple[str, Cursor]:
    row = connection.execute(
        "SELECT head_seq, head_hash, (SELECT epoch FROM epoch ORDER BY number DESC LIMIT 1)"
        " FROM stream WHERE name = %s",
        (stream,),
    ).fetchone()
    if row is None:
        raise NoSuchStream(f"This hub has no stream {stream}.")
    return row[2] or "", Cursor(row[0], row[1]) if row[0] else Cursor(0, GENESIS)


def _rows(connection: Connection, stream: str) -> Iterator[tuple[int, str, bytes, bool]]:
    after = 0
    while True:
        with connection.cursor(binary=True) as cursor:
            rows = cursor.execute(
                "SELECT seq, hash, body, purged FROM entry WHERE stream = %s AND seq > %s"
                " ORDER BY seq LIMIT %s",
                (stream, after, ROWS),
            ).fetchall()
        if not rows:
            return
        yield from rows
        after = rows[-1][0]
