"""The shape of the spreadsheet that goes with an inquiry: where what stands."""

from __future__ import annotations

from typing import NamedTuple

SHEET = "KCR2"
HIDDEN = "kcr2-id"
MARK = "kcr2-inquiry-1"
"""In A1 of the hidden sheet: what this workbook is, and the version of its shape."""

LINE = "line"
"""Before the id of each line on the hidden sheet."""

TABLE = 8
"""The row of the headers; answers stand below it."""

ID_COLUMN = 26
"""Z, hidden: the id of the line that a row is about."""


class Column(NamedTuple):
    """A column of answers: the field, its heading and how wide it is (characters)."""

    field: str
    heading: str
    width: int


REQUEST_COLUMNS = (
    Column("answer", "Antwoord\nAnswer", 18),
    Column("offered", "Hoeveel\nHow many", 11),
    Column("alternative", "Welk ander type\nWhich other type", 24),
    Column("reason", "Waarom niet\nWhy not", 26),
    Column("possible_from", "Vanaf\nFrom", 19),
    Column("possible_until", "Tot\nUntil", 19),
    Column("unit", "Eenheid, roepnaam\nUnit, call sign", 20),
    Column("commander", "Bevelvoerder\nCommander", 20),
    Column("commander_phone", "Telefoon\nPhone", 18),
)
INVENTORY_COLUMNS = (
    Column("available", "Inzetbaar\nCan be sent", 14),
    Column("total", "Totaal\nTotal", 14),
    Column("reserve", "Restdekking\nKept at home", 14),
)
WHO = (
    ("name", "Uw naam / Your name *"),
    ("role", "Uw functie / Your role *"),
    ("remark", "Opmerking / Remark"),
)
FIRST_ANSWER = 3
"""C: A says what is asked, B the rest of it."""


def columns_of(kind: str) -> tuple[Column, ...]:
    """The columns of answers of an inquiry of this kind."""
    return INVENTORY_COLUMNS if kind == "inventory" else REQUEST_COLUMNS
