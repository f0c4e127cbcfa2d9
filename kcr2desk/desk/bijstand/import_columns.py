"""Which column of a spreadsheet says what: as guessed, to be corrected."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kcr2desk.core.board import ordered_types
from kcr2desk.core.board_order import ordered_owners
from kcr2desk.core.book import Book
from kcr2desk.desk import kit, theme
from kcr2desk.desk.bijstand import board_words as words
from kcr2desk.desk.bijstand.import_rows import field_name
from kcr2desk.desk.remember import Settings
from kcr2desk.exchange.capacity_sheet import FIELDS, Columns, Table, signature
from kcr2desk.exchange.sheets import shown

translate = QCoreApplication.translate

_KEY = "bijstand/columns/"


def remembered(settings: Settings | None, table: Table) -> Columns | None:
    """How columns with these heads were meant the last time."""
    kept = settings.get(_KEY + signature(table.headers)) if settings is not None else None
    if not kept:
        return None
    try:
        columns = Columns.from_json(json.loads(kept))
    except (ValueError, AttributeError):
        return None
    return columns if len(columns.roles) == len(table.headers) else None


def remember(settings: Settings | None, table: Table, columns: Columns) -> None:
    """Keep how columns with these heads are meant."""
    if settings is not None:
        settings.set(_KEY + signature(table.headers), json.dumps(columns.to_json()))


def role_options(book: Book) -> list[kit.FilterOption]:
    """All that a column may be."""
    option = kit.FilterOption
    made = [option("-", translate("Import", "not used"))]
    made += [option(name, _role_name(name)) for name in FIELDS]
    as_type, as_owner = translate("Import", "type"), translate("Import", "owner")
    made += [option(f"type:{k.code}", words.type_name(k), as_type) for k in ordered_types(book)]
    made += [option(f"owner:{o.code}", o.name, as_owner) for o in ordered_owners(book)]
    return made


def _role_name(name: str) -> str:
    match name:
        case "owner":
            return translate("Import", "region or partner")
        case "resource":
            return translate("Import", "type of help")
        case "checked_at":
            return translate("Import", "checked at")
        case "checked_by":
            return translate("Import", "checked by")
        case "measure":
            return translate("Import", "which number it is")
        case _:
            return field_name(name)


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
        self.choices: list[kit.FilterButton] = []

    def show_table(
        self, table: Table, columns: Columns, options: Sequence[kit.FilterOption]
    ) -> None:
        """Show the columns of a table."""
        if len(self.choices) != len(table.headers):
            self._build(len(table.headers))
        for place, (head, role) in enumerate(zip(table.headers, columns.roles, strict=True)):
            name = self._grid.itemAtPosition(place, 0).widget()  # type: ignore[union-attr]
            some = self._grid.itemAtPosition(place, 1).widget()  # type: ignore[union-attr]
            assert isinstance(name, kit.ElidedLabel)
            assert isinstance(some, kit.ElidedLabel)
            name.setText(head or "–")
            values = [shown(row.cell(place)) for row in table.rows[:3]]
            some.setText(" · ".join(value for value in values if value))
            known = {o.value for o in options}
            extra = [kit.FilterOption(role, role)] if role and role not in known else []
            self.choices[place].set_options([*options, *extra])
            self.choices[place].set_value(frozenset({role or "-"}))
            self.choices[place].setAccessibleName(head)

    def _build(self, count: int) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.choices = []
        for place in range(count):
            name = kit.ElidedLabel(strong=True)
            name.setMinimumWidth(130)
            choice = kit.FilterButton(multiple=False, always=True, width=220)
            choice.changed.connect(
                lambda chosen, place=place: self._corrected(place, next(iter(chosen)))
            )
            self._grid.addWidget(name, place, 0)
            self._grid.addWidget(kit.ElidedLabel(role="small", tone="muted"), place, 1)
            self._grid.addWidget(choice, place, 2)
            self.choices.append(choice)

    def _corrected(self, place: int, role: str) -> None:
        self.corrected.emit(place, "" if role == "-" else role)
