"""Records as rows: kinds to columns and back, the order of lists, what search finds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter, itemgetter
from typing import Any

from kcr2desk.core.fields import Kind
from kcr2desk.core.records import RECORD_TYPES, blank_values
from kcr2desk.core.repatriation.people import BORN
from kcr2desk.core.text import Json
from kcr2desk.store.layout import KEYED
from kcr2desk.store.terms import SEARCHED, UNKNOWN, facet, report_words

Db = Any  # sqlcipher3.dbapi2.Connection, which has no types
Values = dict[str, Json]
SLOTS = 4096  # places within one millisecond
LATEST = 1 << 50  # milliseconds; a later time stands there, so that places fit a rowid
EARLY = 1_000_000_000_000  # ids that hold no time (derived ones) are spread before this moment
CHUNK = 500  # ids in one question
NOWHERE = (1 << 63) - 1
"""`searched_from` while nothing is in the search index yet."""

to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(slots=True)
class Row:
    """A record of the cache. `values` is what the officer sees, `shadow` what the hub has while
    own changes are pending (None: nothing pending; {}: the hub does not have it).

    `place` is 0 and `stood` None for a row that is not in the table yet; else `stood` is what is
    seen there now. Values are replaced, never changed in place.
    """

    type: str
    id: str
    stream: str
    revision: int
    generation: int
    values: Values
    shadow: Values | None = None
    unread: bool = False
    place: int = 0
    stood: Values | None = None
    stood_unread: bool = False

    @property
    def base(self) -> Values | None:
        """What the hub has; None when it does not have the record."""
        if self.shadow is None:
            return self.values
        return self.shadow or None


@dataclass(frozen=True, slots=True)
class Shape:
    """How a record type's values become columns. Numbers are indexes into its fields."""

    names: tuple[str, ...]
    take: Callable[[Values], tuple[Json, ...]]
    documents: tuple[int, ...]  # JSON in a text column
    flags: tuple[int, ...]
    insert: str
    update: str
    touch: str
    select: str


@cache
def shape(type_name: str) -> Shape:
    """The shape of a record type, made once."""
    specs = RECORD_TYPES[type_name].fields
    names = tuple(specs)
    head = ("at", "id", "stream", "revision", "generation", "unread", "shadow", "extra")
    columns = [*head, *(f'"{name}"' for name in names)]
    kinds = [spec.kind for spec in specs.values()]
    return Shape(
        names,
        itemgetter(*names),
        tuple(n for n, kind in enumerate(kinds) if kind in (Kind.SET, Kind.DOCUMENT)),
        tuple(n for n, kind in enumerate(kinds) if kind is Kind.FLAG),
        f"INSERT INTO {type_name}({','.join(columns)}) VALUES ({','.join('?' * len(columns))})",
        f"UPDATE {type_name} SET {','.join(f'{c}=?' for c in columns[2:])} WHERE at=?",
        f"UPDATE {type_name} SET revision=?,generation=?,unread=?,shadow=? WHERE at=?",
        f"SELECT {','.join(columns)} FROM {type_name}",
    )


def to_sql(row: Row) -> tuple[Any, ...]:
    """The columns of a row from `stream` on."""
    form, values = shape(row.type), row.values
    cells = list(form.take(values))
    for at in form.documents:
        value = cells[at]
        cells[at] = None if value is None else "[]" if value == [] else to_json(value)
    for at in form.flags:
        cells[at] = 1 if cells[at] else 0
    extra = None
    if len(values) > len(form.names):
        known = RECORD_TYPES[row.type].fields
        extra = to_json({n: v for n, v in values.items() if n not in known})
    return (
        row.stream, row.revision, row.generation, 1 if row.unread else 0, _shadow(row), extra,
        *cells,
    )  # fmt: skip


def _shadow(row: Row) -> str | None:
    return None if row.shadow is None else to_json(row.shadow) if row.shadow else ""


def from_sql(type_name: str, got: Sequence[Any]) -> Row:
    """The row of what `Shape.select` gave."""
    form = shape(type_name)
    cells = list(got[8:])
    for at in form.documents:
        cell = cells[at]
        if cell is not None:
            cells[at] = [] if cell == "[]" else json.loads(cell)
    for at in form.flags:
        cells[at] = bool(cells[at])
    values: Values = dict(zip(form.names, cells, strict=True))
    if got[7]:
        values |= json.loads(got[7])
    shadow = None if got[6] is None else json.loads(got[6]) if got[6] else {}
    unread = bool(got[5])
    return Row(
        type_name, got[1], got[2], got[3], got[4], values, shadow, unread, got[0], values, unread
    )


