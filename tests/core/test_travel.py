"""Rings of neighbours and journeys: known distances, symmetry, over sea, what nobody knows."""

from __future__ import annotations

from itertools import combinations, product

import pytest

from kcr2desk.core import places
from kcr2desk.core.records import Owner
from kcr2desk.core.reference import ResourceType
from kcr2desk.core.travel import (
    FLIGHT_GROUND,
    Position,
    distance_km,
    journey,
    minutes,
    position_of,
    ring,
    seat,
)

ALL = [r.code for r in places.regions()]
MAINLAND = [code for code in ALL if code.startswith("VR")]
ISLANDS = [code for code in ALL if not code.startswith("VR")]


def kind(**given: int) -> ResourceType:
    return ResourceType(id="t", stream="", code="t", name_nl="t", name_en="t", **given)  # type: ignore[arg-type]


def owner(code: str, position: str = "") -> dict[str, Owner]:
    return {code: Owner(id=code, stream="", code=code, name=code, position=position)}


def test_rings_are_the_same_both_ways() -> None:
    for one, other in combinations(MAINLAND, 2):
        there = ring(one, other)
        assert there is not None
        assert there >= 1
        assert there == ring(other, one)


def test_a_ring_is_one_more_than_the_nearest_neighbours() -> None:
    for one, other in product(MAINLAND, MAINLAND):
        steps = ring(one, other)
        if one == other:
            assert steps == 0
        else:
            near = [ring(n, other) for n in places.region(one).neighbours]
            assert steps == min(n for n in near if n is not None) + 1


def test_known_rings() -> None:
    assert ring("VR06", "VR05") == 1
    assert ring("VR24", "VR23") == 1
    assert ring("VR24", "VR08") == 2
    assert ring("VR19", "VR01") == 6  # Zeeland to Groningen


def test_islands_and_partners_have_no_ring() -> None:
    for island in ISLANDS:
        assert ring(island, island) == 0
        assert ring(island, "VR13") is None
        assert ring("VR13", island) is None
    assert ring("BQ-SE", "BQ-SA") is None
    assert ring("DEF", "VR06") is None
    assert ring("VR06", "DEF") is None
    assert ring("DEF", "DEF") == 0


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ("VR13", "VR17", 57),  # Amsterdam, Rotterdam
        ("VR01", "VR24", 270),  # Groningen, Maastricht
        ("VR13", "CW", 7830),  # Amsterdam, Willemstad
        ("SX", "BQ-SA", 49),
    ],
)
def test_known_distances(one: str, other: str, km: int) -> None:
    here, there = seat({}, one), seat({}, other)
    assert here is not None
    assert there is not None
    assert distance_km(here, there) == pytest.approx(km, rel=0.02)
    assert distance_km(here, there) == pytest.approx(distance_km(there, here))


def test_by_road_with_detour_speed_and_notice() -> None:
    # Amsterdam to Rotterdam is 57 km, by road 74: at 60 km/h 75 minutes.
    assert minutes({}, kind(speed_kmh=60, notice_minutes=30), "VR13", "VR17") == pytest.approx(
        105, abs=2
    )
    slow = minutes({}, kind(speed_kmh=30, notice_minutes=30), "VR13", "VR17")
    assert slow == pytest.approx(180, abs=3)
    assert minutes({}, None, "VR13", "VR17") == pytest.approx(75, abs=2)


def test_the_notice_of_the_owner_goes_before_that_of_the_type() -> None:
    of_type = minutes({}, kind(notice_minutes=30), "VR13", "VR17")
    of_owner = minutes({}, kind(notice_minutes=30), "VR13", "VR17", notice=0)
    assert of_type is not None
    assert of_owner == of_type - 30


def test_a_helicopter_flies_straight() -> None:
    flown = journey(kind(speed_kmh=200), Position(52.0, 5.0), Position(53.0, 5.0))
    assert flown.by_air
    assert flown.minutes == pytest.approx(111.2 / 200 * 60, abs=1)


def test_over_sea_goes_a_flight() -> None:
    there = journey(kind(notice_minutes=60), Position(52.3, 4.8), Position(12.1, -68.9))
    assert there.by_air
    assert there.minutes == pytest.approx(60 + FLIGHT_GROUND + 7830 / 800 * 60, rel=0.02)
    between = journey(None, Position(18.03, -63.05), Position(12.1, -68.9))
    assert between.by_air
    assert between.minutes < there.minutes
    assert not journey(None, Position(12.15, -68.28), Position(12.2, -68.3)).by_air


def test_to_the_place_to_report_when_it_is_known() -> None:
    seat_of_it = minutes({}, None, "VR13", "VR06")
    assert seat_of_it is not None
    nearer = minutes({}, None, "VR13", "VR06", "52.2112,5.5")
    assert nearer is not None
    assert nearer < seat_of_it
    assert minutes({}, None, "VR13", "VR06", "nowhere") == seat_of_it


def test_where_a_partner_is() -> None:
    assert minutes(owner("DEF"), None, "DEF", "VR06") is None
    assert minutes(owner("DEF", "52.2112,5.9699"), None, "DEF", "VR06") == 0
    assert seat(owner("VR06", "52.0,6.0"), "VR06") == Position(52.0, 6.0)


@pytest.mark.parametrize("text", ["", "52", "52,", ",5", "a,b", "91,5", "52,181", "nan,5"])
def test_what_is_no_position(text: str) -> None:
    assert position_of(text) is None
