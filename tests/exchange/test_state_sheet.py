"""The workbook of the state of bijstand."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kcr2desk.core.bijstand import (
    COMMITMENT_STEPS,
    ENDED,
    REQUEST_STEPS,
    AssistanceRequest,
    Capacity,
    Commitment,
    RequestLine,
)
from kcr2desk.core.book import Book
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.exchange import state_words
from kcr2desk.exchange.state_sheet import safe, state_of_bijstand
from tests.exchange.sheet_world import NOW, OWNERS, TYPES


def book() -> Book:
    return Book([
        *OWNERS, *TYPES,
        Capacity(id="c1", stream="national", source="VR05", owner="VR05", resource="fire_platoon",
                 total=6, available=5, reserve=1, checked_at=NOW - timedelta(minutes=90),
                 checked_by="Piket", checked_how="phone", note="=HYPERLINK(1)"),
        AssistanceRequest(id="r1", stream="national", number="B-2026-07-0001-3",
                          title="@pelotons", status="in_treatment", region="VR06",
                          received_at=NOW - timedelta(hours=3)),
        RequestLine(id="l1", stream="national", about="r1", resource="fire_platoon", quantity=3),
        Commitment(id="t1", stream="national", number="T-1", source="VR05", owner="VR05",
                   resource="fire_platoon", quantity=2, request="r1", line="l1", to_region="VR06",
                   from_at=NOW - timedelta(hours=1), status="on_site", commander="J. Jansen",
                   commander_phone="+31612345678", authority="-voorzitter"),
    ])  # fmt: skip


def sheets(data: bytes) -> list[Worksheet]:
    return list(load_workbook(io.BytesIO(data)).worksheets)


def records(sheet: Worksheet) -> list[dict[str, Any]]:
    heads, *lines = sheet.iter_rows(min_row=3, values_only=True)
    return [dict(zip((str(h) for h in heads), line, strict=True)) for line in lines]


def test_the_state_requests_and_deployments_are_told():
    made = sheets(state_of_bijstand(book(), NOW))
    assert [sheet.title for sheet in made] == ["Stand", "Verzoeken", "Inzetten", "Per regio"]
    stand, requests, deployments, accounts = made
    (row,) = records(stand)
    wanted = {"Code": "VR05", "Beschikbaar": 5, "Totaal": 6, "Toegezegd": 2, "Vrij": 3,
              "Restdekking": 1, "Ouderdom (minuten)": 90, "Door": "Piket"}  # fmt: skip
    assert row.items() >= wanted.items()
    assert row["Opgegeven"].isoformat() == "2026-07-03T12:30:00"  # Amsterdam, two hours ahead
    (line,) = records(requests)
    wanted = {"Gevraagd aantal": 3, "Toegezegd": 2, "Ter plaatse": 2, "Ontbreekt": 1,
              "Status": "in behandeling", "Regio": "VR06 Noord- en Oost-Gelderland"}  # fmt: skip
    assert line.items() >= wanted.items()
    (given,) = records(deployments)
    assert given.items() >= {"Nummer": "T-1", "Aantal": 2, "Status": "ter plaatse"}.items()
    giver, _, taker, _ = records(accounts)
    assert giver.items() >= {"Gegeven": 2, "Gegeven, uren": 2, "Gevraagd aantal": 0}.items()
    wanted = {"Verzoeken": 1, "Ontvangen eenheden": 2, "Gevraagd aantal": 3, "Geleverd": 2,
              "Nog open": 1, "Niet leverbaar": 0}  # fmt: skip
    assert taker.items() >= wanted.items()
    assert "Vanaf 03-06-2026 14:00" in str(accounts["A1"].value)


def test_what_was_typed_is_never_a_formula():
    for sheet in sheets(state_of_bijstand(book(), NOW)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert not str(cell.value or "").startswith(("=", "+", "-", "@"))
    assert safe("=1+1") == "'=1+1"
    assert safe("\t=1") == "'=1"
    assert safe("gewoon\0 goed") == "gewoon goed"


def test_commanders_stay_in_the_house_unless_they_are_asked_for():
    without = state_of_bijstand(book(), NOW)
    assert "Jansen" not in str([records(s) for s in sheets(without)])
    told = records(sheets(state_of_bijstand(book(), NOW, commanders=True))[2])[0]
    assert told["Bevelvoerder"] == "J. Jansen"
    assert told["Telefoon"] == "'+31612345678"


@pytest.mark.parametrize(("language", "word"), [("nl", "OEFENING"), ("en", "EXERCISE")])
def test_an_exercise_is_marked_on_every_sheet(language: Any, word: str):
    for sheet in sheets(state_of_bijstand(book(), NOW, language, exercise=True)):
        assert str(sheet["A1"].value).startswith(word)
        assert sheet.oddHeader is not None
        assert word in str(sheet.oddHeader.left.text)
        assert sheet.freeze_panes in ("B4", "C4", "D4")
        assert sheet.page_setup.orientation == "landscape"
    plain = sheets(state_of_bijstand(Book(), NOW, language))
    assert "03-07-2026 14:00" in str(plain[0]["A1"].value)


def test_there_are_words_for_all_that_a_record_may_say():
    for language in ("nl", "en"):
        for code in (*COMMITMENT_STEPS, *ENDED):
            state_words.status(code, language)
        for code in REQUEST_STEPS:
            state_words.request_status(code, language)
        for code in RECORD_TYPES["assistancerequest"].fields["form"].choices:
            state_words.form(code, language)
        for code in RECORD_TYPES["commitment"].fields["firmness"].choices:
            state_words.firmness(code, language)
