"""Own changes on their way to the hub: the queue, its device chain, and what became of each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kcr2desk.core.chain import GENESIS, asked_root, device_link
from kcr2desk.core.changes import Change, Changeset, Code, How, Outcome
from kcr2desk.core.merge import lay_over, merge
from kcr2desk.core.messages import PushItem
from kcr2desk.core.text import Json
from kcr2desk.store import journal
from kcr2desk.store.identity import Identity
from kcr2desk.store.rows import Db, Row, chunks
from kcr2desk.store.work import Work, note, set_note
from kcr2desk.wire import decode, encode

LYING = ("queued", "again", "confirmed", "quarantined", "held")
"""States whose changes lie over what the hub has: `confirmed` until its own entry was pulled;
`again` is what was confirmed before the hub was restored, and is offered once more."""

WAITING = ("queued", "again", "quarantined", "held")
"""States that the hub has not confirmed."""

SETTLED = ("done", "discarded")
"""States that ask nothing any more; kept, so that a restored hub can be offered them."""

KEPT_DAYS = 30  # settled changesets are kept this long
DAY = 86_400_000
QUARANTINED_AGAIN = 60_000  # milliseconds before a quarantined changeset is asked about again
HELD_AGAIN = 5_000  # and before one that waited behind it is pushed apart from it
JOURNAL_ANEW = "journal_anew"
"""The note that says: the journal holds what was purged, and has to be written anew."""

CHAIN = "device_chain"
"""The note with device, last number and last link of a chain whose end is not in the outbox."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Changesets to push, all of one device; `chain_end` is what that device signs."""

    items: tuple[PushItem, ...]
    chain_end: str


@dataclass(frozen=True, slots=True)
class Pending:
    """An own changeset that the hub has not settled. `behind` names the one that it waits for."""

    id: str
    stream: str
    made_at: int
    state: str
    changes: tuple[Change, ...]
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A changeset that the hub refused, with its payload; `code` from core.errors."""

    id: str
    stream: str
    made_at: int
    code: str
    fields: tuple[str, ...]
    changes: tuple[Change, ...]


class Lying(NamedTuple):
    """A pending change of a record, with the state and stream of its changeset."""

    state: str
    stream: str
    change: Change


def marks(states: Sequence[str]) -> str:
    """States as a list for SQL; they are names of this module, never what somebody typed."""
    return "(" + ",".join(f"'{state}'" for state in states) + ")"


# -- put in --------------------------------------------------------------------------------------


def make(
    work: Work, stream: str, changes: Sequence[Change], schema: int, corrects: str = ""
) -> Changeset:
    """Queue a new changeset of whoever is signed in, at the end of the device's chain."""
    me = work.me
    seq, previous = chain_end(work.db, me.device)
    changeset = Changeset(
        work.new_id(), me.device, seq + 1, me.account, stream, work.now, schema, work.salt(),
        tuple(changes), corrects,
    )  # fmt: skip
    _insert(work, changeset, previous)
    return changeset


def chain_end(db: Db, device: str) -> tuple[int, str]:
    """The last number and link of a device's own chain."""
    found = db.execute(
        "SELECT device_seq, link FROM outbox WHERE device = ? ORDER BY n DESC LIMIT 1", (device,)
    ).fetchone()
    seq, link = (0, GENESIS) if found is None else found
    kept = note(db, CHAIN)
    if kept is not None:
        of, noted, at = json.loads(kept)
        if of == device and noted > seq:
            return noted, at
    return seq, link


def note_chain_end(work: Work) -> None:
    """Note where the device's chain ends, before the rows that tell it may go."""
    if work.identity is not None:
        device = work.identity.device
        set_note(work.db, CHAIN, json.dumps([device, *chain_end(work.db, device)]))


def _insert(work: Work, changeset: Changeset, previous: str) -> None:
    db = work.db
    body = encode(changeset)
    link = device_link(previous, asked_root(changeset))
    records = records_touched(changeset)
    behind, again = ("", 0) if changeset.corrects else _stuck_behind(db, records)
    cursor = db.execute(
        "INSERT INTO outbox(id, stream, device, device_seq, made_at, body, previous, link, state,"
        " seq, reason, fields, behind, again_at, settled_at)"
        " VALUES (?,?,?,?,?,?,?,?,?,0,'','[]',?,?,0)",
        (
            changeset.id, changeset.stream, changeset.device, changeset.device_seq,
            changeset.made_at, body, previous, link, "held" if behind else "queued", behind, again,
        ),
    )  # fmt: skip
    n = cursor.lastrowid
    db.executemany("INSERT INTO outbox_record VALUES (?,?)", [(r, n) for r in records])
    work.journal.append(journal.queued(previous, link, body))
    work.tell("")


