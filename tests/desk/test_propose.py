"""A proposal is made, taken over in part, and kept; an inventory is asked and fills the board."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kcr2desk.core.bijstand import Proposal
from kcr2desk.core.book import Book
from kcr2desk.desk.bijstand import scarcity_page
from kcr2desk.desk.bijstand.answers import AnswersCard
from kcr2desk.desk.bijstand.inventory import InventoryCard
from kcr2desk.desk.bijstand.propose_weights import WeightsCard
from kcr2desk.desk.bijstand.scarcity import ScarcityPage
from kcr2desk.planning.scarcity import OPTIONS, Option, Outcome, ScarcityAdvice, Shortage
from kcr2desk.planning.score import Score
from tests.desk.asking_room import AskingRoom
from tests.scenes import NOW
from tests.scenes import asking_data as data

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[AskingRoom]:
    made = AskingRoom(tmp_path)
    yield made
    made.leave()


def kept(room: AskingRoom) -> Proposal:
    found = room.book.get("proposal", room.done[-1])
    assert isinstance(found, Proposal)
    return found


def test_a_proposal_says_whose_weights_why_and_what_is_missing(room: AskingRoom) -> None:
    card = room.propose()
    assert card.plan is not None
    assert card.plan.assignments
    assert card.proven.text() == "optimal"
    assert "KCR2 Desk (as delivered)" in card.weights_told.text()
    assert card.why.text()
    assert "▼" in card.missing.text()  # nobody has water transport
    assert card.better.text()


def test_what_is_taken_over_is_asked_and_who_said_yes_is_promised(room: AskingRoom) -> None:
    card = room.propose(data.LINE)
    rows = card.model.rows
    said_yes = [a for a in rows if a.owner == "VR09" and not a.relief]
    room.save()
    proposal = kept(room)
    assert (proposal.taken, proposal.weights, proposal.source) == ("all", 1, "KCR2")
    asked = {i.owner for i in room.book.inquiries(request=data.REQUEST) if i.asked_at == room.now}
    assert asked == {a.owner for a in rows if a not in said_yes}
    given = [c for c in room.book.commitments(line=data.LINE) if c.owner == "VR09"]
    assert len(given) == len(said_yes)
    assert {(c.word, c.firmness) for c in given} <= {("room", "provisional")}


def test_only_what_is_ticked_is_taken_over_and_none_is_kept_too(room: AskingRoom) -> None:
    card = room.propose(data.LINE)
    before = len(room.book.inquiries())
    if len(card.model.rows) > 1:
        room.key(Key.Key_Space)
        room.save()
        assert kept(room).taken == "some"
    card = room.propose(data.LINE)
    now = len(room.book.inquiries())
    room.key(Key.Key_N, ALT)
    assert kept(room).taken == "none"
    assert len(room.book.inquiries()) == now >= before


def test_weights_are_a_new_version_that_says_who_and_why(room: AskingRoom) -> None:
    card = room.propose(data.LINE)
    room.key(Key.Key_G, ALT)
    weights = card.inner
    assert isinstance(weights, WeightsCard)
    room.save()
    assert room.book.weights.version == 1
    weights.set_by.setText("Directeur KCR2")
    weights.reason.setText("natuurbrandseizoen")
    weights.fields["cover"].setValue(50_000)
    room.save()
    new = room.book.weights
    assert (new.version, new.set_by, new.cover) == (2, "Directeur KCR2", 50_000)
    assert len(room.book.all("planweights")) == 2


def test_who_may_not_set_weights_cannot(qapp: QApplication, tmp_path: Path) -> None:
    room = AskingRoom(tmp_path)
    room.me = type(room.me)(
        **{
            **{n: getattr(room.me, n) for n in room.me.__dataclass_fields__},
            "role": "region_officer",
        }
    )
    card = room.propose(data.LINE)
    assert not card.weights_action.isEnabled()
    room.leave()


def test_scarcity_advice_is_a_page_that_leaves_the_decision_blank(
    room: AskingRoom, tmp_path: Path
) -> None:
    card = room.propose()
    assert card.scarcity_action.isEnabled()
    room.key(Key.Key_A, ALT)
    page = card.inner
    assert isinstance(page, ScarcityPage)
    room.solve(card)
    assert page.advice is not None
    told = page.text.toPlainText()
    assert "Decided by (authority, name): …" in told
    page.write_pdf(tmp_path / "advies.pdf")
    page.write_text(tmp_path / "advies.txt")
    room.settle()
    assert (tmp_path / "advies.pdf").read_bytes().startswith(b"%PDF")
    assert "Decided by" in (tmp_path / "advies.txt").read_text()


def test_an_inventory_goes_to_all_and_its_answers_fill_the_board(room: AskingRoom) -> None:
    card = room.open(InventoryCard, types=["pump", "wildfire_platoon"])
    assert len(card.chosen) == len([o for o in room.book.owners.values() if o.kind != "hub"])
    room.key(Key.Key_R, ALT)
    assert len(card.chosen) == 25
    room.save()
    asked = [i for i in room.book.inquiries() if i.kind == "inventory"]
    assert len(asked) == 25
    assert {i.round for i in asked} == {room.done[-1]}
    answers = card.inner
    assert isinstance(answers, AnswersCard)
    answers.choose("VR05")
    row = answers.row
    assert row is not None
    answers.editor.available.setText("2")
    answers.editor.total.setText("3")
    answers.editor.by.setText("P. Smit")
    room.save()
    found = room.book.capacity("VR05", row.line.resource)
    assert found is not None
    assert (found.available, found.total, found.checked_how) == (2, 3, "phone")
    assert found.checked_at == room.now
    room.key(Key.Key_Escape)
    assert room.closed == 1


def crowded(lines: int) -> tuple[Book, ScarcityAdvice]:
    """An advice about many lines in all options, with a long tail of owners."""
    book = data.book()
    asked = book.line(data.LINE)
    assert asked is not None
    ids = [f"line-{n}" for n in range(lines)]
    for each in ids:
        book.put(dataclasses.replace(asked, id=each))
    owners = tuple(f"VR{n:02d}" for n in range(1, 26))
    outcomes = tuple(Outcome(each, 6, n % 7, n % 7 > 2, 0) for n, each in enumerate(ids))
    scored = Score(9.0, (9, 0, 0, 0), 0, 900, 0, 4, 50.0, 0, 0, 9)
    below = tuple((owner, 2) for owner in owners)
    options = tuple(Option(code, False, outcomes, scored, below, ()) for code in OPTIONS)
    short = tuple(Shortage(code, 40, 3, owners) for code in ("pump", "handcrew", "fire_platoon"))
    advice = ScarcityAdvice(NOW, book.weights, tuple(ids), short, options)
    return book, advice


@pytest.mark.parametrize("lines", [3, 20, 60])
def test_scarcity_advice_is_one_page(qapp: QApplication, lines: int) -> None:
    book, advice = crowded(lines)
    html = scarcity_page.page(book, advice)
    made = scarcity_page.pdf(html, "Schaarste-advies")
    assert made.count(b"/Type /Page\n") == 1
    text = scarcity_page.document(html).toPlainText()
    for code in OPTIONS:
        assert scarcity_page.option_name(code) in text
    assert "of 25 nobody knows (?)" in text
    assert "Gelderland-Midden" not in text or "and 19 more" in text


def test_a_line_that_gets_all_in_every_option_is_only_counted(qapp: QApplication) -> None:
    book, advice = crowded(7)
    text = scarcity_page.document(scarcity_page.page(book, advice)).toPlainText()
    assert re.search(r"1 other line(\(s\))? get(\(s\)|s) all in every option\.", text)
    assert "▼ 2" in text
    assert "– 3" in text
