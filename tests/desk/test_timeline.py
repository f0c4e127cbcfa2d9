"""The timeline: rows, phases, gaps, the clocks' nights, and that only what is in sight is drawn."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcr2desk.core import relief
from kcr2desk.core.relief import Gap
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand.timeline import Timeline
from kcr2desk.desk.bijstand.timeline_axis import step_for, ticks
from kcr2desk.desk.bijstand.timeline_rows import rows
from tests.core.test_account import line, request
from tests.desk.bijstand_parts import Shown, shown, until
from tests.scenes import NOW
from tests.scenes.bijstand_week import Maker, hours, many, reference, week

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Shown]:
    with shown(qapp) as made:
        yield made


def drawn(room: Shown, book: object, **more: object) -> Timeline:
    made, _feed = room.show(Timeline, book, **more)  # type: ignore[arg-type]
    until(lambda: made.bars is not None and made.bars.painted > 0)
    return made


def states(found: tuple[relief.Phase, ...]) -> list[str]:
    return [phase.state for phase in found]


# -- pure ------------------------------------------------------------------------------------------


def test_the_stretches_of_a_deployment_follow_its_times() -> None:
    maker = Maker()
    one = maker.give(
        line(maker, request(maker)), "VR05", 1, status="released", departed_at=hours(1),
        arrived_at=hours(2), released_at=hours(5),
    )  # fmt: skip
    found = relief.phases(one)
    assert states(found) == ["promised", "en_route", "on_site", "released"]
    assert [p.start for p in found] == [hours(0), hours(1), hours(2), hours(5)]
    assert found[-1].end == hours(10)


def test_a_state_without_a_time_is_shown_and_one_without_begin_is_not() -> None:
    maker = Maker()
    asked = line(maker, request(maker))
    assert states(relief.phases(maker.give(asked, "VR05", 1, status="on_site"))) == ["on_site"]
    lost = maker.give(asked, "VR05", 1, from_at=None, decided_at=None)
    assert relief.phases(lost) == ()


def test_relief_that_comes_late_or_never_leaves_a_gap() -> None:
    maker = Maker()
    reference(maker)  # a platoon wants relief after eight hours
    asked = line(maker, request(maker))
    alone = maker.give(asked, "VR05", 1, arrived_at=hours(1), status="on_site")
    assert relief.gap(alone, maker.book) == Gap("none", hours(9), hours(10))
    short = maker.give(asked, "VR06", 1, until_at=hours(6), arrived_at=hours(1), status="on_site")
    assert relief.gap(short, maker.book) is None
    maker.give(asked, "VR04", 1, from_at=hours(5), eta=hours(7), relieves=short.id)
    assert relief.gap(short, maker.book) == Gap("late", hours(6), hours(7))
    maker.give(asked, "VR03", 1, from_at=hours(5), eta=hours(6), relieves=short.id)
    assert relief.gap(short, maker.book) is None


def test_what_was_withdrawn_relieves_nobody() -> None:
    maker = Maker()
    asked = line(maker, request(maker))
    one = maker.give(asked, "VR05", 1, relief_at=hours(4))
    maker.give(asked, "VR04", 1, from_at=hours(3), relieves=one.id, status="withdrawn")
    assert relief.gap(one, maker.book) == Gap("none", hours(4), hours(10))


def test_groups_by_request_and_by_owner_and_what_is_over_is_left_out() -> None:
    book = week()
    by_request = rows(book, NOW, "request")
    heads = [row.group for row in by_request if row.commitment is None]
    assert heads == [r.id for r in book.requests]
    by_owner = rows(book, NOW, "owner")
    assert sum(row.count for row in by_owner) == len(book.commitments())
    later = NOW + timedelta(days=10)
    left = [row for row in rows(book, later, "request") if row.commitment is not None]
    assert all(row.commitment.status != "withdrawn" for row in left if row.commitment)
    assert len(rows(book, later, "request", ended=True)) > len(rows(book, later, "request"))


def words(day: datetime, step: int, number: float) -> list[str]:
    start = day.timestamp()
    return [word for _, word in ticks(start, start + number * 3600, step, texts.AMSTERDAM)]


def test_the_night_that_has_an_hour_twice(room: Shown) -> None:
    midnight = datetime(2026, 10, 24, 22, tzinfo=UTC)  # 25 October in the Netherlands
    assert words(midnight, 60, 5)[1:] == ["01:00", "02:00+2", "02:00+1", "03:00", "04:00"]
    found = ticks(midnight.timestamp(), midnight.timestamp() + 25 * 3600, 120, texts.AMSTERDAM)
    assert [w for _, w in found][:3] == [found[0][1], "02:00+2", "04:00"]
    assert found[2][0] - found[1][0] == 3 * 3600  # three real hours between two and four
    days = ticks(midnight.timestamp(), midnight.timestamp() + 49 * 3600, 1440, texts.AMSTERDAM)
    assert [b[0] - a[0] for a, b in itertools.pairwise(days)] == [25 * 3600, 24 * 3600]


def test_the_night_that_has_no_two_oclock(room: Shown) -> None:
    midnight = datetime(2026, 3, 28, 23, tzinfo=UTC)  # 29 March in the Netherlands
    assert words(midnight, 60, 3)[1:] == ["01:00", "03:00", "04:00"]
    days = ticks(midnight.timestamp(), midnight.timestamp() + 47 * 3600, 1440, texts.AMSTERDAM)
    assert [b[0] - a[0] for a, b in itertools.pairwise(days)] == [23 * 3600, 24 * 3600]


@pytest.mark.parametrize("span", [1800, 7200, 86400, 30 * 86400, 120 * 86400])
def test_ticks_never_touch(span: int) -> None:
    step = step_for(span, 640)
    assert len(ticks(NOW.timestamp(), NOW.timestamp() + span, step, texts.AMSTERDAM)) <= 13


# -- on the screen ---------------------------------------------------------------------------------


def test_keys_walk_the_rows_and_a_choice_is_told(room: Shown) -> None:
    made = drawn(room, week())
    told: list[str] = []
    made.commitmentChosen.connect(told.append)
    made.list.setFocus()
    made.list.setCurrentIndex(made.list.model().index(1, 0))
    QTest.keyClick(made.list, Qt.Key.Key_Down)
    expected = [row.key for row in rows(week(), NOW, "request")][1:3]
    assert told == expected
    assert made.chosen() == expected[1]


def test_choosing_from_outside_tells_nobody(room: Shown) -> None:
    book = week()
    made = drawn(room, book)
    told: list[str] = []
    made.commitmentChosen.connect(told.append)
    last = book.commitments()[-1].id
    made.choose(last)
    assert made.chosen() == last
    made.choose("")
    assert made.chosen() == ""
    assert told == []


def test_a_change_in_the_book_is_a_change_of_a_row_and_the_choice_stays(room: Shown) -> None:
    book = week()
    made, feed = room.show(Timeline, book)
    first = book.commitments()[0]
    made.choose(first.id)
    from dataclasses import replace

    feed.put(replace(book.commitments()[1], status="on_site", arrived_at=NOW))
    until(lambda: any(
        row.key == book.commitments()[1].id and row.phases[-1].state == "on_site"
        for row in rows(feed.book, NOW, "request")
    ))  # fmt: skip
    QTest.qWait(20)
    assert made.chosen() == first.id


def test_wheel_and_keys_move_through_time(room: Shown) -> None:
    made = drawn(room, week())
    start, end = made.span
    wheel(made, 120, CONTROL)
    assert made.span[1] - made.span[0] < end - start
    made.to_now()
    wheel(made, -120, SHIFT)
    assert made.span[0] > start
    made.to_now()
    made.list.setFocus()
    QTest.keyClick(made.list, Qt.Key.Key_Minus)
    assert made.span[1] - made.span[0] == pytest.approx(2 * (end - start))
    QTest.keyClick(made.list, Qt.Key.Key_0)
    assert made.span == pytest.approx((start, end))
    QTest.keyClick(made.list, Qt.Key.Key_Right)
    assert made.span[0] == pytest.approx(start + (end - start) / 4)


def wheel(made: Timeline, turn: int, held: Qt.KeyboardModifier) -> None:
    view = made._plot.viewport()
    at = QPointF(view.width() / 2, view.height() / 2)
    QApplication.sendEvent(
        view,
        QWheelEvent(
            at, view.mapToGlobal(at), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, held,
            Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip


def test_a_click_on_a_bar_chooses_its_row(room: Shown) -> None:
    book = week()
    made = drawn(room, book)
    view = made._plot.viewport()
    place = made._plot.getViewBox().mapToScene(QPointF(50, 28 * 1.5)).toPoint()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert made.chosen() == rows(book, NOW, "request")[1].key


def test_dragging_moves_time_and_chooses_nothing(room: Shown) -> None:
    made = drawn(room, week())
    start, end = made.span
    view = made._plot.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 80))
    QTest.mouseMove(view, QPoint(200, 80))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 80))
    assert made.span[0] - start == pytest.approx(100 / made.width_of_time * (end - start))
    assert made.chosen() == ""


def test_hover_tells_the_story_of_a_row(room: Shown) -> None:
    made = drawn(room, week())
    place = made._plot.getViewBox().mapToScene(QPointF(50, 28 * 1.5)).toPoint()
    assert "VNOG" in made.story_at(place)
    assert made.story_at(QPoint(50, 2)) == ""  # on the axis


def test_names_and_bars_stand_beside_each_other(room: Shown) -> None:
    made = drawn(room, many(200), size=(1000, 320))
    made.list.verticalScrollBar().setValue(1003)
    QApplication.processEvents()
    view = made._view()
    index = made.list.model().index(view.first + 3, 0)
    top = made.list.visualRect(index).top() + made.list.viewport().mapTo(made, QPoint()).y()
    scene = made._plot.getViewBox().mapToScene(QPointF(0, view.tops + 3 * view.row_height))
    bar = made._plot.viewport().mapTo(made, scene.toPoint()).y()
    assert abs(top - bar) <= 1


def test_a_thousand_deployments_draw_only_what_is_in_sight(room: Shown) -> None:
    made = drawn(room, many(1000), size=(1366, 320))
    assert made.list.model().rowCount() > 1000
    bar = made.list.verticalScrollBar()
    worst = 0.0
    for at in range(0, bar.maximum(), bar.maximum() // 20):
        bar.setValue(at)
        begun = time.perf_counter()
        made.grab()
        worst = max(worst, time.perf_counter() - begun)
        assert made.bars is not None
        assert 0 < made.bars.painted <= 320 // 28 + 2
    assert worst < 0.25  # a generous limit for a busy machine; it takes about 10 ms


def test_who_hears_the_screen_hears_state_and_gap(room: Shown) -> None:
    made = drawn(room, week())
    said = [
        str(made.list.model().index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for n in range(made.list.model().rowCount())
    ]
    assert any("VRT" in one and "! " in one for one in said)
    assert any("BON" in one for one in said)  # the island by its own clock, too


def test_nothing_promised_is_said(room: Shown) -> None:
    made, _ = room.show(Timeline, Maker().book)
    assert made._empty.isVisible()
