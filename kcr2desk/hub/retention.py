"""The end of an operation's term: what its records say of persons is emptied, everywhere.

The term counts from the hub's own time at which the operation was opened: no clock of a desk can
shorten or stretch it. What a desk brings later, back after a month, goes the same way at the next
look.
"""

from __future__ import annotations

import json
from datetime import datetime

from kcr2desk.core.fields import milliseconds
from kcr2desk.core.records import RECORD_TYPES, blank_values
from kcr2desk.core.repatriation.operation import stream_of
from kcr2desk.core.scopes import Key
from kcr2desk.hub.database import Connection

DAY = 86_400_000
"""Milliseconds."""

PERSONAL = {
    rtype.name: frozenset(name for name, spec in rtype.fields.items() if spec.personal)
    for rtype in RECORD_TYPES.values()
    if any(spec.personal for spec in rtype.fields.values())
}
"""What says something of a person, by type."""


def ended(connection: Connection, now: datetime) -> list[str]:
    """The streams of operations whose term is over."""
    at, found = milliseconds(now), []
    for id_, values, written in connection.execute(
        "SELECT id, \"values\", written FROM record WHERE type = 'operation' ORDER BY id"
    ):
        days = {**blank_values("operation"), **json.loads(values)}["retention_days"]
        maker = json.loads(written).get("")
        if isinstance(days, int) and maker and maker[1] + days * DAY <= at:
            found.append(stream_of(id_))
    return found


def over(connection: Connection, now: datetime, limit: int) -> dict[Key, frozenset[str]]:
    """What is to be emptied now, of at most `limit` records."""
    found: dict[Key, frozenset[str]] = {}
    for stream in ended(connection, now):
        for type_name, names in PERSONAL.items():
            if len(found) >= limit:
                return found
            rows = connection.execute(
                'SELECT id, "values" FROM record WHERE stream = %s AND type = %s'
                ' AND "values" ~ %s ORDER BY id LIMIT %s',
                (
                    stream,
                    type_name,
                    "|".join(f'"{name}":' for name in sorted(names)),
                    limit - len(found),
                ),
            )
            for id_, values in rows:
                told = names & json.loads(values).keys()
                if told:
                    found[type_name, id_] = frozenset(told)
    return found
