"""The needs of a person, each met by one key; medical notes are there for medical members only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from kcr2desk.core.repatriation.people import PersonNeed
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.stations_words import need_told

MOST = 9
"""Needs that have a key of their own."""


class NeedLine(QAbstractButton):
    """`1 Medicijnen · open`: a click or its key says that it is met, or that it is not."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key, self._state, self._met = key, "", False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_need(self, text: str, state: str, *, met: bool) -> None:
        self._state, self._met = state, met
        self.setText(text)
        self.setAccessibleName(f"{text}, {state}")
        self.update()

    @property
    def state(self) -> str:
        """What is said of whether it is met."""
        return self._state

    def sizeHint(self) -> QSize:
        return QSize(240, theme.CONTROL_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, theme.CONTROL_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, tokens, painter = theme.current(), theme.tokens(), QPainter(self)
        if self.underMouse():
            paint.rounded(painter, self.rect(), tokens.raised)
        tone = "good" if self._met else "attention"
        sign = QRect(theme.S, 0, 16, self.height())
        paint.draw_icon(painter, "check" if self._met else "ring", tokens.tone(tone), sign)
        words = self.rect().adjusted(theme.S + 24, 0, -theme.S, 0)
        if self._key:
            cap = words.adjusted(0, 0, 0, 0)
            words.adjust(0, 0, -paint.draw_keycap(painter, cap, self._key) - theme.S, 0)
        small = look.font("small")
        wide = QFontMetrics(small).horizontalAdvance(self._state) + 4
        state = QRect(words.right() - wide, 0, wide, self.height())
        paint.draw_text(painter, state, self._state, small, QColor(tokens.tone(tone)), right=True)
        words.adjust(0, 0, -wide - theme.S, 0)
        colour = tokens.muted if self._met else tokens.text
        font = look.font("base", strong=not self._met)
        paint.draw_text(painter, words, self.text(), font, QColor(colour))
        if self.hasFocus():
            paint.focus_ring(painter, self.rect())


class NeedList(QWidget):
    """All needs of a person. `turned` carries the id of one that was met, or is open again."""

    turned = Signal(str)

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self._hall = hall
        self._needs: list[PersonNeed] = []
        self.lines: list[NeedLine] = []
        self.notes: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_needs(self, needs: Sequence[PersonNeed]) -> None:
        """Show these."""
        self._needs = list(needs)
        while len(self.lines) < len(needs):
            self._add()
        medical, now = self._hall.role == "medical", self._hall.now()
        for place, (line, note) in enumerate(zip(self.lines, self.notes, strict=True)):
            shown = place < len(needs)
            line.setVisible(shown)
            note.setVisible(False)
            if not shown:
                continue
            need = needs[place]
            told = need_told(self._hall.book, need, medical=medical)
            line.show_need(told.text, self._state(need, now), met=told.met)
            said = [told.note] if told.note else []
            if told.hidden:
                said.append(self.tr("A medical note is for medical members only."))
            note.setText("\n".join(said))
            note.setVisible(bool(said))

    def turn(self, place: int) -> None:
        """Say of the need at a place that it is met, or that it is not."""
        if place < len(self._needs):
            self.turned.emit(self._needs[place].id)

    def _state(self, need: PersonNeed, now: datetime) -> str:
        if need.met_at is None:
            return self.tr("open")
        said = self.tr("met {time}").format(time=texts.moment(need.met_at, now))
        return f"{said} · {need.met_by}" if need.met_by else said

    def _add(self) -> None:
        place = len(self.lines)
        line = NeedLine(str(place + 1) if place < MOST else "")
        line.clicked.connect(lambda _=False, p=place: self.turn(p))
        note = kit.label(tone="muted", wrap=True)
        note.setContentsMargins(theme.S + 24, 0, 0, theme.XS)
        self.lines.append(line)
        self.notes.append(note)
        self._column.addWidget(line)
        self._column.addWidget(note)
