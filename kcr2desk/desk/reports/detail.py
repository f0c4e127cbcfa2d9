"""A report in full, at the right of the list: facts, text or alert, thread, files, history.

It reads everything in the store's thread in one go (`shown.read_report`) and shows the same report
anew without losing place, selection or what is being typed. What is to be done with the report it
asks of the panel by name (`actionWanted`); it writes nothing but settled conflicts.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.parts.body import MarkedText, TextReader, first_part
from kcr2desk.desk.parts.copies import Copies
from kcr2desk.desk.parts.history import HistoryView
from kcr2desk.desk.reports import alert_words, report_facts
from kcr2desk.desk.reports.actions import ActionRow
from kcr2desk.desk.reports.alert_view import AlertView
from kcr2desk.desk.reports.conflict import ConflictView
from kcr2desk.desk.reports.facts_view import FactsView, TimeStrip
from kcr2desk.desk.reports.files import FilesView, Outside, system_outside
from kcr2desk.desk.reports.head import Head
from kcr2desk.desk.reports.related import RelatedView
from kcr2desk.desk.reports.shown import ReportShown, read_report, text_of
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

FETCHING_MS = 1_500
"""While a file is being fetched, how far it is is read anew so often."""


class Section(QWidget):
    """A heading and what is under it; away when there is nothing."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = kit.SectionHeader()
        self.content = content
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addWidget(kit.rule())
        column.addWidget(self.header)
        column.addWidget(content)

    def say(self, title: str, remark: str, *, shown: bool) -> None:
        """Name it; `remark` counts what is in it."""
        self.header.set_texts(title, remark)
        self.setVisible(shown)


