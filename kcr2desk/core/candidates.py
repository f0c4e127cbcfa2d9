"""Whom to ask for what: owners in order of ring, then of travel time, with what speaks for and
against each. It advises; whoever asks may ask anyone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from kcr2desk.core.bijstand import AssistanceRequest, Capacity, RequestLine
from kcr2desk.core.board import cell
from kcr2desk.core.book import Book
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.holding import ALWAYS, FOREVER, peak
from kcr2desk.core.records import Incident
from kcr2desk.core.travel import minutes, ring

OPEN_REQUESTS = frozenset({"submitted", "returned", "in_treatment"})
GIVERS = frozenset({"", "region", "island", "partner", "state"})
"""Kinds of owners that give help."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An owner that may be asked for `resource`, on behalf of `lines`.

    `free` is what is not promised during all of these lines; None: unknown, to be shown as "?".
    `left_after` is what stays at home when all that is asked and free is given; `reserve` what the
    owner declared that it wants to keep (None: it declared nothing, "?"). `minutes` is an
    estimate, None where nobody knows where it is. `own_crisis` names an open request or incident
    of its own ("" none). `age_minutes` is how old the number is, None when nobody ever gave it.
    `why_not` says why asking would be of little use: "none_free", "asks_itself" (for the same),
    "said_no" (to these lines), "unknown" (nobody knows its number: a reason to ask), "" for no
    reason.
    """

    owner: str
    resource: str
    lines: tuple[str, ...]
    asked: int
    free: int | None
    reserve: int | None
    left_after: int | None
    ring: int | None
    minutes: int | None
    own_crisis: str
    age_minutes: int | None
    stale: bool
    already_asked: bool
    why_not: str

    @property
    def below_cover(self) -> int | None:
        """How many it would be below its declared remaining cover; None: it cannot be said."""
        if self.left_after is None or self.reserve is None:
            return None
        return max(0, self.reserve - self.left_after)


def window(book: Book, line: RequestLine) -> tuple[int, int]:
    """From when until when a line is needed, in milliseconds; open ends are ALWAYS and FOREVER."""
    request = book.request(line.about)
    start = line.from_at or (request.from_at if request else None)
    end = line.until_at or (request.until_at if request else None)
    return (
        ALWAYS if start is None else milliseconds(start),
        FOREVER if end is None else milliseconds(end),
    )


def open_requests(book: Book) -> list[AssistanceRequest]:
    """The requests that ask for help now: not those that wait as a draft or have ended."""
    return [r for r in book.requests if r.status in OPEN_REQUESTS and r.kind == "assistance"]


def crises(book: Book) -> dict[str, str]:
    """Region -> what goes on there: the title of an open incident, or of an open request."""
    found = {
        i.region: i.title
        for i in book.all("incident")
        if isinstance(i, Incident) and i.status == "open" and i.region
    }
    return found | {r.region: r.title for r in open_requests(book) if r.region}


def asks_itself(book: Book) -> dict[str, frozenset[str]]:
    """Region -> the types that it asks for itself, in lines that are still open."""
    found: dict[str, set[str]] = {}
    for request in open_requests(book):
        wanted = (line.resource for line in book.lines(request.id) if not line.ended)
        found.setdefault(request.region, set()).update(wanted)
    return {region: frozenset(types) for region, types in found.items() if region}


def age_of(book: Book, owner: str, resource: str, now: datetime) -> tuple[int | None, bool]:
    """How many minutes old a number is (None: nobody ever gave it), and whether it is old: as the
    board says it, and what nobody gave is as good as old."""
    seen = cell(book, owner, resource, now)
    return seen.age_minutes, seen.stale or seen.age_minutes is None


def candidates(book: Book, line_ids: Iterable[str], now: datetime) -> list[Candidate]:
    """Whom to ask for these lines, first who is fewest borders away, then who is there soonest.

    Of each owner there is one candidate a type: the asked one, and alternatives that a line
    accepts. Who has no border with the place (partners, over sea) comes behind, by travel time.
    The region that asks is no candidate for its own line.
    """
    lines = [line for line in map(book.line, line_ids) if line is not None]
    around = _Around(book, now)
    found = []
    for resource in dict.fromkeys(
        r for line in lines for r in (line.resource, *sorted(line.alternatives))
    ):
        fitting = [x for x in lines if resource == x.resource or resource in x.alternatives]
        for owner in book.owners:
            candidate = around.candidate(owner, resource, fitting)
            if candidate is not None:
                found.append(candidate)
    return sorted(found, key=_order)


def _order(candidate: Candidate) -> tuple[float, float, str, str]:
    far = float("inf")
    return (
        far if candidate.ring is None else candidate.ring,
        far if candidate.minutes is None else candidate.minutes,
        candidate.owner,
        candidate.resource,
    )


class _Around:
    """What is looked up once for many candidates."""

    def __init__(self, book: Book, now: datetime) -> None:
        self.book = book
        self.now = now
        self.crises = crises(book)
        self.own = asks_itself(book)

    def candidate(
        self, owner: str, resource: str, lines: Sequence[RequestLine]
    ) -> Candidate | None:
        """This owner for these lines; None when it has nothing to do with them."""
        book = self.book
        places = [p for p in (self._place(line) for line in lines) if p[0] != owner]
        wanted = [x for x in lines if self._place(x)[0] != owner]
        capacity = book.capacity(owner, resource)
        if not wanted or not self._holds_it(owner, resource, capacity):
            return None
        free = self._free(owner, resource, wanted)
        asked = sum(book.fill(x.id).missing for x in wanted)
        told, said_no = self._told(owner, wanted)
        kind = book.types.get(resource)
        notice = None if capacity is None else capacity.notice_minutes
        times = [minutes(book.owners, kind, owner, to, at, notice=notice) for to, at in places]
        rings = [ring(owner, to) for to, _ in places]
        age, stale = age_of(book, owner, resource, self.now)
        return Candidate(
            owner=owner,
            resource=resource,
            lines=tuple(x.id for x in wanted),
            asked=asked,
            free=free,
            reserve=None if capacity is None else capacity.reserve,
            left_after=None if free is None else max(0, free - asked),
            ring=min((r for r in rings if r is not None), default=None),
            minutes=min((t for t in times if t is not None), default=None),
            own_crisis=self.crises.get(owner, ""),
            age_minutes=age,
            stale=stale,
            already_asked=told,
            why_not=self._why_not(owner, resource, free, said_no),
        )

    def _place(self, line: RequestLine) -> tuple[str, str]:
        request = self.book.request(line.about)
        return ("", "") if request is None else (request.region, request.report_to_position)

    def _holds_it(self, owner: str, resource: str, capacity: Capacity | None) -> bool:
        """Whether it has the type, or may have: every region may have what is not a named unit."""
        kind = self.book.owners[owner].kind
        if kind not in GIVERS:
            return False
        if capacity is not None or self.book.units(owner, resource):
            return True
        known = self.book.types.get(resource)
        return kind == "region" and known is not None and not known.named

    def _free(self, owner: str, resource: str, lines: Sequence[RequestLine]) -> int | None:
        limit = self.book.limit(owner, resource)
        if limit is None:
            return None
        windows = [window(self.book, line) for line in lines]
        start = max(min(w[0] for w in windows), milliseconds(self.now))
        taken = peak(self.book.taken(owner, resource, self.now), start, max(w[1] for w in windows))
        return max(0, limit - taken)

    def _told(self, owner: str, lines: Sequence[RequestLine]) -> tuple[bool, bool]:
        """Whether it was asked for one of these lines, and whether it said no to all of them."""
        answers = [
            a
            for line in lines
            for a in self.book.answers_to(line.id)
            if (asked := self.book.inquiry(a.about)) is not None and asked.owner == owner
        ]
        refused = {a.line for a in answers if a.answer == "no"}
        return bool(answers), refused == {line.id for line in lines}

    def _why_not(self, owner: str, resource: str, free: int | None, said_no: bool) -> str:
        if resource in self.own.get(owner, ()):
            return "asks_itself"
        if said_no:
            return "said_no"
        if free is None:
            return "unknown"
        return "" if free else "none_free"
