"""The board: cells are typed, checked, pasted and frozen by keys, and say who said what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcr2desk.core.book import Book
from kcr2desk.desk.bijstand.board_model import BoardFilter
from kcr2desk.desk.bijstand.import_card import ImportCard
from kcr2desk.desk.bijstand.type_card import TypeCard
from tests.desk.board_room import BoardRoom
from tests.desk.small_hub import identity
from tests.scenes import NOW
from tests.scenes.board_data import capacity, commitment, owners, types

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


def small() -> Book:
    """A country with few numbers."""
    return Book(
        [
            *owners(),
            *types(),
            capacity("VR06", "fire_platoon", total=8, available=6, reserve=1),
            capacity("VR04", "fire_platoon", total=4, available=4),
            capacity("VR05", "fire_platoon", norm=3, checked_at=None, checked_by="",
                     checked_how=""),
            capacity("VR07", "fire_platoon", total=2, available=2),
            capacity("VR07", "water_small", total=2, available=2,
                     checked_at=NOW - timedelta(days=2)),
            commitment("one", "VR07", "fire_platoon", 2),
        ]
    )  # fmt: skip


@pytest.fixture
def enter(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., BoardRoom]]:
    rooms: list[BoardRoom] = []

    def make(book: Book | None = None, **given: Any) -> BoardRoom:
        rooms.append(BoardRoom(tmp_path / str(len(rooms)), book or small(), **given))
        return rooms[-1]

    yield make
    for room in rooms:
        room.leave()


def cell_text(room: BoardRoom, owner: str, resource: str) -> str:
    index = room.board.model.place(owner, resource)
    return str(room.board.model.data(index))


def test_a_number_is_typed_and_says_who_said_it_and_how(enter: Any) -> None:
    room = enter()
    room.board.set_how("mail")
    room.board.choose("VR04", "fire_platoon")
    room.type("3/5/1")
    room.key(K.Key_Return)
    held = room.values("VR04", "fire_platoon")
    assert (held["available"], held["total"], held["reserve"]) == (3, 5, 1)
    assert (held["checked_at"], held["checked_by"], held["checked_how"]) == (
        NOW, "J. Jansen", "mail",
    )  # fmt: skip
    assert cell_text(room, "VR04", "fire_platoon") == "3/5"
    assert room.board.model.pair(room.board.table.currentIndex())[1] == "fire_platoon"
    assert room.board.model.look(room.board.model.row_of("VR04"), 0).provisional
    room.key(K.Key_Z, CONTROL)
    assert room.values("VR04", "fire_platoon")["available"] == 4


def test_a_number_where_there_was_none_makes_the_record_that_every_desk_makes(enter: Any) -> None:
    room = enter()
    room.board.choose("VR01", "ibgs")
    room.type("2")
    room.key(K.Key_Return)
    held = room.values("VR01", "ibgs")
    assert (held["available"], held["total"], held["source"]) == (2, None, "VR01")


def test_what_cannot_be_meant_is_not_saved_and_says_why(enter: Any) -> None:
    room = enter()
    room.board.choose("VR04", "fire_platoon")
    room.type("9/4")
    room.key(K.Key_Return)
    assert room.board.edit.isVisible()
    assert room.board.foot.message.isVisible()
    assert room.values("VR04", "fire_platoon")["available"] == 4
    room.key(K.Key_Escape)
    assert not room.board.edit.isVisible()
    assert room.focus() is room.board.table
    assert room.values("VR04", "fire_platoon")["available"] == 4


def test_a_question_mark_says_that_nobody_knows(enter: Any) -> None:
    room = enter()
    room.board.choose("VR06", "fire_platoon")
    room.type("?")
    room.key(K.Key_Return)
    held = room.values("VR06", "fire_platoon")
    assert (held["available"], held["total"], held["reserve"]) == (None, None, 1)
    index = room.board.model.place("VR06", "fire_platoon")
    assert room.board.model.cell_at(index).sign == "unknown"


def test_f2_edits_what_stands_there_and_tab_goes_right(enter: Any) -> None:
    room = enter()
    room.board.choose("VR06", "fire_platoon")
    room.key(K.Key_F2)
    assert room.board.edit.text() == "6/8"
    room.type("5/8")
    room.key(K.Key_Tab)
    assert room.values("VR06", "fire_platoon")["available"] == 5
    assert room.board.table.currentIndex().column() == 1


def test_one_key_says_checked_unchanged_of_all_that_is_chosen(enter: Any) -> None:
    room = enter()
    room.board.choose("VR06", "fire_platoon")
    room.now = NOW + timedelta(hours=3)
    board = room.board.model
    first = board.place("VR04", "fire_platoon")
    last = board.place("VR07", "fire_platoon")
    room.board.table.go_to(first)
    for _ in range(last.row() - first.row()):
        room.key(K.Key_Down, SHIFT)
    room.key(K.Key_K)
    assert room.values("VR04", "fire_platoon")["checked_at"] == room.now
    assert room.values("VR04", "fire_platoon")["available"] == 4
    norm = room.values("VR05", "fire_platoon")
    assert (norm["available"], norm["total"], norm["norm"]) == (3, 3, 3)
    assert room.values("VR06", "fire_platoon")["checked_at"] == room.now


def test_a_region_changes_its_own_row_and_is_told_why_not_others(enter: Any) -> None:
    room = enter(me=identity("vries", "region_officer", "VR06"))
    room.board.choose("VR04", "fire_platoon")
    room.type("1")
    assert not room.board.edit.isVisible()
    assert "IJsselland" in room.board.foot.message.text()
    assert "IJsselland" in room.board.table.owners.tip(room.board.model.row_of("VR04"))
    room.board.choose("VR06", "fire_platoon")
    room.type("7")
    room.key(K.Key_Return)
    held = room.values("VR06", "fire_platoon")
    assert (held["available"], held["checked_how"]) == (7, "desk")


def test_a_liaison_reads_and_changes_nothing(enter: Any) -> None:
    room = enter(me=identity("bakker", "liaison", "government"))
    room.board.choose("VR06", "fire_platoon")
    room.type("7")
    assert not room.board.edit.isVisible()
    assert room.board.foot.message.isVisible()


def test_space_shows_what_is_behind_a_number(enter: Any) -> None:
    room = enter()
    room.board.choose("VR07", "fire_platoon")
    room.key(K.Key_Space)
    told = room.board.story.accessibleName()
    assert room.board.story.isVisible()
    assert "Noord- en Oost-Gelderland" in told
    assert "M. de Boer" in told
    room.key(K.Key_Escape)
    assert not room.board.story.isVisible()
    assert room.focus() is room.board.table


def test_who_asks_stands_on_top_and_its_neighbours_under_it(enter: Any) -> None:
    room = enter()
    room.board.set_asking("VR06")
    rows = [row.owner for row in room.board.model.rows if row.owner]
    assert rows[0] == "VR06"
    assert set(rows[1:5]) == {"VR04", "VR05", "VR07", "VR25"}
    assert [r.group for r in room.board.model.rows if not r.owner] == ["island"]


def test_ordering_keeps_the_cell_under_the_keys(enter: Any) -> None:
    room = enter()
    room.board.choose("VR07", "fire_platoon")
    room.key(K.Key_S)
    rows = [row.owner for row in room.board.model.rows if row.owner]
    assert rows[:4] == ["VR06", "VR04", "VR05", "VR07"]
    room.key(K.Key_S)
    assert next(r.owner for r in room.board.model.rows if r.owner) == "VR07"
    assert room.board.model.pair(room.board.table.currentIndex()) == ("VR07", "fire_platoon")
    room.key(K.Key_S)
    assert room.board.model.order.by == ""


def test_filters_let_through_what_is_short_or_old(enter: Any) -> None:
    room = enter()
    room.board.set_filter(BoardFilter(shortage=True))
    assert [r.owner for r in room.board.model.rows if r.owner] == ["VR07"]
    assert [t.code for t in room.board.model.types] == ["fire_platoon"]
    room.board.set_filter(BoardFilter(old=True))
    assert [t.code for t in room.board.model.types] == ["water_small"]
    room.board.set_filter(BoardFilter(disciplines=frozenset({"medical"})))
    assert {t.discipline for t in room.board.model.types} == {"medical"}


def test_a_frozen_type_stays_where_it_is_while_the_board_scrolls(enter: Any) -> None:
    room = enter()
    room.board.choose("VR06", "water_small")
    room.key(K.Key_F)
    table = room.board.table
    assert room.board.model.types[0].code == "water_small"
    before = table.visualRect(room.board.model.place("VR07", "water_small"))
    bar = table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    index = room.board.model.place("VR07", "water_small")
    assert table.visualRect(index) == before
    assert table.indexAt(before.center()) == index
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=before.center())
    assert table.currentIndex() == index
    room.key(K.Key_F)
    assert not table.types.frozen_width


def test_zoom_and_order_are_remembered(enter: Any) -> None:
    room = enter()
    room.key(K.Key_Plus, CONTROL)
    high = room.board.table.rowHeight(0)
    room.board.choose("VR06", "ibgs")
    room.key(K.Key_F)
    room.board.keep(room.settings)
    other = enter()
    other.board.restore(room.settings)
    assert other.board.table.rowHeight(0) == high
    assert other.board.model.types[0].code == "ibgs"
    other.key(K.Key_0, CONTROL)
    assert other.board.table.rowHeight(0) < high


def test_a_broken_memory_leaves_the_board_as_it_is(enter: Any) -> None:
    room = enter()
    room.settings.set("bijstand/board", '{"frozen": 3, "zoom": 99.0}')
    room.board.restore(room.settings)
    assert room.board.table.look.zoom == 1.0
    room.settings.set("bijstand/board", "no json")
    room.board.restore(room.settings)
    assert room.board.model.rows


def test_one_key_asks_all_owners_about_the_chosen_types(enter: Any) -> None:
    room = enter()
    asked: list[object] = []
    room.board.inventoryWanted.connect(asked.append)
    room.board.choose("VR06", "fire_platoon")
    room.key(K.Key_Right, SHIFT)
    room.key(K.Key_I)
    assert asked == [["fire_platoon", "fire_basic"]]


def test_a_block_is_copied_and_pasted_from_the_current_cell_on(enter: Any) -> None:
    room = enter()
    room.board.choose("VR04", "fire_platoon")
    QGuiApplication.clipboard().setText("2/4\t1\n3\t\n")
    room.key(K.Key_V, CONTROL)
    room.settle()
    card = room.cards[-1]
    assert isinstance(card, ImportCard)
    assert card.seen is not None
    found = {(c.owner, c.resource): dict(c.now) for c in card.seen.changes}
    assert found[("VR04", "fire_platoon")] == {"available": 2}
    assert found[("VR04", "fire_basic")] == {"available": 1}
    card.take_action.trigger()
    room.settle()
    assert room.values("VR04", "fire_basic")["available"] == 1
    assert room.values("VR04", "fire_platoon")["checked_how"] == "sheet"
    room.board.choose("VR04", "fire_platoon")
    room.board.table.setFocus()
    room.key(K.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "2/4"


def test_a_sheet_with_heads_is_checked_row_by_row_and_its_columns_remembered(
    enter: Any, tmp_path: Path
) -> None:
    room = enter()
    file = tmp_path / "stand.csv"
    file.write_text(
        "Regio;Soort;Inzetbaar;Totaal\n"
        "IJsselland;Peloton brandbestrijding;1;4\n"
        "Twente;Peloton brandbestrijding;veel;4\n"
        "Atlantis;Peloton brandbestrijding;1;1\n",
        encoding="utf-8",
    )
    room.board.import_file(str(file))
    room.settle()
    card = room.cards[-1]
    assert card.seen is not None
    assert [c.owner for c in card.seen.changes] == ["VR04"]
    assert len(card.seen.problems) == 2
    assert card.model.rowCount() >= 3
    card.take_action.trigger()
    room.settle()
    assert room.values("VR04", "fire_platoon")["available"] == 1
    assert card.told.isVisible()
    card.told.buttons()[0].click()
    room.settle()
    assert room.values("VR04", "fire_platoon")["available"] == 4
    kept = [name for name in room.settings.kept if name.startswith("bijstand/columns/")]
    assert len(kept) == 1


def test_a_corrected_column_counts_at_once(enter: Any, tmp_path: Path) -> None:
    room = enter()
    file = tmp_path / "vreemd.csv"
    file.write_text("Wie;Wat;Getal\nIJsselland;Peloton brandbestrijding;3\n", encoding="utf-8")
    room.board.import_file(str(file))
    room.settle()
    card = room.cards[-1]
    for place, role in enumerate(("owner", "resource", "total")):
        card.grid.choices[place].changed.emit(frozenset({role}))
        room.settle()
    assert card.seen is not None
    problems = [p.code for p in card.seen.problems]
    assert problems == ["more-than-total"]
    card.grid.choices[2].changed.emit(frozenset({"available"}))
    room.settle()
    assert [dict(c.now) for c in card.seen.changes] == [{"available": 3}]


def test_a_file_that_is_no_sheet_gets_a_sentence(enter: Any, tmp_path: Path) -> None:
    room = enter()
    file = tmp_path / "leeg.csv"
    file.write_bytes(b"")
    room.board.import_file(str(file))
    room.settle()
    card = room.cards[-1]
    assert card.told.isVisible()
    assert not card.take_action.isEnabled()


def test_the_room_makes_and_changes_types_and_a_region_does_not(enter: Any) -> None:
    room = enter()
    room.board.change_type()
    card = room.cards[-1]
    assert isinstance(card, TypeCard)
    card.take()
    assert card.told.isVisible()
    for name, text in (("name_nl", "Zandzakken"), ("name_en", "Sandbags"), ("code", "sandbags")):
        card.texts[name].setText(text)
    card.take()
    room.settle()
    assert "sandbags" in [t.code for t in room.board.model.types]
    region = enter(me=identity("vries", "region_officer", "VR06"))
    assert not region.board.keys.new_type.isVisible()
    assert not region.board.may_change_types()


def test_a_change_from_elsewhere_is_drawn_without_moving_what_is_read(enter: Any) -> None:
    room = enter()
    room.board.choose("VR06", "fire_platoon")
    value = room.board.table.verticalScrollBar().value()
    held = room.values("VR04", "fire_platoon")
    record = room.cache.all("capacity", owner="VR04", resource="fire_platoon")[0]
    room.cache.edit("capacity", record.id, {"available": held["available"] - 4})
    room.settle()
    assert cell_text(room, "VR04", "fire_platoon") == "0/4"
    assert room.board.table.verticalScrollBar().value() == value
    assert room.board.model.pair(room.board.table.currentIndex()) == ("VR06", "fire_platoon")


def test_time_makes_a_number_old(enter: Any) -> None:
    room = enter()
    index = room.board.model.place("VR06", "fire_platoon")
    assert room.board.model.cell_at(index).sign == "enough"
    room.now = NOW + timedelta(hours=12)
    room.board.tick()
    assert room.board.model.cell_at(index).sign == "old"
    assert room.board.model.look(index.row(), index.column()).old


def test_a_screen_reader_hears_the_sign_and_the_story(enter: Any) -> None:
    room = enter()
    index = room.board.model.place("VR07", "fire_platoon")
    told = str(room.board.model.data(index, Qt.ItemDataRole.AccessibleTextRole))
    assert told.split(",")[0] in ("shortage", "tekort")
    assert "2" in told
    assert room.board.model.headerData(index.row(), Qt.Orientation.Vertical) == "Gelderland-Midden"


def test_a_click_on_a_heading_orders_and_one_on_an_owner_tells_it(enter: Any) -> None:
    room = enter()
    chosen: list[str] = []
    room.board.ownerChosen.connect(chosen.append)
    head = room.board.table.types
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 30))
    assert room.board.model.order.by == room.board.model.types[0].code
    owners_ = room.board.table.owners
    QTest.mouseClick(owners_.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert chosen == [room.board.model.rows[0].owner]
