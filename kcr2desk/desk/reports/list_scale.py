"""Rows and places: where in a long list something stands, estimated between what is known.

Nobody counts the rows above a place; that would cost more than the page itself. Between two rows
that are known, reports are taken to have come in evenly. No Qt in here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

Point = tuple[int, int]
"""A known row: its number from the top, and its place in the order (newer is higher)."""


def place_near(points: Sequence[Point], row: int) -> int:
    """The place at which `row` is likely to stand. `points` from the top down, at least one."""
    for (row_a, place_a), (row_b, place_b) in pairwise(points):
        if row <= row_b and row_b > row_a:
            share = (row - row_a) / (row_b - row_a)
            return round(place_a + (place_b - place_a) * min(1.0, max(0.0, share)))
    return points[-1][1]


def row_near(points: Sequence[Point], place: int) -> int:
    """The row at which `place` is likely to stand. `points` from the top down, at least one."""
    for (row_a, place_a), (row_b, place_b) in pairwise(points):
        if place >= place_b and place_a > place_b:
            share = (place_a - place) / (place_a - place_b)
            return max(0, round(row_a + (row_b - row_a) * min(1.0, max(0.0, share))))
    return points[-1][0]
