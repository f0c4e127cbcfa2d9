"""The card on which regions are asked for help (uitvraag): whom, until when, in which words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from kcr2desk.desk import kit, theme
from kcr2desk.desk.bijstand import ask_changes, ask_sheets, ask_text
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand.ask_how import HowToAsk
from kcr2desk.desk.bijstand.ask_table import AskModel, table_for
from kcr2desk.desk.bijstand.card import SAVE, STREAM, Card
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.parts.more_button import MoreButton
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

FIRST = 10


class AskCard(Card):
    """Asks owners for lines of a request. `done` carries the round, by which the answers are
    followed; `owners` are ticked in place of the nearest ones (a proposal asks its own)."""

    KIND = "ask"

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        request: str,
        line_ids: Sequence[str] = (),
        owners: Sequence[str] = (),
    ) -> None:
        chosen = tuple(line_ids) or _open_lines(feed, request)
        about = f"{request}/{','.join(sorted(chosen))}"
        super().__init__(feed, cache, work, now=now, me=me, about=about)
        self.request, self.lines = request, chosen
        self._ticked: frozenset[str] | None = frozenset(owners) or None
        self._proposed = ""
        self.model = AskModel(self.book, self)
        self.table = table_for(self.model, lambda: "")
        self.table.ticked.connect(self._toggle)
        self.count = kit.ElidedLabel(role="small", tone="muted")
        self.how = HowToAsk(now)
        self.how.changed.connect(self.refresh)
        self.column.setSpacing(theme.S)
        self.column.addWidget(self.table, 3)
        self.column.addWidget(self.count)
        self.column.addWidget(self.how, 2)
        self.keep_field("deadline", self.how.deadline)
        self.keep_field("how", self.how.how)
        self.keep_field("text", self.how.text)
        self.send_action, send = self.action(SAVE, self.send, icon="send", kind="primary")
        self.ten_action, ten = self.action("Alt+T", self.first_ten)
        self.copy_action, _ = self.action("Alt+K", self.copy_question, icon="copy")
        self.sheets_action, _ = self.action("Alt+S", self.send_with_sheets, icon="download")
        for button in (send, ten, MoreButton([self.copy_action, self.sheets_action])):
            self.foot.addWidget(button)
        self.begin()

    # -- whom --------------------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[str, ...]:
        """The owners that are ticked, nearest first."""
        return tuple(row.owner for row in self.model.rows if row.owner in self.model.ticked)

    def first_ten(self) -> None:
        """Tick the ten nearest that may have it."""
        useful = [r for r in self.model.rows if r.first.why_not not in ask_changes.USELESS]
        self._tick(frozenset(row.owner for row in useful[:FIRST]))

    def _toggle(self, row: int) -> None:
        self._tick(self.model.ticked ^ {self.model.rows[row].owner})

    def _tick(self, owners: frozenset[str]) -> None:
        self._ticked = owners
        self.refresh()

    def refresh(self) -> None:
        """Show whom may be asked, as the numbers are now."""
        book = self.book
        found = ask_changes.rows(book, self.lines, self.now())
        if self._ticked is None and found:
            self._ticked = ask_changes.begin_with(book, found, self.lines)
        ticked = self._ticked or frozenset()
        self.model.show_rows(found, ticked)
        if found and not self.table.currentIndex().isValid():
            self.table.take(0)
        self._say_counts()
        request = book.request(self.request)
        asked = [line for line in map(book.line, self.lines) if line is not None]
        what = ", ".join(words.amount(book, book.fill(x.id).missing, x.resource) for x in asked)
        self.subtitle.setText(" · ".join(p for p in (request.title if request else "", what) if p))
        self._propose()

    def _say_counts(self) -> None:
        book, chosen = self.book, self.chosen
        free = sum(c.free or 0 for r in self.model.rows if r.owner in chosen for c in r.main)
        said = self.tr("{n} ticked, {free} free there").replace("{n}", str(len(chosen)))
        said = said.replace("{free}", str(free))
        if self.how.by_mail:
            mute = [o for o in chosen if not self._address(o)]
            if mute:
                names = ", ".join(words.owner(book, owner) for owner in mute)
                none = self.tr("no mail address, to be phoned: {names}")
                said = f"{said} · {none.replace('{names}', names)}"
        self.count.setText(said)
        self.send_action.setEnabled(bool(chosen))
        label = self.tr("Ask %n owner(s)", "", len(chosen))
        self.send_action.setText(label)

    def _address(self, owner: str) -> str:
        known = self.book.owners.get(owner)
        return known.inquiry_mail if known is not None else ""

    def _propose(self) -> None:
        """Propose a text, unless the officer wrote in it."""
        made = ask_text.question(self.book, self.lines, words.language())[1]
        if self.how.text.toPlainText() in ("", self._proposed):
            self._proposed = made
            if self.how.text.toPlainText() != made:
                self.filling(lambda: self.how.text.setPlainText(made))

    # -- asking ------------------------------------------------------------------------------------

    def send(self) -> None:
        """Ask who is ticked: one inquiry an owner, all of one round."""
        self._send(None)

    def send_with_sheets(self) -> None:
        """Ask, and save the small spreadsheet of each inquiry in a folder that the officer names:
        for whoever answers by spreadsheet."""
        if self.busy or not self.chosen:
            return
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where the answer sheets go"))
        if chosen:
            self._send(Path(chosen))

    def _send(self, folder: Path | None) -> None:
        deadline, chosen = self.how.deadline.when(), self.chosen
        if self.busy or not chosen:
            return
        if deadline is None or deadline <= self.now():
            self.told.tell(self.tr("The answer must be asked before a time to come."), "attention")
            self.how.deadline.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        title = ask_text.question(self.book, self.lines, words.language())[0]
        asked = ask_changes.Question(
            "request",
            self.cache.new_id(),
            title or self.tr("Inquiry"),
            self.how.text.toPlainText().strip(),
            deadline,
            self.how.by_mail,
            self.me.account,
            self.now(),
            self.request,
        )
        lines = {row.owner: row.lines for row in self.model.rows}
        each = [
            ask_changes.inquiry_changes(self.book, owner, asked, lines[owner], self.cache.new_id)
            for owner in chosen
        ]
        self.drop_draft()
        types, spoken = dict(self.book.types), words.language()

        def call() -> None:
            for changes in each:
                self.cache.save(STREAM, changes)
            if folder is not None:
                ask_sheets.write_all(self.cache, each, types, spoken, folder)

        self.write(call, lambda _: self.done.emit(asked.round))

    def copy_question(self) -> None:
        """Put the question on the clipboard; an answer link comes with each inquiry once asked."""
        self.copy(
            self.how.text.toPlainText(),
            self.tr("The question is copied. Links to answer stand with the answers, once asked."),
        )

    # -- words -------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """On the owners: Space ticks."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self) -> None:
        """All words."""
        self.title.setText(self.tr("Ask regions"))
        self.table.setAccessibleName(self.tr("Owners that may be asked; Space ticks"))
        self.ten_action.setText(self.tr("First ten"))
        self.copy_action.setText(self.tr("Copy text"))
        self.sheets_action.setText(self.tr("Ask, and save answer sheets…"))


def _open_lines(feed: BookFeed, request: str) -> tuple[str, ...]:
    """The lines of a request of which something is missing."""
    book = feed.book
    return tuple(x.id for x in book.lines(request) if not x.ended and book.fill(x.id).missing)
