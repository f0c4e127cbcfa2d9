"""Nothing is promised twice: the rule over intervals, against counting minute by minute."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.core.bijstand import Capacity, Commitment, capacity_id
from kcr2desk.core.book import Book, holding
from kcr2desk.core.changes import Change, How
from kcr2desk.core.holding import Hold, hold_of, in_use, limit_of, over, peak, steps
from kcr2desk.core.prediction import excess, raise_for, unit_trouble
from kcr2desk.core.promising import Broken, check, pairs_of
from kcr2desk.core.records import blank_values
from kcr2desk.core.scopes import Held
from kcr2desk.core.text import Json

HOLDS = st.lists(
    st.builds(
        lambda start, length, quantity: Hold("c", "VR06", "x", "", quantity, start, start + length),
        st.integers(0, 40),
        st.integers(1, 20),
        st.integers(1, 5),
    ),
    max_size=12,
)


@given(HOLDS, st.integers(-5, 70), st.integers(-5, 70))
def test_the_peak_is_the_most_of_any_moment(holds: list[Hold], a: int, b: int) -> None:
    start, end = min(a, b), max(a, b) + 1
    assert peak(holds, start, end) == max(in_use(holds, t) for t in range(start, end))


@given(HOLDS)
def test_steps_say_what_is_held_at_every_moment(holds: list[Hold]) -> None:
    found = list(steps(holds))
    for moment in range(-2, 64):
        held = [n for t, n in found if t <= moment][-1]
        assert held == in_use(holds, moment)


@given(HOLDS, HOLDS, st.integers(0, 8))
def test_over_is_what_goes_over_the_limit_and_was_not_there(
    before: list[Hold], after: list[Hold], limit: int
) -> None:
    wanted = max(
        (
            in_use(after, t) - limit
            for t in range(-1, 64)
            if in_use(after, t) > limit and in_use(after, t) > in_use(before, t)
        ),
        default=0,
    )
    assert over(before, after, limit) == wanted


def commitment(**more: Json) -> dict[str, Json]:
    values: dict[str, Json] = {
        **blank_values("commitment"),
        "source": "VR06", "owner": "VR06", "resource": "fire_platoon", "quantity": 1,
        "authority": "Voorzitter VR06", "how": "phone", **more,
    }  # fmt: skip
    return values


def held(type_name: str, **values: Json) -> Held:
    return Held("national", 1, {**blank_values(type_name), **values}, {})


CAPACITY = ("capacity", capacity_id("national", "VR06", "fire_platoon"))


def has(number: int | None, **more: Json) -> Held:
    return held(
        "capacity", source="VR06", owner="VR06", resource="fire_platoon", available=number, **more
    )


def asked(values: dict[str, Json], name: str = "c") -> dict[tuple[str, str], Held]:
    return {("commitment", name): Held("national", 2, values, {})}


def hold(name: str, **more: Json) -> dict[str, Hold]:
    made = hold_of(name, commitment(**more))
    assert made is not None
    return {name: made}


def refused(*args: object) -> str:
    with pytest.raises(Broken) as caught:
        check(*args, "national")  # type: ignore[arg-type,call-arg]
    return caught.value.code


def test_a_promise_within_the_number_stands() -> None:
    after = check(asked(commitment(quantity=3)), {}, {CAPACITY: has(3)}, {}, "national")
    assert after["c"] is not None
    assert after["c"].quantity == 3


def test_what_is_held_by_others_at_that_time_counts() -> None:
    others = hold("a", quantity=2, from_at=100, until_at=200)
    beside = {CAPACITY: has(3)}
    assert refused(asked(commitment(quantity=2, from_at=150)), {}, beside, others) == (
        "over_committed"
    )
    assert check(
        asked(commitment(quantity=2, from_at=200)), {}, beside, others, "national"
    )  # half open: it is back when the other leaves


def test_nobody_promises_what_nobody_knows_of() -> None:
    assert refused(asked(commitment()), {}, {}, {}) == "over_committed"
    assert refused(asked(commitment()), {}, {CAPACITY: has(None)}, {}) == "over_committed"


def test_a_release_stands_even_when_the_number_fell_below_what_is_held() -> None:
    before = {("commitment", "c"): Held("national", 1, commitment(quantity=4), {})}
    others = {**hold("c", quantity=4), **hold("a", quantity=2)}
    check(asked(commitment(quantity=3)), before, {CAPACITY: has(1)}, others, "national")
    assert (
        refused(asked(commitment(quantity=5)), before, {CAPACITY: has(1)}, others)
        == "over_committed"
    )


def test_the_owner_s_word_raises_the_number_in_the_same_changeset_and_the_room_s_does_not() -> None:
    before = {CAPACITY: has(2)}
    word = {**asked(commitment(quantity=4, word="owner")), CAPACITY: has(4)}
    check(word, before, {}, {}, "national")
    room = {**asked(commitment(quantity=4, word="room")), CAPACITY: has(4)}
    assert refused(room, before, {}, {}) == "over_committed"


@pytest.mark.parametrize("was", [{"state": "out"}, {"removed": True}, None])
def test_the_room_does_not_raise_what_units_make_the_number(was: dict[str, Json] | None) -> None:
    before = {} if was is None else {UNIT: unit(**was)}
    word = {**asked(commitment(word="owner")), UNIT: unit()}
    check(word, before, {}, {}, "national")
    room = {**asked(commitment(word="room")), UNIT: unit()}
    assert refused(room, before, {}, {}) == "over_committed"


def test_a_number_that_was_removed_is_none() -> None:
    assert refused(asked(commitment()), {}, {CAPACITY: has(5, removed=True)}, {}) == (
        "over_committed"
    )
    assert limit_of({"available": 4, "norm": 5, "removed": True}, 2) == 2


def test_the_pairs_are_all_that_changes_in_a_row_may_come_to() -> None:
    made = Change("commitment", "c", How.NEW, {"owner": "VR06", "resource": "pump"})
    other_type = Change("commitment", "c", How.EDIT, {"resource": ["pump", "fire_platoon"]})
    other_owner = Change("commitment", "c", How.EDIT, {"owner": ["VR06", "VR07"]})
    assert ("VR06", "fire_platoon") in pairs_of([made, other_type], {})
    before = {("commitment", "c"): held("commitment", **commitment(resource="pump"))}
    assert ("VR07", "fire_platoon") in pairs_of([other_owner, other_type], before)
    assert ("VR06", "") not in pairs_of([made, other_type], {})


def test_the_owner_s_word_needs_who_decided_and_how_we_know() -> None:
    values = commitment(word="owner", authority="")
    assert refused(asked(values), {}, {CAPACITY: has(2)}, {}) == "no_authority"


UNIT = ("unit", "0190")


def unit(**more: Json) -> Held:
    values: dict[str, Json] = {
        "source": "VR06", "owner": "VR06", "resource": "fire_platoon", "name": "Handcrew 1",
        "state": "ready", **more,
    }  # fmt: skip
    return held("unit", **values)


@pytest.mark.parametrize(
    ("values", "of_unit", "code"),
    [
        ({}, {}, ""),
        ({"from_at": 150}, {}, "unit_taken"),
        ({"from_at": 200}, {}, ""),
        ({"from_at": 200, "until_at": 300}, {"available_until": 299}, "unit_hours"),
        ({"from_at": 200, "until_at": 300}, {"available_from": 201}, "unit_hours"),
        ({"from_at": 200, "until_at": 300}, {"available_until": 300}, ""),
        ({"from_at": 200}, {"state": "out"}, "unit_hours"),
        ({"from_at": 200}, {"owner": "VR07"}, "unknown_unit"),
        ({"from_at": 200}, {"removed": True}, "unknown_unit"),
    ],
)
def test_a_unit_serves_one_at_a_time_and_within_its_hours(
    values: dict[str, Json], of_unit: dict[str, Json], code: str
) -> None:
    others = hold("a", unit="0190", from_at=100, until_at=200) if values else {}
    beside = {CAPACITY: has(9), UNIT: unit(**of_unit)}
    wanted = asked(commitment(unit="0190", **values))
    if code:
        assert refused(wanted, {}, beside, others) == code
    else:
        check(wanted, {}, beside, others, "national")


def test_the_units_are_the_number_while_nobody_gave_one() -> None:
    beside = {UNIT: unit(), ("unit", "0191"): unit(state="out")}
    check(asked(commitment()), {}, beside, {}, "national")
    assert refused(asked(commitment(quantity=2)), {}, beside, {}) == "over_committed"


def test_whose_it_is_is_no_choice() -> None:
    assert refused(asked(commitment(source="KCR2")), {}, {CAPACITY: has(2)}, {}) == (
        "not_your_record"
    )
    other = held("capacity", source="VR06", owner="VR06", resource="pump")
    assert refused({CAPACITY: other}, {CAPACITY: has(2)}, {}, {}) == "fixed_field"


def test_another_stream_has_its_own_numbers() -> None:
    elsewhere = {CAPACITY: replace(has(5), stream="exercise:1")}
    assert refused(asked(commitment()), {}, elsewhere, {}) == "over_committed"


def test_limits_go_from_what_can_be_sent_to_the_norm() -> None:
    assert limit_of({"available": 0, "total": 4, "norm": 5}, 2) == 0
    assert limit_of({"total": 4, "norm": 5}, 2) == 4
    assert limit_of({"norm": 5}, 2) == 2
    assert limit_of({"norm": 5}, 0) == 5
    assert limit_of(None, 0) is None


# -- on the desk ---------------------------------------------------------------------------------

NOW = datetime(2026, 7, 24, 14, tzinfo=UTC)


def book(available: int | None, *promised: int) -> Book:
    made = [
        Capacity(
            id=CAPACITY[1], stream="national", source="VR06", owner="VR06",
            resource="fire_platoon", available=available, total=available,
        ),
        *(
            Commitment(
                id=f"a{n}", stream="national", owner="VR06", resource="fire_platoon",
                quantity=quantity, from_at=NOW, until_at=NOW + timedelta(hours=8),
            )
            for n, quantity in enumerate(promised)
        ),
    ]  # fmt: skip
    return Book(made)


def test_the_desk_raises_the_number_only_for_the_owner_s_word_and_by_what_is_needed() -> None:
    at = round(NOW.timestamp() * 1000)
    values = commitment(quantity=3, word="owner", from_at=at)
    found = raise_for(book(4, 2), "national", "c", values, now=at, by="jansen")
    assert found is not None
    assert found.how is How.EDIT
    assert found.fields["available"] == [4, 5]
    assert found.fields["total"] == [4, 5]
    assert raise_for(book(5, 2), "national", "c", values, now=at, by="jansen") is None
    room = {**values, "word": "room"}
    assert raise_for(book(4, 2), "national", "c", room, now=at, by="jansen") is None
    assert excess(book(4, 2), "c", room) == 1


def test_what_each_takes_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message with 500 promises of one owner weighs each against all that came before."""
    counted: list[str] = []

    def counting(given: Commitment) -> Hold | None:
        counted.append(given.id)
        return holding(given)

    monkeypatch.setattr("kcr2desk.core.book.holding", counting)
    made = book(None, 1, 2)
    first = made.commitment("a0")
    assert first is not None
    for n in range(3):
        made.put(replace(first, id=f"b{n}"))
        assert len(made.holds("VR06", "fire_platoon")) == 3 + n
    assert sorted(counted) == ["a0", "a1", "b0", "b1", "b2"]
    made.put(replace(first, quantity=9))
    assert peak(made.holds("VR06", "fire_platoon")) == 14