def records_touched(changeset: Changeset) -> list[str]:
    """The records that a changeset waits for or keeps waiting: those it changes, and what a new
    one belongs to."""
    found = {change.id: None for change in changeset.changes}
    for change in changeset.changes:
        about = change.fields.get("about") if change.how is How.NEW else None
        if isinstance(about, str):
            found[about] = None
    return list(found)


def _stuck_behind(db: Db, records: Sequence[str]) -> tuple[str, int]:
    """The changeset that a new one on these records has to wait for, and until when; else ""."""
    stuck = marks(("refused", "held"))
    if not db.execute(f"SELECT 1 FROM outbox WHERE state IN {stuck} LIMIT 1").fetchone():
        return "", 0
    found = db.execute(
        "SELECT o.id, o.state, o.behind, o.again_at FROM outbox_record r JOIN outbox o"
        f" ON o.n = r.n WHERE r.record IN ({','.join('?' * len(records))})"
        f" AND o.state IN {stuck} ORDER BY o.n LIMIT 1",
        records,
    ).fetchone()
    if found is None:
        return "", 0
    return (found[0], 0) if found[1] == "refused" else (found[2], found[3])


# -- lay over ------------------------------------------------------------------------------------


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


# -- what to push --------------------------------------------------------------------------------


def batch(db: Db, now: int, limit: int, max_bytes: int) -> Batch | None:
    """The next changesets to push, oldest first; at least one when any is due."""
    items: list[PushItem] = []
    end, size, device = "", 0, ""
    query = (
        "SELECT device, body, previous, link FROM outbox WHERE state IN ('queued', 'again')"
        " OR (state IN ('quarantined', 'held') AND again_at BETWEEN 1 AND ?) ORDER BY n LIMIT ?"
    )
    for of, body, previous, link in db.execute(query, (now, limit)):
        size += len(body)
        if items and (size > max_bytes or of != device):
            break
        items.append(PushItem(decode(Changeset, body), previous))
        device, end = of, link
    return Batch(tuple(items), end) if items else None


# -- what became of it ---------------------------------------------------------------------------


def settle(
    work: Work, outcomes: Sequence[Outcome], cursors: dict[str, int]
) -> list[tuple[str, str]]:
    """Note what became of changesets. `cursors` say how far each stream was pulled.

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
    updates, moved, freed, refused = [], [], [], []
    for outcome in outcomes:
        n, stream, before = known.get(outcome.changeset, (0, "", "done"))
        if before in SETTLED:
            continue
        state, again = _state(outcome, cursors.get(stream, 0), now)
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
    db.executemany(
        "UPDATE outbox SET state = ?, seq = ?, reason = ?, fields = ?, behind = ?,"
        " again_at = ?, settled_at = ? WHERE n = ?",
        updates,
    )
    free(db, freed)
    for n, changeset in refused:
        _hold_those_after(db, n, changeset)
    if updates:
        work.tell("")
    return records_of(db, moved)


def _state(outcome: Outcome, cursor: int, now: int) -> tuple[str, int]:
    if outcome.code.in_log:
        return ("done" if outcome.seq <= cursor else "confirmed"), 0
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


def records_of(db: Db, numbers: Sequence[int]) -> list[tuple[str, str]]:
    """The (type, id) of the records that these changesets change."""
    found: dict[tuple[str, str], None] = {}
    for part in chunks(numbers):
        for (body,) in db.execute(
            f"SELECT body FROM outbox WHERE n IN ({','.join('?' * len(part))}) ORDER BY n", part
        ):
            for change in decode(Changeset, body).changes:
                found[change.type, change.id] = None
    return list(found)


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


# -- a restored hub, a copied disk, old age ------------------------------------------------------


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


def forget_old(work: Work) -> None:
    """Settled changesets past their days go; the end of the device's chain is noted first."""
    db = work.db
    note_chain_end(work)
    old = [
        (n,)
        for (n,) in db.execute(
            f"SELECT n FROM outbox WHERE state IN {marks(SETTLED)} AND settled_at < ?",
            (work.now - KEPT_DAYS * DAY,),
        )
    ]
    db.executemany("DELETE FROM outbox_record WHERE n = ?", old)
    db.executemany("DELETE FROM outbox WHERE n = ?", old)


# -- what a person sees --------------------------------------------------------------------------


def pending(db: Db) -> tuple[Pending, ...]:
    """What the hub has not settled, oldest first."""
    found = db.execute(
        "SELECT id, stream, made_at, state, behind, body FROM outbox"
        f" WHERE state IN {marks(WAITING)} ORDER BY n"
    )
    return tuple(
        Pending(i, s, made, "queued" if state == "again" else state,
                decode(Changeset, body).changes, behind)
        for i, s, made, state, behind, body in found
    )  # fmt: skip


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
