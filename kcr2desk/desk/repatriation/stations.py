"""A station of the hall: scan a wristband, and the person is noted here and shown large."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.core.repatriation.headcount import IN, LEFT, NOWHERE
from kcr2desk.core.repatriation.headcount_scan import Scan, look_up
from kcr2desk.core.repatriation.people import Person
from kcr2desk.desk import kit, shortcuts, texts, theme
from kcr2desk.desk.parts.more_button import MoreButton
from kcr2desk.desk.repatriation import people_words, stations_words
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.stations_choice import StationChoice
from kcr2desk.desk.repatriation.stations_desk import Mark, StationDesk
from kcr2desk.desk.repatriation.stations_result import ScanResult
from kcr2desk.desk.repatriation.stations_side import HeadSide
from kcr2desk.desk.repatriation.stations_tables import LastModel
from kcr2desk.desk.ticker import Ticker

SIDE: Final = 372
NAMES_KEY: Final = "repatriation/names"
_HIGH: Final = 44
COUNT_EVERY: Final = 30
"""Seconds after which who was silent for too long is counted anew without any passage."""


class ScanLine(QLineEdit):
    """Takes what a scanner types. Undo in an empty line is that of the station, not of the line."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(200)
        self._dress()
        theme.current().changed.connect(self._dress)

    def _dress(self) -> None:
        font = theme.current().font("number")
        self.setStyleSheet(
            f"font-size: {font.pointSizeF() * 0.8:.2f}pt; padding: 0 12px;"
            f" min-height: {_HIGH}px; max-height: {_HIGH}px;"
        )

    def event(self, event: QEvent) -> bool:
        undo = isinstance(event, QKeyEvent) and (
            event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        )
        if event.type() == QEvent.Type.ShortcutOverride and undo and not self.text():
            event.ignore()
            return False
        return super().event(event)


