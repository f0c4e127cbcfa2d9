"""A registrar works by the keyboard: passports, a list, no document, a family; keys are counted."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.desk.passports import CARD, DE_BRUIJN, FAMILY, WITH_BSN, WRONG, misread
from tests.desk.registration_room import RegistrarsDesk, desk_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[RegistrarsDesk]:
    with desk_in(tmp_path / "cache") as opened:
        yield opened


def test_a_passport_is_registered_by_one_key(desk: RegistrarsDesk) -> None:
    desk.scan(DE_BRUIJN)
    assert desk.value("family_name") == "Bruijn"
    assert desk.value("prefix") == "de"
    assert desk.party.sheet.line == desk.line(2).id, "the line with that document is proposed"
    desk.press("Return")
    (person,) = desk.persons()
    assert (person.outcome, person.desk, person.document_number) == (
        "registered", "4", "SPECI2021",
    )  # fmt: skip
    assert person.mail == "willeke@example.org", "what the list knows is not asked again"
    assert desk.line(2).person == person.id
    assert desk.view.ready.numbers.numbers() == [person.number]
    assert desk.focus() is desk.view.scan
    assert desk.pressed == 1


def test_address_needs_and_journey_take_few_keys_beside_the_data(desk: RegistrarsDesk) -> None:
    desk.scan(FAMILY[0])
    desk.press("Alt+2", "8", "Alt+3", "Tab", "Tab")
    desk.type("Dorpsstraat 12")
    desk.press("Tab")
    desk.type("6711 AB")
    desk.press("Tab")
    desk.type("Ede")
    desk.press("Alt+4")
    desk.type("06 11112222")
    desk.press("Ctrl+Return")
    (person,) = desk.persons()
    assert (person.street, person.city, person.phone) == (
        "Dorpsstraat 12", "Ede", "06 11112222",
    )  # fmt: skip
    assert [n.need for n in desk.hall.book.needs(person.id)] == ["interpreter"]
    assert desk.pressed <= 25


def test_four_passports_in_a_row_become_one_family(desk: RegistrarsDesk) -> None:
    for passport in FAMILY:
        desk.scan(passport)
    assert [s.values["relation"] for s in desk.party.sheets] == [
        "head", "partner", "child", "child",
    ]  # fmt: skip
    desk.press("Alt+3", "Tab", "Tab")
    desk.type("Dorpsstraat 12")
    desk.press("Ctrl+Return")
    persons = desk.persons()
    assert len(persons) == 4
    assert {p.street for p in persons} == {"Dorpsstraat 12"}
    assert len({p.group for p in persons}) == 1
    group = desk.hall.book.group(persons[0].group)
    assert group is not None
    assert group.head == persons[0].id
    assert not any(p.minor_alone for p in persons)
    assert desk.view.ready.numbers.numbers() == [p.number for p in persons]
    (pending,) = [p for p in desk.cache.pending() if p.changes[0].type == "travelgroup"]
    assert len(pending.changes) == 9, "one changeset for all of them"
    assert desk.pressed <= 6


def test_what_differs_for_one_of_a_family_is_said_for_that_one(desk: RegistrarsDesk) -> None:
    for passport in FAMILY[:3]:
        desk.scan(passport)
    desk.press("Alt+4")
    desk.type("06 1")
    assert [s.values["phone"] for s in desk.party.sheets] == ["06 1"] * 3
    desk.press("Alt+O", "Alt+4", "Ctrl+A")
    desk.type("06 2")
    assert [s.values["phone"] for s in desk.party.sheets] == ["06 1", "06 1", "06 2"]


def test_who_does_not_belong_gets_a_group_of_their_own_by_one_key(desk: RegistrarsDesk) -> None:
    desk.scan(FAMILY[0])
    desk.scan(FAMILY[1])
    desk.scan(DE_BRUIJN)
    desk.press("Ctrl+G", "Ctrl+Return")
    grouped = {p.family_name: bool(p.group) for p in desk.persons()}
    assert grouped == {"Berg": True, "El Amrani": True, "Bruijn": False}


def test_no_document_is_as_fast(desk: RegistrarsDesk) -> None:
    desk.press("F8")
    assert desk.field_in_hand() == "spoken_name"
    desk.type("Amira, dochter van Yusuf")
    desk.press("Ctrl+Return")
    (person,) = desk.persons()
    assert (person.spoken_name, person.no_document) == ("Amira, dochter van Yusuf", True)
    assert desk.pressed == 2


def test_a_name_that_nobody_has_starts_somebody_new(desk: RegistrarsDesk) -> None:
    desk.type("Zoltan")
    desk.press("Return", "Return")
    (person,) = desk.persons()
    assert person.spoken_name == "Zoltan"


def test_enter_ticks_who_is_chosen_from_the_list(desk: RegistrarsDesk) -> None:
    desk.type("jann")
    assert [row.title for row in desk.view.who.rows.rows()][:1] == ["Janneke Bakker"]
    desk.press("Down", "Return")
    (person,) = desk.persons()
    assert (person.given_names, person.seat, person.outcome) == ("Janneke", "12B", "registered")
    assert desk.line(1).person == person.id
    assert desk.pressed == 2
    desk.press("Ctrl+F10")
    assert desk.persons() == []
    assert desk.line(1).person == ""


def test_keys_that_are_faster_than_the_answer_are_not_lost(desk: RegistrarsDesk) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyClicks(desk.view.scan, "jann")
    QTest.keyClick(desk.view.scan, Qt.Key.Key_Down)
    QTest.keyClick(desk.view.scan, Qt.Key.Key_Return)
    desk.settle()
    (person,) = desk.persons()
    assert person.given_names == "Janneke"


def test_a_seat_ticks_who_sits_there(desk: RegistrarsDesk) -> None:
    desk.type("14D")
    desk.press("Return")
    (person,) = desk.persons()
    assert (person.family_name, person.birth_date) == ("Haddad", "1990")
    desk.type("99Z")
    desk.press("Return")
    assert len(desk.persons()) == 1
    assert "Nobody" in desk.told()


def test_refusing_and_leaving_are_one_key_and_keep_no_more_than_that(desk: RegistrarsDesk) -> None:
    desk.press("F9")
    desk.scan(DE_BRUIJN)
    desk.press("F9")
    desk.type("jann")
    desk.press("Down", "F12")
    first, second, third = desk.persons()
    assert [p.outcome for p in (first, second, third)] == ["refused", "refused", "left"]
    assert (second.document_number, second.birth_date, second.family_name) == ("", "", "")
    assert desk.line(2).person == second.id, "counted in the reconciliation"
    assert third.family_name == "Bakker"


def test_a_wrong_check_digit_is_shown_and_the_correction_taken_by_one_key(
    desk: RegistrarsDesk,
) -> None:
    desk.scan(WRONG)
    assert "birth_date" in desk.value("checks")
    assert desk.value("birth_date") != "1965-03-10", "never silently taken"
    assert "Check digit" in desk.view.form.rows["first"].remarks()["check:birth_date"].text()
    desk.press("Alt+C")
    assert desk.value("birth_date") == "1965-03-10"
    assert "birth_date" not in desk.value("checks")


def test_a_check_that_nobody_settled_is_kept(desk: RegistrarsDesk) -> None:
    desk.scan(misread(DE_BRUIJN, 9, "7"))
    desk.press("Return")
    (person,) = desk.persons()
    assert "document_number" in person.checks


def test_a_card_of_three_lines_and_a_reader_without_enter(desk: RegistrarsDesk) -> None:
    desk.scan(CARD)
    assert desk.value("document_type") == "identity"
    desk.press("Esc")
    desk.scan(("".join(DE_BRUIJN),), sign="")
    end = time.monotonic() + 2
    while desk.view.desk.sheet is None and time.monotonic() < end:
        desk.settle()
    assert desk.value("document_number") == "SPECI2021"


def test_a_bsn_is_offered_only_where_the_operation_may_have_it(
    qapp: QApplication, tmp_path: Path
) -> None:
    with desk_in(tmp_path / "without") as desk:
        desk.scan(WITH_BSN)
        assert desk.party.sheet.found == {}
        assert not desk.view.form.fields.lines["bsn"].isVisibleTo(desk.view.form.rows["document"])
    with desk_in(tmp_path / "with", bsn_ground="Wet BRP") as desk:
        desk.scan(WITH_BSN)
        assert desk.party.sheet.found == {"bsn": "999999990"}
        desk.press("Return")
        assert desk.persons()[0].bsn == "", "never without the officer"


def test_a_minor_alone_is_marked_and_asked_for_a_guardian(desk: RegistrarsDesk) -> None:
    desk.scan(FAMILY[3])
    assert desk.value("minor_alone") is True
    assert desk.view.notices.minor.isVisible()
    desk.press("Return")
    (child,) = desk.persons()
    assert child.minor_alone
    desk.press("F10")
    desk.press("Alt+1", "Tab", "Tab")
    desk.type("Tante Mien")
    assert desk.value("minor_alone") is True, "never unset by itself"
    desk.press("Alt+A", "Ctrl+Return")
    (child,) = desk.persons()
    assert (child.guardian_name, child.minor_alone) == ("Tante Mien", False)


def test_a_child_that_came_first_is_no_minor_alone_with_a_parent_after_it(
    desk: RegistrarsDesk,
) -> None:
    desk.scan(FAMILY[3])
    desk.press("Alt+4")
    desk.type("06 3")
    desk.press("Alt+0")
    desk.scan(FAMILY[0])
    assert [s.values["relation"] for s in desk.party.sheets] == ["child", "head"]
    assert [s.values["minor_alone"] for s in desk.party.sheets] == [False, False]
    assert [s.values["phone"] for s in desk.party.sheets] == ["06 3", "06 3"]


def test_who_comes_after_may_go_with_who_was_saved(desk: RegistrarsDesk) -> None:
    desk.scan(FAMILY[0])
    desk.press("Return", "Ctrl+G")
    desk.scan(FAMILY[2])
    desk.press("Return")
    father, child = desk.persons()
    assert father.group == child.group != ""
    assert (father.relation, child.relation) == ("head", "child")


def test_a_number_opens_somebody_and_the_viewing_is_noted(desk: RegistrarsDesk) -> None:
    desk.scan(DE_BRUIJN)
    desk.press("Return")
    (person,) = desk.persons()
    desk.type(person.number)
    desk.press("Return")
    assert desk.party.sheet.id == person.id
    assert [v.persons for v in desk.viewings()] == [frozenset({person.id})]
    desk.press("Alt+4")
    desk.type("9")
    desk.press("Ctrl+Return")
    (changed,) = desk.persons()
    assert (person.phone, changed.phone) == ("06 87654321", "9")


def test_who_travels_along_is_ticked_into_one_group(desk: RegistrarsDesk) -> None:
    desk.type("jann")
    desk.press("Down", "Return")
    assert [row.title for row in desk.view.who.rows.rows()] == ["Jan Bakker"]
    desk.press("Down", "Return")
    one, other = desk.persons()
    assert one.group == other.group != ""
    assert {desk.line(0).person, desk.line(1).person} == {one.id, other.id}
    assert desk.pressed == 4


def test_a_minor_alone_goes_to_nidos_by_one_key(desk: RegistrarsDesk) -> None:
    wanted: list[str] = []
    desk.view.handOverWanted.connect(wanted.append)
    desk.scan(FAMILY[3])
    desk.press("Ctrl+H")
    assert wanted == [desk.persons()[0].id]
