"""What a deployment was and will be over time, and where its relief (aflossing) has a gap.

Pure, on a `Book`. Intervals are half open; an end of None is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from kcr2desk.core.bijstand import HOLDING, Commitment
from kcr2desk.core.book import Book


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of a deployment. `state` is a state of the commitment, "provisional" for what is
    promised and not definite; `end` None: not known."""

    state: str
    start: datetime
    end: datetime | None


@dataclass(frozen=True, slots=True)
class Gap:
    """From `start` until `end` nobody takes over. `kind`: "none" (no relief is arranged), "late"
    (it comes after the one before it ends or is due)."""

    kind: str
    start: datetime
    end: datetime | None


_NEVER = datetime.max.replace(tzinfo=UTC)
_TIMES = (
    ("en_route", "departed_at"),
    ("on_site", "arrived_at"),
    ("relieved", "relieved_at"),
    ("released", "released_at"),
    ("returned", "returned_at"),
)
"""The states that are dated when they are reached, in their order."""


def begin(commitment: Commitment) -> datetime | None:
    """When it begins: as it was promised, else the first that is known of it."""
    c = commitment
    return c.from_at or c.decided_at or c.departed_at or c.arrived_at or c.eta


def finish(commitment: Commitment) -> datetime | None:
    """When it ends or ended: its return, else as it was promised; None: not known."""
    c = commitment
    if c.status == "returned" and c.returned_at is not None:
        return c.returned_at
    return c.until_at


def overdue(commitment: Commitment, now: datetime) -> bool:
    """Whether it should have been back and is not."""
    c = commitment
    held = c.status in HOLDING and c.status != "returned"
    return held and c.until_at is not None and c.until_at <= now


def phases(commitment: Commitment) -> tuple[Phase, ...]:
    """The stretches of a deployment in order; the last holds its state of now until its end.

    A state whose time nobody noted has no stretch of its own, save the present one. Empty when
    nothing says when it begins.
    """
    c = commitment
    start = begin(c)
    if start is None:
        return ()
    promised = "provisional" if c.firmness == "provisional" else "promised"
    marks: list[tuple[datetime, str]] = [(start, promised)]
    if c.status in HOLDING:
        for state, name in _TIMES[: _reached(c.status)]:
            at = getattr(c, name)
            if at is not None:
                marks.append((max(at, marks[-1][0]), state))
        if c.status not in ("promised", marks[-1][1]):  # nobody noted since when
            marks.append((marks[-1][0], c.status))
    else:
        marks = [(start, c.status)]
    end = finish(c)
    if end is not None and end < marks[-1][0]:  # later than was meant
        end = None if c.status != "returned" else marks[-1][0]
    made = [Phase(state, at, later) for (at, state), (later, _) in pairwise(marks) if later > at]
    last_at, last_state = marks[-1]
    if last_state != "returned" and (end is None or end > last_at):
        made.append(Phase(last_state, last_at, end))
    return tuple(made)


def _reached(status: str) -> int:
    """How many of `_TIMES` a commitment in this state may have passed."""
    order = [state for state, _ in _TIMES]
    return order.index(status) + 1 if status in order else 0


def relief_due(commitment: Commitment, book: Book) -> datetime | None:
    """When its people must be relieved: as agreed, else after what their type bears; None: no
    relief is known to be wanted."""
    c = commitment
    if c.relief_at is not None:
        return c.relief_at
    kind = book.types.get(c.resource)
    there = c.arrived_at or c.eta or begin(c)
    if kind is None or not kind.relief_minutes or there is None:
        return None
    return there + timedelta(minutes=kind.relief_minutes)


def successors(commitment: Commitment, book: Book) -> list[Commitment]:
    """What relieves it, the earliest first."""
    mine = book.commitments(line=commitment.line) if commitment.line else book.commitments()
    return reliefs(mine).get(commitment.id, [])


def reliefs(commitments: Iterable[Commitment]) -> dict[str, list[Commitment]]:
    """What relieves each of these, the earliest first, by the id of who is relieved."""
    found: dict[str, list[Commitment]] = {}
    for one in commitments:
        if one.relieves and one.status in HOLDING:
            found.setdefault(one.relieves, []).append(one)
    for after in found.values():
        after.sort(key=lambda c: (there(c) or _NEVER, c.id))
    return found


def gap(
    commitment: Commitment, book: Book, after: Sequence[Commitment] | None = None
) -> Gap | None:
    """Where the relief of a deployment leaves a gap; None when it does not. `after` is what
    relieves it, where that is known already."""
    c = commitment
    if c.status not in HOLDING:
        return None
    return _gap(c, relief_due(c, book), successors(c, book) if after is None else after)


def _gap(c: Commitment, due: datetime | None, after: Sequence[Commitment]) -> Gap | None:
    end = c.relieved_at or c.released_at or finish(c)
    comes = next((at for one in after if (at := there(one)) is not None), None)
    if after:
        wanted = min((at for at in (due, end) if at is not None), default=None)
        if wanted is None or comes is None or comes <= wanted:
            return None
        return Gap("late", wanted, comes)
    if due is None or (end is not None and end <= due):
        return None
    return Gap("none", due, end)


def there(commitment: Commitment) -> datetime | None:
    """When it is or will be on site; None: not known."""
    c = commitment
    return c.arrived_at or c.eta or begin(c)
