"""What others do to a report while it is edited here, told at the field and never overwritten."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from kcr2desk.core.records import blank_values
from kcr2desk.core.text import Json
from kcr2desk.desk.parts.form_merge import Difference, differences
from kcr2desk.desk.parts.form_state import FIELDS
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache


_Read = tuple[dict[str, Json] | None, dict[str, tuple[str, int | None]]]
"""The values of a report now, and who wrote each field last, when."""


class Told(NamedTuple):
    """A difference, and who made it when (milliseconds), as far as this desk knows."""

    difference: Difference
    who: str
    when: int | None


class Others(QObject):
    """Follows one record in the store. `shown` is what the form showed, field by field.

    A field that the officer left alone follows the others; one that was changed on both sides
    keeps both values until the officer chooses, or until it is saved: then the hub opens a
    conflict that everybody sees.
    """

    adopted = Signal(object)
    """Fields that nobody touched here and that hold something else now: a list of `Told`."""

    clashed = Signal(object)
    """All fields that were changed on both sides: a list of `Told`, empty when there are none."""

    gone = Signal()
    """Somebody removed the report."""

    _changed = Signal(str, object)

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        typed: Callable[[], Mapping[str, Json]],
        parent: QObject,
        *,
        type: str = "report",
        fields: Sequence[str] = FIELDS,
    ) -> None:
        """`fields` are those of records of `type` that the form writes."""
        super().__init__(parent)
        self._type, self._fields = type, fields
        self._cache = cache
        self._work = work
        self._typed = typed
        self.record = ""
        self.shown: dict[str, Json] = {}
        self._clashes: tuple[Told, ...] = ()
        self._changed.connect(self._on_change)
        heard = self._changed

        def hear(changed: object) -> None:
            try:
                heard.emit(changed.type, changed.ids)  # type: ignore[attr-defined]
            except RuntimeError:  # the form went while the store was telling
                pass

        self.stop = cache.subscribe(hear)
        self.destroyed.connect(self.stop)

    def follow(self, record: str, shown: Mapping[str, Json]) -> None:
        """Follow a report whose form showed `shown`; "" follows none."""
        self.record = record
        blank = blank_values(self._type)
        self.shown = {n: shown.get(n, blank[n]) for n in self._fields} if record else {}
        self._clashes = ()
        if record:
            self.look()

    def look(self) -> None:
        """Compare with what is in the store now."""
        if self.record:
            record = self.record
            self._work.ask(
                lambda: (record, self._read(record)), self._compare, owner=self, topic="others"
            )

    def take_theirs(self, field: str) -> Json:
        """The officer chose what the others wrote; returns it for the field to show."""
        told = self._told(field)
        self.shown[field] = told.difference.theirs
        self._settled(field)
        return told.difference.theirs

    def keep_mine(self, field: str) -> None:
        """The officer saw what the others wrote and chose the own value: no conflict is wanted."""
        self.shown[field] = self._told(field).difference.theirs
        self._settled(field)

    def clashes(self) -> tuple[Told, ...]:
        """What still waits for a choice."""
        return self._clashes

    def _told(self, field: str) -> Told:
        return next(told for told in self._clashes if told.difference.field == field)

    def _settled(self, field: str) -> None:
        self._clashes = tuple(t for t in self._clashes if t.difference.field != field)
        self.clashed.emit(list(self._clashes))

    def _on_change(self, kind: str, ids: frozenset[str] | None) -> None:
        if kind == self._type and (ids is None or self.record in ids):
            self.look()

    def _read(
        self, record: str
    ) -> tuple[dict[str, Json] | None, dict[str, tuple[str, int | None]]]:
        """Values now, and who wrote each field last. In the work thread."""
        values = self._cache.values(self._type, record)
        by: dict[str, tuple[str, int | None]] = {}
        for line in self._cache.history(self._type, record):
            by.setdefault(line.field, (line.actor, line.logged_at or line.made_at))
        return values, by

    def _compare(
        self,
        read: tuple[str, _Read],
    ) -> None:
        record, (now, by) = read
        if record != self.record:
            return
        if now is None or now.get("removed") is True:
            self.gone.emit()
            return
        found = [
            Told(each, *by.get(each.field, ("", None)))
            for each in differences(self._fields, self.shown, now, self._typed())
        ]
        follow = [told for told in found if not told.difference.touched]
        for told in follow:
            self.shown[told.difference.field] = told.difference.theirs
        clashes = tuple(told for told in found if told.difference.touched)
        if follow:
            self.adopted.emit(follow)
        if clashes != self._clashes:
            self._clashes = clashes
            self.clashed.emit(list(clashes))
