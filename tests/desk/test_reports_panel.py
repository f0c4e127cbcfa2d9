"""The panel Meldingen with real widgets, keys and an encrypted cache."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcr2desk.desk import texts
from kcr2desk.desk.reports.list_model import MOST
from tests.desk.reports_room import CONTROL, SHIFT, ReportsRoom, wait

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[ReportsRoom]:
    made = ReportsRoom(tmp_path / "cache", open_now=False)
    yield made
    made.leave()


# seeing


def test_the_newest_stand_at_the_top_and_the_first_is_read(room: ReportsRoom) -> None:
    room.report("oud", minutes=90)
    room.report("nieuw", minutes=1)
    room.report("midden", minutes=30)
    room.open()
    assert room.titles == ["nieuw", "midden", "oud"]
    assert room.read == "nieuw"
    assert room.panel.filters.count.text() == "3"


def test_an_empty_list_says_what_to_do(room: ReportsRoom) -> None:
    room.open()
    assert room.titles == []
    assert room.panel.list.read is None
    room.report("eerste")
    room.settle(0.3)
    assert room.titles == ["eerste"]


def test_what_arrives_comes_in_above_without_moving_what_is_read(room: ReportsRoom) -> None:
    room.many(60)
    room.later(seconds=30)
    room.open()
    room.key(Key.Key_J)
    table = room.panel.list.table
    before = table.visualRect(table.currentIndex()).top()
    assert room.read == "Melding 1"
    for n in range(3):
        room.report(f"vers {n}", minutes=0)
    room.settle(0.3)
    assert len(room.titles) == 63
    assert room.read == "Melding 1"
    assert table.visualRect(table.currentIndex()).top() == before
    assert table.above == 3
    table.show_new()
    assert table.above == 0
    assert table.verticalScrollBar().value() == 0


def test_what_stands_beside_the_heading_follows_the_language(room: ReportsRoom) -> None:
    room.report("Brand", unread=True)
    room.report("Meer brand", unread=True)
    room.open()
    told: list[str] = []
    room.panel.subtitleChanged.connect(told.append)
    QApplication.sendEvent(room.panel, QEvent(QEvent.Type.LanguageChange))
    room.until(lambda: len(told) > 0)
    assert "unread" in told[-1]


def test_a_change_shows_in_its_row_alone(room: ReportsRoom) -> None:
    reports = room.many(30)
    room.open()
    painted: list[tuple[int, int]] = []
    room.panel.list.model.dataChanged.connect(lambda a, b: painted.append((a.row(), b.row())))
    room.cache.edit("report", reports[7], {"owner": "smit"})
    room.settle(0.3)
    assert painted == [(7, 7)]
    assert room.panel.list.model.lines[7].owner == "smit"


def test_a_long_list_holds_a_window_and_scrolls_to_its_end(room: ReportsRoom) -> None:
    room.many(900)
    room.open()
    room.until(lambda: room.panel.list.model.size == 900)
    assert room.panel.filters.count.text() == "900"
    room.key(Key.Key_End)
    assert room.read == "Melding 899"
    assert len(room.titles) <= MOST
    bar = room.panel.list.bar
    assert bar.value() == bar.maximum()
    bar.setValue(bar.maximum() // 2)
    room.settle()
    first = room.panel.list.model.lines[room.panel.list.table.rowAt(0)].title
    assert abs(int(first.split()[1]) - 440) < 30
    assert len(room.titles) <= MOST
    assert room.read == "Melding 899"
    room.key(Key.Key_Home)
    assert room.read == "Melding 0"
    assert bar.value() == 0


def test_keys_walk_down_through_the_window_and_back(room: ReportsRoom) -> None:
    room.many(620)
    room.open()
    for step in range(600):
        QTest.keyClick(room.panel.list.table, Key.Key_Down)
        if step % 40 == 39:
            room.settle(0.005)
    room.settle()
    assert room.read == "Melding 600"
    assert len(room.titles) <= MOST
    for step in range(600):
        QTest.keyClick(room.panel.list.table, Key.Key_K)
        if step % 40 == 39:
            room.settle(0.005)
    room.settle()
    assert room.read == "Melding 0"
    assert room.panel.list.model.first == 0


def test_reading_on_after_scrolling_away_goes_on_where_it_was_left(room: ReportsRoom) -> None:
    room.many(900)
    room.open()
    for _ in range(3):
        room.key(Key.Key_J)
    bar = room.panel.list.bar
    bar.setValue(bar.maximum())
    room.settle()
    assert not room.panel.list.table.currentIndex().isValid()
    assert room.read == "Melding 3"
    room.key(Key.Key_J)
    assert room.read == "Melding 4"


def test_coming_back_to_the_window_reads_nothing_else(room: ReportsRoom) -> None:
    room.many(900)
    room.open()
    bar = room.panel.list.bar
    bar.setValue(bar.maximum())
    room.settle()
    room.panel.filters.field.setFocus()
    room.panel.list.table.setFocus()
    room.settle()
    assert room.read == "Melding 0"
    assert bar.value() == bar.maximum()


# filtering


def test_a_text_filters_at_every_key_and_marks_what_it_found(room: ReportsRoom) -> None:
    room.report("Rook boven Radio Kootwijk", minutes=1)
    room.report("Dijk bij Bunde", minutes=2)
    room.report("Stank", minutes=3, text="lijkt op rookpluim")
    room.open()
    room.type("/")
    room.type("rook")
    assert room.titles == ["Rook boven Radio Kootwijk", "Stank"]
    assert room.panel.list.model.cell(0, 6).marks == ((0, 4),)
    assert "2" in room.panel.filters.count.text()
    room.key(Key.Key_Down)
    assert room.panel.list.table.hasFocus()
    room.key(Key.Key_Backspace)
    assert len(room.titles) == 3


def test_filters_narrow_and_let_go(room: ReportsRoom) -> None:
    room.report("brand", status="new", region="VR06", discipline="fire")
    room.report("water", status="in_progress", region="VR24", discipline="water")
    room.open()
    room.panel.filters.status.set_value(frozenset({"in_progress"}))
    room.panel.filters.status.changed.emit(frozenset({"in_progress"}))
    room.settle()
    assert room.titles == ["water"]
    room.panel.filters.show_incident("none")
    room.settle()
    assert room.titles == []
    room.panel.filters.count.click()
    room.settle()
    assert sorted(room.titles) == ["brand", "water"]


def test_a_report_that_no_longer_passes_stays_muted_until_the_list_is_asked_anew(
    room: ReportsRoom,
) -> None:
    room.report("een", minutes=1)
    room.report("twee", minutes=2)
    room.open()
    room.panel.filters.status.set_value(frozenset({"new"}))
    room.key(Key.Key_F5)
    room.key(Key.Key_3)
    room.settle(0.3)
    assert room.titles == ["een", "twee"]
    assert len(room.panel.list.model.left) == 1
    assert room.panel.list.model.cell(0, 6).tone == "muted"
    room.key(Key.Key_F5)
    assert room.titles == ["twee"]


def test_a_period_moves_on_with_the_clock_and_what_is_read_stays(room: ReportsRoom) -> None:
    room.report("nieuw", minutes=1)
    room.report("bijna een uur", minutes=59.5)
    room.open()
    room.panel.filters.period.set_value(frozenset({"1h"}))
    room.key(Key.Key_F5)
    assert room.titles == ["nieuw", "bijna een uur"]
    room.panel._tick(room.later(seconds=48))
    room.settle(0.3)
    assert room.titles == ["nieuw", "bijna een uur"]
    assert len(room.panel.list.model.left) == 1
    room.key(Key.Key_F5)
    assert room.titles == ["nieuw"]


def test_a_long_list_says_at_least_and_then_how_many(room: ReportsRoom) -> None:
    room.many(1203)
    said: list[str] = []
    room.open()
    room.panel.list.feed.counted.connect(
        lambda _count: said.append(room.panel.filters.count.text())
    )
    room.key(Key.Key_F5)
    room.until(lambda: bool(said) and said[-1] == texts.number(1203))
    assert said[-2:] == [f"{texts.number(1000)}+", texts.number(1203)]


def test_another_incident_is_offered_as_soon_as_it_is_there(room: ReportsRoom) -> None:
    room.report()
    room.open()
    incident = room.cache.create("incident", {"title": "Natuurbrand Veluwe"})
    room.settle(0.3)
    room.panel.show_incident(incident)
    room.settle()
    assert room.titles == []
    assert "Natuurbrand" in room.panel.filters.incident.accessibleName()


# reading


def test_space_goes_to_the_next_unread_and_says_when_there_is_none(room: ReportsRoom) -> None:
    room.report("nul", minutes=1)
    room.report("een", minutes=2, unread=True)
    room.report("twee", minutes=3)
    last = room.report("drie", minutes=4, unread=True)
    room.open()
    room.key(Key.Key_Space)
    assert room.read == "een"
    room.key(Key.Key_Space)
    assert room.read == "drie"
    room.key(Key.Key_Space)
    assert room.read == "drie"
    assert "unread" in room.told
    assert not room.cache.lines([last])[0].unread


def test_the_next_unread_is_found_far_outside_the_window_and_from_the_top_again(
    room: ReportsRoom,
) -> None:
    reports = room.many(900)
    room.cache.mark_read("report", [reports[850], reports[3]], read=False)
    room.open()
    for _ in range(5):
        room.key(Key.Key_J)
    room.key(Key.Key_Space)
    assert room.read == "Melding 850"
    room.key(Key.Key_Space)
    assert room.read == "Melding 3"


def test_a_report_that_is_read_for_a_while_counts_as_read(room: ReportsRoom) -> None:
    report = room.report(unread=True)
    room.report("ouder", minutes=20)
    room.open()
    assert room.cache.lines([report])[0].unread
    room.until(lambda: not room.cache.lines([report])[0].unread)
    room.key(Key.Key_U)
    assert room.cache.lines([report])[0].unread


def test_what_nobody_looks_at_stays_unread(room: ReportsRoom) -> None:
    report = room.report(unread=True)
    room.open()
    room.type("/")
    room.panel.setFocus()
    room.panel.clearFocus()
    wait(1100)
    room.settle()
    assert room.cache.lines([report])[0].unread


def test_escape_goes_back_to_the_list(room: ReportsRoom) -> None:
    room.report()
    room.open()
    room.panel.filters.status.setFocus()
    room.key(Key.Key_Escape)
    assert room.panel.list.table.hasFocus()


def test_unread_and_urgent_are_counted_for_the_rail(room: ReportsRoom) -> None:
    told: list[int] = []
    words: list[str] = []
    room.report(unread=True)
    room.report(urgent=True)
    room.open()
    room.panel.badgeChanged.connect(told.append)
    room.panel.subtitleChanged.connect(words.append)
    room.report("nog een", unread=True)
    room.until(lambda: bool(told) and told[-1] >= 1)
    assert "urgent" in words[-1]


# dealing with


def test_one_key_judges_and_another_takes_it_back(room: ReportsRoom) -> None:
    report = room.report()
    room.open()
    for key, digit in ((Key.Key_B, "1"), (Key.Key_T, "5"), (Key.Key_O, "6")):
        room.key(key)
        assert room.value(report, "credibility") == digit
        assert room.panel.list.model.lines[0].credibility == digit
    room.key(Key.Key_Z, CONTROL)
    assert room.value(report, "credibility") == "5"
    assert "Undone" in room.told
    room.key(Key.Key_Y, CONTROL)
    assert room.value(report, "credibility") == "6"


def test_undo_is_a_new_changeset_and_history_keeps_both(room: ReportsRoom) -> None:
    report = room.report()
    room.open()
    room.key(Key.Key_M)
    room.key(Key.Key_Z, CONTROL)
    assert room.value(report, "owner") == ""
    told = [(h.was, h.now) for h in room.cache.history("report", report) if h.field == "owner"]
    assert told == [("jansen", ""), ("", "jansen")]


def test_several_are_dealt_with_at_once_and_undone_at_once(room: ReportsRoom) -> None:
    reports = room.many(6)
    room.open()
    room.choose_rows(1, 2, 4)
    room.key(Key.Key_3)
    assert [room.value(r, "status") for r in reports] == [
        "new", "processed", "processed", "new", "processed", "new",
    ]  # fmt: skip
    assert "3 reports" in room.told
    room.panel.notices.buttons()[0].click()
    room.settle()
    assert {room.value(r, "status") for r in reports} == {"new"}


def test_status_goes_step_by_step_and_by_number(room: ReportsRoom) -> None:
    report = room.report()
    room.open()
    for wanted in ("in_progress", "processed", "closed"):
        room.key(Key.Key_S)
        assert room.value(report, "status") == wanted
    room.key(Key.Key_1)
    assert room.value(report, "status") == "closed"
    assert "step" in room.told
    room.key(Key.Key_2)
    assert room.value(report, "status") == "in_progress"


def test_keys_pressed_faster_than_the_disk_all_count(room: ReportsRoom) -> None:
    report = room.report()
    room.open()
    for _ in range(3):
        QTest.keyClick(room.panel.list.table, Key.Key_S)
    QTest.keyClick(room.panel.list.table, Key.Key_M)
    room.settle(0.3)
    assert room.value(report, "status") == "closed"
    assert room.value(report, "owner") == "jansen"
    for _ in range(4):
        QTest.keyClick(room.panel.list.table, Key.Key_Z, CONTROL)
    room.settle(0.3)
    assert room.value(report, "status") == "new"
    assert room.value(report, "owner") == ""


def test_urgent_must_be_acknowledged_and_is_by_a_key(room: ReportsRoom) -> None:
    room.report("gewoon", minutes=1)
    report = room.report("spoed", minutes=2, urgent=True)
    room.open()
    assert room.panel.list.model.row_tone(1) == "urgent"
    room.key(Key.Key_A)
    assert "acknowledge" in room.told
    room.key(Key.Key_Space, SHIFT)
    assert room.read == "spoed"
    room.key(Key.Key_A)
    assert room.value(report, "acknowledged_by") == "jansen"
    assert room.panel.list.model.row_tone(1) == ""


def test_owner_is_taken_given_and_left(room: ReportsRoom) -> None:
    report = room.report(owner="smit")
    room.open()
    room.key(Key.Key_M)
    assert room.value(report, "owner") == "jansen"
    assert "smit" in room.told
    room.key(Key.Key_M, SHIFT)
    assert room.value(report, "owner") == ""
    room.key(Key.Key_P)
    assert room.panel.dealing.owner_chooser.isVisible()
    room.type("bakker")
    room.key(Key.Key_Return)
    assert room.value(report, "owner") == "bakker"
    assert room.panel.list.table.hasFocus()


def test_the_full_pair_is_judged_on_demand(room: ReportsRoom) -> None:
    report = room.report()
    room.open()
    room.key(Key.Key_G)
    assert room.panel.dealing.grade_card.isVisible()
    room.key(Key.Key_B)
    room.key(Key.Key_2)
    room.key(Key.Key_Return)
    assert (room.value(report, "reliability"), room.value(report, "credibility")) == ("B", "2")
    room.key(Key.Key_G)
    room.key(Key.Key_Escape)
    assert not room.panel.dealing.grade_card.isVisible()


def test_reports_are_hung_on_an_incident_that_is_found_by_typing(room: ReportsRoom) -> None:
    reports = room.many(3)
    veluwe = room.cache.create("incident", {"title": "Natuurbrand Veluwe"})
    room.cache.create("incident", {"title": "Hoogwater Geul"})
    room.open()
    room.choose_rows(0, 2)
    room.key(Key.Key_I)
    room.type("velu")
    room.key(Key.Key_Return)
    assert [room.value(r, "incident") for r in reports] == [veluwe, "", veluwe]
    assert "Natuurbrand Veluwe" in room.told
    assert room.panel.list.model.lines[0].incident_title == "Natuurbrand Veluwe"


def test_an_incident_is_made_of_what_the_report_says_and_undone_with_it(
    room: ReportsRoom,
) -> None:
    report = room.report(region="VR06", discipline="fire", minutes=30)
    room.open()
    room.key(Key.Key_I)
    room.type("Veenbrand Peel")
    room.key(Key.Key_Return)
    (incident,) = room.cache.all("incident")
    assert (incident.title, incident.region, incident.discipline) == (  # type: ignore[attr-defined]
        "Veenbrand Peel", "VR06", "fire",
    )  # fmt: skip
    assert room.value(report, "incident") == incident.id
    room.key(Key.Key_Z, CONTROL)
    assert room.value(report, "incident") == ""
    assert room.cache.all("incident") == []


def test_all_that_passes_is_chosen_also_outside_the_window(room: ReportsRoom) -> None:
    reports = room.many(450)
    room.open()
    room.key(Key.Key_A, CONTROL)
    assert len(room.panel.list.chosen) == 450
    room.key(Key.Key_4)
    assert {room.value(r, "status") for r in (reports[0], reports[449])} == {"closed"}


def test_a_choice_stands_while_the_window_moves_on(room: ReportsRoom) -> None:
    room.many(900)
    room.open()
    room.choose_rows(2, 3)
    bar = room.panel.list.bar
    bar.setValue(bar.maximum())
    room.settle()
    assert [line.title for line in room.panel.list.chosen] == ["Melding 2", "Melding 3"]
    bar.setValue(0)
    room.settle()
    assert room.panel.list.table.selected_rows() == [2, 3]


def test_a_report_that_is_removed_takes_nothing_else_under_the_keys(room: ReportsRoom) -> None:
    reports = room.many(5)
    room.open()
    room.key(Key.Key_J)
    room.cache.remove("report", reports[1])
    room.settle(0.3)
    assert room.titles == ["Melding 0", "Melding 2", "Melding 3", "Melding 4"]
    assert room.panel.list.chosen == ()
    room.key(Key.Key_4)
    assert "closed" not in {line.status for line in room.panel.list.model.lines}
    room.key(Key.Key_J)
    assert room.read == "Melding 2"


def test_letters_typed_in_a_field_are_letters(room: ReportsRoom) -> None:
    report = room.report("bot")
    room.open()
    room.type("/")
    room.type("bot")
    assert room.value(report, "credibility") == "6"
    assert room.titles == ["bot"]


def test_letters_in_an_open_filter_are_no_keys_of_the_list(room: ReportsRoom) -> None:
    report = room.report()
    room.open()
    room.panel.filters.status.open()
    QTest.keyClicks(room.panel.filters.status.popup().list, "b3")  # type: ignore[attr-defined]
    room.settle()
    assert room.value(report, "credibility") == "6"
    assert room.value(report, "status") == "new"
    room.panel.filters.status.popup().close()


def test_one_form_after_the_other_is_opened_by_the_same_key(room: ReportsRoom) -> None:
    room.report("Brand")
    room.open()
    for text in ("Eerste", "Tweede", "Derde"):
        room.key(Key.Key_N)
        room.type(text)
        room.key(Key.Key_Return, CONTROL)
        room.settle(0.2)
        room.key(Key.Key_Escape)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as between two keys
    assert sorted(room.titles) == ["Brand", "Derde", "Eerste", "Tweede"]


def test_the_form_slides_over_by_one_key_and_its_letters_stay_there(room: ReportsRoom) -> None:
    report = room.report()
    room.open()
    room.key(Key.Key_N)
    form = room.panel.writing.form()
    assert form is not None
    assert form.width() >= 560
    room.type("brand bij Otterlo")
    assert room.value(report, "credibility") == "6"
    assert room.panel.writing.form() is form


def test_a_report_that_the_filters_hold_back_is_read_beside_the_list(room: ReportsRoom) -> None:
    hidden = room.report("klaar", status="processed", minutes=20)
    room.report("nieuw")
    room.open()
    room.panel.filters.status.set_value(frozenset({"new"}))
    room.key(Key.Key_F5)
    room.panel.show_report(hidden)
    room.settle()
    assert room.titles == ["nieuw"]
    assert room.read == "klaar"
    room.key(Key.Key_4)
    assert room.value(hidden, "status") == "closed"
    room.panel.show_report("nowhere")
    room.settle()
    assert "not on this workstation" in room.told


def test_a_report_far_down_is_found_by_its_id(room: ReportsRoom) -> None:
    reports = room.many(900)
    room.open()
    room.panel.show_report(reports[700])
    room.settle()
    assert room.read == "Melding 700"
    assert room.panel.list.table.currentIndex().isValid()


# keeping


def test_columns_filters_and_chart_are_kept(room: ReportsRoom) -> None:
    room.report("nieuw", status="new")
    room.report("klaar", status="processed")
    room.open()
    table = room.panel.list.table
    table.setColumnWidth(2, 177)
    room.panel.filters.status.set_value(frozenset({"processed"}))
    room.panel.keep(room.settings)
    room.panel.close()
    room.panel.deleteLater()
    room.open()
    assert room.titles == ["klaar"]
    assert room.panel.list.table.columnWidth(2) == 177


def test_every_action_has_words_and_a_key(room: ReportsRoom) -> None:
    room.open()
    actions = room.panel.actions()
    assert len(actions) > 25
    keys: list[str] = []
    for action in actions:
        assert action.text()
        assert action.property("group")
        keys += [key.toString() for key in action.shortcuts()]
    assert all(keys)
    assert len(keys) == len(set(keys))
