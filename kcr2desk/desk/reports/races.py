"""Who was first: finds out, after a pull, that a claim of this officer went to somebody else.

Owner, status and acknowledgement go to the first who asks (sync.md §2); the second is told. What
became of a claim stands in the history of its report, and so also after a restart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from kcr2desk.desk.work import StoreWork, When
from kcr2desk.store.history import HistoryLine
from kcr2desk.store.query import ReportLine

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

CLAIMS: Final = frozenset({"owner", "status", "acknowledged_by"})
PAUSE: Final = 250
"""Milliseconds in which changes of watched reports are gathered."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A claim that came second. `by` was first; `value` is what the field says now."""

    line: ReportLine
    field: str
    by: str
    value: str


@dataclass(frozen=True, slots=True)
class Looked:
    """What became of claims: those that are settled, records without open claims, and the lost."""

    settled: frozenset[str]
    done: frozenset[str]
    lost: tuple[Lost, ...]


def look(cache: Cache, records: Collection[str], mine: frozenset[str]) -> Looked:
    """Read in the history of `records` what became of the changesets `mine`."""
    settled: set[str] = set()
    done: set[str] = set()
    lost: list[Lost] = []
    here = {line.id: line for line in cache.lines(records)}
    for record in records:
        past = cache.history("report", record)
        claims = [h for h in past if h.changeset in mine and h.field in CLAIMS]
        over = [h for h in claims if h.logged_at is not None or not h.pending]
        settled |= {h.changeset for h in over}
        if len(over) == len(claims):
            done.add(record)
        line = here.get(record)
        if line is not None:
            kept = (h for h in over if h.outcome == "kept")
            lost += (_lost(line, claim, past) for claim in kept)
    return Looked(frozenset(settled), frozenset(done), tuple(lost))


def _lost(line: ReportLine, claim: HistoryLine, past: Iterable[HistoryLine]) -> Lost:
    value = str(getattr(line, claim.field))
    first = next(
        (
            h
            for h in past
            if h.field == claim.field and h.outcome == "applied" and h.changeset != claim.changeset
        ),
        None,
    )
    by = value if claim.field != "status" else (first.actor if first is not None else "")
    return Lost(line, claim.field, by, value)


class Races(QObject):
    """Watches claims until they are settled; `lost` tells those that went to somebody else."""

    lost = Signal(object)
    """A tuple of `Lost`."""

    def __init__(self, cache: Cache, work: StoreWork, parent: QObject) -> None:
        super().__init__(parent)
        self._cache = cache
        self._work = work
        self._mine: set[str] = set()
        self._watched: set[str] = set()
        self._due: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Watch the claims that still wait from before this start."""

        def waiting() -> list[tuple[str, str]]:
            return [
                (pending.id, change.id)
                for pending in self._cache.pending()
                for change in pending.changes
                if change.type == "report" and CLAIMS & change.fields.keys()
            ]

        def answer(found: list[tuple[str, str]]) -> None:
            self.watch([changeset for changeset, _ in found], [record for _, record in found])

        self._work.ask(waiting, answer, owner=self, when=When.IDLE)

    def watch(self, changesets: Iterable[str], records: Iterable[str]) -> None:
        """These changesets claim something of these reports."""
        self._mine.update(changesets)
        self._watched.update(records)

    def changed(self, ids: Collection[str] | None) -> None:
        """These reports changed; None for any."""
        due = self._watched if ids is None else self._watched.intersection(ids)
        if due:
            self._due |= due
            if not self._timer.isActive():
                self._timer.start()

    def _look(self) -> None:
        due, self._due = self._due, set()
        records, mine = tuple(due & self._watched), frozenset(self._mine)
        self._work.ask(
            lambda: look(self._cache, records, mine), self._take, owner=self, when=When.IDLE
        )

    def _take(self, looked: Looked) -> None:
        told = tuple(lost for lost in looked.lost if self._watched & {lost.line.id})
        self._mine -= looked.settled
        self._watched -= looked.done
        if told:
            self.lost.emit(told)
