"""The search index holds what the reports hold, after whatever was changed, moved or taken out."""

from __future__ import annotations

import dataclasses
import hashlib
import random
from pathlib import Path
from typing import Any

import pytest

from kcr2desk.core.places import municipalities, regions
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.store import layout, reading
from kcr2desk.store.opening import transaction
from kcr2desk.store.query import ReportQuery
from kcr2desk.store.rows import Db, Row, delete, facets, index_anew, load, write
from kcr2desk.store.terms import report_words
from tests.store import lists
from tests.store.lists import MINUTE, NOON, a_report

WORDS = ("brand", "brandweer", "brandweerpost", "rook", "dijk", "geëvacueerd")
STATUS = ("new", "in_progress", "processed", "closed")


def some_values(rng: random.Random) -> dict[str, Any]:
    return {
        "title": " ".join(rng.choices(WORDS, k=2)),
        "status": rng.choice(STATUS),
        "region": rng.choice(("", "VR06")),
        "reliability": rng.choice("AF"),
        "owner": rng.choice(("", "jansen")),
        "urgent": rng.random() < 0.3,
        "removed": rng.random() < 0.1,
        "received_at": NOON - rng.randrange(90) * MINUTE,
    }


def change(rng: random.Random, db: Db, kept: dict[str, Row], low: int) -> None:
    """One transaction of anything; `kept` is what should be there after it."""
    with transaction(db):
        found = load(db, "report", rng.sample(sorted(kept), min(len(kept), rng.randrange(6))))
        for row in found.values():
            if rng.random() < 0.2:
                delete(db, [row], low)
                del kept[row.id]
                continue
            changed = some_values(rng)
            names = rng.sample(sorted(changed), rng.randrange(4))
            row.values = {**row.values, **{name: changed[name] for name in names}}
            row.unread = rng.random() < 0.5
            write(db, [row], low)
            if rng.random() < 0.3:  # once more in the same transaction
                row.values = {**row.values, "status": rng.choice(STATUS)}
                write(db, [row], low)
            kept[row.id] = row
        new = [a_report(salt=rng.getrandbits(40), **some_values(rng)) for _ in range(2)]
        for row in new:
            row.values["received_at"] = NOON - rng.randrange(90) * MINUTE
        write(db, new, low)
        kept.update((row.id, row) for row in new)


QUERIES = [
    ReportQuery(),
    ReportQuery(removed=True, unread=True),
    ReportQuery(status=("new", "in_progress")),
    ReportQuery(status=("closed", "new")),
    ReportQuery(reliability=("A",), regions=("VR06",)),
    ReportQuery(credibility=("6",), owner="jansen"),
    ReportQuery(urgent_open=True),
]


def assert_found(db: Db, rows: list[Row]) -> None:
    for query in QUERIES:
        for word in ("", "brand", "brandweerp", "geevac"):
            asked = dataclasses.replace(query, text=word)
            wanted = [word] if word else []
            found = [line.id for line in reading.page(db, asked, limit=1000).lines]
            assert found == lists.naive(rows, query, wanted=wanted)


@pytest.mark.parametrize("seed", range(3))
def test_the_index_follows_every_change(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    db = lists.make_db(tmp_path / "cache.db")
    db.execute("INSERT INTO report_search(report_search, rank) VALUES ('pgsz', 100)")
    kept: dict[str, Row] = {}
    for step in range(60):
        change(rng, db, kept, 0)
        if step % 20 == 19:
            assert_found(db, list(kept.values()))
            db.execute("INSERT INTO report_search(report_search) VALUES ('integrity-check')")
    db.execute("INSERT INTO report_search(report_search) VALUES ('optimize')")
    assert_found(db, list(kept.values()))
    db.close()


def test_changes_while_the_index_is_built_are_found_after_it(tmp_path: Path) -> None:
    rng = random.Random(1)
    db = lists.make_db(tmp_path / "cache.db")
    kept: dict[str, Row] = {}
    low = (NOON - 45 * MINUTE) * 4096
    db.execute("INSERT INTO meta VALUES ('searched_from', ?)", (str(low),))
    for _ in range(40):
        change(rng, db, kept, low)
    plain = list(kept.values())
    for query in QUERIES:
        found = [line.id for line in reading.page(db, query, limit=1000).lines]
        assert found == lists.naive(plain, query)
    older = [id for (id,) in db.execute("SELECT id FROM report WHERE at < ?", (low,))]
    index_anew(db, load(db, "report", older).values())
    db.execute("DELETE FROM meta WHERE name = 'searched_from'")
    assert_found(db, plain)
    db.execute("INSERT INTO report_search(report_search) VALUES ('integrity-check')")
    db.close()


def test_reading_a_report_costs_one_token(tmp_path: Path) -> None:
    db = lists.make_db(tmp_path / "cache.db")
    (row,) = lists.put(db, [a_report(NOON, 1, unread=True, text="woord " * 50)])
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    row.unread = False
    lists.put(db, [row])
    db.set_trace_callback(None)
    told = [sql for sql in asked if sql.startswith("INSERT INTO report_search")]
    assert len(told) == 2
    assert not any("woord" in sql for sql in told)
    assert reading.page(db, ReportQuery(unread=True)).lines == ()
    assert len(reading.page(db, ReportQuery(text="woord")).lines) == 1
    db.close()


@pytest.mark.parametrize("odd", [{"status": "paused"}, {"reliability": "G"}, {"credibility": "9"}])
def test_what_only_a_newer_version_knows_is_found_where_it_is_left_open(
    tmp_path: Path, odd: dict[str, str]
) -> None:
    db = lists.make_db(tmp_path / "cache.db")
    rows = lists.put(db, [a_report(NOON, 1, **odd), a_report(NOON + 1, 2, status="closed")])  # type: ignore[arg-type]
    for query in (
        ReportQuery(),
        ReportQuery(status=STATUS, regions=("",)),
        ReportQuery(status=("closed",), regions=("",)),
        ReportQuery(reliability=("F",)),
        ReportQuery(credibility=("6",)),
        ReportQuery(reliability=tuple("ABCDEF"), credibility=("6",)),
        ReportQuery(status=(odd.get("status", "new"),)),
    ):
        found = [line.id for line in reading.page(db, query).lines]
        assert found == lists.naive(rows, query)
    db.close()


def test_words_of_a_report_are_those_of_the_version() -> None:
    """When this fails: raise layout.WORDS_VERSION, then put the new digest here. The search index
    of a cache is taken apart by the same words that it was made of."""
    told = []
    codes = [*(m.code for m in municipalities()), *(r.code for r in regions())]
    for n, code in enumerate(codes):
        values = a_report(
            NOON, n, number="M-2026-07-0142-3", text="Eén café, zie M-2026-06-K7-0009-4",
            callback="+31 6 1234 5678", region=code, municipality=code,
            urgent=n % 2 == 0, status=STATUS[n % 4], removed=n % 3 == 0,
        ).values  # fmt: skip
        told += [report_words(values), facets("national", values, unread=n % 5 == 0)]
    assert RECORD_TYPES["report"].fields["status"].choices == STATUS
    digest = hashlib.sha256("\n".join(told).encode()).hexdigest()[:12]
    assert (layout.WORDS_VERSION, digest) == (2, "f70ad2943fd8")
