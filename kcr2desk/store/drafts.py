"""Half-filled forms, as typed: they survive a crash, a restart and a cache that is loaded anew."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kcr2desk.core.changes import Change
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.repatriation import registering_kept
from kcr2desk.core.text import Json
from kcr2desk.store.rows import Db
from kcr2desk.store.work import Work


@dataclass(frozen=True, slots=True)
class Draft:
    """A form that is being filled in. `record` is "" for a new one; `shown` are the wire values
    that the form showed when it was opened, `typed` what it says now; `kept_at` in ms."""

    id: str
    type: str
    record: str
    shown: Mapping[str, Json]
    typed: Mapping[str, Json]
    kept_at: int


_COLUMNS = "id, type, record, shown, typed, kept_at"


def keep(work: Work, draft: Draft) -> None:
    """Keep a draft as it is now; not one of an operation that has gone from here or whose term is
    over: a key that was pressed in that moment would stay for good."""
    stream = registering_kept.stream_of_draft(draft.typed)
    here = "SELECT 1 FROM operation WHERE stream = ? AND erased_at IS NULL"
    if stream and work.db.execute(here, (stream,)).fetchone() is None:
        return
    work.db.execute(
        f"INSERT OR REPLACE INTO draft({_COLUMNS}) VALUES (?,?,?,?,?,?)",
        (
            draft.id, draft.type, draft.record, json.dumps(dict(draft.shown)),
            json.dumps(dict(draft.typed)), draft.kept_at,
        ),
    )  # fmt: skip


def drop(work: Work, draft_id: str) -> None:
    """A draft that was saved or given up."""
    work.db.execute("DELETE FROM draft WHERE id = ?", (draft_id,))


def get(db: Db, draft_id: str) -> Draft | None:
    """One draft, None when it is not here."""
    found = db.execute(f"SELECT {_COLUMNS} FROM draft WHERE id = ?", (draft_id,)).fetchone()
    return None if found is None else _draft(found)


def every(db: Db, type_name: str | None = None) -> tuple[Draft, ...]:
    """All drafts, or those of one type; the newest first."""
    found = db.execute(
        f"SELECT {_COLUMNS} FROM draft WHERE type = ifnull(?, type) ORDER BY kept_at DESC, id",
        (type_name,),
    )
    return tuple(_draft(each) for each in found)


def _draft(got: tuple[str, str, str, str, str, int]) -> Draft:
    return Draft(got[0], got[1], got[2], json.loads(got[3]), json.loads(got[4]), got[5])


def purge(work: Work, changes: Sequence[Change]) -> None:
    """Empty fields whose retention ended in all drafts. A registration, or what else is written
    about somebody, goes as a whole: it names its fields in its own way."""
    purged = {change.id: change for change in changes}
    for draft in every(work.db):
        change = purged.get(draft.record)
        if registering_kept.is_about(draft.typed, purged.keys()) or (
            change is not None and change.type == "person"
        ):
            drop(work, draft.id)
        elif change is not None and change.fields.keys() & {*draft.shown, *draft.typed}:
            shown = {n: v for n, v in draft.shown.items() if n not in change.fields}
            typed = {n: v for n, v in draft.typed.items() if n not in change.fields}
            keep(work, replace(draft, shown=shown, typed=typed))


def drop_of(work: Work, stream: str) -> None:
    """Drop what is half written in a stream, or about a record of it."""
    for type_name in RECORD_TYPES:
        work.db.execute(
            f"DELETE FROM draft WHERE record IN (SELECT id FROM {type_name} WHERE stream = ?)",
            (stream,),
        )
    for draft in every(work.db):
        if registering_kept.stream_of_draft(draft.typed) == stream:
            drop(work, draft.id)
