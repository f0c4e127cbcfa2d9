"""Which two records are proposed as one human being, which never are, and why."""

from __future__ import annotations

from typing import Any

import pytest

from kcr2desk.core.repatriation.people import ManifestLine, Person
from kcr2desk.matching import REASONS, Likeness, keys_of, likeness, pairs
from kcr2desk.matching.traits import phones_of
from kcr2desk.matching.words import plain, sound

JAN = {
    "family_name": "Berg", "prefix": "van den", "given_names": "Pieter", "birth_date": "1965-03-10",
    "street": "Dorpsstraat 12", "postcode": "7311 AB", "city": "Apeldoorn", "sex": "M",
}  # fmt: skip


def line(id_: str = "1", **told: Any) -> ManifestLine:
    return ManifestLine(id=f"line-{id_}", stream="operation:x", about="x", **told)


def person(id_: str = "1", **told: Any) -> Person:
    return Person(id=f"person-{id_}", stream="operation:x", **told)


def alike(one: dict[str, Any], other: dict[str, Any]) -> Likeness:
    """Both ways round and by way of records and blocks, it must come to the same."""
    found = likeness(one, other)
    back = likeness(other, one)
    assert (found.proposed, set(found.reasons)) == (back.proposed, set(back.reasons))
    assert found.bits == pytest.approx(back.bits)
    assert set(found.reasons) <= set(REASONS)
    assert 0 <= found.score <= 1000
    blocked = pairs([line("1", list="applied", **one), line("2", list="applied", **other)])
    assert bool(blocked) == found.proposed  # the keys do not lose it
    return found


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({}, "name"),
        ({"prefix": "", "family_name": "van den Berg"}, "name"),
        ({"prefix": "", "family_name": "Vandenberg"}, "birth"),
        ({"family_name": "BERG", "given_names": "PIETER WILLEM"}, "name"),
        ({"birth_date": "1965-10-03"}, "birth_swapped"),
        ({"birth_date": "1965-03-11"}, "birth_near"),
        ({"birth_date": "1965"}, "birth_part"),
        ({"birth_date": "1965-03"}, "birth_part"),
        ({"family_name": "Pieter", "given_names": "Berg", "prefix": ""}, "names_swapped"),
        ({"given_names": "P."}, "initials"),
        ({"given_names": "Peiter"}, "birth"),
        ({"family_name": "Jansen", "prefix": "", "other_names": "van den Berg"}, "maiden"),
        ({"family_name": "", "given_names": "", "full_name": "BERG/PIETER MR"}, "name"),
        ({"family_name": "", "given_names": "", "full_name": "Pieter v.d. Berg"}, "name"),
        ({"street": "", "postcode": "", "city": "", "sex": ""}, "birth"),
    ],
)
def test_one_human_being_written_down_otherwise_is_proposed(
    other: dict[str, Any], why: str
) -> None:
    found = alike(JAN, {**JAN, **other})
    assert found.proposed
    assert why in found.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller", "MUELLER"), ("Müller", "MULLER"), ("Özdemir", "OEZDEMIR"), ("Núñez", "NUNEZ"),
        ("Weiß", "WEISS"), ("Ærø", "AERO"), ("Øster", "OESTER"), ("Þór", "THOR"),
        ("Haddad", "Hadad"), ("Youssef", "Yusuf"), ("Shevchenko", "Шевченко"),
        ("Haddad", "حداد"), ("Khalid", "Chalid"), ("Ivanov", "Iwanoff"), ("El Amri", "Elamri"),
        ("van Nieuwenhuizen", "NIEUWENHUIZ"), ("Smid-de Vries", "Smid"), ("O'Brien", "OBRIEN"),
    ],
)  # fmt: skip
def test_spellings_and_scripts_of_one_name_are_alike(one: str, other: str) -> None:
    told = {"given_names": "Sofia", "birth_date": "1990-06-01", "phone": "+31612345678"}
    found = alike({**told, "family_name": one}, {**told, "family_name": other})
    assert found.proposed
    strange = likeness({**told, "family_name": one}, {**told, "family_name": "Quist"})
    assert found.bits > strange.bits + 4


