"""Demand against supply over time, drawn: wanted, promised, arrived, and what stays missing.

Step curves by the exact intervals. Each has a line of its own kind and its word in the legend; what
is missing is hatched. Its numbers leave as CSV.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetrics,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kcr2desk.core.demand import Step, demand
from kcr2desk.core.fields import milliseconds, moment
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.bijstand import timeline_axis, type_choice
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.kit import paint
from kcr2desk.desk.parts import plotting
from kcr2desk.desk.shortcuts import command
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

BEFORE: Final = timedelta(hours=24)
AFTER: Final = timedelta(hours=24)
CURVES: Final = ("wanted", "promised", "arrived", "missing")
_LINES: Final = {
    "wanted": ("text", Qt.PenStyle.SolidLine, 2.0),
    "promised": ("accent", Qt.PenStyle.DashLine, 2.0),
    "arrived": ("good", Qt.PenStyle.DotLine, 2.5),
    "missing": ("urgent", Qt.PenStyle.SolidLine, 1.0),
}


def table(steps: Sequence[Step]) -> list[list[str]]:
    """The numbers of the curves, a row a step, times in UTC and in the Netherlands."""
    rows = [["from_utc", "from_nl", *CURVES]]
    for one in steps:
        at = moment(one.at)
        local = at.astimezone(texts.AMSTERDAM)
        rows.append(
            [
                f"{at:%Y-%m-%dT%H:%M:%SZ}", local.isoformat(timespec="seconds"),
                *(str(getattr(one, name)) for name in CURVES),
            ]
        )  # fmt: skip
    return rows


def as_csv(rows: Sequence[Sequence[str]]) -> str:
    """Rows as CSV with semicolons, which Dutch spreadsheets open as columns."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return out.getvalue()


