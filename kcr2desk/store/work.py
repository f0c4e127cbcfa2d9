"""What one write transaction works with, and what it leaves to be told when it is committed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import dataclass, field

from kcr2desk.core.ids import NewId
from kcr2desk.store.errors import NoIdentity
from kcr2desk.store.identity import Identity
from kcr2desk.store.rows import Db, Row


@dataclass(frozen=True, slots=True)
class Changed:
    """What a committed transaction changed: records of `type`; `ids` None when too many to name.

    Type "" means that only outbox, attention, drafts or files changed.
    """

    type: str
    ids: frozenset[str] | None


@dataclass(slots=True)
class Work:
    """One transaction: its connection, the time (ms since 1970) and what it changed so far.

    `searched_from`: rows before this place are not in the search index yet. `beside` runs what
    may go on while the database works. `journal` are the records for the journal of queued
    bodies; `journal_anew`: bodies were purged from the outbox, so the journal is written anew.
    """

    db: Db
    now: int
    identity: Identity | None
    new_id: NewId
    salt: Callable[[], str]
    searched_from: int
    beside: Executor
    changed: dict[str, set[str] | None] = field(default_factory=dict)
    journal: list[bytes] = field(default_factory=list)
    journal_anew: bool = False

    @property
    def me(self) -> Identity:
        """Who writes. Raises NoIdentity."""
        if self.identity is None:
            raise NoIdentity
        return self.identity

    def tell(self, type_name: str, ids: Iterable[str] | None = ()) -> None:
        """Note that records of a type changed (None: anything of it)."""
        if ids is None:
            self.changed[type_name] = None
            return
        known = self.changed.setdefault(type_name, set())
        if known is not None:
            known.update(ids)

    def tell_rows(self, rows: Iterable[Row]) -> None:
        """Note that these rows changed, and what they belong to: its line shows them too."""
        for row in rows:
            self.tell(row.type, (row.id,))
            about, kind = row.values.get("about"), row.values.get("about_type")
            if about and kind:
                self.tell(str(kind), (str(about),))

    def told(self) -> tuple[Changed, ...]:
        """What subscribers hear."""
        return tuple(
            Changed(name, None if ids is None else frozenset(ids))
            for name, ids in self.changed.items()
        )


def note(db: Db, name: str) -> str | None:
    """A named text of the cache; None when there is none."""
    found = db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return None if found is None else found[0]


def set_note(db: Db, name: str, value: str | None) -> None:
    """Keep a named text; None forgets it."""
    if value is None:
        db.execute("DELETE FROM meta WHERE name = ?", (name,))
    else:
        db.execute("INSERT OR REPLACE INTO meta VALUES (?,?)", (name, value))
