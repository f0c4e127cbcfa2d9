"""The made-up million: it fills a real cache, whole and the same each time."""

from __future__ import annotations

import random
from pathlib import Path

from kcr2desk.cli import bench_data
from kcr2desk.store import Cache, ReportQuery

NOW = 1_790_000_000_000


def test_fills_a_cache_with_reports_that_lists_find(tmp_path: Path) -> None:
    with Cache.open(tmp_path, bytes(32), clock=lambda: NOW, reserve_bytes=0) as cache:
        bench_data.fill(cache, 400, random.Random(1), NOW)
        assert cache.count(ReportQuery()).number == 400
        assert 0 < cache.count(ReportQuery(text="brand")).number < 400
        assert 0 < cache.count(ReportQuery(unread=True)).number < 20
        page = cache.page(ReportQuery(), limit=400)
        assert NOW - 3_600_000 * 24 < (page.lines[0].received_at or 0) <= NOW
        assert any(line.attachments for line in page.lines)
        assert any(line.superseded for line in page.lines)
        assert any(line.incident_title for line in page.lines)
        assert cache.pending() == ()
        assert cache.writer().execute("PRAGMA synchronous").fetchone() == (2,)


def test_the_same_seed_makes_the_same_reports() -> None:
    one, other = (
        [row.values for row in bench_data.reports(50, random.Random(4), ["incident"])]
        for _ in range(2)
    )
    assert one == other
    assert len(bench_data.words_of(random.Random(1), 12).split()) == 12
