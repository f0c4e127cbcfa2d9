"""The parts of cards: rows of fields, times to come, and what is typed in them as a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from kcr2desk.core.fields import milliseconds, moment
from kcr2desk.core.text import Json
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.parts.form_parts import Choice
from kcr2desk.desk.parts.form_time import TimeField

NAMES_WIDE = 116
"""Pixels of the column of names."""


class WhenField(TimeField):
    """A `TimeField` that tells a datetime. `ahead`: a clock time is the next one there is; else the
    last one. Cards are narrow, so what was read is said short."""

    def __init__(
        self, now: Callable[[], datetime], *, ahead: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, ahead=ahead)
        self.set_clock(now)
        self._clock = now
        self.field.setFixedWidth(136)

    def when(self) -> datetime | None:
        """What was read; None when empty or not readable."""
        value = self.value()
        return None if value is None else moment(value)

    def set_when(self, when: datetime | None) -> None:
        """Show a time."""
        self.set_time(None if when is None else milliseconds(when))

    def said(self, when: datetime) -> str:
        now = self._clock()
        said = texts.moment(when, now)
        if self._region in texts.ISLANDS:
            said = f"{said} · {texts.island_clock(when)}"
        return f"{said} · {texts.age(when, now)}"


class Rows(QWidget):
    """Names at the left, fields at the right, in one column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(theme.XS + 2)
        self._grid.setColumnMinimumWidth(0, NAMES_WIDE)
        self._grid.setColumnStretch(1, 1)
        self._names: dict[str, QLabel] = {}
        self._fields: dict[str, QWidget] = {}

    def set_names_wide(self, wide: int) -> None:
        """Give the names so many px at least: fields of several blocks stand in one line."""
        self._grid.setColumnMinimumWidth(0, wide)

    def add(self, key: str, field: QWidget, *more: QWidget) -> None:
        """A row under a name that `say` tells; several fields stand side by side."""
        row, name = self._grid.rowCount(), kit.label(tone="muted")
        name.setFixedHeight(theme.CONTROL_HEIGHT)
        held = beside(field, *more) if more else field
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(held, row, 1)
        self._names[key], self._fields[key] = name, held

    def say(self, names: Mapping[str, str]) -> None:
        """The names in the language of the screen."""
        for key, text in names.items():
            self._names[key].setText(text)
            if not self._fields[key].accessibleName():
                self._fields[key].setAccessibleName(text)

    def tab_in_order(self) -> None:
        """Let Tab go through the fields as they stand: choices are made when they get their words,
        later than fields, and would come last."""
        stops = [stop for held in self._fields.values() for stop in _stops(held)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def show_row(self, key: str, shown: bool) -> None:
        """Show or hide a row."""
        self._names[key].setVisible(shown)
        self._fields[key].setVisible(shown)


def _stops(field: QWidget) -> list[QWidget]:
    """Where Tab stops in a field, in the order in which they were made."""
    each = [field, *field.findChildren(QWidget)]
    return [
        w
        for w in each
        if w.focusPolicy() & Qt.FocusPolicy.TabFocus
        and w.focusProxy() is None
        and w.window() is field.window()  # the list of a choice is a window of its own
    ]


def beside(*parts: QWidget, gap: int = theme.S) -> QWidget:
    """Widgets side by side. Those that want more width share what is left."""
    held = QWidget()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    grows = False
    for part in parts:
        wide = part.sizePolicy().horizontalPolicy() in (
            QSizePolicy.Policy.Expanding,
            QSizePolicy.Policy.Ignored,
            QSizePolicy.Policy.MinimumExpanding,
        )
        grows = grows or wide
        row.addWidget(part, 1 if wide else 0)
    if not grows:
        row.addStretch(1)
    return held


class Number(QLineEdit):
    """A whole number of units, to type or to step by the arrow keys; blank is 0."""

    valueChanged = Signal(int)

    def __init__(self, low: int = 0, high: int = 99_999, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._high = low, high
        self.setValidator(QIntValidator(0, high, self))
        self.setFixedWidth(72)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textChanged.connect(lambda _: self.valueChanged.emit(self.value()))

    def value(self) -> int:
        """What stands there."""
        return int(self.text() or 0)

    def setValue(self, value: int) -> None:
        """Show a number; 0 shows nothing."""
        self.setText(str(value) if value else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.setValue(min(self._high, max(self._low, self.value() + step)))


def number(low: int = 0, high: int = 99_999) -> Number:
    """A field for a whole number."""
    return Number(low, high)


def text(longest: int = 200) -> QLineEdit:
    """A line of text."""
    made = QLineEdit()
    made.setMaxLength(longest)
    return made


Field = Number | QLineEdit | QPlainTextEdit | kit.KeyChoice | Choice | WhenField | QCheckBox


def typed(field: Field) -> Json:
    """What stands in a field, for a draft."""
    match field:
        case Number():
            return field.value()
        case QLineEdit():
            return field.text()
        case QPlainTextEdit():
            return field.toPlainText()
        case kit.KeyChoice():
            return field.value()
        case Choice():
            return field.choice()
        case QCheckBox():
            return field.isChecked()
    return field.field.text()


def put(field: Field, value: Json) -> None:
    """Show in a field what a draft says; what does not fit it is left out."""
    match field, value:
        case (Number(), int()):
            field.setValue(value)
        case (QLineEdit(), str()):
            field.setText(value)
        case (QPlainTextEdit(), str()):
            field.setPlainText(value)
        case (kit.KeyChoice(), str()):
            field.set_value(value)
        case (Choice(), str()):
            field.set_choice(value)
        case (QCheckBox(), bool()):
            field.setChecked(value)
        case (WhenField(), str()):
            field.set_typed(value)


def on_edit(field: Field, run: Callable[[], object]) -> None:
    """Call `run` when the officer changes a field."""
    match field:
        case Number():
            field.valueChanged.connect(lambda _: run())
        case QLineEdit():
            field.textEdited.connect(lambda _: run())
        case QPlainTextEdit():
            field.textChanged.connect(run)
        case kit.KeyChoice():
            field.chosen.connect(lambda _: run())
        case Choice():
            field.chosen.connect(lambda _: run())
        case QCheckBox():
            field.clicked.connect(lambda _=False: run())
        case WhenField():
            field.edited.connect(run)
