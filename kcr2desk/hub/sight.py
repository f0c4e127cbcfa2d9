"""What a reader sees of the log and of its records, at this moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

import msgspec

from kcr2desk import wire
from kcr2desk.core.access import KCR2, Reader, may_see, private_in
from kcr2desk.core.changes import Entry, Redacted, Scope
from kcr2desk.core.records import blank_values
from kcr2desk.core.redact import SeenNow, redact, redact_further, visible_changes
from kcr2desk.core.scopes import DEEPEST, Held, Key, parent_of, scope_of
from kcr2desk.core.text import canonical
from kcr2desk.hub.database import Connection

EntryRow = tuple[bytes, bytes, bool]
"""`body`, `scopes` and `purged` of the table `entry`."""


def sees_all(reader: Reader, stream: str) -> bool:
    """Whether nothing of any record of this stream is withheld from this reader."""
    return reader.audience == KCR2 and reader.private >= private_in(stream)


def grant_token(reader: Reader, stream: str) -> str:
    """Changes whenever what the reader may see of the stream changes: then a desk loads it anew."""
    told = canonical([stream, reader.audience, *sorted(reader.private)])
    return sha256(b"grant\0" + told).hexdigest()[:16]


class Scoped(msgspec.Struct):
    """The values of a record that say who sees it; all others are skipped unread."""

    source: str | msgspec.UnsetType = msgspec.UNSET
    audience: list[str] | msgspec.UnsetType = msgspec.UNSET
    about: str | msgspec.UnsetType = msgspec.UNSET
    about_type: str | msgspec.UnsetType = msgspec.UNSET
    field: str | msgspec.UnsetType = msgspec.UNSET


def present_scopes(connection: Connection, keys: Iterable[Key]) -> dict[Key, Scope]:
    """Who may see these records now; those that do not exist are left out."""
    return scopes_in(connection, load_scoped(connection, keys))


def scopes_in(connection: Connection, view: Mapping[Key, Held]) -> dict[Key, Scope]:
    """Who may see the records of a view; what they belong to is looked up where it is not in it."""
    whole = dict(view)
    missing = {parent for key, held in view.items() if (parent := above(key, held)) is not None}
    for _ in range(DEEPEST):
        missing -= whole.keys()
        if not missing:
            break
        found = load_scoped(connection, missing)
        whole |= found
        missing = {parent for key, held in found.items() if (parent := above(key, held))}
    return {key: scope_of(whole, key, held) for key, held in view.items()}


def load_scoped(connection: Connection, keys: Iterable[Key]) -> dict[Key, Held]:
    """Records, with only those values that say who sees them."""
    ordered = list(keys)
    if not ordered:
        return {}
    rows = connection.execute(
        'SELECT r.type, r.id, r.stream, r.revision, r."values" FROM record r'
        " JOIN unnest(%s::text[], %s::text[]) AS k(type, id) ON r.type = k.type AND r.id = k.id",
        ([key[0] for key in ordered], [key[1] for key in ordered]),
    )
    return {(row[0], row[1]): scoped(row[0], row[2], row[3], row[4]) for row in rows}


def scoped(type_name: str, stream: str, revision: int, values: str) -> Held:
    """A record with only those values that say who sees it; what is blank is left out there."""
    found = wire.decode(Scoped, values.encode())
    blank = blank_values(type_name)  # rows leave out what is
    told: dict[str, Any] = {
        name: blank[name] if (value := getattr(found, name)) is msgspec.UNSET else value
        for name in Scoped.__struct_fields__
        if name in blank
    }
    return Held(stream, revision, told, {})


def above(key: Key, held: Held) -> Key | None:
    """The record whose audience this one shares."""
    return parent_of(key, held.values)


def read_entry(row: EntryRow) -> tuple[Entry | Redacted, tuple[Scope, ...]]:
    """An entry as it is kept, with who may see its changes."""
    body, scopes, purged = row
    entry = wire.decode(Redacted, body) if purged else wire.decode(Entry, body)
    return entry, wire.decode(tuple[Scope, ...], scopes)


def told_entries(
    connection: Connection, rows: Sequence[EntryRow], reader: Reader, stream: str
) -> list[Entry | Redacted]:
    """Entries as this reader may have them, with a look at who may see their records now."""
    read = [read_entry(row) for row in rows]
    if sees_all(reader, stream):
        return [entry for entry, _ in read]
    keys = {(change.type, change.id) for entry, _ in read for change, _ in visible_changes(entry)}
    seen_now = seeing(present_scopes(connection, keys), reader)
    return [
        redact(entry, scopes, reader, seen_now)
        if isinstance(entry, Entry)
        else redact_further(entry, scopes, reader, seen_now)
        for entry, scopes in read
    ]


def seeing(scopes: Mapping[Key, Scope], reader: Reader) -> SeenNow:
    """Says whether the reader may see a record at present."""

    def seen_now(type_name: str, record: str) -> bool:
        scope = scopes.get((type_name, record))
        return scope is not None and may_see(reader, scope)

    return seen_now
