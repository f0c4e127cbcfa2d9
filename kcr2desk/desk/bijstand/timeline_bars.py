"""Draws deployments as bars. Each state has a pattern and a word, so it is read without colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from kcr2desk.desk import theme
from kcr2desk.desk.bijstand import timeline_words as words
from kcr2desk.desk.bijstand.timeline_rows import Row
from kcr2desk.desk.kit import paint

PAD: Final = 4
"""Between the bar and the edges of its row, px at 100 %."""

TONES: Final = {
    "provisional": "accent",
    "promised": "accent",
    "en_route": "attention",
    "on_site": "good",
    "relieved": "good",
    "released": "muted",
    "returned": "muted",
    "withdrawn": "muted",
    "cancelled": "muted",
    "replaced": "muted",
}
ENDED: Final = frozenset({"withdrawn", "cancelled", "replaced"})


@dataclass(frozen=True, slots=True)
class Scale:
    """How moments lie on the screen: seconds since 1970 at the left and right edge."""

    start: float
    end: float
    width: float

    def x(self, moment: datetime) -> float:
        """Pixels from the left edge."""
        return self.at(moment.timestamp())

    def at(self, seconds: float) -> float:
        return (seconds - self.start) / (self.end - self.start) * self.width


class Bars(QGraphicsObject):
    """The bars of the rows in sight, in pixels of the view that is its parent.

    `scene_of` says what is to be drawn at the moment of drawing.
    """

    def __init__(self, parent: QGraphicsItem, scene_of: Callable[[], View]) -> None:
        super().__init__(parent)
        self._scene_of = scene_of
        self.painted = 0
        """How many rows the last drawing drew, for tests."""

    def boundingRect(self) -> QRectF:
        return self._scene_of().box

    def moved(self) -> None:
        """The view has another size."""
        self.prepareGeometryChange()
        self.update()

    def paint(
        self,
        painter: QPainter,
        _option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        view = self._scene_of()
        painter.save()
        painter.setClipRect(view.box)
        self.painted = 0
        for place in range(view.first, view.last):
            top = view.tops + (place - view.first) * view.row_height
            draw_row(painter, view, view.rows[place], top)
            self.painted += 1
        _now_line(painter, view)
        painter.restore()


@dataclass(frozen=True, slots=True)
class View:
    """All that a drawing needs: rows `first` <= n < `last`, the first at `tops` pixels."""

    rows: Sequence[Row]
    first: int
    last: int
    tops: float
    row_height: int
    box: QRectF
    scale: Scale
    now: datetime
    chosen: str
    beside: Callable[[Row], str]
    """What a heading says behind its name."""


def draw_row(painter: QPainter, view: View, row: Row, top: float) -> None:
    """A line under the row, and its bar when it is not a heading."""
    tokens = theme.tokens()
    line = QRectF(view.box.left(), top, view.box.width(), view.row_height)
    if row.commitment is None:
        painter.fillRect(line, QColor(tokens.raised))
        font = theme.current().font("small")
        paint.draw_text(
            painter, line.toRect().adjusted(6, 0, -6, 0), view.beside(row), font,
            QColor(tokens.muted),
        )  # fmt: skip
        return
    if row.key == view.chosen:
        painter.fillRect(line, QColor(tokens.selection))
    painter.fillRect(QRectF(line.left(), line.bottom() - 1, line.width(), 1), QColor(tokens.line))
    right = line.left()
    for phase in row.phases:
        right = max(right, _phase(painter, view, phase.state, phase.start, phase.end, top))
    if row.overdue:
        right = max(right, _overdue(painter, view, row, top))
    if row.gap is not None:
        _gap(painter, view, row, top, right)


def _span(
    view: View, start: datetime, end: datetime | None, top: float
) -> tuple[QRectF, bool, bool]:
    """The box of a stretch of time, cut to just outside the view; whether it goes on there."""
    edge = 12.0
    left = view.scale.x(start)
    right = view.box.right() + edge if end is None else view.scale.x(end)
    cut = QRectF(0, top + PAD, 0, view.row_height - 2 * PAD - 1)
    cut.setLeft(min(max(left, view.box.left() - edge), view.box.right() + edge))
    cut.setRight(max(cut.left(), min(max(right, view.box.left() - edge), view.box.right() + edge)))
    return cut, left < view.box.left(), end is None or right > view.box.right()


def _phase(
    painter: QPainter, view: View, state: str, start: datetime, end: datetime | None,
    top: float,
) -> float:  # fmt: skip
    box, _, onward = _span(view, start, end, top)
    if box.right() <= view.box.left() or box.left() >= view.box.right():
        return view.box.left()
    box.setWidth(max(3.0, box.width()))
    tone = TONES.get(state, "muted")
    _ground(painter, box, state, tone)
    wide = _word(painter, view, box, words.state(state), state)
    if onward and end is None:
        _arrow(painter, view, top, tone)
    return max(box.right(), wide)


def _ground(painter: QPainter, box: QRectF, state: str, tone: str) -> None:
    """The ground, pattern and edge of a state."""
    tokens = theme.tokens()
    colour = QColor(tokens.tone(tone))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1)
    if state == "provisional" or state in ENDED:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(QColor(tokens.surface if state in ENDED else tokens.tint(tone)))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    pattern = _PATTERNS.get(state)
    if pattern is not None:
        faint = QColor(colour)
        faint.setAlpha(70)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(faint, pattern))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    if state in ("on_site", "relieved"):
        painter.fillRect(QRectF(box.left() + 1, box.bottom() - 3, box.width() - 2, 2), colour)
    if state in ENDED:
        painter.setPen(QPen(colour, 1))
        painter.drawLine(
            QPointF(box.left() + 3, box.center().y()), QPointF(box.right() - 3, box.center().y())
        )
    painter.restore()


_PATTERNS: Final = {
    "provisional": Qt.BrushStyle.BDiagPattern,
    "en_route": Qt.BrushStyle.VerPattern,
    "relieved": Qt.BrushStyle.Dense6Pattern,
    "released": Qt.BrushStyle.Dense7Pattern,
}


def _word(painter: QPainter, view: View, box: QRectF, word: str, state: str) -> float:
    """Write a word in what is in sight of its bar. Returns where it ends."""
    font = theme.current().font("small")
    metrics = QFontMetrics(font)
    wide = metrics.horizontalAdvance(word)
    left = max(box.left(), view.box.left()) + 6
    room = min(box.right(), view.box.right()) - left - 4
    if room < wide:
        return box.right()
    place = QRect(round(left), round(box.top()), wide + 4, round(box.height()))
    tokens = theme.tokens()
    if state in _PATTERNS or state in ENDED:  # a quiet place, so that lines do not cross letters
        ground = QColor(tokens.surface if state in ENDED else tokens.tint(TONES[state]))
        painter.fillRect(QRectF(place).adjusted(-2, 2, 0, -3), ground)
    tone = "muted" if TONES.get(state) == "muted" else "text"
    paint.draw_text(painter, place, word, font, QColor(tokens.tone(tone)))
    return float(place.right())


def _arrow(painter: QPainter, view: View, top: float, tone: str) -> None:
    """At the right edge: it goes on, nobody knows until when."""
    middle, right = top + view.row_height / 2 - 0.5, view.box.right() - 4
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.tokens().tone(tone)), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    above, below = QPointF(right - 5, middle - 5), QPointF(right - 5, middle + 5)
    painter.drawPolyline(QPolygonF([above, QPointF(right, middle), below]))
    painter.restore()


def _overdue(painter: QPainter, view: View, row: Row, top: float) -> float:
    """From when it should have been back until now: hatched, with a sign and a word."""
    one = row.commitment
    assert one is not None
    assert one.until_at is not None
    box, _, _ = _span(view, one.until_at, view.now, top)
    tokens = theme.tokens()
    colour = QColor(tokens.urgent)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QColor(tokens.tint("urgent")))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(colour, Qt.BrushStyle.FDiagPattern))
    painter.drawRect(box.adjusted(1, 1, -1, -1))
    painter.restore()
    return _remark(painter, view, box.right(), top, words.overdue_word(one, view.now), "urgent")


def _gap(painter: QPainter, view: View, row: Row, top: float, after: float) -> None:
    """A band under the bar from when nobody takes over, and a word behind it."""
    gap = row.gap
    assert gap is not None
    box, before, _ = _span(view, gap.start, gap.end, top)
    tokens = theme.tokens()
    colour = QColor(tokens.urgent)
    band = QRectF(box.left(), top + view.row_height - 6, max(6.0, box.width()), 4)
    painter.fillRect(band, QColor(tokens.surface))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 4)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.0, 0.6])
    painter.setPen(pen)
    painter.drawLine(
        QPointF(band.left(), band.center().y()), QPointF(band.right(), band.center().y())
    )
    if not before:
        x, y = box.left(), top + PAD
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x - 4, y), QPointF(x + 4, y), QPointF(x, y + 6)]))
        painter.fillRect(QRectF(x - 0.5, y, 1, view.row_height - 2 * PAD - 1), colour)
    painter.restore()
    if box.left() < view.box.right():
        _remark(painter, view, max(after, band.right()), top, words.gap_word(gap), "urgent")


def _remark(painter: QPainter, view: View, left: float, top: float, word: str, tone: str) -> float:
    """A sign and a word behind a bar; at the right edge over it. Returns where it ends."""
    font = theme.current().font("small")
    wide = QFontMetrics(font).horizontalAdvance(word) + 22
    left = max(view.box.left(), min(left + 4, view.box.right() - wide - 12))
    tokens = theme.tokens()
    place = QRect(round(left), round(top) + PAD, wide, view.row_height - 2 * PAD - 3)
    paint.rounded(painter, place, tokens.surface, radius=3)
    paint.draw_icon(
        painter, "alert", tokens.tone(tone), QRect(place.left(), place.top(), 18, place.height()),
        14,
    )  # fmt: skip
    inner = place.adjusted(20, 0, 2, 0)
    paint.draw_text(painter, inner, word, font, QColor(tokens.tone(tone)))
    return left + wide


def _now_line(painter: QPainter, view: View) -> None:
    x = view.scale.x(view.now)
    if view.box.left() <= x <= view.box.right():
        colour = QColor(theme.tokens().urgent)
        painter.fillRect(QRectF(x - 0.75, view.box.top(), 1.5, view.box.height()), colour)
