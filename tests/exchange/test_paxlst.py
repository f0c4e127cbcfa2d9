"""Passenger lists: what airlines send, and what becomes of it on the way."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kcr2desk.core.records import wire_values
from kcr2desk.exchange.listed import ListedFile, ListedFlight
from kcr2desk.exchange.paxlst import is_paxlst, read_paxlst
from kcr2desk.exchange.problems import sentence
from tests.exchange.paxlst_writer import WILLEKE, Signs, interchange, message, person

TODAY = date(2026, 11, 30)


def read(text: str | bytes) -> ListedFile:
    data = text.encode() if isinstance(text, str) else text
    listed = read_paxlst(data, "kl590.edi", TODAY)
    for problem in listed.problems:
        assert sentence(problem, "nl") != sentence(problem, "en")
    for line in listed.lines:
        wire_values("manifestline", line.fields)  # what does not fit raises
    return listed


def codes(listed: ListedFile) -> list[str]:
    return [problem.code for problem in listed.problems]


def names(listed: ListedFile) -> list[str]:
    return [line.fields["full_name"] for line in listed.lines]


FIELDS: dict[str, Any] = {
    "full_name": "Willeke Liselotte de Bruijn", "family_name": "Bruijn", "prefix": "de",
    "given_names": "Willeke Liselotte", "sex": "F", "birth_date": "1965-03-10",
    "nationality": "NLD", "country": "LBN", "phone": "+31612345678", "mail": "willeke@example.nl",
    "party": "X7K2PQ", "seat": "12A", "key": "KL590 2024-10-04 PAX0001",
    "document_type": "passport", "document_number": "SPECI2014", "document_country": "NLD",
    "document_expiry": "2033-03-09",
    "others": {"bags": "2", "cleared": "EIN", "embarked": "BEY", "disembarked": "EIN",
               "birth place": "NLD MOLENEND"},
}  # fmt: skip


@pytest.mark.parametrize("release", ["02B", "05B"])
@pytest.mark.parametrize("una", [True, False])
def test_a_passenger_is_read_whole(release: str, una: bool) -> None:
    listed = read(interchange(message(WILLEKE, count=("42", 1), release=release), una=una))
    assert listed.problems == ()
    assert (listed.kind, listed.list, listed.declared) == ("paxlst", "manifest", {"passengers": 1})
    (line,) = listed.lines
    assert (line.row, line.fields) == (1, FIELDS)
    assert listed.flights == (
        ListedFlight("KL590", "BEY", "EIN", datetime(2024, 10, 4, 10, 52, tzinfo=UTC)),
    )


@pytest.mark.parametrize(
    "signs",
    [Signs("*", "|", "\\", "~"), Signs(";", "#", "", "!"), Signs(":", "+", "?", "\n"),
     Signs(":", "+", "?", "\r")],
)  # fmt: skip
def test_the_separators_are_those_of_una(signs: Signs) -> None:
    listed = read(interchange(message(WILLEKE, signs=signs), signs=signs))
    assert [line.fields for line in listed.lines] == [FIELDS]
    assert listed.problems == ()


def test_control_characters_separate_at_syntax_level_b() -> None:
    signs = Signs("\x1f", "\x1d", "", "\x1c")
    text = interchange(message(WILLEKE, signs=signs), signs=signs, una=False, syntax="UNOB")
    assert [line.fields for line in read(text).lines] == [FIELDS]


def test_released_signs_are_part_of_the_text() -> None:
    listed = read(interchange(message(person("O'BRIEN+D:X?/ANN"))))
    assert names(listed) == ["Ann O'Brien+d:x?"]
    assert listed.problems == ()


@pytest.mark.parametrize(
    ("charset", "syntax", "name"),
    [("iso8859-1", "UNOC", "MÜLLER"), ("utf-8", "UNOY", "ŁUKASZ"), ("utf-8", "UNOW", "ΑΝΝΑ"),
     ("iso8859-2", "UNOD", "ŁUKASZ"), ("iso8859-5", "UNOE", "ИВАНОВ"),
     ("iso8859-7", "UNOF", "ΑΝΝΑ"),
     ("utf-8-sig", "UNOA", "ZOË"), ("utf-16", "UNOC", "ZOË"), ("cp1252", "UNOA", "ZOË")],
)  # fmt: skip
def test_encodings(charset: str, syntax: str, name: str) -> None:
    data = interchange(message(person(f"{name}/AN")), syntax=syntax).encode(charset)
    assert [line.fields["family_name"].upper() for line in read(data).lines] == [name]


# -- names, documents, dates


@pytest.mark.parametrize(
    ("segment", "family", "given"),
    [
        (("NAD", "FL", "", "", ("JANSEN", "ANN", "MARIE")), "Jansen", "Ann Marie"),
        (("NAD", "FL", "", "", "JANSEN/ANN MARIE MRS"), "Jansen", "Ann Marie"),
        (("NAD", "FL", "", "", "JANSEN, ANN"), "Jansen", "Ann"),
        (("NAD", "FL", "", ("JANSEN", "ANN")), "Jansen", "Ann"),
        (("NAD", "FL", "", "", ("Jansen", "Ann")), "Jansen", "Ann"),
        (("NAD", "FL", "", "", ("JANSEN", "FNU")), "Jansen", None),
        (("NAD", "FL", "", "", "JANSEN ANN"), None, None),
    ],
)
def test_forms_of_names(segment: tuple[Any, ...], family: str | None, given: str | None) -> None:
    (line,) = read(interchange(message([segment]))).lines
    assert (line.fields.get("family_name"), line.fields.get("given_names")) == (family, given)
    assert "Jansen" in line.fields["full_name"]


def test_the_address_of_nad() -> None:
    segment = ("NAD", "FL", "", "", ("KOK", "AN"), "DAM 1", "AMSTERDAM", "", "1012JS", "NLD")
    fields = read(interchange(message([segment]))).lines[0].fields
    assert (fields["street"], fields["city"]) == ("DAM 1", "AMSTERDAM")
    assert (fields["postcode"], fields["country"]) == ("1012JS", "NLD")


def test_the_passport_comes_before_the_visa() -> None:
    papers = (("DOC", "V", "V1"), ("LOC", "91", "NLD"), ("DOC", "P", "X1"), ("LOC", "91", "D"))
    fields = read(interchange(message(person("KOK/AN", *papers)))).lines[0].fields
    assert (fields["document_number"], fields["document_country"]) == ("X1", "DEU")
    assert fields["others"] == {"document 2": "visa V1 NLD"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [(("329", "650310"), "1965-03-10"), (("329", "19650310", "102"), "1965-03-10"),
     (("329", "19650310"), "1965-03-10"), (("329", "250310"), "2025-03-10"),
     (("329", "100365", "2"), "1965-03-10"), (("329", "1965", "602"), "1965"),
     (("329", "196503", "610"), "1965-03"), (("329", "19650000", "102"), "1965"),
     (("329", "650300"), "1965-03"), (("329", "1965-03-10"), "1965-03-10")],
)  # fmt: skip
def test_dates_of_birth(value: tuple[str, ...], expected: str) -> None:
    listed = read(interchange(message(person("KOK/AN", ("DTM", value)))))
    assert listed.lines[0].fields["birth_date"] == expected
    assert listed.problems == ()


@pytest.mark.parametrize(
    ("segment", "code"),
    [(("DTM", ("329", "651310")), "paxlst-date"), (("DTM", ("329", "gisteren")), "paxlst-date"),
     (("DTM", ("329", "20990101", "102")), "paxlst-date"), (("ATT", "2", "", "Q"), "paxlst-sex"),
     (("NAT", "2", "QQQ"), "paxlst-country")],
)  # fmt: skip
def test_what_cannot_be_read_costs_its_field_only(segment: tuple[Any, ...], code: str) -> None:
    listed = read(interchange(message(person("KOK/AN", segment, ("RFF", ("SEA", "3C"))))))
    assert [(p.code, p.line) for p in listed.problems] == [(code, 1)]
    assert listed.lines[0].fields["seat"] == "3C"


# -- flights and messages


def test_several_legs() -> None:
    flight = (
        ("TDT", "20", "590", "", "", "KL"),
        ("LOC", "125", "KRT"), ("DTM", ("189", "202304250900", "203")),
        ("LOC", "87", "EIN"), ("DTM", ("232", "202304251500", "203")),
        ("LOC", "92", "AUA"), ("DTM", ("232", "202304252100", "203")),
        ("LOC", "130", "CUR"), ("DTM", ("232", "202304252300", "203")),
    )  # fmt: skip
    listed = read(interchange(message(WILLEKE, flight=flight)))
    assert [(leg.code, leg.origin, leg.place) for leg in listed.flights] == [
        ("KL590", "KRT", "EIN"), ("KL590", "EIN", "AUA"), ("KL590", "AUA", "CUR"),
    ]  # fmt: skip
    assert listed.flights[0].expected_at == datetime(2023, 4, 25, 13, tzinfo=UTC)
    assert listed.flights[1].expected_at == datetime(2023, 4, 26, 1, tzinfo=UTC)


def test_passengers_and_crew_in_one_interchange() -> None:
    text = interchange(
        message(WILLEKE, person("KOK/AN", role="DDU"), count=("42", 2)),
        message(person("POOT/PIET", role="FM"), person("BAX/BO", role="DDT"), kind="250",
                count=("41", 2), reference="2"),
    )  # fmt: skip
    listed = read(text)
    assert listed.problems == ()
    assert listed.declared == {"passengers": 2, "crew": 2}
    assert [bool(line.fields.get("crew")) for line in listed.lines] == [False, False, True, True]
    assert [line.row for line in listed.lines] == [1, 2, 3, 4]
    assert len(listed.flights) == 1


def test_a_total_that_is_not_what_is_listed_is_named() -> None:
    persons = [person(f"KOK{'ABCDEFGHIJ'[i % 10]}/AN") for i in range(260)]
    listed = read(interchange(message(*persons, count=("42", 206))))
    assert len(listed.lines) == 260
    assert listed.declared == {"passengers": 206}
    (problem,) = listed.problems
    assert (problem.code, problem.detail) == ("declared-passengers", "206 ≠ 260")


@pytest.mark.parametrize("counts", [(2, 1), (3, 3)])
def test_a_list_in_two_parts_counts_itself_or_the_whole(counts: tuple[int, int]) -> None:
    one = message(
        person("A/AN"), person("B/BO"), count=("42", counts[0]), header=("REF", ("01", "C"))
    )
    two = message(person("C/CO"), count=("42", counts[1]), header=("REF", ("02", "F")))
    listed = read(interchange(one, two))
    assert (listed.problems, listed.declared) == ((), {"passengers": 3})


def test_crew_counted_as_passengers_and_other_messages_are_no_harm() -> None:
    wrong_code = message(person("KOK/AN"), person("BAX/BO"), count=("41", 2))
    assert read(interchange(wrong_code)).problems == ()
    other = "UNH+9+CUSRES:D:02B:UN'BGM+962'NAD+FL+++NOT:ME'UNT+4+9'"
    listed = read(interchange(wrong_code, other))
    assert codes(listed) == ["edi-other-message"]
    assert len(listed.lines) == 2


def test_cancelled_persons_are_not_aboard() -> None:
    text = interchange(message(person("KOK/AN"))).replace("BGM+745'", "BGM+745+XR'")
    listed = read(text)
    assert (listed.lines, codes(listed)) == ((), ["paxlst-cancels"])


def test_counts_of_segments_and_messages_are_checked() -> None:
    text = interchange(message(WILLEKE)).replace("UNT+27", "UNT+99").replace("UNZ+1", "UNZ+4")
    assert codes(read(text)) == ["edi-segments-count", "edi-messages-count"]


# -- what becomes of a file on its way


WHOLE = interchange(message(WILLEKE, person("KOK/AN"), count=("42", 2)))


@pytest.mark.parametrize(
    "text",
    [
        WHOLE.replace("'", "'\r\n"),
        "QU AMSXXKL\n.HDQKLXX 040800\n" + WHOLE,
        "CICA\t \r\n\r\n" + "\r\n".join(WHOLE[at : at + 64] for at in range(0, len(WHOLE), 64)),
        WHOLE + "\n\n--\nEmail secured by a scanner's licence\n",
        WHOLE[WHOLE.index("UNH") : WHOLE.index("UNZ")],
        "\x1a\x00" + WHOLE + "\x1a",
        WHOLE.replace("UNH", "UNG+PAXLST+A+B+241004:0800+1+UN+D:02B'UNH").replace(
            "UNZ", "UNE+1+1'UNZ"),
    ],
)  # fmt: skip
def test_telex_mail_and_wrapping_do_no_harm(text: str) -> None:
    listed = read(text)
    assert is_paxlst(text.encode())
    assert [line.fields for line in listed.lines][:1] == [FIELDS]
    assert len(listed.lines) == 2
    assert listed.problems == ()


def test_two_interchanges_with_other_signs_in_one_file() -> None:
    signs = Signs("*", "|", "\\", "~")
    text = WHOLE + "\r\n" + interchange(message(person("BAX/BO"), signs=signs), signs=signs)
    assert names(read(text))[1:] == ["An Kok", "Bo Bax"]


def test_broken_parts_cost_themselves() -> None:
    text = interchange(message(*(person(f"{n}/AN") for n in ("AA", "BB", "CC", "DD"))))
    text = text.replace("NAD+FL+++BB", "N?D+FL+++BB").replace("NAD+FL+++CC", "12345'nad+FL+++CC")
    listed = read(text)
    assert names(listed) == ["An Aa", "An Cc", "An Dd"]
    assert codes(listed).count("edi-segment") == 2


def test_a_file_that_was_cut_off_gives_all_before_the_cut() -> None:
    text = WHOLE[: WHOLE.index("KOK:AN") + 6]
    listed = read(text)
    assert names(listed) == ["Willeke Liselotte de Bruijn", "An Kok"]
    assert codes(listed) == ["edi-cut-off", "edi-open"]


def test_a_forgotten_terminator_is_put_in() -> None:
    text = WHOLE.replace("'", "'\n").replace("SEA:12A'\n", "SEA:12A\n")
    listed = read(text)
    assert listed.lines[0].fields == FIELDS
    assert codes(listed) == ["edi-terminator"]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "empty"), (b"  \r\n", "empty"), (b"name;seat\nKok;1A", "edi-none"),
     (b"\x00\xff" * 5_000, "edi-none"), (b"PK\x03\x04" + bytes(range(256)), "edi-none"),
     (b"UNB+UNOA:1+A+B+1:1+1'UNZ+0+1'", "paxlst-none"),
     (b"UNB+UNOA:1'" + b"x" * 21_000_000, "too-large")],
)  # fmt: skip
def test_what_is_no_list_gets_a_sentence(data: bytes, code: str) -> None:
    listed = read(data)
    assert (listed.lines, codes(listed)) == ((), [code])


@pytest.mark.parametrize(
    "text", ["Kok;An\n", "Gezocht: UNH 12", "UNB is een bank", "<a>UNB+UNOA</a>"]
)
def test_other_files_are_no_list(text: str) -> None:
    assert not is_paxlst(text.encode())


@pytest.mark.parametrize(
    "data",
    [b"UNH+1'TDT+20+A'NAD+FL+++A:B'LOC+1+" + b"X" * 3_000_000 + b"'", b"UNH+1'" + b"?'" * 1_000_000,
     b"UNH+1'" + b"'" * 2_000_000, b"UNH+1'" + b"NAD+FL'" * 60_000, b"UNH+\nNAD+" * 60_000,
     b"UNH+1'NAD+FL+++A:B'" + b"FTX+AAA+++x'" * 50_000, b"UNA:+.? 'UNB+UNOA:1'" * 50_000],
)  # fmt: skip
def test_hostile_files_end(data: bytes) -> None:
    listed = read_paxlst(data, "x.edi", TODAY)
    assert len(listed.problems) <= 503


def test_three_thousand_passengers() -> None:
    text = interchange(message(*([WILLEKE] * 3_000), count=("42", 3_000)))
    listed = read_paxlst(text.encode(), "big.edi", TODAY)
    assert len(listed.lines) == 3_000
    assert listed.problems == ()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_list_damaged_anywhere_never_raises(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(WHOLE) - 1))
    length = data.draw(st.integers(0, 30))
    noise = data.draw(st.text("'+:?\n\x00NADUH1é", max_size=6))
    listed = read(WHOLE[:at] + noise + WHOLE[at + length :])
    assert listed.lines or listed.problems


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_break_it(data: bytes) -> None:
    is_paxlst(data)
    read(data)
    read(b"UNH+1+PAXLST'TDT+20+KL1'NAD+FL+++A:B'" + data)


letters = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ '+:?", min_size=2, max_size=12).map(str.strip)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(letters, letters).filter(all), min_size=1, max_size=5),
    st.sampled_from((Signs(), Signs("*", "|", "\\", "~"))),
)
def test_every_passenger_that_was_written_is_read(
    people: list[tuple[str, str]], signs: Signs
) -> None:
    persons = [[("NAD", "FL", "", "", each), ("RFF", ("SEA", "1A"))] for each in people]
    listed = read(interchange(message(*persons, signs=signs), signs=signs))
    assert [line.row for line in listed.lines] == list(range(1, len(people) + 1))
