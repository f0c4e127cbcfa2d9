"""Whatever comes in, reading never raises: it gives reports, or sentences that say why not."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.exchange.alerts import AlertBatch, read_alerts
from kcr2desk.exchange.problems import sentence

from .cap_samples import INFO, cap, read

FEED = f"<feed><entry><id>1</id><title>t</title><content>{cap(INFO)}</content></entry></feed>"
SAMPLES = [cap(INFO).encode(), FEED.encode(), cap(INFO).encode("utf-16")]


def assert_whole(batch: AlertBatch) -> None:
    """Reports can be kept as JSON and every fault can be said."""
    for report in batch.alerts:
        json.dumps(report.alert, allow_nan=False)
        assert report.external_id
        assert report.title
        assert report.reality in ("actual", "exercise", "test", "system", "draft")
    for problem in [*batch.problems, *(r for a in batch.alerts for r in a.remarks)]:
        assert sentence(problem, "nl")


@given(
    st.sampled_from(SAMPLES),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 20), st.binary(max_size=12)),
        min_size=1,
        max_size=6,
    ),
)
def test_a_damaged_file_gives_reports_or_problems(data, damages):
    for where, length, piece in damages:
        at = int(where * len(data))
        data = data[:at] + piece + data[at + length :]
    batch = read_alerts(data, "damaged.cap")
    assert batch.alerts or batch.problems
    assert_whole(batch)


@given(st.integers(0, 2**32), st.sampled_from(SAMPLES[:2]))
def test_well_formed_files_with_shuffled_contents_give_reports_or_problems(seed, data):
    chance = random.Random(seed)
    pieces = data.decode().split("\n")
    words = ["", "NaN", "-1e400", "9" * 50, "Ÿ", "2026-99-99T99:99:99Z", "<x/>", "a,b,c", "&#0;"]
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(pieces))
        before, mark, after = pieces[at].partition(">")
        pieces[at] = before + mark + chance.choice(words) + after[after.find("<") :]
    batch = read("\n".join(pieces))
    assert batch.alerts or batch.problems
    assert_whole(batch)


@given(st.binary(max_size=300))
def test_garbage_is_a_problem(data):
    batch = read_alerts(data, "garbage")
    assert batch.problems
    assert batch.alerts == ()


@pytest.mark.parametrize("kept", range(0, len(SAMPLES[0]), 37))
def test_a_file_cut_anywhere_names_a_line(kept):
    batch = read_alerts(SAMPLES[0][:kept], "cut.cap")
    (problem,) = batch.problems
    assert problem.code in ("empty", "truncated")
    assert problem.line == (SAMPLES[0][:kept].count(b"\n") + 1 if kept else None)


def test_a_limit_holds_for_the_file():
    batch = read_alerts(SAMPLES[0], "big.cap", max_bytes=100)
    assert [p.code for p in batch.problems] == ["too-large"]


def test_the_log_in_page_of_a_network_is_said_to_be_one():
    batch = read(b"<!DOCTYPE html><html><head></head><body>Welkom op wifi</body></html>")
    assert [p.code for p in batch.problems] == ["web-page"]
    assert "inlogpagina" in sentence(batch.problems[0], "nl")


# Real files of others

GOOD = {
    "amber.atom": 1,
    "australia.cap": 1,
    "bushfire_valid.edxlde": 7,
    "canada.cap": 1,
    "earthquake.cap": 1,
    "invalid.cap": 1,
    "no_optional_fields.cap": 1,
    "thunderstorm.cap": 1,
    "weather.atom": 1,
    "weather.cap": 1,
    "weather_index.atom": 2,
}


@pytest.mark.parametrize(("name", "count"), GOOD.items())
def test_real_files_are_read(shared_data, name, count):
    batch = read_alerts((shared_data / "cap" / name).read_bytes(), name)
    assert batch.problems == ()
    assert len(batch.alerts) == count
    assert_whole(batch)
    assert {r.code for a in batch.alerts for r in a.remarks} == (
        {"missing"} if name == "invalid.cap" else set()
    )


def test_every_real_file_is_known_here(shared_data):
    there = {path.name for path in (shared_data / "cap").iterdir()}
    assert there == {*GOOD, "CAP-v1.2.xsd"}
    batch = read_alerts((shared_data / "cap" / "CAP-v1.2.xsd").read_bytes(), "CAP-v1.2.xsd")
    assert [p.code for p in batch.problems] == ["not-alert"]


def test_a_real_alert_follows_two_others_and_keeps_its_languages_and_areas(shared_data):
    data = (shared_data / "cap" / "canada.cap").read_bytes()
    (report,) = read_alerts(data, "canada.cap").alerts
    assert (report.follows_how, len(report.follows_ids)) == ("update", 2)
    assert [info["language"] for info in report.alert["infos"]] == ["en-CA", "fr-CA"]
    assert [len(info["areas"]) for info in report.alert["infos"]] == [2, 2]
    assert len(report.alert["infos"][0]["areas"][0]["polygons"][0]) == 17


@given(cut=st.floats(0, 1), piece=st.binary(max_size=8))
@pytest.mark.parametrize("name", ["canada.cap", "bushfire_valid.edxlde", "weather_index.atom"])
def test_damaged_real_files_never_raise(shared_data, name, cut, piece):
    data = (shared_data / "cap" / name).read_bytes()
    at = int(cut * len(data))
    batch = read_alerts(data[:at] + piece + data[at + len(piece) :], name)
    assert_whole(batch)
