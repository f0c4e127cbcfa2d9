"""The desk put together, on a real hub: coming in, working, going out, and what goes wrong."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcr2desk.desk.accounts import known_accounts
from kcr2desk.desk.app import DeskApp
from kcr2desk.desk.language import Language
from kcr2desk.desk.open_desk import OpenDesk
from kcr2desk.desk.reports.form import ReportForm
from kcr2desk.desk.reports.panel import ReportsPanel
from kcr2desk.desk.settings_file import FileSettings
from kcr2desk.desk.theme import Scheme, Theme
from kcr2desk.desk.vault import MemorySecrets
from kcr2desk.desk.welcome import WelcomeWindow
from kcr2desk.store import DiskFull
from tests.desk.app_room import PASSWORD, Computer, HubRoom, hub_room

Start = Callable[..., "Started"]

SECOND_START = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from kcr2desk.desk.accounts import known_accounts
from kcr2desk.desk.app import DeskApp, dress, run_application
from kcr2desk.desk.session import Opener
from kcr2desk.desk.settings_file import FileSettings
from kcr2desk.desk.vault import MemorySecrets
data, secrets = Path(sys.argv[1]), MemorySecrets(json.load(sys.stdin))
application = QApplication([])
settings = FileSettings(data / "settings.json")
desk = DeskApp(Opener(data, lambda: secrets), settings=settings,
               look=dress(application, settings, ""), known=known_accounts)
sys.exit(run_application(application, desk))
"""


@pytest.fixture
def room(tmp_path: Path, dsn: str) -> Iterator[HubRoom]:
    yield from hub_room(tmp_path, dsn)


@pytest.fixture
def computer(tmp_path: Path) -> Iterator[Computer]:
    made = Computer(tmp_path / "desk")
    with made.stack:
        yield made


class Started:
    """The program as somebody started it, and the hands of who sits before it."""

    def __init__(self, computer: Computer, look: tuple[Theme, Language], hub: str) -> None:
        self.settings = FileSettings(computer.folder.parent / "settings.json")
        self.app = DeskApp(
            computer.opener, settings=self.settings, look=look, known=known_accounts, hub=hub
        )
        self.ended: list[int] = []
        self.app.finished.connect(self.ended.append)
        self.app.start()

    @property
    def desk(self) -> OpenDesk:
        assert self.app.desk is not None
        return self.app.desk

    @property
    def panel(self) -> ReportsPanel:
        panel = self.desk.panels.reports.inner
        assert isinstance(panel, ReportsPanel)
        return panel

    def until(self, true: Callable[[], object], seconds: float = 15) -> None:
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, "it never came to be"
            QTest.qWait(10)

    @property
    def welcome(self) -> WelcomeWindow:
        """The window before the desk, once it is there."""
        self.until(lambda: self.app.welcome is not None)
        assert self.app.welcome is not None
        return self.app.welcome

    def sign_in(self, name: str = "jansen", password: str = PASSWORD) -> None:
        """Type name and password, and Enter."""
        welcome = self.welcome
        self.until(lambda: welcome.page() is welcome.form)
        if not welcome.form.user.text():
            QTest.keyClicks(welcome.form.user, name)
        QTest.keyClicks(welcome.form.password, password)
        QTest.keyClick(welcome.form.password, Qt.Key.Key_Return)

    def wait_until_open(self) -> None:
        self.until(lambda: self.app.desk is not None and self.app.desk.session is not None)

    def wait_for_line(self, kind: str) -> None:
        def so() -> bool:
            session = self.desk.session
            return session is not None and session.sync.health.line.value == kind

        self.until(so)
        QTest.qWait(60)

    def status(self) -> str:
        """What the status bar says."""
        return str(self.desk.window.frame.status.line_text())

    def close(self) -> None:
        self.app.close()
        self.until(lambda: self.ended)
        self.app.work.close()
        for widget in QApplication.topLevelWidgets():
            widget.deleteLater()
        QTest.qWait(10)


@pytest.fixture
def start(qapp: QApplication, room: HubRoom, computer: Computer) -> Iterator[Start]:
    """Starts the program; what still runs at the end is closed."""
    look = Theme(qapp, scheme=Scheme.LIGHT), Language(qapp, "nl")
    made: list[Started] = []

    def run(hub: str | None = None) -> Started:
        made.append(Started(computer, look, room.url if hub is None else hub))
        return made[-1]

    yield run
    for one in made:
        if not one.ended:
            one.close()
    look[1].use("en")


def signed_in_before(room: HubRoom, computer: Computer, name: str = "jansen") -> str:
    """As if this account worked here yesterday; returns a report that it wrote."""
    session = computer.opener.sign_in(room.url, name, PASSWORD)
    report = session.cache.create("report", {"title": f"Van {name}", "text": "Heide"})
    assert session.sync.round(20).waiting == 0
    session.close()
    return report


