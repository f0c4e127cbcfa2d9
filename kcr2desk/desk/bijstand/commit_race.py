"""A promise that lost the race: which line, who has what it wanted, and what else is possible.

Pure: no Qt, no I/O. `lost_race(book, changes, now)` is given the changes that the hub refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kcr2desk.core.bijstand import Commitment, Unit
from kcr2desk.core.book import Book, holding
from kcr2desk.core.candidates import Candidate, candidates
from kcr2desk.core.changes import Change, How
from kcr2desk.core.prediction import held_in
from kcr2desk.core.records import build
from kcr2desk.desk.bijstand.commit_rule import Prediction, predict, unit_choices, wire

CODES = frozenset({"over_committed", "unit_taken", "unit_hours"})
"""With these the hub refuses what somebody else was quicker with."""
MOST = 5
"""Other owners that are named."""


@dataclass(frozen=True, slots=True)
class LostLine:
    """One promise that was refused.

    `holders` have what it wanted, at some moment of its time. `units` of the same owner are free
    then. `others` may be asked instead, nearest first.
    """

    wanted: Commitment
    told: Prediction
    holders: tuple[Commitment, ...]
    units: tuple[Unit, ...]
    others: tuple[Candidate, ...]


def lost_race(book: Book, changes: Sequence[Change], now: datetime) -> tuple[LostLine, ...]:
    """What is to be told of the commitments in these refused changes."""
    wanted = (asked(book, change) for change in changes if change.type == "commitment")
    return tuple(_lost(book, each, now) for each in wanted if each is not None)


def asked(book: Book, change: Change) -> Commitment | None:
    """The commitment that a change asked for; None when what it changes is not here."""
    if change.how is How.NEW:
        values = dict(change.fields)
    else:
        there = book.commitment(change.id)
        if there is None:
            return None
        edits = {n: v[1] for n, v in change.fields.items() if isinstance(v, list) and len(v) == 2}
        values = {**wire(there), **edits}
    made = build("commitment", change.id, "national", 0, values)
    return made if isinstance(made, Commitment) else None


def _lost(book: Book, wanted: Commitment, now: datetime) -> LostLine:
    told = predict(book, wanted)
    hold = holding(wanted)
    holders: list[Commitment] = []
    if hold is not None:
        for other in held_in(book, wanted.owner, wanted.resource, hold.start, hold.end):
            found = book.commitment(other.commitment)
            of_unit = not wanted.unit or other.unit == wanted.unit
            if found is not None and found.id != wanted.id and of_unit:
                holders.append(found)
    free = tuple(c.unit for c in unit_choices(book, wanted) if not c.why) if wanted.unit else ()
    others = candidates(book, [wanted.line], now) if wanted.line else []
    useful = [c for c in others if c.owner != wanted.owner and c.why_not in ("", "unknown")]
    useful.sort(key=lambda c: not c.free)  # who is known to have some before who may have
    return LostLine(wanted, told, tuple(holders), free, tuple(useful[:MOST]))
