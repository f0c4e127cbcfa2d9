"""Whom to ask first, and what is said of each."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kcr2desk.core.board import cell
from kcr2desk.core.candidates import candidates
from kcr2desk.core.records import Incident
from tests.planning.world import NOW, World, hours


@pytest.fixture
def world() -> World:
    made = World()
    made.kind("pump", notice_minutes=30, fresh_minutes=60)
    return made


def test_in_order_of_ring_then_of_journey(world: World) -> None:
    world.owner("RWS", "partner", "52.22,6.89")
    line = world.line(world.request("VR05"), 2)
    for owner in ("VR09", "VR04", "VR06", "VR25", "RWS"):
        world.has(owner, 3)
    found = candidates(world.book, [line.id], NOW)
    assert [(c.owner, c.ring) for c in found] == [
        ("VR06", 1), ("VR04", 1), ("VR07", 2), ("VR25", 2), ("VR09", 3), ("RWS", None),
    ]  # fmt: skip
    times = {c.owner: c.minutes for c in found}
    assert times["VR04"] is not None
    assert times["VR06"] is not None
    assert times["VR06"] <= times["VR04"]
    assert "VR05" not in times


def test_what_is_free_and_what_stays(world: World) -> None:
    line = world.line(world.request("VR05"), 2)
    world.has("VR04", 4, reserve=2, checked_at=NOW - timedelta(minutes=90))
    world.promised("VR04", 1)
    world.has("VR06", 4)
    found = {c.owner: c for c in candidates(world.book, [line.id], NOW)}
    one = found["VR04"]
    assert (one.free, one.left_after, one.reserve, one.below_cover) == (3, 1, 2, 1)
    assert (one.age_minutes, one.stale) == (90, True)
    other = found["VR06"]
    assert (other.free, other.reserve, other.below_cover, other.stale) == (4, None, None, False)
    unknown = found["VR09"]
    assert (unknown.free, unknown.left_after, unknown.why_not) == (None, None, "unknown")
    assert (unknown.age_minutes, unknown.stale) == (None, True)


def test_a_number_is_as_old_as_the_board_says(world: World) -> None:
    world.kind("usar", named=True)
    line = world.line(world.request("VR05"), 1, resource="usar")
    for hours_ago in (1, 30):
        checked_at = NOW - timedelta(hours=hours_ago)
        world.unit("VR04", f"{hours_ago}", resource="usar", checked_at=checked_at)
    (one,) = [c for c in candidates(world.book, [line.id], NOW) if c.owner == "VR04"]
    seen = cell(world.book, "VR04", "usar", NOW)
    assert (one.age_minutes, one.stale) == (seen.age_minutes, seen.stale) == (30 * 60, True)


def test_what_is_promised_after_it_is_free_now(world: World) -> None:
    line = world.line(world.request("VR05"), 1)
    world.has("VR04", 1)
    world.promised("VR04", 1, from_at=hours(12), until_at=hours(20))
    (one,) = [c for c in candidates(world.book, [line.id], NOW) if c.owner == "VR04"]
    assert (one.free, one.why_not) == (1, "")


def test_own_crisis_and_what_it_asks_itself(world: World) -> None:
    line = world.line(world.request("VR05"), 1)
    world.line(world.request("VR06", title="Flood"), 1)
    for owner in ("VR04", "VR06"):
        world.has(owner, 2)
    fire = Incident(id="i", stream="national", title="Fire", region="VR04", status="open")
    world.book.put(fire)
    found = {c.owner: c for c in candidates(world.book, [line.id], NOW)}
    assert (found["VR04"].own_crisis, found["VR04"].why_not) == ("Fire", "")
    assert (found["VR06"].own_crisis, found["VR06"].why_not) == ("Flood", "asks_itself")


def test_who_was_asked_and_who_said_no(world: World) -> None:
    line = world.line(world.request("VR05"), 1)
    for owner in ("VR04", "VR06"):
        world.has(owner, 2)
    world.answered(line, "VR04", "no")
    world.answered(line, "VR06", "")
    found = {c.owner: c for c in candidates(world.book, [line.id], NOW)}
    assert (found["VR04"].already_asked, found["VR04"].why_not) == (True, "said_no")
    assert (found["VR06"].already_asked, found["VR06"].why_not) == (True, "")
    assert not found["VR25"].already_asked


def test_named_units_only_from_who_holds_them(world: World) -> None:
    world.kind("crew", named=True)
    world.unit("VR06", "One", "crew")
    line = world.line(world.request("VR05"), 1, "crew")
    assert [(c.owner, c.free) for c in candidates(world.book, [line.id], NOW)] == [("VR06", 1)]


def test_alternatives_are_candidates_too(world: World) -> None:
    world.kind("big_pump", named=True)
    line = world.line(world.request("VR05"), 1, alternatives=frozenset({"big_pump"}))
    world.has("VR06", 2, "big_pump")
    found = candidates(world.book, [line.id], NOW)
    assert ("VR06", "big_pump", 2) in [(c.owner, c.resource, c.free) for c in found]
    assert candidates(world.book, ["nothing"], NOW) == []
