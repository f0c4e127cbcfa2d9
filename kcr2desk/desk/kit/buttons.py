"""Buttons, and the choice of one of a few by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from kcr2desk.desk import icons, shortcuts, theme
from kcr2desk.desk.kit import paint


def button(
    text: str = "",
    *,
    kind: str = "",
    icon: str = "",
    small: bool = False,
    run: Callable[[], object] | None = None,
) -> QPushButton:
    """A button: kind `primary` (one a screen), `quiet`, `link` or plain."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.setProperty("kind", kind)
    if small:
        made.setProperty("size", "small")
    if icon:
        icons.dress(made, icon, "on_accent" if kind == "primary" else "muted")
    if run is not None:
        made.clicked.connect(lambda _checked=False: run())
    return made


def set_kind(made: QPushButton, kind: str) -> None:
    """Change the kind of a button that is shown: what is to be done next may change."""
    if made.property("kind") == kind:
        return
    made.setProperty("kind", kind)
    icons.redress(made, "on_accent" if kind == "primary" else "muted")
    made.style().unpolish(made)
    made.style().polish(made)


def action_button(action: QAction, *, kind: str = "", show_key: bool = False) -> QPushButton:
    """A button that runs an action and follows its text, its key and whether it may be used."""
    made = button(kind=kind)

    def follow() -> None:
        key = shortcuts.key_text(action)
        words = shortcuts.plain_text(action)
        made.setText(f"{words}  {key}" if show_key and key else words)
        made.setToolTip(action.toolTip() if not action.isEnabled() else f"{words} · {key}")
        made.setEnabled(action.isEnabled())
        if made.parentWidget() is not None or not action.isVisible():
            made.setVisible(action.isVisible())  # without a parent it would be a window, and active

    icon = action.property("icon_name")
    if icon:
        icons.dress(made, str(icon), "on_accent" if kind == "primary" else "muted")
    follow()
    action.changed.connect(follow)
    made.clicked.connect(lambda _checked=False: action.trigger())
    return made


def tool_button(action: QAction, *, small: bool = False) -> QToolButton:
    """An icon alone, its words and key on hover."""
    made = QToolButton()
    icon = str(action.property("icon_name") or "more")
    icons.dress(made, icon)
    if small:
        made.setProperty("size", "small")

    def follow() -> None:
        made.setToolTip(f"{shortcuts.plain_text(action)} · {shortcuts.key_text(action)}")
        made.setAccessibleName(shortcuts.plain_text(action))
        made.setEnabled(action.isEnabled())

    follow()
    action.changed.connect(follow)
    made.clicked.connect(lambda _checked=False: action.trigger())
    return made


@dataclass(frozen=True, slots=True)
class Option:
    """One of a few things to choose from."""

    value: str
    text: str
    key: str = ""
    """The key that chooses it while the choice has the focus, one character."""
    tone: str = "accent"
    icon: str = ""


class _Segment(QAbstractButton):
    def __init__(self, option: Option, parent: QWidget) -> None:
        super().__init__(parent)
        self.option = option
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_option(option)

    def show_option(self, option: Option) -> None:
        self.option = option
        self.setText(option.text)
        self.setAccessibleName(option.text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.current().font("base", strong=True))
        width = metrics.horizontalAdvance(self.text()) + 24
        width += 24 if self.option.key else 0
        width += 20 if self.option.icon else 0
        return QSize(width, theme.CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, tokens = theme.current(), theme.tokens()
        painter = QPainter(self)
        chosen, tone = self.isChecked(), self.option.tone
        box = self.rect().adjusted(2, 2, -2, -2)
        colour = tokens.tone(tone) if chosen else tokens.text
        if chosen:
            paint.rounded(painter, box, tokens.tint(tone), tokens.tone(tone), radius=3)
        elif self.underMouse() and self.isEnabled():
            paint.rounded(painter, box, tokens.raised, radius=3)
        if not self.isEnabled():
            colour = tokens.muted
        inner = self.rect().adjusted(10, 0, -10, 0)
        if self.option.icon:
            paint.draw_icon(
                painter, self.option.icon, colour, QRect(inner.left(), 0, 16, self.height())
            )
            inner.adjust(20, 0, 0, 0)
        if self.option.key:
            paint.draw_keycap(painter, inner, self.option.key.upper())
            inner.adjust(0, 0, -24, 0)
        paint.draw_text(
            painter, inner, self.text(), now.font("base", strong=chosen), QColor(colour)
        )
        if self.hasFocus():
            paint.focus_ring(painter, self.rect())


class KeyChoice(QWidget):
    """A choice of one of a few, side by side, each with its own key while it has the focus.

    `chosen` is emitted when the officer chooses, not when the program does.
    """

    chosen = Signal(str)

    def __init__(self, options: Sequence[Option] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._segments: list[_Segment] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._clicked)
        self._tab_stop: _Segment | None = None
        self.set_options(options)

    def set_options(self, options: Sequence[Option]) -> None:
        """Show `options`; with the same values only their words change."""
        if [o.value for o in options] == [s.option.value for s in self._segments]:
            for segment, option in zip(self._segments, options, strict=True):
                segment.show_option(option)
            return
        kept = self.value()
        for segment in self._segments:
            self._group.removeButton(segment)
            self._row.removeWidget(segment)
            segment.hide()  # else it stands under the new ones until it is gone
            segment.deleteLater()
        self._segments = [_Segment(option, self) for option in options]
        for segment in self._segments:
            self._group.addButton(segment)
            self._row.addWidget(segment)
        self.set_value(kept)

    def value(self) -> str:
        """The value chosen, or "" while nothing is."""
        button = self._group.checkedButton()
        return button.option.value if isinstance(button, _Segment) else ""

    def set_value(self, value: str) -> None:
        """Show `value` as chosen; one that is not among the options shows nothing chosen."""
        self._group.setExclusive(False)
        for segment in self._segments:
            segment.setChecked(segment.option.value == value)
        self._group.setExclusive(True)
        self._move_stop()

    def setFocus(
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason, /
    ) -> None:  # fmt: skip
        """To what is chosen, else to the first. Not by a focus proxy: Tab stops at a widget that
        has one too, wherever that stands among the others, and would turn in a ring there."""
        stop = self._stop()
        if stop is not None:
            stop.setFocus(reason)

    def _stop(self) -> _Segment | None:
        """Where Tab stops: at what is chosen, else at the first."""
        return next((s for s in self._segments if s.isChecked()), next(iter(self._segments), None))

    def _move_stop(self) -> None:
        """Let Tab stop at what is chosen now, between the same neighbours as before."""
        before, self._tab_stop = self._tab_stop, self._stop()
        if self._tab_stop is None or self._tab_stop is before:
            return
        if before is not None:
            QWidget.setTabOrder(before, self._tab_stop)
        for segment in self._segments:
            segment.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus
                if segment is self._tab_stop
                else Qt.FocusPolicy.ClickFocus
            )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is the proxy of another is focused past `setFocus`."""
        self.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for segment in self._segments:
            if segment.option.key and event.text().lower() == segment.option.key.lower():
                segment.setFocus(Qt.FocusReason.ShortcutFocusReason)
                segment.click()
                return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.tokens()
        paint.rounded(QPainter(self), self.rect(), tokens.surface, tokens.edge)

    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, _Segment):
            self._move_stop()
            self.chosen.emit(button.option.value)
