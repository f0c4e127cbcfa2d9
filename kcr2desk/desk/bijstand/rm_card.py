"""The card on which messages of another system (EDXL-RM) are taken over: each is shown first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcr2desk.desk import kit, theme
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand import rm_read
from kcr2desk.desk.bijstand.card import SAVE, Card
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.rm_read import MessageShown
from kcr2desk.desk.parts import values
from kcr2desk.desk.work import StoreWork
from kcr2desk.exchange.problems import Language, sentence

if TYPE_CHECKING:
    from kcr2desk.exchange.edxl_rm import Reading, Received
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

PER_FILE = 200
"""Sentences that are shown of one message; of more only that there are more."""


def is_message(name: str) -> bool:
    """Whether a file may hold messages, by its name."""
    return name.casefold().endswith((".xml", ".edxl"))


class RmCard(Card):
    """The messages of one file, one after another: what it says, then yes or on to the next."""

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        path: Path,
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me, about=path.name)
        self.messages: list[Received] = []
        self.at = 0
        self.message: MessageShown | None = None
        self._done = False  # nothing more is being read
        self.kind = kit.label(role="strong", wrap=True)
        self.count = kit.label(tone="muted", wrap=True)
        self._said = QWidget()
        self._sentences = QVBoxLayout(self._said)
        self._sentences.setContentsMargins(0, 0, 0, 0)
        self._sentences.setSpacing(theme.XS)
        self._lines: list[str] = []
        for part in (self.kind, self.count, self._said):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.take_action, take = self.action(SAVE, self.take_over, icon="check", kind="primary")
        self.next_action, on = self.action("Alt+N", self.go_on, icon="chevron-right")
        for button in (take, on):
            self.foot.addWidget(button)
        self.begin()
        self.work.ask(lambda: rm_read.read_file(path), self._read, owner=self, failed=self._unread)

    @property
    def _language(self) -> Language:
        return "nl" if words.language() == "nl" else "en"

    def texts(self) -> list[str]:
        """The sentences as they stand there, each with its sign."""
        return list(self._lines)

    def _unread(self, error: Exception) -> None:
        self._done = True
        self.refresh()
        name = getattr(error, "strerror", "") or str(error)
        said = self.tr("{file} cannot be read: {why}. Nothing was taken over.")
        self.told.tell(said.replace("{file}", self.about).replace("{why}", name), "urgent")

    def _read(self, reading: Reading) -> None:
        self.messages = list(reading.messages)
        if reading.problems:
            wrong = " ".join(sentence(each, self._language) for each in reading.problems)
            self.told.tell(wrong, "urgent")
        self._show()

    def _show(self) -> None:
        """Work out what the message in hand would bring, with the records as they are now."""
        self.message = None
        self._done = self.at >= len(self.messages)
        self.refresh()
        if self._done:
            return
        received, language = self.messages[self.at], self._language
        by, now = self.me.display_name or self.me.account, self.now()
        self.work.ask(
            lambda: rm_read.shown(self.cache, received, now, by, language),
            self._showed,
            owner=self,
            topic="message",
        )

    def _showed(self, found: MessageShown) -> None:
        self.message = found
        self.refresh()

    def refresh(self) -> None:
        """Show the message in hand."""
        found = self.message
        count = len(self.messages)
        where = self.tr("message {at} of {count}") if count > 1 else ""
        where = where.replace("{at}", str(min(self.at + 1, count))).replace("{count}", str(count))
        self.subtitle.setText(" · ".join(part for part in (self.about, where) if part))
        changes = found is not None and bool(found.brought.changes)
        self.take_action.setEnabled(changes)
        self.next_action.setEnabled(self.at + 1 < count)
        self.next_action.setVisible(count > 1)
        self._clear()
        if found is None:
            self.kind.setText("")
            self.count.setText("" if self._done else self.tr("Being read…"))
            return
        sender = self.tr("from {who}").replace("{who}", found.sender) if found.sender else ""
        self.kind.setText(" · ".join(part for part in (kind_words(found.kind), sender) if part))
        self.count.setText(self._amount(found))
        for sign, tone, sentences in (
            ("✕", "urgent", found.problems),
            ("→", "text", found.told),
            ("·", "muted", found.remarks),
        ):
            for said in sentences[:PER_FILE]:
                self._add(f"{sign} {said}", tone)

    def _amount(self, found: MessageShown) -> str:
        if found.problems:
            return self.tr("Nothing of it can be taken over.")
        if not found.brought.changes:
            return self.tr("There is nothing new in it.")
        each = Counter(values.noun(change.type) for change in found.brought.changes)
        told = ", ".join(f"{n} × {name}" for name, n in each.items())
        if found.brought.stream == "test":
            return self.tr("For exercise or test: {what}").replace("{what}", told)
        return self.tr("Brings: {what}").replace("{what}", told)

    def _clear(self) -> None:
        self._lines = []
        while (item := self._sentences.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, said: str, tone: str) -> None:
        self._lines.append(said)
        self._sentences.addWidget(kit.label(said, tone=tone, wrap=True))

    # -- taking over -------------------------------------------------------------------------------

    def take_over(self) -> None:
        """Save what the message brings: all of it, as one changeset."""
        found = self.message
        if found is None or self.busy or not found.brought.changes:
            return
        brought, cache = found.brought, self.cache
        self.write(lambda: cache.save(brought.stream, brought.changes), self._saved)

    def _saved(self, changeset: str) -> None:
        undo = lambda: self.write(lambda: self.cache.undo([changeset]), lambda _: self._show())  # noqa: E731
        self.told.tell(self.tr("Taken over."), "good", [(self.tr("Undo"), undo)])
        self.done.emit("")
        if self.at + 1 < len(self.messages):
            self.go_on()
        else:
            self._show()

    def go_on(self) -> None:
        """On to the next message; this one is left as it is."""
        if self.at + 1 < len(self.messages):
            self.at += 1
            self._show()

    def focus_first(self) -> None:
        """On the card: what can be done has its keys."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self) -> None:
        """All words."""
        self.title.setText(self.tr("Message of another system"))
        self.take_action.setText(self.tr("Take over"))
        self.next_action.setText(self.tr("Next message"))


def kind_words(kind: str) -> str:
    """What a message does, in the words of the chain of bijstand; its name when it is another."""
    translate = words.translate
    match kind:
        case "RequestResource":
            return translate("RmCard", "Request for assistance")
        case "ResponseToRequestResource":
            return translate("RmCard", "Answer to a request")
        case "CommitResource":
            return translate("RmCard", "Commitment")
        case "ReleaseResource":
            return translate("RmCard", "Release")
        case "ReportResourceDeploymentStatus":
            return translate("RmCard", "Where a deployment is")
        case "RequestResourceDeploymentStatus":
            return translate("RmCard", "Question where a deployment is")
        case "RequestReturn":
            return translate("RmCard", "Asked back")
        case "ResponseToRequestReturn":
            return translate("RmCard", "Answer to what was asked back")
        case "RequestExtendedDeploymentDuration":
            return translate("RmCard", "Asked for longer")
        case "ResponseToRequestExtendedDeploymentDuration":
            return translate("RmCard", "Answer to what was asked for longer")
        case _:
            return kind
