"""What a plan has to choose from: legs that need help, pools that hold it, offers between them.

All rules that no plan may break are here as data, so that the solver, the greedy plan and the
tests of both read the same ones. Times are milliseconds since 1970 UTC, intervals half open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kcr2desk.core.holding import Hold
from kcr2desk.core.reference import PlanWeights

MINUTE = 60_000
RELIEFS = 3
"""How many reliefs (aflossing) after each other a plan looks ahead."""
SUBSTITUTE_MINUTES = 30
"""An alternative counts as this much further away than it is: the asked type is preferred."""
OLD_MINUTES = 15
"""And so does an owner whose number is old."""
UNKNOWN_MINUTES = 180
"""The journey of who is nobody knows where; such an assignment says so."""


@dataclass(frozen=True, slots=True)
class Leg:
    """A line's first shift (`number` 0), or the relief of the leg before it (`number` 1, 2, …).

    `quantity` is what is missing; of relief no more is wanted than the leg before it got. `least`
    is the smallest number of use, as far as nobody gave it yet. `end` is that of this leg: the
    moment of relief when `relieved`, else that of the line (FOREVER: not known). `rest_until`:
    until then who served this leg is not sent out again.
    """

    index: int
    line: str
    number: int
    resource: str
    accepts: tuple[str, ...]  # the asked type first, then alternatives
    request: str
    incident: str  # a package is not spread over several of these
    region: str
    priority: int  # 1 to 4
    quantity: int
    least: int
    start: int
    end: int
    rest_until: int
    relieved: bool
    relief_beyond: bool  # relief is due after this leg, further on than a plan looks


@dataclass(frozen=True, slots=True)
class Pool:
    """What one owner has of one type. `limit` is what can be promised at any moment, `reserve`
    the remaining cover that it declared (None: none), `shares`: it counts for fairness."""

    index: int
    owner: str
    resource: str
    limit: int
    reserve: int | None
    holds: tuple[Hold, ...]
    package: bool
    shares: bool
    stale: bool
    age_minutes: int | None


@dataclass(frozen=True, slots=True)
class Source:
    """A part of a pool that is all alike: named units with the same hours, place and notice, or
    all that is not known by name (no `units`)."""

    index: int
    pool: int
    units: tuple[str, ...]
    notice: int | None
    position: str
    hours: tuple[int, int]
    busy: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """A source could give up to `most` to a leg. It leaves at `depart`, is there at `arrive` and
    is taken until `free_again`. `cost` is what each unit costs, `minutes` the journey with its
    notice, `late` minutes after it was needed."""

    index: int
    leg: int
    source: int
    pool: int
    most: int
    depart: int
    arrive: int
    free_again: int
    minutes: int
    late: int
    substitute: bool
    nowhere: bool  # nobody knows where it is: `minutes` is UNKNOWN_MINUTES
    cost: int


@dataclass(frozen=True, slots=True)
class Row:
    """At one moment `offers` together may take `room` at most. Of a whole pool, `base` is what is
    promised already then and `pool` its index; else `pool` is -1."""

    offers: tuple[int, ...]
    room: int
    pool: int = -1
    base: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """All that a plan chooses from. `refused` says of a leg, owner and type why there is no offer,
    one of REFUSED, and how many minutes away it is. `rows_of_pool` are the moments at which a pool
    may be short."""

    now: int
    weights: PlanWeights
    legs: tuple[Leg, ...]
    pools: tuple[Pool, ...]
    sources: tuple[Source, ...]
    offers: tuple[Offer, ...]
    rows: tuple[Row, ...]
    refused: Mapping[tuple[int, str, str], tuple[str, int]]
    unknown: Mapping[str, tuple[str, ...]]  # resource -> owners whose number nobody knows
    offers_of_leg: tuple[tuple[int, ...], ...]
    following: Mapping[int, int]  # leg -> the leg that relieves it
    rows_of_pool: Mapping[int, tuple[int, ...]]

    def value(self, leg: Leg) -> int:
        """What one unit that this leg does not get costs. Relief counts as of one priority lower,
        and that of the lowest half of it."""
        w = self.weights
        steps = (w.unfilled_1, w.unfilled_2, w.unfilled_3, w.unfilled_4, w.unfilled_4 // 2)
        return steps[leg.priority - 1 + (1 if leg.number else 0)]


def old_costs(weights: PlanWeights) -> int:
    """What it costs at most that a number is old, a unit."""
    return -(-weights.journey_hour * OLD_MINUTES // 60)


REFUSED = ("asks_itself", "said_no", "none_free", "unknown", "out", "hours", "too_late", "package")
"""Asks for this type itself; said no to this line; all promised; number unknown; its units are
out; outside the hours of its units; could not be there before the end; its package is elsewhere."""

Choice = dict[int, int]
"""Offer -> how many of it are taken (those above nought)."""
