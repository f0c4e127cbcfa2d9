"""The timeline: one row a deployment, now as a line, gaps in the relief marked.

pyqtgraph is loaded when it is first shown; the list of names is there at once. Only the rows in
sight are drawn, so a thousand deployments cost what twenty do.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.bijstand import timeline_axis
from kcr2desk.desk.bijstand import timeline_words as words
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.timeline_bars import Bars, Scale, View
from kcr2desk.desk.bijstand.timeline_list import RowList, RowModel
from kcr2desk.desk.bijstand.timeline_mouse import TimelineMouse
from kcr2desk.desk.bijstand.timeline_rows import Grouping, rows
from kcr2desk.desk.kit import Option
from kcr2desk.desk.parts import plotting
from kcr2desk.desk.shortcuts import command
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

BEFORE: Final = timedelta(hours=6)
AFTER: Final = timedelta(hours=18)
"""What is shown around now at first."""

CLOSEST: Final = 30 * 60.0
FARTHEST: Final = 120 * 86400.0
"""Least and most seconds in sight."""

NAMES: Final = 264
"""Width of the names, px at 100 %."""

_TYPES: Final = frozenset(
    {"commitment", "assistancerequest", "unit", "owner", "resourcetype", "requestline"}
)


class Timeline(QWidget):
    """All deployments of the book. Needs no cache: it reads the feed's book."""

    commitmentChosen = Signal(str)
    """The id of the commitment that the officer chose."""

    def __init__(
        self,
        feed: BookFeed,
        _cache: Cache | None,
        _work: StoreWork | None,
        *,
        now: Callable[[], datetime],
        me: Identity | None,  # noqa: ARG002 (all parts of the panel are made alike)
    ) -> None:
        super().__init__()
        self._feed = feed
        self._now = now
        self._ended = False
        self._island = False  # whether something in the list goes there: shows their clock too
        self._grouping: Grouping = "request"
        self._plot: Any = None
        self._graphics: Any = None
        self.bars: Bars | None = None
        self._span = self._around_now()
        self._model = RowModel(lambda: feed.book, now, self)
        self.list = RowList(self._model)
        self._bar = QScrollBar(Qt.Orientation.Vertical)
        self._loader = plotting.Loader(self, self._loaded)
        self._wait = kit.label(tone="muted")
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty = kit.label(tone="muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._make_actions()
        self._build()
        self._follow()
        texts.OnLanguage(self, self._say)
        self.refresh()

    # -- from outside ------------------------------------------------------------------------------

    def choose(self, commitment: str) -> None:
        """Show a commitment as chosen, without saying so; "" chooses none."""
        place = self._model.place(commitment)
        blocked = self.list.selectionModel().blockSignals(True)
        self.list.setCurrentIndex(self._model.index(place) if place >= 0 else QModelIndex())
        self.list.selectionModel().blockSignals(blocked)
        if place >= 0:
            self.list.scrollTo(self._model.index(place))
        self.list.viewport().update()
        self._redraw()

    def chosen(self) -> str:
        """The commitment that is chosen, or ""."""
        index = self.list.currentIndex()
        row = self._model.rows[index.row()] if index.isValid() else None
        return row.key if row is not None and row.commitment is not None else ""

    def set_grouping(self, grouping: Grouping) -> None:
        """Put deployments under their request or under their owner."""
        self._grouping = grouping
        self._groups.set_value(grouping)
        self.refresh()

    def show_ended(self, ended: bool) -> None:
        """Show what was over for more than a day too, or not."""
        self._ended = ended
        self._say()
        self.refresh()

    def show_span(self, start: datetime, end: datetime) -> None:
        """Show the time between two moments."""
        self._set_span(start.timestamp(), end.timestamp())

    @property
    def span(self) -> tuple[float, float]:
        """Seconds since 1970 at the left and the right edge."""
        return self._span

    def refresh(self) -> None:
        """Read the book again; the chosen row and the place in the list stay."""
        chosen, at = self.chosen(), self.list.verticalScrollBar().value()
        made = rows(self._feed.book, self._now(), self._grouping, ended=self._ended)
        self._island = any(row.region in texts.ISLANDS for row in made)
        if made != list(self._model.rows) or self._grouping != self._model.grouping:
            blocked = self.list.selectionModel().blockSignals(True)
            self._model.put(made, self._grouping)
            place = self._model.place(chosen)
            if place >= 0:
                self.list.setCurrentIndex(self._model.index(place))
            self.list.selectionModel().blockSignals(blocked)
            self.list.doItemsLayout()
            self.list.verticalScrollBar().setValue(at)
        self._empty.setVisible(not made)
        self._body.setVisible(bool(made))
        self.setFocusProxy(
            self.list if made else self._groups
        )  # Tab would stay before a hidden one
        self._redraw()

    # -- how it is made ----------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self._in = command(self, "+|=", lambda: self.zoom(0.5), icon="plus")
        self._out = command(self, "-", lambda: self.zoom(2.0), icon="minus")
        self._back = command(self, "Left", lambda: self.pan(-0.25), icon="chevron-left")
        self._on = command(self, "Right", lambda: self.pan(0.25), icon="chevron-right")
        self._home = command(self, "0", self.to_now, icon="clock")
        self._past = command(self, "Shift+E", lambda: self.show_ended(not self._ended))

    def _build(self) -> None:
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = kit.label(role="strong")
        self._groups = kit.KeyChoice()
        self._groups.chosen.connect(lambda value: self.set_grouping(cast(Grouping, value)))
        head = QHBoxLayout()
        head.setContentsMargins(theme.M, theme.XS, theme.S, theme.XS)
        head.setSpacing(theme.S)
        head.addWidget(self._title)
        head.addWidget(self._groups)
        head.addStretch(1)
        head.addWidget(kit.action_button(self._past, kind="quiet"))
        for action in (self._back, self._home, self._on, self._out, self._in):
            head.addWidget(kit.tool_button(action, small=True))
        names = QVBoxLayout()
        names.setContentsMargins(0, plotting.AXIS, 0, 0)
        names.addWidget(self.list)
        self._names = QWidget()
        self._names.setLayout(names)
        self._names.setFixedWidth(NAMES)
        self._body = QWidget()
        self._row = QHBoxLayout(self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._names)
        self._row.addWidget(self._wait, 1)
        self._row.addWidget(self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._body, 1)
        column.addWidget(self._empty, 1)
        self.setMinimumHeight(132)
        self.setFocusProxy(self.list)

    def _follow(self) -> None:
        inner = self.list.verticalScrollBar()
        inner.rangeChanged.connect(self._range)
        inner.valueChanged.connect(self._bar.setValue)
        inner.valueChanged.connect(self._redraw)
        self._bar.valueChanged.connect(inner.setValue)
        self._range(inner.minimum(), inner.maximum())
        self.list.selectionModel().currentChanged.connect(self._picked)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        self._minute = QTimer(self)
        self._minute.setInterval(30_000)
        self._minute.timeout.connect(self.refresh)
        self._feed.loaded.connect(self._soon.start)
        self._feed.changed.connect(self._changed)
        theme.current().changed.connect(self._dress)

    def _changed(self, keys: frozenset[tuple[str, str]]) -> None:
        if any(name in _TYPES for name, _ in keys):
            self._soon.start()

    def _range(self, low: int, high: int) -> None:
        self._bar.setRange(low, high)
        self._bar.setPageStep(self.list.verticalScrollBar().pageStep())
        self._bar.setVisible(high > low)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._loader.start()
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    def _loaded(self, graphics: Any) -> None:
        self._graphics = graphics
        plot = plotting.plot(graphics, "top")
        plot.setMouseEnabled(False, False)
        plot.getAxis("top").setHeight(plotting.AXIS)
        view = plot.getViewBox()
        self.bars = Bars(view, self._view)
        view.sigResized.connect(self._resized)
        self._mouse = TimelineMouse(plot.viewport(), self)
        self._plot = plot
        self._row.replaceWidget(self._wait, plot)
        self._wait.hide()
        self._dress()

    def _dress(self) -> None:
        self.list.doItemsLayout()
        if self._plot is not None:
            plotting.dress(self._plot, *self._sides())
            self._redraw()

    def _sides(self) -> tuple[str, ...]:
        return ("top",)

    # -- time --------------------------------------------------------------------------------------

    def _around_now(self) -> tuple[float, float]:
        now = self._now()
        return (now - BEFORE).timestamp(), (now + AFTER).timestamp()

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Show `factor` times as much time; the moment `around` (else the middle) stays."""
        start, end = self._span
        middle = (start + end) / 2 if around is None else around
        factor = min(max(factor, CLOSEST / (end - start)), FARTHEST / (end - start))
        self._set_span(middle - (middle - start) * factor, middle + (end - middle) * factor)

    def pan(self, share: float) -> None:
        """Go later by a share of what is in sight; earlier when negative."""
        start, end = self._span
        by = (end - start) * share
        self._set_span(start + by, end + by)

    def to_now(self) -> None:
        """Show the time around now, as at first."""
        self._set_span(*self._around_now())

    def _set_span(self, start: float, end: float) -> None:
        self._span = (start, end)
        self._redraw()

    def _ticks(self, width: float) -> list[tuple[float, str]]:
        start, end = self._span
        step = timeline_axis.step_for(end - start, width if not self._island else width / 2)
        made = timeline_axis.ticks(start, end, step, texts.AMSTERDAM)
        if not self._island or step >= timeline_axis.DAY:
            return made
        return [
            (at, f"{said} · {texts.island_clock(datetime.fromtimestamp(at, UTC))}")
            for at, said in made
        ]

    # -- drawing -----------------------------------------------------------------------------------

    def _view(self) -> View:
        """What is to be drawn now."""
        box = QRectF(self._plot.getViewBox().rect())
        high = theme.current().density.row_height
        at = self.list.verticalScrollBar().value()
        first = at // high
        last = min(len(self._model.rows), first + int(box.height() // high) + 2)
        return View(
            self._model.rows, first, last, first * high - at, high, box,
            Scale(*self._span, max(1.0, box.width())), self._now(), self.chosen(),
            lambda row: words.beside(self._feed.book, row, self._grouping),
        )  # fmt: skip

    def _resized(self, *_: object) -> None:
        if self.bars is not None:
            self.bars.moved()
        self._redraw()

    def _redraw(self, *_: object) -> None:
        if self._plot is None or self.bars is None:
            return
        self._plot.setXRange(*self._span, padding=0)
        width = self._plot.getViewBox().rect().width()
        self._plot.getAxis("top").setTicks([self._ticks(width)])
        self.bars.update()

    # -- mouse -------------------------------------------------------------------------------------

    def time_at(self, x: float) -> float:
        """The moment, in seconds since 1970, at a place from the left edge of the plot."""
        view = self._plot.getViewBox()
        left = view.mapToScene(view.rect().topLeft()).x()
        start, end = self._span
        return float(start + (x - left) / max(1.0, view.rect().width()) * (end - start))

    @property
    def width_of_time(self) -> float:
        """How many pixels the time in sight takes."""
        return max(1.0, self._view().box.width())

    def scroll_rows(self, rows_down: float) -> None:
        """Move the list by so many rows."""
        bar = self.list.verticalScrollBar()
        bar.setValue(bar.value() + round(rows_down * self._view().row_height))

    def press(self, point: QPoint) -> None:
        """Choose the deployment under a point of the plot."""
        place = self._row_at(point)
        if place >= 0 and self._model.rows[place].commitment is not None:
            self.list.setFocus(Qt.FocusReason.MouseFocusReason)
            self.list.setCurrentIndex(self._model.index(place))

    def story_at(self, point: QPoint) -> str:
        """What is to be told of the row under a point of the plot."""
        place = self._row_at(point)
        if place < 0:
            return ""
        return "\n".join(words.story(self._feed.book, self._model.rows[place], self._now()))

    def _row_at(self, point: QPoint) -> int:
        """The row under a point of the plot; -1 for none."""
        view = self._view()
        inner = self._plot.getViewBox().mapFromScene(QPointF(point))
        place = view.first + int((inner.y() - view.tops) // view.row_height)
        return place if inner.y() >= 0 and 0 <= place < len(view.rows) else -1

    def _picked(self, *_: object) -> None:
        self._redraw()
        if self.chosen():
            self.commitmentChosen.emit(self.chosen())

    # -- words -------------------------------------------------------------------------------------

    def _say(self) -> None:
        self._title.setText(self.tr("Deployments"))
        self.list.setAccessibleName(self.tr("Deployments"))
        self._wait.setText(self.tr("The timeline is being loaded…"))
        self._empty.setText(self.tr("Nothing is promised or under way."))
        self._groups.set_options(
            [
                Option("request", self.tr("By request")),
                Option("owner", self.tr("By giver")),
            ]
        )
        self._groups.set_value(self._grouping)
        self._in.setText(self.tr("Zoom in"))
        self._out.setText(self.tr("Zoom out"))
        self._back.setText(self.tr("Earlier"))
        self._on.setText(self.tr("Later"))
        self._home.setText(self.tr("To now"))
        self._past.setText(self.tr("Hide what is over") if self._ended else self.tr("Show all"))
        self.list.viewport().update()
        self._redraw()
