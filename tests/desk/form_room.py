"""A report form in a window with a store in memory, driven by keys as an officer would."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kcr2desk.desk import theme
from kcr2desk.desk.reports.form import ReportForm
from kcr2desk.desk.theme import Scheme, Theme
from kcr2desk.desk.work import StoreWork
from tests.scenes import NOW
from tests.scenes.form_cache import ME, FormCache

NOTE = "VNOG 2 pelotons Hoog Buurlo, Jansen 06-12345678 belt terug"
CONTROL = Qt.KeyboardModifier.ControlModifier


def drop_on(widget: QWidget, mime: QMimeData) -> None:
    """Drag something over a widget and let it go there."""
    at, copy = QPoint(5, 5), Qt.DropAction.CopyAction
    held, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QDragEnterEvent(at, copy, mime, held, none))
    QApplication.sendEvent(widget, QDropEvent(QPointF(at), copy, mime, held, none))


def with_theme(app: QApplication) -> None:
    """The one theme of the application, made when no test made it yet."""
    try:
        theme.current()
    except RuntimeError:
        Theme(app, scheme=Scheme.LIGHT)


def settle(work: StoreWork) -> None:
    """Wait until nothing is asked any more: an answer may ask the next thing."""
    idle = 0
    for _ in range(4000):
        QApplication.processEvents()
        idle = idle + 1 if work.idle else 0
        if idle == 5:
            return
        if not idle:
            QTest.qWait(1)
    raise TimeoutError("the work thread did not come to rest")


class Room:
    """`cache` is anything that the form can ask; `later` moves the clock."""

    def __init__(self, cache: Any | None = None, **given: Any) -> None:
        self.cache: Any = FormCache() if cache is None else cache
        self.work = StoreWork("test")
        self.now = NOW
        self.window = QWidget()
        self.window.resize(600, 900)
        self.column = QVBoxLayout(self.window)
        self.saved: list[str] = []
        self.closed = 0
        self.opened: list[str] = []
        self.form = self.new_form(**given)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window, 1000)
        self.form.focus_first()
        self.settle()

    def new_form(self, **given: Any) -> ReportForm:
        form = ReportForm(self.cache, self.work, lambda: self.now, ME, **given)
        form.saved.connect(self.saved.append)
        form.closed.connect(self._closed)
        form.openWanted.connect(self.opened.append)
        self.column.addWidget(form)
        self.form = form
        form.focus_first()
        return form

    def settle(self) -> None:
        """Let the thread do all it has to do, and its answers arrive."""
        settle(self.work)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.focus(), letter)
        self.settle()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        QTest.keyClick(self.focus(), key, held or Qt.KeyboardModifier.NoModifier)
        self.settle()

    def focus(self) -> QWidget:
        """What has the focus within the form; the note when the system gave it to none."""
        return self.window.focusWidget() or self.form.ui.text

    def later(self, **span: float) -> datetime:
        self.now += timedelta(**span)
        return self.now

    def value(self, name: str) -> Any:
        return self.form.typed().values[name]

    def chips(self) -> dict[str, str]:
        """Key of each chip -> where it stands."""
        return {offer.key: str(offer.stand) for offer in self.form.offering.shown}

    def leave(self) -> None:
        self.settle()
        self.work.close()
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()

    def _closed(self) -> None:
        self.closed += 1
