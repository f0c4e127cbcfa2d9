"""The fields of the registration form by name: shown from a sheet, told when they are filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.repatriation.registering import Sheet
from kcr2desk.core.text import Json
from kcr2desk.desk import kit
from kcr2desk.desk.kit import FilterOption, Option
from kcr2desk.desk.parts.form_parts import Choice
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.repatriation import registration_words as words
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.registration_parts import (
    BirthLine,
    BsnLine,
    CountriesLine,
    CountryLine,
    NumberLine,
    SayLine,
    WordsLine,
)

TEXTS: Final = (
    "spoken_name", "given_names", "prefix", "family_name", "other_names", "birth_place",
    "document_number", "identified_by", "bsn", "seat", "wristband", "phone", "mail", "contact",
    "street", "postcode", "city", "onward_note", "guardian_name", "animals", "goods", "note",
)  # fmt: skip
FLAGS: Final = ("no_document", "minor_alone", "informed")
CHOICES: Final = ("document_type", "relation", "onward", "ground")
KEYED: Final = {"sex": ("F", "M", "X"), "may_inform": ("", "yes", "no")}
"""Fields of one of a few, with their codes."""


class RegistrationFields(QObject):
    """All fields but those of needs and of the group. `edited` carries the name, the value (wire)
    and what stands there when it cannot be read."""

    edited = Signal(str, object, str)

    leftOut = Signal(str)
    """The officer does not want what a list offers for a field."""

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(parent)
        self._hall = hall
        self._loading = False
        specs = RECORD_TYPES["person"].fields
        self.lines: dict[str, SayLine] = {n: SayLine(specs[n].longest) for n in TEXTS}
        self.lines["birth_date"] = BirthLine(self._today)
        self.lines["document_expiry"] = BirthLine(self._today, ahead=True)
        self.lines["nationalities"] = CountriesLine(people_words.language)
        self.lines["document_country"] = CountryLine(people_words.language)
        self.lines["country"] = CountryLine(people_words.language)
        self.lines["languages"] = WordsLine(specs["languages"].longest * 8)
        self.lines["nights"] = NumberLine()
        self.lines["bsn"] = BsnLine()
        self.flags = {name: QCheckBox() for name in FLAGS}
        self.choices = {name: Choice() for name in CHOICES}
        # with their codes from the first, so that Tab finds them where they stand
        self.keyed = {n: kit.KeyChoice([Option(c, c) for c in KEYED[n]]) for n in KEYED}
        self.all: dict[str, QWidget] = {
            **self.lines, **self.flags, **self.choices, **self.keyed
        }  # fmt: skip
        self._connect()

    def _today(self) -> date:
        return people_words.today_at(self._hall.now())

    def _connect(self) -> None:
        for name, line in self.lines.items():
            line.said.connect(lambda value, n=name: self._said(n, value))
            line.leftOut.connect(lambda n=name: self.leftOut.emit(n))
        for name, flag in self.flags.items():
            flag.clicked.connect(lambda on, n=name: self._said(n, on))
        for name, choice in self.choices.items():
            choice.chosen.connect(lambda value, n=name: self._said(n, value))
        for name, keyed in self.keyed.items():
            keyed.chosen.connect(lambda value, n=name: self._said(n, value))

    def _said(self, name: str, value: Json) -> None:
        if not self._loading:
            line = self.lines.get(name)
            self.edited.emit(name, value, "" if line is None else line.unread())

    def show(
        self, sheet: Sheet, offered: Mapping[str, Json], source: Callable[[str], str], copied: str
    ) -> None:
        """Show a sheet. `offered` is what a list or document knows besides, `source` says which;
        `copied` is what a field says that follows the head of the family."""
        self._loading = True
        wrong = sheet.values["checks"]
        wrong = wrong if isinstance(wrong, list) else []
        for name, line in self.lines.items():
            if name in sheet.unread:
                line.set_unread(sheet.unread[name])
            else:
                line.set_value(sheet.values[name])
            line.offer(offered.get(name, ""), source(name) if name in offered else "")
            mark = "wrong" if name in wrong else "copied" if name in sheet.copied else ""
            held = mark == "copied" and not sheet.values[name]
            said = self.tr("The check digit does not fit") if mark == "wrong" else copied
            line.set_mark("" if held else mark, said if mark and not held else "")
        for name, flag in self.flags.items():
            flag.setChecked(bool(sheet.values[name]))
        for name, choice in self.choices.items():
            choice.set_choice(str(sheet.values[name] or offered.get(name) or ""))
        for name, keyed in self.keyed.items():
            keyed.set_value(str(sheet.values[name] or offered.get(name) or ""))
        self._loading = False

    def focus(self, name: str) -> None:
        """Put the focus into a field."""
        self.all[name].setFocus()

    def name_of(self, widget: QWidget | None) -> str:
        """The field that a widget is, or lies in; "" for none."""
        while widget is not None:
            for name, field in self.all.items():
                if field is widget:
                    return name
            widget = widget.parentWidget()
        return ""

    def say(self) -> None:
        """Words of choices in the language of the screen."""
        book, language = self._hall.book, people_words.language()
        self.flags["no_document"].setText(self.tr("No document"))
        self.flags["minor_alone"].setText(self.tr("Minor alone"))
        self.flags["informed"].setText(self.tr("Privacy text given"))
        self.keyed["sex"].set_options(
            [
                Option("F", self.tr("woman"), self.tr("W", "key of woman")),
                Option("M", self.tr("man"), "M"), Option("X", "X", "X"),
            ]
        )  # fmt: skip
        self.keyed["may_inform"].set_options(
            [
                Option("", self.tr("not asked"), "-", "muted"),
                Option("yes", self.tr("yes"), self.tr("Y", "key of yes"), "good"),
                Option("no", self.tr("no"), "N", "attention"),
            ]
        )
        said = {
            "document_type": [(c, words.document(c)) for c in words.DOCUMENTS],
            "relation": [(c, people_words.relation(c)) for c in words.RELATIONS],
            "onward": [(c, people_words.onward(c)) for c in words.ONWARDS],
            "ground": [(c.code, c.name_in(language)) for c in book.choices("ground")],
        }
        for name, options in said.items():
            self.choices[name].set_choices([FilterOption(code, text) for code, text in options])
        for name, field in self.all.items():
            field.setAccessibleName(words.field(name))
