"""Changesets that could not be ruled on yet: kept with their payload, and tried again.

An edit of a record that the hub does not know is tried when the record appears; one that made the
hub's own code raise after a restart, and now and then, ever more seldom. Never in a hot loop.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from kcr2desk import wire
from kcr2desk.core.append import Offered
from kcr2desk.core.changes import Code, Outcome
from kcr2desk.core.failures import where
from kcr2desk.core.repatriation.operation import operation_of
from kcr2desk.hub.database import Connection
from kcr2desk.hub.log_load import Loaded
from kcr2desk.hub.rows import SEPARATOR, columns

FIRST_PAUSE = timedelta(minutes=1)
"""How long a quarantined changeset rests before the hub tries it again by itself; then twice."""

LONGEST_PAUSE = timedelta(hours=6)


def write_quarantine(connection: Connection, loaded: Loaded, now: datetime) -> None:
    """Keep what a transaction put in quarantine, and let go of what left it."""
    state = loaded.state
    settled = [i for i in loaded.waited if state.outcomes[i].code.final]
    if settled:
        connection.execute("DELETE FROM quarantine WHERE changeset = ANY(%s)", (settled,))
    kept = [
        (offer, state.outcomes[i].reason, state.failures.get(i, ""))
        for i, offer in state.quarantined.items()
        if state.outcomes[i].code is Code.QUARANTINED
    ]
    if kept:
        _keep(connection, kept, now)


def set_apart(connection: Connection, offer: Offered, error: Exception, now: datetime) -> Outcome:
    """Quarantine a changeset that could not even be written."""
    outcome = Outcome(offer.changeset.id, Code.QUARANTINED, 0, "hub_failed")
    connection.execute(
        "INSERT INTO outcome (changeset, code, reason) VALUES (%s, %s, %s)"
        " ON CONFLICT (changeset) DO UPDATE SET code = excluded.code, reason = excluded.reason",
        (outcome.changeset, outcome.code.value, outcome.reason),
    )
    _keep(connection, [(offer, outcome.reason, where(error))], now)
    return outcome


def try_failed_again(connection: Connection, now: datetime) -> None:
    """After a start the hub's code may be another: what made it raise is due at once."""
    connection.execute(
        "UPDATE quarantine SET again_at = %s WHERE reason = 'hub_failed' AND again_at > %s",
        (now, now),
    )


def due(connection: Connection, now: datetime, limit: int) -> list[Offered]:
    """What is to be tried again by now, oldest first; it waited in vain for a while."""
    rows = connection.execute(
        "SELECT offer FROM quarantine WHERE again_at <= %s ORDER BY since, changeset LIMIT %s",
        (now, limit),
    )
    return [replace(wire.decode(Offered, row[0]), late=True) for row in rows]


def waiting_for(connection: Connection, records: Sequence[str]) -> list[Offered]:
    """What waits for one of these records to appear, oldest first."""
    rows = connection.execute(
        "SELECT offer FROM quarantine WHERE records && string_to_array(%s, ',')"
        " AND reason = 'unknown_record' ORDER BY since, changeset",
        (",".join(records),),
    )
    return [wire.decode(Offered, row[0]) for row in rows]


def _keep(connection: Connection, kept: Sequence[tuple[Offered, str, str]], now: datetime) -> None:
    rows = []
    for n, (offer, reason, error) in enumerate(kept):
        since = now + timedelta(microseconds=n)  # keeps their order
        changeset = offer.changeset
        records = {r for c in changeset.changes for r in (c.id, _parent(c.fields)) if r}
        records |= {operation_of(changeset.stream)} - {""}  # of which the beginning may be missing
        rows.append((
            changeset.id, changeset.stream, changeset.device, reason,
            SEPARATOR.join(sorted(records)), wire.encode(offer), error, since,
        ))  # fmt: skip
    connection.execute(
        "INSERT INTO quarantine (changeset, stream, device, reason, records, offer, error,"
        " since, again_at) SELECT k.changeset, k.stream, k.device, k.reason,"
        " string_to_array(k.records, E'\\x1f'), k.offer, k.error, k.since, k.since + %s"
        " FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[], %s::text[], %s::bytea[],"
        " %s::text[], %s::timestamptz[])"
        " AS k(changeset, stream, device, reason, records, offer, error, since)"
        " ON CONFLICT (changeset) DO UPDATE SET reason = excluded.reason,"
        " error = excluded.error, tries = quarantine.tries + 1,"
        " again_at = excluded.since + least(%s * 2 ^ least(quarantine.tries, 12), %s)",
        (FIRST_PAUSE, *columns(rows), FIRST_PAUSE, LONGEST_PAUSE),
    )


def _parent(fields: Mapping[str, Any]) -> str:
    about = fields.get("about")
    if isinstance(about, list) and len(about) == 2:
        about = about[1]
    return about if isinstance(about, str) else ""
