"""The parts of the form of a request, as its form file names them, and the keys of a card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from kcr2desk.desk import kit
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.parts.form_time import TimeField

_OF_THE_WINDOW: Final = frozenset({Qt.Key.Key_F1, Qt.Key.Key_F11})
_SMALLEST: Final = 52
"""Px: two lines of text and the frame."""
_HIGHEST: Final = 132
SAVE: Final = "Ctrl+Enter|Ctrl+Return"
"""The key that saves; Enter first, for that is what stands on the keyboard."""


class ShortTime(TimeField):
    """A time to come in a narrow field; how it was read is its tool tip and its accessible text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, ahead=True)
        self.echo.hide()
        self.field.setMinimumWidth(96)
        self.field.setMaximumWidth(16777215)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _tell(self) -> None:
        super()._tell()
        self.field.setToolTip(self.echo.text())
        self.field.setAccessibleDescription(self.echo.text())


class Priorities(kit.KeyChoice):
    """Priority 1 to 4, each by its digit while the choice has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self.say()

    def say(self) -> None:
        """Set the words, in the language of the screen."""
        self.set_options(
            [
                kit.Option(each, each, "", words.priority_tone(each).replace("text", "accent"))
                for each in words.PRIORITIES
            ]
        )
        self.setToolTip("   ".join(f"{p} {words.priority(p)}" for p in words.PRIORITIES))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in words.PRIORITIES and event.text() != "":
            self.set_value(event.text())
            self.chosen.emit(event.text())
        else:
            super().keyPressEvent(event)


class Several(kit.FilterButton):
    """Several of many, found by typing; Delete takes them out again."""

    chosen = Signal(object)
    """The values that the officer chose, as a frozenset."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.changed.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.text().isalnum() and plain:
            self.open()
            field = self.popup().findChild(QLineEdit)
            if isinstance(field, QLineEdit) and field.isVisible():
                field.setText(event.text())
        else:
            super().keyPressEvent(event)

    @property
    def holds_back(self) -> bool:
        """It holds nothing back: it looks like a field, not like a filter."""
        return False


class GrowingText(QPlainTextEdit):
    """A text of a few lines that grows with what is in it. Tab moves the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(1, int(self.document().size().height()))
        wanted = lines * self.fontMetrics().lineSpacing() + 20
        self.setFixedHeight(max(_SMALLEST, min(_HIGHEST, wanted)))


class QuickNote(QLineEdit):
    """One line that is read into fields when Enter is pressed, and stays as typed until then."""

    readWanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.readWanted.emit()
        else:
            super().keyPressEvent(event)


class CardKeys(QObject):
    """The keys of a form or card over a panel. While the focus is in it, they are its own, and so
    is every key that may be typed: the panel below has keys of one letter."""

    def __init__(self, card: QWidget, actions: Sequence[QAction]) -> None:
        super().__init__(card)
        self.all = list(actions)
        card.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        action = self.pressed(event)
        if event.type() == QEvent.Type.ShortcutOverride and self.claims(event):
            focus = QApplication.focusWidget()
            if focus is not None and action is not None:
                focus.installEventFilter(self)  # Alt+2 is a letter to a text field
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and action is not None:
            action.trigger()
            return True
        return False

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key is the card's: its own, and every one that may be typed."""
        strong = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        plain = not event.modifiers() & strong and event.key() not in _OF_THE_WINDOW
        return plain or self.pressed(event) is not None

    def pressed(self, event: QKeyEvent) -> QAction | None:
        """The action of a key that may be used, None for a key that has none."""
        pressed = QKeySequence(event.keyCombination())
        return next((a for a in self.all if pressed in a.shortcuts() and a.isEnabled()), None)
