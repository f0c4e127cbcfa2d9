"""Half-filled registrations: the one in hand is kept at each keystroke, others wait to go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from kcr2desk.core.repatriation import registering_kept
from kcr2desk.core.repatriation.registering import Party
from kcr2desk.core.text import Json
from kcr2desk.desk.parts.form_draft import DraftKeeper
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.store.drafts import Draft

KIND: Final = "person"


@dataclass(frozen=True, slots=True)
class _Typed:
    party: Party
    stream: str
    line: str

    def kept(self) -> dict[str, Json]:
        return registering_kept.kept(self.party, self.stream, self.line)


class Drafts(QObject):
    """The drafts of one operation on this desk, of this officer."""

    changed = Signal()
    """What waits is not what it was."""

    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(parent)
        self._hall = hall
        self.waiting: tuple[Draft, ...] = ()
        """What was set aside, the newest first."""
        self._keeper = DraftKeeper(
            hall.cache, hall.work, hall.now, self, type=KIND, nothing=_is_nothing
        )
        self._keeper.kept.connect(self.kept)
        self._keeper.failed.connect(self.failed)
        self.begin()
        self.refresh()

    @property
    def id(self) -> str:
        """The draft of what is in hand."""
        return self._keeper.id

    def begin(self) -> None:
        """Keep another from now on."""
        self._keeper.begin(self._hall.cache.new_id(), "", {})

    def keep(self, party: Party, line: str) -> None:
        """Keep what stands there now."""
        known = next((s for s in party.sheets if s.shown is not None), None)
        shown = {} if known is None or known.shown is None else known.shown
        record = "" if known is None else known.id
        self._keeper.begin(self.id, record, shown, written=self._keeper.written)
        self._keeper.keep(_Typed(party, self._hall.stream, line))

    def let_go(self) -> None:
        """What is in hand waits from now on."""
        self.begin()
        self.refresh()

    def take_up(self, draft: str) -> tuple[Party, str] | None:
        """Go on with what waits: its party, and what stood in the scan line."""
        found = next((each for each in self.waiting if each.id == draft), None)
        if found is None:
            return None
        self._keeper.begin(found.id, found.record, found.shown, written=True)
        self.waiting = tuple(each for each in self.waiting if each.id != draft)
        self.changed.emit()
        return registering_kept.from_kept(found.typed)

    def of_person(self, person: str) -> str:
        """The waiting draft that somebody is in, "" for none."""
        for draft in self.waiting:
            if registering_kept.from_kept(draft.typed)[0].sheet_of(person) is not None:
                return draft.id
        return ""

    def refresh(self) -> None:
        """Look what waits."""
        cache = self._hall.cache
        self._hall.work.ask(lambda: cache.drafts(KIND), self._took, owner=self, topic="drafts")

    def _took(self, found: tuple[Draft, ...]) -> None:
        stream = self._hall.stream
        self.waiting = tuple(
            draft
            for draft in found
            if registering_kept.stream_of_draft(draft.typed) == stream and draft.id != self.id
        )
        self.changed.emit()


def _is_nothing(typed: Any, _record: str, _shown: Mapping[str, Json]) -> bool:
    return registering_kept.nothing_to_keep(typed.party, typed.line)
