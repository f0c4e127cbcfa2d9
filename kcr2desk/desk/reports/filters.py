"""The filter row over the list: what the officer lets through, as a question to the store."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from kcr2desk.core import places
from kcr2desk.core.records import Incident
from kcr2desk.desk import kit, texts
from kcr2desk.desk.parts import words
from kcr2desk.store.query import ReportQuery

_PERIODS: Final = {"1h": 1, "4h": 4, "8h": 8, "24h": 24, "7d": 7 * 24, "30d": 30 * 24}
_HOUR: Final = timedelta(hours=1)
_GRADES: Final = ("c1", "c2", "c3", "c4", "c5", "c6", "rA", "rB", "rC", "rD", "rE", "rF")
_SETTLE: Final = 60
"""Milliseconds in which several changes of filters (a clear, a restore) are one question."""


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour chosen in the chart, from its start."""

    start: datetime

    @property
    def value(self) -> str:
        return f"h{int(self.start.timestamp())}"

    def words(self) -> str:
        """`14-7 13:00–14:00`."""
        local = self.start.astimezone(texts.AMSTERDAM)
        end = (self.start + _HOUR).astimezone(texts.AMSTERDAM)
        return f"{local.day}-{local.month} {local:%H:%M}–{end:%H:%M}"


class ReportFilters(kit.FilterBar):
    """Status, region, discipline, grade, incident, period, what wants attention, and text.

    `changed` is emitted when the officer lets something else through.
    """

    changed = Signal()

    downPressed = Signal()
    """Down or Enter in the text field: on to the list."""

    escaped = Signal()
    """Esc in an empty text field: back to the list."""

    def __init__(self, now: Callable[[], datetime], me: str) -> None:
        super().__init__()
        self._now = now
        self._me = me
        self._incidents: tuple[Incident, ...] = ()
        self._hour: Hour | None = None
        self.status = self.add(kit.FilterButton(width=108))
        self.region = self.add(kit.FilterButton(width=108))
        self.discipline = self.add(kit.FilterButton(width=108))
        self.grade = self.add(kit.FilterButton(width=108))
        self.incident = self.add(kit.FilterButton(multiple=False, width=128))
        self.period = self.add(kit.FilterButton(multiple=False, width=108))
        self.attention = self.add(kit.FilterButton(width=144))
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(self.changed)
        for made in self._all():
            made.changed.connect(lambda _chosen: self.changed.emit())
        self.field.textEdited.connect(lambda _text: self.changed.emit())
        self.field.installEventFilter(self)
        self.cleared.connect(self.changed)
        texts.OnLanguage(self, self._say_filters)

    def _all(self) -> tuple[kit.FilterButton, ...]:
        return (
            self.status,
            self.region,
            self.discipline,
            self.grade,
            self.incident,
            self.period,
            self.attention,
        )

    # the question

    def query(self) -> ReportQuery:
        """What comes through, as of now."""
        grades = self.grade.value()
        attention = self.attention.value()
        since, until = self._period()
        streams = ("national", "test") if "test" in attention else ("national",)
        return ReportQuery(
            streams=streams,
            status=_in_order(self.status.value(), words.STATUSES),
            regions=tuple(sorted(self.region.value())),
            disciplines=_in_order(self.discipline.value(), (*words.DISCIPLINES, "")),
            reliability=tuple(sorted(g[1] for g in grades if g[0] == "r")),
            credibility=tuple(sorted(g[1] for g in grades if g[0] == "c")),
            incident=next(iter(self.incident.value()), ""),
            owner=self._me if "mine" in attention else "",
            since=since,
            until=until,
            text=self.field.text().strip(),
            unread="unread" in attention,
            urgent_open="urgent" in attention,
        )

    def _period(self) -> tuple[int | None, int | None]:
        chosen = next(iter(self.period.value()), "")
        now = self._now()
        if chosen in _PERIODS:
            return _milliseconds(now - _PERIODS[chosen] * _HOUR), None
        if chosen == "today":
            return _milliseconds(midnight(now)), None
        if chosen == "yesterday":
            today = midnight(now)
            return _milliseconds(midnight(today - _HOUR)), _milliseconds(today)
        if self._hour is not None and chosen == self._hour.value:
            return _milliseconds(self._hour.start), _milliseconds(self._hour.start + _HOUR)
        return None, None

    def period_is_relative(self) -> bool:
        """Whether the period moves on with the clock."""
        return not self.period.value().isdisjoint({*_PERIODS, "today", "yesterday"})

    # from elsewhere

    def set_incidents(self, incidents: Sequence[Incident]) -> None:
        """Offer these incidents, open ones first."""
        self._incidents = tuple(sorted(incidents, key=lambda i: i.status == "closed"))
        self._say_incidents()

    def show_incident(self, incident: str) -> None:
        """Let through what is about one incident, "" for all."""
        self.incident.set_value(frozenset({incident} - {""}))
        self._say()
        self.changed.emit()

    def show_hour(self, start: datetime) -> None:
        """Let through what came in within an hour; the same hour again lets all through."""
        hour = Hour(start)
        again = self.period.value() == frozenset({hour.value})
        self._hour = None if again else hour
        self._say_periods()
        self.period.set_value(frozenset() if again else frozenset({hour.value}))
        self._say()
        self.changed.emit()

    def show_text(self, text: str) -> None:
        """Search for a text."""
        self.field.setText(text)
        self.changed.emit()

    def kept(self) -> str:
        """What is chosen, as text for the settings; the searched text and an hour are not kept."""
        chosen = {name: sorted(made.value()) for name, made in self._named() if made.value()}
        if self._hour is not None and self._hour.value in chosen.get("period", []):
            del chosen["period"]
        return json.dumps(chosen)

    def take_up(self, kept: str) -> None:
        """Choose what was kept; what cannot be read lets everything through."""
        try:
            chosen = json.loads(kept)
        except ValueError:
            return
        if not isinstance(chosen, dict):
            return
        for name, made in self._named():
            values = chosen.get(name, [])
            if isinstance(values, list):
                made.set_value(frozenset(v for v in values if isinstance(v, str)))
        self._say()
        self._settle.start()

    def _named(self) -> list[tuple[str, kit.FilterButton]]:
        names = ("status", "region", "discipline", "grade", "incident", "period", "attention")
        return list(zip(names, self._all(), strict=True))

    # keys in the text field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            down = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if event.type() == QEvent.Type.KeyPress and event.key() in down:
                self.downPressed.emit()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                if self.field.text():
                    self.show_text("")
                else:
                    self.escaped.emit()
                return True
        return super().eventFilter(watched, event)

    # words

    def _say_filters(self) -> None:
        self.status.set_title(self.tr("Status"))
        self.region.set_title(self.tr("Region"))
        self.discipline.set_title(self.tr("Discipline"))
        self.grade.set_title(self.tr("Grade"))
        self.incident.set_title(self.tr("Incident"))
        self.period.set_title(self.tr("Period"))
        self.attention.set_title(self.tr("Attention"))
        option = kit.FilterOption
        self.status.set_options([option(s, _capital(words.status(s))) for s in words.STATUSES])
        self.region.set_options(
            [
                *(option(r.code, r.name, r.abbreviation) for r in places.regions()),
                option("", self.tr("No region")),
            ]
        )
        self.discipline.set_options(
            [
                *(
                    option(d, words.discipline(d), icon=words.discipline_icon(d))
                    for d in words.DISCIPLINES
                ),
                option("", self.tr("No discipline")),
            ]
        )
        self.grade.set_options([option(g, _grade_words(g), g[1]) for g in _GRADES])
        self.attention.set_options(
            [
                option("unread", self.tr("Unread")),
                option("urgent", self.tr("Urgent, not acknowledged")),
                option("mine", self.tr("Mine")),
                option("test", self.tr("Test and exercise")),
            ]
        )
        self._say_incidents()
        self._say_periods()

    def _say_incidents(self) -> None:
        closed = self.tr("closed")
        self.incident.set_options(
            [
                kit.FilterOption(i.id, i.title, closed if i.status == "closed" else i.number)
                for i in self._incidents
            ]
        )

    def _say_periods(self) -> None:
        option = kit.FilterOption
        options = [
            option("1h", self.tr("Last hour")),
            option("4h", self.tr("Last 4 hours")),
            option("8h", self.tr("Last 8 hours")),
            option("24h", self.tr("Last 24 hours")),
            option("today", self.tr("Today")),
            option("yesterday", self.tr("Yesterday")),
            option("7d", self.tr("Last 7 days")),
            option("30d", self.tr("Last 30 days")),
        ]
        if self._hour is not None:
            options.insert(0, option(self._hour.value, self._hour.words()))
        self.period.set_options(options)


def midnight(moment: datetime) -> datetime:
    """The beginning of the day of a moment, in the Netherlands."""
    local = moment.astimezone(texts.AMSTERDAM)
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


def _in_order(chosen: frozenset[str], order: Sequence[str]) -> tuple[str, ...]:
    return tuple(value for value in order if value in chosen)


def _grade_words(value: str) -> str:
    what = words.credibility(value[1]) if value[0] == "c" else words.reliability(value[1])
    return _capital(what)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
