"""What rulings on promises look at beside the records that they change.

Read when the heads are locked: whoever writes to a stream holds its head, so what is read here
stays so until the end of the transaction, and no row of it has to be locked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kcr2desk import wire
from kcr2desk.core.append import LogState
from kcr2desk.core.bijstand import HOLDING
from kcr2desk.core.changes import Change
from kcr2desk.core.holding import hold_of
from kcr2desk.core.promising import earliest, pairs_of
from kcr2desk.hub.database import Connection
from kcr2desk.hub.log_held import held_of

_BESIDE = (
    'SELECT r.type, r.id, r.stream, r.revision, r."values", r.written FROM record r'
    " JOIN unnest(%s::text[], %s::text[]) AS k(owner, resource)"
    """ ON substring(r."values" from '"owner":"([^"]*)"') = k.owner"""
    """ AND substring(r."values" from '"resource":"([^"]*)"') = k.resource"""
    " WHERE r.stream = ANY(%s) AND r.type IN ('capacity', 'commitment', 'unit')"
    " AND CASE WHEN r.type = 'commitment' THEN"
    """ coalesce(r."values"::json ->> 'status', 'promised') = ANY(%s)"""
    """ AND (coalesce(r."values"::json ->> 'status', 'promised') <> 'returned'"""
    """ OR coalesce((r."values"::json ->> 'returned_at')::bigint, 9e18) > %s) ELSE true END"""
)
"""What is of these owners and types, but for commitments that hold nothing any more: a history of
years is not read for each promise."""


def load_promises(
    connection: Connection, state: LogState, changes: Sequence[Change], streams: Iterable[str]
) -> None:
    """Load into `state` the capacities and units of the owners and types that `changes` promise
    from, and what is held of these from the first moment on at which `changes` may hold anything.
    """
    pairs = sorted(pairs_of(changes, state.records))
    if not pairs:
        return
    rows = connection.execute(
        _BESIDE,
        (
            [_found(pair[0]) for pair in pairs],
            [_found(pair[1]) for pair in pairs],
            sorted(streams),
            sorted(HOLDING),
            earliest(changes, state.records),
        ),
    )
    beside = dict(state.beside)
    for type_name, record, stream, revision, values, written in rows:
        held = held_of(type_name, stream, revision, values, written)
        if type_name != "commitment":
            beside[type_name, record] = held
            continue
        hold = hold_of(record, held.values)
        if hold is not None:
            state.holds.setdefault(stream, {})[record] = hold
    state.beside = beside


def _found(code: str) -> str:
    """What the statement above finds in a row for a code: its JSON up to a quotation mark. More
    than one code may begin so; the rules look at each record's own."""
    return wire.encode(code).decode()[1:-1].partition('"')[0]
