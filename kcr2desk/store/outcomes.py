"""What became of own changesets: by the hub's word, by an entry that was pulled, by a person."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kcr2desk.core.changes import Code, Outcome
from kcr2desk.core.repatriation.operation import operation_of
from kcr2desk.store import fenced, journal
from kcr2desk.store.outbox import SETTLED, WAITING, marks, records_of
from kcr2desk.store.requeue import put_at_end
from kcr2desk.store.rows import Db, chunks
from kcr2desk.store.work import Work

QUARANTINED_AGAIN = 60_000  # milliseconds before a quarantined changeset is asked about again
HELD_AGAIN = 5_000  # and before one that waited behind it is pushed apart from it


def settle(
    work: Work, outcomes: Sequence[Outcome], cursors: dict[str, int]
) -> list[tuple[str, str]]:
    """Note what became of changesets. `cursors` say how far each stream was pulled.

    Of a stream that this account only appends to nothing is pulled: there the outcome is the end.
    Returns the (type, id) of records whose overlay may have changed.
    """
    db, now = work.db, work.now
    known = {}
    for part in chunks([outcome.changeset for outcome in outcomes]):
        for id_, n, stream, state in db.execute(
            f"SELECT id, n, stream, state FROM outbox WHERE id IN ({','.join('?' * len(part))})",
            part,
        ):
            known[id_] = (n, stream, state)
    updates, moved, freed, refused, unborn = [], [], [], [], []
    for outcome in outcomes:
        n, stream, before = known.get(outcome.changeset, (0, "", "done"))
        if before in SETTLED:
            continue
        followed = stream in cursors or fenced.comes_back(work, stream)
        state, again = _state(outcome, cursors.get(stream, 0), now, followed=followed)
        updates.append(
            (state, outcome.seq, outcome.reason, json.dumps(outcome.fields), outcome.behind,
             again, now, n)
        )  # fmt: skip
        if state in ("done", "refused"):
            moved.append(n)
        if state in ("done", "confirmed"):
            freed.append(outcome.changeset)
        if state == "refused":
            refused.append((n, outcome.changeset))
        if state in ("refused", "quarantined"):
            unborn.append((n, outcome, again))
    db.executemany(
        "UPDATE outbox SET state = ?, seq = ?, reason = ?, fields = ?, behind = ?,"
        " again_at = ?, settled_at = ? WHERE n = ?",
        updates,
    )
    free(db, freed)
    for n, changeset in refused:
        _hold_those_after(db, n, changeset)
    for n, outcome, again in unborn:
        fenced.hold_unborn(work, n, outcome, again)
    if updates:
        work.tell("")
    return records_of(db, moved)


def operations_of(db: Db, told: Sequence[Outcome]) -> tuple[str, ...]:
    """The streams of operations that these outcomes are of."""
    streams = dict.fromkeys(
        stream
        for part in chunks([outcome.changeset for outcome in told])
        for (stream,) in db.execute(
            f"SELECT DISTINCT stream FROM outbox WHERE id IN ({','.join('?' * len(part))})", part
        )
    )
    return tuple(stream for stream in streams if operation_of(stream))


def _state(outcome: Outcome, cursor: int, now: int, *, followed: bool) -> tuple[str, int]:
    if outcome.code.in_log:
        return ("confirmed" if followed and outcome.seq > cursor else "done"), 0
    if outcome.code is Code.REFUSED:
        return "refused", 0
    if outcome.code is Code.QUARANTINED:
        return "quarantined", now + QUARANTINED_AGAIN
    return "held", now + HELD_AGAIN


def _hold_those_after(db: Db, n: int, refused: str) -> None:
    """Later changesets on the records of a refused one wait until a person dealt with it."""
    db.execute(
        "UPDATE outbox SET state = 'held', behind = ?, again_at = 0 WHERE n IN"
        " (SELECT b.n FROM outbox_record a JOIN outbox_record b ON b.record = a.record"
        " WHERE a.n = ? AND b.n > a.n) AND (state = 'queued' OR (state = 'held' AND again_at > 0))",
        (refused, n),
    )


def free(db: Db, changesets: Sequence[str]) -> None:
    """Those that waited behind these changesets are queued again."""
    if not db.execute("SELECT 1 FROM outbox WHERE state = 'held' LIMIT 1").fetchone():
        return
    db.executemany(
        "UPDATE outbox SET state = 'queued', behind = '', again_at = 0"
        " WHERE state = 'held' AND behind = ?",
        [(changeset,) for changeset in changesets],
    )


def give_up(work: Work, n: int, changeset: str) -> None:
    """A person gave a changeset up, or replaced it: it is kept, and never pushed."""
    work.db.execute(
        "UPDATE outbox SET state = 'discarded', behind = '', settled_at = ? WHERE n = ?",
        (work.now, n),
    )
    work.journal.append(journal.gone(changeset))
    work.tell("")


def wait_for(work: Work, old: str, new: str) -> list[tuple[str, str]]:
    """What waited behind `old` waits behind `new`, its correction, and follows it in the queue.

    Returns the (type, id) of its records.
    """
    waiting = work.db.execute(
        "SELECT n FROM outbox WHERE state = 'held' AND behind = ? ORDER BY n", (old,)
    ).fetchall()
    keys = records_of(work.db, [n for (n,) in waiting])
    put_at_end(work, work.me.device, [n for (n,) in waiting])
    work.db.execute("UPDATE outbox SET behind = ? WHERE behind = ?", (new, old))
    return keys


def refuse(work: Work, n: int, reason: str) -> None:
    """A changeset that cannot stand any more, as the hub would find too: a person has to look."""
    work.db.execute(
        "UPDATE outbox SET state = 'refused', reason = ?, behind = '', settled_at = ? WHERE n = ?",
        (reason, work.now, n),
    )
    work.tell("")


def pulled(work: Work, stream: str, logged: Sequence[str], upto: int) -> list[tuple[str, str]]:
    """Entries up to `upto` were applied: own changes among them leave the overlay.

    `logged` are the changesets of the applied entries, for those whose outcome never came.
    Returns the (type, id) of their records.
    """
    db = work.db
    gone: dict[int, str] = {}
    for n, id_ in db.execute(
        "SELECT n, id FROM outbox WHERE state = 'confirmed' AND stream = ? AND seq <= ?",
        (stream, upto),
    ):
        gone[n] = id_
    if db.execute(f"SELECT 1 FROM outbox WHERE state IN {marks(_OPEN)} LIMIT 1").fetchone():
        for part in chunks(logged):
            for n, id_ in db.execute(
                f"SELECT n, id FROM outbox WHERE id IN ({','.join('?' * len(part))})"
                f" AND state IN {marks(_OPEN)}",
                part,
            ):
                gone[n] = id_
    if not gone:
        return []
    db.executemany(
        "UPDATE outbox SET state = 'done', settled_at = ? WHERE n = ?",
        [(work.now, n) for n in gone],
    )
    free(db, list(gone.values()))
    work.tell("")
    return records_of(db, list(gone))


_OPEN = (*WAITING, "refused")
