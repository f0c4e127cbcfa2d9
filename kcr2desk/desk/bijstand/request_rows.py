"""What the list of requests shows of each: counted from the book. No Qt but for words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.bijstand import AssistanceRequest, Inquiry, RequestLine
from kcr2desk.core.book import Book
from kcr2desk.core.fill import LineFill, form_overdue
from kcr2desk.core.gate import Paper, Verdict, verdicts
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.store.identity import Identity

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Row:
    """A request as the list shows it. `missing` units, on `short` lines, are promised by nobody;
    `paper` says how the signed forms stand, "" where there is nothing to say."""

    id: str
    number: str
    title: str
    priority: str
    region: str
    standing: str
    tone: str
    missing: int
    short: int
    paper: str
    paper_tone: str
    neighbour: bool
    open: bool
    provisional: bool
    """An own change waits for the hub."""


def row_of(book: Book, request: AssistanceRequest, now: datetime, *, provisional: bool) -> Row:
    """The row of a request."""
    neighbour = request.kind == "neighbour"
    standing, tone = words.standing(request.status, book.stage(request.id))
    paper, paper_tone = paper_words(book, request, now)
    return Row(
        id=request.id,
        number=request.number or translate("Requests", "no number yet"),
        title=request.title,
        priority=request.priority,
        region=words.owner(book, request.region),
        standing=translate("Requests", "burenhulp") if neighbour else standing,
        tone="muted" if neighbour else tone,
        missing=missing(book, request.id),
        short=short_lines(book, request.id),
        paper=paper,
        paper_tone=paper_tone,
        neighbour=neighbour,
        open=request.status in words.OPEN,
        provisional=provisional,
    )


def fills(book: Book, request: str) -> list[tuple[RequestLine, LineFill]]:
    """The lines of a request and how far each is."""
    return [(line, book.fill(line.id)) for line in book.lines(request)]


def missing(book: Book, request: str) -> int:
    """How many units nobody promised, on the lines that are still wanted."""
    return sum(fill.missing for line, fill in fills(book, request) if not line.ended)


def short_lines(book: Book, request: str) -> int:
    """How many lines that are still wanted have too little: pumps and beds add up to nothing."""
    return sum(1 for line, fill in fills(book, request) if fill.missing and not line.ended)


def verdicts_of(book: Book, request: AssistanceRequest, now: datetime) -> tuple[Verdict, ...]:
    """What the legal gate says of a request."""
    return verdicts(book.gate_rules, request, book.lines(request.id), book.types, now)


def paper_words(book: Book, request: AssistanceRequest, now: datetime) -> tuple[str, str]:
    """`formulier ontbreekt 2 u` and its tone: the worst of what the gate says."""
    if request.status not in words.OPEN:
        return "", "muted"
    found = {v.paper: v for v in reversed(verdicts_of(book, request, now))}
    for paper in (Paper.MISSING, Paper.OPEN, Paper.PLACE, Paper.UNKNOWN):
        if paper in found:
            late = "attention" if form_overdue(request, now) else "muted"
            waiting = found[paper].waiting
            time = "" if waiting is None else texts.span(waiting)
            return _paper(paper, len(found[paper].missing), time), late
    return "", "muted"


def _paper(paper: Paper, count: int, time: str) -> str:
    if paper is Paper.MISSING and count > 1:
        said = translate("Requests", "{n} forms follow {time}").format(n=count, time=time)
    elif paper is Paper.UNKNOWN:
        said = translate("Requests", "form: unknown")
    else:
        said = translate("Requests", "form follows {time}").format(time=time)
    return said.strip()


def in_order(requests: list[AssistanceRequest]) -> list[AssistanceRequest]:
    """Open ones first, then by priority, then who waits longest; closed ones newest first."""

    def key(request: AssistanceRequest) -> tuple[bool, str, float, str]:
        opened = request.status in words.OPEN
        at = request.received_at.timestamp() if request.received_at else 0.0
        return not opened, request.priority if opened else "", at if opened else -at, request.id

    return sorted(requests, key=key)


def is_mine(request: AssistanceRequest, me: Identity) -> bool:
    """Whether an officer handles it, or whose organisation asks it."""
    return request.owner == me.account or request.region == me.organisation


@dataclass(frozen=True, slots=True)
class Loud:
    """The one thing about a request that is said loud, and the action that does something."""

    text: str
    tone: str
    action: str = ""


def loudest(book: Book, request: AssistanceRequest, now: datetime) -> Loud | None:
    """What is most urgent about a request; None when nothing is."""
    if request.status not in words.OPEN or request.kind == "neighbour":
        return None
    short, many = missing(book, request.id), short_lines(book, request.id)
    asked = book.inquiries(request.id)
    silent = _silent(book, request.id, now)
    start = request.from_at
    if short and request.priority == "1" and not asked:
        said = translate("Requests", "Life at stake, {n} missing, and nobody was asked yet.")
        if many > 1:
            said = translate(
                "Requests", "Life at stake, %n line(s) short, and nobody was asked yet.", None, many
            )
        return Loud(said.format(n=short), "urgent", "ask")
    if short and start is not None and start <= now:
        said = translate("Requests", "Needed {time} ago, and {n} are still missing.")
        if many > 1:
            said = translate("Requests", "Needed {time} ago, and %n line(s) are short.", None, many)
        return Loud(said.format(time=texts.span(now - start), n=short), "urgent", "ask")
    if silent:
        names = ", ".join(words.owner_name(book, i.owner) for i in silent[:3])
        said = translate("Requests", "Past its deadline without an answer: {names}.")
        return Loud(said.format(names=names), "attention", "answers")
    if request.status == "submitted" and not request.judgement:
        said = translate("Requests", "Waits for a judgement: {time}.")
        return Loud(said.format(time=_since(request, now)), "attention", "judge")
    if form_overdue(request, now):
        said = translate("Requests", "The signed form is out {time}. Help goes on.")
        return Loud(said.format(time=_since(request, now)), "attention", "")
    return None


def late_answers(book: Book, request: str, now: datetime) -> int:
    """How many of those who were asked are past their deadline without an answer."""
    return len(_silent(book, request, now))


def _silent(book: Book, request: str, now: datetime) -> list[Inquiry]:
    asked = (i for i in book.inquiries(request) if i.status in ("asked", "seen"))
    return [i for i in asked if i.deadline is not None and i.deadline < now]


def next_step(book: Book, request: AssistanceRequest, now: datetime) -> str:
    """The action that is to be done next, by its name; "" where none is plain: a judgement, then
    answers that are late or offer what is missing, then asking (more) regions."""
    if request.status not in words.OPEN or request.kind == "neighbour":
        return ""
    if request.status == "submitted" and not request.judgement:
        return "judge"
    wanted = [fill for line, fill in fills(book, request.id) if not line.ended]
    if _silent(book, request.id, now) or any(fill.missing and fill.offered for fill in wanted):
        return "answers"
    waiting = any(i.status in ("asked", "seen") for i in book.inquiries(request.id))
    return "ask" if any(fill.missing for fill in wanted) and not waiting else ""


def _since(request: AssistanceRequest, now: datetime) -> str:
    return texts.span(now - request.received_at if request.received_at else timedelta(0))
