"""The two tables of a station: the last that were noted here, and who is in, gone or nowhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt

from kcr2desk.core.repatriation.headcount import LEFT, Whereabouts
from kcr2desk.desk import texts
from kcr2desk.desk.kit.cells import Cell, CellModel, Column, Index
from kcr2desk.desk.repatriation import people_words as words
from kcr2desk.desk.repatriation import stations_desk
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.stations_desk import Mark, StationDesk

translate = QCoreApplication.translate


class LastModel(CellModel):
    """The last marks of this desk."""

    def __init__(self, hall: Hall, desk: StationDesk, names: Callable[[], bool]) -> None:
        super().__init__(
            [
                Column("time", lambda: translate("Stations", "Time"), 76, right=True),
                Column("number", lambda: translate("Stations", "Number"), 156),
                Column(
                    "name", lambda: translate("Stations", "Name"), 180, stretch=True, least=90,
                ),
                Column("station", lambda: translate("Stations", "Station"), 150, yields=1),
                Column("state", lambda: translate("Stations", "State"), 126),
            ],
            desk,
        )  # fmt: skip
        self._hall, self._desk, self._names = hall, desk, names
        self._marks: list[Mark] = []
        self.refresh()

    def refresh(self) -> None:
        """Show the marks as they are now."""
        self.beginResetModel()
        self._marks = list(self._desk.marks)
        self.endResetModel()

    def person(self, row: int) -> str:
        """The id of the person of a row."""
        found = self._desk.who(self._marks[row])
        return "" if found is None else found.id

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._marks)

    def cell(self, row: int, column: int) -> Cell:
        mark = self._marks[row]
        undone = mark.state == stations_desk.UNDONE
        tone = "muted" if undone else "text"
        person = self._desk.who(mark)
        match self.columns[column].key:
            case "time":
                return Cell(texts.clock_exact(mark.at), "muted", right=True)
            case "number":
                number = mark.code if person is None else person.number
                return Cell(number, tone, strong=row == 0 and not undone, strike=undone)
            case "name":
                if person is None:
                    return Cell(translate("Stations", "not known here yet"), "attention")
                return Cell(words.name(person) if self._names() else "", tone)
            case "station":
                return Cell(words.station(self._hall.book, mark.station), "muted")
        return _state(mark)


def _state(mark: Mark) -> Cell:
    match mark.state:
        case stations_desk.SAVED:
            return Cell(translate("Stations", "saved here"), "good", "saved")
        case stations_desk.UNDONE:
            return Cell(translate("Stations", "taken back"), "muted", "undo")
        case stations_desk.FAILED:
            return Cell(translate("Stations", "not saved"), "urgent", "alert")
    return Cell(translate("Stations", "being saved"), "muted", "wait")


class WhereModel(CellModel):
    """People and where they are. Names stand there only where they are asked for: a head-count is
    seen by whoever stands at the counter."""

    def __init__(self, hall: Hall, parent: QObject) -> None:
        self._names = False
        super().__init__(
            [
                Column("number", lambda: translate("Stations", "Number"), 164),
                Column("where", self._title, 150, stretch=True, least=110),
            ],
            parent,
        )
        self._hall = hall
        self._rows: list[Whereabouts] = []

    def _title(self) -> str:
        if self._names:
            return translate("Stations", "Name")
        return translate("Stations", "Where")

    def show_rows(self, rows: Sequence[Whereabouts], *, names: bool = False) -> None:
        """Show these. Rows that are the same people only change what they say."""
        same = [r.head.id for r in rows] == [r.head.id for r in self._rows]
        if same and rows and names == self._names:
            self._rows = list(rows)
            last = self.index(len(rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows, self._names = list(rows), names
        self.endResetModel()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def person(self, row: int) -> str:
        """The id of the person of a row."""
        return self._rows[row].head.id

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def cell(self, row: int, column: int) -> Cell:
        each, now = self._rows[row], self._hall.now()
        told = words.whereabouts(self._hall.book, each, now)
        at = "" if each.since is None else texts.moment_full(each.since)
        if self.columns[column].key == "number":
            return Cell(each.head.number)
        if self._names:
            name = words.name(each.head)
            return Cell(name, tip=f"{name}\n{told}\n{at}".strip())
        tone, icon = words.STATE_LOOK[each.state]
        quiet = "text" if each.state != LEFT else "muted"
        return Cell(told, quiet, icon, icon_tone=tone, tip=f"{told}\n{at}".strip())
