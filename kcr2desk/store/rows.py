"""Records as rows: kinds to columns and back, the order of lists, what search finds."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kcr2desk.core.fields import Kind
from kcr2desk.core.places import region
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.text import Json

Db = Any  # sqlcipher3.dbapi2.Connection, which has no types
Values = dict[str, Json]
SLOTS = 4096  # places within one millisecond

_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(slots=True)
class Row:
    """A record of the cache. `values` is what the officer sees, `shadow` what the hub has while
    own changes are pending (None: nothing pending; {}: the hub does not have it)."""

    type: str
    id: str
    stream: str
    revision: int
    generation: int
    values: Values
    shadow: Values | None = None
    unread: bool = False
    place: int = 0

    @property
    def base(self) -> Values | None:
        """What the hub has; None when it does not have the record."""
        if self.shadow is None:
            return self.values
        return self.shadow or None


def _to_json(value: Json) -> str | None:
    return None if value is None else _dumps(value)


def _from_json(value: str | None) -> Json:
    return None if value is None else json.loads(value)  # type: ignore[no-any-return]


@cache
def _columns(type_name: str) -> tuple[tuple[str, Callable[[Any], Any], Callable[[Any], Any]], ...]:
    as_is: Callable[[Any], Any] = lambda value: value  # noqa: E731
    ways = {
        Kind.SET: (_to_json, _from_json),
        Kind.DOCUMENT: (_to_json, _from_json),
        Kind.FLAG: (int, bool),
    }
    specs = RECORD_TYPES[type_name].fields
    return tuple((n, *ways.get(s.kind, (as_is, as_is))) for n, s in specs.items())


@cache
def insert_sql(type_name: str) -> str:
    names = [n for n, _, _ in _columns(type_name)]
    head = ["place", "id", "stream", "revision", "generation", "unread", "shadow", "extra"]
    marks = ",".join("?" * (len(head) + len(names)))
    return f'INSERT OR REPLACE INTO {type_name} ({",".join(head + [_q(n) for n in names])}) VALUES ({marks})'  # noqa: E501


@cache
def select_sql(type_name: str) -> str:
    names = ",".join(_q(n) for n, _, _ in _columns(type_name))
    head = "place,id,stream,revision,generation,unread,shadow,extra"
    return f"SELECT {head},{names} FROM {type_name}"


def _q(name: str) -> str:
    return f'"{name}"'


def to_sql(row: Row) -> tuple[Any, ...]:
    """The parameters of `insert_sql`."""
    values = row.values
    extra = None
    specs = RECORD_TYPES[row.type].fields
    if len(values) > len(specs):
        extra = _dumps({n: v for n, v in values.items() if n not in specs})
    shadow = None if row.shadow is None else _dumps(row.shadow) if row.shadow else ""
    head = (
        row.place,
        row.id,
        row.stream,
        row.revision,
        row.generation,
        int(row.unread),
        shadow,
        extra,
    )
    return head + tuple([way(values.get(name)) for name, way, _ in _columns(row.type)])


def from_sql(type_name: str, got: Sequence[Any]) -> Row:
    values: Values = {
        name: way(value)
        for (name, _, way), value in zip(_columns(type_name), got[8:], strict=True)
    }
    if got[7]:
        values |= json.loads(got[7])
    shadow = None if got[6] is None else json.loads(got[6]) if got[6] else {}
    return Row(
        type_name, got[1], got[2], got[3], got[4], values, shadow, bool(got[5]), got[0]
    )


def load(db: Db, type_name: str, ids: Sequence[str]) -> dict[str, Row]:
    """The rows of these ids that are here."""
    found = {}
    for start in range(0, len(ids), 500):
        part = ids[start : start + 500]
        marks = ",".join("?" * len(part))
        sql = f"{select_sql(type_name)} WHERE id IN ({marks})"
        for got in db.execute(sql, part):
            found[got[1]] = from_sql(type_name, got)
    return found


def place_of(type_name: str, record_id: str, values: Mapping[str, Json]) -> int:
    """Where a record stands in lists: by the time of receipt, else of its making (UUIDv7)."""
    when = values.get("received_at") if type_name == "report" else None
    if not isinstance(when, int):
        when = int(record_id[:8] + record_id[9:13], 16)
    return max(0, when) * SLOTS + int(record_id[-3:], 16)


def search_text(values: Mapping[str, Json]) -> str:
    """What full-text search finds of a report."""
    found = region(str(values.get("region", "")))
    parts = [values.get(n) or "" for n in ("number", "title", "text", "informant", "place")]
    parts += [values.get("caller") or "", values.get("callback") or "", values.get("owner") or ""]
    if found is not None:
        parts += [found.name, found.abbreviation, found.code]
    return " ".join(str(p) for p in parts if p)


def facet(kind: str, value: str) -> str:
    """One token of letters and digits that stands for "field = value" in the search index."""
    return f"xq{kind}" + "".join(c if c.isalnum() else f"z{ord(c):x}z" for c in value.lower())


def facets(row: Row) -> str:
    """The facet tokens of a report."""
    values = row.values
    tokens = [
        facet("t", row.stream),
        facet("s", str(values["status"])),
        facet("r", str(values["region"])),
        facet("d", str(values["discipline"])),
        facet("a", str(values["reliability"])),
        facet("c", str(values["credibility"])),
        facet("o", str(values["owner"])),
        facet("i", str(values["incident"])),
    ]
    if row.unread:
        tokens.append("xqu")
    if urgent_open(values):
        tokens.append("xqx")
    return " ".join(tokens)


def urgent_open(values: Mapping[str, Json]) -> bool:
    """An urgent report that nobody acknowledged yet."""
    return (
        values["urgent"] is True
        and not values["acknowledged_by"]
        and values["status"] in ("new", "in_progress")
    )


def write(db: Db, rows: Sequence[Row], fresh: frozenset[str] = frozenset()) -> None:
    """Write rows with their search text. `fresh` ids are known not to be here."""
    by_type: dict[str, list[Row]] = {}
    for row in rows:
        by_type.setdefault(row.type, []).append(row)
    for type_name, group in by_type.items():
        _put_in_place(db, type_name, group, fresh)
        db.executemany(insert_sql(type_name), [to_sql(row) for row in group])
        if type_name == "report":
            _index(db, group, fresh)


def _put_in_place(db: Db, type_name: str, group: Sequence[Row], fresh: frozenset[str]) -> None:
    """Give each row its place; a row whose time changed moves."""
    for row in group:
        wanted = place_of(type_name, row.id, row.values)
        if row.place and row.place // SLOTS == wanted // SLOTS:
            continue
        if row.place and row.id not in fresh:
            db.execute(f"DELETE FROM {type_name} WHERE place = ?", (row.place,))
            if type_name == "report":
                db.execute("DELETE FROM report_search WHERE rowid = ?", (row.place,))
        row.place = wanted
    taken = {
        got[0]: got[1]
        for start in range(0, len(group), 500)
        for got in db.execute(
            f"SELECT place, id FROM {type_name} WHERE place IN "
            f"({','.join('?' * len(group[start : start + 500]))})",
            [row.place for row in group[start : start + 500]],
        )
    }
    for row in group:
        while taken.get(row.place, row.id) != row.id:
            row.place += 1
            found = db.execute(
                f"SELECT id FROM {type_name} WHERE place = ?", (row.place,)
            ).fetchone()
            if found is not None:
                taken.setdefault(row.place, found[0])
        taken[row.place] = row.id


def _index(db: Db, group: Sequence[Row], fresh: frozenset[str]) -> None:
    verb = "INSERT" if all(row.id in fresh for row in group) else "INSERT OR REPLACE"
    shown = [row for row in group if row.values["removed"] is not True]
    db.executemany(
        f"{verb} INTO report_search(rowid, body, facet) VALUES (?,?,?)",
        [(row.place, search_text(row.values), facets(row)) for row in shown],
    )
    for row in group:
        if row.values["removed"] is True:
            db.execute("DELETE FROM report_search WHERE rowid = ?", (row.place,))
        follows = row.values["follows"]
        if isinstance(follows, list) and follows:
            how = str(row.values["follows_how"])
            db.executemany(
                "INSERT OR REPLACE INTO follow(target, source, how) VALUES (?,?,?)",
                [(str(target), row.id, how) for target in follows],
            )


def delete(db: Db, rows: Sequence[Row]) -> None:
    """Take rows out of the cache, with their search text."""
    for row in rows:
        db.execute(f"DELETE FROM {row.type} WHERE id = ?", (row.id,))
        if row.type == "report":
            db.execute("DELETE FROM report_search WHERE rowid = ?", (row.place,))
            db.execute("DELETE FROM follow WHERE source = ?", (row.id,))
