"""The foot of the board: the story behind the current number, what was told, and the legend."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kcr2desk.core.board import SIGNS
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.bijstand import board_words as words
from kcr2desk.desk.bijstand.board_look import BoardPainter
from kcr2desk.desk.kit import paint

_LEGEND_FROM = 780
"""Px of width from which the legend has room beside the story."""


class Legend(QWidget):
    """What the signs mean, in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = BoardPainter()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._anew)
        texts.OnLanguage(self, self._anew)

    def _anew(self) -> None:
        self._look.forget()
        self.setAccessibleName(", ".join(self._said()))
        self.updateGeometry()
        self.update()

    def _said(self) -> list[str]:
        return [words.sign(code) for code in SIGNS]

    def sizeHint(self) -> QSize:
        small = self._look.metrics("small")
        first = sum(20 + small.horizontalAdvance(words.sign(code)) + 8 for code in SIGNS)
        return QSize(max(first, self._second_width()), 2 * small.height() + 6)

    def _second_width(self) -> int:
        small = self._look.metrics("small")
        return sum(small.horizontalAdvance(text) for text in self._second()) + 44

    def _second(self) -> tuple[str, str]:
        return self.tr("promised"), self.tr("n: national plan, not confirmed")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        small, font = self._look.metrics("small"), self._look.font("small")
        high, x = small.height(), 0
        muted = self._look.colour("muted")
        for code in SIGNS:
            self._look.sign(painter, QRect(x, 0, 16, high), code)
            wide = small.horizontalAdvance(words.sign(code))
            paint.draw_text(
                painter, QRect(x + 20, 0, wide + 2, high), words.sign(code), font, muted
            )
            x += 20 + wide + 8
        y = high + 6
        painter.fillRect(2, y + high // 2, 14, 3, self._look.colour("line"))
        painter.fillRect(2, y + high // 2, 8, 3, self._look.colour("accent"))
        first, second = self._second()
        wide = small.horizontalAdvance(first)
        paint.draw_text(painter, QRect(20, y, wide + 2, high), first, font, muted)
        rest = QRect(20 + wide + 16, y, small.horizontalAdvance(second) + 2, high)
        paint.draw_text(painter, rest, second, font, muted)


class BoardFoot(QWidget):
    """Two lines under the board that keep their place: which cell, and what is behind it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = kit.ElidedLabel(strong=True)
        self.second = kit.ElidedLabel(role="small", tone="muted")
        self.message = kit.InlineMessage()
        self.message.setMinimumWidth(200)
        self.legend = Legend()
        self._legend_wanted = True
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.first)
        said.addWidget(self.second)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.M, theme.XS, theme.M, theme.XS)
        row.setSpacing(theme.L)
        row.addLayout(said, 1)
        row.addWidget(self.message, 1)
        row.addWidget(self.legend)
        self.setFixedHeight(48)
        self.message.closed.connect(self._room)

    def tell_story(self, lines: Sequence[str], age: str = "", more: str = "") -> None:
        """Show what is behind a number: the number and its age first, for the end may be cut; then
        whose it is, and the rest on the second line."""
        head = [*lines[1:2], *([age] if age else []), *lines[:1]]
        self.first.setText(" · ".join(head) if head else more)
        rest = " · ".join(line.strip() for line in lines[2:])
        self.second.setText(rest if head else "")

    def tell(
        self,
        text: str,
        tone: str = "good",
        actions: list[tuple[str, object]] | None = None,
    ) -> None:
        """Tell what was done or what is wrong, beside the story."""
        self.message.tell(text, tone, actions)  # type: ignore[arg-type]
        self._room()

    def quiet(self) -> None:
        """Tell nothing any more."""
        if not self.message.isHidden():
            self.message.dismiss()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room()

    def _room(self) -> None:
        self.legend.setVisible(self.message.isHidden() and self.width() >= _LEGEND_FROM)


class StoryCard(QFrame):
    """All that is behind a number, beside its cell. Space or Esc closes it."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setProperty("ground", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        self._column.setSpacing(theme.XS)
        self._labels = [kit.label(role="strong")]
        self._column.addWidget(self._labels[0])
        self.hide()

    def show_story(self, lines: Sequence[str], beside: QRect) -> None:
        """Show lines beside a cell, whose place is in the parent's px."""
        while len(self._labels) < len(lines):
            made = kit.label()
            self._labels.append(made)
            self._column.addWidget(made)
        for place, made in enumerate(self._labels):
            made.setVisible(place < len(lines))
            made.setText(lines[place] if place < len(lines) else "")
        self.setAccessibleName(" ".join(lines))
        self.adjustSize()
        host = self._host.rect().adjusted(theme.S, theme.S, -theme.S, -theme.S)
        left = beside.right() + theme.S
        if left + self.width() > host.right():
            left = max(host.left(), beside.left() - theme.S - self.width())
        top = min(max(host.top(), beside.top()), max(host.top(), host.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return):
            self.hide()
            self.closed.emit()
        else:
            super().keyPressEvent(event)
