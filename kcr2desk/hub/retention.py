"""The end of an operation's term: what its records say of persons is emptied, everywhere.

The term counts from the hub's own time at which the operation was opened: no clock of a desk can
shorten or stretch it. What a desk brings later, back after a month, goes the same way at the next
look. Every field of a record that may tell of a person is emptied for ever, filled in or not: an
earlier value may stand in the log, and a later one is not let in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from kcr2desk import wire
from kcr2desk.core.append import Offered
from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.records import RECORD_TYPES, blank_values
from kcr2desk.core.repatriation.opening import LONGEST, RETENTION
from kcr2desk.core.repatriation.operation import KIND, stream_of
from kcr2desk.core.scopes import Key
from kcr2desk.core.text import Json
from kcr2desk.hub.database import Connection, Database
from kcr2desk.hub.log_load import purged_fields
from kcr2desk.hub.problems import told_to_the_desk
from kcr2desk.hub.purge import COPIED, Fields

DAY = 86_400_000
"""Milliseconds."""

AT_ONCE = 100
"""Records that are emptied in one transaction: while it lasts nobody else appends."""

PERSONAL: Mapping[str, frozenset[str]] = {
    rtype.name: frozenset(name for name, spec in rtype.fields.items() if spec.personal)
    for rtype in RECORD_TYPES.values()
    if any(spec.personal for spec in rtype.fields.values())
} | {"conflict": frozenset(COPIED)}
"""What says something of a person, by type."""


@dataclass(frozen=True, slots=True)
class Term:
    """How long the persons of an operation are kept. Times are milliseconds since 1970."""

    operation: str
    title: str
    ends_at: int
    erased_at: int | None
    is_removed: bool
    head: int

    @property
    def stream(self) -> str:
        return stream_of(self.operation)


def terms(connection: Connection) -> list[Term]:
    """The terms of all operations, by their end."""
    found = []
    for id_, values, written, head in connection.execute(
        'SELECT r.id, r."values", r.written, s.head_seq FROM record r JOIN stream s'
        " ON s.name = r.stream WHERE r.type = 'operation'"
    ):
        told = {**blank_values("operation"), **json.loads(values)}
        days = told["retention_days"]
        kept = min(days, LONGEST) if type(days) is int else RETENTION
        opened = json.loads(written)[""][1]
        found.append(
            Term(id_, told["title"], opened + kept * DAY, told["erased_at"], told["removed"], head)
        )
    return sorted(found, key=lambda term: (term.ends_at, term.operation))


class Retention:
    """Empties what ended its term. `purge` empties fields for ever, `tell` appends to a stream.
    Any number of hubs may do it at once."""

    def __init__(
        self,
        database: Database,
        purge: Callable[[Fields], None],
        tell: Callable[[str, Change], object],
    ) -> None:
        self._database = database
        self._purge = purge
        self._tell = tell
        self._clean: dict[str, int] = {}

    def look(self, now: datetime) -> int:
        """Empty what is over by now; returns of how many records."""
        at = milliseconds(now)
        with told_to_the_desk(), self._database.transaction() as connection:
            known = terms(connection)
            never_begun = _waiting(connection, _unborn(connection, now))
        if never_begun:
            self._purge(never_begun)
        return len(never_begun) + sum(self._end(t, at) for t in known if t.ends_at <= at)

    def _end(self, term: Term, at: int) -> int:
        """Empty one operation. That it is over is told first: desks then drop what they have in
        half-filled forms only."""
        count, told = 0, False
        if term.erased_at is None:
            self._say(term, at)
            told = True
        for found in self._left(term):
            if not told:
                self._say(term, at)
                told = True
            self._purge(found)
            count += len(found)
        if not told:
            self._clean[term.stream] = term.head
        return count

    def _left(self, term: Term) -> Iterator[Fields]:
        """What is left to be emptied, part by part."""
        with told_to_the_desk(), self._database.transaction() as connection:
            waiting = _waiting(connection, [term.stream])
        if waiting:
            yield waiting
        if self._clean.get(term.stream) == term.head:
            return
        for type_name in PERSONAL:
            ids = [""]
            while ids:
                with told_to_the_desk(), self._database.transaction() as connection:
                    ids, left = _next(connection, term.stream, type_name, ids[-1])
                if left:
                    yield left

    def _say(self, term: Term, at: int) -> None:
        fields: dict[str, Json] = {"erased_at": [term.erased_at, at]}
        if term.is_removed:
            fields["removed"] = [True, True]  # it stays so, which is no conflict
        self._tell(term.stream, Change("operation", term.operation, How.EDIT, fields))


def _next(
    connection: Connection, stream: str, type_name: str, after: str
) -> tuple[list[str], dict[Key, frozenset[str]]]:
    """The next records of a type, and what is to be emptied of them still."""
    rows = connection.execute(
        "SELECT id FROM record WHERE stream = %s AND type = %s AND id > %s ORDER BY id LIMIT %s",
        (stream, type_name, after, AT_ONCE),
    ).fetchall()
    ids = [row[0] for row in rows]
    return ids, _left_of(connection, {(type_name, id_): PERSONAL[type_name] for id_ in ids})


def _left_of(connection: Connection, fields: Fields) -> dict[Key, frozenset[str]]:
    """Those of these records that are not yet emptied in all of their fields."""
    done = purged_fields(connection, fields)
    return {key: names for key, names in fields.items() if names - done.get(key, frozenset())}


def _unborn(connection: Connection, now: datetime) -> list[str]:
    """Streams of operations of which only something that waits is here, for longer than a term:
    after a restore, when nobody brought their beginning back."""
    rows = connection.execute(
        "SELECT DISTINCT q.stream FROM quarantine q WHERE q.stream LIKE %s AND q.since < %s"
        " AND NOT EXISTS (SELECT 1 FROM stream s WHERE s.name = q.stream)",
        (f"{KIND}:%", now - timedelta(days=RETENTION)),
    )
    return [row[0] for row in rows]


def _waiting(connection: Connection, streams: list[str]) -> dict[Key, frozenset[str]]:
    """What is to be emptied of what waits in quarantine for these streams."""
    if not streams:
        return {}
    rows = connection.execute("SELECT offer FROM quarantine WHERE stream = ANY(%s)", (streams,))
    found = {
        (change.type, change.id): PERSONAL[change.type]
        for (offer,) in rows
        for change in wire.decode(Offered, offer).changeset.changes
        if change.type in PERSONAL
    }
    return _left_of(connection, found)
