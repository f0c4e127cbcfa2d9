"""What needs a decision: the list, and each thing dealt with, on a real cache with real keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

from kcr2desk.core.changes import Code
from kcr2desk.core.errors import SENTENCES
from kcr2desk.desk.attention.items import Item
from kcr2desk.desk.attention.refused import reason
from kcr2desk.desk.attention.view import AttentionView
from kcr2desk.desk.parts.acts import discard_note
from kcr2desk.desk.reports.value_editor import Unreadable, ValueEditor
from tests.desk.form_room import with_theme
from tests.desk.small_hub import identity, noon
from tests.scenes import detail as scenes
from tests.scenes.detail import Room, phone


class Stand(Room):
    """The list on the screen, and what it asked for."""

    def put(self, width: int = 1100) -> AttentionView:
        self.shown = AttentionView(self.cache, self.work, self.clock.now, self.me)
        self.shown.resize(width, 640)
        self.shown.show()
        QTest.qWaitForWindowExposed(self.shown)
        self.shown.activateWindow()
        self.shown.list.setFocus()
        return self.shown

    def again(self) -> None:
        """Read the list anew at once, not soon."""
        self.shown._soon.stop()
        self.shown._read()

    def leave(self) -> None:
        if hasattr(self, "shown"):
            self.shown._soon.stop()
            self.shown.close()
            self.shown.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        self.cache.close()
        self._folder.cleanup()


@pytest.fixture
def stand(qapp: QApplication) -> Iterator[Callable[..., Stand]]:
    with_theme(qapp)
    stands: list[Stand] = []

    def make(**given: Any) -> Stand:
        stands.append(Stand(**given))
        return stands[-1]

    yield make
    for each in stands:
        each.leave()


def refuse(room: Room, report: str, code: str = "wrong_step", **fields: Any) -> str:
    """A change of ours that the hub refuses; about the fields that it names."""
    changeset = room.cache.edit("report", report, fields)
    assert changeset is not None
    room.hub.verdicts[changeset] = (Code.REFUSED, code, tuple(fields))
    room.hub.sync(room.cache)
    return changeset


def one_report(room: Room) -> str:
    report = phone(room)
    room.hub.sync(room.cache)
    return report


# -- the list --------------------------------------------------------------------------------------


def test_everything_is_listed_refused_ones_first(stand: Callable[..., Stand]) -> None:
    room = stand()
    scenes.everything(room)
    view = room.put()
    assert [item.kind for item in view.items()] == [
        "refused", "refused", "conflict", "conflict", "quarantined",
    ]  # fmt: skip
    assert len(room.cache.attention()) == room.cache.facts().attention == 4
    first = view.items()[0]
    assert first.about.title == "Rook over A1 bij Kootwijk, verkeer staat"
    assert view.refused.why.text() == SENTENCES["wrong_step"][0]
    assert view.refused.payload.told() == [("status", "new → closed")]
    assert view.refused.behind.text().endswith(": owner, urgency, place")
    assert view.refused.behind.text().startswith("2 later change")


def test_nothing_to_decide_is_said(stand: Callable[..., Stand]) -> None:
    room = stand()
    one_report(room)
    view = room.put()
    assert view.stack.currentWidget() is view.empty
    assert view.in_hand() is None


def test_a_refused_new_report_is_read_from_its_payload(stand: Callable[..., Stand]) -> None:
    room = stand()
    scenes.everything(room)
    view = room.put()
    view.list.setCurrentRow(1)
    told = dict(view.refused.payload.told())
    assert told["title"] == "Persvraag: klopt het dat defensie blushelikopters inzet?"
    assert told["call-back number"] == "055 538 8000"
    assert view.refused.open.isHidden()  # it came never to be
    assert view.refused.when.text().startswith("Your new report of 13:53.")


def test_quarantined_ones_ask_for_patience_only(stand: Callable[..., Stand]) -> None:
    room = stand()
    scenes.everything(room)
    view = room.put()
    view.list.setCurrentRow(4)
    assert view.refused.correct.isHidden()
    assert view.refused.discard.isHidden()
    assert not view.refused.open.isHidden()
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    assert not view.refused.given.isVisible()


@pytest.mark.parametrize("code", SENTENCES)
def test_every_code_has_its_sentence(code: str) -> None:
    assert reason(code) == SENTENCES[code][0]


def test_a_code_of_a_newer_hub_is_named() -> None:
    assert "from_the_future" in reason("from_the_future")


def test_the_list_follows_without_taking_what_is_in_hand(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = one_report(room)
    first = refuse(room, report, status="closed")
    other = phone(room, number="M-2", title="Tweede")
    room.hub.sync(room.cache)
    view = room.put()
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    QTest.keyClicks(view.refused.given, "dubbel")
    refuse(room, other, status="closed")
    room.again()
    assert len(view.items()) == 2
    assert view.in_hand() is not None
    assert view.in_hand().id == first  # type: ignore[union-attr]
    assert view.refused.given.text() == "dubbel"  # what is typed stays


def test_it_lies_beneath_each_other_where_it_is_narrow(stand: Callable[..., Stand]) -> None:
    room = stand()
    scenes.everything(room)
    view = room.put(width=480)
    QApplication.processEvents()
    assert view.hand.y() > view.list.y()
    view.resize(1100, 640)
    QApplication.processEvents()
    assert view.hand.x() > view.list.x()


# -- keys ------------------------------------------------------------------------------------------


def test_keys_open_the_record_and_close_the_list(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = one_report(room)
    refuse(room, report, status="closed")
    view = room.put()
    asked: list[tuple[str, str]] = []
    closed: list[bool] = []
    view.openRecord.connect(lambda kind, record: asked.append((kind, record)))
    view.closed.connect(lambda: closed.append(True))
    QTest.keyClicks(view.list, "o")
    QTest.keyClick(view.list, Qt.Key.Key_Escape)
    assert asked == [("report", report)]
    assert closed == [True]


def test_enter_goes_from_the_list_to_what_can_be_done(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = one_report(room)
    refuse(room, report, status="closed")
    view = room.put()
    QTest.keyClick(view.list, Qt.Key.Key_Return)
    assert view.refused.correct.hasFocus()


def test_escape_first_leaves_what_is_typed_in(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = one_report(room)
    refuse(room, report, status="closed")
    view = room.put()
    closed: list[bool] = []
    view.closed.connect(lambda: closed.append(True))
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    QTest.keyClick(view.refused.given, Qt.Key.Key_Escape)
    assert closed == []
    assert view.refused.given.isHidden()


# -- refused ones dealt with -----------------------------------------------------------------------


def test_a_corrected_change_goes_again_and_those_behind_it_follow(
    stand: Callable[..., Stand],
) -> None:
    room = stand()
    report = one_report(room)
    refuse(room, report, status="closed")
    room.cache.edit("report", report, {"owner": "jansen"})
    view = room.put()
    QTest.keyClicks(view.list, "c")
    (editor,) = view.refused.editors()
    assert isinstance(editor.field, QComboBox)
    editor.field.setCurrentText("in progress")
    view.refused.confirm.click()
    room.hub.sync(room.cache)
    room.again()
    assert view.items() == ()
    values = room.hub._state.records["report", report].values
    assert (values["status"], values["owner"]) == ("in_progress", "jansen")


def test_a_new_report_is_corrected_field_by_field(stand: Callable[..., Stand]) -> None:
    room = stand()
    scenes.everything(room)
    view = room.put()
    view.list.setCurrentRow(1)
    view.refused.begin_correction()
    fields = {e.field.accessibleName(): e.field for e in view.refused.editors()}
    assert "number" not in fields  # a number is fixed at birth
    place = fields["title"]
    assert isinstance(place, QLineEdit)
    place.selectAll()
    QTest.keyClicks(place, "Persvraag over blushelikopters")
    QTest.keyClick(place, Qt.Key.Key_Return)
    room.hub.sync(room.cache)
    found = [r for (kind, _), r in room.hub._state.records.items() if kind == "report"]
    assert "Persvraag over blushelikopters" in [r.values["title"] for r in found]


def test_what_cannot_be_read_is_not_sent(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = one_report(room)
    changeset = room.cache.edit("report", report, {"occurred_at": room.clock.at})
    assert changeset is not None
    room.hub.verdicts[changeset] = (Code.REFUSED, "no_time_zone", ("occurred_at",))
    room.hub.sync(room.cache)
    view = room.put()
    view.refused.begin_correction()
    (editor,) = view.refused.editors()
    assert isinstance(editor.field, QLineEdit)
    editor.field.setText("kwart over vijf")
    view.refused.confirm.click()
    assert view.refused.message.text() == "“kwart over vijf” is no time."
    assert room.cache.attention().refusals
    editor.field.setText("13:30")
    view.refused.confirm.click()
    room.hub.sync(room.cache)
    assert not room.cache.attention().refusals
    at = room.hub._state.records["report", report].values["occurred_at"]
    assert at == round((room.clock.at - timedelta(minutes=35, seconds=12)).timestamp() * 1000)


def test_none_is_given_up_without_a_reason(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = one_report(room)
    changeset = refuse(room, report, status="closed")
    room.cache.edit("report", report, {"owner": "jansen"})
    view = room.put()
    QTest.keyClick(view.list, Qt.Key.Key_Delete)
    assert view.refused.given.hasFocus()
    assert not view.refused.confirm.isEnabled()
    QTest.keyClick(view.refused.given, Qt.Key.Key_Return)
    QTest.keyClicks(view.refused.given, "   ")
    assert not view.refused.confirm.isEnabled()
    assert room.cache.attention().refusals
    QTest.keyClicks(view.refused.given, "al afgehandeld door Utrecht")
    QTest.keyClick(view.refused.given, Qt.Key.Key_Return)
    assert not room.cache.attention().refusals
    assert room.cache.note(discard_note(changeset)) == "al afgehandeld door Utrecht"
    room.hub.sync(room.cache)  # what waited behind it goes on
    values = room.hub._state.records["report", report].values
    assert (values["status"], values["owner"]) == ("new", "jansen")


def test_why_it_was_given_up_stands_in_the_history(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = one_report(room)
    refuse(room, report, status="closed")
    view = room.put()
    view.refused.begin_discard()
    view.refused.given.setText("dubbel gemeld")
    view.refused.confirm.click()
    detail = room.detail(report)
    first = detail.history.views()[0]
    assert first.state.text() == "given up"
    assert first.why.text() == "dubbel gemeld"
    detail.deleteLater()


def test_what_was_dealt_with_elsewhere_is_said(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = one_report(room)
    changeset = refuse(room, report, status="closed")
    view = room.put()
    view.refused.begin_discard()
    view.refused.given.setText("dubbel")
    room.cache.discard(changeset)
    view.refused.confirm.click()
    assert "in the meantime" in view.refused.message.text()


# -- conflicts -------------------------------------------------------------------------------------


def test_conflicts_are_settled_from_the_list_by_key(stand: Callable[..., Stand]) -> None:
    room = stand()
    report = one_report(room)
    scenes.quarrel(room, report)
    view = room.put()
    names = [item.conflict.field for item in view.items() if item.conflict]
    view.list.setCurrentRow(names.index("title"))
    view.list.setFocus()
    assert view.conflict.offered.key == "2"
    QTest.keyClicks(view.list, "2")
    room.again()
    assert [item.conflict.field for item in view.items() if item.conflict] == ["text"]
    QTest.keyClicks(view.list, "1")
    room.again()
    assert view.stack.currentWidget() is view.empty
    room.hub.sync(room.cache)
    values = room.hub._state.records["report", report].values
    assert values["title"] == "VNOG vraagt 2 pelotons en een handcrew, Hoog Buurlo"
    assert "drie pelotons" in str(values["text"])
    assert not room.cache.conflicts()


def test_a_conflict_about_who_called_is_for_those_who_may_see_it(
    stand: Callable[..., Stand],
) -> None:
    room = stand()
    report = one_report(room)
    room.hub.edit("smit", "report", report, {"caller": ["M. Jansen, CaCo", "P. de Wit"]})
    room.cache.edit("report", report, {"caller": "J. de Wit"})
    room.hub.sync(room.cache)
    assert [item.kind for item in room.put().items()] == ["conflict"]
    other = AttentionView(room.cache, room.work, room.clock.now, identity("b", "liaison", "x"))
    assert other.items() == ()
    other.deleteLater()


# -- the editor of one field -----------------------------------------------------------------------


def test_a_field_is_edited_as_what_it_is(qapp: QApplication) -> None:
    with_theme(qapp)
    room = noon()
    made: list[ValueEditor] = []

    def editor(name: str, value: Any) -> ValueEditor:
        made.append(ValueEditor("report", name, value, room.now))
        return made[-1]

    assert editor("region", "VR06").value() == "VR06"
    assert editor("discipline", "from_the_future").value() == "from_the_future"
    assert editor("place", " Hoog Buurlo ").value() == "Hoog Buurlo"
    assert editor("text", "een\ntwee").value() == "een\ntwee"
    assert editor("occurred_at", None).value() is None
    when = editor("occurred_at", room() - 3_600_000).value()
    assert abs(when - (room.at - timedelta(hours=1))) < timedelta(minutes=1)
    with pytest.raises(Unreadable):
        editor("title", "   ").value()
    for each in made:
        each.deleteLater()


def test_an_item_is_data_and_equal_when_nothing_changed(stand: Callable[..., Stand]) -> None:
    room = stand()
    scenes.everything(room)
    view = room.put()
    before = view.items()
    assert all(isinstance(item, Item) for item in before)
    room.again()
    assert view.items() is before  # the list was not filled anew
