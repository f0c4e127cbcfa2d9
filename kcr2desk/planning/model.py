"""A part of a problem as arrays for the solver: columns with costs and bounds, rows by nonzeros."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kcr2desk.planning.problem import Choice, Problem
from kcr2desk.planning.score import Part, added_below, base_below, burden

INFINITE = float("inf")
Derived = Callable[[Choice], list[float]]


@dataclass(slots=True)
class Model:
    """Minimise `costs` · columns with `lower` <= columns <= `upper`, of which those in `whole`
    are whole numbers, and `row_lower` <= rows <= `row_upper`.

    `offers` are those of the part, each with its column in `at`. `derived` says which values the
    columns from a number on have under a choice. `offset` is what it costs when all are nought.
    """

    offers: tuple[int, ...]
    at: dict[int, int] = field(default_factory=dict)
    costs: list[float] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    derived: list[tuple[int, Derived]] = field(default_factory=list)
    row_lower: list[float] = field(default_factory=list)
    row_upper: list[float] = field(default_factory=list)
    row_start: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    offset: float = 0.0

    def column(self, cost: float, upper: float, *, whole: bool = True) -> int:
        """Adds a column from nought to `upper`; gives its number."""
        self.costs.append(cost)
        self.lower.append(0.0)
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.costs) - 1

    def start_of(self, choice: Choice) -> list[float]:
        """The values of all columns under a choice."""
        values = [0.0] * len(self.costs)
        for offer in self.offers:
            values[self.at[offer]] = float(choice.get(offer, 0))
        for first, derive in self.derived:
            found = derive(choice)
            values[first : first + len(found)] = found
        return values

    def row(
        self, entries: Iterable[tuple[int, float]], upper: float, lower: float = -INFINITE
    ) -> None:
        """Add a row: `lower` <= the sum of each column times its value <= `upper`."""
        for column, value in entries:
            self.columns.append(column)
            self.values.append(value)
        self.row_start.append(len(self.columns))
        self.row_lower.append(lower)
        self.row_upper.append(upper)


def model_of(problem: Problem, part: Part, dearer: Choice | None = None, by: float = 0.0) -> Model:
    """The model of a part. Each unit of an offer that is in `dearer` costs `by` more: so a second
    plan comes out different where it can."""
    return _Builder(problem, part, dearer or {}, by).build()


class _Builder:
    def __init__(self, problem: Problem, part: Part, dearer: Choice, by: float) -> None:
        self.problem = problem
        self.part = part
        self.dearer = dearer
        self.by = by
        self.model = Model(part.offers)
        self.at = self.model.at

    def build(self) -> Model:
        self._offers()
        self._needs()
        self._limits()
        self._packages()
        self._reliefs()
        self._fairness()
        return self.model

    def _offers(self) -> None:
        """One whole column an offer. What it saves is in its cost: a unit that a leg gets is not
        unfilled; and who is sent must be relieved, so a leg costs what its relief would lack."""
        problem = self.problem
        for leg_index in self.part.legs:
            leg = problem.legs[leg_index]
            saves = problem.value(leg)
            if not leg.number:
                self.model.offset += saves * leg.quantity
            after = problem.following.get(leg_index)
            owes = problem.value(problem.legs[after]) if after is not None else 0
            for index in problem.offers_of_leg[leg_index]:
                offer = problem.offers[index]
                cost = offer.cost - saves + owes + (self.by if index in self.dearer else 0.0)
                self.at[index] = self.model.column(cost, offer.most)

    def _needs(self) -> None:
        """A line gets no more than it lacks, a relief no more than there is to relieve, and below
        its least number a line gets nothing."""
        for leg_index in self.part.legs:
            leg = self.problem.legs[leg_index]
            mine = [(self.at[o], 1.0) for o in self.problem.offers_of_leg[leg_index]]
            if not mine:
                continue
            if leg.number:
                before = self.problem.offers_of_leg[leg_index - 1]
                self.model.row([*mine, *((self.at[o], -1.0) for o in before)], 0.0)
            elif leg.least > 1:
                helped = self.model.column(0.0, 1.0)
                self.model.derived.append((helped, _any_of(self.problem.offers_of_leg[leg_index])))
                self.model.row([*mine, (helped, -float(leg.quantity))], 0.0)
                self.model.row([*mine, (helped, -float(leg.least))], INFINITE, 0.0)
            else:
                self.model.row(mine, float(leg.quantity))

    def _limits(self) -> None:
        """No pool gives more than it has at any moment; below declared cover costs."""
        below: dict[int, tuple[int, float]] = {}
        for number in self.part.rows:
            row = self.problem.rows[number]
            mine = [(self.at[o], 1.0) for o in row.offers]
            most = sum(self.problem.offers[o].most for o in row.offers)
            if most > row.room:
                self.model.row(mine, float(row.room))
            if row.pool < 0:
                continue
            pool = self.problem.pools[row.pool]
            if pool.reserve is None:
                continue
            spare = pool.limit - pool.reserve - row.base
            if most <= spare:
                continue
            column, before = self._below(row.pool, below)
            self.model.row([*mine, (column, -1.0)], spare + before)

    def _below(self, pool: int, known: dict[int, tuple[int, float]]) -> tuple[int, float]:
        """The column of how far a plan brings a pool below its cover, beyond what it is already."""
        if pool not in known:
            before = float(max(0, base_below(self.problem, pool)))
            column = self.model.column(float(self.problem.weights.cover), INFINITE, whole=False)
            problem = self.problem
            self.model.derived.append(
                (column, lambda choice: [float(added_below(problem, pool, choice))])
            )
            known[pool] = column, before
        return known[pool]

    def _packages(self) -> None:
        """At one moment a package serves one incident."""
        known: dict[tuple[int, ...], int] = {}  # the offers of one incident -> its column
        for number in self.part.rows:
            row = self.problem.rows[number]
            if row.pool < 0 or not self.problem.pools[row.pool].package:
                continue
            by_incident: dict[str, list[int]] = {}
            for o in row.offers:
                leg = self.problem.legs[self.problem.offers[o].leg]
                by_incident.setdefault(leg.incident, []).append(o)
            if len(by_incident) > 1:
                columns = [self._serves(o, row.room, known) for o in by_incident.values()]
                self.model.row([(c, 1.0) for c in columns], 1.0)

    def _serves(self, offers: list[int], room: int, known: dict[tuple[int, ...], int]) -> int:
        """The column that is 1 when a package serves the incident of these offers."""
        key = tuple(offers)
        if key not in known:
            known[key] = self.model.column(0.0, 1.0)
            self.model.derived.append((known[key], _any_of(key)))
            for o in offers:
                entries = [(self.at[o], 1.0), (known[key], -float(self.problem.offers[o].most))]
                self.model.row(entries, 0.0)
        if len(offers) > 1:
            self.model.row([*((self.at[o], 1.0) for o in offers), (known[key], -float(room))], 0.0)
        return known[key]

    def _reliefs(self) -> None:
        """Relief by the same owner costs an hour underway for each unit."""
        for leg_index in self.part.legs:
            after = self.problem.following.get(leg_index)
            if after is None:
                continue
            quantity = self.problem.legs[leg_index].quantity
            by_owner: dict[str, list[int]] = {}
            for o in (*self.problem.offers_of_leg[leg_index], *self.problem.offers_of_leg[after]):
                owner = self.problem.pools[self.problem.offers[o].pool].owner
                by_owner.setdefault(owner, []).append(o)
            for offers in by_owner.values():
                if sum(self.problem.offers[o].most for o in offers) <= quantity:
                    continue
                column = self.model.column(
                    float(self.problem.weights.journey_hour), INFINITE, whole=False
                )
                self.model.derived.append((column, _above(tuple(offers), quantity)))
                self.model.row([*((self.at[o], 1.0) for o in offers), (column, -1.0)], quantity)

    def _fairness(self) -> None:
        """What each further unit costs that a region gives: a step a unit, each dearer than the
        one before it, so the cheap ones are taken first."""
        if not self.problem.weights.fairness:
            return
        of_pool: dict[int, list[int]] = {}
        for o in self.part.offers:
            of_pool.setdefault(self.problem.offers[o].pool, []).append(o)
        for index, offers in of_pool.items():
            pool = self.problem.pools[index]
            if not pool.shares:
                continue
            most = sum(self.problem.offers[o].most for o in offers)
            entries = [(self.at[o], 1.0) for o in offers]
            first = len(self.model.costs)
            for step in range(most):
                cost = burden(self.problem, index, step + 1) - burden(self.problem, index, step)
                entries.append((self.model.column(cost, 1.0, whole=False), -1.0))
            self.model.derived.append((first, _steps(tuple(offers))))
            self.model.row(entries, 0.0, 0.0)


def _any_of(offers: tuple[int, ...]) -> Derived:
    """1 when any of these is taken."""
    return lambda choice: [1.0 if any(o in choice for o in offers) else 0.0]


def _above(offers: tuple[int, ...], quantity: int) -> Derived:
    """How many more than `quantity` are taken of these."""
    return lambda choice: [float(max(0, sum(choice.get(o, 0) for o in offers) - quantity))]


def _steps(offers: tuple[int, ...]) -> Derived:
    """A 1 for each unit that is taken of these."""
    return lambda choice: [1.0] * sum(choice.get(o, 0) for o in offers)
