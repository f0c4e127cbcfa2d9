"""Tells the numbers of each operation to who may not enter it (stream `counts`)."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from kcr2desk.core.changes import Change, Outcome
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.ids import derived_id
from kcr2desk.core.making import altering, making
from kcr2desk.core.record import Record
from kcr2desk.core.records import build
from kcr2desk.core.repatriation.book import OperationBook, records_of
from kcr2desk.core.repatriation.counting import counted, counts_id
from kcr2desk.core.repatriation.operation import COUNTS, KIND, Counts, operation_of
from kcr2desk.core.repatriation.people import BORN
from kcr2desk.hub.database import Connection
from kcr2desk.hub.log import HUB, HubLog
from kcr2desk.hub.log_held import held_of
from kcr2desk.hub.problems import told_to_the_desk

RESTS = 20.0
"""How many times as long as it took to count an operation the next count of it waits."""

AT_ONCE = 200
"""Records that are read before whoever pushes has a turn."""


class Counter:
    """Counts operations that changed since it last looked. Any number of hubs may do it at once:
    what they note for one state of an operation is one entry, and who came too late looks again.
    """

    def __init__(self, log: HubLog, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._log = log
        self._monotonic = monotonic
        self._seen: dict[str, tuple[str, int]] = {}
        self._not_before: dict[str, float] = {}

    def look(self) -> int:
        """Count what changed; returns how many operations were told anew."""
        epoch = self._log.epoch
        with told_to_the_desk(), self._log.database.transaction() as connection:
            heads = connection.execute(
                "SELECT name, head_seq FROM stream WHERE name LIKE %s AND head_seq > 0"
                " ORDER BY name",
                (f"{KIND}:%",),
            ).fetchall()
        told = 0
        for stream, seq in heads:
            began = self._monotonic()
            if self._seen.get(stream) == (epoch, seq) or began < self._not_before.get(stream, 0.0):
                continue
            outcome = self._count(stream, derived_id(BORN, COUNTS, stream, epoch, str(seq)))
            if outcome is None or not outcome.fields:
                self._seen[stream] = epoch, seq
            told += outcome is not None
            now = self._monotonic()
            self._not_before[stream] = now + RESTS * (now - began)
        return told

    def _count(self, stream: str, once: str) -> Outcome | None:
        """Tell the numbers of an operation as they are now; None when that is no news."""
        operation = operation_of(stream)
        with told_to_the_desk(), self._log.database.transaction() as connection:
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            book = records_of(_Records(connection), operation)
            before = _record(connection, "counts", counts_id(operation))
        change = self._change(before, operation, _said(book, before))
        if change is None:
            return None
        now = milliseconds(self._log.now())
        return self._log.append_own(COUNTS, [change], HUB, id=once, made_at=now)

    def _change(self, before: Record | None, operation: str, said: dict[str, Any]) -> Change | None:
        """What is new; the time alone is no news."""
        timed = {**said, "counted_at": self._log.now()}
        if before is None:
            return making("counts", counts_id(operation), timed) if len(said) > 1 else None
        return altering(before, timed) if altering(before, said) is not None else None


def _said(book: OperationBook, before: Record | None) -> dict[str, Any]:
    """What is told of an operation. One that was removed, as one that was opened in error, is told
    no more; of one whose persons were erased, what only their own values told stays as it was."""
    operation = book.operation
    if operation is None:
        return {"removed": True}
    found = counted(book)
    numbers: dict[str, Any] = dict(found.numbers)
    if operation.erased_at is not None and isinstance(before, Counts):
        was = before.numbers if isinstance(before.numbers, dict) else {}
        numbers["minors_alone"] = was.get("minors_alone")
    return {
        "removed": False, "title": operation.title, "numbers": numbers, "needs": found.needs,
        "status": operation.status,
    }  # fmt: skip


class _Records:
    """All records of a type in a stream, as `Cache.all` gives them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __call__(self, type_name: str, *, stream: str = "reference") -> Sequence[Record]:
        rows = self._connection.execute(
            'SELECT id, stream, revision, "values", written FROM record'
            " WHERE type = %s AND stream = %s",
            (type_name, stream),
        ).fetchall()
        found: list[Record] = []
        for start in range(0, len(rows), AT_ONCE):
            found += (_built(type_name, *row) for row in rows[start : start + AT_ONCE])
            time.sleep(0.001)  # a thread that only computes holds up all others for its turn
        return found


def _record(connection: Connection, type_name: str, record_id: str) -> Record | None:
    row = connection.execute(
        'SELECT id, stream, revision, "values", written FROM record WHERE type = %s AND id = %s',
        (type_name, record_id),
    ).fetchone()
    return None if row is None else _built(type_name, *row)


def _built(
    type_name: str, id_: str, stream: str, revision: int, values: str, written: str
) -> Record:
    held = held_of(type_name, stream, revision, values, written)
    return build(type_name, id_, stream, revision, held.values)
