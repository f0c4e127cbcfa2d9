"""What a table shows: cells, columns, and the model that is asked for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kcr2desk.desk.kit import paint

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell shows. Text in `tone`; `old` is muted, italic, with a clock sign."""

    text: str = ""
    tone: str = "text"
    icon: str = ""
    """Sign before the text."""
    icon_tone: str = ""
    """Tone of the sign where it differs from the text's."""
    strong: bool = False
    old: bool = False
    right: bool = False
    pill: bool = False
    """On a quiet tint of its tone: for a status or a grade."""
    tip: str = ""
    marks: tuple[paint.Mark, ...] = ()
    """Matches of a search, as (start, length)."""
    tag: str = ""
    """A word on a tint before the text, such as TEST."""
    tag_tone: str = "muted"
    signs: tuple[tuple[str, str], ...] = ()
    """Signs at the right edge, as (icon, tone); the text gives way to them."""
    strike: bool = False
    """Struck through: it no longer holds."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `title` is asked again after a change of language."""

    key: str
    title: Callable[[], str]
    width: int
    right: bool = False
    tip: Callable[[], str] | None = None
    hidden: bool = False
    """Not shown until the officer asks for it."""
    stretch: bool = False
    """Takes the width that is left, and others yield before it gets less than `width`; one column
    a table."""
    least: int = 0
    """How far a stretching column narrows where no column is left that yields; 0 for `width`."""
    yields: int = 0
    """Where a narrow table has no room, columns go from the highest number on; 0 never goes."""


class CellModel(QAbstractTableModel):
    """Base of a table's model: say `rowCount` and `cell`, and what is special about a row."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)

    def cell(self, row: int, column: int) -> Cell:
        """What to show; called for every visible row on every paint, so it must be quick."""
        raise NotImplementedError

    def cells(self, row: int) -> tuple[Cell, ...]:
        """All cells of a row. A row that gives equal cells is not painted again."""
        return tuple([self.cell(row, column) for column in range(len(self.columns))])

    def row_tone(self, _row: int) -> str:
        """Tone of the bar at the left of a row, such as `urgent`; "" for none."""
        return ""

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cell = self.cell(index.row(), index.column())
            return " ".join(part for part in (cell.tag, cell.text or cell.tip) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            cell = self.cell(index.row(), index.column())
            return cell.tip or cell.text or None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title()
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip() if column.tip is not None else column.title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
