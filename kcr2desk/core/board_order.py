"""In which order owners stand on the board: who asks, its neighbours by rings, then the rest."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from kcr2desk.core import places
from kcr2desk.core.book import Book
from kcr2desk.core.records import Owner
from kcr2desk.core.travel import ring

GROUPS = ("region", "partner", "island")
"""Kinds of owner on the board, from top to bottom."""


def group_of(owner: Owner) -> str:
    """Under which of GROUPS an owner stands; "" for the hub and the government."""
    if owner.kind in ("hub", "state"):
        return ""
    return owner.kind if owner.kind in ("region", "island") else "partner"


def ordered_owners(
    book: Book, asking: str = "", having: Collection[str] | None = None
) -> list[Owner]:
    """The rows of the board: regions by rings around `asking`, partners, the Caribbean.

    A region or an island always has a row; a partner only when it is in `having` (all: None).
    A partner or an island that asks itself stands on top of its own kind.
    """
    rings = rings_from(asking)
    found = [
        o for o in book.owners.values()
        if group_of(o) and (group_of(o) != "partner" or having is None or o.code in having)
    ]  # fmt: skip
    return sorted(
        found,
        key=lambda o: (
            o.code != asking,
            GROUPS.index(group_of(o)),
            rings.get(o.code, 99),
            o.order,
            o.code,
        ),
    )


@cache
def rings_from(region: str) -> dict[str, int]:
    """How many borders lie between `region` and each other region; empty for who has none."""
    far = {each.code: ring(region, each.code) for each in places.regions()}
    found = {code: rings for code, rings in far.items() if rings is not None}
    return found if len(found) > 1 else {}
