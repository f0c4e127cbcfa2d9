"""The lines of a request in hand: for each a bar of what is promised, under way and there.

Each part of the bar has its own pattern, and the words beside it say the same: never colour alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kcr2desk.core.bijstand import AssistanceRequest, RequestLine
from kcr2desk.core.book import Book
from kcr2desk.core.fill import LineFill
from kcr2desk.desk import texts, theme
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.kit import paint
from kcr2desk.desk.tokens import mix

translate = words.translate
_HEIGHT: Final = 62
_BAR: Final = 8
_SIDE: Final = 8


@dataclass(frozen=True, slots=True)
class LineShown:
    """A line as it is drawn."""

    id: str
    name: str
    detail: str
    told: str
    right: str
    right_tone: str
    short: str
    """What stands at the right where the name has no room beside `right`."""
    parts: tuple[tuple[str, int], ...]
    whole: int
    ended: bool


def line_shown(
    book: Book, request: AssistanceRequest, line: RequestLine, now: datetime
) -> LineShown:
    """What is drawn of a line."""
    fill = book.fill(line.id)
    name = f"{texts.number(line.quantity)} × {words.resource(book, line.resource)}"
    until = line.until_at or request.until_at
    details = []
    if line.least and line.least < line.quantity:
        details.append(translate("RequestLines", "at least {n}").format(n=line.least))
    if line.alternatives:
        names = ", ".join(words.resource_short(book, a) for a in sorted(line.alternatives))
        details.append(translate("RequestLines", "or {names}").format(names=names))
    if line.from_at is not None:
        time = texts.moment(line.from_at, now)
        details.append(translate("RequestLines", "from {time}").format(time=time))
    if until is not None:
        time = texts.moment(until, now)
        details.append(translate("RequestLines", "until {time}").format(time=time))
    details += [part for part in (line.report_to, line.task) if part]
    right, tone = _right(line, fill)
    return LineShown(
        id=line.id,
        name=name,
        detail=" · ".join(details),
        told=told(fill) if not line.ended else line.ended_why,
        right=right,
        right_tone=tone,
        short=right.partition(",")[0],
        parts=parts(fill),
        whole=max(line.quantity, fill.promised, 1),
        ended=bool(line.ended),
    )


def parts(fill: LineFill) -> tuple[tuple[str, int], ...]:
    """The parts of the bar from left to right, each with its number of units."""
    found = (
        ("over", fill.over), ("arrived", fill.arrived), ("moving", fill.en_route),
        ("definite", fill.definite), ("provisional", fill.provisional),
        ("offered", min(fill.offered, fill.missing)),
    )  # fmt: skip
    return tuple((name, count) for name, count in found if count)


def told(fill: LineFill) -> str:
    """The bar in words: `3 gevraagd, 2 toegezegd, 1 ter plaatse`."""
    said = []
    if fill.asked:
        silent = ""
        if fill.silent:
            silent = translate("RequestLines", " ({n} silent)").format(n=fill.silent)
        said.append(translate("RequestLines", "{n} asked").format(n=fill.asked) + silent)
    for count, text in (
        (fill.offered, translate("RequestLines", "{n} offered")),
        (fill.promised, translate("RequestLines", "{n} promised")),
        (fill.provisional, translate("RequestLines", "of which {n} provisional")),
        (fill.en_route, translate("RequestLines", "{n} on the way")),
        (fill.arrived, translate("RequestLines", "{n} arrived")),
        (fill.over, translate("RequestLines", "{n} let go")),
    ):
        if count:
            said.append(text.format(n=texts.number(count)))
    return ", ".join(said) or translate("RequestLines", "nobody asked yet")


def _right(line: RequestLine, fill: LineFill) -> tuple[str, str]:
    """Word and tone at the right: what is missing, or that all is there."""
    if line.ended:
        return words.ended(line.ended), "muted"
    if not fill.missing:
        return translate("RequestLines", "✓ complete"), "good"
    said = translate("RequestLines", "▼ {n} missing").format(n=texts.number(fill.missing))
    if fill.enough and fill.promised:
        enough = translate("RequestLines", "– {n} missing, enough to begin")
        return enough.format(n=texts.number(fill.missing)), "attention"
    return said, "urgent"


class LineBar(QAbstractButton):
    """A line: what, the bar, and the bar in words. Chosen by click or Space."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.line: LineShown | None = None

    def show_line(self, line: LineShown) -> None:
        """Show a line."""
        if line != self.line:
            self.line = line
            said = f"{line.name}. {line.right}. {line.told}. {line.detail}"
            self.setAccessibleName(said)
            self.setToolTip("\n".join(p for p in (line.name, line.detail, line.told) if p))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        line, tokens, now = self.line, theme.tokens(), theme.current()
        if line is None:
            return
        painter = QPainter(self)
        rect = self.rect()
        if self.isChecked():
            paint.rounded(painter, rect, tokens.selection, tokens.accent)
        elif self.underMouse():
            paint.rounded(painter, rect, tokens.hover)
        inner = rect.adjusted(_SIDE, 3, -_SIDE, 0)
        strong, small = now.font("base", strong=not line.ended), now.font("small")
        bold = now.font("small", strong=True)
        first = QRect(inner.left(), inner.top(), inner.width(), 20)
        tone = QColor(tokens.tone(line.right_tone))
        both = QFontMetrics(strong).horizontalAdvance(line.name)
        both += QFontMetrics(bold).horizontalAdvance(line.right) + 10
        right = line.right if both <= first.width() else line.short
        used = paint.draw_text(painter, first, right, bold, tone, right=True)
        name = first.adjusted(0, 0, -used - 10, 0)
        text = QColor(tokens.muted if line.ended else tokens.text)
        taken = paint.draw_text(painter, name, line.name, strong, text)
        rest = name.adjusted(taken + 8, 1, 0, 0)
        if rest.width() > QFontMetrics(small).horizontalAdvance("mmmm"):
            paint.draw_text(painter, rest, line.detail, small, QColor(tokens.muted))
        self._bar(painter, QRect(inner.left(), inner.top() + 24, inner.width(), _BAR), line)
        low = QRect(inner.left(), inner.top() + 36, inner.width(), 18)
        paint.draw_text(painter, low, line.told, small, QColor(tokens.muted))
        if self.hasFocus():
            paint.focus_ring(painter, rect)

    def _bar(self, painter: QPainter, rect: QRect, line: LineShown) -> None:
        """Solid: there. Stripes: on the way. Paler with an edge: promised. Dense dots: provisional.
        Few dots: offered. Empty: nobody."""
        tokens = theme.tokens()
        painter.fillRect(rect, QColor(tokens.raised))
        painter.setPen(QColor(tokens.edge))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if line.ended:
            return
        done = 0
        for name, count in line.parts:
            left = rect.left() + rect.width() * done // line.whole
            done += count
            right = rect.left() + rect.width() * min(done, line.whole) // line.whole
            part = QRect(left, rect.top(), right - left, rect.height())
            _fill(painter, part, name)
        painter.setPen(QColor(tokens.surface))
        if line.whole <= 40:
            for unit in range(1, line.whole):
                x = rect.left() + rect.width() * unit // line.whole
                painter.drawLine(x, rect.top() + 1, x, rect.bottom() - 1)


