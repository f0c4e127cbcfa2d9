"""The card of a deployment message: the text for both control rooms, to copy or to save."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit

from kcr2desk.core.deployment_message import deployment_message
from kcr2desk.desk import kit
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand.card import Card
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.parts.copies import safe_name, save_as
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity


class MessageCard(Card):
    """The deployment message of a commitment, in Dutch or English, as it is now."""

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        commitment: str,
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me, about=commitment)
        self.language = kit.KeyChoice(
            [kit.Option("nl", "Nederlands", "n"), kit.Option("en", "English", "e")]
        )
        self.language.set_value(words.language())
        self.language.chosen.connect(lambda _: self.refresh())
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.column.addWidget(self.language)
        self.column.addWidget(self.text, 1)
        self.copy_action, copy = self.action(
            "K|Ctrl+C", self.copy_text, icon="copy", kind="primary"
        )
        self.save_action, save = self.action("S", self.save_text, icon="download")
        self.foot.addWidget(copy)
        self.foot.addWidget(save)
        self.begin()

    def focus_first(self) -> None:
        """On the text, from where the keys work."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Make the text anew."""
        given = self.book.commitment(self.about)
        self.copy_action.setEnabled(given is not None)
        self.save_action.setEnabled(given is not None)
        if given is None:
            self.text.setPlainText("")
            return
        self.subtitle.setText(words.gift(self.book, given))
        made = deployment_message(self.book, given, self.language.value() or "nl", self.now())
        if made != self.text.toPlainText():
            self.text.setPlainText(made)

    def copy_text(self) -> None:
        """Put it on the clipboard."""
        self.copy(self.text.toPlainText(), self.tr("Copied: paste it in a mail or a chat."))

    def save_text(self) -> None:
        """Save it as a file that the officer names."""
        given = self.book.commitment(self.about)
        name = safe_name(f"{given.number if given else ''} inzetbericht.txt".strip())
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the deployment message"), name)
        if chosen:
            self.save_file(Path(chosen), self.text.toPlainText().encode())

    def save_file(self, target: Path, data: bytes) -> None:
        """Write a file and say where."""
        said = self.tr("Saved as {file}.").replace("{file}", target.name)
        self.write(lambda: save_as(target, iter([data])), lambda _: self.told.tell(said, "good"))

    def say(self) -> None:
        """All words."""
        self.title.setText(self.tr("Deployment message"))
        self.copy_action.setText(self.tr("Copy"))
        self.save_action.setText(self.tr("Save as text…"))
        self.text.setAccessibleName(self.tr("Deployment message"))
