"""Demand against supply: exact steps, relief counted once, missing counted line by line."""

from __future__ import annotations

from hypothesis import given, settings

from kcr2desk.core.demand import Step, demand
from tests.core.test_account import books, line, request
from tests.scenes import NOW
from tests.scenes.bijstand_week import Maker, hours


def steps(maker: Maker, **chosen: str) -> list[tuple[float, int, int, int, int]]:
    """Hours from now, wanted, promised, arrived, missing."""
    found = demand(maker.book, NOW, hours(-12), hours(48), **chosen)
    zero = NOW.timestamp() * 1000
    return [((s.at - zero) / 3_600_000, s.wanted, s.promised, s.arrived, s.missing) for s in found]


def test_the_curves_step_where_things_begin_and_end() -> None:
    maker = Maker()
    asked = line(maker, request(maker), 3)
    maker.give(asked, "VR05", 2, from_at=hours(2), until_at=hours(6), status="on_site",
               arrived_at=hours(3))  # fmt: skip
    assert steps(maker) == [
        (-12, 0, 0, 0, 0), (0, 3, 0, 0, 3), (2, 3, 2, 0, 1), (3, 3, 2, 2, 1), (6, 3, 0, 0, 3),
        (10, 0, 0, 0, 0),
    ]  # fmt: skip


def test_who_is_over_time_is_still_there() -> None:
    maker = Maker()
    asked = line(maker, request(maker), 1, from_at=hours(-8))
    maker.give(asked, "VR05", 1, from_at=hours(-7), until_at=hours(-2), status="on_site",
               arrived_at=hours(-6))  # fmt: skip
    assert steps(maker)[-1][3] == 1


def test_too_many_on_one_line_fill_no_other() -> None:
    maker = Maker()
    asked = request(maker)
    maker.give(line(maker, asked, 1), "VR05", 4)
    line(maker, asked, 2, order=1)
    assert steps(maker)[1] == (0, 3, 4, 0, 2)


def test_relief_is_counted_once() -> None:
    maker = Maker()
    asked = line(maker, request(maker), 1)
    first = maker.give(asked, "VR05", 1, until_at=hours(6), status="on_site", arrived_at=hours(1))
    maker.give(asked, "VR06", 1, from_at=hours(3), eta=hours(4), relieves=first.id)
    assert max(promised for _, _, promised, _, _ in steps(maker)) == 1
    assert all(missing == 0 for _, _, _, _, missing in steps(maker))


def test_what_nobody_wants_any_more_is_not_wanted_and_what_was_unable_is() -> None:
    maker = Maker()
    for status in ("draft", "withdrawn", "cancelled", "replaced", "refused"):
        line(maker, request(maker, status=status))
    line(maker, request(maker), ended="cancelled")
    assert steps(maker) == [(-12, 0, 0, 0, 0)]
    line(maker, request(maker, status="unable"), 2)
    line(maker, request(maker), 1, ended="unable")
    assert steps(maker)[1] == (0, 3, 0, 0, 3)


def test_of_one_type_or_region() -> None:
    maker = Maker()
    line(maker, request(maker), 3)
    line(maker, request(maker, "VR24"), 2, resource="pump")
    assert steps(maker, resource="pump")[1][1] == 2
    assert steps(maker, region="VR07")[1][1] == 3


def test_an_end_that_nobody_knows_goes_on_past_the_edge() -> None:
    maker = Maker()
    line(maker, request(maker), 2, from_at=hours(-20), until_at=None)
    assert steps(maker) == [(-12, 2, 0, 0, 2)]


@settings(max_examples=50, deadline=None)
@given(books())
def test_never_below_zero_and_missing_is_at_least_the_difference(maker: Maker) -> None:
    found = demand(maker.book, NOW, hours(-40), hours(60))
    assert list(found) == sorted(found, key=lambda s: s.at)
    for one in found:
        assert isinstance(one, Step)
        assert min(one.wanted, one.promised, one.arrived, one.missing) >= 0
        assert max(0, one.wanted - one.promised) <= one.missing <= one.wanted
