"""Who is in a difference: human beings, or pairs that are probably one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QModelIndex, QObject

from kcr2desk.core.repatriation.book import tail
from kcr2desk.core.repatriation.reconcile_people import Human, Pair
from kcr2desk.desk import texts
from kcr2desk.desk.kit.cells import Cell, CellModel, Column, Index
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.repatriation import reconcile_words as words
from kcr2desk.desk.repatriation.hall import Hall

translate = words.translate
MOST_STEPS: Final = 60
"""More rows that come and go at once than these are shown anew as a whole."""


@dataclass(frozen=True, slots=True)
class Row:
    """One human being, or with `other` two that are probably one."""

    human: Human
    other: Human | None = None
    pair: Pair | None = None
    likely: tuple[Human, ...] = field(default=())

    @property
    def key(self) -> str:
        """The same while it is about the same."""
        return self.human.id if self.other is None else f"{self.human.id}:{self.other.id}"


class RowsModel(CellModel):
    """Rows by their keys: those that stay keep their place, others come and go around them."""

    def __init__(self, hall: Hall, columns: Sequence[Column], parent: QObject) -> None:
        super().__init__(columns, parent)
        self.hall = hall
        self.arrival = ""
        self.rows: list[Row] = []
        self._cells: dict[int, tuple[Cell, ...]] = {}

    def show_rows(self, rows: Sequence[Row], arrival: str, *, anew: bool = False) -> None:
        """Show these. `anew`: another group, so nothing of before is kept."""
        self.arrival = arrival
        self._cells.clear()
        before, wanted = [r.key for r in self.rows], [r.key for r in rows]
        if before == wanted:
            self.rows = list(rows)
            self._tell_all()
            return
        gone, come = set(before) - set(wanted), set(wanted) - set(before)
        kept = [key for key in before if key not in gone]
        same_order = kept == [key for key in wanted if key not in come]
        if anew or not same_order or len(gone) + len(come) > MOST_STEPS:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
            return
        for place in range(len(self.rows) - 1, -1, -1):
            if self.rows[place].key in gone:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self.rows[place]
                self.endRemoveRows()
        for place, row in enumerate(rows):
            if row.key in come:
                self.beginInsertRows(QModelIndex(), place, place)
                self.rows.insert(place, row)
                self.endInsertRows()
            else:
                self.rows[place] = row
        self._tell_all()

    def _tell_all(self) -> None:
        if self.rows:
            last = self.index(len(self.rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def cells(self, row: int) -> tuple[Cell, ...]:
        found = self._cells.get(row)
        if found is None:
            found = self._cells[row] = self.made(self.rows[row])
        return found

    def cell(self, row: int, column: int) -> Cell:
        return self.cells(row)[column]

    def made(self, row: Row) -> tuple[Cell, ...]:
        """The cells of a row."""
        raise NotImplementedError

    def forget(self) -> None:
        """The language changed."""
        self._cells.clear()


class HumanModel(RowsModel):
    """One human being a row: who, by which lists, what the desks know, who it may be."""

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(
            hall,
            [
                Column(
                    "name", lambda: translate("Reconcile", "Name"), 170, stretch=True, least=130
                ),
                Column("born", lambda: translate("Reconcile", "Born"), 120, yields=2),
                Column("document", lambda: translate("Reconcile", "Document"), 96, yields=4),
                Column("seat", lambda: translate("Reconcile", "Seat"), 46, yields=3),
                Column("lists", lambda: translate("Reconcile", "Lists"), 176, yields=1),
                Column("desk", lambda: translate("Reconcile", "At a desk"), 150),
                Column("note", lambda: translate("Reconcile", "May be"), 160),
            ],
            parent,
        )

    def made(self, row: Row) -> tuple[Cell, ...]:
        human, book, now = row.human, self.hall.book, self.hall.now()
        today = people_words.today_at(now)
        first = human.records_first
        born = next((r.birth_date for r in human.records if r.birth_date), "")
        number = next((r.document_number for r in human.records if r.document_number), "")
        seat = next((r.seat for r in human.records if r.seat), "")
        lists = words.lists(book, human, self.arrival)
        named = any(words.line_name(line) for line in human.lines) or bool(human.persons)
        icon = "wait" if self._unconfirmed(human) else ""
        tip = words.source(book, first, now)
        return (
            Cell(words.name(human), "text" if named else "muted", icon, "muted", tip=tip),
            Cell(people_words.birth(born, today)),
            Cell(number),
            Cell(seat, "muted"),
            Cell(lists, "muted", tip=_origins(human)),
            self._desk(human),
            self._note(row),
        )

    def _unconfirmed(self, human: Human) -> bool:
        feed = self.hall.feed
        return any(feed.unconfirmed("person", p.id) for p in human.persons) or any(
            feed.unconfirmed("manifestline", line.id) for line in human.lines
        )

    def _desk(self, human: Human) -> Cell:
        persons = human.live_persons or list(human.persons)
        if not persons:
            return Cell("–", "muted")
        person = persons[0]
        said = people_words.outcome(human.outcome or person.outcome)
        number = tail(person.number)
        more = f" +{len(persons) - 1}" if len(persons) > 1 else ""
        text = " · ".join(part for part in (number + more, said) if part)
        tone = people_words.outcome_tone(human.outcome or person.outcome)
        return Cell(text, "text" if tone == "good" else tone, tip=f"{person.number} {said}")

    def _note(self, row: Row) -> Cell:
        if row.likely:
            names = ", ".join(words.name(each) for each in row.likely)
            return Cell(names, "attention", "people", tip=names)
        if row.human.settled:
            return Cell(words.kind(row.human.settled), "muted")
        return Cell()


def _origins(human: Human) -> str:
    return "\n".join(dict.fromkeys(line.origin for line in human.lines if line.origin))


class PairModel(RowsModel):
    """Two that are probably one a row: both names, where both come from, and why."""

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(
            hall,
            [
                Column("one", lambda: translate("Reconcile", "This"), 150, stretch=True, least=110),
                Column("from", lambda: translate("Reconcile", "From"), 160, yields=2),
                Column("other", lambda: translate("Reconcile", "And this"), 160),
                Column("where", lambda: translate("Reconcile", "From"), 160, yields=1),
                Column("why", lambda: translate("Reconcile", "Why"), 190, yields=3),
                Column("score", lambda: translate("Reconcile", "Likeness"), 76, right=True),
            ],
            parent,
        )

    def made(self, row: Row) -> tuple[Cell, ...]:
        assert row.other is not None
        assert row.pair is not None
        book, now = self.hall.book, self.hall.now()
        one, other = row.human, row.other
        score = "" if row.pair.score is None else f"{texts.number(row.pair.score / 10, 0)} %"
        why = words.reasons(row.pair.reasons)
        return (
            Cell(words.name(one)),
            Cell(words.source(book, one.records_first, now), "muted"),
            Cell(words.name(other)),
            Cell(words.source(book, other.records_first, now), "muted"),
            Cell(why, "attention", tip=why),
            Cell(score, "muted", right=True),
        )
