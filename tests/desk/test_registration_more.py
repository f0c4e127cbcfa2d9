"""Half-filled forms, the same person at two desks, and what others do meanwhile."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kcr2desk.core.repatriation.people import link_id
from kcr2desk.store.cache import Cache
from tests.desk.passports import DE_BRUIJN, FAMILY, WITH_BSN
from tests.desk.registration_room import RegistrarsDesk, desk_in

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SAME = {
    "family_name": "Berg", "prefix": "van den", "given_names": "Pieter Jan",
    "birth_date": "1979-04-12", "document_number": "NX1234567", "document_country": "NLD",
}  # fmt: skip


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[RegistrarsDesk]:
    with desk_in(tmp_path / "cache") as opened:
        yield opened


# -- drafts ----------------------------------------------------------------------------------------


def test_what_was_typed_is_there_after_a_restart(qapp: QApplication, tmp_path: Path) -> None:
    with desk_in(tmp_path / "cache") as desk:
        desk.scan(FAMILY[0])
        desk.scan(FAMILY[2])
        desk.press("Alt+4")
        desk.type("06 44")
    with desk_in(tmp_path / "cache") as desk:
        assert desk.view.desk.sheet is None, "nothing opens by itself"
        rows = [row.title for row in desk.view.together.rows.rows()]
        assert "Pieter Jan van den Berg" in rows
        desk.press("Ctrl+D")
        assert [s.values["phone"] for s in desk.party.sheets] == ["06 44"] * 2
        desk.press("Ctrl+Return")
        assert len(desk.persons()) == 2
        assert desk.cache.drafts("person") == ()


def test_two_forms_may_be_half_filled(desk: RegistrarsDesk) -> None:
    desk.scan(FAMILY[0])
    desk.press("Esc")
    desk.press("F8")
    desk.type("Amira")
    desk.press("Ctrl+D")
    assert desk.value("family_name") == "Berg"
    desk.press("Ctrl+D")
    assert desk.value("spoken_name") == "Amira"
    assert len(desk.cache.drafts("person")) == 2


def test_a_draft_holds_nothing_of_the_lines_of_a_passport(desk: RegistrarsDesk) -> None:
    desk.type(WITH_BSN[0])
    desk.press("Return")
    desk.type(WITH_BSN[1][:40])
    assert desk.cache.drafts("person") == ()
    desk.type(WITH_BSN[1][40:])
    desk.press("Return")
    (draft,) = desk.cache.drafts("person")
    assert "999999990" not in str(draft.typed)
    assert WITH_BSN[1][:20] not in str(draft.typed)


def test_what_was_typed_survives_being_killed(tmp_path: Path) -> None:
    code = f"""
import os, signal
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from tests.desk.registration_room import desk_in
with desk_in(Path({str(tmp_path / "cache")!r})) as desk:
    desk.press("F8")
    desk.type("Amira, doch")
    os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == -9, done.stderr.decode()
    with Cache.open(tmp_path / "cache", b"k" * 32, clock=lambda: 0, reserve_bytes=0) as cache:
        (draft,) = cache.drafts("person")
        assert "Amira, doch" in str(draft.typed)


def test_a_sheet_thrown_away_can_be_brought_back(desk: RegistrarsDesk) -> None:
    desk.scan(FAMILY[0])
    desk.press("Ctrl+Shift+Delete")
    assert desk.view.desk.sheet is None
    desk.view.notices.done.buttons()[0].click()
    desk.settle()
    assert desk.value("family_name") == "Berg"


# -- the same person -------------------------------------------------------------------------------


def test_who_is_registered_elsewhere_is_completed_and_not_made_twice(
    desk: RegistrarsDesk,
) -> None:
    there = desk.register_elsewhere(**SAME)
    desk.scan(FAMILY[0])
    assert desk.view.notices.likely is not None
    assert desk.view.notices.same.isVisible()
    desk.press("Alt+S")
    assert desk.party.sheet.id == there
    assert desk.value("sex") == "M", "the scan completes who is there"
    desk.press("Return")
    assert len(desk.persons()) == 1
    seen = {frozenset(v.persons) for v in desk.viewings()}
    assert seen == {frozenset({there})}


