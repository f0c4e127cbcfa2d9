"""Which column of a list says what: as guessed or remembered, to be corrected."""

from __future__ import annotations

import json

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kcr2desk.desk import kit, theme
from kcr2desk.desk.remember import Settings
from kcr2desk.desk.repatriation import import_words as words
from kcr2desk.exchange.person_sheet import ROLES, Columns, Table, signature
from kcr2desk.exchange.sheets import shown

_KEY = "repatriation/columns/"
_NONE = "-"


def remembered(settings: Settings, table: Table) -> Columns | None:
    """How columns with these heads were meant the last time. Which dates they had is another
    matter every time, so their order is not remembered."""
    kept = settings.get(_KEY + signature(table.headers)) if table.head_line else None
    if not kept:
        return None
    try:
        columns = Columns.from_json(json.loads(kept))
    except (ValueError, AttributeError):
        return None
    return Columns(columns.roles) if len(columns.roles) == len(table.headers) else None


def remember(settings: Settings, table: Table, columns: Columns) -> None:
    """Keep how columns with these heads are meant."""
    if table.head_line:
        settings.set(_KEY + signature(table.headers), json.dumps(columns.to_json()))


class ColumnGrid(QWidget):
    """A line for each column: its head, what stands in its first rows, and what it is."""

    corrected = Signal(int, str)
    """A column and its new role."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(theme.XS)
        self._grid.setColumnMinimumWidth(0, 150)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[kit.ElidedLabel, kit.ElidedLabel]] = []
        self.choices: list[kit.FilterButton] = []

    def show_table(self, table: Table, columns: Columns) -> None:
        """Show the columns of a table."""
        if len(self.choices) != len(table.headers):
            self._build(len(table.headers))
        options = [kit.FilterOption(role or _NONE, words.role_name(role)) for role in ("", *ROLES)]
        for place, (head, role) in enumerate(zip(table.headers, columns.roles, strict=True)):
            name, some = self._rows[place]
            name.setText(head or "–")
            values = [shown(row.cell(place)) for row in table.rows[:3]]
            some.setText(" · ".join(value for value in values if value))
            self.choices[place].set_options(options)
            self.choices[place].set_value(frozenset({role or _NONE}))
            self.choices[place].setAccessibleName(head)

    def _build(self, count: int) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._rows, self.choices = [], []
        for place in range(count):
            name = kit.ElidedLabel(strong=True)
            name.setMinimumWidth(140)
            some = kit.ElidedLabel(role="small", tone="muted")
            choice = kit.FilterButton(multiple=False, always=True, width=230)
            choice.changed.connect(
                lambda chosen, place=place: self._corrected(place, next(iter(chosen)))
            )
            self._grid.addWidget(name, place, 0)
            self._grid.addWidget(some, place, 1)
            self._grid.addWidget(choice, place, 2)
            self._rows.append((name, some))
            self.choices.append(choice)

    def _corrected(self, place: int, role: str) -> None:
        self.corrected.emit(place, "" if role == _NONE else role)
