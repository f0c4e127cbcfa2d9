"""The scan line: a passport, a wristband, a seat, a number or three letters of a name.

A passport reader is a keyboard that types very fast. What it types is told from what people type
by its content, so nobody has to say what comes; the lines of a passport never stay on the screen.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kcr2desk.desk import theme
from kcr2desk.desk.kit import paint
from kcr2desk.exchange.mrz import looks_like_mrz, read_mrz

QUIET_MS: Final = 90
"""A reader that sends no Enter is done when it was quiet for this long."""

HALF_MS: Final = 4_000
"""Half a passport that is not completed by then was no passport."""

MOST_LINES: Final = 4


class ScanLine(QLineEdit):
    """One large line with the focus. The host is told what it means, never of single signs."""

    scanned = Signal(str)
    """A whole machine readable zone."""

    lookedFor = Signal(str)
    """What stands in the line now, when it is no passport."""

    entered = Signal(str)
    """Enter, with what stands there ("" for nothing)."""

    enteredToForm = Signal(str)
    """Shift+Enter: into the form first, do not save yet."""

    stepped = Signal(int)
    """Up or down through who it may be."""

    halfRead = Signal(bool)
    """The first line of a passport is here, the rest is awaited; False when no more."""

    DEAF_MS = 250
    """Readers may send more Enters than one: so long after a passport an empty one is not ours."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[str] = []
        self._reading = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._try_whole)
        self._half = QTimer(self, singleShot=True, interval=HALF_MS)
        self._half.timeout.connect(self._give_up)
        self._deaf = QTimer(self, singleShot=True)
        self.setObjectName("scanLine")
        self.setTextMargins(40, 0, 4, 0)
        self.textEdited.connect(self._edited)

    def take(self, text: str) -> None:
        """Show a text without telling of it, as a draft kept it."""
        self._lines = []
        self.setText(text)

    def event(self, event: QEvent) -> bool:
        """Esc empties the line first; only then is it the key of the desk."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and (self.text() or self._lines)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        control = held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self._enter(bool(held & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not control:
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape and (self.text() or self._lines):
            self._forget()
            self.clear()
            self.lookedFor.emit("")
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tone = theme.tokens().accent if self.hasFocus() else theme.tokens().muted
        paint.draw_icon(QPainter(self), "search", tone, QRect(10, 0, 24, self.height()), 20)

    # passports

    def _edited(self, text: str) -> None:
        if "\n" in text or "\r" in text:  # pasted, with its lines
            self._lines += text.splitlines()
            self.clear()
            self._read_lines()
        elif self._lines or looks_like_mrz(text):
            self._quiet.start()
            if not self._reading:  # what looked like a name until now is none
                self._reading = True
                self.lookedFor.emit("")
        else:
            self._quiet.stop()
            self._reading = False
            self.lookedFor.emit(text)

    def _enter(self, to_form: bool) -> None:
        text = self.text()
        self._quiet.stop()
        if self._lines or looks_like_mrz(text):
            if text.strip():
                self._lines.append(text)
            self.clear()
            self._read_lines()
        elif text or not self._deaf.isActive():
            (self.enteredToForm if to_form else self.entered).emit(text.strip())

    def _read_lines(self) -> None:
        whole = "\n".join(self._lines)
        if read_mrz(whole).complete or len(self._lines) >= MOST_LINES:
            self._scanned(whole)
        else:
            self._half.start()
            self.halfRead.emit(True)

    def _try_whole(self) -> None:
        """No Enter came: the line, or what came before it, may be a whole passport all the same."""
        whole = "\n".join([*self._lines, self.text()])
        if read_mrz(whole).complete:
            self.clear()
            self._scanned(whole)

    def _scanned(self, whole: str) -> None:
        self._forget()
        self._deaf.start(self.DEAF_MS)
        self.scanned.emit(whole)

    def _give_up(self) -> None:
        whole = "\n".join(self._lines)
        self._forget()
        self.scanned.emit(whole)  # what can be read of it is better than nothing

    def _forget(self) -> None:
        self._lines, self._reading = [], False
        self._half.stop()
        self._quiet.stop()
        self.halfRead.emit(False)
