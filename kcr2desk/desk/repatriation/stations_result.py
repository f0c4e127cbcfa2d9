"""What came of the last scan, large enough to be read across the counter.

All parts keep their place: a station where something else stands at each scan is misread.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kcr2desk.desk import kit, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.repatriation.stations_words import (
    GroupTold,
    NeedTold,
    PersonTold,
    group_words,
    not_here,
)

_BAND: Final = 40
_SIGNS: Final = {"good": "check", "attention": "alert", "urgent": "alert", "muted": "undo"}
_HIGH: Final = 322
"""What a person with needs and a family takes, so that the table below does not move."""

_MOST: Final = 6
"""Of a group so many are named; more are counted."""


class BigLine(QWidget):
    """One line of text in a multiple of the largest font, shortened where it does not fit."""

    def __init__(self, times: float = 1.0, *, tone: str = "text") -> None:
        super().__init__()
        self._times, self._tone, self._text = times, tone, ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.updateGeometry)

    def show_text(self, text: str, tone: str = "text") -> None:
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.update()

    def text(self) -> str:
        return self._text

    def big(self) -> QFont:
        """The font of the line."""
        font = theme.current().font("number")
        font.setPointSizeF(font.pointSizeF() * self._times)
        return font

    def sizeHint(self) -> QSize:
        return QSize(200, QFontMetrics(self.big()).height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = QColor(theme.tokens().tone(self._tone))
        paint.draw_text(QPainter(self), self.rect(), self._text, self.big(), colour)


class Band(QWidget):
    """A sentence with its sign on a tint of its tone, across the whole width. `solid`: on the
    colour itself, for what nobody may overlook."""

    def __init__(self) -> None:
        super().__init__()
        self._text, self._tone, self._solid = "", "muted", False
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def tell(self, text: str, tone: str, *, solid: bool = False) -> None:
        self._text, self._tone, self._solid = text, tone, solid
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setVisible(bool(text))
        self.update()

    def text(self) -> str:
        return self._text

    @property
    def tone(self) -> str:
        return self._tone

    def sizeHint(self) -> QSize:
        return QSize(240, _BAND)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _BAND)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, painter = theme.tokens(), QPainter(self)
        colour = tokens.tone(self._tone)
        ground = colour if self._solid else tokens.tint(self._tone)
        ink = tokens.surface if self._solid else colour
        paint.rounded(painter, self.rect(), ground)
        sign = QRect(theme.M, 0, 20, self.height())
        paint.draw_icon(painter, _SIGNS.get(self._tone, "info"), ink, sign, 20)
        words = self.rect().adjusted(theme.M + 28, 0, -theme.M, 0)
        font = theme.current().font("heading")
        paint.draw_text(painter, words, self._text, font, QColor(ink))


class ScanResult(QWidget):
    """The person that was scanned, or why nobody is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.band = Band()
        self.number = BigLine(1.7)
        self.name = BigLine(0.9)
        self.alarm = Band()
        self.group = kit.label(role="heading", wrap=True)
        self.missing = kit.ChipRow()
        self.needs = kit.ChipRow()
        self.notes = kit.label(wrap=True, tone="muted")
        self.help = kit.label(role="heading", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        for part in (self.band, self.number, self.help, self.name, self.alarm):
            column.addWidget(part)
        column.addLayout(self._beside())
        column.addStretch(1)
        self.setMinimumHeight(_HIGH)
        self.clear()

    def _beside(self) -> QHBoxLayout:
        """The group at the left, needs at the right: each in its own place."""
        row = QHBoxLayout()
        row.setSpacing(theme.L)
        for parts in ((self.group, self.missing), (self.needs, self.notes)):
            half = QVBoxLayout()
            half.setSpacing(theme.S)
            for part in parts:
                half.addWidget(part)
            half.addStretch(1)
            row.addLayout(half, 1)
        return row

    def clear(self) -> None:
        """Show nothing of anybody."""
        self.number.show_text("")
        self.name.show_text("")
        for band in (self.band, self.alarm):
            band.tell("", "muted")
        for told in (self.group, self.help, self.notes):
            told.setText("")
        self.missing.set_chips([])
        self.needs.set_chips([])
        self._fold()

    def tell(self, text: str, tone: str, *, solid: bool = False) -> None:
        """What came of the scan."""
        self.band.tell(text, tone, solid=solid or tone == "urgent")

    def trouble(self, title: str, words: str) -> None:
        """Nobody is shown, and why."""
        self.clear()
        self.tell(title, "urgent")
        self.help.setText(words)
        self._fold()

    def show_code(self, code: str, words: str) -> None:
        """A code of somebody who is not known here, and what that means."""
        self.clear()
        self.number.show_text(code)
        self.help.setText(words)
        self._fold()

    def show_person(self, told: PersonTold, station: str, *, names: bool) -> None:
        """Show somebody."""
        self.help.setText("")
        self.number.show_text(told.number)
        self.name.show_text(told.name)
        self.alarm.tell("  ·  ".join(told.alarms), "urgent", solid=True)
        self._show_group(told.group, station, names=names)
        self._show_needs(told.needs)
        self._fold()

    def _show_group(self, told: GroupTold | None, station: str, *, names: bool) -> None:
        if told is None:
            self.group.setText("")
            self.missing.set_chips([])
            return
        text, tone = group_words(told, station)
        self.group.setText(text)
        kit.set_tone(self.group, tone)
        found = not_here(told, names=names)
        chips = [
            kit.ChipSpec(number, number, "person", detail=name) for number, name in found[:_MOST]
        ]
        if len(found) > _MOST:
            more = self.tr("{n} more").format(n=len(found) - _MOST)
            chips.append(kit.ChipSpec("", more))
        self.missing.set_chips(chips)

    def _show_needs(self, needs: tuple[NeedTold, ...]) -> None:
        hidden = self.tr("note for medical members")
        chips = [
            kit.ChipSpec(
                need.text,
                need.text,
                "check" if need.met else "lock" if need.hidden else "alert",
                detail=self.tr("met") if need.met else hidden if need.hidden else "",
                tone="muted" if need.met else "text",
            )
            for need in needs
        ]
        self.needs.set_chips(chips)
        notes = [f"{need.text}: {need.note}" for need in needs if need.note and not need.met]
        self.notes.setText("\n".join(notes))

    def _fold(self) -> None:
        """What says nothing at all takes no room below what does; it moves nothing above it."""
        for told in (self.group, self.help, self.notes):
            told.setVisible(bool(told.text()))
        self.number.setVisible(bool(self.number.text()) or not self.help.text())
        self.missing.setVisible(bool(self.missing.specs()))
        self.needs.setVisible(bool(self.needs.specs()))
        for chip in self.findChildren(kit.Chip):  # nothing to take: keys stay in the scan line
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