def test_the_first_start_asks_who_and_opens_the_desk(start: Start, computer: Computer):
    started = start()
    assert started.welcome.form.hub.text() != ""
    started.sign_in()
    started.wait_until_open()
    assert started.app.welcome is None
    assert started.desk.window.isVisible()
    started.wait_for_line("current")
    assert started.status().startswith("Bijgewerkt")
    (account,) = known_accounts(computer.folder)
    assert account.account == "jansen"


def test_a_wrong_password_is_said_and_the_rest_stays(start: Start):
    started = start()
    started.sign_in(password="niet goed")
    welcome = started.welcome
    started.until(welcome.form.trouble)
    assert welcome.form.trouble() == "Naam of wachtwoord klopt niet."
    assert welcome.form.user.text() == "jansen"
    QTest.keyClicks(welcome.form.password, PASSWORD)
    QTest.keyClick(welcome.form.password, Qt.Key.Key_Return)
    started.wait_until_open()


def test_the_next_start_paints_before_it_opens_and_needs_no_hub(
    start: Start, room: HubRoom, computer: Computer
):
    report = signed_in_before(room, computer)
    room.end()
    started = start()
    assert started.desk.window.isVisible()
    assert started.desk.session is None
    started.wait_until_open()
    started.until(lambda: [line.id for line in started.panel.list.model.lines] == [report])
    started.wait_for_line("offline")
    assert "Geen verbinding" in started.status()


def test_a_report_written_here_is_confirmed_and_said_so(
    start: Start, room: HubRoom, computer: Computer
):
    signed_in_before(room, computer)
    started = start()
    started.wait_until_open()
    started.wait_for_line("current")
    session = started.desk.session
    assert session is not None
    session.cache.create("report", {"title": "Vers van de pers"})
    started.until(lambda: len(started.panel.list.model.lines) == 2)
    started.until(lambda: not session.cache.pending())
    started.until(lambda: started.status().endswith("alles bevestigd"))


def test_with_several_accounts_it_asks_who_and_opens_that_one(
    start: Start, room: HubRoom, computer: Computer
):
    signed_in_before(room, computer)
    theirs = signed_in_before(room, computer, "devries")
    started = start()
    welcome = started.welcome
    assert welcome.page() is welcome.accounts
    assert [welcome.accounts.list.item(n).text() for n in range(2)] == ["Devries", "Jansen"]
    QTest.keyClick(welcome.accounts.list, Qt.Key.Key_Return)
    started.wait_until_open()
    session = started.desk.session
    assert session is not None
    assert session.me.account == "devries"
    assert session.cache.get("report", theirs) is not None


def test_signing_out_asks_the_password_again_and_shows_nothing_meanwhile(
    start: Start, room: HubRoom, computer: Computer
):
    signed_in_before(room, computer)
    started = start()
    started.wait_until_open()
    started.wait_for_line("current")
    started.desk.window.signOutWanted.emit()
    assert started.app.desk is None
    welcome = started.welcome
    started.until(lambda: welcome.page() is welcome.accounts)
    QTest.keyClick(welcome.accounts.list, Qt.Key.Key_Return)
    assert welcome.page() is welcome.form
    started.sign_in()
    started.wait_until_open()
    (account,) = known_accounts(computer.folder)
    assert not account.signed_out


def test_signing_out_with_changes_that_wait_says_so_first(
    start: Start, room: HubRoom, computer: Computer
):
    signed_in_before(room, computer)
    room.end()
    started = start()
    started.wait_until_open()
    session = started.desk.session
    assert session is not None
    session.cache.create("report", {"title": "Wacht"})
    started.until(lambda: session.sync.health.waiting == 1)
    started.desk.window.signOutWanted.emit()
    assert started.app.desk is not None
    assert "1 wijziging is nog niet bevestigd" in started.desk.notice.text()
    (anyway,) = started.desk.notice.buttons()
    anyway.click()
    assert started.app.desk is None


def test_who_signed_out_can_work_on_while_the_hub_is_away(
    start: Start, room: HubRoom, computer: Computer
):
    report = signed_in_before(room, computer)
    (account,) = known_accounts(computer.folder)
    computer.opener.keep_signed_out(account)
    room.end()
    started = start()
    welcome = started.welcome
    QTest.keyClick(welcome.accounts.list, Qt.Key.Key_Return)
    started.sign_in()
    started.until(lambda: welcome.page() is welcome.trouble)
    assert "niet te bereiken" in welcome.trouble.words()
    QTest.keyClick(welcome.focusWidget(), Qt.Key.Key_Space)
    started.wait_until_open()
    started.until(lambda: [line.id for line in started.panel.list.model.lines] == [report])


