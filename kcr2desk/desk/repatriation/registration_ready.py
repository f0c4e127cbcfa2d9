"""What stands in the middle while nobody is in hand: the number that was just given, large, and
what the scan line takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kcr2desk.core.repatriation.registering import name_of
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.repatriation import registration_words as words
from kcr2desk.desk.repatriation.registration_saving import Saved

_LARGE: Final = 30.0
"""Points of the number of one person: it is read out, and copied on paper, over a desk."""

_SEVERAL: Final = 18.0

MOST: Final = 7
"""Lines of a large family: more leave no room for what can be done next."""

KEYS: Final = frozenset({"F8"})
"""What of the lines is a key, and no text to be typed."""


class Numbers(QWidget):
    """The numbers that were given last, with whose they are."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[tuple[str, str], ...] = ()
        self._all: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_numbers(self, lines: Sequence[tuple[str, str]]) -> None:
        self._lines, self._all = tuple(lines), tuple(number for number, _ in lines)
        if len(lines) > MOST:
            more = self.tr("and %n more", "", len(lines) - MOST + 1)
            self._lines = (*lines[: MOST - 1], ("…", f"{more}: {lines[-1][0]}"))
        self.setAccessibleName(", ".join(f"{number} {name}" for number, name in lines))
        self.setFixedHeight(sum(self._heights()) if lines else 0)
        self.update()

    def numbers(self) -> list[str]:
        """All of them, also those for which there is no room."""
        return [*self._all]

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens, top = QPainter(self), theme.tokens(), 0
        font = self._font()
        for (number, name), height in zip(self._lines, self._heights(), strict=True):
            if len(self._lines) == 1:
                room = QRect(0, top, self.width(), height - 24)
                paint.draw_text(painter, room, number, font, QColor(tokens.text), centre=True)
                below = QRect(0, top + height - 26, self.width(), 22)
                paint.draw_text(
                    painter, below, name, theme.current().font("heading"),
                    QColor(tokens.muted), centre=True,
                )  # fmt: skip
            else:
                middle = self.width() // 2
                left = QRect(0, top, middle - 12, height)
                paint.draw_text(painter, left, number, font, QColor(tokens.text), right=True)
                right = QRect(middle + 12, top, middle - 12, height)
                paint.draw_text(
                    painter, right, name, theme.current().font("heading"), QColor(tokens.muted)
                )
            top += height

    def _font(self) -> QFont:
        font = theme.current().font("number")
        scale = font.pointSizeF() / 20.0
        font.setPointSizeF((_LARGE if len(self._lines) == 1 else _SEVERAL) * scale)
        return font

    def _heights(self) -> list[int]:
        line = QFontMetrics(self._font()).height()
        return [line + 28] if len(self._lines) == 1 else [line + 6] * len(self._lines)


class KeyLines(QWidget):
    """What may be typed or scanned, each with an example; a key of the keyboard as its cap."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        self._lines = tuple(lines)
        self.setAccessibleName(", ".join(f"{key}: {said}" for key, said in lines))
        self.setFixedHeight(28 * len(lines))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens, now = QPainter(self), theme.tokens(), theme.current()
        strong = now.font("base", strong=True)
        examples = QFontMetrics(strong)
        keys = max((examples.horizontalAdvance(key) + 8 for key, _ in self._lines), default=0)
        said = max(
            (QFontMetrics(now.font("base")).horizontalAdvance(s) for _, s in self._lines), default=0
        )
        left = max(0, (self.width() - keys - 16 - said) // 2)
        for place, (key, words_) in enumerate(self._lines):
            box = QRect(left, place * 28, keys, 28)
            if key in KEYS:
                paint.draw_keycap(painter, box, key)
            else:
                paint.draw_text(painter, box, key, strong, QColor(tokens.text), right=True)
            room = QRect(left + keys + 16, place * 28, self.width() - left - keys - 16, 28)
            paint.draw_text(painter, room, words_, now.font("base"), QColor(tokens.muted))


class RegistrationReady(QWidget):
    """Calm while nothing is typed: what was done last, and what can be done now."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved: Saved | None = None
        self.done = kit.label(tone="good")
        self.done.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.numbers = Numbers()
        self.keys = KeyLines()
        self.title = kit.label(role="heading")
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.acts = QWidget()  # held together: a button shows itself when its action changes
        buttons = QHBoxLayout(self.acts)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(theme.XS)
        buttons.addStretch(1)
        self.buttons = [kit.action_button(a, kind="quiet", show_key=True) for a in actions]
        for each in self.buttons:
            buttons.addWidget(each)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.M, 0, theme.M)
        column.setSpacing(theme.S)
        column.addStretch(2)
        column.addWidget(self.done)
        column.addWidget(self.numbers)
        column.addWidget(self.acts)
        column.addSpacing(theme.XL)
        column.addWidget(self.title)
        column.addSpacing(theme.S)
        column.addWidget(self.keys)
        column.addStretch(3)
        texts.OnLanguage(self, self.say)

    def show_saved(self, saved: Saved | None) -> None:
        """Show what was saved last, or nothing."""
        self._saved = saved
        self.say()

    def say(self) -> None:
        saved = self._saved
        lines = [] if saved is None else [
            (saved.numbers.get(sheet.id, ""), name_of(sheet.values)) for sheet in saved.party.sheets
        ]  # fmt: skip
        self.numbers.show_numbers(lines)
        self.done.setText("" if saved is None else self._told(saved))
        self.acts.setVisible(saved is not None)
        self.title.setText(self.tr("Next, please"))
        self.keys.show_lines(
            [
                (self.tr("passport"), self.tr("scan it; one after another makes a family")),
                (self.tr("jan"), self.tr("three letters of a name; Down and Enter tick who it is")),
                ("12A", self.tr("a seat")),
                ("0142-3", self.tr("a number or wristband opens that person")),
                ("F8", self.tr("no document: the name as it is spoken")),
            ]
        )

    def _told(self, saved: Saved) -> str:
        clock = texts.clock(saved.when)
        first = saved.party.sheets[0] if saved.party.sheets else None
        if not saved.changeset:
            said = self.tr("Nothing was changed")
        elif len(saved.party.sheets) > 1:
            said = self.tr("%n person(s) registered", "", len(saved.party.sheets))
        elif first is not None and not first.is_new:
            said = self.tr("Changed")
        else:
            said = words.outcome_done(
                "registered" if first is None else first.outcome or "registered",
                "" if first is None else name_of(first.values),
            )
        kept = self.tr("saved on this workstation")
        return f"{said} · {kept} · {clock}"
