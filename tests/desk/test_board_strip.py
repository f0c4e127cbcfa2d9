"""The strip of named units: a tile each, its state by one key, a card for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kcr2desk.core.book import Book
from kcr2desk.desk.bijstand.unit_card import UnitCard
from tests.desk.board_room import BoardRoom
from tests.desk.small_hub import identity
from tests.scenes import NOW
from tests.scenes.board_data import capacity, commitment, new_id, owners, types, unit

K = Qt.Key


def small() -> Book:
    crew = new_id("unit", "VR04", "Handcrew Overijssel")
    return Book(
        [
            *owners(),
            *types(),
            unit("VR04", "handcrew", "Handcrew Overijssel", call_sign="04-9950"),
            unit("VR20", "handcrew", "Handcrew Zuid", checked_at=NOW - timedelta(days=3)),
            capacity("DEF", "fire_bucket", total=4, available=3),
            commitment("one", "VR04", "handcrew", 1, unit=crew),
        ]
    )


@pytest.fixture
def enter(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., BoardRoom]]:
    rooms: list[BoardRoom] = []

    def make(**given: Any) -> BoardRoom:
        rooms.append(BoardRoom(tmp_path / str(len(rooms)), small(), **given))
        return rooms[-1]

    yield make
    for room in rooms:
        room.leave()


def names(room: BoardRoom) -> list[str]:
    return [tile.name for tile in room.strip.model.tiles]


def go_to(room: BoardRoom, name: str) -> None:
    room.strip.list.setFocus()
    room.strip.list.setCurrentIndex(room.strip.model.index(names(room).index(name)))


def test_what_few_have_is_in_the_strip_and_not_on_the_board(enter: Any) -> None:
    room = enter()
    assert names(room)[:2] == ["Handcrew Overijssel", "Handcrew Zuid"]
    on_board = {kind.code for kind in room.board.model.types}
    assert not on_board & {"handcrew", "fire_bucket"}
    away, idle, number = room.strip.model.tiles
    assert (away.state, idle.state) == ("gone", "ready")
    assert "Noord- en Oost-Gelderland" in away.promise
    assert idle.old
    assert (number.unit, number.owner) == ("", "DEF")


def test_a_key_says_what_a_unit_can_do(enter: Any) -> None:
    room = enter()
    go_to(room, "Handcrew Zuid")
    room.key(K.Key_3)
    held = room.cache.all("unit", name="Handcrew Zuid")[0]
    assert (held.state, held.checked_at, held.checked_by) == ("out", NOW, "J. Jansen")
    assert room.strip.model.tiles[1].state == "out"
    assert room.strip.model.tiles[1].provisional
    room.strip.message.buttons()[0].click()
    room.settle()
    assert room.cache.all("unit", name="Handcrew Zuid")[0].state == "ready"


def test_checked_unchanged_makes_a_tile_fresh(enter: Any) -> None:
    room = enter()
    go_to(room, "Handcrew Zuid")
    room.key(K.Key_K)
    assert not room.strip.model.tiles[1].old


def test_left_and_right_go_from_tile_to_tile_and_tell_it(enter: Any) -> None:
    room = enter()
    told: list[str] = []
    room.strip.unitChosen.connect(told.append)
    go_to(room, "Handcrew Overijssel")
    room.key(K.Key_Right)
    assert told[-1] == room.cache.all("unit", name="Handcrew Zuid")[0].id
    room.key(K.Key_Space)
    assert room.strip._story is not None
    assert "Handcrew Zuid" in room.strip._story.accessibleName()
    room.key(K.Key_Escape)


def test_a_unit_is_added_changed_and_taken_off(enter: Any) -> None:
    room = enter()
    go_to(room, "Handcrew Zuid")
    room.key(K.Key_N)
    card = room.cards[-1]
    assert isinstance(card, UnitCard)
    card.take()
    assert card.told.isVisible()
    card.texts["name"].setText("Handcrew Noord")
    card.owner.set_value(frozenset({"VR01"}))
    card.notice.setText("45")
    card.take()
    room.settle()
    made = room.cache.all("unit", name="Handcrew Noord")[0]
    assert (made.owner, made.resource, made.source) == ("VR01", "handcrew", "VR01")
    assert (made.notice_minutes, made.state) == (45, "ready")
    go_to(room, "Handcrew Noord")
    room.key(K.Key_E)
    card = room.cards[-1]
    card.texts["call_sign"].setText("01-9950")
    card.take()
    room.settle()
    assert room.cache.all("unit", name="Handcrew Noord")[0].call_sign == "01-9950"
    go_to(room, "Handcrew Noord")
    room.key(K.Key_Return)
    room.cards[-1].ask_remove()
    room.cards[-1].told.buttons()[0].click()
    room.settle()
    assert "Handcrew Noord" not in names(room)


def test_a_region_changes_its_own_units_only(enter: Any) -> None:
    room = enter(me=identity("vries", "region_officer", "VR04"))
    go_to(room, "Handcrew Zuid")
    room.key(K.Key_3)
    assert room.strip.message.isVisible()
    assert room.cache.all("unit", name="Handcrew Zuid")[0].state == "ready"
    go_to(room, "Handcrew Overijssel")
    room.key(K.Key_2)
    assert room.cache.all("unit", name="Handcrew Overijssel")[0].state == "limited"


def test_the_tile_that_is_read_stays_when_a_unit_comes_before_it(enter: Any) -> None:
    room = enter()
    go_to(room, "Handcrew Zuid")
    room.put(unit("VR01", "handcrew", "Handcrew Aa"))
    room.settle()
    tile = room.strip.current()
    assert tile is not None
    assert tile.name == "Handcrew Zuid"
