"""The request in hand: how it stands, its lines, the gate, the judgement, what hangs on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kcr2desk.core.bijstand import AssistanceRequest
from kcr2desk.core.records import Incident
from kcr2desk.core.text import Json
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.bijstand import commit_refused, request_facts, request_rows
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.bijstand.commit_refused import RefusedPromise
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.request_bars import LineBars
from kcr2desk.desk.bijstand.request_gate import GateView
from kcr2desk.desk.bijstand.request_links import (
    REFUSED,
    LinkList,
    commitment_links,
    inquiry_links,
    refused_links,
)
from kcr2desk.desk.bijstand.request_rights import hinders_writing
from kcr2desk.desk.bijstand.request_state import REQUEST
from kcr2desk.desk.kit.flow import FlowLayout
from kcr2desk.desk.parts.acts import Act, acts_of, link_acts
from kcr2desk.desk.parts.history import HistoryView, Telling, Titles
from kcr2desk.desk.work import StoreWork, When
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache


class Part(QWidget):
    """A heading and what is under it."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = kit.SectionHeader()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addWidget(kit.rule())
        column.addWidget(self.header)
        column.addWidget(content)

    def say(self, title: str, remark: str = "", *, shown: bool = True) -> None:
        """Name it; away when there is nothing in it."""
        self.header.set_texts(title, remark)
        self.setVisible(shown)


