"""Regions, municipalities and the names that people give them."""

from __future__ import annotations

import csv
import itertools
import time
import unicodedata
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.core import places
from kcr2desk.core.places import PlaceMatch, find_places


def codes(text: str) -> list[str]:
    return [match.code for match in find_places(text)]


def only(text: str) -> PlaceMatch:
    (match,) = find_places(text)
    return match


# --- the facts -----------------------------------------------------------------------------------


def test_there_are_25_regions_six_entities_and_342_municipalities() -> None:
    assert len(places.regions()) == 31
    assert sum(region.code.startswith("VR") for region in places.regions()) == 25
    assert len(places.municipalities()) == 342


def test_facts_agree_with_the_official_tables(shared_data: Path) -> None:
    with (shared_data / "regions.csv").open(encoding="utf-8") as source:
        for row in csv.DictReader(source):
            region = places.region(row["code"])
            assert (region.name, region.seat) == (row["name"], row["seat"])
            assert (region.latitude, region.longitude) == (float(row["lat"]), float(row["lon"]))
            assert list(region.neighbours) == [
                each for each in row["neighbours"].split(";") if each
            ]
    with (shared_data / "gemeenten_2023.csv").open(encoding="utf-8") as source:
        for row in csv.DictReader(source):
            found = places.municipality(row["gm_code"])
            assert (found.name, found.region) == (row["name"], row["region_code"])


def test_neighbours_are_mutual() -> None:
    for region in places.regions():
        for code in region.neighbours:
            assert region.code in places.region(code).neighbours


def test_codes_and_abbreviations_are_unique() -> None:
    assert len({region.abbreviation for region in places.regions()}) == 31
    assert len({each.code for each in places.municipalities()}) == 342


def test_the_islands_are_four_hours_behind_utc_all_year() -> None:
    for region in places.regions():
        if not region.code.startswith("VR"):
            for month in (1, 7):
                there = datetime(2026, month, 1, tzinfo=UTC).astimezone(ZoneInfo(region.time_zone))
                assert there.utcoffset() == timedelta(hours=-4)


def test_every_municipality_and_region_lies_in_a_region() -> None:
    assert places.region_of("GM0200") == "VR06"
    assert places.region_of("VR06") == "VR06"
    assert all(
        places.region_of(each.code) == places.region(each.region).code
        for each in places.municipalities()
    )
    with pytest.raises(KeyError):
        places.region_of("GM9999")


# --- names in running text -----------------------------------------------------------------------


def test_every_official_name_is_found_as_itself() -> None:
    for each in places.municipalities():
        first = find_places(f"gemeente {each.name} meldt")[0]
        assert each.code in (first.code, *first.alternatives), each
    for region in places.regions():
        match = only(f"veiligheidsregio {region.name} meldt")
        assert (match.code, match.kind, match.alternatives) == (region.code, "region", ())


def test_every_alias_leads_to_its_code() -> None:
    source = Path(places.__file__).parent / "data" / "aliases.csv"
    with source.open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            match = find_places(f"Inzet bij {row['alias']}: brand")[0]
            assert row["code"] in (match.code, *match.alternatives), row
            assert match.end - match.start >= len(row["alias"]) - 1, row


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Friesland", "VR02"),
        ("fryslan", "VR02"),
        ("Frisia", "VR02"),
        ("Limburg-Zuid", "VR24"),
        ("Zuid-Limburg", "VR24"),
        ("Gelderland Midden", "VR07"),
        ("Brabant Zuid-Oost", "VR22"),
        ("Brabant-Zuidoost", "VR22"),
        ("vnog", "VR06"),
        ("VRAA", "VR13"),
        ("BAA", "VR13"),
        ("VRGooi", "VR14"),
        ("MWB", "VR20"),
        ("Den Haag", "GM0518"),
        ("'s-Gravenhage", "GM0518"),
        ("s gravenhage", "GM0518"),
        ("The Hague", "GM0518"),
        ("den bosch", "GM0796"),
        ("Sudwest Fryslan", "GM1900"),
        ("alphen a/d rijn", "GM0484"),
        ("Nuenen", "GM0820"),
        ("Schiphol", "GM0394"),
        ("IJmuiden", "GM0453"),
        ("Hoek van Holland", "GM0599"),
        ("Statia", "BQ-SE"),
        ("St. Eustatius", "BQ-SE"),
        ("curacao", "CW"),
        ("Curaçao", "CW"),
        ("Sint Maarten", "SX"),
        ("St. Maarten", "SX"),
        ("Saba", "BQ-SA"),
        ("VR06", "VR06"),
        ("GM0200", "GM0200"),
    ],
)
def test_names_as_people_write_them(text: str, code: str) -> None:
    match = only(text)
    assert match.code == code
    assert (match.start, match.end) == (0, len(text))


