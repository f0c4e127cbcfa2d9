"""The head of a window: the panel's title, the field of Ctrl+K, room for the incident."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from kcr2desk.desk import icons, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.kit.labels import ElidedLabel, Pill, label

HEADER_BAR_HEIGHT: Final = 48


class _SearchField(QPushButton):
    """Looks like a field, opens the palette, and names its key."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchField")
        self.setAutoDefault(False)
        icons.dress(self, "search")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(200)
        self.setMaximumWidth(420)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(theme.tokens().muted))
        paint.draw_keycap(painter, self.rect().adjusted(0, 0, -6, 0), "Ctrl+K")


class Header(QFrame):
    """Title at the left, search in the middle, a slot at the right."""

    searchPressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setFixedHeight(HEADER_BAR_HEIGHT)
        self._exercise = Pill()
        self._exercise.hide()
        self._title = label(role="heading")
        self._subtitle = ElidedLabel(tone="muted")
        self._search = _SearchField()
        self._search.clicked.connect(lambda _checked=False: self.searchPressed.emit())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.L, 0, theme.L, 0)
        self._row.setSpacing(theme.M)
        self._row.addWidget(self._exercise)
        self._row.addWidget(self._title)
        self._row.addWidget(self._subtitle, 3)
        self._row.addWidget(self._search, 2)
        texts.OnLanguage(self, self._say)

    def set_title(self, title: str) -> None:
        self._title.setText(title)

    def title(self) -> str:
        return str(self._title.text())

    def set_subtitle(self, subtitle: str) -> None:
        self._subtitle.setText(subtitle)

    def set_exercise(self, exercise: bool) -> None:
        self._exercise.setVisible(exercise)

    def add_to_slot(self, widget: QWidget) -> None:
        """Put something at the right, such as the choice of the incident."""
        self._row.addWidget(widget)

    def _say(self) -> None:
        self._search.setText(self.tr("Search or do…"))
        self._search.setToolTip(self.tr("Finds reports and runs every action · Ctrl+K"))
        self._exercise.show_as(self.tr("EXERCISE"), "exercise")
