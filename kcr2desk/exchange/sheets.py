"""Reads a table out of a spreadsheet, csv or tsv file, or out of what was pasted from one.

A workbook may have several sheets, titles above the table, two rows of heads, merged cells, hidden
rows, empty columns: what comes out is one table with one head a column. A cell that has no value
that anybody could use (a formula that was never counted, #REF!, a number in a merged block that
might be of any of its rows) is a `Trouble`, never a guess. What was left out is said in `remarks`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kcr2desk.exchange.delimited import read_delimited, read_text
from kcr2desk.exchange.problems import Problem, Refused
from kcr2desk.exchange.sheet_cells import (
    LARGEST_FILE,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_SHEETS,
    Block,
    Row,
    Sheet,
    Trouble,
    Value,
    letters,
)
from kcr2desk.exchange.xlsx import read_xlsx

__all__ = ["Row", "Table", "Trouble", "Value", "read", "read_pasted", "shown"]

PASTED = "pasted text"
_HEADS_WITHIN = 40
"""Filled rows among which the heads of a table are looked for."""

Knows = Callable[[str], int]
"""How well a text does as a head: 0 unknown, 1 a name of what the table is about, 2 a head."""


def _nothing(_text: str) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one head a column. `sheets` are the names of all sheets that could be read
    instead; `head_line` is the row of the heads, 0 when the table has none (they are letters).
    `above` are the filled rows before the heads: titles, and what the file says of itself."""

    file: str
    sheet: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    head_line: int = 0
    sheets: tuple[str, ...] = ()
    remarks: tuple[Problem, ...] = ()
    above: tuple[Row, ...] = ()


def read(data: bytes, name: str, *, sheet: str = "", knows: Knows = _nothing) -> Table:
    """The table of a file; `name` is for its sentences. Raises Refused with the reason.

    `sheet` names the sheet that is wanted; without it the likeliest one by `knows` is taken.
    """
    if not data.strip(b"\0\r\n\t "):
        raise Refused(Problem(name, None, "empty"))
    if len(data) > LARGEST_FILE:
        raise Refused(Problem(name, None, "too-large", f"{LARGEST_FILE >> 20} MB"))
    found = _sheets(data, name)
    if sheet:
        found = [each for each in found if each.name == sheet]
        if not found:
            raise Refused(Problem(name, None, "sheet-unknown", sheet))
        return _table(found[0], name, (sheet,), knows)
    shown_sheets = [s for s in found if not s.hidden and (s.rows or s.too_large)]
    if not shown_sheets:
        code = "sheet-all-hidden" if any(each.rows for each in found) else "table-empty"
        raise Refused(Problem(name, None, code))
    best = max(shown_sheets, key=lambda each: _likely(each, knows))
    return _table(best, name, tuple(each.name for each in shown_sheets), knows)


def read_pasted(text: str, *, knows: Knows = _nothing) -> Table:
    """The table of a text that was copied out of a spreadsheet (or out of a csv file)."""
    if not text.strip():
        raise Refused(Problem(PASTED, None, "empty"))
    if len(text) > LARGEST_FILE // 4:
        raise Refused(Problem(PASTED, None, "too-large", f"{LARGEST_FILE >> 22} MB"))
    sheet = read_text(text.lstrip("\ufeff"), PASTED, "\t" if "\t" in text else "")
    if not sheet.rows:
        raise Refused(Problem(PASTED, None, "table-empty"))
    return _table(sheet, PASTED, (), knows)


def shown(value: Value) -> str:
    """A value as the one who filled in the sheet would know it, on one line."""
    match value:
        case None:
            return ""
        case Trouble():
            return value.detail
        case datetime():
            clock = "%d-%m-%Y" if (value.hour, value.minute) == (0, 0) else "%d-%m-%Y %H:%M"
            return value.strftime(clock)
        case float():
            return f"{value:.10g}".replace(".", ",")
        case _:
            return " ".join(str(value).split())


