"""Saving numbers of the board: one changeset an owner, against what the officer saw."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from kcr2desk.core.bijstand import Capacity, capacity_id
from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import to_wire
from kcr2desk.core.merge import edit
from kcr2desk.core.records import RECORD_TYPES, blank_values, wire_values
from kcr2desk.desk import troubles
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.core.record import Record
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

STREAM = "national"


def edit_of(type_name: str, held: Record, fields: Mapping[str, Any]) -> Change | None:
    """The change that sets `fields` (Python values) of a record as it was seen; None: none."""
    specs = RECORD_TYPES[type_name].fields
    wanted = wire_values(type_name, fields)
    seen = {name: to_wire(specs[name], getattr(held, name)) for name in wanted}
    asked = edit(type_name, seen, wanted)
    return Change(type_name, held.id, How.EDIT, asked) if asked else None


def new_of(type_name: str, record_id: str, fields: Mapping[str, Any]) -> Change:
    """The change that makes a record of `fields` (Python values)."""
    blank = blank_values(type_name)
    values = wire_values(type_name, fields)
    return Change(type_name, record_id, How.NEW, {n: v for n, v in values.items() if v != blank[n]})


def capacity_change(
    held: Capacity | None, owner: str, resource: str, fields: Mapping[str, Any]
) -> Change | None:
    """The change that says `fields` of what an owner has; None where it says nothing new."""
    if held is not None:
        return edit_of("capacity", held, fields)
    made = capacity_id(STREAM, owner, resource)
    whole = {"source": owner, "owner": owner, "resource": resource, **fields}
    return new_of("capacity", made, whole)


class BoardWriter(QObject):
    """Writes in the store's thread and tells how it went; the last act can be undone."""

    saved = Signal(str, int)
    """What was done ("typed", "checked", "pasted", "undone") and to how many records."""

    failed = Signal(str)
    """A sentence."""

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        now: Callable[[], datetime],
        me: Identity,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._cache, self._work, self._now, self._me = cache, work, now, me
        self._last: tuple[str, ...] = ()
        self.how = "phone"
        """How the officer heard what is typed here."""

    @property
    def can_undo(self) -> bool:
        """Whether there is an act to undo."""
        return bool(self._last)

    def stamp(self, owner: str) -> dict[str, Any]:
        """Who checked a number, when and how."""
        how = "desk" if self._me.organisation == owner else self.how
        return {
            "checked_at": self._now(),
            "checked_by": self._me.display_name or self._me.account,
            "checked_how": how,
        }

    def write(self, what: str, changes: Mapping[str, Sequence[Change]]) -> None:
        """Save these changes, by owner; `what` is told back by `saved`."""
        cache = self._cache
        given = [list(some) for _owner, some in sorted(changes.items()) if some]
        count = sum(map(len, given))

        def call() -> tuple[str, ...]:
            made = [cache.save(STREAM, some) for some in given]
            return tuple(changeset for changeset in made if changeset)

        def told(made: tuple[str, ...]) -> None:
            self._last = made
            self.saved.emit(what, count)

        if given:
            self._work.do(call, told, owner=self, failed=self._failed)

    def undo(self) -> None:
        """Put back what the last act changed; what somebody else changed since stays."""
        cache, last = self._cache, self._last
        if not last:
            return
        self._last = ()

        def told(made: tuple[str, ...]) -> None:
            self.saved.emit("undone", len(made))

        self._work.do(lambda: cache.undo(last), told, owner=self, failed=self._failed)

    def _failed(self, error: Exception) -> None:
        self.failed.emit(troubles.sentence(error))
