"""Lists of people out of sheets, csv files and pasted tables."""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from kcr2desk.exchange import person_sheet
from kcr2desk.exchange.listed import ListedFile
from kcr2desk.exchange.person_sheet import Columns
from kcr2desk.exchange.problems import Refused, sentence
from tests.desk.lists import manifest, pasted_list

TODAY = date(2026, 11, 30)


def read(data: bytes | str, name: str = "lijst.csv", sheet: str = "") -> ListedFile:
    table = person_sheet.read_table(data.encode() if isinstance(data, str) else data, name, sheet)
    return person_sheet.listed(table, person_sheet.guess(table, TODAY), TODAY)


def pasted(text: str) -> ListedFile:
    table = person_sheet.read_pasted(text)
    return person_sheet.listed(table, person_sheet.guess(table, TODAY), TODAY)


def codes(file: ListedFile) -> list[str]:
    return [problem.code for problem in file.problems]


def fields(file: ListedFile, place: int = 0) -> dict[str, Any]:
    return dict(file.lines[place].fields)


def book(rows: list[list[Any]], **sheets: list[list[Any]]) -> bytes:
    made = Workbook()
    for row in rows:
        made.active.append(row)  # type: ignore[union-attr]
    for title, more in sheets.items():
        other = made.create_sheet(title)
        for row in more:
            other.append(row)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def test_a_dutch_list_with_a_title_a_total_and_what_may_not_be_kept():
    file = read(manifest(), "pax HV9001.csv")
    assert len(file.lines) == 7
    assert fields(file) == {
        "full_name": "Sanne de Vries", "family_name": "Vries", "prefix": "de",
        "given_names": "Sanne", "birth_date": "1985-02-14", "sex": "F", "nationality": "NLD",
        "document_number": "SPECI2101", "seat": "12A",
    }  # fmt: skip
    assert fields(file, 3)["others"] == {"Maaltijd": "halal"}
    assert file.declared == {"passengers": 10}
    assert [flight.code for flight in file.flights] == ["HV9001"]
    assert set(codes(file)) == {
        "person-nameless", "person-date", "person-dates-day", "person-fenced-medical",
    }  # fmt: skip
    assert fields(file, 6)["others"] == {"Geb.datum": "31-02-1990"}
    assert "insuline" not in str(file)


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        ("Last name,First name,Date of birth,Gender,Nationality,Passport no",
         "Jansen,Piet,1972-12-13,Male,Dutch,AB1234567"),
        ("Nom,Prénom,Né le,Sexe,Nationalité,N° passeport",
         "Jansen,Piet,13/12/1972,H,Néerlandaise,AB1234567"),
        ("Nachname,Vorname,Geburtsdatum,Geschlecht,Staatsangehörigkeit,Reisepass-Nr.",
         "Jansen,Piet,13.12.72,m,niederländisch,AB1234567"),
        ("Achternaam;Roepnaam;Geb. datum (dd-mm-jjjj);Geslacht (m/v);Nat.;Paspoort nr.",
         "Jansen;Piet;13-12-1972;man;NL;AB 1234567"),
        ("SURNAME|GIVEN NAMES|DOB|SEX|NAT|DOC NO", "JANSEN|PIET|13DEC72|M|NLD|AB1234567"),
    ],
)  # fmt: skip
def test_heads_in_four_languages(heads: str, row: str):
    file = read(f"{heads}\n{row}\n{row.replace('Piet', 'Jan').replace('567', '568')}\n")
    found = fields(file)
    assert (found["family_name"], found["given_names"]) == ("Jansen", "Piet")
    assert (found["birth_date"], found["sex"], found["nationality"]) == ("1972-12-13", "M", "NLD")
    assert found["document_number"] == "AB1234567"


