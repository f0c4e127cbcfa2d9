"""The numbers of an operation that leave it: no persons, and nothing about fewer than five."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kcr2desk.core.ids import derived_id
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.headcount import humans
from kcr2desk.core.repatriation.people import BORN
from kcr2desk.core.repatriation.progress import expectation

LEAST = 5
"""Fewer human beings than these are not told: in a small number a family knows its neighbour."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Numbers as they may be told; None where they are too small."""

    numbers: dict[str, int | None]
    needs: dict[str, int | None]


def counts_id(operation: str) -> str:
    """The id of the record that tells the counts of an operation."""
    return derived_id(BORN, "counts", operation)


def counted(book: OperationBook) -> Counted:
    """Count one operation. A human being counts once, however often it was written down."""
    people = humans(book)
    coming = [a for a in book.arrivals if a.status != "cancelled"]
    needs: Counter[str] = Counter()
    handed = 0
    for persons in people:
        needs.update({need.need for p in persons for need in book.needs(p.id)})
        handed += any(h.status == "done" for p in persons for h in book.hand_overs(p.id))
    numbers = {
        "expected": sum(expectation(book, a.id)[0] for a in coming),
        "arrived": len(people),
        "registered": sum(any(p.outcome == "registered" for p in each) for each in people),
        "handed_over": handed,
        "minors_alone": sum(any(p.minor_alone for p in each) for each in people),
    }
    return Counted(
        {name: told(number) for name, number in numbers.items()},
        {need: told(number) for need, number in sorted(needs.items())},
    )


def told(number: int) -> int | None:
    """A number, or None where it is too small to be told."""
    return number if number >= LEAST else None
