"""Reads the sheets of an xlsx workbook as a stream, within limits.

openpyxl, when it streams, leaves out merged cells, hidden rows and the formulas that have no value;
when it does not stream, a million rows take gigabytes. So the cells are read here, and only what
a number format means is asked of openpyxl. Stops at the first limit; what lies beyond is not even
unpacked.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import IO, Any

from lxml import etree

from kcr2desk.exchange.problems import Problem, Refused
from kcr2desk.exchange.sheet_cells import (
    LARGEST_PART,
    LONGEST_TEXT,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    Block,
    Row,
    Sheet,
    Trouble,
    Value,
    column_of,
)

_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REL_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
MOST_STRINGS = 500_000
MOST_BLOCKS = 20_000
MOST_ELEMENTS = 1_100_000
"""Rows of the XML, also without a value: somewhat more than Excel has."""


class _TooLarge(Exception):
    """A part unpacks to more than the limit."""


class _Counted(io.RawIOBase):
    """A part of the zip that ends in _TooLarge when it unpacks to more than `limit` bytes."""

    def __init__(self, part: IO[bytes], limit: int) -> None:
        self._part = part
        self._left = limit

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._part.read(min(size, 1 << 16) if size > 0 else 1 << 16)
        self._left -= len(data)
        if self._left < 0:
            raise _TooLarge
        return data


@dataclass(frozen=True, slots=True)
class _Workbook:
    """What the cells refer to: texts by number, which styles are dates, where days count from."""

    strings: tuple[str, ...]
    dates: frozenset[int]
    epoch: datetime


def read_xlsx(data: bytes, name: str) -> list[Sheet]:
    """All worksheets in their order. Raises Refused for what is no readable workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive, name)
    except _TooLarge:
        limit = f"{LARGEST_PART >> 20} MB"
        raise Refused(Problem(name, None, "sheet-bomb", limit)) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise Refused(Problem(name, None, "sheet-damaged")) from None
    except etree.XMLSyntaxError as error:
        raise Refused(Problem(name, None, "sheet-damaged-xml", str(error))) from None


def _read(archive: zipfile.ZipFile, name: str) -> list[Sheet]:
    members = set(archive.namelist())
    if "xl/workbook.xml" not in members:
        code = "sheet-ods" if "content.xml" in members else "sheet-not-xlsx"
        if "xl/workbook.bin" in members:
            code = "sheet-xlsb"
        raise Refused(Problem(name, None, code))
    listed, epoch = _listed(archive)
    known = _Workbook(_strings(archive, members), _date_styles(archive, members), epoch)
    sheets = []
    for title, hidden, part in listed[:MOST_SHEETS]:
        if part in members:
            sheet = Sheet(title, hidden=hidden)
            _fill(archive, part, sheet, known)
            sheets.append(sheet)
    if not sheets:
        raise Refused(Problem(name, None, "sheet-none"))
    return sheets


def _opened(archive: zipfile.ZipFile, part: str) -> IO[bytes]:
    """A part to read. Raises BadZipFile also where the directory points out of the file: there
    `zipfile` itself seeks to before its beginning."""
    try:
        return archive.open(part)
    except ValueError as error:
        raise zipfile.BadZipFile(str(error)) from error


def _elements(archive: zipfile.ZipFile, part: str, *tags: str) -> Iterator[tuple[str, Any]]:
    """(local name, element) of the elements with these names, each forgotten afterwards."""
    with _opened(archive, part) as start:
        if b"<!DOCTYPE" in start.read(1024):
            raise Refused(Problem(part, None, "doctype"))
    with _opened(archive, part) as opened:
        context = etree.iterparse(
            _Counted(opened, LARGEST_PART),
            events=("end",),
            tag=[f"{{*}}{tag}" for tag in tags],
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
        )
        for _, element in context:
            yield etree.QName(element).localname, element
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _listed(archive: zipfile.ZipFile) -> tuple[list[tuple[str, bool, str]], datetime]:
    """(title, hidden, part) of each sheet, and the day from which dates are counted."""
    targets = {}
    if "xl/_rels/workbook.xml.rels" in archive.namelist():
        for _, relation in _elements(archive, "xl/_rels/workbook.xml.rels", "Relationship"):
            target = str(relation.get("Target", ""))
            targets[str(relation.get("Id"))] = (
                target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            )
    found = []
    epoch = datetime(1899, 12, 30)
    for tag, element in _elements(archive, "xl/workbook.xml", "sheet", "workbookPr"):
        if tag == "workbookPr":
            if element.get("date1904") in ("1", "true"):
                epoch = datetime(1904, 1, 1)
            continue
        relation_id = element.get(_REL) or element.get(_REL_STRICT) or ""
        hidden = element.get("state", "visible") != "visible"
        found.append((str(element.get("name", "")), hidden, targets.get(str(relation_id), "")))
    return found, epoch


def _strings(archive: zipfile.ZipFile, members: set[str]) -> tuple[str, ...]:
    if "xl/sharedStrings.xml" not in members:
        return ()
    texts = []
    for _, item in _elements(archive, "xl/sharedStrings.xml", "si"):
        texts.append(_text_of(item))
        if len(texts) >= MOST_STRINGS:
            break
    return tuple(texts)


