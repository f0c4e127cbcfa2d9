"""The card of an inventory (inventarisatie): what do you have, before anybody asks for help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kcr2desk.desk import kit, theme
from kcr2desk.desk.bijstand import ask_changes, ask_text
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand.answers import AnswersCard
from kcr2desk.desk.bijstand.answers_link import Links
from kcr2desk.desk.bijstand.ask_how import HowToAsk
from kcr2desk.desk.bijstand.ask_table import TickTable
from kcr2desk.desk.bijstand.card import SAVE, STREAM, Card
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.inventory_table import OwnersModel
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.core.changes import Change
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity


class InventoryCard(Card):
    """Asks owners what they have of `types`. Once asked, the answers show in its place, and fill
    the board. `done` carries the round."""

    KIND = "inventory"

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        types: Sequence[str],
        answer_link: Links | None = None,
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me, about=",".join(sorted(types)))
        self.types = tuple(types)
        self._link = answer_link
        self._proposed = ""
        self._ticked: frozenset[str] | None = None
        self.which = kit.FilterButton("", width=320)
        self.which.changed.connect(self._types_chosen)
        self.model = OwnersModel(self.book, self)
        self.table = TickTable()
        self.table.set_model(self.model)
        self.table.ticked.connect(self._toggle)
        self.count = kit.ElidedLabel(role="small", tone="muted")
        self.how = HowToAsk(now)
        self.how.changed.connect(self.refresh)
        self.column.setSpacing(theme.S)
        self.column.addWidget(self.which)
        self.column.addWidget(self.table, 3)
        self.column.addWidget(self.count)
        self.column.addWidget(self.how, 2)
        self.keep_field("deadline", self.how.deadline)
        self.keep_field("how", self.how.how)
        self.keep_field("text", self.how.text)
        self.send_action, send = self.action(SAVE, self.send, icon="send", kind="primary")
        self.all_action, everybody = self.action("Alt+A", self.tick_all)
        self.regions_action, regions = self.action("Alt+R", self.tick_regions)
        for button in (send, everybody, regions):
            self.foot.addWidget(button)
        self.begin()

    # -- whom and what -----------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[str, ...]:
        """The owners that are ticked."""
        return tuple(o.code for o in self.model.rows if o.code in self.model.ticked)

    def _types_chosen(self, types: frozenset[str]) -> None:
        order = sorted(types, key=lambda code: self.book.types[code].order)
        self.types = tuple(order)
        self.refresh()

    def tick_all(self) -> None:
        """Tick every owner that gives help."""
        self._tick(frozenset(o.code for o in self.model.rows))

    def tick_regions(self) -> None:
        """Tick the regions alone."""
        self._tick(frozenset(o.code for o in self.model.rows if o.kind == "region"))

    def _toggle(self, row: int) -> None:
        self._tick(self.model.ticked ^ {self.model.rows[row].code})

    def _tick(self, owners: frozenset[str]) -> None:
        self._ticked = owners
        self.refresh()

    def refresh(self) -> None:
        """Show whom is asked for what."""
        book = self.book
        givers = [o for o in book.owners.values() if o.kind != "hub"]
        givers.sort(key=lambda o: (o.kind not in ("region", "island"), o.order, o.code))
        if self._ticked is None and givers:
            self._ticked = frozenset(o.code for o in givers)
        self.model.show_owners(givers, self._ticked or frozenset(), self.types)
        if givers and not self.table.currentIndex().isValid():
            self.table.take(0)
        known = sorted(book.types.values(), key=lambda t: (t.order, t.code))
        self.which.set_options(
            [kit.FilterOption(t.code, words.resource(book, t.code), t.discipline) for t in known]
        )
        self.which.set_value(frozenset(self.types))
        self.subtitle.setText(", ".join(words.resource(book, code) for code in self.types))
        self._say_counts()
        made = ask_text.inventory(book, self.types, words.language())[1]
        if self.how.text.toPlainText() in ("", self._proposed):
            self._proposed = made
            if self.how.text.toPlainText() != made:
                self.filling(lambda: self.how.text.setPlainText(made))

    def _say_counts(self) -> None:
        count = len(self.chosen)
        said = self.tr("%n ticked", "", count)
        if self.how.by_mail:
            mute = sum(1 for o in self.model.rows if o.code in self.chosen and not o.inquiry_mail)
            if mute:
                phoned = self.tr("%n without a mail address, to be phoned", "", mute)
                said = f"{said} · {phoned}"
        self.count.setText(said)
        self.send_action.setEnabled(bool(count and self.types))
        self.send_action.setText(self.tr("Ask %n owner(s)", "", count))

    # -- asking ------------------------------------------------------------------------------------

    def send(self) -> None:
        """Ask who is ticked, and show the answers as they come."""
        deadline, chosen = self.how.deadline.when(), self.chosen
        if self.busy or not chosen or not self.types:
            return
        if deadline is None or deadline <= self.now():
            self.told.tell(self.tr("The answer must be asked before a time to come."), "attention")
            self.how.deadline.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        asked = ask_changes.Question(
            "inventory",
            self.cache.new_id(),
            ask_text.inventory(self.book, self.types, words.language())[0],
            self.how.text.toPlainText().strip(),
            deadline,
            self.how.by_mail,
            self.me.account,
            self.now(),
            types=self.types,
        )
        each = [
            ask_changes.inquiry_changes(self.book, owner, asked, (), self.cache.new_id)
            for owner in chosen
        ]
        self.drop_draft()
        self.write(lambda: self._save_all(each), lambda _: self._sent(asked.round))

    def _save_all(self, each: Sequence[Sequence[Change]]) -> None:
        for changes in each:
            self.cache.save(STREAM, changes)

    def _sent(self, round_id: str) -> None:
        answers = AnswersCard(
            self.feed, self.cache, self.work, now=self.now, me=self.me, round=round_id,
            answer_link=self._link,
        )  # fmt: skip
        self.show_inner(answers, stays=True)
        self.done.emit(round_id)

    # -- words -------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """On the owners: Space ticks."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self) -> None:
        """All words."""
        self.title.setText(self.tr("Inventory"))
        self.which.set_title(self.tr("Of what"))
        self.table.setAccessibleName(self.tr("Owners that are asked; Space ticks"))
        self.all_action.setText(self.tr("All"))
        self.regions_action.setText(self.tr("Regions only"))
