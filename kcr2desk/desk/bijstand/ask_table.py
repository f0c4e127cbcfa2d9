"""The table of owners that may be asked: nearest first, each with what speaks for and against."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from kcr2desk.core.book import Book
from kcr2desk.core.candidates import Candidate
from kcr2desk.desk import kit, texts
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand.ask_changes import AskRow
from kcr2desk.desk.kit.cells import Cell, CellModel, Column, Index

translate = QCoreApplication.translate


class AskModel(CellModel):
    """Rows of owners with a tick."""

    def __init__(self, book: Book, parent: QObject) -> None:
        super().__init__(
            [
                Column("tick", lambda: "", 34),
                Column(
                    "owner",
                    lambda: translate("Ask", "Region or partner"),
                    150,
                    stretch=True,
                    least=120,
                ),
                Column("ring", lambda: translate("Ask", "Ring"), 44, right=True, yields=2),
                Column("travel", lambda: translate("Ask", "Travel"), 76, right=True),
                Column("free", lambda: translate("Ask", "Free"), 56, right=True),
                Column("stays", lambda: translate("Ask", "Stays"), 72, right=True),
                Column("says", lambda: translate("Ask", "Note"), 132),
                Column("age", lambda: translate("Ask", "Age"), 68, right=True, yields=1),
            ],
            parent,
        )
        self.book = book
        self.rows: list[AskRow] = []
        self.ticked: frozenset[str] = frozenset()

    def show_rows(self, rows: Sequence[AskRow], ticked: frozenset[str]) -> None:
        """Show these."""
        if [r.owner for r in rows] == [r.owner for r in self.rows]:
            self.rows, self.ticked = list(rows), ticked
            if rows:
                self.dataChanged.emit(
                    self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1)
                )
            return
        self.beginResetModel()
        self.rows, self.ticked = list(rows), ticked
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def cell(self, row: int, column: int) -> Cell:
        asked, first = self.rows[row], self.rows[row].first
        match self.columns[column].key:
            case "tick":
                on = asked.owner in self.ticked
                return Cell("☑" if on else "☐", "accent" if on else "muted", strong=on)
            case "owner":
                name = words.owner(self.book, asked.owner)
                return Cell(name, strong=asked.owner in self.ticked, tip=name)
            case "ring":
                return Cell("–" if first.ring is None else str(first.ring), "muted", right=True)
            case "travel":
                tip = translate("Ask", "An estimate: distance, notice to move, no traffic")
                return Cell(words.travel_time(first.minutes), right=True, tip=tip)
            case "free":
                return _numbers([c.free for c in asked.main])
            case "stays":
                return _stays(asked.main)
            case "says":
                return _note(first)
        return _age(first)


def _numbers(values: Sequence[int | None]) -> Cell:
    told = " · ".join("?" if v is None else texts.number(v) for v in values)
    return Cell(told, "text" if any(values) else "muted", right=True, strong=any(values))


def _stays(main: Sequence[Candidate]) -> Cell:
    """What stays at home after giving, and of what the owner wants to keep."""
    parts, below = [], False
    for c in main:
        left = "?" if c.left_after is None else texts.number(c.left_after)
        parts.append(f"{left}/{'?' if c.reserve is None else texts.number(c.reserve)}")
        below = below or bool(c.below_cover)
    tip = translate("Ask", "What stays at home after giving / what the region wants to keep there")
    return Cell(
        " · ".join(parts), "attention" if below else "text", "alert" if below else "", right=True,
        tip=tip,
    )  # fmt: skip


def _note(c: Candidate) -> Cell:
    match c.why_not:
        case "said_no":
            return Cell(translate("Ask", "said no"), "urgent", "close")
        case "asks_itself":
            return Cell(translate("Ask", "asks for this itself"), "attention", "alert")
        case "none_free":
            return Cell(translate("Ask", "nothing free"), "muted", "blocked")
    if c.already_asked:
        return Cell(translate("Ask", "asked already"), "muted", "wait")
    if c.own_crisis:
        return Cell(translate("Ask", "own crisis"), "attention", "incident", tip=c.own_crisis)
    if c.why_not == "unknown":
        return Cell(translate("Ask", "number unknown"), "muted", "question")
    return Cell()


def _age(c: Candidate) -> Cell:
    if c.age_minutes is None:
        return Cell(translate("Ask", "never"), "muted", old=True, right=True)
    hours, minutes = divmod(c.age_minutes, 60)
    told = translate("texts", "{n} min").format(n=minutes)
    if hours >= 48:
        told = translate("texts", "{n} d").format(n=hours // 24)
    elif hours:
        told = translate("texts", "{n} h").format(n=hours)
    return Cell(told, "muted", old=c.stale, right=True)


class TickTable(kit.DeskTable):
    """A table of which Space or a click on the tick toggles a row."""

    ticked = Signal(int)
    """The row whose tick was toggled."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(196)

    def take(self, row: int) -> None:
        """Take a row in hand, whatever keys are held: `selectRow` looks at them."""
        flag = QItemSelectionModel.SelectionFlag
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            for row in self.selected_rows() or [self.currentIndex().row()]:
                self.ticked.emit(row)
        elif event.key() == Qt.Key.Key_Escape or event.text().isalpha():
            event.ignore()  # keys of the card
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0:
            self.ticked.emit(index.row())


def table_for(model: CellModel, name: Callable[[], str]) -> TickTable:
    """A table that shows this model."""
    made = TickTable()
    made.set_model(model)
    made.setAccessibleName(name())
    return made
