"""Where things lie on the map: tiles, and borders with a point in each for its number. No screen.

Coordinates of borders are kilometres east and south of a middle, by an equirectangular projection:
over the Netherlands it is right within half a percent, less than a pixel shows.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kcr2desk.core.tiles import tiles

Point = tuple[float, float]
Ring = tuple[Point, ...]

MIDDLE: Final = (5.3, 52.2)
"""Longitude and latitude of the middle of the map, degrees."""

ROOM: Final = 1.6
"""How far a number may stick out of the largest circle in its region."""

COLUMN: Final = 14.0
"""Between the country and the numbers that stand beside it, px."""

ENOUGH: Final = 60
"""So many points of a border say well enough where the middle of a region is."""

_KM_A_DEGREE: Final = 111.32


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height

    def touches(self, other: Box) -> bool:
        """Whether two overlap."""
        return (
            self.x < other.x + other.width and other.x < self.x + self.width
            and self.y < other.y + other.height and other.y < self.y + self.height
        )  # fmt: skip

    @property
    def middle(self) -> Point:
        return self.x + self.width / 2, self.y + self.height / 2


GAP: Final = 4.0
"""Between two tiles, px at 100 %."""

INSET_AT: Final = (4.75, 4.62)
"""Where the Caribbean inset begins, in tiles; 0.38 of a tile holds its heading."""

_WIDE: Final = 7.9
_HIGH: Final = 7.0


def tile_boxes(width: float, height: float) -> tuple[dict[str, Box], Box]:
    """A box for each region, and one for the heading of the inset, in `width` × `height` px."""
    side_x = (width - 2 * GAP) / _WIDE
    side_y = (height - 2 * GAP) / _HIGH
    side_x = min(side_x, side_y * 1.9)
    side_y = min(side_y, side_x * 0.86)
    left = (width - side_x * _WIDE) / 2
    top = (height - side_y * _HIGH) / 2

    def box(column: float, row: float, wide: float = 1.0, high: float = 1.0) -> Box:
        return Box(
            left + column * side_x + GAP / 2, top + row * side_y + GAP / 2,
            wide * side_x - GAP, high * side_y - GAP,
        )  # fmt: skip

    at_x, at_y = INSET_AT
    found = {
        tile.code: box(tile.column + at_x, tile.row + at_y + 0.38)
        if tile.caribbean
        else box(tile.column, tile.row)
        for tile in tiles()
    }
    return found, box(at_x, at_y, 3.0, 0.38)


# -- borders ---------------------------------------------------------------------------------------


def project(longitude: float, latitude: float) -> Point:
    """Kilometres east and south of the middle."""
    east = (longitude - MIDDLE[0]) * _KM_A_DEGREE * math.cos(math.radians(MIDDLE[1]))
    return east, (MIDDLE[1] - latitude) * _KM_A_DEGREE


@dataclass(frozen=True, slots=True)
class Shape:
    """A region: its polygons (each an outer ring and its holes), and where its number stands.

    `point` is the middle of the largest circle that fits, `radius` that circle's, in kilometres.
    """

    code: str
    polygons: tuple[tuple[Ring, ...], ...]
    point: Point
    radius: float


def shape(code: str, rings: object) -> Shape | None:
    """The shape of a `Boundary`; None when it holds no polygon that can be drawn."""
    polygons = []
    for polygon in rings if isinstance(rings, list) else []:
        made = tuple(filter(None, (_ring(r) for r in polygon if isinstance(r, list))))
        if made:
            polygons.append(made)
    if not polygons:
        return None
    largest = max(polygons, key=lambda p: abs(_area(p[0])))
    point, radius = innermost(largest)
    return Shape(code, tuple(polygons), point, radius)


def shapes(boundaries: Mapping[str, object]) -> dict[str, Shape]:
    """The shapes of all rings by code that can be drawn. Takes tenths of a second for a country:
    not for the thread of the screen."""
    made = ((code, shape(code, rings)) for code, rings in boundaries.items())
    return {code: found for code, found in made if found is not None}


def _ring(points: Sequence[object]) -> Ring | None:
    made = [
        project(float(p[0]), float(p[1]))
        for p in points
        if isinstance(p, list | tuple) and len(p) >= 2 and all(_number(n) for n in p[:2])
    ]
    return tuple(made) if len(made) >= 3 else None


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _area(ring: Ring) -> float:
    total = 0.0
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        total += x1 * y2 - x2 * y1
    return total / 2


def innermost(polygon: Sequence[Ring]) -> tuple[Point, float]:
    """About the middle and radius of the largest circle inside a polygon: a grid, made finer
    around its best point twice. Of long rings every so many points are looked at."""
    rings = [ring[:: len(ring) // ENOUGH + 1] for ring in polygon]
    rings = [ring for ring in rings if len(ring) >= 3] or list(polygon)
    xs, ys = [x for x, _ in rings[0]], [y for _, y in rings[0]]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    best, radius = ((left + right) / 2, (top + bottom) / 2), -math.inf
    for grid in (12, 5, 5):
        for n in range(grid):
            for m in range(grid):
                x = left + (right - left) * (n + 0.5) / grid
                y = top + (bottom - top) * (m + 0.5) / grid
                away = _inside(rings, x, y)
                if away > radius:
                    best, radius = (x, y), away
        wide, high = (right - left) / grid, (bottom - top) / grid
        left, right = best[0] - wide, best[0] + wide
        top, bottom = best[1] - high, best[1] + high
    return best, max(radius, 0.0)


def _inside(polygon: Sequence[Ring], x: float, y: float) -> float:
    """How far a point is from the border; negative outside."""
    nearest, within = math.inf, False
    for ring in polygon:
        before = ring[-1]
        for after in ring:
            (x1, y1), (x2, y2) = before, after
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                within = not within
            dx, dy = x2 - x1, y2 - y1
            long = dx * dx + dy * dy
            t = 0.0 if not long else min(1.0, max(0.0, ((x - x1) * dx + (y - y1) * dy) / long))
            nearest = min(nearest, (x - x1 - t * dx) ** 2 + (y - y1 - t * dy) ** 2)
            before = after
    return math.sqrt(nearest) if within else -math.sqrt(nearest)


def contains(found: Shape, x: float, y: float) -> bool:
    """Whether a point in kilometres lies in a region."""
    return any(_inside(polygon, x, y) >= 0 for polygon in found.polygons)


def bounds(shapes: Iterable[Shape]) -> Box:
    """The box around all, in kilometres."""
    points = [point for s in shapes for polygon in s.polygons for point in polygon[0]]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def place_labels(
    points: Mapping[str, Point], radii: Mapping[str, float], width: float, height: float, area: Box
) -> dict[str, tuple[Box, bool]]:
    """A box for the number of each place, none over another, and whether it needs a leader.

    Who has room in its own middle has it there, the largest first. The others stand in a column
    beside `area` (the country), at the side that is nearer, in order from north to south, so that
    leaders hardly cross. All in px.
    """
    made: dict[str, tuple[Box, bool]] = {}
    aside: list[str] = []
    for code in sorted(points, key=lambda c: (-radii.get(c, 0.0), c)):
        x, y = points[code]
        box = Box(x - width / 2, y - height / 2, width, height)
        room = math.hypot(width, height) / 2 <= radii.get(code, 0.0) * ROOM
        room &= box.x >= area.x - COLUMN and box.x + width <= area.x + area.width + COLUMN
        if room and not any(box.touches(other) for other, _ in made.values()):
            made[code] = (box, False)
        else:
            aside.append(code)
    aside.sort(key=lambda c: (points[c][0], c))
    most = max(1, int(area.height // (height + 4)))
    west = sum(points[c][0] < area.x + area.width * 0.55 for c in aside)
    west = max(min(west, most), len(aside) - most)
    for codes, x in (
        (aside[:west], area.x - width - COLUMN),
        (aside[west:], area.x + area.width + COLUMN),
    ):
        codes.sort(key=lambda c: (points[c][1], c))
        tops = _spread([points[c][1] - height / 2 for c in codes], height + 4, area)
        for code, top in zip(codes, tops, strict=True):
            made[code] = (Box(x, top, width, height), True)
    return made


def _spread(wanted: Sequence[float], least: float, area: Box) -> list[float]:
    """Places in the same order, at least `least` apart, as near to what is wanted as may be and
    within the height of `area` while they fit."""
    groups: list[tuple[float, int]] = []  # the first place of a stack, how many stand in it
    for n, at in enumerate(wanted):
        groups.append((at, 1))
        while len(groups) > 1 and groups[-2][0] + groups[-2][1] * least > groups[-1][0]:
            (_, many), (_, more) = groups[-2], groups[-1]
            first = n + 1 - many - more
            held = wanted[first : n + 1]
            start = sum(w - place * least for place, w in enumerate(held)) / len(held)
            groups[-2:] = [(start, many + more)]
    made = [start + place * least for start, many in groups for place in range(many)]
    for n, top in enumerate(made):
        low = area.y + n * least
        high = area.y + area.height - (len(made) - n) * least + 4
        made[n] = max(low, min(top, high))
    return made


def toward(
    places: Mapping[str, Point], start: str, direction: tuple[int, int], *, steep: float = 2.0
) -> str:
    """Which place lies next in a direction ((1, 0) is east, (0, 1) south); "" when none does.

    The nearest counts, where a step aside weighs `steep` times a step ahead.
    """
    if start not in places:
        return ""
    x, y = places[start]
    best, least = "", math.inf
    for code, (px, py) in places.items():
        ahead = (px - x) * direction[0] + (py - y) * direction[1]
        aside = abs((px - x) * direction[1]) + abs((py - y) * direction[0])
        if code == start or ahead <= 0 or aside > ahead * 1.8 + 1e-9:
            continue
        cost = ahead + aside * steep
        if cost < least:
            best, least = code, cost
    return best
