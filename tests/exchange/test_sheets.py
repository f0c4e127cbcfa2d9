"""Tables out of spreadsheets, csv and what is pasted."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from kcr2desk.exchange import capacity_names as names
from kcr2desk.exchange import xlsx
from kcr2desk.exchange.problems import Refused, sentence
from kcr2desk.exchange.sheet_cells import MOST_ROWS, Trouble, column_of, letters
from kcr2desk.exchange.sheets import Table, read, read_pasted
from tests.exchange.sheet_world import rows, workbook


def table(data: bytes, name: str = "stand.xlsx", sheet: str = "") -> Table:
    return read(data, name, sheet=sheet, knows=names.worth)


def cells(found: Table) -> list[tuple[Any, ...]]:
    return [row.cells for row in found.rows]


def refused(data: bytes, name: str = "stand.xlsx") -> str:
    with pytest.raises(Refused) as error:
        table(data, name)
    for problem in error.value.problems:
        assert sentence(problem, "nl") != sentence(problem, "en")
    return error.value.problems[0].code


def test_heads_are_found_below_a_title_and_empty_rows_and_columns_go():
    def fill(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet["B1"] = "Stand bijstand"
        sheet.merge_cells("B1:E1")
        sheet["B3"], sheet["C3"], sheet["E3"] = "Regio", "Middel", "Totaal"
        sheet["B6"], sheet["C6"], sheet["E6"] = "Twente", "Peloton", 4

    found = table(workbook(fill))
    assert found.headers == ("Regio", "Middel", "Totaal")
    assert found.head_line == 3
    assert [(row.number, row.cells) for row in found.rows] == [(6, ("Twente", "Peloton", 4))]


def test_groups_over_two_columns_come_before_their_heads():
    def fill(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.append(["Regio", "Peloton", None, "WTS", None])
        sheet.append([None, "beschikbaar", "totaal", "beschikbaar", "totaal"])
        sheet.append(["Twente", 3, 4, 1, 2])
        for block in ("A1:A2", "B1:C1", "D1:E1"):
            sheet.merge_cells(block)

    assert table(workbook(fill)).headers == (
        "Regio", "Peloton | beschikbaar", "Peloton | totaal", "WTS | beschikbaar", "WTS | totaal",
    )  # fmt: skip


def test_a_merged_text_holds_for_all_its_rows_but_a_number_for_none():
    def fill(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.append(["Regio", "Middel", "Totaal"])
        sheet.append(["Twente", "Peloton", 4])
        sheet.append([None, "WTS", None])
        sheet.merge_cells("A2:A3")
        sheet.merge_cells("C2:C3")

    assert cells(table(workbook(fill))) == [
        ("Twente", "Peloton", Trouble("cell-merged", "4")),
        ("Twente", "WTS", Trouble("cell-merged", "4")),
    ]


def test_the_likeliest_sheet_is_taken_and_the_others_are_offered():
    def fill(book: Workbook) -> None:
        book.worksheets[0].title = "Uitleg"
        for _ in range(50):
            book.worksheets[0].append(["lees", "dit", "eerst"])
        sheet = book.create_sheet("Stand")
        sheet.append(["Regio", "Middel", "Totaal"])
        sheet.append(["Twente", "Peloton", 4])
        hidden = book.create_sheet("Oud")
        hidden.append(["Regio", "Middel", "Totaal", "Beschikbaar"])
        hidden.append(["Twente", "Peloton", 9, 9])
        hidden.sheet_state = "hidden"

    data = workbook(fill)
    found = table(data)
    assert (found.sheet, found.sheets) == ("Stand", ("Uitleg", "Stand"))
    assert [p.code for p in found.remarks] == ["sheet-chosen"]
    assert table(data, sheet="Uitleg").sheet == "Uitleg"
    with pytest.raises(Refused):
        table(data, sheet="Weg")


def test_hidden_rows_and_columns_are_left_out_and_said():
    def fill(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.append(["Regio", "Middel", "Totaal", "Geheim"])
        sheet.append(["Twente", "Peloton", 4, 1])
        sheet.append(["Drenthe", "Peloton", 5, 1])
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["D"].hidden = True

    found = table(workbook(fill))
    assert cells(found) == [("Twente", "Peloton", 4)]
    assert [(p.code, p.line) for p in found.remarks] == [("rows-hidden", 3)]


def test_dates_errors_and_formulas_without_a_value():
    found = table(
        rows(
            ["Regio", "Middel", "Totaal", "Peildatum"],
            ["Twente", "Peloton", "=A1+1", datetime(2026, 7, 3, 10, 30)],
            ["Drenthe", "Peloton", "#REF!", None],
        )
    )
    first, second = cells(found)
    assert first[2:] == (Trouble("cell-formula", "=A1+1"), datetime(2026, 7, 3, 10, 30))
    assert second[2] == Trouble("cell-error", "#REF!")


def test_a_table_without_heads_has_letters():
    found = table(b"VR01;Peloton;6\nVR02;Peloton;5\n", "kaal.csv")
    assert (found.headers, found.head_line, len(found.rows)) == (("A", "B", "C"), 0, 2)


TEXT = 'Regio;Middel;Totaal\r\nFryslân;"Peloton ""oud""; groot";6,0\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_in_every_encoding_and_separator(encoding: str, separator: str):
    text = TEXT
    if separator != ";":
        text = text.replace('"Peloton ""oud""; groot"', "Peloton").replace("6,0", "6")
        text = text.replace(";", separator)
    found = table(text.encode(encoding), "stand.csv")
    assert found.headers == ("Regio", "Middel", "Totaal")
    wanted = 'Peloton "oud"; groot' if separator == ";" else "Peloton"
    assert cells(found)[0][:2] == ("Fryslân", wanted)


def test_rows_of_csv_keep_the_number_of_their_line():
    data = b'sep=;\nRegio;Middel;Totaal\nTwente;"Pe\nloton";4\n\nDrenthe;WTS;1\n'
    assert [row.number for row in table(data, "s.csv").rows] == [3, 6]


@given(
    st.lists(
        st.lists(st.text("aZ09 é\"';,/\n", min_size=1).filter(str.strip), min_size=3, max_size=3),
        min_size=1,
        max_size=8,
    )
)
def test_what_is_pasted_with_quotes_comes_out_as_it_was(lines: list[list[str]]):
    head = ["Regio", "Middel", "Totaal"]
    quoted = "\r\n".join(
        "\t".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in (head, *lines)
    )
    found = read_pasted(quoted, knows=names.worth)
    kept = [tuple(cell.strip() for cell in line) for line in lines]
    assert found.headers == tuple(head)
    assert cells(found) == kept


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"  \r\n\t", "empty"),
        (b"%PDF-1.7 ...", "not-table"),
        (bytes(range(256)) * 20, "not-table"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 900, "sheet-xls"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "sheet-locked"),
        (b"<html><table><tr><td>Regio", "sheet-web-page"),
        (b'Regio;Totaal\nTwente;"4\nDrenthe;5\n', "quote-open"),
        (b"PK\x03\x04 this is cut off", "sheet-damaged"),
        (b"Regio;Totaal\n", "table-empty"),
    ],
)
def test_what_is_no_table_gets_a_sentence(data: bytes, code: str):
    assert refused(data) == code


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def test_other_zips_are_told_apart():
    assert refused(zipped(mimetype=b"x", content_xml=b"<a/>")) == "sheet-ods"
    assert refused(zipped(readme=b"x")) == "sheet-not-xlsx"


def with_sheet(xml: bytes, data: bytes | None = None) -> bytes:
    """A workbook of which the sheet is this XML."""
    out = io.BytesIO()
    whole = rows(["Regio"]) if data is None else data
    with (
        zipfile.ZipFile(io.BytesIO(whole)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else old.read(name))
    return out.getvalue()


def test_a_damaged_directory_is_told_as_damage():
    data = with_sheet(SPREADSHEET + b"<sheetData>" + ROW + b"</sheetData></worksheet>")
    start = int.from_bytes(data[-6:-2], "little") + 50_000  # before the file begins, counted back
    assert refused(data[:-6] + start.to_bytes(4, "little") + data[-2:]) == "sheet-damaged"


SPREADSHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
ROW = b'<row><c t="inlineStr"><is><t>VR01</t></is></c><c><v>6</v></c></row>'


def test_a_million_rows_stop_at_the_limit_and_soon():
    data = with_sheet(SPREADSHEET + b"<sheetData>" + ROW * 1_000_000 + b"</sheetData></worksheet>")
    assert refused(data) == "table-too-long"
    assert refused(b"Regio;Totaal\n" + b"VR01;6\n" * 1_000_000, "stand.csv") == "table-too-long"


def test_as_many_rows_as_may_be_are_read():
    body = b"".join([b"Regio;Middel;Totaal\n", b"VR01;Peloton;6\n" * (MOST_ROWS - 1)])
    assert len(table(body, "stand.csv").rows) == MOST_ROWS - 1


def test_many_empty_rows_below_the_table_are_no_table():
    tail = b'<row><c s="0"/></row>' * 50_000
    xml = SPREADSHEET + b"<sheetData>" + ROW * 3 + tail + b"</sheetData></worksheet>"
    assert len(table(with_sheet(xml)).rows) == 3


def test_a_bomb_and_an_attack_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(xlsx, "MOST_ELEMENTS", 20_000)
    monkeypatch.setattr(xlsx, "LARGEST_PART", 2 << 20)
    bomb = SPREADSHEET + b"<sheetData><row>" + (b"<c>" + b" " * 5000 + b"</c>") * 500
    assert refused(with_sheet(bomb)) == "sheet-bomb"
    assert refused(with_sheet(SPREADSHEET + b"<row/>" * 21_000)) == "table-too-long"
    attack = b'<!DOCTYPE a [<!ENTITY b "c">]>' + SPREADSHEET + b"&b;</worksheet>"
    assert refused(with_sheet(attack)) == "doctype"
    assert refused(with_sheet(SPREADSHEET + b"<sheetData><row>")) == "sheet-damaged-xml"


def test_too_many_columns_are_refused():
    assert refused(rows(list(range(400)))) == "table-too-wide"


@given(st.integers(0, 20_000))
def test_columns_are_named_and_found_by_their_letters(column: int):
    assert column_of(f"{letters(column)}12") == column
