"""A report is edited here while others change it elsewhere."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.desk.form_room import CONTROL
from tests.scenes.form_cache import FormCache

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


# --- others --------------------------------------------------------------------------------------


def there(**fields: Any) -> tuple[FormCache, str]:
    cache = FormCache()
    report = cache.create("report", {"title": "Rook", "text": "Rook bij Ede", **fields})
    return cache, report


def test_a_report_is_changed_with_what_the_form_showed(enter) -> None:
    cache, report = there(place="Ede", caller="Jansen")
    room = enter(cache, report=report)
    room.form.fold.open("where")
    room.form.ui.place.setFocus()
    room.form.ui.place.selectAll()
    room.type("Wekerom")
    room.key(Key.Key_Return, CONTROL)
    assert cache.edits == [(report, {"place": "Wekerom"}, {"place": "Ede"})]
    assert room.closed == 1
    assert room.saved == [report]


def test_a_change_taken_back_by_hand_or_by_button_leaves_no_draft(enter) -> None:
    cache, report = there(place="Ede")
    room = enter(cache, report=report)
    room.form.ui.text.put_cursor(12)
    room.type("!")
    assert len(cache.kept) == 1
    room.key(Key.Key_Backspace)
    assert cache.kept == {}
    room.type("!")
    room.form.ui.discard.click()
    room.settle()
    assert cache.kept == {}
    assert room.value("text") == "Rook bij Ede"
    room.form.ui.message.buttons()[0].click()
    room.settle()
    assert room.value("text") == "Rook bij Ede!"


def test_a_field_left_alone_follows_the_others_and_says_so(enter) -> None:
    cache, report = there(caller="Jansen")
    room = enter(cache, report=report)
    room.form.fold.open("where")
    cache.others_write(report, "p.smit", room.now - timedelta(minutes=1), caller="M. Jansen")
    room.settle()
    assert room.form.ui.caller.text() == "M. Jansen"
    notice = room.form.ui.caller_notice
    assert "p.smit" in notice.text()
    assert "Jansen" in notice.text()
    assert not notice.wants
    room.form.save()
    room.settle()
    assert cache.edits == [(report, {}, {})]


def test_a_field_changed_on_both_sides_keeps_both_until_one_is_chosen(enter) -> None:
    cache, report = there(place="Ede")
    room = enter(cache, report=report)
    room.form.fold.open("where")
    room.form.ui.place.setFocus()
    room.form.ui.place.selectAll()
    room.type("Wekerom")
    room.form.fold.open("")
    cache.others_write(report, "p.smit", room.now, place="Lunteren")
    room.settle()
    notice = room.form.ui.place_notice
    assert room.form.ui.place.text() == "Wekerom"
    assert "Lunteren" in notice.text()
    assert room.form.ui.message.isVisible()  # the field is out of sight: it is said in sight
    room.form.ui.message.buttons()[0].click()
    assert room.form.fold.page() == "where"
    assert not room.form.ui.message.isVisible()
    notice.theirs.click()
    room.settle()
    assert room.form.ui.place.text() == "Lunteren"
    assert not notice.isVisible()
    room.form.save()
    room.settle()
    assert cache.edits == [(report, {}, {})]


def test_keeping_mine_is_a_change_of_what_the_others_wrote(enter) -> None:
    cache, report = there(place="Ede")
    room = enter(cache, report=report)
    room.form.fold.open("where")
    room.form.ui.place.setFocus()
    room.form.ui.place.selectAll()
    room.type("Wekerom")
    cache.others_write(report, "p.smit", room.now, place="Lunteren")
    room.settle()
    room.form.ui.place_notice.mine.click()
    room.form.save()
    room.settle()
    assert cache.edits == [(report, {"place": "Wekerom"}, {"place": "Lunteren"})]


def test_saving_without_a_choice_leaves_it_to_the_hub_to_open_a_conflict(enter) -> None:
    cache, report = there(place="Ede")
    room = enter(cache, report=report)
    room.form.fold.open("where")
    room.form.ui.place.setFocus()
    room.form.ui.place.selectAll()
    room.type("Wekerom")
    cache.others_write(report, "p.smit", room.now, place="Lunteren")
    room.settle()
    room.form.save()
    room.settle()
    assert cache.edits == [(report, {"place": "Wekerom"}, {"place": "Ede"})]


def test_a_note_taken_over_from_others_can_be_undone(enter) -> None:
    cache, report = there()
    room = enter(cache, report=report)
    room.form.ui.text.put_cursor(12)
    room.type(" en Lunteren")
    cache.others_write(report, "p.smit", room.now, text="Rook bij Ede, A30 dicht")
    room.settle()
    room.form.ui.text_notice.theirs.click()
    room.settle()
    assert room.value("text") == "Rook bij Ede, A30 dicht"
    room.form.ui.text.undo()
    assert room.form.ui.text.note() == "Rook bij Ede en Lunteren"


def test_the_draft_of_a_change_is_found_again_and_compared_with_what_is_there_now(enter) -> None:
    cache, report = there(place="Ede")
    room = enter(cache, report=report)
    room.form.fold.open("where")
    room.form.ui.place.setFocus()
    room.form.ui.place.selectAll()
    room.type("Wekerom")
    room.key(Key.Key_Escape)
    room.form.others.follow("", {})
    cache.records[report]["place"] = "Lunteren"
    form = room.new_form(report=report)
    room.settle()
    assert form.ui.place.text() == "Wekerom"
    assert form.ui.place_notice.wants


def test_a_report_that_somebody_removed_is_said(enter) -> None:
    cache, report = there()
    room = enter(cache, report=report)
    cache.others_write(report, "p.smit", room.now, removed=True)
    room.settle()
    assert room.form.ui.message.isVisible()


def test_a_report_that_is_not_here_cannot_be_edited(enter) -> None:
    room = enter(report="nowhere")
    assert not room.form.ui.text.isEnabled()
    room.form.save()
    room.settle()
    assert room.saved == []


def test_the_store_is_not_listened_to_once_the_form_is_gone(enter) -> None:
    room = enter()
    assert len(room.cache.callbacks) == 1
    room.form.deleteLater()
    QApplication.sendPostedEvents(room.form, 52)  # DeferredDelete
    QApplication.processEvents()
    assert room.cache.callbacks == []


def test_a_closed_choice_of_an_incident_stays_visible(enter) -> None:
    cache, report = there(incident="incident-closed")
    room = enter(cache, report=report)
    assert room.form.ui.incident.choice() == "incident-closed"
