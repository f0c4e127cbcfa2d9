"""An evening in an arrival hall: a real hub, real windows with a real line, and who sits there.

room = HallEvening(folder, running, qapp)
hal = room.desk("hal")
operation = hal.open_operation("Libanon")
hal.let_in("anna")
hal.scan(passport)
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.people import Person
from kcr2desk.desk.accounts import KnownAccount
from kcr2desk.desk.language import Language
from kcr2desk.desk.repatriation.operation_card import OperationCard
from kcr2desk.desk.repatriation.operation_new import NewOperation
from kcr2desk.desk.repatriation.operation_page import OperationPage
from kcr2desk.desk.repatriation.panel import RepatriationPanel
from kcr2desk.desk.repatriation.person_card import PersonCard
from kcr2desk.desk.repatriation.registration_scan import ScanLine
from kcr2desk.desk.session import Session
from kcr2desk.desk.theme import Scheme, Theme
from kcr2desk.headless import Desk
from kcr2desk.hub.running import RunningHub, running_hub
from tests.desk.app_room import PASSWORD
from tests.desk.bijstand_room import BijstandRoom, Officer
from tests.desk.passports import FAMILY, Lines

W = TypeVar("W", bound=QWidget)
WORKERS = {
    "hal": {"role": "hall_lead"},
    "anna": {"role": "registrar"},
    "piet": {"role": "registrar"},
    "dokter": {"role": "registrar"},
    "bakker": {"role": "liaison"},
    "jansen": {"role": "duty_officer"},
    "controle": {"role": "auditor"},
}
HEADS = (
    "Nr", "Naam", "Voornaam", "Geb.datum", "M/V", "Nationaliteit", "Paspoortnr", "Stoel",
)  # fmt: skip
FAMILY_ROWS = (
    ("van den Berg", "Pieter Jan", "12-04-1979", "M", "NLD", "NX1234567"),
    ("El Amrani", "Samira", "23-09-1982", "V", "NLD", "NX1234568"),
    ("van den Berg", "Noor", "01-01-2012", "V", "NLD", "NX1234569"),
    ("van den Berg", "Sam", "30-06-2015", "M", "NLD", "NX1234570"),
)
OTHERS = (
    ("Haddad", "Karim", "05-06-1963", "M", "LBN", "LR4415523"),
    ("Peeters", "Lotte", "21-09-1991", "V", "BEL", "EX654321"),
    ("Özdemir", "Mehmet", "13-02-1990", "M", "TUR", "U01557123"),
    ("Zeilstra", "Janneke", "12-09-1984", "V", "NLD", ""),
    ("Kuipers", "Willem", "30-11-1949", "M", "NLD", "NY7710223"),
    ("Saliba", "Rana", "17-08-1988", "V", "LBN", ""),
    ("Dijkstra", "Femke", "02-02-1977", "V", "NLD", "NP2200117"),
    ("Gemayel", "Antoine", "28-12-1955", "M", "LBN", "LR9183345"),
    ("Verhoeven", "Ruben", "15-05-2001", "M", "NLD", "NX5599013"),
    ("Chahine", "Mirna", "09-10-1996", "V", "LBN", ""),
    ("Brouwer", "Ingrid", "24-03-1968", "V", "NLD", "NW3381920"),
    ("Tannous", "Elias", "11-11-1971", "M", "LBN", "LR2264871"),
    ("ten Brink", "Maarten", "06-07-1983", "M", "NLD", "NX8046352"),
    ("Nasrallah", "Yara", "19-01-1999", "V", "LBN", "LR7350916"),
    ("Hendriks", "Carla", "31-08-1961", "V", "NLD", "NR1927465"),
    ("Karam", "Charbel", "22-04-1947", "M", "LBN", ""),
    ("Meijer", "Sophie", "14-06-2008", "V", "NLD", "NX6618204"),
    ("Rizk", "Zeina", "03-03-1993", "V", "LBN", "LR5528093"),
    ("Aoun", "Georges", "27-09-1980", "M", "LBN", "LR8815062"),
    ("van Leeuwen", "Bram", "08-08-1974", "M", "NLD", "NT4472839"),
    ("Farah", "Layal", "16-12-1986", "V", "LBN", "LR3097541"),
    ("Prins", "Elisabeth", "25-05-1939", "V", "NLD", ""),
    ("Sleiman", "Rami", "20-10-1998", "M", "LBN", "LR6174028"),
    ("de Wit", "Johanna", "07-07-1952", "V", "NLD", "NV9930471"),
    ("Mansour", "Hanan", "18-02-1965", "V", "LBN", ""),
    ("Smits", "Daan", "29-01-1995", "M", "NLD", "NX1480267"),
)
"""Made up, and no two of them alike."""

LISTED = len(FAMILY_ROWS) + len(OTHERS)
DECLARED = 33
"""What the list says of itself, wrongly."""

PASSPORTS = FAMILY


def manifest(folder: Path) -> Path:
    """The passenger list as an airline mails it, with a total that is wrong."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Passagierslijst vlucht KDC 801 Beirut - Eindhoven"])
    sheet.append(HEADS)
    for n, row in enumerate((*FAMILY_ROWS, *OTHERS)):
        sheet.append([n + 1, *row, f"{n // 6 + 1}{'ABCDEF'[n % 6]}"])
    sheet.append(["Totaal", f"{DECLARED} passagiers"])
    file = folder / "manifest KDC801.xlsx"
    book.save(file)
    return file


