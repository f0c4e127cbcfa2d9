"""A small map of where an alert holds: its shapes, the seats of the regions, a scale. No tiles."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcr2desk.core import places
from kcr2desk.desk import texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.reports.alert_read import Point, Shape

translate = QCoreApplication.translate

KM_A_DEGREE: Final = 111.32
LEAST_KM: Final = 24.0
"""A smaller area is shown with so much around it, so that a known place may be in sight."""
MARGIN: Final = 0.16
HEIGHT: Final = 208


@dataclass(frozen=True, slots=True)
class View:
    """What part of the earth is drawn where: degrees to px, as far north as the middle says."""

    lat: float
    lon: float
    px_a_km: float
    width: int
    height: int

    def place(self, point: Point) -> QPointF:
        """Where a point lies on the map."""
        lat, lon = point
        across = (_turned(lon, self.lon) - self.lon) * KM_A_DEGREE * _narrow(self.lat)
        up = (lat - self.lat) * KM_A_DEGREE
        return QPointF(self.width / 2 + across * self.px_a_km, self.height / 2 - up * self.px_a_km)


def _narrow(lat: float) -> float:
    """How much narrower a degree of longitude is than one of latitude."""
    return max(0.05, math.cos(math.radians(lat)))


def _turned(lon: float, near: float) -> float:
    """The longitude, a turn further where that is nearer: areas may lie over the date line."""
    return near + math.remainder(lon - near, 360.0)


def view_of(shapes: Sequence[Shape], width: int, height: int) -> View | None:
    """The view that holds all shapes; None where there is nothing to draw."""
    if not shapes or width < 40 or height < 40:
        return None
    first = shapes[0].points[0][1]
    lats: list[float] = []
    lons: list[float] = []
    for shape in shapes:
        for lat, lon in shape.points:
            reach = (shape.radius_km or 0.0) / KM_A_DEGREE
            lats += [lat - reach, lat + reach]
            wide = reach / _narrow(lat)
            turned = _turned(lon, first)
            lons += [turned - wide, turned + wide]
    lat = max(-88.0, min(88.0, (min(lats) + max(lats)) / 2))
    lon = (min(lons) + max(lons)) / 2
    tall_km = (max(lats) - min(lats)) * KM_A_DEGREE
    wide_km = (max(lons) - min(lons)) * KM_A_DEGREE * _narrow(lat)
    room = 1 - 2 * MARGIN
    scale = min(width * room / max(wide_km, LEAST_KM), height * room / max(tall_km, LEAST_KM * 0.6))
    return View(lat, lon, scale, width, height)


def round_length(km: float) -> float:
    """The longest of 1, 2, 5, 10, 20, 50 … kilometres (or parts) within `km`."""
    power = 10.0 ** math.floor(math.log10(max(km, 1e-6)))
    return max(step * power for step in (1, 2, 5) if step * power <= km * 1.0001)


class AreaMap(QWidget):
    """Draws the area of an alert in the tone of its severity."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shapes: tuple[Shape, ...] = ()
        self._tone = "attention"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_area(self, shapes: Sequence[Shape], tone: str, words: str) -> None:
        """Draw `shapes`; `words` say the area to who cannot see it."""
        self._shapes = tuple(shapes)
        self._tone = "accent" if tone == "text" else tone
        self.setAccessibleName(words)
        self.setVisible(bool(shapes))
        self.update()

    @property
    def shapes(self) -> tuple[Shape, ...]:
        return self._shapes

    def sizeHint(self) -> QSize:
        return QSize(320, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        view = view_of(self._shapes, self.width(), self.height())
        painter = QPainter(self)
        tokens = theme.tokens()
        paint.rounded(painter, self.rect(), tokens.raised)
        if view is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect())
        self._draw_grid(painter, view)
        self._draw_shapes(painter, view)
        taken = self._draw_scale(painter, view)
        self._draw_seats(painter, view, [taken])

    def _draw_grid(self, painter: QPainter, view: View) -> None:
        """Lines of latitude and longitude, so that a shape is somewhere."""
        step = _grid_step(view)
        if step <= 0:
            return
        painter.setPen(QPen(QColor(theme.tokens().line), 1))
        top, left = view.lat + self.height() / 2 / view.px_a_km / KM_A_DEGREE, 0.0
        half = self.width() / 2 / view.px_a_km / KM_A_DEGREE / _narrow(view.lat)
        left = view.lon - half
        lines = []
        lat = math.floor(top / step) * step
        while (y := view.place((lat, view.lon)).y()) < self.height():
            lines.append(QLineF(0, y, self.width(), y))
            lat -= step
        lon = math.ceil(left / step) * step
        while lon < view.lon + half and len(lines) < 80:
            x = self.width() / 2 + (lon - view.lon) * KM_A_DEGREE * _narrow(view.lat) * view.px_a_km
            lines.append(QLineF(x, 0, x, self.height()))
            lon += step
        painter.drawLines(lines)

    def _draw_shapes(self, painter: QPainter, view: View) -> None:
        tokens = theme.tokens()
        colour = QColor(tokens.tone(self._tone))
        fill = QColor(colour)
        fill.setAlphaF(0.24)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(fill)
        for shape in self._shapes:
            if shape.radius_km is None:
                painter.drawPolygon(QPolygonF([view.place(point) for point in shape.points]))
                continue
            centre = view.place(shape.points[0])
            radius = shape.radius_km * view.px_a_km
            if radius < 3:
                paint.draw_dot(painter, centre, 4, tokens.tone(self._tone))
            else:
                painter.drawEllipse(centre, radius, radius)

    def _draw_seats(self, painter: QPainter, view: View, taken: list[QRectF]) -> None:
        """The seats of the regions in sight, with their names where there is room."""
        tokens = theme.tokens()
        font = theme.current().font("small")
        metrics = QFontMetrics(font)
        for region in places.regions():
            at = view.place((region.latitude, region.longitude))
            if not QRectF(self.rect()).adjusted(6, 6, -6, -6).contains(at):
                continue
            if any(box.contains(at) for box in taken):
                continue
            paint.draw_dot(painter, at, 2.5, tokens.muted)
            size = QSizeF(metrics.horizontalAdvance(region.seat) + 2, metrics.height())
            box = self._free_box(at, size, taken)
            if box is None:
                continue
            taken.append(box)
            halo = QColor(tokens.raised)
            halo.setAlphaF(0.7)
            painter.fillRect(box, halo)
            painter.setFont(font)
            painter.setPen(QColor(tokens.text))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), region.seat)

    def _free_box(self, at: QPointF, size: QSizeF, taken: list[QRectF]) -> QRectF | None:
        """Room for a name right of its dot, else left, above or below; None where there is none."""
        inside = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        middle = at.y() - size.height() / 2
        for left, top in (
            (at.x() + 6, middle),
            (at.x() - 6 - size.width(), middle),
            (at.x() - size.width() / 2, at.y() - 5 - size.height()),
            (at.x() - size.width() / 2, at.y() + 5),
        ):
            box = QRectF(QPointF(left, top), size)
            if inside.contains(box) and not any(box.intersects(other) for other in taken):
                return box
        return None

    def _draw_scale(self, painter: QPainter, view: View) -> QRectF:
        """A bar of a round length at the left below. Returns the room that it takes."""
        tokens = theme.tokens()
        km = round_length(self.width() * 0.28 / view.px_a_km)
        wide = km * view.px_a_km
        words = scale_words(km)
        font = theme.current().font("small")
        metrics = QFontMetrics(font)
        base = self.height() - 10
        painter.setPen(QPen(QColor(tokens.text), 1.5))
        for line in (
            QLineF(12, base, 12 + wide, base),
            QLineF(12, base - 4, 12, base),
            QLineF(12 + wide, base - 4, 12 + wide, base),
        ):
            painter.drawLine(line)
        box = QRect(round(18 + wide), base - metrics.height() + 3, 90, metrics.height())
        paint.draw_text(painter, box, words, font, QColor(tokens.text))
        return QRectF(8, base - metrics.height(), wide + 20 + metrics.horizontalAdvance(words), 24)


def scale_words(km: float) -> str:
    """`20 km`, `500 m`."""
    if km >= 1:
        return translate("Alerts", "{n} km").format(n=texts.number(round(km)))
    return translate("Alerts", "{n} m").format(n=texts.number(round(km * 1000)))


def _grid_step(view: View) -> float:
    """Degrees between lines: some 60 px or more apart; 0 for the whole earth."""
    for step in (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 45):
        if step * KM_A_DEGREE * view.px_a_km * _narrow(view.lat) >= 60:
            return step
    return 0.0
