"""Who changed what from what to what: from kept entries and own changes on their way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kcr2desk.core.changes import Change, Changeset, Code, Entry, How
from kcr2desk.core.redact import visible_changes
from kcr2desk.core.text import Json
from kcr2desk.store import outbox, pages
from kcr2desk.store.rows import Db
from kcr2desk.wire import decode


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One field of one change; `field` is "" for a change without fields, and for a new record.

    Times in milliseconds since 1970; `logged_at` None while the hub has not logged it. `was` and
    `now` are wire values; of a set they are what was taken and what was added. `outcome`:
    "applied", "conflict" (a person decides), "kept" (somebody was first, the value stayed), or of
    an own change its state: "queued", "held", "quarantined", "confirmed", "refused", "discarded".
    `pending`: an own change that the hub has not confirmed.
    """

    actor: str
    made_at: int
    logged_at: int | None
    device: str
    field: str
    was: Json
    now: Json
    how: str
    outcome: str
    pending: bool
    changeset: str


def history(db: Db, type_name: str, record: str) -> tuple[HistoryLine, ...]:
    """What is known here of a record's past, newest first."""
    lines = list(_own(db, type_name, record))
    seen = {line.changeset for line in lines}
    logged: list[HistoryLine] = []
    for page in pages.touching(db, record):
        found = [
            line
            for entry in pages.read(db, page.n, record)
            for line in _logged(entry, type_name, record)
            if line.changeset not in seen
        ]
        seen |= {line.changeset for line in found}
        logged += reversed(found)
    return (*lines, *logged)


def _own(db: Db, type_name: str, record: str) -> Iterator[HistoryLine]:
    """Own changes that no entry here tells of."""
    found = db.execute(
        "SELECT o.state, o.body FROM outbox_record r JOIN outbox o ON o.n = r.n"
        " WHERE r.record = ? AND o.state != 'done' ORDER BY o.n DESC",
        (record,),
    )
    for state, body in found:
        changeset = decode(Changeset, body)
        told = "queued" if state == "again" else state
        for change in changeset.changes:
            if (change.type, change.id) != (type_name, record):
                continue
            for field, was, now in _fields(change):
                yield HistoryLine(
                    changeset.actor, changeset.made_at, None, changeset.device, field, was, now,
                    change.how, told, state in outbox.WAITING, changeset.id,
                )  # fmt: skip


def _logged(entry: pages.Logged, type_name: str, record: str) -> Iterator[HistoryLine]:
    head = entry.changeset if isinstance(entry, Entry) else entry.head
    if head is None:
        return
    for change, kept in visible_changes(entry):
        if (change.type, change.id) != (type_name, record):
            continue
        for field, was, now in _fields(change):
            outcome = "applied"
            if field in kept:
                outcome = "conflict" if entry.outcome is Code.CONFLICT else "kept"
            yield HistoryLine(
                head.actor, head.made_at, entry.logged_at, head.device, field, was, now,
                change.how, outcome, False, head.id,
            )  # fmt: skip


def _fields(change: Change) -> Iterator[tuple[str, Json, Json]]:
    if change.how is not How.EDIT or not change.fields:
        yield "", None, None
        return
    for name, value in change.fields.items():
        if isinstance(value, dict):
            yield name, value.get("take") or [], value.get("add") or []
        elif isinstance(value, list) and len(value) == 2 and value[0] != value[1]:
            yield name, value[0], value[1]