def test_without_heads_columns_are_known_by_what_stands_in_them():
    rows = [
        "JANSEN/PIET MR,13-12-1972,NLD,AB1234567,12A,M",
        "BAKKER/AN MRS,03-04-1980,NLD,AB1234568,12B,F",
        "KOK/BO CHD,01-02-2015,BEL,AB1234569,12C,F",
    ]
    file = read("\n".join(rows))
    assert len(file.lines) == 3
    assert fields(file, 1) == {
        "full_name": "BAKKER/AN MRS", "family_name": "Bakker", "given_names": "An",
        "birth_date": "1980-04-03", "sex": "F", "nationality": "NLD",
        "document_number": "AB1234568", "seat": "12B",
    }  # fmt: skip


def test_a_table_pasted_out_of_a_pdf():
    file = pasted(pasted_list())
    names = [line.fields["full_name"] for line in file.lines]
    assert names == [
        "DE VRIES/SANNE MRS", "VAN DEN BERG/JAN-WILLEM MR", "HADDAD/KARIM MR", "HADDAD/NOOR CHD",
    ]  # fmt: skip
    assert fields(file, 1)["prefix"] == "van den"
    assert "document_number" not in fields(file, 2)
    assert fields(file, 2)["seat"] == "15D"
    assert file.declared == {"passengers": 7}
    assert [flight.code for flight in file.flights] == ["HV9001"]
    assert [p.code for p in file.problems] == []


def test_the_same_text_saved_as_a_file_is_read_alike():
    assert [line.fields for line in read(pasted_list(), "lijst.txt").lines] == [
        line.fields for line in pasted(pasted_list()).lines
    ]


def test_tabs_with_a_row_broken_in_two():
    rows = ["Naam\tGeboren\tStoel", "Jansen, P.\t1-2-1980\t1A", "Kok, B.\t3-4-", "1981\t1B"]
    file = pasted("\n".join(rows))
    assert [line.fields["seat"] for line in file.lines] == ["1A", "1B"]


def test_sheets_merged_cells_wrong_types_and_unknown_columns():
    data = book(
        [["Toelichting"], ["zie blad 2"]],
        Pax=[
            ["Passagierslijst", None, None, None],
            ["Naam", "Geb.datum", "Paspoort", "Bagage"],
            ["Jansen, P.", datetime(1972, 12, 13), 123456789, 2],
            ["Kok, A.", 29568, "=1/0", "1 koffer"],
            ["Naam", "Geb.datum", "Paspoort", "Bagage"],
            [None, None, None, None],
            ["Bakker, B.", "onbekend", "AB1234567", None],
        ],
    )
    file = read(data, "pax.xlsx")
    assert [line.row for line in file.lines] == [3, 4, 7]
    assert fields(file)["birth_date"] == "1972-12-13"
    assert fields(file)["document_number"] == "123456789"
    assert fields(file)["others"] == {"Bagage": "2"}
    assert fields(file, 1)["birth_date"] == "1980-12-13"
    assert "cell-formula" in codes(file)
    assert "birth_date" not in fields(file, 2)
    with pytest.raises(Refused):
        read(data, "pax.xlsx", "Bestaat niet")


