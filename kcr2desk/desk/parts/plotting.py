"""Loads pyqtgraph in a thread of its own and makes plots that look like the desk."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor

from kcr2desk.desk import theme

AXIS: Final = 24
"""Height of a time axis, px at 100 %."""


class Loader(QObject):
    """Imports pyqtgraph, half a second of work, and calls `ready` with it in the UI thread.

    Lives as a child of the widget that wants it; when that goes first, nobody is called.
    """

    _loaded = Signal(object)

    def __init__(self, parent: QObject, ready: Callable[[Any], object]) -> None:
        super().__init__(parent)
        self._ready = ready
        self._started = False
        self._loaded.connect(self._give, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Load it, once."""
        if not self._started:
            self._started = True
            threading.Thread(target=self._run, name="kcr2desk-plot", daemon=True).start()

    def _run(self) -> None:
        graphics = importlib.import_module("pyqtgraph")
        try:
            self._loaded.emit(graphics)
        except RuntimeError:  # the window went while this was under way
            pass

    def _give(self, graphics: Any) -> None:
        self._ready(graphics)


def plot(graphics: Any, *sides: str) -> Any:
    """A plot with axes at `sides`, without menus, buttons and margins of its own."""
    made = graphics.PlotWidget(axisItems={side: graphics.AxisItem(side) for side in sides})
    item = made.getPlotItem()
    for side in ("left", "bottom", "top", "right"):
        item.showAxis(side, side in sides)
    made.setMenuEnabled(False)
    made.hideButtons()
    made.setFrameShape(made.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    item.setContentsMargins(0, 0, 0, 0)
    item.getViewBox().setDefaultPadding(0.0)
    return made


def dress(made: Any, *sides: str) -> None:
    """Give a plot the colours and fonts of the theme as it is now."""
    tokens = theme.tokens()
    made.setBackground(QColor(tokens.surface))
    for side in sides:
        axis = made.getAxis(side)
        axis.setPen(QColor(tokens.line))
        axis.setTextPen(QColor(tokens.muted))
        axis.setStyle(tickFont=theme.current().font("small"), tickLength=0)
