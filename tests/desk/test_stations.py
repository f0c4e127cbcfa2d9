"""A station driven by a scanner: codes, groups, needs, head-count, roll call, and how fast."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcr2desk.core.changes import Change, How
from kcr2desk.core.ids import spoken_number
from kcr2desk.core.making import making
from kcr2desk.core.repatriation.headcount import IN, LEFT, NOWHERE
from kcr2desk.core.repatriation.headcount_scan import code_of
from kcr2desk.core.repatriation.people import Passage
from kcr2desk.desk.repatriation.stations import StationView
from kcr2desk.desk.repatriation.stations_choice import KEYS
from tests.desk.form_room import settle
from tests.desk.hand_over_room import HallRoom, open_hall

SIZE = (1302, 620)


class Station:
    """A station in the hall."""

    def __init__(self, room: HallRoom, station: str = "medical") -> None:
        self.room = room
        room.settle()
        if station:
            room.settings.set("repatriation/station", station)
        self.view = room.show(StationView(room.hall), SIZE)
        self.view.focus_first()
        self.wanted: list[str] = []
        self.view.personWanted.connect(self.wanted.append)

    def scan(self, text: str) -> None:
        """What a scanner types."""
        QTest.keyClicks(self.view.scan, text)
        QTest.keyClick(self.view.scan, Qt.Key.Key_Return)
        self.rest()

    def rest(self) -> None:
        """Until what was asked of the store is answered, and what that asked as well."""
        for _ in range(3):
            settle(self.room.work)
        assert not self.room.failures

    def until_listed(self, ids: list[str]) -> None:
        """Wait until these stand in the list: changes are counted together after a moment."""
        end = time.monotonic() + 5
        while self.listed() != ids:
            assert time.monotonic() < end, self.listed()
            QTest.qWait(5)

    def press(self, *keys: str) -> None:
        """Press keys where the focus is."""
        for key in keys:
            pressed = QKeySequence(key)[0]  # type: ignore[index]
            at = QApplication.focusWidget() or self.view
            QTest.keyClick(at, pressed.key(), pressed.keyboardModifiers())
        self.rest()

    @property
    def band(self) -> tuple[str, str]:
        return self.view.result.band.text(), self.view.result.band.tone

    def passages(self) -> list[Passage]:
        """What is on the disk."""
        found = self.room.cache.all("passage", stream=self.room.stream)
        return [p for p in found if isinstance(p, Passage)]

    def needs(self) -> list[tuple[str, str]]:
        return [(c.text, c.detail) for c in self.view.result.needs.specs()]

    def missing(self) -> list[str]:
        return [c.text for c in self.view.result.missing.specs()]

    def listed(self) -> list[str]:
        """The people in the list at the side."""
        model = self.view.side.model
        return [model.person(row) for row in range(model.rowCount())]


def number(n: int) -> str:
    return spoken_number("P", "2026-11", n)


@pytest.fixture
def station(tmp_path: Path, qapp: QApplication) -> Iterator[Callable[..., Station]]:
    """Opens a station: who works there, and how the hall is filled before."""
    rooms: list[Any] = []

    def make(
        fill: Callable[[HallRoom], object] | None = None,
        *,
        at: str = "medical",
        role: str = "registrar",
    ) -> Station:
        context = open_hall(tmp_path, qapp, role)
        room = context.__enter__()
        rooms.append(context)
        if fill is not None:
            fill(room)
        return Station(room, at)

    yield make
    for context in rooms:
        context.__exit__(None, None, None)


def test_a_scan_is_noted_on_disk_and_shown_large(station: Callable[..., Station]) -> None:
    here = station(lambda room: room.person(number=number(142), spoken_name="Sanne de Vries"))
    here.scan(code_of(number(142)))
    (noted,) = here.passages()
    assert (noted.station, noted.way, noted.passed_at) == ("medical", "at", here.room.clock.now())
    assert here.view.result.number.text() == number(142)
    assert here.view.result.name.text() == "Sanne de Vries"
    assert here.band[1] == "good"
    assert "saved" in here.view.last_model.cell(0, 4).text
    assert [v.persons for v in here.room.viewings()] == [frozenset({noted.about})]


def test_last_digits_and_a_wristband_are_enough(station: Callable[..., Station]) -> None:
    def fill(room: HallRoom) -> None:
        room.person(number=number(142))
        room.person(number=number(143), wristband="NL-00917")

    here = station(fill)
    here.scan(f"142-{number(142)[-1]}")
    here.scan("nl-00917")
    assert len({p.about for p in here.passages()}) == 2


def test_a_second_scan_within_ten_seconds_is_not_noted_twice(
    station: Callable[..., Station],
) -> None:
    here = station(lambda room: room.person(number=number(142)))
    here.scan(number(142))
    here.room.clock.on(seconds=9)
    here.scan(number(142))
    assert len(here.passages()) == 1
    assert here.band[1] == "attention"
    here.room.clock.on(seconds=2)
    here.scan(number(142))
    assert len(here.passages()) == 2
    assert here.band[1] == "good"


def test_wrong_and_unknown_codes_are_loud_and_note_nothing(
    station: Callable[..., Station],
) -> None:
    here = station(lambda room: room.person(number=number(142)))
    here.scan(number(142))
    wrong = number(142)[:-1] + str((int(number(142)[-1]) + 1) % 10)
    for text in (wrong, "0777-1", "hallo"):
        here.scan(text)
        assert here.band[1] == "urgent", text
        assert text.upper() in here.band[0]
        assert here.view.result.name.text() == ""
        assert here.view.result.help.text()
    assert len(here.passages()) == 1
    here.scan("")
    assert here.band[1] == "urgent"


def test_who_is_not_known_here_is_noted_by_the_code(station: Callable[..., Station]) -> None:
    here = station()
    here.scan(code_of(number(500)))
    (noted,) = here.passages()
    assert (noted.about, noted.code) == ("", number(500))
    assert here.band[1] == "attention"
    here.scan(number(500))
    assert len(here.passages()) == 1
    person = here.room.person(number=number(500), spoken_name="Bo")
    here.room.settle()
    here.view.side.count_now()
    assert [e.head.id for e in here.view.side.count.inside] == [person]
    assert here.view.last_model.cell(0, 2).text == "Bo"


def test_who_of_a_group_is_not_here_yet(station: Callable[..., Station]) -> None:
    def fill(room: HallRoom) -> None:
        room.family(*({"number": number(n)} for n in (1, 2, 3, 4)), title="Familie Bakker")

    here = station(fill, at="exit")
    here.scan(number(1))
    assert here.view.result.group.text() == "Familie Bakker · not here yet: 3 of 4"
    here.scan(number(2))
    assert here.view.result.group.text() == "Familie Bakker · not here yet: 2 of 4"
    assert here.view.result.group.property("tone") == "urgent"
    assert here.missing() == [f"000{n}-{number(n)[-1]}" for n in (3, 4)]
    here.scan(number(3))
    here.scan(number(4))
    assert here.view.result.group.text() == "Familie Bakker · all 4 are here"
    assert {p.way for p in here.passages()} == {"out"}


def _with_needs(room: HallRoom) -> None:
    anna = room.person(number=number(1), birth_date="2014-02-01", minor_alone=True)
    room.add("personneed", about=anna, need="medication", note="koel", medical_note="Insuline")
    room.add("personneed", about=anna, need="interpreter", note="Arabisch")


@pytest.mark.parametrize(("role", "reads"), [("registrar", False), ("medical", True)])
def test_medical_notes_are_for_medical_members_and_minors_alone_are_loud(
    station: Callable[..., Station], role: str, reads: bool
) -> None:
    here = station(_with_needs, role=role)
    here.scan(number(1))
    assert ("Insuline" in here.view.result.notes.text()) is reads
    assert "koel" in here.view.result.notes.text()
    assert [text for text, _ in here.needs()] == ["Medication", "Interpreter"]
    assert bool(here.needs()[0][1]) is not reads
    assert here.view.result.alarm.text().startswith("Minor alone")
    assert here.view.result.alarm.isVisible()


def test_undo_takes_back_the_last_ones_by_one_key(station: Callable[..., Station]) -> None:
    def fill(room: HallRoom) -> None:
        room.person(number=number(1))
        room.person(number=number(2))

    here = station(fill)
    here.scan(number(1))
    here.scan(number(2))
    here.press("Ctrl+Z")
    assert len(here.passages()) == 1
    assert "Taken back" in here.band[0]
    here.scan(number(2))
    assert len(here.passages()) == 2
    here.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert here.passages() == []
    assert "nothing" in here.band[0]


def test_undo_in_a_line_that_is_half_typed_is_that_of_the_line(
    station: Callable[..., Station],
) -> None:
    here = station(lambda room: room.person(number=number(1)))
    here.scan(number(1))
    QTest.keyClicks(here.view.scan, "01")
    here.press("Ctrl+Z")
    assert here.view.scan.text() == ""
    assert len(here.passages()) == 1


def test_a_desk_chooses_its_station_once(station: Callable[..., Station]) -> None:
    here = station(lambda room: room.person(number=number(1)), at="")
    assert here.view.which.buttons[0].hasFocus()
    at = [each.code for each in here.view.desk.stations()].index("care")
    QTest.keyClick(here.view.which.buttons[0], KEYS[at])
    assert here.room.settings.get("repatriation/station") == "care"
    again = here.room.show(StationView(here.room.hall), SIZE)
    assert again.desk.station == "care"


def test_without_a_station_nothing_is_noted(station: Callable[..., Station]) -> None:
    here = station(lambda room: room.person(number=number(1)), at="")
    here.scan(number(1))
    assert here.passages() == []
    assert here.view.which.isVisible()


def test_the_head_count_follows_and_its_lists_are_one_key_away(
    station: Callable[..., Station],
) -> None:
    ids: list[str] = []
    here = station(lambda room: ids.extend(room.person(number=number(n)) for n in (1, 2, 3)))
    assert here.listed() == ids
    here.scan(number(1))
    here.until_listed(ids[1:])
    here.press("Alt+I")
    assert here.listed() == ids[:1]
    here.view.side.table.setCurrentIndex(here.view.side.model.index(0, 0))
    here.press("Return")
    assert here.wanted == ids[:1]
    here.view.choose("exit")
    here.scan(number(1))
    here.press("Alt+V")
    here.until_listed(ids[:1])
    tally = here.view.side.count.tally
    assert (tally.inside, tally.left, tally.nowhere) == (0, 1, 2)


def test_a_roll_call_names_who_was_not_scanned(station: Callable[..., Station]) -> None:
    ids: list[str] = []

    def fill(room: HallRoom) -> None:
        ids.extend(room.person(number=number(n), spoken_name=f"N{n}") for n in (1, 2, 3))
        for each in ids:
            room.add("passage", about=each, station="care",
                     passed_at=room.clock.now() - timedelta(minutes=5))  # fmt: skip

    here = station(fill)
    here.press("Alt+R")
    assert here.listed() == ids
    here.room.clock.on(seconds=20)
    here.scan(number(2))
    here.until_listed([ids[0], ids[2]])
    assert "2" in here.view.side.told.text()
    here.press("Alt+R")
    assert [here.view.side.model.cell(row, 1).text for row in (0, 1)] == ["N1", "N3"]
    assert frozenset({ids[0], ids[2]}) in [v.persons for v in here.room.viewings()]
    here.press("Alt+R")
    assert here.view.side.called is None
    assert here.view.side.shown == NOWHERE


def test_names_can_be_hidden_from_a_screen_that_others_see(
    station: Callable[..., Station],
) -> None:
    here = station(lambda room: room.person(number=number(1), spoken_name="Sanne"))
    here.scan(number(1))
    here.press("Alt+N")
    assert here.view.result.name.text() == ""
    assert here.view.last_model.cell(0, 2).text == ""
    assert here.view.result.number.text() == number(1)


def test_in_one_second_with_2500_persons(station: Callable[..., Station]) -> None:
    def fill(room: HallRoom) -> None:
        changes: list[Change] = []
        for n in range(1, 2501):
            person = room.cache.new_id()
            told = {"number": number(n), "arrival": room.arrival, "outcome": "registered",
                    "spoken_name": f"Persoon {n}"}  # fmt: skip
            changes.append(making("person", person, told))
            for place in ("registered", "care"):
                seen = {"about": person, "station": place, "passed_at": room.clock.now()}
                changes.append(making("passage", room.cache.new_id(), seen))
        assert all(change.how is How.NEW for change in changes)
        room.cache.save(room.stream, changes)

    here = station(fill)
    for n in (1200, 7, 2499):
        QTest.keyClicks(here.view.scan, code_of(number(n)))
        QTest.keyClick(here.view.scan, Qt.Key.Key_Return)
        assert here.view.result.number.text() == number(n)
        while here.view.desk.marks[0].state != "saved":
            QApplication.processEvents()
    assert len(here.view.desk.marks) == 3
    here.room.settle()
    assert {IN, LEFT, NOWHERE} >= {e.state for e in here.view.side.count.everybody}
