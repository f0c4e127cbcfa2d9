"""The state of bijstand as the body of a printed page: what is missing first, then all of it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kcr2desk.core import relief
from kcr2desk.core.bijstand import AssistanceRequest, Commitment, RequestLine
from kcr2desk.core.board import Board, Sum
from kcr2desk.core.book import Book
from kcr2desk.core.demand import line_times
from kcr2desk.core.reference import ResourceType
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand import board_words, request_words
from kcr2desk.desk.bijstand import timeline_words as words
from kcr2desk.desk.bijstand.timeline_rows import row_of
from kcr2desk.desk.parts.paper import Column, Item, Sheet, heading, paragraph, table

translate = QCoreApplication.translate

OPEN = frozenset({"submitted", "returned", "in_treatment"})


def state_sheet(book: Book, now: datetime, *, made_by: str, exercise: bool = False) -> Sheet:
    """The whole sheet."""
    title = translate("StatePage", "State of bijstand")
    made = translate("StatePage", "Made by {who} in KCR2 Desk, {when}").format(
        who=made_by, when=texts.moment_full(now)
    )
    requests = open_requests(book)
    body = [
        _missing(book, requests, now),
        *(_request(book, one, now) for one in requests),
        _deployments(book, now),
        _capacity(book, now),
    ]
    return Sheet(title, texts.moment_full(now), made, "".join(body), exercise)


def open_requests(book: Book) -> list[AssistanceRequest]:
    """The requests on the page: open ones, the highest priority and the oldest first."""
    found = [r for r in book.requests if r.status in OPEN]
    return sorted(found, key=lambda r: (r.priority, str(r.received_at or ""), r.id))


def _missing(book: Book, requests: list[AssistanceRequest], now: datetime) -> str:
    """What nobody gave yet: the first thing that is read."""
    rows: list[list[Item]] = []
    for request in requests:
        for line in book.lines(request.id):
            short = 0 if line.ended else book.fill(line.id).missing
            if not short:
                continue
            start, end = line_times(line, request)
            rows.append(
                [
                    (f"▼ {texts.number(short)}", "urgent"),
                    request_words.resource(book, line.resource),
                    request_words.owner(book, request.region),
                    " · ".join(p for p in (request.number, request.title) if p),
                    words.period(start, end, now, request.region),
                ]
            )
    head = heading(translate("StatePage", "Missing now"))
    if not rows:
        said = translate("StatePage", "Nothing: all that open requests ask for is promised.")
        return head + paragraph(said)
    columns = [
        Column(translate("StatePage", "Missing"), 9),
        Column(translate("StatePage", "What"), 25),
        Column(translate("StatePage", "For"), 12),
        Column(translate("StatePage", "Request"), 29),
        Column(translate("StatePage", "From – until"), 25),
    ]
    return head + table(columns, rows)


def _request(book: Book, request: AssistanceRequest, now: datetime) -> str:
    standing, tone = request_words.standing(request.status, book.stage(request.id))
    parts = [p for p in (request.number, request.title) if p]
    head = heading(" · ".join(parts))
    said = [
        request_words.owner(book, request.region),
        standing,
        translate("StatePage", "priority {n}: {word}").format(
            n=request.priority, word=request_words.priority(request.priority)
        ),
    ]
    if request.grip:
        said.append(f"GRIP {request.grip}")
    if request.received_at is not None:
        when = texts.moment(request.received_at, now)
        said.append(translate("StatePage", "received {when}").format(when=when))
    if request.judgement:
        said.append(request_words.judgement(request.judgement))
    columns = [
        Column(translate("StatePage", "What"), 27),
        Column(translate("StatePage", "From – until"), 23),
        Column(translate("StatePage", "Asked"), 8, right=True),
        Column(translate("StatePage", "Promised"), 10, right=True),
        Column(translate("StatePage", "On site"), 10, right=True),
        Column(translate("StatePage", "Missing"), 9, right=True),
        Column(translate("StatePage", "Remark"), 13),
    ]
    rows = [_line(book, request, line, now) for line in book.lines(request.id)]
    return (
        head
        + paragraph(" · ".join(said), "muted" if tone == "muted" else "")
        + (table(columns, rows) if rows else "")
    )


def _line(book: Book, request: AssistanceRequest, line: RequestLine, now: datetime) -> list[Item]:
    fill = book.fill(line.id)
    start, end = line_times(line, request)
    missing: Item = texts.number(0)
    if fill.missing and not line.ended:
        missing = (f"▼ {texts.number(fill.missing)}", "urgent")
    promised = texts.number(fill.promised)
    if fill.provisional:
        some = translate("StatePage", "{n} provisional").format(n=texts.number(fill.provisional))
        promised = f"{promised} ({some})"
    remark: Item = request_words.ended(line.ended) if line.ended else ""
    if not line.ended and fill.silent:
        said = translate("StatePage", "{n} of {all} did not answer")
        remark = (
            said.format(n=texts.number(fill.silent), all=texts.number(fill.asked)), "attention",
        )  # fmt: skip
    return [
        f"{texts.number(line.quantity)} × {request_words.resource(book, line.resource)}",
        words.period(start, end, now, request.region),
        texts.number(line.quantity),
        promised,
        texts.number(fill.arrived),
        missing,
        remark,
    ]


def _deployments(book: Book, now: datetime) -> str:
    every = book.commitments()
    after = relief.reliefs(every)
    held = [c for c in every if _is_current(c)]
    head = heading(translate("StatePage", "Promised and deployed"))
    if not held:
        return head + paragraph(translate("StatePage", "Nothing is promised or under way."))
    columns = [
        Column(translate("StatePage", "What"), 24),
        Column(translate("StatePage", "From"), 14),
        Column(translate("StatePage", "To"), 12),
        Column(translate("StatePage", "State"), 11),
        Column(translate("StatePage", "From – until"), 22),
        Column(translate("StatePage", "Remark"), 17),
    ]
    held.sort(key=lambda c: (c.request, str(relief.begin(c) or ""), c.id))
    rows = [_deployment(book, c, now, after.get(c.id, [])) for c in held]
    return head + table(columns, rows)


def _is_current(one: Commitment) -> bool:
    return one.status in ("promised", "en_route", "on_site", "relieved", "released")


def _deployment(book: Book, one: Commitment, now: datetime, after: list[Commitment]) -> list[Item]:
    row = row_of(book, one, now, "request", after)
    remarks = []
    if row.overdue:
        remarks.append(words.overdue_word(one, now))
    if row.gap is not None:
        remarks.append(words.gap_word(row.gap))
    unit = book.unit(one.unit)
    named = (unit.name if unit is not None else "") or one.call_signs
    what = f"{texts.number(one.quantity)} × {request_words.resource(book, one.resource)}"
    provisional = one.status == "promised" and one.firmness == "provisional"
    remark: Item = ("! " + " · ".join(remarks), "urgent") if remarks else ""
    return [
        f"{what} · {named}" if named else what,
        request_words.owner(book, one.owner),
        request_words.owner(book, row.region) if row.region else "?",
        words.state("provisional" if provisional else one.status),
        words.period(relief.begin(one), relief.finish(one), now, row.region),
        remark,
    ]


def _capacity(book: Book, now: datetime) -> str:
    """What is left over the whole country, and how old the numbers are."""
    board = Board(book)
    owners = sorted(book.owners)
    rows = []
    for kind in (*board.types(), *board.strip_types()):
        total = board.total(kind.code, owners, now)
        if total.owners:
            rows.append(_type(board, kind, total, owners, now))
    head = heading(translate("StatePage", "What is left, and the age of the numbers"))
    if not rows:
        return head + paragraph(translate("StatePage", "No owner gave a number."))
    columns = [
        Column(translate("StatePage", "What"), 28),
        Column(translate("StatePage", "Free"), 9, right=True),
        Column(translate("StatePage", "Available"), 10, right=True),
        Column(translate("StatePage", "Promised"), 10, right=True),
        Column(translate("StatePage", "Owners"), 9, right=True),
        Column(translate("StatePage", "Unknown"), 10, right=True),
        Column(translate("StatePage", "Old numbers"), 11, right=True),
        Column(translate("StatePage", "Oldest"), 13, right=True),
    ]
    return head + table(columns, rows)


def _type(
    board: Board, kind: ResourceType, total: Sum, owners: list[str], now: datetime
) -> list[Item]:
    ages = [
        at
        for owner in owners
        if board.has(owner, kind.code)
        and (at := board.cell(owner, kind.code, now).checked_at) is not None
    ]
    free: Item = texts.number(total.free)
    if not total.free:
        free = (f"▼ {texts.number(0)}", "urgent")
    return [
        board_words.type_name(kind),
        free,
        texts.number(total.limit),
        texts.number(total.promised),
        texts.number(total.owners),
        (f"? {texts.number(total.unknown)}", "attention") if total.unknown else "0",
        (f"◌ {texts.number(total.old)}", "attention") if total.old else "0",
        texts.age(min(ages), now) if ages else translate("StatePage", "never"),
    ]
