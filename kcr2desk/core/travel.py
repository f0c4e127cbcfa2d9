"""How far owners are from each other, and how long help is underway: estimates, and said to be so.

Assumed: the road is DETOUR times the great circle; a type without a speed of its own drives
DEFAULT_SPEED; what goes faster than FLYING_FROM flies straight. Over sea to or from the Caribbean
goes a flight of FLIGHT_SPEED, with FLIGHT_GROUND minutes for loading, customs and unloading;
between islands a short one. Every journey begins with the notice to move. No traffic, no ferries.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import asin, ceil, cos, radians, sin, sqrt

from kcr2desk.core import places
from kcr2desk.core.records import Owner
from kcr2desk.core.reference import ResourceType

EARTH_KM = 6371.0
DETOUR = 1.3
DEFAULT_SPEED = 60  # km/h
FLYING_FROM = 130  # km/h
FLIGHT_SPEED = 800  # km/h
FLIGHT_GROUND = 360  # minutes
ISLAND_FLIGHT_SPEED = 350  # km/h
ISLAND_FLIGHT_GROUND = 180  # minutes
SAME_PLACE_KM = 40.0
"""In the Caribbean: nearer than this is the same island, and no flight."""


@dataclass(frozen=True, slots=True)
class Position:
    """A place on earth in degrees, WGS 84."""

    latitude: float
    longitude: float

    @property
    def caribbean(self) -> bool:
        """Whether it lies on the other side of the ocean."""
        return self.latitude < 30 and self.longitude < -30


@dataclass(frozen=True, slots=True)
class Journey:
    """An estimate: `minutes` from the word "go" until on site, of which `notice` to move."""

    minutes: int
    notice: int
    km: float  # along the great circle
    by_air: bool


@cache
def position_of(text: str) -> Position | None:
    """The place that "52.2112,5.9699" names (degrees, latitude first); None when it names none."""
    first, comma, second = text.partition(",")
    try:
        latitude, longitude = float(first), float(second)
    except ValueError:
        return None
    if not comma or not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return Position(latitude, longitude)


def seat(owners: Mapping[str, Owner], code: str) -> Position | None:
    """Where an owner is: its own position, else the seat of its region. None: nobody knows."""
    owner = owners.get(code)
    known = position_of(owner.position) if owner is not None else None
    return known or _region_seat(code)


@cache
def _region_seat(code: str) -> Position | None:
    try:
        region = places.region(code)
    except KeyError:
        return None
    return Position(region.latitude, region.longitude)


def distance_km(one: Position, other: Position) -> float:
    """Along the great circle, in kilometres."""
    lat1, lat2 = radians(one.latitude), radians(other.latitude)
    half_lat = (lat2 - lat1) / 2
    half_lon = radians(other.longitude - one.longitude) / 2
    root = sin(half_lat) ** 2 + cos(lat1) * cos(lat2) * sin(half_lon) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(root)))


@cache
def _rings(start: str) -> Mapping[str, int]:
    """How many borders every region is away from `start`."""
    found = {start: 0}
    edge = [start]
    while edge:
        beyond = []
        for code in edge:
            for neighbour in places.region(code).neighbours:
                if neighbour not in found:
                    found[neighbour] = found[code] + 1
                    beyond.append(neighbour)
        edge = beyond
    return found


def ring(from_owner: str, to_owner: str) -> int | None:
    """How many borders lie between two regions: 0 itself, 1 a neighbour, 2 the next ring.

    None where no chain of borders leads: over sea, and for partners, who have no border.
    """
    try:
        places.region(from_owner)
    except KeyError:
        return 0 if from_owner == to_owner else None
    return _rings(from_owner).get(to_owner)


def journey(
    kind: ResourceType | None, start: Position, end: Position, notice: int | None = None
) -> Journey:
    """How long help of this type is underway; `notice` in minutes goes before that of the type."""
    wait = notice if notice is not None else ((kind.notice_minutes if kind else None) or 0)
    km = distance_km(start, end)
    speed = (kind.speed_kmh if kind else None) or DEFAULT_SPEED
    if start.caribbean != end.caribbean:
        hours, ground, by_air = km / FLIGHT_SPEED, FLIGHT_GROUND, True
    elif start.caribbean and km > SAME_PLACE_KM:
        hours, ground, by_air = km / ISLAND_FLIGHT_SPEED, ISLAND_FLIGHT_GROUND, True
    elif speed > FLYING_FROM:
        hours, ground, by_air = km / speed, 0, True
    else:
        hours, ground, by_air = km * DETOUR / speed, 0, False
    return Journey(wait + ground + ceil(hours * 60 - 1e-9), wait, km, by_air)


def minutes(
    owners: Mapping[str, Owner],
    kind: ResourceType | None,
    from_owner: str,
    to_owner: str,
    to_position: str = "",
    *,
    notice: int | None = None,
) -> int | None:
    """Minutes from the word "go" until on site, an estimate; to `to_position` where that is known.

    `owners` are those of the book. None: nobody knows where one of the two is.
    """
    start = seat(owners, from_owner)
    end = position_of(to_position) or seat(owners, to_owner)
    if start is None or end is None:
        return None
    return journey(kind, start, end, notice).minutes
