"""Tab goes through the registration form and the cards of the hall as they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kcr2desk.desk.parts.card import Card
from kcr2desk.desk.repatriation.arrival_card import ArrivalCard
from kcr2desk.desk.repatriation.band_card import BandCard
from kcr2desk.desk.repatriation.export_card import ExportCard
from kcr2desk.desk.repatriation.hand_over_card import HandOverCard
from kcr2desk.desk.repatriation.import_card import ImportCard
from kcr2desk.desk.repatriation.operation_card import OperationCard
from kcr2desk.desk.repatriation.person_card import PersonCard
from tests.desk.hand_over_room import HallRoom, open_hall
from tests.desk.lists import manifest
from tests.desk.passports import FAMILY, passport
from tests.desk.registration_room import RegistrarsDesk, desk_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[RegistrarsDesk]:
    with desk_in(tmp_path / "cache") as opened:
        yield opened


def test_tab_leads_from_the_chips_to_what_is_noted_of_a_need_and_on(desk: RegistrarsDesk) -> None:
    desk.press("F8")
    desk.type("Amira")
    desk.press("Alt+2", "7", "8")
    needs = desk.view.form.needs
    first, second = needs.note("psychosocial"), needs.note("interpreter")
    assert first is not None
    assert second is not None
    for _ in range(30):
        if desk.focus() is first.line:
            break
        desk.press("Tab")
    assert desk.focus() is first.line
    desk.press("Tab")
    assert desk.focus() is second.line
    desk.press("Tab")
    onward = desk.view.form.sections["onward"]
    assert onward.isAncestorOf(desk.focus())


@pytest.mark.parametrize("papers", [True, False])
def test_tab_goes_through_the_fields_as_they_stand(desk: RegistrarsDesk, papers: bool) -> None:
    if papers:
        desk.scan(FAMILY[0])
    else:
        desk.press("F8")
        desk.type("Amira")
    desk.press("Alt+0", "Tab")
    places: list[int] = []
    seen = []
    while desk.view.form.isAncestorOf(here := desk.focus()):
        assert here not in seen
        seen.append(here)
        places.append(here.mapTo(desk.view.form, QPoint(0, here.height() // 2)).y() // 12)
        desk.press("Tab")
    assert places == sorted(places)
    assert any(desk.view.form.fields.all["sex"].isAncestorOf(each) for each in seen)
    assert len(seen) >= 14


CARDS: dict[str, Callable[[HallRoom, list[str]], Card]] = {
    "arrival": lambda room, _: ArrivalCard(room.hall),
    "bands": lambda room, family: BandCard(room.hall, family[:1]),
    "export": lambda room, family: ExportCard(room.hall, family),
    "hand over": lambda room, family: HandOverCard(room.hall, family[:1]),
    "import": lambda room, _: ImportCard(room.hall, text=manifest()),
    "operation": lambda room, _: OperationCard(room.hall),
    "person": lambda room, family: PersonCard(room.hall, family[0]),
}


@pytest.mark.parametrize("name", CARDS)
def test_tab_comes_to_everything_on_a_card_and_round_again(
    qapp: QApplication, tmp_path: Path, name: str
) -> None:
    with open_hall(tmp_path / "desk", qapp) as room:
        family = room.family({"city": "Leiden"}, {}, {})
        room.settle()
        card = room.show(CARDS[name](room, family))
        card.focus_first()
        room.settle()
        first = here = card.focusWidget() or card
        seen: list[QWidget] = []
        while here not in seen:
            seen.append(here)
            QTest.keyClick(here, Qt.Key.Key_Tab)
            here = card.focusWidget() or card
        assert here in (first, seen[1])  # the card itself may have the keys at first
        missed = [
            each
            for each in card.findChildren(QWidget)
            if each.isVisibleTo(card)
            and each.isEnabled()
            and each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each.window() is card
            and each not in seen
        ]
        assert not missed


def test_a_large_family_leaves_room_for_what_comes_next_and_gets_all_its_wristbands(
    desk: RegistrarsDesk,
) -> None:
    wanted: list[list[str]] = []
    desk.view.printWanted.connect(wanted.append)
    for n in range(12):
        born = f"{79 if n < 2 else 10:02d}01{n + 1:02d}"
        desk.scan(passport(f"NX55000{n:02d}", "VAN DEN BERG", f"KIND {chr(65 + n)}", born, "M"))
    rows = desk.view.together.rows
    box = rows._box_of(desk.party.sheet.id)
    assert rows.visibleRegion().contains(box.center()), "who is in hand is in sight"
    desk.press("Ctrl+Return")
    ready = desk.view.ready
    assert len(ready.numbers.numbers()) == 12
    assert ready.numbers.geometry().bottom() < ready.acts.geometry().top()
    assert ready.keys.geometry().bottom() < ready.height()
    desk.press("Ctrl+P")
    assert wanted == [[p.id for p in desk.persons()]]
