"""The fields of a family or travel group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.repatriation.naming import family_of
from kcr2desk.core.repatriation.registering import GroupTyped, Party, Sheet
from kcr2desk.desk import kit
from kcr2desk.desk.parts.form_parts import Choice

KINDS = RECORD_TYPES["travelgroup"].fields["kind"].choices


class RegistrationGroup(QObject):
    """Name, kind and whether they want to stay together; `edited` says what it is by now."""

    edited = Signal(object)
    """A function from what the group was to what it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = QLineEdit()
        self.title.setMaxLength(200)
        self.kind = Choice()
        self.together = QCheckBox()
        self.title.textEdited.connect(lambda text: self._say(title=text))
        self.kind.chosen.connect(lambda kind: self._say(kind=kind or "family"))
        self.together.clicked.connect(lambda on: self._say(together=on))

    def _say(self, **values: object) -> None:
        self.edited.emit(lambda typed: replace(typed, **values))

    def show_group(self, typed: GroupTyped | None, members: Sequence[Sheet]) -> None:
        """Show a group; a name that nobody gave is proposed from the families in it."""
        if typed is None:
            return
        if self.title.text() != typed.title:
            self.title.setText(typed.title)
        self.title.setPlaceholderText(named_after(members))
        self.kind.set_choice(typed.kind)
        self.together.setChecked(typed.together)

    def say(self) -> None:
        """Words in the language of the screen."""
        said = {
            "family": self.tr("family"),
            "travel": self.tr("travel group"),
            "school": self.tr("school or club"),
            "other": self.tr("other group"),
        }
        self.kind.set_choices([kit.FilterOption(code, said[code]) for code in KINDS])
        self.title.setAccessibleName(self.tr("Name of the group"))
        self.kind.setAccessibleName(self.tr("Kind of group"))
        self.together.setText(self.tr("Wants to stay together"))


def named_after(members: Sequence[Sheet]) -> str:
    """`De Bruijn`, `De Bruijn / Jansen`: the family names in a group."""
    names = [family_of(sheet.values) for sheet in members]
    return " / ".join(dict.fromkeys(name for name in names if name))


def changed(party: Party, change: object) -> Party:
    """A party whose group in hand became something else."""
    sheet = party.sheet
    if sheet is None or sheet.group not in party.groups or not callable(change):
        return party
    return replace(party, groups={**party.groups, sheet.group: change(party.groups[sheet.group])})
