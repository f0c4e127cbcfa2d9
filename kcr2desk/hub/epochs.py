"""Epochs: finding out that this database is older than what was said of it, and beginning anew.

sync.md, section 6. A checkpoint that this hub signed and that the log does not hold proves that
the database was restored from a backup. The same proof, and others of the same lost history, open
no second epoch.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path

from kcr2desk.core.changes import Checkpoint
from kcr2desk.core.ids import NewId
from kcr2desk.core.repatriation.operation import KIND
from kcr2desk.hub.database import Connection
from kcr2desk.hub.log_load import current_epoch, lock_heads
from kcr2desk.hub.log_write import CHANNEL
from kcr2desk.hub.problems import RequestProblem

MOST_AN_HOUR = 6
"""Epochs that desks may open in an hour: more is no restore, but something that is broken."""

FIRST, RESTORED, BY_HAND = "first", "restored", "by hand"

HUB = "hub"
"""Who opens an epoch at the start, by the file outside the database."""

LOST_NUMBERS = 1000
"""Spoken numbers that may have been leased since the backup: a new epoch begins beyond them."""

LOST_PERSONS = 10_000
"""The same for persons: every desk of every hall holds a range of that one counter."""


def proof_of(checkpoint: Checkpoint) -> str:
    """How a checkpoint is noted as the proof of a restore."""
    c = checkpoint
    return f"{c.epoch} {c.stream} {c.seq} {c.hash}"


def lost(connection: Connection, checkpoints: Sequence[Checkpoint]) -> Checkpoint | None:
    """The first of these genuine checkpoints that proves a restore nobody noticed yet."""
    told = [c for c in checkpoints if c.seq > 0]
    if not told:
        return None
    rows = connection.execute(
        "SELECT e.stream, e.seq, e.hash FROM entry e JOIN unnest(%s::text[], %s::int8[])"
        " AS k(stream, seq) ON e.stream = k.stream AND e.seq = k.seq",
        ([c.stream for c in told], [c.seq for c in told]),
    )
    held = {(stream, seq): hash_ for stream, seq, hash_ in rows}
    epoch = current_epoch(connection)
    known: set[str] | None = None
    for checkpoint in told:
        if checkpoint.epoch == epoch:
            if held.get((checkpoint.stream, checkpoint.seq)) != checkpoint.hash:
                return checkpoint
            continue
        if known is None:
            known = _known_epochs(connection)
        if checkpoint.epoch not in known:
            return checkpoint
    return None


def _known_epochs(connection: Connection) -> set[str]:
    """Those of this database, and those whose loss it knows of."""
    rows = connection.execute("SELECT epoch, split_part(coalesce(proof, ''), ' ', 1) FROM epoch")
    return {name for row in rows for name in row if name}


def open_epoch(
    connection: Connection,
    *,
    new_id: NewId,
    by: str,
    why: str,
    now: datetime,
    proof: Checkpoint | None = None,
) -> str:
    """Open a new epoch under the lock of all heads; returns the epoch that is current then.

    With a `proof` that was dealt with meanwhile nothing is opened. Raises RequestProblem (503)
    when desks had too many opened within the hour.
    """
    heads = lock_heads(connection)
    if proof is not None:
        if lost(connection, [proof]) is None:
            return current_epoch(connection)
        if by != HUB:
            _not_too_many(connection, now)
    epoch = new_id()
    connection.execute(
        "INSERT INTO epoch (epoch, opened_at, opened_by, why, proof) VALUES (%s, %s, %s, %s, %s)",
        (epoch, now, by, why, None if proof is None else proof_of(proof)),
    )
    if why != FIRST:
        connection.execute(
            "UPDATE number SET next = next + CASE stream WHEN %s THEN %s ELSE %s END",
            (KIND, LOST_PERSONS, LOST_NUMBERS),
        )
    for stream, head in heads.items():
        connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, f"{stream} {head.seq}"))
    return epoch


def lost_numbers(counter: str) -> int:
    """How many numbers of a counter a restore passes over."""
    return LOST_PERSONS if counter == KIND else LOST_NUMBERS


def times_restored(connection: Connection, month: str) -> int:
    """How often the database was restored in or after a month ("2026-07")."""
    row = connection.execute(
        "SELECT count(*) FROM epoch WHERE why <> %s AND to_char(opened_at, 'YYYY-MM') >= %s",
        (FIRST, month),
    ).fetchone()
    assert row is not None
    return int(row[0])


def _not_too_many(connection: Connection, now: datetime) -> None:
    row = connection.execute(
        "SELECT count(*) FROM epoch WHERE why = %s AND opened_by <> %s AND opened_at > %s",
        (RESTORED, HUB, now - timedelta(hours=1)),
    ).fetchone()
    assert row is not None
    if row[0] >= MOST_AN_HOUR:
        raise RequestProblem(
            503, "busy", detail="too many new epochs within an hour", retry_after=60.0
        )


class CheckpointFile:
    """The last signed heads, in a file outside the database and its backups."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def read(self) -> tuple[Checkpoint, ...]:
        """What was kept. A file that was torn counts as none: desks hold the same proof."""
        try:
            rows = json.loads(self._path.read_bytes())
            return tuple(Checkpoint(**row) for row in rows)
        except FileNotFoundError:
            return ()
        except (ValueError, TypeError):
            return ()

    def write(self, checkpoints: Sequence[Checkpoint]) -> None:
        """Replace the file, whole or not at all."""
        data = json.dumps([asdict(c) for c in checkpoints]).encode()
        with self._lock:
            half = self._path.with_name(f"{self._path.name}.{os.getpid()}")
            half.write_bytes(data)
            half.replace(self._path)
