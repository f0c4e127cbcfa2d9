"""Changesets, entries of the log, outcomes and checkpoints: the words of the protocol."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kcr2desk.core.text import Json


class How(StrEnum):
    """What a change does to its record. Desks ask for the first two, the hub makes the others."""

    NEW = "new"
    EDIT = "edit"
    RELEASE = "release"  # the whole record, for readers that the audience now includes
    WITHDRAW = "withdraw"  # readers that the audience lost drop the record
    PURGE = "purge"  # the named fields are emptied everywhere: their retention ended


@dataclass(frozen=True, slots=True)
class Change:
    """What one changeset does to one record.

    With EDIT, `fields` holds `[was, now]` for a value and `{"add": […], "take": […]}` for a set;
    `was` is what the officer's form showed when it was opened. With NEW and RELEASE it holds the
    values themselves, blank ones left out.
    """

    type: str
    id: str
    how: How
    fields: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Changeset:
    """One act of one person: all of it or nothing. `made_at` is milliseconds by the desk's clock.

    `salt` (32 hex digits) blinds the field digests. `corrects` names a refused changeset.
    """

    id: str
    device: str
    device_seq: int
    actor: str
    stream: str
    made_at: int
    schema: int
    salt: str
    changes: tuple[Change, ...]
    corrects: str = ""


class Code(StrEnum):
    """What became of a changeset. The first four are final and remembered for ever."""

    APPLIED = "applied"
    MERGED = "merged"  # in the log; a claim went to somebody else, or a value was already so
    CONFLICT = "conflict"  # in the log; at least one Conflict record opened
    REFUSED = "refused"
    QUARANTINED = "quarantined"  # kept by the hub, tried again
    HELD = "held"  # not stored; waits for an earlier one

    @property
    def final(self) -> bool:
        return self not in (Code.QUARANTINED, Code.HELD)

    @property
    def in_log(self) -> bool:
        return self in (Code.APPLIED, Code.MERGED, Code.CONFLICT)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The hub's word on one changeset. Carries codes and names, never values.

    `seq` is its entry (0 when not in the log); `reason` a code of `core.errors`; `fields` the
    names it is about; `behind` the changeset that a held one waits for.
    """

    changeset: str
    code: Code
    seq: int = 0
    reason: str = ""
    fields: tuple[str, ...] = ()
    behind: str = ""
    duplicate: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """What came of a changeset beyond "as asked".

    `kept`: (index of the change, field) where the current value stayed. `changes`: what the hub
    did in the same breath (conflicts opened, releases, withdrawals).
    """

    kept: tuple[tuple[int, str], ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A changeset in the log. Hashes are lower-case hex of 32 bytes."""

    stream: str
    seq: int
    epoch: str
    changeset: Changeset
    outcome: Code
    effect: Effect
    logged_at: int
    device_previous: str
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One field of one change, as digests see it. `index` of the change; `name` "" for none."""

    change: int
    type: str
    id: str
    how: How
    name: str
    value: Json


@dataclass(frozen=True, slots=True)
class Redacted:
    """An entry for a reader who may not see all of it.

    `leaves` in order: the hex digest of a withheld leaf, or (salt, leaf). A wholly withheld entry
    has no head and only `digest`.
    """

    stream: str
    seq: int
    epoch: str
    outcome: Code
    digest: str = ""
    head: Changeset | None = None
    kept: tuple[tuple[int, str], ...] = ()
    logged_at: int = 0
    asked: tuple[str | tuple[str, Leaf], ...] = ()
    effects: tuple[str | tuple[str, Leaf], ...] = ()


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far a desk has followed a stream."""

    seq: int = 0
    hash: str = "0" * 64


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The hub's signed word that `stream` had `hash` at `seq` in `epoch`."""

    hub: str
    epoch: str
    stream: str
    seq: int
    hash: str
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """Who may see a record at the moment of an entry. `private` is the inherited grant, if any."""

    source: str = ""
    audience: tuple[str, ...] = ()
    private: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A record as of now, for a desk that loads a stream anew."""

    type: str
    id: str
    revision: int
    values: Mapping[str, Json] = field(default_factory=dict)
