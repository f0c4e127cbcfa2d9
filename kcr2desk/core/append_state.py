"""What a transaction of the log works on: what was offered, what is there, what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kcr2desk.core import grants
from kcr2desk.core.access import Actor
from kcr2desk.core.changes import Changeset, Cursor, Entry, Outcome, Scope
from kcr2desk.core.holding import Hold
from kcr2desk.core.scopes import Held, Key


@dataclass(frozen=True, slots=True)
class Offered:
    """A changeset as it arrived. `previous` is the device chain's hash before it.

    `trusted`: it was in the log before a restore, which a signed checkpoint proves; what was
    allowed then is not judged again. `late`: it waited in vain, so a conflict that it settles and
    that is not there is passed over. After a restore changes may come in another order, and then
    other conflicts open.
    """

    changeset: Changeset
    previous: str
    actor: Actor
    trusted: bool = False
    late: bool = False


@dataclass(frozen=True, slots=True)
class Appended:
    """A new entry; `scopes` say who may see each change, those asked first, then the effect's."""

    entry: Entry
    device_hash: str
    scopes: tuple[Scope, ...]


@dataclass
class LogState:
    """What one transaction works on. `children` maps a record to those that share its audience.

    `purged` are fields that were emptied for ever: whatever is offered, they stay empty.
    `beside` are capacities and units that promises depend on, `holds` what is promised of the
    same owners and types, by stream and commitment; both read under the lock of the heads.
    `members` are the member records of operations, by stream and id, read under the same lock; an
    operation that is not there yet has the first head that there is.
    `failures` say where the rules raised, without values, by changeset.

    Loaded by the hub: all records that the changesets touch, those that these follow, the targets
    of references, the children of records whose audience or source changes, known outcomes, and
    the locked heads.
    """

    epoch: str
    heads: dict[str, Cursor]
    records: dict[Key, Held]
    outcomes: dict[str, Outcome]
    children: dict[Key, list[Key]] = field(default_factory=dict)
    appended: list[Appended] = field(default_factory=list)
    touched: set[Key] = field(default_factory=set)
    quarantined: dict[str, Offered] = field(default_factory=dict)
    purged: Mapping[Key, frozenset[str]] = field(default_factory=dict)
    beside: Mapping[Key, Held] = field(default_factory=dict)
    holds: dict[str, dict[str, Hold]] = field(default_factory=dict)
    members: dict[str, grants.Members] = field(default_factory=dict)
    failures: dict[str, str] = field(default_factory=dict)


class UnknownRecord(Exception):
    """An edit of a record that the hub does not know (yet), or that its author may not see; or
    what is proven of an operation of which the beginning is not back yet."""