def whole(type_name: str, values: Mapping[str, Json]) -> Values:
    """`values` with blanks for the fields that they do not name (withheld or left out)."""
    return {**blank_values(type_name), **values}


def load(db: Db, type_name: str, ids: Sequence[str]) -> dict[str, Row]:
    """The rows of these ids that are here."""
    found = {}
    select = shape(type_name).select
    for part in chunks(ids):
        marks = ",".join("?" * len(part))
        for got in db.execute(f"{select} WHERE id IN ({marks})", part):
            found[got[1]] = from_sql(type_name, got)
    return found


def chunks(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    """`items` in parts that one question takes."""
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))


def place_of(type_name: str, record_id: str, values: Mapping[str, Json]) -> int:
    """Where a record stands in lists: by the time of receipt, else of its making (UUIDv7)."""
    when = values.get("received_at") if type_name == "report" else None
    slot = int(record_id[-3:], 16)
    if not isinstance(when, int) or isinstance(when, bool):
        when = int(record_id[:8] + record_id[9:13], 16)
        if when in (0, BORN):  # a derived id without a time: spread, or all want the same place
            when = int(record_id[-12:], 16) % EARLY
    return max(1, min(when, LATEST)) * SLOTS + slot


# -- search ------------------------------------------------------------------------------------


def facets(stream: str, values: Mapping[str, Json], unread: bool) -> str:
    """The tokens of what filters ask of a report."""
    letter, digit, status = (str(values[n]) for n in ("reliability", "credibility", "status"))
    tokens = [facet("t", stream), facet("g", letter + digit), facet("s", status)]
    tokens += [facet(kind, str(values[name])) for kind, name in _FACETS]
    if status not in _STATUSES:  # so that it is found by what leaves only some statuses out
        tokens.append(facet("s", UNKNOWN))
    if unread:
        tokens.append(UNREAD)
    if urgent_open(values):
        tokens.append(URGENT)
    if values["removed"] is True:
        tokens.append(REMOVED)
    return " ".join(tokens)


_STATUSES = RECORD_TYPES["report"].fields["status"].choices
UNREAD, URGENT, REMOVED = facet("unread", ""), facet("urgent", ""), facet("removed", "")
_FACETS = (
    ("r", "region"), ("d", "discipline"), ("a", "reliability"), ("c", "credibility"),
    ("o", "owner"), ("i", "incident"),
)  # fmt: skip
_INDEXED_TOO = ("status", "urgent", "acknowledged_by", "removed")


def urgent_open(values: Mapping[str, Json]) -> bool:
    """An urgent report that nobody acknowledged yet."""
    return (
        values["urgent"] is True
        and not values["acknowledged_by"]
        and values["status"] in ("new", "in_progress")
    )


# -- write -------------------------------------------------------------------------------------


def write(db: Db, rows: Iterable[Row], searched_from: int = 0) -> None:
    """Write rows, with their search text unless they stand before `searched_from`."""
    by_type: dict[str, list[Row]] = {}
    for row in rows:
        by_type.setdefault(row.type, []).append(row)
    for type_name, group in by_type.items():
        _write_type(db, type_name, group, searched_from)
        if type_name == "report":
            _index(db, group, searched_from)
            _note_follows(db, group)
        elif type_name in KEYED:
            # Imported late: it compares names, which few caches ever hold.
            from kcr2desk.store import person_keys

            person_keys.note(db, group)
        if type_name == "report" or type_name in KEYED:
            for row in group:  # what is taken out of an index must be what was put in
                row.stood, row.stood_unread = row.values, row.unread


def _write_type(db: Db, type_name: str, group: Sequence[Row], searched_from: int) -> None:
    form = shape(type_name)
    fresh, changed, touched = [], [], []
    for row in group:
        if row.stood is None:
            fresh.append(row)
        elif row.stood is row.values or row.stood == row.values:
            touched.append(row)
        else:
            wanted = place_of(type_name, row.id, row.values)
            if row.place // SLOTS == wanted // SLOTS:
                changed.append(row)
            else:  # its time changed: it moves
                delete(db, [row], searched_from)
                row.place, row.stood = 0, None
                fresh.append(row)
    if fresh:
        _put_in_place(db, type_name, fresh)
        db.executemany(form.insert, [(row.place, row.id, *to_sql(row)) for row in fresh])
    if changed:
        db.executemany(form.update, [(*to_sql(row), row.place) for row in changed])
    if touched:
        db.executemany(
            form.touch,
            [
                (r.revision, r.generation, 1 if r.unread else 0, _shadow(r), r.place)
                for r in touched
            ],
        )


