"""The needs of somebody: a chip each with its key, and a line for what is noted of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.repatriation.operation import Choice
from kcr2desk.core.repatriation.registering import NeedTyped, Sheet
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.repatriation.registration_remarks import NAMES_WIDE

KEYS: Final = "1234567890qwertyuiopasdfghjkl"
"""The keys of the needs, in their order, while the keys are in the section."""

MEDICAL: Final = "medical"


class NoteLine(QWidget):
    """What is noted of one need. Of a medical one: who reads it is said beside it."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name = kit.label(tone="muted")
        self.name.setFixedWidth(NAMES_WIDE)
        self.line = QLineEdit()
        self.remark = kit.label(role="small", tone="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.M)
        row.addWidget(self.name)
        row.addWidget(self.line, 1)
        row.addWidget(self.remark)
        self.line.textEdited.connect(self.edited)

    def show_need(self, name: str, text: str, remark: str, longest: int) -> None:
        self.name.setText(name)
        self.name.setToolTip(name)
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(remark)
        self.line.setMaxLength(longest)
        if self.line.text() != text:
            self.line.setText(text)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class NeedChips(QWidget):
    """Ticked and not: a tap, or the key on the chip."""

    toggled = Signal(str)
    noted = Signal(str, str, bool)
    """A need, what is noted of it, and whether only medical staff read it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._sheet: Sheet | None = None
        self.chips = kit.ChipRow()
        self.chips.taken.connect(self.toggled)
        self._notes: dict[str, NoteLine] = {}
        self._in_order: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.S)
        self._column.addWidget(self.chips)
        texts.OnLanguage(self, self.refresh)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """The needs that KCR2 knows."""
        self._choices = tuple(choices)
        self.refresh()

    def show_sheet(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.refresh()

    def focus_first(self) -> None:
        """The keys of the needs work from now on."""
        chips = self.chips.findChildren(kit.Chip)
        if chips:
            chips[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def note(self, need: str) -> NoteLine | None:
        """The line of a ticked need."""
        return self._notes.get(need)

    def refresh(self) -> None:
        ticked = {} if self._sheet is None else self._sheet.needs
        language = people_words.language()
        self.chips.set_chips(
            [
                kit.ChipSpec(
                    choice.code, choice.name_in(language),
                    icon="check" if choice.code in ticked else "",
                    key=key.upper(), tone="accent" if choice.code in ticked else "text",
                    offered=choice.code not in ticked,
                )
                for choice, key in zip(self._choices, KEYS, strict=False)
            ]
        )  # fmt: skip
        self._show_notes(dict(ticked), language)

    def _show_notes(self, needs: dict[str, NeedTyped], language: str) -> None:
        for code in [c for c in self._notes if c not in needs]:
            line = self._notes.pop(code)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        specs = RECORD_TYPES["personneed"].fields
        for choice in self._choices:
            typed = needs.get(choice.code)
            if typed is None:
                continue
            medical = MEDICAL in choice.fields
            line = self._notes.get(choice.code) or self._add(choice.code, medical)
            field = "medical_note" if medical else "note"
            remark = self.tr("only medical staff read this") if medical else ""
            line.show_need(
                choice.name_in(language), typed.medical_note if medical else typed.note, remark,
                specs[field].longest,
            )  # fmt: skip
        self._tab_in_order()

    def _tab_in_order(self) -> None:
        """Tab goes through chips and lines where they stand: what is made after the form would
        come last in its window."""
        chips = self.chips.findChildren(kit.Chip)
        wanted = [*chips, *(line.line for line in self._notes.values())]
        if wanted == self._in_order:
            return
        self._in_order = wanted
        before: QWidget | None = self.previousInFocusChain()
        while before is not None and before.focusPolicy() == Qt.FocusPolicy.NoFocus:
            before = None if before is self else before.previousInFocusChain()
        for widget in wanted:
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget

    def _add(self, code: str, medical: bool) -> NoteLine:
        line = NoteLine()
        line.edited.connect(lambda text: self.noted.emit(code, text, medical))
        self._notes[code] = line
        self._column.addWidget(line)
        return line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key of a chip, while the keys are on the chips."""
        pressed = event.text().lower()
        on_chips = self.chips.isAncestorOf(self.focusWidget() or self)
        if pressed and pressed in KEYS and on_chips and not event.modifiers():
            at = KEYS.index(pressed)
            if at < len(self._choices):
                self._take(self._choices[at])
                return
        super().keyPressEvent(event)

    def _take(self, choice: Choice) -> None:
        self.toggled.emit(choice.code)
        line = self._notes.get(choice.code)
        if line is not None and MEDICAL in choice.fields:
            line.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
