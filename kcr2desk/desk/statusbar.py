"""The foot of every window: the line in words, the stream, the clocks. Its height is fixed."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from kcr2desk.desk import texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.kit.buttons import button
from kcr2desk.desk.kit.labels import ElidedLabel
from kcr2desk.desk.line import LineState, sentence

STATUS_HEIGHT: Final = 32


class _Sign(QWidget):
    """The sign before the sentence: its shape says the state without its colour."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._tone = "sync", "muted"
        self.setFixedSize(18, STATUS_HEIGHT - 2)

    def show_sign(self, icon: str, tone: str) -> None:
        self._icon, self._tone = icon, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = theme.tokens().tone(self._tone)
        paint.draw_icon(QPainter(self), self._icon, colour, self.rect())


class _Stream(QWidget):
    """OPERATIE, or OEFENING on its own ground; always as wide as the widest."""

    def __init__(self) -> None:
        super().__init__()
        self.exercise = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def word(self) -> str:
        return self.tr("EXERCISE") if self.exercise else self.tr("OPERATION")

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.current().font("small", strong=True))
        words = (self.tr("EXERCISE"), self.tr("OPERATION"))
        return QSize(max(metrics.horizontalAdvance(w) for w in words) + 20, STATUS_HEIGHT - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, tokens = theme.current(), theme.tokens()
        painter = QPainter(self)
        colour = tokens.muted
        if self.exercise:
            box = QRect(0, (self.height() - 22) // 2, self.width(), 22)
            paint.rounded(painter, box, tokens.exercise)
            colour = tokens.on_accent
        font = now.font("small", strong=True)
        paint.draw_text(painter, self.rect(), self.word(), font, QColor(colour), centre=True)


class _Clocks(QWidget):
    """`14:05 NL  09:05 BON` in tabular figures."""

    def __init__(self) -> None:
        super().__init__()
        self._home, self._island = "--:--", "--:--"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def tick(self, now: datetime) -> None:
        home, island = texts.clock(now), texts.clock(now, texts.BONAIRE)
        if (home, island) != (self._home, self._island):
            self._home, self._island = home, island
            self.setAccessibleName(f"{home} NL, {island} BON")
            self.setToolTip(texts.utc(now))
            self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.current().font("table", strong=True))
        small = QFontMetrics(theme.current().font("small"))
        words = small.horizontalAdvance("NL") + small.horizontalAdvance("BON")
        return QSize(2 * metrics.horizontalAdvance("00:00") + words + 28, STATUS_HEIGHT - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, tokens = theme.current(), theme.tokens()
        painter = QPainter(self)
        rect = self.rect()
        for time, zone, strong in ((self._home, "NL", True), (self._island, "BON", False)):
            figures = now.font("table", strong=strong)
            colour = QColor(tokens.text if strong else tokens.muted)
            rect.adjust(paint.draw_text(painter, rect, time, figures, colour) + 4, 0, 0, 0)
            muted = QColor(tokens.muted)
            used = paint.draw_text(painter, rect, zone, now.font("small"), muted)
            rect.adjust(used + 16, 0, 0, 0)


class StatusBar(QFrame):
    """State of the line bottom left, always; then what wants a decision, stream and clocks."""

    remedyWanted = Signal(str)
    """The officer pressed the button beside the sentence; carries the kind of the state."""

    attentionWanted = Signal()
    """The officer wants to see what needs a decision."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setFixedHeight(STATUS_HEIGHT)
        self._state = LineState("starting")
        self._now: datetime | None = None
        self._sign = _Sign()
        self._words = ElidedLabel()
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._remedy = button(
            kind="link", small=True, run=lambda: self.remedyWanted.emit(self._state.kind)
        )
        self._attention = button(
            kind="link", small=True, icon="conflict", run=self.attentionWanted.emit
        )
        self._stream = _Stream()
        self._clocks = _Clocks()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.M, 0, theme.M, 0)
        row.setSpacing(theme.XS)
        row.addWidget(self._sign)
        row.addWidget(self._words)
        row.addWidget(self._remedy)
        row.addStretch(1)
        row.addWidget(self._attention)
        row.addSpacing(theme.M)
        row.addWidget(self._stream)
        row.addSpacing(theme.L)
        row.addWidget(self._clocks)
        for made in (self._remedy, self._attention):
            policy = made.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Fixed)
            made.setSizePolicy(policy)
        texts.OnLanguage(self, self._say)

    def set_line(self, state: LineState, now: datetime) -> None:
        """Tell another state of the line."""
        self._state, self._now = state, now
        self._say()

    def line_text(self) -> str:
        """The sentence shown."""
        return self._words.text()

    def set_exercise(self, exercise: bool) -> None:
        self._stream.exercise = exercise
        self._stream.setAccessibleName(self._stream.word())
        self._stream.update()

    def stream_word(self) -> str:
        return self._stream.word()

    def tick(self, now: datetime) -> None:
        """Let clocks and ages go on; what waits grows older between two states."""
        self._clocks.tick(now)
        self._now = now
        self._say()

    def _say(self) -> None:
        state = self._state
        if self._now is None:
            self._remedy.hide()
            self._attention.hide()
            return
        said = sentence(state, self._now)
        self._sign.show_sign(said.icon, said.tone)
        self._words.set_tone(said.tone)
        if said.text != self._words.text():
            self._words.setText(said.text)
        self._remedy.setText(said.remedy)
        self._remedy.setVisible(bool(said.remedy))
        waits = state.attention > 0 and state.kind != "refused"
        self._attention.setText(self.tr("%n need(s) a decision", "", state.attention))
        self._attention.setVisible(waits)
        self._stream.updateGeometry()
