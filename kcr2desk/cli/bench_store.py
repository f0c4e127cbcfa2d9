"""The cache measured against bare SQL in the same encrypted file format."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from kcr2desk import signing
from kcr2desk.cli import figures
from kcr2desk.cli.bench_data import fill, words_of
from kcr2desk.cli.figures import Figure, median
from kcr2desk.core import engine
from kcr2desk.core.access import Actor
from kcr2desk.core.append import LogState, Offered, append, first_head
from kcr2desk.core.changes import Change, Changeset, Cursor, Entry, How
from kcr2desk.core.engine import Apply, SyncState
from kcr2desk.core.ids import id_maker
from kcr2desk.core.records import SCHEMA
from kcr2desk.store import Cache, Identity, ReportQuery, rows
from kcr2desk.store.opening import connect, transaction
from kcr2desk.store.terms import report_words

KEY = bytes(range(32))
PAGE = 500  # entries in a pulled page
STREAM = "national"


def wall_clock() -> int:
    return time.time_ns() // 1_000_000


def identity(account: str = "bench") -> Identity:
    """Somebody who never signed in anywhere: for caches without a hub."""
    new_id = id_maker(wall_clock, random.Random(account))
    return Identity(
        hub_url="", hub=new_id(), hub_key=signing.public_key(signing.new_key()), device=new_id(),
        device_key=signing.new_key(), device_code="K7", account=account, display_name=account,
        role="duty_officer", organisation="KCR2",
    )  # fmt: skip


def open_cache(folder: Path) -> Cache:
    cache = Cache.open(folder, KEY, clock=wall_clock)
    if cache.identity is None:
        cache.set_identity(identity())
    return cache


# -- save to "bewaard" -----------------------------------------------------------------------------


def measure_save(folder: Path, runs: int = 400) -> list[Figure]:
    """A save against a bare commit of the rows that it wrote, in turns, in the same file."""
    rng = random.Random(1)
    with open_cache(folder) as cache:
        texts = [words_of(rng, 40) for _ in range(runs + 50)]
        for text in texts[:50]:
            cache.create("report", {"title": text[:60], "text": text})
        bare = _bare_saver(folder, cache)
        saved, plain = [], []
        for text in texts[50:]:
            saved.append(
                figures.seconds(
                    lambda t=text: cache.create("report", {"title": t[:60], "text": t})  # type: ignore[misc]
                )
            )
            plain.append(bare())
    ratio = median(saved) / median(plain)
    detail = f"median {median(saved) * 1e3:.2f} ms against {median(plain) * 1e3:.2f} ms"
    return [Figure("save to 'bewaard' / bare commit of the same rows", ratio, "×", 2.0, detail)]


def _bare_saver(folder: Path, cache: Cache) -> Callable[[], float]:
    """Commits the rows of the last save once more, into twin tables of the same file."""
    db = connect(folder / "cache.db", KEY)
    twins = {}
    for name in ("report", "outbox", "outbox_record"):
        (sql,) = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
        db.execute(sql.replace(f"CREATE TABLE {name}", f"CREATE TABLE twin_{name}", 1))
        for (index,) in db.execute(
            "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql NOT NULL",
            (name,),
        ).fetchall():
            db.execute(
                index.replace("INDEX ", "INDEX twin_", 1).replace(f"ON {name}", f"ON twin_{name}")
            )
        width = len(db.execute(f"PRAGMA table_info({name})").fetchall())
        twins[name] = f"INSERT INTO twin_{name} VALUES ({','.join('?' * width)})"
    (search,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'report_search'").fetchone()
    db.execute(search.replace("report_search", "twin_search", 1))

    def save() -> float:
        report = db.execute("SELECT * FROM report ORDER BY rowid DESC LIMIT 1").fetchone()
        n, *rest = db.execute("SELECT * FROM outbox ORDER BY n DESC LIMIT 1").fetchone()
        records = db.execute("SELECT * FROM outbox_record WHERE n = ?", (n,)).fetchall()
        body = cache.values("report", report[1]) or {}
        found = f"{body.get('title')} {body.get('text')}"

        def commit() -> None:
            with transaction(db):
                db.execute(twins["report"], report)
                db.execute(
                    "INSERT INTO twin_search(rowid, body, facet) VALUES (?,?,?)",
                    (report[0], found, "xqsnew xqdfire"),
                )
                db.execute(twins["outbox"], (n, *rest))
                db.executemany(twins["outbox_record"], records)

        return figures.seconds(commit)

    return save


# -- applying what was pulled ----------------------------------------------------------------------


def measure_apply(folder: Path, count: int = 100_000) -> list[Figure]:
    """Pulled entries, checked and applied, against bare inserts of the same rows."""
    pages = list(pages_of(entries(count)))
    with open_cache(folder / "applied") as cache:
        start = replace(cache.state, epoch=pages[0][0].epoch, cursors={STREAM: Cursor()})
        cache.carry_out(start, ())
        took = 0.0
        state: SyncState = cache.state
        for page in pages:
            took += figures.seconds(lambda p=page: apply_page(cache, p))  # type: ignore[misc]
        state = cache.state
        assert state.cursors[STREAM].seq == count
        bare = _bare_inserts(folder, folder / "applied" / "cache.db")
    detail = f"{count / took:,.0f} entries/s against {count / bare:,.0f} rows/s"
    return [
        Figure(f"applying {count:,} pulled entries / bare inserts", took / bare, "×", 2.0, detail)
    ]


def apply_page(cache: Cache, page: tuple[Entry, ...]) -> None:
    state = cache.state
    hashes = engine.chain_of(state.cursors[STREAM], page)
    assert hashes is not None
    to = Cursor(page[-1].seq, hashes[-1])
    state = replace(state, cursors={**state.cursors, STREAM: to})
    cache.carry_out(state, (Apply(STREAM, page, hashes, to),))


def _bare_inserts(folder: Path, source: Path) -> float:
    """The rows that the cache holds now, inserted into fresh tables like its own, page by page."""
    read = connect(source, KEY, reading=True)
    db = connect(folder / "bare.db", KEY)
    names = ("report", "touch", "entry_page")
    for (sql,) in read.execute(
        "SELECT sql FROM sqlite_master WHERE sql NOT NULL AND (tbl_name IN ('report', 'touch',"
        " 'entry_page') OR name = 'report_search') ORDER BY type DESC"
    ):
        db.execute(sql)
    held = {name: read.execute(f"SELECT * FROM {name}").fetchall() for name in names}
    shape = rows.shape("report")
    found = [rows.from_sql("report", got) for got in read.execute(shape.select)]
    search = [
        (row.place, report_words(row.values), rows.facets(row.stream, row.values, row.unread))
        for row in found
    ]
    pages = len(held["entry_page"])
    took = 0.0
    for page in range(pages):

        def commit(page: int = page) -> None:
            with transaction(db):
                for name in names:
                    size = -(-len(held[name]) // pages)
                    part = held[name][page * size : (page + 1) * size]
                    if part:
                        marks = ",".join("?" * len(part[0]))
                        db.executemany(f"INSERT INTO {name} VALUES ({marks})", part)
                db.executemany(
                    "INSERT INTO report_search(rowid, body, facet) VALUES (?,?,?)",
                    search[page * PAGE : (page + 1) * PAGE],
                )

        took += figures.seconds(commit)
    db.close()
    read.close()
    return took


def entries(count: int) -> list[Entry]:
    """A log of `count` reports, made by the hub's own rules."""
    rng = random.Random(2)
    new_id = id_maker(wall_clock, rng)
    actor = Actor("bench", "duty_officer", "KCR2")
    state = LogState(new_id(), {STREAM: first_head()}, {}, {})
    device, link = new_id(), "0" * 64
    for n in range(count):
        fields: dict[str, Any] = {
            "title": words_of(rng, 6), "text": words_of(rng, 40), "status": "new",
            "region": f"VR{rng.randint(1, 25):02}", "discipline": "fire",
            "received_at": wall_clock(),
        }  # fmt: skip
        changes = (Change("report", new_id(), How.NEW, fields),)
        changeset = Changeset(
            new_id(), device, n + 1, actor.name, STREAM, wall_clock(), SCHEMA,
            rng.randbytes(16).hex(), changes,
        )  # fmt: skip
        append(state, [Offered(changeset, link, actor)], wall_clock())
        link = state.appended[-1].device_hash
    return [appended.entry for appended in state.appended]


