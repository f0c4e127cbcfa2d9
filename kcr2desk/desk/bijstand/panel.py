"""The panel Bijstand: the country at a glance, the request in hand, and where the help is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kcr2desk.core.records import Report
from kcr2desk.desk import kit, remember, shortcuts, texts, theme
from kcr2desk.desk.bijstand import type_choice
from kcr2desk.desk.bijstand.board import BoardView
from kcr2desk.desk.bijstand.board_filters import BoardFilters
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.map_view import MapView
from kcr2desk.desk.bijstand.own_questions import OwnQuestions
from kcr2desk.desk.bijstand.panel_cards import Cards
from kcr2desk.desk.bijstand.panel_row import PanelRow
from kcr2desk.desk.bijstand.request_column import RequestColumn
from kcr2desk.desk.bijstand.strip import StripView
from kcr2desk.desk.bijstand.timeline import Timeline
from kcr2desk.desk.panel import Panel
from kcr2desk.desk.remember import Settings
from kcr2desk.desk.ticker import Ticker
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.desk.bijstand.demand_chart import DemandChart
    from kcr2desk.store.cache import Cache

VIEWS: Final = ("board", "map", "course")
COLUMN: Final = 460
"""Width of the request column before the officer sets it, in px."""

TIMELINE: Final = 200
"""Height of the timeline before the officer sets it, in px."""

TALL: Final = 820
"""From this height on, in px, the timeline is shown without being asked for."""


class BijstandPanel(Panel):
    """Board or map at the left with named units above it and deployments below, the requests at
    the right in full height. Choosing in one chooses in the others."""

    openWanted = Signal(str, str)
    """A record of another panel: its type and id."""

    attentionWanted = Signal()

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        answer_link: Callable[[str], Any],
    ) -> None:
        super().__init__()
        self._feed, self._cache, self._work, self._now, self._me = feed, cache, work, now, me
        given: dict[str, Any] = {"now": now, "me": me}
        self.ticker = Ticker(now, self)
        self.filters = BoardFilters(feed)
        self.strip = StripView(feed, cache, work, **given)
        self.board = BoardView(feed, cache, work, **given)
        self.map = MapView(feed, cache, work, **given, board=self.board.model.board)
        self.course: DemandChart | None = None
        self.column = RequestColumn(feed, cache, work, **given)
        self.timeline = Timeline(feed, cache, work, **given)
        self.cards = Cards(feed, cache, work, **given, host=self, answer_link=answer_link)
        self.questions = OwnQuestions(feed, now, me, self)
        self.view = kit.KeyChoice()
        self._sized = False
        self._waiting: tuple[str, str] | None = None
        self._make_actions()
        self._lay_out()
        self._connect()
        texts.OnLanguage(self, self._say)

    def _make_actions(self) -> None:
        def make(key: str, run: Callable[[], object], icon: str) -> QAction:
            return shortcuts.command(self, key, run, icon=icon)

        self._turn = make("Ctrl+M", self._next_view, "map")
        self._to_board = make("Ctrl+B", self._go_to_board, "list")
        self._to_column = make("Ctrl+R", self.column.focus_first, "inbox")
        self._time = make("Ctrl+T", self.turn_timeline, "chart")
        self._plan = make("Ctrl+Shift+P", lambda: self.cards.propose(()), "sliders")
        self._paper = make("Ctrl+P", self.cards.paper, "file")
        self._account = make("Ctrl+Shift+U", self.cards.account, "calendar")

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.board)
        self.pages.addWidget(self.map)
        self.row = PanelRow(
            self.view, self.filters, (self._time, self._plan, self._paper, self._account)
        )
        top = QWidget()
        stack = QVBoxLayout(top)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(theme.S)
        stack.addWidget(self.questions)
        stack.addWidget(self.row)
        stack.addWidget(self.strip)
        stack.addWidget(self.pages, 1)
        stack.addWidget(self.cards.unfinished)
        self.left = kit.DeskSplitter(Qt.Orientation.Vertical)
        self.left.addWidget(top)
        self.left.addWidget(self.timeline)
        self.left.setStretchFactor(0, 1)
        self.left.setStretchFactor(1, 0)
        self.left.setMinimumWidth(480)
        self.whole = kit.DeskSplitter()
        self.whole.addWidget(self.left)
        self.whole.addWidget(self.column)
        self.whole.setStretchFactor(0, 1)
        self.whole.setStretchFactor(1, 0)
        for name in ("new", "neighbour"):  # somebody asks for help while the board has the focus
            for part in (self.pages, self.timeline):  # on the strip, N is a new unit
                part.addAction(self.column.keys.named(name))
        self.timeline.hide()
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.L, 0, theme.L, theme.S)
        page.addWidget(self.whole)

    def _connect(self) -> None:
        self.ticker.ticked.connect(self._tick)
        self.view.chosen.connect(self.show_view)
        self.filters.changed.connect(self.board.set_filter)
        self.filters.howChanged.connect(self.board.set_how)
        self.board.cellChosen.connect(self._cell_chosen)
        self.board.ownerChosen.connect(self.map.choose)
        self.board.inventoryWanted.connect(self.cards.inventory)
        self.board.cardWanted.connect(self.cards.show_card)
        self.strip.cardWanted.connect(self.cards.show_card)
        self.strip.cellChosen.connect(lambda owner, _kind: self.map.choose(owner))
        self.map.ownerChosen.connect(self.board.choose)
        self.map.cellChosen.connect(self.board.choose)
        self.map.typeChosen.connect(self._type_chosen)
        self.questions.answerWanted.connect(self._show_inquiry)
        column = self.column
        column.requestChosen.connect(self._request_chosen)
        column.view.lines.changed.connect(self._lines_chosen)
        column.askWanted.connect(self.cards.ask)
        column.answersWanted.connect(self.cards.answers)
        column.commitWanted.connect(lambda line: self.cards.commit(line=line))
        column.proposeWanted.connect(self.cards.propose)
        column.followWanted.connect(self._follow)
        column.formWanted.connect(self.cards.write)
        column.cardWanted.connect(self.cards.show_card)
        column.reportWanted.connect(lambda record: self.openWanted.emit("report", record))
        column.incidentWanted.connect(lambda record: self.openWanted.emit("incident", record))
        column.badgeChanged.connect(self.badgeChanged)
        self.timeline.commitmentChosen.connect(self._deployment_chosen)
        self.cards.requestSaved.connect(column.show_request)
        self.cards.followWanted.connect(self._follow)
        self.cards.openWanted.connect(self.show_record)
        self._feed.loaded.connect(self._loaded)

    # what the window asks

    def actions(self) -> list[QAction]:
        """The keys of the panel, then those of its parts that are in sight."""
        found = [*super().actions(), *self.column.actions()]
        for part, title in (
            (self.board, self.tr("Board")),
            (self.map.canvas, self.tr("Map")),
            (self.course, self.tr("Course")),
            (self.strip, self.tr("Units by name")),
            (self.timeline, self.tr("Deployments")),
        ):
            if part is not None and part.isVisibleTo(self):
                for action in part.actions():
                    if action not in found:
                        action.setProperty("group", title)
                        found.append(action)
        return found

    def focus_first(self) -> None:
        card = self.cards.open()
        if card is not None:
            card.setFocus()
        else:
            self._go_to_board()

    def keep(self, settings: Settings) -> None:
        self.board.keep(settings)
        self.map.keep(settings)
        settings.set("bijstand/view", VIEWS[self.pages.currentIndex()])
        settings.set("bijstand/timeline", "hidden" if self.timeline.isHidden() else "shown")
        remember.keep_splitter(settings, "bijstand/whole", self.whole)
        remember.keep_splitter(settings, "bijstand/left", self.left)

    def restore(self, settings: Settings) -> None:
        self.board.restore(settings)
        self.map.restore(settings)
        self._sized = remember.restore_splitter(settings, "bijstand/whole", self.whole)
        if self._sized:
            remember.restore_splitter(settings, "bijstand/left", self.left)
            self.timeline.setVisible(settings.get("bijstand/timeline") == "shown")
        view = settings.get("bijstand/view") or ""
        if view in VIEWS:
            self.show_view(view)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ticker.start()
        if not self._sized:
            self._sized = True
            self.whole.setSizes([self.width() - COLUMN, COLUMN])
            self.timeline.setVisible(self.height() >= TALL)
            self.left.setSizes([self.height() - TIMELINE, TIMELINE])

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.ticker.stop()

    # to a record

    def show_record(self, kind: str, record: str) -> None:
        """Bring a record of bijstand to the front; as soon as it is here, when it is not yet."""
        if not self._feed.is_loaded:
            self._waiting = (kind, record)
            return
        book = self._feed.book
        found = book.get(kind, record)
        match kind:
            case "assistancerequest":
                self.column.show_request(record)
            case "requestline":
                self.column.show_line(record)
            case "inquiry" | "inquiryline":
                inquiry = record if kind == "inquiry" else str(getattr(found, "about", ""))
                self._show_inquiry(inquiry)
            case "commitment":
                self._follow(record)
            case "unit":
                self.strip.choose(record)
                self.strip.setFocus()
            case "capacity":
                owner = str(getattr(found, "owner", ""))
                self.show_view("board")
                self.board.choose(owner, str(getattr(found, "resource", "")))

    def _show_inquiry(self, inquiry: str) -> None:
        found = self._feed.book.inquiry(inquiry)
        request = "" if found is None else found.request
        if request and self._feed.book.request(request) is not None:  # not all may read it
            self.column.show_request(request)
        if found is not None:
            self.cards.answers(request or found.round or inquiry)

    def request_from(self, report: str) -> None:
        """Make a report a request: the form opens, filled in from it."""

        def answer(found: object) -> None:
            if isinstance(found, Report):
                self.cards.write_from(found)

        self._work.ask(lambda: self._cache.get("report", report), answer, owner=self)

    def _loaded(self) -> None:
        if not self.map.what:
            self.map.set_type(type_choice.first_choice(self._feed.book))
        if self.board.table.hasFocus():  # it came to the front before there was a cell
            self.board.focus_first()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.show_record(*waiting)

    # choosing in one chooses in the others

    def _cell_chosen(self, owner: str, resource: str) -> None:
        self._type_chosen(resource)
        self.map.choose(owner)

    def _type_chosen(self, resource: str) -> None:
        """Map, course and board are about one type; the map of those that stand on the board, for
        what few have by name lies with partners, who have no place on it."""
        kind = self._feed.book.types.get(resource)
        if kind is not None and not kind.named:
            self.map.set_type(resource)
        if self.course is not None:
            self.course.set_what(type_choice.of_type(resource))
        owner, shown = self.board.current()
        if owner and shown != resource:
            self.board.choose(owner, resource)

    def _request_chosen(self, request: str) -> None:
        found = self._feed.book.request(request)
        region = "" if found is None else found.region
        self.board.set_asking(region)
        self.map.set_asking(region)
        self.subtitleChanged.emit("" if found is None else f"{found.title}")
        self.board.choose(region)  # so that the first row is the chosen one, here and on the map
        self.map.choose(region)
        self._show_missing([line.id for line in self._feed.book.lines(request)])

    def _lines_chosen(self) -> None:
        self._show_missing(self.column.view.lines.chosen())

    def _show_missing(self, lines: list[str]) -> None:
        """Turn to the type that these lines lack most."""
        resource = type_choice.most_missing(self._feed.book, lines)
        if resource:
            self._type_chosen(resource)

    def _deployment_chosen(self, commitment: str) -> None:
        found = self._feed.book.commitment(commitment)
        if found is not None and found.request:
            self.column.show_request(found.request)
        self._follow(commitment)

    def _follow(self, commitment: str) -> None:
        self.timeline.choose(commitment)
        self.cards.follow(commitment)

    # views

    def show_view(self, name: str) -> None:
        """Show the board, the map, or the course of demand and supply."""
        if name == "course" and self.course is None:
            from kcr2desk.desk.bijstand.demand_chart import DemandChart

            self.course = DemandChart(
                self._feed, self._cache, self._work, now=self._now, me=self._me
            )
            self.pages.addWidget(self.course)
            self.course.typeChosen.connect(self._type_chosen)
            self.course.set_what(self.map.what)  # "" there is the worst of all: here most wanted
        focus = QApplication.focusWidget()  # it goes along, for what is hidden has none
        along = focus is not None and any(
            part.isAncestorOf(focus) for part in (self.pages, self.filters)
        )
        self.pages.setCurrentIndex(VIEWS.index(name))
        self.view.set_value(name)
        self.filters.setVisible(name == "board")
        if along:
            self._go_to_board()

    def _next_view(self) -> None:
        self.show_view(VIEWS[(self.pages.currentIndex() + 1) % len(VIEWS)])

    def _go_to_board(self) -> None:
        if self.pages.currentWidget() is self.board:
            self.board.focus_first()
            return
        page = self.pages.currentWidget()
        if page is not None:
            page.setFocus()

    def turn_timeline(self) -> None:
        """Show the timeline of deployments, or hide it."""
        self.timeline.setVisible(self.timeline.isHidden())

    def _tick(self, now: datetime) -> None:
        self.board.tick()
        self.strip.tick()
        self.column.tick(now)
        self.questions.refresh()

    # words

    def _say(self) -> None:
        option = kit.Option
        self.view.set_options(
            [
                option("board", self.tr("Board"), icon="list"),
                option("map", self.tr("Map"), icon="map"),
                option("course", self.tr("Course"), icon="chart"),
            ]
        )
        self.view.set_value(VIEWS[self.pages.currentIndex()])
        self._turn.setText(self.tr("Board, map or course"))
        self._to_board.setText(self.tr("To the board"))
        self._to_column.setText(self.tr("To the requests"))
        self._time.setText(self.tr("Deployments over time"))
        self._plan.setText(self.tr("Propose for all open lines…"))
        self._paper.setText(self.tr("State of assistance on paper…"))
        self._account.setText(self.tr("Account of a period…"))