class Worker(Officer):
    """Somebody who works in the hall; all that is done is done by keys."""

    # what is seen

    @property
    def hall_panel(self) -> RepatriationPanel:
        panel = self.desk.panels.repatriation.inner
        assert isinstance(panel, RepatriationPanel)
        return panel

    @property
    def page(self) -> OperationPage:
        """The operation in hand."""
        assert self.hall_panel.page is not None
        return self.hall_panel.page

    @property
    def people(self) -> OperationBook:
        """What this desk knows of the operation."""
        return self.page.hall.book

    def over(self) -> QWidget | None:
        """What lies over the panel."""
        panel = self.desk.panels.repatriation.inner
        if not isinstance(panel, RepatriationPanel):
            return None
        return panel.slide.content() or (None if panel.page is None else panel.page.cards.open())

    def card(self, kind: type[W]) -> W:
        def now() -> QWidget | None:
            card = self.over()
            while card is not None and not isinstance(card, kind):
                card = getattr(card, "inner", None)
            return card

        self.until(now)
        found = now()
        assert isinstance(found, kind)
        self.settle()
        return found

    def said(self) -> str:
        return words_in(self.over() or self.window)

    def view(self, name: str, kind: type[W]) -> W:
        """A view of the operation that is made already."""
        found = self.page.views[name]
        assert isinstance(found, kind)
        return found

    def person(self, **fields: object) -> Person:
        """The one person with these values."""
        found = [
            p for p in self.people.persons() if all(getattr(p, n) == v for n, v in fields.items())
        ]
        assert len(found) == 1, found
        return found[0]

    def open_person(self, person: str) -> None:
        """Everything of one person, by the number in the list of persons."""
        self.sit_down()
        number = self.people.person(person)
        assert number is not None
        self.press("F2")
        self.type(number.number)
        self.press("Return", "Ctrl+E")
        self.card(PersonCard)

    def until_here(self, count: int) -> None:
        """Wait until this desk knows so many persons."""
        self.until(lambda: len(self.people.persons()) == count)
        self.settle()

    # what is done

    def to_hall(self) -> RepatriationPanel:
        """Go to the panel."""
        self.press("Ctrl+3")
        self.until(lambda: isinstance(self.desk.panels.repatriation.inner, RepatriationPanel))
        self.settle()
        return self.hall_panel

    def until_let_in(self) -> None:
        """Wait until the operation is here."""
        self.until(lambda: self.hall_panel.page is not None and self.page.hall.feed.is_loaded)
        self.until(lambda: bool(self.page.hall.role))
        self.settle()
        self.page.focus_first()

    def open_operation(self, title: str) -> str:
        """Open an operation; returns its id."""
        self.press("Ctrl+Alt+O")
        card = self.card(NewOperation)
        self.type(title)
        self.press("Tab")
        self.type("Opvang en registratie van wie terugkomt")
        self.press("Tab")
        self.type("art. 6 lid 1 onder e AVG")
        self.press("Ctrl+Return")
        self.until(lambda: self.hall_panel.operation == card.operation)
        self.until_let_in()
        return self.hall_panel.operation

    def let_in(self, account: str, role: str = "Registrar") -> None:
        """Let somebody in."""
        self.press("Ctrl+Shift+O")
        card = self.card(OperationCard)
        self.type(account)
        if role != "Registrar":
            self.pick(card.role, role)
            self.press("Ctrl+L")
        else:
            self.press("Return")
        self.until(lambda: self.people.role_of(account))
        self.press("Esc")

    def scan(self, lines: Lines) -> None:
        """A passport reader types into whatever has the focus."""
        for line in lines:
            QTest.keyClicks(self.window.focusWidget(), line)
            QTest.keyClick(self.window.focusWidget(), Qt.Key.Key_Return)
        self.settle()

    gone = False

    def leave(self) -> None:
        """Shut the window, if it is still open."""
        if not self.gone:
            self.gone = True
            self.close()

    def settle(self) -> None:
        """Until the store answered, what is asked after a pause among it."""
        super().settle()
        panel = self.desk.panels.repatriation.inner
        page = panel.page if isinstance(panel, RepatriationPanel) else None
        desk = None if page is None else page.views.get("registration")
        while desk is not None and desk.candidates.pending:  # type: ignore[attr-defined]
            QTest.qWait(2)
            super().settle()


