"""What an import would change, as rows of a table: troubles first, then what changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from kcr2desk.core.book import Book
from kcr2desk.desk import kit
from kcr2desk.desk.bijstand import board_words as words
from kcr2desk.desk.kit.cells import Index
from kcr2desk.exchange.capacity_sheet import Preview, RowChange
from kcr2desk.exchange.problems import sentence

translate = QCoreApplication.translate

MOST_ROWS = 2_000
"""Rows that are shown; what is beyond is counted, and taken over all the same."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the preview. `tone` "attention" for what is not taken over."""

    line: str
    what: str
    was: str
    now: str
    tone: str = "text"


def field_name(name: str) -> str:
    """A field of capacity in a word."""
    match name:
        case "available":
            return translate("Import", "available")
        case "total":
            return translate("Import", "total")
        case "reserve":
            return translate("Import", "remaining cover")
        case "norm":
            return translate("Import", "norm")
        case "notice_minutes":
            return translate("Import", "notice")
        case _:
            return translate("Import", "note")


def preview_rows(seen: Preview, book: Book) -> list[PreviewRow]:
    """What is wrong, what is worth knowing, and what changes."""
    dutch = words.language() == "nl"
    made = [
        PreviewRow(
            "" if problem.line is None else str(problem.line),
            _without_place(sentence(problem, "nl" if dutch else "en")),
            "",
            "",
            tone,
        )
        for tone, problems in (("attention", seen.problems), ("muted", seen.remarks))
        for problem in problems[:MOST_ROWS]
    ]
    return made + [_change(change, book) for change in seen.changes[:MOST_ROWS]]


def _without_place(said: str) -> str:
    """A sentence without its file and line, which stand beside it."""
    _place, colon, what = said.partition(": ")
    return what[:1].upper() + what[1:] if colon else said


def _change(change: RowChange, book: Book) -> PreviewRow:
    owner, kind = book.owners.get(change.owner), book.types.get(change.resource)
    what = " · ".join(
        (
            owner.name if owner is not None else change.owner,
            words.type_name(kind) if kind is not None else change.resource,
        )
    )
    return PreviewRow(str(change.number), what, _said(change.was), _said(change.now))


def _said(values: Mapping[str, int | str | None] | Mapping[str, int | str]) -> str:
    if all(value is None for value in values.values()):
        return "–"
    parts = [f"{field_name(n)} {'–' if v is None else v}" for n, v in values.items()]
    return ", ".join(parts)


class PreviewModel(kit.CellModel):
    """The rows of a preview."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                kit.Column("line", lambda: translate("Import", "Row"), 56, right=True),
                kit.Column("what", lambda: translate("Import", "What"), 220, stretch=True,
                           least=140),
                kit.Column("was", lambda: translate("Import", "Was"), 104),
                kit.Column("now", lambda: translate("Import", "Becomes"), 136),
            ),
            parent,
        )  # fmt: skip
        self.rows: Sequence[PreviewRow] = ()

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def row_tone(self, row: int) -> str:
        return "attention" if self.rows[row].tone == "attention" else ""

    def cell(self, row: int, column: int) -> kit.Cell:
        told = self.rows[row]
        text = (told.line, told.what, told.was, told.now)[column]
        if column == 1:
            icon = {"attention": "alert", "muted": "info"}.get(told.tone, "")
            return kit.Cell(text, told.tone, icon=icon, tip=text)
        tone = "text" if column == 3 else "muted"
        return kit.Cell(text, tone, strong=column == 3, right=column == 0)
