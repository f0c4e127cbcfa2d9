"""Who may see a record, and what a change of audience brings about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kcr2desk.core.changes import Change, How, Scope
from kcr2desk.core.records import RECORD_TYPES, blank_values
from kcr2desk.core.text import Json

Key = tuple[str, str]  # (type, id)


@dataclass(frozen=True, slots=True)
class Held:
    """A record as the hub holds it. `written` says who wrote a field last: [actor, time in ms];
    the key "" is who made the record."""

    stream: str
    revision: int
    values: Mapping[str, Json]
    written: Mapping[str, Json]


DEEPEST = 8
"""How many records may belong to each other in a row: a conflict, of an attachment, of a report."""


def root_of(view: Mapping[Key, Held], key: Key, held: Held) -> tuple[Key, Held] | None:
    """The record at the top of what this one belongs to (itself, when to nothing), or None while
    any on the way is unknown."""
    for _ in range(DEEPEST):
        above = parent_of(key, held.values)
        if above is None:
            return key, held
        parent = view.get(above)
        if parent is None:
            return None
        key, held = above, parent
    return None


def parent_of(key: Key, values: Mapping[str, Json]) -> Key | None:
    """The record whose audience one with these values shares, when it is not its own."""
    follows = RECORD_TYPES[key[0]].follows
    return (str(values.get("about_type")), str(values.get(follows))) if follows else None


def scope_of(view: Mapping[Key, Held], key: Key, held: Held, depth: int = DEEPEST) -> Scope:
    """Who may see a record: by its own source and audience, or by what it belongs to."""
    above = parent_of(key, held.values)
    if above is None:
        return _own_scope(held.values)
    parent = view.get(above)
    if parent is None or depth == 0:
        return Scope()  # nobody but KCR2 until what it belongs to is known
    scope = scope_of(view, above, parent, depth - 1)
    spec = RECORD_TYPES[above[0]].fields.get(str(held.values.get("field", "")))
    private = spec.private if spec is not None else ""
    if private == "inherit":
        private = scope.private
    return Scope(scope.source, scope.audience, private, scope.open)


def _own_scope(values: Mapping[str, Json]) -> Scope:
    if "source" not in values:
        return Scope(open=True)
    audience = values.get("audience") or []
    assert isinstance(audience, list)
    return Scope(str(values["source"]), tuple(str(a) for a in audience))


def both(before: Scope | None, after: Scope) -> Scope:
    """Who could see a record before a change and still can: an edit tells also what was.

    Whoever is in only since the change gets the record by its release, not by the edit.
    """
    if before is None or before == after:
        return after
    return Scope(
        after.source if before.source == after.source else "",
        tuple(a for a in after.audience if a in before.audience),
        after.private,
        before.open and after.open,
    )


def audience_moves(
    view: Mapping[Key, Held], before: Mapping[Key, Scope], children: Mapping[Key, Sequence[Key]]
) -> tuple[tuple[Change, ...], tuple[Scope, ...]]:
    """Withdrawals and releases that a change of audience or source brings.

    A narrowing first withdraws the record from all who saw it, then releases it whole to those
    who still may; so one rule serves both.
    """
    changes: list[Change] = []
    scopes: list[Scope] = []
    done: set[Key] = set()
    for key, old in sorted(before.items(), key=lambda item: bool(RECORD_TYPES[item[0][0]].follows)):
        new = scope_of(view, key, view[key])
        if key in done or (new.source, new.audience) == (old.source, old.audience):
            continue
        narrowed = old.source != new.source or set(old.audience) - set(new.audience)
        family = [key, *(k for k in view if _below(k, view, key)), *children.get(key, ())]
        for member in dict.fromkeys(family):
            done.add(member)
            scope = scope_of(view, member, view[member])
            blank = blank_values(member[0])
            whole = {n: v for n, v in view[member].values.items() if v != blank.get(n)}
            if narrowed:
                old_scope = Scope(old.source, old.audience, scope.private, old.open)
                changes.append(Change(member[0], member[1], How.WITHDRAW, {}))
                scopes.append(old_scope)
            changes.append(Change(member[0], member[1], How.RELEASE, whole))
            scopes.append(scope)
    return tuple(changes), tuple(scopes)


def _below(key: Key, view: Mapping[Key, Held], top: Key) -> bool:
    """Whether a record belongs to `top`, itself or through others."""
    held = view.get(key)
    for _ in range(DEEPEST):
        above = None if held is None else parent_of(key, held.values)
        if above is None:
            return False
        if above == top:
            return True
        key, held = above, view.get(above)
    return False