class StationView(QWidget):
    """One station at this desk. `personWanted` carries who is to be opened."""

    personWanted = Signal(str)

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self.hall = hall
        self.desk = StationDesk(hall, self)
        self.shown = ""
        """The id of the person that is shown."""
        self._ticks = 0
        self.ticker = Ticker(hall.now, self)
        self._make_actions()
        self._make_left()
        self._lay_out()
        self.scan.returnPressed.connect(self.take)
        self.choice.changed.connect(lambda value: self.choose(next(iter(value), "")))
        self.which.chosen.connect(self.choose)
        self.desk.changed.connect(self._marks_changed)
        self.desk.failed.connect(self._not_saved)
        self.side.personWanted.connect(self.personWanted)
        self.last.activated.connect(lambda index: self._open(self.last_model.person(index.row())))
        hall.feed.changed.connect(self._followed)
        hall.feed.loaded.connect(self._say)
        self.ticker.ticked.connect(lambda _now: self._tick())
        texts.OnLanguage(self, self._say)

    # parts

    def _make_actions(self) -> None:
        def make(key: str, run: Callable[[], object], icon: str) -> QAction:
            return shortcuts.command(self, key, run, icon=icon)

        self.undo_action = make("Ctrl+Z", self.undo, "undo")
        self.open_action = make("Ctrl+Return|Ctrl+Enter", self.open_shown, "person")
        self.station_action = make("Alt+S", self.open_stations, "place")
        self.call_action = make("Alt+R", self.turn_call, "people")
        self.names_action = make("Alt+N", self.turn_names, "eye")
        self.scan_action = make("Alt+Z", self.focus_first, "search")
        self.state_actions = {
            state: make(key, partial(self._show_state, state), icon)
            for state, key, icon in (
                (IN, "Alt+I", "place"), (LEFT, "Alt+V", "sign-out"), (NOWHERE, "Alt+W", "question"),
            )
        }  # fmt: skip

    def _make_left(self) -> None:
        self.choice = kit.FilterButton(multiple=False, always=True, width=320)
        self.scan = ScanLine()
        self.result = ScanResult()
        self.which = StationChoice()
        self.middle = QStackedWidget()
        self.middle.addWidget(self.result)
        self.middle.addWidget(self.which)
        self.last_head = kit.SectionHeader()
        self.last_model = LastModel(self.hall, self.desk, self.names)
        self.last = kit.DeskTable()
        self.last.set_model(self.last_model)
        self.side = HeadSide(self.hall, self.names)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.S)
        top.addWidget(self.choice)
        top.addStretch(1)
        top.addWidget(kit.action_button(self.undo_action, kind="quiet", show_key=True))
        top.addWidget(kit.action_button(self.call_action, show_key=True))
        self.more = MoreButton(
            (self.open_action, self.station_action, self.names_action, self.scan_action,
             *self.state_actions.values()), below=True,
        )  # fmt: skip
        top.addWidget(self.more)
        left = QVBoxLayout()
        left.setSpacing(theme.S)
        left.addLayout(top)
        left.addWidget(self.scan)
        left.addSpacing(theme.XS)
        left.addWidget(self.middle, 3)
        left.addWidget(self.last_head)
        left.addWidget(self.last, 2)
        self.last.setMinimumHeight(theme.HEADER_HEIGHT + 3 * 28)
        self.side.setFixedWidth(SIDE)
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.L)
        page.addLayout(left, 1)
        page.addWidget(self.side)

    # what the page asks

    def set_arrival(self, arrival: str) -> None:
        """The arrival in hand: the head-count may be narrowed to it."""
        self.side.set_arrival(arrival)

    def focus_first(self) -> None:
        """To the scan line; to the stations while none is chosen."""
        if self.desk.station or not self.desk.stations():
            self.scan.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.which.focus_first()

    # the station

    def choose(self, station: str) -> None:
        """Be this station from now on."""
        self.desk.choose(station)
        self.result.clear()
        self.shown = ""
        self._say()
        self.focus_first()

    def open_stations(self) -> None:
        """Choose the station of this desk."""
        self.choice.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.choice.open()

    # scanning

    def take(self) -> None:
        """Take what was scanned: note the person here and show it."""
        text = self.scan.text()
        self.scan.clear()
        if not self.desk.station:
            self.focus_first()
            return
        scan = look_up(self.hall.book, text)
        if scan.person is not None:
            self._note(scan.person)
        elif scan.notable:
            self._note_code(scan.code)
        else:
            self._wrong(scan)

    def _wrong(self, scan: Scan) -> None:
        if scan.trouble == "empty":
            return
        self.shown = ""
        self.result.trouble(*stations_words.trouble_words(scan))
        QApplication.beep()

    def _note(self, person: Person) -> None:
        before = self.desk.repeated(person)
        if before is None:
            mark = self.desk.note(person)
            said = self.tr("Noted at {station} · {time}")
            tone = "good"
            at = mark.at
        else:
            said, tone, at = self.tr("Already noted at {station} · {time}"), "attention", before
        self.hall.viewed.saw(self.hall.book.same_as(person.id))
        self.show_person(person)
        place = people_words.station(self.hall.book, self.desk.station)
        self.result.tell(said.format(station=place, time=texts.clock_exact(at)), tone)
        if self.result.alarm.text():
            QApplication.beep()

    def _note_code(self, code: str) -> None:
        """Nobody here has this code, and it is one of the hall: note it by itself."""
        self.shown = ""
        before = self.desk.repeated_code(code)
        at = self.desk.note_code(code).at if before is None else before
        self.result.show_code(
            code,
            self.tr(
                "Noted by its code: nobody has it at this desk yet. As soon as the registration of"
                " the other desk is here, the two belong together. Is there none, register this"
                " person."
            ),
        )
        place = people_words.station(self.hall.book, self.desk.station)
        said = self.tr("Not known here yet · noted at {station} · {time}")
        told = said.format(station=place, time=texts.clock_exact(at))
        self.result.tell(told, "attention", solid=True)
        QApplication.beep()

    def show_person(self, person: Person) -> None:
        """Show somebody large, as far as is known of this person here."""
        self.shown = person.id
        hall = self.hall
        members = hall.book.members_of(person.group)
        here = self.desk.seen_here(members, self.side.called)
        medical = hall.role == "medical"
        told = stations_words.person_told(hall, person, here, names=self.names(), medical=medical)
        self.result.show_person(told, self.desk.station, names=self.names())

    def undo(self) -> None:
        """Take back the last that was noted here."""
        mark = self.desk.undo_last()
        if mark is None:
            self.result.tell(self.tr("There is nothing to take back here."), "muted")
            return
        person = self.desk.who(mark)
        if person is not None:
            self.show_person(person)
        else:
            self.result.show_code(mark.code, "")
        place = people_words.station(self.hall.book, mark.station)
        said = self.tr("Taken back: {station} · {time}")
        self.result.tell(said.format(station=place, time=texts.clock_exact(mark.at)), "muted")

    def open_shown(self) -> None:
        """Open everything of the person that is shown."""
        self._open(self.shown)

    def _open(self, person: str) -> None:
        if person:
            self.personWanted.emit(person)

    # the roll call

    def turn_call(self) -> None:
        """Begin a roll call; end the one that is held; show the head-count again after it."""
        if self.side.called is not None:
            self.side.end_call()
        elif self.side.call_ended:
            self.side.forget_call()
        else:
            self.side.begin_call()
        self._say_call()
        self.focus_first()

    def _show_state(self, state: str) -> None:
        self.side.forget_call()
        self.side.show_state(state)
        self._say_call()

    # names

    def names(self) -> bool:
        """Whether names stand on this screen; numbers always do, so that nobody is called out."""
        return self.hall.settings.get(NAMES_KEY) != "hidden"

    def turn_names(self) -> None:
        """Show or hide names, for a screen that others look at."""
        self.hall.settings.set(NAMES_KEY, "hidden" if self.names() else "shown")
        person = self.hall.book.person(self.shown)
        if person is not None:
            self.show_person(person)
        self.last_model.refresh()
        self.side.count_now()
        self._say()

    # what follows

    def _marks_changed(self) -> None:
        self.last_model.refresh()
        self._say_last()

    def _not_saved(self, mark: Mark) -> None:
        person = self.desk.who(mark)
        number = mark.code if person is None else person.number
        self.result.tell(self.tr("{number} could not be saved").format(number=number), "urgent")
        QApplication.beep()

    def _followed(self, changed: frozenset[tuple[str, str]]) -> None:
        kinds = {kind for kind, _ in changed}
        if kinds & {"operation", "choice"}:
            self._say()
        person = self.hall.book.person(self.shown)
        if person is not None and kinds & {"person", "personneed", "travelgroup", "passage"}:
            self.show_person(person)

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks * 5 >= COUNT_EVERY:
            self._ticks = 0
            self.side.count_now()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.side.count_now()
        self.ticker.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.ticker.stop()

    # words

    def _say(self) -> None:
        language = people_words.language()
        self.choice.set_title(self.tr("Station of this desk"))
        self.choice.set_options(
            [kit.FilterOption(c.code, c.name_in(language)) for c in self.desk.stations()]
        )
        self.which.show_stations(self.desk.stations())
        station = self.desk.station
        self.middle.setCurrentWidget(self.result if station else self.which)
        self.scan.setEnabled(bool(station))
        self.choice.set_value(frozenset((station,) if station else ()))
        self.scan.setPlaceholderText(
            self.tr("Scan a wristband, or type the number: 0142-3")
            if station
            else self.tr("Choose the station of this desk first")
        )
        self.scan.setAccessibleName(self.tr("Scan line"))
        self.undo_action.setText(self.tr("Take back the last"))
        self.open_action.setText(self.tr("Open this person"))
        self.station_action.setText(self.tr("Station of this desk…"))
        self.scan_action.setText(self.tr("To the scan line"))
        self.names_action.setText(
            self.tr("Hide names on this screen")
            if self.names()
            else self.tr("Show names on this screen")
        )
        for state, action in self.state_actions.items():
            said = self.tr("Head-count: {state}")
            action.setText(said.format(state=people_words.state(state)))
        self.last_model.refresh()
        self._say_last()
        self._say_call()

    def _say_last(self) -> None:
        count = len(self.desk.marks)
        said = self.tr("the last {n}").format(n=count) if count else self.tr("nobody yet")
        self.last_head.set_texts(self.tr("Noted at this desk"), said)

    def _say_call(self) -> None:
        if self.side.called is not None:
            self.call_action.setText(self.tr("End the roll call"))
        elif self.side.call_ended:
            self.call_action.setText(self.tr("Back to the head-count"))
        else:
            self.call_action.setText(self.tr("Roll call"))