def test_signing_in_again_leaves_a_half_filled_form_open(
    start: Start, room: HubRoom, computer: Computer
):
    signed_in_before(room, computer)
    started = start()
    started.wait_until_open()
    started.wait_for_line("current")
    session = started.desk.session
    assert session is not None
    started.panel.area.named("write").trigger()
    (form,) = started.panel.findChildren(ReportForm)
    form.ui.text.insertPlainText("VNOG 2 pelotons")
    session.sync.sign_out()
    started.wait_for_line("sign_in")
    assert "Afgemeld door de centrale" in started.status()
    started.desk.window.remedyWanted.emit("sign_in")
    card = started.desk.sign_in_card
    assert card is not None
    QTest.keyClicks(card.form.password, "niet goed")
    QTest.keyClick(card.form.password, Qt.Key.Key_Return)
    started.until(card.form.trouble)
    QTest.keyClicks(card.form.password, PASSWORD)
    QTest.keyClick(card.form.password, Qt.Key.Key_Return)
    started.until(lambda: not card.isVisible())
    assert form.isVisible()
    assert form.ui.text.toPlainText() == "VNOG 2 pelotons"
    started.until(lambda: session.sync.health.line.value in ("current", "behind"))


def test_without_a_keyring_the_passphrase_is_asked_plainly(
    start: Start, room: HubRoom, computer: Computer
):
    computer.keyring = None
    started = start()
    started.sign_in()
    welcome = started.welcome
    started.until(lambda: welcome.page() is welcome.passphrase)
    form = welcome.passphrase
    QTest.keyClicks(form.passphrase, "kort")
    QTest.keyClick(form.passphrase, Qt.Key.Key_Return)
    assert form.again.hasFocus() or form.trouble()
    form.passphrase.clear()
    for field in (form.passphrase, form.again):
        QTest.keyClicks(field, "correct paard batterij")
    form.again.setText("correct paard batterij")
    QTest.keyClick(form.again, Qt.Key.Key_Return)
    started.wait_until_open()
    started.close()
    again = start()
    welcome = again.welcome
    again.until(lambda: welcome.page() is welcome.passphrase)
    assert welcome.isVisible()
    assert not again.desk.window.isVisible()
    QTest.keyClicks(welcome.passphrase.passphrase, "correct paard batterij")
    QTest.keyClick(welcome.passphrase.passphrase, Qt.Key.Key_Return)
    again.wait_until_open()
    assert again.desk.window.isVisible()


def test_a_lost_key_is_said_with_a_way_out(start: Start, room: HubRoom, computer: Computer):
    signed_in_before(room, computer)
    computer.keyring = MemorySecrets({})
    started = start()
    welcome = started.welcome
    started.until(lambda: welcome.page() is welcome.trouble)
    assert "sleutel" in welcome.trouble.words()
    QTest.keyClick(welcome.trouble, Qt.Key.Key_Down)
    QTest.keyClick(welcome.focusWidget(), Qt.Key.Key_Space)
    started.until(lambda: welcome.page() is welcome.form)
    started.sign_in()
    started.wait_until_open()
    assert list((computer.folder / "accounts").glob("*.locked-*"))


def test_a_second_start_brings_the_first_to_the_front(
    start: Start, room: HubRoom, computer: Computer
):
    signed_in_before(room, computer)
    first = start()
    first.wait_until_open()
    called: list[int] = []
    assert first.desk.door is not None
    first.desk.door.called.connect(lambda: called.append(1))
    assert computer.keyring is not None
    second = subprocess.Popen(
        [sys.executable, "-c", SECOND_START, str(computer.folder)],
        stdin=subprocess.PIPE,
        text=True,
    )
    assert second.stdin is not None
    second.stdin.write(json.dumps(computer.keyring.kept))
    second.stdin.close()
    first.until(lambda: second.poll() is not None)
    assert second.returncode == 0
    assert called
    assert first.desk.window.isVisible()


def test_a_full_disk_is_a_sentence(start: Start, room: HubRoom, computer: Computer):
    signed_in_before(room, computer)
    started = start()
    started.wait_until_open()

    def full() -> None:
        raise DiskFull("database or disk is full")

    work = started.desk.work
    assert work is not None
    work.do(full)
    started.until(started.desk.notice.text)
    assert started.desk.notice.text().startswith("De schijf is vol")


def test_damaged_settings_are_said_and_cost_no_report(
    start: Start, room: HubRoom, computer: Computer, caplog: pytest.LogCaptureFixture
):
    signed_in_before(room, computer)
    (computer.folder.parent / "settings.json").write_text("{")
    started = start()
    started.wait_until_open()
    started.until(started.desk.notice.text)
    assert "apart gezet (settings.json.unreadable)" in started.desk.notice.text()


def test_when_the_hub_comes_back_what_waits_goes_up_by_itself(
    start: Start, room: HubRoom, computer: Computer
):
    signed_in_before(room, computer)
    port = urlsplit(room.url).port
    started = start()
    started.wait_until_open()
    started.wait_for_line("current")
    session = started.desk.session
    assert session is not None
    room.end()
    session.cache.create("report", {"title": "Tijdens de storing"})
    started.wait_for_line("offline")
    assert "1 wijziging wacht" in started.status()
    room.start(port or 0)
    started.until(lambda: not session.cache.pending(), 30)
    started.wait_for_line("current")
