"""From the book of bijstand to the problem of a plan: needs, what could fill them, and why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kcr2desk.core.bijstand import AssistanceRequest, Inquiry, InquiryLine, RequestLine, Unit
from kcr2desk.core.book import Book
from kcr2desk.core.candidates import (
    GIVERS,
    age_of,
    asks_itself,
    open_requests,
    window,
)
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.fill import offered
from kcr2desk.core.holding import ALWAYS, FOREVER, Hold, peak
from kcr2desk.core.reference import PlanWeights
from kcr2desk.core.travel import journey, position_of, seat
from kcr2desk.planning.moments import rows_of
from kcr2desk.planning.problem import (
    MINUTE,
    OLD_MINUTES,
    RELIEFS,
    SUBSTITUTE_MINUTES,
    UNKNOWN_MINUTES,
    Leg,
    Offer,
    Pool,
    Problem,
    Source,
)


def open_lines(book: Book) -> list[str]:
    """The lines that a plan is made for when nobody chooses: all that are open and miss something,
    of requests that ask for help now."""
    return [
        line.id
        for request in open_requests(book)
        for line in book.lines(request.id)
        if not line.ended and book.fill(line.id).missing
    ]


def gather(book: Book, now: datetime, lines: Iterable[str], weights: PlanWeights) -> Problem:
    """The problem of filling `lines`; those that are not in the book or lack nothing are left out.

    `now` is when help can leave at the earliest."""
    return _Gathering(book, now, weights).problem(dict.fromkeys(lines))


@dataclass(slots=True)
class _Answered:
    """What an owner answered about a line: how many of which type at most, and from when."""

    answer: str
    resource: str
    most: int
    possible_from: int


class _Gathering:
    def __init__(self, book: Book, now: datetime, weights: PlanWeights) -> None:
        self.book = book
        self.now = milliseconds(now)
        self.moment = now
        self.weights = weights
        self.own = asks_itself(book)
        self.legs: list[Leg] = []
        self.pools: list[Pool] = []
        self.sources: list[Source] = []
        self.offers: list[Offer] = []
        self.refused: dict[tuple[int, str, str], tuple[str, int]] = {}
        self.unknown: dict[str, tuple[str, ...]] = {}
        self.by_type: dict[str, list[tuple[Pool, list[Source]]]] = {}
        self.told: dict[tuple[str, str], _Answered] = {}
        self._journeys: dict[tuple[str, str, str, int | None], tuple[int, bool]] = {}

    def problem(self, lines: Iterable[str]) -> Problem:
        found = [line for line in map(self.book.line, lines) if line is not None]
        for line in found:
            request = self.book.request(line.about)
            missing = self.book.fill(line.id).missing
            if request is not None and missing:
                self._answers(line)
                self.legs += list(self._legs(line, request, missing))
        for resource in dict.fromkeys(r for leg in self.legs for r in leg.accepts):
            self._supply(resource)
        of_leg: list[tuple[int, ...]] = []
        for leg in self.legs:
            began = len(self.offers)
            self._offers(leg)
            of_leg.append(tuple(range(began, len(self.offers))))
        rows = rows_of(self.offers, self.pools, self.sources, self._caps(of_leg))
        of_pool: dict[int, list[int]] = {}
        for number, row in enumerate(rows):
            if row.pool >= 0:
                of_pool.setdefault(row.pool, []).append(number)
        return Problem(
            now=self.now,
            weights=self.weights,
            legs=tuple(self.legs),
            pools=tuple(self.pools),
            sources=tuple(self.sources),
            offers=tuple(self.offers),
            rows=tuple(rows),
            refused=self.refused,
            unknown=self.unknown,
            offers_of_leg=tuple(of_leg),
            following={b.index - 1: b.index for b in self.legs if b.number},
            rows_of_pool={pool: tuple(found) for pool, found in of_pool.items()},
        )

    # -- needs -------------------------------------------------------------------------------------

    def _legs(self, line: RequestLine, request: AssistanceRequest, missing: int) -> Iterator[Leg]:
        start, end = window(self.book, line)
        start = max(start, self.now)
        kind = self.book.types.get(line.resource)
        shift = (kind.relief_minutes if kind and kind.relief_minutes else 0) * MINUTE
        given = line.quantity - missing
        number = 0
        while start < end and number <= RELIEFS:
            relieved = bool(shift) and end - start > shift
            stop = start + shift if relieved else end
            yield Leg(
                index=len(self.legs) + number,
                line=line.id,
                number=number,
                resource=line.resource,
                accepts=(line.resource, *sorted(line.alternatives - {line.resource})),
                request=request.id,
                incident=request.incident or request.id,
                region=request.region,
                priority=int(request.priority),
                quantity=missing,
                least=0 if number else min(missing, max(0, line.least - given)),
                start=start,
                end=stop,
                rest_until=stop + shift // 2 if relieved else stop,
                relieved=relieved,
                relief_beyond=relieved and number == RELIEFS,
            )
            start = stop
            number += 1

    def _answers(self, line: RequestLine) -> None:
        for answer in self.book.answers_to(line.id):
            inquiry = self.book.inquiry(answer.about)
            if inquiry is not None and answer.answer:
                self.told[line.id, inquiry.owner] = self._answered(line, inquiry, answer)

    def _answered(self, line: RequestLine, inquiry: Inquiry, answer: InquiryLine) -> _Answered:
        taken = sum(
            c.quantity
            for c in self.book.commitments(line=line.id)
            if c.inquiry == inquiry.id and c.status not in ("withdrawn", "cancelled", "replaced")
        )
        resource = answer.alternative if answer.answer == "alternative" else line.resource
        soonest = answer.possible_from
        return _Answered(
            answer.answer,
            resource,
            FOREVER if answer.answer == "yes" else max(0, offered(answer) - taken),
            ALWAYS if soonest is None else milliseconds(soonest),
        )

    # -- supply ------------------------------------------------------------------------------------

    def _supply(self, resource: str) -> None:
        found: list[tuple[Pool, list[Source]]] = []
        unknown = []
        kind = self.book.types.get(resource)
        for owner in self.book.owners.values():
            if owner.kind not in GIVERS:
                continue
            capacity = self.book.capacity(owner.code, resource)
            units = self.book.units(owner.code, resource)
            limit = self.book.limit(owner.code, resource)
            if limit is None:
                if capacity or units or (owner.kind == "region" and kind and not kind.named):
                    unknown.append(owner.code)
                continue
            age, stale = age_of(self.book, owner.code, resource, self.moment)
            pool = Pool(
                index=len(self.pools),
                owner=owner.code,
                resource=resource,
                limit=limit,
                reserve=None if capacity is None else capacity.reserve,
                holds=self.book.taken(owner.code, resource, self.moment),
                package=bool(kind and kind.package),
                shares=owner.kind == "region",
                stale=stale,
                age_minutes=age,
            )
            self.pools.append(pool)
            named = units if kind and kind.named else []
            notice = None if capacity is None else capacity.notice_minutes
            found.append((pool, self._sources(pool, named, notice)))
        self.by_type[resource] = found
        self.unknown[resource] = tuple(unknown)

    def _sources(self, pool: Pool, units: Sequence[Unit], notice: int | None) -> list[Source]:
        """The parts of a pool: its units by hours, place and notice; without units one part."""
        alike: dict[tuple[object, ...], list[Unit]] = {}
        for unit in units:
            if unit.state != "out":
                alike.setdefault((*self._hours(unit, pool.holds), unit.position), []).append(unit)
        made = []
        if not units:
            made.append(self._source(pool, (), notice, "", (ALWAYS, FOREVER), ()))
        for group in alike.values():
            first = group[0]
            hours, busy, wait = self._hours(first, pool.holds)
            ids = tuple(u.id for u in group)
            wait = notice if wait is None else wait
            made.append(self._source(pool, ids, wait, first.position, hours, busy))
        return made

    def _source(
        self,
        pool: Pool,
        units: tuple[str, ...],
        notice: int | None,
        position: str,
        hours: tuple[int, int],
        busy: tuple[tuple[int, int], ...],
    ) -> Source:
        source = Source(len(self.sources), pool.index, units, notice, position, hours, busy)
        self.sources.append(source)
        return source

    @staticmethod
    def _hours(
        unit: Unit, holds: Iterable[Hold]
    ) -> tuple[tuple[int, int], tuple[tuple[int, int], ...], int | None]:
        hours = (
            ALWAYS if unit.available_from is None else milliseconds(unit.available_from),
            FOREVER if unit.available_until is None else milliseconds(unit.available_until),
        )
        busy = tuple(sorted((h.start, h.end) for h in holds if h.unit == unit.id))
        return hours, busy, unit.notice_minutes

    # -- offers ------------------------------------------------------------------------------------

    def _offers(self, leg: Leg) -> None:
        request = self.book.request(leg.request)
        target = request.report_to_position if request is not None else ""
        for resource in leg.accepts:
            for owner in self.unknown[resource]:
                if owner != leg.region:
                    minutes, _ = self._minutes(owner, "", resource, None, leg.region, target)
                    self.refused[leg.index, owner, resource] = "unknown", minutes
            for pool, sources in self.by_type[resource]:
                if pool.owner == leg.region:
                    continue
                why = self._pool_refused(leg, pool)
                if not why:
                    whys = [self._offer(leg, pool, s, target) for s in sources] or ["out"]
                    why = "" if "" in whys else whys[0]
                if why:
                    minutes, _ = self._minutes(pool.owner, "", resource, None, leg.region, target)
                    self.refused[leg.index, pool.owner, resource] = why, minutes

    def _pool_refused(self, leg: Leg, pool: Pool) -> str:
        if pool.resource in self.own.get(pool.owner, ()):
            return "asks_itself"
        told = self.told.get((leg.line, pool.owner))
        if told is not None and (
            told.answer == "no" or (told.answer == "alternative" and told.resource != pool.resource)
        ):
            return "said_no"
        return "" if pool.limit > 0 else "none_free"

    def _offer(self, leg: Leg, pool: Pool, source: Source, target: str) -> str:
        """Adds the offer of this source to a leg; or says why there is none."""
        told = self.told.get((leg.line, pool.owner))
        if told is not None and told.resource != pool.resource:
            told = None
        minutes, nowhere = self._minutes(
            pool.owner, source.position, pool.resource, source.notice, leg.region, target
        )
        underway = minutes * MINUTE
        soonest = max(self.now, source.hours[0], told.possible_from if told else ALWAYS)
        depart = max(soonest, leg.start - underway)
        arrive = depart + underway
        if arrive >= leg.end:
            return "too_late"
        if leg.end > source.hours[1]:
            return "hours"
        if any(start < leg.end and end > depart for start, end in source.busy):
            return "none_free"
        if pool.package and self._elsewhere(leg, pool, depart):
            return "package"
        free = pool.limit - (peak(pool.holds, depart, leg.end) if pool.holds else 0)
        most = min(leg.quantity, free, len(source.units) or free)
        if told is not None and not leg.number:
            most = min(most, told.most)
        if most <= 0:
            return "none_free" if free <= 0 else "said_no"
        late = max(0, arrive - leg.start) // MINUTE
        substitute = pool.resource != leg.resource
        self.offers.append(
            Offer(
                index=len(self.offers),
                leg=leg.index,
                source=source.index,
                pool=pool.index,
                most=most,
                depart=depart,
                arrive=arrive,
                free_again=leg.rest_until,
                minutes=minutes,
                late=late,
                substitute=substitute,
                nowhere=nowhere,
                cost=self._cost(minutes, late, substitute, pool.stale),
            )
        )
        return ""

    def _cost(self, minutes: int, late: int, substitute: bool, stale: bool) -> int:
        """What one unit costs: its journey, which an alternative or an old number makes longer,
        and its lateness."""
        hour = self.weights.journey_hour
        extra = (SUBSTITUTE_MINUTES if substitute else 0) + (OLD_MINUTES if stale else 0)
        return round((hour * (minutes + extra) + self.weights.late_hour * late) / 60)

    def _elsewhere(self, leg: Leg, pool: Pool, depart: int) -> bool:
        """Whether what the owner has of a package is promised to another incident by then."""
        for hold in pool.holds:
            if hold.start >= leg.end or hold.end <= depart:
                continue
            commitment = self.book.commitment(hold.commitment)
            request = self.book.request(commitment.request) if commitment else None
            if request is None or (request.incident or request.id) != leg.incident:
                return True
        return False

    def _minutes(
        self, owner: str, place: str, resource: str, notice: int | None, region: str, target: str
    ) -> tuple[int, bool]:
        """The journey with its notice in minutes, and whether it is a mere assumption."""
        key = (place or owner, resource, target or region, notice)
        known = self._journeys.get(key)
        if known is None:
            start = position_of(place) or seat(self.book.owners, owner)
            end = position_of(target) or seat(self.book.owners, region)
            if start is None or end is None:
                known = UNKNOWN_MINUTES, True
            else:
                known = journey(self.book.types.get(resource), start, end, notice).minutes, False
            self._journeys[key] = known
        return known

    def _caps(self, of_leg: Sequence[tuple[int, ...]]) -> list[tuple[tuple[int, ...], int]]:
        """Offers of one owner to one line that together may not go above what it answered."""
        found = []
        for leg in self.legs:
            if leg.number:
                continue
            by_pool: dict[int, list[int]] = {}
            for offer in of_leg[leg.index]:
                by_pool.setdefault(self.offers[offer].pool, []).append(offer)
            for pool, mine in by_pool.items():
                told = self.told.get((leg.line, self.pools[pool].owner))
                if told and told.resource == self.pools[pool].resource and len(mine) > 1:
                    found.append((tuple(mine), min(told.most, leg.quantity)))
        return found
