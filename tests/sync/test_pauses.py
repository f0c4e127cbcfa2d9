"""How a desk paces itself."""

from __future__ import annotations

import random

from kcr2desk.core.health import Line
from kcr2desk.core.messages import BATCH
from kcr2desk.sync.pauses import LONGEST, Backoff, BatchSize, Wait
from kcr2desk.sync.watch import Watch


def test_pauses_grow_to_a_minute_with_jitter():
    backoff = Backoff(random.Random(1))
    pauses = [backoff.failed() for _ in range(200)]
    assert all(0 < pause <= LONGEST for pause in pauses)
    assert pauses[0] <= 1
    assert pauses[1] <= 2
    assert max(pauses[-100:]) > 45
    assert len({round(pause, 3) for pause in pauses[-100:]}) > 90


def test_a_named_pause_is_the_least():
    backoff = Backoff(random.Random(1))
    assert 30 <= backoff.failed(retry_after=30) <= 31


def test_what_worked_ends_the_row_of_failures_once():
    backoff = Backoff(random.Random(1))
    backoff.failed()
    assert backoff.worked()
    assert not backoff.worked()
    assert backoff.failed() <= 1


def test_a_batch_halves_to_one_and_grows_again():
    batch = BatchSize()
    for _ in range(20):
        batch.too_much()
    assert batch.size == 1
    for _ in range(100):
        batch.worked()
    assert batch.size == BATCH


def test_a_poll_gets_shorter_where_it_is_cut():
    wait = Wait()
    for _ in range(9):
        wait.cut()
    assert wait.seconds == 5


class Clocks:
    def __init__(self) -> None:
        self.wall, self.steady = 1_795_480_000_000, 100.0

    def pass_by(self, seconds: float) -> None:
        self.wall += round(seconds * 1000)
        self.steady += seconds


def watched() -> tuple[Watch, Clocks]:
    clocks = Clocks()
    watch = Watch(lambda: clocks.wall, lambda: clocks.steady)
    watch.signed_in(True)
    watch.answered(behind=0)
    return watch, clocks


def test_silence_is_itself_offline():
    watch, clocks = watched()
    assert watch.health.line is Line.CURRENT
    clocks.pass_by(66)
    assert watch.health.line is Line.OFFLINE


def test_a_wall_clock_that_jumps_makes_no_silence():
    watch, clocks = watched()
    clocks.wall += 86_400_000
    assert watch.health.line is Line.CURRENT
    clocks.wall -= 10 * 86_400_000
    assert watch.health.line is Line.CURRENT


def test_offline_says_since_when_it_is_so():
    watch, clocks = watched()
    clocks.pass_by(10)
    watch.down("unreachable")
    began = clocks.wall
    clocks.pass_by(30)
    watch.down("unreachable")
    assert watch.health.line is Line.OFFLINE
    assert watch.health.since is not None
    assert abs(watch.health.since - began) < 1000
    watch.answered()
    assert watch.health.line is Line.CURRENT


def test_a_hub_that_is_too_old_stays_so_until_it_was_understood():
    watch, _ = watched()
    watch.refused("hub_too_old")
    watch.answered()
    assert watch.health.line is Line.HUB_TOO_OLD
    watch.understood()
    watch.answered()
    assert watch.health.line is Line.CURRENT


def test_listeners_hear_changes_and_only_those():
    watch, _ = watched()
    heard = []
    end = watch.subscribe(heard.append)
    watch.answered(behind=0)
    watch.cache(waiting=2, oldest=5, attention=0, loading=False, restored=False)
    watch.cache(waiting=2, oldest=5, attention=0, loading=False, restored=False)
    end()
    watch.cache(waiting=0, oldest=None, attention=0, loading=False, restored=False)
    assert [health.waiting for health in heard] == [2]
