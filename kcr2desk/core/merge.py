"""How edits come together: per field, by value, without clocks (sync.md, section 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import FieldSpec, Kind, Rule
from kcr2desk.core.records import RECORD_TYPES, blank_values
from kcr2desk.core.text import Json

Values = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging one change into a record gives.

    `kept` are fields whose current value stayed; those also in `conflicts` open a Conflict.
    `reason` is a refusal of the whole changeset, with `reason_field`.
    """

    values: dict[str, Json]
    kept: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    reason: str = ""
    reason_field: str = ""


def merge(current: Values | None, change: Change) -> Merged:
    """Merge `change` into `current` (None: the record is not there yet, and the change is NEW)."""
    if change.how is How.NEW:
        return _create(current, change)
    assert current is not None
    values = dict(current)
    kept: list[str] = []
    conflicts: list[str] = []
    specs = RECORD_TYPES[change.type].fields
    removing = change.fields.get("removed") == [False, True]
    if current.get("removed") is True and "removed" not in change.fields:
        kept.append("removed")
        conflicts.append("removed")  # edited while removed: a person decides whether it stays
    for name, value in change.fields.items():
        spec = specs.get(name)
        if spec is not None and spec.kind is Kind.SET and isinstance(value, dict):
            values[name] = merge_set(values.get(name), value)
            continue
        was, now = value  # type: ignore[misc, str-unpack]
        held = values.get(name, None if spec is None else spec.blank)
        if same(held, now):
            continue
        if removing and same(was, now):  # what the officer saw when removing is no longer so
            if current.get("removed") is not True and "removed" not in kept:
                kept.append("removed")
                conflicts.append("removed")
            continue
        if not same(held, was):
            kept.append(name)
            if spec is None or spec.rule in (Rule.VALUE, Rule.REMOVED):
                conflicts.append(name)
            continue
        if not step_allowed(spec, held, now):
            return Merged(dict(current), reason="wrong_step", reason_field=name)
        values[name] = now
    for name in kept:
        values[name] = current.get(name)
    return Merged(values, tuple(kept), tuple(conflicts))


def removal(shown: Values) -> dict[str, Json]:
    """The `fields` of a change that removes a record: all that was seen, what was blank too, so
    that an edit made meanwhile by somebody else opens a conflict instead of vanishing with the
    record."""
    return {**{name: [value, value] for name, value in shown.items()}, "removed": [False, True]}


def _create(current: Values | None, change: Change) -> Merged:
    """A create of what is already there (an alert imported on two desks) merges field by field."""
    blank = blank_values(change.type)
    if current is None:
        return Merged({**blank, **change.fields})
    kept = tuple(
        name
        for name, now in change.fields.items()
        if not same(current.get(name), now) and not same(current.get(name), blank.get(name))
    )
    values = {**current, **{n: v for n, v in change.fields.items() if n not in kept}}
    return Merged(values, kept)


def same(a: Json, b: Json) -> bool:
    """Equal as JSON: 1 and True, or 1 and 1.0, are not the same value."""
    if type(a) is not type(b):
        return False
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
    return a == b


def step_allowed(spec: FieldSpec | None, held: Json, now: Json) -> bool:
    """True unless the field's table of steps forbids going from `held` to `now`."""
    if spec is None or spec.steps is None:
        return True
    return now in spec.steps.get(str(held), ())


def merge_set(held: Json, value: Json) -> Json:
    """Items added and taken, item by item."""
    items = set(held or ())  # type: ignore[arg-type]
    items |= set(value.get("add") or ())  # type: ignore[union-attr, arg-type]
    items -= set(value.get("take") or ())  # type: ignore[union-attr, arg-type]
    return _sorted(items)


def _sorted(items: set[Json]) -> list[Json]:
    return sorted(items)  # type: ignore[type-var]


def edit(type_name: str, shown: Values, now: Values) -> dict[str, Json]:
    """The `fields` of a change from what the form showed to what it says now."""
    specs = RECORD_TYPES[type_name].fields
    fields: dict[str, Json] = {}
    for name, value in now.items():
        was = shown.get(name, specs[name].blank)
        if same(was, value):
            continue
        if specs[name].kind is Kind.SET:
            before, after = set(was or ()), set(value or ())  # type: ignore[arg-type]
            fields[name] = {"add": _sorted(after - before), "take": _sorted(before - after)}
        else:
            fields[name] = [was, value]
    if fields.get("removed") == [False, True]:
        return {**removal(shown), **fields}
    return fields


def lay_over(base: Values | None, change: Change) -> dict[str, Json] | None:
    """What the officer sees: a pending change laid over what the hub confirmed.

    None when there is nothing to lay it on (the record is not here).
    """
    if change.how is How.NEW:
        return {**blank_values(change.type), **(base or {}), **change.fields}
    if base is None:
        return None
    values = dict(base)
    specs = RECORD_TYPES[change.type].fields
    for name, value in change.fields.items():
        spec = specs.get(name)
        if spec is not None and spec.kind is Kind.SET and isinstance(value, dict):
            values[name] = merge_set(values.get(name), value)
            continue
        was, now = value  # type: ignore[misc, str-unpack]
        if not same(was, now):  # else it says only what was seen
            values[name] = now
    return values


def apply_entry(
    base: Values | None, change: Change, kept: frozenset[str]
) -> dict[str, Json] | None:
    """The confirmed values after a change of a logged entry; None when the record is withdrawn.

    `kept` are the fields of this change whose current value stayed at the hub. Raises KeyError
    when the record is not here: a sign that the desk has to load the stream anew.
    """
    if change.how is How.WITHDRAW:
        return None
    if change.how in (How.NEW, How.RELEASE):
        start = base if base is not None and change.how is How.NEW else blank_values(change.type)
        return {**start, **{n: v for n, v in change.fields.items() if n not in kept}}
    if base is None:
        raise KeyError(change.id)
    if change.how is How.PURGE:
        blank = blank_values(change.type)
        return {**base, **{name: blank.get(name) for name in change.fields}}
    taken = {n: v for n, v in change.fields.items() if n not in kept}
    values = lay_over(base, Change(change.type, change.id, How.EDIT, taken))
    assert values is not None
    return values
