"""What is noted at the station of this desk: passages, a second scan that is none, undo.

desk = StationDesk(hall)
mark = desk.note(person)      # on the screen at once, on the disk a moment later
desk.undo_last()
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QObject, Signal

from kcr2desk.core.making import making
from kcr2desk.core.repatriation.headcount import way_of
from kcr2desk.core.repatriation.operation import Choice
from kcr2desk.core.repatriation.people import Person
from kcr2desk.desk.repatriation.hall import Hall

AGAIN: Final = timedelta(seconds=10)
"""A second scan of the same person at the same station within this is no second passage."""

LAST: Final = 20
KEY: Final = "repatriation/station"

SAVING, SAVED, UNDONE, FAILED = "saving", "saved", "undone", "failed"


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage that was noted here. `state` says whether it is on the disk. `person` is "" where
    only the `code` is known."""

    passage: str
    person: str
    station: str
    at: datetime
    state: str = SAVING
    code: str = ""

    @property
    def stands(self) -> bool:
        """Whether it is noted, or about to be."""
        return self.state in (SAVING, SAVED)


class StationDesk(QObject):
    """One station at one desk. The desk remembers which it is."""

    changed = Signal()
    """The marks, or the station, are not what they were."""

    failed = Signal(object)
    """A `Mark` that could not be saved."""

    def __init__(self, hall: Hall, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hall = hall
        self.marks: deque[Mark] = deque(maxlen=LAST)
        """The last ones first."""

    # the station

    @property
    def station(self) -> str:
        """The code of the station of this desk, "" while none is chosen."""
        return self._hall.settings.get(KEY) or ""

    def choose(self, station: str) -> None:
        """Be this station from now on."""
        if station != self.station:
            self._hall.settings.set(KEY, station)
            self.changed.emit()

    def stations(self) -> list[Choice]:
        """The stations of this operation; all that KCR2 knows where it names none."""
        every = self._hall.book.choices("station")
        operation = self._hall.book.operation
        wanted = frozenset() if operation is None else operation.stations
        return [c for c in every if c.code in wanted] if wanted else every

    # passages

    def repeated(self, person: Person) -> datetime | None:
        """When this human being was noted at this station a moment ago, by any desk."""
        return self._near(self._times(person))

    def repeated_code(self, code: str) -> datetime | None:
        """When this code was noted at this station a moment ago, at this desk."""
        marks = (m for m in self.marks if m.code == code and m.station == self.station)
        return self._near([m.at for m in marks if m.stands])

    def _near(self, times: Iterable[datetime]) -> datetime | None:
        now = self._hall.now()
        return max((at for at in times if abs(now - at) < AGAIN), default=None)

    def _times(self, person: Person) -> list[datetime]:
        """When this human being was at this station, what is being saved among it."""
        book = self._hall.book
        same = book.same_as(person.id)
        gone = {m.passage for m in self.marks if m.state == UNDONE}
        here = [m for m in self.marks if m.person in same and m.station == self.station]
        noted = [m.at for m in here if m.stands]
        return noted + [
            p.passed_at
            for i in same
            for p in book.passages(i)
            if p.station == self.station and p.passed_at is not None and p.id not in gone
        ]

    def note(self, person: Person) -> Mark:
        """Note that somebody is here now."""
        return self._note(person.id, "")

    def note_code(self, code: str) -> Mark:
        """Note that whoever has this code is here now: nobody here knows it yet."""
        return self._note("", code)

    def _note(self, person: str, code: str) -> Mark:
        hall, station = self._hall, self.station
        mark = Mark(hall.cache.new_id(), person, station, hall.now(), code=code)
        told = {
            "about": person, "code": code, "station": station, "way": way_of(station),
            "passed_at": mark.at,
        }  # fmt: skip
        change, stream, cache = making("passage", mark.passage, told), hall.stream, hall.cache
        self.marks.appendleft(mark)
        hall.work.do(
            lambda: cache.save(stream, [change]),
            lambda _: self._saved(mark.passage),
            owner=self,
            failed=lambda error: self._lost(mark, error),
        )
        self.changed.emit()
        return mark

    def undo_last(self) -> Mark | None:
        """Take back what was noted last here and still stands; None when there is nothing."""
        mark = next((m for m in self.marks if m.stands), None)
        if mark is None:
            return None
        cache, passage = self._hall.cache, mark.passage
        self._became(passage, UNDONE)
        self._hall.work.do(
            lambda: cache.remove("passage", passage),
            owner=self,
            failed=lambda error: self._lost(mark, error),
        )
        return mark

    def seen_here(self, persons: Iterable[Person], since: datetime | None = None) -> set[str]:
        """The ids of who of these was at this station (since a moment)."""
        return {
            person.id
            for person in persons
            if any(since is None or at >= since for at in self._times(person))
        }

    def who(self, mark: Mark) -> Person | None:
        """The person of a mark, also of one noted by its code once that is known."""
        book = self._hall.book
        if mark.person:
            return book.person(mark.person)
        return next(iter(book.by_number(mark.code)), None)

    def _saved(self, passage: str) -> None:
        if any(m.passage == passage and m.state == SAVING for m in self.marks):
            self._became(passage, SAVED)

    def _became(self, passage: str, state: str) -> None:
        for place, mark in enumerate(self.marks):
            if mark.passage == passage:
                self.marks[place] = replace(mark, state=state)
        self.changed.emit()

    def _lost(self, mark: Mark, error: Exception) -> None:
        """It could not be saved; or, of one that was taken back, it still stands."""
        self._became(mark.passage, SAVED if mark.state == SAVED else FAILED)
        self.failed.emit(mark)
        self._hall.work.failed.emit(error)
