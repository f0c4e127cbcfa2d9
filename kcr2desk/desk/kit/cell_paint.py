"""How a row of a table is drawn: once, to a picture that is shown until something changes.

Every call into Qt may hand the interpreter to another thread; a screen of thirty rows takes a
thousand of them. While changes pour in that would be felt, so what did not change is not drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

from kcr2desk.desk import theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.kit.cells import Cell

MOST_PIXELS: Final = 6_000_000
"""How many pixels of rows are kept: two full screens."""

_PAD: Final = 6
"""Px at each side of a cell; the header in the style sheet has the same."""


@dataclass(frozen=True, slots=True)
class Place:
    """A visible column: its number, left edge and width."""

    column: int
    left: int
    width: int


@dataclass(frozen=True, slots=True)
class RowLook:
    """All that decides how a row looks."""

    cells: tuple[Cell, ...]
    tone: str
    selected: bool
    hovered: bool
    ring: bool
    focused: bool


class RowPainter:
    """Draws rows of cells and remembers them. `forget` when theme or columns change."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[bool, bool, bool], QFont] = {}
        self._colours: dict[str, QColor] = {}
        self._kept: dict[tuple[RowLook, int, float], QPixmap] = {}

    def forget(self) -> None:
        self._fonts.clear()
        self._colours.clear()
        self._kept.clear()

    def width(self, cell: Cell) -> int:
        """The width that shows the whole of a cell."""
        wide = paint.pill_width(cell.text, self._font(cell))
        wide += 20 if cell.icon or cell.old else 0
        wide += 20 * len(cell.signs)
        if cell.tag:
            wide += paint.pill_width(cell.tag, theme.current().font("small", strong=True)) + 6
        return wide + _PAD

    def row(self, look: RowLook, places: Sequence[Place], size: QSize, ratio: float) -> QPixmap:
        """The picture of a row."""
        key = (look, size.height(), ratio)
        kept = self._kept.pop(key, None)
        if kept is None:
            kept = QPixmap(size * ratio)
            kept.setDevicePixelRatio(ratio)
            self._draw(kept, look, places, QRect(0, 0, size.width(), size.height()))
            each = max(1, kept.width() * kept.height())
            while self._kept and (len(self._kept) + 1) * each > MOST_PIXELS:
                self._kept.pop(next(iter(self._kept)))
        self._kept[key] = kept  # the last one used is the last one dropped
        return kept

    def _draw(self, target: QPixmap, look: RowLook, places: Sequence[Place], rect: QRect) -> None:
        painter = QPainter(target)
        ground = "surface"
        if look.selected:
            ground = "selection" if look.focused else "selection_idle"
        elif look.hovered:
            ground = "hover"
        painter.fillRect(rect, self._colour(ground))
        painter.fillRect(0, rect.bottom(), rect.width(), 1, self._colour("line"))
        if look.tone:
            painter.fillRect(0, 0, 4, rect.height() - 1, self._colour(look.tone))
        for place in places:
            inner = QRect(place.left + _PAD, 0, max(0, place.width - 2 * _PAD), rect.height() - 1)
            self._cell(painter, inner, look.cells[place.column])
        if look.ring:
            self._ring(painter, rect)
        painter.end()

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        accent, ring = self._colour("accent"), theme.FOCUS_RING
        painter.fillRect(0, 0, rect.width(), ring, accent)
        painter.fillRect(0, rect.height() - ring, rect.width(), ring, accent)
        painter.fillRect(0, 0, ring, rect.height(), accent)
        painter.fillRect(rect.width() - ring, 0, ring, rect.height(), accent)

    def _cell(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        if not cell.text and not cell.icon and not cell.signs and not cell.tag:
            return
        tokens = theme.tokens()
        for icon, tone in reversed(cell.signs):
            place = QRect(rect.right() - 15, rect.top(), 16, rect.height())
            paint.draw_icon(painter, icon, tokens.tone(tone), place)
            rect = rect.adjusted(0, 0, -20, 0)
        if cell.pill:
            small = theme.current().font("small", strong=cell.strong)
            paint.draw_pill(painter, rect, cell.text, cell.tone, small, cell.icon)
            return
        rect = self._before(painter, rect, cell)
        paint.draw_text(
            painter,
            rect,
            cell.text,
            self._font(cell),
            self._colour("muted" if cell.old else cell.tone),
            right=cell.right,
            marks=cell.marks,
        )

    def _before(self, painter: QPainter, rect: QRect, cell: Cell) -> QRect:
        """Draw sign and tag; returns what is left for the text."""
        tokens = theme.tokens()
        icon = "clock" if cell.old else cell.icon
        if icon:
            tone = "stale" if cell.old else cell.icon_tone or cell.tone
            place = QRect(rect.left(), rect.top(), 16, rect.height())
            if cell.right:
                wide = QFontMetrics(self._font(cell)).horizontalAdvance(cell.text)
                place.moveLeft(max(rect.left(), rect.right() - wide - 20))
            paint.draw_icon(painter, icon, tokens.tone(tone), place, 16 if not cell.old else 14)
            if not cell.right:
                rect = rect.adjusted(20, 0, 0, 0)
        if cell.tag:
            font = theme.current().font("small", strong=True)
            paint.draw_pill(painter, rect, cell.tag, cell.tag_tone, font)
            rect = rect.adjusted(paint.pill_width(cell.tag, font) + 6, 0, 0, 0)
        return rect

    def _font(self, cell: Cell) -> QFont:
        key = (cell.strong, cell.old, cell.strike)
        font = self._fonts.get(key)
        if font is None:
            font = theme.current().font("table", strong=cell.strong, old=cell.old)
            font.setStrikeOut(cell.strike)
            self._fonts[key] = font
        return font

    def _colour(self, name: str) -> QColor:
        colour = self._colours.get(name)
        if colour is None:
            colour = self._colours[name] = theme.current().colour(name)
        return colour
