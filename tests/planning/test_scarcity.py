"""Options when there is not enough: each shares differently, and nothing is decided."""

from __future__ import annotations

import pytest

from kcr2desk.planning import ScarcityAdvice, plan, scarcity
from tests.planning.world import NOW, World


@pytest.fixture
def world() -> World:
    made = World()
    made.kind()
    return made


def advice(world: World) -> ScarcityAdvice:
    made = plan(world.book, NOW, second=False)
    found = scarcity(world.book, made, NOW)
    assert found is not None
    return found


def test_enough_needs_no_advice(world: World) -> None:
    world.line(world.request("VR05"), 1)
    world.has("VR04", 1)
    assert scarcity(world.book, plan(world.book, NOW), NOW) is None


def test_each_option_says_who_loses_what(world: World) -> None:
    urgent = world.line(world.request("VR05", priority="1"), 4, least=1)
    other = world.line(world.request("VR25", priority="3"), 4, least=2)
    world.has("VR04", 3, reserve=1)
    world.has("VR06", 1, reserve=0)
    world.has("VR09", None)
    found = advice(world)
    options = {o.code: {x.line: x.gets for x in o.outcomes} for o in found.options}
    assert options["priority"] == {urgent.id: 4, other.id: 0}
    assert options["least"] == {urgent.id: 2, other.id: 2}
    assert options["cover"] == {urgent.id: 3, other.id: 0}
    by_code = {o.code: o for o in found.options}
    assert by_code["priority"].below == (("VR04", 1),)
    assert by_code["cover"].below == ()
    assert by_code["priority"].empty_handed == 1
    assert by_code["least"].empty_handed == 0
    assert [x.less for x in by_code["least"].outcomes] == [2, -2]
    assert "even" not in options  # it comes to the same as "least"


def test_even_shares_do_not_look_at_priority(world: World) -> None:
    lines = [world.line(world.request("VR05", priority=p), 3) for p in "12"]
    world.has("VR04", 4)
    options = {o.code: [x.gets for x in o.outcomes] for o in advice(world).options}
    assert options["priority"] == [3, 1]
    assert options["even"] == [2, 2]
    assert len(lines) == 2


def test_what_is_short_and_who_may_have_it(world: World) -> None:
    world.line(world.request("VR05"), 4)
    world.has("VR04", 1)
    (short,) = advice(world).shortages
    assert (short.resource, short.wanted, short.free) == ("pump", 4, 1)
    assert set(short.unknown) == {"VR06", "VR07", "VR09", "VR25"}


def test_the_decision_is_blank(world: World) -> None:
    world.line(world.request("VR05"), 4)
    world.has("VR04", 1)
    found = advice(world)
    assert (found.decision, found.authority, found.decided_at) == ("", "", None)
    assert found.weights == world.book.weights
