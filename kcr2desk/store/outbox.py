"""Own changes on their way to the hub: the queue, and the device's own chain through it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from kcr2desk.core.chain import GENESIS, asked_root, device_link
from kcr2desk.core.changes import Change, Changeset, How
from kcr2desk.core.messages import PushItem
from kcr2desk.store import journal
from kcr2desk.store.rows import Db, chunks
from kcr2desk.store.work import Work, note, set_note
from kcr2desk.wire import decode, encode

WAITING = ("queued", "again", "quarantined", "held")
"""States that the hub has not confirmed."""

SETTLED = ("done", "discarded")
"""States that ask nothing any more; kept, so that a restored hub can be offered them."""

HOLD = "hold:"
"""The start of a note: of this stream nothing is pushed until it is back at the hub."""

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


# -- what to push --------------------------------------------------------------------------------


def batch(db: Db, now: int, limit: int, max_bytes: int, skip: int = 0) -> Batch | None:
    """The next changesets to push, oldest first, behind the first `skip`; at least one when any
    is due."""
    items: list[PushItem] = []
    end, size, device = "", 0, ""
    query = (
        "SELECT device, body, previous, link FROM outbox WHERE (state IN ('queued', 'again')"
        " OR (state IN ('quarantined', 'held') AND again_at BETWEEN 1 AND ?)) AND stream NOT IN"
        f" (SELECT substr(name, {len(HOLD) + 1}) FROM meta WHERE name >= '{HOLD}'"
        f" AND name < '{HOLD[:-1]};') ORDER BY n LIMIT ? OFFSET ?"
    )
    for of, body, previous, link in db.execute(query, (now, limit, skip)):
        size += len(body)
        if items and (size > max_bytes or of != device):
            break
        items.append(PushItem(decode(Changeset, body), previous))
        device, end = of, link
    return Batch(tuple(items), end) if items else None


def confirmed_streams(db: Db) -> tuple[str, ...]:
    """Streams with own changesets that the hub confirmed and that were not pulled yet."""
    return tuple(
        stream
        for (stream,) in db.execute("SELECT DISTINCT stream FROM outbox WHERE state = 'confirmed'")
    )


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
