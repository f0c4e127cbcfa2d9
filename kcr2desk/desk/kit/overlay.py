"""A card over the window that was asked for by key, and goes by Esc, a click beside it or use."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from kcr2desk.desk import theme


class Overlay(QWidget):
    """Covers its host while open, dims it, and holds one card. The focus returns afterwards."""

    closed = Signal()

    def __init__(self, host: QWidget, width: int, *, top: bool = False) -> None:
        super().__init__(host)
        self._host = host
        self._wide = width
        self._top = top
        self._before: QWidget | None = None
        self.card = QFrame(self)
        self.card.setObjectName("overlayCard")
        self.hide()

    def open(self) -> None:
        """Show it over the host."""
        if self.isVisible():
            return
        self._before = QApplication.focusWidget()
        self._host.installEventFilter(self)
        self.setGeometry(self._host.rect())
        self.lay_out()
        self.show()
        self.raise_()

    def dismiss(self) -> None:
        """Close it and give the focus back."""
        if not self.isVisible():
            return
        self.hide()
        self._host.removeEventFilter(self)
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def lay_out(self) -> None:
        """Put the card in its place: in the middle, or at the top third."""
        width = min(self._wide, self.width() - 2 * theme.XL)
        height = min(self.wanted_height(width), self.height() - 2 * theme.XL)
        left = (self.width() - width) // 2
        top = self.height() // 8 if self._top else (self.height() - height) // 2
        self.card.setGeometry(left, min(top, self.height() - theme.XL - height), width, height)

    def wanted_height(self, width: int) -> int:
        """The height of the card at a width; a subclass may say otherwise."""
        layout = self.card.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.heightForWidth(width)
        return self.card.sizeHint().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def paintEvent(self, _event: QPaintEvent) -> None:
        dim = QColor("#000000")
        dim.setAlphaF(0.5 if theme.current().dark else 0.28)
        QPainter(self).fillRect(self.rect(), dim)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
            self.lay_out()
        return super().eventFilter(watched, event)
