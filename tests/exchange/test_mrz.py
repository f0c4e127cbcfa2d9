"""Documents as ICAO and states print them, and as readers type them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kcr2desk.exchange.mrz import Mrz, check_digit, looks_like_mrz, read_mrz
from tests.exchange import mrz_writer as writer
from tests.exchange.mrz_writer import Paper

TODAY = date(2026, 11, 30)

NAME = "P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<"
OLD_NLD = [NAME, "SPECI20142NLD6503101F2403096999999990<<<<<84"]
ICAO_NAME = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
ICAO_TD3 = [ICAO_NAME, "L898902C36UTO7408122F1204159ZE184226B<<<<<10"]
ICAO_TD1 = [
    "I<UTOD231458907<<<<<<<<<<<<<<<",
    "7408122F1204159UTO<<<<<<<<<<<6",
    "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
]


def read(*lines: str, between: str = "\r") -> Mrz:
    return read_mrz(between.join(lines), TODAY)


def anna(**more: Any) -> dict[str, Any]:
    return {
        "family_name": "Eriksson", "given_names": "Anna Maria", "birth_date": "1974-08-12",
        "sex": "F", "nationalities": frozenset({"UTO"}), "document_country": "UTO",
        "document_expiry": "2012-04-15", **more,
    }  # fmt: skip


def willeke(**more: Any) -> dict[str, Any]:
    return {
        "family_name": "Bruijn", "prefix": "de", "given_names": "Willeke Liselotte",
        "birth_date": "1965-03-10", "sex": "F", "nationalities": frozenset({"NLD"}),
        "document_country": "NLD", **more,
    }  # fmt: skip


SPECIMENS = [
    ("TD3", OLD_NLD, willeke(document_type="passport", document_number="SPECI2014",
                             document_expiry="2024-03-09")),
    ("TD3", [NAME, "SPECI20142NLD6503101F2401151999999990<<<<<82"],
     willeke(document_type="passport", document_number="SPECI2014", document_expiry="2024-01-15")),
    ("TD3", [NAME, "SPECI20212NLD6503101F3108309<<<<<<<<<<<<<<<0"],
     willeke(document_type="passport", document_number="SPECI2021", document_expiry="2031-08-30")),
    ("TD1", ["I<NLDSPECI20212<<<<<<<<<<<<<<<", "6503101F3108022NLD<<<<<<<<<<<8",
             "DE<BRUIJN<<WILLEKE<LISELOTTE<<"],
     willeke(document_type="identity", document_number="SPECI2021", document_expiry="2031-08-02")),
    ("TD3", ICAO_TD3, anna(document_type="passport", document_number="L898902C3")),
    ("TD2", ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"],
     anna(document_type="identity", document_number="D23145890")),
    ("TD1", ICAO_TD1, anna(document_type="identity", document_number="D23145890")),
    ("TD3", ["P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<",
             "C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0"],
     {"document_type": "passport", "document_country": "DEU", "document_number": "C01X0006H",
      "birth_date": "1964-08-12", "document_expiry": "2017-10-31", "sex": "F",
      "nationalities": frozenset({"DEU"}), "family_name": "Mustermann", "given_names": "Erika"}),
    ("MRV-A", ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
               "L8988901C4XXX4009078F96121096ZE184226B<<<<<<"],
     anna(document_type="visa", document_number="L8988901C", birth_date="1940-09-07",
          document_expiry="1996-12-10", nationalities=frozenset({"XXX"}))),
    ("MRV-B", ["V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<"],
     anna(document_type="visa", document_number="L8988901C", birth_date="1940-09-07",
          document_expiry="1996-12-10", nationalities=frozenset({"XXX"}))),
    ("IDFRA", ["IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6"],
     {"document_type": "identity", "document_country": "FRA", "document_number": "880692310285",
      "birth_date": "1965-12-06", "sex": "F", "nationalities": frozenset({"FRA"}),
      "family_name": "Berthier", "given_names": "Corinne"}),
    ("TD1", ["IDD<<T220001293<<<<<<<<<<<<<<<", "6408125<2010315D<<<<<<<<<<<<<4",
             "MUSTERMANN<<ERIKA<<<<<<<<<<<<<"],
     {"document_type": "identity", "document_country": "DEU", "document_number": "T22000129",
      "birth_date": "1964-08-12", "document_expiry": "2020-10-31",
      "nationalities": frozenset({"DEU"}), "family_name": "Mustermann", "given_names": "Erika"}),
]  # fmt: skip


@pytest.mark.parametrize("between", ["", "\r", "\n", "\r\n", " \t", "\x1e"])
@pytest.mark.parametrize(("kind", "lines", "fields"), SPECIMENS)
def test_specimens_fill_the_form(
    kind: str, lines: list[str], fields: dict[str, Any], between: str
) -> None:
    mrz = read(*lines, between=between)
    assert (mrz.kind, mrz.complete, mrz.wrong) == (kind, True, frozenset())
    assert mrz.fields == fields
    assert not mrz.names_truncated
    assert all(looks_like_mrz(each) for each in (lines[0][:7] + "<", between.join(lines)))


@pytest.mark.parametrize(
    ("line", "number", "country", "expiry"),
    [
        ("9992307632GBR9501016F2911272<<<<<<<<<<<<<<02", "999230763", "GBR", "2029-11-27"),
        ("99009054<4CZE6906229F16072996956220612<<<<74", "99009054", "CZE", "2016-07-29"),
        ("LF100358<5NZL9010015F2512152<<<<<<<<<<<<<<02", "LF100358", "NZL", "2025-12-15"),
        ("A001122338MYS0911267M2010153<<<<<<<<<<<<<<<8", "A00112233", "MYS", "2020-10-15"),
    ],
)
def test_a_second_line_alone_is_read(line: str, number: str, country: str, expiry: str) -> None:
    mrz = read(line)
    assert (mrz.kind, mrz.complete, mrz.wrong) == ("TD3", False, frozenset())
    assert mrz.fields["document_number"] == number
    assert mrz.fields["nationalities"] == {country}
    assert mrz.fields["document_expiry"] == expiry
    assert "document_type" not in mrz.fields
    assert looks_like_mrz(line)


def test_the_invalid_specimen_says_which_fields_are_wrong() -> None:
    mrz = read(ICAO_NAME, "L898902C36UTO7408122F1204159ZE184226B<<<<<20")
    assert mrz.wrong == {"optional", "composite"}
    assert mrz.fields == anna(document_type="passport", document_number="L898902C3")


def test_confusions_are_offered_and_never_taken() -> None:
    mrz = read(ICAO_NAME, "L898902C36UTO740BIZZF12041S9ZE184226B<<<<<1O")
    assert mrz.wrong == {"birth_date", "document_expiry", "composite"}
    assert mrz.correction("birth_date") == "1974-08-12"
    assert mrz.correction("document_expiry") == "2012-04-15"
    assert mrz.correction("composite") == "0"
    assert "birth_date" not in mrz.fields


@pytest.mark.parametrize(
    ("right", "scanned", "field", "as_read", "offered"),
    [
        ("L898902C36", "L8989O2C36", "document_number", "L8989O2C3", "L898902C3"),
        # 8 for B fits, and so would Z for 2 further on.
        ("L898902C36", "LB98902C36", "document_number", "LB98902C3", ""),
        ("L898902C36", "L898902C3G", "document_number", "L898902C3", "L898902C3"),
        # The digit itself is another: chance would fit LB98902C3 to it, the last digit does not.
        ("L898902C36", "L898902C35", "document_number", "L898902C3", ""),
        ("L898902C36", "LB989O2C36", "document_number", "LB989O2C3", ""),  # two at once
        ("UTO7408", "UT07408", "nationalities", None, "UTO"),
        ("7408122", "7408123", "birth_date", "1974-08-12", ""),
        ("1204159", "I204159", "document_expiry", None, "2012-04-15"),
    ],
)
def test_one_confusion_is_put_right(
    right: str, scanned: str, field: str, as_read: str | None, offered: str
) -> None:
    assert right in ICAO_TD3[1]
    mrz = read(ICAO_NAME, ICAO_TD3[1].replace(right, scanned))
    assert field in mrz.wrong
    assert mrz.fields.get(field) == as_read
    assert mrz.correction(field) == offered


def test_a_digit_in_a_name_is_shown_with_the_letter_it_may_be() -> None:
    mrz = read(ICAO_NAME.replace("ERIKSSON", "ER1KSSON"), ICAO_TD3[1])
    assert mrz.wrong == {"family_name"}
    assert (mrz.fields["family_name"], mrz.correction("family_name")) == ("Er1ksson", "Eriksson")


# -- numbers


@pytest.mark.parametrize(
    ("start", "number", "counts_filler"),
    [
        ("I<UTOD23145890<7349", "D23145890734", False),
        ("I<PRT007666667<ZZ00", "007666667ZZ0", False),
        ("IDBEL000590240<6013", "000590240601", True),
    ],
)
def test_long_numbers_by_both_ways_of_counting(
    start: str, number: str, counts_filler: bool
) -> None:
    paper = Paper(code=start[:2], issuer=start[2:5], nationality=start[2:5], number=number,
                  counts_filler=counts_filler)  # fmt: skip
    lines = writer.td1(paper)
    assert lines[0].startswith(start)
    mrz = read(*lines)
    assert (mrz.fields["document_number"], mrz.wrong) == (number, frozenset())


def test_a_confusion_in_a_long_number_is_put_right() -> None:
    lines = writer.td1(Paper(code="ID", issuer="BEL", number="592398765401"))
    mrz = read(lines[0].replace("<401", "<4O1"), *lines[1:])
    assert mrz.correction("document_number") == "592398765401"
    assert mrz.correction("composite") == lines[1][-1]


def test_a_long_number_on_a_card_of_two_lines() -> None:
    mrz = read(*writer.td2(Paper(code="I<", number="A1234567890")))
    assert (mrz.kind, mrz.fields["document_number"], mrz.wrong) == (
        "TD2", "A1234567890", frozenset(),
    )  # fmt: skip


@pytest.mark.parametrize("empty", ["0", "<"])
def test_an_empty_optional_field_may_have_no_digit(empty: str) -> None:
    assert read(*writer.td3(Paper(empty_check=empty))).wrong == frozenset()


def test_the_bsn_of_an_older_passport_stands_apart() -> None:
    assert read(*OLD_NLD).bsn_candidate == "999999990"
    assert "999999990" not in repr(read(*OLD_NLD)) + str(read(*OLD_NLD).fields)
    assert "Bruijn" not in repr(read(*OLD_NLD))
    new = read(NAME, "SPECI20212NLD6503101F3108309<<<<<<<<<<<<<<<0")
    assert new.bsn_candidate == ""
    foreign = read(*writer.td3(Paper(optional="999999990")))
    assert foreign.bsn_candidate == ""
    no_bsn = read(*writer.td3(Paper(issuer="NLD", nationality="NLD", optional="123456789")))
    assert no_bsn.bsn_candidate == ""
    card = read(*writer.td1(Paper(code="I<", issuer="NLD", optional="111222333")))
    assert card.bsn_candidate == "111222333"


# -- names


def test_truncated_names_are_said() -> None:
    mrz = read("P<NLDVAN<NIEUWENHUIZEN<<GERARD<ROBBERT<MARTI",
               "XN01BC0150NLD7112247M1108268123456782<<<<<02")  # fmt: skip
    assert mrz.names_truncated
    assert (mrz.fields["prefix"], mrz.fields["family_name"]) == ("van", "Nieuwenhuizen")
    assert mrz.fields["given_names"] == "Gerard Robbert Marti"
    assert mrz.bsn_candidate == "123456782"


def test_names_without_a_double_filler_are_one_name() -> None:
    mrz = read("P<MYSMEGAN<ELLA<RUTH<BIN<ISMAELAR<EZZAHUDDIN",
               "A001122338MYS0911267M2010153<<<<<<<<<<<<<<<8")  # fmt: skip
    assert mrz.names_truncated
    assert mrz.fields["family_name"] == "Megan Ella Ruth Bin Ismaelar Ezzahuddin"
    assert "given_names" not in mrz.fields


@pytest.mark.parametrize(
    ("family", "given", "country", "prefix", "expected", "expected_given"),
    [
        ("VAN DER BERG", "JAN PIETER", "NLD", "van der", "Berg", "Jan Pieter"),
        ("IJSBRANDS", "ILSE", "NLD", "", "IJsbrands", "Ilse"),
        ("VAN T HOF", "AN", "NLD", "van 't", "Hof", "An"),
        ("S GRAVESANDE", "AN", "NLD", "'s", "Gravesande", "An"),
        ("VON DER LEYEN", "URSULA", "DEU", "", "von der Leyen", "Ursula"),
        ("VAN DEN BROECK", "ANN", "BEL", "", "Van den Broeck", "Ann"),
        ("MCDONALD", "RONALD", "GBR", "", "McDonald", "Ronald"),
        ("DE LA CRUZ", "MARIA DE LOS ANGELES", "ESP", "", "De la Cruz", "Maria de los Angeles"),
        ("LE", "THI HOA", "NLD", "", "Le", "Thi Hoa"),
    ],
)
def test_names_get_their_case_back(
    family: str, given: str, country: str, prefix: str, expected: str, expected_given: str
) -> None:
    issuer = "D" if country == "DEU" else country
    paper = Paper(family=family, given=given, issuer=issuer, nationality=issuer)
    fields = read(*writer.td3(paper)).fields
    assert fields.get("prefix", "") == prefix
    assert (fields["family_name"], fields["given_names"]) == (expected, expected_given)


# -- dates, sex, countries


@pytest.mark.parametrize(
    ("birth", "expiry", "expected", "other"),
    [
        ("650310", "310830", "1965-03-10", ""),
        ("6503<<", "310830", "1965-03", ""),
        ("65<<<<", "310830", "1965", ""),
        ("650000", "310830", "1965", ""),
        ("<<<<<<", "310830", None, ""),
        ("261130", "310830", "2026-11-30", ""),  # born today; 1926 is possible as well
        ("261201", "310830", "1926-12-01", ""),  # tomorrow: not born yet
        ("240501", "290501", "2024-05-01", "1924-05-01"),
        ("240501", "230309", "1924-05-01", ""),  # the document ended before that child was born
        ("000229", "310830", "2000-02-29", ""),
        ("100615", "310830", "2010-06-15", ""),  # nobody of 116 travels
    ],
)
def test_the_century_of_a_birth(birth: str, expiry: str, expected: str | None, other: str) -> None:
    mrz = read(*writer.td3(Paper(birth=birth, expiry=expiry)))
    assert mrz.fields.get("birth_date") == expected
    assert mrz.birth_alternative in (other, "1926-11-30" if birth == "261130" else other)
    assert mrz.wrong == frozenset()


def test_a_date_that_does_not_exist_is_wrong_though_its_digit_fits() -> None:
    mrz = read(*writer.td3(Paper(birth="740231")))
    assert mrz.wrong == {"birth_date"}
    assert "birth_date" not in mrz.fields


@pytest.mark.parametrize(
    ("expiry", "expected"),
    [("991231", "1999-12-31"), ("560101", "2056-01-01"), ("<<<<<<", None)],
)
def test_the_century_of_an_expiry(expiry: str, expected: str | None) -> None:
    mrz = read(*writer.td3(Paper(expiry=expiry)))
    assert mrz.fields.get("document_expiry") == expected


def test_a_card_of_somebody_young_does_not_end_before_the_birth() -> None:
    mrz = read(*writer.td1(Paper(code="ID", issuer="ESP", birth="050312", expiry="990101")))
    assert mrz.fields["document_expiry"] == "2099-01-01"


def test_sex_unspecified_is_x_on_a_passport_and_nothing_on_a_card() -> None:
    assert read(*writer.td3(Paper(sex="<"))).fields["sex"] == "X"
    assert "sex" not in read(*writer.td1(Paper(code="I<", sex="<"))).fields
    assert read(*writer.td3(Paper(sex="7"))).wrong == {"sex"}


@pytest.mark.parametrize("code", ["XXA", "XXB", "XXC", "XXX", "UNO", "RKS", "GBN", "EUE", "ANT"])
def test_special_codes_are_kept(code: str) -> None:
    assert read(*writer.td3(Paper(nationality=code))).fields["nationalities"] == {code}


@pytest.mark.parametrize(
    ("code", "kind"),
    [("P<", "passport"), ("PP", "passport"), ("PD", "passport"), ("PR", "travel"),
     ("I<", "identity"), ("ID", "identity"), ("IR", "residence"), ("AR", "residence"),
     ("AC", "crew"),
     ("C<", "identity")],
)  # fmt: skip
def test_kinds_of_documents(code: str, kind: str) -> None:
    write = writer.td3 if code[0] == "P" else writer.td1
    assert read(*write(Paper(code=code))).fields["document_type"] == kind


# -- what readers and keyboards do


@pytest.mark.parametrize(
    "text",
    [
        "\x02" + "\r".join(ICAO_TD3).lower() + "\x03\r\n",
        "MRZ1:" + "".join(ICAO_TD3) + "#!",
        ">>> " + "\n".join(ICAO_TD3) + " <--",
        "\r".join(ICAO_TD3).replace("<", ";"),
        "\r".join(ICAO_TD3).replace("<", ">"),
        "\r".join(ICAO_TD3).replace("<<", "«").replace("<", "‹"),
        "\r".join(ICAO_TD3).replace("<", "＜"),
        "\r".join(ICAO_TD3).replace("<", "&lt;"),
        ICAO_NAME.rstrip("<") + "\n" + ICAO_TD3[1],
        ICAO_NAME[:-2] + ICAO_TD3[1],
        ICAO_NAME + "<<" + ICAO_TD3[1],
        "1) " + ICAO_NAME + "\n2) " + ICAO_TD3[1],
        "Dear desk,\n\nhis passport says\n" + "\n".join(ICAO_TD3) + "\nKind regards",
        "".join(ICAO_TD3)[:30] + " " + "".join(ICAO_TD3)[30:],
        "\n".join(ICAO_TD3).replace("<", " "),
        "\n".join(ICAO_TD3 * 2),
        "".join(ICAO_TD3 * 2),
    ],
)
def test_a_passport_is_read_however_it_was_typed(text: str) -> None:
    mrz = read_mrz(text, TODAY)
    assert (mrz.kind, mrz.complete, mrz.wrong) == ("TD3", True, frozenset())
    assert mrz.fields == anna(document_type="passport", document_number="L898902C3")


def test_a_sign_that_was_lost_costs_its_field() -> None:
    second = ICAO_TD3[1]
    mrz = read(ICAO_NAME, second[:5] + second[6:])
    assert mrz.kind == "TD3"
    assert mrz.wrong == {"document_number", "composite"}
    assert mrz.fields["birth_date"] == "1974-08-12"
    in_optional = read(ICAO_NAME, second[:35] + second[36:])
    assert in_optional.kind == "TD3"
    assert in_optional.fields["document_number"] == "L898902C3"


def test_two_documents_at_once_are_none() -> None:
    assert not read(*ICAO_TD3, *OLD_NLD).complete


@pytest.mark.parametrize(
    ("text", "number", "country"),
    [
        ("IDFRAX4RTBPFW46<<<<<<<<<<<<<<<9007138F3002119FRA<<<<<<<<<<<6"
         "MARTIN<<MAELYS<GAELLE<MARIE<<<<", "X4RTBPFW4", "FRA"),
        ("C<ITACA00000AA4<<<<<<<<<<<<<<<6412308F2212304ITA<<<<<<<<<<<0"
         "ROSSI<<BIANCA<<<<<<<<<<<<<<<<<", "CA00000AA", "ITA"),
        ("P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<"
         "C01X00T478D<<6408125F2702283<<<<<<<<<<<<<<<4", "C01X00T47", "DEU"),
        ("PRNLDTESFAY<<ABEBA<<<<<<<<<<<<<<<<<<<<<<<<<<"
         "SPECI20142XXB6503101F2403096<<<<<<<<<<<<<<08", "SPECI2014", "NLD"),
    ],
)  # fmt: skip
def test_specimens_of_other_states(text: str, number: str, country: str) -> None:
    mrz = read(text)
    assert (mrz.complete, mrz.wrong) == (True, frozenset())
    assert (mrz.fields["document_number"], mrz.fields["document_country"]) == (number, country)


def test_partial_scans_give_what_is_there() -> None:
    assert read(ICAO_NAME).fields["family_name"] == "Eriksson"
    assert not read(ICAO_NAME).complete
    without_names = read(*ICAO_TD1[:2])
    assert (without_names.kind, without_names.complete) == ("TD1", False)
    assert without_names.fields["document_number"] == "D23145890"
    without_number = read(*ICAO_TD1[1:])
    assert without_number.fields["family_name"] == "Eriksson"
    assert "document_number" not in without_number.fields


@pytest.mark.parametrize(
    "text",
    ["", " ", "P", "pietersen", "van der Berg", "12A", "P-2026-11-0142-3", "ibrahim", "IDFRA",
     "<", "06-12345678", "P" * 90, "a < b", "id <"],
)  # fmt: skip
def test_what_people_type_is_no_scan(text: str) -> None:
    assert not read_mrz(text, TODAY)
    if text not in ("a < b", "id <"):
        assert not looks_like_mrz(text)


@pytest.mark.parametrize("text", ["P<", "p<nld", "I<", "IDFRA<", "PPNLDDE<", "I;UTO;;E", "V<"])
def test_a_scan_is_known_early(text: str) -> None:
    assert looks_like_mrz(text)


def test_the_digit_of_the_standard() -> None:
    assert check_digit("520727") == "3"
    assert check_digit("AB2134<<<") == "5"
