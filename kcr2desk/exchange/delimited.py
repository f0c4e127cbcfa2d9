"""Reads text that is a table: csv and tsv as programs write them, and what is pasted."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter

from kcr2desk.exchange.problems import Problem, Refused
from kcr2desk.exchange.sheet_cells import LONGEST_TEXT, MOST_COLUMNS, MOST_ROWS, Row, Sheet

_SEPARATORS = ";\t,|"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 60
"""Lines by which the separator is chosen."""


def read_delimited(data: bytes, name: str) -> Sheet:
    """The table of a csv or tsv file. Raises Refused for what is no text or no table."""
    return read_text(_decoded(data, name), name)


def read_text(text: str, name: str, separator: str = "") -> Sheet:
    """The table of a text; without `separator` the likeliest is taken. Raises Refused."""
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"')
    skipped = 0
    if told.lower().startswith("sep=") and len(told) == 5:  # a line that Excel writes for itself
        separator, text, skipped = told[4], rest, 1
    separator = separator or _separator(text)
    try:
        return _rows(text, separator, skipped, strict=True)
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            raise Refused(Problem(name, None, "quote-open")) from None
    try:  # a quote in the middle of a cell, as in 12" pipe
        return _rows(text, separator, skipped, strict=False)
    except csv.Error as error:
        raise Refused(Problem(name, None, "unreadable", str(error))) from None


def _decoded(data: bytes, name: str) -> str:
    told = [encoding for bom, encoding in _BOMS if data.startswith(bom)]
    encoding = told[0] if told else _encoding(data)
    try:
        # five bytes have no meaning in Windows-1252; one of them spoils no table
        text = data.decode(encoding, errors="replace" if encoding == "cp1252" else "strict")
    except UnicodeDecodeError:
        raise Refused(Problem(name, None, "not-table")) from None
    sample = text[:20_000]
    odd = sum(
        1 for c in sample if not c.isprintable() and c not in "\r\n\t\x0b\x0c\xa0\u202f\ufeff"
    )
    if odd > len(sample) / 50:
        raise Refused(Problem(name, None, "not-table"))
    return text.replace("\0", "")


def _encoding(data: bytes) -> str:
    """UTF-16 shows itself by its zero bytes; what is no UTF-8 is what Excel writes in Europe."""
    start = data[:2_000]
    if len(start) >= 4 and start[1::2].count(0) > len(start) / 4:
        return "utf-16-le"
    if len(start) >= 4 and start[0::2].count(0) > len(start) / 4:
        return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _separator(text: str) -> str:
    """The separator by which most lines have the same number of cells, more than one."""

    def worth(separator: str) -> tuple[float, int]:
        lines = io.StringIO(text[:200_000], newline="")
        widths: Counter[int] = Counter()
        try:
            for index, cells in enumerate(csv.reader(lines, delimiter=separator)):
                if index >= _LOOKED_AT:
                    break
                if any(cell.strip() for cell in cells):
                    widths[len(cells)] += 1
        except csv.Error:
            return (0.0, 0)
        wide = {width: count for width, count in widths.items() if width > 1}
        if not wide:
            return (0.0, 0)
        best = max(wide, key=lambda width: (wide[width], width))
        return (wide[best] / sum(widths.values()), best)

    # a share of lines that differs little is no reason: "6,5;3,0" has commas in every line
    return max(_SEPARATORS, key=lambda s: (round(worth(s)[0], 1), -_SEPARATORS.index(s)))


def _rows(text: str, separator: str, skipped: int, *, strict: bool) -> Sheet:
    sheet = Sheet("")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
    before = 0
    for cells in reader:
        number, before = before + 1 + skipped, reader.line_num
        kept = [cell.strip()[:LONGEST_TEXT] or None for cell in cells]
        while kept and kept[-1] is None:
            kept.pop()
        if not kept:
            continue
        if len(kept) > MOST_COLUMNS:
            sheet.too_large = "columns"
            return sheet
        if len(sheet.rows) >= MOST_ROWS:
            sheet.too_large = "rows"
            return sheet
        sheet.rows.append(Row(number, tuple(kept)))
    return sheet
