"""A plan of some size: the same each time, better than the nearest first, within its rules."""

from __future__ import annotations

import pytest

from kcr2desk.cli.bench_plan import NOW, Size, instance
from kcr2desk.core.holding import over
from kcr2desk.planning import plan, scarcity
from tests.planning.world import holds_of

SIZE = Size(lines=60, types=24, commitments=200)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_crisis_of_sixty_lines(seed: int) -> None:
    book = instance(seed, SIZE)
    made = plan(book, NOW, seconds=10)
    assert made.optimal
    assert made.score.cost < made.greedy.cost
    assert made.score.unfilled <= made.greedy.unfilled  # the most urgent first
    again = plan(book, NOW, seconds=10)
    assert again.assignments == made.assignments
    assert again.unfilled == made.unfilled
    assert made.second is not None
    assert again.second is not None
    assert again.second.assignments == made.second.assignments
    for one in (made, made.second):
        mine = holds_of(one)
        for pair in {h.pair for h in mine}:
            limit = book.limit(*pair)
            assert limit is not None
            before = list(book.holds(*pair))
            assert not over(before, [*before, *(h for h in mine if h.pair == pair)], limit)


def test_without_time_the_gap_is_stated() -> None:
    made = plan(instance(1, SIZE), NOW, seconds=0, second=False)
    assert made.score.cost <= made.greedy.cost
    assert made.optimal or made.gap > 0
    assert 0 <= made.gap_share <= 1


def test_options_of_a_shortage() -> None:
    book = instance(2, SIZE)
    made = plan(book, NOW, second=False)
    found = scarcity(book, made, NOW)
    assert found is not None
    assert 2 <= len(found.options) <= 4
    by_code = {o.code: o for o in found.options}
    assert not by_code["cover"].below
    assert by_code["least"].empty_handed <= by_code["priority"].empty_handed
