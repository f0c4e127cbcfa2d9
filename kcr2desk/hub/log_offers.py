"""Entries of a lost history, offered again by whoever pulled them before the restore.

A page counts when its chain ends at a checkpoint that this hub signed. A long history comes in
several pages, oldest first: the earlier ones are kept until the last proves them all. What is
proven was in the log, so it is not judged again; what the log has by now is passed over by its
UUID. Nothing of a page that proves nothing is believed.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kcr2desk import wire
from kcr2desk.core.access import Actor
from kcr2desk.core.append import Offered
from kcr2desk.core.chain import entry_hash
from kcr2desk.core.changes import Changeset, Checkpoint, Entry, How
from kcr2desk.hub.database import Connection

KEPT = timedelta(days=2)
"""How long a page waits for its proof."""

MOST_PAGES = 5000

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Lost:
    """A changeset of a lost history, and the device's chain before it."""

    changeset: Changeset
    previous: str


def end_of(entries: Sequence[Entry], after: str, proof: Checkpoint) -> str:
    """The chain's hash after these entries; "" when they are no part of a chain up to `proof`."""
    last = after
    seq = entries[0].seq - 1
    for entry in entries:
        seq += 1
        if entry.stream != proof.stream or entry.seq != seq or seq > proof.seq:
            return ""
        try:
            last = entry_hash(last, entry)
        except ValueError:
            return ""
    if seq == proof.seq and last != proof.hash:
        return ""
    return last


def take_page(
    connection: Connection, entries: Sequence[Entry], after: str, proof: Checkpoint, now: datetime
) -> list[Lost]:
    """Keep a page, or, when it ends at `proof`, give it with all that were kept before it.

    The genuine `proof` was checked by the caller.
    """
    end = end_of(entries, after, proof)
    if not end:
        logger.warning(
            "%d entries of a lost history of %s prove nothing and are dropped",
            len(entries),
            proof.stream,
        )
        return []
    lost = _lost(entries)
    if entries[-1].seq < proof.seq:
        _keep(connection, proof.stream, end, after, lost, now)
        return []
    return [*_before(connection, proof.stream, after), *lost]


def forget_pages(connection: Connection, stream: str, after: str) -> None:
    """Drop the pages that end where a proven page began, and those before them."""
    connection.execute(
        "WITH RECURSIVE back AS (SELECT end_hash, after_hash FROM offer_page"
        " WHERE stream = %(stream)s AND end_hash = %(after)s"
        " UNION SELECT p.end_hash, p.after_hash FROM offer_page p JOIN back"
        " ON p.end_hash = back.after_hash WHERE p.stream = %(stream)s)"
        " DELETE FROM offer_page WHERE stream = %(stream)s"
        " AND end_hash IN (SELECT end_hash FROM back)",
        {"stream": stream, "after": after},
    )


def forget_unproven(connection: Connection, now: datetime) -> None:
    """Drop pages of which the proof did not come."""
    connection.execute("DELETE FROM offer_page WHERE kept_at < %s", (now - KEPT,))


def trusted(lost: Lost) -> Offered:
    """As the rules take it: what was allowed then is allowed now."""
    return Offered(lost.changeset, lost.previous, Actor(lost.changeset.actor, "hub", ""), True)


def _lost(entries: Sequence[Entry]) -> list[Lost]:
    """What was asked; purges are replayed by the hub itself, from outside the database."""
    return [
        Lost(entry.changeset, entry.device_previous)
        for entry in entries
        if all(change.how is not How.PURGE for change in entry.changeset.changes)
    ]


def _keep(
    connection: Connection, stream: str, end: str, after: str, lost: Sequence[Lost], now: datetime
) -> None:
    forget_unproven(connection, now)
    connection.execute(
        "INSERT INTO offer_page (stream, end_hash, after_hash, body, kept_at)"
        " SELECT %s, %s, %s, %s, %s WHERE (SELECT count(*) FROM offer_page) < %s"
        " ON CONFLICT (stream, end_hash) DO UPDATE SET kept_at = excluded.kept_at",
        (stream, end, after, wire.encode(lost), now, MOST_PAGES),
    )


def _before(connection: Connection, stream: str, after: str) -> list[Lost]:
    rows = connection.execute(
        "WITH RECURSIVE back AS (SELECT end_hash, after_hash, 1 AS n FROM offer_page"
        " WHERE stream = %(stream)s AND end_hash = %(after)s"
        " UNION ALL SELECT p.end_hash, p.after_hash, back.n + 1 FROM offer_page p JOIN back"
        " ON p.end_hash = back.after_hash WHERE p.stream = %(stream)s AND back.n < %(most)s)"
        " SELECT p.body FROM back JOIN offer_page p ON p.stream = %(stream)s"
        " AND p.end_hash = back.end_hash ORDER BY back.n DESC",
        {"stream": stream, "after": after, "most": MOST_PAGES},
    )
    return [lost for row in rows for lost in wire.decode(tuple[Lost, ...], row[0])]
