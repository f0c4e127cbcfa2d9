"""The written values of CAP: times, shapes and references, in good and in bad form."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.exchange.cap_values import (
    CERTAINTIES,
    STATUSES,
    Circle,
    external_id,
    read_choice,
    read_circle,
    read_polygon,
    read_references,
    read_time,
)

NOON = datetime(2026, 10, 18, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("2026-10-18T12:00:00-00:00", ""),
        ("2026-10-18T14:00:00+02:00", ""),
        ("2026-10-18T12:00:00Z", "time-form"),
        ("2026-10-18T12:00:00.000Z", "time-form"),
        ("2026-10-18T14:00:00.0+02:00", "time-form"),
        ("2026-10-18T14:00:00+0200", "time-form"),
        ("2026-10-18T14:00:00+02", "time-form"),
        ("2026-10-18T14:00:00+2:00", "time-form"),
        ("2026-10-18T14:00+02:00", "time-form"),
        ("2026-10-18 14:00:00 +02:00", "time-form"),
        ("2026-10-18T12:00:00", "time-without-zone"),
    ],
)
def test_the_same_moment_however_it_is_written(text, remark):
    assert read_time(text) == (NOON, remark)


def test_the_end_of_a_day_may_be_24_hours():
    assert read_time("2026-10-18T24:00:00+00:00")[0] == datetime(2026, 10, 19, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2026-10-18",
        "18-10-2026T12:00:00+00:00",
        "2026-13-18T12:00:00+00:00",
        "2026-02-30T12:00:00+00:00",
        "2026-10-18T25:00:00+00:00",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T24:00:00+00:00",
        "٢٠٢٦-١٠-١٨T12:00:00+00:00",
        "2026-10-18T12:00:00+00:00x",
    ],
)
def test_what_is_no_moment_is_not_guessed(text):
    assert read_time(text) == (None, "time-unreadable")


OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
MOMENTS = st.datetimes(
    min_value=datetime(1000, 1, 1), max_value=datetime(9990, 1, 1), timezones=OFFSETS
).map(lambda t: t.replace(microsecond=0))


@given(MOMENTS)
def test_a_time_survives_writing_and_reading(moment):
    assert read_time(moment.isoformat()) == (moment, "")


@given(MOMENTS, OFFSETS)
def test_a_message_has_one_name_whatever_the_offset(moment, offset):
    assert external_id("s", "i", moment) == external_id("s", "i", moment.astimezone(offset))


POINTS = st.tuples(st.floats(-90, 90, allow_nan=False), st.floats(-180, 180, allow_nan=False))


@given(st.lists(POINTS, min_size=3, max_size=50))
def test_a_polygon_survives_writing_and_reading(points):
    ring = [*points, points[0]]
    text = " ".join(f"{lat!r},{lon!r}" for lat, lon in ring)
    assert read_polygon(text) == (tuple(ring), "")


@given(POINTS, st.floats(0, 20_000, allow_nan=False))
def test_a_circle_survives_writing_and_reading(point, radius):
    lat, lon = point
    assert read_circle(f"{lat!r},{lon!r} {radius!r}") == (Circle(lat, lon, radius), "")


SQUARE = ((51.0, 3.0), (52.0, 3.0), (52.0, 4.0), (51.0, 3.0))


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("51,3 52,3 52,4 51,3", ""),
        ("51,3\n52,3\r\n52,4\t51,3", ""),
        ("+51.,3.0 52.00,3 52,4 51,3", ""),
        ("51, 3 52, 3 52, 4 51, 3", "polygon-form"),
        ("51,3, 52,3, 52,4, 51,3", "polygon-form"),
        ("51 3 52 3 52 4 51 3", "polygon-form"),
        ("51,3 52,3 52,4", "polygon-open"),
    ],
)
def test_a_polygon_is_read_in_the_forms_that_are_seen(text, remark):
    assert read_polygon(text) == (SQUARE, remark)


@pytest.mark.parametrize(
    "text",
    [
        "51,3",
        "51,3 51,3",
        "51,3 52,3 51,3",
        "51,3 52,3 52,4 51",
        "91,3 52,3 52,4 91,3",
        "51,181 52,3 52,4 51,181",
        "nan,3 52,3 52,4 nan,3",
        "1e999,3 52,3 52,4 1e999,3",
        "51;3 52;3 52;4 51;3",
        "N51,E3 N52,E3 N52,E4 N51,E3",
        ",",
    ],
)
def test_what_is_no_polygon_on_earth_is_not_drawn(text):
    assert read_polygon(text) == ((), "polygon-unreadable")


@pytest.mark.parametrize(
    ("text", "circle", "remark"),
    [
        ("51.5,3.6 25", Circle(51.5, 3.6, 25.0), ""),
        ("-16.053,-173.274 0.0", Circle(-16.053, -173.274, 0.0), ""),
        ("51.5, 3.6, 25", Circle(51.5, 3.6, 25.0), "circle-form"),
        ("51.5,3.6", None, "circle-unreadable"),
        ("51.5,3.6 -1", None, "circle-unreadable"),
        ("51.5,3.6 25km", None, "circle-unreadable"),
        ("91,3.6 25", None, "circle-unreadable"),
    ],
)
def test_circles(text, circle, remark):
    assert read_circle(text) == (circle, remark)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("a@b.nl,1,2026-10-18T12:00:00+00:00", ["a@b.nl,1,2026-10-18T12:00:00Z"]),
        (
            "a,1,2026-10-18T14:00:00+02:00\n  b,2,2026-10-18T12:00:00.5Z",
            ["a,1,2026-10-18T12:00:00Z", "b,2,2026-10-18T12:00:00Z"],
        ),
        ("a,1,2026-10-18T12:00:00Z; b,2,2026-10-18T12:00:00Z", ["a,1", "b,2"]),
        ("Met Office,x,y z,2026-10-18T12:00:00Z", ["Met Office,x,y z"]),
        ("", []),
    ],
)
def test_references(text, ids):
    references, lost = read_references(text)
    assert lost == ""
    assert len(references) == len(ids)
    for reference, start in zip(references, ids, strict=True):
        assert reference.external_id.startswith(start)


@pytest.mark.parametrize("text", ["urn:oid:1.2.3", "a,2026-10-18T12:00:00Z", "a,1,yesterday"])
def test_a_reference_that_cannot_be_read_is_said(text):
    assert read_references(text) == ((), text)


def test_closed_lists_forgive_case_and_know_the_old_word():
    assert read_choice("Actual", STATUSES) == ("Actual", "")
    assert read_choice("ACTUAL", STATUSES) == ("Actual", "value-form")
    assert read_choice("Very Likely", CERTAINTIES) == ("Likely", "value-form")
    assert read_choice("Real", STATUSES) == ("", "value-unknown")
