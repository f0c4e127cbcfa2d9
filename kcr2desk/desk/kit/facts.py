"""Facts of a record, label beside value, in a column that stays put."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSplitter, QSplitterHandle, QWidget

from kcr2desk.desk import theme
from kcr2desk.desk.kit.labels import label, set_tone


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. An empty value shows a dash, so that nothing moves when it is filled."""

    name: str
    value: str
    tone: str = "text"
    tip: str = ""


class FactList(QWidget):
    """Names muted at the left, values selectable at the right; widgets are used again."""

    def __init__(self, parent: QWidget | None = None, *, names: int = 96) -> None:
        """`names`: px that the names take at least, so that several lists stand in one line."""
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(theme.XS)
        self._grid.setColumnMinimumWidth(0, names)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, QLabel]] = []

    def set_facts(self, facts: Sequence[Fact]) -> None:
        while len(self._rows) < len(facts):
            self._add()
        for place, (name, value) in enumerate(self._rows):
            shown = place < len(facts)
            name.setVisible(shown)
            value.setVisible(shown)
            if shown:
                fact = facts[place]
                name.setText(fact.name)
                value.setText(fact.value or "–")
                value.setToolTip(fact.tip)
                set_tone(value, fact.tone if fact.value else "muted")

    def _add(self) -> None:
        row = len(self._rows)
        name, value = label(tone="muted"), label(wrap=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setMinimumWidth(60)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, row, 0, top)
        self._grid.addWidget(value, row, 1, top)
        self._rows.append((name, value))


class _Handle(QSplitterHandle):
    """A line in the middle of what can be grabbed; wider while the mouse is on it."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        held = self.underMouse()
        wide = 3 if held else 1
        if self.orientation() == Qt.Orientation.Horizontal:
            line = QRect((self.width() - wide) // 2, 0, wide, self.height())
        else:
            line = QRect(0, (self.height() - wide) // 2, self.width(), wide)
        tokens = theme.tokens()
        QPainter(self).fillRect(line, QColor(tokens.accent if held else tokens.line))


class DeskSplitter(QSplitter):
    """A splitter with a line of one pixel and a handle that can be grabbed; nothing collapses."""

    def __init__(
        self,
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self.setHandleWidth(9)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)
