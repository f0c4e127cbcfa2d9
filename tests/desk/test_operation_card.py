"""Opening an operation, letting people in, noting arrivals, and seeing the pace: by keys, with a
real cache."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from kcr2desk.core.repatriation.book import records_of
from kcr2desk.core.repatriation.operation import Arrival, operation_of
from kcr2desk.desk.repatriation.arrival_bar import ArrivalBar
from kcr2desk.desk.repatriation.arrival_card import ArrivalCard
from kcr2desk.desk.repatriation.operation_card import OperationCard
from kcr2desk.desk.repatriation.operation_new import NewOperation
from kcr2desk.desk.repatriation.privacy_page import PrivacyPage
from kcr2desk.desk.repatriation.progress_view import ProgressView
from tests.desk.hand_over_room import NOW, HallRoom, open_hall, words


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[HallRoom]:
    with open_hall(tmp_path, qapp) as made:
        yield made


def new_card(room: HallRoom) -> NewOperation:
    return room.show(
        NewOperation(room.cache, room.work, room.changes, now=room.clock.now, me=room.me)
    )


def test_an_operation_is_opened_by_keys_without_a_line(room: HallRoom):
    card = new_card(room)
    made: list[str] = []
    card.done.connect(made.append)
    card.focus_first()
    QTest.keyClicks(QApplication.focusWidget(), "Libanon")
    card.fields.purpose.setPlainText("Opvang")
    card.fields.ground.setPlainText("Art. 6 AVG")
    room.press(card, "Ctrl+Return")
    book = records_of(room.cache.all, made[0])
    assert book.operation is not None
    assert (book.operation.title, book.operation.retention_days) == ("Libanon", 30)
    assert book.operation.opened_at == NOW
    assert book.role_of("jansen") == "lead"
    assert room.cache.pending()  # it waits for the line


def test_an_operation_without_a_ground_is_not_opened(room: HallRoom):
    card = new_card(room)
    made: list[str] = []
    card.done.connect(made.append)
    card.fields.title.setText("Libanon")
    card.fields.purpose.setPlainText("Opvang")
    room.press(card, "Ctrl+Return")
    assert not made
    assert "legal ground" in card.told.text()


def test_each_language_keeps_its_own_text(room: HallRoom):
    card = new_card(room)
    first = card.fields.privacy.toPlainText()
    card.fields.language.chosen.emit("en")
    card.fields.privacy.setPlainText("Short.")
    card.fields.language.chosen.emit("nl")
    assert card.fields.privacy.toPlainText() == first
    assert card.fields.said()["privacy"]["en"] == "Short."


def test_somebody_is_let_in_given_another_role_and_let_out_and_in_again(room: HallRoom):
    card = room.show(OperationCard(room.hall))
    card.focus_first()
    QTest.keyClicks(QApplication.focusWidget(), "visser")
    room.press(card, "Return")
    assert room.book.role_of("visser") == "registrar"
    card.account.setText("Visser")
    card.role.set_choice("medical")
    card.let_in()
    room.settle()
    assert room.book.role_of("visser") == "medical"
    assert len(room.book.members) == 2
    out = [b for b in card.people.findChildren(QPushButton) if "visser" in b.toolTip()]
    out[0].click()
    room.settle()
    assert room.book.role_of("visser") == ""
    card.account.setText("visser")
    card.let_in()
    room.settle()
    assert room.book.role_of("visser") in ("registrar", "medical")


def test_the_officer_cannot_let_itself_out(room: HallRoom):
    card = room.show(OperationCard(room.hall))
    assert not card.people.findChildren(QPushButton)


def test_a_longer_term_wants_a_reason(room: HallRoom):
    card = room.show(OperationCard(room.hall))
    card.fields.days.setValue(90)
    room.press(card, "Ctrl+Return")
    assert "longer" in card.told.text()
    card.fields.reason.setPlainText("Nazorg duurt langer")
    room.press(card, "Ctrl+Return")
    operation = room.book.operation
    assert operation is not None
    assert operation.retention_days == 90


def test_the_term_is_in_sight(room: HallRoom):
    room.cache.edit("operation", room.operation, {"opened_at": NOW - timedelta(days=1)})
    room.settle()
    card = room.show(OperationCard(room.hall))
    assert "in 29 days" in card.term.text()


def test_who_is_no_lead_changes_nothing(tmp_path: Path, qapp: QApplication):
    with open_hall(tmp_path, qapp, "registrar") as room:
        card = room.show(OperationCard(room.hall))
        assert not card.save_action.isEnabled()
        assert not card.adding.isVisible()
        assert not card.fields.isEnabled()


def test_an_arrival_is_noted_and_arrives_by_one_key(room: HallRoom):
    card = room.show(ArrivalCard(room.hall))
    card.focus_first()
    QTest.keyClicks(QApplication.focusWidget(), "Bus 1")
    card.aboard.setValue(43)
    made: list[str] = []
    card.done.connect(made.append)
    room.press(card, "Ctrl+Return")
    room.settle()
    bus = room.book.arrival(made[0])
    assert bus is not None
    assert (bus.code, bus.declared_count, bus.status) == ("Bus 1", 43, "expected")
    again = room.show(ArrivalCard(room.hall, bus.id))
    room.press(again, "Ctrl+Shift+H")
    room.settle()
    bus = room.book.arrival(made[0])
    assert bus is not None
    assert (bus.status, bus.actual_at) == ("arrived", NOW)


def test_an_arrival_without_a_name_is_not_saved(room: HallRoom):
    card = room.show(ArrivalCard(room.hall))
    before = len(room.book.arrivals)
    room.press(card, "Ctrl+Return")
    assert len(room.book.arrivals) == before
    assert card.told.text()


def test_the_bar_says_how_far_the_arrival_is(room: HallRoom):
    for n in range(4):
        room.add("manifestline", "", about=room.operation, arrival=room.arrival, key=str(n))
    room.person(registered_at=NOW)
    room.settle()
    bar = room.show(ArrivalBar(room.hall), (900, 40))
    bar.choose(room.arrival)
    assert bar.line.numbers() == "1 / 4"
    assert "3 to come" in bar.line.remark()
    room.person(registered_at=NOW)
    room.settle()
    assert bar.line.numbers() == "2 / 4"


def test_the_bar_goes_from_arrival_to_arrival_by_key(room: HallRoom):
    second = room.add("arrival", "", about=room.operation, code="Bus 2")
    room.add("arrival", "", about=room.operation, code="Vervallen", status="cancelled")
    room.settle()
    bar = room.show(ArrivalBar(room.hall), (900, 40))
    seen = []
    bar.chosen.connect(seen.append)
    for _ in range(3):
        bar.next()
    assert set(seen) == {room.arrival, second}
    assert len(seen) == 3


def test_the_pace_is_shown_in_steps_of_five_minutes(room: HallRoom):
    import_module("pyqtgraph")
    for minutes in (1, 2, 3, 14):
        room.person(registered_at=NOW - timedelta(minutes=minutes), desk="Balie 1")
    room.settle()
    view = ProgressView(room.hall)
    view.set_arrival(room.arrival)
    room.show(view, (900, 600))
    room.settle()
    assert sum(count for _, count in view.chart.bars()) == 4
    assert [count for _, count in view.chart.bars()][-1] >= 1
    assert view.desks.accessibleName() == "Balie 1 4"


def test_the_privacy_text_is_on_paper_in_every_language(room: HallRoom):
    page = room.show(PrivacyPage(room.hall))
    body = page.sheet().body
    assert "Nederlands" in body
    assert 'dir="rtl"' in body
    assert "art. 6 lid 1 onder e AVG" in body
    page.language.set_value(frozenset({"en"}))
    assert "Nederlands" not in page.sheet().body
    assert room.operation not in page.file_name()


def test_nothing_of_the_hall_is_written_outside_its_stream(room: HallRoom):
    card = room.show(OperationCard(room.hall))
    card.account.setText("visser")
    card.let_in()
    room.settle()
    members = room.cache.all("member")
    assert {operation_of(m.stream) for m in members} == {room.operation}
    assert all(isinstance(a, Arrival) for a in room.cache.all("arrival", stream=room.stream))
    assert "visser" in words(card.people)
