"""Chips from what an officer types on the phone, titles, METHANE, times as people write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.exchange.notes import Chip, first_words, methane_text, read_methane, read_note
from kcr2desk.exchange.times import read_date
from kcr2desk.exchange.vocabulary import METHANE, disciplines, units

NOW = datetime(2026, 7, 1, 12, 30, tzinfo=UTC)  # 14:30 in Amsterdam


def offered(text: str, kind: str, *, now: datetime = NOW, region_hint: str = "") -> list[str]:
    chips = read_note(text, now=now, region_hint=region_hint)
    return [chip.value for chip in chips if chip.kind == kind]


def test_the_note_of_the_specification() -> None:
    text = "VNOG 2 pelotons Hoog Buurlo, Jansen 06-12345678 belt terug"
    chips = {chip.kind: chip for chip in read_note(text)}
    assert chips["region"] == Chip("region", 0, 4, "VR06", "Noord- en Oost-Gelderland")
    assert chips["quantity"] == Chip("quantity", 5, 15, "2 platoon", "2 pelotons")
    assert chips["place"] == Chip("place", 16, 27, "Hoog Buurlo", "Hoog Buurlo (Apeldoorn)")
    assert chips["municipality"] == Chip("municipality", 16, 27, "GM0200", "Apeldoorn")
    assert chips["caller"] == Chip("caller", 29, 35, "Jansen", "Jansen")
    assert chips["callback"] == Chip("callback", 36, 47, "+31612345678", "06 12345678")
    assert chips["discipline"].value == "fire"


# --- who -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("06-12345678", "+31612345678"),
        ("06 - 12 34 56 78", "+31612345678"),
        ("0612345678", "+31612345678"),
        ("+31 6 12345678", "+31612345678"),
        ("0031612345678", "+31612345678"),
        ("(055) 521 23 45", "+31555212345"),
        ("088 0908 000", "+31880908000"),
        ("+599 717 1234", "+5997171234"),
        ("+297 582 1234", "+2975821234"),
        ("+1-721-542 1234", "+17215421234"),
    ],
)
def test_telephone_numbers(text: str, number: str) -> None:
    assert offered(f"graag bellen op {text}", "callback") == [number]


@pytest.mark.parametrize("text", ["tst 1234", "112", "dossier 20260701", "BSN 111222333", "14:05"])
def test_short_and_other_numbers_are_not_guessed(text: str) -> None:
    assert offered(f"graag bellen, {text}", "callback") == []


def test_an_island_number_needs_no_country_when_the_region_is_known() -> None:
    assert offered("bel 717 1234", "callback", region_hint="BQ-BO") == ["+5997171234"]


@pytest.mark.parametrize(
    ("text", "caller"),
    [
        ("Jansen 06-12345678", "Jansen"),
        ("06-12345678 Jansen", "Jansen"),
        ("06-12345678 (Pieter de Vries)", "Pieter de Vries"),
        ("Graag Jansen terugbellen 06-12345678", "Jansen"),
        ("Graag J. van der Berg tel. 088-0908000", "J. van der Berg"),
        ("Hoog Buurlo Jansen 06-12345678", "Jansen"),
        ("Van Dijk 06-12345678", "Van Dijk"),
        ("Müller-Çelik bereikbaar op 06-12345678", "Müller-Çelik"),
        ("mw. Bakker zegt dat het brandt", "mw. Bakker"),
        ("mw Van Buren over brand", "mw Van Buren"),
        ("dhr de Boer belt later", "dhr de Boer"),
        ("OvD-B Smit ter plaatse", "OvD-B Smit"),
        ("meldkamer Apeldoorn meldt rook", "meldkamer Apeldoorn"),
        ("gebeld door Anna El Idrissi over opvang", "Anna El Idrissi"),
        ("Jansen meldt een brand", "Jansen"),
        ("Apeldoorn 055-5212345", None),
        ("VNOG meldt brand", None),
        ("Hij belt terug", None),
        ("brand in loods, geen naam", None),
    ],
)
def test_callers(text: str, caller: str | None) -> None:
    assert offered(text, "caller") == ([caller] if caller else [])


def test_a_place_in_a_name_is_no_place_but_the_town_of_an_office_is() -> None:
    assert offered("mw. Van Buren 055 5212345 meldt rook", "municipality") == []
    assert offered("meldkamer Apeldoorn meldt rook", "municipality") == ["GM0200"]
    assert offered("Van Dijk 06-12345678", "discipline") == []


# --- where ---------------------------------------------------------------------------------------


def test_a_municipality_offers_its_region_unless_one_is_named() -> None:
    assert offered("brand in Ede", "region") == ["VR07"]
    assert offered("VNOG helpt in Ede", "region") == ["VR06"]


def test_the_region_decides_between_places_of_one_name() -> None:
    (chip,) = [each for each in read_note("brand in Bergen") if each.kind == "municipality"]
    assert (chip.value, chip.alternatives) == ("GM0373", ("GM0893",))
    assert offered("brand in Bergen", "municipality", region_hint="VR23")[0] == "GM0893"
    assert offered("Limburg-Noord: brand in Bergen", "municipality")[0] == "GM0893"


def test_an_island_is_a_region_and_its_town_a_place() -> None:
    assert offered("orkaan nadert Philipsburg", "place") == ["Philipsburg"]
    assert offered("orkaan nadert Philipsburg", "region") == ["SX"]


# --- how many ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 pelotons", "2 platoon"),
        ("1 peloton", "1 platoon"),
        ("3 TS", "3 engine"),
        ("3x TS", "3 engine"),
        ("3 tankautospuiten", "3 engine"),
        ("1 handcrew", "1 handcrew"),
        ("15 gewonden", "15 wounded"),
        ("2 zwaargewonden", "2 severely_wounded"),
        ("30 mensen", "30 person"),
        ("vijf ambulances", "5 ambulance"),
        ("2-3 pelotons", "2-3 platoon"),
        ("1.000 huishoudens", "1000 household"),
        ("50 ha", "50 hectare"),
        ("1 AL", "1 ladder"),
        ("twee heli's", "2 helicopter"),
        ("200 camp beds", "200 camp_bed"),
        ("4 extra bussen", "4 bus"),
    ],
)
def test_quantities(text: str, value: str) -> None:
    assert offered(f"nodig: {text}, spoed", "quantity") == [value]


@pytest.mark.parametrize("text", ["5 al onderweg", "3 wo avond", "06-12345678 man", "v1.2 TS"])
def test_what_only_looks_like_a_quantity(text: str) -> None:
    assert offered(text, "quantity") == []


def test_every_unit_is_read_in_its_own_words() -> None:
    for unit in units():
        for words in (unit.plural, *unit.spellings):
            (value,) = offered(f"nodig: 7 {words}.", "quantity")
            assert value.startswith("7 "), words
        assert offered(f"nodig: 7 {unit.plural}.", "quantity") == [f"7 {unit.code}"]


# --- when ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("om 14:05 gezien", "2026-07-01T12:05:00+00:00"),
        ("14.05 uur rook", "2026-07-01T12:05:00+00:00"),
        ("1405 uur rook", "2026-07-01T12:05:00+00:00"),
        ("14u05 rook", None),
        ("14u05 uur rook", "2026-07-01T12:05:00+00:00"),
        ("sinds om 9 uur", "2026-07-01T07:00:00+00:00"),
        ("aankomst 16:00", "2026-07-01T14:00:00+00:00"),
        ("23:50 gezien", "2026-06-30T21:50:00+00:00"),
        ("gisteren 16:00", "2026-06-30T14:00:00+00:00"),
        ("10 min geleden", "2026-07-01T12:20:00+00:00"),
        ("kwartier geleden", "2026-07-01T12:15:00+00:00"),
        ("half uur geleden", "2026-07-01T12:00:00+00:00"),
        ("anderhalf uur geleden", "2026-07-01T11:00:00+00:00"),
        ("2 hours ago", "2026-07-01T10:30:00+00:00"),
        ("net gebeurd", "2026-07-01T12:30:00+00:00"),
        ("zojuist gemeld", "2026-07-01T12:30:00+00:00"),
        ("het net ligt eruit", None),
        ("nog 2 uur nodig", None),
        ("versie 14.05", None),
        ("25:10", None),
    ],
)
def test_times(text: str, value: str | None) -> None:
    assert offered(text, "time") == ([value] if value else [])


def test_no_time_is_offered_without_now() -> None:
    assert [chip for chip in read_note("om 14:05 net gebeurd") if chip.kind == "time"] == []


def test_at_ten_past_midnight_late_evening_was_yesterday() -> None:
    midnight = datetime(2026, 6, 30, 22, 10, tzinfo=UTC)  # 00:10 on 1 July
    assert offered("23:50 rook gezien", "time", now=midnight) == ["2026-06-30T21:50:00+00:00"]
    (chip,) = [each for each in read_note("23:50 rook", now=midnight) if each.kind == "time"]
    assert chip.label == "30-06 23:50"


def test_the_hour_that_comes_twice_is_the_nearer_one() -> None:
    first = datetime(2026, 10, 25, 0, 40, tzinfo=UTC)  # 02:40 summer time
    second = datetime(2026, 10, 25, 1, 40, tzinfo=UTC)  # 02:40 winter time
    assert offered("02:30 rook", "time", now=first) == ["2026-10-25T00:30:00+00:00"]
    assert offered("02:30 rook", "time", now=second) == ["2026-10-25T01:30:00+00:00"]


@pytest.mark.parametrize(
    "text",
    [
        "Wed, 1 Jul 2026 14:05:00 +0200",
        "1 Jul 2026 12:05:00 GMT",
        "2026-07-01T14:05:00+02:00",
        "2026-07-01 14:05",
        "woensdag 1 juli 2026 14:05",
        "wo 1 jul. 2026 14:05",
        "Wednesday, July 1, 2026 2:05 PM",
        "Wednesday, 1 July 2026 14:05",
        "Wed, Jul 1, 2026 at 2:05 PM",
        "01 July 2026 14:05",
        "1-7-2026 14:05",
        "01/07/2026 14:05:00",
        "14:05 1 juli 2026",
    ],
)
def test_dates_as_mail_programs_show_them(text: str) -> None:
    assert read_date(text) == datetime(2026, 7, 1, 12, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["", "gisteren", "31 feb 2026 14:05", "1 juli 99999 1:00", "0-0-0000"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert read_date(text) is None


# --- scale, discipline ---------------------------------------------------------------------------


def test_grip() -> None:
    assert offered("opgeschaald naar GRIP 2, later grip-4", "grip") == ["2", "4"]
    assert offered("GRIP Rijk afgekondigd", "grip") == ["R"]
    assert offered("we krijgen grip op de brand, GRIP 7", "grip") == []


def test_disciplines_by_their_words() -> None:
    text = "brandweer en politie ter plaatse, dijkdoorbraak, NL-Alert uit, stroomuitval, GHOR mee"
    assert set(offered(text, "discipline")) == {
        "fire",
        "police",
        "water",
        "communication",
        "infrastructure",
        "medical",
    }
    assert set(disciplines()) | {"general"} == {
        *("general", "fire", "medical", "police", "care", "water", "defence"),
        *("communication", "infrastructure", "international"),
    }


# --- for any text --------------------------------------------------------------------------------

_FRAGMENTS = """VNOG|2 pelotons|Hoog Buurlo|Jansen|06-12345678|mw.|Van Buren|14:05|10 min geleden
|GRIP 2|Bergen|3 TS|brand|(|)|,|.|van der|+599 717 1234|net gebeurd|K|ſ|İ|²"""
_TYPED = st.lists(st.sampled_from(_FRAGMENTS.split("|"))).map(" ".join)


@given(st.one_of(st.text(), _TYPED))
def test_chips_lie_within_the_text_and_never_overlap_per_kind(text: str) -> None:
    ends: dict[str, int] = {}
    for chip in read_note(text, now=NOW):
        assert 0 <= chip.start < chip.end <= len(text)
        assert chip.start >= ends.get(chip.kind, 0)
        assert chip.value
        assert chip.label
        ends[chip.kind] = chip.end


# --- titles and METHANE --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Brand bij Hoog Buurlo. Veel rook", "Brand bij Hoog Buurlo"),
        ("\n\n  Brand   in\tloods\nVeel rook", "Brand in loods"),
        ("dhr. Jansen meldt brand. Ernstig", "dhr. Jansen meldt brand"),
        ("Brand op 1.5 km van St. Willebrord", "Brand op 1.5 km van St. Willebrord"),
        ("", ""),
        ("   \n ", ""),
    ],
)
def test_a_title_is_the_first_sentence_or_line(text: str, title: str) -> None:
    assert first_words(text) == title


def test_a_long_title_is_cut_at_a_word() -> None:
    assert first_words("brand op de A1 bij Beekbergen", limit=20) == "brand op de A1 bij…"
    assert first_words("x" * 200, limit=20) == "x" * 19 + "…"


@given(st.text(), st.integers(min_value=2, max_value=200))
def test_a_title_is_one_line_within_the_limit(text: str, limit: int) -> None:
    title = first_words(text, limit)
    assert len(title) <= limit
    assert title == title.strip()
    assert len(title.splitlines()) <= 1


def test_the_form_is_read_back_in_either_language() -> None:
    for language in ("nl", "en"):
        form = methane_text(language)
        assert [line[0] for line in form.splitlines()] == list("METHANE")
        assert read_methane(form) == {}
        filled = "".join(f"{line}waarde {at}\n" for at, line in enumerate(form.splitlines()))
        assert read_methane(f"vooraf\n{filled}") == {
            heading.key: f"waarde {at}" for at, heading in enumerate(METHANE)
        }


def test_further_lines_belong_to_the_heading_above() -> None:
    text = "E Exacte locatie: Hoog Buurlo\nbij de toren: noordzijde\nT Type incident: natuurbrand"
    assert read_methane(text)["location"] == "Hoog Buurlo\nbij de toren: noordzijde"
    assert first_words(text) == "natuurbrand, Hoog Buurlo"
