"""The card on which one commitment is followed from promise to return."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kcr2desk.core.bijstand import COMMITMENT_STEPS, Commitment
from kcr2desk.core.fields import milliseconds
from kcr2desk.desk import kit, shortcuts, theme
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand import commit_rule, commit_words
from kcr2desk.desk.bijstand.card import Card
from kcr2desk.desk.bijstand.commit import CommitCard
from kcr2desk.desk.bijstand.commit_line import PredictionLine
from kcr2desk.desk.bijstand.commit_lost import LostRaceView
from kcr2desk.desk.bijstand.commit_race import lost_race
from kcr2desk.desk.bijstand.commit_refused import RefusedPromise, of_commitment, read_refused
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.follow_asks import FollowMessages
from kcr2desk.desk.bijstand.follow_facts import ending, follow_facts
from kcr2desk.desk.bijstand.follow_relief import relief_words
from kcr2desk.desk.bijstand.follow_steps import ENDS, STEPS, Steps
from kcr2desk.desk.bijstand.messages import MessageCard
from kcr2desk.desk.bijstand.refused_card import RefusedCard, why
from kcr2desk.desk.parts.card_parts import Rows, WhenField, text
from kcr2desk.desk.parts.form_parts import Choice
from kcr2desk.desk.parts.more_button import MoreButton
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity


class FollowCard(Card):
    """One commitment: its steps by one key each, extension, relief, and the messages about it.

    `done` carries its id after each change.
    """

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        commitment: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me, about=commitment, parent=parent)
        self._ending = ""
        self._told_of = ""
        self._refused: RefusedPromise | None = None
        self._make_actions()
        self._make_head()
        self._make_steps()
        self._make_extension()
        self._make_foot()
        self.begin()

    @property
    def commitment(self) -> Commitment | None:
        """What is followed, as it is now."""
        return self.book.commitment(self.about)

    # -- parts -------------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        self.steps_actions: dict[str, QAction] = {}
        for status, (key, _) in STEPS.items():
            run, icon = functools.partial(self.step, status), words.status_look(status)[2]
            self.steps_actions[status] = shortcuts.command(self, key, run, icon=icon)
        self.end_actions: dict[str, QAction] = {}
        for status, key in ENDS.items():
            run = functools.partial(self.begin_end, status)
            self.end_actions[status] = shortcuts.command(self, key, run)
        self.again_action, self.again = self.action("0", self.put_back, icon="put-back")
        self.extend_action, self.extend_button = self.action("E", self.extend, icon="clock")
        self.relief_action, relief = self.action("R", self.relieve, icon="redo")
        self.message_action, message = self.action("M", self.message, icon="mail", kind="primary")
        self.correct_action, correct = self.action("C", self.correct, icon="edit")
        self.rm_action, _ = self.action("X", self._save_step, icon="download")
        self._feet = (message, relief, correct, MoreButton([self.rm_action]))

    def _make_head(self) -> None:
        self.status, self.firmness, self.waiting = kit.Pill(), kit.Pill(), kit.Pill()
        pills = QWidget()
        row = QHBoxLayout(pills)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        for pill in (self.status, self.firmness, self.waiting):
            row.addWidget(pill)
        row.addStretch(1)
        self.facts = kit.FactList()
        self.relief_told = kit.label(wrap=True, tone="muted")
        self.lost = LostRaceView()
        self.messages = FollowMessages(self, lambda made: self._edited(self.about, made))
        self.column.setSpacing(theme.S)
        self.column.addWidget(pills)
        for part in (self.relief_told, self.lost, self.messages):
            self.column.addWidget(part)

    def _make_steps(self) -> None:
        self.steps_head = kit.SectionHeader()
        self.steps = Steps(self.now, self.steps_actions)
        self.steps.corrected.connect(self.correct_time)
        ends = QWidget()
        flow = kit.FlowLayout(ends, spacing=theme.S)
        for status in ENDS:
            flow.addWidget(kit.action_button(self.end_actions[status], kind="quiet", show_key=True))
        flow.addWidget(self.again)
        self.end_row = Rows()
        self.reason, self.instead = text(1000), Choice()
        self.end_row.add("instead", self.instead)
        self.confirm = kit.button(icon="check", run=self.end)
        self.end_row.add("reason", self.reason, self.confirm)
        self.reason.returnPressed.connect(self.end)
        self.end_row.hide()
        for part in (self.steps_head, self.steps, ends, self.end_row):
            self.column.addWidget(part)

    def _make_extension(self) -> None:
        self.until = WhenField(self.now)
        self.until.edited.connect(self._predict)
        self.until.field.returnPressed.connect(self.extend)
        self.extension = PredictionLine()
        self.extension.hide()
        row = Rows()
        row.add("until", self.until, self.extend_button)
        self.extend_rows = row
        for part in (row, self.extension, kit.rule(), self.facts):
            self.column.addWidget(part)
        self.column.addStretch(1)

    def _make_foot(self) -> None:
        for button in self._feet:
            self.foot.addWidget(button)

    # -- what is shown -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the commitment as it is now."""
        given, book, now = self.commitment, self.book, self.now()
        for action in self.actions():
            action.setEnabled(given is not None)
        if given is None:
            self.subtitle.setText(self.tr("This commitment is not here (any more)."))
            return
        self.title.setText(words.gift(book, given))
        request = book.request(given.request)
        place = words.owner(book, given.to_region) if given.to_region else ""
        whom = request.title if request is not None else ""
        said = (given.number, place, whom)
        self.subtitle.setText(" · ".join(part for part in said if part))
        self.status.show_as(*words.status_look(given.status))
        firm = given.firmness == "definite"
        self.firmness.show_as(
            self.tr("definite") if firm else self.tr("provisional"),
            "good" if firm else "attention",
            "check" if firm else "question",
        )
        waits = self.feed.unconfirmed("commitment", given.id)
        self.waiting.show_as(self.tr("waits for the hub") if waits else "", "attention", "wait")
        self.waiting.setVisible(waits)
        self.facts.set_facts(follow_facts(given, now))
        self.steps.show_commitment(given)
        may = COMMITMENT_STEPS[given.status]
        for status, action in self.end_actions.items():
            action.setEnabled(status in may)
        over = given.status in ENDS
        self.again_action.setVisible(over)
        self.again_action.setEnabled(over)
        self.until.set_region(given.to_region)
        if not self.until.field.hasFocus():
            self.until.set_when(given.until_at)
        self.extend_action.setEnabled(given.status in STEPS or given.status == "promised")
        self._say_relief(given, now)
        self.messages.show_commitment(given)
        self._predict()
        self.work.ask(
            lambda: read_refused(self.cache), self._show_refused, owner=self, topic="refused"
        )

    def _show_refused(self, found: tuple[RefusedPromise, ...]) -> None:
        """A change of it that the hub refused: why, who has it, what else is possible."""
        refused = of_commitment(found, self.about)
        if refused is None:
            self.lost.clear()
            return
        now = self.now()
        self.lost.show_lost(self.book, lost_race(self.book, refused.changes, now), now)
        if refused.changeset != self._told_of:
            self._told_of = refused.changeset
            self.told.tell(why(refused.code), "urgent", [(self.tr("Deal with it"), self._deal)])
        self._refused = refused

    def _deal(self) -> None:
        if self._refused is not None:
            self.show_inner(
                RefusedCard(
                    self.feed,
                    self.cache,
                    self.work,
                    now=self.now,
                    me=self.me,
                    refused=self._refused,
                )
            )

    def _save_step(self) -> None:
        self.messages.save_step()

    def _say_relief(self, given: Commitment, now: datetime) -> None:
        told, tone = relief_words(self.book, given, now)
        self.relief_told.setText(told)
        kit.set_tone(self.relief_told, tone)
        self.relief_told.setVisible(bool(told))

    # -- steps -------------------------------------------------------------------------------------

    def step(self, status: str) -> None:
        """Take a step, now or at the time that was typed for it."""
        given = self.commitment
        if given is None or self.busy or status not in COMMITMENT_STEPS[given.status]:
            return
        name, time = STEPS[status][1], self.steps.times[status]
        if time.wrong():
            self.told.tell(self.tr("This is not a time."), "attention")
            return
        typed = time.when() if time.when() != getattr(given, name) else None
        when = typed or getattr(given, name) or self.now()
        self._edit_it({"status": status, name: when})

    def correct_time(self, status: str) -> None:
        """Correct the time of a step that was taken; of one that may be taken now, take it."""
        given, time = self.commitment, self.steps.times[status]
        if given is None or time.when() is None:
            return
        name = STEPS[status][1]
        if getattr(given, name) is None:
            self.step(status)
        else:
            self._edit_it({name: time.when()})

    def begin_end(self, status: str) -> None:
        """Ask why it ends; with `replaced` also by which."""
        given = self.commitment
        if given is None or status not in COMMITMENT_STEPS[given.status]:
            return
        self._ending = status
        others = [c for c in self.book.commitments(line=given.line) if c.id != given.id]
        self.instead.set_choices(
            [kit.FilterOption(c.id, words.gift(self.book, c), c.number) for c in others]
        )
        self.end_row.show_row("instead", status == "replaced")
        self.end_row.say({"reason": ending(status)})
        self.end_row.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """End it, for the reason that was typed."""
        if not self._ending:
            return
        why = self.reason.text().strip()
        if not why:
            self.told.tell(self.tr("Say briefly why."), "attention")
            return
        fields: dict[str, Any] = {"status": self._ending, "status_reason": why}
        if self._ending == "replaced":
            fields["replaced_by"] = self.instead.choice()
        self._ending = ""
        self.end_row.hide()
        self.reason.clear()
        self._edit_it(fields)

    def put_back(self) -> None:
        """Promise it again after it was withdrawn, cancelled or replaced."""
        given = self.commitment
        if given is not None and given.status in ENDS:
            self._edit_it({"status": "promised", "status_reason": "", "replaced_by": ""})

    def _edit_it(self, fields: Mapping[str, Any]) -> None:
        given = self.commitment
        if given is None:
            return
        cache, shown = self.cache, commit_rule.wire(given)
        self.write(
            lambda: cache.edit("commitment", given.id, fields, shown=shown),
            lambda made: self._edited(given.id, made),
        )

    def _edited(self, commitment: str, changeset: str | None) -> None:
        if changeset is not None:
            self.told.tell(
                self.tr("Saved on this workstation."),
                "good",
                [(self.tr("Undo"), lambda: self._undo(changeset))],
            )
            self.done.emit(commitment)

    def _undo(self, changeset: str) -> None:
        self.write(lambda: self.cache.undo([changeset]), lambda _: self.told.dismiss())

    # -- longer, relieved, told --------------------------------------------------------------------

    def _longer(self) -> Commitment | None:
        given = self.commitment
        if given is None or self.until.wrong() or self.until.when() == given.until_at:
            return None
        return dataclasses.replace(given, until_at=self.until.when())

    def _predict(self) -> None:
        longer = self._longer()
        self.extension.setVisible(longer is not None)
        if longer is not None:
            told = commit_rule.predict(self.book, longer)
            self.extension.show_said(commit_words.said(self.book, longer, told, self.now()))

    def extend(self) -> None:
        """Save the other end that was typed; without one, go and type it."""
        longer = self._longer()
        if longer is None:
            self.until.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.until.field.selectAll()
            return
        given = self.commitment
        if given is None:
            return
        at = milliseconds(self.now())
        changes = commit_rule.change_changes(self.book, given, longer, now=at, by=self.me.account)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.save(changes, lambda made: self._edited(given.id, made or None))

    def relieve(self) -> None:
        """Write down who takes over."""
        self._open(relieves=self.about)

    def correct(self) -> None:
        """Correct what is known of it."""
        self._open(commitment=self.about)

    def _open(self, **what: str) -> None:
        card = CommitCard(
            self.feed,
            self.cache,
            self.work,
            now=self.now,
            me=self.me,
            **what,  # type: ignore[arg-type]
        )
        card.done.connect(self.done)
        self.show_inner(card)

    def message(self) -> None:
        """Make the deployment message."""
        self.show_inner(
            MessageCard(
                self.feed, self.cache, self.work, now=self.now, me=self.me, commitment=self.about
            )
        )

    def focus_first(self) -> None:
        """On the card, where every step has its key."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- words -------------------------------------------------------------------------------------

    def say(self) -> None:
        """All words."""
        self.messages.say()
        self.steps_head.set_texts(
            self.tr("Where it is"), self.tr("now, or type the time first; Enter corrects it")
        )
        self.extend_rows.say({"until": self.tr("Until")})
        self.end_row.say({"instead": self.tr("Replaced by")})
        self.confirm.setText(self.tr("Confirm"))
        for status, action in self.steps_actions.items():
            action.setText(words.status_look(status)[0].capitalize())
        for status, action in self.end_actions.items():
            action.setText(ending(status))
        self.again_action.setText(self.tr("Promise again"))
        self.extend_action.setText(self.tr("Extend"))
        self.relief_action.setText(self.tr("Relief"))
        self.message_action.setText(self.tr("Deployment message"))
        self.correct_action.setText(self.tr("Correct"))
        self.rm_action.setText(self.tr("EDXL-RM…"))