def pages_of(log: list[Entry]) -> Iterator[tuple[Entry, ...]]:
    for at in range(0, len(log), PAGE):
        yield tuple(log[at : at + PAGE])


# -- a million reports -----------------------------------------------------------------------------


def measure_million(folder: Path, count: int) -> list[Figure]:
    """First page, next page and text filters on a large cache, as the list asks for them."""
    with open_cache(folder) as cache:
        fill(cache, count, random.Random(3))
        found = [
            _asked(cache, "first page", ReportQuery()),
            _asked(cache, "a common word", ReportQuery(text="brand")),
            _asked(cache, "a prefix of three letters", ReportQuery(text="nat")),
            _asked(
                cache, "two words and a region", ReportQuery(text="rook weg", regions=("VR06",))
            ),
            _asked(cache, "a word that does not occur", ReportQuery(text="zqxjkwv")),
            _asked(
                cache, "filters without text", ReportQuery(status=("new",), disciplines=("water",))
            ),
            _asked(cache, "unread only", ReportQuery(unread=True)),
        ]
        found.append(_next_page(cache))
        last = cache.page(ReportQuery(), limit=1).lines[0]
        similar = figures.each(
            20, lambda _n: cache.similar({"title": last.title, "region": last.region})
        )
        found.append(Figure(f"at {count:,} reports: looks like one already there",
                            median(similar) * 1e3, "ms", 50.0))  # fmt: skip
    return [
        replace(f, what=f"at {count:,} reports: {f.what}") if f.what[:2] != "at" else f
        for f in found
    ]


def _asked(cache: Cache, what: str, query: ReportQuery) -> Figure:
    times = figures.each(20, lambda _n: cache.page(query, limit=100))
    worst = f"worst of 20: {max(times) * 1e3:.1f} ms"
    return Figure(what, median(times) * 1e3, "ms", 50.0, worst)


def _next_page(cache: Cache) -> Figure:
    times, after = [], None
    for _ in range(20):
        began = time.perf_counter()
        page = cache.page(ReportQuery(text="brand"), after=after, limit=100)
        times.append(time.perf_counter() - began)
        after = page.lines[-1].place
    return Figure("next pages of a common word", median(times) * 1e3, "ms", 50.0)
