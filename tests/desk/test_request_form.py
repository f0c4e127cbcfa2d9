"""The form of a request, by keys: taken in a minute, kept as typed, saved whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kcr2desk.core.changes import How
from kcr2desk.core.records import Report
from kcr2desk.desk.bijstand.request_form import RequestForm
from kcr2desk.desk.bijstand.request_state import from_kept
from tests.desk.form_room import with_theme
from tests.desk.request_room import ALT, CONTROL, LIAISON, LINE, REGION, REQUEST, CardRoom
from tests.scenes import NOW

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NOTE = "VNOG 4 pel bb, 2 wts tot 22:00 Hoog Buurlo, Jansen 06-12345678"
Key = Qt.Key
Enter = Callable[..., CardRoom]


@pytest.fixture
def enter(qapp: QApplication) -> Iterator[Enter]:
    """Opens the form in a window."""
    with_theme(qapp)
    rooms: list[CardRoom] = []

    def make(**given: Any) -> CardRoom:
        rooms.append(CardRoom(RequestForm, **given))
        return rooms[-1]

    yield make
    for room in rooms:
        room.leave()


def taken(room: CardRoom) -> Any:
    room.type(NOTE)
    room.key(Key.Key_Return)
    return room.card.typed()


def test_a_note_and_two_keys_make_a_request_in_one_changeset(enter: Enter) -> None:
    room = enter()
    typed = taken(room)
    assert [line.values["resource"] for line in typed.wanted()] == [
        "fire_platoon", "water_transport",
    ]  # fmt: skip
    assert room.card.ui.note.text() == ""
    room.key(Key.Key_Return, CONTROL)
    assert len(room.cache.saved) == 1
    stream, changes = room.cache.saved[0]
    assert stream == "national"
    assert [c.type for c in changes] == [REQUEST, LINE, LINE]
    assert all(c.how is How.NEW for c in changes)
    (request,) = room.cache.saved_of(REQUEST)
    assert (request.region, request.requester, request.callback) == (
        "VR06", "Jansen", "+31612345678",
    )  # fmt: skip
    assert (request.source, request.audience) == ("KCR2", frozenset({"VR06"}))
    assert (request.status, request.form, request.received_at) == ("in_treatment", "follows", NOW)
    assert request.title == "4 Peloton, 2 WTS · Hoog Buurlo"
    assert [line.order for line in room.cache.saved_of(LINE)] == [0, 1]
    assert room.heard["saved"] == [(request.id,)]
    assert room.card.ui.saved.number() == request.number
    assert room.cache.kept == {}
    assert room.card.typed().wanted() == ()


def test_what_is_typed_survives_as_typed(enter: Enter) -> None:
    room = enter()
    taken(room)
    room.card.ui.until_at.field.setText("straks")
    room.card.ui.until_at.field.textEdited.emit("straks")
    room.settle()
    (draft,) = room.cache.drafts(REQUEST)
    again = enter(draft=draft)
    assert again.card.typed().kept() == room.card.typed().kept()
    assert again.card.ui.until_at.field.text() == "straks"
    assert from_kept({}).lines == ()


def test_what_hinders_is_said_and_the_field_has_the_focus(enter: Enter) -> None:
    room = enter()
    room.key(Key.Key_Return, CONTROL)
    assert room.card.ui.message.text() == "Say which region asks."
    room.key(Key.Key_F8)
    room.type("2 wts Ede")
    room.key(Key.Key_Return)
    room.card.ui.lines.rows[0].least.setValue(3)
    room.key(Key.Key_Return, CONTROL)
    assert "cannot be" in room.card.ui.message.text()
    assert room.focus() is room.card.ui.lines.rows[0].least
    room.card.ui.lines.rows[0].least.setValue(1)
    room.card.ui.from_at.setFocus()
    room.type("tomorrow 6:00")
    room.card.ui.until_at.setFocus()
    room.type("+1u")
    room.key(Key.Key_Return, CONTROL)
    assert "before the start" in room.card.ui.message.text()
    assert room.cache.saved == []


def test_lines_are_added_moved_and_taken_out_by_key(enter: Enter) -> None:
    room = enter()
    taken(room)
    lines = room.card.ui.lines
    lines.rows[1].quantity.setFocus()
    room.key(Key.Key_Return)
    assert len(lines.rows) == 3
    assert room.focus() is lines.rows[2].resource
    room.type("handcrew")
    room.key(Key.Key_Return)
    assert lines.rows[2].values["resource"] == "handcrew"
    lines.rows[2].quantity.setFocus()
    room.key(Key.Key_Up, ALT)
    assert [row.values["resource"] for row in lines.rows] == [
        "fire_platoon", "handcrew", "water_transport",
    ]  # fmt: skip
    room.key(Key.Key_Delete, CONTROL)
    assert [row.values["resource"] for row in lines.rows] == ["fire_platoon", "water_transport"]
    room.key(Key.Key_Return, CONTROL)
    assert [line.resource for line in room.cache.saved_of(LINE)] == [
        "fire_platoon", "water_transport",
    ]  # fmt: skip


def test_an_edit_says_what_was_and_changes_nothing_else(enter: Enter) -> None:
    room = enter(request="r1")
    card = room.card
    assert card.ui.heading.text() == "Change request"
    card.ui.report_to.setFocus()
    card.ui.report_to.selectAll()
    room.type("Kootwijk")
    card.ui.lines.rows[0].quantity.setValue(6)
    room.key(Key.Key_Return, CONTROL)
    ((_, changes),) = room.cache.saved
    told = {c.id: dict(c.fields) for c in changes}
    assert told == {
        "r1": {"report_to": ["Hoog Buurlo", "Kootwijk"]},
        "l0": {"quantity": [4, 6]},
    }
    assert room.heard["closed"] == [()]


def test_a_line_that_was_asked_out_cannot_be_taken_out_and_another_can(enter: Enter) -> None:
    room = enter(request="r1")
    lines = room.card.ui.lines
    assert not lines.rows[0].remove.isEnabled()
    assert "asked out already" in lines.rows[0].remove.toolTip()
    lines.rows[2].remove.click()
    room.key(Key.Key_Return, CONTROL)
    ((_, changes),) = room.cache.saved
    gone = next(c for c in changes if c.id == "l2")
    assert gone.fields["removed"] == [False, True]


def test_what_others_change_is_told_and_never_overwritten(enter: Enter) -> None:
    room = enter(request="r1")
    card = room.card
    card.ui.report_to.setFocus()
    card.ui.report_to.selectAll()
    room.type("Radio Kootwijk")
    card.ui.lines.rows[1].quantity.setValue(5)
    room.cache.others_change(REQUEST, "r1", report_to="Assel", grip="3")
    room.cache.others_change(LINE, "l1", quantity=3, least=1)
    room.settle()
    assert card.fields.values["grip"] == "3"
    assert card.ui.report_to.text() == "Radio Kootwijk"
    assert card.notices.notice("report_to").wants
    assert card.ui.lines.rows[1].values["least"] == 1
    assert card.ui.lines.rows[1].values["quantity"] == 5
    assert card.notices.notice("l1").wants
    card.notices.notice("report_to").takeTheirs.emit()
    card.notices.notice("l1").mine.click()
    room.settle()
    assert card.ui.report_to.text() == "Assel"
    room.key(Key.Key_Return, CONTROL)
    ((_, changes),) = room.cache.saved
    assert {c.id: dict(c.fields) for c in changes} == {"l1": {"quantity": [3, 5]}}


def test_a_clash_that_is_left_open_is_saved_as_one(enter: Enter) -> None:
    room = enter(request="r1")
    room.card.ui.lines.rows[1].quantity.setValue(5)
    room.cache.others_change(LINE, "l1", quantity=3)
    room.settle()
    room.key(Key.Key_Return, CONTROL)
    ((_, changes),) = room.cache.saved
    assert dict(changes[0].fields) == {"quantity": [2, 5]}  # the hub holds 3: it opens a conflict


def test_a_report_becomes_a_request_with_the_link_kept(enter: Enter) -> None:
    report = Report(
        id="report-7", stream="national", title="VNOG vraagt 2 pelotons", text="Vuur bij de N344",
        region="VR06", municipality="GM0200", place="Hoog Buurlo", caller="Jansen",
        quantities=frozenset({"2 platoon", "12 evacuee"}), grip="2", incident="incident-1",
        channel="phone", received_at=NOW, urgent=True,
    )  # fmt: skip
    room = enter(report=report)
    room.key(Key.Key_Return, CONTROL)
    (request,) = room.cache.saved_of(REQUEST)
    assert (request.report, request.incident, request.grip) == ("report-7", "incident-1", "2")
    assert (request.priority, request.report_to) == ("1", "Hoog Buurlo")
    assert "12 evacués" in request.description
    (line,) = room.cache.saved_of(LINE)
    assert (line.resource, line.quantity) == ("fire_platoon", 2)


@pytest.mark.parametrize(
    ("me", "source", "status"),
    [(REGION, "VR06", "submitted"), (LIAISON, "government", "submitted")],
)
def test_whose_a_request_is_follows_from_who_writes_it(
    enter: Enter, me: Any, source: str, status: str
) -> None:
    room = enter(me=me)
    room.type("2 wts Ede")
    room.key(Key.Key_Return)
    room.key(Key.Key_Return, CONTROL)
    (request,) = room.cache.saved_of(REQUEST)
    assert (request.source, request.status, request.owner) == (source, status, "")


def test_who_may_not_write_is_told_why(enter: Enter) -> None:
    room = enter(me=replace(REGION, organisation="VR22"), request="r1")
    assert not room.card.ui.save.isEnabled()
    assert room.card.ui.save.toolTip() == "This request is not yours to change."


def test_a_store_that_fails_loses_nothing(enter: Enter) -> None:
    room = enter()
    taken(room)
    room.cache.fail = OSError("disk")
    room.key(Key.Key_Return, CONTROL)
    assert "was not saved" in room.card.ui.message.text()
    assert len(room.card.typed().wanted()) == 2
    assert len(room.cache.drafts(REQUEST)) == 1
    room.key(Key.Key_Return, CONTROL)
    assert len(room.cache.saved) == 1


def test_a_draft_that_was_thrown_away_comes_back(enter: Enter) -> None:
    room = enter()
    taken(room)
    room.card.discard()
    room.settle()
    assert room.cache.kept == {}
    room.card.ui.message.buttons()[0].click()
    room.settle()
    assert len(room.card.typed().wanted()) == 2
