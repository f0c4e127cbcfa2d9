"""Who this may be: asked of the cache while somebody types, and told with the reasons.

Answers come from the work thread; one that a later question overtook is dropped there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from kcr2desk.core.repatriation.headcount_scan import look_up
from kcr2desk.core.repatriation.people import ManifestLine, Person
from kcr2desk.core.repatriation.registering import Sheet
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.matching import likeness

if TYPE_CHECKING:
    from kcr2desk.store.candidates import Candidate

PAUSE_MS: Final = 10
"""A reader types a sign each half a millisecond: only what a person typed is looked for."""

FEWEST: Final = 2
MOST: Final = 12
_ASKED: Final = (
    "spoken_name", "given_names", "prefix", "family_name", "other_names", "birth_date", "sex",
    "document_number", "document_country", "phone", "mail", "seat", "postcode", "street", "city",
)  # fmt: skip
"""What of a sheet tells who somebody is."""


_TELLING: Final = frozenset({
    "document", "document_near", "birth", "birth_swapped", "birth_near", "phone", "mail", "seat",
    "number", "wristband",
})  # fmt: skip
"""Reasons that mean something beside a passport, when hundreds have the same family name."""


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody on a list, or registered, who this may be."""

    record: Person | ManifestLine
    score: int
    reasons: tuple[str, ...]
    proposed: bool = False
    """Likely enough that a registrar is asked."""

    @property
    def is_person(self) -> bool:
        return isinstance(self.record, Person)


class Candidates(QObject):
    """Asks for one thing at a time: what stands in the scan line, else the sheet in hand."""

    found = Signal()

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(parent)
        self._hall = hall
        self._typed: dict[str, str] = {}
        self._sheet: Sheet | None = None
        self._without: frozenset[str] = frozenset()
        self._arrival = ""
        self.matches: tuple[Match, ...] = ()
        self.searching = False
        """Whether they are of the scan line, not of the sheet in hand."""
        self.is_beside = False
        """Whether they are who travels with somebody who was ticked a moment ago."""
        self._waiting = False
        self._soon = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._soon.timeout.connect(self._ask)

    @property
    def pending(self) -> bool:
        """Whether an answer is awaited."""
        return self._waiting

    def set_arrival(self, arrival: str) -> None:
        """People of this arrival come first."""
        self._arrival = arrival

    def look(self, text: str, without: frozenset[str]) -> None:
        """Look for what was typed into the scan line."""
        self.searching, self._sheet = True, None
        any_ = {"any": text.strip()} if len(text.strip()) >= FEWEST else {}
        self._want({**any_, "arrival": self._arrival} if any_ else {}, without)

    def about(self, sheet: Sheet, without: frozenset[str]) -> None:
        """Look who a sheet may be."""
        self.searching, self._sheet = False, sheet
        typed = {name: str(sheet.values[name] or "") for name in _ASKED}
        known = {n: text for n, text in typed.items() if text}
        here = {"id": sheet.id, "arrival": self._arrival}
        self._want({**known, **here} if known else {}, without)

    def beside(self, line: ManifestLine, without: frozenset[str]) -> None:
        """Who travels with somebody who was just ticked, and is not here yet."""
        lines = self._hall.book.lines(line.arrival, line.list) if line.party else []
        self._typed, self._sheet, self._waiting = {}, None, False
        self._soon.stop()
        self.matches = tuple(
            Match(each, 500, ("party",))
            for each in lines
            if each.party == line.party
            and not (each.person or each.crew or each.id in without or each.id == line.id)
        )
        self.is_beside = self.searching = bool(self.matches)
        self.found.emit()

    def clear(self, *, unless_beside: bool = False) -> None:
        """Look for nobody; who travels along may stay."""
        if unless_beside and self.is_beside:
            return
        self.searching, self._sheet = False, None
        self._want({}, frozenset())

    def _want(self, typed: dict[str, str], without: frozenset[str]) -> None:
        if typed == self._typed and without == self._without and not self.is_beside:
            return
        self.is_beside = False
        self._typed, self._without = typed, without
        self._waiting = bool(typed)
        if typed:
            self._soon.start()
        else:
            self._soon.stop()
            self._show({}, ())

    def _ask(self) -> None:
        hall, typed = self._hall, self._typed
        hall.work.ask(
            lambda: hall.cache.candidates(hall.stream, typed, limit=MOST),
            lambda answer: self._show(typed, answer),
            owner=self,
            topic="candidates",
        )

    def _show(self, typed: Mapping[str, str], answer: Sequence[Candidate]) -> None:
        if typed != self._typed:
            return
        self._waiting = False
        found: dict[str, Match] = {}
        for each in self._by_number(typed.get("any", "")):
            found.setdefault(each.record.id, each)
        for candidate in answer:
            match = self._match(candidate)
            if match is not None and match.record.id not in self._without:
                found.setdefault(match.record.id, match)
        self.matches = tuple(found.values())
        self.found.emit()

    def _by_number(self, text: str) -> list[Match]:
        scan = look_up(self._hall.book, text) if text else None
        if scan is None:
            return []
        persons = (scan.person,) if scan.person is not None else scan.persons
        return [Match(p, 1000, ("number",)) for p in persons if p.id not in self._without]

    def _match(self, candidate: Candidate) -> Match | None:
        """A line that turned out to be somebody is that person."""
        book = self._hall.book
        record: Person | ManifestLine | None = None
        if candidate.type == "person":
            record = book.person(candidate.id)
        else:
            line = book.line(candidate.id)
            ticked = "" if line is None else line.person
            record = book.person(ticked) or line
        if record is None or (isinstance(record, ManifestLine) and record.crew):
            return None
        proposed = False
        if self._sheet is not None:
            known = self._sheet.text("birth_date") or self._sheet.text("document_number")
            if known and not _TELLING & {*candidate.reasons}:
                return None
            proposed = likeness(dict(self._sheet.values), record).proposed
        return Match(record, candidate.score, tuple(candidate.reasons), proposed)
