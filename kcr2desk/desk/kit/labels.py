"""Words on the screen: labels, ages, grades, pills, headings. Their size does not change."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from kcr2desk.desk import texts, theme
from kcr2desk.desk.kit import paint


def label(text: str = "", *, role: str = "", tone: str = "", wrap: bool = False) -> QLabel:
    """A plain label: role `heading`, `strong` or `small`; tone `muted`, `urgent`, …"""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    made.setProperty("role", role)
    made.setProperty("tone", tone)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the tone of a label that is shown."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def rule() -> QFrame:
    """A line of one pixel between things that are compared."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    return line


class ElidedLabel(QWidget):
    """One line that shortens itself with an ellipsis; the whole text is its tool tip."""

    def __init__(
        self,
        text: str = "",
        *,
        role: theme.FontRole = "base",
        tone: str = "text",
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._tone = tone
        self._role = role
        self._strong = strong
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:
        """Show `text`; the widget keeps its place and size."""
        self._text = " ".join(text.split())
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self._tell()
        self.update()

    def set_tone(self, tone: str) -> None:
        if tone != self._tone:
            self._tone = tone
            self.update()

    @property
    def tone(self) -> str:
        return self._tone

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = QColor(theme.tokens().tone(self._tone))
        paint.draw_text(painter, self.rect(), self._text, self._font(), colour)

    def _font(self) -> QFont:
        return theme.current().font(self._role, strong=self._strong)

    def _tell(self) -> None:
        short = QFontMetrics(self._font()).horizontalAdvance(self._text) > self.width()
        self.setToolTip(self._text if short else "")


class AgeLabel(QWidget):
    """How old something is: `4 min`. Past its age: muted, italic, with a clock sign.

    Connect `tick` to a Ticker, or call it. As wide as the widest age, so nothing moves.
    """

    def __init__(self, *, prefix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prefix = prefix
        self._moment: datetime | None = None
        self._limit: timedelta | None = None
        self._text = ""
        self._old = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def old(self) -> bool:
        """Whether it is past its age."""
        return self._old

    def text(self) -> str:
        return self._text

    def set_moment(
        self, moment: datetime | None, now: datetime, limit: timedelta | None = None
    ) -> None:
        """Show the age of `moment`; past `limit` it is shown as old."""
        self._moment, self._limit = moment, limit
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Let it grow."""
        if self._moment is None:
            text, self._old = "", False
            self.setToolTip("")
        else:
            text = self._prefix + texts.age(self._moment, now)
            self._old = self._limit is not None and now - self._moment > self._limit
            self.setToolTip(texts.moment_full(self._moment))
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.current().font("small", old=True))
        return QSize(metrics.horizontalAdvance(self._prefix + "59 min ") + 20, 20)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        now = theme.current()
        rect = self.rect()
        if self._old:
            paint.draw_icon(painter, "clock", now.tokens.stale, QRect(0, 0, 16, rect.height()), 14)
            rect.adjust(18, 0, 0, 0)
        font = now.font("small", old=self._old)
        paint.draw_text(painter, rect, self._text, font, QColor(now.tokens.muted))


class Pill(QWidget):
    """A word on a quiet tint of its tone, 20 px high: a status, a kind, a stream."""

    def __init__(
        self, text: str = "", tone: str = "muted", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text, self._tone, self._icon = text, tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def show_as(self, text: str, tone: str = "muted", icon: str = "") -> None:
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        width = paint.pill_width(self._text, theme.current().font("small"), self._icon)
        return QSize(width, paint.PILL_HEIGHT + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._text:
            font = theme.current().font("small")
            paint.draw_pill(QPainter(self), self.rect(), self._text, self._tone, font, self._icon)


_CREDIBILITY: Final = {
    "1": ("good", "check"),
    "2": ("good", ""),
    "3": ("text", ""),
    "4": ("attention", "question"),
    "5": ("attention", "close"),
}


def grade_look(reliability: str, credibility: str) -> tuple[str, str, str]:
    """Text, tone and sign of an Admiralty grade; F6 (not judged) is blank.

    Confirmed (1) carries a tick, doubtful (4) a question mark, improbable (5) a cross, so
    that the grade is read without its colour.
    """
    if reliability == "F" and credibility == "6":
        return "", "muted", ""
    tone, sign = _CREDIBILITY.get(credibility, ("muted", ""))
    return f"{reliability}{credibility}", tone, sign


class GradeBadge(QWidget):
    """The Admiralty grade of a piece of information, `B2`; blank when it was not judged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grade = ("F", "6")
        self.setFixedSize(44, paint.PILL_HEIGHT + 2)

    def set_grade(self, reliability: str, credibility: str) -> None:
        self._grade = (reliability, credibility)
        self.setAccessibleName(grade_look(reliability, credibility)[0])
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        text, tone, sign = grade_look(*self._grade)
        if text:
            font = theme.current().font("small", strong=True)
            paint.draw_pill(QPainter(self), self.rect(), text, tone, font, sign)


class SectionHeader(QWidget):
    """The heading of a part of a page, with a remark and room for one quiet button."""

    def __init__(self, title: str = "", remark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        self._title = label(title, role="strong")
        self._remark = ElidedLabel(remark, role="small", tone="muted")
        row.addWidget(self._title)
        row.addWidget(self._remark, 1)
        self.setFixedHeight(theme.CONTROL_HEIGHT)

    def set_texts(self, title: str, remark: str = "") -> None:
        self._title.setText(title)
        self._remark.setText(remark)