def _text_of(item: Any) -> str:
    """The text of a shared or inline string, without its phonetic reading."""
    parts = [
        t.text or ""
        for t in item.iter("{*}t")
        if etree.QName(t.getparent()).localname != "rPh"
    ]  # fmt: skip
    return "".join(parts)[:LONGEST_TEXT]


def _date_styles(archive: zipfile.ZipFile, members: set[str]) -> frozenset[int]:
    """The numbers of the cell styles that show a number as a date."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

    if "xl/styles.xml" not in members:
        return frozenset()
    formats: dict[int, str] = {}
    used: list[int] = []
    for tag, element in _elements(archive, "xl/styles.xml", "numFmt", "cellXfs"):
        if tag == "numFmt":
            formats[_whole(element.get("numFmtId"))] = str(element.get("formatCode", ""))
        else:
            used = [_whole(xf.get("numFmtId")) for xf in element]
    return frozenset(
        index
        for index, number in enumerate(used)
        if is_date_format(formats.get(number) or BUILTIN_FORMATS.get(number))
    )


def _whole(text: object) -> int:
    try:
        return int(str(text))
    except ValueError:
        return 0


# -- one sheet


def _fill(archive: zipfile.ZipFile, part: str, sheet: Sheet, known: _Workbook) -> None:
    """Read the rows of a sheet until a limit; merged blocks stand behind them."""
    number = seen = 0
    hidden_columns: set[int] = set()
    blocks: list[Block] = []
    for tag, element in _elements(archive, part, "row", "mergeCell", "col"):
        if tag == "row":
            seen += 1
            number = _whole(element.get("r")) or number + 1
            cells = _cells(element, known, hidden_columns)
            if not cells and seen <= MOST_ELEMENTS:
                continue
            if len(sheet.rows) >= MOST_ROWS or seen > MOST_ELEMENTS:
                sheet.too_large = "rows"
                return
            width = max(cells) + 1
            if width > MOST_COLUMNS:
                sheet.too_large = "columns"
                return
            hidden = element.get("hidden") in ("1", "true")
            sheet.rows.append(Row(number, tuple(cells.get(i) for i in range(width)), hidden))
        elif tag == "col" and element.get("hidden") in ("1", "true"):
            first, last = _whole(element.get("min")), _whole(element.get("max"))
            hidden_columns.update(range(first - 1, min(last, MOST_COLUMNS)))
        elif tag == "mergeCell":
            block = _block(str(element.get("ref", "")))
            if block is not None:
                blocks.append(block)
            if len(blocks) >= MOST_BLOCKS:
                break
    sheet.blocks = blocks


def _cells(row: Any, known: _Workbook, hidden: set[int]) -> dict[int, Value]:
    """The cells of a row that hold something, by column; hidden columns are left out."""
    cells: dict[int, Value] = {}
    column = -1
    for cell in row:
        if not len(cell):  # a cell that only has a format, or a comment
            if isinstance(cell.tag, str):
                column = max(column_of(str(cell.get("r", ""))), column + 1)
            continue
        given = column_of(str(cell.get("r", "")))
        column = given if given >= 0 else column + 1
        value = _value(cell, known)
        if value is not None and column not in hidden:
            cells[column] = value
    return cells


def _block(reference: str) -> Block | None:
    first, _, last = reference.partition(":")
    rows = [_whole("".join(c for c in end if c.isdigit())) for end in (first, last)]
    columns = [column_of(end) for end in (first, last)]
    if min(rows) < 1 or min(columns) < 0:
        return None
    return Block(rows[0], columns[0], rows[1], columns[1])


def _value(cell: Any, known: _Workbook) -> Value:
    """What a cell holds; a formula holds the value that was counted when the file was saved."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text_of(cell) or None
    formula = text = None
    for child in cell:
        tag = etree.QName(child).localname
        if tag == "v":
            text = child.text
        elif tag == "f":
            formula = child.text or ""
    if text is None or text == "":
        if formula is None or kind == "str":
            return None
        return Trouble("cell-formula", f"={formula}")
    if kind == "e":
        return Trouble("cell-error", text)
    return _plain(kind, text, _whole(cell.get("s")), known)


def _plain(kind: str, text: str, style: int, known: _Workbook) -> Value:
    if kind == "s":
        index = _whole(text)
        if not 0 <= index < len(known.strings):
            return Trouble("cell-damaged", text)
        return known.strings[index] or None
    if kind == "str":
        return text[:LONGEST_TEXT]
    if kind == "b":
        return "TRUE" if text == "1" else "FALSE"
    if kind == "d":
        try:
            return datetime.fromisoformat(text).replace(tzinfo=None)
        except ValueError:
            return Trouble("cell-damaged", text)
    try:
        number = float(text)
    except ValueError:
        return Trouble("cell-damaged", text)
    if style in known.dates:
        return _moment(number, known.epoch)
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def _moment(days: float, epoch: datetime) -> Value:
    """The time that a number of days means; Excel counts a 29 February 1900 that never was."""
    if epoch.year == 1899 and 0 < days < 60:
        days += 1
    try:
        return epoch + timedelta(seconds=round(days * 86_400))
    except (OverflowError, ValueError):
        return Trouble("cell-damaged", str(days))
