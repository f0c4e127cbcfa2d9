"""The arrival in hand at the top of the panel: which, how many are counted, when it will be done.

It stands beside the views in one row: what it says in colour it says in words above the bar.
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

_HEIGHT: Final = theme.CONTROL_HEIGHT
_BAR: Final = 4
CHOICE: Final = 204
_REMAINS: Final = 120
"""Width in px at which the numbers still stand there; what is to come is cut off first."""


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
    """`143 / 206`, what is to come and when that is done, over `▮▮▮▮▯▯`."""

    def __init__(self) -> None:
        super().__init__()
        self._progress: Progress | None = None
        self._now: datetime | None = None
        self._when = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, progress: Progress | None, now: datetime, when: str = "") -> None:
        """Show how far an arrival is; `when` it came stands at the right where there is room."""
        self._progress, self._now, self._when = progress, now, when
        said = [part for part in (self.numbers(), self.remark(), when) if part]
        self.setAccessibleName(", ".join(said))
        self.setToolTip("\n".join(part for part in (*said[1:], self.basis()) if part))
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
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_REMAINS, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        p = self._progress
        if p is None:
            return
        tokens, look = theme.tokens(), theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small, muted = look.font("small"), QColor(tokens.muted)
        over = QRect(0, 0, self.width(), _HEIGHT - _BAR - theme.XS)
        used = paint.draw_text(
            painter, over, self.numbers(), look.font("heading"), QColor(tokens.text)
        )
        over.setLeft(used + theme.S)
        used = paint.draw_text(painter, over, self.remark(), small, muted)
        over.setLeft(over.left() + used + theme.M)
        if QFontMetrics(small).horizontalAdvance(self._when) <= over.width():
            paint.draw_text(painter, over, self._when, small, muted, right=True)
        track = QRect(0, _HEIGHT - _BAR, self.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        if p.expected and p.counted:
            full = QRect(track)
            full.setWidth(max(_BAR, round(track.width() * min(1.0, p.counted / p.expected))))
            painter.setBrush(QColor(tokens.accent if p.left else tokens.good))
            painter.drawRoundedRect(full, _BAR / 2, _BAR / 2)


class ArrivalBar(QWidget):
    """The arrival in hand. `chosen` carries its id, "" for all of the operation."""

    chosen = Signal(str)

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self._hall = hall
        self.arrival = ""
        self.choice = kit.FilterButton(multiple=False, always=True, width=CHOICE)
        self.line = ProgressLine()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.M)
        row.addWidget(self.choice)
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
        none = self._hall.feed.is_loaded and not options
        self.choice.set_title(self.tr("No arrival") if none else self.tr("Arrival"))
        self.choice.set_options(options)
        self.choice.setEnabled(bool(options))
        self.choice.set_value(frozenset((self.arrival,) if self.arrival else ()))
        found = book.arrival(self.arrival)
        if found is None:
            self.line.show_progress(None, now)
        else:
            self.line.show_progress(progress(book, found.id, now), now, when_of(found, now))

    def _followed(self, changed: frozenset[tuple[str, str]]) -> None:
        if any(kind in _COUNTED for kind, _ in changed):
            self.refresh()


_COUNTED: Final = frozenset({"arrival", "person", "manifestline", "personlink"})