def words_in(widget: QWidget) -> str:
    """All words of a part of the screen."""
    from PySide6.QtWidgets import QLabel

    from kcr2desk.desk.kit import ElidedLabel

    labels = [*widget.findChildren(QLabel), *widget.findChildren(ElidedLabel)]
    return "\n".join(x.text() for x in labels if x.isVisibleTo(widget))


class HallEvening(BijstandRoom):
    """The hub, and who sits behind which window."""

    def sit(self, name: str, url: str = "") -> Worker:
        """A window of this account, signed in and up to date, on Repatriation."""
        return self.window(self.sign_in(name, name, url), name)

    def open_again(self, account: KnownAccount, place: str) -> Worker:
        """The window of who signed in there before."""
        return self.window(self.computer(place).opener.open(account), place)

    def window(self, session: Session, place: str) -> Worker:
        look = Theme(self.app, scheme=Scheme.LIGHT), Language(self.app, "en")
        worker = Worker(session, look, self.computer(place).folder / "settings.json")
        self.stack.callback(worker.leave)
        worker.to_hall()
        return worker


@contextmanager
def open_hall_hub(folder: Path, dsn: str) -> Iterator[RunningHub]:
    """A hub with the people above."""
    deaf, ScanLine.DEAF_MS = ScanLine.DEAF_MS, 0
    try:
        with running_hub(folder / "hub", dsn=dsn) as running:
            for name, rights in WORKERS.items():
                running.add_user(name, PASSWORD, **rights)
            yield running
    finally:
        ScanLine.DEAF_MS = deaf


class Prepared:
    """An operation that its lead opened at another desk, with people in it."""

    def __init__(self, room: HallEvening, **let_in: str) -> None:
        self.desk = Desk.open(
            room.folder / "before", hub=room.url, user="hal", password=PASSWORD, key=b"k" * 32,
            rng=random.Random("before"), name="before",
        )  # fmt: skip
        room.stack.callback(self.desk.close)
        self.stream = self.desk.open_operation(
            title="Libanon 2026", purpose="Opvang", legal_ground="art. 6 lid 1 onder e AVG",
            host_municipality="GM0772",
        )  # fmt: skip
        for account, role in let_in.items():
            self.desk.let_in(self.stream, account, role)
        about = self.stream.partition(":")[2]
        self.arrival = self.desk.save(
            "arrival", stream=self.stream, about=about, code="KDC 801", status="arrived"
        )

    def person(self, **fields: object) -> str:
        """Somebody who is registered."""
        told = {"arrival": self.arrival, "outcome": "registered", **fields}
        return self.desk.save("person", stream=self.stream, **told)

    def family(self, *members: dict[str, object]) -> list[str]:
        """A family; the first is its head."""
        group = self.desk.save("travelgroup", stream=self.stream)
        made = [self.person(group=group, **each) for each in members]
        self.desk.edit("travelgroup", group, head=made[0])
        return made

    def sent(self) -> None:
        """It is at the hub."""
        assert self.desk.sync(30).ok
        assert not self.desk.attention().refusals
