"""The button at the end of a row of actions, under which the rarer ones are. Their keys work as
they do without it, and stand beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from kcr2desk.desk import icons, texts


class MoreButton(QPushButton):
    """Shows actions in a menu; Enter, Space or a click opens it."""

    def __init__(
        self, actions: Sequence[QAction], parent: QWidget | None = None, *, below: bool = False
    ) -> None:
        super().__init__(parent)
        self._below = below
        self.setAutoDefault(False)
        self.setProperty("kind", "quiet")
        icons.dress(self, "more")
        self.menu_ = QMenu(self)
        self.menu_.addActions(list(actions))
        self.clicked.connect(self.open)
        texts.OnLanguage(self, self._say)

    def open(self) -> None:
        """Show the actions above the button, which stands at the foot of what it belongs to, or
        below it."""
        y = self.height() if self._below else -self.menu_.sizeHint().height()
        self.menu_.popup(self.mapToGlobal(QPoint(0, y)))
        first = next((a for a in self.menu_.actions() if a.isEnabled()), None)
        if first is not None:
            self.menu_.setActiveAction(first)

    def _say(self) -> None:
        self.setText(self.tr("More"))
        self.setToolTip(", ".join(a.text().rstrip("…") for a in self.menu_.actions()))