def test_the_desk_makes_the_number_where_there_was_none() -> None:
    at = round(NOW.timestamp() * 1000)
    values = commitment(quantity=3, word="owner")
    found = raise_for(Book(), "national", "c", values, now=at, by="jansen")
    assert found is not None
    assert (found.how, found.id) == (How.NEW, CAPACITY[1])
    assert found.fields["available"] == 3


def test_the_desk_predicts_what_the_hub_says_of_a_unit() -> None:
    values = commitment(unit="0190")
    assert unit_trouble(Book(), "c", values, unit().values) == ""
    assert unit_trouble(Book(), "c", values, unit(state="out").values) == "unit_hours"


def test_what_ended_holds_nothing_and_what_returned_holds_until_then() -> None:
    made = Commitment(
        id="c", stream="national", owner="VR06", resource="fire_platoon", quantity=2,
        from_at=NOW, until_at=NOW + timedelta(hours=8), returned_at=NOW + timedelta(hours=3),
    )  # fmt: skip
    for status in ("withdrawn", "cancelled", "replaced"):
        assert holding(replace(made, status=status)) is None
    back = holding(replace(made, status="returned"))
    assert back is not None
    assert back.end == round((NOW + timedelta(hours=3)).timestamp() * 1000)


def test_who_comes_back_late_is_noted_also_when_the_unit_is_promised_again_by_then() -> None:
    late: dict[str, Json] = {"unit": "0190", "from_at": 100, "until_at": 200}
    before = {("commitment", "c"): Held("national", 1, commitment(status="on_site", **late), {})}
    others = {**hold("c", **late), **hold("a", unit="0190", from_at=200, until_at=300)}
    back = asked(commitment(status="returned", returned_at=230, **late))
    after = check(back, before, {CAPACITY: has(1), UNIT: unit()}, others, "national")
    assert after["c"] == others["c"]
    early = commitment(status="returned", returned_at=150, **late)
    made = hold_of("c", early)
    assert made is not None
    assert made.end == 150


def test_an_exercise_takes_nothing_from_what_is_real_and_has_numbers_of_its_own() -> None:
    made = book(4, 2)
    there = capacity_id("test", "VR06", "fire_platoon")
    own: dict[str, Any] = {"owner": "VR06", "resource": "fire_platoon", "source": "VR06"}
    made.put(Commitment(id="b", stream="test", quantity=3, **own))
    at = round(NOW.timestamp() * 1000)
    assert [h.commitment for h in made.holds("VR06", "fire_platoon")] == ["a0"]
    values = commitment(quantity=4, word="owner", from_at=at)
    raised = raise_for(made, "test", "c", values, now=at, by="jansen")
    assert raised is not None
    assert (raised.how, raised.id, raised.fields["available"]) == (How.NEW, there, 7)
    made.put(Capacity(id=there, stream="test", available=9, **own))
    known = made.capacity("VR06", "fire_platoon")
    assert known is not None
    assert known.available == 4
    assert made.limit("VR06", "fire_platoon", "test") == 9
    assert raise_for(made, "test", "c", values, now=at, by="jansen") is None
