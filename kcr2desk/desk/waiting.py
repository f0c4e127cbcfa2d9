"""A panel that is there at the first paint and holds the real one as soon as that can be made."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QStackedLayout

from kcr2desk.desk import kit, texts
from kcr2desk.desk.panel import Panel
from kcr2desk.desk.remember import Settings


class WaitingPanel(Panel):
    """Says that it is opening until `fill` is called. To the window it is the panel it holds."""

    firstShown = Signal()
    """It is looked at and holds nothing yet."""

    def __init__(self) -> None:
        super().__init__()
        self._inner: Panel | None = None
        self._settings: Settings | None = None
        self._empty = kit.EmptyState("sync")
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self._empty)
        texts.OnLanguage(self, self._say)

    @property
    def inner(self) -> Panel | None:
        """The real panel, once it is there."""
        return self._inner

    def fill(self, panel: Panel) -> None:
        """Show the real panel in this place, with the focus when this one had it."""
        had_focus = self.isVisible() and self.window().isActiveWindow()
        self._inner = panel
        panel.badgeChanged.connect(self.badgeChanged)
        panel.subtitleChanged.connect(self.subtitleChanged)
        if self._settings is not None:
            panel.restore(self._settings)
        self._pages.addWidget(panel)
        self._pages.setCurrentWidget(panel)
        if had_focus:
            panel.focus_first()

    def actions(self) -> list[QAction]:
        """Those of the real panel."""
        return super().actions() if self._inner is None else self._inner.actions()

    def focus_first(self) -> None:
        if self._inner is None:
            self.setFocus()
        else:
            self._inner.focus_first()

    def keep(self, settings: Settings) -> None:
        if self._inner is not None:
            self._inner.keep(settings)

    def restore(self, settings: Settings) -> None:
        self._settings = settings
        if self._inner is not None:
            self._inner.restore(settings)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._inner is None:
            self.firstShown.emit()

    def _say(self) -> None:
        self._empty.set_texts(self.tr("Opening…"), self.tr("What is kept here is being opened."))
