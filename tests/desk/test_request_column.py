"""The column of requests: what stands there, what can be done by key, and what is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from kcr2desk.core.changes import Change, How
from kcr2desk.core.fill import LineFill
from kcr2desk.core.records import Incident
from kcr2desk.core.text import Json
from kcr2desk.desk.bijstand import request_bars, request_rows
from kcr2desk.desk.bijstand.gate_table import GateCard
from kcr2desk.desk.bijstand.judge import JudgeCard
from kcr2desk.desk.bijstand.neighbour import NeighbourCard
from kcr2desk.desk.bijstand.refused_card import RefusedCard
from kcr2desk.desk.bijstand.request_column import RequestColumn
from kcr2desk.desk.bijstand.request_keys import BUTTONS_MADE
from kcr2desk.desk.bijstand.request_status import LineEndCard, StatusCard
from kcr2desk.desk.parts.acts import link_acts
from kcr2desk.desk.parts.history import ActView
from kcr2desk.store.history import HistoryLine
from kcr2desk.store.outbox import Refusal
from tests.desk.form_room import with_theme
from tests.desk.request_room import (
    CONTROL,
    LIAISON,
    LINE,
    OFFICER,
    REGION,
    REQUEST,
    CardRoom,
    RequestCache,
    line,
    moment_records,
    request,
)
from tests.scenes import NOW

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key
Open = Callable[..., CardRoom]


@pytest.fixture
def open_(qapp: QApplication) -> Iterator[Open]:
    """Opens the column, or a card, in a window."""
    with_theme(qapp)
    rooms: list[CardRoom] = []

    def make(card: Any = RequestColumn, show: str = "", **given: Any) -> CardRoom:
        room = CardRoom(card, **given)
        rooms.append(room)
        if show:
            room.card.show_request(show)
            room.settle()
        return room

    yield make
    for room in rooms:
        room.leave()


def rows(room: CardRoom) -> list[str]:
    return [row.id for row in room.card.list.model.rows]


# -- the list --------------------------------------------------------------------------------------


def test_open_ones_stand_by_priority_and_who_waits_longest(open_: Open) -> None:
    room = open_()
    assert rows(room) == ["r1", "r2", "r4", "r3", "r5"]
    room.key(Key.Key_F)
    assert rows(room) == ["r1", "r3", "r5"]
    room.key(Key.Key_F)
    assert rows(room) == ["r1", "r2", "r4", "r3", "r5", "r6"]
    assert room.heard["badgeChanged"][-1] == (4,)


def test_a_row_tells_what_is_missing_and_how_long_the_form_takes(open_: Open) -> None:
    room = open_()
    first, second = room.card.list.model.rows[:2]
    assert (first.missing, first.paper, first.paper_tone) == (5, "form follows 2 h", "muted")
    assert (second.paper, second.paper_tone) == ("form follows 30 h", "attention")
    assert room.card.list.model.rows[3].paper == "form: unknown"
    assert room.card.list.model.rows[4].paper == ""


def test_what_is_read_stays_in_hand_when_a_louder_one_comes_in(open_: Open) -> None:
    room = open_(show="r2")
    new = request("r7", priority="1", received_at=NOW - timedelta(hours=9))
    room.feed.put(new, line("q0", "usar", 1, "r7"))
    assert rows(room)[0] == "r7"
    assert room.card.request == "r2"
    assert room.card.list.current() == "r2"


def test_a_request_is_taken_in_hand_by_key(open_: Open) -> None:
    room = open_()
    assert room.card.request == "r1"  # the first one, as soon as the list has the focus
    room.key(Key.Key_J)
    assert room.heard["requestChosen"][-1] == ("r2",)
    assert room.card.view.title.text() == "Handcrew en blushelikopters"


# -- in hand ---------------------------------------------------------------------------------------


def test_the_bar_says_in_words_what_it_shows(open_: Open) -> None:
    room = open_(show="r1")
    first, second, third = (bar.line for bar in room.card.view.lines.bars)
    assert first.name == "4 × Firefighting platoon"
    assert first.told == "3 asked (2 silent), 2 offered, 2 promised, 1 arrived"
    assert first.parts == (("arrived", 1), ("definite", 1), ("offered", 2))
    assert first.right == "– 2 missing, enough to begin"
    assert (second.right, second.right_tone) == ("▼ 2 missing", "urgent")
    assert third.told == "nobody asked yet"


def test_a_line_that_ended_says_how_and_why(open_: Open) -> None:
    room = open_(show="r1")
    room.cache.others_change(LINE, "l2", ended="withdrawn", ended_why="Gemeente zet zelf af")
    third = room.card.view.lines.bars[2].line
    assert (third.right, third.told, third.ended) == ("withdrawn", "Gemeente zet zelf af", True)


def test_parts_never_count_a_unit_twice() -> None:
    fill = LineFill(wanted=6, asked=3, silent=0, offered=9, provisional=1, definite=1, en_route=1,
                    on_site=1, released=1, returned=0, missing=1, enough=True)  # fmt: skip
    assert sum(count for _, count in request_bars.parts(fill)) == 6


def test_one_thing_is_loud(open_: Open) -> None:
    records = [r for r in moment_records() if r.id not in ("i1", "i2", "i3")]
    room = open_(show="r1", records=records)
    # with or without the English plurals, which a test before this one may have loaded
    assert re.match(r"Life at stake, 3 line(\(s\)|s) short", room.card.view.message.text())
    room.card.view.message.buttons()[0].click()
    assert room.heard["askWanted"] == [("r1", ["l0", "l1", "l2"])]
    book = room.feed.book
    asked = {request.id: request for request in book.requests}
    submitted = request_rows.loudest(book, asked["r3"], NOW)
    assert submitted is not None
    assert submitted.action == "judge"
    assert request_rows.loudest(book, asked["r5"], NOW) is None


def test_an_answer_past_its_deadline_is_loud(open_: Open) -> None:
    room = open_(show="r1")
    room.later(minutes=30)
    room.card.tick(room.now)
    assert room.card.view.message.text() == (
        "Past its deadline without an answer: IJsselland, Utrecht."
    )
    assert re.fullmatch(r"2 answer(\(s\)|s) late", room.card.view.late.text())
    assert not room.card.view.late.isHidden()
    answers = room.card.buttons.button("answers")
    assert answers.property("kind") == "primary"  # the next step


def test_the_gate_notes_forms_by_a_click_and_counts(open_: Open) -> None:
    room = open_(show="r1")
    fire = room.card.view.gate.views[0]
    assert fire.state.text() == "1 of 2 forms follow, 2 h"
    fire.signed.emit("GM0200")
    room.settle()
    ((record, fields, _),) = room.cache.edits
    assert record == "r1"
    assert fields["forms_from"] == frozenset({"GM0200", "GM0203"})
    assert (fields["form"], fields["form_at"]) == ("partly", None)  # the police's is still out
    room.cache.into_book()
    assert fire.state.text().startswith("all forms are in")
    police = room.card.view.gate.views[1]
    assert police.state.text() == "form follows 2 h"
    police.button.click()
    room.settle()
    assert room.cache.edits[-1][1] == {"form": "received", "form_at": NOW}
    room.cache.into_book()
    assert police.state.text() == "all forms are in (2 h)"


def test_where_no_row_fits_it_is_unknown_and_the_table_is_one_click_away(open_: Open) -> None:
    room = open_(show="r3")
    water = room.card.view.gate.views[0]
    assert room.card.view.gate.views[1].isHidden()
    assert water.state.text() == "unknown who signs"
    water.button.click()
    assert isinstance(room.heard["cardWanted"][-1][0], GateCard)


def test_times_on_an_island_have_its_own_clock_beside_them(open_: Open) -> None:
    room = open_(show="r4")
    told = [label.text() for pair in room.card.view.facts._rows for label in pair]
    assert any("BON" in text for text in told)
    assert room.card.view.gate.views[0].chips.specs()[0].text == "Saba"


def test_links_open_what_they_name(open_: Open) -> None:
    room = open_(show="r1")
    view = room.card.view
    view.commitments.rows[0].click()
    view.inquiries.rows[0].click()
    view.report.click()
    view.incident.click()
    assert room.heard["followWanted"] == [("c1",)]
    assert room.heard["answersWanted"] == [("r1",)]
    assert room.heard["reportWanted"] == [("report-1",)]
    assert room.heard["incidentWanted"] == [("incident-1",)]
    assert isinstance(room.feed.book.get("incident", "incident-1"), Incident)


# -- what can be done ------------------------------------------------------------------------------


def test_actions_are_for_the_lines_that_are_chosen(open_: Open) -> None:
    room = open_(show="r1")
    room.card.list.setFocus()
    room.key(Key.Key_V)
    assert room.heard["proposeWanted"][-1] == (["l0", "l1", "l2"],)
    room.card.view.lines.bars[1].click()
    room.key(Key.Key_U)
    room.key(Key.Key_T)
    assert room.heard["askWanted"][-1] == ("r1", ["l1"])
    assert room.heard["commitWanted"][-1] == ("l1",)
    room.key(Key.Key_E)
    room.key(Key.Key_N)
    assert room.heard["formWanted"] == [("r1",), ("",)]
    room.key(Key.Key_X)
    assert isinstance(room.heard["cardWanted"][-1][0], LineEndCard)


@pytest.mark.parametrize("me", [REGION, LIAISON])
def test_what_a_role_may_not_do_says_why(open_: Open, me: Any) -> None:
    room = open_(show="r1", me=me)
    for name in ("ask", "propose", "judge"):
        action = room.card.keys.named(name)
        assert not action.isEnabled()
        assert "duty officer" in action.toolTip()
        if name in BUTTONS_MADE:
            assert room.card.buttons.button(name).toolTip() == action.toolTip()
    assert room.card.keys.named("new").isEnabled()
    assert room.card.keys.named("edit").toolTip() == "This request is not yours to change."


def test_what_is_over_wants_its_status_first(open_: Open) -> None:
    room = open_(show="r6")
    assert room.card.list.filter.value() == "all"
    assert "is withdrawn" in room.card.keys.named("ask").toolTip()
    assert room.card.keys.named("status").isEnabled()


# -- the cards -------------------------------------------------------------------------------------


def test_a_judgement_names_for_whom_and_the_applicant_is_told(open_: Open) -> None:
    room = open_(JudgeCard, request="r1")
    card = room.card
    assert card.behalf.text() == "minister van JenV"
    room.key(Key.Key_Return, CONTROL)
    assert card.told.text() == "Choose what was judged."
    card.choice.setFocus()
    room.key(Key.Key_1)
    room.key(Key.Key_Return, CONTROL)
    assert card.told.text() == "Say under which mandate it was agreed."
    card.mandate.setFocus()
    room.type("Mandaatbesluit 2027")
    room.key(Key.Key_Return, CONTROL)
    ((_, fields, _),) = room.cache.edits
    assert (fields["judgement"], fields["judged_by"]) == ("agreed", "J. de Vries")
    assert (fields["judged_for"], fields["judged_at"]) == ("minister van JenV", NOW)
    assert fields["judged_mandate"] == "Mandaatbesluit 2027"
    assert "on behalf of minister van JenV" in card.notice.toPlainText()
    room.cache.into_book()
    room.key(Key.Key_F8)
    assert QApplication.clipboard().text() == card.notice.toPlainText()
    room.key(Key.Key_F9)
    assert room.cache.edits[-1][1] == {"notified_at": NOW}
    assert room.heard["done"] == [("r1",)]


def test_what_is_returned_says_what_lacks_and_becomes_its_status(open_: Open) -> None:
    room = open_(JudgeCard, request="r3")
    card = room.card
    room.key(Key.Key_2)
    card.behalf.setFocus()
    room.type("minister van JenV")
    room.key(Key.Key_Return, CONTROL)
    assert "what lacks" in card.told.text()
    assert card.why.hasFocus()
    room.type("Handtekening Roermond")
    room.key(Key.Key_Return, CONTROL)
    ((_, fields, _),) = room.cache.edits
    assert (fields["status"], fields["status_reason"]) == ("returned", "Handtekening Roermond")


def test_a_status_asks_for_its_reason_and_what_replaces_it(open_: Open) -> None:
    room = open_(StatusCard, request="r1")
    card = room.card
    assert set(card.steps()) >= {"withdrawn", "cancelled", "unable", "replaced", "closed"}
    card.status.set_choice("replaced")
    card.edited("status")
    assert not card.running.isHidden()
    room.key(Key.Key_Return, CONTROL)
    assert "why" in card.told.text()
    room.type("Samengevoegd")
    room.key(Key.Key_Return, CONTROL)
    assert "by which request" in card.told.text()
    card.by.set_choice("r2")
    room.key(Key.Key_Return, CONTROL)
    assert room.cache.edits[-1][1] == {
        "status": "replaced", "status_reason": "Samengevoegd", "replaced_by": "r2",
    }  # fmt: skip
    outside = open_(StatusCard, request="r3", me=replace(REGION, organisation="KCR2"))
    assert set(outside.card.steps()) <= {"submitted", "withdrawn", "cancelled"}


@pytest.mark.parametrize("ended", ["unable", "withdrawn", "cancelled"])
def test_the_ends_of_a_line_stay_apart(open_: Open, ended: str) -> None:
    room = open_(LineEndCard, line="l2")
    room.card.ended.set_choice(ended)
    room.key(Key.Key_Return, CONTROL)
    assert "why" in room.card.told.text()
    room.type("Niemand heeft er een")
    room.key(Key.Key_Return, CONTROL)
    assert room.cache.edits[-1][1] == {
        "ended": ended, "ended_why": "Niemand heeft er een", "replaced_by": "",
    }  # fmt: skip
    room.cache.into_book()
    room.key(Key.Key_F8)
    assert room.cache.edits[-1][1]["ended"] == ""


def test_burenhulp_is_one_line_and_one_changeset(open_: Open) -> None:
    room = open_(NeighbourCard)
    room.type("VR07 gaf 2 pelotons aan VR06 tot 22:00")
    room.key(Key.Key_Return)
    room.key(Key.Key_Return, CONTROL)
    ((stream, changes),) = room.cache.saved
    assert stream == "national"
    assert [c.type for c in changes] == [REQUEST, LINE, "commitment"]
    (asked,), (wanted,) = room.cache.saved_of(REQUEST), room.cache.saved_of(LINE)
    (given,) = room.cache.saved_of("commitment")
    assert (asked.kind, asked.status, asked.form, asked.region) == (
        "neighbour", "in_treatment", "", "VR06",
    )  # fmt: skip
    assert (given.owner, given.source, given.to_region, given.quantity) == (
        "VR07", "VR07", "VR06", 2,
    )  # fmt: skip
    assert (given.word, given.how, given.authority) == ("owner", "phone", "Gelderland-Midden")
    assert (given.request, given.line, wanted.about) == (asked.id, wanted.id, asked.id)
    assert given.until_at == NOW.replace(hour=20, minute=0, second=0)
    assert asked.audience == frozenset({"VR06", "VR07"})
    room.cache.into_book()
    assert [h.quantity for h in room.feed.book.holds("VR07", "fire_platoon")][-1] == 2
    assert room.feed.book.fill(wanted.id).missing == 0


def test_burenhulp_that_lacks_something_says_what(open_: Open) -> None:
    room = open_(NeighbourCard)
    room.type("2 pelotons VR06")
    room.key(Key.Key_Return)
    room.key(Key.Key_Return, CONTROL)
    assert room.card.told.text() == "Say who receives."
    assert room.cache.saved == []
    outside = open_(NeighbourCard, me=REGION)
    assert outside.card.giver.choice() == "VR06"


def test_the_gate_table_is_edited_with_dates_and_a_source(open_: Open) -> None:
    room = open_(GateCard)
    card = room.card
    room.key(Key.Key_F7)
    room.type("wvr-51-water")
    card.help.set_choice("water")
    card.per.set_value("municipality")
    room.key(Key.Key_Return, CONTROL)
    assert "source" in card.told.text()
    room.type("Wvr art. 51")
    room.key(Key.Key_Return, CONTROL)
    made = [v for v in room.cache.records.values() if v.get("code") == "wvr-51-water"]
    assert made[0]["source_text"] == "Wvr art. 51"
    assert made[0]["valid_from"] == round(NOW.timestamp() * 1000)
    card.list.setCurrentRow(0)
    room.key(Key.Key_F8)
    ended = room.cache.edits[-1]
    assert ended[1] == {"valid_until": NOW}
    closed = open_(GateCard, me=REGION)
    assert not closed.card.save_action.isEnabled()
    assert "administrator" in closed.card.save_action.toolTip()


def test_every_button_has_a_key_and_every_key_words(open_: Open) -> None:
    room = open_(show="r1", me=OFFICER)
    keys = [action.shortcut().toString() for action in room.card.keys.all]
    assert len(keys) == len(set(keys))
    assert all(keys)
    assert all(action.text() for action in room.card.keys.all)


def test_the_buttons_stand_in_two_rows_and_the_next_step_comes_first(open_: Open) -> None:
    room = open_(show="r3")  # submitted, not judged yet
    buttons = room.card.buttons
    shown = [name for name in BUTTONS_MADE if buttons.button(name).isVisible()]
    assert shown == list(BUTTONS_MADE)
    assert buttons.button("judge").property("kind") == "primary"
    places = {name: buttons.button(name).mapTo(buttons, QPoint()) for name in shown}
    assert places["judge"].x() == 0
    assert len({place.y() for place in places.values()}) <= 2
    room.card.show_request("r1")
    room.card._allow()  # its actions change, and their buttons follow
    assert not buttons.button("judge").isVisible()
    assert buttons.button("edit").isVisible()


def test_the_next_step_follows_what_happened() -> None:
    room = RequestCache(moment_records())
    book = room.feed.book

    def step(id: str, minutes: int = 0) -> str:
        found = book.request(id)
        assert found is not None
        return request_rows.next_step(book, found, NOW + timedelta(minutes=minutes))

    assert step("r3") == "judge"
    assert step("r5") == ""
    assert step("r1", 30) == "answers"
    for inquiry in book.inquiries("r1"):
        book.put(replace(inquiry, status="withdrawn"))
    for inquiry in book.inquiries("r1"):
        for answer in book.answers(inquiry.id):
            book.put(replace(answer, offered=0, answer="no"))
    assert step("r1", 30) == "ask"


def test_a_refused_promise_stands_with_the_promises_and_opens(open_: Open) -> None:
    room = open_(show="r1")
    wanted: dict[str, Json] = {
        "owner": "VR05", "resource": "fire_platoon", "quantity": 3, "request": "r1", "line": "l0",
        "source": "VR05", "status": "promised",
    }  # fmt: skip
    change = Change("commitment", "lost", How.NEW, wanted)
    refused = Refusal("c9", "national", 1, "over_committed", ("quantity",), (change,))
    room.cache.refused = (refused,)
    room.card.view.read_refused()
    room.settle()
    first = room.card.view.commitments.rows[0].link
    assert (first.who, first.state, first.tone) == (
        "Twente", "refused: more than there is", "urgent"
    )  # fmt: skip
    room.card.view.commitments.rows[0].click()
    card = room.heard["cardWanted"][0][0]
    assert isinstance(card, RefusedCard)
    assert card.lost.texts()
    card.give_up()
    room.settle()
    assert room.cache.refused  # not without a reason
    card.reason.setText("twee keer geteld")
    card.give_up()
    room.settle()
    assert refused not in room.cache.attention().refusals
    assert room.cache.notes == {"discarded/c9": "twee keer geteld"}
    card.deleteLater()
    room.card.view.read_refused()
    room.settle()
    assert all("refused" not in row.link.state for row in room.card.view.commitments.rows
               if row.isVisible() and row.link)  # fmt: skip


def test_who_fetched_an_answer_link_is_told_in_words(qapp: QApplication) -> None:
    def line_of(field: str, was: Json, now: Json) -> HistoryLine:
        return HistoryLine(
            "p.smit", 5, 6, "d-3F9A", field, was, now, "edit", "applied", False, "c2"
        )

    told = [line_of("link_until", 9, 9), line_of("link_until", 9, 12), line_of("deadline", 4, 4)]
    (act,) = link_acts(told, "Twente")
    assert (act.actor, act.how, act.why, act.changes) == ("p.smit", "link", "Twente", ())
    view = ActView()
    view.show_act(act, "j.devries", "d-1", NOW, {})
    assert view.what.text() == "fetched the answer link"
    assert view.why.text() == "Twente"
    view.deleteLater()
