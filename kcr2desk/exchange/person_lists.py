"""A list of people as a workbook, for a receiver that has no desk.

    data = workbook(PeopleList(title, marks, heads, rows))

What people typed is never taken for a formula. The file names KCR2 as its author and nobody else,
and its first lines and every printed page say of what operation it is and until when it is kept.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from kcr2desk.exchange.state_sheet import safe

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

AUTHOR: Final = "KCR2"
HEAD_ROW: Final = 4
_WIDEST: Final = 48
_LONGEST_NAME: Final = 31
_IN_MARGIN: Final = 100
_NOT_IN_A_NAME: Final = frozenset("[]:*?/\\'")


@dataclass(frozen=True, slots=True)
class PeopleList:
    """What stands in the file: `marks` are the lines under the title (whom it is for, how many),
    `kept` the operation and its term, for every page."""

    title: str
    marks: str
    kept: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    made_at: datetime


def workbook(content: PeopleList) -> bytes:
    """The list as a workbook (.xlsx)."""
    from openpyxl import Workbook

    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = _sheet_name(content.title)
    properties = made.properties
    properties.creator = properties.lastModifiedBy = AUTHOR
    properties.title = safe(content.title)
    at = content.made_at.astimezone(UTC).replace(tzinfo=None)
    properties.created = properties.modified = at
    _write(sheet, content)
    return _in_memory(made)


def _in_memory(made: Workbook) -> bytes:
    """The file of a workbook. Saved in the usual way each sheet lies in the folder for temporary
    files for a while, and longer when the program is killed meanwhile."""
    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:

        class InMemory(ExcelWriter):
            """Writes sheets to memory."""

            def write_worksheet(self, ws: Any) -> None:
                held = io.BytesIO()
                ws._drawing = SpreadsheetDrawing()
                writer: Any = WorksheetWriter(ws, held)
                writer.write()
                ws._rels = writer._rels
                archive.writestr(ws.path[1:], held.getvalue())
                self.manifest.append(ws)

        InMemory(made, archive).save()
    return out.getvalue()


def _margin(text: str) -> str:
    """A text above or below printed pages: without codes, and short enough for Excel."""
    return safe(text)[:_IN_MARGIN].replace("&", "&&")


def _sheet_name(title: str) -> str:
    plain = "".join(c for c in title if c.isprintable() and c not in _NOT_IN_A_NAME).strip()
    return plain[:_LONGEST_NAME] or AUTHOR


def _write(sheet: Worksheet, content: PeopleList) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for row, line in enumerate((content.title, content.marks, content.kept), start=1):
        _put(sheet, row, 1, line)
    sheet.cell(1, 1).font = Font(bold=True, size=14)
    for column, head in enumerate(content.heads, start=1):
        _put(sheet, HEAD_ROW, column, head)
        made = sheet.cell(HEAD_ROW, column)
        made.font = Font(bold=True)
        made.fill = PatternFill("solid", fgColor="EEF1F5")
        made.alignment = Alignment(wrap_text=True, vertical="top")
    for row, values in enumerate(content.rows, start=HEAD_ROW + 1):
        for column, value in enumerate(values, start=1):
            _put(sheet, row, column, value)
            sheet.cell(row, column).alignment = Alignment(wrap_text=True, vertical="top")
    for column, width in enumerate(_widths(content), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    last = get_column_letter(max(1, len(content.heads)))
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}{HEAD_ROW + len(content.rows)}"
    sheet.freeze_panes = f"B{HEAD_ROW + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    header, footer = sheet.oddHeader, sheet.oddFooter
    assert header is not None
    assert footer is not None  # a new sheet has both
    header.left.text = _margin(content.title or AUTHOR)
    footer.left.text = _margin(content.kept)
    footer.right.text = "&P / &N"


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    if text:
        made = sheet.cell(row, column)
        made.value = safe(text)
        made.data_type = "s"  # else openpyxl takes what begins with = for a formula


def _widths(content: PeopleList) -> Iterator[float]:
    for column, head in enumerate(content.heads):
        longest = max((len(row[column]) for row in content.rows), default=0)
        yield min(_WIDEST, max(longest + 2, min(len(head), 14) + 3))
