"""What another system asks about a commitment (back, or for longer): a person says yes or no.

Nothing changes by itself. A yes to longer moves the end, within the hub's rules; a yes to back
only marks it as agreed: the steps are taken when they happen. The answer goes out as a message.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kcr2desk.core.bijstand import Commitment
from kcr2desk.core.fields import milliseconds
from kcr2desk.desk import kit, theme
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand import commit_rule, commit_words, follow_rm
from kcr2desk.desk.bijstand.commit_line import PredictionLine
from kcr2desk.desk.parts.card_parts import WhenField, text
from kcr2desk.desk.parts.copies import safe_name, save_as
from kcr2desk.exchange.edxl_rm import Ask, answered, asks

if TYPE_CHECKING:
    from kcr2desk.desk.bijstand.card import Card


class FollowMessages(QWidget):
    """The messages of a commitment on its card: the one that fits its step, and what is asked.

    `done` is called with the changeset that an answer made, so that it can be taken back.
    """

    def __init__(self, card: Card, done: Callable[[str], object]) -> None:
        super().__init__()
        self._card, self._done = card, done
        self._given: Commitment | None = None
        self.question = kit.label(role="strong", tone="attention", wrap=True)
        self.until = WhenField(card.now)
        self.until.edited.connect(self._predict)
        self.prediction = PredictionLine()
        self.reason = text(500)
        card.keep_field("ask-reason", self.reason)
        self.yes_action, yes = card.action("Y", lambda: self.answer(True), icon="check")
        self.no_action, no = card.action("N", lambda: self.answer(False), icon="close")
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addWidget(self.reason, 1)
        row.addWidget(yes)
        row.addWidget(no)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.S)
        column.setSpacing(theme.XS)
        for part in (self.question, self.until, self.prediction):
            column.addWidget(part)
        column.addLayout(row)
        self.hide()

    @property
    def ask(self) -> Ask | None:
        """What is asked and not answered yet, the oldest first."""
        return next(iter(asks(self._given)), None) if self._given is not None else None

    def show_commitment(self, given: Commitment) -> None:
        """Show what is asked about it; nothing where nothing is."""
        before, self._given = self.ask, given
        ask = self.ask
        self.setVisible(ask is not None)
        for action in (self.yes_action, self.no_action):
            action.setEnabled(ask is not None)
        if ask is None:
            return
        self.question.setText(self._words(ask))
        longer = ask.kind == "longer"
        self.until.setVisible(longer)
        if before != ask:
            self.until.set_region(given.to_region)
            self.until.set_when(ask.until or given.until_at)
        self._predict()

    def _words(self, ask: Ask) -> str:
        region = "" if self._given is None else self._given.to_region
        who = ask.by or self.tr("another system")
        if ask.kind == "longer":
            said = self.tr("{who} asks to keep it longer (EDXL-RM).")
        elif ask.until is not None:
            said = self.tr("{who} asks it back by {time} (EDXL-RM).")
        else:
            said = self.tr("{who} asks it back (EDXL-RM).")
        time = "" if ask.until is None else words.clock(ask.until, self._card.now(), region)
        return said.replace("{who}", who).replace("{time}", time)

    def _longer(self) -> Commitment | None:
        given, ask = self._given, self.ask
        if given is None or ask is None or ask.kind != "longer" or self.until.when() is None:
            return None
        return dataclasses.replace(given, until_at=self.until.when())

    def _predict(self) -> None:
        longer = self._longer()
        self.prediction.setVisible(longer is not None)
        if longer is not None:
            book, now = self._card.book, self._card.now()
            told = commit_rule.predict(book, longer)
            self.prediction.show_said(commit_words.said(book, longer, told, now))

    def answer(self, agreed: bool) -> None:
        """Say yes or no; a no says why."""
        card, given, ask = self._card, self._given, self.ask
        if card.busy or given is None or ask is None:
            return
        reason = " ".join(self.reason.text().split())
        if not agreed and not reason:
            card.told.tell(self.tr("Say briefly why not: the answer tells it."), "attention")
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        after = given
        if agreed and ask.kind == "longer":
            if self.until.wrong() or self.until.when() is None:
                card.told.tell(self.tr("Say until when."), "attention")
                self.until.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            after = self._longer() or given
        after = dataclasses.replace(after, edxl=answered(given, ask.message))
        at = milliseconds(card.now())
        changes = commit_rule.change_changes(card.book, given, after, now=at, by=card.me.account)
        until = after.until_at if ask.kind == "longer" else ask.until
        said = follow_rm.Answer(ask.message, ask.kind, agreed, reason, until)
        self.reason.clear()
        card.save(changes, lambda made: self._answered(given, said, made))

    def _answered(self, given: Commitment, said: follow_rm.Answer, made: str) -> None:
        if made:
            self._done(made)
        self._card.told.tell(
            self.tr("Written down. Send the answer as a message?"),
            "good",
            [(self.tr("Save the answer…"), lambda: self.save_answer(given, said))],
        )

    def save_answer(self, given: Commitment, said: follow_rm.Answer) -> None:
        """Save the message that answers, as a file that the officer names."""
        self._choose(f"{given.number} {said.message_kind}", lambda at: self.write_answer(said, at))

    def write_answer(self, said: follow_rm.Answer, target: Path) -> None:
        """Write the message that answers and say where."""
        self._write(target, lambda given, id, now: self._reply(given, said, id, now))

    def _reply(self, given: Commitment, said: follow_rm.Answer, id: str, now: datetime) -> bytes:
        return follow_rm.reply(self._card.book, given, said, id, now)

    # -- the message of its step -------------------------------------------------------------------

    def save_step(self) -> None:
        """Save the EDXL-RM message that fits the step, as a file that the officer names."""
        if self._given is not None:
            name = f"{self._given.number} {follow_rm.kind_of(self._given)}"
            self._choose(name, self.write_step)

    def write_step(self, target: Path) -> None:
        """Write the EDXL-RM message of the step and say where."""
        book = self._card.book
        self._write(target, lambda given, id, now: follow_rm.message(book, given, id, now))

    def _choose(self, name: str, write: Callable[[Path], object]) -> None:
        title = self.tr("Save as EDXL-RM")
        chosen, _ = QFileDialog.getSaveFileName(self, title, safe_name(f"{name}.xml".strip()))
        if chosen:
            write(Path(chosen))

    def _write(self, target: Path, make: Callable[[Commitment, str, datetime], bytes]) -> None:
        card, given = self._card, self._given
        if given is None:
            return
        try:
            data = make(given, card.cache.new_id(), card.now())
        except (KeyError, ValueError) as error:
            said = self.tr("No EDXL-RM message can be made of this: {why}")
            card.told.tell(said.replace("{why}", str(error)), "attention")
            return
        said = self.tr("Saved as {file}.").replace("{file}", target.name)
        card.write(lambda: save_as(target, iter([data])), lambda _: card.told.tell(said, "good"))

    # -- words -------------------------------------------------------------------------------------

    def say(self) -> None:
        """All words."""
        self.reason.setPlaceholderText(self.tr("reason"))
        self.reason.setAccessibleName(self.tr("Reason of the answer"))
        self.until.setAccessibleName(self.tr("Until"))
        self.yes_action.setText(self.tr("Yes"))
        self.no_action.setText(self.tr("No"))
        if self._given is not None:
            self.show_commitment(self._given)
