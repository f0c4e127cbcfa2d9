"""Draws what stands on the map: tiles, regions, their numbers and signs."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from kcr2desk.desk import theme
from kcr2desk.desk.bijstand.board_look import BoardPainter
from kcr2desk.desk.bijstand.map_model import Spot
from kcr2desk.desk.bijstand.map_shape import Box, Shape
from kcr2desk.desk.kit import paint

LABEL: Final = (54, 30)
"""Size of a number with its name on the border map, px at 100 %."""


def rect_of(box: Box) -> QRect:
    """A box in whole pixels."""
    return QRectF(box.x, box.y, box.width, box.height).toAlignedRect()


class MapPainter:
    """Paints spots with the board's own signs. `forget` when the theme changes."""

    def __init__(self) -> None:
        self._board = BoardPainter()

    def forget(self) -> None:
        self._board.forget()

    def set_zoom(self, zoom: float) -> None:
        """How large words and signs are."""
        if abs(zoom - self._board.zoom) > 0.01:
            self._board.zoom = zoom
            self._board.forget()

    def tile(self, painter: QPainter, box: Box, spot: Spot, *, chosen: bool, focus: bool) -> None:
        """A tile: ground by its sign, name, number, sign, crisis, what is promised."""
        rect = rect_of(box)
        tokens = theme.tokens()
        ground = tokens.tint("urgent") if spot.sign == "shortage" else tokens.surface
        paint.rounded(painter, rect, ground, tokens.line)
        if spot.far == 1:
            hatch(painter, rect)
        if spot.far is not None and spot.far <= 1:
            paint.rounded(
                painter, rect, "", tokens.accent, stroke=2 - spot.far, dashed=bool(spot.far)
            )
        self.content(painter, rect.adjusted(4, 2, -4, -2), spot)
        if chosen:
            paint.rounded(painter, rect, "", tokens.accent, stroke=2)
        if focus:
            paint.focus_ring(painter, rect.adjusted(-2, -2, 2, 2))

    def content(self, painter: QPainter, rect: QRect, spot: Spot) -> None:
        """Name above; number and sign under it; a bar at the foot."""
        board, tokens = self._board, theme.tokens()
        high = board.metrics("small").height()
        two = rect.height() >= high + board.metrics("table").height() - 2
        top = rect.top() + max(0, (rect.height() - 2 * high - board.px(8)) // 2)
        first = QRect(rect.left(), top, rect.width(), high)
        if two:
            self._name(painter, first, spot)
        rest = QRect(rect.left(), first.bottom() + 1, rect.width(), rect.bottom() - first.bottom())
        if not two:
            rest = rect
        self.number(painter, rest.adjusted(0, 0, 0, -board.px(3)), spot)
        if spot.look.share:
            high = max(2, board.px(3))
            track = QRect(rect.left(), rect.bottom() - high + 1, rect.width(), high)
            painter.fillRect(track, QColor(tokens.line))
            track.setWidth(max(2, round(track.width() * spot.look.share)))
            painter.fillRect(track, QColor(tokens.accent))

    def _name(self, painter: QPainter, line: QRect, spot: Spot) -> None:
        board, tokens = self._board, theme.tokens()
        font = board.font("small")
        if spot.crisis:
            side = board.px(14)
            mark = QRect(line.right() - side + 1, line.top(), side, line.height())
            paint.draw_icon(painter, "incident", tokens.attention, mark, side)
            line = line.adjusted(0, 0, -side - 2, 0)
        if spot.clock:
            colour = QColor(tokens.muted)
            wide = paint.draw_text(painter, line, spot.clock, font, colour, right=True)
            line = line.adjusted(0, 0, -wide - 3, 0)
        paint.draw_text(painter, line, spot.short, font, QColor(tokens.text))

    def number(self, painter: QPainter, rect: QRect, spot: Spot) -> None:
        """`6/8 ▼`."""
        board, look = self._board, spot.look
        place = rect.adjusted(0, 0, -board.px(18), 0)
        italic = look.old or look.norm
        text = f"{look.before} {look.after}" if look.norm else look.before + look.after
        wide = board.metrics("table", strong=True, old=italic).horizontalAdvance(text)
        if look.norm and wide > place.width():
            text = look.before  # slanted and grey says it, too
        font = board.font("table", strong=True, old=italic)
        wide = paint.draw_text(painter, place, text, font, board.colour(look.tone))
        if look.sign:
            side = board.px(18)
            sign = QRect(rect.left() + wide + board.px(2), rect.top(), side, rect.height())
            board.sign(painter, sign, "over" if look.over else look.sign)

    def region(self, painter: QPainter, path: QPainterPath, spot: Spot, *, chosen: bool) -> None:
        """The area of a region: ground by its sign, hatched when it is a neighbour of who asks."""
        tokens = theme.tokens()
        ground = tokens.tint("urgent") if spot.sign == "shortage" else tokens.surface
        if spot.far == 0:
            ground = tokens.tint("accent")
        painter.setPen(QPen(QColor(tokens.edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawPath(path)
        if spot.far == 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_hatching())
            painter.drawPath(path)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if chosen or spot.far == 0:
            painter.setPen(QPen(QColor(tokens.accent), 2.5 if chosen else 1.5))
            painter.drawPath(path)

    def label(
        self, painter: QPainter, box: Box, spot: Spot, *, chosen: bool, focus: bool, filled: bool
    ) -> None:
        """Name and number of a region, on a quiet ground where it stands outside it."""
        rect = rect_of(box)
        tokens = theme.tokens()
        ground = QColor(tokens.tint("urgent") if spot.sign == "shortage" else tokens.surface)
        ground.setAlpha(255 if filled else 205)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(tokens.line), 1) if filled else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.restore()
        self.content(painter, rect.adjusted(4, 1, -4, -1), spot)
        if chosen:
            paint.rounded(painter, rect, "", tokens.accent, stroke=2)
        if focus:
            paint.focus_ring(painter, rect.adjusted(-2, -2, 2, 2))


def leader(painter: QPainter, start: QPointF, box: Box) -> None:
    """A line from a region to its number, and a dot where it starts."""
    colour = QColor(theme.tokens().muted)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.drawLine(start, QPointF(*box.middle))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(start, 2.2, 2.2)
    painter.restore()


def seat(painter: QPainter, at: QPointF) -> None:
    """The seat of a partner: a diamond."""
    tokens = theme.tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.surface), 1))
    painter.setBrush(QColor(tokens.text))
    x, y, r = at.x(), at.y(), 5.0
    painter.drawPolygon(
        QPolygonF([QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)])
    )
    painter.restore()


def hatch(painter: QPainter, rect: QRect) -> None:
    """Faint lines on a neighbour of the region that asks."""
    painter.fillRect(rect.adjusted(1, 1, -1, -1), _hatching())


def _hatching() -> QBrush:
    colour = QColor(theme.tokens().accent)
    colour.setAlpha(46)
    return QBrush(colour, Qt.BrushStyle.BDiagPattern)


def path_of(found: Shape, scale: float, x: float, y: float) -> QPainterPath:
    """The outline of a region in pixels: kilometres times `scale`, moved by `x`, `y`."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for polygon in found.polygons:
        for ring in polygon:
            points = [QPointF(px * scale + x, py * scale + y) for px, py in ring]
            path.addPolygon(QPolygonF([*points, points[0]]))
    return path
