"""The map: every region a tile, every number in sight, one choice with the board."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcr2desk.core import places
from kcr2desk.core.bijstand import Capacity
from kcr2desk.core.board import cell
from kcr2desk.core.reference import Boundary
from kcr2desk.core.tiles import tiles
from kcr2desk.desk.bijstand import map_shape
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.map_model import WORST
from kcr2desk.desk.bijstand.map_shape import Box
from kcr2desk.desk.bijstand.map_view import MapView
from kcr2desk.desk.remember import MemorySettings
from kcr2desk.desk.work import StoreWork
from tests.desk.bijstand_parts import Shown, shown, until
from tests.desk.small_hub import identity
from tests.scenes import NOW
from tests.scenes.bijstand_map import REAL, real_borders
from tests.scenes.bijstand_week import borders, hours, week, with_borders

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Shown]:
    with shown(qapp) as made:
        yield made


# -- pure ------------------------------------------------------------------------------------------


def test_every_region_has_one_tile_and_none_lies_over_another() -> None:
    assert sorted(t.code for t in tiles()) == sorted(r.code for r in places.regions())
    assert sum(t.caribbean for t in tiles()) == 6
    boxes, heading = map_shape.tile_boxes(900, 500)
    for one, other in itertools.combinations([*boxes.values(), heading], 2):
        assert not one.touches(other)
    assert all(b.x >= 0 and b.x + b.width <= 900 and b.y + b.height <= 500 for b in boxes.values())


def test_most_neighbours_touch_on_the_tile_map() -> None:
    at = {t.code: (t.column, t.row) for t in tiles() if not t.caribbean}
    pairs = {tuple(sorted((r.code, n))) for r in places.regions() for n in r.neighbours}
    touching = [
        (a, b) for a, b in pairs
        if abs(at[a][1] - at[b][1]) <= 1 and abs(at[a][0] - at[b][0]) <= 1
    ]  # fmt: skip
    assert len(touching) / len(pairs) > 0.8


def test_a_number_stands_inside_its_region() -> None:
    horseshoe = [[5.0, 52.0], [6.0, 52.0], [6.0, 52.5], [5.8, 52.5], [5.8, 52.1], [5.2, 52.1],
                 [5.2, 52.5], [5.0, 52.5], [5.0, 52.0]]  # fmt: skip
    made = map_shape.shape("VR01", [[horseshoe]])
    assert made is not None
    assert map_shape.contains(made, *made.point)
    assert made.radius > 3


@pytest.mark.parametrize("rings", [None, [], [[]], [[[[5.0, 52.0]]]], "x", [["x"]], [[[["a", 1]]]]])
def test_a_border_that_cannot_be_drawn_is_left_out(rings: object) -> None:
    assert map_shape.shape("VR01", rings) is None


@settings(max_examples=30, deadline=None)
@given(
    st.dictionaries(
        st.integers(0, 60).map(str),
        st.tuples(st.floats(300, 700), st.floats(10, 500), st.floats(0, 80)),
        min_size=1, max_size=28,
    )
)  # fmt: skip
def test_no_number_stands_over_another(found: dict[str, tuple[float, float, float]]) -> None:
    points = {code: (x, y) for code, (x, y, _) in found.items()}
    radii = {code: r for code, (_, _, r) in found.items()}
    made = map_shape.place_labels(points, radii, 54, 30, Box(300, 0, 400, 600))
    assert set(made) == set(points)
    boxes = [Box(b.x + 0.01, b.y + 0.01, b.width - 0.02, b.height - 0.02) for b, _ in made.values()]
    assert not any(a.touches(b) for a, b in itertools.combinations(boxes, 2))


def test_arrows_go_to_the_region_in_that_direction() -> None:
    boxes, _ = map_shape.tile_boxes(900, 500)
    at = {code: box.middle for code, box in boxes.items()}
    assert map_shape.toward(at, "VR06", (1, 0)) == "VR05"
    assert map_shape.toward(at, "VR06", (-1, 0)) == "VR25"
    assert map_shape.toward(at, "VR23", (0, 1)) == "VR24"
    assert map_shape.toward(at, "VR24", (0, 1)) == ""
    reached, todo = {"VR09"}, ["VR09"]
    while todo:
        here = todo.pop()
        for way in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = map_shape.toward(at, here, way)
            if there and there not in reached:
                reached.add(there)
                todo.append(there)
    assert reached == set(at)  # no region is out of reach of the keys


# -- on the screen ---------------------------------------------------------------------------------


def test_the_map_says_what_the_board_says(room: Shown) -> None:
    book = week()
    made, _ = room.show(MapView, book)
    made.set_type("fire_platoon")
    for region in places.regions():
        spot = made._model.spot(region.code, NOW)
        there = cell(book, region.code, "fire_platoon", NOW)
        assert spot.sign == (there.sign if there.known and not there.has_none else spot.look.sign)
        if there.counts == "said" and not there.has_none:
            assert spot.number == f"{there.available}/{there.total}"


def test_of_all_types_the_worst_is_shown(room: Shown) -> None:
    book = week()
    made, _ = room.show(MapView, book)
    for region in places.regions():
        cells = [cell(book, region.code, kind, NOW) for kind in book.types]
        signs = {c.sign for c in cells if c.known and not c.has_none}
        expected = next((s for s in WORST if s in signs), "")
        assert made._model.spot(region.code, NOW).sign == expected


def test_a_click_chooses_and_tells(room: Shown) -> None:
    made, _ = room.show(MapView, week())
    made.set_type("pump")
    owners: list[str] = []
    cells: list[tuple[str, str]] = []
    made.ownerChosen.connect(owners.append)
    made.cellChosen.connect(lambda owner, resource: cells.append((owner, resource)))
    x, y = made.canvas.place().boxes["VR21"].middle
    QTest.mouseClick(made.canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    assert owners == ["VR21"]
    assert cells == [("VR21", "pump")]
    made.choose("VR22")
    made.choose("DEF")  # has no tile: nothing is shown as chosen, nothing breaks
    assert owners == ["VR21"]
    made.grab()


def test_keys_choose_and_make_larger(room: Shown) -> None:
    made, _ = room.show(MapView, week())
    told: list[str] = []
    made.ownerChosen.connect(told.append)
    made.choose("VR06")
    made.canvas.setFocus()
    QTest.keyClick(made.canvas, Qt.Key.Key_Right)
    assert told == ["VR05"]
    assert "Twente" in made.canvas.accessibleDescription()
    QTest.keyClick(made.canvas, Qt.Key.Key_Plus)
    assert made.canvas.magnified == pytest.approx(1.25)
    QTest.keyClick(made.canvas, Qt.Key.Key_0)
    assert made.canvas.magnified == 1


def test_the_chosen_region_comes_into_sight_when_the_map_is_large(room: Shown) -> None:
    made, _ = room.show(MapView, week())
    made.choose("VR01")
    made.canvas.zoom(6, QPointF(0, 0))
    made.canvas.setFocus()
    QTest.keyClick(made.canvas, Qt.Key.Key_Down)
    box = made.canvas.place().boxes[made.canvas.current]
    assert made.canvas.rect().contains(QPoint(round(box.middle[0]), round(box.middle[1])))


def test_a_changed_number_is_on_the_map(room: Shown) -> None:
    book = week()
    made, feed = room.show(MapView, book)
    made.set_type("pump")
    known = book.capacity("VR22", "pump")
    assert isinstance(known, Capacity)
    feed.put(replace(known, available=41, total=42, checked_at=NOW))
    assert made._model.spot("VR22", NOW).number == "41/42"


def test_an_own_crisis_and_neighbours_are_marked(room: Shown) -> None:
    made, _ = room.show(MapView, week())
    made.set_asking("VR07")
    spot = made._model.spot("VR07", NOW)
    assert spot.crisis == "Natuurbrand Veluwe"
    assert spot.far == 0
    assert made._model.spot("VR06", NOW).far == 1
    assert made._model.spot("VR01", NOW).far not in (0, 1)


def test_islands_have_their_own_time(room: Shown) -> None:
    made, _ = room.show(MapView, week())
    assert made._model.spot("BQ-BO", NOW).clock == "08:05"
    assert made._model.spot("VR01", NOW).clock == ""


def test_borders_are_drawn_once_there_are_some(room: Shown) -> None:
    book = week()
    made, feed = room.show(MapView, book)
    before = made.canvas.shows_borders, made._modes.isVisible()
    assert before == (False, False)
    feed.put(*borders())
    assert made.canvas.shows_borders
    assert made._modes.isVisible()
    made.grab()
    layout = made.canvas.place()
    assert set(layout.boxes) == {r.code for r in places.regions()} | {"DEF", "RWS"}  # KNRM has none
    assert layout.points is not None
    for code in (r.code for r in places.regions()[:25]):
        assert made.canvas.owner_at(QPointF(*layout.boxes[code].middle)) == code
    made.show_borders(False)
    assert not made.canvas.shows_borders


def test_borders_are_worked_out_away_from_the_screen(qapp: QApplication, room: Shown) -> None:
    work = StoreWork("test")
    made = MapView(
        BookFeed.of(with_borders(week())), None, work, now=lambda: NOW, me=identity("jansen")
    )
    assert not made.canvas.shows_borders
    until(lambda: made.canvas.shows_borders)
    work.close()
    made.deleteLater()


def test_what_is_shown_is_kept(room: Shown) -> None:
    book = with_borders(week())
    made, _ = room.show(MapView, book)
    made.set_type("pump")
    made.show_borders(False)
    settings = MemorySettings()
    made.keep(settings)
    other, _ = room.show(MapView, with_borders(week()))
    other.restore(settings)
    assert other.resource == "pump"
    assert not other.canvas.shows_borders
    other.set_what("discipline:fire")
    other.keep(settings)
    made.restore(settings)
    assert made.what == "discipline:fire"
    made.restore(MemorySettings({"bijstand/map": "[]"}))
    assert made.what == "discipline:fire"


def test_a_type_is_chosen_from_the_list(room: Shown) -> None:
    made, _ = room.show(MapView, week())
    chosen: list[str] = []
    made.typeChosen.connect(chosen.append)
    made._what.open()
    list_ = made._what.popup()
    QTest.keyClicks(list_.field, "ood")  # type: ignore[attr-defined]
    QTest.keyClick(list_.field, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    assert (made.resource, chosen) == ("pump", ["pump"])
    made.set_what("")
    assert made.what == ""


def test_the_moment_can_be_another_than_now(room: Shown) -> None:
    made, _ = room.show(MapView, week())
    made.set_type("pump")
    now = made._model.spot("VR23", NOW).look.share
    made.set_moment(hours(-30))
    assert now > 0
    assert made._model.spot("VR23", NOW).look.share == 0


@pytest.mark.skipif(not REAL.exists(), reason="the official borders are not at hand")
def test_real_borders(room: Shown) -> None:
    found: list[Boundary] = real_borders()
    made, _ = room.show(MapView, with_borders(week(), found), size=(900, 520))
    assert len(made.canvas.shapes) == 25
    layout = made.canvas.place()
    for one, other in itertools.combinations(layout.boxes.values(), 2):
        assert not one.touches(other)
    assert all(box.y >= -1 and box.y + box.height <= 522 for box in layout.boxes.values())
    for region in places.regions()[:25]:
        shape = made.canvas.shapes[region.code]
        seat = map_shape.project(region.longitude, region.latitude)
        assert map_shape.contains(shape, *shape.point)
        assert map_shape.contains(shape, *seat) or _near(shape, seat)


def _near(shape: map_shape.Shape, at: map_shape.Point) -> bool:
    points = (p for polygon in shape.polygons for ring in polygon for p in ring)
    return min(math.dist(p, at) for p in points) < 2  # kilometres
