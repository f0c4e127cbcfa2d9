"""The card of a proposal: what from whom, why, what stays unfilled; taken over, or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from kcr2desk.core.book import records_of
from kcr2desk.desk import kit, theme
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand import propose_changes, propose_words
from kcr2desk.desk.bijstand.ask_how import HowToAsk
from kcr2desk.desk.bijstand.ask_table import TickTable
from kcr2desk.desk.bijstand.card import SAVE, STREAM, Card
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.propose_table import ProposalModel
from kcr2desk.desk.bijstand.propose_weights import WeightsCard, may_set
from kcr2desk.desk.parts.card_parts import beside
from kcr2desk.desk.parts.more_button import MoreButton
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.core.changes import Change
    from kcr2desk.planning import Assignment, Plan
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

SECONDS = 1.0
"""How long is sought for the best, and as long again for a second one."""


class ProposeCard(Card):
    """A plan for the lines that are named, or all open ones. `done` carries the id of the record
    of the proposal once something was done with it."""

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        line_ids: Sequence[str] = (),
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me)
        self.lines = tuple(line_ids)
        self.plan: Plan | None = None
        solver = self._solver = StoreWork("plan")  # its own thread: saving does not wait for it
        self.destroyed.connect(lambda: solver.close(0.0))  # what is being solved is of no use
        self._make_parts()
        self.begin()
        self.solve()

    def _make_parts(self) -> None:
        self.proven, self.better = kit.Pill(), kit.label(tone="muted", wrap=True)
        self.better.setMinimumWidth(200)
        self.which = kit.KeyChoice()
        self.which.chosen.connect(lambda _: self._show_plan())
        self.model = ProposalModel(self.book, self)
        self.table = TickTable()
        self.table.setMinimumHeight(148)
        self.table.set_model(self.model)
        self.table.ticked.connect(self._toggle)
        self.table.selectionModel().currentRowChanged.connect(self._say_why)
        self.why = kit.label(wrap=True)
        self.why.setMinimumHeight(56)
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.missing = kit.label(wrap=True, tone="attention")
        self.how = HowToAsk(self.now)
        self.how.text.hide()
        self.weights_told = kit.label(role="small", tone="muted", wrap=True)
        self.column.setSpacing(theme.S)
        self.column.addWidget(beside(self.proven, self.which))
        for part in (self.better, self.table, self.why, self.missing, self.how, self.weights_told):
            self.column.addWidget(part, 1 if part is self.table else 0)
        self.take_action, take = self.action(SAVE, self.take_over, icon="send", kind="primary")
        self.none_action, none = self.action("Alt+N", self.take_none)
        self.again_action, again = self.action("Alt+R", self.solve, icon="sync")
        self.weights_action, _ = self.action("Alt+G", self.set_weights, icon="sliders")
        self.scarcity_action, scarcity = self.action("Alt+A", self.advise, icon="file")
        for button in (take, none, scarcity, again, MoreButton([self.weights_action])):
            self.foot.addWidget(button)

    # -- solving -----------------------------------------------------------------------------------

    def solve(self) -> None:
        """Make a proposal anew, of what is known now."""
        if self.busy:
            return
        self.plan = None
        self._show_plan()
        self.told.tell(self.tr("A proposal is being made…"), "muted", closable=False)
        book, now, lines = records_of(self.book.all), self.now(), self.lines or None

        def call() -> Plan:
            from kcr2desk.planning import plan

            return plan(book, now, lines=lines, seconds=SECONDS)

        self._solver.ask(call, self._solved, owner=self, topic="plan", failed=self._unsolved)

    @property
    def solving(self) -> bool:
        """Whether a proposal is being made."""
        return not self._solver.idle

    def _solved(self, made: Plan) -> None:
        self.plan = made
        self.told.hide()
        self.which.set_value("first")
        self._show_plan()
        if made.assignments:
            self.table.take(0)
        if not made.lines:
            self.told.tell(self.tr("No line of a request is open."), "good")

    def _unsolved(self, error: Exception) -> None:
        said = self.tr("No proposal could be made: {why}. Ask regions by hand.")
        self.told.tell(said.replace("{why}", str(error)), "urgent")

    # -- showing -----------------------------------------------------------------------------------

    @property
    def shown(self) -> Plan | None:
        """The proposal in sight: the first or the second."""
        if self.plan is not None and self.which.value() == "second":
            return self.plan.second
        return self.plan

    @property
    def chosen(self) -> list[Assignment]:
        """What is ticked."""
        return [a for at, a in enumerate(self.model.rows) if at in self.model.ticked]

    def _show_plan(self) -> None:
        made = self.shown
        rows = made.assignments if made is not None else ()
        self.model.show_rows(rows, frozenset(range(len(rows))))
        self.which.setVisible(self.plan is not None and self.plan.second is not None)
        for widget in (self.proven, self.better, self.weights_told, self.how):
            widget.setVisible(made is not None)
        left = made.unfilled if made is not None else ()
        self.missing.setText("\n".join(propose_words.unfilled(self.book, u) for u in left))
        self.missing.setVisible(bool(left))
        self.why.setText("")
        self.scarcity_action.setEnabled(any(not u.relief for u in left))
        if made is not None:
            self.proven.show_as(*propose_words.proven(made))
            self.better.setText(propose_words.against_nearest(made))
            self.weights_told.setText(propose_words.by_whose_weights(made, self.now()))
        self._say_counts()

    def refresh(self) -> None:
        """The proposal stays as it was made; only what can be done follows."""
        self.weights_action.setEnabled(may_set(self.me))
        self._say_counts()

    def _say_counts(self) -> None:
        count = len(self.model.ticked)
        self.take_action.setText(self.tr("Take over %n", "", count))
        self.take_action.setEnabled(count > 0)
        self.none_action.setEnabled(self.plan is not None)

    def _say_why(self) -> None:
        at = self.table.currentIndex().row()
        if 0 <= at < len(self.model.rows):
            self.why.setText(propose_words.why(self.book, self.model.rows[at], self.now()))

    def _toggle(self, row: int) -> None:
        self.model.tick(self.model.ticked ^ {row})
        self._say_counts()

    # -- doing -------------------------------------------------------------------------------------

    def take_over(self) -> None:
        """Ask the regions that are ticked; promise provisionally where they said yes already."""
        made, deadline = self.shown, self.how.deadline.when()
        if made is None or self.busy or not self.chosen:
            return
        if deadline is None or deadline <= self.now():
            self.told.tell(self.tr("The answer must be asked before a time to come."), "attention")
            self.how.deadline.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        how = propose_changes.TakeOver(
            self.me.account,
            self.now(),
            deadline,
            self.how.by_mail,
            words.language(),
            self.cache.new_id(),
        )
        each = propose_changes.take_over(self.book, self.chosen, how, self.cache.new_id)
        self._keep(made, self.chosen, each)

    def take_none(self) -> None:
        """Take nothing over; that is kept with the proposal."""
        if self.shown is not None and not self.busy:
            self._keep(self.shown, [], [])

    def _keep(
        self, made: Plan, chosen: Sequence[Assignment], each: Sequence[Sequence[Change]]
    ) -> None:
        record = self.cache.new_id()
        kept = propose_changes.proposal(self.book, made, chosen, self.me.account, record)
        cache = self.cache

        def call() -> None:
            for changes in (*each, [kept]):
                cache.save(STREAM, changes)

        self.write(call, lambda _: self.done.emit(record))

    def set_weights(self) -> None:
        """Set the weights anew."""
        card = WeightsCard(self.feed, self.cache, self.work, now=self.now, me=self.me)
        card.done.connect(lambda _: self.told.tell(self.tr("Make the proposal anew."), "accent"))
        self.show_inner(card)

    def advise(self) -> None:
        """Show the scarcity advice: options and consequences, on one page."""
        from kcr2desk.desk.bijstand.scarcity import ScarcityPage

        if self.plan is not None:
            page = ScarcityPage(
                self.feed, self.cache, self.work, now=self.now, me=self.me, plan=self.plan,
                solver=self._solver,
            )  # fmt: skip
            self.show_inner(page)

    def focus_first(self) -> None:
        """On what is proposed: Space ticks."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self) -> None:
        """All words."""
        self.title.setText(self.tr("Proposal"))
        self.subtitle.setText(self.tr("KCR2 decides nothing: who is proposed is asked."))
        self.table.setAccessibleName(self.tr("What is proposed; Space ticks"))
        self.which.set_options(
            [
                kit.Option("first", self.tr("Proposal"), "1"),
                kit.Option("second", self.tr("Second-best"), "2"),
            ]
        )
        self.none_action.setText(self.tr("Take none"))
        self.again_action.setText(self.tr("Anew"))
        self.weights_action.setText(self.tr("Weights"))
        self.scarcity_action.setText(self.tr("Scarcity advice"))
