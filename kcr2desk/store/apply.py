"""Carry out what the engine rules: entries, outcomes, loads and the rest, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kcr2desk.core.changes import Change, Checkpoint, Entry, How
from kcr2desk.core.engine import (
    Apply,
    Drop,
    Load,
    Lose,
    NewDevice,
    OfferAgain,
    Settle,
    Step,
    SyncState,
)
from kcr2desk.core.merge import apply_entry
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.redact import visible_changes
from kcr2desk.core.repatriation.operation import operation_of
from kcr2desk.store import (
    attachments,
    fenced,
    loading,
    offers,
    outcomes,
    overlay,
    pages,
    purging,
    rows,
)
from kcr2desk.store.crash import crash_point
from kcr2desk.store.errors import MissingRecord
from kcr2desk.store.rows import Row, Values
from kcr2desk.store.saving import Key, relay
from kcr2desk.store.work import Work, set_note
from kcr2desk.wire import encode

_NOTHING_KEPT = frozenset[str]()


class Told(NamedTuple):
    """One change of a logged entry, as this desk may see it."""

    seq: int
    actor: str
    change: Change
    kept: frozenset[str]


def carry_out(work: Work, before: SyncState, state: SyncState, steps: Sequence[Step]) -> None:
    """Do `steps` and keep `state`. Raises MissingRecord, and then nothing of it may stay."""
    crash_point("apply:begun")
    for step in steps:
        match step:
            case Apply():
                _apply(work, before, step)
            case Settle():
                cursors = {stream: cursor.seq for stream, cursor in before.cursors.items()}
                moved = outcomes.settle(work, step.outcomes, cursors)
                relay(work, moved)
                for stream in outcomes.operations_of(work.db, step.outcomes) if moved else ():
                    purging.follow_term(work, stream)
            case Load():
                restored = any(isinstance(each, OfferAgain) for each in steps)
                restored = restored or fenced.is_lost(work.db, step.stream)
                gone = loading.load(work, step, restored)
                if not restored:
                    _forget_past(work, gone)  # else the hub lost them, and they are offered again
                if step.done:
                    _loaded(work, step.stream, state, restored)
                    if not any(isinstance(each, OfferAgain) for each in steps):
                        purging.follow_term(work, step.stream, loaded=True)
            case Drop():
                if step.stream not in state.wanted:
                    fenced.leave(work, step.stream)
                loading.drop(work, step.stream)
            case Lose():
                fenced.lose(work, step.stream)
            case OfferAgain():
                offers.begin(work, step)
                relay(work, overlay.lying_records(work.db))
                purging.follow_term(work, step.stream, loaded=True)
            case NewDevice():
                offers.new_device(work)
    crash_point("apply:steps")
    if state != before:
        _note_checkpoints(work, before, state)
        set_note(work.db, loading.STATE, encode(state).decode())
    crash_point("apply:state")


def _loaded(work: Work, stream: str, state: SyncState, restored: bool) -> None:
    """A stream is here whole: what the hub confirmed before is among it, unless it was restored
    and has to be offered that again."""
    if not restored:
        relay(work, outcomes.pulled(work, stream, (), state.cursors[stream].seq))
    fenced.is_back(work, stream)


def _note_checkpoints(work: Work, before: SyncState, state: SyncState) -> None:
    """Every checkpoint is kept for a while: each proves what the hub had, should it lose that."""
    fresh: list[Checkpoint] = [
        c for stream, c in state.checkpoints.items() if before.checkpoints.get(stream) != c
    ]
    work.db.executemany(
        "INSERT OR IGNORE INTO seen_checkpoint VALUES (?,?,?,?,?)",
        [(c.stream, c.seq, c.epoch, work.now, encode(c)) for c in fresh],
    )


def _apply(work: Work, before: SyncState, step: Apply) -> None:
    """Apply entries, keep them, and take own changes among them out of the overlay."""
    packing = work.beside.submit(pages.packed, step.entries)
    told, logged = _told(step)
    mine = work.identity.account if work.identity is not None else ""
    touched = _Touched(work, step.stream, mine)
    touched.find(told)
    for each in told:
        touched.apply(each)
    previous = before.cursors[step.stream].hash
    records = dict.fromkeys(each.change.id for each in told)
    body = packing.result()
    pages.put(work.db, step.stream, step.entries, body, previous, step.to.hash, records, work.now)
    own = outcomes.pulled(work, step.stream, logged, step.to.seq)
    others = touched.finish(own)
    if others:
        relay(work, others)
    _forget_past(work, touched.withdrawn)
    purged = [each.change for each in told if each.change.how is How.PURGE]
    if purged:
        purging.purge(work, purged)
    if operation_of(step.stream) and (own or any(c.change.type == "operation" for c in told)):
        purging.follow_term(work, step.stream)


def _forget_past(work: Work, withdrawn: Sequence[Key]) -> None:
    """What this account may not see any more has no history here either."""
    pages.purge(work.db, {record: frozenset(RECORD_TYPES[t].fields) for t, record in withdrawn})


def _told(step: Apply) -> tuple[list[Told], list[str]]:
    """The changes that these entries show, of types that this version knows, and the changesets
    that they log."""
    told: list[Told] = []
    logged: list[str] = []
    for entry in step.entries:
        head = entry.changeset if isinstance(entry, Entry) else entry.head
        if head is None:
            continue
        logged.append(head.id)
        if isinstance(entry, Entry) and not entry.effect.kept and not entry.effect.changes:
            told += [Told(entry.seq, head.actor, c, _NOTHING_KEPT) for c in head.changes]
        else:
            told += [Told(entry.seq, head.actor, c, kept) for c, kept in visible_changes(entry)]
    if any(each.change.type not in RECORD_TYPES for each in told):
        told = [each for each in told if each.change.type in RECORD_TYPES]
    return told, logged


class _Touched:
    """The records that a page of entries touches, while it is applied."""

    def __init__(self, work: Work, stream: str, mine: str) -> None:
        self._work = work
        self._stream = stream
        self._mine = mine
        self._rows: dict[str, Row] = {}
        self._bases: dict[str, Values | None] = {}  # what the hub has, of those that changed
        self._had: dict[str, int] = {}  # the revision with which a row was found here
        self.withdrawn: list[Key] = []  # what this account may not see any more, nor its past

    def find(self, told: Sequence[Told]) -> None:
        by_type: dict[str, dict[str, None]] = {}
        for each in told:
            by_type.setdefault(each.change.type, {})[each.change.id] = None
        for type_name, ids in by_type.items():
            for record, row in rows.load(self._work.db, type_name, list(ids)).items():
                self._rows[record] = row
                if row.shadow != {}:
                    self._had[record] = row.revision

    def apply(self, each: Told) -> None:
        """Apply one change unless the row is already newer (it came with a snapshot)."""
        change, record = each.change, each.change.id
        if each.seq <= self._had.get(record, 0):
            return
        row = self._rows.get(record)
        base = self._bases.get(record, row.base if row else None)
        if base is None and change.how in (How.WITHDRAW, How.PURGE):
            return
        if base is None and change.how is How.EDIT and change.fields.keys() <= each.kept:
            return  # the hub passed over a conflict that it does not have
        try:
            after = apply_entry(base, change, each.kept)
        except KeyError:
            raise MissingRecord(self._stream) from None
        self._bases[record] = after
        if row is None:
            assert after is not None
            row = self._rows[record] = Row(change.type, record, self._stream, 0, 0, after)
            row.unread = change.type == "report" and each.actor != self._mine
        elif each.actor == self._mine:
            row.unread = False
        row.revision = each.seq

    def finish(self, own: Sequence[Key]) -> list[Key]:
        """Write what changed, with pending changes over it. Returns those of `own` that no entry
        touched: their overlay has to be laid anew."""
        work, bases = self._work, self._bases
        lying = overlay.lying_over(work.db, list(bases))
        written: list[Row] = []
        gone: list[Row] = []
        for record, base in bases.items():
            row = self._rows[record]
            if base is None:
                self.withdrawn.append((row.type, record))
            if overlay.lay(row, base, lying.get(record, ())):
                written.append(row)
            else:
                gone.append(row)
        rows.delete(work.db, gone, work.searched_from)
        rows.write(work.db, written, work.searched_from)
        work.tell_rows(written)
        work.tell_rows(gone)
        attachments.forget_unused(work, [row for row in gone if row.type == "attachment"])
        return [key for key in own if key[1] not in bases]
