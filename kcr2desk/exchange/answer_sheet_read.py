"""Reading a spreadsheet that came back with an answer to an inquiry.

The file is hostile until it is read: what it unpacks to is bounded before a program of spreadsheets
sees it, only cells at known places are looked at, formulas are never trusted. What is wrong is
said by its cell; an answer is whole or it is not taken over, see `SheetAnswer.problems`.
"""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from kcr2desk.core.answer import (
    FAULTS,
    Answerer,
    LineAnswer,
    local_moment,
    read_moment,
    read_number,
)
from kcr2desk.core.answer_words import ANSWER_WORDS
from kcr2desk.core.ids import is_id
from kcr2desk.core.places import zone_of
from kcr2desk.core.text import normal
from kcr2desk.exchange.answer_sheet_shape import (
    FIRST_ANSWER,
    HIDDEN,
    ID_COLUMN,
    LINE,
    MARK,
    SHEET,
    WHO,
    columns_of,
)
from kcr2desk.exchange.problems import Language

LARGEST = 2 << 20  # bytes of the file
MOST_PARTS = 200
MOST_UNPACKED = 6 << 20  # bytes
MOST_ROWS = 500
"""How many rows are looked at; an inquiry has far fewer lines."""

NUMBERS = ("offered", "total", "available", "reserve")
TIMES = ("possible_from", "possible_until")


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """What is wrong: with a cell ("C9"), or with "" with the file. `code` is one of `SAID`, or of
    `core.answer.FAULTS`; `detail` quotes the cell."""

    code: str
    cell: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SheetAnswer:
    """What a spreadsheet says. With problems it is not to be taken over before a person looked.

    `inquiry` is the id of the inquiry that it answers, "" when the file is none of ours. What else
    is wrong with the answers (a number is missing) tells `core.answer.check`.
    """

    inquiry: str = ""
    owner: str = ""
    who: Answerer = Answerer()
    lines: tuple[LineAnswer, ...] = ()
    problems: tuple[SheetProblem, ...] = ()


SAID: Mapping[str, tuple[str, str]] = {
    "empty": ("the file is empty", "het bestand is leeg"),
    "too_large": (
        "the file is too large to be an answer sheet",
        "het bestand is te groot voor een antwoordformulier",
    ),
    "old_excel": (
        "this is an old Excel file; save it as .xlsx",
        "dit is een oud Excel-bestand; bewaar het als .xlsx",
    ),
    "not_xlsx": (
        "this is no spreadsheet of the kind .xlsx",
        "dit is geen spreadsheet van het soort .xlsx",
    ),
    "locked": (
        "the file has a password or is damaged; save it again without one",
        "het bestand heeft een wachtwoord of is beschadigd; bewaar het opnieuw, zonder wachtwoord",
    ),
    "foreign": (
        "this is not the answer sheet that came with an inquiry",
        "dit is niet het antwoordformulier dat bij een uitvraag hoort",
    ),
    "two_inquiries": (
        "the file holds the numbers of two inquiries",
        "in het bestand staan de kenmerken van twee uitvragen",
    ),
    "merged": (
        "cells were merged, so it is not clear to which line the answer belongs",
        "er zijn cellen samengevoegd, zodat niet duidelijk is bij welke regel het antwoord hoort",
    ),
    "formula": (
        "there is a formula; type the answer itself",
        "er staat een formule; typ het antwoord zelf",
    ),
    "error": ("there is an error value", "er staat een foutwaarde"),
    "wrong_kind": (
        "“{detail}” is not what belongs here",
        "“{detail}” hoort hier niet",
    ),
    "line_missing": (
        "a line of the inquiry is missing from the sheet",
        "een regel van de uitvraag ontbreekt op het blad",
    ),
    "line_twice": (
        "this line stands on the sheet twice",
        "deze regel staat twee keer op het blad",
    ),
    "too_long": ("the text is too long", "de tekst is te lang"),
}


def said(problem: SheetProblem, name: str, language: Language) -> str:
    """The problem as one sentence, with the file and the cell. KeyError for an unknown code."""
    where = name if not problem.cell else (
        f"{name}, {'cell' if language == 'en' else 'cel'} {problem.cell}"
    )  # fmt: skip
    if problem.code in SAID:
        english, dutch = SAID[problem.code]
        told = (english if language == "en" else dutch).format(detail=problem.detail[:80])
        return f"{where}: {told}."
    english, dutch = FAULTS[problem.code]
    told = english if language == "en" else dutch
    return f"{where}: {told[0].lower()}{told[1:]}"


