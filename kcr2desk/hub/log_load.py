"""What a transaction of the log works on: claimed, locked and loaded, in the one order of locks.

The order is: outcomes by changeset, records by type and id, heads by name. Whoever waits for a
lock holds only such that come before it, so nobody waits in a circle.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kcr2desk.core.append import LogState, Offered
from kcr2desk.core.chain import GENESIS
from kcr2desk.core.changes import Change, Code, Cursor, How, Outcome
from kcr2desk.core.grants import is_birth
from kcr2desk.core.ids import is_id
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.repatriation.operation import operation_of
from kcr2desk.core.scopes import Held, Key, parent_of
from kcr2desk.core.text import Json
from kcr2desk.hub.database import Connection
from kcr2desk.hub.grants import members_in
from kcr2desk.hub.log_held import held_of
from kcr2desk.hub.log_promises import load_promises

Values = dict[str, Json]


class Again(Exception):
    """What others committed meanwhile belongs to what was locked: begin the transaction anew."""


@dataclass
class Loaded:
    """A `LogState` and what the writing needs to know beside it.

    `todo`: the changesets to rule on. Of them `claimed` are seen for the first time, `waited`
    were in quarantine. `found`: records that the database has. `begun`: operations that may begin
    by this transaction.
    """

    state: LogState
    todo: frozenset[str] = frozenset()
    claimed: frozenset[str] = frozenset()
    waited: frozenset[str] = frozenset()
    found: set[Key] = field(default_factory=set)
    begun: frozenset[str] = frozenset()


def load(connection: Connection, offers: Sequence[Offered], *, expect_new: bool) -> Loaded:
    """Claim the changesets, lock and load all that they touch, the heads last. Raises Again.

    With `expect_new` records that are only made are not looked for before the heads are locked;
    that they were not there is seen then.
    """
    ids = sorted({o.changeset.id for o in offers if is_id(o.changeset.id)})  # no commas in them
    claimed = frozenset(_claim(connection, ids))
    outcomes = known_outcomes(connection, [i for i in ids if i not in claimed])
    again = sorted(i for i, o in outcomes.items() if not o.code.final)
    if again:
        connection.execute(
            "SELECT 1 FROM outcome WHERE changeset = ANY(%s) ORDER BY changeset FOR UPDATE",
            (again,),
        )
        outcomes |= known_outcomes(connection, again)
    waited = frozenset(i for i in again if not outcomes[i].code.final)
    todo = [o for o in offers if o.changeset.id in claimed or o.changeset.id in waited]
    state = LogState("", {}, {}, outcomes)
    loaded = Loaded(state, claimed | waited, claimed, waited)
    if todo:
        changes = [c for offer in todo for c in offer.changeset.changes if _sound(c)]
        made = _only_made(changes) if expect_new else set[Key]()
        grounds = _grounds(todo)
        _lock_records(connection, changes, made, loaded, beside=grounds)
        streams = {offer.changeset.stream for offer in todo}
        loaded.begun = _begin_streams(connection, todo)
        state.heads = lock_heads(connection, streams)
        state.epoch = current_epoch(connection)
        looked_for = _touched(changes) | _named(changes) | grounds
        nobody_was_faster(connection, looked_for - loaded.found)
        state.members = members_in(connection, streams)
        load_promises(connection, state, changes, streams)
        state.purged = purged_fields(connection, state.records.keys() | _touched(changes))
    return loaded


def known_outcomes(connection: Connection, ids: Sequence[str]) -> dict[str, Outcome]:
    """What became of these changesets, as far as the hub ruled on them."""
    if not ids:
        return {}
    rows = connection.execute(
        "SELECT o.changeset, coalesce(e.outcome, o.code), coalesce(e.seq, 0), o.reason, o.fields"
        " FROM outcome o LEFT JOIN entry e ON e.changeset = o.changeset"
        " WHERE o.changeset = ANY(%s)",
        (list(ids),),
    )
    return {r[0]: Outcome(r[0], Code(r[1]), r[2], r[3], tuple(r[4])) for r in rows}


def current_epoch(connection: Connection) -> str:
    """The newest epoch; "" before the first was opened."""
    row = connection.execute("SELECT epoch FROM epoch ORDER BY number DESC LIMIT 1").fetchone()
    return "" if row is None else str(row[0])


def lock_heads(connection: Connection, streams: Iterable[str] | None = None) -> dict[str, Cursor]:
    """Lock the heads of these streams (all: None), by name; unknown streams are left out."""
    wanted = None if streams is None else sorted(s for s in streams if "\0" not in s)
    rows = connection.execute(
        "SELECT name, head_seq, head_hash FROM stream"
        " WHERE %(all)s OR name = ANY(%(names)s) ORDER BY name FOR UPDATE",
        {"all": wanted is None, "names": wanted or []},
    )
    return {name: Cursor(seq, hash_) for name, seq, hash_ in rows}


def _begin_streams(connection: Connection, offers: Sequence[Offered]) -> frozenset[str]:
    """Make room for operations that these changesets may begin; waits for another hub that
    does. Those that did not begin have to be forgotten at the end (`forget_unborn`)."""
    wanted = sorted({o.changeset.stream for o in offers if is_birth(o.changeset)})
    if not wanted:
        return frozenset()
    rows = connection.execute(
        "INSERT INTO stream (name, head_seq, head_hash) SELECT name, 0, %s"
        " FROM unnest(%s::text[]) AS k(name) ORDER BY name ON CONFLICT DO NOTHING RETURNING name",
        (GENESIS, wanted),
    )
    return frozenset(row[0] for row in rows)


def forget_unborn(connection: Connection, loaded: Loaded) -> None:
    """Leave no trace of operations that did not begin."""
    unborn = [s for s in loaded.begun if loaded.state.heads[s].seq == 0]
    if unborn:
        connection.execute("DELETE FROM stream WHERE name = ANY(%s)", (unborn,))


def purged_fields(connection: Connection, keys: Iterable[Key]) -> dict[Key, frozenset[str]]:
    """Which fields of these records were emptied for ever."""
    wanted = list(keys)
    rows = connection.execute(
        "SELECT p.type, p.record, array_agg(p.field) FROM unnest(string_to_array(%s, ','),"
        " string_to_array(%s, ',')) AS k(type, id) JOIN purge p ON p.type = k.type"
        " AND p.record = k.id GROUP BY 1, 2",
        (",".join(key[0] for key in wanted), ",".join(key[1] for key in wanted)),
    )
    return {(r[0], r[1]): frozenset(r[2]) for r in rows}


def _claim(connection: Connection, ids: Sequence[str]) -> list[str]:
    """Claim what nobody claimed before; waits for another hub that holds the same push."""
    rows = connection.execute(
        "INSERT INTO outcome (changeset) SELECT unnest(string_to_array(%s, ','))"
        " ON CONFLICT DO NOTHING RETURNING changeset",
        (",".join(ids),),
    )
    return [row[0] for row in rows]


def _sound(change: Change) -> bool:
    """Whether a change can be looked up at all; the rules refuse the others."""
    return change.type in RECORD_TYPES and is_id(change.id)


def _touched(changes: Sequence[Change]) -> set[Key]:
    return {(change.type, change.id) for change in changes}


# -- records -------------------------------------------------------------------------------------


def _grounds(offers: Sequence[Offered]) -> set[Key]:
    """The operations that say whether a BSN may be kept, of those that are to keep one."""
    return {
        ("operation", operation_of(offer.changeset.stream))
        for offer in offers
        if is_id(operation_of(offer.changeset.stream))
        and any(c.type == "person" and "bsn" in c.fields for c in offer.changeset.changes)
    }


def _only_made(changes: Sequence[Change]) -> set[Key]:
    """Records that are made by one change and that nothing else in sight depends on."""
    made = [(c.type, c.id) for c in changes if c.how is How.NEW]
    others = {(c.type, c.id) for c in changes if c.how is not How.NEW}
    return set(made) - others if len(set(made)) == len(made) else set()


def _lock_records(
    connection: Connection,
    changes: Sequence[Change],
    made: set[Key],
    loaded: Loaded,
    *,
    beside: set[Key],
) -> None:
    """Lock and load all records that ruling on `changes` reads or writes, but those `made`.

    Those named, the targets of references, what they belong to, of those whose audience or source
    changes all that belongs to them, and what is read `beside`.
    """
    keys = _touched(changes) | _named(changes) | beside
    above = [(c.type, c.id) for c in changes if RECORD_TYPES[c.type].follows]
    above += _parents_named(changes)
    if above:
        keys |= _above(connection, above)
    moving = {(c.type, c.id) for c in changes if c.fields.keys() & {"source", "audience"}}
    moving |= {(c.type, c.id) for c in changes if c.fields.keys() & {"about", "about_type"}}
    moving -= made
    if moving:
        keys |= set(_below(connection, moving))
    if keys - made:
        _select_locked(connection, keys - made, loaded)
    records = loaded.state.records
    for key, held in records.items():
        parent = parent_of(key, held.values)
        if parent is not None and parent not in keys:
            raise Again
    if moving & records.keys():
        children = _below(connection, moving & records.keys())
        if children.keys() - records.keys():
            raise Again
        for child, root in children.items():
            loaded.state.children.setdefault(root, []).append(child)


def lock_with_all_above(connection: Connection, keys: Iterable[Key]) -> dict[Key, Held]:
    """Lock and load these records, and what they belong to. Raises Again."""
    loaded = Loaded(LogState("", {}, {}, {}))
    wanted = list(keys)
    _select_locked(connection, {*wanted, *_above(connection, wanted)}, loaded)
    for key, held in loaded.state.records.items():
        parent = parent_of(key, held.values)
        if parent is not None and parent not in loaded.found and _exists(connection, [parent]):
            raise Again
    return loaded.state.records


def _select_locked(connection: Connection, keys: Iterable[Key], loaded: Loaded) -> None:
    ordered = sorted(keys)
    rows = connection.execute(
        'SELECT r.type, r.id, r.stream, r.revision, r."values", r.written FROM record r'
        " JOIN unnest(%s::text[], %s::text[]) AS k(type, id) ON r.type = k.type AND r.id = k.id"
        " ORDER BY r.type, r.id FOR NO KEY UPDATE OF r",
        ([key[0] for key in ordered], [key[1] for key in ordered]),
    )
    for type_, id_, stream, revision, values, written in rows:
        loaded.state.records[type_, id_] = held_of(type_, stream, revision, values, written)
        loaded.found.add((type_, id_))


_TARGETS = {
    name: tuple((spec.name, spec.target) for spec in rtype.fields.values() if spec.target)
    for name, rtype in RECORD_TYPES.items()
}


def _named(changes: Sequence[Change]) -> set[Key]:
    """Records that the changes refer to."""
    keys = set[Key]()
    for change in changes:
        for name, target in _TARGETS[change.type]:
            if name in change.fields:
                keys |= {(target, i) for i in _ids(change, change.fields[name])}
    return keys | set(_parents_named(changes))


def _parents_named(changes: Sequence[Change]) -> list[Key]:
    """What the changes say that a record belongs to; of every type, where they name only an id."""
    keys: list[Key] = []
    for change in changes:
        follows = RECORD_TYPES[change.type].follows
        if follows and follows in change.fields:
            keys += [(t, i) for i in _ids(change, change.fields[follows]) for t in RECORD_TYPES]
    return keys


def _ids(change: Change, value: Json) -> list[str]:
    if change.how is How.EDIT:
        value = value[1] if isinstance(value, list) and len(value) == 2 else None
    return [value] if isinstance(value, str) and is_id(value) else []


def _above(connection: Connection, keys: Sequence[Key]) -> set[Key]:
    """These records and all that they belong to, one above the other."""
    rows = connection.execute(
        "WITH RECURSIVE up AS (SELECT r.about_type, r.about FROM record r"
        " JOIN unnest(%s::text[], %s::text[]) AS k(type, id) ON r.type = k.type AND r.id = k.id"
        " WHERE r.about <> '' UNION SELECT r.about_type, r.about FROM record r"
        " JOIN up ON r.type = up.about_type AND r.id = up.about WHERE r.about <> '')"
        " SELECT about_type, about FROM up",
        ([key[0] for key in keys], [key[1] for key in keys]),
    )
    return {(row[0], row[1]) for row in rows}


def _below(connection: Connection, keys: Iterable[Key]) -> dict[Key, Key]:
    """All that belongs to these records, also through others, each with the record at the top."""
    roots = sorted(keys)
    rows = connection.execute(
        "WITH RECURSIVE down AS (SELECT k.type AS root_type, k.id AS root, r.type, r.id"
        " FROM record r JOIN unnest(%s::text[], %s::text[]) AS k(type, id)"
        " ON r.about_type = k.type AND r.about = k.id AND r.about <> ''"
        " UNION SELECT down.root_type, down.root, r.type, r.id FROM record r JOIN down"
        " ON r.about_type = down.type AND r.about = down.id AND r.about <> '')"
        " SELECT root_type, root, type, id FROM down",
        ([key[0] for key in roots], [key[1] for key in roots]),
    )
    return {(row[2], row[3]): (row[0], row[1]) for row in rows}


def nobody_was_faster(connection: Connection, keys: Iterable[Key]) -> None:
    """A record that was not there to be locked may have been made since: raises Again.

    To be called when the heads are locked, so that nobody makes one afterwards.
    """
    missing = sorted(keys)
    if missing and _exists(connection, missing):
        raise Again


def _exists(connection: Connection, keys: Sequence[Key]) -> bool:
    row = connection.execute(
        "SELECT 1 FROM record r"
        " JOIN unnest(string_to_array(%s, ','), string_to_array(%s, ',')) AS k(type, id)"
        " ON r.type = k.type AND r.id = k.id LIMIT 1",
        (",".join(key[0] for key in keys), ",".join(key[1] for key in keys)),
    ).fetchone()
    return row is not None
