"""The filter row: what is chosen becomes a question, and is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcr2desk.core.records import Incident
from kcr2desk.desk.reports.filters import ReportFilters, midnight
from kcr2desk.store.query import ReportQuery
from tests.desk.form_room import with_theme
from tests.scenes import NOW

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


@pytest.fixture
def filters(qapp: QApplication) -> Iterator[ReportFilters]:
    with_theme(qapp)
    made = ReportFilters(lambda: NOW, "jansen")
    yield made
    made.deleteLater()


def choose(filters: ReportFilters, name: str, *values: str) -> None:
    getattr(filters, name).set_value(frozenset(values))


def test_nothing_chosen_asks_for_everything(filters: ReportFilters) -> None:
    assert filters.query() == ReportQuery()
    assert not filters.holds_back()


def test_nothing_in_the_row_overlaps_where_it_is_narrow(filters: ReportFilters) -> None:
    filters.set_count(1_240)
    filters.field.setText("hoog")
    filters.resize(864, 30)
    filters.show()
    QApplication.processEvents()
    assert filters.width() == 864
    shown = [filters.status, filters.attention, filters.field, filters.count]
    for left, right in pairwise(each.geometry() for each in shown):
        assert left.right() < right.left()
    assert filters.count.geometry().right() < 864


def test_every_filter_narrows_the_question(filters: ReportFilters) -> None:
    choose(filters, "status", "in_progress", "new")
    choose(filters, "region", "VR06", "")
    choose(filters, "discipline", "fire")
    choose(filters, "grade", "c1", "rB", "rA")
    choose(filters, "incident", "i1")
    choose(filters, "attention", "unread", "urgent", "mine", "test")
    filters.field.setText("  rook ")
    assert filters.query() == ReportQuery(
        streams=("national", "test"),
        status=("new", "in_progress"),
        regions=("", "VR06"),
        disciplines=("fire",),
        reliability=("A", "B"),
        credibility=("1",),
        incident="i1",
        owner="jansen",
        text="rook",
        unread=True,
        urgent_open=True,
    )
    filters.clear()
    assert filters.query() == ReportQuery()


@pytest.mark.parametrize(
    ("period", "since", "until"),
    [
        ("1h", NOW - timedelta(hours=1), None),
        ("7d", NOW - timedelta(days=7), None),
        ("today", datetime(2026, 7, 13, 22, tzinfo=UTC), None),
        (
            "yesterday",
            datetime(2026, 7, 12, 22, tzinfo=UTC),
            datetime(2026, 7, 13, 22, tzinfo=UTC),
        ),
    ],
)
def test_a_period_is_counted_from_now(
    filters: ReportFilters, period: str, since: datetime, until: datetime | None
) -> None:
    choose(filters, "period", period)
    query = filters.query()
    assert query.since == ms(since)
    assert query.until == (None if until is None else ms(until))


def test_the_day_that_the_clock_is_set_back_begins_at_midnight() -> None:
    late = datetime(2026, 10, 25, 20, tzinfo=UTC)
    assert midnight(late).astimezone(UTC) == datetime(2026, 10, 24, 22, tzinfo=UTC)


def test_an_hour_of_the_chart_is_a_period_and_goes_by_choosing_it_again(
    filters: ReportFilters,
) -> None:
    start = datetime(2026, 7, 14, 10, tzinfo=UTC)
    filters.show_hour(start)
    query = filters.query()
    assert (query.since, query.until) == (ms(start), ms(start + timedelta(hours=1)))
    filters.show_hour(start)
    assert filters.query() == ReportQuery()


def test_choices_are_kept_but_not_what_was_searched_for(filters: ReportFilters) -> None:
    choose(filters, "status", "new")
    choose(filters, "grade", "c1")
    filters.field.setText("rook")
    kept = filters.kept()
    other = ReportFilters(lambda: NOW, "jansen")
    other.take_up(kept)
    assert other.query() == ReportQuery(status=("new",), credibility=("1",))
    other.deleteLater()


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"status": 3}', '{"status": [1, null]}'])
def test_what_cannot_be_read_lets_everything_through(filters: ReportFilters, kept: str) -> None:
    filters.take_up(kept)
    assert filters.query() == ReportQuery()


def test_typing_asks_at_every_key_and_down_goes_to_the_list(filters: ReportFilters) -> None:
    asked: list[str] = []
    gone: list[str] = []
    filters.changed.connect(lambda: asked.append(filters.query().text))
    filters.downPressed.connect(lambda: gone.append("list"))
    filters.escaped.connect(lambda: gone.append("back"))
    QTest.keyClicks(filters.field, "rook")
    assert asked == ["r", "ro", "roo", "rook"]
    QTest.keyClick(filters.field, Qt.Key.Key_Down)
    QTest.keyClick(filters.field, Qt.Key.Key_Escape)
    assert filters.field.text() == ""
    QTest.keyClick(filters.field, Qt.Key.Key_Escape)
    assert gone == ["list", "back"]


def test_incidents_are_offered_open_ones_first(filters: ReportFilters) -> None:
    closed = Incident(id="a", stream="national", title="Oud", status="closed")
    opened = Incident(id="b", stream="national", title="Nieuw")
    filters.set_incidents([closed, opened])
    filters.incident.open()
    filters.show_incident("b")
    assert filters.query().incident == "b"
    assert "Nieuw" in filters.incident.accessibleName()
    filters.incident.popup().close()
