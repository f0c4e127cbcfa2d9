"""Doing together what waits: everybody gets the own result, and nobody waits for ever."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from kcr2desk.hub import group as module
from kcr2desk.hub.group import Crowded, Group


def test_everybody_gets_the_own_result_and_groups_stay_within_their_weight():
    sizes: list[int] = []

    def double(items: Sequence[int]) -> list[int]:
        sizes.append(len(items))
        return [2 * item for item in items]

    group = Group[int, int](double)
    with ThreadPoolExecutor(16) as pool:
        results = list(pool.map(lambda n: group.submit(n, 500), range(200)))
    assert results == [2 * n for n in range(200)]
    assert sum(sizes) == 200
    assert max(sizes) <= module.TOGETHER // 500


def test_one_that_is_too_heavy_for_any_group_goes_alone():
    group = Group[int, int](list)
    assert group.submit(7, 10 * module.TOGETHER) == 7


def test_a_failure_is_its_owners_only():
    def fail_seven(items: Sequence[int]) -> list[int]:
        if 7 in items:
            raise ValueError("seven")
        return list(items)

    group = Group[int, int](fail_seven)

    def submit(number: int) -> int | str:
        try:
            return group.submit(number)
        except ValueError as error:
            return str(error)

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(submit, range(20)))
    assert results == ["seven" if n == 7 else n for n in range(20)]


def test_when_too_many_wait_the_next_is_sent_away(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MOST_WAITING", 2)
    started, go = threading.Event(), threading.Event()

    def slow(items: Sequence[int]) -> list[int]:
        started.set()
        go.wait(10)
        return list(items)

    group = Group[int, int](slow)
    with ThreadPoolExecutor(4) as pool:
        first = pool.submit(group.submit, 1)
        assert started.wait(10)
        waiting = [pool.submit(group.submit, n) for n in (2, 3)]
        while len(group._queue) < 2:
            pass
        with pytest.raises(Crowded):
            group.submit(4)
        go.set()
        assert [first.result(), *(w.result() for w in waiting)] == [1, 2, 3]
    assert group.submit(5) == 5


def test_nobody_hangs_when_the_thread_that_leads_is_ended():
    started, go = threading.Event(), threading.Event()

    def interrupted(items: Sequence[int]) -> list[int]:
        started.set()
        go.wait(10)
        if 1 in items:
            raise KeyboardInterrupt
        return list(items)

    group = Group[int, int](interrupted)
    ended: list[BaseException] = []

    def lead() -> None:
        try:
            group.submit(1)
        except KeyboardInterrupt as interrupt:
            ended.append(interrupt)

    leader = threading.Thread(target=lead)
    leader.start()
    assert started.wait(10)
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(group.submit, 2)
        while not group._queue:
            pass
        go.set()
        assert other.result(10) == 2
    leader.join(10)
    assert len(ended) == 1
