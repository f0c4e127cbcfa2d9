"""Pages as they are seen before they are printed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kcr2desk.desk import theme
from kcr2desk.desk.parts.paper_out import Pages


class PageView(QWidget):
    """One page on the screen."""

    def __init__(self, paper: Pages, page: int, width: int) -> None:
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


class PagesView(Preview):
    """All pages of something under one another, as wide as there is room and at most `widest`."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: Pages | None = None
        self._widest = 0
        self._sheets = QWidget()
        self._sheets.setProperty("ground", "ground")
        self._stack = QVBoxLayout(self._sheets)
        self._stack.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        self._stack.setSpacing(theme.M)
        self.setWidget(self._sheets)
        self.widthChanged.connect(self._fit)

    def show_pages(self, pages: Pages | None, widest: int = 0, most: int = 0) -> None:
        """Show pages, the first `most` of them; None shows none."""
        self._pages, self._widest = pages, widest
        while (item := self._stack.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if pages is None:
            return
        for page in range(min(pages.pages, most or pages.pages)):
            view = PageView(pages, page, self._wide())
            said = self.tr("Page {page} of {pages}")
            view.setAccessibleName(said.format(page=page + 1, pages=pages.pages))
            self._stack.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter)
            view.show()  # now: what waits to be shown takes no room in the layout
        self._stack.addStretch(1)
        self._stack.activate()

    def views(self) -> list[PageView]:
        """The pages that are shown."""
        items = (self._stack.itemAt(i) for i in range(self._stack.count()))
        found = (item.widget() for item in items if item is not None)
        return [view for view in found if isinstance(view, PageView)]

    def _wide(self) -> int:
        room = max(200, self.viewport().width() - 2 * theme.M)
        return min(room, self._widest) if self._widest else room

    def _fit(self) -> None:
        for view in self.views():
            view.set_width(self._wide())
