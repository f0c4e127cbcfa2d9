"""What the hub will say of a promise, as far as this desk knows; and the number that it raises.

By the same rules as the hub's, on a book: "voorlopig" until the hub confirms.
"""

from __future__ import annotations

from collections.abc import Iterator

from kcr2desk.core.bijstand import capacity_id
from kcr2desk.core.book import NATIONAL, Book
from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.holding import Hold, hold_of, in_use, over, peak
from kcr2desk.core.promising import Broken, Values, check_unit
from kcr2desk.core.text import Json


def would_hold(book: Book, hold: Hold, stream: str = NATIONAL) -> list[Hold]:
    """What would be held of the pair with this hold, in place of what the commitment held."""
    held = book.holds(*hold.pair, stream)
    others = [h for h in held if h.commitment != hold.commitment]
    return [*others, hold]


def excess(book: Book, commitment: str, values: Values, stream: str = NATIONAL) -> int:
    """By how many a commitment with these wire values would go over what its owner has, as far as
    this desk knows."""
    hold = hold_of(commitment, values)
    if hold is None:
        return 0
    limit = book.limit(*hold.pair, stream) or 0
    return over(book.holds(*hold.pair, stream), would_hold(book, hold, stream), limit)


def unit_trouble(book: Book, commitment: str, values: Values, unit: Values | None) -> str:
    """The code of why the hub would refuse the unit of a commitment, as far as this desk knows."""
    hold = hold_of(commitment, values)
    if hold is None or not hold.unit:
        return ""
    holds = {h.commitment: h for h in book.holds(*hold.pair)}
    try:
        check_unit(hold, unit, holds, {commitment: hold})
    except Broken as broken:
        return broken.code
    return ""


def raise_for(
    book: Book, stream: str, commitment: str, values: Values, *, now: int, by: str
) -> Change | None:
    """The change of the owner's number that a promise by the owner itself brings, when it goes
    over what the board says: our number may be old. None when it does not, or it is not the
    owner's word. To be saved in the same changeset. `now` in milliseconds, `by` who wrote it down.
    """
    hold = hold_of(commitment, values)
    if hold is None or values.get("word") != "owner":
        return None
    if not excess(book, commitment, values, stream):
        return None
    need = peak(would_hold(book, hold, stream), hold.start, hold.end)
    owner, resource = hold.pair
    capacity = book.capacity(owner, resource, stream)
    record = capacity_id(stream, owner, resource)
    stamp: dict[str, Json] = {
        "checked_at": now, "checked_by": by, "checked_how": values.get("how") or "phone",
    }  # fmt: skip
    if capacity is None:
        fields: dict[str, Json] = {
            "source": owner, "owner": owner, "resource": resource, "available": need, **stamp,
        }  # fmt: skip
        return Change("capacity", record, How.NEW, fields)
    was_at = capacity.checked_at
    edited: dict[str, Json] = {
        "available": [capacity.available, need],
        "checked_at": [None if was_at is None else milliseconds(was_at), now],
        "checked_by": [capacity.checked_by, by],
        "checked_how": [capacity.checked_how, stamp["checked_how"]],
    }
    if capacity.total is not None and capacity.total < need:
        edited["total"] = [capacity.total, need]
    return Change("capacity", capacity.id, How.EDIT, {n: v for n, v in edited.items() if _moves(v)})


def _moves(value: Json) -> bool:
    return isinstance(value, list) and value[0] != value[1]


def free_at(book: Book, owner: str, resource: str, moment: int) -> int | None:
    """How many an owner could still give at a moment (milliseconds); None: nobody knows."""
    limit = book.limit(owner, resource)
    return None if limit is None else limit - in_use(book.holds(owner, resource), moment)


def held_in(book: Book, owner: str, resource: str, start: int, end: int) -> Iterator[Hold]:
    """What is held of a pair at any time of `start` <= t < `end`."""
    yield from (h for h in book.holds(owner, resource) if h.start < end and h.end > start)
