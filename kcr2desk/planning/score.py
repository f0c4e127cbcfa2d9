"""What a choice costs by the weights, in figures that people know; and whether it breaks a rule.

One function scores the solver's plan and the greedy one, so that they can be compared.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kcr2desk.planning.problem import Choice, Offer, Problem


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a problem that shares no pool with the rest, so it is solved by itself."""

    legs: tuple[int, ...]
    pools: tuple[int, ...]
    offers: tuple[int, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """What a plan comes to. `unfilled` are units of priority 1 to 4 that lines do not get,
    `relief_missing` units that nobody relieves, `journey_minutes` and `late_minutes` those of all
    units together, `below_cover` units below declared remaining cover that the plan adds,
    `largest_share` the highest percentage that one region gives of what it has of a type, `alike`
    units that relieve others of the same owner. `cost` is all of it by the weights."""

    cost: float
    unfilled: tuple[int, int, int, int]
    relief_missing: int
    journey_minutes: int
    late_minutes: int
    below_cover: int
    largest_share: float
    substitutes: int
    alike: int
    sent: int

    @property
    def missing(self) -> int:
        """Units that lines do not get, of all priorities."""
        return sum(self.unfilled)


def parts(problem: Problem) -> list[Part]:
    """The parts of a problem, smallest first: types belong together when one line takes either."""
    above: dict[str, str] = {}

    def root(resource: str) -> str:
        while (up := above.setdefault(resource, resource)) != resource:
            resource = up
        return resource

    for leg in problem.legs:
        for resource in leg.accepts[1:]:
            above[root(resource)] = root(leg.accepts[0])
    legs: dict[str, list[int]] = {}
    for leg in problem.legs:
        legs.setdefault(root(leg.resource), []).append(leg.index)
    pools: dict[str, list[int]] = {}
    for pool in problem.pools:
        pools.setdefault(root(pool.resource), []).append(pool.index)
    rows: dict[str, list[int]] = {}
    for number, row in enumerate(problem.rows):
        owner = problem.pools[problem.offers[row.offers[0]].pool]
        rows.setdefault(root(owner.resource), []).append(number)
    made = [
        Part(
            tuple(mine),
            tuple(pools.get(name, ())),
            tuple(o for leg in mine for o in problem.offers_of_leg[leg]),
            tuple(rows.get(name, ())),
        )
        for name, mine in legs.items()
    ]
    return sorted(made, key=lambda p: (len(p.offers), p.legs))


def whole(problem: Problem) -> Part:
    """All of a problem as one part."""
    return Part(
        tuple(range(len(problem.legs))),
        tuple(range(len(problem.pools))),
        tuple(range(len(problem.offers))),
        tuple(range(len(problem.rows))),
    )


def given(problem: Problem, choice: Choice) -> list[int]:
    """How many each leg gets."""
    found = [0] * len(problem.legs)
    for offer, quantity in choice.items():
        found[problem.offers[offer].leg] += quantity
    return found


def base_below(problem: Problem, pool: int) -> int:
    """How many a pool is below its declared cover without any plan, at its worst moment."""
    known = problem.pools[pool]
    if known.reserve is None:
        return 0
    rows = [problem.rows[n] for n in problem.rows_of_pool.get(pool, ())]
    return max((r.base - (known.limit - known.reserve) for r in rows), default=0)


def added_below(problem: Problem, pool: int, choice: Choice) -> int:
    """How many units a choice brings a pool below its declared cover at its worst moment, more
    than it is already."""
    known = problem.pools[pool]
    if known.reserve is None:
        return 0
    before = max(0, base_below(problem, pool))
    spare = known.limit - known.reserve
    worst = before
    for number in problem.rows_of_pool.get(pool, ()):
        row = problem.rows[number]
        taken = row.base + sum(choice.get(o, 0) for o in row.offers)
        worst = max(worst, taken - spare)
    return worst - before


def alike(problem: Problem, choice: Choice, leg: int) -> int:
    """How many of the leg that relieves `leg` come from the owners that also served this one,
    above what changing owners could not prevent."""
    after = problem.following.get(leg)
    if after is None:
        return 0
    quantity = problem.legs[leg].quantity
    by_owner: dict[str, int] = {}
    for number in (leg, after):
        for offer in problem.offers_of_leg[number]:
            owner = problem.pools[problem.offers[offer].pool].owner
            by_owner[owner] = by_owner.get(owner, 0) + choice.get(offer, 0)
    return sum(max(0, n - quantity) for n in by_owner.values())


def score(problem: Problem, choice: Choice, part: Part | None = None) -> Score:
    """What a choice comes to, of the whole problem or one part of it."""
    of = part or whole(problem)
    got = given(problem, choice)
    unfilled = [0, 0, 0, 0]
    relief = 0
    cost = 0.0
    same = 0
    for index in of.legs:
        leg = problem.legs[index]
        if leg.number:
            missing = got[index - 1] - got[index]
            relief += missing
        else:
            missing = leg.quantity - got[index]
            unfilled[leg.priority - 1] += missing
        cost += problem.value(leg) * missing
        same += alike(problem, choice, index)
    taken = [(problem.offers[o], n) for o, n in choice.items()]
    if part is not None:
        mine = set(part.offers)
        taken = [(o, n) for o, n in taken if o.index in mine]
    below = sum(added_below(problem, p, choice) for p in sorted({o.pool for o, _ in taken}))
    loads = _loads(taken)
    weights = problem.weights
    cost += sum(o.cost * n for o, n in taken) + weights.cover * below
    cost += weights.journey_hour * same
    cost += sum(burden(problem, pool, n) for pool, n in sorted(loads.items()))
    return Score(
        cost=cost,
        unfilled=(unfilled[0], unfilled[1], unfilled[2], unfilled[3]),
        relief_missing=relief,
        journey_minutes=sum(o.minutes * n for o, n in taken),
        late_minutes=sum(o.late * n for o, n in taken),
        below_cover=below,
        largest_share=max((share(problem, pool, n) for pool, n in loads.items()), default=0.0),
        substitutes=sum(n for o, n in taken if o.substitute),
        alike=same,
        sent=sum(n for _, n in taken),
    )


def _loads(taken: Iterable[tuple[Offer, int]]) -> dict[int, int]:
    """How many units each pool gives, in all legs together."""
    found: dict[int, int] = {}
    for offer, quantity in taken:
        found[offer.pool] = found.get(offer.pool, 0) + quantity
    return found


def share(problem: Problem, pool: int, units: int) -> float:
    """Which percentage of what a region has of a type `units` are; of partners it is nought."""
    known = problem.pools[pool]
    return 100 * units / known.limit if known.shares else 0.0


def burden(problem: Problem, pool: int, units: int) -> float:
    """What it costs that one region gives so many: each unit costs `fairness` for every percent of
    what it has that it gave with that one. So the second of two costs twice the first."""
    known = problem.pools[pool]
    if not known.shares:
        return 0.0
    return problem.weights.fairness * 100 / known.limit * units * (units + 1) / 2


def broken(problem: Problem, choice: Choice) -> list[str]:
    """The rules that a choice breaks, in words for a log; empty when it keeps all."""
    found = [
        f"offer {o}: {n} of {problem.offers[o].most}"
        for o, n in choice.items()
        if not 0 < n <= problem.offers[o].most
    ]
    got = given(problem, choice)
    for leg in problem.legs:
        wanted = got[leg.index - 1] if leg.number else leg.quantity
        if got[leg.index] > wanted:
            found.append(f"leg {leg.index}: more than wanted")
        if 0 < got[leg.index] < leg.least:
            found.append(f"leg {leg.index}: less than of use")
    for number, row in enumerate(problem.rows):
        if sum(choice.get(o, 0) for o in row.offers) > row.room:
            found.append(f"row {number}: over-committed")
        if row.pool >= 0 and problem.pools[row.pool].package:
            to = {problem.legs[problem.offers[o].leg].incident for o in row.offers if o in choice}
            if len(to) > 1:
                found.append(f"row {number}: package split")
    return found
