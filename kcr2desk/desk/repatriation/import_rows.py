"""What bringing in a list would do, as rows of a table: those in question first.

Rows are made into words when they are seen, so that 25,000 of them cost nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from kcr2desk.core.repatriation.bringing import LineSeen, Preview
from kcr2desk.core.repatriation.people import ManifestLine
from kcr2desk.desk import kit
from kcr2desk.desk.kit.cells import Index
from kcr2desk.desk.repatriation import import_words as words
from kcr2desk.exchange.problems import Problem

translate = QCoreApplication.translate

Row = Problem | ManifestLine | LineSeen
"""What is odd or cannot be read; who is gone; a line of the file."""


def rows_of(seen: Preview) -> list[Row]:
    """Everything of a preview, what wants an eye first: unreadable, odd, gone, alike, changed."""
    alike = [line for line in seen.alike if line.status != "same"]
    doubtful = {id(line) for line in alike}
    back = [line for line in seen.lines if line.gone_before and id(line) not in doubtful]
    doubtful |= {id(line) for line in back}
    rest = [line for line in seen.lines if id(line) not in doubtful]
    order = {"changed": 0, "new": 1, "same": 2}
    rest.sort(key=lambda line: order[line.status])
    return [*seen.unreadable, *seen.odd, *seen.gone, *back, *alike, *rest]


class PreviewModel(kit.CellModel):
    """The rows of a preview."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(
            (
                kit.Column("row", lambda: translate("BringIn", "Row"), 48, right=True),
                kit.Column("what", lambda: translate("BringIn", "What"), 152),
                kit.Column("who", lambda: translate("BringIn", "Name"), 140),
                kit.Column("detail", lambda: translate("BringIn", "What it says"), 240,
                           stretch=True, least=160),
            ),
            parent,
        )  # fmt: skip
        self.rows: Sequence[Row] = ()
        self._unreadable: frozenset[int] = frozenset()

    def show_preview(self, seen: Preview | None, rows: Sequence[Row]) -> None:
        """Show another preview; `rows` are those of `rows_of`."""
        self.beginResetModel()
        self.rows = rows
        self._unreadable = frozenset(id(p) for p in seen.unreadable) if seen else frozenset()
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def row_tone(self, row: int) -> str:
        told = self.rows[row]
        if isinstance(told, Problem):
            return "urgent" if id(told) in self._unreadable else "attention"
        return "attention" if isinstance(told, ManifestLine) or told.alike else ""

    def told(self, row: int) -> str:
        """All that a row says, for where there is room for it."""
        return self.cell(row, 3).tip if 0 <= row < len(self.rows) else ""

    def cell(self, row: int, column: int) -> kit.Cell:
        match self.rows[row]:
            case Problem() as problem:
                return self._problem(problem, column)
            case ManifestLine() as gone:
                return self._gone(gone, column)
            case LineSeen() as line:
                return self._line(line, column)

    def _problem(self, problem: Problem, column: int) -> kit.Cell:
        if column == 0:
            return kit.Cell("" if problem.line is None else str(problem.line), "muted", right=True)
        if column == 1:
            if id(problem) in self._unreadable:
                return kit.Cell(translate("BringIn", "Not readable"), "urgent", icon="alert")
            return kit.Cell(translate("BringIn", "Note"), "attention", icon="info")
        if column == 2:
            return kit.Cell(problem.column, "muted")
        text = words.problem_text(problem)
        return kit.Cell(text, tip=text)

    def _gone(self, line: ManifestLine, column: int) -> kit.Cell:
        match column:
            case 0:
                return kit.Cell("–", "muted", right=True)
            case 1:
                return kit.Cell(translate("BringIn", "No longer in it"), "attention", icon="minus")
            case 2:
                return kit.Cell(words.name_of_line(line))
        said = translate("BringIn", "stood in {file}, row {row}")
        said = said.replace("{file}", line.origin or "–").replace("{row}", str(line.row or "–"))
        return kit.Cell(said, "muted", tip=said)

    def _line(self, line: LineSeen, column: int) -> kit.Cell:
        match column:
            case 0:
                return kit.Cell(str(line.row), "muted", right=True)
            case 1:
                return self._status(line)
            case 2:
                listed = str(line.fields.get("full_name") or "")
                return kit.Cell(words.name(line.fields), tip=listed)
        if line.status == "changed":
            text = words.changed(line)
            return kit.Cell(text, tip=text)
        text = words.about(line.fields)
        if line.alike:
            rows = ", ".join(str(other) for other in line.alike[:5])
            alike = translate("BringIn", "like row {rows}").replace("{rows}", rows)
            text = f"{alike} · {text}"
        return kit.Cell(text, "muted" if line.status == "same" else "text", tip=text)

    def _status(self, line: LineSeen) -> kit.Cell:
        if line.gone_before:
            return kit.Cell(translate("BringIn", "Back again"), "attention", icon="question")
        if line.alike and line.status != "same":
            return kit.Cell(translate("BringIn", "Looks alike"), "attention", icon="duplicate")
        match line.status:
            case "new":
                return kit.Cell(translate("BringIn", "New"), "accent", icon="plus")
            case "changed":
                return kit.Cell(translate("BringIn", "Changes"), "text", icon="edit")
            case _:
                return kit.Cell(translate("BringIn", "The same"), "muted")
