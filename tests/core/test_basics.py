"""Identities, text, fields and records."""

from __future__ import annotations

import random
import uuid
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.core import records
from kcr2desk.core.errors import SENTENCES, sentence
from kcr2desk.core.fields import FieldError, from_wire, to_wire
from kcr2desk.core.ids import (
    NumberBlock,
    check_digit,
    derived_id,
    id_maker,
    is_number,
    spoken_number,
    uuid7,
)
from kcr2desk.core.text import canonical, is_normal, normal

anything = st.text(st.characters(exclude_categories=()), max_size=40)


@given(anything)
def test_normal_text_is_storable_and_stays_as_it_is(text) -> None:
    clean = normal(text)
    assert is_normal(clean)
    assert normal(clean) == clean
    clean.encode()
    assert "\0" not in clean


def test_text_that_people_really_type_is_left_alone() -> None:
    for text in ("Fryslân 🚒 é", "مرحبا بالعالم", "a\nb\tc", "👩‍👩‍👧"):
        assert normal(text) == text
    assert normal("e\u0301") == "é"
    assert normal("a\0b\ud800c") == "a\ufffdb\ufffdc"


@given(st.integers(0, (1 << 48) - 1), st.integers(0, (1 << 74) - 1))
def test_uuid7_is_a_version_7_of_its_moment(moment, randomness) -> None:
    made = uuid.UUID(uuid7(moment, randomness))
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert made.int >> 80 == moment


def test_ids_never_go_back_though_the_clock_does() -> None:
    times = iter([5000, 5000, 4000, 1, 5001, 5001, 2])
    new_id = id_maker(lambda: next(times), random.Random(1))
    made = [new_id() for _ in range(7)]
    assert made == sorted(made)
    assert len(set(made)) == 7


def test_a_derived_id_is_the_same_everywhere() -> None:
    assert derived_id(1000, "a", "b") == derived_id(1000, "a", "b")
    assert derived_id(1000, "a", "b") != derived_id(1000, "ab", "")


@given(st.text("0123456789", min_size=4, max_size=14), st.data())
def test_a_check_digit_finds_a_wrong_digit_and_a_swap(digits, data) -> None:
    at = data.draw(st.integers(0, len(digits) - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != digits[at]]))
    wrong = digits[:at] + other + digits[at + 1 :]
    assert check_digit(wrong) != check_digit(digits)
    if at and digits[at] != digits[at - 1]:
        swapped = digits[: at - 1] + digits[at] + digits[at - 1] + digits[at + 1 :]
        assert check_digit(swapped) != check_digit(digits)


def test_numbers_are_taken_from_a_lease_one_by_one() -> None:
    block = NumberBlock("national", "M", "2026-07", 142, 143)
    first, rest = block.take()
    assert first.startswith("M-2026-07-0142-")
    assert is_number(first)
    assert rest is not None
    second, rest = rest.take()
    assert second != first
    assert rest is None
    own = spoken_number("M", "2026-07", 1, "K7")
    assert own.startswith("M-2026-07-K7-0001-")
    assert is_number(own)
    assert not is_number("M-2026-07-0142-x")
    assert not is_number("M-2026-07-0142")


DEEP: list[Any] = []
for _ in range(2000):
    DEEP = [DEEP]


def test_fields_take_only_what_fits_them() -> None:
    for name, value, code in (
        ("title", "x" * 201, "too_long"),
        ("title", 5, "wrong_kind"),
        ("status", "lost", "not_a_choice"),
        ("urgent", 1, "wrong_kind"),
        ("audience", "VR06", "wrong_kind"),
        ("occurred_at", datetime(2026, 7, 1), "no_time_zone"),
        ("occurred_at", "noon", "wrong_kind"),
        ("occurred_at", datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))), "wrong_kind"),
        ("occurred_at", datetime.max.replace(tzinfo=timezone(timedelta(hours=-1))), "wrong_kind"),
        ("audience", None, "wrong_kind"),
        ("alert", float("nan"), "wrong_kind"),
        ("alert", {"a": [b"x"]}, "wrong_kind"),
        ("alert", DEEP, "wrong_kind"),
        ("colour", "red", "unknown_field"),
    ):
        with pytest.raises(FieldError) as error:
            records.wire_values("report", {name: value})
        assert (error.value.code, error.value.field) == (code, name)


@given(st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC)))
def test_times_survive_to_the_millisecond(when) -> None:
    spec = records.RECORD_TYPES["report"].fields["occurred_at"]
    back = from_wire(spec, to_wire(spec, when))
    assert abs(back - when) < timedelta(milliseconds=1)
    amsterdam = when.astimezone(timezone(timedelta(hours=2)))
    assert to_wire(spec, amsterdam) == to_wire(spec, when)


def test_a_record_is_built_from_wire_values_and_keeps_what_it_does_not_know() -> None:
    values = {"title": "Brand", "audience": ["VR06"], "occurred_at": 0, "from_the_future": 1}
    report = records.build("report", "id", "national", 7, values)
    assert isinstance(report, records.Report)
    assert report.audience == {"VR06"}
    assert report.occurred_at == datetime(1970, 1, 1, tzinfo=UTC)
    assert (report.reliability, report.credibility, report.status) == ("F", "6", "new")
    assert report.extra == {"from_the_future": 1}


def test_blank_values_are_what_a_fresh_record_holds() -> None:
    for name, rtype in records.RECORD_TYPES.items():
        blank = records.blank_values(name)
        assert blank.keys() == rtype.fields.keys()
        record = records.build(name, "id", "s", 0, blank)
        assert {n: to_wire(s, getattr(record, n)) for n, s in rtype.fields.items()} == blank


def test_canonical_json_is_one_for_one_value() -> None:
    assert canonical({"b": [1, "é"], "a": None}) == '{"a":null,"b":[1,"é"]}'.encode()
    with pytest.raises(ValueError, match="JSON"):
        canonical(float("nan"))


def test_every_code_has_a_sentence_in_both_languages() -> None:
    for code in SENTENCES:
        for language in ("nl", "en"):
            text = sentence(code, language)
            assert text.endswith(".")
            assert text[0].isupper()
