"""Until when, how and in which words is asked: the lower part of the cards that ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.parts.card_parts import Rows, WhenField

QUICK = {"30": 30, "60": 60, "120": 120}
"""Quick choices of a deadline: minutes from now."""


class HowToAsk(QWidget):
    """Deadline, by mail or phone, and the text."""

    changed = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self.quick, self.deadline, self.how = kit.KeyChoice(), WhenField(now), kit.KeyChoice()
        self.text = QPlainTextEdit()
        self.text.setMinimumHeight(104)
        self.text.setTabChangesFocus(True)
        self.rows = Rows()
        self.rows.add("deadline", self.quick, self.deadline)
        self.rows.add("how", self.how)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.rows)
        column.addWidget(self.text, 1)
        self.quick.chosen.connect(self._quick)
        self.deadline.edited.connect(lambda: self.quick.set_value(""))
        self.how.chosen.connect(lambda _: self.changed.emit())
        texts.OnLanguage(self, self._say)
        self.how.set_value("mail")
        self.choose(60)

    def choose(self, minutes: int) -> None:
        """A deadline so many minutes from now."""
        self.quick.set_value(str(minutes))
        when = self._now() + timedelta(minutes=minutes)
        self.deadline.set_when(when.replace(second=0, microsecond=0))

    @property
    def by_mail(self) -> bool:
        """Whether it goes by mail where an owner has an address."""
        return self.how.value() == "mail"

    def _quick(self, value: str) -> None:
        self.choose(QUICK[value])
        self.changed.emit()

    def _say(self) -> None:
        self.quick.set_options(
            [
                kit.Option("30", self.tr("30 min"), "3"),
                kit.Option("60", self.tr("1 h"), "1"),
                kit.Option("120", self.tr("2 h"), "2"),
            ]
        )
        self.how.set_options(
            [
                kit.Option("mail", self.tr("By mail, the hub sends it"), "m", icon="mail"),
                kit.Option("phone", self.tr("By phone"), "t", icon="phone"),
            ]
        )
        self.rows.say({"deadline": self.tr("Answer before"), "how": self.tr("How")})
        self.text.setAccessibleName(self.tr("Text of the question"))
