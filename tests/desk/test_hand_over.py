"""Handing people over at a desk by keyboard: offered, done, undone, with a receipt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kcr2desk.core.repatriation.handing_done import done, is_handed_over
from kcr2desk.desk.repatriation.hand_over_card import HandOverCard
from kcr2desk.desk.repatriation.hand_over_paper import receipt
from tests.desk.hand_over_room import HallRoom, open_hall

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[HallRoom]:
    with open_hall(tmp_path / "desk", qapp) as made:
        yield made


def card_of(room: HallRoom, *persons: str) -> HandOverCard:
    room.settle()
    card = room.show(HandOverCard(room.hall, list(persons)))
    card.focus_first()
    return card


def test_one_is_handed_over_to_the_proposed_municipality_by_keys(room: HallRoom) -> None:
    anna = room.person(city="Leiden", phone="+31 6 12345678", note="bang voor honden")
    card = card_of(room, anna)
    offered = card.to.proposal.texts()
    assert "Leiden · lives there" in offered[0]
    assert offered[1:] == ["Another"]
    assert "nothing else" in card.gives.text()
    room.press(card, "Ctrl+Return")
    assert card.told.text() == "Note the name of who takes them."
    for letter in "wit":
        room.press(card, letter)
    room.press(card, "Ctrl+Return")
    (made,) = done(room.book, room.book.persons()[0])
    assert (made.receiver, made.municipality, made.to) == ("municipality", "GM0546", "Leiden")
    assert made.taken_by == "wit"
    assert made.receipt
    assert "phone" in made.given
    assert "note" not in made.given
    assert "handed over to" in card.people.note(anna)
    (seen,) = room.viewings()
    assert (seen.what, seen.detail) == ("hand_over", "municipality Leiden")
    room.press(card, "Ctrl+Shift+U")
    assert not is_handed_over(room.book, room.book.persons()[0])
    assert [h.status for h in room.book.hand_overs(anna)] == ["cancelled"]


def test_the_family_is_taken_along_and_one_can_stay(room: HallRoom) -> None:
    head, partner, child = room.family({"city": "Leiden"}, {}, {})
    card = card_of(room, head)
    assert "2 of the family stay here" in card.along.text()
    room.press(card, "Ctrl+Shift+F")
    assert card.people.ticked() == [head, partner, child]
    assert not card.along.isVisible()
    card.people.box(child).setFocus()
    room.press(card, "Space")
    card.taker.setText("B. de Wit")
    room.press(card, "Ctrl+Return")
    gone = {p.id for p in room.book.persons() if is_handed_over(room.book, p)}
    assert gone == {head, partner}
    assert {h.receipt for p in room.book.persons() for h in done(room.book, p)} == {
        done(room.book, room.book.persons()[0])[0].receipt
    }


def test_a_name_of_several_towns_offers_each(room: HallRoom) -> None:
    card = card_of(room, room.person(city="Bergen"))
    first, second, another = card.to.proposal.texts()
    assert ("Bergen (NH.)" in first, "Bergen (L.)" in second) == (True, True)
    room.press(card, "2")
    assert card.taking().municipality == "GM0893"
    room.press(card, "0")
    assert card.to.receiver.isVisible()
    assert another == "Another"


def test_an_unknown_town_asks_for_the_municipality(room: HallRoom) -> None:
    card = card_of(room, room.person(city="Nergenshuizen", postcode="1234 AB"))
    card.taker.setText("B. de Wit")
    room.press(card, "Ctrl+Return")
    assert card.told.text() == "Choose the municipality."
    card.to.town.set_choice("GM0106")
    room.press(card, "Ctrl+Return")
    assert done(room.book, room.book.persons()[0])[0].to == "Assen"


def test_a_minor_alone_goes_to_family_only_after_the_guardian_is_checked(room: HallRoom) -> None:
    child = room.person(minor_alone=True, guardian_name="tante Rima")
    card = card_of(room, child)
    assert card.to.code() == "nidos"
    room.press(card, "0")
    card.to.receiver.set_choice("family")
    card.to.receiver.chosen.emit("family")
    assert "check the guardian" in card.people.note(child)
    assert not card.done_action.isEnabled()
    assert "tante Rima" in card.checked.text()
    card.checked.setFocus()
    room.press(card, "Space")
    assert card.done_action.isEnabled()
    card.taker.setText("tante Rima")
    room.press(card, "Ctrl+Return")
    (made,) = done(room.book, room.book.persons()[0])
    assert made.given <= {"number", "spoken_name"}


def test_who_is_noted_for_later_is_handed_over_by_the_same_record(room: HallRoom) -> None:
    lotte = room.person(nationalities=frozenset({"BEL"}), country="BEL")
    card = card_of(room, lotte)
    assert card.to.name() in ("Belgium", "België")
    room.press(card, "Ctrl+L")
    (noted,) = room.book.hand_overs(lotte)
    assert (noted.status, noted.given) == ("proposed", frozenset())
    card.taker.setText("Consul")
    room.press(card, "Ctrl+Return")
    (made,) = room.book.hand_overs(lotte)
    assert (made.id, made.status) == (noted.id, "done")


def test_relatives_are_told_nothing_against_the_wish(room: HallRoom) -> None:
    card = card_of(room, room.person(may_inform="no"))
    room.press(card, "0")
    card.to.receiver.set_choice("sis")
    card.to.receiver.chosen.emit("sis")
    assert "did not say that relatives may be told" in card.gives.text()


def test_the_receipt_says_what_was_given_and_until_when(room: HallRoom, tmp_path: Path) -> None:
    anna = room.person(
        family_name="Bruijn", prefix="de", given_names="Willeke", city="Leiden", note="GEHEIM",
        document_number="SPECI2014", birth_date="1965-03-10",
    )  # fmt: skip
    room.add("personneed", "", about=anna, need="medication", medical_note="INSULINE")
    card = card_of(room, anna)
    card.taker.setText("B. de Wit")
    room.press(card, "Ctrl+Return")
    sheet = receipt(room.book, card.gone(), room.clock.now(), role="lead", made_by="J. Jansen")
    for said in ("Willeke de Bruijn", "Leiden", "B. de Wit", "Libanon 2026"):
        assert said in sheet.body
    for never in ("GEHEIM", "INSULINE", "SPECI2014", "medication", "Medicijnen"):
        assert never not in sheet.body
    assert "Libanon 2026" in sheet.made
    assert re.search(r"destroy this .*30", sheet.made)
    file = tmp_path / "bewijs.pdf"
    card.save_pdf(file)
    room.settle()
    assert file.read_bytes().startswith(b"%PDF")
    assert [v.what for v in room.viewings()] == ["hand_over", "print"]
    assert "Bruijn" not in card.file_name()


def test_what_was_typed_is_kept_when_the_card_is_closed(room: HallRoom) -> None:
    anna = room.person(city="Leiden")
    card = card_of(room, anna)
    card.taker.setFocus()
    room.press(card, "W", "i", "t")
    again = card_of(room, anna)
    assert again.taker.text().casefold() == "wit"
    assert "was kept" in again.told.text()
