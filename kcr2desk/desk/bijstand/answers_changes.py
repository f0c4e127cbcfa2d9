"""What recording an answer changes: the inquiry, its lines, and after an inventory the board's
numbers. No Qt, no I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from kcr2desk.core.answer import (
    Answerer,
    Fault,
    LineAnswer,
    capacity_fields,
    check,
    inquiry_fields,
    line_fields,
)
from kcr2desk.core.bijstand import Inquiry, InquiryLine, capacity_id
from kcr2desk.core.book import Book
from kcr2desk.core.changes import Change
from kcr2desk.core.fill import offered
from kcr2desk.desk.bijstand import card_changes

OPEN = frozenset({"asked", "seen", "expired"})
"""Statuses of an inquiry that waits for an answer."""
TAKES = OPEN | {"answered"}
"""Statuses in which an answer can be recorded or corrected."""


def faults(
    book: Book, inquiry: Inquiry, given: Mapping[str, LineAnswer], who: Answerer
) -> tuple[Fault, ...]:
    """What is wrong with an answer that an officer writes down: of the lines that it is about.
    The role may be blank: who heard it by phone may not know."""
    lines = {line.id: line for line in book.answers(inquiry.id) if line.id in given}
    found = check(inquiry, lines, given, who, book.types)
    return tuple(fault for fault in found if (fault.field, fault.code) != ("role", "role"))


def is_answered(inquiry: Inquiry, line: InquiryLine) -> bool:
    """Whether a line has its answer."""
    return line.available is not None if inquiry.kind == "inventory" else bool(line.answer)


def answer_changes(
    book: Book,
    inquiry: Inquiry,
    given: Mapping[str, LineAnswer],
    who: Answerer,
    how: str,
    now: datetime,
) -> list[Change]:
    """The changes that record an answer to some lines. The inquiry counts as answered once all its
    lines are."""
    made: list[Change | None] = []
    lines = book.answers(inquiry.id)
    for line in lines:
        if line.id in given:
            answer = given[line.id]
            made.append(card_changes.edit(line, line_fields(inquiry, line, answer)))
            if inquiry.kind == "inventory":
                made.append(_capacity(book, inquiry, line, answer, who, how, now))
    whole = all(line.id in given or is_answered(inquiry, line) for line in lines)
    fields = inquiry_fields(who, how, now)
    if not whole:
        del fields["status"]
    made.append(card_changes.edit(inquiry, fields))
    return [change for change in made if change is not None]


def _capacity(
    book: Book,
    inquiry: Inquiry,
    line: InquiryLine,
    answer: LineAnswer,
    who: Answerer,
    how: str,
    now: datetime,
) -> Change | None:
    """The board's number after an answer to an inventory."""
    fields = capacity_fields(answer, who, how, now)
    if not fields:
        return None
    known = book.capacity(inquiry.owner, line.resource)
    if known is not None:
        return card_changes.edit(known, fields)
    record = capacity_id(inquiry.stream, inquiry.owner, line.resource)
    whose = {"source": inquiry.owner, "owner": inquiry.owner, "resource": line.resource}
    return card_changes.new("capacity", record, {**whose, **fields})


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One line that was asked of one owner."""

    inquiry: Inquiry
    line: InquiryLine

    @property
    def answered(self) -> bool:
        """Whether it has its answer."""
        return is_answered(self.inquiry, self.line)

    @property
    def offers(self) -> int:
        """How many it offers."""
        return offered(self.line)


def rows(book: Book, about: str) -> list[AnswerRow]:
    """What was asked for a request, in a round, or in one inquiry: who is silent first, by
    deadline."""
    asked = book.inquiries(request=about)
    asked = asked or [i for i in book.inquiries() if about in (i.round, i.id)]
    shown = [i for i in asked if i.status != "draft"]
    found = [AnswerRow(i, line) for i in shown for line in book.answers(i.id)]
    late = max((i.deadline for i in shown if i.deadline is not None), default=None)

    def order(row: AnswerRow) -> tuple[int, float, str, int]:
        rank = 2 if row.inquiry.status == "withdrawn" else 1 if row.answered else 0
        deadline = row.inquiry.deadline or (late and late + timedelta(days=1))
        return rank, deadline.timestamp() if deadline else 0.0, row.inquiry.owner, row.line.order

    return sorted(found, key=order)
