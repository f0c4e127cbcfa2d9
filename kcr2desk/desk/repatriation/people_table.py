"""The table of persons: number first, and states in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt

from kcr2desk.core.repatriation.headcount import LEFT
from kcr2desk.desk import texts
from kcr2desk.desk.kit.cells import Cell, CellModel, Column, Index
from kcr2desk.desk.repatriation import people_words as words
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.people_rows import PersonRow

translate = QCoreApplication.translate

MOST_NEEDS = 3
"""Needs that a cell names; more are counted."""


class PeopleModel(CellModel):
    """Rows of persons. A cell is made when it is painted, so the length of the list costs
    nothing."""

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(
            [
                Column("number", lambda: translate("People", "Number"), 164),
                Column(
                    "name", lambda: translate("People", "Name"), 190, stretch=True, least=130,
                ),
                Column("outcome", lambda: translate("People", "Outcome"), 136),
                Column("where", lambda: translate("People", "Where"), 218),
                Column("needs", lambda: translate("People", "Needs"), 170, yields=1),
                Column("group", lambda: translate("People", "Group"), 150, yields=3),
                Column("municipality", lambda: translate("People", "Municipality"), 116, yields=2),
                Column("arrival", lambda: translate("People", "Arrival"), 92, yields=4),
            ],
            parent,
        )  # fmt: skip
        self._hall = hall
        self.rows: list[PersonRow] = []
        self.sorted_by: tuple[str, bool] = ("number", False)

    def show_rows(self, rows: Sequence[PersonRow]) -> None:
        """Show these. The same people in the same order only change what they say; some more at
        the end, or the start, move nothing that is read."""
        now, new = [r.id for r in self.rows], [r.id for r in rows]
        if now == new and rows:
            self.rows = list(rows)
            self._say_all()
            return
        if now and len(new) > len(now) and new[: len(now)] == now:
            self.beginInsertRows(self.index(-1, -1), len(now), len(new) - 1)
            self.rows = list(rows)
            self.endInsertRows()
            self._say_all()
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def _say_all(self) -> None:
        last = self.index(len(self.rows) - 1, len(self.columns) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def sort_by(self, key: str, *, descending: bool) -> None:
        """Say in the heading by what the list is ordered."""
        self.sorted_by = (key, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def row_of(self, person: str) -> int:
        """The row of a person by the id of any of its records, -1 when it is not in the list."""
        return next((n for n, row in enumerate(self.rows) if person in row.ids), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def row_tone(self, row: int) -> str:
        return "urgent" if self.rows[row].alone else ""

    def cell(self, row: int, column: int) -> Cell:
        each = self.rows[row]
        head = each.head
        match self.columns[column].key:
            case "number":
                signs = (("link", "muted"),) if len(each.found.persons) > 1 else ()
                return Cell(head.number, signs=signs, tip=self._sources(each))
            case "name":
                return self._name(each)
            case "outcome":
                told = words.outcome(head.outcome)
                if head.outcome == "registered":  # as nearly everybody: not a word too loud
                    return Cell(told, "muted")
                return Cell(told, words.outcome_tone(head.outcome), pill=True)
            case "where":
                return self._where(each)
            case "needs":
                return self._needs(each)
            case "group":
                size = f"{each.group} ({each.group_size})" if each.group else ""
                return Cell(size, tip=each.group)
            case "municipality":
                return Cell(words.municipality(each.municipality))
        return Cell(each.arrival, "muted")

    def _sources(self, each: PersonRow) -> str:
        if len(each.found.persons) < 2:
            return ""
        numbers = ", ".join(p.number for p in each.found.persons)
        said = translate("People", "Registered more than once: {numbers}")
        return said.format(numbers=numbers)

    def _name(self, each: PersonRow) -> Cell:
        if each.emptied:
            return Cell(translate("People", "erased: the term has ended"), "muted")
        if not each.name:
            return Cell(translate("People", "no name"), "muted")
        if each.alone:
            return Cell(each.name, tag=translate("People", "MINOR ALONE"), tag_tone="urgent")
        return Cell(each.name)

    def _where(self, each: PersonRow) -> Cell:
        if not each.found.state:
            return Cell()
        now = self._hall.now()
        told = words.whereabouts(self._hall.book, each.found, now)
        tone, icon = words.STATE_LOOK[each.found.state]
        at = "" if each.found.since is None else texts.moment_full(each.found.since)
        quiet = "muted" if each.found.state == LEFT else "text"
        return Cell(told, quiet, icon, icon_tone=tone, tip=f"{told}\n{at}".strip())

    def _needs(self, each: PersonRow) -> Cell:
        book = self._hall.book
        open_ = [words.choice(book, "need", code) for code, met in each.needs if not met]
        done = [words.choice(book, "need", code) for code, met in each.needs if met]
        if not open_:
            said = translate("People", "all met") if done else ""
            return Cell(said, "muted", "check" if done else "", tip=", ".join(done))
        more = len(open_) - MOST_NEEDS
        told = ", ".join(open_[:MOST_NEEDS]) + (f" +{more}" if more > 0 else "")
        return Cell(told, "attention", tip=", ".join(open_))
