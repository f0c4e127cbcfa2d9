"""Asking owners: whom to begin with, and the records that an inquiry is. No Qt, no I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kcr2desk.core.bijstand import AssistanceRequest, Inquiry, RequestLine
from kcr2desk.core.book import Book
from kcr2desk.core.candidates import Candidate, candidates
from kcr2desk.core.changes import Change
from kcr2desk.desk.bijstand import card_changes

LINK_MARGIN = timedelta(hours=6)
"""So long after the deadline an answer link still works: late is better than never."""
USELESS = frozenset({"none_free", "asks_itself", "said_no"})


@dataclass(frozen=True, slots=True)
class AskRow:
    """One owner that may be asked: what it has of what is asked, and for which lines.

    `main` are the candidates of the types that are asked, else of alternatives.
    """

    owner: str
    main: tuple[Candidate, ...]
    lines: tuple[str, ...]

    @property
    def first(self) -> Candidate:
        """The candidate that stands for the owner: where it is and what goes on there."""
        return self.main[0]

    @property
    def useful(self) -> bool:
        """Whether it has something free and nothing speaks against asking."""
        return any(c.free and c.why_not not in USELESS for c in self.main)


def rows(book: Book, line_ids: Sequence[str], now: datetime) -> list[AskRow]:
    """The owners that may be asked for these lines: nearest first."""
    asked = {line.resource for line in map(book.line, line_ids) if line is not None}
    found: dict[str, list[Candidate]] = {}
    for candidate in candidates(book, line_ids, now):
        found.setdefault(candidate.owner, []).append(candidate)
    made = []
    for owner, all_of_it in found.items():
        main = [c for c in all_of_it if c.resource in asked] or all_of_it
        lines = dict.fromkeys(line for c in all_of_it for line in c.lines)
        made.append(AskRow(owner, tuple(main), tuple(x for x in line_ids if x in lines)))
    return made


def begin_with(book: Book, found: Iterable[AskRow], line_ids: Sequence[str]) -> frozenset[str]:
    """The owners that are ticked at first: the nearest, up to what is missing. Who was asked
    already, or has a crisis of its own, is left for the officer to tick."""
    missing: dict[str, int] = {}
    for line in (x for x in map(book.line, line_ids) if x is not None):
        missing[line.resource] = missing.get(line.resource, 0) + book.fill(line.id).missing
    chosen = set()
    for row in found:
        if not row.useful or row.first.already_asked or row.first.own_crisis:
            continue
        helps = [c for c in row.main if c.free and missing.get(c.resource, 0) > 0]
        if helps:
            chosen.add(row.owner)
        for candidate in helps:
            missing[candidate.resource] -= candidate.free or 0
    return frozenset(chosen)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of all owners of a round. `kind` "request" or "inventory"; an inventory asks
    of `types` and has no lines."""

    kind: str
    round: str
    title: str
    text: str
    deadline: datetime
    by_mail: bool
    asked_by: str
    asked_at: datetime
    request: str = ""
    types: tuple[str, ...] = ()


def inquiry_changes(
    book: Book, owner: str, asked: Question, line_ids: Sequence[str], new_id: Callable[[], str]
) -> list[Change]:
    """The changes that ask one owner: the inquiry and its lines. By mail only where the owner has
    an address for it; the hub sends it."""
    known = book.owners.get(owner)
    address = known.inquiry_mail if known is not None and asked.by_mail else ""
    inquiry = new_id()
    fields = {
        "source": owner,
        "owner": owner,
        "kind": asked.kind,
        "request": asked.request,
        "round": asked.round,
        "title": asked.title,
        "text": asked.text,
        "asked_by": asked.asked_by,
        "asked_at": asked.asked_at,
        "asked_how": "mail" if address else "phone",
        "deadline": asked.deadline,
        "status": "asked",
        "link_until": asked.deadline + LINK_MARGIN,
        "mail_to": address,
        "mail": "wanted" if address else "",
    }
    changes = [card_changes.new("inquiry", inquiry, fields)]
    if asked.kind == "inventory":
        for order, code in enumerate(asked.types, start=1):
            what = {"about": inquiry, "order": order, "resource": code}
            changes.append(card_changes.new("inquiryline", new_id(), what))
        return changes
    for order, line_id in enumerate(line_ids, start=1):
        line = book.line(line_id)
        if line is not None:
            what = {"about": inquiry, "order": order, **asked_line(book, line)}
            changes.append(card_changes.new("inquiryline", new_id(), what))
    return changes


def asked_line(book: Book, line: RequestLine) -> dict[str, object]:
    """What an inquiry says of a request line: blank times and places are those of the request."""
    request = book.request(line.about)
    return {
        "line": line.id,
        "resource": line.resource,
        "quantity": max(1, book.fill(line.id).missing),
        "alternatives": line.alternatives,
        "from_at": line.from_at or _of(request, "from_at"),
        "until_at": line.until_at or _of(request, "until_at"),
        "report_to": line.report_to or _of(request, "report_to") or "",
    }


def _of(request: AssistanceRequest | None, name: str) -> object:
    return getattr(request, name) if request is not None else None


def reminder(inquiry: Inquiry, now: datetime) -> Change | None:
    """The change that reminds who has not answered: by mail again where it went by mail."""
    fields: dict[str, object] = {"reminded_at": now}
    if inquiry.mail_to:
        fields["mail"] = "wanted"
    return card_changes.edit(inquiry, fields)


def withdrawal(inquiry: Inquiry) -> Change | None:
    """The change that takes a question back, and its answer link with it."""
    return card_changes.edit(inquiry, {"status": "withdrawn", "link_until": None})