def test_a_merged_family_name_holds_for_its_block():
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (["Achternaam", "Voornaam"], ["Jansen", "Piet"], [None, "An"], ["Kok", "Bo"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")  # type: ignore[union-attr]
    held = io.BytesIO()
    made.save(held)
    assert [fields(read(held.getvalue(), "x.xlsx"), n)["family_name"] for n in range(3)] == [
        "Jansen", "Jansen", "Kok",
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_any_encoding_and_any_sign(encoding: str, sign: str):
    text = "\n".join(sign.join(row) for row in (("Naam", "Geboren"), ("Ünal, Çiğdem"[:5], "1980")))
    file = read(text.encode(encoding), "lijst.csv")
    assert fields(file)["full_name"].startswith("Ünal")


def test_all_dates_unclear_asks_and_is_told():
    data = "Naam;Geboren\nJansen;03-04-1980\nKok;05-06-1981\n"
    file = read(data)
    assert person_sheet.asks_order(file)
    assert "birth_date" not in fields(file)
    table = person_sheet.read_table(data.encode(), "x.csv")
    columns = person_sheet.guess(table, TODAY)
    told = person_sheet.listed(table, Columns(columns.roles, "mdy"), TODAY)
    assert not person_sheet.asks_order(told)
    assert [line.fields["birth_date"] for line in told.lines] == ["1980-03-04", "1981-05-06"]


def test_a_head_that_says_the_order_is_believed():
    file = read("Naam;Date of birth (mm/dd/yyyy)\nJansen;03/04/1980\n")
    assert fields(file)["birth_date"] == "1980-03-04"


def test_mixed_dates_are_decided_by_most_and_said():
    file = read("Naam;Geboren\nA;03-04-1980\nB;25-04-1980\nC;26-04-1980\nD;04/28/1980\n")
    assert fields(file)["birth_date"] == "1980-04-03"
    assert "person-dates-mixed" in codes(file)


def test_a_bsn_and_the_lines_of_a_passport_are_never_kept():
    mrz = "P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<"
    heads = "Naam;Persoonlijk nr;Code"
    rows = [f"Jansen {n};{bsn};{mrz}" for n, bsn in enumerate(("111222333", "123456782"))]
    file = read("\n".join([heads, *rows]))
    assert "111222333" not in str(file)
    assert "NLDDE" not in str(file)
    assert {"person-fenced-bsn", "person-fenced-mrz"} <= set(codes(file))


def test_bsns_under_another_name_are_not_kept_either():
    bsns = ("111222333", "123456782", "999999990", "999990019", "010464554")
    rows = [f"Jansen {n};{bsn}" for n, bsn in enumerate(bsns)]
    file = read("\n".join(["Naam;ID nummer", *rows]))
    assert not any("document_number" in line.fields for line in file.lines)
    assert codes(file) == ["person-fenced-bsn"]


def test_the_columns_are_remembered_as_plain_data_and_nothing_else_is_taken():
    columns = Columns(("full_name", "", "others"), "dmy")
    assert Columns.from_json(columns.to_json()) == columns
    for wrong in ({}, {"roles": ["bsn"]}, {"roles": [], "order": "ymd"}):
        with pytest.raises(ValueError):
            Columns.from_json(wrong)  # type: ignore[arg-type]


def test_which_list_it_is():
    assert read("Naam;E-mail\nA;a@b.nl\n").list == "applied"
    assert read("Naam;Stoel\nA;1A\n").list == "manifest"
    assert read("Naam;Stoel\nA;1A\n", "boarded KL123.csv").list == "boarded"


def test_a_whole_address_is_taken_apart_and_a_long_cell_is_cut():
    file = read(f"Naam;Adres\nJan de Wit;Kerkstraat 1, 1234 AB Utrecht\nAn Kok;{'x' * 900}\n")
    found = fields(file)
    assert (found["street"], found["postcode"], found["city"]) == (
        "Kerkstraat 1", "1234 AB", "Utrecht",
    )  # fmt: skip
    assert len(fields(file, 1)["street"]) == 200
    assert "person-long" in codes(file)


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("Totaal: 206 passagiers", {"passengers": 206}),
        ("Total passengers: 206", {"passengers": 206}),
        ("206 pax", {"passengers": 206}),
        ("Aantal personen = 206", {"passengers": 206}),
        ("Gesamt: 206 Passagiere", {"passengers": 206}),
        ("Nombre de passagers 206", {"passengers": 206}),
        ("Bemanning: 8", {"crew": 8}),
        ("Totaal kinderen 12", {}),
        ("Pagina 1 van 2", {}),
    ],
)
def test_totals_are_no_persons(text: str, declared: dict[str, int]):
    file = read(f"Naam;Geboren;Stoel\nJansen, P.;1980;1A\nKok, B.;1981;1B\n{text}\n")
    assert len(file.lines) == 2
    assert file.declared == declared


def test_every_problem_has_its_sentence_in_both_languages():
    for problem in read(manifest()).problems:
        assert sentence(problem, "nl")
        assert sentence(problem, "en")


def test_no_column_with_names():
    assert codes(read("Kleur;Maat\nrood;3\ngroen;4\n")) == ["person-no-columns"]
