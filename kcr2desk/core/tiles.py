"""The tile map: one tile a region, placed by hand so that neighbours touch where they can.

Rows are shifted by half a tile, so a tile touches up to six others. The six Caribbean entities
have an inset of their own.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Tile:
    """Where a region lies: left edge and top edge in tiles, from the north-west of its part."""

    code: str
    column: float
    row: float
    caribbean: bool


@cache
def tiles() -> tuple[Tile, ...]:
    """All tiles, the mainland first."""
    source = files("kcr2desk.core") / "data" / "tiles.csv"
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    return tuple(
        Tile(row["code"], float(row["column"]), float(row["row"]), row["inset"] == "caribbean")
        for row in rows
    )
