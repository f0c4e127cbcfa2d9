"""The history of one record: the entries that touched it, as far as a reader may see them."""

from __future__ import annotations

from kcr2desk import wire
from kcr2desk.core.access import Actor, reader_of, streams_of
from kcr2desk.core.changes import Entry, Redacted
from kcr2desk.core.messages import End
from kcr2desk.core.redact import visible_changes
from kcr2desk.hub.database import Connection, Database
from kcr2desk.hub.grants import granted
from kcr2desk.hub.problems import RequestProblem, told_to_the_desk
from kcr2desk.hub.sight import EntryRow, told_entries

LONGEST = 500  # entries in an answer
ROWS = 200  # read at a time


class History:
    """Answers questions after a record's entries."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lines(self, stream: str, record: str, after: int, limit: int, actor: Actor) -> bytes:
        """Entries after `after` that show the record to this actor, and an `End`; compressed.

        A record that is hidden has no entries, like one that never was. Raises RequestProblem 404
        for a stream that is not there or not this actor's, alike.
        """
        with told_to_the_desk(), self._database.transaction() as connection:
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            actor = granted(connection, actor, [stream])
            if stream not in streams_of(actor) or "\0" in record:
                raise RequestProblem(404, "not_found")
            reader = reader_of(actor, stream)
            found: list[Entry | Redacted] = []
            at = after
            while len(found) < limit:
                rows = _rows(connection, stream, record, at)
                told = told_entries(connection, [row for _, row in rows], reader, stream)
                found += [entry for entry in told if _shows(entry, record)]
                if len(rows) < ROWS:
                    break
                at = rows[-1][0]
        found = found[:limit]
        lines = wire.encode_lines(found) + wire.encode(End(len(found))) + b"\n"
        return wire.compressed(lines)


def _rows(
    connection: Connection, stream: str, record: str, after: int
) -> list[tuple[int, EntryRow]]:
    with connection.cursor(binary=True) as cursor:
        rows = cursor.execute(
            "SELECT e.seq, e.body, e.scopes, e.purged FROM touch t"
            " JOIN entry e ON e.stream = t.stream AND e.seq = t.seq"
            " WHERE t.record = %s AND t.stream = %s AND t.seq > %s ORDER BY t.seq LIMIT %s",
            (record, stream, after, ROWS),
        )
        return [(seq, (body, scopes, purged)) for seq, body, scopes, purged in rows]


def _shows(entry: Entry | Redacted, record: str) -> bool:
    return any(change.id == record for change, _ in visible_changes(entry))
