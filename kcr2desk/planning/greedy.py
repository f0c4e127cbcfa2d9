"""The plan that a person would make by hand: line by line, the most urgent first, from the nearest
that has something free. It keeps the same rules, and is what a proposal is compared with."""

from __future__ import annotations

from kcr2desk.planning.problem import Choice, Leg, Offer, Problem


def greedy(problem: Problem) -> Choice:
    """The nearest-first choice: first all first shifts by priority, then what relieves them.

    Remaining cover it does not look at; below a least acceptable number it gives nothing.
    """
    return _Greedy(problem).choice()


class _Greedy:
    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.taken: Choice = {}
        self.left = [row.room for row in problem.rows]
        self.rows_of_offer: list[list[int]] = [[] for _ in problem.offers]
        for number, row in enumerate(problem.rows):
            for offer in row.offers:
                self.rows_of_offer[offer].append(number)
        self.incident: dict[int, str] = {}  # row of a package -> where it went

    def choice(self) -> Choice:
        got = [0] * len(self.problem.legs)
        for leg in sorted(
            self.problem.legs, key=lambda x: (x.number, x.priority, x.start, x.index)
        ):
            wanted = got[leg.index - 1] if leg.number else leg.quantity
            got[leg.index] = self._fill(leg, wanted)
        return self.taken

    def _fill(self, leg: Leg, wanted: int) -> int:
        offers = [self.problem.offers[o] for o in self.problem.offers_of_leg[leg.index]]
        offers.sort(key=lambda o: (o.substitute, o.late, o.minutes, o.index))
        mine: dict[int, int] = {}
        for offer in offers:
            quantity = min(wanted - sum(mine.values()), self._free(leg, offer))
            if quantity > 0:
                mine[offer.index] = quantity
                self._take(leg, offer, quantity)
        got = sum(mine.values())
        if got < leg.least:
            for index, quantity in mine.items():
                self._give_back(self.problem.offers[index], quantity)
            return 0
        return got

    def _free(self, leg: Leg, offer: Offer) -> int:
        rows = self.rows_of_offer[offer.index]
        if self.problem.pools[offer.pool].package and any(
            self.incident.get(n, leg.incident) != leg.incident for n in rows
        ):
            return 0
        return min(offer.most, *(self.left[n] for n in rows))

    def _take(self, leg: Leg, offer: Offer, quantity: int) -> None:
        self.taken[offer.index] = quantity
        for number in self.rows_of_offer[offer.index]:
            self.left[number] -= quantity
            if self.problem.rows[number].pool >= 0 and self.problem.pools[offer.pool].package:
                self.incident[number] = leg.incident

    def _give_back(self, offer: Offer, quantity: int) -> None:
        del self.taken[offer.index]
        for number in self.rows_of_offer[offer.index]:
            self.left[number] += quantity
            others = self.problem.rows[number].offers
            if not any(o in self.taken for o in others):
                self.incident.pop(number, None)


def _urgency(leg: Leg) -> tuple[int, int, int, int]:
    return leg.number, leg.priority, leg.start, leg.index
