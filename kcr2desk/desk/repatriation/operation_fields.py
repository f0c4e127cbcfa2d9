"""What an operation says of itself, as fields, for who opens it and who changes it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from kcr2desk.core import places
from kcr2desk.core.repatriation.opening import LONGEST, RETENTION
from kcr2desk.core.repatriation.operation import Operation
from kcr2desk.core.repatriation.privacy import FIRST, NAMES, RIGHT_TO_LEFT
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.parts.card_parts import Field, Rows, beside, number, text
from kcr2desk.desk.parts.form_parts import Choice
from kcr2desk.desk.repatriation import people_words

translate = QCoreApplication.translate


class OperationFields(QWidget):
    """The fields of an operation, in the order in which they are thought of."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.country = text(), text(3)
        self.purpose, self.ground, self.bsn_ground = _long(3), _long(2), text(500)
        self.days, self.days_word = number(1, LONGEST), kit.label(tone="muted")
        self.reason = _long(2)
        self.host = Choice()
        self.country.setFixedWidth(72)
        self.rows = Rows()
        self.rows.add("title", self.title)
        self.rows.add("purpose", self.purpose)
        self.rows.add("ground", self.ground)
        self.rows.add("days", beside(self.days, self.days_word))
        self.rows.add("reason", self.reason)
        self.rows.add("country", self.country)
        self.rows.add("host", self.host)
        self.rows.add("bsn_ground", self.bsn_ground)
        self.language = Choice()
        self.language.setFixedWidth(180)
        self.privacy = QPlainTextEdit()
        self.privacy.setTabChangesFocus(True)
        self.privacy.setMinimumHeight(132)
        self.privacy_title = kit.SectionHeader()
        self._texts: dict[str, str] = dict(FIRST)
        self._shown = "nl"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(self.rows)
        column.addWidget(self.privacy_title)
        column.addWidget(self.language)
        column.addWidget(self.privacy)
        self.host.set_choices(
            [kit.FilterOption(m.code, m.name, m.region) for m in places.municipalities()]
        )
        self.days.setValue(RETENTION)
        self.language.set_options([kit.FilterOption(code, name) for code, name in NAMES.items()])
        self.language.set_choice("nl")
        self.language.chosen.connect(self._turn)
        self._show_text()

    @property
    def kept(self) -> dict[str, Field]:
        """The fields that a draft keeps."""
        return {
            "title": self.title, "purpose": self.purpose, "ground": self.ground,
            "days": self.days, "reason": self.reason, "country": self.country,
            "host": self.host, "bsn_ground": self.bsn_ground, "privacy": self.privacy,
        }  # fmt: skip

    def show_operation(self, operation: Operation) -> None:
        """Fill the fields from an operation."""
        self.title.setText(operation.title)
        self.purpose.setPlainText(operation.purpose)
        self.ground.setPlainText(operation.legal_ground)
        self.bsn_ground.setText(operation.bsn_ground)
        self.days.setValue(operation.retention_days)
        self.reason.setPlainText(operation.retention_reason)
        self.country.setText(operation.country)
        self.host.set_choice(operation.host_municipality)
        for field in (self.title, self.bsn_ground):
            field.setCursorPosition(0)  # its beginning is what is read
        if isinstance(operation.privacy, dict):
            self._texts = {str(k): str(v) for k, v in operation.privacy.items()}
        self._show_text()

    def said(self) -> dict[str, Any]:
        """What stands in the fields, as fields of an operation."""
        self._take_text()
        return {
            "title": self.title.text().strip(),
            "purpose": self.purpose.toPlainText().strip(),
            "legal_ground": self.ground.toPlainText().strip(),
            "bsn_ground": self.bsn_ground.text().strip(),
            "retention_days": self.days.value(),
            "retention_reason": self.reason.toPlainText().strip(),
            "country": self.country.text().strip().upper(),
            "host_municipality": self.host.choice(),
            "privacy": {k: v for k, v in self._texts.items() if v.strip()},
        }

    def trouble(self) -> str:
        """What is missing, as a sentence; "" when nothing is."""
        said = self.said()
        if not said["title"]:
            return translate("OperationFields", "Give the operation a name.")
        if not said["purpose"]:
            return translate("OperationFields", "Say why people are registered.")
        if not said["legal_ground"]:
            return translate("OperationFields", "Say on what legal ground.")
        if not 1 <= said["retention_days"] <= LONGEST:
            return translate("OperationFields", "Say for how many days people are kept.")
        return ""

    def say(self) -> None:
        """All words."""
        self.rows.say(
            {
                "title": translate("OperationFields", "Name"),
                "purpose": translate("OperationFields", "Purpose"),
                "ground": translate("OperationFields", "Legal ground"),
                "days": translate("OperationFields", "Kept for"),
                "reason": translate("OperationFields", "Reason of the term"),
                "country": translate("OperationFields", "From country"),
                "host": translate("OperationFields", "Host municipality"),
                "bsn_ground": translate("OperationFields", "Ground for BSN"),
            }
        )
        self.days_word.setText(
            translate("OperationFields", "days; then everything of persons is erased")
        )
        self.bsn_ground.setPlaceholderText(
            translate("OperationFields", "blank: no BSN is kept in this operation")
        )
        self.country.setPlaceholderText(translate("OperationFields", "LBN"))
        self.privacy_title.set_texts(
            translate("OperationFields", "What people are told"),
            translate("OperationFields", "{purpose}, {ground} and {days} are filled in"),
        )

    def _turn(self, language: str) -> None:
        self._take_text()
        self._shown = language
        self._show_text()

    def _take_text(self) -> None:
        self._texts[self._shown] = self.privacy.toPlainText()

    def _show_text(self) -> None:
        before = self.privacy.blockSignals(True)
        self.privacy.setPlainText(self._texts.get(self._shown, ""))
        right = self._shown in RIGHT_TO_LEFT
        self.privacy.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        )
        self.privacy.blockSignals(before)


def left_words(ends: datetime | None, now: datetime) -> str:
    """`wordt gewist op 30 dec, over 29 dagen`."""
    if ends is None:
        return ""
    if ends <= now:
        return translate("OperationFields", "The term is over; everything of persons is erased.")
    days = people_words.days_left(ends, now)
    said = translate("OperationFields", "Everything of persons is erased on {day}, in {n} days.")
    return said.format(day=texts.day(ends), n=texts.number(days))


def _long(lines: int) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setTabChangesFocus(True)
    made.setFixedHeight(made.fontMetrics().lineSpacing() * lines + 2 * theme.M)
    return made
