"""What an officer does with a proposal, as changes. Regions decide: who is proposed is asked, and
only where a region has said so already is it promised, provisionally. No Qt, no I/O."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kcr2desk.core.bijstand import InquiryLine
from kcr2desk.core.book import Book
from kcr2desk.core.changes import Change
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.fill import GIVEN, offered
from kcr2desk.core.text import Json
from kcr2desk.desk.bijstand import ask_changes, ask_text, card_changes, commit_rule, commit_start
from kcr2desk.planning import Assignment, Plan
from kcr2desk.planning.words import sentence


@dataclass(frozen=True, slots=True)
class TakeOver:
    """How what is taken over is asked: by whom, before when, in which language."""

    by: str
    now: datetime
    deadline: datetime
    by_mail: bool
    language: str
    round: str


def said_yes(book: Book, proposed: Assignment) -> InquiryLine | None:
    """The answer with which the owner offered this already, not yet taken over; relief is asked."""
    if proposed.relief:
        return None
    for answer in book.answers_to(proposed.line):
        inquiry = book.inquiry(answer.about)
        if inquiry is None or inquiry.owner != proposed.owner:
            continue
        kind = answer.alternative or answer.resource
        taken = any(
            c.inquiry == inquiry.id and c.status in GIVEN
            for c in book.commitments(line=proposed.line)
        )
        if kind == proposed.resource and offered(answer) >= proposed.quantity and not taken:
            return answer
    return None


def take_over(
    book: Book, chosen: Sequence[Assignment], how: TakeOver, new_id: Callable[[], str]
) -> list[list[Change]]:
    """The changesets that take these over: a provisional commitment where the region has said
    yes, else a question to it; one inquiry an owner and request."""
    made: list[list[Change]] = []
    to_ask: dict[tuple[str, str], list[Assignment]] = {}
    used: set[str] = set()
    for proposed in chosen:
        answer = said_yes(book, proposed)
        if answer is not None and answer.id not in used:
            used.add(answer.id)
            made.append(_promise(book, proposed, answer, how, new_id()))
            continue
        line = book.line(proposed.line)
        if line is not None:
            to_ask.setdefault((line.about, proposed.owner), []).append(proposed)
    for (request, owner), asked in to_ask.items():
        made.append(_ask(book, request, owner, asked, how, new_id))
    return made


def _promise(
    book: Book, proposed: Assignment, answer: InquiryLine, how: TakeOver, made: str
) -> list[Change]:
    given = dataclasses.replace(
        commit_start.from_answer(book, made, answer, how.now),
        quantity=proposed.quantity,
        unit=proposed.units[0] if len(proposed.units) == 1 else "",
        firmness="provisional",
        word="room",
        eta=proposed.arrive_at,
    )
    at = milliseconds(how.now)
    return commit_rule.promise_changes(book, given, now=at, by=how.by)


def _ask(
    book: Book,
    request: str,
    owner: str,
    asked: Sequence[Assignment],
    how: TakeOver,
    new_id: Callable[[], str],
) -> list[Change]:
    lines = list(dict.fromkeys(a.line for a in asked))
    title, text = ask_text.question(book, lines, how.language)
    question = ask_changes.Question(
        "request", how.round, title or "KCR2", text, how.deadline, how.by_mail, how.by, how.now,
        request,
    )  # fmt: skip
    head = ask_changes.inquiry_changes(book, owner, question, (), new_id)
    for order, proposed in enumerate(asked, start=1):
        line = book.line(proposed.line)
        if line is None:
            continue
        fields = {
            **ask_changes.asked_line(book, line),
            "about": head[0].id,
            "order": order,
            "resource": proposed.resource,
            "quantity": proposed.quantity,
        }
        if proposed.relief:
            fields |= {"from_at": proposed.arrive_at, "until_at": proposed.until_at}
        head.append(card_changes.new("inquiryline", new_id(), fields))
    return head


def proposal(book: Book, made: Plan, chosen: Sequence[Assignment], by: str, record: str) -> Change:
    """The record of a proposal and what was done with it: as printed, in Dutch."""
    taken = "none" if not chosen else "all" if len(chosen) == len(made.assignments) else "some"
    fields = {
        "source": "KCR2",
        "made_by": by,
        "made_at": made.made_at,
        "weights": made.weights.version,
        "taken": taken,
        "taken_by": by,
        "plan": _plan(book, made, chosen),
    }
    return card_changes.new("proposal", record, fields)


def _plan(book: Book, made: Plan, chosen: Sequence[Assignment]) -> Json:
    taken = set(chosen)
    weights = made.weights
    return {
        "weights": {
            "version": weights.version,
            "set_by": weights.set_by,
            "reason": weights.reason,
        },
        "optimal": made.optimal,
        "gap_percent": round(100 * made.gap_share, 2),
        "assignments": [
            {
                "line": a.line,
                "owner": a.owner,
                "resource": a.resource,
                "quantity": a.quantity,
                "units": list(a.units),
                "minutes": a.minutes,
                "relief": a.relief,
                "taken": a in taken,
                "passed": [sentence(reason, book) for reason in a.passed],
                "notes": [sentence(reason, book) for reason in a.notes],
            }
            for a in made.assignments
        ],
        "unfilled": [
            {
                "line": u.line,
                "missing": u.missing,
                "relief": u.relief,
                "why": [sentence(reason, book) for reason in u.why],
                "fixes": [sentence(reason, book) for reason in u.fixes],
            }
            for u in made.unfilled
        ],
    }
