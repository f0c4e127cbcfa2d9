"""One evening in an arrival hall, by the keys, with a real hub in between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from kcr2desk.core.repatriation.headcount import headcount
from kcr2desk.core.repatriation.people import PersonLink, link_id
from kcr2desk.core.repatriation.reconcile_kinds import Reckoning, Weight
from kcr2desk.desk.app import utc_now
from kcr2desk.desk.kit.option_list import OptionList
from kcr2desk.desk.repatriation.arrival_card import ArrivalCard
from kcr2desk.desk.repatriation.band_card import BandCard
from kcr2desk.desk.repatriation.export_card import ExportCard
from kcr2desk.desk.repatriation.hand_over_card import HandOverCard
from kcr2desk.desk.repatriation.import_card import ImportCard
from kcr2desk.desk.repatriation.lead import LeadView
from kcr2desk.desk.repatriation.people import PeopleView
from kcr2desk.desk.repatriation.person_card import PersonCard
from kcr2desk.desk.repatriation.reconcile import ReconcileView
from kcr2desk.desk.repatriation.registration import RegistrationView
from kcr2desk.desk.repatriation.stations import StationView
from kcr2desk.hub.counting import Counter
from tests.desk.bijstand_room import cut, whole
from tests.desk.hall_evening_room import (
    DECLARED,
    LISTED,
    HallEvening,
    Prepared,
    Worker,
    manifest,
    open_hall_hub,
    words_in,
)
from tests.desk.passports import FAMILY, passport

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""The offscreen screen raises no window; the lists of choices ask for it."""

CONTROL = Qt.KeyboardModifier.ControlModifier
ZEILSTRA = passport("NX7777771", "ZEILSTRA", "JANNEKE", "840912", "F")
KUIPERS = passport("NY7710223", "KUIPERS", "WILLEM", "491130", "M")


@pytest.fixture
def room(tmp_path: Path, dsn: str, qapp: QApplication) -> Iterator[HallEvening]:
    with open_hall_hub(tmp_path, dsn) as running:
        made = HallEvening(tmp_path, running, qapp)
        yield made
        made.end()


