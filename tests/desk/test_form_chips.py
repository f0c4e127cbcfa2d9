"""What a note offers, what is taken of it, and METHANE: without a screen."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.core.text import Json
from kcr2desk.desk.parts.chips import (
    Offer,
    Stand,
    given_back,
    holds,
    label_of,
    next_offer,
    offers,
    taken,
)
from kcr2desk.desk.parts.form_merge import changed, differences
from kcr2desk.desk.parts.form_state import FIELDS, blank, fresh, from_kept, is_empty
from kcr2desk.desk.reports.templates import has_methane, methane
from kcr2desk.exchange.notes import read_methane, read_note
from kcr2desk.exchange.vocabulary import METHANE

NOW = datetime(2026, 7, 14, 12, 5, tzinfo=UTC)
NOTE = "VNOG 2 pelotons Hoog Buurlo, Jansen 06-12345678 belt terug"


def shown(text: str, values: dict[str, Json] | None = None, passed: tuple[str, ...] = ()):
    return offers(read_note(text, now=NOW), values or {}, passed)


def stands(text: str, values: dict[str, Json] | None = None, passed: tuple[str, ...] = ()):
    return {offer.key: offer.stand for offer in shown(text, values, passed)}


def test_everything_in_the_note_is_offered_from_left_to_right() -> None:
    found = shown(NOTE)
    assert [o.kind for o in found] == [
        "region", "quantity", "discipline", "place", "municipality", "caller", "callback",
    ]  # fmt: skip
    assert all(o.stand is Stand.OFFERED for o in found)
    assert next_offer(found) == found[0]
    assert found[0].value == "VR06"


def test_what_a_field_holds_is_taken_and_what_would_overwrite_it_stands_beside() -> None:
    now = stands(NOTE, {"region": "VR06", "place": "Hoog Soeren"})
    assert now["region VR06"] is Stand.TAKEN
    assert now["place Hoog Buurlo"] is Stand.BESIDE
    assert now["place Hoog Soeren"] is Stand.TAKEN  # chosen by hand, shown as well
    assert now["caller Jansen"] is Stand.OFFERED


def test_tab_never_overwrites() -> None:
    values: dict[str, Json] = {"region": "VR05", "place": "Almelo", "caller": "Smit"}
    found = shown("VNOG Hoog Buurlo, Jansen 06-12345678", values)
    first = next_offer(found)
    assert first is not None
    assert first.kind == "municipality"


def test_quantities_add_up_and_are_given_back_one_by_one() -> None:
    text = "2 pelotons en 3 tankautospuiten"
    values: dict[str, Json] = {"quantities": blank("quantities")}
    for offer in [o for o in shown(text) if o.kind == "quantity"]:
        values["quantities"] = taken(values, offer)
    assert values["quantities"] == ["2 platoon", "3 pumper"] or len(values["quantities"]) == 2  # type: ignore[arg-type]
    first = next(o for o in shown(text, values) if o.kind == "quantity")
    assert holds(values, first)
    values["quantities"] = given_back(values, first, [])
    assert not holds(values, first)
    assert len(values["quantities"]) == 1  # type: ignore[arg-type]


def test_of_two_towns_of_one_name_both_are_offered_and_one_is_meant() -> None:
    towns = [o for o in shown("brand in Bergen") if o.kind == "municipality"]
    assert [o.value for o in towns] == ["GM0373", "GM0893"]
    now = stands("brand in Bergen", {"municipality": "GM0893"})
    assert now["municipality GM0893"] is Stand.TAKEN
    assert "municipality GM0373" not in now


def test_what_was_stepped_over_is_not_offered_by_tab_again() -> None:
    found = shown(NOTE, passed=("region VR06",))
    assert found[0].stand is Stand.PASSED
    assert next_offer(found) == found[1]


def test_what_was_taken_stays_when_its_words_go() -> None:
    now = stands("geen naam meer", {"caller": "Jansen", "grip": "2"})
    assert now == {"caller Jansen": Stand.TAKEN, "grip 2": Stand.TAKEN}


def test_a_time_is_the_moment_that_the_record_holds() -> None:
    (time,) = [o for o in shown("vuur sinds 13:50") if o.kind == "time"]
    assert time.value == round(datetime(2026, 7, 14, 11, 50, tzinfo=UTC).timestamp() * 1000)
    assert time.field == "occurred_at"


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("region", "VR06", "Noord- en Oost-Gelderland"),
        ("region", "VR99", "VR99"),
        ("municipality", "GM0200", "Apeldoorn"),
        ("quantity", "1 platoon", "1 peloton"),
        ("quantity", "2-3 platoon", "2-3 pelotons"),
        ("quantity", "2 unheard-of", "2 unheard-of"),
        ("grip", "R", "GRIP Rijk"),
        ("caller", "Jansen", "Jansen"),
    ],
)
def test_labels_of_values_that_came_without(kind: str, value: str, words: str) -> None:
    assert label_of(kind, value) == words


@given(st.text(max_size=120))
def test_any_note_gives_offers_that_lie_within_it(text: str) -> None:
    for offer in shown(text):
        assert 0 <= offer.start < offer.end <= len(text)


# --- METHANE -------------------------------------------------------------------------------------


def put_in(text: str, cursor: int, language="nl") -> tuple[str, int]:
    step = methane(text, cursor, language)
    return text[: step.at] + step.text + text[step.at :], step.cursor


def test_the_headings_follow_what_was_typed_and_the_cursor_stands_behind_the_first() -> None:
    text, cursor = put_in("Meldkamer belt", 3)
    assert text.startswith("Meldkamer belt\n\nM Groot incident:")
    assert text[:cursor].endswith("M Groot incident: ")
    assert has_methane(text)
    assert not has_methane("Meldkamer belt")


def test_the_key_goes_from_heading_to_heading_and_past_those_that_are_filled() -> None:
    text, cursor = put_in("", 0)
    for heading, said in zip(METHANE, "abcdefg", strict=True):
        assert text[:cursor].endswith(f"{heading.line('nl')} ")
        text = text[:cursor] + said + text[cursor:]
        text, cursor = put_in(text, cursor)
    assert cursor == len(text)
    assert list(read_methane(text).values()) == list("abcdefg")


def test_it_goes_round_to_a_heading_that_was_left_empty() -> None:
    text, first = put_in("", 0)
    _, second = put_in(text, first)
    text = text[:second] + "N344" + text[second:]
    _, again = put_in(text, len(text))
    assert again == first


def test_headings_of_a_desk_that_spoke_english_are_known() -> None:
    text, cursor = put_in("", 0, "en")
    assert "Exact location" in text
    again, after = put_in(text, cursor, "nl")
    assert again == text
    assert after > cursor


# --- what stands in the form ---------------------------------------------------------------------


def test_a_draft_keeps_all_that_was_typed() -> None:
    typed = fresh(1_000, incident="i")
    kept = typed.kept()
    assert from_kept(kept) == typed
    assert kept["incident"] == "i"  # by its name, so that its retention reaches the draft


@given(st.dictionaries(st.text(), st.none() | st.text() | st.integers() | st.lists(st.text())))
def test_a_draft_of_another_version_does_no_harm(kept: dict[str, Json]) -> None:
    typed = from_kept({**kept, "form": kept})
    assert set(typed.values) == set(FIELDS)


def test_half_a_character_can_be_kept() -> None:
    typed = from_kept({"text": "rook \ud83d"})
    assert typed.kept()["text"] == "rook �"


def test_an_untouched_form_is_empty() -> None:
    typed = fresh(1_000, incident="i")
    assert is_empty(typed)
    assert not is_empty(from_kept({**typed.kept(), "caller": "Jansen"}))


def test_differences_name_what_others_changed_and_whether_it_was_touched_here() -> None:
    was: dict[str, Json] = {"place": "a", "caller": "b", "region": "c", "grip": "1"}
    now: dict[str, Json] = {"place": "x", "caller": "y", "region": "c", "grip": "2"}
    mine: dict[str, Json] = {"place": "a", "caller": "z", "region": "d", "grip": "2"}
    found = {each.field: each.touched for each in differences(was, was, now, mine)}
    assert found == {"place": False, "caller": True}
    assert changed(tuple(was), was, mine) == ("caller", "region", "grip")


def test_an_offer_has_a_key_of_its_own() -> None:
    assert Offer("region", "VR06", "x").key != Offer("municipality", "VR06", "x").key
