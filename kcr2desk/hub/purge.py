"""Emptying fields for ever when their retention ended (sync.md, section 8).

The values go from the record, from the bodies of all entries that tell them, from conflicts that
copied them and from what waits in quarantine; the digests stay, so the chain still verifies.
What was purged is also kept in a file outside the database: a restored hub empties it again before
it serves, and what is offered again stays empty.
"""

from __future__ import annotations

import json
import os
import secrets
import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kcr2desk import wire
from kcr2desk.core.append import Appended, Offered
from kcr2desk.core.chain import GENESIS, asked_root, device_link, entry_digest, link
from kcr2desk.core.changes import (
    Change,
    Changeset,
    Code,
    Cursor,
    Effect,
    Entry,
    How,
    Leaf,
    Redacted,
)
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.ids import NewId
from kcr2desk.core.records import RECORD_TYPES, SCHEMA, blank_values
from kcr2desk.core.redact import redact_purged
from kcr2desk.core.scopes import Held, Key, scope_of
from kcr2desk.hub.database import Connection
from kcr2desk.hub.log_load import (
    Again,
    current_epoch,
    lock_heads,
    lock_with_all_above,
    nobody_was_faster,
    purged_fields,
)
from kcr2desk.hub.log_write import write_entries, write_heads, write_records
from kcr2desk.hub.rows import columns

COPIED = ("was", "current", "offered")
"""Fields of a Conflict that hold values of the field that it is about."""

