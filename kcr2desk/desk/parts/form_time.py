"""A field for a time in the report form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from kcr2desk.core.fields import milliseconds, moment
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.parts import moments


class TimeField(QWidget):
    """A time as it is typed (`14:05`, `-10`, `gisteren 23:10`), and beside it how it was read.

    With `ahead` a time to come (`22:00`, `+4u`, `morgen 6:00`).
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None, *, ahead: bool = False) -> None:
        super().__init__(parent)
        self._ahead = ahead
        self._now: Callable[[], datetime] | None = None
        self._value: int | None = None
        self._region = ""
        self.field = QLineEdit()
        self.field.setFixedWidth(152)
        self.echo = kit.ElidedLabel(role="small", tone="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        row.addWidget(self.field)
        row.addWidget(self.echo, 1)
        self.field.textEdited.connect(self._typed)
        self.field.editingFinished.connect(self._settle)
        texts.OnLanguage(self, self._tell)

    def setFocus(
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /
    ) -> None:  # fmt: skip
        """Into the field. Not by a focus proxy: Tab would stop at both (see `kit.KeyChoice`)."""
        self.field.setFocus(reason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is the proxy of another is focused past `setFocus`."""
        self.setFocus(event.reason())

    def set_clock(self, now: Callable[[], datetime]) -> None:
        self._now = now

    def set_region(self, region: str) -> None:
        """The region of the report: an island has its own clock."""
        if region != self._region:
            self._region = region
            self._tell()

    def value(self) -> int | None:
        """Milliseconds since 1970, None when empty or not readable."""
        return self._value

    def typed(self) -> str:
        """The text in the field as long as it cannot be read, else ""."""
        return self.field.text() if self.wrong() else ""

    def wrong(self) -> bool:
        return bool(self.field.text().strip()) and self._value is None

    def set_time(self, value: int | None, typed: str = "") -> None:
        """Show a time; `typed` is what stood there when it could not be read."""
        self._value = value
        if self._now is not None:
            now = self._now()
            self.field.setText(typed or moments.write_moment(_when(value), now, ahead=self._ahead))
        self._tell()

    def _typed(self, text: str) -> None:
        if self._now is None:
            return
        self.set_typed(text)
        self.edited.emit()

    def set_typed(self, text: str) -> None:
        """Show what was typed, and how it is read. The field has its clock."""
        assert self._now is not None
        if self.field.text() != text:
            self.field.setText(text)
        read = moments.read_moment(text, self._now(), ahead=self._ahead)
        self._value = None if read is None else milliseconds(read)
        self._tell()

    def said(self, when: datetime) -> str:
        """How a time that was read is said beside the field."""
        assert self._now is not None
        return f"{texts.moment_full(when, self._region)} · {texts.age(when, self._now())}"

    def _settle(self) -> None:
        """What was read stands there as a clock time: `-10` means something else in an hour."""
        if self._now is not None and self._value is not None:
            when = _when(self._value)
            self.field.setText(moments.write_moment(when, self._now(), ahead=self._ahead))

    def _tell(self) -> None:
        wrong = self.wrong()
        self.field.setProperty("wrong", wrong)
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        self.echo.set_tone("urgent" if wrong else "muted")
        when = _when(self._value)
        if wrong and self._ahead:
            self.echo.setText(self.tr("no time; type 22:00, +4h or tomorrow 6:00"))
        elif wrong:
            self.echo.setText(self.tr("no time; type 14:05, -10 or yesterday 23:10"))
        elif when is None or self._now is None:
            self.echo.setText("")
        else:
            self.echo.setText(self.said(when))


def _when(value: int | None) -> datetime | None:
    return None if value is None else moment(value)
