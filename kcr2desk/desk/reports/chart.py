"""Reports per hour by discipline: where the pressure is, and when it came.

pyqtgraph and numpy take half a second to load, so they are loaded in a thread of their own when
the chart is first shown. It follows the filters and is drawn anew at most once a second.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.parts import plotting, words
from kcr2desk.desk.work import StoreWork, When
from kcr2desk.store.query import HourCount, ReportQuery

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

HOUR: Final = 3_600_000
HOURS: Final = 24
"""How far back the chart looks; a filter on a longer period does not make it longer."""

PAUSE: Final = 1000
"""Milliseconds between two drawings."""

MOST: Final = 5
"""Disciplines with a colour of their own; the rest is one."""

HEIGHT: Final = 176
_LIGHT: Final = ("#0B5CAD", "#C05A00", "#2E8B7A", "#8A4FA8", "#B89000", "#9AA7B8")
_DARK: Final = ("#6DB3F2", "#F0935A", "#6CCFBC", "#C79BF2", "#E5C65A", "#76818F")
"""Five that eyes without red or green tell apart, and grey for the rest; from the bottom up."""


@dataclass(frozen=True, slots=True)
class Series:
    """The counts of one discipline ("" for all others), an item an hour from the oldest on."""

    discipline: str
    counts: tuple[int, ...]


def stacked(counts: Sequence[HourCount], first: int) -> tuple[Series, ...]:
    """The counts of the hours from `first` on, the busiest disciplines first, the rest as one."""
    rows: dict[str, list[int]] = {}
    for one in counts:
        place = (one.hour_ms - first) // HOUR
        if 0 <= place < HOURS:
            row = rows.setdefault(one.discipline, [0] * HOURS)
            row[place] += one.count
    order = sorted((d for d in rows if d), key=lambda d: (-sum(rows[d]), d))
    made = [Series(d, tuple(rows[d])) for d in order[:MOST]]
    others = [rows[d] for d in (*order[MOST:], *([""] if "" in rows else []))]
    if others:
        made.append(Series("", tuple(sum(column) for column in zip(*others, strict=True))))
    return tuple(made)


class _Legend(QWidget):
    """What the colours mean, each with its number, in one line."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[tuple[str, str, int]] = []
        self.setFixedHeight(20)

    def put(self, items: list[tuple[str, str, int]]) -> None:
        """Colour, word and number of each."""
        self._items = items
        self.setAccessibleName(", ".join(f"{word} {number}" for _, word, number in items))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme.current()
        font = now.font("small")
        metrics = QFontMetrics(font)
        left = 0
        for colour, word, number in self._items:
            text = f"{word} {texts.number(number)}"
            wide = metrics.horizontalAdvance(text)
            if left + 16 + wide > self.width():
                break
            paint.rounded(painter, QRect(left, 5, 10, 10), colour, radius=2)
            place = QRect(left + 16, 0, wide + 2, self.height())
            paint.draw_text(painter, place, text, font, now.colour("text"))
            left += 16 + wide + 16


