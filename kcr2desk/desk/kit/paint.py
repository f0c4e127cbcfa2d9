"""Painting that widgets and table delegates share. Colours come from the theme as it is now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from kcr2desk.desk import icons, theme

PILL_HEIGHT = 20
Mark = tuple[int, int]
"""Start and length of a match in a text."""


def draw_text(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    *,
    right: bool = False,
    centre: bool = False,
    marks: Sequence[Mark] = (),
) -> int:
    """Draw one line of text, shortened to `rect`, matches on a marked ground.

    Returns the width it took.
    """
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) > rect.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    width = metrics.horizontalAdvance(text)
    if marks and not right and not centre:
        _draw_marks(painter, rect, text, metrics, marks)
    side = Qt.AlignmentFlag.AlignLeft
    if right:
        side = Qt.AlignmentFlag.AlignRight
    elif centre:
        side = Qt.AlignmentFlag.AlignHCenter
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter), text)
    return width


def _draw_marks(
    painter: QPainter, rect: QRect, text: str, metrics: QFontMetrics, marks: Sequence[Mark]
) -> None:
    ground = QColor(theme.tokens().mark)
    for start, length in marks:
        if start >= len(text):
            continue
        left = metrics.horizontalAdvance(text[:start])
        wide = metrics.horizontalAdvance(text[start : start + length])
        top = rect.center().y() - metrics.height() // 2
        painter.fillRect(QRect(rect.left() + left, top, wide, metrics.height()), ground)


def draw_icon(painter: QPainter, name: str, colour: str, rect: QRect, size: int = 16) -> None:
    """Draw an icon in the middle of `rect`."""
    ratio = painter.device().devicePixelRatioF()
    left = rect.left() + (rect.width() - size) // 2
    top = rect.top() + (rect.height() - size) // 2
    painter.drawPixmap(left, top, icons.pixmap(name, colour, size, ratio))


def pill_width(text: str, font: QFont, icon: str = "") -> int:
    """Width of a pill that shows `text` in full."""
    return QFontMetrics(font).horizontalAdvance(text) + 12 + (16 if icon else 0)


def draw_pill(
    painter: QPainter, rect: QRect, text: str, tone: str, font: QFont, icon: str = ""
) -> None:
    """Draw a word on a quiet tint of its tone, at the left of `rect`, 20 px high."""
    tokens = theme.tokens()
    width = min(rect.width(), pill_width(text, font, icon))
    box = QRect(rect.left(), rect.center().y() - PILL_HEIGHT // 2 + 1, width, PILL_HEIGHT)
    rounded(painter, box, tokens.tint(tone) if tone != "text" else tokens.raised)
    left = box.left() + 6
    if icon:
        draw_icon(painter, icon, tokens.tone(tone), QRect(left - 2, box.top(), 16, PILL_HEIGHT), 14)
        left += 16
    inner = QRect(left, box.top(), box.right() - 5 - left, PILL_HEIGHT)
    draw_text(painter, inner, text, font, QColor(tokens.tone(tone)))


def rounded(
    painter: QPainter,
    rect: QRect,
    ground: str,
    edge: str = "",
    *,
    radius: int = theme.CORNER,
    stroke: int = 1,
    dashed: bool = False,
) -> None:
    """Fill a rounded box; `edge` draws its border inside it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
    box = QRectF(rect)
    if edge:
        pen = QPen(QColor(edge), stroke)
        if dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        half = stroke / 2
        box.adjust(half, half, -half, -half)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def focus_ring(painter: QPainter, rect: QRect, colour: str = "") -> None:
    """The 2 px accent ring that says where the keys go, inside `rect`."""
    rounded(painter, rect, "", colour or theme.tokens().accent, stroke=theme.FOCUS_RING)


def keycap_width(text: str) -> int:
    return max(20, QFontMetrics(theme.current().font("small")).horizontalAdvance(text) + 10)


def draw_keycap(painter: QPainter, rect: QRect, text: str) -> int:
    """Draw the name of a key at the right of `rect`. Returns its width."""
    tokens = theme.tokens()
    width = keycap_width(text)
    box = QRect(rect.right() - width + 1, rect.center().y() - 8, width, 18)
    rounded(painter, box, tokens.raised, tokens.line, radius=3)
    draw_text(painter, box, text, theme.current().font("small"), QColor(tokens.muted), centre=True)
    return width


def draw_dot(painter: QPainter, centre: QPointF, radius: float, colour: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(centre, radius, radius)
    painter.restore()
