"""What of own changes and entries is not kept any longer, by age or because others read it.

Whatever bodies go from the outbox, the journal beside the cache is written anew without them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from kcr2desk.core.access import MEMBER_ROLES
from kcr2desk.core.changes import Change, Changeset
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.text import Json
from kcr2desk.store import outbox, pages, requeue
from kcr2desk.store.outbox import SETTLED, marks
from kcr2desk.store.work import Work, set_note
from kcr2desk.wire import decode, encode

KEPT_DAYS = 30
"""How long settled changesets and entries are kept."""

UNREADABLE_DAYS = 2
"""How long own settled changesets keep what their author may not read, such as a medical note: by
then the hub has made a backup with it."""

DAY = 86_400_000

Body = tuple[int, str, bytes]
"""Number, state and body of a changeset in the outbox."""


def forget_old(work: Work, operations: Mapping[str, str]) -> None:
    """Settled changesets and entries past their days go, and what others alone may read sooner.
    `operations`: those of this account, each with its role there."""
    _drop(work, "settled_at < ?", (work.now - KEPT_DAYS * DAY,))
    _forget_unreadable(work, operations)
    pages.forget_old(work.db, work.now - KEPT_DAYS * DAY)


def forget(work: Work, stream: str) -> None:
    """All that is settled in a stream goes."""
    work.db.execute(
        "UPDATE outbox SET state = 'done', settled_at = ? WHERE stream = ? AND state = 'confirmed'",
        (work.now, stream),
    )
    _drop(work, "stream = ?", (stream,))


def _drop(work: Work, where: str, values: tuple[object, ...]) -> None:
    """Drop settled changesets; where the device's chain ends is noted first."""
    db = work.db
    outbox.note_chain_end(work)
    found = db.execute(f"SELECT n FROM outbox WHERE state IN {marks(SETTLED)} AND {where}", values)
    gone = found.fetchall()
    db.executemany("DELETE FROM outbox_record WHERE n = ?", gone)
    db.executemany("DELETE FROM outbox WHERE n = ?", gone)
    if gone:
        journal_anew(work)


def journal_anew(work: Work) -> None:
    """The journal holds what is not kept any longer."""
    work.journal_anew = True
    set_note(work.db, outbox.JOURNAL_ANEW, "1")


def rewrite(work: Work, bodies: Iterable[Body], left: Callable[[str, Change], Change]) -> None:
    """Take something out of changesets of the outbox: `left` says what of a change, whose changeset
    is in this state, is left.

    The bodies are other bytes then, so they leave the device's chain as it stood: what waits is
    put on its end anew, and so is the rest should it ever be offered again.
    """
    touched = False
    for n, state, body in bodies:
        changeset = decode(Changeset, body)
        changes = tuple(left(state, change) for change in changeset.changes)
        if changes != changeset.changes:
            if not touched:
                outbox.note_chain_end(work)
                touched = True
            made = encode(replace(changeset, changes=changes))
            work.db.execute("UPDATE outbox SET body = ?, device = '' WHERE n = ?", (made, n))
    if touched:
        if work.identity is not None:
            requeue.rewrite_for(work, work.identity.device)
        journal_anew(work)


# -- what the author may not read ------------------------------------------------------------------


def _forget_unreadable(work: Work, operations: Mapping[str, str]) -> None:
    before = work.now - UNREADABLE_DAYS * DAY
    found = work.db.execute(
        f"SELECT n, stream, body FROM outbox WHERE state IN {marks(SETTLED)} AND settled_at < ?"
        " AND stream LIKE 'operation:%'",
        (before,),
    ).fetchall()
    by_stream: dict[str, list[Body]] = {}
    for n, stream, body in found:
        by_stream.setdefault(stream, []).append((n, "done", body))
    for stream, bodies in by_stream.items():
        role = MEMBER_ROLES.get(operations.get(stream, ""))
        mine = frozenset[str]() if role is None else role.private
        rewrite(work, bodies, _Readable(mine))


@dataclass(frozen=True, slots=True)
class _Readable:
    """A change as somebody with these grants reads it."""

    mine: frozenset[str]

    def __call__(self, _state: str, change: Change) -> Change:
        rtype = RECORD_TYPES.get(change.type)
        specs = {} if rtype is None else rtype.fields
        hidden = [n for n, s in specs.items() if s.private and s.private not in self.mine]
        return without(change, hidden)


def without(change: Change, names: Iterable[str]) -> Change:
    """A change without these fields."""
    gone = set(names)
    if gone.isdisjoint(change.fields):
        return change
    left: dict[str, Json] = {n: v for n, v in change.fields.items() if n not in gone}
    return replace(change, fields=left)