class _Key(QWidget):
    """What the lines mean, with their numbers now."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[tuple[str, str]] = []
        self.setFixedHeight(20)

    def put(self, items: list[tuple[str, str]]) -> None:
        """Curve and words of each."""
        self._items = items
        self.setAccessibleName(", ".join(words for _, words in items))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, now = QPainter(self), theme.current()
        font, left = now.font("small"), 0
        for curve, words in self._items:
            tone, style, width = _LINES[curve]
            wide = QFontMetrics(font).horizontalAdvance(words)
            if left + 30 + wide > self.width():
                break
            colour = now.colour(tone)
            if curve == "missing":
                painter.fillRect(QRect(left, 5, 22, 10), QBrush(colour, _HATCH))
            painter.setPen(QPen(colour, width, style))
            painter.drawLine(left, 10 if curve != "missing" else 15, left + 22,
                             10 if curve != "missing" else 15)  # fmt: skip
            place = QRect(left + 28, 0, wide + 2, 20)
            paint.draw_text(painter, place, words, font, now.colour("text"))
            left += 44 + wide


_HATCH: Final = Qt.BrushStyle.BDiagPattern


class DemandChart(QWidget):
    """The chart of one type, or of the types of one discipline.

    Never of all: places to sleep and platoons are not of one kind.
    """

    typeChosen = Signal(str)
    """The officer wants to see this type."""

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
        self._graphics: Any = None
        self._plot: Any = None
        self._wanted = self._chosen = ""
        self.steps: tuple[Step, ...] = ()
        """What is drawn."""
        self._loader = plotting.Loader(self, self._loaded)
        self._copy = command(self, "Ctrl+Shift+C", self.copy, icon="copy")
        self._save = command(self, "Ctrl+Shift+S", self._ask_file, icon="download")
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(100)
        self._soon.timeout.connect(self.refresh)
        feed.loaded.connect(self._loaded_book)
        feed.changed.connect(self._changed)
        theme.current().changed.connect(self._dress)
        texts.OnLanguage(self, self._say)

    def _build(self) -> None:
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(220)
        self._title = kit.label(role="strong")
        self._what = kit.FilterButton(multiple=False, always=True, width=300)
        self._what.changed.connect(self._picked)
        self.setFocusProxy(self._what)
        self._key = _Key()
        self._note = kit.InlineMessage()
        self._wait = kit.label(tone="muted")
        self._wait.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.setSpacing(theme.M)
        head.addWidget(self._title)
        head.addWidget(self._what)
        head.addStretch(1)
        head.addWidget(kit.tool_button(self._copy, small=True))
        head.addWidget(kit.tool_button(self._save, small=True))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.M, theme.XS, theme.XS, theme.XS)
        self._column.setSpacing(theme.XS)
        self._column.addLayout(head)
        self._column.addWidget(self._key)
        self._column.addWidget(self._note)
        self._column.addWidget(self._wait, 1)

    # -- from outside ------------------------------------------------------------------------------

    def set_what(self, chosen: str) -> None:
        """Show one type ("type:pump") or one discipline ("discipline:fire"); "" shows what is
        most wanted."""
        self._wanted = chosen
        self._take_up()
        self.refresh()

    @property
    def chosen(self) -> str:
        """What is shown, as `set_what` takes it."""
        return self._chosen

    def _take_up(self) -> None:
        """What was asked for; while that is nothing, what is most wanted."""
        book = self._feed.book
        first = "" if self._wanted else type_choice.first_choice(book)
        self._chosen = self._wanted or (type_choice.of_type(first) if first else "")
        self._what.set_value(frozenset({self._chosen}) if self._chosen else frozenset())

    def _picked(self, chosen: frozenset[str]) -> None:
        value = next(iter(chosen))
        self.set_what(value)
        if resource := type_choice.type_of(value):
            self.typeChosen.emit(resource)

    @property
    def span(self) -> tuple[datetime, datetime]:
        """From when until when it looks."""
        now = self._now()
        return now - BEFORE, now + AFTER

    def refresh(self) -> None:
        """Count and draw again."""
        start, end = self.span
        self.steps = demand(
            self._feed.book, self._now(), start, end,
            resource=type_choice.type_of(self._chosen),
            discipline=type_choice.discipline_of(self._chosen),
        )  # fmt: skip
        self._tell()
        self._draw()

    def copy(self) -> None:
        """Put the numbers on the clipboard, as tab-separated cells for a spreadsheet."""
        rows = ["\t".join(row) for row in table(self.steps)]
        QGuiApplication.clipboard().setText("\n".join(rows))
        self._note.tell(self.tr("The numbers are on the clipboard."), "good")

    def write(self, path: Path) -> None:
        """Write the numbers to a CSV file. Raises OSError when that cannot be."""
        path.write_text(as_csv(table(self.steps)), encoding="utf-8-sig", newline="")

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the numbers"), self.tr("demand.csv"), "CSV (*.csv)"
        )
        if name:
            self.save_as(Path(name))

    def save_as(self, path: Path) -> None:
        """Write the numbers and say whether it worked."""
        try:
            self.write(path)
        except OSError as error:
            said = self.tr("Not saved: {why}. Choose another place.")
            self._note.tell(said.format(why=error.strerror or str(error)), "urgent")
        else:
            self._note.tell(self.tr("Saved as {file}.").format(file=path.name), "good")

    def _loaded_book(self) -> None:
        self._offer()
        self._soon.start()

    def _changed(self, keys: frozenset[tuple[str, str]]) -> None:
        if any(name in ("resourcetype", "discipline") for name, _ in keys):
            self._offer()
        self._soon.start()

    # -- drawing -----------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._loader.start()
        self.refresh()

    def _loaded(self, graphics: Any) -> None:
        self._graphics = graphics
        plot = plotting.plot(graphics, "left", "bottom")
        plot.setMouseEnabled(False, False)
        plot.getAxis("bottom").setHeight(plotting.AXIS)
        plot.getAxis("left").setWidth(36)
        plot.showGrid(x=False, y=True, alpha=0.25)
        plot.getViewBox().sigResized.connect(lambda *_: self._ticks())
        self._plot = plot
        self._column.replaceWidget(self._wait, plot)
        self._wait.hide()
        self._dress()

    def _dress(self) -> None:
        if self._plot is not None:
            plotting.dress(self._plot, "left", "bottom")
        self._key.update()
        self._draw()

    def _draw(self) -> None:
        if self._plot is None or not self.steps:
            return
        graphics, plot = self._graphics, self._plot
        plot.clear()
        start, end = (at.timestamp() for at in self.span)
        edges = [max(start, one.at / 1000) for one in self.steps] + [end]
        for curve in reversed(CURVES):
            tone, style, width = _LINES[curve]
            colour = theme.current().colour(tone)
            values = [getattr(one, curve) for one in self.steps]
            fill = {}
            if curve == "missing":
                soft = QColor(colour)
                soft.setAlpha(150)
                fill = {"fillLevel": 0, "brush": QBrush(soft, _HATCH)}
            pen = QPen(colour, width, style)
            pen.setCosmetic(True)
            plot.addItem(
                graphics.PlotCurveItem(x=edges, y=values, stepMode="center", pen=pen, **fill)
            )
        line = QPen(theme.current().colour("urgent"), 1.5)
        line.setCosmetic(True)
        plot.addItem(graphics.InfiniteLine(self._now().timestamp(), angle=90, pen=line))
        highest = max([4, *(max(one.wanted, one.promised) for one in self.steps)])
        plot.setXRange(start, end, padding=0)
        plot.setYRange(0, highest * 1.08, padding=0)
        stride = max(1, round(highest / 4))
        levels = [(n, texts.number(n)) for n in range(0, highest + 1, stride)]
        plot.getAxis("left").setTicks([levels])
        self._ticks()

    def _ticks(self) -> None:
        start, end = (at.timestamp() for at in self.span)
        step = timeline_axis.step_for(end - start, self._plot.getViewBox().rect().width())
        ticks = timeline_axis.ticks(start, end, step, texts.AMSTERDAM)
        self._plot.getAxis("bottom").setTicks([ticks])

    # -- words -------------------------------------------------------------------------------------

    def now_step(self) -> Step | None:
        """The step in which now lies."""
        now = milliseconds(self._now())
        return next((one for one in reversed(self.steps) if one.at <= now), None)

    def _tell(self) -> None:
        words = {
            "wanted": self.tr("wanted {n}"),
            "promised": self.tr("promised {n}"),
            "arrived": self.tr("on site {n}"),
            "missing": self.tr("missing {n}"),
        }
        step = self.now_step()
        self._key.put(
            [
                (curve, said.format(n=texts.number(getattr(step, curve) if step else 0)))
                for curve, said in words.items()
            ]
        )
        self.setAccessibleName(f"{self._title.text()}: {self._key.accessibleName()}")

    def _say(self) -> None:
        self._title.setText(self.tr("Demand and supply"))
        self._wait.setText(self.tr("The chart is being loaded…"))
        self._copy.setText(self.tr("Copy the numbers"))
        self._save.setText(self.tr("Save the numbers as CSV"))
        self._what.set_title(self.tr("Of"))
        self._offer()
        self.refresh()

    def _offer(self) -> None:
        """The disciplines and types that may be chosen."""
        self._what.set_options(type_choice.options(self._feed.book))
        self._take_up()
