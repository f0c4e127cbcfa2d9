"""The right of the panel: the requests, and under them the one in hand and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from kcr2desk.core.bijstand import AssistanceRequest
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.bijstand import request_gate, request_keys, request_rows
from kcr2desk.desk.bijstand.card import Card
from kcr2desk.desk.bijstand.commit_refused import RefusedPromise
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.gate_table import GateCard
from kcr2desk.desk.bijstand.judge import JudgeCard
from kcr2desk.desk.bijstand.neighbour import NeighbourCard
from kcr2desk.desk.bijstand.refused_card import RefusedCard
from kcr2desk.desk.bijstand.request_keys import ActionButtons, RequestKeys
from kcr2desk.desk.bijstand.request_list import RequestList
from kcr2desk.desk.bijstand.request_state import REQUEST
from kcr2desk.desk.bijstand.request_status import LineEndCard, StatusCard
from kcr2desk.desk.bijstand.request_view import RequestView
from kcr2desk.desk.bijstand.rm_card import RmCard, is_message
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

STREAM = "national"


class RequestColumn(QWidget):
    """The list, the request in hand and its actions. Forms and cards it asks of the panel, which
    shows them over itself; its own small cards it makes and hands over (`cardWanted`)."""

    requestChosen = Signal(str)
    """Another request is in hand, by its id."""

    askWanted = Signal(str, object)
    """Ask regions: the request, and the ids of its lines."""

    commitWanted = Signal(str)
    """Write down a commitment for this line."""

    proposeWanted = Signal(object)
    """Propose for these lines, by their ids."""

    followWanted = Signal(str)
    """Follow this commitment."""

    answersWanted = Signal(str)
    """See the answers for this request."""

    formWanted = Signal(str)
    """The form of this request, "" for a new one."""

    cardWanted = Signal(object)
    """A card (a `Card` with `done` and `closed`) that the panel shows over itself."""

    reportWanted = Signal(str)
    incidentWanted = Signal(str)

    badgeChanged = Signal(int)
    """How many open requests want somebody."""

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
        self.list = RequestList(feed, now, me)
        self.view = RequestView(feed, cache, work, now=now, me=me)
        self.keys = RequestKeys(self, self.run)
        self.buttons = ActionButtons(self.keys)
        self.message = kit.InlineMessage()
        self.empty = kit.EmptyState("inbox")
        self.list.head.addWidget(kit.tool_button(self.keys.named("neighbour"), small=True))
        self.list.head.addWidget(kit.tool_button(self.keys.named("message"), small=True))
        self.list.head.addWidget(kit.tool_button(self.keys.named("gate"), small=True))
        self.new = kit.action_button(self.keys.named("new"), kind="primary")
        self.list.head.addWidget(self.new)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        texts.OnLanguage(self, self._say)

    def _lay_out(self) -> None:
        hand = QWidget()
        column = QVBoxLayout(hand)
        column.setContentsMargins(0, theme.S, 0, 0)
        column.setSpacing(theme.XS)
        column.addWidget(self.view, 1)
        column.addWidget(self.message)
        column.addWidget(self.buttons)
        self._hand = hand
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(hand)
        self.list.setMinimumHeight(132)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.S)
        whole.addWidget(self.list, 2)
        whole.addWidget(kit.rule())
        whole.addWidget(self.stack, 5)
        self.setMinimumWidth(380)
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show)
        self.list.counted.connect(self.badgeChanged)
        view = self.view
        view.wanted.connect(self.run)
        view.signed.connect(self._signed)
        view.lines.changed.connect(self._allow)
        view.inquiryWanted.connect(lambda _id: self.run("answers"))
        view.commitmentWanted.connect(self.followWanted)
        view.refusedWanted.connect(self._show_refused)
        view.reportWanted.connect(self.reportWanted)
        view.incidentWanted.connect(self.incidentWanted)
        view.requestWanted.connect(self.show_request)
        self._feed.changed.connect(self._changed)
        self._feed.loaded.connect(self._loaded)

    # what the panel asks

    @property
    def request(self) -> str:
        """The id of the request in hand, "" for none."""
        found = self.view.request
        return "" if found is None else found.id

    def show_request(self, request: str) -> None:
        """Take a request in hand. One that is not here yet is shown when it comes."""
        if self.list.choose(request):
            self._show(request)
        else:
            self._wanted = request

    _wanted = ""

    def show_line(self, line: str) -> None:
        """Take the request of a line in hand, with the line chosen."""
        found = self._feed.book.line(line)
        if found is not None:
            self.show_request(found.about)
            self.view.lines.choose({line})
            self._allow()

    def tick(self, now: datetime) -> None:
        """Let times grow. Connect it to the ticker."""
        self.list.refresh()
        self.view.tick(now)

    def focus_first(self) -> None:
        """Put the focus on the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # showing

    def _show(self, request: str) -> None:
        before = self.request
        self._wanted = ""
        self.message.hide()
        self.view.show_request(request)
        self.stack.setCurrentWidget(self._hand)
        self._allow()
        if self.request != before:
            self.requestChosen.emit(self.request)

    def _loaded(self) -> None:
        self.list.refresh()
        self._say_empty()
        if self._wanted:
            self.show_request(self._wanted)

    def _changed(self, keys: frozenset[tuple[str, str]]) -> None:
        if self._wanted and (REQUEST, self._wanted) in keys:
            self.show_request(self._wanted)
        if not self.request:
            self.stack.setCurrentWidget(self.empty)
            self._allow()
            return
        self.view.refresh()
        self.view.read_refused()
        lines = {line.id for line in self._feed.book.lines(self.request)}
        if any(i == self.request or i in lines for _, i in keys):
            self.view.read_history()
        self._allow()

    def _allow(self) -> None:
        """What can be done now, and which button is the one to press."""
        request = self.view.request
        lines = self._open_lines() if request is not None else []
        chosen = self.view.lines.chosen()
        stream = STREAM if request is None else request.stream
        self.keys.allow(request_keys.reasons(self._me, request, len(chosen), len(lines), stream))
        self.buttons.lead(self._next(request))

    def _next(self, request: AssistanceRequest | None) -> str:
        """The action that is to be done next, where that is plain."""
        if request is None or request.kind == "neighbour":
            return ""
        return request_rows.next_step(self._feed.book, request, self._now())

    def _open_lines(self) -> list[str]:
        """The lines of the request in hand that are still wanted."""
        lines = self._feed.book.lines(self.request) if self.request else []
        return [line.id for line in lines if not line.ended]

    def _lines(self) -> list[str]:
        """The lines that an action is for: those chosen, else those where something is missing,
        else all that are wanted."""
        chosen = self.view.lines.chosen()
        if chosen:
            return chosen
        wanted = self._open_lines()
        short = [line for line in wanted if self._feed.book.fill(line).missing]
        return short or wanted

    # doing

    def run(self, name: str) -> None:
        """Carry out an action by its name; one that may not be done says why."""
        action = self.keys.named(name)
        if not action.isEnabled():
            self.message.tell(action.toolTip(), "attention")
            return
        request = self.request
        match name:
            case "new":
                self.formWanted.emit("")
            case "edit":
                self.formWanted.emit(request)
            case "ask":
                self.askWanted.emit(request, self._lines())
            case "propose":
                self.proposeWanted.emit(self._lines())
            case "commit":
                self.commitWanted.emit(self._lines()[0])
            case "answers":
                self.answersWanted.emit(request)
            case "down" | "up":
                self.list.step(1 if name == "down" else -1)
            case "message":
                self._choose_message()
            case "filter":
                self._turn_filter()
            case _:
                card = self._card(name)
                card.done.connect(lambda _record: card.leave())
                self.cardWanted.emit(card)

    def _choose_message(self) -> None:
        title = self.tr("Message of another system")
        kinds = self.tr("EDXL-RM messages (*.xml *.edxl)")
        path, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if path:
            self.read_message(Path(path))

    def read_message(self, path: Path) -> None:
        """Show what the EDXL-RM messages in a file bring; nothing is taken over yet."""
        card = RmCard(self._feed, self._cache, self._work, now=self._now, me=self._me, path=path)
        self.cardWanted.emit(card)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(is_message(url.toLocalFile()) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if is_message(url.toLocalFile()):
                event.acceptProposedAction()
                action = self.keys.named("message")
                if action.isEnabled():
                    self.read_message(Path(url.toLocalFile()))
                else:
                    self.message.tell(action.toolTip(), "attention")
                return

    def _show_refused(self, refused: RefusedPromise) -> None:
        card = RefusedCard(
            self._feed, self._cache, self._work, now=self._now, me=self._me, refused=refused
        )
        self.cardWanted.emit(card)

    def _card(self, name: str) -> Card:
        feed, cache, work = self._feed, self._cache, self._work
        given = {"now": self._now, "me": self._me}
        match name:
            case "judge":
                return JudgeCard(feed, cache, work, request=self.request, **given)  # type: ignore[arg-type]
            case "status":
                return StatusCard(feed, cache, work, request=self.request, **given)  # type: ignore[arg-type]
            case "end":
                lines = self.view.lines.chosen() or [
                    line.id for line in self._feed.book.lines(self.request)
                ]
                return LineEndCard(feed, cache, work, line=lines[0], **given)  # type: ignore[arg-type]
            case "neighbour":
                card = NeighbourCard(feed, cache, work, **given)  # type: ignore[arg-type]
                card.done.connect(self.show_request)
                return card
            case _:
                return GateCard(feed, cache, work, **given)  # type: ignore[arg-type]

    def _turn_filter(self) -> None:
        order = ("open", "mine", "all")
        place = order.index(self.list.filter.value())
        self.list.filter.set_value(order[(place + 1) % len(order)])
        self.list.refresh()

    def _signed(self, code: str) -> None:
        request = self.view.request
        if request is None:
            return
        book, now = self._feed.book, self._now()
        fields = request_gate.form_fields(
            request, code, lambda after: request_rows.verdicts_of(book, after, now), now
        )
        record = request.id
        self._work.do(
            lambda: self._cache.edit(REQUEST, record, fields), owner=self, failed=self._failed
        )

    def _failed(self, error: Exception) -> None:
        said = self.tr("It was not saved ({what}). Try again.")
        self.message.tell(said.format(what=type(error).__name__), "urgent")

    # words

    def _say(self) -> None:
        self.keys.say()
        self._say_empty()
        self._allow()

    def _say_empty(self) -> None:
        self.empty.set_texts(
            self.tr("No request chosen"),
            self.tr("Choose one above, or press N when somebody asks for help."),
        )
