"""The history of a record as acts: what one person did in one go. No Qt in here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcr2desk.core.merge import same
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.text import Json
from kcr2desk.desk.parts.difference import DiffLine, line_difference

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.history import HistoryLine

NOT_TOLD = frozenset({"thread", "external_id", "entered_at", "source"})
"""What a new report brings along and nobody reads in its history."""

DIFFERENT_CLOCK = 120_000
"""Milliseconds by which a desk's clock may run ahead of the hub before its time is not told."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of an act, in wire values. `lines` is the difference of a text."""

    name: str
    was: Json
    now: Json
    lines: tuple[DiffLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """What one person did to the record in one go. Times are milliseconds since 1970.

    `how` is "new", "edit", "release", "withdraw", "purge" or "link" (the answer link of an inquiry
    was fetched; `why` names whose); `outcome` a code of `core.changes`,
    or "discarded"; `why` the reason that was given for discarding. `pending`: not confirmed.
    """

    changeset: str
    actor: str
    device: str
    made_at: int
    logged_at: int | None
    how: str
    outcome: str
    pending: bool
    changes: tuple[FieldChange, ...]
    why: str = ""

    @property
    def at(self) -> int:
        """When it was done: by the desk's clock, or the hub's where that one was ahead."""
        if self.logged_at is not None and self.made_at > self.logged_at + DIFFERENT_CLOCK:
            return self.logged_at
        return self.made_at


def discard_note(changeset: str) -> str:
    """The name of the note that keeps why a refused changeset was given up."""
    return f"discarded/{changeset}"


def acts_of(
    cache: Cache, lines: Sequence[HistoryLine], *, private: bool, type: str = "report"
) -> tuple[Act, ...]:
    """The lines of a history grouped by changeset, in their order (newest first).

    `type` is that of the record. Without `private` the fields that need a grant are left out.
    """
    specs = RECORD_TYPES[type].fields
    groups: dict[tuple[str, str], list[HistoryLine]] = {}
    for line in lines:
        spec = specs.get(line.field)
        if private or spec is None or not spec.private:
            groups.setdefault((line.changeset, line.how), []).append(line)
    acts = []
    for (changeset, how), group in groups.items():
        first = group[0]
        why = cache.note(discard_note(changeset)) if first.outcome == "discarded" else None
        acts.append(
            Act(
                changeset, first.actor, first.device, first.made_at, first.logged_at, how,
                first.outcome, first.pending, _changes(group, type), why or "",
            )
        )  # fmt: skip
    return tuple(acts)


def link_acts(lines: Sequence[HistoryLine], whose: str) -> tuple[Act, ...]:
    """Who fetched the answer link of an inquiry, and when: the hub notes it as its time set to what
    it was. `whose` is the region or partner that was asked."""
    fetched = (
        line
        for line in lines
        if line.field == "link_until" and line.how == "edit" and same(line.was, line.now)
    )
    return tuple(
        Act(
            line.changeset, line.actor, line.device, line.made_at, line.logged_at, "link",
            line.outcome, line.pending, (), whose,
        )
        for line in fetched
    )  # fmt: skip


def _changes(group: Sequence[HistoryLine], type: str) -> tuple[FieldChange, ...]:
    order = {name: place for place, name in enumerate(RECORD_TYPES[type].fields)}
    told = []
    for line in sorted(group, key=lambda each: order.get(each.field, 999)):
        if not line.field or same(line.was, line.now):
            continue
        if line.how == "new" and line.field in NOT_TOLD:
            continue
        text = line.field == "text" and line.how == "edit"
        both = isinstance(line.was, str) and isinstance(line.now, str)
        lines = line_difference(str(line.was), str(line.now)) if text and both else ()
        told.append(FieldChange(line.field, line.was, line.now, lines))
    return tuple(told)
