"""Slides a form over the right of a panel: no dialog, the list stays in sight and in use."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStyle, QWidget

from kcr2desk.desk import theme

NARROWEST: Final = 560
SHARE: Final = 0.38
"""Of the panel's width, when that is more than the narrowest."""
_MS: Final = 120
_EDGE: Final = 8


class SlideOver(QWidget):
    """Lies at the right of its host, over whatever is there. The focus goes back afterwards.

    It moves in only where the system shows movement, and is as wide as the form needs.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._before: QWidget | None = None
        self._content: QWidget | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 0, 0, 0)
        self._move = QPropertyAnimation(self, b"pos", self)
        self._move.setEasingCurve(QEasingCurve.Type.OutCubic)
        host.installEventFilter(self)
        super().hide()

    def content(self) -> QWidget | None:
        """What is shown, None when it is away."""
        return self._content if not self.isHidden() else None

    def show(self, content: QWidget | None = None) -> None:
        """Show a widget over the host; the one before it is hidden, not deleted."""
        if content is not None and content is not self._content:
            if self._content is not None:
                self.let_go(self._content)
            self._content = content
            self.layout().addWidget(content)  # type: ignore[union-attr]
            content.show()
        if self.isHidden():
            self._before = QApplication.focusWidget()
        place = self._place()
        self.setGeometry(place)
        super().show()
        self.raise_()
        length = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        if length > 0 and QApplication.platformName() != "offscreen":
            self._move.setDuration(min(_MS, length))
            self._move.setStartValue(place.topLeft() + QPoint(48, 0))
            self._move.setEndValue(place.topLeft())
            self._move.start()
        focus_first = getattr(self._content, "focus_first", None)
        if focus_first is not None:
            focus_first()

    def let_go(self, content: QWidget) -> None:
        """Hold a widget no more, before it is deleted or gives way to another."""
        if content is self._content:
            self._content = None
            content.hide()
            self.layout().removeWidget(content)  # type: ignore[union-attr]
            content.setParent(None)

    def hide(self) -> None:
        """Take it away; the focus goes where it was."""
        if self.isHidden():
            return
        super().hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._move.stop()
            self.setGeometry(self._place())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = theme.tokens(), QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.ground))
        painter.fillRect(0, 0, 1, self.height(), QColor(tokens.edge))

    def _place(self) -> QRect:
        host = self._host.rect()
        share = getattr(self._content, "SHARE", SHARE)  # a page of paper wants more than a form
        wide = min(host.width(), max(NARROWEST, round(host.width() * share)) + _EDGE)
        return QRect(host.width() - wide, 0, wide, host.height())
