"""The table of who looked at whom: when, who, what, in which operation, which numbers, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject

from kcr2desk.core.repatriation.operation import Viewing
from kcr2desk.desk import texts
from kcr2desk.desk.kit.cells import Cell, CellModel, Column, Index
from kcr2desk.desk.picker import folded

translate = QCoreApplication.translate

WHATS: Final = ("view", "candidate", "print", "hand_over", "export")
FIRST: Final = datetime.min.replace(tzinfo=UTC)
MOST_NUMBERS: Final = 2
"""Numbers that a cell names; more are counted, and stand in its tip."""


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One viewing. `hay` is searched in."""

    viewing: Viewing
    numbers: tuple[str, ...]
    hay: str = field(repr=False)


def row_of(viewing: Viewing) -> AuditRow:
    """A row of the list."""
    numbers = tuple(sorted(viewing.numbers))
    parts = (viewing.by, viewing.operation_title, viewing.reason, viewing.detail, *numbers)
    return AuditRow(viewing, numbers, folded(" ".join((*parts, *viewing.persons))))


def newest_first(rows: Sequence[AuditRow]) -> list[AuditRow]:
    """All rows, the newest first."""
    key = lambda row: (row.viewing.seen_at or FIRST, row.viewing.id)  # noqa: E731
    return sorted(rows, key=key, reverse=True)


def what(code: str) -> str:
    """What somebody did."""
    match code:
        case "view":
            return translate("Audit", "looked at")
        case "candidate":
            return translate("Audit", "saw as candidate")
        case "print":
            return translate("Audit", "printed")
        case "hand_over":
            return translate("Audit", "handed over")
        case "export":
            return translate("Audit", "took out")
        case _:
            return code


def what_look(code: str) -> tuple[str, str]:
    """Tone and sign: what leaves the system is louder than what is read in it."""
    return {
        "view": ("text", "eye"), "candidate": ("muted", "search"), "print": ("attention", "print"),
        "hand_over": ("text", "send"), "export": ("urgent", "download"),
    }.get(code, ("text", ""))  # fmt: skip


class AuditModel(CellModel):
    """Rows of viewings; a cell is made when it is painted."""

    def __init__(self, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(
            [
                Column("when", lambda: translate("Audit", "When"), 116, right=True),
                Column("who", lambda: translate("Audit", "Who"), 120),
                Column("what", lambda: translate("Audit", "What"), 160),
                Column("operation", lambda: translate("Audit", "Operation"), 180, yields=1),
                Column("numbers", lambda: translate("Audit", "Persons"), 310),
                Column(
                    "reason", lambda: translate("Audit", "Reason"), 200, stretch=True, least=120,
                ),
            ],
            parent,
        )  # fmt: skip
        self._now = now
        self.rows: list[AuditRow] = []

    def show_rows(self, rows: Sequence[AuditRow]) -> None:
        """Show these; new ones at the top move nothing that is read."""
        before, after = [r.viewing.id for r in self.rows], [r.viewing.id for r in rows]
        new = len(after) - len(before)
        if before and new > 0 and after[new:] == before:
            self.beginInsertRows(self.index(-1, -1), 0, new - 1)
            self.rows = list(rows)
            self.endInsertRows()
        elif before != after:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def cell(self, row: int, column: int) -> Cell:
        each = self.rows[row]
        viewing = each.viewing
        match self.columns[column].key:
            case "when":
                at = viewing.seen_at
                if at is None:
                    return Cell()
                said = texts.moment(at, self._now())
                return Cell(said, "muted", right=True, tip=texts.moment_full(at))
            case "who":
                return Cell(viewing.by)
            case "what":
                tone, icon = what_look(viewing.what)
                return Cell(what(viewing.what), "text", icon, icon_tone=tone)
            case "operation":
                return Cell(viewing.operation_title or viewing.operation, "muted")
            case "numbers":
                return self._numbers(each)
        said = " · ".join(part for part in (viewing.reason, detail(viewing.detail)) if part)
        return Cell(said, tip=said)

    def _numbers(self, each: AuditRow) -> Cell:
        count = len(each.viewing.persons)
        if not each.numbers:
            return Cell(translate("Audit", "%n person(s)", None, count), "muted")
        more = max(count, len(each.numbers)) - MOST_NUMBERS
        said = ", ".join(each.numbers[:MOST_NUMBERS])
        return Cell(f"{said} +{more}" if more > 0 else said, tip="\n".join(each.numbers[:60]))


def detail(code: str) -> str:
    """Where it was seen."""
    return translate("Audit", "in the list of persons") if code == "list" else code