def _sheets(data: bytes, name: str) -> list[Sheet]:
    """The sheets of a file, by what it is rather than by how it is called."""
    if data.startswith(b"PK\x03\x04"):
        return read_xlsx(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        locked = "EncryptedPackage".encode("utf-16-le") in data
        raise Refused(Problem(name, None, "sheet-locked" if locked else "sheet-xls"))
    start = data[:2_000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml", b"<meta")):
        raise Refused(Problem(name, None, "sheet-web-page"))
    if start.startswith((b"%pdf", b"{\\rtf")):
        raise Refused(Problem(name, None, "not-table"))
    return [read_delimited(data, name)]


def _likely(sheet: Sheet, knows: Knows) -> tuple[int, int]:
    """How likely a sheet is the table: what its best head row knows, then how much it holds."""
    rows = sheet.rows[:_HEADS_WITHIN]
    best = max((sum(knows(shown(v)) for v in row.cells) for row in rows), default=0)
    return best, sum(1 for row in sheet.rows for v in row.cells if v is not None)


# -- from a sheet to a table


def _table(sheet: Sheet, file: str, sheets: tuple[str, ...], knows: Knows) -> Table:
    if sheet.too_large == "rows":
        raise Refused(Problem(file, None, "table-too-long", str(MOST_ROWS)))
    if sheet.too_large:
        raise Refused(Problem(file, None, "table-too-wide", str(MOST_COLUMNS)))
    if not sheet.rows:
        raise Refused(Problem(file, None, "table-empty"))
    remarks = []
    if len(sheets) > 1:
        remarks.append(Problem(file, None, "sheet-chosen", sheet.name))
    if len(sheets) >= MOST_SHEETS:
        remarks.append(Problem(file, None, "sheets-many", str(MOST_SHEETS)))
    rows = _unmerged(sheet.rows, sheet.blocks)
    hidden = [row for row in rows if row.hidden]
    if hidden:
        remarks.append(Problem(file, hidden[0].number, "rows-hidden", str(len(hidden))))
        rows = [row for row in rows if not row.hidden]
    if not rows:
        raise Refused(Problem(file, None, "table-empty"))
    head = _head_row(rows, knows)
    body = rows if head is None else rows[head + 1 :]
    width = max(len(row.cells) for row in rows)
    heads = [letters(i) for i in range(width)] if head is None else _heads(rows, head, width)
    keep = _columns(heads if head is not None else [""] * width, body)
    if not body or not keep:
        raise Refused(Problem(file, None, "table-empty"))
    return Table(
        file,
        sheet.name,
        tuple(heads[i] for i in keep),
        tuple(_picked(row, keep) for row in body if any(row.cell(i) is not None for i in keep)),
        0 if head is None else rows[head].number,
        sheets,
        tuple(remarks),
        tuple(rows[:head]) if head else (),
    )


def _picked(row: Row, keep: Sequence[int]) -> Row:
    return Row(row.number, tuple(row.cell(i) for i in keep), row.hidden)


def _columns(heads: Sequence[str], body: Sequence[Row]) -> list[int]:
    """The columns that say anything; the empty second half of a merged head does not."""
    filled = {i for row in body for i, value in enumerate(row.cells) if value is not None}
    return [
        i
        for i, head in enumerate(heads)
        if i in filled or (head and (i == 0 or heads[i - 1] != head))
    ]


def _head_row(rows: Sequence[Row], knows: Knows) -> int | None:
    """Which of the first rows has the heads; None when the table begins at once."""
    texts = [[shown(v) for v in row.cells if v is not None] for row in rows[:_HEADS_WITHIN]]
    known = [sum(knows(text) for text in line) for line in texts]
    best = max(range(len(known)), key=lambda i: (known[i], -i))
    if known[best] >= 2 and not (_has_numbers(rows[best]) and not _has_head(texts[best], knows)):
        return best
    if known[best]:
        return None
    typical = max(Counter(len(line) for line in texts).items(), key=lambda i: (i[1], i[0]))[0]
    for index, line in enumerate(texts):
        if len(line) >= max(2, typical) and not _has_numbers(rows[index]):
            return index
    return None


def _has_numbers(row: Row) -> bool:
    return any(
        isinstance(v, int | float | datetime)
        or (isinstance(v, str) and v.replace("/", "").strip().isdigit())
        for v in row.cells
    )


def _has_head(texts: Sequence[str], knows: Knows) -> bool:
    return any(knows(text) >= 2 for text in texts)


def _heads(rows: Sequence[Row], head: int, width: int) -> list[str]:
    """One head a column; a row of groups right above it ("Peloton" over two columns) is put
    before it."""
    heads = [_head(rows[head].cell(i)) for i in range(width)]
    if head == 0 or rows[head - 1].number != rows[head].number - 1:
        return heads
    above = [_head(rows[head - 1].cell(i)) for i in range(width)]
    repeated = {text for text in above if text and above.count(text) > 1}
    if not repeated or len({text for text in above if text}) < 2:
        return heads  # a title over the whole table is no group
    return [
        f"{group} | {own}" if group and own and group != own else own or group
        for group, own in zip(above, heads, strict=True)
    ]


def _head(value: Value) -> str:
    return "" if isinstance(value, Trouble) else shown(value)


def _unmerged(rows: Sequence[Row], blocks: Sequence[Block]) -> list[Row]:
    """Rows of which each cell says what its merged block means.

    A text holds for the whole block. A number over several rows might be each row's or their sum,
    so nobody knows; over several columns of one row it is the first column's.
    """
    by_number = {row.number: list(row.cells) for row in rows}
    hidden = {row.number: row.hidden for row in rows}
    last = max(by_number, default=0)
    for block in blocks:
        top = by_number.get(block.top, [])
        value = top[block.left] if block.left < len(top) else None
        if value is None:
            continue
        count = not isinstance(value, str) or value.replace("/", "").strip().isdigit()
        if count and block.top == block.bottom:
            continue
        fill = Trouble("cell-merged", shown(value)) if count else value
        for number in range(block.top, min(block.bottom, last) + 1):
            cells = by_number.get(number)
            if cells is None:  # only the block stands in this row
                continue
            cells.extend([None] * (min(block.right, MOST_COLUMNS) + 1 - len(cells)))
            for column in range(block.left, min(block.right, MOST_COLUMNS) + 1):
                cells[column] = fill
    return [Row(number, tuple(cells), hidden[number]) for number, cells in by_number.items()]
