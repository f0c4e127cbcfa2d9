"""One button: a plan for all open lines at once. It proposes; regions decide."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from kcr2desk.core.book import Book
from kcr2desk.core.reference import PlanWeights
from kcr2desk.planning.after import After
from kcr2desk.planning.explain import Explained
from kcr2desk.planning.gather import gather, open_lines
from kcr2desk.planning.greedy import greedy
from kcr2desk.planning.problem import Choice, Problem
from kcr2desk.planning.result import Plan
from kcr2desk.planning.score import score
from kcr2desk.planning.solve import Solved, solve

DEARER_HOURS = 3
"""A second plan is sought with each unit of the first this many hours of a journey dearer: it goes
another way wherever that costs less, and keeps to the first where nothing else will do."""

SEARCHING = 0.75
"""Share of the time that goes to the search; the rest goes to saying why."""

Clock = Callable[[], float]


def plan(
    book: Book,
    now: datetime,
    *,
    lines: Iterable[str] | None = None,
    weights: PlanWeights | None = None,
    seconds: float = 1.0,
    second: bool = True,
    clock: Clock = time.monotonic,
) -> Plan:
    """A proposal for `lines` (None: all open ones) by `weights` (None: those in force).

    It takes about `seconds`, and as long again with a `second` plan. It is the same each
    time as long as it is proven (`Plan.optimal`); it is never worse than the nearest-first plan.
    Raises SolverTrouble when the solver fails.
    """
    began = clock()
    wanted = open_lines(book) if lines is None else list(lines)
    problem = gather(book, now, wanted, book.weights if weights is None else weights)
    baseline = greedy(problem)
    left = max(0.0, seconds - (clock() - began))
    first = solve(problem, baseline, left * SEARCHING, clock=clock)
    made = _told(book, now, problem, first, baseline, wanted)
    made = replace(made, seconds=clock() - began)
    return _with_second(book, now, problem, first, made, seconds, clock) if second else made


def _told(
    book: Book, now: datetime, problem: Problem, solved: Solved, baseline: Choice, wanted: list[str]
) -> Plan:
    explained = Explained(book, problem, After(problem, solved.choice))
    return Plan(
        made_at=now,
        lines=tuple(wanted),
        assignments=tuple(explained.assignments()),
        unfilled=tuple(explained.unfilled()),
        score=score(problem, solved.choice),
        greedy=score(problem, baseline),
        optimal=solved.optimal,
        gap=solved.gap,
        seconds=0.0,
        weights=problem.weights,
    )


def _with_second(
    book: Book,
    now: datetime,
    problem: Problem,
    first: Solved,
    made: Plan,
    seconds: float,
    clock: Clock,
) -> Plan:
    by = DEARER_HOURS * float(max(1, problem.weights.journey_hour))
    began = clock()
    other = solve(
        problem, first.choice, seconds * SEARCHING, dearer=first.choice, by=by, clock=clock
    )
    differs = _differs(problem, first.choice, other.choice)
    if not differs:
        return made
    # What it was sought by is not what it costs, so its gap is told against the first plan's bound.
    cost = score(problem, other.choice).cost
    real = Solved(other.choice, cost, first.bound)
    told = _told(book, now, problem, real, first.choice, list(made.lines))
    told = replace(told, seconds=clock() - began, greedy=made.greedy)
    return replace(made, second=told, differs=differs)


def _differs(problem: Problem, one: Choice, other: Choice) -> int:
    """How many units of the other choice do not come from where they come from in this one."""

    def by_owner(choice: Choice) -> dict[tuple[int, int], int]:
        found: dict[tuple[int, int], int] = {}
        for index, quantity in choice.items():
            offer = problem.offers[index]
            key = (offer.leg, offer.pool)
            found[key] = found.get(key, 0) + quantity
        return found

    before = by_owner(one)
    return sum(max(0, n - before.get(key, 0)) for key, n in by_owner(other).items())
