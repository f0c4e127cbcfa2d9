"""What the cache can say of itself: what waits, what wants a person, what stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kcr2desk.core.fields import FieldError, Kind, to_wire
from kcr2desk.core.records import RECORD_TYPES, Conflict, Record, build
from kcr2desk.store import outbox, rows
from kcr2desk.store.outbox import Refusal
from kcr2desk.store.rows import Db, Row, shape


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """`waiting` changesets that the hub has not confirmed, the `oldest` made at (ms, None: none
    waits); `attention`: refused changesets and open conflicts; `loading`: a stream is not whole."""

    waiting: int
    oldest: int | None
    attention: int
    loading: bool


@dataclass(frozen=True, slots=True)
class Attention:
    """What wants a person, oldest first."""

    refusals: tuple[Refusal, ...]
    conflicts: tuple[Conflict, ...]

    def __len__(self) -> int:
        return len(self.refusals) + len(self.conflicts)


def facts(db: Db, loading: bool) -> StoreFacts:
    """The numbers that the status bar shows."""
    states = outbox.marks(outbox.WAITING)
    waiting = db.execute(f"SELECT count(*) FROM outbox WHERE state IN {states}").fetchone()[0]
    oldest = None
    if waiting:  # the first of each state, by the index: the queue can be long
        oldest = db.execute(
            "SELECT min(made_at) FROM outbox WHERE n IN"
            f" (SELECT min(n) FROM outbox WHERE state IN {states} GROUP BY state)"
        ).fetchone()[0]
    refused = db.execute("SELECT count(*) FROM outbox WHERE state = 'refused'").fetchone()[0]
    conflicts = db.execute(
        "SELECT count(*) FROM conflict WHERE state = 'open' AND NOT removed"
    ).fetchone()[0]
    return StoreFacts(waiting, oldest, refused + conflicts, loading)


def record_of(row: Row) -> Record:
    """The record as the officer sees it."""
    return build(row.type, row.id, row.stream, row.revision, row.values)


def get(db: Db, type_name: str, record: str) -> Row | None:
    """One row, None when it is not here. Raises FieldError for a type that there is not."""
    if type_name not in RECORD_TYPES:
        raise FieldError("unknown_type", type_name)
    return rows.load(db, type_name, [record]).get(record)


def every(
    db: Db, type_name: str, limit: int | None, stream: str | None, equal: Mapping[str, Any]
) -> list[Record]:
    """Records that are not removed, newest first, whose fields equal these Python values."""
    if type_name not in RECORD_TYPES:
        raise FieldError("unknown_type", type_name)
    specs = RECORD_TYPES[type_name].fields
    where, values = ["removed = ?"], [int(bool(equal.get("removed", False)))]
    if stream is not None:
        where.append("stream = ?")
        values.append(stream)  # type: ignore[arg-type]
    for name, value in equal.items():
        if name == "removed":
            continue
        if name not in specs:
            raise FieldError("unknown_field", name)
        where.append(f'"{name}" IS ?')
        values.append(_cell(type_name, name, value))
    sql = f"{shape(type_name).select} WHERE {' AND '.join(where)} ORDER BY at DESC LIMIT ?"
    found = db.execute(sql, (*values, -1 if limit is None else limit))
    return [record_of(rows.from_sql(type_name, got)) for got in found]


def _cell(type_name: str, name: str, value: Any) -> Any:
    """The column value of a field's Python value."""
    spec = RECORD_TYPES[type_name].fields[name]
    wire = to_wire(spec, value)
    if spec.kind is Kind.FLAG:
        return int(bool(wire))
    if spec.kind in (Kind.SET, Kind.DOCUMENT):
        return None if wire is None else rows.to_json(wire)
    return wire


def conflicts(db: Db, about: str | None = None) -> tuple[Conflict, ...]:
    """Open conflicts, those of one record or all; oldest first."""
    where = "state = 'open' AND NOT removed AND about = ifnull(?, about)"
    sql = f"{shape('conflict').select} WHERE {where} ORDER BY at"
    found = [record_of(rows.from_sql("conflict", got)) for got in db.execute(sql, (about,))]
    return tuple(each for each in found if isinstance(each, Conflict))
