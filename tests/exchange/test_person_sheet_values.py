"""Dates, names and countries as lists write them, with made-up ones in great numbers."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcr2desk.exchange.countries import code_of, countries
from kcr2desk.exchange.person_sheet_dates import order_of, readings
from kcr2desk.exchange.person_sheet_names import Name, split_name
from kcr2desk.exchange.person_sheet_totals import flight_in

TODAY = date(2026, 11, 30)
BIRTHS = st.dates(date(1927, 1, 1), date(2026, 11, 30))
FORMS = ("%Y-%m-%d", "%d %B %Y", "%d%b%y", "%Y%m%d", "%d.%m.%Y", "%Y/%m/%d", "%B %d, %Y")


@given(BIRTHS, st.sampled_from(FORMS))
def test_a_date_that_can_be_read_in_one_way_is(day: date, form: str):
    told = readings(day.strftime(form), TODAY)
    assert told == {"": day.isoformat()}


@given(BIRTHS, st.sampled_from("-/ "))
def test_day_and_month_are_unclear_only_when_both_could_be_a_month(day: date, sign: str):
    told = readings(f"{day.day}{sign}{day.month}{sign}{day.year}", TODAY)
    if day.day > 12:
        assert told == {"dmy": day.isoformat()}
    elif day.day == day.month:
        assert told == {"": day.isoformat()}
    else:
        assert told == {"dmy": day.isoformat(), "mdy": f"{day.year}-{day.day:02}-{day.month:02}"}


@given(BIRTHS)
def test_a_number_of_excel_and_a_date_of_it_are_the_same(day: date):
    serial = (day - date(1899, 12, 30)).days
    assert readings(serial, TODAY) == {"": day.isoformat()}
    assert readings(datetime(day.year, day.month, day.day), TODAY) == {"": day.isoformat()}


@given(st.lists(BIRTHS, min_size=1, max_size=40))
def test_a_column_is_read_as_its_clear_dates_say(days: list[date]):
    cells = [(n, f"{d.day:02}-{d.month:02}-{d.year}") for n, d in enumerate(days)]
    order = order_of(cells, TODAY)
    clear = any(d.day > 12 for d in days)
    unclear = [d for d in days if d.day <= 12 and d.day != d.month]
    assert order.asks == (bool(unclear) and not clear)
    if not order.asks:
        found = [order.pick(readings(text, TODAY)) for _, text in cells]
        assert found == [d.isoformat() for d in days]


@given(st.text(max_size=30))
def test_anything_is_a_date_or_none(text: str):
    for told in readings(text, TODAY).values():
        assert told == told.strip()
        assert 4 <= len(told) <= 10


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1965", "1965"), ("03-1965", "1965-03"), ("maart 1965", "1965-03"), ("1965-03", "1965-03"),
        ("00-03-1965", "1965-03"), ("XX-XX-1965", "1965"), ("10-mrt-65", "1965-03-10"),
        ("1965-03-10 00:00:00", "1965-03-10"), ("10MAR65", "1965-03-10"), ("650310", "1965-03-10"),
        ("di 10 maart 1965", "1965-03-10"), ("1er mars 1965", "1965-03-01"),
        ("5. März 1965", "1965-03-05"), ("12-Mar-25", "2025-03-12"), ("13-1-'65", "1965-01-13"),
    ],
)  # fmt: skip
def test_usual_forms(text: str, told: str):
    assert order_of([(1, text)], TODAY).pick(readings(text, TODAY)) == told


def test_a_year_of_two_digits_is_past_for_a_birth_and_about_now_for_an_expiry():
    assert readings("13-12-27", TODAY) == {"dmy": "1927-12-13"}
    assert readings("13-12-27", TODAY, ahead=True) == {"dmy": "2027-12-13"}
    assert readings("13-12-99", TODAY, ahead=True) == {"dmy": "1999-12-13"}


def test_what_is_no_date():
    for text in ("31-02-1990", "maandag", "99-99-1990", "", "12", "29-02-2023"):
        assert readings(text, TODAY) == {}
    assert readings("3-4-5", TODAY)  # the third or fourth of April or March 2005


def test_dates_that_excel_may_have_turned_are_told():
    cells = [(1, datetime(1990, 3, 4)), (2, "04/28/1990")]
    assert order_of(cells, TODAY).turned


NAMES = {
    "JANSEN/PIETER MR": Name("Jansen", "", "Pieter", "M"),
    "JANSEN/PIETERMR": Name("Jansen", "", "Pieter", "M"),
    "VAN DER BERG/JAN": Name("Berg", "van der", "Jan"),
    "O'BRIEN/SEAN CHD": Name("O'Brien", "", "Sean", "", "child"),
    "Jansen, P.": Name("Jansen", "", "P."),
    "Berg, Jan van den": Name("Berg", "van den", "Jan"),
    "Berg, van den, Jan": Name("Berg", "van den", "Jan"),
    "van den Berg, Jan": Name("Berg", "van den", "Jan"),
    "Pieter de Jansen": Name("Jansen", "de", "Pieter"),
    "Pieter JANSEN": Name("Jansen", "", "Pieter"),
    "DE VRIES Anna": Name("Vries", "de", "Anna"),
    "Anna de VRIES": Name("Vries", "de", "Anna"),
    "Mw. A.M. van 't Hoff-de Boer": Name("Hoff-de Boer", "van 't", "A.M.", "F"),
    "Ahmed Al Hassan": Name("Al Hassan", "", "Ahmed"),
    "de Vries": Name("Vries", "de", ""),
    "Jan": Name("Jan"),
    "": Name(),
}


@pytest.mark.parametrize("text", NAMES)
def test_a_whole_name_is_taken_apart(text: str):
    assert split_name(text) == NAMES[text]


GIVEN = st.sampled_from(["Piet", "Anna Maria", "J.", "Zoë", "Jan-Willem"])
PREFIX = st.sampled_from(["", "de", "van der", "van 't", "ten"])
FAMILY = st.sampled_from(["Jansen", "Berg", "Wit-Smit", "Özdemir", "Haan"])


@given(GIVEN, PREFIX, FAMILY)
def test_every_way_of_writing_a_name_is_the_same_name(first: str, prefix: str, family: str):
    whole = Name(family, prefix, first)
    assert split_name(" ".join(p for p in (first, prefix, family) if p)) == whole
    assert split_name(f"{prefix} {family}, {first}".strip()) == whole
    assert split_name(f"{family}, {first} {prefix}".strip()) == whole
    assert split_name(f"{prefix} {family}/{first}".strip()) == whole


@given(st.text(max_size=60))
def test_nothing_breaks_a_name(text: str):
    split_name(text)


@given(st.sampled_from(sorted(countries())))
def test_a_country_is_found_by_all_that_it_is_called(code: str):
    known = countries()[code]
    for text in (known.code, known.alpha2, known.name_nl, known.name_en.upper()):
        assert not text or code_of(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nederlandse", "NLD"), ("Dutch", "NLD"), ("NL", "NLD"), ("D<<", "DEU"), ("Duitse", "DEU"),
        ("Libanese", "LBN"), ("Néerlandaise", "NLD"), ("Pays-Bas", "NLD"), ("UK", "GBR"),
        ("staatloos", "XXA"), ("Kosovo", "RKS"), ("Arubaanse", "ABW"), ("xyzzy", ""), ("", ""),
    ],
)  # fmt: skip
def test_nationalities(text: str, code: str):
    assert code_of(text) == code


def test_flights():
    assert flight_in("Vlucht KL 0123 naar huis") == "KL0123"
    assert flight_in("pax HV9001.csv") == "HV9001"
    assert flight_in("pax HV9001.csv", named=True) == ""
