"""The stages of an arrival side by side: how many, and how many fewer or more than before."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcr2desk.core.repatriation.reconcile_kinds import (
    KINDS,
    STAGES,
    Reckoning,
    Tally,
    Weight,
)
from kcr2desk.desk import texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.repatriation import reconcile_words as words

translate = words.translate
HEIGHT: Final = 92
BAR: Final = 4


class Funnel(QWidget):
    """Numbers of human beings by stage. A stage that no list tells of shows a dash."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Reckoning | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        texts.OnLanguage(self, self._say)

    def sizeHint(self) -> QSize:
        return QSize(840, HEIGHT)

    def show_found(self, found: Reckoning | None) -> None:
        """Show a reckoning."""
        self._found = found
        self._say()

    def _say(self) -> None:
        said = [] if self._found is None else [self._story(t) for t in self._found.tallies]
        self.setAccessibleName(translate("Reconcile", "Stages"))
        self.setAccessibleDescription("; ".join(said))
        self.setToolTip("\n".join(said))
        self.update()

    def _story(self, tally: Tally) -> str:
        """A stage in words, with every difference from the one before."""
        name = words.stage(tally.stage)
        if not tally.told:
            return translate("Reconcile", "{stage}: no list says it").replace("{stage}", name)
        parts = [f"−{texts.number(n)} {words.kind(k)}" for k, n in tally.lost.items()]
        parts += [f"+{texts.number(n)} {words.kind(k)}" for k, n in tally.gained.items()]
        told = f"{name} {texts.number(tally.count)}"
        return f"{told} ({', '.join(parts)})" if parts else told

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = theme.tokens()
        found = self._found
        tallies = [Tally(stage, False) for stage in STAGES] if found is None else found.tallies
        most = max((t.count for t in tallies), default=0)
        wide = self.width() / len(STAGES)
        for place, tally in enumerate(tallies):
            left = round(place * wide)
            box = QRect(left, 0, round((place + 1) * wide) - left, self.height())
            self._stage(painter, box.adjusted(0 if place == 0 else 12, 0, -12, 0), tally, most)
            if place:
                sign = QRect(left - 8, 22, 16, 28)
                paint.draw_icon(painter, "chevron-right", tokens.stale, sign, 14)

    def _stage(self, painter: QPainter, box: QRect, tally: Tally, most: int) -> None:
        now, tokens = theme.current(), theme.tokens()
        name = QRect(box.left(), 0, box.width(), 18)
        muted = QColor(tokens.muted)
        paint.draw_text(painter, name, words.stage(tally.stage), now.font("small"), muted)
        number = QRect(box.left(), 18, box.width(), 32)
        known = texts.number(tally.count) if tally.told else "–"
        colour = QColor(tokens.text if tally.told else tokens.stale)
        paint.draw_text(painter, number, known, now.font("number"), colour)
        track = QRect(box.left(), 54, box.width(), BAR)
        paint.rounded(painter, track, tokens.raised, radius=2)
        if most and tally.told and tally.count:
            part = max(BAR, round(track.width() * tally.count / most))
            full = QRect(track.left(), track.top(), part, BAR)
            paint.rounded(painter, full, tokens.accent, radius=2)
        self._steps(painter, QRect(box.left(), 64, box.width(), 20), tally)

    def _steps(self, painter: QPainter, box: QRect, tally: Tally) -> None:
        now, tokens = theme.current(), theme.tokens()
        font = now.font("small", strong=True)
        if not tally.told:
            said = translate("Reconcile", "no list")
            paint.draw_text(painter, box, said, now.font("small"), QColor(tokens.muted))
            return
        left = box.left()
        for sign, counts in (("−", tally.lost), ("+", tally.gained)):
            total = sum(counts.values())
            if not total:
                continue
            said = f"{sign}{texts.number(total)}"
            worst = min((KINDS[kind] for kind in counts), default=Weight.SETTLED)
            tone = words.WEIGHTS[worst][0] if worst < Weight.REST else "muted"
            place = QRect(left, box.top(), box.right() - left, box.height())
            paint.draw_text(painter, place, said, font, QColor(tokens.tone(tone)))
            left += QFontMetrics(font).horizontalAdvance(said) + 10
