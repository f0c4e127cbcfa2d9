"""Own changes on their way to the hub: queue, outcomes, what lies over the cache meanwhile."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kcr2desk.core.chain import GENESIS, asked_root, device_link
from kcr2desk.core.changes import Change, Changeset, Code, Outcome
from kcr2desk.core.merge import lay_over
from kcr2desk.core.messages import PushItem
from kcr2desk.core.text import Json
from kcr2desk.store import rows
from kcr2desk.store.rows import Db, Row
from kcr2desk.wire import decode, encode

LYING = ("queued", "confirmed", "quarantined", "held")
"""States whose changes lie over what the hub has; `confirmed` until its own entry was pulled."""

KEPT_DAYS = 30  # confirmed changesets are held this long, for a hub that is restored
AGAIN_AFTER = 60_000  # milliseconds before a quarantined changeset is asked about again


@dataclass(frozen=True, slots=True)
class Batch:
    """Changesets to push; `chain_end` is what the device signs."""

    items: tuple[PushItem, ...]
    chain_end: str


@dataclass(frozen=True, slots=True)
class Pending:
    """An own changeset that is not settled: state as in the outbox."""

    id: str
    stream: str
    made_at: int
    state: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A changeset that the hub refused, with its payload; `code` from core.errors."""

    id: str
    stream: str
    made_at: int
    code: str
    fields: tuple[str, ...]
    changes: tuple[Change, ...]


def put(db: Db, changeset: Changeset) -> bytes:
    """Queue a changeset at the end of the device's chain. Returns its payload."""
    last = db.execute(
        "SELECT link FROM outbox WHERE device = ? ORDER BY n DESC LIMIT 1", (changeset.device,)
    ).fetchone()
    if last is None:
        last = db.execute("SELECT value FROM meta WHERE name = 'device_link'").fetchone()
    previous = last[0] if last is not None else GENESIS
    body = encode(changeset)
    link = device_link(previous, asked_root(changeset))
    insert(db, changeset, body, previous, link)
    return body


def insert(db: Db, changeset: Changeset, body: bytes, previous: str, link: str) -> None:
    cursor = db.execute(
        "INSERT INTO outbox(id, stream, device, device_seq, made_at, body, previous, link, state,"
        " seq, reason, fields, behind, again_at, settled_at)"
        " VALUES (?,?,?,?,?,?,?,?,'queued',0,'','[]','',0,0)",
        (
            changeset.id,
            changeset.stream,
            changeset.device,
            changeset.device_seq,
            changeset.made_at,
            body,
            previous,
            link,
        ),
    )
    records = {change.id for change in changeset.changes}
    db.executemany(
        "INSERT INTO outbox_record VALUES (?,?)", [(r, cursor.lastrowid) for r in records]
    )


def lying_over(db: Db, record_ids: Sequence[str]) -> dict[str, list[Change]]:
    """The pending changes of these records, in the order in which they were made."""
    found: dict[str, list[Change]] = {}
    for start in range(0, len(record_ids), 500):
        part = record_ids[start : start + 500]
        marks = ",".join("?" * len(part))
        for record, body in db.execute(
            f"SELECT r.record, o.body FROM outbox_record r JOIN outbox o ON o.n = r.n"
            f" WHERE r.record IN ({marks}) AND o.state IN {LYING} ORDER BY o.n",
            part,
        ):
            changes = decode(Changeset, body).changes
            found.setdefault(record, []).extend(c for c in changes if c.id == record)
    return found


def relay(db: Db, kept: Iterable[Row], fresh: frozenset[str] = frozenset()) -> None:
    """Lay pending changes over these rows again and write them; `row.base` is what the hub has.

    A row that nothing holds up any more (made here, refused) goes.
    """
    group = list(kept)
    lying = lying_over(db, [row.id for row in group])
    written, gone = [], []
    for row in group:
        base = row.base
        changes = lying.get(row.id)
        if not changes:
            if base is None:
                gone.append(row)
                continue
            row.values, row.shadow = base, None
        else:
            view: dict[str, Json] | None = base
            for change in changes:
                view = lay_over(view, change)
            if view is None:
                gone.append(row)
                continue
            row.values, row.shadow = view, base or {}
        written.append(row)
    rows.delete(db, gone)
    rows.write(db, written, fresh)


def batch(db: Db, now: int, limit: int, max_bytes: int) -> Batch | None:
    """The next changesets to push, oldest first, without those behind one that is stuck."""
    items: list[PushItem] = []
    link, size = "", 0
    stuck = {
        record
        for (record,) in db.execute(
            "SELECT r.record FROM outbox o JOIN outbox_record r ON r.n = o.n"
            " WHERE o.state IN ('refused', 'held') OR (o.state = 'quarantined' AND again_at > ?)",
            (now,),
        )
    }
    query = (
        "SELECT body, previous, link FROM outbox WHERE state = 'queued'"
        " OR (state = 'quarantined' AND again_at <= ?) ORDER BY n"
    )
    for body, previous, end in db.execute(query, (now,)):
        changeset = decode(Changeset, body)
        touched = {change.id for change in changeset.changes}
        if touched & stuck and not changeset.corrects:
            stuck |= touched
            continue
        size += len(body)
        if items and (size > max_bytes or len(items) >= limit):
            break
        items.append(PushItem(changeset, previous))
        link = end
    return Batch(tuple(items), link) if items else None


