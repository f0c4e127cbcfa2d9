"""Saving a party: one changeset in the work thread, the numbers that came of it, and undo."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kcr2desk.core.changes import Change
from kcr2desk.core.fields import FieldError, milliseconds
from kcr2desk.core.ids import NewId
from kcr2desk.core.repatriation.registering import Party, Sheet
from kcr2desk.core.repatriation.registering_changes import Desk, changes
from kcr2desk.desk import texts
from kcr2desk.desk.repatriation import registration_words as words
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.store import DiskFull

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

translate = texts.translate


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved last: its changeset, who, their numbers, and how to have them back."""

    changeset: str
    party: Party
    when: datetime
    numbers: dict[str, str] = field(default_factory=dict)
    ticked: str = ""
    """The line of a list that was ticked by this, "" for none."""

    @property
    def persons(self) -> tuple[str, ...]:
        return tuple(sheet.id for sheet in self.party.sheets)


class Saver(QObject):
    """Saves one party at a time, and takes the last one back."""

    saved = Signal(object)
    """`Saved`."""

    undone = Signal(object)
    """`Saved`: what was taken back."""

    failed = Signal(object)

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(parent)
        self._hall = hall
        self.busy = False
        self.last: Saved | None = None

    def save(self, party: Party, arrival: str, desk: str, draft: str, ticked: str) -> None:
        """Save a party; its draft goes with it in one transaction."""
        hall, now = self._hall, self._hall.now()
        at = Desk(arrival, desk, hall.me.account, milliseconds(now))
        found = changes(party, hall.book, at, hall.cache.new_id)
        persons = [sheet.id for sheet in party.sheets]
        self.busy = True
        hall.work.do(
            lambda: _save(hall.cache, hall.stream, found, draft, persons),
            lambda made: self._saved(Saved(made[0], party, now, made[1], ticked)),
            owner=self,
            failed=self._lost,
        )

    def undo(self) -> None:
        """Take the last one back."""
        last, cache = self.last, self._hall.cache
        if last is None or not last.changeset or self.busy:
            return
        self.busy = True
        self._hall.work.do(
            lambda: cache.undo([last.changeset]),
            lambda _: self._undone(last),
            owner=self,
            failed=self._lost,
        )

    def _saved(self, saved: Saved) -> None:
        self.busy = False
        self.last = saved
        self.saved.emit(saved)

    def _undone(self, last: Saved) -> None:
        self.busy = False
        self.last = None
        self.undone.emit(last)

    def _lost(self, error: Exception) -> None:
        self.busy = False
        self.failed.emit(error)


def _save(
    cache: Cache, stream: str, found: list[Change], draft: str, persons: list[str]
) -> tuple[str, dict[str, str]]:
    """All or nothing; the changeset and the number of each person. In the work thread."""
    changeset = cache.save(stream, found, draft=draft)
    numbers = {p: str((cache.values("person", p) or {}).get("number") or "") for p in persons}
    return changeset, numbers


def anew(party: Party, new_id: NewId) -> Party:
    """A party whose saving was undone, to be saved again: what is removed does not come back, so
    who was new gets another id."""
    known = {s.id: new_id() for s in party.sheets if s.is_new}
    known |= {g: new_id() for g, typed in party.groups.items() if typed.shown is None}
    sheets = tuple(_renamed(sheet, known) for sheet in party.sheets)
    groups = {
        known.get(g, g): replace(typed, head=known.get(typed.head, typed.head))
        for g, typed in party.groups.items()
    }
    return replace(party, sheets=sheets, groups=groups)


def _renamed(sheet: Sheet, known: dict[str, str]) -> Sheet:
    group, guardian = sheet.group, sheet.text("guardian")
    made = sheet.with_values(group=known.get(group, group), guardian=known.get(guardian, guardian))
    return replace(made, id=known.get(sheet.id, sheet.id))


def failure(error: Exception) -> str:
    """What went wrong while saving, what is safe and what to do."""
    if isinstance(error, FieldError):
        name = words.field(error.field)
        if error.code == "too_long":
            said = translate("Registration", "Too long: {field}. Shorten it, then save again.")
            return said.format(field=name)
        said = translate("Registration", "This does not fit: {field} ({code}). Change it.")
        return said.format(field=name, code=error.code)
    if isinstance(error, DiskFull):
        return translate(
            "Registration",
            "The disk of this workstation is full: nothing was saved. Make room, then save again.",
        )
    said = translate(
        "Registration", "It was not saved ({what}). What was typed stands here; try again."
    )
    return said.format(what=type(error).__name__)
