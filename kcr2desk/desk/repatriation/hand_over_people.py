"""Who is handed over: one line a person, ticked or not, and what stands in the way of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from kcr2desk.desk import kit, theme


@dataclass(frozen=True, slots=True)
class Line:
    """A person: id, how it is called, and what is to be known of it. `fixed` ones cannot go."""

    person: str
    name: str
    note: str = ""
    tone: str = "muted"
    fixed: bool = False


class PeopleTicks(QWidget):
    """Lines to tick. `changed` is emitted when the officer ticks, not when the program does."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(theme.XS)
        self._grid.setColumnStretch(1, 1)
        self._boxes: dict[str, QCheckBox] = {}
        self._notes: dict[str, kit.ElidedLabel] = {}
        self._off: set[str] = set()
        """Who was ticked off: who can go goes, unless the officer says otherwise."""

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these people; boxes of the same people are used again."""
        if [line.person for line in lines] != list(self._boxes):
            self._make(lines)
        for line in lines:
            box, note = self._boxes[line.person], self._notes[line.person]
            box.setText(line.name)
            box.setEnabled(not line.fixed)
            box.blockSignals(True)
            box.setChecked(not line.fixed and line.person not in self._off)
            box.blockSignals(False)
            note.setText(line.note)
            note.set_tone(line.tone)

    def _make(self, lines: Sequence[Line]) -> None:
        held: Mapping[str, QWidget] = {**self._boxes}
        for widget in (*held.values(), *self._notes.values()):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._boxes, self._notes = {}, {}
        for row, line in enumerate(lines):
            box, note = QCheckBox(), kit.ElidedLabel(tone="muted")
            box.toggled.connect(lambda on, who=line.person: self._ticked(who, on))
            self._grid.addWidget(box, row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(note, row, 1)
            self._boxes[line.person], self._notes[line.person] = box, note

    def _ticked(self, person: str, on: bool) -> None:
        self._off.discard(person) if on else self._off.add(person)
        self.changed.emit()

    def ticked(self) -> list[str]:
        """Who is to go."""
        return [person for person, box in self._boxes.items() if box.isChecked()]

    def box(self, person: str) -> QCheckBox:
        """The box of one person."""
        return self._boxes[person]

    def note(self, person: str) -> str:
        """What stands beside one person."""
        return self._notes[person].text()
