"""What a reckoning says: stages with their numbers, and every difference by its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from kcr2desk.core.repatriation.reconcile_people import Human, Pair

STAGES: Final = (
    "applied", "eligible", "manifest", "boarded", "arrived", "registered", "handed_over",
)  # fmt: skip
REGISTERED: Final = frozenset({"registered", "hospital", "referred"})
"""Outcomes that are a registration; "refused" and "left" are accounted for without one."""


class Weight(IntEnum):
    """How much a difference matters; the lower, the more urgent."""

    URGENT = 0
    OPEN = 1
    """Somebody must say what it is."""
    BUSY = 2
    """It goes by itself while the desks work."""
    REST = 3
    """Named; nobody needs to do anything for the arrival to be right."""
    SETTLED = 4


KINDS: Final[Mapping[str, Weight]] = {
    "boarded_missing": Weight.URGENT,
    "listed_missing": Weight.OPEN,
    "not_boarded": Weight.OPEN,
    "unlisted": Weight.OPEN,
    "listed_ineligible": Weight.OPEN,
    "two_flights": Weight.OPEN,
    "duplicate_of_nobody": Weight.OPEN,
    "awaited": Weight.BUSY,
    "unregistered": Weight.BUSY,
    "not_handed_over": Weight.REST,
    "hospital": Weight.REST,
    "referred": Weight.REST,
    "eligible_unlisted": Weight.REST,
    "unjudged": Weight.REST,
    "applied_unlisted": Weight.REST,
    "expected": Weight.REST,
    "waiting": Weight.REST,
    "flight_cancelled": Weight.REST,
    "wrong_flight": Weight.REST,
    "settled_here": Weight.REST,
    "off_boarding": Weight.REST,
    "boarded_unlisted": Weight.REST,
    "listed_unjudged": Weight.REST,
    "not_applied": Weight.REST,
    "silent": Weight.REST,
    "handed_unregistered": Weight.REST,
    "registered_twice": Weight.REST,
    "listed_twice": Weight.REST,
    "refused": Weight.SETTLED,
    "left": Weight.SETTLED,
    "gone": Weight.SETTLED,
    "besides": Weight.SETTLED,
    "came_other": Weight.SETTLED,
    "no_show": Weight.SETTLED,
    "stayed": Weight.SETTLED,
    "other_way": Weight.SETTLED,
    "cancelled": Weight.SETTLED,
    "not_eligible": Weight.SETTLED,
    "withdrawn": Weight.SETTLED,
    "error": Weight.SETTLED,
    "named": Weight.SETTLED,
    "crew": Weight.SETTLED,
}
"""Every kind of difference, the most urgent first."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One kind of difference and whom it is about."""

    kind: str
    humans: tuple[Human, ...]

    @property
    def weight(self) -> Weight:
        return KINDS[self.kind]


@dataclass(frozen=True, slots=True)
class Tally:
    """One stage: how many human beings, and by which kinds of difference the number differs from
    that of the stage before. `told`: some list, or a desk, says something of it."""

    stage: str
    told: bool
    count: int = 0
    lost: Mapping[str, int] = field(default_factory=dict)
    gained: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListCount:
    """One kind of list: `lines = humans + twice + crew + errors`."""

    list: str
    lines: int = 0
    humans: int = 0
    twice: int = 0
    crew: int = 0
    errors: int = 0


@dataclass(frozen=True, slots=True)
class Gap:
    """A number that an arrival's papers state and its list does not bear out. `kind` is "declared"
    or "seats"; `list` which list was counted, passengers only."""

    kind: str
    arrival: str
    told: int
    counted: int
    list: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """An arrival, or with `arrival` "" the whole operation, reconciled."""

    arrival: str
    tallies: tuple[Tally, ...]
    findings: tuple[Finding, ...]
    pairs: tuple[tuple[Human, Human, Pair], ...]
    gaps: tuple[Gap, ...]
    lists: tuple[ListCount, ...]
    landed: bool
    fresh: bool

    def tally(self, stage: str) -> Tally:
        """The number of one stage."""
        return self.tallies[STAGES.index(stage)]

    def finding(self, kind: str) -> tuple[Human, ...]:
        """Whom a kind of difference is about."""
        return next((f.humans for f in self.findings if f.kind == kind), ())

    @property
    def open(self) -> int:
        """How many differences somebody must still settle."""
        told = sum(len(f.humans) for f in self.findings if f.weight <= Weight.OPEN)
        return told + len(self.pairs)

    @property
    def busy(self) -> int:
        """How many human beings the desks are still to see."""
        return sum(len(f.humans) for f in self.findings if f.weight is Weight.BUSY)

    @property
    def done(self) -> bool:
        """Whether it adds up: it is here, and everybody is accounted for."""
        return self.landed and self.fresh and not self.open and not self.busy
