"""People out of a spreadsheet, a csv file or a pasted table: read, map, and one line a person.

    table = read_table(data, "pax.xlsx")           # or read_pasted(text)
    columns = guess(table, today)                  # shown, corrected, remembered as JSON
    file = listed(table, columns, today)           # a ListedFile, as PAXLST and PFIF give it

Nothing is lost: a column that nobody knows stays beside the person under its head, and a date or
country that cannot be read does too. Left out are BSNs, lines of passports and what is medical.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.exchange import sheets
from kcr2desk.exchange.listed import Listed, ListedFile, ListedFlight
from kcr2desk.exchange.person_sheet_cells import cells_of
from kcr2desk.exchange.person_sheet_columns import (
    ROLES,
    Columns,
    fenced_heads,
    guess,
    role_of,
    signature,
    worth,
)
from kcr2desk.exchange.person_sheet_dates import DateOrder, order_of, readings
from kcr2desk.exchange.person_sheet_paste import untangled
from kcr2desk.exchange.person_sheet_totals import flight_in, is_talk, total
from kcr2desk.exchange.problems import Problem, Refused
from kcr2desk.exchange.readable import decode
from kcr2desk.exchange.sheet_cells import letters
from kcr2desk.exchange.sheets import Row, Table, shown

__all__ = [
    "ROLES", "Columns", "Table", "asks_order", "guess", "listed", "read_pasted", "read_table",
    "signature",
]  # fmt: skip

DATES: Final = ("birth_date", "document_expiry")
_WHO: Final = ("full_name", "family_name", "given_names", "document_number")
_APPLIED = re.compile(
    r"aanmeld|aanvra|pre-?regis|registrat|applica|applied|inschrij|verzoek|anmeld|inscri", re.I
)
_BOARDED = re.compile(
    r"boarded|boarding|aan ?boord|ingestapt|instap|embark|on ?board|vertrokken", re.I
)


def read_table(data: bytes, name: str, sheet: str = "") -> Table:
    """The likeliest table of a file, or the one of `sheet`. Raises Refused.

    A file of text that is no table with one sign between its cells is read as what is pasted.
    """
    table = _with_first_row(sheets.read(data, name, sheet=sheet, knows=worth))
    if any(table.sheets) or _has_names(table):
        return table
    try:
        untold = replace(read_pasted(decode(data)), file=name)
    except Refused:
        return table
    return untold if _has_names(untold) else table


def _has_names(table: Table) -> bool:
    return any(role in guess(table, date.today()).roles for role in _WHO)


def read_pasted(text: str) -> Table:
    """The table of what was pasted out of a sheet, a mail or a PDF. Raises Refused."""
    return _with_first_row(sheets.read_pasted(untangled(text, worth), knows=worth))


def asks_order(file: ListedFile) -> bool:
    """Whether somebody has to say first if days or months come first in its dates."""
    return any(problem.code == "person-dates-asked" for problem in file.problems)


def _with_first_row(table: Table) -> Table:
    """The table, with its first row among the others where that was taken for heads but is a
    person: it has a date, a document number or a mail address in it."""
    if not table.head_line or not _is_person(table):
        return table
    first = Row(table.head_line, tuple(head or None for head in table.headers))
    heads = tuple(letters(at) for at in range(len(table.headers)))
    return Table(
        table.file, table.sheet, heads, (first, *table.rows), 0, table.sheets, table.remarks,
        table.above,
    )  # fmt: skip


def _is_person(table: Table) -> bool:
    today = date.today()
    known = sum(1 for head in table.headers if role_of(head))
    telling = sum(
        1
        for head in table.headers
        if re.search(r"\d{5}|@", head) or (re.search(r"\d", head) and readings(head, today))
    )
    return telling > 0 and known <= telling


# -- from a table to persons -----------------------------------------------------------------------


def listed(table: Table, columns: Columns, today: date) -> ListedFile:
    """The persons of a table, what it says of itself, and what is odd about it."""
    reading = _Reading(table, columns, today)
    reading.rows()
    return reading.file()


class _Reading:
    def __init__(self, table: Table, columns: Columns, today: date) -> None:
        self.table, self.columns, self.today = table, columns, today
        self.at = {role: at for at, role in enumerate(columns.roles) if role in ROLES}
        self.orders: dict[str, DateOrder] = {
            role: self._order(role) for role in DATES if role in self.at
        }
        self._share_orders()
        self.lines: list[Listed] = []
        self.wrong: list[Problem] = []
        self.odd: list[Problem] = list(table.remarks)
        self.declared: dict[str, int] = {}
        self.flights: dict[str, None] = {}
        self.heads = [head.casefold() for head in table.headers]
        self.specs = RECORD_TYPES["manifestline"].fields

    def _order(self, role: str) -> DateOrder:
        cells = ((row.number, row.cell(self.at[role])) for row in self.table.rows)
        return order_of(cells, self.today, self.columns.order, ahead=role == "document_expiry")

    def _share_orders(self) -> None:
        """A column of which nobody can tell is read as the other one, which tells."""
        sure = [o for o in self.orders.values() if o.order]
        for role, found in self.orders.items():
            if found.asks and sure:
                self.orders[role] = DateOrder(
                    sure[0].order, "column", found.unclear, found.row, found.turned, found.compact
                )

    def rows(self) -> None:
        """Read them all."""
        if not any(role in self.at for role in _WHO):
            self.wrong.append(Problem(self.table.file, None, "person-no-columns"))
            return
        for row in self.table.above:
            self._about_itself([shown(v) for v in row.cells if v is not None])
        for row in self.table.rows:
            self._row(row)

    def _about_itself(self, texts: Sequence[str]) -> None:
        """What a title or a foot says of the whole list."""
        found = total(texts)
        if found is not None and found[0]:
            self.declared[found[0]] = found[1]
        for text in texts:
            if code := flight_in(text, named=True):
                self.flights.setdefault(code)

    def _row(self, row: Row) -> None:
        texts = [shown(v) for v in row.cells if v is not None]
        if self._is_heads(row):
            return
        if total(texts) is not None and not self._has_document(row):
            self._about_itself(texts)
            return
        if len(texts) == 1 and len(self.at) > 2 and self._is_beside(row, texts[0]):
            self._about_itself(texts)
            return
        fields, problems = cells_of(row, self.table, self.columns, self.at, self.orders, self.today)
        if not any(fields.get(name) for name in _WHO):
            self.wrong.append(Problem(self.table.file, row.number, "person-nameless"))
            return
        if "flight" in self.at and (said := shown(row.cell(self.at["flight"]))):
            self.flights.setdefault(flight_in(said) or said.strip().upper())
        self.odd += problems
        self.lines.append(Listed(self._fitting(fields, row), row.number))

    def _is_heads(self, row: Row) -> bool:
        """Whether the heads stand there once more, as on every page of a printed list."""
        if not self.table.head_line:
            return False
        texts = [(head, v) for head, v in zip(self.heads, row.cells, strict=False) if v is not None]
        same = sum(isinstance(v, str) and shown(v).casefold() == head for head, v in texts)
        return same > 1 and same * 3 >= len(texts) * 2

    def _has_document(self, row: Row) -> bool:
        at = self.at.get("document_number")
        return at is not None and bool(shown(row.cell(at))) and "full_name" in self.at

    def _is_beside(self, row: Row, text: str) -> bool:
        """Whether the only cell of a row is a greeting, a page, or in a column of no person."""
        at = next(place for place, value in enumerate(row.cells) if value is not None)
        return is_talk(text) or self.columns.roles[at] in ("", "others")

    def _fitting(self, fields: Mapping[str, Any], row: Row) -> Mapping[str, Any]:
        made = {}
        for name, value in fields.items():
            longest = self.specs[name].longest
            if isinstance(value, str) and len(value) > longest:
                made[name] = value[:longest]
                head = self._head(name)
                self.odd.append(Problem(self.table.file, row.number, "person-long", "", head))
            else:
                made[name] = value
        return made

    def _head(self, role: str) -> str:
        return self.table.headers[self.at[role]] if role in self.at else ""

    # -- the whole

    def file(self) -> ListedFile:
        """All that was read."""
        table = self.table
        for role, order in self.orders.items():
            self._say_order(order, self._head(role))
        for head, kind in fenced_heads(table):
            if self.columns.roles[table.headers.index(head)] == "":
                self.odd.append(Problem(table.file, None, f"person-fenced-{kind}", head))
        if len(self.flights) > 1:
            told = ", ".join(list(self.flights)[:5])
            self.odd.append(Problem(table.file, None, "person-flights", told))
        if not self.flights and (code := flight_in(table.file) or flight_in(table.sheet)):
            self.flights.setdefault(code)
        return ListedFile(
            "sheet",
            tuple(self.lines),
            (*self.wrong, *self.odd),
            self.declared,
            tuple(ListedFlight(code) for code in self.flights),
            self._list(),
        )

    def _say_order(self, order: DateOrder, head: str) -> None:
        file, row = self.table.file, order.row or None
        if order.turned:
            self.odd.append(Problem(file, None, "person-dates-turned", "", head))
        if not order.unclear or order.by == "told":
            return
        code = "asked" if order.asks else "mixed" if order.by == "mixed" else ""
        code = code or ("month" if order.order == "mdy" else "day")
        self.odd.append(Problem(file, row, f"person-dates-{code}", str(order.unclear), head))

    def _list(self) -> str:
        """Which list it most likely is."""
        above = " ".join(shown(v) for row in self.table.above for v in row.cells)
        for told in (self.table.file, self.table.sheet, above):
            if _BOARDED.search(told):
                return "boarded"
            if _APPLIED.search(told):
                return "applied"
        aboard = {"seat", "flight"} & self.at.keys() or self.flights
        at_home = {"mail", "eligible", "street", "postcode"} & self.at.keys()
        return "applied" if at_home and not aboard else "manifest"
