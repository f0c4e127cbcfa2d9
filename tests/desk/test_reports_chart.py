"""The chart of reports per hour: loaded when shown, drawn with pauses, following the filters."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from kcr2desk.desk.reports.chart import HOUR, HOURS, MOST, stacked
from kcr2desk.store.query import HourCount
from tests.desk.reports_room import ReportsRoom, wait

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[ReportsRoom]:
    made = ReportsRoom(tmp_path / "cache", open_now=False)
    yield made
    made.leave()


def totals(room: ReportsRoom) -> dict[str, int]:
    return {one.discipline: sum(one.counts) for one in room.panel.chart.series()}


def test_the_busiest_have_a_colour_of_their_own_and_the_rest_is_one() -> None:
    counts = [HourCount(n * HOUR, f"d{n}", 10 - n) for n in range(8)]
    counts.append(HourCount(0, "", 3))
    made = stacked(counts, 0)
    assert [one.discipline for one in made] == ["d0", "d1", "d2", "d3", "d4", ""]
    assert len(made) == MOST + 1
    assert all(len(one.counts) == HOURS for one in made)
    assert sum(sum(one.counts) for one in made) == sum(c.count for c in counts)
    assert stacked([], 0) == ()


def test_hours_before_and_after_the_chart_are_left_out() -> None:
    made = stacked([HourCount(-HOUR, "fire", 5), HourCount(HOURS * HOUR, "fire", 5)], 0)
    assert sum(sum(one.counts) for one in made) == 0


def test_pyqtgraph_is_not_loaded_before_the_chart_is_shown() -> None:
    program = (
        "import sys, kcr2desk.desk.reports.panel;"
        "print(sorted({'pyqtgraph', 'sqlalchemy', 'numpy', 'requests'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_a_key_shows_it_and_it_follows_the_filters(room: ReportsRoom) -> None:
    for n in range(4):
        room.report(f"brand {n}", minutes=10 + 60 * n, discipline="fire")
    room.report("dijk", minutes=10, discipline="water")
    room.report("oud", minutes=60 * 30, discipline="fire")
    room.open()
    room.key(Qt.Key.Key_H)
    room.until(lambda: totals(room) == {"fire": 4, "water": 1})
    room.until(lambda: room.panel.chart.drawn > 0)
    room.panel.filters.discipline.set_value(frozenset({"water"}))
    room.panel.ask()
    room.until(lambda: totals(room) == {"water": 1})
    room.key(Qt.Key.Key_H)
    assert not room.panel.chart.isVisible()


def test_an_hour_that_is_clicked_is_the_period_of_the_list(room: ReportsRoom) -> None:
    room.report("toen", minutes=65, discipline="fire")
    room.report("nu", minutes=2, discipline="fire")
    room.open()
    room.panel.chart.hourChosen.emit(datetime(2026, 7, 14, 11, tzinfo=UTC))
    room.settle()
    assert room.titles == ["toen"]


def test_the_bar_under_the_mouse_is_the_hour_that_is_meant(room: ReportsRoom) -> None:
    room.report(minutes=2)
    room.open()
    room.key(Qt.Key.Key_H)
    chart = room.panel.chart
    room.until(lambda: chart.drawn > 0 and bool(chart.series()))
    chosen: list[datetime] = []
    chart.hourChosen.connect(chosen.append)
    view = chart._plot.getViewBox()

    class Click:
        @staticmethod
        def scenePos() -> QPointF:
            return QPointF(view.mapViewToScene(QPointF(HOURS - 0.5, 0.5)))

    chart._clicked(Click)
    assert chosen == [datetime(2026, 7, 14, 12, tzinfo=UTC)]


def test_it_is_drawn_with_pauses_however_much_arrives(room: ReportsRoom) -> None:
    room.report(minutes=2, discipline="fire")
    room.open()
    room.key(Qt.Key.Key_H)
    chart = room.panel.chart
    room.until(lambda: chart.drawn > 0 and bool(chart.series()))
    wait(1100)
    before = chart.drawn
    for _ in range(40):
        chart.refresh()
        wait(10)
    room.settle()
    assert chart.drawn - before <= 2
