"""Why this owner and not a nearer one, what stays unfilled, and what would fix it.

Every reason is read off the problem and the choice, so it is true of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kcr2desk.core.bijstand import InquiryLine, RequestLine
from kcr2desk.core.book import Book
from kcr2desk.core.candidates import crises
from kcr2desk.core.fields import moment
from kcr2desk.core.holding import FOREVER, Hold, peak
from kcr2desk.planning.after import After
from kcr2desk.planning.problem import Leg, Offer, Problem, old_costs
from kcr2desk.planning.result import Assignment, Reason, Unfilled

MOST = 5
"""How many nearer owners, or ways out, are told of."""


class Explained:
    """The choice of a plan as assignments and what stays unfilled, each with its reasons."""

    def __init__(self, book: Book, problem: Problem, after: After) -> None:
        self.book = book
        self.problem = problem
        self.after = after
        self.now = moment(problem.now)
        self.crises = crises(book)
        self._refused: dict[int, list[tuple[str, str, str, int]]] = {}
        for (leg, owner, resource), (why, minutes) in problem.refused.items():
            self._refused.setdefault(leg, []).append((owner, resource, why, minutes))
        self._free: dict[tuple[str, int, int], int] = {}
        self._supply: dict[str, list[tuple[str, int, tuple[Hold, ...]]]] = {}

    # -- what is proposed --------------------------------------------------------------------------

    def assignments(self) -> Iterator[Assignment]:
        """All that is proposed, in the order of the lines, then of time and journey."""
        units = self.after.units()
        chosen = [self.problem.offers[o] for o in self.after.choice]
        for offer in sorted(chosen, key=lambda o: (o.leg, o.substitute, o.minutes, o.index)):
            leg, pool = self.problem.legs[offer.leg], self.problem.pools[offer.pool]
            yield Assignment(
                line=leg.line,
                owner=pool.owner,
                resource=pool.resource,
                quantity=self.after.choice[offer.index],
                units=units.get(offer.index, ()),
                from_at=moment(offer.depart),
                arrive_at=moment(offer.arrive),
                until_at=None if leg.end >= FOREVER else moment(leg.end),
                minutes=offer.minutes,
                relief=leg.number,
                passed=tuple(self._passed(leg, offer)),
                notes=tuple(self._notes(leg, offer)),
            )

    def _passed(self, leg: Leg, chosen: Offer) -> list[Reason]:
        """Of the nearest of those that are nearer: why they do not give it."""
        mine = self.problem.pools[chosen.pool].owner
        found: dict[str, tuple[int, Reason]] = {}
        for index in self.problem.offers_of_leg[leg.index]:
            offer = self.problem.offers[index]
            owner = self.problem.pools[offer.pool].owner
            if offer.minutes < chosen.minutes and owner != mine:
                reason = self._why_not(leg, offer, chosen)
                if reason is not None and offer.minutes < found.get(owner, (FOREVER,))[0]:
                    found[owner] = offer.minutes, reason
        for owner, resource, why, minutes in self._refused.get(leg.index, ()):
            if owner in (mine, *found) or resource != leg.resource:
                continue
            if minutes < chosen.minutes:
                found[owner] = minutes, Reason(why, owner, resource)
        nearest = sorted(found.items(), key=lambda x: (x[1][0], x[0]))
        return [reason for _, (_, reason) in nearest[:MOST]]

    def _why_not(self, leg: Leg, offer: Offer, chosen: Offer) -> Reason | None:
        """Why an offer gives no more than it does; None when it gives all that it has here."""
        pool = self.problem.pools[offer.pool]
        owner, resource = pool.owner, pool.resource
        other = self.after.package_with(offer.index)
        if other is not None:
            return Reason("package_kept", owner, resource, other.line)
        if not self.after.left(offer.index):
            takers = [t for t in self.after.takers(offer.index) if t.line != leg.line]
            if not takers:
                return Reason("same_line", owner, resource) if self._serves(leg, offer) else None
            code = "kept_urgent" if takers[0].priority < leg.priority else "kept"
            return Reason(code, owner, resource, takers[0].line)
        more = self.after.below(offer.index, 1)
        if more > self.after.below(offer.index, 0):
            return Reason("below_cover", owner, resource, number=more)
        if offer.late > chosen.late:
            return Reason("later", owner, resource, number=offer.late - chosen.late)
        if offer.substitute and not chosen.substitute:
            return Reason("other_type", owner, resource)
        dearer = self.after.next_burden(offer.pool) - self.after.last_burden(chosen.pool)
        if pool.stale and chosen.cost <= offer.cost < chosen.cost + old_costs(self.problem.weights):
            return Reason("old", owner, resource, number=(pool.age_minutes or 0) // 60)
        if dearer > 0 and offer.cost + dearer >= chosen.cost:
            gives = 100 * (self.after.load.get(offer.pool, 0) + 1) // pool.limit
            return Reason("fair_share", owner, resource, number=gives)
        if self._serves(leg, offer):
            return Reason("same_line", owner, resource)
        return Reason("weighed", owner, resource)

    def _serves(self, leg: Leg, offer: Offer) -> bool:
        """Whether the owner of an offer serves the same line in another shift."""
        owner = self.problem.pools[offer.pool].owner
        return any(
            self.problem.pools[self.problem.offers[o].pool].owner == owner
            for near in (leg.index - 1, leg.index + 1)
            if 0 <= near < len(self.problem.legs) and self.problem.legs[near].line == leg.line
            for o in self.problem.offers_of_leg[near]
            if o in self.after.choice
        )

    def _notes(self, leg: Leg, offer: Offer) -> Iterator[Reason]:
        pool = self.problem.pools[offer.pool]
        if offer.substitute:
            yield Reason("substitute", pool.owner, pool.resource)
        if offer.late:
            yield Reason("late", pool.owner, number=offer.late)
        if offer.nowhere:
            yield Reason("nowhere", pool.owner)
        if pool.stale and pool.age_minutes is not None:
            yield Reason("number_old", pool.owner, number=pool.age_minutes // 60)
        if pool.age_minutes is None:
            yield Reason("number_norm", pool.owner)
        if pool.reserve is None:
            yield Reason("cover_unknown", pool.owner)
        elif below := self.after.below(offer.index, 0):
            yield Reason("goes_below", pool.owner, number=below)
        if pool.owner in self.crises:
            yield Reason("own_crisis", pool.owner)
        if leg.number and self._served_before(leg, pool.owner):
            yield Reason("same_owner", pool.owner)
        after = self.problem.following.get(leg.index)
        if after is not None:
            lacking = self.after.got[leg.index] - self.after.got[after]
            if lacking:
                yield Reason("no_relief", pool.owner, number=lacking, at=moment(leg.end))
        elif leg.relief_beyond:
            yield Reason("relief_beyond", pool.owner, at=moment(leg.end))

    def _served_before(self, leg: Leg, owner: str) -> bool:
        return any(
            self.problem.pools[self.problem.offers[o].pool].owner == owner
            for o in self.problem.offers_of_leg[leg.index - 1]
            if o in self.after.choice
        )

    # -- what is not -------------------------------------------------------------------------------

    def unfilled(self) -> Iterator[Unfilled]:
        """What lines do not get, the most urgent first; then relief that is missing."""
        for leg in sorted(self.problem.legs, key=lambda x: (x.number > 0, x.priority, x.index)):
            wanted = self.after.got[leg.index - 1] if leg.number else leg.quantity
            missing = wanted - self.after.got[leg.index]
            if missing > 0:
                spare = self._spare(leg)
                yield Unfilled(
                    line=leg.line,
                    missing=missing,
                    relief=leg.number,
                    from_at=moment(leg.start),
                    why=tuple(self._why_unfilled(leg, spare)),
                    fixes=tuple(self._fixes(leg, missing, spare)),
                )

    def _spare(self, leg: Leg) -> list[tuple[Offer, int]]:
        """Offers of which something is left for this leg, each pool once, the nearest first."""
        found: dict[int, tuple[Offer, int]] = {}
        offers = (self.problem.offers[o] for o in self.problem.offers_of_leg[leg.index])
        for offer in sorted(offers, key=lambda o: (o.minutes, o.index)):
            left = self.after.left(offer.index)
            if left and self.after.package_with(offer.index) is None:
                found.setdefault(offer.pool, (offer, left))
        return list(found.values())

    def _why_unfilled(self, leg: Leg, spare: list[tuple[Offer, int]]) -> Iterator[Reason]:
        possible = sum(left for _, left in spare)
        if not self.after.got[leg.index] and 0 < possible < leg.least:
            yield Reason("too_few", resource=leg.resource, number=possible)
        elif spare:
            if any(self.after.below(o.index, 1) for o, _ in spare):
                yield Reason("cover_first", resource=leg.resource, number=possible)
            else:
                yield Reason("not_worth", resource=leg.resource, number=possible)
        takers: dict[str, Leg] = {}
        for index in self.problem.offers_of_leg[leg.index]:
            other = self.after.package_with(index)
            found = [other] if other else self.after.takers(index)
            takers.update({t.line: t for t in found if t.line != leg.line})
        for taker in sorted(takers.values(), key=lambda t: (t.priority, t.index))[:3]:
            code = "goes_urgent" if taker.priority < leg.priority else "goes_to"
            yield Reason(code, resource=leg.resource, line=taker.line)
        whys = Counter(
            why for _, resource, why, _ in self._refused.get(leg.index, ())
            if resource == leg.resource
        )  # fmt: skip
        for why, count in sorted(whys.items(), key=lambda x: (-x[1], x[0])):
            yield Reason(f"many_{why}", resource=leg.resource, number=count)
        if not whys and not self.problem.offers_of_leg[leg.index]:
            yield Reason("nobody", resource=leg.resource)

    def _fixes(self, leg: Leg, missing: int, spare: list[tuple[Offer, int]]) -> list[Reason]:
        found: list[Reason] = []
        possible = sum(left for _, left in spare)
        if not self.after.got[leg.index] and 0 < possible < leg.least:
            found.append(Reason("accept_less", resource=leg.resource, number=possible))
        for offer, left in spare[:MOST]:
            pool = self.problem.pools[offer.pool]
            code = "has_below_cover" if self.after.below(offer.index, 1) else "has_left"
            found.append(Reason(code, pool.owner, pool.resource, number=min(left, missing)))
        asked = self._asked(leg)
        near = sorted(self._refused.get(leg.index, ()), key=lambda x: (x[3], x[0]))
        ask = [x for x in near if x[2] == "unknown" and x[0] not in asked]
        found += [Reason("ask_unknown", owner, resource) for owner, resource, _, _ in ask[:MOST]]
        found += self._later(leg)
        found += self._alternatives(leg)
        return found

    def _asked(self, leg: Leg) -> set[str]:
        """The owners that were asked for this line already."""
        inquiries = {a.about for a in self.book.answers_to(leg.line)}
        return {i.owner for i in self.book.inquiries(leg.request) if i.id in inquiries}

    def _later(self, leg: Leg) -> list[Reason]:
        """Owners that have all promised now, of whom something comes free before the end."""
        found = []
        for owner, resource, why, minutes in self._refused.get(leg.index, ()):
            if why != "none_free" or resource != leg.resource:
                continue
            limit = self.book.limit(owner, resource) or 0
            holds = self.book.taken(owner, resource, self.now)
            for end in sorted({h.end for h in holds if leg.start < h.end < leg.end}):
                free = limit - peak(holds, end, leg.end)
                if free > 0:
                    reason = Reason("later_free", owner, resource, number=free, at=moment(end))
                    found.append((end, minutes, reason))
                    break
        return [reason for _, _, reason in sorted(found, key=lambda x: x[:2])[:2]]

    def _alternatives(self, leg: Leg) -> list[Reason]:
        """What others asked or offered in place of this type and the line does not accept, of
        which there is some. Nothing else says what can replace what: engineers put out no fire."""
        others = {
            code
            for line in self.book.all("requestline")
            if isinstance(line, RequestLine) and line.resource == leg.resource
            for code in line.alternatives
        }
        others |= {
            told.alternative
            for told in self.book.all("inquiryline")
            if isinstance(told, InquiryLine) and told.resource == leg.resource and told.alternative
        }
        others -= set(leg.accepts)
        free = [(self._free_of(code, leg), code) for code in sorted(others)]
        best = sorted((x for x in free if x[0]), key=lambda x: (-x[0], x[1]))
        return [Reason("alternative", resource=code, number=count) for count, code in best[:2]]

    def _free_of(self, resource: str, leg: Leg) -> int:
        """How many of a type are neither promised nor in this plan while a leg lasts."""
        key = (resource, leg.start, leg.end)
        if key not in self._free:
            self._free[key] = sum(
                max(0, left - (peak(holds, leg.start, leg.end) if holds else 0))
                for owner, left, holds in self._held(resource)
                if owner != leg.region
            )
        return self._free[key]

    def _held(self, resource: str) -> list[tuple[str, int, tuple[Hold, ...]]]:
        """(owner, what it has less what this plan takes of it, what is promised) of a type."""
        if resource not in self._supply:
            planned: dict[str, int] = {}
            for o, quantity in self.after.choice.items():
                pool = self.problem.pools[self.problem.offers[o].pool]
                if pool.resource == resource:
                    planned[pool.owner] = planned.get(pool.owner, 0) + quantity
            limits = ((o, self.book.limit(o, resource)) for o in self.book.owners)
            self._supply[resource] = [
                (o, limit - planned.get(o, 0), self.book.taken(o, resource, self.now))
                for o, limit in limits
                if limit is not None and limit > planned.get(o, 0)
            ]
        return self._supply[resource]
