"""Demand against supply over time: what was wanted, promised, there and missing at any moment.

Step curves by the exact intervals; a step holds from its moment until the next. Past and planned.
Requests that were withdrawn, cancelled, replaced, refused or never left the draft want nothing;
one that could not be met ("unable") was wanted all the same, and stays missing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from kcr2desk.core import relief
from kcr2desk.core.bijstand import AssistanceRequest, Commitment, RequestLine
from kcr2desk.core.book import Book, holding
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.fill import THERE
from kcr2desk.core.holding import ALWAYS, FOREVER

WANTED = frozenset({"submitted", "returned", "in_treatment", "unable", "closed"})
"""Statuses of a request whose lines were or are wanted."""

GONE = frozenset({"withdrawn", "replaced", "cancelled"})
"""How a line ends that nobody wants any more."""

Stretch = tuple[int, int, int]  # from, until (milliseconds), how many


@dataclass(frozen=True, slots=True)
class Step:
    """From `at` (milliseconds since 1970) on. `missing` is counted line by line: too many on one
    line fill no other."""

    at: int
    wanted: int
    promised: int
    arrived: int
    missing: int


def wanted_lines(
    book: Book, *, resource: str = "", discipline: str = "", region: str = ""
) -> list[RequestLine]:
    """The lines that count: of one type, of one discipline, of one region, or all."""
    found = []
    for request in book.requests:
        if request.status not in WANTED or region not in ("", request.region):
            continue
        for line in book.lines(request.id):
            kind = book.types.get(line.resource)
            fits = discipline in ("", kind.discipline if kind else "")
            if line.ended not in GONE and fits and resource in ("", line.resource):
                found.append(line)
    return found


def demand(
    book: Book,
    now: datetime,
    start: datetime,
    end: datetime,
    *,
    resource: str = "",
    discipline: str = "",
    region: str = "",
) -> tuple[Step, ...]:
    """The steps in `start` <= t < `end`; the first is at `start`. Equal steps are one."""
    lines = wanted_lines(book, resource=resource, discipline=discipline, region=region)
    clock, first, last = _ms(now), _ms(start), _ms(end)
    moves: dict[int, list[int]] = {first: [0, 0, 0, 0]}
    for line in lines:
        asked = [_wanted(book, line)]
        given = book.commitments(line=line.id)
        promised = [s for c in given for s in _promised(c, book)]
        arrived = [s for c in given for s in _arrived(c, book, clock)]
        for place, stretches in enumerate((asked, promised, arrived)):
            _add(moves, stretches, place, first, last)
        _add(moves, _missing(asked, promised), 3, first, last)
    made: list[Step] = []
    held = [0, 0, 0, 0]
    for moment in sorted(moves):
        held = [one + move for one, move in zip(held, moves[moment], strict=True)]
        step = Step(moment, *held)
        if not made or _values(made[-1]) != _values(step):
            made.append(step)
    return tuple(made)


def _add(
    moves: dict[int, list[int]], stretches: Iterable[Stretch], place: int, first: int, last: int
) -> None:
    for begins, ends, number in stretches:
        start, end = max(begins, first), min(ends, last)
        if start < end:
            moves.setdefault(start, [0, 0, 0, 0])[place] += number
            if end < last:
                moves.setdefault(end, [0, 0, 0, 0])[place] -= number


def _values(step: Step) -> tuple[int, int, int, int]:
    return step.wanted, step.promised, step.arrived, step.missing


def _wanted(book: Book, line: RequestLine) -> Stretch:
    request = book.request(line.about)
    start, end = line_times(line, request)
    return _ms(start, ALWAYS), _ms(end, FOREVER), line.quantity


def line_times(
    line: RequestLine, request: AssistanceRequest | None
) -> tuple[datetime | None, datetime | None]:
    """From when until when a line is wanted: its own times, else those of its request, else from
    when the request came in."""
    start, end = line.from_at, line.until_at
    if request is not None:
        start = start or request.from_at or request.received_at
        end = end or request.until_at
    return start, end


def _promised(commitment: Commitment, book: Book) -> list[Stretch]:
    """What it holds; people who are relieved count until those who take over are there."""
    hold = holding(commitment)
    if hold is None:
        return []
    start, end = hold.start, hold.end
    if commitment.relieves:
        start = max(start, _ms(relief.there(commitment), start))
    after = relief.successors(commitment, book)
    if after:
        end = min(end, max(start, _ms(relief.there(after[0]), end)))
    return [(start, end, hold.quantity)] if start < end else []


def _arrived(commitment: Commitment, book: Book, clock: int) -> list[Stretch]:
    """From its arrival until it is let go; who is there still, until it is to end."""
    c = commitment
    if c.arrived_at is None or holding(c) is None:
        return []
    if c.status in THERE:
        end = _ms(c.until_at, FOREVER)
        end = FOREVER if end <= clock else end  # over time, and there
    elif c.status in ("released", "returned"):
        end = _ms(c.released_at or c.returned_at or c.until_at, clock)
    else:
        return []
    after = [one for one in relief.successors(c, book) if one.arrived_at is not None]
    if after:
        end = min(end, _ms(after[0].arrived_at, end))
    start = _ms(c.arrived_at)
    return [(start, end, c.quantity)] if start < end else []


def _missing(asked: list[Stretch], promised: list[Stretch]) -> list[Stretch]:
    """The stretches in which less is promised than is wanted."""
    moments = sorted({at for start, end, _ in (*asked, *promised) for at in (start, end)})
    found = []
    for start, end in pairwise(moments):
        short = _at(asked, start) - _at(promised, start)
        if short > 0:
            found.append((start, end, short))
    return found


def _at(stretches: Iterable[Stretch], moment: int) -> int:
    return sum(number for start, end, number in stretches if start <= moment < end)


def _ms(moment: datetime | None, otherwise: int = 0) -> int:
    return otherwise if moment is None else milliseconds(moment)