def _fill(painter: QPainter, rect: QRect, name: str) -> None:
    tokens = theme.tokens()
    tones = {"over": "muted", "arrived": "good", "offered": "attention"}
    colour = QColor(tokens.tone(tones.get(name, "accent")))
    match name:
        case "arrived" | "over":
            painter.fillRect(rect, colour)
        case "moving":
            painter.fillRect(rect, QColor(tokens.tint("accent")))
            painter.fillRect(rect, QBrush(colour, Qt.BrushStyle.BDiagPattern))
        case "definite":
            painter.fillRect(rect, QColor(mix(tokens.accent, tokens.surface, 0.45)))
        case "provisional":
            painter.fillRect(rect, QBrush(colour, Qt.BrushStyle.Dense5Pattern))
        case _:
            painter.fillRect(rect, QBrush(colour, Qt.BrushStyle.Dense7Pattern))
    pen = QPen(colour)
    if name in ("provisional", "offered"):
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawRect(rect.adjusted(0, 0, -1, -1))


class LineBars(QWidget):
    """All lines of a request. Those that are chosen are what is asked out, proposed or promised."""

    changed = Signal()
    """The officer chose other lines."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.bars: list[LineBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_request(self, book: Book, request: AssistanceRequest) -> None:
        """Show the lines of a request; those that are there stay chosen."""
        lines = book.lines(request.id)
        kept = set(self.chosen())
        while len(self.bars) < len(lines):
            bar = LineBar(self)
            bar.clicked.connect(lambda _checked=False: self.changed.emit())
            self.bars.append(bar)
            self._column.addWidget(bar)
        now = self._now()
        for place, bar in enumerate(self.bars):
            bar.setVisible(place < len(lines))
            if place < len(lines):
                bar.show_line(line_shown(book, request, lines[place], now))
                bar.setChecked(lines[place].id in kept)
            else:
                bar.line = None
                bar.setChecked(False)

    def chosen(self) -> list[str]:
        """The ids of the lines that are chosen, in their order."""
        return [bar.line.id for bar in self.bars if bar.line is not None and bar.isChecked()]

    def choose(self, lines: set[str]) -> None:
        """Choose these lines and no others."""
        for bar in self.bars:
            bar.setChecked(bar.line is not None and bar.line.id in lines)
