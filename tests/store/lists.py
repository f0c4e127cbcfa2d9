"""Reports in a real encrypted file, and what a list should show of them, worked out by hand."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kcr2desk.core.ids import uuid7
from kcr2desk.core.places import fold
from kcr2desk.core.records import blank_values
from kcr2desk.store import schema
from kcr2desk.store.opening import connect, transaction
from kcr2desk.store.query import ReportQuery
from kcr2desk.store.rows import SLOTS, Db, Row, urgent_open, write
from kcr2desk.store.terms import report_words, words_of

KEY = bytes(range(32))
NOON = 1_783_080_000_000  # 3 July 2026, 12:00 UTC
MINUTE = 60_000


def make_db(path: Path) -> Db:
    """A writing connection to a new cache file with all tables."""
    db = connect(path, KEY)
    for statement in (*schema.ddl(schema.LOCAL), *schema.record_statements()):
        db.execute(statement)
    return db


def reading(path: Path) -> Db:
    """A connection that only reads, as screens have it."""
    return connect(path, KEY, reading=True)


def a_report(when: int = NOON, salt: int = 0, *, unread: bool = False, stream: str = "national",
             **fields: Any) -> Row:  # fmt: skip
    """A report received at `when`; equal arguments make the same id."""
    record = uuid7(when, random.Random(salt).getrandbits(74))
    values = {**blank_values("report"), "received_at": when, "title": "Melding", **fields}
    return Row("report", record, stream, 1, 0, values, unread=unread)


def put(db: Db, rows: Iterable[Row]) -> list[Row]:
    """Write rows in one transaction; returns them, newest first."""
    kept = list(rows)
    with transaction(db):
        write(db, kept)
    return sorted(kept, key=lambda row: -row.place)


def naive(rows: Sequence[Row], query: ReportQuery, *, wanted: Sequence[str] = (),
          unwanted: Sequence[str] = ()) -> list[str]:  # fmt: skip
    """The ids of what a query finds, newest first. `wanted` and `unwanted` are beginnings of
    words, which stand for its text."""
    return [
        row.id
        for row in sorted(rows, key=lambda row: -row.place)
        if _chosen(row, query)
        and all(_has(row, word) for word in wanted)
        and not any(_has(row, word) for word in unwanted)
    ]


def _chosen(row: Row, query: ReportQuery) -> bool:
    values = row.values
    when = row.place // SLOTS
    return (
        (not query.streams or row.stream in query.streams)
        and (not query.status or values["status"] in query.status)
        and (not query.regions or values["region"] in query.regions)
        and (not query.disciplines or values["discipline"] in query.disciplines)
        and (not query.reliability or values["reliability"] in query.reliability)
        and (not query.credibility or values["credibility"] in query.credibility)
        and (not query.incident or values["incident"] == query.incident)
        and (not query.owner or values["owner"] == query.owner)
        and (query.since is None or when >= query.since)
        and (query.until is None or when < query.until)
        and (not query.unread or row.unread)
        and (not query.urgent_open or urgent_open(values))
        and (query.removed or values["removed"] is not True)
    )


def _has(row: Row, beginning: str) -> bool:
    text = report_words(row.values)
    words = (fold(text[start:end]) for start, end in words_of(text))
    return any(
        word.startswith(beginning) if len(beginning) >= 3 else word == beginning for word in words
    )
