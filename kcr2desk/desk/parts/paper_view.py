"""Pages as they are seen before they are printed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from kcr2desk.desk import theme
from kcr2desk.desk.parts.paper import Paper


class PageView(QWidget):
    """One page on the screen."""

    def __init__(self, paper: Paper, page: int, width: int) -> None:
        super().__init__()
        self._paper = paper
        self._page = page
        self.set_width(width)

    def set_width(self, width: int) -> None:
        """Be so wide, in px, and as high as paper is then."""
        self.setFixedSize(width, round(width * self._paper.height / self._paper.width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self.width() / self._paper.width
        painter.scale(scale, scale)
        self._paper.paint(painter, self._page)
        painter.setPen(QColor(theme.tokens().line))
        painter.drawRect(QRectF(0, 0, self._paper.width - 1, self._paper.height - 1))


class Preview(QScrollArea):
    """Where the pages stand, under one another. They are as wide as it is, so it goes down only."""

    widthChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.widthChanged.emit()