class RequestView(QWidget):
    """One request. It writes nothing: what is wanted it says by name (`wanted`)."""

    wanted = Signal(str)
    """The name of an action of the column: `ask`, `judge`, `answers`, `edit`, `gate` …"""

    signed = Signal(str)
    """The form of this municipality or region came in, or did not after all."""

    inquiryWanted = Signal(str)
    commitmentWanted = Signal(str)
    refusedWanted = Signal(object)
    """A `RefusedPromise` that the officer wants to see."""

    reportWanted = Signal(str)
    incidentWanted = Signal(str)
    requestWanted = Signal(str)

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._feed, self._cache, self._work, self._now, self._me = feed, cache, work, now, me
        self._request = ""
        self._loud = ""
        self.number = kit.ElidedLabel(role="small", tone="muted")
        self.age = kit.AgeLabel()
        self.title = kit.label(role="heading", wrap=True)
        self.standing, self.priority = kit.Pill(), kit.Pill()
        self.paper, self.waiting, self.late = kit.Pill(), kit.Pill(), kit.Pill()
        self._refused: tuple[RefusedPromise, ...] = ()
        self.message = kit.InlineMessage()
        self.lines = LineBars(now)
        self.gate = GateView()
        self.judgement = kit.label(wrap=True)
        self.judge = kit.button(kind="link", small=True, run=lambda: self.wanted.emit("judge"))
        self.inquiries, self.commitments = LinkList(), LinkList()
        self.facts = kit.FactList()
        self.report = kit.button(kind="link", small=True, icon="inbox", run=self._open_report)
        self.incident = kit.button(
            kind="link", small=True, icon="incident", run=self._open_incident
        )
        self.successor = kit.button(kind="link", small=True, icon="duplicate", run=self._open_next)
        telling = Telling(words.field, self._say_value)
        self.history = HistoryView(me.account, me.device, telling=telling)
        self._lay_out()
        self.gate.signed.connect(self.signed)
        self.gate.placeWanted.connect(lambda: self.wanted.emit("edit"))
        self.gate.tableWanted.connect(lambda: self.wanted.emit("gate"))
        self.inquiries.opened.connect(self.inquiryWanted)
        self.commitments.opened.connect(self._open_commitment)
        texts.OnLanguage(self, self.refresh)

    @property
    def request(self) -> AssistanceRequest | None:
        """The request that is shown."""
        return self._feed.book.request(self._request) if self._request else None

    def show_request(self, request: str) -> None:
        """Show a request by its id."""
        fresh = request != self._request
        self._request = request
        if fresh:
            self.lines.choose(set())
            self.area.verticalScrollBar().setValue(0)
        self.refresh()
        self.read_history(fresh=fresh)
        self.read_refused()

    def tick(self, now: datetime) -> None:
        """Let times grow."""
        self.age.tick(now)
        self.refresh()

    # laying out

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.S)
        top.addWidget(self.number, 1)
        top.addWidget(self.age)
        pills = QWidget()
        self._flow = FlowLayout(pills, spacing=6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        pills.setSizePolicy(policy)
        for pill in (self.priority, self.standing, self.late, self.paper, self.waiting):
            self._flow.addWidget(pill)
        judged = QWidget()
        row = QHBoxLayout(judged)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.judgement, 1)
        row.addWidget(self.judge, 0, Qt.AlignmentFlag.AlignTop)
        hangs = QWidget()
        links = FlowLayout(hangs)
        for button in (self.report, self.incident, self.successor):
            links.addWidget(button)
        hangs.setSizePolicy(policy)
        self._asked, self._given = Part(self.inquiries), Part(self.commitments)
        self._gate, self._judged = Part(self.gate), Part(judged)
        self._facts, self._past = Part(self.facts), Part(self.history)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.S, theme.S)
        column.setSpacing(theme.S)
        column.addWidget(self.lines)
        for part in (self._gate, self._judged, self._asked, self._given, self._facts):
            column.addWidget(part)
        column.addWidget(hangs)
        column.addWidget(self._past)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.XS)
        whole.addLayout(top)
        whole.addWidget(self.title)
        whole.addWidget(pills)
        whole.addWidget(self.message)
        whole.addWidget(self.area, 1)

    # showing

    def refresh(self) -> None:
        """Show it anew; what is read keeps its place."""
        request = self.request
        if request is None:
            return
        book, now = self._feed.book, self._now()
        neighbour = request.kind == "neighbour"
        self.number.setText(request.number or self.tr("no number yet"))
        self.age.set_moment(request.received_at, now)
        self.title.setText(request.title)
        word, tone = words.standing(request.status, book.stage(request.id))
        self.standing.show_as(self.tr("burenhulp") if neighbour else word, tone)
        priority = f"{request.priority} {words.priority(request.priority)}"
        self.priority.show_as(priority, words.priority_tone(request.priority), "")
        paper, paper_tone = request_rows.paper_words(book, request, now)
        self._pill(self.paper, paper, paper_tone, "file")
        late = request_rows.late_answers(book, request.id, now)
        told = self.tr("%n answer(s) late", "", late) if late else ""
        self._pill(self.late, told, "urgent", "clock")
        pending = self._feed.unconfirmed(REQUEST, request.id)
        held = self.tr("provisional: not confirmed yet") if pending else ""
        self._pill(self.waiting, held, "muted", "wait")
        self._flow.invalidate()
        self._say_loud(request)
        self.lines.show_request(book, request)
        self._show_gate(request, now)
        self._show_judgement(request, now)
        asked = inquiry_links(book, request.id, now)
        refused = commit_refused.of_request(book, self._refused, request.id)
        given = [*refused_links(book, refused), *commitment_links(book, request.id, now)]
        self.inquiries.show_links(asked)
        self.commitments.show_links(given)
        self._asked.say(self.tr("Asked"), texts.number(len(asked)), shown=bool(asked))
        self._given.say(self.tr("Promised"), texts.number(len(given)), shown=bool(given))
        self.facts.set_facts(request_facts.facts(book, request, now))
        self._facts.say(self.tr("Facts"))
        self._show_links(request)

    def _pill(self, pill: kit.Pill, text: str, tone: str, icon: str) -> None:
        pill.show_as(text, tone, icon)
        pill.setVisible(bool(text))

    def _say_loud(self, request: AssistanceRequest) -> None:
        """One thing loud at a time; what was waved away stays away until it is another thing."""
        loud = request_rows.loudest(self._feed.book, request, self._now())
        if loud is None:
            self.message.hide()
            return
        names = {
            "ask": self.tr("Ask regions"), "answers": self.tr("Answers"),
            "judge": self.tr("Judge"),
        }  # fmt: skip
        name = loud.action
        actions: list[tuple[str, Callable[[], object]]] = []
        if name:
            actions.append((names[name], lambda: self.wanted.emit(name)))
        self.message.tell(loud.text, loud.tone, actions, closable=False)

    def _show_gate(self, request: AssistanceRequest, now: datetime) -> None:
        found = request_rows.verdicts_of(self._feed.book, request, now)
        self.gate.show_verdicts(found, hinders_writing(self._me, request, request.stream))
        remark = self.tr("flags and counts; help goes on")
        self._gate.say(self.tr("Who signs"), remark, shown=bool(found))

    def _show_judgement(self, request: AssistanceRequest, now: datetime) -> None:
        self._judged.say(self.tr("Judgement"), shown=request.kind != "neighbour")
        self.judge.setText(self.tr("Change") if request.judgement else self.tr("Judge"))
        self.judgement.setText(judgement_words(request, now))
        tone = words.judgement_tone(request.judgement)
        kit.set_tone(self.judgement, tone)

    def _show_links(self, request: AssistanceRequest) -> None:
        self.report.setText(self.tr("The report that it came from"))
        self.report.setVisible(bool(request.report))
        found = self._feed.book.get("incident", request.incident) if request.incident else None
        title = found.title if isinstance(found, Incident) else self.tr("The incident")
        self.incident.setText(title)
        self.incident.setVisible(bool(request.incident))
        after = self._feed.book.request(request.replaced_by) if request.replaced_by else None
        number = after.number if after is not None else ""
        self.successor.setText(self.tr("Replaced by {number}").format(number=number))
        self.successor.setVisible(after is not None)

    # history

    def read_history(self, *, fresh: bool = False) -> None:
        """Read who changed what, of the request and of its lines."""
        request = self._request
        lines = [line.id for line in self._feed.book.lines(request)]
        book = self._feed.book
        asked = [(i.id, words.owner_name(book, i.owner)) for i in book.inquiries(request)]
        private = self._me.role == "duty_officer"

        def read() -> tuple[str, tuple[Act, ...]]:
            cache = self._cache
            acts = list(
                acts_of(cache, cache.history(REQUEST, request), private=private, type=REQUEST)
            )
            known = {act.changeset for act in acts}
            for line in lines:
                found = cache.history("requestline", line)
                more = acts_of(cache, found, private=private, type="requestline")
                acts += [act for act in more if act.changeset not in known]
                known |= {act.changeset for act in more}
            for inquiry, whose in asked:
                acts += link_acts(cache.history("inquiry", inquiry), whose)
            return request, tuple(sorted(acts, key=lambda act: -act.at))

        def answer(found: tuple[str, tuple[Act, ...]]) -> None:
            if found[0] == self._request:
                self.history.show_acts(found[1], self._now(), self._titles(), fresh=fresh)
                count = texts.number(len(found[1]))
                self._past.say(self.tr("History"), count, shown=bool(found[1]))

        self._work.ask(read, answer, owner=self, topic="history", when=When.IDLE)

    def _titles(self) -> dict[str, str]:
        book = self._feed.book
        found = {i.id: i.title for i in book.all("incident") if isinstance(i, Incident)}
        return found | {r.id: r.number or r.title for r in book.requests}

    def _say_value(self, name: str, value: Json, now: datetime, titles: Titles) -> str:
        if value in ("", None, []):
            return ""
        if name in ("incident", "report", "replaced_by", "about"):
            return titles.get(str(value), self.tr("a record that is not here"))
        if name == "removed":
            return self.tr("removed") if value is True else self.tr("stays")
        region = self.request.region if self.request is not None else ""
        return words.value(self._feed.book, name, value, now, region)

    def read_refused(self) -> None:
        """Read which promises the hub refused: those to this request stand with its promises."""

        def answer(found: tuple[RefusedPromise, ...]) -> None:
            if found != self._refused:
                self._refused = found
                self.refresh()

        self._work.ask(
            lambda: commit_refused.read_refused(self._cache), answer, owner=self, topic="refused"
        )

    # following

    def _open_commitment(self, record: str) -> None:
        refused = next((r for r in self._refused if REFUSED + r.changeset == record), None)
        if refused is None:
            self.commitmentWanted.emit(record)
        else:
            self.refusedWanted.emit(refused)

    def _open_report(self) -> None:
        if self.request is not None:
            self.reportWanted.emit(self.request.report)

    def _open_incident(self) -> None:
        if self.request is not None:
            self.incidentWanted.emit(self.request.incident)

    def _open_next(self) -> None:
        if self.request is not None:
            self.requestWanted.emit(self.request.replaced_by)


def judgement_words(request: AssistanceRequest, now: datetime) -> str:
    """What was judged, by whom, for whom, under which mandate, when, and whether it was told."""
    translate = words.translate
    if not request.judgement:
        return translate("Requests", "Not judged yet.")
    by = request.judged_by
    when = "" if request.judged_at is None else " " + texts.moment(request.judged_at, now)
    said = f"{words.judgement(request.judgement)} · {by}{when}"
    if request.judged_for:
        behalf = translate("Requests", "on behalf of {who}").format(who=request.judged_for)
        said += f", {behalf}"
    if request.judged_mandate:
        said += f" ({request.judged_mandate})"
    if request.judged_why:
        said += f"\n{request.judged_why}"
    if request.notified_at is None:
        return said + "\n" + translate("Requests", "The applicant was not told yet.")
    told = translate("Requests", "The applicant was told {time}.")
    return said + "\n" + told.format(time=texts.moment(request.notified_at, now))
