"""Going to reports that are looked for: the next unread one, the next urgent one, all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from kcr2desk.desk.reports.columns import urgent_open
from kcr2desk.desk.reports.list_view import ReportList
from kcr2desk.desk.reports.triage import Told
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.query import Page, ReportLine

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

MOST_CHOSEN: Final = 500
"""How many "choose all" takes at once."""


class Going(QObject):
    """Moves the list to what is looked for, also far outside its window."""

    told = Signal(object)
    """A `Told`."""

    leaving = Signal(object)
    """The `ReportLine` that was read and is now done with."""

    def __init__(self, cache: Cache, work: StoreWork, reports: ReportList) -> None:
        super().__init__(reports)
        self._cache = cache
        self._work = work
        self._list = reports

    def next_unread(self) -> None:
        """Read the next unread report further down, then from the top again."""
        if self._list.read is not None:
            self.leaving.emit(self._list.read)
        self._go_on("unread", self.tr("Nothing unread in this list."))

    def next_urgent(self) -> None:
        """Read the next urgent report that nobody acknowledged."""
        self._go_on("urgent_open", self.tr("Nothing urgent to acknowledge in this list."))

    def to_report(self, report: str) -> None:
        """Read one report, wherever it is; one that the filters hold back is read alone."""

        query, cache = self._list.feed.query, self._cache

        def find() -> tuple[ReportLine | None, bool]:
            lines = cache.lines([report])
            if not lines:
                return None, False
            page = cache.page(query, lines[0].place + 1, 1)
            return lines[0], any(one.id == report for one in page.lines)

        def answer(found: tuple[ReportLine | None, bool]) -> None:
            line, passes = found
            if line is None:
                gone = self.tr("That report is not on this workstation.")
                self.told.emit(Told(gone, "attention"))
            elif passes:
                self._list.reveal(line)
            else:
                self._list.read_alone(line)
                beside = self.tr("The filters hold this report back; it is read beside the list.")
                self.told.emit(Told(beside, "muted"))

        self._work.ask(find, answer, owner=self, topic="reveal")

    def choose_all(self) -> None:
        """Choose all that passes the filters, up to a limit that is told."""
        query, cache = self._list.feed.query, self._cache

        def answer(page: Page) -> None:
            self._list.choose(page.lines)
            if page.more:
                text = self.tr("The newest %n are chosen; there are more.", "", MOST_CHOSEN)
                self.told.emit(Told(text, "attention"))

        self._work.ask(
            lambda: cache.page(query, None, MOST_CHOSEN), answer, owner=self, topic="all"
        )

    def _go_on(self, what: str, nothing: str) -> None:
        line = self._list.read
        ahead = None if line is None else self._ahead(line, what)
        if ahead is not None:
            self._list.reveal(ahead)
            return
        changed: Mapping[str, Any] = {what: True}
        query, cache = replace(self._list.feed.query, **changed), self._cache
        reading, after = ("", None) if line is None else (line.id, line.place)

        def find() -> tuple[Page, bool]:
            page = cache.page(query, after, 2)
            around = not page.lines and after is not None
            return (cache.page(query, None, 2), True) if around else (page, False)

        def answer(found: tuple[Page, bool]) -> None:
            page, around = found
            lines = [one for one in page.lines if one.id != reading]
            if not lines:
                self.told.emit(Told(nothing, "muted"))
                return
            self._list.reveal(lines[0])
            if around:
                self.told.emit(Told(self.tr("On from the top of the list."), "muted"))

        self._work.ask(find, answer, owner=self, topic="next")

    def _ahead(self, line: ReportLine, what: str) -> ReportLine | None:
        """The next one within the window."""
        model = self._list.model
        here = model.row_of(line.id)
        if here < 0:
            return None
        for one in model.lines[here + 1 :]:
            wanted = one.unread if what == "unread" else urgent_open(one)
            if wanted and one.id not in model.left:
                return one
        return None
