"""Removal against whatever somebody else changed meanwhile: the record stays, and it is told."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sync.conftest import Desks
from tests.sync.equal import assert_equal

MEANWHILE: dict[str, tuple[Any, Any]] = {
    "title": ("Brand", "Heidebrand"),  # a value
    "text": ("", "Twee pelotons"),  # what was blank
    "owner": ("devries", "bakker"),  # a claim
    "acknowledged_by": ("", "bakker"),
    "status": ("new", "in_progress"),  # a claim with steps
    "quantities": (frozenset(), frozenset({"2 platoon"})),  # a set
    "follows": (frozenset({"a"}), frozenset({"a", "b"})),
    "urgent": (False, True),
}


@pytest.mark.parametrize("by_edit", [False, True])
@pytest.mark.parametrize("removal_first", [False, True])
def test_a_record_that_was_edited_meanwhile_stays(
    desks: Desks, dsn: str, removal_first: bool, by_edit: bool
):
    a, b = desks.open("a"), desks.open("b", "devries")
    made = {
        name: a.save("report", **{"title": "Brand", name: was})
        for name, (was, _) in MEANWHILE.items()
    }
    for desk in (a, b):
        assert desk.sync(20).ok
    for name, report in made.items():
        if by_edit:
            a.edit("report", report, removed=True)
        else:
            a.remove("report", report)
        b.edit("report", report, **{name: MEANWHILE[name][1]})
    for desk in (a, b, a) if removal_first else (b, a, b):
        assert desk.sync(20).ok
    assert_equal(dsn, a, b)
    conflicts = {c.about: c.field for c in a.attention().conflicts}
    assert conflicts == dict.fromkeys(made.values(), "removed")
    for name, report in made.items():
        found = b.get("report", report)
        assert found is not None
        assert (getattr(found, name), found.removed) == (MEANWHILE[name][1], removal_first), name


def test_settling_for_removal_does_not_take_a_later_edit_along(desks: Desks, dsn: str):
    a, b = desks.open("a"), desks.open("b", "devries")
    report = a.save("report", title="Brand")
    for desk in (a, b):
        assert desk.sync(20).ok
    a.remove("report", report)
    b.edit("report", report, title="Heidebrand")
    for desk in (b, a, b):
        assert desk.sync(20).ok
    (conflict,) = a.attention().conflicts
    a.settle(conflict.id, True)
    b.edit("report", report, text="Nu ook in Epe")
    for desk in (b, a, b):
        assert desk.sync(20).ok
    assert_equal(dsn, a, b)
    found = a.values("report", report)
    assert found is not None
    assert (found["text"], found["removed"]) == ("Nu ook in Epe", False)
    assert [c.field for c in b.attention().conflicts] == ["removed"]


def test_two_who_remove_the_same_agree(desks: Desks, dsn: str):
    a, b = desks.open("a"), desks.open("b", "devries")
    report = a.save("report", title="Brand")
    for desk in (a, b):
        assert desk.sync(20).ok
    a.edit("report", report, title="Heidebrand")
    a.remove("report", report)
    b.remove("report", report)
    for desk in (a, b, a):
        assert desk.sync(20).ok
    assert_equal(dsn, a, b)
    assert not a.attention().conflicts
    assert a.all("report") == []