def read(data: bytes, name: str) -> SheetAnswer:
    """Read a spreadsheet that somebody sent back; never raises for what is in it. `name` is that
    of the file."""
    if problem := _outside(data, name):
        return SheetAnswer(problems=(SheetProblem(problem),))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that another program wrote
            book = load_workbook(BytesIO(data), data_only=False, keep_links=False)
    except Exception:  # whatever a broken file does to the library, it is a broken file
        return SheetAnswer(problems=(SheetProblem("locked"),))
    return _Reading(book).answer()


def _outside(data: bytes, name: str) -> str:
    """The code of what is wrong with the file before it is unpacked."""
    if not data:
        return "empty"
    if len(data) > LARGEST:
        return "too_large"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "old_excel" if name.lower().endswith((".xls", ".xlt")) else "locked"
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > MOST_UNPACKED:
                return "too_large"
            if not any(p.filename == "xl/workbook.xml" for p in parts):
                return "not_xlsx"
            return _unpacked(packed, parts)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return "locked" if data.startswith(b"PK") else "not_xlsx"


def _unpacked(packed: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> str:
    """What is really in the parts: a head may lie about their size, and XML may declare entities
    that unfold for ever."""
    left = MOST_UNPACKED
    for part in parts:
        with packed.open(part) as stream:
            body = stream.read(left + 1)
        left -= len(body)
        if left < 0:
            return "too_large"
        plain = body.replace(b"\0", b"")  # as UTF-16 writes it
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            return "locked"
    return ""


class _Reading:
    """One workbook being read."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._problems: list[SheetProblem] = []
        self._zone: tzinfo = zone_of("")
        self._types: dict[str, str] = {}

    def answer(self) -> SheetAnswer:
        told = self._told()
        inquiry = told.get("inquiry", "")
        sheet = self._book[SHEET] if SHEET in self._book.sheetnames else None
        if not is_id(inquiry) or not isinstance(sheet, Worksheet):
            return SheetAnswer(problems=(SheetProblem("foreign"),))
        marked = str(self._book.properties.identifier or "")
        if is_id(marked) and marked != inquiry:
            self._problem("two_inquiries")
        owner = told.get("owner", "")
        self._zone = zone_of(owner)
        kind = told.get("kind", "request")
        rows = self._rows(sheet)
        wanted = [v for k, v in self._pairs() if k == LINE and is_id(v)]
        lines: list[LineAnswer] = []
        for id_ in dict.fromkeys(wanted):
            if id_ not in rows:
                self._problem("line_missing")
                continue
            lines.append(self._line(sheet, rows[id_], id_, kind))
        who = {
            field: self._text(sheet, rows[field], 2, 5000 if field == "remark" else 200)
            for field, _ in WHO
            if field in rows
        }
        answered = Answerer(**who)
        return SheetAnswer(inquiry, owner, answered, tuple(lines), tuple(self._problems))

    # -- where things are

    def _pairs(self) -> Iterator[tuple[str, str]]:
        hidden = self._book[HIDDEN] if HIDDEN in self._book.sheetnames else None
        if not isinstance(hidden, Worksheet):
            return
        for row in range(1, min(hidden.max_row, MOST_ROWS) + 1):
            yield str(hidden.cell(row, 1).value or ""), str(hidden.cell(row, 2).value or "")

    def _told(self) -> dict[str, str]:
        """What the hidden sheet says; the types by name go to `_types`."""
        pairs = list(self._pairs())
        if not pairs or pairs[0][0] != MARK:
            return {}
        hidden = self._book[HIDDEN]
        for row in range(1, min(hidden.max_row, MOST_ROWS) + 1):
            code, name = hidden.cell(row, 4).value, hidden.cell(row, 5).value
            if isinstance(code, str) and isinstance(name, str):
                self._types[_plain(name)] = code
                self._types.setdefault(_plain(code), code)
        return dict(reversed(pairs))

    def _rows(self, sheet: Worksheet) -> dict[str, int]:
        """The row of each line and of name, role and remark, by the hidden column: rows may have
        been sorted or moved."""
        rows: dict[str, int] = {}
        for row in range(1, min(sheet.max_row, MOST_ROWS) + 1):
            key = str(sheet.cell(row, ID_COLUMN).value or "").strip()
            if key in rows and is_id(key):
                self._problem("line_twice", sheet.cell(row, 1).coordinate)
            elif key:
                rows[key] = row
        for area in sheet.merged_cells.ranges:
            for key, row in rows.items():
                if area.min_row <= row <= area.max_row:
                    first = 2 if not is_id(key) else 3
                    if area.max_col >= first and (area.max_row > area.min_row or is_id(key)):
                        self._problem("merged", str(area))
                        break
        return rows

    # -- cells

    def _line(self, sheet: Worksheet, row: int, id_: str, kind: str) -> LineAnswer:
        told: dict[str, Any] = {}
        for n, column in enumerate(columns_of(kind), start=FIRST_ANSWER):
            if column.field in NUMBERS:
                told[column.field] = self._number(sheet, row, n)
            elif column.field in TIMES:
                told[column.field] = self._moment(sheet, row, n)
            else:
                told[column.field] = self._text(sheet, row, n, 1000)
        if "answer" in told:
            told["answer"] = self._answer(sheet, row, told["answer"])
            told["alternative"] = self._type(sheet, row, told["alternative"])
        return LineAnswer(line=id_, **told)

    def _value(self, sheet: Worksheet, row: int, column: int) -> Any:
        cell = sheet.cell(row, column)
        if not isinstance(cell, Cell):
            return None  # inside a merged area, which has been said
        if cell.data_type == "f":
            self._problem("formula", cell.coordinate)
            return None
        if cell.data_type == "e":
            self._problem("error", cell.coordinate)
            return None
        return cell.value

    def _text(self, sheet: Worksheet, row: int, column: int, longest: int) -> str:
        value = self._value(sheet, row, column)
        if value is None:
            return ""
        if isinstance(value, float) and value.is_integer():
            value = int(value)  # a phone number that was typed as a number
        if isinstance(value, bool | date | time):
            self._problem("wrong_kind", sheet.cell(row, column).coordinate, str(value))
            return ""
        text = normal(str(value)).strip()
        if len(text) > longest:
            self._problem("too_long", sheet.cell(row, column).coordinate)
            return text[:longest]
        return text

    def _number(self, sheet: Worksheet, row: int, column: int) -> int | None:
        value = self._value(sheet, row, column)
        if value is None:
            return None
        if isinstance(value, float) and value.is_integer() and abs(value) < 1e9:
            return int(value)
        found: int | str | None = "no_number"
        if isinstance(value, int) and not isinstance(value, bool):
            found = value if abs(value) < 1e9 else "too_many"
        elif isinstance(value, str):
            found = read_number(value)
        if isinstance(found, str):
            self._problem(found, sheet.cell(row, column).coordinate, str(value))
            return None
        return found

    def _moment(self, sheet: Worksheet, row: int, column: int) -> datetime | None:
        value = self._value(sheet, row, column)
        found: datetime | str | None = "no_moment"
        if value is None:
            return None
        if isinstance(value, datetime):
            found = local_moment(_to_the_minute(value.replace(tzinfo=None)), self._zone)
        elif isinstance(value, str):
            found = read_moment(value, self._zone)
        if isinstance(found, str):
            self._problem(found, sheet.cell(row, column).coordinate, str(value))
            return None
        return found

    def _answer(self, sheet: Worksheet, row: int, text: str) -> str:
        """The answer that a word means: as the list has it, or one of its halves."""
        if not text:
            return ""
        plain = _plain(text.partition("/")[0])
        for answer, words in ANSWER_WORDS.items():
            if plain in (*map(_plain, words), answer):
                return answer
        self._problem("unknown_answer", sheet.cell(row, 3).coordinate, text)
        return ""

    def _type(self, sheet: Worksheet, row: int, text: str) -> str:
        if text and _plain(text) not in self._types:
            self._problem("unknown_type", sheet.cell(row, 5).coordinate, text)
        return self._types.get(_plain(text), "")

    def _problem(self, code: str, cell: str = "", detail: str = "") -> None:
        self._problems.append(SheetProblem(code, cell, detail))


def _plain(text: str) -> str:
    """A word without what differs between two hands."""
    return re.sub(r"[\s.,;]+", " ", text).strip().casefold()


def _to_the_minute(moment: datetime) -> datetime:
    """Spreadsheets count days as fractions: 18:00 comes back as 17:59:59.999."""
    seconds = moment.second + moment.microsecond / 1e6
    floor = moment.replace(second=0, microsecond=0)
    if seconds < 30:
        return floor
    return floor + timedelta(minutes=1)
