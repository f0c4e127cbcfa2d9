"""What is wrong with an answer, what it writes, and times on the clock of who answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.core.answer import (
    FAULTS,
    Answerer,
    LineAnswer,
    capacity_fields,
    check,
    fault_sentence,
    inquiry_fields,
    line_fields,
    read_moment,
    read_number,
)
from kcr2desk.core.answer_words import line_words, moment_words, zone_words
from kcr2desk.core.bijstand import Inquiry, InquiryLine
from kcr2desk.core.places import AMSTERDAM, zone_of
from kcr2desk.core.records import wire_values

NOW = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)
ASKED = Inquiry(id="i", stream="national", owner="VR06", source="VR06")
INVENTORY = replace(ASKED, kind="inventory")
LINE = InquiryLine(id="a", stream="national", about="i", resource="fire_platoon", quantity=4)
WHO = Answerer(name="De Boer", role="OvD")
TYPES = {"fire_platoon": 0, "fire_basic": 0}


def faults(given: LineAnswer, inquiry: Inquiry = ASKED, who: Answerer = WHO) -> list[str]:
    found = check(inquiry, {"a": LINE}, {"a": given}, who, TYPES)
    assert all(f.code in FAULTS for f in found)
    return [f"{f.field} {f.code}" for f in found]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, ["answer choose"]),
        ({"answer": "perhaps"}, ["answer unknown_answer"]),
        ({"answer": "yes"}, []),
        ({"answer": "no"}, ["reason reason"]),
        ({"answer": "no", "reason": " "}, ["reason reason"]),
        ({"answer": "no", "reason": "x"}, []),
        ({"answer": "no", "reason": "x" * 1001}, ["reason too_long"]),
        ({"answer": "part"}, ["offered how_many"]),
        ({"answer": "part", "offered": 0}, ["offered at_least_one"]),
        ({"answer": "part", "offered": -3}, ["offered at_least_one"]),
        ({"answer": "part", "offered": 3}, []),
        ({"answer": "part", "offered": 4}, ["offered whole"]),
        ({"answer": "provisional", "offered": 4}, []),
        ({"answer": "provisional", "offered": 100_000}, ["offered too_many"]),
        ({"answer": "alternative", "offered": 1}, ["alternative which"]),
        ({"answer": "alternative", "offered": 1, "alternative": "tank"},
         ["alternative unknown_type"]),
        ({"answer": "alternative", "offered": 9, "alternative": "fire_basic"}, []),
        ({"answer": "yes", "possible_from": NOW, "possible_until": NOW}, []),
        ({"answer": "yes", "possible_from": NOW, "possible_until": NOW - timedelta(minutes=1)},
         ["possible_until ends_first"]),
        ({"answer": "yes", "commander_phone": "6" * 61}, ["commander_phone too_long"]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_answer(fields: dict[str, object], wrong: list[str]):
    assert faults(LineAnswer(line="a", **fields)) == wrong  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({}, ["available nothing"]),
        ({"available": 0}, []),
        ({"total": 3}, ["available available_too"]),
        ({"available": 4, "total": 3}, ["available more_than_total"]),
        ({"available": 1, "total": 3, "reserve": 4}, ["reserve more_than_total"]),
        ({"available": -1}, ["available below_zero"]),
        ({"available": 100_000}, ["available too_many"]),
    ],
)
def test_what_is_wrong_with_an_inventory(fields: dict[str, int], wrong: list[str]):
    assert faults(LineAnswer(line="a", **fields), INVENTORY) == wrong  # type: ignore[arg-type]


def test_somebody_answers():
    yes = LineAnswer(line="a", answer="yes")
    assert faults(yes, who=Answerer(name=" ")) == ["name name", "role role"]
    assert faults(yes, who=replace(WHO, remark="x" * 5001)) == ["remark too_long"]
    assert check(ASKED, {"a": LINE}, {}, WHO, TYPES)[0].code == "choose"


def test_every_fault_has_a_sentence_in_both_languages():
    for code in FAULTS:
        assert fault_sentence(code, "nl") != fault_sentence(code, "en")


def test_an_answer_leaves_nothing_of_another_behind():
    mixed = LineAnswer(
        line="a", answer="no", reason="x", offered=3, alternative="fire_basic", unit="6A",
        commander="Jan", commander_phone="06", possible_from=NOW, possible_until=NOW,
    )  # fmt: skip
    told = line_fields(ASKED, LINE, mixed)
    assert told == {
        "answer": "no", "offered": None, "alternative": "", "reason": "x", "possible_from": None,
        "possible_until": None, "unit": "", "commander": "", "commander_phone": "",
    }  # fmt: skip
    whole = line_fields(ASKED, LINE, replace(mixed, answer="yes"))
    assert (whole["offered"], whole["alternative"], whole["commander"]) == (4, "", "Jan")
    wire_values("inquiryline", whole)


def test_what_is_written_fits_the_records():
    assert wire_values("inquiry", inquiry_fields(WHO, "sheet", NOW))["answered_how"] == "sheet"
    counted = LineAnswer(line="a", available=2, reserve=1)
    told = wire_values("capacity", capacity_fields(counted, WHO, "link", NOW))
    assert (told["available"], told["checked_by"]) == (2, WHO.role)
    assert "total" not in told
    assert capacity_fields(LineAnswer(line="a"), WHO, "link", NOW) == {}


# -- times


@pytest.mark.parametrize("form", ["%Y-%m-%dT%H:%M", "%d-%m-%Y %H:%M", "%d/%m/%Y, %H.%M uur"])
@given(moment=st.datetimes(datetime(2001, 1, 1), datetime(2099, 1, 1)))
def test_a_wall_clock_is_read_in_its_zone(form: str, moment: datetime):
    minute = moment.replace(second=0, microsecond=0)
    for zone in (AMSTERDAM, ZoneInfo("America/Kralendijk")):
        found = read_moment(minute.strftime(form), zone)
        if isinstance(found, datetime):
            assert found.astimezone(zone).replace(tzinfo=None) == minute
        else:
            assert found == "no_such_hour"
            assert (minute.month, minute.hour) == (3, 2)


@given(st.text())
def test_any_text_is_a_moment_a_fault_or_nothing(text: str):
    found = read_moment(text, AMSTERDAM)
    assert found is None or isinstance(found, datetime) or found in FAULTS
    number = read_number(text)
    assert number is None or isinstance(number, int) or number in FAULTS


def test_clocks_go_forward_and_back():
    assert read_moment("2026-03-29T02:30", AMSTERDAM) == "no_such_hour"
    assert read_moment("2026-10-25T02:30", AMSTERDAM) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert read_moment("1999-12-31T23:00", AMSTERDAM) == "no_moment"
    assert read_moment("  ", AMSTERDAM) is None


def test_moments_are_told_on_both_clocks():
    late = datetime(2026, 7, 14, 22, 30, tzinfo=UTC)
    assert moment_words(late, "VR06", "nl") == "wo 15 juli 2026 00:30 Nederlandse tijd"
    assert moment_words(late, "BQ-BO", "en") == (
        "Wed 15 July 2026 00:30 Dutch time (Tue 14 July 2026 18:30 Bonaire time)"
    )
    noon = datetime(2026, 12, 1, 15, 0, tzinfo=UTC)
    assert moment_words(noon, "CW", "nl") == (
        "di 1 december 2026 16:00 Nederlandse tijd (11:00 tijd Curaçao)"
    )
    assert zone_of("POL-NN") == AMSTERDAM
    assert zone_words("DEF", "nl") == "Nederlandse tijd"


def test_an_unknown_type_is_told_by_its_code():
    assert line_words(LINE, {}, "nl") == "4 × fire_platoon"
    assert line_words(replace(LINE, quantity=0), {}, "nl") == "fire_platoon"
