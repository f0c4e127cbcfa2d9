"""Capacity and the national spreading plan out of a spreadsheet: read, map, check, compare, save.

    table = read_rows(data, "stand.xlsx")          # or read_pasted(text)
    columns = guess(table, owners, types)          # shown, corrected, remembered as JSON
    checked = check(table, columns, owners, types, now)
    seen = preview(checked, book.capacity)         # what changes, what stays, what is wrong
    changes = to_changes(seen, now=now, by=me.account)

Nothing is guessed about a number: a row with anything wrong is not taken and says why. A cell that
says nothing ("-", "n.v.t.") leaves the number on the board as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kcr2desk.core.bijstand import Capacity, capacity_id
from kcr2desk.core.changes import Change
from kcr2desk.core.making import altering, making
from kcr2desk.core.places import AMSTERDAM
from kcr2desk.exchange import capacity_names as names
from kcr2desk.exchange import sheets
from kcr2desk.exchange.capacity_check import Checked, CheckedRow, check
from kcr2desk.exchange.capacity_columns import FIELDS, Columns, Kind, guess, signature
from kcr2desk.exchange.problems import Problem
from kcr2desk.exchange.sheets import Table

__all__ = [
    "FIELDS", "Checked", "CheckedRow", "Columns", "Kind", "Preview", "RowChange", "Table", "check",
    "guess", "preview", "read_pasted", "read_rows", "signature", "to_changes",
]  # fmt: skip

STATED = ("norm", "total", "available", "reserve", "notice_minutes", "note")
"""What a sheet may say of what an owner has, in the order in which it is shown."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """What a row says against what the board knows. `was` and `now` have the fields that differ;
    both are empty where the sheet says what the board says. `current` is None for a new one."""

    number: int
    owner: str
    resource: str
    was: Mapping[str, int | str | None]
    now: Mapping[str, int | str]
    checked_at: datetime | None
    checked_by: str
    current: Capacity | None


@dataclass(frozen=True, slots=True)
class Preview:
    """What saving would do: `changes` differ, `unchanged` would only be marked as checked."""

    kind: Kind
    changes: tuple[RowChange, ...]
    unchanged: tuple[RowChange, ...]
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


def read_rows(data: bytes, name: str, sheet: str = "") -> Table:
    """The likeliest table of a file, or the one of `sheet`. Raises Refused."""
    return sheets.read(data, name, sheet=sheet, knows=names.worth)


def read_pasted(text: str) -> Table:
    """The table of what was pasted. Raises Refused."""
    return sheets.read_pasted(text, knows=names.worth)


# -- compare and save ------------------------------------------------------------------------------


def preview(checked: Checked, current: Callable[[str, str], Capacity | None]) -> Preview:
    """What differs from what is known; `current` is `Book.capacity`."""
    changes: list[RowChange] = []
    unchanged: list[RowChange] = []
    problems = list(checked.problems)
    for row in checked.rows:
        if row.problems:
            continue
        held = current(row.owner, row.resource)
        problem = _against(row, held)
        if problem is not None:
            problems.append(replace(problem, file=checked.file))
            continue
        differs = {n: row.fields[n] for n in STATED if n in row.fields}
        if held is not None:
            differs = {n: v for n, v in differs.items() if getattr(held, n) != v}
        was = {n: None if held is None else getattr(held, n) for n in differs}
        made = RowChange(
            row.number, row.owner, row.resource, was, differs, row.checked_at, row.checked_by, held
        )
        (changes if differs else unchanged).append(made)
    return Preview(checked.kind, tuple(changes), tuple(unchanged), tuple(problems), checked.remarks)


def _against(row: CheckedRow, held: Capacity | None) -> Problem | None:
    """What is wrong with a row given what the board knows."""
    if held is None:
        return None
    if row.checked_at and held.checked_at and row.checked_at < held.checked_at:
        later = held.checked_at.astimezone(AMSTERDAM).strftime("%d-%m-%Y %H:%M")
        return Problem("", row.number, "row-older", later)
    if not row.fields.keys() & {"total", "available"}:
        return None
    total = row.fields.get("total", held.total)
    available = row.fields.get("available", held.available)
    if isinstance(available, int) and isinstance(total, int) and available > total:
        return Problem("", row.number, "more-than-total", f"{available} > {total}")
    return None


def to_changes(
    seen: Preview, *, now: datetime, by: str, stream: str = "national"
) -> tuple[Change, ...]:
    """The changes that save a preview, one a record. What is unchanged is marked as checked,
    since the sheet confirms it; the national plan checks nothing."""
    rows = (*seen.changes, *(seen.unchanged if seen.kind == "capacity" else ()))
    return tuple(change for row in rows if (change := _change(seen.kind, row, now, by, stream)))


def _change(kind: Kind, row: RowChange, now: datetime, by: str, stream: str) -> Change | None:
    said: dict[str, Any] = dict(row.now)
    if kind == "capacity":
        said["checked_at"] = row.checked_at or now
        said["checked_by"] = row.checked_by or by
        said["checked_how"] = "sheet"
    if row.current is not None:
        return altering(row.current, said)
    whose = {"source": row.owner, "owner": row.owner, "resource": row.resource}
    record = capacity_id(stream, row.owner, row.resource)
    return making("capacity", record, {**whose, **said})
