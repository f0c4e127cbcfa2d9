"""Reads lists and saves them, all of it away from the UI thread.

A long list is saved in turns of which only two wait at a time: what a registrar saves meanwhile
goes between them. What was saved before somebody stops it, or before a crash, is right; bringing
in the same file again does the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kcr2desk.core.changes import Change
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.bringing import UNBOUND, Preview, preview
from kcr2desk.core.repatriation.bringing_arrival import Arriving, arrivings, proposed
from kcr2desk.core.repatriation.bringing_changes import cancelling, changes
from kcr2desk.desk.remember import Settings
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.import_columns import remembered
from kcr2desk.desk.repatriation.import_rows import Row, rows_of
from kcr2desk.exchange.people import PeopleRead, of_table, read_pasted, read_people
from kcr2desk.exchange.person_sheet import Columns

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

TOGETHER = 5
"""Parts that are written in one turn: longer ones keep a registrar waiting for more than half a
second, shorter ones write the pages of indexes more often."""

_WAITING = 2
"""Turns that wait in the work thread at a time."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be read, and as what. `path` or `text`; "" for a list and None for an arrival:
    what the file proposes. `known` is what was read of it before."""

    path: str = ""
    text: str = ""
    sheet: str = ""
    list_name: str = ""
    arrival: str | None = None
    columns: Columns | None = None
    known: PeopleRead | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of it: the file, what it would change, and the arrivals to choose from."""

    wanted: Wanted
    read: PeopleRead
    seen: Preview
    rows: Sequence[Row]
    arrivings: tuple[Arriving, ...]


def look(
    wanted: Wanted, cache: Cache, stream: str, now: datetime, settings: Settings, nearest: str
) -> Looked:
    """Read a list and compare it with what is here; runs in the work thread. Raises Refused.

    `nearest` is the arrival that the officer looks at, for a file that names none.
    """
    read = _read(wanted, now, settings)
    list_name = wanted.list_name or read.file.list
    book = OperationBook(stream, cache.all("arrival", stream=stream))
    named = arrivings(book, read.file.flights)
    arrival = wanted.arrival
    if arrival is None or (arrival and book.arrival(arrival) is None and not _has(named, arrival)):
        likely = named[0].id if named else nearest or proposed(book, (), now)
        arrival = likely if book.arrival(likely) is not None or named else ""
    bound = "" if list_name in UNBOUND else arrival
    held = cache.all("manifestline", stream=stream, list=list_name, arrival=bound)
    book.load(held)
    book.load(cache.all("personlink", stream=stream))
    origin = Path(wanted.path).name if wanted.path else ""
    seen = preview(book, read.file, list_name, arrival, now, origin=origin)
    wanted = replace(wanted, list_name=list_name, arrival=arrival, known=read)
    return Looked(wanted, read, seen, rows_of(seen), named)


def _has(named: Sequence[Arriving], arrival: str) -> bool:
    return any(each.id == arrival for each in named)


def _read(wanted: Wanted, now: datetime, settings: Settings) -> PeopleRead:
    known = wanted.known
    if known is not None:
        if wanted.columns is None or known.table is None or wanted.columns == known.columns:
            return known
        return of_table(known.table, now, columns=wanted.columns)
    if wanted.text:
        return read_pasted(wanted.text, now, remembered=lambda t: remembered(settings, t))
    path = Path(wanted.path)
    return read_people(
        path.read_bytes(), path.name, now, sheet=wanted.sheet,
        remembered=lambda t: remembered(settings, t),
    )  # fmt: skip


class Saver(QObject):
    """Saves what was seen, part by part, and takes it back."""

    progressed = Signal(int, int)
    """Lines and links that are saved, and how many there are in all."""

    finished = Signal(int, bool)
    """How many changes were saved, and whether somebody stopped it."""

    undone = Signal()

    failed = Signal(object)
    """An exception, once nothing is under way any more: the rest was not saved, or not taken
    back."""

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(parent)
        self._hall = hall
        self._parts: list[Sequence[Change]] = []
        self._next = self._under_way = self._done = self._whole = 0
        self._stopped = False
        self._error: Exception | None = None
        self.made: list[str] = []
        """The changesets of the last list, for taking them back."""

    @property
    def busy(self) -> bool:
        """Whether something is being saved or taken back."""
        return self._under_way > 0

    def bring_in(self, seen: Preview) -> None:
        """Save a preview, with proposals of who is in the list twice."""

        def parts() -> tuple[tuple[Change, ...], ...]:
            from kcr2desk.matching import pairs

            return changes(seen, pairs)

        self._start(parts)

    def cancel(self, seen: Preview) -> None:
        """Nobody is looked for any more who is no longer in the list."""
        self._start(lambda: cancelling(seen.gone))

    def stop(self) -> None:
        """Save no further part; what is saved stays."""
        self._stopped = True

    def _start(self, parts: Callable[[], Sequence[Sequence[Change]]]) -> None:
        self.made, self._stopped, self._error, self._under_way = [], False, None, 1
        self._parts, self._next, self._done, self._whole = [], 0, 0, 0
        self._hall.work.ask(parts, self._begin, owner=self, topic="parts", failed=self._fail)

    def _begin(self, parts: Sequence[Sequence[Change]]) -> None:
        self._parts = list(parts)
        self._whole = sum(len(part) for part in parts)
        for _ in range(_WAITING):
            self._save_next()
        self._ended()

    def _save_next(self) -> None:
        if self._stopped or self._next >= len(self._parts):
            return
        stream, cache = self._hall.stream, self._hall.cache
        parts = self._parts[self._next : self._next + TOGETHER]
        self._next += len(parts)
        self._under_way += 1
        self._hall.work.do(
            lambda: cache.save_parts(stream, parts),
            lambda made: self._saved(made, sum(len(part) for part in parts)),
            owner=self,
            failed=self._fail,
        )

    def _saved(self, made: Sequence[str], count: int) -> None:
        self._done += count
        self.made += made
        self.progressed.emit(self._done, self._whole)
        self._save_next()
        self._ended()

    def _ended(self) -> None:
        """One thing less is under way; after the last one it is told what came of it."""
        self._under_way -= 1
        if self._under_way:
            return
        if self._error is not None:
            self.failed.emit(self._error)
        else:
            self.finished.emit(self._done, self._done < self._whole)

    def _fail(self, error: Exception) -> None:
        self._stopped, self._error = True, error
        self._ended()

    def undo(self) -> None:
        """Take the last list back, the last part first."""
        if self.busy or not self.made:
            return
        cache = self._hall.cache
        self._under_way, self._error = len(self.made), None
        for changeset in reversed(self.made):
            self._hall.work.do(
                lambda changeset=changeset: cache.undo([changeset]),  # type: ignore[misc]
                lambda _made: self._took_back(None),
                owner=self,
                failed=self._took_back,
            )
        self.made = []

    def _took_back(self, error: Exception | None) -> None:
        self._error = error or self._error
        self._under_way -= 1
        if not self._under_way:
            if self._error is None:
                self.undone.emit()
            else:
                self.failed.emit(self._error)
