"""What is promised at any moment against what an owner has: nothing is promised twice.

The hub rules with this in the transaction of the push; the desk predicts with the same code and
says "voorlopig" until the hub confirms. Times are milliseconds since 1970 UTC, intervals half open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kcr2desk.core.bijstand import HOLDING
from kcr2desk.core.text import Json

ALWAYS = -(2**53)
FOREVER = 2**53

Pair = tuple[str, str]  # (owner, resource type)


@dataclass(frozen=True, slots=True)
class Hold:
    """What one commitment takes, and for how long: `start` <= t < `end`."""

    commitment: str
    owner: str
    resource: str
    unit: str
    quantity: int
    start: int
    end: int

    @property
    def pair(self) -> Pair:
        return self.owner, self.resource


def hold_of(commitment: str, values: Mapping[str, Json]) -> Hold | None:
    """What a commitment with these wire values takes; None when it takes nothing (any more)."""
    if values.get("removed") is True or values.get("status") not in HOLDING:
        return None
    start = _time(values, "from_at", ALWAYS)
    end = _time(values, "until_at", FOREVER)
    returned = values.get("returned_at")
    if values.get("status") == "returned" and isinstance(returned, int):
        end = min(end, returned)  # who comes back late is no promise: noting it is never refused
    quantity = values.get("quantity")
    if end <= start or not isinstance(quantity, int) or quantity <= 0:
        return None
    owner, resource, unit = (str(values.get(n) or "") for n in ("owner", "resource", "unit"))
    return Hold(commitment, owner, resource, unit, quantity, start, end)


def _time(values: Mapping[str, Json], name: str, otherwise: int) -> int:
    value = values.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise


def in_use(holds: Iterable[Hold], moment: int) -> int:
    """How many are held at one moment."""
    return sum(h.quantity for h in holds if h.start <= moment < h.end)


def steps(holds: Iterable[Hold]) -> Iterator[tuple[int, int]]:
    """(from when, how many are held from then on), in order of time; begins at ALWAYS."""
    moves: dict[int, int] = {ALWAYS: 0}
    for hold in holds:
        moves[hold.start] = moves.get(hold.start, 0) + hold.quantity
        moves[hold.end] = moves.get(hold.end, 0) - hold.quantity
    held = 0
    for moment in sorted(moves):
        held += moves[moment]
        yield moment, held


def peak(holds: Iterable[Hold], start: int = ALWAYS, end: int = FOREVER) -> int:
    """The most that is held at any moment of `start` <= t < `end`."""
    within = [h for h in holds if h.start < end and h.end > start]
    return max((n for moment, n in steps(within) if moment < end), default=0) if within else 0


def over(before: Iterable[Hold], after: Iterable[Hold], limit: int) -> int:
    """How far `after` goes over `limit` where it also holds more than `before` did; else 0.

    So a release is never refused, also not while more is held than the owner has by now.
    """
    moves: dict[int, tuple[int, int]] = {}
    for hold in before:
        for moment, quantity in ((hold.start, hold.quantity), (hold.end, -hold.quantity)):
            was, now = moves.get(moment, (0, 0))
            moves[moment] = was + quantity, now
    for hold in after:
        for moment, quantity in ((hold.start, hold.quantity), (hold.end, -hold.quantity)):
            was, now = moves.get(moment, (0, 0))
            moves[moment] = was, now + quantity
    worst = held_before = held = 0
    for moment in sorted(moves):
        was, now = moves[moment]
        held_before, held = held_before + was, held + now
        if held > limit and held > held_before:
            worst = max(worst, held - limit)
    return worst


def limit_of(capacity: Mapping[str, Json] | None, units: int) -> int | None:
    """How many an owner has of a type: what it says it can send, else what it has, else how many
    named units are known, else the norm. None: nobody knows. A removed record says nothing."""
    if capacity is not None and capacity.get("removed") is True:
        capacity = None
    for name in ("available", "total"):
        value = None if capacity is None else capacity.get(name)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
    if units:
        return units
    norm = None if capacity is None else capacity.get("norm")
    return norm if isinstance(norm, int) and not isinstance(norm, bool) else None
