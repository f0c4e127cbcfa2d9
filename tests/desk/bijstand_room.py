"""A real hub and real windows with a real line, for who works through bijstand with the keyboard.

with open_hub(folder, dsn) as room:
    jansen = room.desk("jansen")
    jansen.to_bijstand()
    jansen.press("N")
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kcr2desk.core.bijstand import AssistanceRequest, Commitment, capacity_id
from kcr2desk.core.board import Cell
from kcr2desk.core.book import Book
from kcr2desk.core.changes import Change, How
from kcr2desk.core.records import wire_values
from kcr2desk.desk.accounts import KnownAccount
from kcr2desk.desk.app import utc_now
from kcr2desk.desk.bijstand.panel import BijstandPanel
from kcr2desk.desk.kit.option_list import OptionList
from kcr2desk.desk.language import Language
from kcr2desk.desk.open_desk import OpenDesk
from kcr2desk.desk.reports.panel import ReportsPanel
from kcr2desk.desk.session import Session
from kcr2desk.desk.settings_file import FileSettings
from kcr2desk.desk.theme import Scheme, Theme
from kcr2desk.headless import Desk
from kcr2desk.hub.running import RunningHub, running_hub
from tests.desk.app_room import PASSWORD, Computer
from tests.sync.proxy import FaultProxy

W = TypeVar("W", bound=QWidget)
PEOPLE = {
    "jansen": {"role": "duty_officer"},
    "devries": {"role": "duty_officer"},
    "bakker": {"role": "liaison"},
    "vnog": {"role": "region_officer", "region": "VR06"},
    "beheer": {"role": "administrator"},
}
SIZE = (1600, 1000)


class Officer:
    """Somebody before a window; all that is done is done by keys."""

    def __init__(self, session: Session, look: tuple[Theme, Language], settings: Path) -> None:
        self.session = session
        self.failures: list[Exception] = []
        self.desk = OpenDesk(
            session.account, settings=FileSettings(settings), look=look, now=utc_now
        )
        self.window = self.desk.window
        self.window.resize(*SIZE)
        self.window.show()
        self.desk.fill(session)
        assert self.desk.work is not None
        self.work = self.desk.work
        self.work.failed.connect(self.failures.append)
        self.sit_down()

    # what is seen

    @property
    def panel(self) -> BijstandPanel:
        panel = self.desk.panels.bijstand.inner
        assert isinstance(panel, BijstandPanel)
        return panel

    @property
    def reports(self) -> ReportsPanel:
        panel = self.desk.panels.reports.inner
        assert isinstance(panel, ReportsPanel)
        return panel

    @property
    def book(self) -> Book:
        assert self.desk.panels.feed is not None
        return self.desk.panels.feed.book

    def card(self, kind: type[W]) -> W:
        """The card that lies over the panel, once it is this one (or it stands in another's
        place)."""

        def now() -> QWidget | None:
            card = self.panel.cards.open()
            while card is not None and not isinstance(card, kind):
                card = getattr(card, "inner", None)
            return card

        self.until(now)
        found = now()
        assert isinstance(found, kind)
        self.settle()
        return found

    def said(self) -> str:
        """All words of the card that lies over the panel, else of the whole window."""
        there = self.panel.cards.open() or self.window
        return "\n".join(
            label.text() for label in there.findChildren(QLabel) if label.isVisibleTo(there)
        )

    def given(self, request: str) -> list[Commitment]:
        """The promises for a request, as this desk has them."""
        return sorted(self.book.commitments(request=request), key=lambda c: c.id)

    def asked(self, request: str) -> AssistanceRequest:
        """A request, as this desk has it."""
        found = self.book.request(request)
        assert found is not None
        return found

    def cell(self, owner: str, resource: str) -> Cell:
        """A cell of the board."""
        board = self.panel.board.model
        found = board.cell_at(board.place(owner, resource))
        assert found is not None
        return found

    def available(self, owner: str, resource: str) -> int | None:
        """What an owner has, as this desk has it."""
        found = self.book.capacity(owner, resource)
        return None if found is None else found.available

    # what is done

    def until_it_is(self, kind: str, record: str, status: str) -> None:
        """Wait until a record has a status."""
        self.until(lambda: getattr(self.book.get(kind, record), "status", "") == status)

    def until_refused(self, count: int) -> None:
        """Wait until so many changes are refused and stand in the list of what needs a decision."""
        self.until(lambda: len(self.session.cache.attention().refusals) == count)

    def sit_down(self) -> None:
        """The keys go to this window from now on."""
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window, 1000)

    def press(self, *keys: str) -> None:
        """Press keys, `Ctrl+Return`, one after another, where the focus is."""
        for each in keys:
            pressed = QKeySequence(each)[0]  # type: ignore[index]
            target = self.window.focusWidget() or self.window
            QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())
            self.settle()

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        QTest.keyClicks(self.window.focusWidget() or self.window, text)
        self.settle()

    def tab_to(self, field: QWidget, most: int = 40) -> None:
        """Tab until the focus is in a field, or fail: then it cannot be reached by keyboard."""
        for _ in range(most):
            here = self.window.focusWidget()
            if here is not None and (here is field or field.isAncestorOf(here)):
                return
            QTest.keyClick(here or self.window, Qt.Key.Key_Tab)
        raise AssertionError(f"no Tab leads to {field} ({self.window.focusWidget()})")

    def pick(self, choice: QWidget, text: str) -> None:
        """Tab to a choice, type what to look for (in a short list: go down to it), and Enter."""
        self.tab_to(choice)
        self.type(text[:1])
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, OptionList), "no list opened"
        if popup.field.isVisible():
            QTest.keyClicks(popup.field, text[1:])
        for _ in range(12):
            if text.lower() in str(popup.list.currentIndex().data()).lower():
                break
            QTest.keyClick(popup.list, Qt.Key.Key_Down)
        assert text.lower() in str(popup.list.currentIndex().data()).lower()
        QTest.keyClick(popup.list, Qt.Key.Key_Return)
        self.settle()

    def until(self, true: Callable[[], object], seconds: float = 10) -> None:
        end = time.monotonic() + seconds
        while not true():
            assert not self.failures, self.failures
            assert time.monotonic() < end, f"it never came to be; on the screen: {self.said()}"
            QTest.qWait(5)

    def settle(self) -> None:
        """Wait until the store has answered what was asked of it."""
        calm = 0
        for _ in range(2000):
            QApplication.processEvents()
            calm = calm + 1 if self.work.idle else 0
            if calm == 3:
                return
            QTest.qWait(1)
        raise AssertionError("the work thread did not come to rest")

    def confirmed(self) -> None:
        """Wait until the hub has ruled over all that was done here."""
        self.session.sync.nudge()
        self.until(lambda: not self.session.cache.facts().waiting)
        self.settle()

    def to_bijstand(self) -> BijstandPanel:
        """Go to the panel."""
        self.press("Ctrl+2")
        self.until(lambda: isinstance(self.desk.panels.bijstand.inner, BijstandPanel))
        self.until(lambda: self.desk.panels.feed is not None and self.desk.panels.feed.is_loaded)
        self.settle()
        return self.panel

    def to_request(self, request: str) -> None:
        """Take a request in hand with the keys of the column."""
        self.until(lambda: self.book.request(request) is not None)
        self.press("Ctrl+R", "Home")
        for _ in range(60):
            if self.panel.column.request == request:
                return
            self.press("J")
        raise AssertionError("the request is not in the list")

    def close(self) -> None:
        session = self.desk.take_apart()
        self.window.close()
        self.window.deleteLater()
        self.desk.deleteLater()
        if session is not None:
            session.close()
        QApplication.processEvents()
        assert not self.failures


@dataclass
class BijstandRoom:
    """The hub, and who sits behind which window."""

    folder: Path
    running: RunningHub
    app: QApplication
    stack: ExitStack = field(default_factory=ExitStack)
    computers: dict[str, Computer] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return self.running.url

    def line(self) -> FaultProxy:
        """A line to the hub that can be cut: `line.fault = CUT`."""
        return self.stack.enter_context(FaultProxy(self.url))

    def computer(self, place: str) -> Computer:
        """The computer of that name; one that was used before keeps its cache."""
        if place not in self.computers:
            self.computers[place] = Computer(self.folder / place)
        return self.computers[place]

    def sign_in(self, name: str, place: str, url: str = "") -> Session:
        """An open session without a window."""
        session = self.computer(place).opener.sign_in(url or self.url, name, PASSWORD)
        session.sync.round(20)
        return session

    def desk(self, name: str, place: str = "", url: str = "") -> Officer:
        """A window of this account, signed in and up to date, on Bijstand."""
        place = place or f"{name}-{time.monotonic_ns()}"
        return self.window(self.sign_in(name, place, url), place)

    def again(self, account: KnownAccount, place: str) -> Officer:
        """The window of who signed in there before."""
        return self.window(self.computer(place).opener.open(account), place)

    def window(self, session: Session, place: str) -> Officer:
        look = Theme(self.app, scheme=Scheme.LIGHT), Language(self.app, "en")
        officer = Officer(session, look, self.computer(place).folder / "settings.json")
        self.stack.callback(officer.close)
        officer.to_bijstand()
        return officer

    @cached_property
    def others(self) -> Desk:
        """A desk without a screen, on which De Vries does what is done elsewhere."""
        place = f"others-{time.monotonic_ns()}"
        desk = Desk.open(
            self.folder / place, hub=self.url, user="devries", password=PASSWORD, key=b"k" * 32,
            rng=random.Random(place), name=place,
        )  # fmt: skip
        self.stack.callback(desk.close)
        desk.sync(timeout=20)
        return desk

    def sent(self) -> None:
        """What was done elsewhere is at the hub, and nothing of it was refused."""
        self.others.sync(timeout=20)
        assert not self.others.cache.attention().refusals

    def stock(self, owner: str, resource: str, available: int, **more: Any) -> None:
        """What an owner has, as somebody noted it; `sent` sends it."""
        desk = self.others
        there = desk.get("capacity", capacity_id("national", owner, resource))
        fields = {"available": available, "total": available, "checked_at": utc_now(),
                  "checked_by": "devries", "checked_how": "phone"} | more  # fmt: skip
        if there is not None:
            desk.edit("capacity", there.id, **fields)
            return
        made = capacity_id("national", owner, resource)
        whole = {"owner": owner, "source": owner, "resource": resource} | fields
        change = Change("capacity", made, How.NEW, wire_values("capacity", whole))
        desk.cache.save("national", [change])

    def end(self) -> None:
        """Close what the test left open."""
        self.stack.close()
        self.computers.clear()


def cut(_method: str, _path: str, _count: int) -> str:
    """The line is gone."""
    return "lose_request"


def whole(_method: str, _path: str, _count: int) -> str:
    """The line is as it should be."""
    return ""


@contextmanager
def open_hub(folder: Path, dsn: str) -> Iterator[RunningHub]:
    """A hub with the people above."""
    with running_hub(folder / "hub", dsn=dsn) as running:
        for name, rights in PEOPLE.items():
            running.add_user(name, PASSWORD, **rights)
        yield running
