"""A choice looked at from all sides: what is left of each offer, who took it, which unit goes."""

from __future__ import annotations

from kcr2desk.planning.problem import Choice, Leg, Offer, Problem
from kcr2desk.planning.score import burden, given


class After:
    """What a problem looks like once a choice is made."""

    def __init__(self, problem: Problem, choice: Choice) -> None:
        self.problem = problem
        self.choice = choice
        self.got = given(problem, choice)
        self.taken = [sum(choice.get(o, 0) for o in row.offers) for row in problem.rows]
        self.rows_of_offer: list[list[int]] = [[] for _ in problem.offers]
        for number, row in enumerate(problem.rows):
            for offer in row.offers:
                self.rows_of_offer[offer].append(number)
        self.load: dict[int, int] = {}
        for index, quantity in choice.items():
            pool = problem.offers[index].pool
            self.load[pool] = self.load.get(pool, 0) + quantity

    def left(self, offer: int) -> int:
        """How many more of an offer could be taken."""
        rows = self.rows_of_offer[offer]
        room = min(self.problem.rows[n].room - self.taken[n] for n in rows)
        return max(0, min(room, self.problem.offers[offer].most - self.choice.get(offer, 0)))

    def takers(self, offer: int) -> list[Leg]:
        """Whose legs took what this offer now lacks, the most urgent first."""
        mine = self.problem.offers[offer].leg
        legs = {
            self.problem.offers[other].leg
            for number in self.rows_of_offer[offer]
            if self.taken[number] >= self.problem.rows[number].room
            for other in self.problem.rows[number].offers
            if other in self.choice and self.problem.offers[other].leg != mine
        }
        return sorted((self.problem.legs[i] for i in legs), key=lambda x: (x.priority, x.index))

    def package_with(self, offer: int) -> Leg | None:
        """The leg of another incident that has the package of this offer at that time."""
        if not self.problem.pools[self.problem.offers[offer].pool].package:
            return None
        mine = self.problem.legs[self.problem.offers[offer].leg].incident
        for number in self.rows_of_offer[offer]:
            for other in self.problem.rows[number].offers:
                leg = self.problem.legs[self.problem.offers[other].leg]
                if other in self.choice and leg.incident != mine:
                    return leg
        return None

    def below(self, offer: int, more: int) -> int:
        """How many below declared cover the owner of an offer would be during it, giving `more`
        than it does; 0 when it declared none."""
        pool = self.problem.pools[self.problem.offers[offer].pool]
        if pool.reserve is None:
            return 0
        spare = pool.limit - pool.reserve
        return max(
            0,
            *(
                self.problem.rows[n].base + self.taken[n] + more - spare
                for n in self.rows_of_offer[offer]
                if self.problem.rows[n].pool >= 0
            ),
        )

    def next_burden(self, pool: int) -> float:
        """What it would cost in fairness when a pool gave one more."""
        load = self.load.get(pool, 0)
        return burden(self.problem, pool, load + 1) - burden(self.problem, pool, load)

    def last_burden(self, pool: int) -> float:
        """What the last unit that a pool gives costs in fairness."""
        load = self.load.get(pool, 0)
        return burden(self.problem, pool, load) - burden(self.problem, pool, load - 1)

    def units(self) -> dict[int, tuple[str, ...]]:
        """Which named units each chosen offer sends. Those of one source are all alike, and at no
        moment more are taken than there are, so handing them out in order of time always works."""
        of_source: dict[int, list[Offer]] = {}
        for index in self.choice:
            offer = self.problem.offers[index]
            if self.problem.sources[offer.source].units:
                of_source.setdefault(offer.source, []).append(offer)
        found: dict[int, tuple[str, ...]] = {}
        for source, offers in of_source.items():
            free_at = dict.fromkeys(self.problem.sources[source].units, self.problem.now)
            for offer in sorted(offers, key=lambda o: (o.depart, o.index)):
                ready = [unit for unit, at in free_at.items() if at <= offer.depart]
                found[offer.index] = tuple(ready[: self.choice[offer.index]])
                free_at.update(dict.fromkeys(found[offer.index], offer.free_again))
        return found
