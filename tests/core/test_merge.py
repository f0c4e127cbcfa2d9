"""Merging by value: properties that hold for any edits, in any order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.core.changes import Change, How
from kcr2desk.core.merge import edit, lay_over, merge, merge_set, same
from kcr2desk.core.records import blank_values
from kcr2desk.core.text import Json

texts = st.text(max_size=12)
fields = st.dictionaries(st.sampled_from(["title", "text", "place", "informant"]), texts)
owners = st.sets(st.sampled_from(["VR01", "VR06", "regions", "government"])).map(sorted)


def record(values: dict[str, str]) -> dict[str, Json]:
    return {**blank_values("report"), **values}


def change(shown: dict[str, Json], now: dict[str, Json]) -> Change:
    return Change("report", "x", How.EDIT, edit("report", shown, now))


@given(fields, fields)
def test_an_edit_of_what_is_still_so_is_applied_whole(before, now) -> None:
    merged = merge(record(before), change(record(before), now))
    assert merged.kept == ()
    assert merged.values == record({**before, **now})


@given(fields, fields, fields)
def test_nothing_is_overwritten_that_its_author_did_not_see(before, first, second) -> None:
    """Two edits made of the same screen: each field ends as the first author left it, or, where
    the first did not touch it, as the second; what lost is named."""
    shown = record(before)
    once = merge(shown, change(shown, first)).values
    merged = merge(once, change(shown, second))
    for name, value in second.items():
        touched = not same(once[name], shown[name])
        lost = touched and not same(once[name], value) and not same(shown[name], value)
        assert (name in merged.conflicts) == lost
        assert merged.values[name] == (once[name] if lost or same(shown[name], value) else value)


@given(fields, fields, fields)
def test_edits_of_different_fields_come_together_in_any_order(before, first, second) -> None:
    second = {n: v for n, v in second.items() if n not in first}
    shown = record(before)
    one = merge(merge(shown, change(shown, first)).values, change(shown, second))
    two = merge(merge(shown, change(shown, second)).values, change(shown, first))
    assert one.values == two.values
    assert one.kept == two.kept == ()


@given(fields, fields)
def test_the_same_edit_twice_is_one(before, now) -> None:
    shown = record(before)
    once = merge(shown, change(shown, now)).values
    again = merge(once, change(shown, now))
    assert again.values == once
    assert again.kept == ()


@given(owners, owners, owners)
def test_sets_merge_item_by_item(before, mine, yours) -> None:
    def moves(now):
        return edit("report", {"audience": before}, {"audience": now}).get("audience", {})

    both = merge_set(merge_set(before, moves(mine)), moves(yours))
    other = merge_set(merge_set(before, moves(yours)), moves(mine))
    added = (set(mine) | set(yours)) - set(before)
    taken = (set(before) - set(mine)) | (set(before) - set(yours))
    assert both == other == sorted((set(before) | added) - taken)


@given(fields, fields)
def test_what_the_officer_sees_is_what_the_hub_will_make_of_it(before, now) -> None:
    shown = record(before)
    asked = change(shown, now)
    assert lay_over(shown, asked) == merge(shown, asked).values


@given(fields, fields)
def test_a_record_made_on_two_desks_keeps_the_first_words(first, second) -> None:
    here = merge(None, Change("report", "x", How.NEW, first)).values
    both = merge(here, Change("report", "x", How.NEW, second))
    for name, value in first.items():
        if value:
            assert both.values[name] == value


def test_numbers_and_truth_are_not_the_same_value() -> None:
    assert not same(1, True)
    assert not same([0], [False])
    assert not same({"a": 1}, {"a": 1.0})
    assert same({"a": [1, None]}, {"a": [1, None]})
