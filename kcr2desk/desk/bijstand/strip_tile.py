"""How a tile of the strip is drawn: state as a shape and a word, who, whereto, how old."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kcr2desk.desk import theme
from kcr2desk.desk.bijstand.board_model import Index
from kcr2desk.desk.bijstand.strip_model import TILE, Tile
from kcr2desk.desk.kit import paint

WIDE, HEADING, HIGH = 252, 20, 66
_TONES = {"ready": "good", "limited": "attention", "out": "urgent", "gone": "accent"}


class TileDelegate(QStyledItemDelegate):
    """Draws tiles."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(WIDE, HEADING + HIGH + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile = index.data(TILE)
        if not isinstance(tile, Tile):
            return
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        now, tokens = theme.current(), theme.tokens()
        if tile.heading:
            head = QRect(box.left() + 2, box.top(), box.width() - 10, HEADING)
            small = now.font("small", strong=True)
            paint.draw_text(painter, head, tile.heading, small, QColor(tokens.muted))
            if index.row():
                edge = QRect(box.left() - 4, box.top() + 2, 1, box.height() - 8)
                painter.fillRect(edge, QColor(tokens.line))
        card = QRect(box.left(), box.top() + HEADING, box.width() - 8, HIGH)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = tokens.selection if selected else tokens.hover if hovered else tokens.surface
        edge_tone = tokens.accent if tile.provisional else tokens.line
        paint.rounded(painter, card, ground, edge_tone, dashed=tile.provisional)
        self._text(painter, card.adjusted(10, 4, -8, -4), tile)
        if selected and state & QStyle.StateFlag.State_HasFocus:
            paint.focus_ring(painter, card)

    def _text(self, painter: QPainter, box: QRect, tile: Tile) -> None:
        now, tokens = theme.current(), theme.tokens()
        base, small = now.font("table", strong=True), now.font("small")
        high = box.height() // 3
        first = QRect(box.left(), box.top(), box.width(), high)
        draw_state(painter, QRect(first.left(), first.top(), 14, high), tile.state)
        name = first.adjusted(20, 0, 0, 0)
        if tile.age:
            old = now.font("small", old=tile.old)
            muted = QColor(tokens.muted)
            used = paint.draw_text(painter, name, tile.age, old, muted, right=True)
            name.adjust(0, 0, -used - 8, 0)
            if tile.old:
                clock = QRect(name.right() - 10, name.top(), 14, high)
                paint.draw_icon(painter, "clock", tokens.stale, clock, 13)
                name.adjust(0, 0, -16, 0)
        paint.draw_text(painter, name, tile.name, base, QColor(tokens.text))
        second = QRect(box.left(), box.top() + high, box.width(), high)
        who = " · ".join(part for part in (tile.owner_name, tile.sign) if part)
        paint.draw_text(painter, second, who, small, QColor(tokens.muted))
        third = QRect(box.left(), box.top() + 2 * high, box.width(), high)
        tone = tokens.tone(_TONES.get(tile.state, "muted"))
        used = paint.draw_text(painter, third, tile.state_words, small, QColor(tone))
        rest = third.adjusted(used + 6, 0, 0, 0)
        said = tile.promise or tile.facts
        colour = QColor(tokens.text if tile.promise else tokens.muted)
        paint.draw_text(painter, rest, said, small, colour)


def draw_state(painter: QPainter, box: QRect, state: str) -> None:
    """A state as a shape: full, half, crossed, an arrow for who is away, a question mark."""
    colour = QColor(theme.tokens().tone(_TONES.get(state, "muted")))
    middle, r = QPointF(QRectF(box).center()), 5.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(colour if state == "ready" else Qt.BrushStyle.NoBrush)
    if state == "gone":
        painter.drawLine(middle + QPointF(-r, 0), middle + QPointF(r, 0))
        painter.drawLine(middle + QPointF(r, 0), middle + QPointF(r - 4, -4))
        painter.drawLine(middle + QPointF(r, 0), middle + QPointF(r - 4, 4))
    elif state in ("ready", "limited", "out"):
        painter.drawEllipse(middle, r, r)
        if state == "limited":
            painter.setBrush(colour)
            painter.drawPie(QRectF(middle.x() - r, middle.y() - r, 2 * r, 2 * r), 90 * 16, 180 * 16)
        elif state == "out":
            painter.drawLine(middle + QPointF(-3.5, -3.5), middle + QPointF(3.5, 3.5))
    else:
        font = theme.current().font("small", strong=True)
        paint.draw_text(painter, box, "?", font, colour, centre=True)
    painter.restore()
