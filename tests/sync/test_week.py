"""A week with two wildfires, a flood and a hurricane at once: through a real hub, by eight desks
that lose the line, over a night in which clocks change; the hub stops and comes back older."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.sync.conftest import Desks
from tests.sync.test_restored import Relocated
from tests.sync.week import Week, settle
from tests.sync.week_holds import (
    check_account,
    check_all,
    check_board,
    check_book,
    check_fills,
    check_log,
    check_messages,
    check_plan,
    check_told,
    utc,
)
from tests.sync.week_play import ACTS

NIGHT = {10: utc(2026, 10, 25, 1), 3: utc(2026, 3, 29, 1)}
"""When clocks change: what was played lies around it."""


@pytest.mark.parametrize(
    ("start", "seed", "events", "restored"),
    [(utc(2026, 10, 21, 5), 25, 240, True), (utc(2026, 3, 27, 20), 29, 70, False)],
    ids=["autumn", "spring"],
)
def test_a_week(
    start: datetime,
    seed: int,
    events: int,
    restored: bool,
    dsn: str,
    copy_of: Callable[[str], str],
    tmp_path: Path,
) -> None:
    with Relocated("http://127.0.0.1:9") as address:
        desks = Desks(tmp_path / "desks", address.url)
        week = Week(tmp_path, dsn, address, desks, random.Random(seed), start)
        with desks.stack:
            week.start()
            try:
                week.come_in()
                week.first_numbers()
                everybody(week)
                play(week, events // 3)
                week.stop()
                play(week, events // 20)  # nobody has the line
                backup = copy_of(week.dsn)
                week.start()
                play(week, events // 3)
                week.stop()
                play(week, events // 20)
                if restored:
                    week.restore(backup)
                else:
                    week.start()
                play(week, events - 2 * (events // 3) - 2 * (events // 20))
                everybody(week)
                check_log(week)
                book = check_all(week)
                check_fills(book)
                check_account(book, start, week.now + timedelta(days=2))
                check_messages(week)
                assert start + timedelta(days=1) < NIGHT[start.month] < week.now
            finally:
                week.stop()


def play(week: Week, events: int) -> None:
    """Some events, a few at a time; who comes back is looked at, and what is proposed."""
    while events > 0:
        week.run(min(events, 8), ACTS)
        events -= 8
        if week.hub is None:
            continue
        for player in week.back():
            week.sync([player])
            check_told(week, player)
            settle(week, player)
            check_book(player)
        room = week.rng.choice(week.room).look()
        check_fills(room)
        check_board(room, week.now)
    if week.hub is not None:
        check_plan(week.rng.choice(week.room).look(), week.now)


def everybody(week: Week) -> None:
    """All desks have the line, in any order, until nothing is left to tell or to settle."""
    order = list(week.players)
    for _ in range(6):
        week.rng.shuffle(order)
        for player in order:
            player.away_until = None
            week.sync([player])
            check_told(week, player)
            settle(week, player)
        if not any(p.desk.pending() or len(p.desk.attention()) for p in order):
            break
    week.sync(order, 2)
