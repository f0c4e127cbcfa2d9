"""When there is not enough: options and their consequences on one page.

It chooses nothing. The decision and the authority that takes it are left blank.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from kcr2desk.core.book import Book
from kcr2desk.core.reference import PlanWeights
from kcr2desk.planning.gather import gather
from kcr2desk.planning.greedy import Turn, by_turns, greedy
from kcr2desk.planning.problem import Choice, Leg, Problem, Row
from kcr2desk.planning.result import Plan
from kcr2desk.planning.score import Score, added_below, given, score
from kcr2desk.planning.solve import solve

OPTIONS = ("priority", "least", "even", "cover")
"""By priority (the proposal); to each line its least acceptable number first, then by priority; to
each line in turn, whatever its priority; by priority, while nobody goes below declared cover."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a line gets under an option. `enough`: at least its least acceptable number; `less`:
    how many fewer than under the proposal (negative: more)."""

    line: str
    wanted: int
    gets: int
    enough: bool
    less: int


@dataclass(frozen=True, slots=True)
class Option:
    """A way to share what there is, and what comes of it. `below` names owners that go below their
    declared cover and by how many, `gives` what each owner gives in all. `searched`: the best by
    the weights was looked for; else it was worked out nearest first."""

    code: str
    searched: bool
    outcomes: tuple[Outcome, ...]
    score: Score
    below: tuple[tuple[str, int], ...]
    gives: tuple[tuple[str, int], ...]

    @property
    def empty_handed(self) -> int:
        """How many lines get nothing of use."""
        return sum(1 for o in self.outcomes if not o.enough)


@dataclass(frozen=True, slots=True)
class Shortage:
    """A type of which there is not enough: `wanted` by the open lines together, `free` with owners
    whose number is known, and who else may have it: owners whose number nobody knows ("?")."""

    resource: str
    wanted: int
    free: int
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScarcityAdvice:
    """Data of the page. `decision`, `authority` and `decided_at` are always blank: who decides
    fills them in by hand."""

    made_at: datetime
    weights: PlanWeights
    lines: tuple[str, ...]
    shortages: tuple[Shortage, ...]
    options: tuple[Option, ...]
    decision: str = ""
    authority: str = ""
    decided_at: datetime | None = None


def scarcity(
    book: Book,
    made: Plan,
    now: datetime,
    *,
    seconds: float = 1.0,
    clock: Callable[[], float] = time.monotonic,
) -> ScarcityAdvice | None:
    """Options for the lines of a plan that leaves some unfilled; None when all are filled.

    An option that comes to the same as one before it is left out. Raises SolverTrouble.
    """
    if not any(not u.relief for u in made.unfilled):
        return None
    problem = gather(book, now, made.lines, made.weights)
    start = greedy(problem)
    first = solve(problem, start, seconds, clock=clock).choice
    covered = _covered(problem)
    choices = {
        "priority": first,
        "least": by_turns(problem, _least_first(problem)),
        "even": by_turns(problem, _in_turn(problem)),
        "cover": solve(covered, greedy(covered), seconds, clock=clock).choice,
    }
    base = given(problem, first)
    options: list[Option] = []
    for code in OPTIONS:
        option = _option(problem, code, choices[code], base)
        if not any(_same(option, before) for before in options):
            options.append(option)
    return ScarcityAdvice(
        made_at=now,
        weights=made.weights,
        lines=made.lines,
        shortages=tuple(_shortages(problem, made)),
        options=tuple(options),
    )


def _option(problem: Problem, code: str, choice: Choice, base: list[int]) -> Option:
    got = given(problem, choice)
    below: dict[str, int] = {}
    gives: dict[str, int] = {}
    for index in {problem.offers[o].pool for o in choice}:
        owner = problem.pools[index].owner
        below[owner] = below.get(owner, 0) + added_below(problem, index, choice)
    for o, quantity in choice.items():
        owner = problem.pools[problem.offers[o].pool].owner
        gives[owner] = gives.get(owner, 0) + quantity
    return Option(
        code=code,
        searched=code in ("priority", "cover"),
        outcomes=tuple(
            Outcome(
                line=leg.line,
                wanted=leg.quantity,
                gets=got[leg.index],
                enough=got[leg.index] >= max(1, leg.least),
                less=base[leg.index] - got[leg.index],
            )
            for leg in problem.legs
            if not leg.number
        ),
        score=score(problem, choice),
        below=tuple(sorted((o, n) for o, n in below.items() if n)),
        gives=tuple(sorted(gives.items())),
    )


def _same(one: Option, other: Option) -> bool:
    return one.outcomes == other.outcomes and one.below == other.below


def _shortages(problem: Problem, made: Plan) -> list[Shortage]:
    short = {u.line for u in made.unfilled if not u.relief}
    types = dict.fromkeys(leg.resource for leg in problem.legs if leg.line in short)
    found = []
    for resource in types:
        wanted = sum(x.quantity for x in problem.legs if not x.number and x.resource == resource)
        free: dict[int, int] = {}
        for offer in problem.offers:
            leg = problem.legs[offer.leg]
            if problem.pools[offer.pool].resource == resource and not leg.number:
                rows = (problem.rows[n] for n in problem.rows_of_pool[offer.pool])
                room = min(row.room for row in rows if offer.index in row.offers)
                free[offer.pool] = max(room, free.get(offer.pool, 0))
        askers = {leg.region for leg in problem.legs if leg.resource == resource}
        unknown = tuple(o for o in problem.unknown.get(resource, ()) if o not in askers)
        found.append(Shortage(resource, wanted, sum(free.values()), unknown))
    return found


def _covered(problem: Problem) -> Problem:
    """The problem in which declared remaining cover is a rule, and nobody goes below it."""

    def room(row: Row) -> int:
        pool = problem.pools[row.pool] if row.pool >= 0 else None
        if pool is None or pool.reserve is None:
            return row.room
        return max(0, min(row.room, pool.limit - pool.reserve - row.base))

    return replace(problem, rows=tuple(replace(row, room=room(row)) for row in problem.rows))


# -- who comes when --------------------------------------------------------------------------------


def _urgent(problem: Problem, reliefs: bool) -> list[Leg]:
    legs = (leg for leg in problem.legs if bool(leg.number) == reliefs)
    return sorted(legs, key=lambda x: (x.number, x.priority, x.start, x.index))


def _least_first(problem: Problem) -> list[Turn]:
    """To each line its least number of use, then the rest, both by priority."""
    first = _urgent(problem, reliefs=False)
    return [
        *((leg, max(1, leg.least)) for leg in first),
        *((leg, leg.quantity) for leg in first),
        *((leg, leg.quantity) for leg in _urgent(problem, reliefs=True)),
    ]


def _in_turn(problem: Problem) -> list[Turn]:
    """To each line its least number of use, the smallest first, then to all a unit in turn."""
    first = sorted(
        _urgent(problem, reliefs=False), key=lambda x: (max(1, x.least) / x.quantity, x.index)
    )
    most = max((leg.quantity for leg in first), default=0)
    turns = [
        (leg, count)
        for share in range(1, most + 1)
        for leg in first
        if (count := max(1, leg.least, -(-leg.quantity * share // most))) <= leg.quantity
    ]
    return [*turns, *((leg, leg.quantity) for leg in _urgent(problem, reliefs=True))]