def settle(db: Db, outcomes: Sequence[Outcome], cursors: dict[str, int], now: int) -> set[str]:
    """Note what became of changesets. Returns the records whose overlay may have changed."""
    touched: set[str] = set()
    for outcome in outcomes:
        found = db.execute(
            "SELECT n, stream, state FROM outbox WHERE id = ?", (outcome.changeset,)
        ).fetchone()
        if found is None or found[2] in ("done", "discarded"):
            continue
        n, stream, _ = found
        state = _state(outcome, cursors.get(stream, 0))
        db.execute(
            "UPDATE outbox SET state = ?, seq = ?, reason = ?, fields = ?, behind = ?,"
            " again_at = ?, settled_at = ? WHERE n = ?",
            (
                state,
                outcome.seq,
                outcome.reason,
                json.dumps(outcome.fields),
                outcome.behind,
                now + AGAIN_AFTER,
                now,
                n,
            ),
        )
        if state in ("done", "refused"):
            touched |= records_of(db, n)
        if state in ("done", "confirmed"):
            free(db, outcome.changeset)
    return touched


def _state(outcome: Outcome, cursor: int) -> str:
    if outcome.code.in_log:
        return "done" if outcome.seq <= cursor else "confirmed"
    return {Code.REFUSED: "refused", Code.QUARANTINED: "quarantined", Code.HELD: "held"}[
        outcome.code
    ]


def records_of(db: Db, n: int) -> set[str]:
    return {r for (r,) in db.execute("SELECT record FROM outbox_record WHERE n = ?", (n,))}


def free(db: Db, changeset_id: str) -> None:
    """Those that waited behind this changeset are queued again."""
    db.execute(
        "UPDATE outbox SET state = 'queued', behind = '' WHERE state = 'held' AND behind = ?",
        (changeset_id,),
    )


def pulled(db: Db, stream: str, logged: Sequence[str], seq: int) -> set[str]:
    """Entries up to `seq` were applied: own changes among them leave the overlay.

    `logged` are the changesets of the applied entries, for those whose outcome never came.
    """
    touched: set[str] = set()
    live = db.execute(
        "SELECT n, id, state, seq FROM outbox WHERE stream = ? AND state IN"
        " ('confirmed', 'queued', 'quarantined', 'held', 'refused')",
        (stream,),
    ).fetchall()
    seen = set(logged)
    for n, changeset, state, at in live:
        if (state == "confirmed" and at <= seq) or changeset in seen:
            db.execute(
                "UPDATE outbox SET state = 'done', settled_at = CASE settled_at WHEN 0 THEN"
                " made_at ELSE settled_at END WHERE n = ?",
                (n,),
            )
            free(db, changeset)
            touched |= records_of(db, n)
    return touched


def forget_old(db: Db, now: int) -> None:
    """Confirmed changesets past their days go, but the newest, which ends the device's chain."""
    before = now - KEPT_DAYS * 86_400_000
    old = [
        n
        for (n,) in db.execute(
            "SELECT n FROM outbox WHERE state IN ('done', 'discarded') AND settled_at < ?"
            " AND n < (SELECT max(n) FROM outbox)",
            (before,),
        )
    ]
    db.executemany("DELETE FROM outbox_record WHERE n = ?", [(n,) for n in old])
    db.executemany("DELETE FROM outbox WHERE n = ?", [(n,) for n in old])


def queue_all_again(db: Db) -> None:
    """After a restore of the hub: all that is held is offered again, confirmed ones too."""
    db.execute(
        "UPDATE outbox SET state = 'queued', seq = 0, behind = '', again_at = 0"
        " WHERE state IN ('done', 'confirmed', 'quarantined', 'held')"
    )


def pending(db: Db) -> tuple[Pending, ...]:
    """What is not settled, oldest first."""
    found = db.execute(
        f"SELECT id, stream, made_at, state, body FROM outbox WHERE state IN {LYING} ORDER BY n"
    )
    return tuple(
        Pending(i, s, made, state, decode(Changeset, body).changes)
        for i, s, made, state, body in found
    )


def refusals(db: Db) -> tuple[Refusal, ...]:
    """Refused changesets that wait for a person, oldest first."""
    found = db.execute(
        "SELECT id, stream, made_at, reason, fields, body FROM outbox WHERE state = 'refused'"
        " ORDER BY n"
    )
    return tuple(
        Refusal(i, s, made, code, tuple(json.loads(fields)), decode(Changeset, body).changes)
        for i, s, made, code, fields, body in found
    )