Fields = Mapping[Key, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Purged:
    """A line of the file outside the database."""

    type: str
    record: str
    fields: tuple[str, ...]


class PurgeFile:
    """Every purge there ever was, a line each. Written to the disk before the database is."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def add(self, fields: Fields) -> None:
        """Note that these fields are to be empty for ever."""
        lines = [Purged(key[0], key[1], tuple(sorted(names))) for key, names in fields.items()]
        data = b"".join(wire.encode(line) + b"\n" for line in lines)
        with self._lock, self._path.open("ab") as file:
            if file.tell():
                data = b"\n" + data  # after a line that was torn by a crash, or an empty one
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def read(self) -> dict[Key, frozenset[str]]:
        """All purges. A line that was torn was not yet carried out either, and is passed over."""
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return {}
        found: dict[Key, frozenset[str]] = {}
        for line in data.split(b"\n"):
            try:
                told = wire.decode(Purged, line)
            except wire.Unreadable:
                continue
            key = told.type, told.record
            found[key] = found.get(key, frozenset()) | frozenset(told.fields)
        return found


def wanted(type_name: str, record: str, fields: Iterable[str]) -> dict[Key, frozenset[str]]:
    """The fields to purge. Raises KeyError for a type or field that there is not."""
    specs = RECORD_TYPES[type_name].fields
    names = frozenset(fields)
    for name in names:
        specs[name]
    return {(type_name, record): names} if names else {}


def with_copies(connection: Connection, fields: Fields) -> dict[Key, frozenset[str]]:
    """These fields, and those of conflicts that copied a value of them."""
    whole = dict(fields)
    ids = [key[1] for key in fields]
    rows = connection.execute(
        "SELECT id, \"values\" FROM record WHERE type = 'conflict' AND about = ANY(%s)"
        " AND about <> ''",
        (ids,),
    )
    for id_, values in rows:
        told = json.loads(values)
        about = str(told.get("about_type", "")), str(told.get("about", ""))
        if told.get("field") in fields.get(about, ()):
            whole["conflict", id_] = frozenset(COPIED)
    return whole


def purge(
    connection: Connection, fields: Fields, *, new_id: NewId, now: datetime
) -> dict[str, int]:
    """Empty these fields for ever; returns the entry that says so, by stream.

    Conflicts that copied a value of them are emptied too. Raises Again. Records that the hub does
    not have are noted as well: they stay empty when they are offered.
    What is empty already for ever is passed over.
    """
    fields = with_copies(connection, fields)
    records = lock_with_all_above(connection, fields)
    heads = lock_heads(connection)
    nobody_was_faster(connection, fields.keys() - records.keys())
    if with_copies(connection, fields).keys() != fields.keys():
        raise Again
    done = purged_fields(connection, fields)
    todo = {k: names - done.get(k, frozenset()) for k, names in fields.items()}
    todo = {k: names for k, names in todo.items() if names}
    _note(connection, todo, now)
    _empty_quarantine(connection, todo)
    _empty_entries(connection, todo)
    by_stream: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(todo):
        if key in records:
            by_stream[records[key].stream].append(key)
    epoch, said = current_epoch(connection), dict[str, int]()
    for stream, keys in by_stream.items():
        head = heads[stream]
        changes = tuple(Change(k[0], k[1], How.PURGE, dict.fromkeys(sorted(todo[k]))) for k in keys)
        scopes = tuple(scope_of(records, k, records[k]) for k in keys)
        entry = _entry(changes, stream, head, epoch, new_id(), now)
        device_hash = device_link(GENESIS, asked_root(entry.changeset))
        write_entries(connection, [Appended(entry, device_hash, scopes)], {})
        _note_outcome(connection, entry)
        emptied = {k: _emptied(k, records[k], todo[k], entry.seq) for k in keys}
        write_records(connection, emptied, set(emptied))
        write_heads(connection, {stream: Cursor(entry.seq, entry.hash)})
        said[stream] = entry.seq
    return said


def _entry(
    changes: tuple[Change, ...], stream: str, head: Cursor, epoch: str, id_: str, now: datetime
) -> Entry:
    at = milliseconds(now)
    changeset = Changeset(id_, "hub", 0, "hub", stream, at, SCHEMA, secrets.token_hex(16), changes)
    digest = entry_digest(changeset, Code.APPLIED, Effect(), at)
    hash_ = link(head.hash, epoch, stream, head.seq + 1, Code.APPLIED, digest)
    return Entry(stream, head.seq + 1, epoch, changeset, Code.APPLIED, Effect(), at, GENESIS, hash_)


def _emptied(key: Key, held: Held, names: frozenset[str], seq: int) -> Held:
    blank = blank_values(key[0])
    values = {n: blank.get(n) if n in names else v for n, v in held.values.items()}
    return Held(held.stream, seq, values, held.written)


def _note(connection: Connection, fields: Fields, now: datetime) -> None:
    rows = [(k[0], k[1], name, now) for k, names in fields.items() for name in sorted(names)]
    if rows:
        connection.execute(
            "INSERT INTO purge (type, record, field, purged_at)"
            " SELECT * FROM unnest(%s::text[], %s::text[], %s::text[], %s::timestamptz[])"
            " ON CONFLICT DO NOTHING",
            columns(rows),
        )


def _note_outcome(connection: Connection, entry: Entry) -> None:
    connection.execute("INSERT INTO outcome (changeset) VALUES (%s)", (entry.changeset.id,))


def _empty_entries(connection: Connection, fields: Fields) -> None:
    """Take the values out of all entries that tell them."""

    def hidden(leaf: Leaf) -> bool:
        return leaf.how is not How.PURGE and leaf.name in fields.get((leaf.type, leaf.id), ())

    rows = connection.execute(
        "SELECT e.stream, e.seq, e.body, e.purged FROM entry e WHERE (e.stream, e.seq) IN"
        " (SELECT t.stream, t.seq FROM touch t WHERE t.record = ANY(%s))",
        ([key[1] for key in fields],),
    ).fetchall()
    changed = []
    for stream, seq, body, purged in rows:
        entry = wire.decode(Redacted, body) if purged else wire.decode(Entry, body)
        told = redact_purged(entry, hidden)
        if not isinstance(entry, Redacted) or told != entry:
            changed.append((stream, seq, wire.encode(told)))
    if changed:
        connection.execute(
            "UPDATE entry e SET body = k.body, purged = true"
            " FROM unnest(%s::text[], %s::int8[], %s::bytea[]) AS k(stream, seq, body)"
            " WHERE e.stream = k.stream AND e.seq = k.seq",
            columns(changed),
        )


def _empty_quarantine(connection: Connection, fields: Fields) -> None:
    """Take the values out of what waits. Such a changeset no longer fits its device's chain."""
    rows = connection.execute(
        "SELECT changeset, offer FROM quarantine WHERE records && %s::text[] FOR UPDATE",
        ([key[1] for key in fields],),
    ).fetchall()
    for id_, data in rows:
        offer = wire.decode(Offered, data)
        changes = tuple(_without(c, fields) for c in offer.changeset.changes)
        if changes != offer.changeset.changes:
            emptied = replace(offer, changeset=replace(offer.changeset, changes=changes))
            connection.execute(
                "UPDATE quarantine SET offer = %s WHERE changeset = %s",
                (wire.encode(emptied), id_),
            )


def _without(change: Change, fields: Fields) -> Change:
    names = fields.get((change.type, change.id), frozenset())
    if names.isdisjoint(change.fields):
        return change
    return replace(change, fields={n: v for n, v in change.fields.items() if n not in names})


def expired(connection: Connection, now: datetime, limit: int) -> dict[Key, frozenset[str]]:
    """Fields whose retention ended by now, oldest records first, of at most `limit` records.

    Retention counts from the entry that last touched the record, by the hub's clock.
    """
    found: dict[Key, frozenset[str]] = {}
    at = milliseconds(now)
    for rtype in RECORD_TYPES.values():
        days = {n: s.retention_days for n, s in rtype.fields.items() if s.retention_days}
        if not days:
            continue
        rows = connection.execute(
            'SELECT r.id, r."values", e.logged_at FROM record r JOIN entry e'
            " ON e.stream = r.stream AND e.seq = r.revision"
            ' WHERE r.type = %s AND e.logged_at < %s AND r."values" ~ %s'
            " ORDER BY e.logged_at LIMIT %s",
            (
                rtype.name,
                at - min(days.values()) * 86_400_000,
                "|".join(f'"{name}":' for name in days),
                limit,
            ),
        )
        for id_, values, logged_at in rows:
            told, age = json.loads(values), at - logged_at
            names = frozenset(n for n, d in days.items() if n in told and age > d * 86_400_000)
            if names:
                found[rtype.name, id_] = names
    return found
