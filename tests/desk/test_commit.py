"""Promises written down on the card, followed to their return, with the hub's rules told before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kcr2desk.core.bijstand import Commitment, capacity_id
from kcr2desk.core.changes import Change, How
from kcr2desk.desk.attention.items import Item, about
from kcr2desk.desk.attention.refused import RefusedView
from kcr2desk.desk.bijstand import commit_rule, follow_rm
from kcr2desk.desk.bijstand.commit import CommitCard
from kcr2desk.desk.bijstand.commit_lost import LostRaceView
from kcr2desk.desk.bijstand.commit_race import lost_race
from kcr2desk.desk.bijstand.commit_refused import RefusedPromise
from kcr2desk.desk.bijstand.follow import FollowCard
from kcr2desk.desk.bijstand.messages import MessageCard
from kcr2desk.desk.bijstand.refused_card import RefusedCard
from kcr2desk.exchange import edxl_rm
from tests.desk.asking_room import AskingRoom
from tests.scenes import NOW
from tests.scenes import asking_data as data

Key = Qt.Key


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[AskingRoom]:
    made = AskingRoom(tmp_path)
    yield made
    made.leave()


def made_by(room: AskingRoom) -> Commitment:
    found = room.book.commitment(room.done[-1])
    assert found is not None
    return found


def test_an_answer_becomes_a_promise_with_one_key(room: AskingRoom) -> None:
    room.open(CommitCard, inquiryline=data.made("answer", data.ASKED))
    room.save()
    given = made_by(room)
    assert (given.owner, given.source, given.quantity) == ("VR09", "VR09", 2)
    assert (given.word, given.authority, given.how) == ("owner", "CaCo", "phone")
    assert given.commander_phone == "0611112222"
    assert given.audience == frozenset({"VR06"})
    assert given.number


def test_the_room_is_told_before_it_promises_what_is_not_there(room: AskingRoom) -> None:
    card = room.open(CommitCard, line=data.LINE, owner="VR05")
    card.quantity.setFocus()
    card.quantity.selectAll()
    room.type("4")
    assert card.prediction.pill.text() == "refused"
    room.save()
    assert not room.done
    assert card.told.buttons()[0].text() == "Save anyway"
    card.told.buttons()[0].click()
    room.settle()
    assert made_by(room).quantity == 4


def test_the_word_of_the_region_raises_the_number_on_the_board(room: AskingRoom) -> None:
    card = room.open(CommitCard, line=data.LINE, owner="VR05")
    card.quantity.setValue(3)
    card.word.setFocus()
    room.key(Key.Key_R)
    assert card.prediction.pill.text() == "not yet"
    card.authority.setFocus()
    room.type("A. Bakker")
    card.how.set_choice("phone")
    card.how.chosen.emit("phone")
    assert card.prediction.pill.text() == "raises"
    room.save()
    assert made_by(room).word == "owner"
    record = room.cache.get("capacity", capacity_id("national", "VR05", "wildfire_platoon"))
    assert record is not None
    assert record.available == 3  # type: ignore[attr-defined]


def test_a_promise_by_nobody_is_not_saved(room: AskingRoom) -> None:
    card = room.open(CommitCard, line=data.LINE)
    room.save()
    assert not room.done
    assert "from" in card.told.text().lower() or "gives" in card.told.text()
    card.owner.set_choice("VR04")
    card.word.set_value("owner")
    room.save()
    assert not room.done  # nobody decided it


def test_a_taken_unit_says_who_has_it_and_a_free_one_brings_its_call_sign(
    room: AskingRoom,
) -> None:
    card = room.open(CommitCard, line=data.BUCKETS, owner="DEF")
    choices = commit_rule.unit_choices(room.book, card.wanted())
    assert [(c.unit.name, c.why) for c in choices] == [
        ("Chinook D-890", ""), ("Cougar S-419", "unit_taken"), ("Cougar S-441", "out"),
    ]  # fmt: skip
    assert choices[1].by is not None
    assert choices[1].by.id == data.FLYING
    card.unit.set_choice(data.COUGAR)
    card.unit.chosen.emit(data.COUGAR)
    assert "Natuurbrand Hoog Buurlo" in card.prediction.text()
    card.unit.set_choice(data.CHINOOK)
    card.unit.chosen.emit(data.CHINOOK)
    assert card.prediction.pill.text() == "fits"
    room.save()
    assert made_by(room).unit == data.CHINOOK


def test_escape_keeps_what_was_typed_and_saving_drops_it(room: AskingRoom) -> None:
    card = room.open(CommitCard, line=data.LINE, owner="VR04")
    card.note.setFocus()
    room.type("via de A50")
    room.key(Key.Key_Escape)
    assert room.closed == 1
    again = room.open(CommitCard, line=data.LINE, owner="VR04")
    assert again.note.text() == "via de A50"
    again.quantity.setValue(1)
    room.save()
    assert made_by(room).note == "via de A50"
    assert room.cache.drafts("card:commitment") == ()


def test_each_step_is_one_key_and_its_time_can_be_corrected(room: AskingRoom) -> None:
    card = room.open(FollowCard, commitment=data.GIVEN)
    room.key(Key.Key_2)
    given = room.book.commitment(data.GIVEN)
    assert given is not None
    assert (given.status, given.arrived_at) == ("on_site", room.now)
    field = card.steps.times["on_site"].field
    field.setFocus()
    field.selectAll()
    room.type("-10")
    room.key(Key.Key_Return)
    given = room.book.commitment(data.GIVEN)
    assert given is not None
    assert given.arrived_at == room.now - timedelta(minutes=10)
    card.focus_first()
    room.later(hours=6)
    for key, status in ((Key.Key_3, "relieved"), (Key.Key_4, "released"), (Key.Key_5, "returned")):
        room.key(key)
        given = room.book.commitment(data.GIVEN)
        assert given is not None
        assert given.status == status
    assert given.returned_at == room.now


def test_a_step_that_was_wrong_is_taken_back(room: AskingRoom) -> None:
    card = room.open(FollowCard, commitment=data.GIVEN)
    room.key(Key.Key_2)
    card.told.buttons()[0].click()
    room.settle()
    given = room.book.commitment(data.GIVEN)
    assert given is not None
    assert (given.status, given.arrived_at) == ("en_route", None)


def test_a_promise_ends_only_with_a_reason(room: AskingRoom) -> None:
    card = room.open(FollowCard, commitment=data.GIVEN)
    room.key(Key.Key_7)
    room.key(Key.Key_Return)
    given = room.book.commitment(data.GIVEN)
    assert given is not None
    assert given.status == "en_route"
    card.reason.setFocus()
    room.type("eigen brand")
    room.key(Key.Key_Return)
    given = room.book.commitment(data.GIVEN)
    assert given is not None
    assert (given.status, given.status_reason) == ("withdrawn", "eigen brand")
    card.focus_first()
    room.key(Key.Key_0)
    given = room.book.commitment(data.GIVEN)
    assert given is not None
    assert given.status == "promised"


def test_it_is_extended_and_relieved_from_its_card(room: AskingRoom) -> None:
    card = room.open(FollowCard, commitment=data.GIVEN)
    room.key(Key.Key_E)
    room.type("morgen 08:00")
    room.key(Key.Key_Return)
    given = room.book.commitment(data.GIVEN)
    assert given is not None
    assert given.until_at is not None
    assert given.until_at.isoformat() == "2026-07-15T06:00:00+00:00"
    room.key(Key.Key_R)
    relief = card.inner
    assert isinstance(relief, CommitCard)
    relief.owner.set_choice("VR09")
    relief.owner.chosen.emit("VR09")
    room.save()
    assert card.inner is None
    (made,) = [c for c in room.book.commitments(line=data.LINE) if c.relieves == data.GIVEN]
    assert made.owner == "VR09"


def test_the_deployment_message_is_copied_by_one_key(room: AskingRoom) -> None:
    card = room.open(FollowCard, commitment=data.GIVEN)
    room.key(Key.Key_M)
    shown = card.inner
    assert isinstance(shown, MessageCard)
    room.key(Key.Key_K)
    copied = QGuiApplication.clipboard().text()
    assert "UGS Harskamp" in copied
    assert "07-3591" in copied
    target = room.cache.folder / "bericht.txt"
    shown.save_file(target, copied.encode())
    room.settle()
    assert target.read_text() == copied
    room.key(Key.Key_Escape)
    assert (card.inner, room.closed) == (None, 0)


def test_the_step_is_saved_as_an_edxl_rm_message(room: AskingRoom) -> None:
    card = room.open(FollowCard, commitment=data.GIVEN)
    target = room.cache.folder / "bericht.xml"
    card.messages.write_step(target)
    room.settle()
    (received,) = edxl_rm.read(target.read_bytes(), target.name).messages
    assert received.message.kind == "ReportResourceDeploymentStatus"
    room.key(Key.Key_2)
    room.key(Key.Key_4)
    card.messages.write_step(target)
    room.settle()
    (received,) = edxl_rm.read(target.read_bytes(), target.name).messages
    assert received.message.kind == "ReleaseResource"


def test_who_lost_the_race_hears_which_line_who_has_it_and_what_else_there_is(
    room: AskingRoom,
) -> None:
    asked = Commitment(
        id=data.made("lost"), stream="national", owner="DEF", source="DEF", line=data.BUCKETS,
        resource="fire_bucket", unit=data.COUGAR, request=data.REQUEST, from_at=NOW,
        until_at=NOW + timedelta(hours=2),
    )  # fmt: skip
    change = Change("commitment", asked.id, How.NEW, commit_rule.wire(asked))
    (lost,) = lost_race(room.book, [change], NOW)
    assert [c.id for c in lost.holders] == [data.FLYING]
    assert [u.name for u in lost.units] == ["Chinook D-890"]
    view = LostRaceView()
    view.show_lost(room.book, [lost], NOW)
    told = "\n".join(view.texts())
    assert "Natuurbrand Hoog Buurlo" in told
    assert "T-2026-07-0006-1" in told
    assert "Chinook D-890" in told
    view.deleteLater()


def test_who_lost_a_number_hears_whom_to_ask_instead(room: AskingRoom) -> None:
    asked = Commitment(
        id=data.made("lost"), stream="national", owner="VR06", source="VR06", line=data.LINE,
        resource="wildfire_platoon", quantity=2, request=data.REQUEST, from_at=NOW,
    )  # fmt: skip
    (lost,) = lost_race(
        room.book, [Change("commitment", asked.id, How.NEW, commit_rule.wire(asked))], NOW
    )
    assert lost.told.code == "over_committed"
    assert "VR04" in [c.owner for c in lost.others]
    assert lost_race(room.book, [Change("commitment", "gone", How.EDIT, {})], NOW) == ()


def test_what_may_be_asked_instead_is_named_where_it_is_of_another_type(
    room: AskingRoom,
) -> None:
    asked = Commitment(
        id=data.made("lost"), stream="national", owner="VR06", source="VR06", line=data.LINE,
        resource="wildfire_platoon", quantity=2, request=data.REQUEST, from_at=NOW,
    )  # fmt: skip
    (lost,) = lost_race(
        room.book, [Change("commitment", asked.id, How.NEW, commit_rule.wire(asked))], NOW
    )
    one = lost.others[0]
    other = replace(one, resource="fire_platoon", free=3)
    view = LostRaceView()
    view.show_lost(room.book, [replace(lost, others=(replace(one, free=2), other))], NOW)
    said = next(line for line in view.texts() if "Ask instead" in line)
    assert "(2 free" in said
    assert f"(3 {room.book.types['fire_platoon'].short} free" in said
    view.deleteLater()


def test_the_view_of_what_was_refused_tells_who_was_first(room: AskingRoom) -> None:
    asked = Commitment(
        id=data.made("lost"), stream="national", owner="DEF", source="DEF", line=data.BUCKETS,
        resource="fire_bucket", unit=data.COUGAR, request=data.REQUEST, from_at=NOW,
        until_at=NOW + timedelta(hours=2),
    )  # fmt: skip
    change = Change("commitment", asked.id, How.NEW, commit_rule.wire(asked))
    item = Item(
        "refused", "changeset", 0, about(room.cache, [change]), "unit_taken", ("unit",), (change,)
    )
    assert item.about.title == "Natuurbrand Hoog Buurlo"
    view = RefusedView(room.cache, room.work, lambda: room.now)
    view.show_item(item)
    room.settle()
    told = "\n".join(view.lost.texts())
    assert "Cougar S-419" in told
    assert "T-2026-07-0006-1" in told
    assert "Chinook D-890" in told
    view.deleteLater()


ASKED = {
    "asks": [
        {"message": "ask-1", "kind": "longer", "by": "VNOG", "until": "2026-07-15T06:00:00+00:00"},
        {"message": "ask-2", "kind": "return", "by": "VNOG", "until": ""},
    ]
}


def test_what_is_asked_by_message_is_answered_by_a_person(room: AskingRoom) -> None:
    room.cache.edit("commitment", data.GIVEN, {"edxl": ASKED})
    room.settle()
    card = room.open(FollowCard, commitment=data.GIVEN)
    before = card.commitment
    assert before is not None
    assert "VNOG asks to keep it longer" in card.messages.question.text()
    room.key(Key.Key_N)  # a no says why
    assert "why not" in card.told.text()
    assert len(edxl_rm.asks(before)) == 2
    card.setFocus()
    room.key(Key.Key_Y)
    after = card.commitment
    assert after is not None
    assert after.until_at == datetime(2026, 7, 15, 6, tzinfo=UTC)
    assert [ask.message for ask in edxl_rm.asks(after)] == ["ask-2"]
    said = follow_rm.Answer("ask-1", "longer", True, "", after.until_at)
    target = room.cache.folder / "antwoord.xml"
    card.messages.write_answer(said, target)
    room.settle()
    (received,) = edxl_rm.read(target.read_bytes(), target.name).messages
    assert received.message.kind == "ResponseToRequestExtendedDeploymentDuration"
    assert received.message.preceding == "ask-1"
    assert "asks it back" in card.messages.question.text()
    card.messages.reason.setText("nog nodig bij de A1")
    card.setFocus()
    room.key(Key.Key_N)
    assert card.commitment is not None
    assert edxl_rm.asks(card.commitment) == ()
    assert card.commitment.until_at == after.until_at
    assert card.messages.isHidden()


def test_a_refused_change_is_told_on_the_commitment_itself(room: AskingRoom) -> None:
    card = room.open(FollowCard, commitment=data.GIVEN)
    assert card.lost.isHidden()
    change = Change("commitment", data.GIVEN, How.EDIT, {"quantity": [1, 9]})
    refused = RefusedPromise("c1", "over_committed", 0, (change,))
    card._show_refused((refused,))
    assert not card.lost.isHidden()
    assert card.told.text()
    card._deal()
    assert isinstance(card.inner, RefusedCard)
    card.hide_inner()
    card._show_refused(())
    assert card.lost.isHidden()
