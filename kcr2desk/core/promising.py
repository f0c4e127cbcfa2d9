"""The hub's rules on promises: nothing is promised twice, also by desks that were offline.

Checked in the transaction of the push, under the lock of the stream's head; so what is read here is
what is. What a desk says beforehand stands in `prediction`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kcr2desk.core.bijstand import HOLDING, capacity_id
from kcr2desk.core.changes import Change, How
from kcr2desk.core.holding import ALWAYS, Hold, Pair, hold_of, limit_of, over
from kcr2desk.core.scopes import Held, Key
from kcr2desk.core.text import Json

Values = Mapping[str, Json]

OF_ITS_OWNER = frozenset({"capacity", "unit", "inquiry", "commitment"})
"""Types whose source is the owner that they name: whose they are is no choice."""

FIXED = {"capacity": ("owner", "resource"), "unit": ("owner", "resource"), "inquiry": ("owner",)}


class Broken(Exception):
    """A rule is broken; `code` from core.errors."""

    def __init__(self, code: str, *fields: str) -> None:
        super().__init__(code)
        self.code = code
        self.fields = fields


def pairs_of(changes: Iterable[Change], held: Mapping[Key, Held]) -> set[Pair]:
    """Of which owners and types the promises matter to these changes.

    Every owner with every type that a commitment has or is given: one change may bring it another
    owner and the next another type.
    """
    named: dict[Key, tuple[set[str], set[str]]] = {}
    for change in changes:
        if change.type != "commitment":
            continue
        key = (change.type, change.id)
        before = held.get(key)
        owners, resources = named.setdefault(key, (set(), set()))
        for name, found in (("owner", owners), ("resource", resources)):
            found.add(_asked(change, name))
            if before is not None:
                found.add(str(before.values.get(name)))
    return {
        (owner, resource)
        for owners, resources in named.values()
        for owner in owners - {""}
        for resource in resources - {""}
    }


def earliest(changes: Iterable[Change], held: Mapping[Key, Held]) -> int:
    """The first moment from which the commitments that these changes touch may hold anything.

    What has ended by then is nobody's hindrance: the rules look only at moments at which a touched
    commitment holds.
    """
    starts: list[Json] = []
    for change in changes:
        if change.type != "commitment":
            continue
        before = held.get((change.type, change.id))
        if before is not None:
            starts.append(before.values.get("from_at"))
        if change.how is How.NEW or "from_at" in change.fields:
            starts.append(_told(change, "from_at"))
    return min((s if type(s) is int else ALWAYS for s in starts), default=ALWAYS)


def _asked(change: Change, name: str) -> str:
    value = _told(change, name)
    return value if isinstance(value, str) else ""


def _told(change: Change, name: str) -> Json:
    value = change.fields.get(name)
    edited = change.how is How.EDIT and isinstance(value, list) and len(value) == 2
    return value[1] if edited else value  # type: ignore[index]


def check(
    work: Mapping[Key, Held],
    before: Mapping[Key, Held],
    beside: Mapping[Key, Held],
    holds: Mapping[str, Hold],
    stream: str,
) -> dict[str, Hold | None]:
    """Check the records that a changeset made or changed (`work`) against those `before` it.

    `beside` are capacities and units of the pairs concerned, `holds` all that is held of these
    pairs in this stream, by commitment. Returns what each touched commitment holds now. Raises
    Broken.
    """
    for key, held in work.items():
        _check_record(key, held.values, before.get(key), stream)
    touched = {key[1]: held.values for key, held in work.items() if key[0] == "commitment"}
    after = {name: hold_of(name, values) for name, values in touched.items()}
    if not touched:
        return {}

    def find(key: Key, *places: Mapping[Key, Held]) -> Values | None:
        held = next((place[key] for place in places if key in place), None)
        return None if held is None or held.stream != stream else held.values

    unit_keys = [key for key in {*beside, *before, *work} if key[0] == "unit"]
    units = {key: find(key, work, before, beside) for key in unit_keys}
    units_before = {key: find(key, before, beside) for key in unit_keys}
    for hold in after.values():
        if hold is not None and hold.unit:
            check_unit(hold, units.get(("unit", hold.unit)), holds, after)
    for pair in sorted({h.pair for h in after.values() if h is not None}):
        old = [h for h in holds.values() if h.pair == pair]
        key = ("capacity", capacity_id(stream, *pair))
        limit = _limit(find(key, work, before, beside), units.values(), pair)
        if over(old, _replaced(holds, after, pair), limit):
            raise Broken("over_committed", "quantity")
        if limit > _limit(find(key, before, beside), units_before.values(), pair):
            own = [h for h in after.values() if h is not None and h.pair == pair]
            if any(touched[h.commitment].get("word") != "owner" for h in own):
                raise Broken("over_committed", "word")
    return after


def _check_record(key: Key, values: Values, before: Held | None, stream: str) -> None:
    name = key[0]
    if name in OF_ITS_OWNER and values.get("source") != values.get("owner"):
        raise Broken("not_your_record", "source")
    if name == "capacity" and before is None:
        # Its id says whose it is, so nobody takes the place of another owner's number.
        pair = str(values.get("owner")), str(values.get("resource"))
        if key[1] != capacity_id(stream, *pair):
            raise Broken("not_your_record", "owner")
    for field in FIXED.get(name, ()):
        if before is not None and before.values.get(field) not in (values.get(field), ""):
            raise Broken("fixed_field", field)
    if name in ("commitment", "requestline"):
        quantity = values.get("quantity")
        if not isinstance(quantity, int) or quantity < 1:
            raise Broken("wrong_quantity", "quantity")
        start, end = values.get("from_at"), values.get("until_at")
        if isinstance(start, int) and isinstance(end, int) and end <= start:
            raise Broken("wrong_period", "until_at")
    if name == "commitment" and values.get("word") == "owner":
        missing = [n for n in ("authority", "how") if not values.get(n)]
        if missing and values.get("status") in HOLDING:
            raise Broken("no_authority", *missing)


def check_unit(
    hold: Hold,
    unit: Values | None,
    holds: Mapping[str, Hold],
    after: Mapping[str, Hold | None],
) -> None:
    """A unit serves one at a time, only within its hours, and only its own owner and type."""
    if unit is None or unit.get("removed") is True or not _is_of(unit, hold.owner, hold.resource):
        raise Broken("unknown_unit", "unit")
    was = holds.get(hold.commitment)
    # A unit is one, whatever number a promise of it says: else one of two would hide a second.
    others = [
        replace(h, quantity=1) for name, h in {**holds, **after}.items()
        if h is not None and name != hold.commitment and h.unit == hold.unit
    ]  # fmt: skip
    mine = [replace(was, quantity=1)] if was is not None and was.unit == hold.unit else []
    if over([*others, *mine], [*others, replace(hold, quantity=1)], 1):
        raise Broken("unit_taken", "unit")
    if mine and was is not None and was.start <= hold.start and hold.end <= was.end:
        return  # it holds no more than it did: a fact, whatever became of the unit's hours
    start, end = unit.get("available_from"), unit.get("available_until")
    early = isinstance(start, int) and hold.start < start
    late = isinstance(end, int) and hold.end > end
    if unit.get("state") == "out" or early or late:
        raise Broken("unit_hours", "unit")


def _is_of(unit: Values, owner: str, resource: str) -> bool:
    return unit.get("owner") == owner and unit.get("resource") == resource


def _is_ready(unit: Values | None, owner: str, resource: str) -> bool:
    return (
        unit is not None
        and _is_of(unit, owner, resource)
        and unit.get("state") != "out"
        and unit.get("removed") is not True
    )


def _limit(capacity: Values | None, units: Iterable[Values | None], pair: Pair) -> int:
    """How many can be promised; none where nobody knows."""
    return limit_of(capacity, len([u for u in units if _is_ready(u, *pair)])) or 0


def _replaced(
    holds: Mapping[str, Hold], after: Mapping[str, Hold | None], pair: Pair
) -> list[Hold]:
    new = {**holds, **after}
    return [h for h in new.values() if h is not None and h.pair == pair]
