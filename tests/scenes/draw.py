"""Draws a scene to a picture, with the menus and lists that stand open over it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from tests.scenes import Scene, Stage


def picture(scene: Scene, stage: Stage, size: QSize) -> QPixmap:
    """The picture of a scene at a size in px at 100 %."""
    stage.after.clear()
    widget = scene(stage)
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
    widget.move(0, 0)
    widget.resize(size)
    widget.show()
    QApplication.processEvents()
    for run in stage.after:
        run()
        QApplication.processEvents()
    drawn = with_popups(widget)
    for window in QApplication.topLevelWidgets():
        window.close()
        window.deleteLater()
    QApplication.processEvents()
    return drawn


def with_popups(widget: QWidget) -> QPixmap:
    """What the screen would show: the widget, and the popups over it."""
    drawn = widget.grab()
    painter = QPainter(drawn)
    origin = widget.mapToGlobal(QPoint(0, 0))
    for window in QApplication.topLevelWidgets():
        popup = Qt.WindowType.Popup
        if window.isVisible() and window.windowFlags() & Qt.WindowType.WindowType_Mask == popup:
            painter.drawPixmap(window.mapToGlobal(QPoint(0, 0)) - origin, window.grab())
    painter.end()
    return drawn
