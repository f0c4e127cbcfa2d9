"""The panel Meldingen: filters, list, detail and forms in their places, and what changes told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kcr2desk.core.records import Incident, Record
from kcr2desk.desk import kit, remember, shortcuts, texts, theme
from kcr2desk.desk.panel import Panel
from kcr2desk.desk.remember import Settings
from kcr2desk.desk.reports.actions import may_request
from kcr2desk.desk.reports.chart import HourChart
from kcr2desk.desk.reports.dealing import Dealing
from kcr2desk.desk.reports.detail import ReportDetail
from kcr2desk.desk.reports.drops import FileDrop
from kcr2desk.desk.reports.filters import ReportFilters
from kcr2desk.desk.reports.going import Going
from kcr2desk.desk.reports.keys import PanelKeys
from kcr2desk.desk.reports.list_view import ReportList
from kcr2desk.desk.reports.notices import NoticeLine
from kcr2desk.desk.reports.triage import Told
from kcr2desk.desk.reports.writing import Writing
from kcr2desk.desk.ticker import STEP_SECONDS, Ticker
from kcr2desk.desk.work import StoreWork, When
from kcr2desk.store.identity import Identity
from kcr2desk.store.query import Count, ReportLine, ReportQuery

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from kcr2desk.store.cache import Cache

DETAIL_SHARE: Final = 0.265
"""How much of the width the detail takes before the officer sets it."""

READ_AFTER: Final = 900
"""Milliseconds for which a report must be under the keys to count as read."""

DETAIL_AFTER: Final = 40
"""Milliseconds after which the detail follows, so that running through the list stays light."""

DETAIL_AGAIN: Final = 250
"""Milliseconds in which changes of the report in the detail are gathered."""

BADGE_AGAIN: Final = 1000
"""Milliseconds between two counts of what is unread."""

MOST_INCIDENTS: Final = 500
"""How many incidents the filter and the chooser offer, the newest."""

COUNT_FIRST: Final = 999
"""Unread reports are counted so far; more are many."""


class Relay(Protocol):
    """What tells of changes in the UI thread: `desk.changes.Changes`."""

    @property
    def changed(self) -> SignalInstance: ...


class ReportsPanel(Panel):
    """Reports as they come in, read and dealt with by key.

    Everything is read and written in the thread of `work`; `changes` says what differs since.
    """

    attentionWanted = Signal()
    """The officer wants the list of what needs a decision."""

    requestWanted = Signal(str)
    """The officer makes a request for assistance of this report."""

    requestChosen = Signal(str)
    """A request that was made of a report is to be shown, by its id."""

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        changes: Relay,
    ) -> None:
        super().__init__()
        self._cache, self._work, self._me = cache, work, me
        self._begun = False
        self._sized = False
        self.ticker = Ticker(now, self)
        self.filters = ReportFilters(now, me.account)
        self.list = ReportList(cache, work, now, me.account)
        self.chart = HourChart(cache, work, now)
        self.notices = NoticeLine()
        self.detail = ReportDetail(cache, work, now, me)
        self.going = Going(cache, work, self.list)
        self.writing = Writing(cache, work, now, me, self.list, self)
        self.dealing = Dealing(cache, work, self.list, me.account, self)
        self.area = PanelKeys(self, self.writing, self.going, self.dealing)
        self.drop = FileDrop(self.area, cache, work, now)
        self.area.adopt("write", self.drop.actions())
        self._lay_out()
        self._detail_timer = self._timer(DETAIL_AFTER, self._show_detail)
        self._again_timer = self._timer(DETAIL_AGAIN, self.detail.refresh)
        self._read_timer = self._timer(READ_AFTER, self._was_read)
        self._badge_timer = self._timer(BADGE_AGAIN, self._count_unread)
        changes.changed.connect(self._changed)
        self._connect()
        texts.OnLanguage(self, self._say)

    def _timer(self, milliseconds: int, run: Callable[[], object]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(run)
        return made

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.chart)
        column.addWidget(self.list, 1)
        column.addWidget(self.writing.unfinished)
        column.addWidget(self.drop.strip)
        column.addWidget(self.notices)
        self.chart.hide()
        self.splitter = kit.DeskSplitter()
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        left.setMinimumWidth(480)
        self.detail.setMinimumWidth(320)
        page = QVBoxLayout(self.area)
        page.setContentsMargins(theme.L, 0, theme.L, theme.S)
        page.setSpacing(theme.S)
        page.addWidget(self.filters)
        page.addWidget(self.splitter, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _connect(self) -> None:
        self.ticker.ticked.connect(self._tick)
        self.ticker.ticked.connect(self.detail.tick)
        self.filters.changed.connect(self.ask)
        self.filters.downPressed.connect(self._into_list)
        self.filters.escaped.connect(self.list.setFocus)
        self.area.escaped.connect(self.list.setFocus)
        self.list.feed.counted.connect(self._counted)
        self.list.readChanged.connect(self._read_changed)
        self.list.chosenChanged.connect(lambda _count: self._say_chosen())
        self.list.opened.connect(lambda _report: self.detail.setFocus())
        self.list.clearWanted.connect(self.filters.clear)
        self.list.writeWanted.connect(self.writing.write)
        self.chart.hourChosen.connect(self.filters.show_hour)
        self.chart.closeWanted.connect(self.turn_chart)
        self.dealing.triage.told.connect(self._tell)
        self.going.told.connect(self._tell)
        self.going.leaving.connect(lambda line: self.dealing.triage.mark_read([line], True))
        self.detail.actionWanted.connect(lambda name: self.area.named(name).trigger())
        self.detail.reportWanted.connect(self.show_report)
        self.detail.incidentWanted.connect(self.show_incident)
        self.detail.attentionWanted.connect(self.attentionWanted)
        self.detail.requestWanted.connect(self.requestChosen)
        self.writing.openWanted.connect(self.show_report)
        self.drop.showWanted.connect(self.show_report)
        self.drop.newWanted.connect(self.writing.write_with)

    # the window

    def actions(self) -> list[QAction]:
        """The keys of everything but the forms, which have their own."""
        return self.area.actions()

    def focus_first(self) -> None:
        form = self.writing.form()
        if form is not None:
            form.focus_first()
        else:
            self.list.setFocus()

    def keep(self, settings: Settings) -> None:
        self.list.table.keep(settings, "reports/table")
        remember.keep_splitter(settings, "reports/splitter", self.splitter)
        settings.set("reports/filters", self.filters.kept())
        settings.set("reports/chart", "" if self.chart.isHidden() else "shown")

    def restore(self, settings: Settings) -> None:
        self.list.table.restore(settings, "reports/table")
        self._sized = remember.restore_splitter(settings, "reports/splitter", self.splitter)
        self.filters.take_up(settings.get("reports/filters") or "")
        self.chart.setVisible(settings.get("reports/chart") == "shown")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ticker.start()
        if not self._begun:
            self._begun = True
            if not self._sized:
                detail = max(360, min(560, round(self.width() * DETAIL_SHARE)))
                self.splitter.setSizes([self.width() - detail, detail])
            self.ask()
            self._read_incidents()
            self._count_unread()
            self.dealing.triage.races.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.ticker.stop()

    def show_report(self, report: str) -> None:
        """Read one report, wherever it is in the list."""
        self.going.to_report(report)

    def show_incident(self, incident: str) -> None:
        """Let through what is about one incident, "" for all."""
        self.filters.show_incident(incident)

    # asking

    def ask(self) -> None:
        """Ask anew; what no longer passes the filters goes."""
        query = self.filters.query()
        self.list.ask(query, filtered=self.filters.holds_back())
        self.chart.follow(query)
        self._detail_timer.start()  # it marks what is searched for

    def _tick(self, now: datetime) -> None:
        self.list.tick()
        if now.second < STEP_SECONDS and self.filters.period_is_relative():
            self.list.feed.follow(self.filters.query())

    def _counted(self, count: Count | None) -> None:
        if count is None:
            self.filters.set_count(None)
        else:
            self.filters.set_count(count.number, more=not count.exact)

    def _changed(self, kind: str, ids: frozenset[str] | None) -> None:
        """Records changed: ask for what of it stands here, soon and once."""
        if kind == "incident":
            self._read_incidents()
        reports = ids if kind == "report" else None
        if kind in ("report", "conflict", "attachment", "incident"):
            self.list.feed.changed(reports)
            self.chart.refresh()
            _begin(self._badge_timer)
        self.dealing.triage.races.changed(reports)
        read = self.list.read
        if read is not None and (reports is None or read.id in reports):
            _begin(self._again_timer)

    def _read_incidents(self) -> None:
        def answer(found: list[Record]) -> None:
            incidents = [r for r in found if isinstance(r, Incident)]
            self.filters.set_incidents(incidents)
            self.dealing.set_incidents(incidents)

        self._work.ask(
            lambda: self._cache.all("incident", limit=MOST_INCIDENTS),
            answer,
            owner=self,
            topic="incidents",
            when=When.IDLE,
        )

    def _count_unread(self) -> None:
        def count() -> tuple[Count, Count]:
            return (
                self._cache.count(ReportQuery(unread=True), COUNT_FIRST),
                self._cache.count(ReportQuery(urgent_open=True), COUNT_FIRST),
            )

        def answer(counts: tuple[Count, Count]) -> None:
            unread, urgent = counts
            self.badgeChanged.emit(unread.number)
            parts = []
            if unread.number:
                many = texts.number(unread.number) + ("" if unread.exact else "+")
                parts.append(self.tr("{n} unread").format(n=many))
            if urgent.number:
                parts.append(self.tr("%n urgent to acknowledge", "", urgent.number))
            self.subtitleChanged.emit(" · ".join(parts))

        self._work.ask(count, answer, owner=self, topic="badge", when=When.IDLE)

    # reading

    def _read_changed(self, line: ReportLine | None) -> None:
        self._detail_timer.start()
        self._read_timer.stop()
        if line is not None and line.unread:
            self._read_timer.start()
        self.drop.set_selected(*(("", "") if line is None else (line.id, line.title)))

    def _show_detail(self) -> None:
        line = self.list.read
        self.detail.show_report(None if line is None else line.id, self.filters.field.text())

    def _was_read(self) -> None:
        line, focus = self.list.read, QApplication.focusWidget()
        here = focus is not None and self.area.isAncestorOf(focus)
        if line is not None and line.unread and here:
            self.dealing.triage.mark_read([line], True)

    def _say_chosen(self) -> None:
        many = len(self.list.chosen)
        if many > 1:
            text = self.tr("%n report(s) chosen. Keys work on all of them.", "", many)
            self.notices.say(text, "muted")

    def _into_list(self) -> None:
        self.list.setFocus()
        if self.list.read is None:
            self.list.step(1)

    # what the keys do here

    def step(self, rows: int) -> None:
        """Read the next report, or the one before."""
        self.list.step(rows)

    def turn_read(self) -> None:
        """Mark what is chosen read, or unread again when all of it is read."""
        lines = self.list.chosen
        self._read_timer.stop()
        self.dealing.triage.mark_read(lines, any(line.unread for line in lines))

    def find_text(self) -> None:
        """Go to the text field."""
        self.filters.field.setFocus()
        self.filters.field.selectAll()

    def clear_filters(self) -> None:
        """Let everything through."""
        self.filters.clear()

    def turn_chart(self) -> None:
        """Show the chart, or hide it."""
        self.chart.setVisible(self.chart.isHidden())

    def make_request(self) -> None:
        """Make a request for assistance of the report that is read; the form asks the rest."""
        line = self.list.read
        if line is None:
            return
        if not may_request(self._me):
            self.notices.say(self.tr("Your role does not write requests."), "attention")
            return

        self.requestWanted.emit(line.id)

    # words

    def _tell(self, told: Told) -> None:
        actions: list[tuple[str, Callable[[], object]]] = []
        if told.undo:
            actions.append((self._undo_words(), self.dealing.undo))
        if told.show is not None:
            line = told.show
            actions.append((self.tr("Show"), lambda: self.list.reveal(line)))
        self.notices.say(told.text, told.tone, actions)

    def _undo_words(self) -> str:
        key = shortcuts.key_text(self.area.named("undo"))
        return self.tr("Undo ({key})").format(key=key)

    def _say(self) -> None:
        self.list.setAccessibleName(self.tr("Reports"))
        self.list.say_anew()
        _begin(self._badge_timer)


def _begin(timer: QTimer) -> None:
    """Start a timer that does not run yet: what happens until then is one."""
    if not timer.isActive():
        timer.start()
