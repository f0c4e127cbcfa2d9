"""Half-filled forms, as typed: they survive a crash, a restart and a cache that is loaded anew."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

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
    """Keep a draft as it is now."""
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


def purge(work: Work, record: str, fields: frozenset[str]) -> None:
    """Empty fields whose retention ended in the drafts of a record."""
    for draft in every(work.db):
        if draft.record == record and fields & (draft.shown.keys() | draft.typed.keys()):
            shown = {n: v for n, v in draft.shown.items() if n not in fields}
            typed = {n: v for n, v in draft.typed.items() if n not in fields}
            keep(work, Draft(draft.id, draft.type, record, shown, typed, draft.kept_at))
