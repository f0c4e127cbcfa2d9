"""Tells the numbers of each operation to who may not enter it (stream `counts`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kcr2desk.core.changes import Change
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.ids import derived_id
from kcr2desk.core.making import altering, making
from kcr2desk.core.record import Record
from kcr2desk.core.records import build
from kcr2desk.core.repatriation.book import records_of
from kcr2desk.core.repatriation.counting import counted, counts_id
from kcr2desk.core.repatriation.operation import COUNTS, KIND, operation_of
from kcr2desk.core.repatriation.people import BORN
from kcr2desk.hub.database import Connection
from kcr2desk.hub.log import HUB, HubLog
from kcr2desk.hub.log_held import held_of
from kcr2desk.hub.problems import told_to_the_desk


class Counter:
    """Counts operations that changed since it last looked. Any number of hubs may do it at once:
    what they note for one state of an operation is one entry."""

    def __init__(self, log: HubLog) -> None:
        self._log = log
        self._seen: dict[str, int] = {}

    def look(self) -> int:
        """Count what changed; returns how many operations were told anew."""
        with told_to_the_desk(), self._log.database.transaction() as connection:
            heads = connection.execute(
                "SELECT name, head_seq FROM stream WHERE name LIKE %s AND head_seq > 0",
                (f"{KIND}:%",),
            ).fetchall()
        told = 0
        for stream, seq in heads:
            if self._seen.get(stream) != seq:
                told += self._count(stream, seq)
                self._seen[stream] = seq
        return told

    def _count(self, stream: str, seq: int) -> bool:
        operation = operation_of(stream)
        with told_to_the_desk(), self._log.database.transaction() as connection:
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            book = records_of(_Records(connection), operation)
            before = _record(connection, "counts", counts_id(operation))
        if book.operation is None:
            return False
        found = counted(book)
        said: dict[str, Any] = {
            "title": book.operation.title, "numbers": found.numbers, "needs": found.needs,
            "status": book.operation.status,
        }  # fmt: skip
        change = self._change(before, operation, said)
        if change is None:
            return False
        once = derived_id(BORN, "counts", operation, str(seq))
        now = milliseconds(self._log.now())
        self._log.append_own(COUNTS, [change], HUB, id=once, made_at=now)
        return True

    def _change(self, before: Record | None, operation: str, said: dict[str, Any]) -> Change | None:
        """What is new; the time alone is no news."""
        timed = {**said, "counted_at": self._log.now()}
        if before is None:
            return making("counts", counts_id(operation), timed)
        return altering(before, timed) if altering(before, said) is not None else None


class _Records:
    """All records of a type in a stream, as `Cache.all` gives them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __call__(self, type_name: str, *, stream: str = "reference") -> Sequence[Record]:
        rows = self._connection.execute(
            'SELECT id, stream, revision, "values", written FROM record'
            " WHERE type = %s AND stream = %s",
            (type_name, stream),
        )
        return [_built(type_name, *row) for row in rows]


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
