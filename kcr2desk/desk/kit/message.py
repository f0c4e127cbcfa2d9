"""What an officer is told in place, instead of by a dialog; and what an empty place says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kcr2desk.desk import texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.kit.buttons import button
from kcr2desk.desk.kit.labels import ElidedLabel, label

_SIGNS: Final = {
    "accent": "info",
    "good": "check",
    "attention": "alert",
    "urgent": "alert",
    "exercise": "info",
    "muted": "info",
}


class InlineMessage(QWidget):
    """One line that tells: a sign, a sentence, what can be done, a way to close it.

    It keeps its place while hidden when `keep_space`, so what is read does not move. The
    sentence is shortened when the place is narrow; its whole is the tool tip.
    """

    closed = Signal()

    def __init__(self, *, keep_space: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = "accent"
        self._words = ElidedLabel()
        self._actions = QHBoxLayout()
        self._actions.setSpacing(theme.XS)
        self._cross = button(kind="quiet", icon="close", small=True, run=self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(36, 0, 4, 0)
        row.setSpacing(theme.S)
        row.addWidget(self._words, 1)
        row.addLayout(self._actions)
        row.addWidget(self._cross)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(keep_space)
        self.setSizePolicy(policy)
        texts.OnLanguage(self, self._say)
        self.hide()

    def tell(
        self,
        text: str,
        tone: str = "accent",
        actions: list[tuple[str, Callable[[], object]]] | None = None,
        *,
        closable: bool = True,
    ) -> None:
        """Show a sentence in a tone, with buttons (word, what it does)."""
        self._tone = tone
        self._words.setText(text)
        self._words.setAccessibleDescription(text)
        held = any(each.hasFocus() for each in self.buttons())
        self._cross.setVisible(closable)
        if held and closable:  # else the keys would go to whatever comes next in the window
            self._cross.setFocus(Qt.FocusReason.OtherFocusReason)
        while (item := self._actions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words, run in actions or []:
            self._actions.addWidget(button(words, kind="link", small=True, run=run))
        self.show()
        self.update()

    def text(self) -> str:
        return self._words.text()

    def buttons(self) -> list[QPushButton]:
        """The buttons of what can be done, for keys and tests."""
        items = (self._actions.itemAt(i) for i in range(self._actions.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [w for w in widgets if isinstance(w, QPushButton)]

    def dismiss(self) -> None:
        """Close it, as by its cross."""
        self.hide()
        self.closed.emit()

    def sizeHint(self) -> QSize:
        return QSize(240, 34)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 34)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.tokens()
        painter = QPainter(self)
        paint.rounded(painter, self.rect(), tokens.tint(self._tone))
        sign = QRect(10, 0, 18, self.height())
        paint.draw_icon(painter, _SIGNS.get(self._tone, "info"), tokens.tone(self._tone), sign)

    def _say(self) -> None:
        self._cross.setToolTip(self.tr("Close"))
        self._cross.setAccessibleName(self.tr("Close"))


class EmptyState(QWidget):
    """What an empty place says: what is missing, and what to do about it."""

    def __init__(self, icon: str = "inbox", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._title = label(role="heading")
        self._words = label(tone="muted", wrap=True)
        self._button = button()
        self._button.hide()
        self._run: Callable[[], object] | None = None
        self._button.clicked.connect(self._pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        column.setSpacing(theme.S)
        column.addStretch(2)
        column.addSpacing(48)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._words.setMinimumWidth(120)
        self._words.setMaximumWidth(400)
        column.addWidget(self._title)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._words, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addSpacing(theme.S)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def set_texts(
        self,
        title: str,
        words: str = "",
        action: str = "",
        run: Callable[[], object] | None = None,
    ) -> None:
        """Say it; with `action` and `run` a button does something about it."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._run = run

    def paintEvent(self, _event: QPaintEvent) -> None:
        top = self._title.geometry().top()
        place = QRect(0, top - 48, self.width(), 32)
        paint.draw_icon(QPainter(self), self._icon, theme.tokens().stale, place, 32)

    def _pressed(self) -> None:
        if self._run is not None:
            self._run()