def test_a_settlement_names_itself_and_its_municipality() -> None:
    match = only("natuurbrand Hoog Buurlo")
    assert (match.kind, match.name, match.code) == ("place", "Hoog Buurlo", "GM0200")


def test_the_longest_name_wins() -> None:
    assert codes("Bergen op Zoom, Wijk bij Duurstede, Oost Gelre") == ["GM0748", "GM0352", "GM1586"]


def test_a_name_of_several_places_gives_them_all() -> None:
    assert only("brand in Bergen").alternatives == ("GM0893",)
    assert only("brand in Bergen (L.)").code == "GM0893"
    assert only("brand in Bergen NH").alternatives == ()
    utrecht = only("storing in Utrecht")
    assert (utrecht.code, utrecht.alternatives) == ("GM0344", ("VR09",))
    assert only("VR Utrecht").alternatives == ()
    assert {only("VRF").code, *only("VRF").alternatives} == {"VR02", "VR25"}
    assert set(only("BES-eilanden").alternatives) == {"BQ-SE", "BQ-SA"}


@pytest.mark.parametrize(
    "text",
    [
        "het gaat best goed, echt waar",
        "de buren en hun huizen zijn ontruimd, houten vloer zakt",
        "Huizen in de straat worden ontruimd",
        "Echt alles staat onder water. Best veel rook",
        "putten lopen over, water gaat dalen en stijgen",
        "HUIZEN STAAN IN BRAND",
        "met de lier op de TS, the bottom of it",
        "dit kan leiden tot uitval; we kampen met drukte",
        "een bes eten, veel dieren gered, sluis dicht",
    ],
)
def test_everyday_words_are_no_places(text: str) -> None:
    assert find_places(text) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("brand in Best", "GM0753"),
        ("Best: brand in loods", "GM0753"),
        ("Putten, 2 TS", "GM0273"),
        ("woning in Houten", "GM0321"),
        ("gemeente echt-susteren", "GM1711"),
        ("gemeente huizen", "GM0406"),
        ("file bij Leiden", "GM0546"),
        ("rook in de haven van Urk", "GM0184"),
        ("brand in ede", "GM0228"),
    ],
)
def test_the_same_words_as_a_name_are(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_decomposed_letters_are_read_and_counted_as_typed() -> None:
    text = unicodedata.normalize("NFD", "brand in Súdwest-Fryslân nu")
    match = only(text)
    assert match.code == "GM1900"
    assert unicodedata.normalize("NFC", text[match.start : match.end]) == "Súdwest-Fryslân"


def test_a_name_does_not_run_over_a_sentence() -> None:
    assert codes("Brand bij Alphen. Aan den Rijn is het rustig") == []


_FRAGMENTS = st.sampled_from(
    ["Bergen", "op", "Zoom", " ", "-", "'", "s-", "Gravenhage", "(", "NH", ".)", "\n", "é", "VRU"]
)


@given(st.one_of(st.text(), st.lists(_FRAGMENTS).map("".join)))
def test_matches_lie_within_the_text_in_order_and_apart(text: str) -> None:
    matches = find_places(text)
    for match in matches:
        assert 0 <= match.start < match.end <= len(text)
    for before, after in itertools.pairwise(matches):
        assert before.end <= after.start


def test_a_long_text_costs_no_more_per_character() -> None:
    """Not a stopwatch: the same text ten times over may take ten times as long, not a hundred."""

    def seconds(text: str) -> float:
        begin = time.process_time()
        find_places(text)
        return time.process_time() - begin

    text = "Best veel rook. Huizen in Hoog Buurlo en Bergen (NH. " * 200
    find_places(text)
    assert seconds(text * 10) < 40 * max(min(seconds(text) for _ in range(3)), 0.001)
