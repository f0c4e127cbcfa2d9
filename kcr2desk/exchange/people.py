"""A list of people in any file that one may come in: passenger list, PFIF, spreadsheet, csv."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kcr2desk.core.places import AMSTERDAM
from kcr2desk.exchange import person_sheet
from kcr2desk.exchange.listed import ListedFile
from kcr2desk.exchange.paxlst import is_paxlst, read_paxlst
from kcr2desk.exchange.person_sheet import Columns, Table
from kcr2desk.exchange.pfif import is_pfif, read_pfif

Remembered = Callable[[Table], Columns | None]


@dataclass(frozen=True, slots=True)
class PeopleRead:
    """What a file told. `table` and `columns` are how a sheet was read, None for other files."""

    file: ListedFile
    table: Table | None = None
    columns: Columns | None = None


def read_people(
    data: bytes, name: str, now: datetime, *, sheet: str = "", remembered: Remembered | None = None
) -> PeopleRead:
    """The people of a file, by what it is rather than by how it is called. Raises Refused.

    `remembered` tells how the columns of such a table were meant before.
    """
    if is_pfif(data):
        return PeopleRead(read_pfif(data, name, now))
    if is_paxlst(data):
        return PeopleRead(read_paxlst(data, name, now.astimezone(AMSTERDAM).date()))
    return of_table(person_sheet.read_table(data, name, sheet), now, remembered)


def read_pasted(text: str, now: datetime, *, remembered: Remembered | None = None) -> PeopleRead:
    """The people of a text that was pasted. Raises Refused."""
    data = text.encode("utf-8", errors="replace")
    if is_pfif(data) or is_paxlst(data):
        return read_people(data, "", now)
    return of_table(person_sheet.read_pasted(text), now, remembered)


def of_table(
    table: Table,
    now: datetime,
    remembered: Remembered | None = None,
    columns: Columns | None = None,
) -> PeopleRead:
    """The people of a table, with these columns, or as remembered, or as guessed."""
    today = now.astimezone(AMSTERDAM).date()
    meant = columns or (remembered(table) if remembered is not None else None)
    meant = meant or person_sheet.guess(table, today)
    return PeopleRead(person_sheet.listed(table, meant, today), table, meant)
