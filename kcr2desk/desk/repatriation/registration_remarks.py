"""Rows of fields with room for a remark under each: a check digit, what somebody else wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from kcr2desk.desk import kit, theme
from kcr2desk.desk.parts.card_parts import beside

NAMES_WIDE = 132
"""Px of the column of names, in all sections alike: the fields stand under each other."""

Act = tuple[str, Callable[[], object]]


class FieldRows(QWidget):
    """Names at the left, fields at the right; what is to be said of a field stands under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(theme.XS + 2)
        self._grid.setColumnMinimumWidth(0, NAMES_WIDE)
        self._grid.setColumnStretch(1, 1)
        self._names: dict[str, QLabel] = {}
        self._held: dict[str, QWidget] = {}
        self._under: dict[str, QVBoxLayout] = {}
        self._parts: dict[str, tuple[QWidget, ...]] = {}
        self._remarks: dict[str, kit.InlineMessage] = {}

    def names(self) -> Iterable[str]:
        """The rows, in their order."""
        return self._names.keys()

    def add(self, key: str, *parts: QWidget) -> None:
        """A row of fields under one name."""
        row, name = self._grid.rowCount(), kit.label(tone="muted")
        name.setFixedHeight(theme.CONTROL_HEIGHT)
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addWidget(beside(*parts) if len(parts) > 1 else parts[0])
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(cell, row, 1)
        self._names[key], self._held[key] = name, cell
        self._under[key], self._parts[key] = column, parts
        for before, after in pairwise(self._stops()):
            QWidget.setTabOrder(before, after)

    def say(self, names: Mapping[str, str]) -> None:
        """The names in the language of the screen."""
        for key, text in names.items():
            self._names[key].setText(text)

    def show_row(self, key: str, shown: bool) -> None:
        self._names[key].setVisible(shown)
        self._held[key].setVisible(shown)

    def focus_first(self) -> None:
        """Go to the first field that is there."""
        for key, parts in self._parts.items():
            if not self._held[key].isHidden():
                parts[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def row_of(self, field: QWidget) -> str:
        """The row that a field stands in, "" for none."""
        return next((key for key, parts in self._parts.items() if field in parts), "")

    def remark(
        self, key: str, about: str, text: str, tone: str = "attention", acts: Sequence[Act] = ()
    ) -> None:
        """Say something of a field under its row, with what can be done; "" takes it away."""
        told = self._remarks.get(about)
        if told is not None and not text:
            del self._remarks[about]
            self._under[key].removeWidget(told)
            told.hide()
            told.deleteLater()
            return
        if not text:
            return
        if told is None:
            told = kit.InlineMessage()
            self._remarks[about] = told
            self._under[key].addWidget(told)
        if told.text() != text:
            told.tell(text, tone, list(acts), closable=False)

    def remarks(self) -> dict[str, kit.InlineMessage]:
        """What is said, by what it is about."""
        return dict(self._remarks)

    def _stops(self) -> list[QWidget]:
        return [part for parts in self._parts.values() for part in parts]
