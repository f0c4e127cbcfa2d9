"""One field of a record to be typed or chosen, where two edits are settled or one is corrected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kcr2desk.core import places
from kcr2desk.core.fields import FieldSpec, Kind, moment
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.text import Json
from kcr2desk.desk.parts import values, words
from kcr2desk.desk.parts.moments import read_moment, write_moment

translate = QCoreApplication.translate

MANY_LINES = 400
"""A text that may be longer than this is typed in several lines."""


class Unreadable(ValueError):
    """What was typed is no value of the field. Its text is a sentence for the officer."""


def spec_of(type_name: str, name: str) -> FieldSpec | None:
    """What is known of a field; None for one of a newer version."""
    return RECORD_TYPES[type_name].fields.get(name) if type_name in RECORD_TYPES else None


def can_edit(type_name: str, name: str) -> bool:
    """Whether a value of this field can be typed or chosen here."""
    spec = spec_of(type_name, name)
    return (
        spec is not None
        and spec.kind in (Kind.TEXT, Kind.TIME)
        and name not in ("number", "external_id", "digest", "about_type", "field", "changeset")
    )


def choices_of(type_name: str, name: str) -> tuple[str, ...]:
    """The values that a field is chosen from; none where it is typed."""
    spec = spec_of(type_name, name)
    if spec is not None and spec.choices:
        return spec.choices
    match name:
        case "discipline":
            return ("", *words.DISCIPLINES)
        case "region":
            return ("", *(region.code for region in places.regions()))
        case "municipality":
            by_name = sorted(places.municipalities(), key=lambda each: each.name)
            return ("", *(each.code for each in by_name))
        case _:
            return ()


class ValueEditor(QWidget):
    """Shows a wire value of one field, gives back the Python value of what is there now."""

    submitted = Signal()
    """Enter was pressed in it."""

    def __init__(
        self,
        type_name: str,
        name: str,
        value: Json,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._spec = spec_of(type_name, name)
        self._now = now
        self.field: QComboBox | QLineEdit | QPlainTextEdit
        choices = choices_of(type_name, name)
        if choices:
            self.field = QComboBox()
            known = choices if value in choices else (*choices, str(value or ""))
            for choice in known:
                told = values.say(type_name, name, choice, now()) or values.blank()
                self.field.addItem(told, choice)
            self.field.setCurrentIndex(known.index(str(value or "")))
        elif self._spec is not None and self._spec.kind is Kind.TIME:
            when = moment(value) if isinstance(value, int) else None
            self.field = QLineEdit(write_moment(when, now()))
            self.field.setPlaceholderText(translate("Values", "14:05, yesterday 23:10, 12-7 14:05"))
            self.field.returnPressed.connect(self.submitted)
        elif self._spec is not None and self._spec.longest > MANY_LINES:
            self.field = QPlainTextEdit(str(value or ""))
            self.field.setTabChangesFocus(True)
            self.field.setMinimumHeight(96)
            self.field.setMaximumHeight(220)
        else:
            self.field = QLineEdit(str(value or ""))
            if self._spec is not None:
                self.field.setMaxLength(self._spec.longest)
            self.field.returnPressed.connect(self.submitted)
        self.field.setAccessibleName(words.field(name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)

    def value(self) -> Any:
        """The Python value. Raises Unreadable."""
        if isinstance(self.field, QComboBox):
            return self.field.currentData()
        if isinstance(self.field, QPlainTextEdit):
            return self._fitting(self.field.toPlainText())
        text = self.field.text()
        if self._spec is None or self._spec.kind is not Kind.TIME:
            return self._fitting(text.strip())
        if not text.strip():
            return None
        when = read_moment(text, self._now())
        if when is None:
            raise Unreadable(translate("Values", "“{text}” is no time.").replace("{text}", text))
        return when

    def _fitting(self, text: str) -> str:
        if self._spec is None:
            return text
        if self._spec.required and not text.strip():
            raise Unreadable(translate("Values", "This may not stay empty."))
        if len(text) > self._spec.longest:
            raise Unreadable(translate("Values", "This is longer than fits."))
        return text