class ReportDetail(QWidget):
    """One report; nothing chosen and a report that is gone are said too."""

    actionWanted = Signal(str)
    """The name of a key of the panel (`keys.PanelKeys`) that is to be carried out."""

    reportWanted = Signal(str)
    """Another report of the thread is to be shown, by its id."""

    incidentWanted = Signal(str)
    """The incident of this report is to be shown, by its id."""

    requestWanted = Signal(str)
    """A request that was made of this report is to be shown, by its id."""

    attentionWanted = Signal()
    """What needs a decision is to be shown: a change of this report was refused."""

    shown = Signal(str)
    """A report was read and stands there."""

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        now: Callable[[], datetime],
        me: Identity,
        *,
        outside: Outside | None = None,
        open_link: Callable[[str], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cache, self._work, self._now, self._me = cache, work, now, me
        self._open_link = open_link or _open_in_browser
        self._wanted = ""
        self._search = ""
        self._data: ReportShown | None = None
        self.head = Head(now)
        self.head.laterWanted.connect(self.reportWanted)
        self.head.attentionWanted.connect(self.attentionWanted)
        self.times = TimeStrip()
        self.facts = FactsView()
        self.facts.followed.connect(self._follow)
        self.body = MarkedText()
        self.more = kit.button(kind="link", small=True, run=self._read_all)
        self.alert = AlertView()
        self.alert.readWanted.connect(self._read)
        self.links = FactsView()
        self.links.followed.connect(self._open_link)
        self.related = RelatedView()
        self.related.reportWanted.connect(self.reportWanted)
        self.files = FilesView(
            cache, work, copies=Copies(cache.folder), outside=outside or system_outside()
        )
        self.history = HistoryView(me.account, me.device)
        self.actions_row = ActionRow()
        self.actions_row.wanted.connect(self.actionWanted)
        self.reader = TextReader()
        self.reader.closed.connect(self._close_reader)
        self._conflicts: list[ConflictView] = []
        self._lay_out()
        self._fetching = QTimer(self)
        self._fetching.setInterval(FETCHING_MS)
        self._fetching.timeout.connect(self.refresh)
        texts.OnLanguage(self, self._say)

    # what the panel asks

    def show_report(self, report: str | None, search: str = "") -> None:
        """Show a report, the words of `search` marked in it; None for nothing."""
        if (report or "") == self._wanted and search == self._search and self._data is not None:
            return
        other = (report or "") != self._wanted
        self._wanted, self._search = report or "", search
        if other:
            self._close_reader()
        if not self._wanted:
            self._data = None
            self._fetching.stop()
            self._show_empty()
            return
        self.refresh()

    def refresh(self) -> None:
        """Read the report anew; what did not change stays untouched."""
        if not self._wanted:
            return
        wanted, before = self._wanted, self._data
        search, language = self._search, alert_words.reader()
        self._work.ask(
            lambda: read_report(
                self._cache, wanted, self._me, search=search, language=language, before=before
            ),
            self._answer,
            owner=self,
            topic="report",
        )

    def tick(self, now: datetime) -> None:
        """Let the age grow. Connect it to the ticker."""
        self.head.tick(now)

    def close_files(self) -> None:
        """Wipe the copies that other programs opened; before the store's thread is closed."""
        self.files.close_copies()

    @property
    def report(self) -> ReportShown | None:
        """What stands there."""
        return self._data

    def conflict_views(self) -> list[ConflictView]:
        """The open conflicts in sight."""
        return [view for view in self._conflicts if view.isVisibleTo(self)]

    # laying out

    def _lay_out(self) -> None:
        self.empty = kit.EmptyState("inbox")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.M, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.head)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setWidget(self._content())
        column.addWidget(self.area, 1)
        column.addWidget(self.actions_row)
        self.stack = QStackedWidget()
        self.page = page
        for widget in (self.empty, page, self.reader):
            self.stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self.setFocusProxy(self.area)

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.S, theme.S)
        column.setSpacing(theme.M)
        self._conflict_place = QVBoxLayout()
        self._conflict_place.setSpacing(theme.S)
        self._text_rule = kit.rule()
        self._thread = Section(self.related)
        self._attached = Section(self.files)
        self._past = Section(self.history)
        column.addLayout(self._conflict_place)
        for widget in (self.times, self.facts, self._text_rule, self.body):
            column.addWidget(widget)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.alert, self.links, self._thread, self._attached, self._past):
            column.addWidget(part)
        column.addStretch(1)
        return content

    # showing

    def _answer(self, data: ReportShown | None) -> None:
        if data is None:
            self._data = None
            self._fetching.stop()
            self._show_empty()
            return
        if data.id != self._wanted:
            return
        before, self._data = self._data, data
        if data != before or self.stack.currentWidget() is self.empty:
            self._show(data, fresh=before is None or before.id != data.id)
        self._watch_files(data)
        self.shown.emit(data.id)

    def _show(self, data: ReportShown, *, fresh: bool) -> None:
        now = self._now()
        self.head.show_report(data, self._me.account)
        self._show_conflicts(data)
        region = text_of(data.values, "region")
        self.times.show_times(report_facts.times(data.values), region, now)
        self.facts.set_facts(report_facts.facts(data, self._me))
        self._show_text(data, now)
        links = report_facts.links(data.values)
        self.links.set_facts(links)
        self.links.setVisible(bool(links))
        self.related.show_related(data.related, data.missing, now, fresh=fresh)
        self.files.show_files(data.files)
        self.history.show_acts(data.acts, now, data.titles, fresh=fresh)
        self.actions_row.show_for(data, self._me)
        self._say_sections(data)
        if fresh:
            self.files.clear_message()
            self.area.verticalScrollBar().setValue(0)
        if self.stack.currentWidget() is self.empty:
            self.stack.setCurrentWidget(self.page)

    def _show_text(self, data: ReportShown, now: datetime) -> None:
        """The readable alert takes the place of the text that was made of it."""
        text = text_of(data.values, "text")
        alert = data.alert if data.alert is not None and data.alert.infos else None
        self.alert.setVisible(alert is not None)
        if alert is not None:
            self.alert.show_alert(alert, text_of(data.values, "title"), data.search, now)
            first = ""
        else:
            first = first_part(text)
        self.body.show_text(first, data.marks)
        self.body.setVisible(bool(first))
        self._text_rule.setVisible(bool(first) or alert is not None)
        self.more.setVisible(alert is None and first != text)

    def _show_conflicts(self, data: ReportShown) -> None:
        kept = {view.conflict.id: view for view in self._conflicts if view.conflict is not None}
        for conflict in data.conflicts:
            view = kept.pop(conflict.id, None)
            if view is None:
                view = ConflictView(self._cache, self._work, self._now, self._me)
                self._conflicts.append(view)
                self._conflict_place.addWidget(view)
            view.show_conflict(conflict, data.titles)
        for view in kept.values():
            self._conflicts.remove(view)
            self._conflict_place.removeWidget(view)
            view.hide()
            view.deleteLater()

    def _watch_files(self, data: ReportShown) -> None:
        """Read anew while a file is on its way, as long as somebody sees it."""
        coming = any(file.state in ("wanted", "partly") for file in data.files)
        if coming and self.isVisible():
            self._fetching.start()
        else:
            self._fetching.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._data is not None:
            self._watch_files(self._data)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._fetching.stop()

    def _show_empty(self) -> None:
        if self._wanted:
            self.empty.set_texts(
                self.tr("This report is not here"),
                self.tr("It was withdrawn from you, or it has not come in yet."),
            )
        else:
            self.empty.set_texts(
                self.tr("No report chosen"),
                self.tr("Choose one in the list, or press N to write one."),
            )
        self.stack.setCurrentWidget(self.empty)

    # following

    def _follow(self, link: str) -> None:
        kind, _, name = link.partition(":")
        if kind == "incident":
            self.incidentWanted.emit(name)
        elif kind == "request":
            self.requestWanted.emit(name)

    def _read_all(self) -> None:
        if self._data is not None:
            values = self._data.values
            self._open_reader(text_of(values, "title"), text_of(values, "text"), self._data.marks)

    def _read(self, title: str, text: str) -> None:
        from kcr2desk.store.search import marks

        self._open_reader(title, text, marks(text, self._search))

    def _open_reader(self, title: str, text: str, marks: tuple[tuple[int, int], ...]) -> None:
        self.reader.read(title, text, marks)
        self.stack.setCurrentWidget(self.reader)
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_reader(self) -> None:
        if self.stack.currentWidget() is self.reader:
            self.stack.setCurrentWidget(self.page if self._data is not None else self.empty)
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reader.stop()

    # words

    def _say(self) -> None:
        if self._data is not None:
            self._show(self._data, fresh=False)
            self.refresh()  # the infos of an alert in the other language
        else:
            self._show_empty()

    def _say_sections(self, data: ReportShown) -> None:
        length = len(text_of(data.values, "text"))
        self.more.setText(self.tr("Show all {n} characters").format(n=texts.number(length)))
        thread = len(data.related)
        self._thread.say(
            self.tr("Thread"),
            texts.number(thread) if thread else "",
            shown=thread > 0 or data.missing > 0,
        )
        self._attached.say(
            self.tr("Attachments"), texts.number(len(data.files)), shown=bool(data.files)
        )
        acts = texts.number(len(data.acts))
        self._past.say(self.tr("History"), acts, shown=bool(data.acts))


def _open_in_browser(address: str) -> None:
    """Open a web address outside; anything else is never opened."""
    url = QUrl(address)
    if url.scheme() in ("http", "https"):
        QDesktopServices.openUrl(url)
