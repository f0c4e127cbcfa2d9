"""Covers what shows persons when nobody is at the desk: a key or a click brings it back.

    IdleBlank(page, who="J. Jansen")

Nothing under the cover is touched: what was half typed stands there afterwards, with the focus
where it was. Lists that stand open over the page, tool tips, and cards over the window go, and so
does what was copied from the page to the clipboard.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QChildEvent, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWindow,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import isValid

from kcr2desk.desk import shortcuts, texts, theme
from kcr2desk.desk.kit import Overlay, paint
from kcr2desk.desk.remember import Settings

AFTER: Final = timedelta(minutes=3)
CHOICES: Final = (1, 3, 5, 10)
"""Minutes after which a desk may be set to cover its screen."""

KEY: Final = "repatriation/blank"
_SIGN: Final = 40
_AT_WORK: Final = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove,
        QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
    }
)  # fmt: skip
"""Events of a window by which somebody is at the desk."""


_HELD: Final = frozenset(
    {
        Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
    }
)  # fmt: skip
"""Keys that are held for another."""


class IdleBlank(QWidget):
    """Lies over `host` once nobody did anything for `after`. `who` is told on it."""

    changed = Signal(bool)
    """Whether the page is covered."""

    def __init__(
        self,
        host: QWidget,
        *,
        who: str = "",
        after: timedelta = AFTER,
        settings: Settings | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(host)
        self._host, self._who, self._seconds, self._settings = host, who, seconds, settings
        self._after = after
        self._last = seconds()
        self._before: QWidget | None = None
        self._copy = 0
        self._window: QWindow | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()
        self.now_action = shortcuts.command(host, "Ctrl+Alt+L", self.cover, icon="lock")
        self.minutes_action = shortcuts.command(host, "Ctrl+Alt+M", self.next_minutes, icon="clock")
        if settings is not None:
            self._restore(settings)
        host.installEventFilter(self)
        QGuiApplication.clipboard().dataChanged.connect(self._copied)
        texts.OnLanguage(self, self._say)
        if host.isVisible():
            self._shown()

    # how long

    @property
    def after(self) -> timedelta:
        """After how long the page is covered."""
        return self._after

    def set_after(self, after: timedelta) -> None:
        """Cover the page after so long from now on."""
        self._after = after
        if self._settings is not None:
            self._settings.set(KEY, str(round(after / timedelta(minutes=1))))
        self._say()
        if self._host.isVisible() and not self.covers:
            self._wait()

    def next_minutes(self) -> None:
        """The next of the lengths that a desk may have."""
        now = round(self._after / timedelta(minutes=1))
        self.set_after(timedelta(minutes=next((c for c in CHOICES if c > now), CHOICES[0])))

    def _restore(self, settings: Settings) -> None:
        kept = settings.get(KEY) or ""
        if kept.isdigit() and int(kept) in CHOICES:
            self._after = timedelta(minutes=int(kept))

    # waiting

    def _wait(self) -> None:
        """Look again when the page would have been left alone for long enough."""
        left = self._after.total_seconds() - (self._seconds() - self._last)
        self._timer.start(max(1, round(left * 1000)))

    def _look(self) -> None:
        idle = self._seconds() - self._last
        if idle >= self._after.total_seconds():
            self.cover()
        else:
            self._wait()

    # the cover

    @property
    def covers(self) -> bool:
        """Whether the page is covered."""
        return not self.isHidden()

    def cover(self) -> None:
        """Cover the page now."""
        if self.covers or not self._host.isVisible():
            return
        self._timer.stop()
        self._put_away()
        focus = QApplication.focusWidget()
        inside = focus is not None and self._host.isAncestorOf(focus)
        self._before = focus if inside else self._host.focusWidget()
        self.setGeometry(self._host.rect())
        for child in self._host.children():
            child.installEventFilter(self)
        self.show()
        self.raise_()
        if inside or focus is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(True)

    def uncover(self) -> None:
        """Show the page as it was."""
        if not self.covers:
            return
        self._last = self._seconds()
        for child in self._host.children():
            child.removeEventFilter(self)
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            # first: hiding what has the focus would pass it on as Tab does, and select all
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        if self._host.isVisible():
            self._wait()
        self.changed.emit(False)

    def _put_away(self) -> None:
        """What shows something of the page outside of it."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        for card in self._host.window().findChildren(Overlay):
            card.dismiss()
        clipboard = QGuiApplication.clipboard()
        if self._copy and self._copy == hash(clipboard.text()):
            clipboard.clear()
        self._copy = 0

    def _copied(self) -> None:
        """Something was copied: from this page, when the focus is in it."""
        focus = QApplication.focusWidget()
        here = focus is not None and (focus is self._host or self._host.isAncestorOf(focus))
        self._copy = hash(QGuiApplication.clipboard().text()) if here else 0

    # events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._host:
            if isinstance(event, QChildEvent) and event.added() and self.covers:
                event.child().installEventFilter(self)
            self._follow(kind)
        elif watched is self._window:
            if kind in _AT_WORK and not self.covers:
                self._last = self._seconds()
        elif kind in (QEvent.Type.ZOrderChange, QEvent.Type.Show) and self.covers:
            self.raise_()  # a card that an answer of the store opened
        return False

    def _follow(self, kind: QEvent.Type) -> None:
        if kind == QEvent.Type.Resize and self.covers:
            self.setGeometry(self._host.rect())
        elif kind == QEvent.Type.Show:
            self._shown()
        elif kind == QEvent.Type.Hide:
            self._timer.stop()

    def _shown(self) -> None:
        """Listen to the window in which the page is now: its keys and clicks come there first."""
        window = self._host.window().windowHandle()
        if window is not self._window:
            if self._window is not None and isValid(self._window):
                self._window.removeEventFilter(self)
            self._window = window
            if window is not None:
                window.installEventFilter(self)
        if not self.covers:
            self._last = self._seconds()
            self._wait()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.ToolTip):
            event.accept()  # no key of the page works under the cover, no tip of it shows
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() not in _HELD:  # else the rest of the chord would be a key of the page
            self.uncover()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.uncover()

    # words

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, look, painter = theme.tokens(), theme.current(), QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.ground))
        middle = self.rect().center()
        sign = QRect(middle.x() - _SIGN // 2, middle.y() - 74, _SIGN, _SIGN)
        paint.draw_icon(painter, "lock", tokens.muted, sign, _SIGN)
        lines = (
            (self._title, look.font("heading"), tokens.text),
            (self._signed, look.font("base"), tokens.text),
            (self._how, look.font("base"), tokens.muted),
        )
        for place, (text, font, colour) in enumerate(lines):
            line = QRect(0, middle.y() - 18 + place * 26, self.width(), 24)
            paint.draw_text(painter, line, text, font, QColor(colour), centre=True)

    def _say(self) -> None:
        self._title = self.tr("This screen is covered")
        signed = self.tr("Signed in: {who}")
        self._signed = signed.replace("{who}", self._who) if self._who else ""
        self._how = self.tr("Any key or a click shows it again. What you were typing still stands.")
        self.setAccessibleName(f"{self._title}. {self._signed}. {self._how}")
        self.now_action.setText(self.tr("Cover this screen now"))
        minutes = round(self._after / timedelta(minutes=1))
        self.minutes_action.setText(
            self.tr("Cover after another time (now after %n minute(s))", "", minutes)
        )
        self.update()
