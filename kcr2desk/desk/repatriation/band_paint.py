"""Wristbands and cards as pages: painted as lines and words, so they are sharp on any printer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import segno
from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPageLayout, QPageSize, QPainter, QPen

from kcr2desk.desk import theme
from kcr2desk.desk.parts.paper_out import DPI
from kcr2desk.desk.repatriation.band_tags import Tag, TagSize

MM: Final = DPI / 25.4
QUIET: Final = 4
"""Modules of white around a code: without them scanners do not find it."""

BLACK: Final = "#000000"
"""Not the ink of the screen: label printers know black or nothing."""

WHITE: Final = "#FFFFFF"
CUT: Final = "#B8BEC8"
ALONG: Final = 120.0
"""Millimetres of a wristband that are written on, in its middle: where it closes nothing is read,
and on a small wrist the rest lies under it."""


class TagPages:
    """Tags on the papers of one size."""

    def __init__(self, tags: Sequence[Tag], size: TagSize, title: str = "KCR2") -> None:
        self.tags, self.size, self.title = tuple(tags), size, title
        self.width, self.height = size.paper[0] * MM, size.paper[1] * MM

    @property
    def pages(self) -> int:
        """How many papers there are."""
        return -(-len(self.tags) // self.size.each)

    def layout(self) -> QPageLayout:
        """The paper, without margins."""
        made = QPageSize(
            QSizeF(*self.size.paper),
            QPageSize.Unit.Millimeter,
            self.size.code,
            QPageSize.SizeMatchPolicy.ExactMatch,
        )
        layout = QPageLayout(made, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        layout.setMode(QPageLayout.Mode.FullPageMode)
        return layout

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a paper (from 0) at 0, 0 in units of 1/96 inch."""
        painter.save()
        painter.fillRect(QRectF(0, 0, self.width, self.height), QColor(WHITE))
        if self.size.turned:
            painter.translate(self.width, 0)
            painter.rotate(90)
        mine = self.tags[page * self.size.each : (page + 1) * self.size.each]
        wide, high = (side * MM for side in self.size.tag)
        left, top = self._first(wide, high)
        for index, tag in enumerate(mine):
            column, row = index % self.size.across, index // self.size.across
            box = QRectF(left + column * wide, top + row * high, wide, high)
            if self.size.each > 1:
                painter.setPen(QPen(QColor(CUT), 0.5))
                painter.drawRect(box)
            paint_tag(painter, tag, box)
        painter.restore()

    def _first(self, wide: float, high: float) -> tuple[float, float]:
        if self.size.turned:
            return 0.0, 0.0
        return (
            (self.width - self.size.across * wide) / 2,
            (self.height - self.size.down * high) / 2,
        )


def paint_tag(painter: QPainter, tag: Tag, box: QRectF) -> None:
    """Paint one tag. On a long band the code stands at both sides of the number: one of them is
    read however the arm is held."""
    if box.width() > 4 * box.height():
        side = box.height() - 2 * MM
        rim = max(0.0, (box.width() - ALONG * MM) / 2)
        inner = box.adjusted(rim, MM, -rim, -MM)
        paint_code(painter, tag.code, QRectF(inner.left(), inner.top(), side, side))
        paint_code(painter, tag.code, QRectF(inner.right() - side, inner.top(), side, side))
        gap = side + 3 * MM
        _words(painter, tag, inner.adjusted(gap, MM, -gap, -MM), centre=True)
        return
    inner = box.adjusted(2 * MM, 2 * MM, -2 * MM, -2 * MM)
    side = min(inner.height(), inner.width() * 0.52)
    top = inner.top() + (inner.height() - side) / 2
    paint_code(painter, tag.code, QRectF(inner.left(), top, side, side))
    _words(painter, tag, inner.adjusted(side + MM, 0, 0, 0), centre=False)


@lru_cache(maxsize=64)
def matrix_of(code: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of the QR code of a text: a quarter of them may be lost and it is still read."""
    made = segno.make_qr(code, error="q", boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in made.matrix)


def paint_code(painter: QPainter, code: str, box: QRectF) -> None:
    """Paint the QR code of a text in a square, with the white around it that scanners want."""
    rows = matrix_of(code)
    module = box.width() / (len(rows) + 2 * QUIET)
    painter.save()
    painter.fillRect(box, QColor(WHITE))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(BLACK))
    left, top = box.left() + QUIET * module, box.top() + QUIET * module
    # a run as one piece: seams between modules would be grey on paper
    runs = ((y, start, end) for y, row in enumerate(rows) for start, end in _runs(row))
    painter.drawRects(
        [
            QRectF(left + start * module, top + y * module, (end - start) * module, module)
            for y, start, end in runs
        ]
    )
    painter.restore()


def _runs(row: Sequence[bool]) -> list[tuple[int, int]]:
    """Where dark modules begin and end in a row."""
    found, start = [], -1
    for x, dark in enumerate([*row, False]):
        if dark and start < 0:
            start = x
        elif not dark and start >= 0:
            found.append((start, x))
            start = -1
    return found


def _words(painter: QPainter, tag: Tag, box: QRectF, *, centre: bool) -> None:
    """The number as large as fits, below it the whole number, the arrival and the name."""
    side = Qt.AlignmentFlag.AlignHCenter if centre else Qt.AlignmentFlag.AlignLeft
    small = [text for text in (tag.name, tag.arrival, tag.number) if text]
    part = box.height() / (3.2 + len(small))
    large = min(2.4 * part, 16 * MM)
    line = min(part, 4.2 * MM)
    whole = large + len(small) * line
    top = box.top() + (box.height() - whole) / 2
    number = QRectF(box.left(), top, box.width(), large)
    _write(painter, tag.said, number, side, strong=True)
    for index, text in enumerate(small):
        at = QRectF(box.left(), top + large + index * line, box.width(), line)
        _write(painter, text, at, side)


def _write(
    painter: QPainter, text: str, box: QRectF, side: Qt.AlignmentFlag, *, strong: bool = False
) -> None:
    font = QFont(theme.current().font("base"))
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    pixels = max(1, int(box.height() * 0.8))
    font.setPixelSize(pixels)
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide > box.width():
        font.setPixelSize(max(6 if not strong else 8, int(pixels * box.width() / wide)))
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(QColor(BLACK))
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), text)
