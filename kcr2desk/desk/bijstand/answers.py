"""The card of what was asked: who answered, who is silent, and answers written down as heard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog

from kcr2desk.core.answer import fault_sentence
from kcr2desk.core.changes import Change
from kcr2desk.core.fields import milliseconds
from kcr2desk.desk import kit, theme
from kcr2desk.desk.bijstand import (
    answers_changes,
    answers_sheet,
    ask_changes,
    commit_rule,
    commit_start,
)
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand.answers_changes import AnswerRow
from kcr2desk.desk.bijstand.answers_edit import AnswerEditor
from kcr2desk.desk.bijstand.answers_link import LinkAsker, Links
from kcr2desk.desk.bijstand.answers_table import AnswersModel, counted, mail_trouble
from kcr2desk.desk.bijstand.ask_table import TickTable
from kcr2desk.desk.bijstand.card import SAVE, STREAM, Card
from kcr2desk.desk.bijstand.commit import CommitCard
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.request_rights import hinders_asking
from kcr2desk.desk.parts.copies import safe_name, save_as
from kcr2desk.desk.parts.more_button import MoreButton
from kcr2desk.desk.work import StoreWork
from kcr2desk.exchange import answer_sheet
from kcr2desk.exchange.problems import Language

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

KEYS = {"y": "yes", "j": "yes", "p": "part", "v": "provisional", "a": "alternative", "n": "no"}
"""Keys with which an answer begins while the focus is in the table."""
TICK_MS = 5000


class AnswersCard(Card):
    """What was asked for a request, or in a round (also an inventory), and the answers.

    `done` carries the inquiry or commitment that was changed or made. `answer_link` gives a link
    by the id of an inquiry (`Sync.answer_link`); None: there is no line.
    """

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        request: str = "",
        round: str = "",
        answer_link: Links | None = None,
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me, about=request or round)
        self.setAcceptDrops(True)
        self._copying = ""
        self._sheet: answers_sheet.SheetShown | None = None
        self.links = LinkAsker(answer_link, self)
        self.links.got.connect(self._linked)
        self._make_parts()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self.begin()

    def _make_parts(self) -> None:
        self.model = AnswersModel(self.book, self.now, self)
        self.table = TickTable()
        self.table.set_model(self.model)
        self.table.setMinimumHeight(140)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.count = kit.ElidedLabel(role="small", tone="muted")
        self.asked = kit.label(role="strong", wrap=True)
        self.mail = kit.label(tone="urgent", wrap=True)
        self.editor = AnswerEditor(self.book, self.now)
        self.editor.submitted.connect(self.record)
        self.preview = kit.label(wrap=True)
        self.preview.hide()
        self.column.setSpacing(theme.S)
        self.column.addWidget(self.table, 1)
        for part in (self.count, self.preview, self.asked, self.mail, self.editor):
            self.column.addWidget(part)
        self.record_action, record = self.action(SAVE, self.record, icon="check", kind="primary")
        self.take_action, take = self.action("Alt+T", self.take_over, icon="plus")
        self.commit_action, _ = self.action("Alt+C", self.open_commitment)
        self.remind_action, remind = self.action("Alt+H", self.remind, icon="bell")
        self.copy_action, copy = self.action("Alt+K", self.copy_question, icon="copy")
        self.withdraw_action, _ = self.action("Alt+W", self.withdraw, icon="close")
        self.sheet_action, _ = self.action("Alt+S", self.save_sheet, icon="download")
        for button in (record, take, remind, copy):
            self.foot.addWidget(button)
        rarer = (self.commit_action, self.sheet_action, self.withdraw_action)
        self.foot.addWidget(MoreButton(rarer))

    # -- what is shown -----------------------------------------------------------------------------

    @property
    def row(self) -> AnswerRow | None:
        """The row in hand."""
        at = self.table.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def choose(self, owner: str) -> None:
        """Take the row of an owner in hand."""
        for at, row in enumerate(self.model.rows):
            if row.inquiry.owner == owner:
                self.table.take(at)
                return

    def refresh(self) -> None:
        """Show what was asked and answered, as it is now."""
        before = self.row
        found = answers_changes.rows(self.book, self.about)
        self.model.show_rows(found)
        held = before.line.id if before is not None else ""
        at = next((n for n, row in enumerate(found) if row.line.id == held), 0)
        if found and (self.table.currentIndex().row() != at or not self.table.selected_rows()):
            self.table.take(at)
        request = self.book.request(self.about)
        first = found[0].inquiry if found else None
        self.subtitle.setText(request.title if request else first.title if first else "")
        self._say_counts(found)
        self._chosen()

    def _say_counts(self, found: list[AnswerRow]) -> None:
        said, tone = counted(found, self.now())
        self.count.setText(said)
        self.count.set_tone(tone)

    def _chosen(self) -> None:
        row = self.row
        takes = row is not None and row.inquiry.status in answers_changes.TAKES
        self.editor.setVisible(row is not None)
        self.editor.setEnabled(takes)
        for action in (self.record_action, self.copy_action, self.sheet_action):
            action.setEnabled(takes)
        waits = row is not None and row.inquiry.status in answers_changes.OPEN
        asks = not hinders_asking(self.me, STREAM)
        self.remind_action.setEnabled(waits and asks)
        self.withdraw_action.setEnabled(takes and asks)
        gives = row is not None and row.offers > 0 and bool(row.line.line)
        taken = row is not None and any(
            c.inquiry == row.inquiry.id and c.status in commit_rule.HOLDING
            for c in self.book.commitments(line=row.line.line)
        )
        self.take_action.setEnabled(gives and not taken)
        self.commit_action.setEnabled(gives and not taken)
        if row is None:
            self.asked.setText("")
            return
        what = words.amount(self.book, row.line.quantity, row.line.resource)
        if row.inquiry.kind == "inventory":
            what = words.resource(self.book, row.line.resource)
        owner = self.book.owners.get(row.inquiry.owner)
        phone = owner.inquiry_phone if owner is not None else ""
        parts = (words.owner(self.book, row.inquiry.owner), what, phone)
        self.asked.setText(" · ".join(part for part in parts if part))
        trouble = mail_trouble(row.inquiry)
        self.mail.setText(trouble)
        self.mail.setVisible(bool(trouble))
        self.editor.show_line(row.inquiry, row.line)

    def _tick(self) -> None:
        """Count-downs go on; nothing else changes."""
        if self.isVisible() and self.model.rows:
            last = self.model.index(len(self.model.rows) - 1, len(self.model.columns) - 1)
            self.model.dataChanged.emit(self.model.index(0, 0), last)
            self._say_counts(self.model.rows)

    # -- recording ---------------------------------------------------------------------------------

    def record(self) -> None:
        """Write down the answer that stands there, or say what it lacks."""
        row = self.row
        if row is None or self.busy or row.inquiry.status not in answers_changes.TAKES:
            return
        given, who = {row.line.id: self.editor.given()}, self.editor.who()
        wrong = answers_changes.faults(self.book, row.inquiry, given, who)
        if wrong:
            self.told.tell(fault_sentence(wrong[0].code, words.language()), "attention")
            self.editor.focus(wrong[0].field)
            return
        how = self.editor.how.choice() or "phone"
        changes = answers_changes.answer_changes(
            self.book, row.inquiry, given, who, how, self.now()
        )
        self._save(changes, row.inquiry.id, self.tr("The answer is written down."))

    def _save(self, changes: list[Change], done: str, said: str) -> None:
        if not changes:
            self.told.tell(self.tr("Nothing is different."), "muted")
            return
        self.save(changes, lambda made: self._saved(made, done, said))

    def _saved(self, changeset: str, done: str, said: str) -> None:
        undo = lambda: self.write(lambda: self.cache.undo([changeset]))  # noqa: E731
        self.told.tell(said, "good", [(self.tr("Undo"), undo)])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.done.emit(done)

    def take_over(self) -> None:
        """Make the answer a commitment at once, as the region's own word."""
        row = self.row
        if row is None or self.busy or not self.take_action.isEnabled():
            return
        made = commit_start.from_answer(self.book, self.cache.new_id(), row.line, self.now())
        told = commit_rule.predict(self.book, made)
        if told.code:
            self.open_commitment()  # something is missing: there it can be filled in
            return
        at = milliseconds(self.now())
        changes = commit_rule.promise_changes(self.book, made, now=at, by=self.me.account)
        self._save(changes, made.id, self.tr("Taken over as a commitment."))

    def open_commitment(self) -> None:
        """Take it over on the card of a commitment, where more can be filled in."""
        row = self.row
        if row is None:
            return
        card = CommitCard(
            self.feed, self.cache, self.work, now=self.now, me=self.me, inquiryline=row.line.id
        )
        card.done.connect(self.done)
        self.show_inner(card)

    # -- reminding, taking back, copying -----------------------------------------------------------

    def remind(self) -> None:
        """Remind who is silent: the row in hand, or all that are selected."""
        rows = [self.model.rows[at] for at in self.table.selected_rows()]
        asked = {row.inquiry.id: row.inquiry for row in rows}
        waiting = [i for i in asked.values() if i.status in answers_changes.OPEN]
        made = [ask_changes.reminder(inquiry, self.now()) for inquiry in waiting]
        changes = [change for change in made if change is not None]
        if not changes:
            return
        mute = [i for i in waiting if not i.mail_to]
        said = self.tr("The hub is asked to send %n reminder(s).", "", len(waiting) - len(mute))
        if mute:
            said = self.tr("The time of the reminder is written down; phone, or copy the text.")
            self.copy_question()
        self._save(changes, waiting[0].id, said)

    def withdraw(self) -> None:
        """Take the question back, and its answer link with it."""
        row = self.row
        change = ask_changes.withdrawal(row.inquiry) if row is not None else None
        if row is not None and change is not None:
            said = self.tr("The question is taken back; its link no longer works.")
            self._save([change], row.inquiry.id, said)

    def copy_question(self) -> None:
        """Put the question and its answer link on the clipboard."""
        row = self.row
        if row is not None:
            self._copying = row.inquiry.id
            self.links.ask(row.inquiry.id)

    def _linked(self, inquiry_id: str, url: str) -> None:
        inquiry = self.book.inquiry(inquiry_id)
        if inquiry_id != self._copying or inquiry is None:
            return
        self._copying = ""
        text = f"{inquiry.title}\n\n{inquiry.text}"
        if url:
            here = self.tr("Answer here:")
            text = f"{text}\n\n{here} {url}"
            self.copy(text, self.tr("Copied, with the link to answer."))
            return
        self.copy(text, "")
        self.told.tell(
            self.tr("Copied without a link to answer: the hub cannot be asked for one now."),
            "attention",
        )

    # -- spreadsheets ------------------------------------------------------------------------------

    def save_sheet(self) -> None:
        """Save the small spreadsheet of this inquiry, to be filled in."""
        row = self.row
        if row is None:
            return
        name = safe_name(f"{row.inquiry.number or row.inquiry.owner}.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the answer sheet"), name)
        if chosen:
            self.write_sheet(Path(chosen))

    def write_sheet(self, target: Path) -> None:
        """Write the spreadsheet of the inquiry in hand."""
        row, book, language = self.row, self.book, words.language()
        if row is None:
            return
        lines, types = book.answers(row.inquiry.id), dict(book.types)
        spoken: Language = "nl" if language == "nl" else "en"
        self.write(
            lambda: save_as(target, iter([answer_sheet.write(row.inquiry, lines, types, spoken)])),
            lambda _: self.told.tell(
                self.tr("Saved as {file}.").replace("{file}", target.name), "good"
            ),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.read_sheet(files[0])

    def read_sheet(self, file: Path) -> None:
        """Read a filled spreadsheet and show what it says; nothing is taken over yet."""
        self.work.ask(
            lambda: answers_sheet.read_file(file),
            lambda answer: self._read(answers_sheet.shown(self.book, file.name, answer)),
            owner=self,
            topic="sheet",
            failed=lambda error: self.told.tell(str(error), "attention"),
        )

    def _read(self, sheet: answers_sheet.SheetShown) -> None:
        self._sheet = sheet
        inquiry = sheet.inquiry
        if inquiry is None or sheet.wrong:
            none = self.tr("This spreadsheet answers no inquiry that is here.")
            self.preview.setText("\n".join(sheet.wrong) or none)
            kit.set_tone(self.preview, "attention")
            self.preview.show()
            said = self.tr("{file} is not taken over.").replace("{file}", sheet.name)
            self.told.tell(said, "attention")
            return
        head = f"{words.owner(self.book, inquiry.owner)} · {sheet.answer.who.name}"
        self.preview.setText("\n".join([head, *sheet.lines]))
        kit.set_tone(self.preview, "text")
        self.preview.show()
        self.told.tell(
            self.tr("Take over what {file} says?").replace("{file}", sheet.name),
            "accent",
            [(self.tr("Take over"), self.take_sheet)],
        )
        self.told.buttons()[0].setFocus()

    def take_sheet(self) -> None:
        """Take over what the spreadsheet that is shown says."""
        sheet = self._sheet
        if sheet is None or sheet.inquiry is None or sheet.wrong:
            return
        given = {line.line: line for line in sheet.answer.lines}
        changes = answers_changes.answer_changes(
            self.book, sheet.inquiry, given, sheet.answer.who, "sheet", self.now()
        )
        self._sheet = None
        self.preview.hide()
        self._save(changes, sheet.inquiry.id, self.tr("The spreadsheet is taken over."))

    # -- keys and words ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter in the table begins an answer."""
        value = KEYS.get(event.text().lower()) if not event.modifiers() else None
        row = self.row
        if value and self.inner is None and row is not None and self.editor.isEnabled():
            if row.inquiry.kind == "request":
                self.editor.choose(value)
            return
        super().keyPressEvent(event)

    def focus_first(self) -> None:
        """On who is silent."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self) -> None:
        """All words."""
        self.title.setText(self.tr("Asked and answered"))
        self.table.setAccessibleName(self.tr("What was asked, and the answers"))
        self.record_action.setText(self.tr("Write down"))
        self.take_action.setText(self.tr("Commit"))
        self.commit_action.setText(self.tr("Commit with more…"))
        self.remind_action.setText(self.tr("Remind"))
        self.copy_action.setText(self.tr("Copy with link"))
        self.withdraw_action.setText(self.tr("Take back"))
        self.sheet_action.setText(self.tr("Spreadsheet…"))
