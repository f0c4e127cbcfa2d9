"""The plan that a person would make by hand: line by line, the most urgent first, from the nearest
that has something free. It keeps the same rules, and is what a proposal is compared with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kcr2desk.planning.problem import Choice, Leg, Offer, Problem

Turn = tuple[Leg, int]
"""A leg and up to how many it may have by the end of its turn."""


def greedy(problem: Problem) -> Choice:
    """The nearest-first choice: first all first shifts by priority, then what relieves them.

    Remaining cover it does not look at; below a least acceptable number it gives nothing.
    """
    return by_turns(problem, [(leg, leg.quantity) for leg in sorted(problem.legs, key=_urgency)])


def by_turns(problem: Problem, turns: Iterable[Turn]) -> Choice:
    """A choice in which legs are served in these turns, each from the nearest that has something.

    Relief must come after what it relieves.
    """
    work = _Greedy(problem)
    for leg, most in turns:
        work.serve(leg, most)
    return work.taken


def guided(problem: Problem, shares: Mapping[int, float], dear: Mapping[int, float]) -> Choice:
    """A choice near a relaxation, in which offers are taken in pieces (`shares`): first what it
    takes whole, then to each leg what it still lacks, from what the relaxation finds least `dear`.
    """
    work = _Greedy(problem)
    legs = sorted(problem.legs, key=_urgency)
    for leg in legs:
        offers = [problem.offers[o] for o in problem.offers_of_leg[leg.index]]
        sure = {o.index: n for o in offers if (n := int(shares.get(o.index, 0.0) + 1e-6))}
        work.serve(leg, leg.quantity, [o for o in offers if o.index in sure], sure)
    for leg in legs:
        offers = [problem.offers[o] for o in problem.offers_of_leg[leg.index]]
        offers.sort(key=lambda o: (dear.get(o.index, 0.0), -shares.get(o.index, 0.0), o.index))
        work.serve(leg, leg.quantity, offers)
    return work.taken


class _Greedy:
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.taken: Choice = {}
        self.got = [0] * len(problem.legs)
        self.left = [row.room for row in problem.rows]
        self.rows_of_offer: list[list[int]] = [[] for _ in problem.offers]
        for number, row in enumerate(problem.rows):
            for offer in row.offers:
                self.rows_of_offer[offer].append(number)
        self.incident: dict[int, str] = {}  # row of a package -> where it went

    def serve(
        self,
        leg: Leg,
        most: int,
        offers: Sequence[Offer] | None = None,
        limits: Mapping[int, int] | None = None,
    ) -> None:
        """Give a leg up to `most` in all, from `offers` in their order (None: the nearest first)
        and of each up to `limits`; nothing when that stays below its least number."""
        wanted = min(most, self.got[leg.index - 1]) if leg.number else most
        if offers is None:
            offers = sorted(
                (self.problem.offers[o] for o in self.problem.offers_of_leg[leg.index]),
                key=lambda o: (o.substitute, o.late, o.minutes, o.index),
            )
        mine: dict[int, int] = {}
        for offer in offers:
            lacking = wanted - self.got[leg.index] - sum(mine.values())
            quantity = min(lacking, self._free(leg, offer))
            if limits is not None:
                quantity = min(quantity, limits[offer.index])
            if quantity > 0:
                mine[offer.index] = quantity
                self._take(leg, offer, quantity)
        got = self.got[leg.index] + sum(mine.values())
        if got < leg.least:
            for index, quantity in mine.items():
                self._give_back(self.problem.offers[index], quantity)
        else:
            self.got[leg.index] = got

    def _free(self, leg: Leg, offer: Offer) -> int:
        rows = self.rows_of_offer[offer.index]
        if self.problem.pools[offer.pool].package and any(
            self.incident.get(n, leg.incident) != leg.incident for n in rows
        ):
            return 0
        return min(offer.most - self.taken.get(offer.index, 0), *(self.left[n] for n in rows))

    def _take(self, leg: Leg, offer: Offer, quantity: int) -> None:
        self.taken[offer.index] = self.taken.get(offer.index, 0) + quantity
        for number in self.rows_of_offer[offer.index]:
            self.left[number] -= quantity
            if self.problem.rows[number].pool >= 0 and self.problem.pools[offer.pool].package:
                self.incident[number] = leg.incident

    def _give_back(self, offer: Offer, quantity: int) -> None:
        self.taken[offer.index] -= quantity
        if not self.taken[offer.index]:
            del self.taken[offer.index]
        for number in self.rows_of_offer[offer.index]:
            self.left[number] += quantity
            others = self.problem.rows[number].offers
            if not any(o in self.taken for o in others):
                self.incident.pop(number, None)


def _urgency(leg: Leg) -> tuple[int, int, int, int]:
    return leg.number, leg.priority, leg.start, leg.index
