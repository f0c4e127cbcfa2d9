"""The forms and cards of the panel: one lies over its right side at a time; Esc takes it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kcr2desk.core.records import Report
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.request_state import from_kept
from kcr2desk.desk.parts.slide import SlideOver
from kcr2desk.desk.parts.unfinished import UnfinishedStrip
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.drafts import Draft
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

REQUEST = "assistancerequest"


class Cards(QObject):
    """Opens cards over `host`. What was typed in one that is closed is kept by the card itself."""

    requestSaved = Signal(str)
    """A request is safe on this workstation."""

    followWanted = Signal(str)
    """A commitment was made or is to be followed."""

    openWanted = Signal(str, str)
    """The officer wants to see a record: its type and id."""

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        host: QWidget,
        answer_link: Callable[[str], Any],
    ) -> None:
        super().__init__(host)
        self._feed, self._cache, self._work, self._now, self._me = feed, cache, work, now, me
        self._answer_link = answer_link
        self.slide = SlideOver(host)
        self.unfinished = UnfinishedStrip(
            cache, work, now, kind=REQUEST, title_of=lambda typed: from_kept(typed).title
        )
        self.unfinished.resumeWanted.connect(self.resume)

    @property
    def parts(self) -> tuple[BookFeed, Cache, StoreWork]:
        """What every card is made of."""
        return self._feed, self._cache, self._work

    @property
    def given(self) -> Any:
        """Who works here, and when."""
        return {"now": self._now, "me": self._me}

    def open(self) -> QWidget | None:
        """What lies over the panel."""
        return self.slide.content()

    # the form of a request

    def write(self, request: str = "") -> None:
        """Open the form: of a request, or of a new one."""
        self._show_form(request=request)

    def write_from(self, report: Report) -> None:
        """Open the form for a request that a report becomes."""
        self._show_form(report=report)

    def resume(self, draft: Draft) -> None:
        """Take up a form that was left half-filled."""
        self._show_form(draft=draft)

    def _show_form(self, **options: Any) -> None:
        from kcr2desk.desk.bijstand.request_form import RequestForm

        form = RequestForm(
            self._feed, self._cache, self._work, now=self._now, me=self._me, **options
        )
        form.saved.connect(self.requestSaved)
        form.openWanted.connect(lambda request: self.openWanted.emit(REQUEST, request))
        form.closed.connect(lambda: self._closed(form))
        self._replace(form)
        self.unfinished.set_open([form.keeper.id])

    # cards

    def show_card(self, card: QWidget) -> None:
        """Show a card that a part of the panel made."""
        card.closed.connect(lambda: self._closed(card))  # type: ignore[attr-defined]
        self._replace(card)

    def ask(self, request: str, lines: Sequence[str]) -> None:
        """Ask regions for lines of a request."""
        from kcr2desk.desk.bijstand.ask import AskCard

        card = AskCard(*self.parts, **self.given, request=request, line_ids=tuple(lines))
        card.done.connect(lambda _id: self.answers(request))
        self.show_card(card)

    def answers(self, request: str) -> None:
        """See who answered, and write answers down: for a request, a round, or one inquiry."""
        from kcr2desk.desk.bijstand.answers import AnswersCard

        card = AnswersCard(
            *self.parts, **self.given, request=request, answer_link=self._answer_link
        )
        self.show_card(card)

    def commit(self, **about: Any) -> None:
        """Write a commitment down: for a `line`, an answer (`inquiryline`), or as relief."""
        from kcr2desk.desk.bijstand.commit import CommitCard

        card = CommitCard(self._feed, self._cache, self._work, now=self._now, me=self._me, **about)
        card.done.connect(self.followWanted)
        self.show_card(card)

    def follow(self, commitment: str) -> None:
        """Follow one commitment."""
        from kcr2desk.desk.bijstand.follow import FollowCard

        self.show_card(FollowCard(*self.parts, **self.given, commitment=commitment))

    def propose(self, lines: Sequence[str]) -> None:
        """Propose what from whom; for all open lines when none are named."""
        from kcr2desk.desk.bijstand.propose import ProposeCard

        self.show_card(ProposeCard(*self.parts, **self.given, line_ids=tuple(lines)))

    def inventory(self, types: Sequence[str]) -> None:
        """Ask all owners what they have of these types."""
        from kcr2desk.desk.bijstand.inventory import InventoryCard

        self.show_card(
            InventoryCard(
                *self.parts, **self.given, types=tuple(types), answer_link=self._answer_link
            )
        )

    def paper(self) -> None:
        """The state of bijstand as a page: to look at, to print, as PDF or spreadsheet."""
        from kcr2desk.desk.bijstand.state_page import StatePage

        self.show_card(StatePage(*self.parts, **self.given))

    def account(self) -> None:
        """The account of a period."""
        from kcr2desk.desk.bijstand.account_page import AccountPage

        self.show_card(AccountPage(*self.parts, **self.given))

    def _replace(self, card: QWidget) -> None:
        before = self.slide.content()
        self.slide.show(card)
        if before is not None and before is not card:
            before.deleteLater()

    def _closed(self, card: QWidget) -> None:
        if self.slide.content() is card:
            self.slide.hide()
        self.slide.let_go(card)
        card.deleteLater()
        self.unfinished.set_open([])
        self.unfinished.refresh()
