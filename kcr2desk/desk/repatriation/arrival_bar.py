"""The arrival in hand at the top of the panel: which, how many are counted, when it will be done.

The bar is drawn in the same place at every width, so that the eye finds it; what it says in colour
it says in words beside it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kcr2desk.core.repatriation.operation import Arrival
from kcr2desk.core.repatriation.progress import Progress, progress
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.repatriation.hall import Hall

translate = texts.translate

_HEIGHT: Final = 34
_BAR: Final = 6
_REMAINS: Final = 148
"""Width in px that the numbers at the right have at least."""


def named(arrival: Arrival) -> str:
    """`KLM 512 uit Beiroet`."""
    if not arrival.origin:
        return arrival.code
    return translate("ArrivalBar", "{code} from {origin}").format(
        code=arrival.code, origin=arrival.origin
    )


def when_of(arrival: Arrival, now: datetime) -> str:
    """`verwacht 20:52`, `geland 20:58`, or how it ended."""
    if arrival.status == "cancelled":
        return translate("ArrivalBar", "cancelled")
    if arrival.actual_at is not None:
        said = translate("ArrivalBar", "arrived {time}")
        return said.format(time=texts.moment(arrival.actual_at, now))
    if arrival.expected_at is not None:
        said = translate("ArrivalBar", "expected {time}")
        return said.format(time=texts.moment(arrival.expected_at, now))
    return translate("ArrivalBar", "time unknown")


class ProgressLine(QWidget):
    """`▮▮▮▮▯▯ 143 / 206`, with what it rests on and the expected end under it."""

    def __init__(self) -> None:
        super().__init__()
        self._progress: Progress | None = None
        self._now: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, progress: Progress | None, now: datetime) -> None:
        self._progress, self._now = progress, now
        self.setAccessibleName(f"{self.numbers()}, {self.remark()}")
        self.setToolTip(self.basis())
        self.update()

    def numbers(self) -> str:
        """`143 / 206`, or the number alone where none is expected."""
        p = self._progress
        if p is None:
            return ""
        if not p.expected:
            return texts.number(p.counted)
        return f"{texts.number(p.counted)} / {texts.number(p.expected)}"

    def remark(self) -> str:
        """What is left, and when that is done at the pace of now."""
        p, now = self._progress, self._now
        if p is None or now is None:
            return ""
        if p.expected and not p.left:
            return translate("ArrivalBar", "everybody counted")
        if not p.expected:
            return translate("ArrivalBar", "counted; no list yet")
        if p.ends_at is None:
            return translate("ArrivalBar", "{n} to come").format(n=texts.number(p.left))
        said = translate("ArrivalBar", "{n} to come · done about {time}")
        return said.format(n=texts.number(p.left), time=texts.moment(p.ends_at, now))

    def basis(self) -> str:
        """What the number that is expected rests on."""
        said = {
            "boarded": translate("ArrivalBar", "Expected: who boarded, by the list"),
            "manifest": translate("ArrivalBar", "Expected: the passenger list"),
            "declared": translate("ArrivalBar", "Expected: the number that the papers say"),
            "capacity": translate("ArrivalBar", "Expected: the seats; there is no list yet"),
        }
        return "" if self._progress is None else said.get(self._progress.source, "")

    def sizeHint(self) -> QSize:
        return QSize(360, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = self._progress
        if p is None:
            return
        tokens, look = theme.tokens(), theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong, small = look.font("heading"), look.font("small")
        said = self.numbers()
        words = QFontMetrics(small).horizontalAdvance(self.remark())
        wide = max(_REMAINS, QFontMetrics(strong).horizontalAdvance(said), words) + theme.S
        track = QRect(0, (_HEIGHT - _BAR) // 2, max(0, self.width() - wide - theme.M), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(track, 3, 3)
        if p.expected and p.counted:
            full = track.adjusted(0, 0, 0, 0)
            full.setWidth(max(_BAR, round(track.width() * min(1.0, p.counted / p.expected))))
            painter.setBrush(QColor(tokens.accent if p.left else tokens.good))
            painter.drawRoundedRect(full, 3, 3)
        right = QRect(self.width() - wide, 0, wide, 19)
        paint.draw_text(painter, right, said, strong, QColor(tokens.text))
        under = QRect(self.width() - wide, 19, wide, _HEIGHT - 19)
        paint.draw_text(painter, under, self.remark(), small, QColor(tokens.muted))


class ArrivalBar(QWidget):
    """The arrival in hand. `chosen` carries its id, "" for all of the operation."""

    chosen = Signal(str)

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self._hall = hall
        self.arrival = ""
        self.choice = kit.FilterButton(multiple=False, always=True, width=260)
        self.when = kit.label(tone="muted")
        self.line = ProgressLine()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.M)
        row.addWidget(self.choice)
        row.addWidget(self.when)
        row.addWidget(self.line, 1)
        self.choice.changed.connect(lambda value: self.choose(next(iter(value), "")))
        hall.feed.changed.connect(self._followed)
        texts.OnLanguage(self, self.refresh)

    def choose(self, arrival: str) -> None:
        """Take an arrival in hand."""
        if arrival != self.arrival:
            self.arrival = arrival
            self.refresh()
            self.chosen.emit(arrival)

    def next(self) -> None:
        """Take the next arrival in hand, the first after the last."""
        ids = [a.id for a in self._hall.book.arrivals if a.status != "cancelled"]
        if ids:
            at = ids.index(self.arrival) + 1 if self.arrival in ids else 0
            self.choose(ids[at % len(ids)])

    def refresh(self) -> None:
        """Show the arrivals and how far the one in hand is."""
        book, now = self._hall.book, self._hall.now()
        options = [
            kit.FilterOption(a.id, named(a), when_of(a, now), icon="plane") for a in book.arrivals
        ]
        none = self.tr("No arrival") if not options else self.tr("Arrival")
        self.choice.set_title(none)
        self.choice.set_options(options)
        self.choice.setEnabled(bool(options))
        self.choice.set_value(frozenset((self.arrival,) if self.arrival else ()))
        found = book.arrival(self.arrival)
        self.when.setText("" if found is None else when_of(found, now))
        self.line.show_progress(None if found is None else progress(book, found.id, now), now)

    def _followed(self, changed: frozenset[tuple[str, str]]) -> None:
        if any(kind in _COUNTED for kind, _ in changed):
            self.refresh()


_COUNTED: Final = frozenset({"arrival", "person", "manifestline", "personlink"})