def test_document_phone_mail_and_seat_are_named() -> None:
    told = {
        "family_name": "Berg", "given_names": "Anna", "document_number": "NX8R2F4K1",
        "document_country": "NLD", "phone": "06-12345678", "mail": "A@B.nl", "arrival": "f",
        "seat": "12C",
    }  # fmt: skip
    again = {**told, "phone": "+31 (0)6 1234 5678", "mail": "a@b.nl", "seat": "012c"}
    found = alike(told, again)
    assert {"document", "phone", "mail", "seat", "name"} <= set(found.reasons)
    assert found.score == 1000
    assert found.reasons[0] == "document"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a name alone
        ({"family_name": "Jansen", "given_names": "Jan"},) * 2,
        ({"family_name": "Sondergeld", "given_names": "Zebulon"},) * 2,
        ({"full_name": "Zebulon Sondergeld"},) * 2,
        # a name and a town: two of one name, 200 km apart, were joined elsewhere
        ({"family_name": "Sondergeld", "given_names": "Zebulon", "city": "Breda"},) * 2,
        # nothing at all
        ({}, {}),
        ({"birth_date": "1990-01-01"},) * 2,
    ],
)
def test_never_on_a_name_alone(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert not alike(one, other).proposed


@pytest.mark.parametrize(
    "other",
    [
        {"given_names": "Wouter"},  # twins
        {"given_names": "Johanna", "sex": "F"},
        {"given_names": "P.", "sex": "F"},
        {"given_names": "Petra", "sex": "F"},
        {"birth_date": "1995-03-10"},  # father and son
        {"birth_date": "1938-11-21"},
        {"birth_date": "1996"},
        {"birth_date": "", "document_number": "NL7654321"},
        {"given_names": "", "birth_date": ""},
        {"given_names": "Karel", "birth_date": "1967-07-07"},  # brothers
    ],
)
def test_who_shares_a_name_and_an_address_is_not_the_same(other: dict[str, Any]) -> None:
    document = {"document_type": "passport", "document_country": "NLD", "phone": "0612345678"}
    one = {**JAN, **document, "document_number": "NX8R2F4K1"}
    assert not alike(one, {**JAN, **document, **other}).proposed


@pytest.mark.parametrize(
    ("a", "b"), [("Hassan", "Hussein"), ("Anna", "Hanna"), ("Lisa", "Lotte"), ("Tim", "Tom")]
)
def test_twins_with_names_that_look_alike_and_passports_of_their_own(a: str, b: str) -> None:
    twin = {**JAN, "document_type": "passport", "document_country": "NLD"}
    one = {**twin, "given_names": a, "document_number": "NX8R2F4K1"}
    assert not alike(one, {**twin, "given_names": b, "document_number": "NT31B7X08"}).proposed
    # issued one after the other: the numbers are no slip of the pen
    assert not alike(one, {**twin, "given_names": b, "document_number": "NX8R2F4K2"}).proposed


def test_one_document_for_a_whole_family_joins_nobody() -> None:
    told = {**JAN, "document_number": "NX8R2F4K1", "document_country": "NLD"}
    child = {**told, "given_names": "Sanne", "birth_date": "1999-12-24", "sex": "F"}
    assert not alike(told, child).proposed
    assert {"document", "given_differs", "birth_differs"} <= set(likeness(told, child).reasons)


def test_a_document_and_a_birth_date_outweigh_another_name() -> None:
    told = {"document_number": "NX8R2F4K1", "document_country": "NLD", "birth_date": "1990-06-02"}
    married = {**told, "family_name": "Visser", "given_names": "An"}
    assert alike({**told, "family_name": "Kuiper", "given_names": "Anneke"}, married).proposed


@pytest.mark.parametrize("number", ["NX8R2F4KI", "NX8RZF4K1", "NX8R2F4K1 ", "nx8r2f4k1"])
def test_a_number_that_a_scanner_read_otherwise_is_the_same(number: str) -> None:
    one = {"document_number": "NX8R2F4K1", "family_name": "Berg", "given_names": "Anna"}
    found = alike(one, {**one, "document_number": number})
    assert found.proposed
    assert "document" in found.reasons


def test_a_rare_name_says_more_than_a_common_one() -> None:
    rare = {"family_name": "Sondergeld", "given_names": "Zebulon", "birth_date": "1965"}
    common = {"family_name": "Jansen", "given_names": "Jan", "birth_date": "1965"}
    assert likeness(rare, rare).bits > likeness(common, common).bits + 4


def test_crew_is_nobody_who_comes_home() -> None:
    told = {**JAN, "document_number": "NX8R2F4K1"}
    crew = line("1", crew=True, **told)
    assert not pairs([crew, person("1", **told)])
    assert pairs([line("2", **told), person("1", **told)])


def test_two_whom_a_desk_registered_beside_each_other_are_two() -> None:
    told = {**JAN, "given_names": "Jan", "group": "g"}
    assert not pairs([person("1", **told), person("2", **told, relation="child")])


def test_what_is_typed_into_a_bsn_is_never_looked_at() -> None:
    one = person("1", bsn="123456782", family_name="Berg", given_names="Anna")
    other = person("2", bsn="123456782", family_name="Smid", given_names="Karin")
    assert not likeness(one, other).reasons[1:]
    assert not any("123456782" in key for key in keys_of(one))


def test_sounds_and_spellings() -> None:
    assert len({sound(n) for n in ("mohammed", "muhamad", "mohamed", "mhmd", "mehmet")}) == 1
    assert sound("khalid") == sound("chalid") == sound("halid")
    assert sound("chernenko") != "" != sound("aa")
    assert sound("") == ""
    assert plain("mueller") == plain("muxxller") == plain("muller") == "muler"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("+31 6 12345678", {("31", "612345678")}),
        ("0031612345678", {("31", "612345678")}),
        ("06-12345678", {("", "612345678")}),
        ("+31 (0)6 12345678", {("31", "612345678")}),
        ("+961 3 123456", {("961", "3123456")}),
        ("+1 202 555 0123 / 06 12345678", {("1", "2025550123"), ("", "612345678")}),
        ("112", set()), ("onbekend", set()), ("0000000000", set()),
    ],
)  # fmt: skip
def test_phones_of_any_way_of_writing(text: str, found: set[tuple[str, str]]) -> None:
    assert phones_of(text) == found