def _put_in_place(db: Db, type_name: str, group: list[Row]) -> None:
    """Give new rows their places, and put them in that order."""
    for row in group:
        row.place = place_of(type_name, row.id, row.values)
    group.sort(key=attrgetter("place"))
    taken: set[int] = set()
    for part in chunks(group):
        marks = ",".join("?" * len(part))
        sql = f"SELECT at FROM {type_name} WHERE at IN ({marks})"
        taken.update(place for (place,) in db.execute(sql, [row.place for row in part]))
    for row in group:
        while row.place in taken:
            row.place += 1
            sql = f"SELECT 1 FROM {type_name} WHERE at = ?"
            if db.execute(sql, (row.place,)).fetchone():
                taken.add(row.place)
        taken.add(row.place)


def _index(db: Db, group: Sequence[Row], searched_from: int) -> None:
    fresh, changed = [], []
    for row in group:
        if row.place < searched_from:
            continue
        if row.stood is None:
            fresh.append(row)
        elif not _found_the_same(row, row.stood):
            changed.append(row)
    index_anew(db, fresh)
    changed.sort(key=attrgetter("place"))
    for row in changed:
        assert row.stood is not None
        _index_change(db, row, row.stood)


_PUT = "INSERT INTO report_search(rowid, body, facet) VALUES (?,?,?)"
_TAKE = "INSERT INTO report_search(report_search, rowid, body, facet) VALUES ('delete',?,?,?)"


def index_anew(db: Db, found: Iterable[Row]) -> None:
    """Make reports searchable that are not in the search index."""
    # in the order of places: FTS5 writes out what it has gathered when a rowid goes back
    db.executemany(
        _PUT,
        [
            (r.place, report_words(r.values), facets(r.stream, r.values, r.unread))
            for r in sorted(found, key=attrgetter("place"))
        ],
    )


def _index_change(db: Db, row: Row, stood: Values) -> None:
    """Take from the search index what no longer holds, and put in what holds now, and no more:
    a report that was read costs one token, not all of its words and their beginnings."""
    was, now = report_words(stood), report_words(row.values)
    if was == now:
        was = now = ""
    held = facets(row.stream, stood, row.stood_unread).split()
    holds = facets(row.stream, row.values, row.unread).split()
    gone = " ".join(token for token in held if token not in holds)
    came = " ".join(token for token in holds if token not in held)
    db.execute(_TAKE, (row.place, was, gone))
    db.execute(_PUT, (row.place, now, came))


_INDEXED = itemgetter(*dict.fromkeys((*SEARCHED, *(name for _, name in _FACETS), *_INDEXED_TOO)))


def _found_the_same(row: Row, stood: Values) -> bool:
    return row.unread == row.stood_unread and (
        stood is row.values or bool(_INDEXED(stood) == _INDEXED(row.values))
    )


def _note_follows(db: Db, group: Sequence[Row]) -> None:
    """Keep who follows whom; screens ask for it the other way round."""
    lines = []
    for row in group:
        follows, how = row.values["follows"], row.values["follows_how"]
        stood = row.stood
        if stood is not None and (stood["follows"], stood["follows_how"]) != (follows, how):
            db.execute("DELETE FROM follow WHERE source = ?", (row.id,))
        if follows and isinstance(follows, list):
            lines += [(str(target), row.id, str(how)) for target in follows]
    if lines:
        db.executemany("INSERT OR REPLACE INTO follow(target, source, how) VALUES (?,?,?)", lines)


def delete(db: Db, rows: Iterable[Row], searched_from: int = 0) -> None:
    """Take rows out of the cache, with their search text unless they stand before
    `searched_from`."""
    for row in sorted(rows, key=attrgetter("place")):
        stood = row.stood
        if stood is None:
            continue
        db.execute(f"DELETE FROM {row.type} WHERE at = ?", (row.place,))
        if row.type == "report":
            if row.place >= searched_from:
                held = facets(row.stream, stood, row.stood_unread)
                db.execute(_TAKE, (row.place, report_words(stood), held))
            db.execute("DELETE FROM follow WHERE source = ?", (row.id,))
        elif row.type in KEYED:
            from kcr2desk.store import person_keys

            person_keys.forget(db, row)
