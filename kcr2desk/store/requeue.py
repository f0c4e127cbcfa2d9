"""The queue in odd times: the hub was restored, the disk was copied, changesets grew old."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from kcr2desk.core.chain import asked_root, device_link
from kcr2desk.core.changes import Changeset
from kcr2desk.store import journal
from kcr2desk.store.identity import Identity
from kcr2desk.store.outbox import CHAIN, WAITING, chain_end, marks
from kcr2desk.store.rows import Db
from kcr2desk.store.work import Work
from kcr2desk.wire import decode, encode


def queue_all_again(work: Work) -> None:
    """After a restore of the hub: all that is held is offered again, confirmed ones too.

    What waits behind a refused changeset goes on waiting for a person.
    """
    db = work.db
    db.execute(
        "UPDATE outbox SET state = 'again', seq = 0, behind = '', again_at = 0"
        " WHERE state IN ('done', 'confirmed')"
    )
    db.execute(
        "UPDATE outbox SET state = 'queued', seq = 0, behind = '', again_at = 0"
        " WHERE state = 'quarantined' OR (state = 'held' AND again_at > 0)"
    )
    if work.identity is not None:
        rewrite_for(work, work.identity.device)
    work.tell("")


def rewrite_for(work: Work, device: str) -> None:
    """Put what still has to be pushed, and another device made, on the chain of `device`.

    Id, author, time and content stay as they were: the hub tells changesets apart by their ids.
    """
    first = work.db.execute(
        f"SELECT min(n) FROM outbox WHERE state IN {marks(WAITING)} AND device != ?", (device,)
    ).fetchone()[0]
    if first is not None:
        waiting = work.db.execute(
            f"SELECT n FROM outbox WHERE state IN {marks(WAITING)} AND n >= ? ORDER BY n", (first,)
        )
        put_at_end(work, device, [n for (n,) in waiting])


def put_at_end(work: Work, device: str, numbers: Sequence[int]) -> None:
    """Put changesets at the end of the queue and of the chain of `device`, in this order.

    Numbers of the chain that they leave are not used again, so this looks like no other machine.
    """
    db = work.db
    seq, previous = chain_end(db, device)
    last: int = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'").fetchone()[0]
    for n in numbers:
        seq, last = seq + 1, last + 1
        (body,) = db.execute("SELECT body FROM outbox WHERE n = ?", (n,)).fetchone()
        changeset = replace(decode(Changeset, body), device=device, device_seq=seq)
        made = encode(changeset)
        link = device_link(previous, asked_root(changeset))
        db.execute(
            "UPDATE outbox SET n = ?, device = ?, device_seq = ?, body = ?, previous = ?, link = ?"
            " WHERE n = ?",
            (last, device, seq, made, previous, link, n),
        )
        db.execute("UPDATE outbox_record SET n = ? WHERE n = ?", (last, n))
        work.journal.append(journal.queued(previous, link, made))
        previous = link
    db.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'outbox'", (last,))


def for_journal(db: Db, identity: Identity | None) -> list[bytes]:
    """The records of a journal that is written anew."""
    records = [journal.belongs_to(identity)]
    if identity is not None:
        kept = dict(db.execute("SELECT name, value FROM meta WHERE name LIKE 'count:%'").fetchall())
        kept[CHAIN] = json.dumps([identity.device, *chain_end(db, identity.device)])
        records.append(journal.notes(kept))
    found = db.execute(
        "SELECT previous, link, body FROM outbox"
        f" WHERE state IN {marks((*WAITING, 'refused'))} ORDER BY n"
    )
    return records + [journal.queued(previous, link, body) for previous, link, body in found]
