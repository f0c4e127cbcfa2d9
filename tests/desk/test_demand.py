"""The chart of demand against supply: it follows the book, and its numbers leave."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kcr2desk.core.bijstand import RequestLine
from kcr2desk.desk.bijstand.demand_chart import DemandChart, as_csv, table
from tests.desk.bijstand_parts import Shown, shown, until
from tests.scenes.bijstand_week import week

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Shown]:
    with shown(qapp) as made:
        yield made


def test_it_is_drawn_and_says_the_numbers_of_now(room: Shown) -> None:
    made, _ = room.show(DemandChart, week())
    until(lambda: made._plot is not None)
    step = made.now_step()
    assert step is not None
    assert made.chosen == "type:fire_platoon"  # of it the largest share is missing
    assert (step.wanted, step.missing) == (6, step.wanted - step.promised)
    assert f"{step.wanted}" in made.accessibleName()
    made.grab()


def test_of_one_type_or_one_discipline(room: Shown) -> None:
    made, _ = room.show(DemandChart, week())
    made.set_what("type:pump")
    step = made.now_step()
    assert step is not None
    assert step.wanted == 8
    made.set_what("discipline:fire")
    step = made.now_step()
    assert step is not None
    assert step.wanted == 11


def test_it_follows_the_book(room: Shown) -> None:
    book = week()
    made, feed = room.show(DemandChart, book)
    made.set_what("type:pump")
    request = book.requests[0]
    feed.put(
        RequestLine(
            id="01900000-0000-7000-8002-000000000001", stream="national", about=request.id,
            resource="pump", quantity=30,
        )
    )  # fmt: skip
    until(lambda: (step := made.now_step()) is not None and step.wanted == 38)


def test_the_numbers_leave_as_csv_and_by_the_clipboard(room: Shown, tmp_path: Path) -> None:
    made, _ = room.show(DemandChart, week())
    made.save_as(tmp_path / "demand.csv")
    text = (tmp_path / "demand.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))
    assert rows == table(made.steps)
    assert rows[0] == ["from_utc", "from_nl", "wanted", "promised", "arrived", "missing"]
    assert len(rows) == len(made.steps) + 1
    made.copy()
    assert QGuiApplication.clipboard().text().splitlines()[1].split("\t") == rows[1]


def test_a_place_that_cannot_be_written_is_said(room: Shown, tmp_path: Path) -> None:
    made, _ = room.show(DemandChart, week())
    made.save_as(tmp_path / "none" / "demand.csv")
    assert made._note.isVisible()
    assert "demand.csv" not in [p.name for p in tmp_path.rglob("*")]


def test_semicolons_and_quotes_in_a_cell_stay_in_it() -> None:
    cells = ["a;b", 'say "no"', ""]
    assert next(csv.reader(as_csv([cells]).splitlines(), delimiter=";")) == cells
