"""The icons of the project, tinted by token at run time: for Qt's buttons, and for painting."""

from __future__ import annotations

from functools import lru_cache
from weakref import ref

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, SignalInstance
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from kcr2desk.desk import resources, theme


def icon(name: str, tone: str = "muted", size: int = 16) -> QIcon:
    """Icon `name` as a QIcon in the present colours; sharp at every scale.

    What must follow a change of theme takes its icon by `dress`.
    """
    now = theme.current()
    made = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, now.tokens.tone(tone)),
        (QIcon.Mode.Disabled, now.tokens.stale),
    ):
        made.addFile(str(now.tinted_file(name, colour, size)), QSize(size, size), mode)
    return made


def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Icon `name` in `colour` (`#RRGGBB`), `size` px wide at a device pixel ratio, for painting."""
    return _pixmap(name, colour, size, round(ratio * 100))


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, size: int, percent: int) -> QPixmap:
    svg = theme.tint_svg(resources.text("icons", f"{name}.svg"), colour, size)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    side = round(size * percent / 100)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(percent / 100)
    return made


class _Dressed(QObject):
    """Child of what it dresses: sets its icon anew when the theme changes."""

    def __init__(self, target: QAbstractButton | QAction, name: str, tone: str, size: int) -> None:
        super().__init__(target)
        self.setObjectName("dressed")
        self._target = ref(target)
        self._wanted = (name, tone, size)
        changed: SignalInstance = theme.current().changed
        changed.connect(self.put)
        self.put()

    def wear(self, name: str, tone: str, size: int) -> None:
        self._wanted = (name, tone, size)
        self.put()

    def tint(self, tone: str) -> None:
        self._wanted = (self._wanted[0], tone, self._wanted[2])
        self.put()

    def put(self) -> None:
        target = self._target()
        if target is not None:
            target.setIcon(icon(*self._wanted))


def dress(
    target: QAbstractButton | QAction, name: str, tone: str = "muted", size: int = 16
) -> None:
    """Give a button or an action an icon that follows the theme; again to change it."""
    worn = target.findChild(_Dressed, "dressed", Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(worn, _Dressed):
        worn.wear(name, tone, size)
    else:
        _Dressed(target, name, tone, size)
    if isinstance(target, QAbstractButton):
        target.setIconSize(QSize(size, size))


def redress(target: QAbstractButton | QAction, tone: str) -> None:
    """Give the icon of a button or an action, where it has one, another tone."""
    worn = target.findChild(_Dressed, "dressed", Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(worn, _Dressed):
        worn.tint(tone)
