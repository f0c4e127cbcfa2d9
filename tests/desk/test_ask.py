"""Regions are asked, and what they answer is written down: by keys, on a real cache."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from kcr2desk.core.answer_words import ANSWER_WORDS
from kcr2desk.core.bijstand import Inquiry
from kcr2desk.desk.bijstand import ask_changes
from kcr2desk.desk.bijstand.answers import AnswersCard
from kcr2desk.desk.bijstand.ask import AskCard
from kcr2desk.desk.bijstand.commit import CommitCard
from kcr2desk.desk.parts.more_button import MoreButton
from kcr2desk.sync.errors import LineDown
from tests.desk.asking_room import AskingRoom
from tests.desk.form_room import drop_on
from tests.scenes import NOW
from tests.scenes import asking_data as data

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[AskingRoom]:
    made = AskingRoom(tmp_path)
    yield made
    made.leave()


def inquiry_of(room: AskingRoom, owner: str) -> Inquiry:
    found = room.book.inquiries(owner=owner)
    assert found
    return found[-1]


# -- asking --------------------------------------------------------------------------------------


def test_the_nearest_that_have_it_are_ticked_up_to_what_is_missing(room: AskingRoom) -> None:
    card = room.open(AskCard, request=data.REQUEST, line_ids=[data.LINE])
    order = [row.owner for row in card.model.rows]
    rings = [99 if row.first.ring is None else row.first.ring for row in card.model.rows]
    assert rings == sorted(rings)
    assert "VR06" not in order  # it asks
    free = {row.owner: row.first.free or 0 for row in card.model.rows}
    chosen = card.chosen
    assert sum(free[o] for o in chosen) >= room.book.fill(data.LINE).missing
    assert not {"VR04", "VR07", "VR09"} & set(chosen)  # these were asked already
    assert sum(free[o] for o in chosen[:-1]) < room.book.fill(data.LINE).missing


def test_space_ticks_and_unticks(room: AskingRoom) -> None:
    card = room.open(AskCard, request=data.REQUEST, line_ids=[data.LINE])
    first = card.model.rows[0].owner
    before = first in card.model.ticked
    room.key(Key.Key_Space)
    assert (first in card.model.ticked) is not before
    room.key(Key.Key_T, ALT)
    assert len(card.chosen) == 10


def test_ten_are_asked_at_once_each_with_its_own_changeset(room: AskingRoom) -> None:
    room.cache.edit("owner", next(o.id for o in room.book.owners.values() if o.code == "VR05"),
                    {"inquiry_mail": "caco@twente.example"})  # fmt: skip
    room.settle()
    card = room.open(AskCard, request=data.REQUEST, line_ids=[data.LINE, data.WATER])
    room.key(Key.Key_T, ALT)
    waiting = len(room.cache.pending())
    card.how.choose(30)
    room.save()
    asked = [i for i in room.book.inquiries(request=data.REQUEST) if i.round == room.done[-1]]
    assert len(asked) == 10
    assert len(room.cache.pending()) == waiting + 10
    twente = inquiry_of(room, "VR05")
    assert (twente.source, twente.mail, twente.asked_how) == ("VR05", "wanted", "mail")
    assert twente.deadline is not None
    assert (twente.deadline - room.now).total_seconds() <= 1800
    assert twente.link_until == twente.deadline + ask_changes.LINK_MARGIN
    others = [i for i in asked if i.owner != "VR05"]
    assert {(i.mail, i.asked_how) for i in others} == {("", "phone")}
    lines = room.book.answers(twente.id)
    assert [line.line for line in lines] == [data.LINE, data.WATER]
    assert lines[0].quantity == room.book.fill(data.LINE).wanted - 1
    assert lines[0].report_to.startswith("UGS Harskamp")
    assert "KCR2" in twente.text
    assert "0612345678" not in twente.text  # who asks is for KCR2 alone


def test_a_deadline_that_has_passed_is_not_asked(room: AskingRoom) -> None:
    card = room.open(AskCard, request=data.REQUEST, line_ids=[data.LINE])
    card.how.deadline.set_typed("-10")
    room.save()
    assert not room.done
    assert card.told.isVisible()


def test_escape_keeps_a_text_that_was_typed(room: AskingRoom) -> None:
    card = room.open(AskCard, request=data.REQUEST, line_ids=[data.LINE])
    card.how.text.setFocus()
    room.type("Let op: ")
    room.key(Key.Key_Escape)
    assert room.closed == 1
    again = room.open(AskCard, request=data.REQUEST, line_ids=[data.LINE])
    assert again.how.text.toPlainText().startswith("Let op: ")


# -- answers -------------------------------------------------------------------------------------


def test_an_answer_by_phone_takes_three_keys_and_a_name(room: AskingRoom) -> None:
    card = room.open(AnswersCard, request=data.REQUEST)
    card.choose("VR04")
    room.key(Key.Key_Y)
    room.type("P. Smit")
    room.key(Key.Key_Return)
    asked = inquiry_of(room, "VR04")
    (line,) = room.book.answers(asked.id)
    assert (line.answer, line.offered) == ("yes", 2)
    assert (asked.status, asked.answered_by, asked.answered_how) == ("answered", "P. Smit", "phone")
    assert asked.answered_at == room.now


def test_part_of_it_wants_a_number_and_no_wants_a_reason(room: AskingRoom) -> None:
    card = room.open(AnswersCard, request=data.REQUEST)
    card.choose("VR04")
    room.key(Key.Key_N)
    room.save()
    assert inquiry_of(room, "VR04").status == "asked"
    assert card.told.isVisible()
    card.editor.choose("part")
    room.type("1")
    card.editor.by.setText("P. Smit")
    card.editor.reason.setText("een voor eigen gebied")
    room.save()
    (line,) = room.book.answers(inquiry_of(room, "VR04").id)
    assert (line.answer, line.offered, line.reason) == ("part", 1, "een voor eigen gebied")


def test_an_answer_is_taken_over_in_one_key_and_only_once(room: AskingRoom) -> None:
    card = room.open(AnswersCard, request=data.REQUEST)
    card.choose("VR09")
    room.key(Key.Key_T, ALT)
    (given,) = [c for c in room.book.commitments(line=data.LINE) if c.owner == "VR09"]
    assert (given.quantity, given.word, given.firmness) == (2, "owner", "definite")
    assert given.inquiry == data.ASKED
    card.choose("VR09")
    assert not card.take_action.isEnabled()


def test_an_answer_that_makes_no_promise_opens_the_commitment(room: AskingRoom) -> None:
    ends_first = {"possible_from": NOW, "possible_until": NOW - timedelta(hours=1)}
    room.cache.edit("inquiryline", data.made("answer", data.ASKED), ends_first)
    room.settle()
    card = room.open(AnswersCard, request=data.REQUEST)
    card.choose("VR09")
    room.key(Key.Key_T, ALT)
    assert isinstance(card.inner, CommitCard)


def test_who_is_silent_is_reminded_and_a_question_is_taken_back(room: AskingRoom) -> None:
    card = room.open(AnswersCard, request=data.REQUEST)
    card.choose("VR04")
    room.key(Key.Key_H, ALT)
    asked = inquiry_of(room, "VR04")
    assert (asked.reminded_at, asked.mail) == (room.now, "wanted")
    card.choose("VR04")
    room.key(Key.Key_W, ALT)
    asked = inquiry_of(room, "VR04")
    assert (asked.status, asked.link_until) == ("withdrawn", None)


@dataclass(frozen=True)
class Link:
    url: str


def test_the_text_is_copied_with_a_link_and_says_when_there_is_no_line(room: AskingRoom) -> None:
    card = room.open(
        AnswersCard,
        request=data.REQUEST,
        answer_link=lambda inquiry: Link(f"https://hub/a/{inquiry}"),
    )
    card.choose("VR04")
    room.key(Key.Key_K, ALT)
    _until(room, lambda: bool(card.told.text()))
    assert f"https://hub/a/{data.SILENT}" in QGuiApplication.clipboard().text()

    def away(_inquiry: str) -> Link:
        raise LineDown("unreachable")

    card = room.open(AnswersCard, request=data.REQUEST, answer_link=away)
    card.choose("VR04")
    room.key(Key.Key_K, ALT)
    _until(room, lambda: "without a link" in card.told.text())
    assert "https://" not in QGuiApplication.clipboard().text()


def _until(room: AskingRoom, true: object) -> None:
    for _ in range(200):
        room.settle()
        if true():  # type: ignore[operator]
            return
    raise AssertionError("it never came to be")


def test_a_filled_spreadsheet_is_shown_and_then_taken_over(
    room: AskingRoom, tmp_path: Path
) -> None:
    card = room.open(AnswersCard, request=data.REQUEST)
    card.choose("VR04")
    file = tmp_path / "antwoord.xlsx"
    card.write_sheet(file)
    room.settle()
    _fill(file)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    drop_on(card, mime)
    room.settle()
    assert inquiry_of(room, "VR04").status == "asked"  # nothing before the officer says so
    assert card.preview.isVisible()
    card.told.buttons()[0].click()
    room.settle()
    asked = inquiry_of(room, "VR04")
    assert (asked.status, asked.answered_by, asked.answered_how) == (
        "answered", "A. Kuiper", "sheet",
    )  # fmt: skip
    (line,) = room.book.answers(asked.id)
    assert line.answer == "yes"


def _fill(file: Path) -> None:
    """Type an answer into the sheet where its headings say."""
    book = load_workbook(file)
    sheet = book.worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]

    def find(start: str) -> Any:
        return next(cell for cell in cells if str(cell.value).startswith(start))

    head = find("Antwoord\nAnswer")
    sheet.cell(head.row + 1, head.column).value = ANSWER_WORDS["yes"][0]
    for start, value in (("Uw naam", "A. Kuiper"), ("Uw functie", "CaCo")):
        sheet.cell(find(start).row, 2).value = value
    book.save(file)


def test_a_spreadsheet_that_is_none_of_ours_is_not_taken_over(
    room: AskingRoom, tmp_path: Path
) -> None:
    card = room.open(AnswersCard, request=data.REQUEST)
    file = tmp_path / "iets.xlsx"
    file.write_bytes(b"geen spreadsheet")
    card.read_sheet(file)
    room.settle()
    assert "iets.xlsx" in card.preview.text()
    assert card.told.buttons() == []


def test_asking_saves_the_answer_sheets_with_it(room: AskingRoom, tmp_path: Path) -> None:
    card = room.open(AskCard, request=data.REQUEST, line_ids=[data.LINE])
    card.first_ten()
    asked = card.chosen
    folder = tmp_path / "sheets"
    folder.mkdir()
    card._send(folder)
    room.settle()
    assert room.failures == []
    names = sorted(each.name for each in folder.iterdir())
    fresh = [i for i in room.book.inquiries(data.REQUEST) if i.round == room.done[-1]]
    assert names == sorted(f"{i.number} {i.owner}.xlsx" for i in fresh)
    assert len(names) == len(asked) > 1
    sheet = load_workbook(folder / names[0]).active
    assert sheet is not None
    assert sheet.max_row > 3


def test_rarer_actions_are_under_one_button_and_keep_their_keys(
    room: AskingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = room.open(AnswersCard, request=data.REQUEST)
    more = card.findChild(MoreButton)
    assert more is not None
    told = [action.text() for action in more.menu_.actions()]
    assert told == ["Commit with more…", "Spreadsheet…", "Take back"]
    shown: list[QPoint] = []
    monkeypatch.setattr(more.menu_, "popup", shown.append)
    more.click()
    assert len(shown) == 1
    card.choose("VR04")
    room.key(Key.Key_W, ALT)
    assert inquiry_of(room, "VR04").status == "withdrawn"


def test_regions_stand_with_their_names(room: AskingRoom) -> None:
    card = room.open(AskCard, request=data.REQUEST, line_ids=[data.LINE])
    names = {card.model.cell(at, 1).text for at in range(len(card.model.rows))}
    assert "Gelderland-Midden" in names or "Twente" in names
    assert not names & {"VGGM", "VRT"}