class HourChart(QWidget):
    """The chart. `follow` gives it a question; it asks and draws when it is in sight."""

    hourChosen = Signal(object)
    """The start of an hour whose bar was clicked, as datetime."""

    closeWanted = Signal()

    def __init__(self, cache: Cache, work: StoreWork, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._cache = cache
        self._work = work
        self._now = now
        self._query = ReportQuery()
        self._graphics: Any = None
        self._plot: Any = None
        self._first = 0
        self._series: tuple[Series, ...] = ()
        self._last_drawn = 0.0
        self._loader = plotting.Loader(self, self._loaded)
        self.drawn = 0
        """How often it was drawn, for tests of the pause."""
        self.setFixedHeight(HEIGHT)
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = kit.label(role="strong")
        self._legend = _Legend()
        self._cross = kit.button(kind="quiet", icon="close", small=True, run=self.closeWanted.emit)
        self._wait = kit.label(tone="muted")
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.setSpacing(theme.L)
        head.addWidget(self._title)
        head.addWidget(self._legend, 1)
        head.addWidget(self._cross)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.M, theme.XS, theme.XS, theme.XS)
        self._column.setSpacing(theme.XS)
        self._column.addLayout(head)
        self._column.addWidget(self._wait, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)
        theme.current().changed.connect(self._dress)
        texts.OnLanguage(self, self._say)

    def follow(self, query: ReportQuery) -> None:
        """Count what passes this query; an hour chosen here does not narrow its own chart."""
        self._query = replace(query, since=None, until=None)
        self.refresh()

    def refresh(self) -> None:
        """Count again soon."""
        if self.isVisible() and not self._timer.isActive():
            passed = (time.monotonic() - self._last_drawn) * 1000
            self._timer.start(max(0, round(PAUSE - passed)))

    def series(self) -> tuple[Series, ...]:
        """What is drawn."""
        return self._series

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._loader.start()
        self.refresh()

    # loading

    def _loaded(self, graphics: Any) -> None:
        self._graphics = graphics
        self._make_plot()
        self._draw()

    def _make_plot(self) -> None:
        graphics = self._graphics
        axes = {side: graphics.AxisItem(side) for side in ("left", "bottom")}
        axes["bottom"].setHeight(22)
        axes["left"].setWidth(34)
        plot = graphics.PlotWidget(axisItems=axes)
        plot.setMenuEnabled(False)
        plot.setMouseEnabled(False, False)
        plot.hideButtons()
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        plot.setFrameShape(plot.Shape.NoFrame)
        plot.showGrid(x=False, y=True, alpha=0.25)
        plot.getViewBox().setDefaultPadding(0.0)
        plot.scene().sigMouseClicked.connect(self._clicked)
        self._plot = plot
        self._wait.hide()
        self._column.addWidget(plot, 1)
        self._dress()

    # asking and drawing

    def _ask(self) -> None:
        if not self.isVisible():
            return
        self._last_drawn = time.monotonic()
        end = int(self._now().timestamp() * 1000) // HOUR * HOUR + HOUR
        first = end - HOURS * HOUR
        query = self._query

        def answer(counts: tuple[HourCount, ...]) -> None:
            self._first, self._series = first, stacked(counts, first)
            self._draw()

        self._work.ask(
            lambda: self._cache.per_hour(query, first, end),
            answer,
            owner=self,
            topic="hours",
            when=When.IDLE,
        )

    def _draw(self) -> None:
        self._say()
        if self._plot is None:
            return
        self.drawn += 1
        graphics, plot = self._graphics, self._plot
        plot.clear()
        base = [0] * HOURS
        for series, colour in zip(self._series, self._colours(), strict=False):
            plot.addItem(
                graphics.BarGraphItem(
                    x=[place + 0.5 for place in range(HOURS)],
                    y0=list(base),
                    height=list(series.counts),
                    width=0.72,
                    brush=QColor(colour),
                    pen=QColor(theme.tokens().surface),
                )
            )
            base = [low + count for low, count in zip(base, series.counts, strict=True)]
        highest = max([*base, 4])
        plot.setXRange(0, HOURS, padding=0)
        plot.setYRange(0, highest * 1.08, padding=0)
        step = max(1, round(highest / 4))
        plot.getAxis("left").setTicks([[(n, texts.number(n)) for n in range(0, highest + 1, step)]])
        plot.getAxis("bottom").setTicks([self._hour_ticks()])

    def _hour_ticks(self) -> list[tuple[int, str]]:
        start = datetime.fromtimestamp(self._first / 1000, UTC)
        ticks = []
        for place in range(HOURS + 1):
            local = (start + timedelta(hours=place)).astimezone(texts.AMSTERDAM)
            if local.hour % 3 == 0:
                words_ = f"{local.day}-{local.month}" if local.hour == 0 else f"{local:%H:%M}"
                ticks.append((place, words_))
        return ticks

    def _colours(self) -> list[str]:
        """The colour of each series; what is not one of the first five is grey."""
        colours = _DARK if theme.current().dark else _LIGHT
        return [
            colours[-1] if not series.discipline else colours[place]
            for place, series in enumerate(self._series)
        ]

    def _dress(self) -> None:
        if self._plot is None:
            return
        plotting.dress(self._plot, "left", "bottom")
        self._draw()

    def _clicked(self, event: Any) -> None:
        at = self._plot.getViewBox().mapSceneToView(event.scenePos())
        place = int(at.x())
        if 0 <= place < HOURS:
            start = datetime.fromtimestamp((self._first + place * HOUR) / 1000, UTC)
            self.hourChosen.emit(start)

    def _say(self) -> None:
        self._title.setText(self.tr("Reports per hour"))
        self._cross.setToolTip(self.tr("Hide the chart"))
        self._cross.setAccessibleName(self.tr("Hide the chart"))
        self._wait.setText(self.tr("The chart is being loaded…"))
        self.setToolTip(self.tr("Click an hour to see only its reports"))
        others = self.tr("Other")
        self._legend.put(
            [
                (
                    colour,
                    words.discipline(series.discipline) if series.discipline else others,
                    sum(series.counts),
                )
                for series, colour in zip(self._series, self._colours(), strict=True)
            ]
        )
