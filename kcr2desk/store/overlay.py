"""Own pending changes over what the hub has: what the officer sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kcr2desk.core.changes import Change, Changeset, How
from kcr2desk.core.merge import lay_over, merge
from kcr2desk.core.text import Json
from kcr2desk.store.outbox import marks, records_of
from kcr2desk.store.rows import Db, Row, chunks
from kcr2desk.wire import decode

LYING = ("queued", "again", "confirmed", "quarantined", "held")
"""States whose changes lie over what the hub has: `confirmed` until its own entry was pulled;
`again` is what was confirmed before the hub was restored, and is offered once more."""


class Lying(NamedTuple):
    """A pending change of a record, with the state and stream of its changeset."""

    state: str
    stream: str
    change: Change


def lying_over(db: Db, record_ids: Sequence[str]) -> dict[str, list[Lying]]:
    """The pending changes of these records, in the order in which they were made."""
    found: dict[str, list[Lying]] = {}
    if not db.execute(f"SELECT 1 FROM outbox WHERE state IN {marks(LYING)} LIMIT 1").fetchone():
        return found
    for part in chunks(record_ids):
        for record, state, stream, body in db.execute(
            "SELECT r.record, o.state, o.stream, o.body FROM outbox_record r JOIN outbox o"
            f" ON o.n = r.n WHERE r.record IN ({','.join('?' * len(part))})"
            f" AND o.state IN {marks(LYING)} ORDER BY o.n",
            part,
        ):
            changes = decode(Changeset, body).changes
            lies = [Lying(state, stream, change) for change in changes if change.id == record]
            found.setdefault(record, []).extend(lies)
    return {record: lying for record, lying in found.items() if lying}


def view(base: dict[str, Json] | None, lying: Iterable[Lying]) -> dict[str, Json] | None:
    """What the officer sees: pending changes over what the hub has; None: nothing.

    What was confirmed before a restore is merged as the hub will: what is newer there stays.
    """
    seen = base
    for state, _, change in lying:
        if state != "again":
            seen = lay_over(seen, change)
        elif seen is not None or change.how is How.NEW:
            seen = merge(seen, change).values
    return seen


def lay(row: Row, base: dict[str, Json] | None, lying: Sequence[Lying]) -> bool:
    """Set what `row` shows and shadows. False when nothing holds the row up: it has to go."""
    if not lying:
        if base is None:
            return False
        row.values, row.shadow = base, None
        return True
    seen = view(base, lying)
    if seen is None:
        return False
    row.values, row.shadow = seen, base or {}
    return True


def lying_records(db: Db, stream: str | None = None) -> list[tuple[str, str]]:
    """The (type, id) of all records that pending changes lie over."""
    where = "" if stream is None else " AND stream = ?"
    numbers = [
        n
        for (n,) in db.execute(
            f"SELECT n FROM outbox WHERE state IN {marks(LYING)}{where} ORDER BY n",
            () if stream is None else (stream,),
        )
    ]
    return records_of(db, numbers)
