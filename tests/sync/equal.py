"""What every test of sync ends in: desk and hub equal, nothing lost, nothing twice."""

from __future__ import annotations

from collections.abc import Iterable

import psycopg

from kcr2desk import wire
from kcr2desk.core.changes import Entry
from kcr2desk.core.records import RECORD_TYPES, blank_values
from kcr2desk.headless import Desk

Values = dict[tuple[str, str], dict[str, object]]


def records_at(dsn: str, stream: str = "national") -> Values:
    """What the hub holds."""
    with psycopg.connect(dsn) as connection:
        rows = connection.execute(
            'SELECT type, id, "values" FROM record WHERE stream = %s', (stream,)
        )
        return {
            (t, i): {**blank_values(t), **wire.decode(dict, values.encode())}
            for t, i, values in rows
        }


def entries_at(dsn: str, stream: str = "national") -> list[Entry]:
    """The log of a stream, in order."""
    with psycopg.connect(dsn) as connection:
        rows = connection.execute(
            "SELECT body FROM entry WHERE stream = %s AND NOT purged ORDER BY seq", (stream,)
        )
        return [wire.decode(Entry, bytes(body)) for (body,) in rows]


def records_on(desk: Desk, stream: str = "national") -> Values:
    """What a desk holds, the removed ones included, but attachments."""
    found: Values = {}
    for type_name in RECORD_TYPES.keys() - {"attachment"}:
        for removed in (False, True):
            for record in desk.cache.all(type_name, stream=stream, removed=removed):
                values = desk.values(type_name, record.id)
                assert values is not None
                found[type_name, record.id] = dict(values)
    return found


def assert_equal(dsn: str, *desks: Desk, stream: str = "national") -> None:
    """Every desk holds what the hub holds, with nothing on its way."""
    hub = records_at(dsn, stream)
    wanted = {key: values for key, values in hub.items() if key[0] != "attachment"}
    for desk in desks:
        assert desk.pending() == ()
        found = records_on(desk, stream)
        assert found.keys() == wanted.keys()
        for key, values in wanted.items():
            assert found[key] == values, key


def assert_once(dsn: str, changesets: Iterable[str], stream: str = "national") -> None:
    """Each of these changesets is in the log exactly once."""
    logged = [entry.changeset.id for entry in entries_at(dsn, stream)]
    for changeset in changesets:
        assert logged.count(changeset) == 1
