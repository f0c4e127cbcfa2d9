"""The desk of one account on the screen: window, panels, line, and what goes over them.

It exists from the first paint on and is empty until `fill` gives it an open session.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from kcr2desk.core.health import Line, SyncHealth
from kcr2desk.desk import kit
from kcr2desk.desk.accounts import KnownAccount
from kcr2desk.desk.changes import Changes, LineRelay
from kcr2desk.desk.desk_panels import DeskPanels, Parts
from kcr2desk.desk.language import Language
from kcr2desk.desk.line import LineState, from_health
from kcr2desk.desk.remember import Settings
from kcr2desk.desk.theme import Theme
from kcr2desk.desk.window import DeskWindow
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.desk.one_process import FrontDoor
    from kcr2desk.desk.over import AttentionCard, SignInCard
    from kcr2desk.desk.session import Session

translate = QCoreApplication.translate

log = logging.getLogger(__name__)


class OpenDesk(QObject):
    """Composes one account's window. Everything that waits goes through `work` of the session."""

    signOutWanted = Signal()
    """The officer signs out, and knows what still waits."""

    def __init__(
        self,
        account: KnownAccount,
        *,
        settings: Settings,
        look: tuple[Theme, Language],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._now = now
        self._session: Session | None = None
        self._work: StoreWork | None = None
        self._changes: Changes | None = None
        self._line: LineRelay | None = None
        self.door: FrontDoor | None = None
        self.sign_in_card: SignInCard | None = None
        self._attention: AttentionCard | None = None
        self._loading = False
        self._failed = False
        self._device_name = ""
        self.panels = DeskPanels(now, self)
        self.window = DeskWindow(
            self.panels.specs(),
            settings=settings,
            desk_theme=look[0],
            language=look[1],
            now=now,
            officer=account.shown,
            finders=[self.panels.find],
        )
        self.notice = kit.InlineMessage()
        self.window.frame.body.addWidget(self.notice)
        self.window.remedyWanted.connect(self._remedy)
        self.window.attentionWanted.connect(self.show_attention)
        self.panels.attentionWanted.connect(self.show_attention)
        self.window.signOutWanted.connect(self._sign_out)
        self.window.ticker.ticked.connect(self._tick)

    @property
    def session(self) -> Session | None:
        """The open session, once it is there."""
        return self._session

    @property
    def work(self) -> StoreWork | None:
        """Where the panels read and write, once there is a session."""
        return self._work

    # made of

    def fill(self, session: Session, device_name: str = "") -> None:
        """Put the panels in and start the line."""
        from kcr2desk.desk.one_process import FrontDoor

        self._session = session
        self._device_name = device_name
        self._work = StoreWork("store", self)
        self._work.failed.connect(self._unexpected)
        self._changes = Changes(session.cache, self)
        self._line = LineRelay(session.sync, self)
        self._line.changed.connect(self._line_changed)
        self.door = FrontDoor(session.folder, self)
        self.door.called.connect(self.to_front)
        opening = session.cache.opening
        self._loading = opening.new or opening.loaded_anew
        self.panels.fill(Parts(session, self._work, self._changes), self.window)
        self._tell_opening()
        self._line.look()
        session.sync.start()

    def take_apart(self) -> Session | None:
        """Stop listening and carry out what was to be written; the caller closes the session."""
        session, self._session = self._session, None
        if self.door is not None:
            self.door.close()
        if self._line is not None:
            self._line.close()
        if self._changes is not None:
            self._changes.close()
        if self._work is not None:
            self.panels.close()
            self._work.close()
        return session

    # the line

    def _line_changed(self, health: SyncHealth) -> None:
        if health.line in (Line.CURRENT, Line.REFUSED, Line.HUB_RESET):
            self._loading = False
        state = from_health(health, self._now())
        if self._loading and health.line is Line.BEHIND:
            state = LineState("starting", attention=health.attention)
        self.window.set_line(state)
        if health.problem == "failed" and not self._failed:
            self._failed = True
            self.tell(
                translate(
                    "OpenDesk",
                    "A fault in this program ended the line. Everything is kept here; start the"
                    " program anew to send it.",
                ),
                "urgent",
            )

    def _tick(self, _now: datetime) -> None:
        if self._line is not None and self._session is not None:
            self._line.look()  # silence makes no event

    def _remedy(self, kind: str) -> None:
        if kind == "sign_in":
            self.sign_in_again()
        elif kind == "refused":
            self.show_attention()

    def sign_in_again(self) -> None:
        """Ask for the password over the window; what is open in it stays open."""
        from kcr2desk.desk.over import SignInCard

        if self._session is None:
            return
        if self.sign_in_card is None:
            self.sign_in_card = SignInCard(self.window.frame)
            self.sign_in_card.submitted.connect(self._sign_in_again)
        self.sign_in_card.ask(self._session.account)

    def _sign_in_again(self, password: str) -> None:
        session, card = self._session, self.sign_in_card
        if session is None or self._work is None or card is None:
            return
        name = session.account.account
        worker = StoreWork("sign-in", self)

        def done(trouble: str) -> None:
            worker.close()
            worker.deleteLater()
            if trouble:
                card.tell(trouble)
            else:
                card.dismiss()

        worker.ask(
            lambda: session.sync.sign_in(name, password, self._device_name),
            lambda _identity: done(""),
            owner=card,
            failed=lambda error: done(_sentence(error)),
        )

    # what is told

    def tell(self, words: str, tone: str = "attention") -> None:
        """Say something that concerns no panel, under the panel."""
        self.notice.tell(words, tone)

    def tell_damaged_settings(self, file: Path) -> None:
        """The settings could not be read."""
        self.tell(
            translate(
                "OpenDesk",
                "The settings could not be read and were set aside ({file}). Columns and filters"
                " stand as they did at first; your reports are whole.",
            ).format(file=file.name)
        )

    def _tell_opening(self) -> None:
        assert self._session is not None
        opening = self._session.cache.opening
        if opening.damaged is not None:
            saved = opening.salvaged
            text = translate(
                "OpenDesk",
                "The file with your work was damaged and set aside ({file}). %n change(s) that"
                " were not sent yet were saved from it; the rest is loaded anew.",
                None,
                saved,
            )
            self.tell(text.format(file=opening.damaged.name))

    def _unexpected(self, error: Exception) -> None:
        self.tell(_sentence(error), "urgent")

    # what goes over the window

    def show_attention(self) -> None:
        """List what needs a decision: refused changes and conflicts."""
        from kcr2desk.desk.over import AttentionCard

        if self._session is None or self._work is None or self._changes is None:
            return
        if self._attention is None:
            self._attention = AttentionCard(
                self.window.frame,
                self._session.cache,
                self._work,
                self._now,
                self._session.me,
                self._changes,
            )
            self._attention.openRecord.connect(self.panels.open_record)
        self._attention.open()

    def close_cards(self) -> None:
        """Take away what lies over the window."""
        for card in (self._attention, self.sign_in_card):
            if card is not None:
                card.dismiss()

    def _sign_out(self) -> None:
        if self._session is None:
            return  # it is being opened
        health = self._session.sync.health
        if not health.waiting:
            self.signOutWanted.emit()
            return
        waiting = health.waiting
        text = translate(
            "OpenDesk",
            "%n change(s) are not confirmed yet. They stay here and go to the hub after you sign"
            " in again.",
            None,
            waiting,
        )
        anyway = translate("OpenDesk", "Sign out anyway")
        self.notice.tell(text, "attention", [(anyway, self.signOutWanted.emit)])

    def to_front(self) -> None:
        """Show the window to somebody who started the program once more."""
        if self.window.isMinimized():
            self.window.showNormal()
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()


def _sentence(error: Exception) -> str:
    from kcr2desk.desk import troubles

    return troubles.sentence(error)
