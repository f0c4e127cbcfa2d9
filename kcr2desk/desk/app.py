"""The desk put together: what a window is made of, and what happens between start and end.

Paint first: the window shows before the database, the keyring and the line are imported. Then each
part is handed what it needs; no part knows this one.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSysInfo, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from kcr2desk.core.collecting import in_short_looks
from kcr2desk.core.failures import where
from kcr2desk.desk.accounts import KnownAccount, known_accounts
from kcr2desk.desk.interrupt import on_interrupt
from kcr2desk.desk.language import LANGUAGES, Language
from kcr2desk.desk.remember import Settings
from kcr2desk.desk.session import Opener, Session, wall_clock
from kcr2desk.desk.settings_file import NAME, FileSettings
from kcr2desk.desk.theme import Density, Scheme, Theme
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.desk.open_desk import OpenDesk
    from kcr2desk.desk.vault import Secrets
    from kcr2desk.desk.welcome import WelcomeWindow

LAST: Final = "account/last"
_SAVE_AFTER_MS: Final = 2000

log = logging.getLogger(__name__)


def run(data: Path, config: Path, *, hub: str = "", language: str = "") -> int:
    """Run the desk until its last window closes; returns the exit status.

    `data` holds the encrypted caches, `config` the settings of this user. `hub` is offered at a
    first sign-in; `language` goes over the one that was chosen last.
    """
    application = QApplication(sys.argv[:1])
    application.setApplicationName("KCR2 Desk")
    settings = FileSettings(config / NAME)
    look = dress(application, settings, language)
    opener = Opener(data, _system_secrets, device_name=QSysInfo.machineHostName())
    desk = DeskApp(opener, settings=settings, look=look, hub=hub, known=known_accounts)
    return run_application(application, desk)


def run_application(application: QApplication, desk: DeskApp) -> int:
    """Run a desk from its first window to its last; returns the exit status.

    Ctrl+C and SIGTERM close it in order.
    """
    application.setQuitOnLastWindowClosed(False)
    desk.finished.connect(application.exit)
    with in_short_looks(), on_interrupt(desk.close):
        QTimer.singleShot(0, desk, desk.start)
        status = application.exec()
    desk.work.close()
    try:
        desk.settings.save()
    except OSError as error:
        log.warning("the settings were not saved: %s", error)
    return status


def dress(application: QApplication, settings: Settings, language: str) -> tuple[Theme, Language]:
    """The look and the language that were chosen last."""
    scheme, density = settings.get("window/scheme"), settings.get("window/density")
    made = Theme(
        application,
        scheme=Scheme(scheme) if scheme in set(Scheme) else Scheme.SYSTEM,
        density=Density(density) if density in set(Density) else Density.NORMAL,
    )
    code = language or settings.get("window/language") or "nl"
    return made, Language(application, code if code in LANGUAGES else "nl")


def _system_secrets() -> Secrets | None:
    from kcr2desk.desk.vault import system_secrets  # imports keyring: behind the first paint

    return system_secrets()


def utc_now() -> datetime:
    """This moment, by this machine."""
    return datetime.now(UTC)


class AfterPaint(QObject):
    """Tells once that a widget was painted for the first time. A child of that widget."""

    painted = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.painted.emit)
        return False


class DeskApp(QObject):
    """From start to end: somebody comes in, works, signs out or closes.

    `work` is for what happens between accounts: opening, signing in and out, saving settings.
    `size` of the window in px goes over the one that was kept.
    """

    opened = Signal(object)
    """The OpenDesk that was filled."""

    finished = Signal(int)
    """All is closed; carries the exit status."""

    def __init__(
        self,
        opener: Opener,
        *,
        settings: FileSettings,
        look: tuple[Theme, Language],
        known: Callable[[Path], tuple[KnownAccount, ...]],
        hub: str = "",
        now: Callable[[], datetime] = utc_now,
        size: tuple[int, int] | None = None,
    ) -> None:
        super().__init__()
        self._opener = opener
        self.settings = settings
        self._size = size
        self.look = look
        self._known = known
        self._hub = hub
        self._now = now
        self._status = 0
        self._closing = False
        self.welcome: WelcomeWindow | None = None
        self.desk: OpenDesk | None = None
        self.work = StoreWork("accounts", self)
        self.work.failed.connect(self._unexpected)
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(_SAVE_AFTER_MS)
        self._save_soon.timeout.connect(lambda: self.work.do(settings.save, topic="settings"))
        settings.on_change(self._save_soon.start)

    # coming in

    def start(self) -> None:
        """Show the desk of who worked here last, or ask who is here."""
        accounts = self._known(self._opener.data)
        direct = self._direct(accounts)
        if direct is None:
            self._make_welcome(accounts).show()
            return
        self._make_desk(direct)
        assert self.desk is not None
        after = AfterPaint(self.desk.window.frame)
        after.painted.connect(lambda: self._make_welcome(accounts).open_account(direct))

    def _direct(self, accounts: tuple[KnownAccount, ...]) -> KnownAccount | None:
        """Whose desk opens without a question: the only one's, if nobody signed out."""
        if len(accounts) != 1 or accounts[0].signed_out:
            return None
        return accounts[0]

    def _make_welcome(self, accounts: tuple[KnownAccount, ...]) -> WelcomeWindow:
        from kcr2desk.desk.welcome import WelcomeWindow

        made = WelcomeWindow(self._opener, self.work, accounts, hub=self._hub, now=wall_clock)
        made.accounts.select(self.settings.get(LAST) or "")
        made.opened.connect(self._opened)
        made.asks.connect(self._ask)
        made.openElsewhere.connect(self.close)
        made.left.connect(self.close)
        self.welcome = made
        return made

    def _ask(self) -> None:
        """The account cannot be opened without the officer."""
        if self.desk is not None:
            self.desk.window.hide()
        if self.welcome is not None:
            self.welcome.show()

    def _make_desk(self, account: KnownAccount) -> None:
        from kcr2desk.desk.open_desk import OpenDesk

        self.desk = OpenDesk(
            account,
            settings=self.settings,
            look=self.look,
            now=self._now,
        )
        self.desk.window.closed.connect(self._window_closed)
        self.desk.signOutWanted.connect(self._sign_out)
        if self._size is not None:
            self.desk.window.resize(*self._size)
        self.desk.window.show()

    def _opened(self, session: Session) -> None:
        self.settings.set(LAST, session.account.secret)
        if self.desk is None:
            self._make_desk(session.account)
        assert self.desk is not None
        self.desk.window.show()
        if self.welcome is not None:
            self.welcome.close()
            self.welcome.deleteLater()
            self.welcome = None
        self.desk.fill(session, self._opener.device_name)
        if self.settings.damaged is not None:
            self.desk.tell_damaged_settings(self.settings.damaged)
            self.settings.damaged = None
        self.opened.emit(self.desk)

    # going out

    def _sign_out(self) -> None:
        """End the session, and ask who is next."""
        desk, self.desk = self.desk, None
        session = None if desk is None else desk.take_apart()
        if desk is None or session is None:
            return

        def call() -> None:
            session.sync.sign_out()
            session.close()
            self._opener.keep_signed_out(session.account)

        desk.window.closed.disconnect(self._window_closed)
        desk.window.close()
        desk.deleteLater()
        welcome = self._make_welcome(self._known(self._opener.data))
        welcome.wait_for_sign_out()
        welcome.show()
        self.work.do(call, lambda _done: self._signed_out(), failed=self._sign_out_failed)

    def _signed_out(self) -> None:
        if self.welcome is not None:
            self.welcome.know(self._known(self._opener.data))
            self.welcome.show_accounts()

    def _sign_out_failed(self, error: Exception) -> None:
        from kcr2desk.desk import troubles

        self._signed_out()
        if self.welcome is not None:
            self.welcome.tell_trouble(troubles.sentence(error))

    def _window_closed(self) -> None:
        self.close()

    def close(self) -> None:
        """Close everything in order; `finished` tells when that is done. Again does nothing."""
        if self._closing:
            return
        self._closing = True
        desk, self.desk = self.desk, None
        if self.welcome is not None:
            self.welcome.close()
        if desk is None:
            self.work.do(lambda: None, lambda _done: self._finish())
            return
        session = desk.take_apart()
        if desk.window.isVisible():
            desk.window.closed.disconnect(self._window_closed)
            desk.window.close()
        if session is None:
            self.work.do(lambda: None, lambda _done: self._finish())
            return
        self.work.do(session.close, lambda _done: self._finish(), failed=self._failed_to_close)

    def _failed_to_close(self, error: Exception) -> None:
        log.error("closing: %s", where(error))
        self._status = 1
        self._finish()

    def _finish(self) -> None:
        self.finished.emit(self._status)

    def _unexpected(self, error: Exception) -> None:
        from kcr2desk.desk import troubles

        words = troubles.sentence(error)
        if self.desk is not None:
            self.desk.tell(words)
        elif self.welcome is not None:
            self.welcome.tell_trouble(words)
