"""A choice for a problem, proven best or with its gap stated, never worse than the one it began
with.

Each part is solved by itself. First the relaxation, in which units may be cut in pieces: hardly
ever is the best plan far from it. Then the best plan near it; and when that costs no more above
the relaxation than what was left out would, it is proven. What is not proven then is searched
again, with all that may still matter, as long as there is time.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from kcr2desk.planning.greedy import guided
from kcr2desk.planning.highs import Arrays, Numbers, Relaxed, SolverTrouble
from kcr2desk.planning.model import Model, model_of
from kcr2desk.planning.problem import Choice, Problem
from kcr2desk.planning.score import Part, broken, parts, score

SMALLEST = 0.02
"""Seconds that each part gets at least, also when the time is up: less finds nothing."""
SMALL = 900
"""Offers of a part that is searched whole at once: it hardly takes more than SMALL_SECONDS."""
SMALL_SECONDS = 0.1
WORTH_IT = 0.05
"""Seconds below which no second search is begun."""
KEPT = 0.25
"""Share of the time that is kept for parts that are not proven at first."""
CLOSE_ENOUGH = 0.5
"""A part is proven best to within this cost; an hour's journey costs a hundred as delivered."""
NEAR = 1.0
"""How many hours of a journey a choice may be off the relaxation, in the first search."""


@dataclass(frozen=True, slots=True)
class Solved:
    """A choice; `cost` is what the solver minimised, `bound` what no choice can be below."""

    choice: Choice
    cost: float
    bound: float

    @property
    def gap(self) -> float:
        """By how much another choice could at most be better, in cost."""
        return max(0.0, self.cost - self.bound)

    @property
    def optimal(self) -> bool:
        """Whether it is proven to be the best."""
        return self.gap <= CLOSE_ENOUGH


def solve(
    problem: Problem,
    start: Choice,
    seconds: float,
    *,
    dearer: Choice | None = None,
    by: float = 0.0,
    clock: Callable[[], float] = time.monotonic,
) -> Solved:
    """The best choice within `seconds`, from `start` on, never worse than that.

    With `dearer` each unit of the offers in it costs `by` more. The same input gives the same
    choice when all parts are proven within the time. Raises SolverTrouble when the solver fails,
    or answers what breaks a rule.
    """
    until = clock() + seconds
    whole = parts(problem)
    idle = sum(score(problem, {}, part).cost for part in whole if not part.offers)
    searches = [
        _Search(problem, part, model_of(problem, part, dearer, by), start)
        for part in whole
        if part.offers
    ]
    _begin_near(problem, searches)
    _look_near(searches, until - KEPT * seconds, clock)
    unproven = sorted((s for s in searches if not s.proven), key=lambda s: s.bound - s.cost)
    for search in unproven:  # the widest gap first
        left = until - clock()
        if left > WORTH_IT:
            search.again(left if search is unproven[-1] else left / 2)
    choice = {o: n for search in searches for o, n in search.choice.items()}
    wrong = broken(problem, choice)
    if wrong:
        raise SolverTrouble(f"The solver answered what breaks a rule ({wrong[0]}).")
    for search in searches:
        search.check(start, plain=not dearer)
    return Solved(
        choice,
        idle + sum(s.cost for s in searches),
        idle + sum(min(s.bound, s.cost) for s in searches),
    )


def _begin_near(problem: Problem, searches: Sequence[_Search]) -> None:
    """Let searches begin with a choice near their relaxations, where that is a better one."""
    shares: dict[int, float] = {}
    dear: dict[int, float] = {}
    for search in searches:
        offers = search.model.offers
        shares.update(zip(offers, search.relaxed.values.tolist(), strict=False))
        dear.update(zip(offers, search.relaxed.reduced.tolist(), strict=False))
    near = guided(problem, shares, dear)
    for search in searches:
        search.begin(near)


def _look_near(searches: Sequence[_Search], until: float, clock: Callable[[], float]) -> None:
    """Let each search have its share of the time that is left, by its size; what one leaves is for
    those after it."""
    sizes = [len(search.part.offers) for search in searches]
    for number, search in enumerate(searches):
        share = sizes[number] / sum(sizes[number:])
        search.first(max(SMALLEST, (until - clock()) * share))


class _Search:
    """The search for the best choice in one part."""

    def __init__(self, problem: Problem, part: Part, model: Model, start: Choice) -> None:
        self.problem = problem
        self.part = part
        self.model = model
        self.arrays = Arrays(model)
        self.values: Numbers = np.zeros(len(model.costs))
        self.cost = float("inf")
        self.begin(start)
        self.relaxed: Relaxed = self.arrays.relaxed()
        self.bound = self.relaxed.cost
        self.near_done = False

    def begin(self, start: Choice) -> None:
        """Begin with a choice, when it is better than what is there."""
        values = np.array(self.model.start_of(start))
        cost = self.model.offset + float(np.dot(self.model.costs, values))
        if cost < self.cost:
            self.cost, self.values = cost, values

    @property
    def proven(self) -> bool:
        return self.cost - self.bound <= CLOSE_ENOUGH

    @property
    def choice(self) -> Choice:
        offers = np.rint(self.values[: len(self.model.offers)]).astype(int)
        return {self.model.offers[i]: int(offers[i]) for i in np.flatnonzero(offers)}

    def first(self, seconds: float) -> None:
        """Look near the relaxation; where nothing is there and the part is small, everywhere."""
        self._near(seconds)
        if not self.proven and len(self.part.offers) <= SMALL:
            self.again(max(seconds, SMALL_SECONDS))

    def again(self, seconds: float) -> None:
        """Look on near the relaxation when that was cut short, else wherever something better
        could be."""
        if self.proven:
            return
        if not self.near_done:
            self._near(seconds)
        else:
            self._search(seconds, self.cost - self.relaxed.cost + CLOSE_ENOUGH)

    def _near(self, seconds: float) -> None:
        self.near_done = self._search(seconds, NEAR * max(1, self.problem.weights.journey_hour))

    def _search(self, seconds: float, near: float) -> bool:
        """Search up to `near` above the relaxation; whether that came to an end."""
        if self.proven:
            return True
        found = self.arrays.search(seconds, CLOSE_ENOUGH, (self.relaxed, near), self.values)
        if found.cost < self.cost:
            self.cost, self.values = found.cost, found.values
        # What was left out costs more than `near` above the relaxation.
        self.bound = max(self.bound, min(found.bound, self.relaxed.cost + near))
        return found.done

    def check(self, start: Choice, *, plain: bool) -> None:
        """That the answer costs what the solver says, and no more than what it began with. Raises
        SolverTrouble."""
        if not plain:
            return
        mine = set(self.part.offers)
        began = score(self.problem, {o: n for o, n in start.items() if o in mine}, self.part).cost
        ended = score(self.problem, self.choice, self.part).cost
        if ended > began + CLOSE_ENOUGH:
            raise SolverTrouble("The solver answered a plan that is worse than the one before it.")
        if abs(ended - self.cost) > max(1.0, 1e-6 * abs(ended)):
            raise SolverTrouble("The solver answered a plan that does not cost what it says.")
