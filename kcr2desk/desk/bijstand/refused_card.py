"""The card of a promise that the hub refused: why, who has it now, and what can be done instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kcr2desk.core.errors import SENTENCES, sentence
from kcr2desk.core.fields import moment
from kcr2desk.desk import kit, texts
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand.card import SAVE, Card
from kcr2desk.desk.bijstand.commit import CommitCard
from kcr2desk.desk.bijstand.commit_lost import LostRaceView
from kcr2desk.desk.bijstand.commit_race import lost_race
from kcr2desk.desk.bijstand.commit_refused import RefusedPromise, wanted
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.parts.acts import discard_note
from kcr2desk.desk.parts.card_parts import Rows, text
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity


def why(code: str) -> str:
    """Why the hub refused it, as a sentence; a code of a newer hub is named as it is."""
    if code in SENTENCES:
        return sentence(code, words.language())
    told = words.translate("RefusedCard", "The hub refused it ({code}).")
    return told.replace("{code}", code)


class RefusedCard(Card):
    """One refused promise. It is promised by somebody else instead, or given up with a reason."""

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        refused: RefusedPromise,
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me, about=refused.changeset)
        self.refused = refused
        self.why = kit.label(role="strong", tone="urgent", wrap=True)
        self.when = kit.label(tone="muted", wrap=True)
        self.lost = LostRaceView()
        self.rows = Rows()
        self.reason = text(300)
        self.rows.add("reason", self.reason)
        for part in (self.why, self.when, self.lost, kit.rule(), self.rows):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.instead_action, instead = self.action(SAVE, self.instead, icon="plus", kind="primary")
        self.drop_action, drop = self.action("Alt+O", self.give_up, icon="close")
        self.reason.returnPressed.connect(self.give_up)
        for button in (instead, drop):
            self.foot.addWidget(button)
        self.begin()

    def refresh(self) -> None:
        """Show who has it now."""
        found = wanted(self.book, self.refused)
        self.title.setText(" · ".join(words.gift(self.book, each) for each in found) or "–")
        request = self.book.request(found[0].request) if found else None
        self.subtitle.setText("" if request is None else request.title)
        self.why.setText(why(self.refused.code))
        made = texts.moment(moment(self.refused.at), self.now())
        said = self.tr("Written down {time}. It is kept here and reaches nobody.")
        self.when.setText(said.replace("{time}", made))
        self.lost.show_lost(
            self.book, lost_race(self.book, self.refused.changes, self.now()), self.now()
        )
        self.instead_action.setEnabled(any(each.line for each in found))

    def instead(self) -> None:
        """Write down a promise of somebody else for the same line."""
        lines = [each.line for each in wanted(self.book, self.refused) if each.line]
        if not lines:
            return
        card = CommitCard(self.feed, self.cache, self.work, now=self.now, me=self.me, line=lines[0])
        card.done.connect(lambda _made: self._discard(self.tr("replaced by another promise")))
        self.show_inner(card)

    def give_up(self) -> None:
        """Give it up, for the reason that was typed."""
        reason = " ".join(self.reason.text().split())
        if not reason:
            self.told.tell(self.tr("Say briefly why it is given up."), "attention")
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._discard(reason)

    def _discard(self, reason: str) -> None:
        changeset = self.refused.changeset

        def call() -> None:
            self.cache.set_note(discard_note(changeset), reason)
            self.cache.discard(changeset)

        self.write(call, lambda _: self._gone())

    def _gone(self) -> None:
        self.done.emit(self.refused.changeset)
        self.leave()

    def focus_first(self) -> None:
        """On the card: what can be done has its keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self) -> None:
        """All words."""
        self.rows.say({"reason": self.tr("Reason")})
        self.instead_action.setText(self.tr("Promise by somebody else…"))
        self.drop_action.setText(self.tr("Give up"))
