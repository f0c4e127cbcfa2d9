"""Scenes of the map: tiles, made-up borders, and the real ones where the file is at hand."""

from __future__ import annotations

import json
import os
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kcr2desk.core.book import Book
from kcr2desk.core.reference import Boundary
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.map_view import MapView
from tests.scenes import Stage, scene
from tests.scenes.bijstand_week import week, with_borders

REAL = Path(
    os.environ.get("KCR2DESK_TEST_BORDERS", "../shared/data/veiligheidsregios_2023.geojson")
)
"""The official borders of CBS and PDOK; scenes with them are skipped where the file is not."""


def real_borders() -> list[Boundary]:
    """The borders of the official file."""
    made = []
    for n, feature in enumerate(json.loads(REAL.read_text(encoding="utf-8"))["features"]):
        shape = feature["geometry"]
        found = shape["coordinates"]
        rings = found if shape["type"] == "MultiPolygon" else [found]
        made.append(
            Boundary(
                id=f"01900000-0000-7000-8001-{n:012}", stream="reference", rings=rings,
                code=feature["properties"]["statcode"], name=feature["properties"]["statnaam"],
            )
        )  # fmt: skip
    return made


def view(stage: Stage, book: Book, resource: str = "fire_platoon") -> MapView:
    made = MapView(BookFeed.of(book), None, None, now=lambda: stage.now, me=None)
    made.set_type(resource)
    made.set_asking("VR07")
    made.choose("VR06")
    return made


@scene("bijstand-map-tiles")
def tile_map(stage: Stage) -> QWidget:
    return view(stage, week())


@scene("bijstand-map-all")
def worst_of_all(stage: Stage) -> QWidget:
    return view(stage, week(), "")


@scene("bijstand-map-made-up")
def made_up(stage: Stage) -> QWidget:
    return view(stage, with_borders(week()))


if REAL.exists():

    @scene("bijstand-map-borders")
    def borders(stage: Stage) -> QWidget:
        return view(stage, with_borders(week(), real_borders()))

    @scene("bijstand-map-borders-close")
    def close(stage: Stage) -> QWidget:
        made = view(stage, with_borders(week(), real_borders()))
        stage.later(lambda: made.canvas.zoom(2.4))
        return made
