"""How the hall is doing: who was registered over time, by which desk, and the expected end."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from PySide6.QtCore import QLocale, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from kcr2desk.core.repatriation.progress import WINDOW, DeskPace, Progress, counted, progress
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.parts import plotting
from kcr2desk.desk.repatriation.hall import Hall

_ROW: Final = 28
_NAME: Final = 132
_WIDE: Final = (48, 64, 72)
"""Pixels of the numbers of a desk: of all, of those lately, of the time since the last."""
STEP: Final = timedelta(minutes=5)
"""Width of a bar of the chart."""

TICKS: Final = ((1_800, "%H:%M"), (3_600, "%H:%M"), (7_200, "%H:%M"), (21_600, "%d-%m %H:%M"))


class ProgressView(QWidget):
    """The pace of all desks as a chart, and of each desk as a row."""

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self._hall = hall
        self._arrival = ""
        self.said = kit.label(role="heading")
        self.remark = kit.label(tone="muted")
        self.chart_title, self.desks_title = kit.SectionHeader(), kit.SectionHeader()
        self.chart = PaceChart()
        self.desks = DeskRows()
        self.empty = kit.EmptyState("chart")
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, theme.S, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.said)
        column.addWidget(self.remark)
        column.addWidget(self.chart_title)
        column.addWidget(self.chart, 4)
        column.addWidget(self.desks_title)
        column.addWidget(self.desks)
        column.addStretch(1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(shown)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        hall.feed.changed.connect(self._followed)
        texts.OnLanguage(self, self._say)

    def set_arrival(self, arrival: str) -> None:
        """Show this arrival."""
        self._arrival = arrival
        self.refresh()

    def focus_first(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _followed(self, changed: frozenset[tuple[str, str]]) -> None:
        if self.isVisible() and any(kind in ("person", "manifestline") for kind, _ in changed):
            self.refresh()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Count anew."""
        book, now = self._hall.book, self._hall.now()
        if book.arrival(self._arrival) is None:
            self._pages.setCurrentIndex(0)
            return
        told = progress(book, self._arrival, now)
        self._pages.setCurrentIndex(1 if told.counted else 0)
        self.said.setText(self._sentence(told, now))
        pace = self.tr("{n} a minute in the last {m} minutes")
        per_minute = QLocale().toString(told.per_minute, "f", 1)
        minutes = texts.number(int(WINDOW.total_seconds() // 60))
        self.remark.setText(pace.format(n=per_minute, m=minutes))
        done = counted(book, self._arrival)
        times = [p.registered_at for p in done if p.registered_at is not None]
        self.chart.show_times(times, now)
        self.desks.show_desks(told.desks, now)

    def _sentence(self, told: Progress, now: datetime) -> str:
        counted = texts.number(told.counted)
        if not told.expected:
            return self.tr("{n} counted; there is no list yet").format(n=counted)
        if not told.left:
            return self.tr("All {n} counted").format(n=counted)
        said = self.tr("{n} of {all} counted, {left} to come")
        words = said.format(
            n=counted, all=texts.number(told.expected), left=texts.number(told.left)
        )
        if told.ends_at is None:
            return words
        end = self.tr("done about {time}").format(time=texts.moment(told.ends_at, now))
        return f"{words} · {end}"

    def _say(self) -> None:
        self.empty.set_texts(
            self.tr("Nobody registered yet"),
            self.tr("As soon as desks register, their pace and the expected end stand here."),
        )
        self.chart_title.set_texts(self.tr("Registered"), self.tr("in each five minutes"))
        lately = self.tr("in all · in the last {m} minutes · since the last one")
        minutes = texts.number(int(WINDOW.total_seconds() // 60))
        self.desks_title.set_texts(self.tr("Desks"), lately.replace("{m}", minutes))
        self.refresh()


class PaceChart(QWidget):
    """Registrations in steps of five minutes, drawn by pyqtgraph."""

    def __init__(self) -> None:
        super().__init__()
        self._graphics: Any = None
        self._plot: Any = None
        self._bars: Any = None
        self._times: list[datetime] = []
        self._now: datetime | None = None
        self.setMinimumHeight(120)
        self.setMaximumHeight(220)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._loader = plotting.Loader(self, self._ready)
        theme.current().changed.connect(self._dress)

    def show_times(self, times: list[datetime], now: datetime) -> None:
        """Show how many fell in each step."""
        self._times, self._now = times, now
        self._loader.start()
        self._draw()

    def bars(self) -> list[tuple[datetime, int]]:
        """The start of each step from the first registration on, and how many fell in it."""
        if not self._times or self._now is None:
            return []
        first = min(self._times)
        start = first - (first - datetime.min.replace(tzinfo=first.tzinfo)) % STEP
        counts: dict[int, int] = {}
        for moment in self._times:
            counts[(moment - start) // STEP] = counts.get((moment - start) // STEP, 0) + 1
        steps = max(*counts, (self._now - start) // STEP)
        return [(start + n * STEP, counts.get(n, 0)) for n in range(steps + 1)]

    def _ready(self, graphics: Any) -> None:
        self._graphics = graphics
        self._plot = plotting.plot(graphics, "left", "bottom")
        self._plot.setMouseEnabled(x=False, y=False)
        self._bars = graphics.BarGraphItem(x=[], height=[], width=0)
        self._plot.addItem(self._bars)
        self._column.addWidget(self._plot)
        self._dress()
        self._draw()

    def _dress(self) -> None:
        if self._plot is not None:
            plotting.dress(self._plot, "left", "bottom")
            self._bars.setOpts(
                brush=QColor(theme.tokens().accent), pen=QColor(theme.tokens().surface)
            )

    def _draw(self) -> None:
        if self._plot is None:
            return
        bars = self.bars()
        half, width = STEP / 2, STEP.total_seconds()
        self._bars.setOpts(
            x=[(start + half).timestamp() for start, _ in bars],
            height=[count for _, count in bars],
            width=width * 0.86,
        )
        if not bars:
            return
        left, right = bars[0][0].timestamp(), bars[-1][0].timestamp() + width
        most = max(count for _, count in bars)
        self._plot.setXRange(left, max(right, left + 12 * width), padding=0.01)
        self._plot.setYRange(0, max(5, most * 1.15), padding=0)
        span = max(right - left, 12 * width)
        step, form = next((t for t in TICKS if span / t[0] <= 10), TICKS[-1])
        first = int(left // step + 1) * step
        marks = [
            (at, datetime.fromtimestamp(at, texts.AMSTERDAM).strftime(form))
            for at in range(first, int(left + span) + 1, step)
        ]
        self._plot.getAxis("bottom").setTicks([marks])


class DeskRows(QWidget):
    """A row a desk: its name, a bar of all it registered, and how many lately."""

    def __init__(self) -> None:
        super().__init__()
        self._desks: tuple[DeskPace, ...] = ()
        self._now: datetime | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_desks(self, desks: tuple[DeskPace, ...], now: datetime) -> None:
        """Show them, in the order of their names."""
        self._desks, self._now = desks, now
        self.setAccessibleName(", ".join(f"{self.name(d)} {d.registered}" for d in desks))
        self.updateGeometry()
        self.update()

    def name(self, desk: DeskPace) -> str:
        """What a desk is called."""
        return desk.desk or self.tr("desk without a name")

    def numbers(self, desk: DeskPace) -> tuple[str, str, str]:
        """How many in all, how many lately, how long since the last: `23`, `+6`, `2 min`."""
        assert self._now is not None
        age = "" if desk.last_at is None else texts.age(desk.last_at, self._now)
        lately = f"+{texts.number(desk.lately)}" if desk.lately else self.tr("quiet")
        return texts.number(desk.registered), lately, age

    def sizeHint(self) -> QSize:
        return QSize(480, len(self._desks) * _ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, len(self._desks) * _ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, font = theme.tokens(), theme.current().font("table")
        painter = QPainter(self)
        most = max((d.registered for d in self._desks), default=1)
        room = max(20, self.width() - _NAME - len(_WIDE) * theme.S - sum(_WIDE))
        for row, desk in enumerate(self._desks):
            top, quiet = row * _ROW, not desk.lately
            named = QRect(0, top, _NAME - theme.S, _ROW)
            paint.draw_text(painter, named, self.name(desk), font, QColor(tokens.text))
            bar = QRect(_NAME, top + 9, max(3, round(room * desk.registered / most)), _ROW - 18)
            painter.fillRect(bar, QColor(tokens.stale if quiet else tokens.accent))
            left = _NAME + room
            tones = (tokens.text, tokens.muted if quiet else tokens.text, tokens.muted)
            for wide, said, tone in zip(_WIDE, self.numbers(desk), tones, strict=True):
                left += theme.S
                box = QRect(left, top, wide, _ROW)
                paint.draw_text(painter, box, said, font, QColor(tone), right=True)
                left += wide
