"""The small spreadsheet that goes with an inquiry: written for a tired officer, one row a line.

Only the answer cells can be typed in, the answers are chosen from a list, and the workbook keeps
the id of its inquiry on a hidden sheet, in a hidden column beside each row and in its properties,
so that it survives Excel, LibreOffice and being sent around. Reading it: `answer_sheet_read`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from kcr2desk.core.answer_words import (
    ANSWER_WORDS,
    line_facts,
    line_words,
    moment_words,
    zone_words,
)
from kcr2desk.core.bijstand import Inquiry, InquiryLine
from kcr2desk.core.reference import ResourceType
from kcr2desk.exchange.answer_sheet_read import SheetAnswer as SheetAnswer
from kcr2desk.exchange.answer_sheet_read import read as read
from kcr2desk.exchange.answer_sheet_read import said as said
from kcr2desk.exchange.answer_sheet_shape import (
    FIRST_ANSWER,
    HIDDEN,
    ID_COLUMN,
    LINE,
    MARK,
    SHEET,
    TABLE,
    WHO,
    columns_of,
)
from kcr2desk.exchange.problems import Language

TEXT = "@"
"""The format in which a cell keeps what is typed: 06 12345678 does not lose its zero."""

FORMATS = {
    **dict.fromkeys(("possible_from", "possible_until"), "dd-mm-yyyy hh:mm"),
    **dict.fromkeys(("offered", "total", "available", "reserve"), "0"),
}
"""Of cells that hold a time (text does as well) or a number."""

_EDGE = Side(style="thin", color="8995A6")
_BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_OPEN = PatternFill("solid", fgColor="FFF8DC")
_HEAD = PatternFill("solid", fgColor="0B5CAD")
_WRAP = Alignment(wrap_text=True, vertical="top")


def _font(*, size: int, bold: bool = False, color: str = "16202E") -> Font:
    return Font(name="Calibri", size=size, bold=bold, color=color)


def write(
    inquiry: Inquiry,
    lines: Sequence[InquiryLine],
    types: Mapping[str, ResourceType],
    language: Language,
) -> bytes:
    """The workbook (xlsx) with what is asked, for its owner to fill in. `language` is that of the
    question; what is to be filled in says it in both."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    names = _type_names(types, language)
    _hidden(book, inquiry, lines, names)
    _question(sheet, inquiry, language)
    _table(sheet, inquiry, lines, types, language)
    _choices(sheet, inquiry, len(lines), len(names))
    _who(sheet, TABLE + len(lines) + 2)
    _finish(sheet)
    book.properties.identifier = inquiry.id
    book.properties.creator = "KCR2"
    book.properties.title = _cell(inquiry.title)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _type_names(types: Mapping[str, ResourceType], language: Language) -> list[tuple[str, str]]:
    """Code and name of what can be offered instead, each name once."""
    known = sorted((t for t in types.values() if not t.removed), key=lambda t: (t.order, t.code))
    names: dict[str, str] = {}
    for t in known:
        names.setdefault(t.name_in(language), t.code)
    return [(code, name) for name, code in names.items()]


def _hidden(
    book: Workbook,
    inquiry: Inquiry,
    lines: Sequence[InquiryLine],
    names: Sequence[tuple[str, str]],
) -> None:
    """What a reader needs, on a sheet that Excel only shows to who programs it."""
    hidden: Worksheet = book.create_sheet(HIDDEN)
    rows = [(MARK, ""), ("inquiry", inquiry.id), ("kind", inquiry.kind), ("owner", inquiry.owner)]
    for row, (name, value) in enumerate([*rows, *((LINE, line.id) for line in lines)], start=1):
        hidden.cell(row, 1, name)
        hidden.cell(row, 2, _cell(value))
    for row, (code, name) in enumerate(names, start=1):
        hidden.cell(row, 4, _cell(code))
        hidden.cell(row, 5, _cell(name))
    hidden.sheet_state = "veryHidden"
    hidden.protection.sheet = True


