"""What a spreadsheet holds, before anybody knows what it means: values, rows and sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

MOST_ROWS = 100_000
"""Filled rows that are read of one sheet: the whole board has 40 owners x 40 types = 1,600, but a
pandemic had 25,000 people who wanted to come home, in one list."""
MOST_COLUMNS = 300
MOST_SHEETS = 30
LONGEST_TEXT = 5_000
"""Characters of one cell; the rest is cut off."""
LARGEST_FILE = 50 << 20
"""Bytes of a file as it comes."""
LARGEST_PART = 100 << 20
"""Bytes to which one part of an xlsx may unpack: a zip bomb ends here."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A cell that has no value that anybody could use: `code` is one of `exchange.problems`."""

    code: str
    detail: str = ""


Value = str | int | float | datetime | Trouble | None
"""A cell. A time is as the clock in the Netherlands shows it, without a zone; None is empty."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number in the file, counted from 1."""

    number: int
    cells: tuple[Value, ...]
    hidden: bool = False

    def cell(self, column: int) -> Value:
        """The value in a column, counted from 0; None beyond the end."""
        return self.cells[column] if column < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Block:
    """A merged block of cells: first and last row (from 1) and column (from 0), both included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Sheet:
    """A sheet as it stands in the file, rows without any value left out.

    `too_large` is the limit that it goes beyond ("rows" or "columns"), or "": then `rows` is only
    its beginning.
    """

    name: str
    rows: list[Row] = field(default_factory=list)
    blocks: Sequence[Block] = ()
    hidden: bool = False
    too_large: str = ""


def letters(column: int) -> str:
    """The name of a column, counted from 0: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_of(reference: str) -> int:
    """The column of a cell such as "AB12", counted from 0; -1 when it names none."""
    number = 0
    for letter in reference:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
