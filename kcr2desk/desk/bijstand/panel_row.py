"""The row above board and map: which of them is shown, the filters, and what the panel can do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kcr2desk.desk import kit, theme
from kcr2desk.desk.bijstand.board_filters import BoardFilters
from kcr2desk.desk.parts.more_button import MoreButton

ROOMY: Final = 1000
"""Width from which the first action has its own button, in px. In a narrower row all are under
`More`, so that no filter is cut."""


class PanelRow(QWidget):
    """The first action stands by itself where there is room, the others under `More`."""

    def __init__(
        self, view: kit.KeyChoice, filters: BoardFilters, actions: Sequence[QAction]
    ) -> None:
        super().__init__()
        self._roomy = QWidget()
        inner = QHBoxLayout(self._roomy)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(kit.action_button(actions[0], kind="quiet"))
        self.more = MoreButton(actions, below=True)
        policy = filters.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # else the row jumps from board to map
        filters.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        row.addWidget(view)
        row.addWidget(filters, 1)
        row.addWidget(self._roomy)
        row.addWidget(self.more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._roomy.setVisible(self.width() >= ROOMY)
