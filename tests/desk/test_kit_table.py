"""The table of the kit: rows are drawn once, stay where they are read, and columns give way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcr2desk.desk import kit, theme
from kcr2desk.desk.kit.cell_paint import MOST_PIXELS, Place, RowLook, RowPainter
from kcr2desk.desk.remember import MemorySettings
from tests.desk.form_room import with_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
COLUMNS = (
    kit.Column("number", lambda: "Number", 80),
    kit.Column("word", lambda: "Word", 200, stretch=True, least=90),
    kit.Column("first", lambda: "First to go", 100, yields=2),
    kit.Column("then", lambda: "Then this", 100, yields=1),
)


class Rows(kit.CellModel):
    def __init__(self, count: int) -> None:
        super().__init__(COLUMNS)
        self.words = [f"word {n}" for n in range(count)]
        self.tones: dict[int, str] = {}

    def rowCount(self, parent=None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.words)

    def cell(self, row: int, column: int) -> kit.Cell:
        return kit.Cell(self.words[row] if column == 1 else str(row))

    def row_tone(self, row: int) -> str:
        return self.tones.get(row, "")

    def put(self, row: int, *words: str) -> None:
        self.beginInsertRows(QModelIndex(), row, row + len(words) - 1)
        self.words[row:row] = words
        self.endInsertRows()

    def take(self, row: int, count: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row + count - 1)
        del self.words[row : row + count]
        self.endRemoveRows()


@pytest.fixture
def table(qapp: QApplication) -> Iterator[kit.DeskTable]:
    with_theme(qapp)
    made = kit.DeskTable()
    made.set_model(Rows(200))
    made.resize(700, 400)
    made.show()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()


def model(table: kit.DeskTable) -> Rows:
    found = table.model()
    assert isinstance(found, Rows)
    return found


def top_word(table: kit.DeskTable) -> str:
    return model(table).words[table.rowAt(0)]


def test_what_is_read_stays_in_place_when_rows_come_and_go_above(table: kit.DeskTable) -> None:
    rows = model(table)
    table.scrollTo(rows.index(80, 0), table.ScrollHint.PositionAtTop)
    assert top_word(table) == "word 80"
    rows.put(0, "a", "b", "c")
    assert top_word(table) == "word 80"
    assert table.above == 3
    rows.take(10, 20)
    assert top_word(table) == "word 80"
    rows.put(len(rows.words), "below")
    assert top_word(table) == "word 80"
    assert table.above == 3
    table.show_new()
    assert top_word(table) == "a"
    assert table.above == 0


def test_the_row_under_the_keys_stays_even_when_rows_come_between(table: kit.DeskTable) -> None:
    rows = model(table)
    table.setCurrentIndex(rows.index(5, 0))
    before = table.visualRect(table.currentIndex()).top()
    rows.put(3, "late")
    assert rows.words[table.currentIndex().row()] == "word 5"
    assert table.visualRect(table.currentIndex()).top() == before


def test_at_the_top_with_nothing_read_the_newest_are_simply_shown(table: kit.DeskTable) -> None:
    table.setCurrentIndex(QModelIndex())
    model(table).put(0, "new")
    assert top_word(table) == "new"
    assert table.above == 0


def test_a_row_is_drawn_once_and_again_only_when_it_differs(
    table: kit.DeskTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    draw = RowPainter._draw

    def counted(self, target, look, places, rect) -> None:
        drawn.append(look.cells[1].text)
        draw(self, target, look, places, rect)

    monkeypatch.setattr(RowPainter, "_draw", counted)
    table.painter.forget()
    table.viewport().repaint()
    assert len(drawn) > 10
    drawn.clear()
    table.viewport().repaint()
    assert drawn == []
    rows = model(table)
    rows.words[2] = "other"
    rows.dataChanged.emit(rows.index(2, 0), rows.index(2, 3))
    QApplication.processEvents()
    assert drawn == ["other"]


def test_kept_rows_never_take_more_room_than_two_screens(qapp: QApplication) -> None:
    with_theme(qapp)
    painter = RowPainter()
    places = [Place(0, 0, 2000)]
    for n in range(400):
        look = RowLook((kit.Cell(str(n)),), "", False, False, False, False)
        painter.row(look, places, QSize(2000, 28), 1.0)
    assert sum(p.width() * p.height() for p in painter._kept.values()) <= MOST_PIXELS


def test_edge_ring_and_selection_are_seen(table: kit.DeskTable) -> None:
    rows = model(table)
    rows.tones[4] = "urgent"
    table.setFocus()
    table.activateWindow()
    table.selectRow(2)
    table.viewport().repaint()
    shot = table.viewport().grab().toImage()
    height = theme.current().density.row_height
    tokens = theme.tokens()
    middle = height // 2

    def colour(x: int, row: int) -> str:
        return QColor(shot.pixelColor(x, row * height + middle)).name().upper()

    assert colour(1, 4) == tokens.urgent
    assert colour(1, 3) == tokens.surface
    assert colour(650, 2) in (tokens.selection, tokens.selection_idle)


def test_columns_yield_in_their_order_and_come_back(table: kit.DeskTable) -> None:
    head = table.horizontalHeader()
    assert not head.isSectionHidden(2)
    table.resize(420, 400)
    QApplication.processEvents()
    assert head.isSectionHidden(2)
    assert not head.isSectionHidden(3)
    table.resize(320, 400)
    QApplication.processEvents()
    assert head.isSectionHidden(3)
    assert table.columnWidth(1) >= 200
    table.resize(200, 400)
    QApplication.processEvents()
    assert 90 <= table.columnWidth(1) < 200
    assert head.length() <= table.viewport().width()
    table.resize(700, 400)
    QApplication.processEvents()
    assert not head.isSectionHidden(2)
    assert not head.isSectionHidden(3)


def test_what_a_narrow_window_hid_is_not_kept_as_hidden(table: kit.DeskTable) -> None:
    settings = MemorySettings()
    table.resize(320, 400)
    QApplication.processEvents()
    table.setColumnWidth(0, 91)
    table.keep(settings, "table")
    other = kit.DeskTable()
    other.set_model(Rows(3))
    other.resize(900, 400)
    other.restore(settings, "table")
    assert not other.horizontalHeader().isSectionHidden(2)
    assert other.columnWidth(0) == 91
    other.deleteLater()


def test_the_button_of_what_is_new_covers_no_row(table: kit.DeskTable) -> None:
    rows = model(table)
    table.scrollTo(rows.index(50, 0), table.ScrollHint.PositionAtTop)
    rows.put(0, "new")
    button = table._new
    assert button.isVisible()
    assert button.geometry().bottom() <= table.viewport().geometry().top()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert table.verticalScrollBar().value() == 0
    assert not button.isVisible()


def test_a_click_on_a_heading_chooses_nothing(table: kit.DeskTable) -> None:
    head = table.horizontalHeader()
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(120, 10))
    assert table.selected_rows() == []


def test_letters_do_not_jump_to_rows(table: kit.DeskTable) -> None:
    table.setFocus()
    table.setCurrentIndex(model(table).index(3, 0))
    QTest.keyClicks(table, "w9")
    assert table.currentIndex().row() == 3
    assert table.rowAt(QPoint(0, 0).y()) == 0
