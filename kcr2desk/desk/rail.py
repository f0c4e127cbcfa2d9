"""The rail: the panels that exist, each an icon and its word, 64 px wide."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from kcr2desk.desk import texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.panel import PanelSpec

RAIL_WIDTH: Final = 64
_ITEM_HEIGHT: Final = 56


class RailButton(QAbstractButton):
    """An icon over its word; a bar of accent when it is chosen, a count when something waits."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._count = 0
        self._elsewhere = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(RAIL_WIDTH - 1, _ITEM_HEIGHT)

    @property
    def count(self) -> int:
        return self._count

    def set_count(self, count: int) -> None:
        """How many records want an eye; 0 shows nothing."""
        self._count = count
        self._tell()

    def set_elsewhere(self, elsewhere: bool) -> None:
        """Whether the panel stands in a window of its own."""
        self._elsewhere = elsewhere
        self._tell()

    def set_word(self, word: str, tip: str) -> None:
        self.setText(word)
        self.setToolTip(tip)
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(RAIL_WIDTH - 1, _ITEM_HEIGHT)

    def _tell(self) -> None:
        count = f" ({texts.number(self._count)})" if self._count else ""
        self.setAccessibleName(self.text() + count)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.tokens()
        painter = QPainter(self)
        chosen = self.isChecked()
        if chosen or self.underMouse():
            ground = tokens.selection if chosen else tokens.raised
            painter.fillRect(self.rect(), QColor(ground))
        if chosen:
            painter.fillRect(0, 0, 3, self.height(), QColor(tokens.accent))
        colour = tokens.accent if chosen else tokens.muted
        paint.draw_icon(painter, self._icon, colour, QRect(0, 9, self.width(), 20), 20)
        words = QRect(2, 32, self.width() - 4, 18)
        font = _fitting(self.text(), words.width())
        ink = QColor(tokens.accent if chosen else tokens.text)
        paint.draw_text(painter, words, self.text(), font, ink, centre=True)
        self._corner(painter)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect().adjusted(3, 1, -2, -1))

    def _corner(self, painter: QPainter) -> None:
        tokens = theme.tokens()
        if self._elsewhere:
            place = QRect(5, 5, 16, 16)
            paint.draw_icon(painter, "tear-off", tokens.muted, place, 14)
        if not self._count:
            return
        text = str(self._count) if self._count < 100 else "99+"
        font = theme.current().font("small", strong=True)
        wide = max(16, QFontMetrics(font).horizontalAdvance(text) + 8)
        place = QRect(min(38, self.width() - wide - 2), 4, wide, 16)
        paint.rounded(painter, place, tokens.accent, radius=8)
        paint.draw_text(painter, place, text, font, QColor(tokens.on_accent), centre=True)


def _fitting(text: str, width: int) -> QFont:
    """The small font, a little smaller where a long word would not fit."""
    font = theme.current().font("small")
    wide = QFontMetrics(font).horizontalAdvance(text)
    while wide > width and font.pointSizeF() > 6.5:
        font.setPointSizeF(font.pointSizeF() - 0.25)
        wide = QFontMetrics(font).horizontalAdvance(text)
    return font


class Rail(QFrame):
    """The panels from top to bottom, and at the foot who is at this workstation."""

    chosen = Signal(int)
    officerPressed = Signal()

    def __init__(self, specs: tuple[PanelSpec, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setFixedWidth(RAIL_WIDTH)
        self._specs = specs
        self._group = QButtonGroup(self)
        self._buttons: list[RailButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.S, 0, theme.S)
        column.setSpacing(0)
        for place, spec in enumerate(specs):
            made = RailButton(spec.icon)
            made.setCheckable(True)
            self._group.addButton(made, place)
            self._buttons.append(made)
            column.addWidget(made)
        column.addStretch(1)
        self.officer = RailButton("person")
        self.officer.clicked.connect(lambda _checked=False: self.officerPressed.emit())
        column.addWidget(self.officer)
        self._group.idClicked.connect(self.chosen)
        texts.OnLanguage(self, self._say)

    def button(self, place: int) -> RailButton:
        """The button of a panel, for counts and tests."""
        return self._buttons[place]

    def choose(self, place: int) -> None:
        self._buttons[place].setChecked(True)

    def _say(self) -> None:
        for place, (spec, made) in enumerate(zip(self._specs, self._buttons, strict=True)):
            made.set_word(spec.title(), f"{spec.title()} · Ctrl+{place + 1}")
