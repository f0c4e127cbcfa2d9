"""The panel Meldingen: filters, list, detail and form in their places, and what the keys do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcr2desk.core.records import Incident, Record
from kcr2desk.desk import kit, remember, shortcuts, texts, theme
from kcr2desk.desk.panel import Panel
from kcr2desk.desk.remember import Settings
from kcr2desk.desk.reports.chart import HourChart
from kcr2desk.desk.reports.choosers import GradeCard, IncidentChooser, OwnerChooser
from kcr2desk.desk.reports.columns import urgent_open
from kcr2desk.desk.reports.detail import ReportDetail
from kcr2desk.desk.reports.filters import ReportFilters
from kcr2desk.desk.reports.form import ReportForm
from kcr2desk.desk.reports.keys import PanelKeys
from kcr2desk.desk.reports.list_view import ReportList
from kcr2desk.desk.reports.notices import NoticeLine
from kcr2desk.desk.reports.slide import SlideOver
from kcr2desk.desk.reports.triage import Lines, Told, Triage
from kcr2desk.desk.ticker import Ticker
from kcr2desk.desk.work import StoreWork, When
from kcr2desk.store.identity import Identity
from kcr2desk.store.query import Count, Page, ReportLine, ReportQuery

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from kcr2desk.store.cache import Cache

DETAIL_SHARE: Final = 0.265
"""How much of the width the detail takes before the officer sets it."""

READ_AFTER: Final = 900
"""Milliseconds for which a report must be under the keys to count as read."""

DETAIL_AFTER: Final = 40
"""Milliseconds after which the detail follows, so that running through the list stays light."""

MOST_CHOSEN: Final = 500
"""How many "choose all" takes at once."""

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
    """A change of the report in hand was refused: show what needs a decision."""

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
        self._cache, self._work, self._now, self._me = cache, work, now, me
        self._incidents: tuple[Incident, ...] = ()
        self._begun = False
        self._sized = False
        self.ticker = Ticker(now, self)
        self.area = PanelKeys(self)
        self.filters = ReportFilters(now, me.account)
        self.list = ReportList(cache, work, now, me.account)
        self.chart = HourChart(cache, work, now)
        self.notices = NoticeLine()
        self.detail = ReportDetail(cache, work, now, me)
        self.slide = SlideOver(self)
        self.triage = Triage(cache, work, me.account, self)
        self._new_form: ReportForm | None = None
        self.incident_chooser = IncidentChooser(self)
        self.owner_chooser = OwnerChooser(self, me.account)
        self.grade_card = GradeCard(self)
        self._lay_out()
        self._detail_timer = self._timer(DETAIL_AFTER, self._show_detail)
        self._read_timer = self._timer(READ_AFTER, self._was_read)
        self._badge_timer = self._timer(1000, self._count_unread)
        self._connect(changes)
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

    def _connect(self, changes: Relay) -> None:
        changes.changed.connect(self._changed)
        self.ticker.ticked.connect(lambda _now: self.list.tick())
        self.filters.changed.connect(self._ask)
        self.filters.downPressed.connect(self._into_list)
        self.filters.escaped.connect(self.list.setFocus)
        self.list.feed.counted.connect(self._counted)
        self.list.readChanged.connect(self._read_changed)
        self.list.chosenChanged.connect(lambda _count: self._say_chosen())
        self.list.opened.connect(lambda _report: self.detail.setFocus())
        self.list.clearWanted.connect(self.filters.clear)
        self.list.writeWanted.connect(self.write)
        self.chart.hourChosen.connect(self.filters.show_hour)
        self.chart.closeWanted.connect(self.turn_chart)
        self.triage.told.connect(self._tell)
        self.triage.guessed.connect(self._guess)
        self.triage.missed.connect(self.list.feed.refresh)
        self.detail.actionWanted.connect(self._act)
        self.detail.reportWanted.connect(self.show_report)
        self.detail.incidentWanted.connect(self.show_incident)
        self.detail.attentionWanted.connect(self.attentionWanted)
        self.ticker.ticked.connect(self.detail.tick)
        self.incident_chooser.chosen.connect(self._assign_to)
        self.incident_chooser.made.connect(
            lambda title: self.triage.make_incident(self.list.chosen, title)
        )
        self.owner_chooser.chosen.connect(self.own)
        self.grade_card.chosen.connect(lambda r, c: self.triage.grade(self.list.chosen, r, c))

    # the window

    def actions(self) -> list[QAction]:
        """The keys of everything but the form, which has its own."""
        return self.area.actions()

    def focus_first(self) -> None:
        form = self.slide.content()
        if isinstance(form, ReportForm):
            form.focus_first()
        else:
            self.list.setFocus()

    def keep(self, settings: Settings) -> None:
        self.detail.close_files()
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
            self._ask()
            self._read_incidents()
            self._count_unread()
            self.triage.races.begin()
            self._look_for_draft()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.ticker.stop()

    def show_report(self, report: str) -> None:
        """Read one report, wherever it is; one that the filters hold back is shown beside them."""

        def answer(lines: tuple[ReportLine, ...]) -> None:
            if lines:
                self.list.reveal(lines[0])
            else:
                self._tell(Told(self.tr("That report is not on this workstation."), "attention"))

        self._work.ask(lambda: self._cache.lines([report]), answer, owner=self, topic="reveal")

    def show_incident(self, incident: str) -> None:
        """Let through what is about one incident, "" for all."""
        self.filters.show_incident(incident)

    # asking

    def _ask(self) -> None:
        query = self.filters.query()
        self.list.ask(query, filtered=self.filters.holds_back())
        self.chart.follow(query)
        self._detail_timer.start()  # it marks what is searched for

    def _counted(self, count: Count | None) -> None:
        if count is None:
            self.filters.set_count(None)
        else:
            self.filters.set_count(count.number, more=not count.exact)

    def _changed(self, kind: str, ids: frozenset[str] | None) -> None:
        match kind:
            case "report" | "conflict" | "attachment":
                reports = ids if kind == "report" else None
                self.list.feed.changed(reports)
                self.triage.races.changed(reports)
                self.chart.refresh()
                self._badge_timer.start() if not self._badge_timer.isActive() else None
                read = self.list.read
                if read is not None and (reports is None or read.id in reports):
                    self.detail.refresh()
            case "incident":
                self._read_incidents()
                self.list.feed.changed(None)
            case "":
                self.triage.races.changed(None)

    def _read_incidents(self) -> None:
        def answer(found: list[Record]) -> None:
            self._incidents = tuple(r for r in found if isinstance(r, Incident) and not r.removed)
            self.filters.set_incidents(self._incidents)
            self.incident_chooser.set_incidents(self._incidents)

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

    def _show_detail(self) -> None:
        line = self.list.read
        self.detail.show_report(None if line is None else line.id, self.filters.field.text())

    def _was_read(self) -> None:
        line = self.list.read
        if line is not None and line.unread and self.area.isAncestorOf(self.focusWidget()):
            self.triage.mark_read([line], True)

    def _say_chosen(self) -> None:
        many = len(self.list.chosen)
        if many > 1:
            text = self.tr("%n report(s) chosen. Keys work on all of them.", "", many)
            self.notices.say(text, "muted")

    def _into_list(self) -> None:
        self.list.setFocus()
        if self.list.read is None:
            self.list.step(1)

    # what the keys do

    def write(self) -> None:
        """Open the form for a new report, or go back to it."""
        if self._new_form is None:
            self._new_form = self._form()
        self.slide.show(self._new_form)

    def edit(self) -> None:
        """Open the form on the report that is read."""
        line = self.list.read
        if line is not None:
            self.slide.show(self._form(report=line.id))

    def _form(self, **options: Any) -> ReportForm:
        form = ReportForm(self._cache, self._work, self._now, self._me, **options)
        form.closed.connect(lambda: self._form_closed(form))
        form.openWanted.connect(self.show_report)
        return form

    def _form_closed(self, form: ReportForm) -> None:
        self.slide.hide()
        if form is self._new_form:
            self._new_form = None
        form.deleteLater()

    def _look_for_draft(self) -> None:
        def answer(drafts: Any) -> None:
            new = [draft for draft in drafts if not draft.record]
            if not new or self._new_form is not None:
                return
            latest = max(new, key=lambda draft: draft.kept_at)

            def go_on() -> None:
                self._new_form = self._form(draft=latest)
                self.slide.show(self._new_form)
                self.notices.dismiss()

            words_ = self.tr("A report that you were writing was kept.")
            self.notices.say(words_, "attention", [(self.tr("Go on writing"), go_on)])

        self._work.ask(lambda: self._cache.drafts("report"), answer, owner=self, when=When.IDLE)

    def step(self, rows: int) -> None:
        """Read the next report, or the one before."""
        self.list.step(rows)

    def next_unread(self) -> None:
        """Read the next unread report further down, then from the top again."""
        self._go_on("unread", self.tr("Nothing unread in this list."))

    def next_urgent(self) -> None:
        """Read the next urgent report that nobody acknowledged."""
        self._go_on("urgent_open", self.tr("Nothing urgent to acknowledge in this list."))

    def _go_on(self, what: str, nothing: str) -> None:
        changed: Mapping[str, Any] = {what: True}
        query = replace(self.list.feed.query, **changed)
        line, cache = self.list.read, self._cache
        if line is not None and what == "unread":
            self.triage.mark_read([line], True)
        here = -1 if line is None else self.list.model.row_of(line.id)
        wanted = (lambda one: one.unread) if what == "unread" else urgent_open
        for ahead in self.list.model.lines[here + 1 :] if here >= 0 else ():
            if wanted(ahead) and ahead.id not in self.list.model.left:
                self.list.reveal(ahead)
                return
        reading = "" if line is None else line.id
        after = None if line is None else line.place

        def find() -> tuple[Page, bool]:
            page = cache.page(query, after, 2)
            around = not page.lines and after is not None
            return (cache.page(query, None, 2), True) if around else (page, False)

        def answer(found: tuple[Page, bool]) -> None:
            page, around = found
            lines = [one for one in page.lines if one.id != reading]
            if not lines:
                self._tell(Told(nothing, "muted"))
                return
            self.list.reveal(lines[0])
            if around:
                self._tell(Told(self.tr("On from the top of the list."), "muted"))

        self._work.ask(find, answer, owner=self, topic="next")

    def turn_read(self) -> None:
        """Mark what is chosen read, or unread again when all of it is read."""
        lines = self.list.chosen
        self._read_timer.stop()
        self.triage.mark_read(lines, any(line.unread for line in lines))

    def find(self) -> None:
        """Go to the text field."""
        self.filters.field.setFocus()
        self.filters.field.selectAll()

    def clear_filters(self) -> None:
        """Let everything through."""
        self.filters.clear()

    def turn_chart(self) -> None:
        """Show the chart, or hide it."""
        self.chart.setVisible(self.chart.isHidden())

    def refresh(self) -> None:
        """Ask anew; what no longer passes the filters goes."""
        self._ask()

    def choose_all(self) -> None:
        """Choose all that passes the filters, up to a limit that is told."""
        query, cache = self.list.feed.query, self._cache

        def answer(page: Page) -> None:
            self.list.choose(page.lines)
            if page.more:
                text = self.tr("The newest %n are chosen; there are more.", "", MOST_CHOSEN)
                self._tell(Told(text, "attention"))

        self._work.ask(
            lambda: cache.page(query, None, MOST_CHOSEN), answer, owner=self, topic="all"
        )

    def acknowledge(self) -> None:
        self._with(self.triage.acknowledge)

    def judge(self, code: str) -> None:
        self._with(lambda lines: self.triage.judge(lines, code))

    def grade(self) -> None:
        """Ask for the full Admiralty pair."""
        self._with(
            lambda lines: self.grade_card.open_for(lines[0].reliability, lines[0].credibility)
        )

    def assign(self) -> None:
        """Ask which incident they belong to."""
        self._with(lambda lines: self.incident_chooser.open_for(len(lines)))

    def _assign_to(self, incident: str) -> None:
        title = next((i.title for i in self._incidents if i.id == incident), "")
        self._with(lambda lines: self.triage.assign(lines, incident, title))

    def own(self, account: str | None) -> None:
        """Give them to an account; None is whoever is signed in, "" nobody."""
        whose = self._me.account if account is None else account
        self._with(lambda lines: self.triage.own(lines, whose))

    def hand_over(self) -> None:
        """Ask who takes them."""
        seen = [line.owner for line in self.list.model.lines]
        self._with(lambda lines: self.owner_chooser.open_for(len(lines), seen))

    def next_status(self) -> None:
        self._with(self.triage.next_step)

    def set_status(self, status: str) -> None:
        self._with(lambda lines: self.triage.step(lines, status))

    def undo(self) -> None:
        self.triage.undo()

    def redo(self) -> None:
        self.triage.redo()

    def _with(self, run: Callable[[Lines], object]) -> None:
        lines = self.list.chosen
        if lines:
            run(lines)
        else:
            self._tell(Told(self.tr("Choose a report first."), "muted"))

    def _act(self, name: str) -> None:
        """A button of the detail was pressed; it names the key that it stands for."""
        self.area.named(name).trigger()

    def _guess(self, ids: frozenset[str], fields: Mapping[str, Any]) -> None:
        self.list.model.guess(ids, **fields)

    # words

    def _tell(self, told: Told) -> None:
        actions: list[tuple[str, Callable[[], object]]] = []
        if told.undo:
            actions.append((self._undo_words(), self.triage.undo))
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
