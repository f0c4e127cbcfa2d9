"""How a query is asked of the search index.

FTS5 walks the lists of all that is asked side by side, some 20 ns a report and list, and knows
nothing of which is short: `_all` orders them. And what can be said with fewer or shorter lists is:
where both halves of a grade are asked they are one choice, and "any status with closed among
them", which nearly every report fits, is asked as "none of the other statuses".
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product
from typing import Any

from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.store.prefixes import spread
from kcr2desk.store.query import ReportQuery
from kcr2desk.store.rows import LATEST, REMOVED, SLOTS, UNREAD, URGENT, Db
from kcr2desk.store.search import asked, expression
from kcr2desk.store.terms import UNKNOWN, facet

END = LATEST * SLOTS + (1 << 20)
"""A place after every report."""

COMMON = "closed"
"""The status that nearly all reports have in the end."""

NEVER = facet("never", "")
"""What no report holds."""

FEW = 8  # words of one question that are walked at about the cost of one
SAMPLE = 20  # reports by which it is guessed how rare something is

INDEXES = "indexes"
"""The note that is there while the indexes of the tables are not, as a first load goes on."""

_STATUSES = RECORD_TYPES["report"].fields["status"].choices


@dataclass(frozen=True, slots=True)
class Plan:
    """A query as SQL. `match` is the question to the search index ("" when there is nothing to
    ask it), `where` the same for rows that are not in it yet, as far as it is not text; `worded`
    when it is; `low` <= place < `high`."""

    match: str
    where: str
    values: tuple[Any, ...]
    worded: bool
    low: int
    high: int


def plan(db: Db, query: ReportQuery) -> Plan:
    """How a query is asked."""
    where, values = _where(query)
    words = asked(query.text)
    beginning = functools.partial(spread, db)
    wanted = _filters(query)
    unwanted = [] if query.removed else [REMOVED]
    here = _streams(db)
    if here is None or not here <= set(query.streams or here):
        wanted += _any(facet("t", stream) for stream in query.streams)
    if COMMON in query.status and (wanted or words.wanted):
        others = (*(set(_STATUSES) - set(query.status)), UNKNOWN)
        unwanted += _any(facet("s", status) for status in others)
    else:
        wanted += _any(facet("s", status) for status in query.status)
    wanted += [expression(term, beginning) for term in words.wanted]
    unwanted += [expression(term, beginning) for term in words.unwanted]
    if not wanted:  # FTS5 has no word for "everything"
        if here is None and words:
            here = {row[0] for row in db.execute("SELECT DISTINCT stream FROM report")}
        wanted += _any(facet("t", stream) for stream in here or ())
    return Plan(
        " NOT ".join([_all(db, wanted), *unwanted]) if wanted else "",
        where,
        values,
        bool(words),
        0 if query.since is None else max(0, query.since) * SLOTS,
        END if query.until is None else max(0, query.until) * SLOTS,
    )


def _filters(query: ReportQuery) -> list[str]:
    """What must hold but text, stream and status."""
    letters, digits = query.reliability, query.credibility
    if letters and digits:
        grade = [facet("g", letter + digit) for letter, digit in product(letters, digits)]
    else:
        grade = [facet("a", letter) for letter in letters] + [facet("c", d) for d in digits]
    return [
        *_any(facet("r", region) for region in query.regions),
        *_any(facet("d", discipline) for discipline in query.disciplines),
        *_any(grade),
        *_any(facet("i", incident) for incident in (query.incident,) if incident),
        *_any(facet("o", owner) for owner in (query.owner,) if owner),
        *([UNREAD] if query.unread else []),
        *([URGENT] if query.urgent_open else []),
    ]


def _all(db: Db, groups: list[str]) -> str:
    """All of these questions, in the order in which they cost least.

    FTS5 steps through all parts of one AND together, and through each word of each OR. So the
    rarest two are one AND, and each further question is only asked of what they leave: by an AND
    around it. (NOT what never occurs keeps FTS5 from making one AND of all.)
    """
    if len(groups) > 2:
        groups = sorted(groups, key=_cost(db))
    found = " AND ".join(groups[:2])
    for group in groups[2:]:
        found = f"(({found}) NOT {NEVER}) AND {group}"
    return f"({found})"


def _cost(db: Db) -> Callable[[str], float]:
    """Tells how dear a question is: those of many words most, others by about how many reports
    they find, guessed from how far the next few reach at three places of the list."""
    (oldest,) = db.execute("SELECT min(rowid) FROM report").fetchone()
    (newest,) = db.execute("SELECT max(rowid) FROM report").fetchone()
    if oldest is None:
        return lambda _: 0.0
    places = [newest + 1 - n * (newest - oldest) // 3 for n in range(3)]

    def cost(question: str) -> float:
        words = question.count(" OR ") + 1
        if words > FEW:
            return float(words << 60)
        densities: list[float] = []
        for place in places:
            number, last = db.execute(
                "SELECT count(*), min(place) FROM (SELECT s.rowid AS place FROM report_search s"
                " WHERE report_search MATCH ? AND s.rowid < ? ORDER BY s.rowid DESC LIMIT ?)",
                (question, place, SAMPLE),
            ).fetchone()
            reach = place - (last if number == SAMPLE else oldest)
            densities.append(number / max(reach, 1))
        return sorted(densities)[1]

    return cost


def _any(tokens: Iterable[str]) -> list[str]:
    """One question for any of these tokens; none for none."""
    found = sorted(set(tokens))
    return ["(" + " OR ".join(found) + ")"] if found else []


def _where(query: ReportQuery) -> tuple[str, tuple[Any, ...]]:
    parts = [] if query.removed else ["NOT r.removed"]
    values: list[str] = []
    for column, wanted in (
        ("stream", query.streams),
        ("status", query.status),
        ("region", query.regions),
        ("discipline", query.disciplines),
        ("reliability", query.reliability),
        ("credibility", query.credibility),
        ("incident", (query.incident,) if query.incident else ()),
        ("owner", (query.owner,) if query.owner else ()),
    ):
        if wanted:
            parts.append(f"r.{column} IN ({','.join('?' * len(wanted))})")
            values += wanted
    if query.unread:
        parts.append("r.unread")
    if query.urgent_open:
        parts.append("r.urgent AND r.acknowledged_by = '' AND r.status IN ('new', 'in_progress')")
    return " AND ".join(parts) or "1", tuple(values)


def _streams(db: Db) -> set[str] | None:
    """The streams of which reports are here; None while there is no index to tell it from."""
    if db.execute("SELECT 1 FROM meta WHERE name = ?", (INDEXES,)).fetchone():
        return None
    found: list[str] = []
    while row := db.execute(
        "SELECT stream FROM report WHERE stream > ? ORDER BY stream LIMIT 1", (found or [""])[-1:]
    ).fetchone():
        found.append(row[0])
    return set(found)
