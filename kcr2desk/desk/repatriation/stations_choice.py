"""Which station this desk is, asked once: all of them in sight, each with its key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kcr2desk.core.repatriation.operation import Choice
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.repatriation import people_words

KEYS: Final = "1234567890qwertyuiop"
_WIDE: Final = 560
"""Px in which the stations flow: three or four beside each other, read as one block."""


class StationChoice(QWidget):
    """Stands in the place of the result while no station is chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stations: tuple[Choice, ...] = ()
        self.title = kit.label(role="heading")
        self.words = kit.label(tone="muted", wrap=True)
        self.held = QWidget()
        self._flow = kit.FlowLayout(self.held, spacing=theme.S)
        self.buttons: list[QPushButton] = []
        for part in (self.words, self.held):
            part.setMaximumWidth(_WIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.L, 0, theme.L)
        column.setSpacing(theme.S)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addSpacing(theme.S)
        column.addWidget(self.held)
        column.addStretch(1)
        texts.OnLanguage(self, self._say)

    def show_stations(self, stations: Sequence[Choice]) -> None:
        """The stations of the operation."""
        if tuple(stations) != self._stations:
            self._stations = tuple(stations)
            self._make()
            self._say()

    def focus_first(self) -> None:
        """The keys of the stations work from now on."""
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _make(self) -> None:
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.deleteLater()
        self.buttons = []
        for each in self._stations:
            button = kit.button()
            button.clicked.connect(lambda _=False, code=each.code: self.chosen.emit(code))
            self._flow.addWidget(button)
            self.buttons.append(button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.text().lower()
        at = KEYS.find(pressed) if pressed and not event.modifiers() else -1
        if 0 <= at < len(self._stations):
            self.chosen.emit(self._stations[at].code)
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        language = people_words.language()
        self.title.setText(self.tr("Which station is this?"))
        self.words.setText(
            self.tr(
                "Whoever is scanned here is noted at it. This desk remembers; Alt+S changes it."
            )
        )
        for button, each, key in zip(self.buttons, self._stations, KEYS, strict=False):
            button.setText(f"{each.name_in(language)}  {key.upper()}")
