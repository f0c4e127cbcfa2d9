"""What waits for the lead, one thing a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject

from kcr2desk.core.repatriation.people import ManifestLine, Person
from kcr2desk.core.repatriation.reconcile_lead import Concern
from kcr2desk.desk import texts
from kcr2desk.desk.kit.cells import Cell, CellModel, Column, Index
from kcr2desk.desk.parts import words as field_words
from kcr2desk.desk.repatriation import lead_words, people_words
from kcr2desk.desk.repatriation import reconcile_words as words
from kcr2desk.desk.repatriation.hall import Hall

translate = words.translate


def record(hall: Hall, record_id: str) -> Person | ManifestLine | None:
    """The person or line of an id."""
    return hall.book.person(record_id) or hall.book.line(record_id)


class ConcernModel(CellModel):
    """Rows that stay where they are while others come and go."""

    def __init__(self, hall: Hall, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(columns, parent)
        self.hall = hall
        self.rows: list[Concern] = []

    def show_rows(self, rows: Sequence[Concern]) -> None:
        """Show these in place of those that are there."""
        keys, wanted = [r.key for r in self.rows], [r.key for r in rows]
        gone = [n for n, key in enumerate(keys) if key not in set(wanted)]
        if gone and [k for k in keys if k in set(wanted)] == wanted and len(gone) < 60:
            for place in reversed(gone):
                self.beginRemoveRows(QModelIndex(), place, place)
                del self.rows[place]
                self.endRemoveRows()
        elif keys != wanted:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
            return
        self.rows = list(rows)
        if rows:
            last = self.index(len(rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def _name(self, record_id: str) -> Cell:
        found = record(self.hall, record_id)
        return Cell("–" if found is None else words.record_name(found))

    def _source(self, record_id: str) -> Cell:
        found = record(self.hall, record_id)
        if found is None:
            return Cell()
        told = words.source(self.hall.book, found, self.hall.now())
        return Cell(told, "muted", tip=told)


class PairsModel(ConcernModel):
    """Two records a row."""

    def __init__(self, hall: Hall, parent: QObject) -> None:
        one = Column("one", lambda: translate("Reconcile", "This"), 150, stretch=True, least=110)
        super().__init__(
            hall,
            [
                one,
                Column("from", lambda: translate("Reconcile", "From"), 172, yields=2),
                Column("other", lambda: translate("Reconcile", "And this"), 160),
                Column("where", lambda: translate("Reconcile", "From"), 172, yields=1),
                Column("why", lambda: translate("Reconcile", "Why"), 200, yields=3),
                Column("score", lambda: translate("Reconcile", "Likeness"), 76, right=True),
            ],
            parent,
        )

    def cell(self, row: int, column: int) -> Cell:
        concern = self.rows[row]
        match self.columns[column].key:
            case "one":
                return self._name(concern.one)
            case "from":
                return self._source(concern.one)
            case "other":
                return self._name(concern.other)
            case "where":
                return self._source(concern.other)
            case "why":
                link = lead_words.link_of(self.hall, concern.record)
                said = "" if link is None else words.reasons(link.reasons)
                return Cell(said, "attention", tip=said)
        score = f"{texts.number(concern.score / 10, 0)} %" if concern.score else ""
        return Cell(score, "muted", right=True)


class PersonsModel(ConcernModel):
    """One person a row, and what is the matter."""

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(
            hall,
            [
                Column(
                    "name", lambda: translate("Reconcile", "Name"), 180, stretch=True, least=130
                ),
                Column("born", lambda: translate("Reconcile", "Born"), 128, yields=1),
                Column("from", lambda: translate("Reconcile", "At a desk"), 200, yields=3),
                Column("group", lambda: translate("Compare", "Travels with"), 160, yields=4),
                Column("what", lambda: translate("Lead", "What"), 190, yields=2),
                Column("age", lambda: translate("Lead", "Since"), 76, right=True),
            ],
            parent,
        )

    def cell(self, row: int, column: int) -> Cell:
        concern = self.rows[row]
        found = self.hall.book.person(concern.one)
        match self.columns[column].key:
            case "name":
                return self._name(concern.one)
            case "born":
                today = people_words.today_at(self.hall.now())
                return Cell("" if found is None else people_words.birth(found.birth_date, today))
            case "from":
                return self._source(concern.one)
            case "group":
                title = "" if found is None else people_words.group_title(
                    self.hall.book, found.group)  # fmt: skip
                return Cell(title, "muted")
            case "what":
                return Cell(self._what(concern, found), "attention")
        return Cell(texts.age(concern.at, self.hall.now()) if concern.at else "", "muted",
                    right=True)  # fmt: skip

    def _what(self, concern: Concern, person: Person | None) -> str:
        if concern.kind == "conflict":
            conflict = lead_words.conflict_of(self.hall, concern.record)
            return "" if conflict is None else field_words.field(
                conflict.field, conflict.about_type)  # fmt: skip
        if concern.kind == "checks" and person is not None:
            return lead_words.checks(person)
        if concern.kind == "minor":
            return translate("Lead", "no adult, no guardian")
        return translate("Lead", "no outcome")
