"""The table of what was asked and answered: who, until when, what they said, and how we know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QObject

from kcr2desk.core.bijstand import Inquiry
from kcr2desk.core.book import Book
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand import request_words
from kcr2desk.desk.bijstand.answers_changes import OPEN, AnswerRow
from kcr2desk.desk.kit.cells import Cell, CellModel, Column, Index

translate = QCoreApplication.translate


class AnswersModel(CellModel):
    """Rows of what was asked."""

    def __init__(self, book: Book, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(
            [
                Column(
                    "owner",
                    lambda: translate("Answers", "Region or partner"),
                    176,
                    stretch=True,
                    least=120,
                ),
                Column("asked", lambda: translate("Answers", "Asked"), 72, right=True, yields=1),
                Column("stands", lambda: translate("Answers", "State"), 124),
                Column("what", lambda: translate("Answers", "What"), 104),
                Column("answer", lambda: translate("Answers", "Answer"), 136),
            ],
            parent,
        )
        self.book, self._now = book, now
        self.rows: list[AnswerRow] = []

    def show_rows(self, rows: Sequence[AnswerRow]) -> None:
        """Show these."""
        same = [r.line.id for r in rows] == [r.line.id for r in self.rows]
        if same and rows:
            self.rows = list(rows)
            last = self.index(len(rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def row_tone(self, row: int) -> str:
        each = self.rows[row].inquiry
        late = each.deadline is not None and each.deadline <= self._now() and each.status in OPEN
        return "urgent" if late else ""

    def cell(self, row: int, column: int) -> Cell:
        each = self.rows[row]
        match self.columns[column].key:
            case "owner":
                name = words.owner(self.book, each.inquiry.owner)
                return Cell(name, strong=not each.answered, tip=name)
            case "asked":
                at = each.inquiry.asked_at
                told = "" if at is None else texts.moment(at, self._now())
                return Cell(told, "muted", right=True, tip=request_words.channel(
                    each.inquiry.asked_how))  # fmt: skip
            case "stands":
                return stands(each.inquiry, self._now())
            case "what":
                short = request_words.resource_short(self.book, each.line.resource)
                told = f"{each.line.quantity} × {short}" if each.line.quantity else short
                return Cell(told, tip=request_words.resource(self.book, each.line.resource))
        return said(self.book, each)


def stands(inquiry: Inquiry, now: datetime) -> Cell:
    """Where a question is: waiting with a count-down, seen, answered, withdrawn; and its mail."""
    if inquiry.status == "withdrawn":
        return Cell(translate("Answers", "withdrawn"), "muted", "close")
    if inquiry.status == "answered":
        return Cell(translate("Answers", "answered"), "good", "check")
    trouble = mail_trouble(inquiry)
    if trouble:
        return Cell(translate("Answers", "mail not sent"), "urgent", "mail", tip=trouble)
    if inquiry.mail == "wanted":
        waits = translate("Answers", "The hub is asked to send it")
        return Cell(translate("Answers", "mail waits"), "attention", "mail", tip=waits)
    icon = "eye" if inquiry.status == "seen" else "wait"
    if inquiry.deadline is None:
        return Cell(translate("Answers", "waits"), "muted", icon)
    told, tone = words.count_down(inquiry.deadline, now)
    if inquiry.reminded_at is not None and inquiry.reminded_at > (inquiry.asked_at or now):
        icon = "bell"
    return Cell(told, tone, "alert" if tone == "urgent" else icon)


def counted(found: Sequence[AnswerRow], now: datetime) -> tuple[str, str]:
    """How many are silent, how many of them over time, how much is offered; and the tone."""
    waiting = [row for row in found if row.inquiry.status in OPEN]
    silent = len({row.inquiry.id for row in waiting if not row.answered})
    late = sum(1 for r in waiting if r.inquiry.deadline and r.inquiry.deadline <= now)
    said = [translate("Answers", "%n silent", None, silent)]
    if late:
        said.append(translate("Answers", "%n over time", None, late))
    offers = sum(row.offers for row in found if row.inquiry.status != "withdrawn")
    said.append(translate("Answers", "{n} offered").replace("{n}", str(offers)))
    return " · ".join(said), "urgent" if late else "muted"


def mail_trouble(inquiry: Inquiry) -> str:
    """Why the hub did not send the mail, as a sentence; "" when nothing is wrong."""
    if inquiry.mail == "not_set_up":
        return translate("Answers", "The hub has no mail settings: copy the text, or phone.")
    if inquiry.mail == "failed":
        told = translate("Answers", "The mail could not be sent: {why}")
        return told.replace("{why}", inquiry.mail_trouble or "?")
    return ""


def said(book: Book, row: AnswerRow) -> Cell:
    """What an owner answered; what came by link or spreadsheet is marked so."""
    line, inquiry = row.line, row.inquiry
    how = inquiry.answered_how
    signs = {"link": (("link", "muted"),), "sheet": (("file", "muted"),)}.get(how, ())
    tip = " · ".join(
        part
        for part in (
            inquiry.answered_by, inquiry.answered_role, request_words.channel(how), line.reason,
            inquiry.remark,
        )
        if part
    )  # fmt: skip
    if inquiry.kind == "inventory":
        if line.available is None:
            return Cell("–", "muted")
        total = "?" if line.total is None else texts.number(line.total)
        return Cell(
            f"{texts.number(line.available)}/{total}", "good", "check", signs=signs, tip=tip
        )
    word, tone, icon = words.answer_look(line.answer)
    if line.answer in ("part", "provisional"):
        word = f"{word} {row.offers}"
    elif line.answer == "alternative":
        word = f"{row.offers} × {request_words.resource_short(book, line.alternative)}"
    elif line.answer == "no" and line.reason:
        word = f"{word}: {line.reason}"
    return Cell(word, tone, icon, signs=signs if line.answer else (), tip=tip)
