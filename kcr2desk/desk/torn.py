"""A panel in a window of its own, for the second screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcr2desk.desk import shortcuts, texts
from kcr2desk.desk.frame import Frame
from kcr2desk.desk.keysheet import KeySheet
from kcr2desk.desk.kit.buttons import tool_button
from kcr2desk.desk.palette import CommandPalette
from kcr2desk.desk.panel import Finder, Panel, PanelSpec


class TornWindow(QWidget):
    """Shows one panel with the same header, band and status bar; closing it puts it back."""

    putBack = Signal()

    def __init__(
        self, spec: PanelSpec, panel: Panel, *, exercise: bool, finders: Sequence[Finder] = ()
    ) -> None:
        super().__init__()
        self._spec = spec
        self.panel = panel
        self.frame = Frame()
        self.frame.set_exercise(exercise)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)
        self.frame.body.addWidget(panel)
        panel.show()
        self.back = shortcuts.command(
            self, "Ctrl+Shift+E", self.close, icon="put-back", everywhere=True
        )
        self.frame.header.add_to_slot(tool_button(self.back))
        self.palette_card = CommandPalette(self.frame, self.key_groups, finders)
        self.key_sheet = KeySheet(self.frame, self.key_groups)
        self._find = shortcuts.command(
            self, "Ctrl+K", self.palette_card.open, icon="search", everywhere=True
        )
        self._keys = shortcuts.command(
            self, "F1", self.key_sheet.turn, icon="keyboard", everywhere=True
        )
        self.frame.header.searchPressed.connect(self.palette_card.open)
        texts.OnLanguage(self, self._say)

    def key_groups(self) -> list[shortcuts.KeyGroup]:
        """Every action that works in this window."""
        own = (self._find, self._keys, self.back)
        return [
            *shortcuts.grouped(self.panel.actions(), self._spec.title()),
            shortcuts.KeyGroup(self.tr("Window"), own),
        ]

    def set_exercise(self, exercise: bool) -> None:
        self.frame.set_exercise(exercise)
        self._say()

    def give_back(self) -> Panel:
        """Let go of the panel, so that another window can take it."""
        self.frame.body.removeWidget(self.panel)
        self.panel.setParent(None)
        return self.panel

    def closeEvent(self, event: QCloseEvent) -> None:
        self.putBack.emit()
        super().closeEvent(event)

    def _say(self) -> None:
        title = self._spec.title()
        self.back.setText(self.tr("Put the panel back into the main window"))
        self._find.setText(self.tr("Search or do…"))
        self._keys.setText(self.tr("Keys"))
        self.frame.header.set_title(title)
        word = self.frame.status.stream_word()
        name = f"{title} · KCR2 Desk"
        self.setWindowTitle(f"{word} · {name}" if self.frame.exercise else name)
