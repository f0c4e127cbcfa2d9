"""Broken and hostile files: whatever happens to one, it is read or it gets a sentence."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcr2desk.exchange import boundaries
from kcr2desk.exchange import capacity_sheet as sheet
from kcr2desk.exchange.problems import Problem, Refused, sentence
from tests.exchange.sheet_world import NOW, OWNERS, TYPES, rows
from tests.exchange.test_boundaries import country

GOOD = rows(["Regio", "Middel", "Totaal", "Peildatum"], ["Twente", "Peloton", 6, NOW.date()])
TEXT = 'Regio;Middel;Totaal\nTwente;"Peloton";6/8\nDrenthe;WTS;1.200,0\n'.encode("cp1252")
DOCUMENT = json.dumps(country(1))
with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
    PARTS = {name: archive.read(name) for name in archive.namelist()}

damages = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 20), st.binary(max_size=4)), min_size=1, max_size=4
)


def damaged(data: bytes, damage: list[tuple[float, int, bytes]]) -> bytes:
    """The data with pieces cut out and others put in."""
    for share, cut, put in damage:
        at = int(share * len(data))
        data = data[:at] + put + data[at + cut :]
    return data


def read(data: bytes, name: str) -> None:
    try:
        table = sheet.read_rows(data, name)
        columns = sheet.guess(table, OWNERS, TYPES)
        seen = sheet.preview(sheet.check(table, columns, OWNERS, TYPES, NOW), lambda *_: None)
        sheet.to_changes(seen, now=NOW, by="x")
        problems = (*seen.problems, *seen.remarks)
    except Refused as error:
        problems = error.problems
    for problem in problems:
        assert sentence(problem, "nl").endswith(".")


@settings(deadline=None, max_examples=150)
@given(damages, st.sampled_from([GOOD, TEXT]))
def test_a_damaged_file_is_read_or_refused(damage: list[tuple[float, int, bytes]], data: bytes):
    read(damaged(data, damage), "stand.xlsx")


@settings(deadline=None, max_examples=150)
@given(damages, st.sampled_from(sorted(PARTS)))
def test_a_damaged_part_of_a_workbook(damage: list[tuple[float, int, bytes]], part: str):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in PARTS.items():
            made.writestr(name, damaged(data, damage) if name == part else data)
    read(out.getvalue(), "stand.xlsx")


@settings(deadline=None, max_examples=100)
@given(st.randoms(use_true_random=False))
def test_borders_with_anything_in_any_place(rng: Any):
    def changed(value: Any) -> Any:
        if rng.random() < 0.01:
            return rng.choice([None, 1, "x", [], {}, [1], float("inf"), -1e300, True])
        if isinstance(value, dict):
            return {name: changed(held) for name, held in value.items()}
        return [changed(held) for held in value] if isinstance(value, list) else value

    data = json.dumps(changed(json.loads(DOCUMENT))).encode()
    told: tuple[Problem, ...] = ()
    try:
        boundaries.read(data, "grens.geojson")
    except Refused as error:
        told = error.problems
    for problem in told:
        assert sentence(problem, "nl").endswith(".")


def test_a_property_in_place_of_a_point_is_refused():
    document = country(1)
    document["features"][0]["geometry"]["coordinates"][0][0] = {"x": 4}
    with pytest.raises(Refused):
        boundaries.read(json.dumps(document).encode(), "grens.geojson")
