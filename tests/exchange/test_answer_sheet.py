"""The spreadsheet of an inquiry: written, filled in, read; and what else people send back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kcr2desk.core.answer import Answerer, check
from kcr2desk.core.bijstand import BORN, Inquiry, InquiryLine
from kcr2desk.core.ids import derived_id
from kcr2desk.core.reference import ResourceType
from kcr2desk.exchange import answer_sheet_read
from kcr2desk.exchange.answer_sheet import SheetAnswer, read, said, write


def _id(name: str) -> str:
    return derived_id(BORN, "test", name)


TYPES = {
    code: ResourceType(id=_id(code), stream="reference", code=code, name_nl=dutch, name_en=english)
    for code, dutch, english in (
        ("fire_platoon", "Peloton brandbestrijding", "Firefighting platoon"),
        ("fire_basic", "Basispeloton", "Basic platoon"),
        ("water_transport", "Grootschalig watertransport", "Large water transport"),
    )
}
INQUIRY = Inquiry(
    id=_id("inquiry"), stream="national", owner="VR06", source="VR06", title="Pelotons Veluwe",
    number="U-2026-07-0001-3", text="Natuurbrand.\nVier pelotons.",
    deadline=datetime(2026, 7, 14, 16, tzinfo=UTC),
)  # fmt: skip
LINES = tuple(
    InquiryLine(id=_id(f"line {n}"), stream="national", about=INQUIRY.id, resource=code, order=n,
                quantity=quantity)
    for n, (code, quantity) in enumerate((("fire_platoon", 4), ("water_transport", 1)))
)  # fmt: skip
BY_ID = {line.id: line for line in LINES}
INVENTORY = replace(INQUIRY, kind="inventory")


def sheet(
    fill: Callable[[Any], object] = lambda sheet: None, *, inquiry: Inquiry = INQUIRY
) -> bytes:
    """The workbook with what `fill` does to its sheet."""
    book = load_workbook(io.BytesIO(write(inquiry, LINES, TYPES, "nl")))
    fill(book["KCR2"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cells(**values: object) -> Callable[[Any], object]:
    def fill(sheet: Any) -> None:
        for place, value in values.items():
            sheet[place] = value

    return fill


def codes(answer: SheetAnswer) -> list[tuple[str, str]]:
    return [(problem.code, problem.cell) for problem in answer.problems]


def test_a_filled_sheet_is_the_answer():
    answer = read(
        sheet(
            cells(
                C9="Deel / Part", D9=2, G9=datetime(2026, 7, 14, 18), H9="15-07-2026 18:00",
                I9="Peloton 6A", J9="J. Jansen", K9="06 12345678", C10="nee", F10="Zelf nodig",
                B12="K. de Boer", B13="OvD Brandweer", B14="Tot morgen",
            )
        ),
        "antwoord.xlsx",
    )  # fmt: skip
    assert codes(answer) == []
    assert (answer.inquiry, answer.owner) == (INQUIRY.id, "VR06")
    assert answer.who == Answerer(name="K. de Boer", role="OvD Brandweer", remark="Tot morgen")
    part, no = answer.lines
    assert (part.line, part.answer, part.offered) == (LINES[0].id, "part", 2)
    assert part.possible_from == datetime(2026, 7, 14, 16, tzinfo=UTC)
    assert part.possible_until == datetime(2026, 7, 15, 16, tzinfo=UTC)
    assert (part.unit, part.commander_phone) == ("Peloton 6A", "06 12345678")
    assert (no.answer, no.reason) == ("no", "Zelf nodig")
    given = {line.line: line for line in answer.lines}
    assert check(INQUIRY, BY_ID, given, answer.who, TYPES) == ()


def test_an_inventory_has_numbers():
    answer = read(sheet(cells(C9=3, D9=6.0, E9="2", C10=0), inquiry=INVENTORY), "a.xlsx")
    assert codes(answer) == []
    first, second = answer.lines
    assert (first.available, first.total, first.reserve) == (3, 6, 2)
    assert (second.available, second.total) == (0, None)


@pytest.mark.parametrize(
    ("word", "answer"),
    [("Ja / Yes", "yes"), ("JA", "yes"), (" yes ", "yes"), ("voorlopig", "provisional"),
     ("Iets anders / Alternative", "alternative"), ("no", "no"), (None, "")],
)  # fmt: skip
def test_answers_are_read_as_people_write_them(word: str | None, answer: str):
    told = read(sheet(cells(C9=word)), "a.xlsx")
    assert told.lines[0].answer == answer
    assert codes(told) == []


def test_an_alternative_is_a_type_of_the_list():
    told = read(sheet(cells(C9="Iets anders", D9=1, E9="Basispeloton", E10="Tank")), "a.xlsx")
    assert told.lines[0].alternative == "fire_basic"
    assert codes(told) == [("unknown_type", "E10")]


def test_a_sheet_that_nobody_filled_in_is_no_answer():
    answer = read(sheet(), "a.xlsx")
    assert codes(answer) == []
    given = {line.line: line for line in answer.lines}
    faults = check(INQUIRY, BY_ID, given, answer.who, TYPES)
    assert [f.code for f in faults] == ["choose", "choose", "name", "role"]


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"D9": "twee"}, ("no_number", "D9")),
        ({"D9": 2.5}, ("no_number", "D9")),
        ({"D9": True}, ("no_number", "D9")),
        ({"D9": "1.000"}, ("no_number", "D9")),
        ({"D9": datetime(2026, 7, 14)}, ("no_number", "D9")),
        ({"D9": 10**12}, ("too_many", "D9")),
        ({"G9": "morgen"}, ("no_moment", "G9")),
        ({"G9": time(18, 0)}, ("no_moment", "G9")),
        ({"G9": "31-02-2026 10:00"}, ("no_moment", "G9")),
        ({"G9": datetime(1901, 1, 1)}, ("no_moment", "G9")),
        ({"G9": "29-03-2026 02:30"}, ("no_such_hour", "G9")),
        ({"C9": "misschien"}, ("unknown_answer", "C9")),
        ({"C9": 1}, ("unknown_answer", "C9")),
        ({"D9": "=1+1"}, ("formula", "D9")),
        ({"B12": "=HYPERLINK(1)"}, ("formula", "B12")),
        ({"J9": datetime(2026, 7, 14)}, ("wrong_kind", "J9")),
        ({"F9": "x" * 2000}, ("too_long", "F9")),
        ({"Z10": None}, ("line_missing", "")),
        ({"Z20": LINES[0].id}, ("line_twice", "A20")),
    ],
)
def test_what_is_wrong_is_said_by_its_cell(values: dict[str, object], wrong: tuple[str, str]):
    answer = read(sheet(cells(**values)), "antwoord.xlsx")
    assert codes(answer) == [wrong]
    for language, word in (("nl", "cel"), ("en", "cell")):
        sentence = said(answer.problems[0], "antwoord.xlsx", language)  # type: ignore[arg-type]
        assert sentence.startswith("antwoord.xlsx")
        assert sentence.endswith(".")
        if wrong[1]:
            assert f"{word} {wrong[1]}:" in sentence


def test_the_hour_that_comes_twice_is_its_first():
    answer = read(sheet(cells(G9="25-10-2026 02:30")), "a.xlsx")
    assert answer.lines[0].possible_from == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_islands_write_their_own_time():
    data = sheet(cells(G9="14-07-2026 18:00"), inquiry=replace(INQUIRY, owner="BQ-BO"))
    assert read(data, "a.xlsx").lines[0].possible_from == datetime(2026, 7, 14, 22, tzinfo=UTC)


def test_merged_cells_are_seen():
    answer = read(sheet(lambda s: s.merge_cells("C9:C10")), "a.xlsx")
    assert codes(answer) == [("merged", "C9:C10")]
    assert codes(read(sheet(lambda s: s.merge_cells("D9:E9")), "a.xlsx")) == [("merged", "D9:E9")]
    assert codes(read(sheet(lambda s: s.merge_cells("B12:E12")), "a.xlsx")) == []


def test_rows_may_be_sorted_and_the_sheet_may_stand_among_others():
    def turn(s: Any) -> None:
        s["C9"], s["C10"] = "nee", "ja"
        for column in range(1, 27):
            one, other = s.cell(9, column), s.cell(10, column)
            one.value, other.value = other.value, one.value
        s.parent.create_sheet("Van ons", 0)["A1"] = "notities"

    answer = read(sheet(turn), "a.xlsx")
    assert codes(answer) == []
    assert [line.answer for line in answer.lines] == ["no", "yes"]


def test_it_is_protected_but_for_the_answers_and_keeps_its_id():
    book = load_workbook(io.BytesIO(write(INQUIRY, LINES, TYPES, "nl")))
    told = book["KCR2"]
    assert told.protection.sheet
    assert told["A9"].protection.locked
    for place in ("C9", "K10", "B12", "B14"):
        assert not told[place].protection.locked
    assert book["kcr2-id"].sheet_state == "veryHidden"
    assert book.properties.identifier == INQUIRY.id
    rules = {str(v.sqref): v.type for v in told.data_validations.dataValidation}
    assert rules == {"C9:C10": "list", "D9:D10": "whole", "E9:E10": "list"}
    assert all(len(v.formula1) <= 255 for v in told.data_validations.dataValidation)
    assert told["A2"].value == "Pelotons Veluwe"
    assert "di 14 juli 2026 18:00" in told["A3"].value


@pytest.mark.parametrize("first", ["=", "+", "-", "@"])
def test_a_question_is_never_a_formula(first: str):
    evil = first + 'cmd|"/c calc"!A1'
    lines = (replace(LINES[0], resource=evil, quantity=0),)
    inquiry = replace(INQUIRY, title=evil, text=evil + "\x01", number=evil)
    book = load_workbook(io.BytesIO(write(inquiry, lines, TYPES, "nl")))
    for told in book.worksheets:
        assert not [c for row in told.iter_rows() for c in row if c.data_type == "f"]
        texts = [c.value for row in told.iter_rows() for c in row if isinstance(c.value, str)]
        assert not [text for text in texts if text[0] in "=+-@"]


def test_an_inquiry_without_lines_or_types_is_still_a_sheet():
    answer = read(write(replace(INQUIRY, deadline=None, text=""), (), {}, "en"), "a.xlsx")
    assert (answer.inquiry, answer.lines) == (INQUIRY.id, ())


# -- what is none of ours


def foreign() -> bytes:
    out = io.BytesIO()
    book = Workbook()
    book.create_sheet("KCR2")["A1"] = "kcr2-inquiry-1"
    book.save(out)
    return out.getvalue()


def packed(*parts: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts:
            archive.writestr(name, body)
    return out.getvalue()


def with_part(name: str, body: bytes) -> bytes:
    """A good sheet with one part replaced."""
    good = zipfile.ZipFile(io.BytesIO(sheet()))
    kept = [(n, good.read(n)) for n in good.namelist() if n != name]
    return packed(*kept, (name, body))


BOMB = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'bbbb'>]><worksheet>&b;</worksheet>"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"naam;aantal\n", "not_xlsx"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "locked"),
        (packed(("word/document.xml", b"<a/>")), "not_xlsx"),
        (packed(("xl/workbook.xml", b"<a/>")), "locked"),
        (packed(*((f"xl/{n}", b"") for n in range(300))), "too_large"),
        (packed(("xl/workbook.xml", bytes(7 << 20))), "too_large"),
        (b"x" * (3 << 20), "too_large"),
        (with_part("xl/worksheets/sheet1.xml", BOMB), "locked"),
        (with_part("xl/worksheets/sheet1.xml", BOMB.decode().encode("utf-16")), "locked"),
        (with_part("xl/worksheets/sheet1.xml", b"<worksheet"), "locked"),
        (sheet()[:-300], "locked"),
        (foreign(), "foreign"),
    ],
)
def test_files_that_are_no_answer(data: bytes, code: str):
    answer = read(data, "a.xlsx")
    assert [p.code for p in answer.problems] == [code]
    assert (answer.inquiry, answer.lines) == ("", ())
    assert said(answer.problems[0], "a.xlsx", "nl").startswith("a.xlsx: ")


def test_old_excel_is_named():
    assert codes(read(b"\xd0\xcf\x11\xe0" + bytes(600), "a.xls")) == [("old_excel", "")]


def test_a_head_that_lies_about_its_size_is_found(monkeypatch: pytest.MonkeyPatch):
    data = packed(("xl/workbook.xml", b"<a/>" + bytes(300_000)))
    monkeypatch.setattr(answer_sheet_read, "MOST_UNPACKED", 400_000)
    assert codes(read(data, "a.xlsx")) == [("locked", "")]
    monkeypatch.setattr(answer_sheet_read, "MOST_UNPACKED", 100_000)
    assert codes(read(data, "a.xlsx")) == [("too_large", "")]


def test_a_copied_row_of_another_inquiry_is_seen():
    def mark(s: Any) -> None:
        s.parent.properties.identifier = _id("another")

    assert codes(read(sheet(mark), "a.xlsx")) == [("two_inquiries", "")]


def test_far_away_cells_cost_nothing():
    answer = read(sheet(cells(XFD1048576="ver weg", C9="ja")), "a.xlsx")
    assert codes(answer) == []
    assert answer.lines[0].answer == "yes"
