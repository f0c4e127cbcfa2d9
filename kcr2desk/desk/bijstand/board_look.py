"""How a cell of the board looks, and the painter that draws it.

The number stands aligned at its stroke, `6/8`; the sign at the right edge is a shape, so that it
is read without its colour; a bar at the foot says how much is promised. Only a shortage has a
ground: all is calm while all is well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPolygonF

from kcr2desk.core.board import Cell
from kcr2desk.desk import theme
from kcr2desk.desk.kit import paint

SIGN_TONES: Final = {
    "shortage": "urgent",
    "tight": "attention",
    "enough": "good",
    "unknown": "muted",
    "old": "stale",
}
ZOOMS: Final = (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)

_PAD: Final = 6
_SIGN: Final = 18
"""Room for the sign at the right edge, px at 100 %."""


@dataclass(frozen=True, slots=True)
class Look:
    """All that decides how a cell looks. `before` stands left of the stroke, `after` right."""

    before: str = ""
    after: str = ""
    sign: str = ""
    tone: str = "text"
    old: bool = False
    norm: bool = False
    """The number is the national plan's: nobody reported it."""
    share: float = 0.0
    """Of what there is: how much is promised, 0 to 1."""
    over: bool = False
    provisional: bool = False
    """An own change that the hub did not confirm yet."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where things stand in the cells of a column, px from its left edge."""

    left: int
    stroke: int
    sign: int


EMPTY: Final = Look("·", tone="stale")


def look_of(cell: Cell, *, free: bool = False, provisional: bool = False, norm: str = "") -> Look:
    """How a cell looks; with `free` its number is what is not promised. `norm`: the word."""
    if not cell.known:
        return EMPTY
    if cell.has_none:
        return Look("0", tone="muted", old=cell.stale, provisional=provisional)
    counted = cell.limit is not None and cell.counts != ""
    first = cell.available if cell.counts == "said" else cell.limit
    if free and counted:
        first = cell.free
    before = "?" if first is None or not counted else str(first)
    after = "" if cell.total is None or not counted else f"/{cell.total}"
    by_norm = cell.counts == "norm"
    share = 0.0
    if cell.promised_now:
        share = min(1.0, cell.promised_now / cell.limit) if cell.limit else 1.0
    return Look(
        "" if before == "?" and not after else before,
        norm if by_norm else after,
        cell.sign,
        "muted" if by_norm or cell.stale else "text",
        cell.stale,
        by_norm,
        share,
        bool(cell.over),
        provisional,
    )


