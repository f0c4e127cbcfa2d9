"""The drawn map itself: tiles or borders, chosen by mouse and keys, moved and made larger."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kcr2desk.core.board import Board
from kcr2desk.core.tiles import tiles
from kcr2desk.core.travel import position_of
from kcr2desk.desk import theme
from kcr2desk.desk.bijstand import map_paint, map_shape
from kcr2desk.desk.bijstand.map_model import MapModel, Spot
from kcr2desk.desk.bijstand.map_paint import LABEL, MapPainter
from kcr2desk.desk.bijstand.map_shape import Box, Point, Shape
from kcr2desk.desk.kit import paint

CLOSEST: Final = 8.0
MARGIN: Final = 24.0
ISLAND: Final = (92.0, 42.0)
"""A tile of the inset on the border map, px at 100 %."""

_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything is, in pixels. `points` are where leaders start and arrows go from."""

    boxes: Mapping[str, Box]
    heading: Box
    led: frozenset[str] = frozenset()
    points: Mapping[str, Point] | None = None
    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    @property
    def steps(self) -> Mapping[str, Point]:
        """Where arrow keys find each owner."""
        middles = {code: box.middle for code, box in self.boxes.items()}
        return {**middles, **(self.points or {})}


class MapCanvas(QWidget):
    """Draws what its model says. `chosen` tells what the officer chose, not the program."""

    chosen = Signal(str)

    def __init__(self, model: MapModel, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._model = model
        self._now = now
        self._painter = MapPainter()
        self._shapes: dict[str, Shape] = {}
        self._borders = False
        self._current = ""
        self._zoom = 1.0
        self._offset = QPointF()
        self._grab: QPointF | None = None
        self._moved = False
        self._kept: tuple[object, Layout] | None = None
        self.heading = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(360, 240)
        theme.current().changed.connect(self._dress)

    # -- from outside ------------------------------------------------------------------------------

    @property
    def current(self) -> str:
        """The owner that is chosen, or ""."""
        return self._current

    @property
    def shapes(self) -> Mapping[str, Shape]:
        """The borders that are known."""
        return self._shapes

    def set_shapes(self, shapes: dict[str, Shape]) -> None:
        """Draw these borders when borders are wanted."""
        self._shapes = shapes
        self.forget()

    def set_borders(self, borders: bool) -> None:
        """Draw borders instead of tiles, where some are known."""
        if borders != self._borders:
            self._borders = borders
            self.reset()

    @property
    def shows_borders(self) -> bool:
        """Whether borders are drawn now."""
        return self._borders and bool(self._shapes)

    def choose(self, owner: str) -> None:
        """Show an owner as chosen; one that has no place on the map shows nothing chosen."""
        self._current = owner
        self._name()
        self.update()

    def forget(self) -> None:
        """What is drawn or where it lies is no longer right."""
        self._kept = None
        self._name()
        self.update()

    def reset(self) -> None:
        """Show the whole map."""
        self._zoom, self._offset = 1.0, QPointF()
        self.forget()

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Make it larger around a point (else the middle), at most `CLOSEST` times."""
        at = QPointF(self.rect().center()) if around is None else around
        new = min(CLOSEST, max(1.0, self._zoom * factor))
        share = new / self._zoom
        self._offset = at - (at - self._offset) * share
        self._zoom = new
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """The map never leaves its window."""
        wide, high = self.width() * (self._zoom - 1), self.height() * (self._zoom - 1)
        self._offset = QPointF(
            min(0.0, max(-wide, self._offset.x())), min(0.0, max(-high, self._offset.y()))
        )
        self.forget()

    @property
    def magnified(self) -> float:
        """How many times larger than the whole map it is shown."""
        return self._zoom

    # -- where things are --------------------------------------------------------------------------

    def place(self) -> Layout:
        """Where everything is now."""
        key = (self.size(), self._zoom, self._offset, self.shows_borders)
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, self._borders_layout() if self.shows_borders else self._tiles())
        return self._kept[1]

    def _tiles(self) -> Layout:
        boxes, heading = map_shape.tile_boxes(self.width() * self._zoom, self.height() * self._zoom)
        x, y = self._offset.x(), self._offset.y()
        return Layout({code: _move(box, x, y) for code, box in boxes.items()}, _move(heading, x, y))

    def _borders_layout(self) -> Layout:
        around = map_shape.bounds(self._shapes.values())
        beside = LABEL[0] + map_shape.COLUMN + 8
        inset = 2 * ISLAND[0] + MARGIN
        scale = min(
            (self.width() - 2 * beside - inset) / around.width,
            (self.height() - 2 * MARGIN) / around.height,
        )
        left = (self.width() + inset - around.width * scale) / 2 - around.x * scale
        top = (self.height() - around.height * scale) / 2 - around.y * scale
        scale, left, top = (
            scale * self._zoom, left * self._zoom + self._offset.x(),
            top * self._zoom + self._offset.y(),
        )  # fmt: skip
        points = {
            code: (s.point[0] * scale + left, s.point[1] * scale + top)
            for code, s in self._shapes.items()
        }
        points |= self._seats(scale, left, top)
        window = Box(0, 0, self.width(), self.height())
        seen = {code: at for code, at in points.items() if window.holds(*at)}
        radii = {code: s.radius * scale for code, s in self._shapes.items()}
        west = max(around.x * scale + left, inset + beside)
        east = min((around.x + around.width) * scale + left, self.width() - beside)
        country = Box(west, 4, max(1.0, east - west), self.height() - 8)
        made = map_shape.place_labels(seen, radii, float(LABEL[0]), float(LABEL[1]), country)
        boxes = {code: box for code, (box, _) in made.items()}
        led = frozenset(code for code, (_, far) in made.items() if far)
        islands, heading = _island_boxes()
        return Layout({**boxes, **islands}, heading, led, points, scale, left, top)

    def _seats(self, scale: float, left: float, top: float) -> dict[str, Point]:
        """Where partners sit that have some of what is shown, in pixels."""
        found: dict[str, Point] = {}
        now = self._now()
        for owner in self._model.board.book.owners.values():
            at = position_of(owner.position) if owner.kind == "partner" else None
            if at is not None and self._model.has_some(owner.code, now):
                x, y = map_shape.project(at.longitude, at.latitude)
                found[owner.code] = (x * scale + left, y * scale + top)
        return found

    def owner_at(self, point: QPointF) -> str:
        """The owner under a point: its number or tile first, then its area; "" for none."""
        layout = self.place()
        for code, box in layout.boxes.items():
            if box.holds(point.x(), point.y()):
                return code
        if not self.shows_borders:
            return ""
        x = (point.x() - layout.left) / layout.scale
        y = (point.y() - layout.top) / layout.scale
        return next((c for c, s in self._shapes.items() if map_shape.contains(s, x, y)), "")

    # -- drawing -----------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        now, layout = self._now(), self.place()
        spots = {code: self._model.spot(code, now) for code in {*layout.boxes, *self._shapes}}
        painter.fillRect(self.rect(), QColor(theme.tokens().ground))
        if self.shows_borders:
            self._draw_borders(painter, layout, spots)
        else:
            high = layout.boxes["VR09"].height
            self._painter.set_zoom(min(1.6, max(0.85, high / 62)))
            for code, box in layout.boxes.items():
                self._tile(painter, code, box, spots[code])
        self._draw_heading(painter, layout.heading)

    def _tile(self, painter: QPainter, code: str, box: Box, spot: Spot) -> None:
        chosen = code == self._current
        self._painter.tile(painter, box, spot, chosen=chosen, focus=chosen and self.hasFocus())

    def _draw_heading(self, painter: QPainter, box: Box) -> None:
        rect = map_paint.rect_of(box)
        font, colour = theme.current().font("small"), QColor(theme.tokens().muted)
        paint.draw_text(painter, rect, self.heading, font, colour)

    def _draw_borders(self, painter: QPainter, layout: Layout, spots: Mapping[str, Spot]) -> None:
        assert layout.points is not None
        self._painter.set_zoom(1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        order = sorted(self._shapes, key=lambda c: (c == self._current, spots[c].far == 0, c))
        for code in order:
            path = map_paint.path_of(self._shapes[code], layout.scale, layout.left, layout.top)
            self._painter.region(painter, path, spots[code], chosen=code == self._current)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for code in sorted(layout.led):
            if code in self._shapes:
                map_paint.leader(painter, QPointF(*layout.points[code]), layout.boxes[code])
        for code in sorted(layout.led - set(self._shapes)):
            map_paint.leader(painter, QPointF(*layout.points[code]), layout.boxes[code])
            map_paint.seat(painter, QPointF(*layout.points[code]))
        for code, box in layout.boxes.items():
            if code in layout.points:
                chosen = code == self._current
                self._painter.label(
                    painter, box, spots[code], chosen=chosen, focus=chosen and self.hasFocus(),
                    filled=code in layout.led or code not in self._shapes,
                )  # fmt: skip
        islands = [code for code in layout.boxes if code not in layout.points]
        self._under_inset(painter, layout, islands)
        for code in islands:
            self._tile(painter, code, layout.boxes[code], spots[code])

    def _under_inset(self, painter: QPainter, layout: Layout, islands: list[str]) -> None:
        """A ground under the inset, for a map that is made larger passes behind it."""
        rect = map_paint.rect_of(layout.heading)
        for code in islands:
            rect = rect.united(map_paint.rect_of(layout.boxes[code]))
        tokens = theme.tokens()
        paint.rounded(painter, rect.adjusted(-6, -2, 6, 6), tokens.ground, tokens.line)

    def _dress(self) -> None:
        self._painter.forget()
        self.update()

    # -- mouse and keys ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_in_sight()

    def sizeHint(self) -> QSize:
        return QSize(860, 520)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom(1.25 ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grab, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grab is None:
            return
        by = event.position() - self._grab
        if self._moved or by.manhattanLength() >= 5:
            self._moved = True
            self._offset += by
            self._grab = event.position()
            self._keep_in_sight()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grab is not None and not self._moved:
            self._pick(self.owner_at(event.position()))
        self._grab = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = _ARROWS.get(Qt.Key(event.key()))
        if direction is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        steps = self.place().steps
        start = self._current if self._current in steps else ""
        found = map_shape.toward(steps, start, direction) if start else "VR09"
        self._pick(found if found in steps else start or next(iter(steps)))

    def _pick(self, owner: str) -> None:
        if owner:
            self.choose(owner)
            self._reveal(owner)
            self.chosen.emit(owner)

    def _reveal(self, owner: str) -> None:
        """Move the map so that an owner is in sight."""
        box = self.place().boxes.get(owner)
        if box is None or QRect(QPoint(), self.size()).contains(map_paint.rect_of(box)):
            return
        self._offset += QPointF(self.rect().center()) - QPointF(*box.middle)
        self._keep_in_sight()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            owner = self.owner_at(QPointF(event.pos()))
            lines = self._model.story(self._model.spot(owner, self._now()), self._now())
            QToolTip.showText(event.globalPos(), "\n".join(lines) if owner else "", self)
            return True
        return super().event(event)

    def _name(self) -> None:
        """What a screen reader says: all of the owner that is chosen."""
        if self._current:
            now = self._now()
            lines = self._model.story(self._model.spot(self._current, now), now)
            self.setAccessibleDescription(". ".join(lines))
        else:
            self.setAccessibleDescription("")


def _move(box: Box, x: float, y: float) -> Box:
    return Box(box.x + x, box.y + y, box.width, box.height)


def _island_boxes() -> tuple[dict[str, Box], Box]:
    """The inset on the border map, two beside each other in the sea at the top left."""
    wide, high = ISLAND
    islands = [tile.code for tile in tiles() if tile.caribbean]
    found = {
        code: Box(MARGIN / 2 + n % 2 * (wide + 4), MARGIN + 4 + n // 2 * (high + 4), wide, high)
        for n, code in enumerate(islands)
    }
    return found, Box(MARGIN / 2, 6, 2 * wide, 20)


def board_model(board: Board) -> MapModel:
    """The model of a board, ready to be drawn."""
    model = MapModel(board)
    model.look_around()
    return model