@pytest.mark.parametrize(("key", "verdict"), [("Alt+N", "different"), ("Alt+L", "later")])
def test_not_the_same_and_later_are_remembered(
    desk: RegistrarsDesk, key: str, verdict: str
) -> None:
    there = desk.register_elsewhere(**SAME)
    desk.scan(FAMILY[0])
    desk.press(key)
    assert desk.view.notices.likely is None
    desk.press("Return")
    mine = next(p for p in desk.persons() if p.id != there)
    link = desk.cache.get("personlink", link_id(mine.id, there))
    assert link is not None
    assert (link.verdict, link.by) == (verdict, "smit")  # type: ignore[attr-defined]


def test_the_same_passport_twice_is_one_sheet(desk: RegistrarsDesk) -> None:
    desk.scan(FAMILY[0])
    desk.scan(FAMILY[1])
    desk.scan(FAMILY[0])
    assert len(desk.party.sheets) == 2
    assert desk.party.at == 0
    assert "already" in desk.told()


# -- what others do --------------------------------------------------------------------------------


def test_a_field_that_another_desk_changed_follows_or_waits_for_a_choice(
    desk: RegistrarsDesk,
) -> None:
    desk.scan(DE_BRUIJN)
    desk.press("Return", "F10")
    (person,) = desk.persons()
    desk.press("Alt+4")
    desk.type("06 1")
    desk.elsewhere(person, phone="06 2", city="Breda")
    desk.settle()
    assert desk.value("city") == "Breda", "left alone here: it follows"
    assert desk.value("phone") == "06 1"
    remark = desk.view.form.rows["contact"].remarks()["others:phone"]
    assert "06 2" in remark.text()
    remark.buttons()[0].click()
    desk.settle()
    assert desk.value("phone") == "06 2"


def test_a_medical_need_has_a_note_that_says_who_reads_it(desk: RegistrarsDesk) -> None:
    desk.scan(FAMILY[0])
    desk.press("Alt+2", "3")
    note = desk.view.form.needs.note("medication")
    assert note is not None
    assert "medical staff" in note.remark.text()
    assert desk.focus() is note.line
    desk.type("insuline")
    desk.press("Ctrl+Return")
    (person,) = desk.persons()
    (need,) = desk.hall.book.needs(person.id)
    assert (need.medical_note, need.note) == ("insuline", "")


def test_a_need_can_be_taken_back_at_another_moment(desk: RegistrarsDesk) -> None:
    desk.scan(FAMILY[0])
    desk.press("Alt+2", "8", "9", "Ctrl+Return", "F10", "Alt+2", "8", "Ctrl+Return")
    (person,) = desk.persons()
    assert [n.need for n in desk.hall.book.needs(person.id)] == ["baby"]


def test_a_date_that_cannot_be_read_keeps_the_form_open(desk: RegistrarsDesk) -> None:
    desk.press("F8")
    desk.type("Amira")
    desk.view.form.fields.focus("birth_date")
    desk.type("vorig jaar")
    desk.press("Ctrl+Return")
    assert desk.persons() == []
    assert desk.field_in_hand() == "birth_date"
    desk.press("Ctrl+A")
    desk.type("maart 1965")
    desk.press("Ctrl+Return")
    assert desk.persons()[0].birth_date == "1965-03"


def test_what_a_list_offers_is_taken_by_tab_or_left_out(desk: RegistrarsDesk) -> None:
    desk.scan(DE_BRUIJN)
    desk.press("Alt+4")
    phone = desk.view.form.fields.lines["phone"]
    assert phone.offered()
    assert "06 87654321" in phone.placeholderText()
    desk.press("Tab")
    assert desk.value("phone") == "06 87654321"
    desk.press("Delete")
    desk.press("Ctrl+Return")
    (person,) = desk.persons()
    assert (person.phone, person.mail) == ("06 87654321", "")


def test_who_is_no_registrar_writes_nothing(desk: RegistrarsDesk) -> None:
    member = desk.hall.book.members[0]
    desk.cache.edit("member", member.id, {"role": "medical"})
    desk.settle()
    desk.press("F9")
    desk.scan(DE_BRUIJN)
    desk.press("Return")
    assert desk.persons() == []
