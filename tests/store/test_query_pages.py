"""Pages of a list: exactly what a filter finds, in order, whatever is combined with what."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kcr2desk.store import reading
from kcr2desk.store.query import Count, HourCount, Page, ReportQuery
from kcr2desk.store.rows import NOWHERE, SLOTS, Db, Row, index_anew, load, write
from tests.store import lists
from tests.store.lists import MINUTE, NOON, a_report

WORDS = ("brand", "brandweer", "brandweerpost", "rook", "geëvacueerd", "dijk", "de", "A1", "Ermelo")
STATUS = ("new", "in_progress", "processed", "closed")
REGIONS = ("", "VR06", "VR02")
COUNT = 400


@dataclass(frozen=True)
class Full:
    """A cache with reports of all sorts; nobody writes to it."""

    db: Db
    rows: list[Row]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Full]:
    path = tmp_path_factory.mktemp("lists") / "cache.db"
    db = lists.make_db(path)
    rng = random.Random(7)
    rows = [some_report(n, rng) for n in range(COUNT)]
    for at in range(0, COUNT, 90):  # several transactions: several segments of the search index
        lists.put(db, rows[at : at + 90])
    changed = lists.put(db, change_some(db, rows, rng))
    rows = [*(row for row in rows if row.id not in {c.id for c in changed}), *changed]
    only_reads = lists.reading(path)
    yield Full(only_reads, rows)
    only_reads.close()
    db.close()


def some_report(n: int, rng: random.Random) -> Row:
    return a_report(
        NOON - rng.randrange(600) * MINUTE,  # several in one minute
        n,
        unread=rng.random() < 0.2,
        stream=rng.choice(("national", "national", "national", "test")),
        title=" ".join(rng.choices(WORDS, k=3)),
        text=" ".join(rng.choices(WORDS, k=rng.randrange(6))),
        status=rng.choice(STATUS),
        region=rng.choice(REGIONS),
        discipline=rng.choice(("fire", "water")),
        reliability=rng.choice("ABF"),
        credibility=rng.choice("16"),
        incident=rng.choice(("", "one", "two")),
        owner=rng.choice(("", "jansen", "de vries")),
        urgent=rng.random() < 0.3,
        acknowledged_by=rng.choice(("", "jansen")),
        removed=rng.random() < 0.1,
    )


def change_some(db: Db, rows: list[Row], rng: random.Random) -> list[Row]:
    """A third of them once more: read, closed, reworded, removed."""
    found = list(load(db, "report", [row.id for row in rng.sample(rows, COUNT // 3)]).values())
    for row in found:
        row.values = {**row.values, "status": rng.choice(STATUS), "title": rng.choice(WORDS)}
        row.unread = False
    return found


one_of = st.sampled_from
queries = st.builds(
    ReportQuery,
    streams=one_of([("national",), ("test",), ("national", "test"), (), ("elsewhere",)]),
    status=one_of([(), ("new",), ("closed", "processed"), STATUS]),
    regions=one_of([(), ("VR06",), ("", "VR02"), ("VR25",)]),
    disciplines=one_of([(), ("fire",), ("water", "fire")]),
    reliability=one_of([(), ("A",), ("B", "F")]),
    credibility=one_of([(), ("1",)]),
    incident=one_of(["", "", "one", "nowhere"]),
    owner=one_of(["", "", "de vries"]),
    since=one_of([None, None, NOON - 300 * MINUTE]),
    until=one_of([None, None, NOON - 100 * MINUTE, NOON - 300 * MINUTE]),
    unread=st.booleans(),
    urgent_open=one_of([False, False, True]),
    removed=st.booleans(),
)
typed = st.lists(one_of(["bra", "brand", "brandwe", "brandweer", "evac", "geevac", "dijk", "ermelo",
                         "zzz", "de"]), max_size=2)  # fmt: skip


def walk(db: Db, query: ReportQuery, limit: int) -> list[str]:
    """All of a list, page by page."""
    found: list[str] = []
    after = None
    while True:
        page = reading.page(db, query, after, limit)
        found += [line.id for line in page.lines]
        assert len(page.lines) == limit or not page.more
        if not page.more:
            return found
        after = page.lines[-1].place


def walk_back(db: Db, query: ReportQuery, limit: int) -> list[str]:
    """All of a list, page by page, from its oldest report up."""
    found: list[str] = []
    after = 0
    while True:
        page = reading.page(db, query, after, limit, backwards=True)
        found = [line.id for line in page.lines] + found
        if not page.more:
            return found
        after = page.lines[0].place


@given(query=queries, wanted=typed, unwanted=typed, limit=st.integers(1, 60))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_pages_walk_exactly_what_the_filter_finds_in_order(
    full: Full, query: ReportQuery, wanted: list[str], unwanted: list[str], limit: int
) -> None:
    text = " ".join([*wanted, *(f"-{word}" for word in unwanted)]) + " "
    query = dataclasses.replace(query, text=text)
    expected = lists.naive(full.rows, query, wanted=wanted, unwanted=unwanted)
    assert walk(full.db, query, limit) == expected
    assert walk_back(full.db, query, limit) == expected
    assert reading.count(full.db, query) == Count(len(expected), True)


@given(query=queries)
@settings(max_examples=25, deadline=None)
def test_hours_add_up_to_what_the_filter_finds(full: Full, query: ReportQuery) -> None:
    hours = reading.per_hour(full.db, query, 0, NOON + 60 * MINUTE)
    expected = lists.naive(full.rows, query)
    assert sum(hour.count for hour in hours) == len(expected)
    assert list(hours) == sorted(hours, key=lambda hour: (hour.hour_ms, hour.discipline))
    assert {hour.hour_ms % (60 * MINUTE) for hour in hours} <= {0}
    by_id = {row.id: row for row in full.rows}
    first = sum(
        1
        for record in expected
        if by_id[record].values["discipline"] == "fire"
        and by_id[record].place // SLOTS // (60 * MINUTE) == NOON // (60 * MINUTE) - 1
    )
    told = [h.count for h in hours if (h.hour_ms, h.discipline) == (NOON - 60 * MINUTE, "fire")]
    assert sum(told) == first


def test_an_hour_ends_where_the_next_begins(tmp_path: Path) -> None:
    db = lists.make_db(tmp_path / "cache.db")
    lists.put(db, [a_report(NOON - 1, 1, discipline="fire"), a_report(NOON, 2, discipline="fire")])
    assert reading.per_hour(db, ReportQuery(), NOON - 60 * MINUTE, NOON + MINUTE) == (
        HourCount(NOON - 60 * MINUTE, "fire", 1),
        HourCount(NOON, "fire", 1),
    )
    assert reading.per_hour(db, ReportQuery(), NOON, NOON) == ()
    db.close()


def test_a_capped_count_says_that_there_is_more(full: Full) -> None:
    every = len(lists.naive(full.rows, ReportQuery()))
    assert reading.count(full.db, ReportQuery(), 10) == Count(10, False)
    assert reading.count(full.db, ReportQuery(), every) == Count(every, True)
    assert reading.count(full.db, ReportQuery(), every - 1) == Count(every - 1, False)
    few = ReportQuery(text="dijk")
    assert reading.count(full.db, few, 10_000) == reading.count(full.db, few)


@pytest.mark.parametrize("most", [1, 7, 400])
@pytest.mark.parametrize("query", [ReportQuery(), ReportQuery(text="brand"), ReportQuery(
    unread=True, status=("new",))])  # fmt: skip
def test_a_count_can_be_made_in_parts(full: Full, query: ReportQuery, most: int) -> None:
    number, after = reading.count_from(full.db, query, None, most)
    while after is not None:
        more, after = reading.count_from(full.db, query, after, most)
        assert more <= most
        number += more
    assert reading.count(full.db, query) == Count(number, True)


def test_a_new_report_moves_nothing_below_it(tmp_path: Path) -> None:
    db = lists.make_db(tmp_path / "cache.db")
    lists.put(db, [a_report(NOON + n * MINUTE, n) for n in range(10)])
    first = reading.page(db, ReportQuery(), limit=4)
    below = reading.page(db, ReportQuery(), first.lines[-1].place, 4)
    lists.put(db, [a_report(NOON + 60 * MINUTE, 99)])
    assert reading.page(db, ReportQuery(), first.lines[-1].place, 4) == below
    above = reading.page(db, ReportQuery(), first.lines[0].place, 4, backwards=True)
    assert [line.received_at for line in above.lines] == [NOON + 60 * MINUTE]
    assert not above.more
    db.close()


def test_an_empty_cache_has_an_empty_page(tmp_path: Path) -> None:
    db = lists.make_db(tmp_path / "cache.db")
    for query in (ReportQuery(), ReportQuery(text="brand"), ReportQuery(text="-brand"),
                  ReportQuery(streams=(), text="-brand"), ReportQuery(unread=True)):  # fmt: skip
        assert reading.page(db, query) == Page((), False)
        assert reading.count(db, query) == Count(0, True)
    db.close()


@pytest.mark.parametrize("query", [
    ReportQuery(),
    ReportQuery(status=("new",), regions=("VR06",)),
    ReportQuery(unread=True),
    ReportQuery(urgent_open=True, removed=True),
    ReportQuery(owner="de vries", since=NOON - 500 * MINUTE, until=NOON - 10 * MINUTE),
])  # fmt: skip
@pytest.mark.parametrize("part", [0.0, 0.4, 1.0])
def test_filters_are_exact_while_the_search_index_is_still_made(
    tmp_path: Path, query: ReportQuery, part: float
) -> None:
    """After a first load the newest reports are searchable first; filters must not wait for it."""
    rng = random.Random(3)
    db = lists.make_db(tmp_path / "cache.db")
    rows = sorted((some_report(n, rng) for n in range(120)), key=lambda row: str(row.id))
    for row in rows:
        row.place = 0
    write(db, rows, NOWHERE)  # none searchable
    rows.sort(key=lambda row: row.place)
    split = rows[int(part * 119)].place if part < 1 else NOWHERE
    index_anew(db, [row for row in rows if row.place >= split])
    db.execute("INSERT INTO meta VALUES ('searched_from', ?)", (str(split),))
    assert walk(db, query, 7) == lists.naive(rows, query)
    assert walk_back(db, query, 7) == lists.naive(rows, query)
    assert reading.count(db, query).number == len(lists.naive(rows, query))
    assert sum(h.count for h in reading.per_hour(db, query, 0, NOON + MINUTE)) == len(
        lists.naive(rows, query)
    )
    db.close()
