"""One operation on the screen: its arrival at the top, its views, and the cards over them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kcr2desk.desk import kit, shortcuts, texts, theme
from kcr2desk.desk.parts.more_button import MoreButton
from kcr2desk.desk.remember import Settings
from kcr2desk.desk.repatriation.arrival_bar import ArrivalBar
from kcr2desk.desk.repatriation.blank import IdleBlank
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.hall_cards import HallCards
from kcr2desk.desk.repatriation.lead_watch import LeadWatch
from kcr2desk.desk.ticker import Ticker

PLACE: Final = "kcr2desk.desk.repatriation."
VIEWS: Final[dict[str, tuple[str, str, str]]] = {
    "registration": ("registration", "RegistrationView", "F2"),
    "stations": ("stations", "StationView", "F3"),
    "people": ("people", "PeopleView", "F4"),
    "reconcile": ("reconcile", "ReconcileView", "F5"),
    "lead": ("lead", "LeadView", "F6"),
    "progress": ("progress_view", "ProgressView", "F7"),
}
"""Each view by its module, its class and its key; made when it is first looked at."""


class OperationPage(QWidget):
    """The views of one operation. `badgeChanged` counts what wants the lead's eye."""

    badgeChanged = Signal(int)
    subtitleChanged = Signal(str)
    attentionWanted = Signal()
    numbersWanted = Signal()
    """The numbers of all operations are wanted."""

    def __init__(self, hall: Hall, settings: Settings | None = None) -> None:
        super().__init__()
        self.hall = hall
        self._settings = settings
        self.ticker = Ticker(hall.now, self)
        self.bar = ArrivalBar(hall)
        self.view = kit.KeyChoice()
        self.pages = QStackedWidget()
        self.cards = HallCards(hall, self)
        self.views: dict[str, QWidget] = {}
        self._make_actions()
        self._lay_out()
        self.watch = LeadWatch(hall, self)
        self.blank = IdleBlank(self, who=hall.me.display_name, settings=hall.settings)
        self.view.chosen.connect(self.show_view)
        self.watch.badgeChanged.connect(self._count)
        self.bar.chosen.connect(self._arrival_chosen)
        self.cards.arrivalMade.connect(self._arrival_made)
        self.cards.editWanted.connect(self.edit_person)
        self.ticker.ticked.connect(lambda _now: self.bar.refresh())
        hall.feed.loaded.connect(self._loaded)
        hall.feed.changed.connect(self._followed)
        texts.OnLanguage(self, self._say)
        if hall.feed.is_loaded:
            self._loaded()
        self.show_view("registration")

    def _make_actions(self) -> None:
        def make(key: str, run: Callable[[], object], icon: str) -> QAction:
            return shortcuts.command(self, key, run, icon=icon)

        self._turns = {
            name: make(key, lambda name=name: self.show_view(name), "")  # type: ignore[misc]
            for name, (_, _, key) in VIEWS.items()
        }
        self._next = make("Ctrl+Alt+N", self.bar.next, "plane")
        self._import = make("Ctrl+I", lambda: self.cards.bring_in(self.bar.arrival), "import")
        self._arrival = make("Ctrl+Shift+N", self.cards.arrival, "plus")
        self._this = make("Ctrl+Alt+E", lambda: self.cards.arrival(self.bar.arrival), "edit")
        self._export = make("Ctrl+Shift+X", self.cards.export, "download")
        self._operation = make("Ctrl+Shift+O", self.cards.operation, "info")
        self._numbers = make("Ctrl+Alt+Q", self.numbersWanted.emit, "chart")

    def _lay_out(self) -> None:
        self.more = MoreButton(
            (
                self._import,
                self._next,
                self._arrival,
                self._this,
                self._export,
                self._operation,
                self._numbers,
            ),
            below=True,
        )
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.M)
        row.addWidget(self.view)
        row.addWidget(self.bar, 1)
        self.first = QWidget()  # the next thing to do in an operation that just began
        first = QHBoxLayout(self.first)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(theme.XS)
        for action in (self._arrival, self._import):
            first.addWidget(kit.action_button(action, kind="quiet"))
        self.first.hide()
        row.addWidget(self.first)
        row.addWidget(self.more)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.L, 0, theme.L, theme.S)
        page.setSpacing(theme.S)
        page.addLayout(row)
        page.addWidget(self.pages, 1)

    # views

    def show_view(self, name: str) -> None:
        """Show one view, made when it is first looked at."""
        if name not in VIEWS:
            return
        view = self.views[name] if name in self.views else self._make(name)
        self.pages.setCurrentWidget(view)
        self.view.set_value(name)
        if self.isVisible() and self.cards.open() is None:
            self.focus_first()

    def _make(self, name: str) -> QWidget:
        module, cls, _ = VIEWS[name]
        view: QWidget = getattr(import_module(PLACE + module), cls)(self.hall)
        self.views[name] = view
        self.pages.addWidget(view)
        view.set_arrival(self.bar.arrival)  # type: ignore[attr-defined]
        if self._settings is not None and hasattr(view, "restore"):
            view.restore(self._settings)
        wired: dict[str, Callable[..., object]] = {
            "personWanted": self.cards.person,
            "lineWanted": self._line,
            "registerWanted": self.register_line,
            "printWanted": self._print,
            "handOverWanted": self._hand_over,
            "attentionWanted": self.attentionWanted.emit,
            "exportWanted": self.cards.export,
            "cardWanted": self.cards.show_card,
        }
        for signal, slot in wired.items():
            if hasattr(view, signal):
                getattr(view, signal).connect(slot)
        return view

    def actions(self) -> list[QAction]:
        """Those of the page, then those of the view in sight."""
        found = [*super().actions()]
        current = self.pages.currentWidget()
        if current is not None:
            found += [a for a in current.actions() if a not in found]
        return found

    def keep(self, settings: Settings) -> None:
        """Let the views keep widths, columns and filters."""
        for view in self.views.values():
            if hasattr(view, "keep"):
                view.keep(settings)

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        card: Any = self.cards.open() or self.pages.currentWidget()
        if card is not None:
            card.focus_first()

    # from one to the other

    def edit_person(self, person: str) -> None:
        """Write on somebody who was registered before."""
        self.show_view("registration")
        view: Any = self.views["registration"]
        view.edit_person(person)

    def register_line(self, line: str) -> None:
        """Register somebody from a line of a list."""
        self.show_view("registration")
        view: Any = self.views["registration"]
        view.take_line(line)

    def _line(self, line: str) -> None:
        """Somebody of a list: the person, or what the list says, in the form."""
        found = self.hall.book.line(line)
        if found is not None and found.person:
            self.cards.person(found.person)
        elif found is not None:
            self.register_line(line)

    def _print(self, persons: object) -> None:
        self.cards.bands([persons] if isinstance(persons, str) else list(persons))  # type: ignore[call-overload]

    def _hand_over(self, persons: object) -> None:
        self.cards.hand_over([persons] if isinstance(persons, str) else list(persons))  # type: ignore[call-overload]

    # the arrival in hand

    def _arrival_chosen(self, arrival: str) -> None:
        for view in self.views.values():
            view.set_arrival(arrival)  # type: ignore[attr-defined]
        self._this.setEnabled(bool(arrival))

    def _arrival_made(self, arrival: str) -> None:
        if self.hall.book.arrival(arrival) is not None:
            self.bar.choose(arrival)
        else:
            self._wanted = arrival

    _wanted = ""

    def _loaded(self) -> None:
        self.bar.refresh()
        self._choose_one()
        self._say_subtitle()
        self._allow()

    def _followed(self, changed: frozenset[tuple[str, str]]) -> None:
        kinds = {kind for kind, _ in changed}
        if "arrival" in kinds:
            if self._wanted and self.hall.book.arrival(self._wanted) is not None:
                self.bar.choose(self._wanted)
                self._wanted = ""
            self._choose_one()
        if kinds & {"operation", "member"}:
            self._say_subtitle()
            self._allow()

    def _choose_one(self) -> None:
        """The arrival that is being received, else the next to come."""
        self.first.setVisible(not self.hall.book.arrivals)
        if self.bar.arrival:
            return
        open_ = [a for a in self.hall.book.arrivals if a.status in ("expected", "arrived")]
        here = [a for a in open_ if a.status == "arrived"]
        if here or open_:
            self.bar.choose((here or open_)[0].id)

    def _allow(self) -> None:
        role = self.hall.role
        lead, why = role == "lead", self.tr("The lead of the operation does this.")
        self._count(self.watch.badge)
        for action in (self._export,):
            action.setEnabled(lead)
            action.setToolTip("" if lead else why)
        for action in (self._import, self._arrival, self._this):
            action.setEnabled(role in ("lead", "registrar"))

    def _count(self, waiting: int) -> None:
        self.badgeChanged.emit(waiting if self.hall.role == "lead" else 0)

    def _say_subtitle(self) -> None:
        operation = self.hall.book.operation
        said = "" if operation is None else operation.title
        if operation is not None and operation.status == "closed":
            closed = self.tr("closed")
            said = f"{said} · {closed}"
        self.subtitleChanged.emit(said)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ticker.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.ticker.stop()

    # words

    def _say(self) -> None:
        said = {
            "registration": self.tr("Register"),
            "stations": self.tr("Stations"),
            "people": self.tr("Persons"),
            "reconcile": self.tr("Reconcile"),
            "lead": self.tr("Hall lead"),
            "progress": self.tr("Progress"),
        }
        shown = self.view.value() or "registration"
        self.view.set_options([kit.Option(n, said[n], key=VIEWS[n][2]) for n in VIEWS])
        self.view.set_value(shown)
        for name, action in self._turns.items():
            action.setText(said[name])
        self._next.setText(self.tr("Next arrival"))
        self._import.setText(self.tr("Bring in a list…"))
        self._arrival.setText(self.tr("New arrival…"))
        self._this.setText(self.tr("Change this arrival…"))
        self._export.setText(self.tr("Lists of people on paper…"))
        self._operation.setText(self.tr("The operation and its people…"))
        self._numbers.setText(self.tr("Numbers of all operations"))
        self._say_subtitle()
