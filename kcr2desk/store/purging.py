"""A retention clock ran out: fields are emptied wherever this cache copied them."""

from __future__ import annotations

from dataclasses import replace

from kcr2desk.core.changes import Change, Changeset, How
from kcr2desk.core.fields import Kind
from kcr2desk.core.records import RECORD_TYPES, blank_values
from kcr2desk.core.text import Json
from kcr2desk.store import attachments, drafts, outbox, pages, requeue
from kcr2desk.store.work import Work, set_note
from kcr2desk.wire import decode, encode


def purge(work: Work, change: Change) -> None:
    """Empty the fields that a purge entry names in history, drafts, outbox, journal and files.

    The record itself, its shadow and its search text are emptied by applying the entry.
    """
    fields = frozenset(change.fields)
    pages.purge(work.db, change.id, fields)
    drafts.purge(work, change.id, fields)
    _purge_outbox(work, change, fields)
    if change.type == "attachment" and "digest" in fields:
        attachments.forget_unnamed(work)
    work.tell("")


def _purge_outbox(work: Work, purged: Change, fields: frozenset[str]) -> None:
    """What is settled loses the fields; what still waits loses what it says the value *was*.

    The bodies are other bytes then, so they leave the device's chain as it stood: what waits is
    put on its end anew, and so is the rest should it ever be offered again.
    """
    db = work.db
    found = db.execute(
        "SELECT o.n, o.state, o.body FROM outbox_record r JOIN outbox o ON o.n = r.n"
        " WHERE r.record = ?",
        (purged.id,),
    ).fetchall()
    outbox.note_chain_end(work)
    touched = False
    for n, state, body in found:
        changeset = decode(Changeset, body)
        waits = state in (*outbox.WAITING, "refused")
        changes = tuple(
            _without(c, fields, waits=waits) if c.id == purged.id else c for c in changeset.changes
        )
        if changes != changeset.changes:
            touched = True
            made = encode(replace(changeset, changes=changes))
            db.execute("UPDATE outbox SET body = ?, device = '' WHERE n = ?", (made, n))
    if touched:
        if work.identity is not None:
            requeue.rewrite_for(work, work.identity.device)
        work.journal_anew = True
        set_note(db, outbox.JOURNAL_ANEW, "1")


def _without(change: Change, fields: frozenset[str], *, waits: bool) -> Change:
    specs, blank = RECORD_TYPES[change.type].fields, blank_values(change.type)
    left: dict[str, Json] = {}
    for name, value in change.fields.items():
        if name not in fields:
            left[name] = value
        elif waits and change.how is How.NEW:
            left[name] = value  # the hub does not have it: nothing of this was purged
        elif waits and specs[name].kind is not Kind.SET and isinstance(value, list):
            left[name] = [blank.get(name), value[1]]
    return replace(change, fields=left)
