"""Tells a region or partner at its own desk that it was asked for help, and has not answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kcr2desk.core.access import OUTSIDE
from kcr2desk.core.bijstand import Inquiry
from kcr2desk.core.book import Book
from kcr2desk.desk import kit, shortcuts, texts
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand.answers_changes import OPEN
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.store.identity import Identity

FAR = datetime.max


def open_questions(book: Book, me: Identity) -> list[Inquiry]:
    """What this officer's own organisation was asked and has not answered: by deadline. Nothing
    for who works in the room, which asks."""
    if me.role not in OUTSIDE:
        return []
    mine = [i for i in book.inquiries(owner=me.organisation) if i.status in OPEN]
    return sorted(mine, key=lambda i: (i.deadline is None, i.deadline or FAR, i.id))


class OwnQuestions(kit.InlineMessage):
    """One line: who asks what, before when. F4 answers, as does its button."""

    answerWanted = Signal(str)
    """The inquiry that is to be answered, by its id."""

    def __init__(
        self, feed: BookFeed, now: Callable[[], datetime], me: Identity, host: QWidget
    ) -> None:
        super().__init__(parent=host)
        self._feed, self._now, self._me = feed, now, me
        self.answer_action: QAction = shortcuts.command(host, "F4", self.answer, icon="mail")
        feed.changed.connect(lambda _keys: self.refresh())
        feed.loaded.connect(self.refresh)
        texts.OnLanguage(self, self._say_all)

    def answer(self) -> None:
        """Answer what has to be answered first."""
        asked = open_questions(self._feed.book, self._me)
        if asked:
            self.answerWanted.emit(asked[0].id)

    def refresh(self) -> None:
        """Tell what waits for an answer; nothing is shown while nothing does."""
        asked = open_questions(self._feed.book, self._me)
        self.answer_action.setVisible(bool(asked))
        self.answer_action.setEnabled(bool(asked))
        if not asked:
            self.hide()
            return
        first = asked[0]
        said, tone = [self.tr("You are asked: {what}").replace("{what}", first.title)], "attention"
        if first.deadline is not None:
            left, loud = words.count_down(first.deadline, self._now())
            said.append(left)
            tone = "urgent" if loud == "urgent" else tone
        if len(asked) > 1:
            said.append(self.tr("%n more", "", len(asked) - 1))
        answer = self.tr("Answer…")
        label = f"{answer}  {shortcuts.key_text(self.answer_action)}"
        self.tell(" · ".join(said), tone, [(label, self.answer)], closable=False)

    def _say_all(self) -> None:
        self.answer_action.setText(self.tr("Answer what you are asked…"))
        self.refresh()