def test_one_evening(room: HallEvening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = room.line()
    hal = room.sit("hal", line.url)
    # the lead opens the operation without a line, lets the others in, notes the flight
    line.fault = cut
    operation = hal.open_operation("Libanon 2026")
    for account, role in (("anna", "Registrar"), ("piet", "Registrar"), ("dokter", "Medical")):
        hal.let_in(account, role)
    hal.press("Ctrl+Shift+N")
    hal.card(ArrivalCard)
    hal.type("KDC 801")
    hal.press("Tab")
    hal.type("Beiroet")
    hal.press("Ctrl+Return")
    hal.until(lambda: hal.page.bar.arrival)
    assert hal.over() is None
    # the list of the airline: its total is wrong, and that is said
    file = manifest(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    hal.press("Ctrl+I", "Ctrl+O")
    card = hal.card(ImportCard)
    hal.until(card.take_action.isEnabled)
    assert str(DECLARED) in card.total.text()
    assert str(LISTED) in card.total.text()
    hal.press("Ctrl+Return")
    hal.until(lambda: len(hal.people.lines()) == LISTED)
    hal.settle()
    hal.press("Esc")
    hal.until(lambda: hal.over() is None)
    line.fault = whole
    hal.confirmed()
    assert not hal.session.cache.attention().refusals
    assert operation == hal.hall_panel.operation
    hal.press("Ctrl+Alt+E", "Ctrl+Shift+H")
    hal.until(lambda: hal.people.arrivals[0].status == "arrived")
    # desk 1: a family by its passports, one of the list, one without document, two who want nothing
    anna = room.sit("anna")
    anna.until_let_in()
    anna.until(lambda: len(anna.people.lines()) == LISTED and anna.page.bar.arrival)
    for each in FAMILY:
        anna.scan(each)
    anna.press("Ctrl+Return")
    anna.until_here(4)
    head = anna.person(family_name="Berg", given_names="Pieter Jan")
    assert len(anna.people.members_of(head.group)) == 4
    assert all(anna.people.lines_of(p.id) for p in anna.people.persons()), "each has its line"
    tick(anna, "fem", "Femke Dijkstra")
    anna.press("F8")
    anna.type("Amira")
    anna.press("Alt+2", "1")
    anna.type("suikerziekte")
    anna.press("Ctrl+Return")
    tick(anna, "tann", "Elias Tannous", "F9")
    tick(anna, "prin", "Elisabeth Prins", "F12")
    anna.until_here(8)
    assert {p.outcome for p in anna.people.persons()} == {"registered", "refused", "left"}
    # desk 2 has no line; meanwhile somebody goes to both
    other = room.line()
    piet = room.sit("piet", other.url)
    piet.until_let_in()
    piet.until_here(8)
    other.fault = cut
    piet.scan(ZEILSTRA)
    piet.press("Return")
    piet.scan(KUIPERS)
    piet.press("Return")
    piet.press("F8")
    piet.type("Yusuf uit Sidon")
    piet.press("Ctrl+Return")
    piet.until_here(11)
    tick(anna, "zeil", "Janneke Zeilstra")
    anna.until_here(9)
    # a station scans somebody whom only desk 2 knows, and somebody known
    kuipers = piet.person(family_name="Kuipers")
    anna.sit_down()
    anna.press("F3")
    be_station(anna, "Care")
    station = anna.view("stations", StationView)
    anna.type(kuipers.number)
    anna.press("Return")
    assert "nobody has it at this desk yet" in words_in(station)
    anna.type(head.number.rsplit("-", 2)[-2] + head.number[-1])
    anna.press("Return")
    assert anna.people.passages(head.id)[-1].station == "care"
    assert anna.people.passages_of_nobody()
    # the line is back: what was noted belongs together, and the lead is asked who is one
    other.fault = whole
    piet.confirmed()
    anna.confirmed()
    for each in (hal, anna, piet):
        each.until_here(12)
        each.until(lambda each=each: not each.people.passages_of_nobody())
    assert [p.station for p in anna.people.passages(kuipers.id)] == ["registered", "care"]
    two = [p for p in hal.people.persons() if p.family_name == "Zeilstra"]
    link = link_id(*(p.id for p in two))
    hal.sit_down()
    hal.press("F6")
    lead = hal.view("lead", LeadView)
    hal.until(lambda: verdict(hal, link) == "proposed")
    hal.until(lambda: any(c.record == link for c in lead.chosen()))
    hal.until(lambda: hal.page.watch.badge >= 1)
    for key, said in (("S", "same"), ("Ctrl+Z", "proposed"), ("N", "different"),
                      ("Ctrl+Z", "proposed"), ("S", "same")):  # fmt: skip
        if key != "Ctrl+Z":
            hal.until(lambda: any(c.record == link for c in lead.chosen()))
        hal.press(key)
        hal.until(lambda said=said: verdict(hal, link) == said)
    hal.confirmed()
    anna.until(lambda: len(anna.people.same_as(two[0].id)) == 2)
    assert len(headcount(hal.people, utc_now()).everybody) == 11
    # who is not here is missed as soon as the arrival is closed; every difference is settled
    hal.press("Ctrl+Alt+E")
    arrival = hal.card(ArrivalCard)
    hal.tab_to(arrival.status)
    hal.press("Right", "Space")
    assert arrival.status.value() == "closed"
    hal.press("Ctrl+Return")
    hal.until(lambda: hal.people.arrivals[0].status == "closed")
    hal.press("F5")
    reconcile = hal.view("reconcile", ReconcileView)
    hal.until(lambda: reckoned(hal).open and reconcile.groups.current() == "listed_missing")
    assert {f.kind: len(f.humans) for f in reckoned(hal).findings if f.weight <= Weight.OPEN} == {
        "listed_missing": 21, "unlisted": 2,
    }  # fmt: skip
    hal.press("Ctrl+A", "1")
    hal.until(lambda: not reckoned(hal).finding("listed_missing"))
    hal.press("Ctrl+Z")
    hal.until(lambda: len(reckoned(hal).finding("listed_missing")) == 21)
    hal.until(lambda: len(reconcile.model.rows) == 21)
    hal.press("Ctrl+A", "1")
    hal.until(lambda: not reckoned(hal).finding("listed_missing"))
    hal.press("Alt+Down")
    hal.until(lambda: reconcile.groups.current() == "unlisted")
    hal.press("Ctrl+A", "B")
    hal.until(lambda: reckoned(hal).done)
    hal.until(lambda: hal.page.bar.line.numbers() == "11 / 11")
    hal.confirmed()
    for each in (hal, anna, piet):
        assert not each.session.cache.attention()


def test_papers_hand_overs_and_who_sees_what(
    room: HallEvening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall = Prepared(room, anna="registrar", dokter="medical")
    family = hall.family(
        {"given_names": "Pieter", "family_name": "Berg", "city": "Leiden", "birth_date": "1979"},
        {"given_names": "Samira", "family_name": "El Amrani", "birth_date": "1982"},
        {"given_names": "Noor", "family_name": "Berg", "birth_date": "2012-01-01"},
    )
    karim = hall.person(given_names="Karim", nationalities={"LBN"}, ground="other_state")
    nour = hall.person(
        given_names="Nour", nationalities={"LBN"}, birth_date="2014-05-05", minor_alone=True
    )
    need = hall.desk.save(
        "personneed", stream=hall.stream, about=karim, need="medical", medical_note="insuline",
        note="belt de arts",
    )  # fmt: skip
    hall.sent()
    anna = room.sit("anna")
    anna.until_let_in()
    anna.until_here(5)
    # wristbands of a family, as a PDF
    out = tmp_path / "uit.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    anna.open_person(family[0])
    anna.press("P")
    bands = anna.card(BandCard)
    anna.tab_to(bands.whom)
    anna.press("F")
    assert bands.whom.value() == "family"
    anna.press("Ctrl+S")
    anna.until(out.exists)
    anna.until(lambda: not bands.busy)
    assert out.read_bytes().startswith(b"%PDF")
    anna.press("Esc", "Esc")
    # handed over: a family to its municipality, one to an embassy, a child to Nidos
    for person, receiver in ((family[0], "municipality"), (karim, "embassy"), (nour, "nidos")):
        anna.open_person(person)
        anna.press("O")
        card = anna.card(HandOverCard)
        if receiver == "municipality":
            anna.press("Ctrl+Shift+F")
            assert len(card.going()) == 3
        assert card.to.code() == receiver
        anna.tab_to(card.taker)
        anna.type("J. de Wit")
        anna.press("Ctrl+Return")
        anna.until(lambda p=person: [h.status for h in anna.people.hand_overs(p)] == ["done"])
        anna.press("Esc", "Esc", "Esc")
    assert all(anna.people.hand_overs(person) for person in family)
    assert anna.people.hand_overs(family[2])[0].to == "Leiden"
    # the note of a doctor is for doctors
    anna.open_person(karim)
    assert "insuline" not in anna.said()
    assert "belt de arts" in anna.said()
    anna.press("Esc", "Esc")
    anna.confirmed()
    dokter = room.sit("dokter")
    dokter.until_let_in()
    dokter.until(lambda: dokter.people.needs(karim))
    dokter.press("F4")
    people = dokter.view("people", PeopleView)
    dokter.until(lambda: len(people.model.rows) == 5)
    dokter.press("/")
    dokter.type("Karim")
    dokter.press("Return")
    dokter.until(lambda: len(people.model.rows) == 1)
    dokter.tab_to(people.table)
    dokter.press("Return")
    dokter.card(PersonCard)
    dokter.until(lambda: "insuline" in dokter.said())
    assert dokter.session.cache.get("personneed", need).medical_note == "insuline"
    dokter.leave()
    # a list goes out, with a reason
    hal = room.sit("hal")
    hal.until_let_in()
    hal.until_here(5)
    hal.press("Ctrl+Shift+X")
    export = hal.card(ExportCard)
    hal.tab_to(export.format)
    hal.press("X")
    hal.press("Ctrl+Return")
    assert "auditor" in export.told.text(), "not without a reason"
    hal.type("de gemeente vraagt wie er komt")
    out.unlink()
    hal.press("Ctrl+Return")
    hal.until(out.exists)
    hal.until(lambda: not export.busy)
    book = load_workbook(out)
    written = {str(cell) for sheet in book for row in sheet.values for cell in row if cell}
    assert {"Berg", "El Amrani"} <= written
    assert not any("insuline" in cell or "Karim" in cell for cell in written)
    hal.press("Esc")
    hal.confirmed()
    hal.leave()
    anna.leave()
    # the auditor sees who saw whom; a liaison numbers only; who is not let in nothing
    controle = room.sit("controle")
    audit = controle.hall_panel.audit
    assert audit is not None
    controle.until(lambda: {"anna", "dokter", "hal"} <= {r.viewing.by for r in audit.model.rows})
    told = [r.viewing for r in audit.model.rows]
    assert any(v.what == "export" and v.reason.startswith("de gemeente") for v in told)
    assert {"view", "print", "hand_over"} <= {v.what for v in told if v.by == "anna"}
    assert controle.hall_panel.page is None
    controle.leave()
    Counter(room.running.log).look()
    bakker = room.sit("bakker")
    bakker.until(lambda: bakker.hall_panel.counts.found)
    bakker.settle()
    said = bakker.hall_panel.counts.rows[0].accessibleName()
    assert "registered 5" in said
    assert "minors alone < 5" in said
    for each in (bakker, room.sit("jansen"), room.sit("piet")):
        each.settle()
        assert each.hall_panel.page is None
        for kind in ("person", "operation", "manifestline", "member", "viewing"):
            assert not each.session.cache.all(kind)
        assert "Berg" not in each.said()


def test_found_torn_off_turned_shut_and_let_out(room: HallEvening) -> None:
    hall = Prepared(room, anna="registrar")
    karim = hall.person(given_names="Karim", family_name="Haddad", phone="06 1")
    hall.sent()
    anna = room.sit("anna")
    anna.until_let_in()
    anna.until_here(1)
    number = anna.person(given_names="Karim").number
    # Ctrl+K finds a person by number; what came before this desk knew it is told to be elsewhere
    anna.press("Ctrl+K")
    anna.type(number)
    anna.until(lambda: any(number in f.title for f in anna.window.palette_card.answers()))
    anna.press("Return")
    card = anna.card(PersonCard)
    assert card.about == karim
    anna.until(lambda: "kept by the hub" in words_in(card))
    anna.press("Esc")
    # two write another phone down: the conflict leads from Attention to the person
    hall.desk.edit("person", karim, phone="06 2")
    with_draft = anna.page.views["registration"]
    assert isinstance(with_draft, RegistrationView)
    anna.page.focus_first()
    anna.type(number)
    anna.press("Return", "Alt+4", "Ctrl+A")
    anna.type("06 3")
    hall.sent()
    anna.press("Ctrl+Return")
    anna.until(lambda: anna.session.cache.attention().conflicts)
    anna.press("Ctrl+Shift+A")
    assert anna.desk._attention is not None
    anna.until(lambda: "06 2" in words_in(anna.desk._attention))
    anna.press("Esc")
    # the other language, and the panel in a window of its own and back
    for language, said in (("nl", "Registreren"), ("en", "Register")):
        anna.press("Ctrl+Shift+L")
        assert said in str(anna.page._turns["registration"].text()), language
    anna.press("Ctrl+Shift+E")
    torn = anna.hall_panel.window()
    assert torn is not anna.window
    QTest.keyClick(torn, Qt.Key.Key_F4)
    anna.settle()
    assert anna.page.view.value() == "people", "the keys go with the panel"
    QTest.keyClick(torn, Qt.Key.Key_E, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    anna.settle()
    assert anna.hall_panel.window() is anna.window
    # a half-filled registration is there again after the window was shut
    anna.sit_down()
    anna.press("F2", "F8")
    anna.type("Amira uit Tyrus")
    account = anna.session.account
    anna.leave()
    anna = room.open_again(account, "anna")
    anna.until_let_in()
    view = anna.view("registration", RegistrationView)
    anna.until(lambda: bool(view.desk.drafts.waiting))
    anna.press("Ctrl+D")
    assert view.desk.sheet is not None
    assert view.desk.sheet.values["spoken_name"] == "Amira uit Tyrus"
    # let out while typing: the operation goes from the screen and from the disk, and that is told
    anna.type("x")
    half = anna.session.cache.drafts()[0]
    out = next(m.id for m in hall.desk.all("member", stream=hall.stream) if m.account == "anna")
    hall.desk.remove("member", out)
    hall.sent()
    anna.until(lambda: anna.hall_panel.page is None)
    anna.settle()
    assert "may no longer enter Libanon 2026" in anna.said()
    assert "Amira" not in anna.said()
    assert not anna.session.cache.all("person")
    anna.session.cache.keep_draft(half)  # a key that was pressed in the same moment
    assert not anna.session.cache.drafts()
    assert not anna.session.cache.attention()


def test_the_term_ends_while_somebody_types(room: HallEvening) -> None:
    hall = Prepared(room, anna="registrar")
    karim = hall.person(given_names="Karim", family_name="Haddad", phone="0612345678")
    hall.sent()
    anna = room.sit("anna")
    anna.until_let_in()
    anna.until_here(1)
    anna.type(anna.person(given_names="Karim").number)
    anna.press("Return", "Alt+4")
    anna.type("9")
    view = anna.view("registration", RegistrationView)
    assert view.desk.sheet is not None
    half = anna.session.cache.drafts()[0]
    room.running.log.purge_expired(utc_now() + timedelta(days=31))
    anna.until(lambda: not anna.person(id=karim).given_names)
    anna.until(lambda: view.desk.sheet is None)
    anna.settle()
    assert "term of this operation is over" in words_in(view)
    assert not anna.session.cache.drafts()
    anna.session.cache.keep_draft(half)  # a key that was pressed in the same moment
    assert not anna.session.cache.drafts()
    anna.press("F8")
    assert view.desk.sheet is None
    assert "Karim" not in words_in(anna.window)
    anna.confirmed()
    assert anna.person(id=karim).phone == ""


def tick(worker: Worker, letters: str, name: str, key: str = "Return") -> None:
    """Somebody of the list, by letters of the name, Down and a key."""
    worker.sit_down()
    worker.type(letters)
    rows = [row.title for row in worker.view("registration", RegistrationView).who.rows.rows()]
    assert rows[:1] == [name]
    worker.press("Down", key)


def reckoned(worker: Worker) -> Reckoning:
    """How the arrival in hand adds up, once all is counted."""
    reckoner = worker.view("reconcile", ReconcileView).reckoner
    worker.until(lambda: not reckoner.busy and reckoner.found is not None)
    worker.settle()
    assert reckoner.found is not None
    return reckoner.found


def verdict(worker: Worker, link: str) -> str:
    """What was said of two."""
    found = worker.people.get("personlink", link)
    return found.verdict if isinstance(found, PersonLink) else ""


def be_station(worker: Worker, name: str) -> None:
    """Say which station this desk is."""
    worker.press("Alt+S")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, OptionList)
    for _ in range(20):
        if name in str(popup.list.currentIndex().data()):
            break
        QTest.keyClick(popup.list, Qt.Key.Key_Down)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    worker.settle()
