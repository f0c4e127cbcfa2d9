"""Lists of reports: pages, counts, charts. Functions of a connection; they never write.

Every list is in the order of `place`, newest first. Filters and text are intersected by the search
index, which holds a token for each choice ("status = new") beside the words; so a page costs the
same wherever it is, and a question that finds nothing is answered as soon as one that finds much.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kcr2desk.core.fields import Kind
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.store.planning import Plan, plan
from kcr2desk.store.query import Count, Hit, HourCount, Page, ReportLine, ReportQuery
from kcr2desk.store.rows import NOWHERE, SLOTS, Db, chunks
from kcr2desk.store.search import Asked, asked, excerpt, occurs
from kcr2desk.store.terms import facet

HOUR = 3_600_000
SEARCHED_FROM = "searched_from"
"""The note that names the place from which on reports are in the search index; none: all are."""

_LINE = (
    "r.id, r.rowid, r.stream, r.number, r.title, r.received_at, r.occurred_at, r.entered_at,"
    " r.informant, r.source, r.channel, r.reliability, r.credibility, r.discipline, r.region,"
    " r.municipality, r.place, r.incident,"
    " coalesce((SELECT i.title FROM incident i WHERE i.id = r.incident), ''),"
    " r.status, r.owner, r.urgent, r.acknowledged_by, r.reality, r.follows_how,"
    " coalesce((SELECT min(f.how) FROM follow f JOIN report l ON l.id = f.source"
    " WHERE f.target = r.id AND f.how IN ('update', 'cancel') AND NOT l.removed"
    " AND l.reality = r.reality), ''),"
    " r.unread, r.shadow IS NOT NULL,"
    " EXISTS (SELECT 1 FROM conflict c WHERE c.about = r.id AND c.state = 'open'"
    " AND NOT c.removed),"
    " (SELECT count(*) FROM attachment a WHERE a.about = r.id AND NOT a.removed)"
)


def page(
    db: Db,
    query: ReportQuery,
    after: int | None = None,
    limit: int = 100,
    backwards: bool = False,
) -> Page:
    """The lines that follow `after` (the place of a line; None: the end of the list), at most
    `limit`. `backwards`: those before it, that is newer ones, nearest to `after`."""
    found = _places(db, plan(db, query), after, limit + 1, backwards)
    more = len(found) > limit
    got = lines_at(db, found[:limit])
    return Page(got, more)


def count(db: Db, query: ReportQuery, most: int = 0) -> Count:
    """How many reports a query finds; `most` above 0: stop there and say that there are more."""
    number, _ = count_from(db, query, None, most + 1 if most else NOWHERE)
    return Count(min(number, most), number <= most) if most else Count(number, True)


def count_from(db: Db, query: ReportQuery, after: int | None, most: int) -> tuple[int, int | None]:
    """How many follow `after` (the place of a line; None: all), at most `most`; with the place
    from which to count on, None when all were counted. So a count can be made in short parts."""
    wanted = plan(db, query)
    high = wanted.high if after is None else min(wanted.high, after)
    number = 0
    for part in _parts(db, wanted, wanted.low, high):
        place = "s.rowid" if part.indexed else "r.rowid"
        counted = f"SELECT {place} AS place{part.sql} ORDER BY {place} DESC LIMIT ?"
        more, last = db.execute(
            f"SELECT count(*), min(place) FROM ({counted})", (*part.values, most - number)
        ).fetchone()
        number += more
        if number >= most:
            return number, last
    return number, None


def lines(db: Db, ids: Iterable[str]) -> tuple[ReportLine, ...]:
    """The lines of these reports that are here and not removed, newest first."""
    places: list[int] = []
    for part in chunks(list(ids)):
        sql = f"SELECT rowid FROM report WHERE NOT removed AND id IN ({','.join('?' * len(part))})"
        places += [found[0] for found in db.execute(sql, part)]
    return lines_at(db, places)


def lines_at(db: Db, places: Sequence[int]) -> tuple[ReportLine, ...]:
    """The lines at these places, newest first."""
    found: list[ReportLine] = []
    for part in chunks(sorted(places, reverse=True)):
        sql = f"SELECT {_LINE} FROM report r WHERE r.rowid IN ({','.join('?' * len(part))})"
        found += [_line(row) for row in db.execute(f"{sql} ORDER BY r.rowid DESC", part)]
    return tuple(found)


def thread(db: Db, report_id: str) -> tuple[ReportLine, ...]:
    """The other reports of the same thread, those that it follows and those that follow it."""
    sql = (
        "SELECT o.id FROM report o WHERE o.thread ="
        " (SELECT thread FROM report WHERE id = :id AND thread <> '')"
        " UNION SELECT source FROM follow WHERE target = :id"
        " UNION SELECT target FROM follow WHERE source = :id"
        " UNION SELECT thread FROM report WHERE id = :id"
        " UNION SELECT id FROM report WHERE thread = :id"
    )
    found = {row[0] for row in db.execute(sql, {"id": report_id})}
    return lines(db, found - {report_id, ""})


def search(db: Db, text: str, limit: int = 50, type_name: str = "report") -> tuple[Hit, ...]:
    """Records in which all of what was typed occurs, newest first.

    Reports are found by the search index, in every stream; of other types, of which there are few,
    every text is read. Blank text finds nothing.
    """
    question = asked(text)
    if not question:
        return ()
    if type_name != "report":
        return _search_texts(db, question, limit, type_name)
    found = _places(db, plan(db, ReportQuery(streams=(), text=text)), None, limit, False)
    hits = []
    for part in chunks(found):
        hits += db.execute(
            "SELECT id, title, number, text, informant, place, rowid FROM report"
            f" WHERE rowid IN ({','.join('?' * len(part))}) ORDER BY rowid DESC",
            part,
        )
    return tuple(
        Hit("report", record, title, number, *excerpt(question, (title, *texts)), place // SLOTS)
        for record, title, number, *texts, place in hits
    )


def _search_texts(db: Db, question: Asked, limit: int, type_name: str) -> tuple[Hit, ...]:
    specs = RECORD_TYPES[type_name].fields
    names = [name for name, spec in specs.items() if spec.kind is Kind.TEXT and not spec.private]
    heads = [name for name in ("title", "name", "name_nl", "code") if name in specs]
    sql = ", ".join(f'"{name}"' for name in names)
    found: list[Hit] = []
    for record, place, *texts in db.execute(
        f"SELECT id, rowid, {sql} FROM {type_name} WHERE NOT removed ORDER BY rowid DESC"
    ):
        if occurs(question, " ".join(filter(None, texts))):
            told = dict(zip(names, texts, strict=True))
            title = next((told[name] for name in heads if told[name]), "")
            shown = excerpt(question, (title, *texts))
            found.append(
                Hit(type_name, record, title, told.get("number") or "", *shown, place // SLOTS)
            )
            if len(found) == limit:
                break
    return tuple(found)


def per_hour(db: Db, query: ReportQuery, since: int, until: int) -> tuple[HourCount, ...]:
    """Reports that the query finds with `since` <= time of receipt < `until`, an hour and
    discipline each, in that order; hours start at whole hours UTC."""
    wanted = plan(db, query)
    low, high = max(wanted.low, since * SLOTS), min(wanted.high, until * SLOTS)
    found: Counter[tuple[int, str]] = Counter()
    for part in _parts(db, wanted, low, high):
        for hour, discipline, number in _hours(db, part):
            found[hour * HOUR, discipline] += number
    return tuple(HourCount(hour, of, number) for (hour, of), number in sorted(found.items()))


def _hours(db: Db, part: _Part) -> list[tuple[int, str, int]]:
    """Hours since 1970, disciplines and how many."""
    sql = part.sql
    if part.indexed:
        found = _hours_indexed(db, part)
        (every,) = db.execute(f"SELECT count(*){sql}", part.values).fetchone()
        if every == sum(number for _, _, number in found):
            return found
        sql = sql.replace(" WHERE", " CROSS JOIN report r ON r.rowid = s.rowid WHERE")
    counted = f"SELECT r.rowid / {SLOTS * HOUR}, r.discipline, count(*){sql} GROUP BY 1, 2"
    return db.execute(counted, part.values).fetchall()  # type: ignore[no-any-return]


def _hours_indexed(db: Db, part: _Part) -> list[tuple[int, str, int]]:
    """The same by the search index alone, for the disciplines that are known here: looking into
    forty thousand reports for theirs takes 0.2 s."""
    match, *bounds = part.values
    counted = f"SELECT s.rowid / {SLOTS * HOUR}, count(*){part.sql} GROUP BY 1"
    return [
        (hour, code, number)
        for code in {"", *(row[0] for row in db.execute("SELECT code FROM discipline"))}
        for hour, number in db.execute(counted, (f"({match}) AND {facet('d', code)}", *bounds))
    ]


def searched_from(db: Db) -> int:
    """The place from which on reports are in the search index; 0 when all are."""
    found = db.execute("SELECT value FROM meta WHERE name = ?", (SEARCHED_FROM,)).fetchone()
    return 0 if found is None else int(found[0])


@dataclass(frozen=True, slots=True)
class _Part:
    """FROM and WHERE of a part of what a query finds: `indexed` in the search index (as `s`; the
    first value is the question to it), else in the table (as `r`)."""

    indexed: bool
    sql: str
    values: tuple[Any, ...]


def _parts(db: Db, wanted: Plan, low: int, high: int) -> list[_Part]:
    """What is found within `low` <= place < `high`, the newer part first."""
    split = searched_from(db) if wanted.match else high
    found = []
    if wanted.match and split < high:
        sql = " FROM report_search s WHERE report_search MATCH ? AND s.rowid >= ? AND s.rowid < ?"
        found.append(_Part(True, sql, (wanted.match, max(low, split), high)))
    if low < split and not wanted.worded:
        sql = f" FROM report r WHERE r.rowid >= ? AND r.rowid < ? AND {wanted.where}"
        found.append(_Part(False, sql, (low, min(split, high), *wanted.values)))
    return found


def _places(db: Db, wanted: Plan, after: int | None, limit: int, backwards: bool) -> list[int]:
    low, high = wanted.low, wanted.high
    if after is not None and backwards:
        low = max(low, after + 1)
    elif after is not None:
        high = min(high, after)
    parts = _parts(db, wanted, low, high)
    order = "ASC" if backwards else "DESC"
    found: list[int] = []
    for part in reversed(parts) if backwards else parts:
        place = "s.rowid" if part.indexed else "r.rowid"
        sql = f"SELECT {place}{part.sql} ORDER BY {place} {order} LIMIT ?"
        found += [row[0] for row in db.execute(sql, (*part.values, limit - len(found)))]
        if len(found) >= limit:
            break
    return found


def _line(row: Sequence[Any]) -> ReportLine:
    cells = list(row)
    for at in _FLAGS:
        cells[at] = bool(cells[at])
    return ReportLine(*cells)


_FLAGS = tuple(n for n, field in enumerate(dataclasses.fields(ReportLine)) if field.type == "bool")