class BoardPainter:
    """Draws cells at a zoom. `forget` when the theme or the zoom changes."""

    def __init__(self) -> None:
        self.zoom = 1.0
        self._fonts: dict[tuple[str, bool], QFont] = {}
        self._metrics: dict[tuple[str, bool], QFontMetrics] = {}
        self._colours: dict[str, QColor] = {}

    def forget(self) -> None:
        self._fonts.clear()
        self._metrics.clear()
        self._colours.clear()

    def px(self, length: float) -> int:
        """A length at the zoom."""
        return round(length * self.zoom)

    def font(self, role: theme.FontRole, *, strong: bool = False, old: bool = False) -> QFont:
        """A font of the theme at the zoom."""
        key = (f"{role}{'!' if strong else ''}", old)
        made = self._fonts.get(key)
        if made is None:
            made = theme.current().font(role, strong=strong, old=old)
            if role == "small":
                made.setStretch(theme.current().font("table").stretch())
            made.setPointSizeF(made.pointSizeF() * self.zoom)
            self._fonts[key] = made
        return made

    def metrics(
        self, role: theme.FontRole, *, strong: bool = False, old: bool = False
    ) -> QFontMetrics:
        key = (f"{role}{'!' if strong else ''}", old)
        made = self._metrics.get(key)
        if made is None:
            made = self._metrics[key] = QFontMetrics(self.font(role, strong=strong, old=old))
        return made

    def colour(self, name: str) -> QColor:
        """A colour of the theme by its name; `…_tint` the quiet ground of a tone."""
        made = self._colours.get(name)
        if made is None:
            tokens = theme.tokens()
            tint = name.removesuffix("_tint")
            made = QColor(tokens.tint(tint) if tint != name else tokens.tone(name))
            self._colours[name] = made
        return made

    def widths(self, look: Look) -> tuple[int, int]:
        """How wide what stands left and right of the stroke is."""
        wide = self.metrics("table", old=look.old)
        after = self.metrics("small", old=True) if look.norm else wide
        gap = self.px(3) if look.norm else 0
        return wide.horizontalAdvance(look.before), after.horizontalAdvance(look.after) + gap

    @property
    def edges(self) -> int:
        """What a column needs beside its number: sign and air."""
        return self.px(2 * _PAD + _SIGN)

    def draw(self, painter: QPainter, box: QRect, look: Look, places: Places) -> None:
        """Draw a cell in `box`, without the line under it."""
        inner = box.adjusted(self.px(2), self.px(2), -self.px(2), -self.px(2))
        if look.sign == "shortage" or look.over:
            paint.rounded(painter, inner, self.colour("urgent_tint").name(),
                          self.colour("urgent").name() if look.over else "", radius=3)  # fmt: skip
        self._number(painter, box, look, places.stroke)
        if look.sign:
            place = QRect(box.left() + places.sign, box.top(), self.px(_SIGN), box.height())
            self.sign(painter, place, "over" if look.over else look.sign)
        if look.share:
            self._bar(painter, box, look, places)
        if look.provisional:
            self._dashes(painter, inner)

    def _number(self, painter: QPainter, box: QRect, look: Look, stroke: int) -> None:
        rect = box.adjusted(0, 0, 0, -self.px(2) if look.share else 0)
        side = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(self.font("table", old=look.old or look.norm))
        painter.setPen(self.colour(look.tone))
        at = box.left() + stroke
        left = QRect(box.left(), rect.top(), stroke, rect.height())
        painter.drawText(left, side | int(Qt.AlignmentFlag.AlignRight), look.before)
        if look.after:
            gap = 0
            if look.norm:
                painter.setFont(self.font("small", old=True))
                gap = self.px(3)
            rest = QRect(at + gap, rect.top(), box.right() - at, rect.height())
            painter.drawText(rest, side | int(Qt.AlignmentFlag.AlignLeft), look.after)

    def _bar(self, painter: QPainter, box: QRect, look: Look, places: Places) -> None:
        high = max(2, self.px(3))
        wide = places.sign - places.left
        track = QRect(box.left() + places.left, box.bottom() - self.px(2) - high, wide, high)
        painter.fillRect(track, self.colour("line"))
        track.setWidth(max(2, round(wide * look.share)))
        painter.fillRect(track, self.colour("accent"))

    def _dashes(self, painter: QPainter, inner: QRect) -> None:
        painter.save()
        pen = QPen(self.colour("accent"), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(inner.adjusted(0, 0, -1, -1))
        painter.restore()

    def sign(self, painter: QPainter, box: QRect, sign: str) -> None:
        """Draw a sign of the scale as a shape, in the middle of `box`."""
        colour = self.colour(SIGN_TONES.get(sign, "urgent"))
        middle = QPointF(QRectF(box).center())
        r = 4.0 * self.zoom
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if sign == "shortage":
            painter.drawPolygon(_triangle(middle, r * 1.15, 1))
        elif sign == "over":
            painter.drawPolygon(_triangle(middle, r * 1.4, -1))
            painter.setPen(QPen(self.colour("surface"), max(1.0, 1.4 * self.zoom)))
            painter.drawLine(middle + QPointF(0, -r * 0.35), middle + QPointF(0, r * 0.35))
            painter.drawPoint(middle + QPointF(0, r * 0.85))
        elif sign == "tight":
            painter.drawRoundedRect(
                QRectF(middle.x() - r, middle.y() - r / 3, 2 * r, r * 0.7), 1, 1
            )
        elif sign == "enough":
            painter.drawEllipse(middle, r * 0.85, r * 0.85)
        elif sign == "old":
            pen = QPen(colour, 1.4 * self.zoom)
            pen.setDashPattern([1.2, 1.3])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, r, r)
        else:
            painter.setFont(self.font("table", strong=True))
            painter.setPen(colour)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "?")
        painter.restore()


def _triangle(middle: QPointF, r: float, way: int) -> QPolygonF:
    """A triangle that points down (`way` 1) or up (-1)."""
    x, y = middle.x(), middle.y() - way * r * 0.1
    return QPolygonF([
        QPointF(x - r, y - way * r * 0.75),
        QPointF(x + r, y - way * r * 0.75),
        QPointF(x, y + way * r),
    ])  # fmt: skip
