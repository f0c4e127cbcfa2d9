"""Writing what came of a transaction of the log: set by set, never row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from kcr2desk import wire
from kcr2desk.core.append import Appended
from kcr2desk.core.changes import Cursor, Entry, Leaf, Redacted, Scope
from kcr2desk.core.records import blank_values
from kcr2desk.core.redact import redact_purged
from kcr2desk.core.scopes import Held, Key, parent_of
from kcr2desk.hub.database import Connection
from kcr2desk.hub.log_load import Loaded
from kcr2desk.hub.quarantine import write_quarantine
from kcr2desk.hub.rows import SEPARATOR, columns, copy_rows

CHANNEL = "kcr2_head"
"""NOTIFY says "stream seq" on this channel at the commit of every append."""


def write(connection: Connection, loaded: Loaded, now: datetime) -> None:
    """Write records, outcomes and heads. The caller's transaction holds all locks, and wrote the
    entries."""
    state = loaded.state
    write_records(connection, {k: state.records[k] for k in state.touched}, loaded.found)
    _write_outcomes(connection, loaded)
    if loaded.waited or state.quarantined:
        write_quarantine(connection, loaded, now)
    write_heads(connection, {a.entry.stream: state.heads[a.entry.stream] for a in state.appended})


def write_entries(
    connection: Connection,
    appended: Iterable[Appended],
    purged: Mapping[Key, frozenset[str]],
) -> None:
    """Add entries, and note which records they touch.

    `appended` may be a generator that rules as it goes: the database writes one while the next is
    made.
    """
    touches: list[tuple[str, str, int]] = []
    copy_rows(
        connection,
        "COPY entry (stream, seq, changeset, epoch, device, device_seq, actor, outcome, made_at,"
        " logged_at, hash, device_hash, body, scopes, purged) FROM STDIN (FORMAT BINARY)",
        ("text", "int8", "text", "text", "text", "int8", "text", "text", "int8",
         "int8", "text", "text", "bytea", "bytea", "bool"),
        (_entry_row(item, purged, touches) for item in appended),
    )  # fmt: skip
    copy_rows(
        connection,
        "COPY touch (record, stream, seq) FROM STDIN (FORMAT BINARY)",
        ("text", "text", "int8"),
        touches,
    )


def _entry_row(
    item: Appended, purged: Mapping[Key, frozenset[str]], touches: list[tuple[str, str, int]]
) -> tuple[Any, ...]:
    entry, changeset = item.entry, item.entry.changeset
    stream, seq = entry.stream, entry.seq
    told = without_purged(entry, purged) if purged else entry
    changes = (*changeset.changes, *entry.effect.changes)
    touches += [(record, stream, seq) for record in dict.fromkeys(c.id for c in changes)]
    return (
        stream, seq, changeset.id, entry.epoch, changeset.device, changeset.device_seq,
        changeset.actor, entry.outcome.value, changeset.made_at, entry.logged_at, entry.hash,
        item.device_hash, wire.encode(told), encoded_scopes(item.scopes), told is not entry,
    )  # fmt: skip


def without_purged(entry: Entry, purged: Mapping[Key, frozenset[str]]) -> Entry | Redacted:
    """The entry as it is kept: without the values that were emptied for ever."""

    def hidden(leaf: Leaf) -> bool:
        return leaf.name in purged.get((leaf.type, leaf.id), ())

    for change in (*entry.changeset.changes, *entry.effect.changes):
        if not change.fields.keys().isdisjoint(purged.get((change.type, change.id), ())):
            return redact_purged(entry, hidden)
    return entry


@lru_cache(maxsize=1024)
def encoded_scopes(scopes: tuple[Scope, ...]) -> bytes:
    """Scopes as they are kept; most entries have the same."""
    return wire.encode(scopes)


def write_records(connection: Connection, records: Mapping[Key, Held], found: set[Key]) -> None:
    """Write records as they are now; those in `found` are in the database already."""
    rows: tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]] = ([], [])
    for key, held in records.items():
        about = parent_of(key, held.values) or ("", "")
        rows[key in found].append((
            *key, held.stream, held.revision, *(about if all(about) else ("", "")),
            filled_in(key[0], held), wire.encode(held.written).decode(),
        ))  # fmt: skip
    new, changed = rows
    if new:
        copy_rows(
            connection,
            'COPY record (type, id, stream, revision, about_type, about, "values", written)'
            " FROM STDIN (FORMAT BINARY)",
            ("text", "text", "text", "int8", "text", "text", "text", "text"),
            new,
        )
    if changed:
        connection.execute(
            "UPDATE record r SET revision = k.revision, about_type = k.about_type,"
            ' about = k.about, "values" = k."values", written = k.written'
            " FROM unnest(%s::text[], %s::text[], %s::text[], %s::int8[], %s::text[], %s::text[],"
            " %s::text[], %s::text[])"
            ' AS k(type, id, stream, revision, about_type, about, "values", written)'
            " WHERE r.type = k.type AND r.id = k.id",
            columns(changed),
        )


def filled_in(type_name: str, held: Held) -> str:
    """The JSON of what is not blank in a record: as rows and snapshots hold it."""
    blank = blank_values(type_name)
    return wire.encode({n: v for n, v in held.values.items() if v != blank.get(n)}).decode()


def write_heads(connection: Connection, heads: Mapping[str, Cursor]) -> None:
    """Move heads, and tell all hubs at the commit."""
    for stream, head in sorted(heads.items()):
        connection.execute(
            "UPDATE stream SET head_seq = %s, head_hash = %s WHERE name = %s",
            (head.seq, head.hash, stream),
        )
        connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, f"{stream} {head.seq}"))


def _write_outcomes(connection: Connection, loaded: Loaded) -> None:
    """What was ruled on is remembered; a claim of what has to wait is given back."""
    outcomes = loaded.state.outcomes
    given_back = [i for i in loaded.claimed if i not in outcomes]
    if given_back:
        connection.execute("DELETE FROM outcome WHERE changeset = ANY(%s)", (given_back,))
    rows = []
    for changeset in loaded.todo & outcomes.keys():
        outcome = outcomes[changeset]
        code = "" if outcome.code.in_log else outcome.code.value
        if code or outcome.fields or changeset in loaded.waited:
            rows.append((changeset, code, outcome.reason, SEPARATOR.join(outcome.fields)))
    if rows:
        connection.execute(
            "UPDATE outcome o SET code = k.code, reason = k.reason,"
            " fields = string_to_array(k.fields, E'\\x1f')"
            " FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[])"
            " AS k(changeset, code, reason, fields) WHERE o.changeset = k.changeset",
            columns(rows),
        )
