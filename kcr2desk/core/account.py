"""The periodic account of bijstand: what each region gave, received, waited for and went without.

Pure, over a half-open period: `start` <= t < `end`. A deployment that crosses an end is cut there.
What could not be met ("unable"), was withdrawn, cancelled or replaced stays apart in every figure.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from statistics import median

from kcr2desk.core import relief
from kcr2desk.core.bijstand import HOLDING, AssistanceRequest, Commitment, RequestLine
from kcr2desk.core.book import Book

NOWHERE = ""
"""The account of what went to or came from a place that nobody wrote down."""


@dataclass(slots=True)
class Figures:
    """Figures of one resource type, or of all. Units are counted once for each commitment.

    `given_*` is as the one who gives, `got_*` as the one who receives: units, and their hours
    within the period. `..._withdrawn` (by the giver), `..._cancelled` (by the receiver) and
    `..._replaced` are units that were promised and did not come.

    Of the requests received in the period: `wanted` units = `filled` + `unable` + `withdrawn` +
    `cancelled` + `replaced` + `refused` + `unfilled` (closed, and nobody said why) + `open`.
    """

    given: int = 0
    given_seconds: int = 0
    got: int = 0
    got_seconds: int = 0
    given_withdrawn: int = 0
    given_cancelled: int = 0
    given_replaced: int = 0
    got_withdrawn: int = 0
    got_cancelled: int = 0
    got_replaced: int = 0
    wanted: int = 0
    filled: int = 0
    unable: int = 0
    withdrawn: int = 0
    cancelled: int = 0
    replaced: int = 0
    refused: int = 0
    unfilled: int = 0
    open: int = 0

    @property
    def given_hours(self) -> float:
        """Hours of units that were given, within the period."""
        return self.given_seconds / 3600

    @property
    def got_hours(self) -> float:
        """Hours of units that were received, within the period."""
        return self.got_seconds / 3600

    def add(self, other: Figures) -> None:
        """Add another's figures to these."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


@dataclass(frozen=True, slots=True)
class Wait:
    """How long something took, over `count` requests; None while there was none."""

    count: int
    middle: timedelta | None
    worst: timedelta | None


@dataclass(frozen=True, slots=True)
class Account:
    """The account of one region. Waits run from when a request was received: until it was agreed,
    until the first promise, until the first arrival."""

    owner: str
    requests: int
    types: dict[str, Figures]
    agreed: Wait
    promised: Wait
    arrived: Wait

    @property
    def total(self) -> Figures:
        """All types together."""
        made = Figures()
        for one in self.types.values():
            made.add(one)
        return made


def accounts(book: Book, start: datetime, end: datetime) -> dict[str, Account]:
    """The account of every region and giver that has one in `start` <= t < `end`, by its code."""
    types: dict[str, dict[str, Figures]] = {}
    for one in book.commitments():
        _commitment(types, book, one, start, end)
    asked: dict[str, list[AssistanceRequest]] = {}
    for request in book.requests:
        received = request.received_at
        if received is None or not start <= received < end or request.status == "draft":
            continue
        asked.setdefault(request.region, []).append(request)
        for line in book.lines(request.id):
            _line(_figures(types, request.region, line.resource), book, request, line)
    return {
        owner: _account(book, owner, types.get(owner, {}), asked.get(owner, []))
        for owner in sorted({*types, *asked})
    }


def account(book: Book, owner: str, start: datetime, end: datetime) -> Account:
    """The account of one region; one without figures when nothing happened."""
    return accounts(book, start, end).get(owner) or _account(book, owner, {}, [])


def _figures(types: dict[str, dict[str, Figures]], owner: str, resource: str) -> Figures:
    return types.setdefault(owner, {}).setdefault(resource, Figures())


def overlap(commitment: Commitment, start: datetime, end: datetime) -> timedelta | None:
    """How much of it lies in the period; None when it does not touch it.

    Without an end it goes on; without a begin nobody knows where it lies, so it does not count.
    """
    first = relief.begin(commitment)
    last = relief.finish(commitment) or end
    if first is None or first >= end or last <= start or last <= first:
        return None
    return min(last, end) - max(first, start)


def _commitment(
    types: dict[str, dict[str, Figures]],
    book: Book,
    one: Commitment,
    start: datetime,
    end: datetime,
) -> None:
    within = overlap(one, start, end)
    if within is None:
        return
    request = book.request(one.request)
    receiver = one.to_region or (request.region if request else NOWHERE)
    giver = _figures(types, one.owner, one.resource)
    taker = _figures(types, receiver, one.resource)
    if one.status in HOLDING:
        seconds = one.quantity * round(within.total_seconds())
        giver.given += one.quantity
        giver.given_seconds += seconds
        taker.got += one.quantity
        taker.got_seconds += seconds
        return
    for figures, side in ((giver, "given"), (taker, "got")):
        name = f"{side}_{one.status}"
        setattr(figures, name, getattr(figures, name) + one.quantity)


def _line(figures: Figures, book: Book, request: AssistanceRequest, line: RequestLine) -> None:
    filled = min(line.quantity, book.fill(line.id).promised)
    figures.wanted += line.quantity
    figures.filled += filled
    name = rest_of(request, line)
    setattr(figures, name, getattr(figures, name) + line.quantity - filled)


def rest_of(request: AssistanceRequest, line: RequestLine) -> str:
    """What became of the part of a line that nobody filled: the name of a figure."""
    if line.ended:
        return line.ended
    if request.status in ("unable", "withdrawn", "cancelled", "replaced", "refused"):
        return request.status
    return "unfilled" if request.status == "closed" else "open"


def _account(
    book: Book, owner: str, types: dict[str, Figures], asked: list[AssistanceRequest]
) -> Account:
    return Account(
        owner,
        len(asked),
        {code: types[code] for code in sorted(types)},
        _wait(_since(r, r.judged_at if r.judgement == "agreed" else None) for r in asked),
        _wait(_since(r, _first_promise(book, r)) for r in asked),
        _wait(_since(r, _first_arrival(book, r)) for r in asked),
    )


def _since(request: AssistanceRequest, moment: datetime | None) -> timedelta | None:
    if moment is None or request.received_at is None:
        return None
    return max(timedelta(0), moment - request.received_at)


def _first_promise(book: Book, request: AssistanceRequest) -> datetime | None:
    given = book.commitments(request=request.id)
    return min((c.decided_at for c in given if c.decided_at is not None), default=None)


def _first_arrival(book: Book, request: AssistanceRequest) -> datetime | None:
    given = book.commitments(request=request.id)
    return min((c.arrived_at for c in given if c.arrived_at is not None), default=None)


def _wait(found: Iterable[timedelta | None]) -> Wait:
    known = [length for length in found if length is not None]
    if not known:
        return Wait(0, None, None)
    return Wait(len(known), timedelta(seconds=median(k.total_seconds() for k in known)), max(known))
