"""What is typed while somebody asks for help, read into lines of a request."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.desk.bijstand.request_note import Noted, Wanted, of_quantities, read_request
from kcr2desk.desk.parts.moments import AMSTERDAM, read_moment, write_moment
from tests.desk.request_room import types
from tests.scenes import NOW

TYPES = {each.code: each for each in types()}


def read(text: str, region: str = "") -> Noted:
    return read_request(text, TYPES, NOW, region)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 7, day, hour, minute, tzinfo=AMSTERDAM).astimezone(UTC)


@pytest.mark.parametrize(
    ("text", "resource", "quantity"),
    [
        ("4 pel bb", "fire_platoon", 4),
        ("twee pelotons", "fire_platoon", 2),
        ("2 pel natuur", "wildfire_platoon", 2),
        ("3 natuurbrandpelotons", "wildfire_platoon", 3),
        ("6 WTS", "water_transport", 6),
        ("1 kwt", "water_small", 1),
        ("12 NRV", "rescue_boat", 12),
        ("2 ME-pelotons", "me_platoon", 2),
        ("1 fire bucket", "fire_bucket", 1),
        ("10 opvangplaatsen", "shelter_places", 10),
        ("5 noodhulpbussen", "aid_bus", 5),
        ("2 riot police platoon", "me_platoon", 2),
        ("3x handcrew", "handcrew", 3),
    ],
)  # fmt: skip
def test_types_are_found_as_people_say_them(text: str, resource: str, quantity: int) -> None:
    assert read(text).lines == (Wanted(resource, quantity),)


@pytest.mark.parametrize("text", ["bel terug over 4 minuten", "N344 dicht", "06-12345678", "112"])
def test_other_numbers_are_no_lines(text: str) -> None:
    assert read(text).lines == ()


def test_a_whole_note_is_read() -> None:
    said = read(
        "VNOG 4 pel bb en 2 wts vanaf 15:00 tot morgen 6:00 Hoog Buurlo, Jansen 06-12345678"
    )
    assert said.lines == (Wanted("fire_platoon", 4), Wanted("water_transport", 2))
    assert (said.from_at, said.until_at) == (at(14, 15), at(15, 6))
    assert (said.region, said.place) == ("VR06", "Hoog Buurlo")
    assert (said.caller, said.callback) == ("Jansen", "+31612345678")
    assert said.municipalities == ("GM0200",)
    assert read("goedemiddag").says_nothing


def test_a_report_that_counted_gives_lines_and_keeps_the_rest() -> None:
    lines, rest = of_quantities({"2-3 platoon", "12 evacuee", "1 helicopter"}, TYPES)
    assert set(lines) == {Wanted("fire_platoon", 3), Wanted("fire_bucket", 1)}
    assert rest == ("12 evacuee",)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("16:00", at(14, 16)),
        ("6:00", at(15, 6)),
        ("13:30", at(14, 13, 30)),
        ("+4u", at(14, 18, 5)),
        ("+30", at(14, 14, 35)),
        ("+2d", at(16, 14, 5)),
        ("morgen 6:00", at(15, 6)),
        ("overmorgen 12:00", at(16, 12)),
        ("vr 18:00", at(17, 18)),
        ("di 20:00", at(14, 20)),
        ("1-9 6:00", datetime(2026, 9, 1, 4, tzinfo=UTC)),
        ("1-1 6:00", datetime(2027, 1, 1, 5, tzinfo=UTC)),
        ("18:00 BON", at(15, 0)),
        ("straks", None),
        ("25:00", None),
    ],
)
def test_times_to_come(text: str, moment: datetime | None) -> None:
    found = read_moment(text, NOW, ahead=True)
    assert (found and found.replace(second=0)) == moment


def test_in_the_night_that_the_clock_goes_back_four_hours_are_four_hours() -> None:
    night = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)  # 01:30 summer time
    found = read_moment("+4u", night, ahead=True)
    assert found == datetime(2026, 10, 25, 3, 30, tzinfo=UTC)
    assert read_moment("6:00", night, ahead=True) == datetime(2026, 10, 25, 5, tzinfo=UTC)


@given(st.integers(min_value=-30, max_value=60 * 24 * 500))
def test_what_the_field_writes_it_reads_again(minutes: int) -> None:
    moment = datetime.fromtimestamp(NOW.timestamp() // 60 * 60 + minutes * 60, UTC)
    written = write_moment(moment, NOW, ahead=True)
    assert read_moment(written, NOW, ahead=True) == moment
