"""The hub's rule on promises over random histories, against counting hour by hour.

The state is loaded as the hub loads it: only the owners and types that a push is about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kcr2desk.core.access import Actor
from kcr2desk.core.append import LogState, Offered, append, first_head
from kcr2desk.core.bijstand import HOLDING, capacity_id
from kcr2desk.core.chain import GENESIS
from kcr2desk.core.changes import Change, Changeset, Code, How
from kcr2desk.core.holding import hold_of
from kcr2desk.core.ids import uuid7
from kcr2desk.core.merge import edit, merge, removal
from kcr2desk.core.promising import pairs_of
from kcr2desk.core.records import blank_values
from kcr2desk.core.scopes import Held, Key
from kcr2desk.core.text import Json

JAN = Actor("jan", "duty_officer", "KCR2")
OWNERS, RESOURCES = ("VR06", "VR07"), ("pump", "boat")
HOURS = range(-1, 14)  # -1: since for ever, 13: without an end
UNITS = {uuid7(1, n): ("VR06" if n < 2 else "VR07", "pump") for n in range(3)}
NAMES = [uuid7(2, n) for n in range(4)]
NUMBERS = {
    (o, r): ("capacity", capacity_id("national", o, r)) for o in OWNERS for r in RESOURCES
}  # fmt: skip
Values = dict[str, Json]


@dataclass
class Hub:
    """All records, and pushes ruled on with what the hub would load for them."""

    records: dict[Key, Held] = field(default_factory=dict)
    count: int = 0

    def push(self, *changesets: list[Change], trusted: bool = False) -> list[tuple[Code, str]]:
        every = [c for changes in changesets for c in changes]
        asked = {(c.type, c.id) for c in every}
        named = {("unit", str(_now(c, "unit"))) for c in every}
        state = LogState(
            "e1", {"national": first_head()},
            {k: h for k, h in self.records.items() if k in asked | named}, {},
        )  # fmt: skip
        pairs = pairs_of(every, state.records)
        for key, held in self.records.items():
            if (held.values.get("owner"), held.values.get("resource")) not in pairs:
                continue
            if key[0] != "commitment":
                state.beside = {**state.beside, key: held}
            elif hold := hold_of(key[1], held.values):
                state.holds.setdefault("national", {})[key[1]] = hold
        offers = []
        for changes in changesets:
            self.count += 1
            made = Changeset(uuid7(9, self.count), "d", self.count, "jan", "national", 1, 1,
                             "ab" * 16, tuple(changes))  # fmt: skip
            offers.append(Offered(made, GENESIS, JAN, trusted))
        outcomes = append(state, offers, now=1)
        self.records.update({k: state.records[k] for k in state.touched})
        return [(o.code, o.reason) for o in outcomes]


def _now(change: Change, name: str) -> Json:
    value = change.fields.get(name, "")
    return value[1] if isinstance(value, list) else value


def hours_of(values: Mapping[str, Json]) -> set[int]:
    """The hours in which a promise holds."""
    if values["removed"] or values["status"] not in HOLDING:
        return set()
    start, end = values["from_at"], values["until_at"]
    first = -1 if start is None else int(str(start))
    last = 14 if end is None else int(str(end))
    if values["status"] == "returned" and values["returned_at"] is not None:
        last = min(last, int(str(values["returned_at"])))
    return set(range(first, last))


def why_not(before: Mapping[Key, Values], after: Mapping[Key, Values], touched: set[Key]) -> bool:
    """Whether a changeset breaks a rule, by counting every hour of every owner."""
    mine = [key for key in touched if key[0] == "commitment"]
    for key in mine:
        values = after[key]
        start, end = values["from_at"], values["until_at"]
        if values["source"] != values["owner"]:
            return True
        if isinstance(start, int) and isinstance(end, int) and end <= start:
            return True
    pairs = {(str(after[k]["owner"]), str(after[k]["resource"])) for k in mine if
             hours_of(after[k])}  # fmt: skip
    for pair in pairs:
        now, was = number(after, pair), number(before, pair)
        words = {after[k]["word"] for k in mine if hours_of(after[k])
                 and (after[k]["owner"], after[k]["resource"]) == pair}  # fmt: skip
        if now > was and "room" in words:
            return True
        for hour in HOURS:
            held = taken(after, pair, hour)
            if held > now and held > taken(before, pair, hour):
                return True
    return any(unit_broken(before, after, key) for key in mine)


def number(records: Mapping[Key, Values], pair: tuple[str, str]) -> int:
    values = records.get(NUMBERS[pair])
    if values and not values["removed"] and isinstance(values["available"], int):
        return values["available"]
    return sum(
        1 for key, v in records.items()
        if key[0] == "unit" and (v["owner"], v["resource"]) == pair and v["state"] != "out"
        and not v["removed"]
    )  # fmt: skip


def taken(records: Mapping[Key, Values], pair: tuple[str, str], hour: int) -> int:
    return sum(
        int(str(v["quantity"])) for key, v in records.items()
        if key[0] == "commitment" and (v["owner"], v["resource"]) == pair and hour in hours_of(v)
    )  # fmt: skip


def unit_broken(before: Mapping[Key, Values], after: Mapping[Key, Values], key: Key) -> bool:
    values, hours = after[key], hours_of(after[key])
    if not values["unit"] or not hours:
        return False
    unit = after.get(("unit", str(values["unit"])))
    if unit is None or unit["removed"]:
        return True
    if (unit["owner"], unit["resource"]) != (values["owner"], values["resource"]):
        return True
    was = before.get(key)
    old = hours_of(was) if was is not None and was["unit"] == values["unit"] else set()
    others = [
        v for other, v in after.items()
        if other[0] == "commitment" and other != key and v["unit"] == values["unit"]
    ]  # fmt: skip
    if any((hours - old) & hours_of(v) for v in others):
        return True
    first, last = unit["available_from"], unit["available_until"]
    early = first is not None and min(hours) < int(str(first))
    late = last is not None and max(hours) >= int(str(last))
    return not hours <= old and (unit["state"] == "out" or early or late)


# -- histories ------------------------------------------------------------------------------------

WHEN = st.one_of(st.none(), st.integers(0, 12))


def fields(draw: st.DrawFn) -> Values:
    """What a promise may say."""
    owner = draw(st.sampled_from(OWNERS))
    unit = draw(st.sampled_from(("", "", "", *UNITS)))
    word = draw(st.sampled_from(("room", "owner")))
    told: Values = {
        "owner": owner, "source": owner, "resource": draw(st.sampled_from(RESOURCES)),
        "quantity": 1 if unit else draw(st.integers(1, 3)), "unit": unit, "word": word,
        "authority": "Commandant", "how": "phone", "from_at": draw(WHEN), "until_at": draw(WHEN),
    }  # fmt: skip
    if unit and draw(st.integers(0, 9)):  # mostly the unit's own
        told["owner"] = told["source"] = UNITS[unit][0]
        told["resource"] = UNITS[unit][1]
    return told


STEPS: tuple[str, ...] = ("en_route", "on_site", "released", "returned", "withdrawn", "promised")


@st.composite
def changes(draw: st.DrawFn, records: Mapping[Key, Values]) -> list[Change]:
    """A changeset of one to three changes, against `records`."""
    made: dict[Key, Change] = {}
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(("commitment",) * 6 + ("capacity", "unit")))
        name = draw(st.sampled_from({
            "commitment": NAMES, "capacity": [k[1] for k in NUMBERS.values()], "unit": [*UNITS],
        }[kind]))  # fmt: skip
        key = (kind, name)
        shown = records.get(key)
        if shown is None:
            if kind == "commitment":
                made[key] = Change(kind, name, How.NEW, fields(draw))
            continue
        if draw(st.integers(0, 11)) == 0 and not shown["removed"]:
            made[key] = Change(kind, name, How.EDIT, removal(shown))
            continue
        now = _edited(draw, kind, shown)
        if now:
            made[key] = Change(kind, name, How.EDIT, now)
    return list(made.values())


def _edited(draw: st.DrawFn, kind: str, shown: Values) -> Values:
    told: Values
    if kind == "capacity":
        told = {"available": draw(st.one_of(st.none(), st.integers(0, 4)))}
    elif kind == "unit":
        told = {"state": draw(st.sampled_from(("ready", "out"))), "available_from": draw(WHEN),
                "available_until": draw(WHEN)}  # fmt: skip
    else:
        whole = fields(draw)
        whole |= {"status": draw(st.sampled_from(STEPS)), "returned_at": draw(WHEN)}
        names = draw(st.sets(st.sampled_from(sorted(whole)), min_size=1, max_size=4))
        told = {n: whole[n] for n in names}
        if "owner" in told and draw(st.integers(0, 9)):
            told["source"] = told["owner"]
    if shown["removed"] and draw(st.booleans()):
        told["removed"] = False
    return edit(kind, shown, told)


def plain(hub: Hub) -> dict[Key, Values]:
    return {k: dict(h.values) for k, h in hub.records.items() if k[0] != "conflict"}


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_the_hub_rules_as_counting_by_the_hour_does(data: st.DataObject) -> None:
    hub = start(data)
    for _ in range(data.draw(st.integers(1, 5))):
        seen = plain(hub)  # a desk that is offline sees what was there, and its own changes
        pushed: list[list[Change]] = []
        for _ in range(data.draw(st.integers(1, 3))):
            some = data.draw(changes(seen))
            if some:
                pushed.append(some)
                seen = overlaid(seen, some)
        blocked: set[Key] = set()
        expected, now = [], plain(hub)
        for some in pushed:
            keys = {(c.type, c.id) for c in some}
            if keys & blocked:  # it waits, and what follows on its records waits with it
                expected.append(False)
                blocked |= keys
                continue
            then = applied(now, some)
            good = then is not None and not why_not(now, then, keys)
            expected.append(good)
            if good and then is not None:
                now = then
            else:
                blocked |= keys
        outcomes = hub.push(*pushed)
        assert [code.in_log for code, _ in outcomes] == expected, (pushed, outcomes)
        assert plain(hub) == now


def start(data: st.DataObject) -> Hub:
    hub = Hub()
    for (owner, resource), key in NUMBERS.items():
        number = data.draw(st.one_of(st.none(), st.integers(0, 4)))
        values = {"source": owner, "owner": owner, "resource": resource, "available": number}
        hub.records[key] = Held("national", 1, {**blank_values("capacity"), **values}, {})
    for unit, (owner, resource) in UNITS.items():
        values = {"source": owner, "owner": owner, "resource": resource, "name": "Een"}
        hub.records["unit", unit] = Held(
            "national", 1, {**blank_values("unit"), **values, "state": "ready"}, {}
        )
    return hub


def applied(records: Mapping[Key, Values], some: list[Change]) -> dict[Key, Values] | None:
    """The records after a changeset; None where the merge itself refuses it."""
    after = dict(records)
    for change in some:
        key = (change.type, change.id)
        if change.how is How.EDIT and key not in after:
            return None
        merged = merge(after.get(key), change)
        if merged.reason:
            return None
        after[key] = {**blank_values(change.type), **merged.values}
    return after


def overlaid(records: Mapping[Key, Values], some: list[Change]) -> dict[Key, Values]:
    return applied(records, some) or dict(records)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_was_in_the_log_before_a_restore_is_taken_and_then_nothing_is_added_to_it(
    data: st.DataObject,
) -> None:
    hub = start(data)
    proven = [c for c in data.draw(changes({})) if c.type == "commitment"]
    whose = [UNITS.get(str(c.fields["unit"])) for c in proven]
    pairs = [(c.fields["owner"], c.fields["resource"]) for c in proven]
    if proven and all(unit in (None, pair) for unit, pair in zip(whose, pairs, strict=True)):
        ((code, _),) = hub.push(proven, trusted=True)
        assert code.in_log
    before = plain(hub)
    name = uuid7(3, 1)
    told = fields_of(data)
    ((code, _),) = hub.push([Change("commitment", name, How.NEW, told)])
    key = ("commitment", name)
    after = {**before, key: {**blank_values("commitment"), **told}}
    assert code.in_log is not why_not(before, after, {key})


def fields_of(data: st.DataObject) -> Values:
    @st.composite
    def made(draw: st.DrawFn) -> Values:
        return fields(draw)

    return data.draw(made())


def test_a_unit_is_one_whatever_number_its_promise_says() -> None:
    unit, pump = ("unit", "00000000-0001-7000-8000-000000000001"), ("VR06", "pump")
    hub = Hub({
        unit: Held("national", 1, {**blank_values("unit"), "source": "VR06", "owner": "VR06",
                                   "resource": "pump", "name": "1"}, {}),
        ("capacity", NUMBERS[pump][1]): Held(
            "national", 1, {**blank_values("capacity"), "source": "VR06", "owner": "VR06",
                            "resource": "pump", "available": 3}, {}),
    })  # fmt: skip
    fields: dict[str, Json] = {
        "owner": "VR06", "source": "VR06", "resource": "pump", "quantity": 2, "unit": unit[1],
    }  # fmt: skip
    one, other = (f"00000000-0002-7000-8000-00000000000{n}" for n in (1, 2))
    assert hub.push([Change("commitment", one, How.NEW, fields)]) == [(Code.APPLIED, "")]
    again = Change("commitment", other, How.NEW, {**fields, "quantity": 1})
    assert hub.push([again]) == [(Code.REFUSED, "unit_taken")]
