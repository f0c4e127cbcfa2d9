"""What a plan does with one rule at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kcr2desk.core.reference import PlanWeights
from kcr2desk.planning import SolverTrouble, plan, sentence
from kcr2desk.planning.highs import Arrays
from kcr2desk.planning.words import SENTENCES
from tests.planning.world import NOW, World, gives, hours


@pytest.fixture
def world() -> World:
    made = World()
    made.kind()
    return made


def codes(reasons: object) -> set[str]:
    return {r.code for r in reasons}  # type: ignore[attr-defined]


def test_the_nearest_gives(world: World) -> None:
    line = world.line(world.request("VR05"), 2)
    world.has("VR04", 2)
    world.has("VR09", 2)
    made = plan(world.book, NOW)
    assert gives(made, line) == {"VR04": 2}
    assert made.optimal
    assert not made.unfilled
    assert made.second is not None
    assert gives(made.second, line) == {"VR09": 2}
    assert made.differs == 2


def test_no_second_where_there_is_no_other_way(world: World) -> None:
    world.line(world.request("VR05"), 2)
    world.has("VR04", 2)
    assert plan(world.book, NOW).second is None


def test_what_is_promised_is_not_given_again(world: World) -> None:
    line = world.line(world.request("VR05"), 2)
    world.has("VR04", 2)
    world.promised("VR04", 1, until_at=hours(5))
    made = plan(world.book, NOW)
    assert gives(made, line) == {"VR04": 1}
    (missing,) = made.unfilled
    assert missing.missing == 1


def test_after_a_promise_ends_it_is_free_again(world: World) -> None:
    line = world.line(world.request("VR05"), 2)
    world.has("VR04", 2)
    world.promised("VR04", 2, until_at=hours(1))
    assert gives(plan(world.book, NOW), line) == {"VR04": 2}


def test_fewer_than_the_least_is_nothing(world: World) -> None:
    line = world.line(world.request("VR05"), 4, least=3)
    world.has("VR04", 2)
    made = plan(world.book, NOW)
    assert gives(made, line) == {}
    (missing,) = made.unfilled
    assert codes(missing.why) == {"too_few", "many_unknown"}
    assert codes(missing.fixes) == {"accept_less", "has_left", "ask_unknown"}


def test_priority_goes_first_and_says_so(world: World) -> None:
    urgent = world.line(world.request("VR09", priority="1"), 2)
    world.line(world.request("VR05", priority="3"), 2)
    world.has("VR04", 2)
    made = plan(world.book, NOW)
    assert gives(made, urgent) == {"VR04": 2}
    (missing,) = made.unfilled
    (why, *_) = missing.why
    assert (why.code, why.line) == ("goes_urgent", urgent.id)


def test_declared_cover_is_kept_where_another_can(world: World) -> None:
    line = world.line(world.request("VR05"), 1)
    world.has("VR04", 1, reserve=1)
    world.has("VR09", 2)
    made = plan(world.book, NOW)
    assert gives(made, line) == {"VR09": 1}
    (given,) = made.assignments
    assert [(r.code, r.owner, r.number) for r in given.passed if r.code != "unknown"] == [
        ("below_cover", "VR04", 1)
    ]
    assert "cover_unknown" in codes(given.notes)


def test_cover_gives_way_when_nobody_else_can(world: World) -> None:
    line = world.line(world.request("VR05"), 1)
    world.has("VR04", 1, reserve=1)
    made = plan(world.book, NOW)
    assert gives(made, line) == {"VR04": 1}
    assert made.score.below_cover == 1
    assert "goes_below" in codes(made.assignments[0].notes)


def test_an_unknown_number_is_asked_and_never_counted(world: World) -> None:
    line = world.line(world.request("VR05"), 1)
    world.has("VR04", None)
    made = plan(world.book, NOW)
    assert gives(made, line) == {}
    (missing,) = made.unfilled
    asked = [r.owner for r in missing.fixes if r.code == "ask_unknown"]
    assert asked[0] == "VR06"  # the nearest by road
    assert "VR04" in asked
    world.answered(line, "VR04", "no", reason="own storm")
    (missing,) = plan(world.book, NOW).unfilled
    assert "VR04" not in [r.owner for r in missing.fixes]


def test_who_asks_for_it_itself_is_not_proposed(world: World) -> None:
    line = world.line(world.request("VR05"), 1)
    world.kind("boat")
    world.line(world.request("VR04"), 3, "boat")
    world.has("VR04", 2)
    world.has("VR04", 2, "boat")
    assert gives(plan(world.book, NOW), line) == {"VR04": 1}
    world.line(world.request("VR04"), 1)
    made = plan(world.book, NOW, lines=[line.id])
    assert gives(made, line) == {}
    assert "many_asks_itself" in codes(made.unfilled[0].why)


def test_an_answer_no_stands_and_part_is_a_limit(world: World) -> None:
    line = world.line(world.request("VR05"), 3)
    world.has("VR04", 3)
    world.has("VR06", 3)
    world.answered(line, "VR04", "no")
    world.answered(line, "VR06", "part", offered=1)
    made = plan(world.book, NOW)
    assert gives(made, line) == {"VR06": 1}
    assert "many_said_no" in codes(made.unfilled[0].why)


def test_an_alternative_serves_when_what_was_asked_is_not_there(world: World) -> None:
    world.kind("big_pump")
    line = world.line(world.request("VR05"), 2, alternatives=frozenset({"big_pump"}))
    world.has("VR06", 2)
    world.promised("VR06", 1)
    world.has("VR04", 2, "big_pump")
    made = plan(world.book, NOW)
    assert gives(made, line) == {"VR06": 1, "VR04": 1}
    assert {a.owner: "substitute" in codes(a.notes) for a in made.assignments} == {
        "VR06": False, "VR04": True,
    }  # fmt: skip


def test_a_package_is_not_split_over_incidents(world: World) -> None:
    world.owner("DEF", "partner", "52.06,5.87")
    world.kind("heli", package=True, named=True, speed_kmh=200)
    world.has("DEF", 3, "heli")
    first = world.line(world.request("VR06", priority="1"), 1, "heli")
    other = world.line(world.request("VR09", priority="2"), 2, "heli")
    made = plan(world.book, NOW)
    assert gives(made, first) == {"DEF": 1}
    assert gives(made, other) == {}
    assert ("goes_urgent", first.id) in [(r.code, r.line) for r in made.unfilled[0].why]


def test_a_package_that_is_promised_stays_with_its_incident(world: World) -> None:
    world.kind("heli", package=True, speed_kmh=200)
    world.has("VR04", 3, "heli")
    here, there = world.request("VR06"), world.request("VR09")
    mine, other = world.line(here, 2, "heli"), world.line(there, 1, "heli")
    world.promised("VR04", 1, "heli", request=here.id, line=mine.id)
    made = plan(world.book, NOW)
    assert gives(made, mine) == {"VR04": 1}
    assert gives(made, other) == {}
    assert "many_package" in codes(made.unfilled[0].why)


def test_named_units_within_their_hours_and_one_line_at_a_time(world: World) -> None:
    world.kind("crew", named=True)
    ready = world.unit("VR06", "Ready", "crew")
    world.unit("VR06", "Out", "crew", state="out")
    world.unit("VR06", "Goes home", "crew", available_until=hours(6))
    busy = world.unit("VR06", "Busy", "crew")
    world.promised("VR06", 1, "crew", unit=busy.id)
    one = world.line(world.request("VR05", priority="1"), 1, "crew")
    two = world.line(world.request("VR05", priority="2"), 1, "crew")
    made = plan(world.book, NOW)
    assert [(a.line, a.units) for a in made.assignments] == [(one.id, (ready.id,))]
    assert [u.line for u in made.unfilled] == [two.id]


def test_two_lines_one_after_the_other_get_the_same_unit(world: World) -> None:
    world.kind("crew", named=True)
    unit = world.unit("VR06", "Only", "crew")
    request = world.request("VR05")
    world.line(request, 1, "crew", from_at=hours(3), until_at=hours(5))
    world.line(request, 1, "crew", from_at=hours(8), until_at=hours(10))
    made = plan(world.book, NOW)
    assert [a.units for a in made.assignments] == [(unit.id,), (unit.id,)]


def test_a_long_deployment_is_relieved_by_another(world: World) -> None:
    world.kind("crew", relief_minutes=720)
    line = world.line(world.request("VR05", until_at=hours(28)), 1, "crew")
    for owner in ("VR04", "VR06", "VR09"):
        world.has(owner, 1, "crew")
    made = plan(world.book, NOW)
    shifts = {a.relief: a for a in made.of_line(line.id)}
    assert [(n, shifts[n].until_at) for n in sorted(shifts)] == [(0, hours(16)), (1, hours(28))]
    assert shifts[0].owner != shifts[1].owner
    assert not made.unfilled


def test_relief_that_is_not_there_is_marked(world: World) -> None:
    world.kind("crew", relief_minutes=720)
    line = world.line(world.request("VR05", until_at=hours(28)), 1, "crew")
    world.has("VR04", 1, "crew")
    made = plan(world.book, NOW)
    assert gives(made, line) == {"VR04": 1}
    (given,) = made.assignments
    assert [(r.code, r.at) for r in given.notes if r.code == "no_relief"] == [
        ("no_relief", hours(16))
    ]
    (gap,) = made.unfilled
    assert (gap.relief, gap.missing, gap.from_at) == (1, 1, hours(16))
    assert made.score.unfilled == (0, 0, 0, 0)


def test_who_comes_after_the_end_is_no_help(world: World) -> None:
    line = world.line(world.request("VR05", from_at=hours(0), until_at=hours(0.5)), 1)
    world.has("VR09", 1)
    made = plan(world.book, NOW)
    assert gives(made, line) == {}
    assert "many_too_late" in codes(made.unfilled[0].why)


def test_late_is_told(world: World) -> None:
    world.line(world.request("VR05", from_at=hours(1)), 1)
    world.has("VR09", 1)
    (given,) = plan(world.book, NOW).assignments
    assert given.arrive_at > hours(1)
    late = next(r for r in given.notes if r.code == "late")
    assert late.number == (given.arrive_at - hours(1)) / timedelta(minutes=1)


def test_later_free_is_a_way_out(world: World) -> None:
    world.line(world.request("VR05"), 1)
    world.has("VR04", 1)
    world.promised("VR04", 1, until_at=hours(8))
    (missing,) = plan(world.book, NOW).unfilled
    assert ("later_free", "VR04", hours(8)) in [(r.code, r.owner, r.at) for r in missing.fixes]


def test_the_night_that_the_clock_goes_back_has_an_hour_more(world: World) -> None:
    """02:30 comes twice in Amsterdam on 31 October 2027; the promise ends at the first."""
    night = World(datetime(2027, 10, 30, 20, 0, tzinfo=UTC))
    night.kind()
    first = datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    again = datetime(2027, 10, 31, 1, 30, tzinfo=UTC)
    start, end = again + timedelta(hours=2), again + timedelta(hours=4)
    line = night.line(night.request("VR05", from_at=start, until_at=end), 1)
    night.has("VR04", 1)
    night.promised("VR04", 1, from_at=night.now, until_at=first)
    made = plan(night.book, night.now)
    assert gives(made, line) == {"VR04": 1}
    assert made.assignments[0].from_at >= first


def test_weights_that_are_in_force_are_named(world: World) -> None:
    world.line(world.request("VR05"), 1)
    world.has("VR04", 1)
    world.book.put(PlanWeights(id="w", stream="reference", version=7, set_by="Board"))
    made = plan(world.book, NOW)
    assert (made.weights.version, made.weights.set_by) == (7, "Board")
    cheap = replace(made.weights, unfilled_2=1, journey_hour=100)
    left = plan(world.book, NOW, weights=cheap)
    assert not left.assignments
    assert "not_worth" in codes(left.unfilled[0].why)


def test_trouble_of_the_solver_is_a_sentence(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.line(world.request("VR05"), 1)
    world.has("VR04", 1)

    def fails(_arrays: Arrays) -> None:
        raise SolverTrouble("The solver failed at its work.")

    monkeypatch.setattr(Arrays, "relaxed", fails)
    with pytest.raises(SolverTrouble, match="failed at its work"):
        plan(world.book, NOW)


def test_nothing_to_do_is_a_plan_too(world: World) -> None:
    made = plan(world.book, NOW)
    assert (made.assignments, made.unfilled, made.optimal) == ((), (), True)


def test_every_reason_has_its_sentences(world: World) -> None:
    line = world.line(world.request("VR05", number="B-7"), 1)
    from kcr2desk.planning import Reason

    for code in SENTENCES:
        reason = Reason(code, "VR04", "pump", line.id, 3, NOW)
        for language in ("nl", "en"):
            assert "{" not in sentence(reason, world.book, language)
    kept = Reason("kept", "VR04", "pump", line.id)
    assert sentence(kept, world.book) == "VR04: gaat in dit voorstel naar B-7 (1 × pump)"
