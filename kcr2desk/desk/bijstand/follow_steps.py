"""The steps of a deployment as rows: a button with its key, and the time, to be corrected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QWidget

from kcr2desk.core.bijstand import COMMITMENT_STEPS, Commitment
from kcr2desk.desk import kit, theme
from kcr2desk.desk.parts.card_parts import WhenField

STEPS: Final = {
    "en_route": ("1", "departed_at"),
    "on_site": ("2", "arrived_at"),
    "relieved": ("3", "relieved_at"),
    "released": ("4", "released_at"),
    "returned": ("5", "returned_at"),
}
"""Status -> its key and the field of its time."""
ENDS: Final = {"withdrawn": "7", "cancelled": "8", "replaced": "9"}
"""Status with which a promise ends without being carried out -> its key."""


class Steps(QWidget):
    """Five rows. A time that was typed beforehand is the time of the step; one that is changed
    afterwards corrects it, with Enter."""

    corrected = Signal(str)
    """The time of this status was typed anew and Enter pressed."""

    def __init__(self, now: Callable[[], datetime], actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.times: dict[str, WhenField] = {}
        self._actions = actions
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.M)
        grid.setVerticalSpacing(theme.XS)
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(0, 20)
        self._marks: dict[str, kit.ElidedLabel] = {}
        for row, status in enumerate(STEPS):
            self._marks[status] = kit.ElidedLabel(tone="good", strong=True)
            self._marks[status].setFixedWidth(20)
            button = kit.action_button(actions[status], show_key=True)
            button.setMinimumWidth(168)
            time = WhenField(now, ahead=False)
            time.field.returnPressed.connect(lambda s=status: self.corrected.emit(s))
            self.times[status] = time
            grid.addWidget(self._marks[status], row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(button, row, 1)
            grid.addWidget(time, row, 2)

    def show_commitment(self, given: Commitment) -> None:
        """Show how far it is. A time that is being typed is left alone."""
        may = COMMITMENT_STEPS[given.status]
        order = list(STEPS)
        reached = order.index(given.status) if given.status in order else -1
        for place, (status, (_, name)) in enumerate(STEPS.items()):
            self._actions[status].setEnabled(status in may)
            here = status == given.status
            self._marks[status].setText("●" if here else "✓" if place < reached else "")
            stamped = getattr(given, name)
            time = self.times[status]
            time.set_region(given.to_region)
            if not time.field.hasFocus():
                time.set_when(stamped)
            time.setEnabled(stamped is not None or status in may)
