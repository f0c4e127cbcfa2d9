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


def scope_of(view: Mapping[Key, Held], key: Key, held: Held) -> Scope:
    """Who may see a record: by its own source and audience, or by what it belongs to."""
    rtype = RECORD_TYPES[key[0]]
    values, private = held.values, ""
    if rtype.follows:
        about_type = str(values.get("about_type"))
        parent = view.get((about_type, str(values.get(rtype.follows))))
        if parent is None:
            return Scope()  # nobody but KCR2 until what it belongs to is known
        spec = RECORD_TYPES[about_type].fields.get(str(values.get("field", "")))
        private = spec.private if spec is not None else ""
        values = parent.values
    if "source" not in values:
        return Scope(open=True)
    audience = values.get("audience") or []
    assert isinstance(audience, list)
    return Scope(str(values["source"]), tuple(str(a) for a in audience), private)


def audience_moves(
    view: Mapping[Key, Held], before: Mapping[Key, Scope], children: Mapping[Key, Sequence[Key]]
) -> tuple[tuple[Change, ...], tuple[Scope, ...]]:
    """Withdrawals and releases that a change of audience or source brings.

    A narrowing first withdraws the record from all who saw it, then releases it whole to those
    who still may; so one rule serves both.
    """
    changes: list[Change] = []
    scopes: list[Scope] = []
    for key, old in before.items():
        if RECORD_TYPES[key[0]].follows:
            continue
        new = scope_of(view, key, view[key])
        if new == old:
            continue
        narrowed = old.source != new.source or set(old.audience) - set(new.audience)
        family = [key, *(k for k in view if _belongs(k, view, key)), *children.get(key, ())]
        for member in dict.fromkeys(family):
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


def _belongs(key: Key, view: Mapping[Key, Held], parent: Key) -> bool:
    follows = RECORD_TYPES[key[0]].follows
    if not follows:
        return False
    values = view[key].values
    return (values.get("about_type"), values.get(follows)) == parent