def _question(sheet: Worksheet, inquiry: Inquiry, language: Language) -> None:
    kind = "Inventarisatie / Inventory" if inquiry.kind == "inventory" else "Uitvraag / Inquiry"
    sheet.cell(1, 1, _cell(f"KCR2 · {kind} {inquiry.number}".rstrip())).font = _font(size=11)
    sheet.cell(2, 1, _cell(inquiry.title)).font = _font(size=18, bold=True)
    due = ""
    if inquiry.deadline is not None:
        told = moment_words(inquiry.deadline, inquiry.owner, language)
        due = f"Antwoord vóór / Answer before: {told}"
    sheet.cell(3, 1, _cell(due)).font = _font(size=14, bold=True, color="B3261E")
    text = sheet.cell(4, 1, _cell(inquiry.text))
    text.font = _font(size=12)
    text.alignment = _WRAP
    how = sheet.cell(
        5,
        1,
        "Vul de gele vakken in, bewaar, en stuur dit bestand terug."
        " / Fill in the yellow cells, save, and send this file back.",
    )
    how.font = _font(size=12, bold=True)
    zone = sheet.cell(
        6,
        1,
        f"Tijden: {zone_words(inquiry.owner, 'nl')}, zo: 14-07-2026 18:00"
        f" / Times: {zone_words(inquiry.owner, 'en')}",
    )
    zone.font = _font(size=11)
    width = FIRST_ANSWER + len(columns_of(inquiry.kind)) - 1
    for row in range(1, 7):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=max(width, 5))
    for row, height in ((1, 18), (2, 28), (3, 22), (5, 20), (6, 20)):
        sheet.row_dimensions[row].height = height
    letters = sum(1 + len(part) // 110 for part in inquiry.text.splitlines()) or 1
    sheet.row_dimensions[4].height = min(17 * letters + 4, 400)


def _table(
    sheet: Worksheet,
    inquiry: Inquiry,
    lines: Sequence[InquiryLine],
    types: Mapping[str, ResourceType],
    language: Language,
) -> None:
    columns = columns_of(inquiry.kind)
    headings = ("Gevraagd\nAsked", "Bijzonderheden\nDetails", *(c.heading for c in columns))
    for n, heading in enumerate(headings, start=1):
        cell = sheet.cell(TABLE, n, heading)
        cell.font = _font(size=12, bold=True, color="FFFFFF")
        cell.fill, cell.alignment, cell.border = _HEAD, _WRAP, _BOX
    sheet.row_dimensions[TABLE].height = 36
    for row, line in enumerate(lines, start=TABLE + 1):
        facts = line_facts(line, types, inquiry.owner, language)
        told = "\n".join(f"{label}: {text}" for label, text in facts)
        for n, text in ((1, line_words(line, types, language)), (2, told)):
            cell = sheet.cell(row, n, _cell(text))
            cell.font = _font(size=12, bold=n == 1)
            cell.alignment, cell.border = _WRAP, _BOX
        for n, column in enumerate(columns, start=FIRST_ANSWER):
            _open(sheet, row, n, FORMATS.get(column.field, TEXT))
        sheet.cell(row, ID_COLUMN, line.id)
        rows = sum(1 + len(text) // 36 for text in told.splitlines())
        sheet.row_dimensions[row].height = max(32, 16 * rows + 6)
    sheet.column_dimensions["A"].width = 34
    sheet.column_dimensions["B"].width = 40
    for n, column in enumerate(columns, start=FIRST_ANSWER):
        sheet.column_dimensions[chr(64 + n)].width = column.width
    sheet.column_dimensions["Z"].hidden = True


def _open(sheet: Worksheet, row: int, column: int, number_format: str) -> None:
    """A cell to be filled in."""
    cell = sheet.cell(row, column)
    cell.protection = Protection(locked=False)
    cell.fill, cell.border, cell.font, cell.alignment = _OPEN, _BOX, _font(size=14), _WRAP
    cell.number_format = number_format


def _choices(sheet: Worksheet, inquiry: Inquiry, lines: int, types: int) -> None:
    """Lists for what is chosen, whole numbers for what is counted."""
    if not lines:
        return
    for n, column in enumerate(columns_of(inquiry.kind), start=FIRST_ANSWER):
        if column.field == "answer":
            told = ",".join(" / ".join(words) for words in ANSWER_WORDS.values())
            rule = DataValidation(type="list", formula1=f'"{told}"', allow_blank=True)
        elif column.field == "alternative" and types:
            rule = DataValidation(
                type="list", formula1=f"'{HIDDEN}'!$E$1:$E${types}", allow_blank=True
            )
        elif column.field in ("offered", "total", "available", "reserve"):
            least = "1" if column.field == "offered" else "0"
            rule = DataValidation(
                type="whole", operator="between", formula1=least, formula2="100000",
                allow_blank=True,
            )  # fmt: skip
        else:
            continue
        rule.showErrorMessage = True
        rule.errorTitle = "KCR2"
        rule.error = "Kies uit de lijst of vul een heel getal in. / Choose, or a whole number."
        letter = chr(64 + n)
        rule.add(f"{letter}{TABLE + 1}:{letter}{TABLE + lines}")
        sheet.add_data_validation(rule)


def _who(sheet: Worksheet, row: int) -> None:
    """Who answers, below the table; column Z names the field."""
    for n, (field, label) in enumerate(WHO):
        cell = sheet.cell(row + n, 1, label)
        cell.font = _font(size=12, bold=True)
        cell.alignment = _WRAP
        _open(sheet, row + n, 2, TEXT)
        sheet.cell(row + n, ID_COLUMN, field)
        sheet.row_dimensions[row + n].height = 64 if field == "remark" else 28


def _finish(sheet: Worksheet) -> None:
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False  # columns and rows may be made wider
    sheet.protection.formatRows = False
    sheet.freeze_panes = f"A{TABLE + 1}" if sheet.max_row < 40 else None
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 110
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _cell(text: str) -> str:
    """A text as a cell takes it: without control signs, never a formula, of bearable length."""
    told = "".join(c for c in text if c in "\n\t" or c.isprintable())[:30_000]
    return f" {told}" if told[:1] in ("=", "+", "-", "@") else told
