"""The deployment message says what is known, names what is not, in two languages and two zones."""

from __future__ import annotations

import dataclasses

from kcr2desk.core.book import Book
from kcr2desk.core.deployment_message import deployment_message
from tests.scenes import NOW
from tests.scenes import asking_data as data


def told(language: str = "nl", **fields: object) -> str:
    book = data.book()
    given = book.commitment(data.GIVEN)
    assert given is not None
    return deployment_message(book, dataclasses.replace(given, **fields), language, NOW)  # type: ignore[arg-type]


def test_it_says_who_what_where_when_and_how_to_reach_each_other() -> None:
    text = told()
    for part in (
        "INZETBERICHT", "meldkamer Gelderland-Midden", "Noord- en Oost-Gelderland",
        "T-2026-07-0005-1", "07-3591 07-3592", "UGS Harskamp", "NATBRAND-2", "K. de Boer",
        "0633334444", "14-07-2026 13:55", "Munitie in de bodem", "definitief", "GRIP 4",
    ):  # fmt: skip
        assert part in text, part


def test_what_is_not_known_is_named_where_a_control_room_needs_it() -> None:
    text = told(commander="", commander_phone="", eta=None, call_signs="")
    assert text.count("nog niet bekend") == 3
    assert "Aflossing" not in text  # nobody asked for it


def test_a_provisional_promise_says_not_to_leave() -> None:
    assert "VOORLOPIG" in told(firmness="provisional")
    assert "PROVISIONAL" in told("en", firmness="provisional")


def test_english_and_dutch_say_the_same_lines() -> None:
    assert len(told("en").splitlines()) == len(told("nl").splitlines())
    assert "DEPLOYMENT MESSAGE" in told("en")


def test_an_island_has_its_own_clock_beside_the_dutch_one() -> None:
    text = told(to_region="BQ-BO")
    assert "14-07-2026 13:05 NL (14-07 07:05 BQ-BO)" in text


def test_a_named_unit_brings_its_call_sign_and_relief_names_whom_it_relieves() -> None:
    book = data.book()
    flying = book.commitment(data.FLYING)
    assert flying is not None
    text = deployment_message(book, dataclasses.replace(flying, relieves=data.GIVEN), "nl", NOW)
    assert "Cougar S-419" in text
    assert "Bucket 1" in text
    assert "T-2026-07-0005-1 · Gelderland-Midden" in text


def test_what_is_not_in_the_book_is_called_by_its_code() -> None:
    given = data.book().commitment(data.GIVEN)
    assert given is not None
    text = deployment_message(Book(), given, "nl", NOW)
    assert "wildfire_platoon" in text
    assert "VR07" in text
