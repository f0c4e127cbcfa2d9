"""Names out of capitals, voorvoegsels, countries as people write them, Dutch numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.exchange import countries, dutch
from kcr2desk.exchange.names import (
    family_cased,
    given_cased,
    one_case,
    split_prefix,
    without_title,
)


@pytest.mark.parametrize(
    ("name", "prefix", "rest"),
    [
        ("DE BRUIJN", "de", "BRUIJN"), ("Van der Berg", "van der", "Berg"),
        ("van 't Hof", "van 't", "Hof"), ("VAN T HOF", "van 't", "HOF"), ("'T HART", "'t", "HART"),
        ("S GRAVESANDE", "'s", "GRAVESANDE"), ("Op de Beeck", "op de", "Beeck"),
        ("in ’t Veld", "in 't", "Veld"), ("Vries, de", "de", "Vries"),
        ("Berg van der", "van der", "Berg"), ("Vries, Jan", "", "Vries Jan"),
        ("dos Santos", "dos", "Santos"), ("Le", "", "Le"), ("VAN", "", "VAN"), ("", "", ""),
        ("Jansen-de Vries", "", "Jansen-de Vries"), ("Chan Le", "", "Chan Le"),
        ("EL IDRISSI", "", "EL IDRISSI"), ("Van de", "van", "de"), ("T JONG", "'t", "JONG"),
    ],
)  # fmt: skip
def test_voorvoegsels(name: str, prefix: str, rest: str) -> None:
    assert split_prefix(name) == (prefix, rest)


@pytest.mark.parametrize(
    ("name", "cased"),
    [
        ("VON DER LEYEN", "von der Leyen"), ("MCDONALD", "McDonald"), ("IJSBRANDS", "IJsbrands"),
        ("JANSEN-DE VRIES", "Jansen-de Vries"), ("DE LA CRUZ", "De la Cruz"),
        ("O'NEILL", "O'Neill"), ("VAN", "Van"), ("ŁUKASZEWSKI", "Łukaszewski"),
    ],
)  # fmt: skip
def test_surnames_get_their_case(name: str, cased: str) -> None:
    assert family_cased(name) == cased


@pytest.mark.parametrize(
    ("name", "cased"),
    [("ANNE-MARIE", "Anne-Marie"), ("MARIA DE LOS ANGELES", "Maria de los Angeles"),
     ("J.P.", "J.P."),
     ("WILLEM III", "Willem III"), ("THI VI", "Thi Vi"), ("IJSBRAND", "IJsbrand")],
)  # fmt: skip
def test_given_names_get_their_case(name: str, cased: str) -> None:
    assert given_cased(name) == cased


def test_titles_stand_behind_the_name() -> None:
    assert without_title("WILLEKE LISELOTTE MRS") == ("WILLEKE LISELOTTE", "MRS")
    assert without_title("MR") == ("MR", "")
    assert [one_case(each) for each in ("JAN", "jan", "Jan")] == [True, True, False]


@given(st.text(max_size=40))
def test_no_name_breaks_it_and_no_word_is_lost(name: str) -> None:
    prefix, rest = split_prefix(name)
    assert sorted(f"{prefix} {rest}".strip().lower().replace("'", "")) == sorted(
        " ".join(name.replace("’", "'").replace(",", " ").split()).lower().replace("'", "")
    )
    family_cased(name)
    given_cased(name)
    without_title(name)


@pytest.mark.parametrize(
    ("text", "code"),
    [("NLD", "NLD"), ("nl", "NLD"), ("Nederland", "NLD"), ("The Netherlands", "NLD"),
     ("Nederlandse", "NLD"), ("Dutch", "NLD"), ("D<<", "DEU"), ("D", "DEU"), ("Duitsland", "DEU"),
     ("België", "BEL"), ("UK", "GBR"), ("Côte d'Ivoire", "CIV"),
     ("Iran, Islamic Republic of", "IRN"),
     ("Curaçao", "CUW"), ("XXB", "XXB"), ("staatloos", "XXA"), ("Kosovo", "RKS"), ("GBN", "GBN"),
     ("ANT", "ANT"), ("Congo", ""), ("Atlantis", ""), ("", "")],
)  # fmt: skip
def test_countries_as_people_write_them(text: str, code: str) -> None:
    assert countries.code_of(text) == code


def test_names_of_countries() -> None:
    assert countries.name_of("NLD", "nl") == "Nederland"
    assert countries.name_of("SYR", "en") == "Syria"
    assert countries.name_of("QQQ", "nl") == "QQQ"
    assert [countries.is_code(each) for each in ("XXA", "RKS", "nld")] == [True, True, False]
    assert len(countries.countries()) > 280


@pytest.mark.parametrize(
    "number", ["111222333", "123456782", "999999990", "999990019", "010464554"]
)
def test_a_bsn_passes_the_11_proef(number: str) -> None:
    assert dutch.bsn(number) == number
    assert dutch.bsn(f" {number[:4]}.{number[4:6]}.{number[6:]} ") == number
    assert dutch.bsn(number.removeprefix("0")) == number


@pytest.mark.parametrize(
    "text", ["123456789", "999999999", "000000000", "", "12", "1234567820", "٩٩٩٩٩٩٩٩٠", "9" * 99]
)
def test_what_is_no_bsn(text: str) -> None:
    assert dutch.bsn(text) == ""


@pytest.mark.parametrize(
    ("text", "code"),
    [("2511bt", "2511 BT"), ("2511 BT", "2511 BT"), ("NL-2511BT", "2511 BT"), ("0511BT", ""),
     ("2511 SS", ""), ("2511", ""), ("", ""), ("x" * 99, "")],
)  # fmt: skip
def test_postcodes(text: str, code: str) -> None:
    assert dutch.postcode(text) == code
