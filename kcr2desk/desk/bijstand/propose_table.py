"""The table of a proposal: what from whom for which line, and how long underway."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from kcr2desk.core.book import Book
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand import propose_changes, request_words
from kcr2desk.desk.kit.cells import Cell, CellModel, Column, Index
from kcr2desk.planning import Assignment

translate = QCoreApplication.translate


class ProposalModel(CellModel):
    """Rows of what is proposed, with a tick for what is taken over."""

    def __init__(self, book: Book, parent: QObject) -> None:
        super().__init__(
            [
                Column("tick", lambda: "", 34),
                Column("line", lambda: translate("Propose", "For"), 100, stretch=True, least=64),
                Column("owner", lambda: translate("Propose", "From"), 140),
                Column("what", lambda: translate("Propose", "What"), 92),
                Column("time", lambda: translate("Propose", "Travel"), 62, right=True),
                Column("note", lambda: translate("Propose", "Note"), 96),
            ],
            parent,
        )
        self.book = book
        self.rows: list[Assignment] = []
        self.ticked: frozenset[int] = frozenset()

    def show_rows(self, rows: Sequence[Assignment], ticked: frozenset[int]) -> None:
        """Show another proposal."""
        self.beginResetModel()
        self.rows, self.ticked = list(rows), ticked
        self.endResetModel()

    def tick(self, ticked: frozenset[int]) -> None:
        """Show other ticks."""
        self.ticked = ticked
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def cell(self, row: int, column: int) -> Cell:
        each = self.rows[row]
        match self.columns[column].key:
            case "tick":
                on = row in self.ticked
                return Cell("☑" if on else "☐", "accent" if on else "muted", strong=on)
            case "line":
                title = self._line(each)
                return Cell(title, tip=title)
            case "owner":
                name = words.owner(self.book, each.owner)
                return Cell(name, strong=True, tip=name)
            case "what":
                return Cell(self._what(each))
            case "time":
                return Cell(words.travel_time(each.minutes), right=True)
        return self._note(each)

    def _line(self, each: Assignment) -> str:
        line = self.book.line(each.line)
        request = self.book.request(line.about) if line is not None else None
        return request.title if request is not None else "?"

    def _what(self, each: Assignment) -> str:
        units = [u.name for i in each.units if (u := self.book.unit(i)) is not None]
        if units:
            return ", ".join(units)
        return f"{each.quantity} × {request_words.resource_short(self.book, each.resource)}"

    def _note(self, each: Assignment) -> Cell:
        if each.relief:
            told = translate("Propose", "relief {n}").replace("{n}", str(each.relief))
            return Cell(told, "muted", "redo")
        if propose_changes.said_yes(self.book, each) is not None:
            return Cell(translate("Propose", "said yes"), "good", "check")
        minds = [told for code, told in _minds() if any(r.code == code for r in each.notes)]
        if minds:
            return Cell(minds[0], "attention", "alert", tip=", ".join(minds))
        return Cell(translate("Propose", "ask"), "muted", "send")


def _minds() -> tuple[tuple[str, str], ...]:
    """What is to be thought of before this is taken over, the gravest first, in a word or two."""
    return (
        ("own_crisis", translate("Propose", "own crisis")),
        ("late", translate("Propose", "too late")),
        ("goes_below", translate("Propose", "below cover")),
    )
