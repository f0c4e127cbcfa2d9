"""Makes borders simpler without gaps: what two regions share is simplified once, for both.

The rings are cut into arcs where borders meet; each arc keeps its ends and, of what lies between,
the points that stray further than a tolerance (Douglas-Peucker). Neighbours must name the same
points where they share a border, as files of one official source do.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kcr2desk.core.text import Json

Point = tuple[float, float]
"""Longitude and latitude in degrees, rounded so that shared points are the same."""
Ring = list[Point]
"""Points without the first one repeated at the end."""
Metres = NDArray[np.float64]
Shape = list[list[Ring]]
"""The polygons of a region, each its outer ring and its holes."""

DECIMALS = 5
"""Of a degree in what is kept: a metre."""
LARGEST_REGION = 39_000
LARGEST_TOTAL = 390_000
"""Bytes of JSON; a desk draws all regions at once and loads them over a thin line."""
_TOLERANCES = (0.0, 10.0, 20.0, 40.0, 80.0, 160.0, 320.0, 640.0, 1280.0)  # metres
_FINEST = 2.0
_METRES = (68_200.0, 111_250.0)  # of a degree of longitude and latitude at 52.2 degrees north


class TooDetailed(Exception):
    """The borders stay too large whatever the tolerance; the text says how large."""


@dataclass(frozen=True, slots=True)
class Simplified:
    """Borders that are small enough. `metres` is the tolerance that it took, 0 for none."""

    shapes: dict[str, Shape]
    metres: float
    islands_left_out: int
    crossing: frozenset[str]
    """Regions whose border crossed itself or another in the file."""
    shares: bool
    """Whether any two regions share part of their border, point for point."""


@dataclass(slots=True)
class _Arc:
    points: list[Point]
    closed: bool
    regions: set[str] = field(default_factory=set)
    uses: int = 0
    worth: Metres = field(default_factory=lambda: np.zeros(0))
    """How far each point strays, in metres: it stays while that is more than the tolerance."""
    divisor: float = 1.0
    """By how much the tolerance is smaller here, for this arc would cross or collapse."""

    def kept(self, tolerance: float) -> list[Point]:
        if not tolerance:
            return self.points
        limit = tolerance / self.divisor
        return [p for p, w in zip(self.points, self.worth, strict=True) if w > limit]


_Side = tuple[int, bool]  # number of an arc, whether it is walked backwards


def simplify(shapes: Mapping[str, Shape]) -> Simplified:
    """Borders that fit LARGEST_REGION and LARGEST_TOTAL, changed as little as that takes.

    Raises TooDetailed.
    """
    arcs, rings = _cut(shapes)
    crossing = _crossings([(i, arc.points) for i, arc in enumerate(arcs)])
    crossed = frozenset(code for pair in crossing for i in pair for code in arcs[i].regions)
    shares = any(len(arc.regions) > 1 for arc in arcs)
    size = ""
    for tolerance in _TOLERANCES:
        if tolerance and not arcs[0].worth.size:
            for arc in arcs:
                arc.worth = _worth(arc)
        for arc in arcs:
            arc.divisor = 1.0
        made, left_out = _settled(arcs, rings, tolerance, crossing)
        sizes = {code: len(written(shape)) for code, shape in made.items()}
        if max(sizes.values()) <= LARGEST_REGION and sum(sizes.values()) <= LARGEST_TOTAL:
            return Simplified(made, tolerance, left_out, crossed, shares)
        size = f"{sum(sizes.values()) // 1000} kB"
    raise TooDetailed(size)


def written(shape: Shape) -> str:
    """A shape as its record keeps it, each ring closed."""
    return json.dumps(as_json(shape), separators=(",", ":"))


def as_json(shape: Shape) -> Json:
    """A shape as lists: polygons of rings of [longitude, latitude], each ring closed."""
    return [[[list(p) for p in (*ring, ring[0])] for ring in polygon] for polygon in shape]


# -- arcs


def _cut(shapes: Mapping[str, Shape]) -> tuple[list[_Arc], dict[str, list[list[list[_Side]]]]]:
    """The arcs of all borders, each once, and the rings as walks along them."""
    beside: dict[Point, set[Point]] = {}
    for _, ring in _rings(shapes):
        for before, point in zip((ring[-1], *ring), ring, strict=False):
            beside.setdefault(point, set()).add(before)
            beside.setdefault(before, set()).add(point)
    meets = {point for point, others in beside.items() if len(others) > 2}
    arcs: list[_Arc] = []
    known: dict[tuple[Point, ...], int] = {}

    def side(points: list[Point], closed: bool, code: str) -> _Side:
        backwards = points[::-1]
        turned = backwards < points
        key = tuple(backwards if turned else points)
        number = known.setdefault(key, len(arcs))
        if number == len(arcs):
            arcs.append(_Arc(list(key), closed))
        arcs[number].regions.add(code)
        arcs[number].uses += 1
        return number, turned

    def walk(ring: Ring, code: str) -> list[_Side]:
        corners = [i for i, point in enumerate(ring) if point in meets]
        if not corners:
            start = ring.index(min(ring))
            return [side([*ring[start:], *ring[: start + 1]], True, code)]
        ring = [*ring[corners[0] :], *ring[: corners[0] + 1]]
        stops = [i - corners[0] for i in corners] + [len(ring) - 1]
        return [side(ring[a : b + 1], ring[a] == ring[b], code) for a, b in pairwise(stops)]

    return arcs, {
        code: [[walk(ring, code) for ring in polygon] for polygon in shape]
        for code, shape in shapes.items()
    }


def _rings(shapes: Mapping[str, Shape]) -> Iterator[tuple[str, Ring]]:
    for code, shape in shapes.items():
        for polygon in shape:
            for ring in polygon:
                yield code, ring


def _worth(arc: _Arc) -> Metres:
    """How far each point strays from the line between those that matter more, in metres."""
    at = np.array(arc.points) * np.array(_METRES)
    worth = np.zeros(len(at))
    worth[0] = worth[-1] = math.inf
    spans = [(0, len(at) - 1, math.inf)]
    if arc.closed and len(at) > 3:  # three points stay, or nothing is left of an island
        far = int(np.argmax(np.hypot(*(at - at[0]).T)))
        spans = []
        worth[far] = math.inf
        away = _strays(at, 0, far, np.arange(len(at)))
        third = int(np.argmax(away))
        worth[third] = math.inf
        stops = sorted({0, far, third, len(at) - 1})
        spans = [(a, b, math.inf) for a, b in pairwise(stops)]
    while spans:
        first, last, above = spans.pop()
        if last - first < 2:
            continue
        away = _strays(at, first, last, np.arange(first + 1, last))
        index = int(np.argmax(away))
        if away[index] < _FINEST:
            continue
        split = first + 1 + index
        worth[split] = min(float(away[index]), above)
        spans += [(first, split, worth[split]), (split, last, worth[split])]
    return worth


def _strays(at: Metres, first: int, last: int, which: NDArray[np.intp]) -> Metres:
    """How far points lie from the line piece between two of them."""
    start, along = at[first], at[last] - at[first]
    off = at[which] - start
    length = float(along @ along)
    share = np.clip(off @ along / length, 0, 1) if length else np.zeros(len(off))
    away: Metres = np.linalg.norm(off - share[:, None] * along, axis=1)
    return away


# -- back to shapes


def _settled(
    arcs: Sequence[_Arc],
    rings: Mapping[str, list[list[list[_Side]]]],
    tolerance: float,
    before: set[tuple[int, int]],
) -> tuple[dict[str, Shape], int]:
    """The shapes at a tolerance, made finer where lines would cross or a ring would collapse."""
    for _ in range(6):
        again = _collapsed(arcs, rings, tolerance)
        lines = [(i, [_rounded(p) for p in arc.kept(tolerance)]) for i, arc in enumerate(arcs)]
        if tolerance:
            again |= {i for pair in _crossings(lines) - before for i in pair}
        if not again or not tolerance:
            break
        for index in again:
            arcs[index].divisor *= 2
    return _shapes(arcs, rings, tolerance)


def _collapsed(
    arcs: Sequence[_Arc], rings: Mapping[str, list[list[list[_Side]]]], tolerance: float
) -> set[int]:
    """The arcs of rings of which no area is left."""
    return {
        number
        for shape in rings.values()
        for polygon in shape
        for walk in polygon
        if len(walk) > 1 and len(set(_ring(arcs, walk, tolerance))) < 3
        for number, _ in walk
    }


def _shapes(
    arcs: Sequence[_Arc], rings: Mapping[str, list[list[list[_Side]]]], tolerance: float
) -> tuple[dict[str, Shape], int]:
    smallest = (tolerance * 2) ** 2
    left_out = 0
    made: dict[str, Shape] = {}
    for code, walks in rings.items():
        shape: Shape = []
        for polygon in walks:
            done = [_ring(arcs, walk, tolerance) for walk in polygon]
            kept = [
                ring
                for walk, ring in zip(polygon, done, strict=True)
                if len(ring) >= 3 and (arcs[walk[0][0]].uses > 1 or area(ring) >= smallest)
            ]
            if kept and kept[0] is done[0]:
                shape.append(kept)
            else:
                left_out += 1
        if not shape:  # all of it is small: the largest stays
            whole = [[_ring(arcs, walk, 0.0) for walk in polygon] for polygon in walks]
            shape = [max(whole, key=lambda polygon: area(polygon[0]))]
            left_out -= 1
        made[code] = shape
    return made, left_out


def _ring(arcs: Sequence[_Arc], walk: Sequence[_Side], tolerance: float) -> Ring:
    ring: Ring = []
    for number, backwards in walk:
        points = arcs[number].kept(tolerance)
        ring += [_rounded(p) for p in (points[:0:-1] if backwards else points[:-1])]
    return [p for p, after in zip(ring, (*ring[1:], ring[0]), strict=True) if p != after]


def _rounded(point: Point) -> Point:
    return round(point[0], DECIMALS), round(point[1], DECIMALS)


def area(ring: Sequence[Point]) -> float:
    """Square metres within a ring, roughly."""
    at = np.array(ring) * np.array(_METRES)
    x, y = (at - at[0]).T
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2


def inside(point: Point, shape: Shape) -> bool:
    """Whether a point lies within a shape and not in one of its holes."""
    return sum(_around(point, ring) for polygon in shape for ring in polygon) % 2 == 1


def _around(point: Point, ring: Sequence[Point]) -> bool:
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            odd = not odd
    return odd


# -- lines that cross


def _crossings(lines: Sequence[tuple[int, Sequence[Point]]]) -> set[tuple[int, int]]:
    """Pairs of lines (a line with itself too) that cross other than at a point of theirs.

    Pieces lie in a grid for their length, a power of two, so each is in four cells at most; the
    longest come first, and what is shorter looks for them in their grids.
    """
    pieces = [(i, a, b, _size(a, b)) for i, line in lines for a, b in pairwise(line)]
    pieces.sort(key=lambda piece: piece[3], reverse=True)
    grids: dict[int, dict[tuple[int, int], list[int]]] = {}
    found: set[tuple[int, int]] = set()
    for index, (line, a, b, size) in enumerate(pieces):
        own = grids.setdefault(_level(size), {})
        for level, grid in grids.items():
            for cell in _cells(a, b, 2.0**level):
                for other in grid.get(cell, ()):
                    number, c, d, _ = pieces[other]
                    if _cross(a, b, c, d):
                        found.add((min(line, number), max(line, number)))
                if grid is own:
                    grid.setdefault(cell, []).append(index)
    return found


_SMALLEST_CELL = -24
"""The power of two of the smallest cells, in degrees: less than a centimetre."""


def _size(a: Point, b: Point) -> float:
    return max(abs(a[0] - b[0]), abs(a[1] - b[1]))


def _level(size: float) -> int:
    """The power of two of the smallest cells that a piece of this size spans two of at most."""
    _, power = math.frexp(size)
    return max(power, _SMALLEST_CELL) if size else _SMALLEST_CELL


def _cells(a: Point, b: Point, size: float) -> Iterator[tuple[int, int]]:
    """The cells of this size, at least that of the piece, that its box lies in."""
    left, right = sorted((int(a[0] // size), int(b[0] // size)))
    low, high = sorted((int(a[1] // size), int(b[1] // size)))
    for across in range(left, right + 1):
        for up in range(low, high + 1):
            yield across, up


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return (
        _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0
    )  # fmt: skip


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
