"""Brings rows from the store to the list: pages ahead of the eye, and only what changed.

Everything is asked in the thread of the store. While changes pour in, the list asks again at most
every `PAUSE` milliseconds, one question at a time, for the rows it holds and no others.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from kcr2desk.desk.reports.list_model import ReportModel
from kcr2desk.desk.reports.list_scale import Point, place_near, row_near
from kcr2desk.desk.work import StoreWork, When
from kcr2desk.store.query import Count, Page, ReportLine, ReportQuery

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

PAGE: Final = 100
PAUSE: Final = 200
"""Milliseconds between two refreshes; the first change after a quiet time is shown at once."""

COUNT_FIRST: Final = 1000
"""So far is counted at once ("1.000+"); the exact number follows when nothing else is asked."""

COUNT_AFTER: Final = 600
"""Milliseconds of quiet before the exact count: a key must not wait for it."""

COUNT_PAUSE: Final = 2000
COUNT_SHARE: Final = 20
"""Between two exact counts lie two seconds, and twenty times what the last one took."""

MANY: Final = 400
"""From so many changed reports on it is not worth telling which."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """How the rows of a window are now. `passing` passes the filter, `others` does not (any more).

    `newer` lies above the window: the page that is nearest to it. `below`: there is more below.
    """

    passing: tuple[ReportLine, ...]
    others: tuple[ReportLine, ...]
    newer: Page
    below: bool


def refreshed(
    cache: Cache, query: ReportQuery, held: tuple[ReportLine, ...], above: bool, below: bool
) -> Fresh:
    """Ask for the rows of a window anew. `above`, `below`: there are rows beyond it."""
    top, bottom = held[0].place, held[-1].place
    page = cache.page(query, top + 1, len(held) + PAGE)
    open_end = not below and not page.more
    passing = tuple(line for line in page.lines if open_end or line.place >= bottom)
    known = {line.id for line in passing}
    others = cache.lines([line.id for line in held if line.id not in known])
    newer = Page((), above) if above else cache.page(query, top, PAGE, backwards=True)
    return Fresh(passing, tuple(others), newer, not open_end)


def around(cache: Cache, query: ReportQuery, place: int) -> tuple[Page, Page]:
    """The rows above a place, and those at and below it."""
    below = cache.page(query, place + 1, PAGE)
    wanted = max(PAGE // 2, PAGE - len(below.lines))
    return cache.page(query, place, wanted, backwards=True), below


class ListFeed(QObject):
    """Fills a `ReportModel` from the cache.

    `keep` names the reports that the officer may be reading; `at_rest` is true while the list
    stands at its top and nothing is read in it, so that it may simply show the newest.
    """

    counted = Signal(object)
    """How many pass the filter, as `Count`; None while nobody knows."""

    shown = Signal(bool)
    """Another part of the list is shown; true when the question is new."""

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        model: ReportModel,
        *,
        keep: Callable[[], Collection[str]],
        at_rest: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._cache = cache
        self._work = work
        self._model = model
        self._keep = keep
        self._at_rest = at_rest
        self.query = ReportQuery()
        self._version = 0
        self._asking: set[str] = set()
        self._oldest: int | None = None
        self._newest: int | None = None
        self._changed: set[str] | None = set()
        self._last_refresh = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._refresh)
        self._counter = QTimer(self)
        self._counter.setSingleShot(True)
        self._counter.timeout.connect(self._count)
        self._count_took = 0.0

    # questions

    def ask(self, query: ReportQuery) -> None:
        """Show what passes `query`, from the newest on."""
        self.query = query
        self._counter.stop()
        self.counted.emit(None)
        self._show_newest(new=True)

    def follow(self, query: ReportQuery) -> None:
        """The same question as of a later moment: what no longer passes leaves as it does else."""
        if query != self.query:
            self.query = query
            self.changed(None)

    def to_newest(self, then: Callable[[], object] | None = None) -> None:
        """Show the top of the list."""
        self._show_newest(new=False, then=then)

    def to_oldest(self, then: Callable[[], object] | None = None) -> None:
        """Show the end of the list."""
        cache, query = self._cache, self.query
        self._move(
            lambda: (cache.page(query, 0, PAGE, backwards=True), Page((), False)),
            lambda _top: max(0, self._model.size - PAGE),
            then,
        )

    def to_row(self, row: int, then: Callable[[], object] | None = None) -> None:
        """Show the part of the list around a row, as near as is known."""
        if not self._model.lines:
            return
        place = place_near(self._known_points(), row)
        cache, query = self._cache, self.query
        self._move(lambda: around(cache, query, place), lambda above: max(0, row - above), then)

    def to_place(self, place: int, then: Callable[[], object] | None = None) -> None:
        """Show the part of the list around a place."""
        cache, query = self._cache, self.query
        row = row_near(self._known_points(), place) if self._model.lines else 0
        self._move(lambda: around(cache, query, place), lambda above: max(0, row - above), then)

    def want_below(self) -> None:
        """Rows are needed below the window."""
        if self._model.more_below and self._model.lines and "below" not in self._asking:
            self._extend("below", self._model.lines[-1].place)

    def want_above(self) -> None:
        """Rows are needed above the window."""
        if self._model.more_above and self._model.lines and "above" not in self._asking:
            self._extend("above", self._model.lines[0].place)

    def changed(self, ids: Collection[str] | None) -> None:
        """These reports changed; None for any."""
        if ids is None or self._changed is None or len(ids) + len(self._changed) > MANY:
            self._changed = None
        else:
            self._changed.update(ids)
        self._soon()

    def refresh(self) -> None:
        """Ask for everything in the window anew, and let go what no longer passes."""
        self._changed = None
        self._model.left.clear()
        self._model.forget_cells()
        self._soon()

    # answers

    def _show_newest(self, *, new: bool, then: Callable[[], object] | None = None) -> None:
        self._version += 1
        version, query, cache = self._version, self.query, self._cache

        def answer(page: Page) -> None:
            if version != self._version:
                return
            self._asking.clear()
            self._newest = page.lines[0].place if page.lines else None
            if new:
                self._model.set_search(query.text)
                self._oldest = None
                self._model.total = None if page.more else len(page.lines)
            self._model.reset(page.lines, above=False, below=page.more)
            if new:
                self._first_count(page)
            self.shown.emit(new)
            if then is not None:
                then()

        self._work.ask(lambda: cache.page(query, None, PAGE), answer, owner=self, topic="show")

    def _first_count(self, page: Page) -> None:
        self.counted.emit(Count(len(page.lines), not page.more))
        if not page.more:
            return
        query, cache = self.query, self._cache

        def answer(got: tuple[Count, Page]) -> None:
            count, oldest = got
            if query == self.query:
                self._take_count(count, oldest)
                if not count.exact:
                    self._counter.start(COUNT_AFTER)

        self._work.ask(
            lambda: (cache.count(query, COUNT_FIRST), cache.page(query, 0, 1, backwards=True)),
            answer,
            owner=self,
            topic="count",
            when=When.IDLE,
        )

    def _move(
        self,
        call: Callable[[], tuple[Page, Page]],
        first: Callable[[int], int],
        then: Callable[[], object] | None = None,
    ) -> None:
        self._version += 1
        version = self._version

        def answer(pages: tuple[Page, Page]) -> None:
            if version != self._version:
                return
            self._asking.clear()
            above, below = pages
            lines = (*above.lines, *below.lines)
            self._model.reset(
                lines, above=above.more, below=below.more, first=first(len(above.lines))
            )
            self.shown.emit(False)
            if then is not None:
                then()

        self._work.ask(call, answer, owner=self, topic="show")

    def _extend(self, side: str, place: int) -> None:
        version, query, cache = self._version, self.query, self._cache
        self._asking.add(side)

        def answer(page: Page) -> None:
            if version != self._version:
                return
            self._asking.discard(side)
            lines = self._model.lines
            if side == "below" and lines and lines[-1].place == place:
                self._model.append(page.lines, page.more)
            elif side == "above" and lines and lines[0].place == place:
                self._model.prepend(page.lines, page.more)

        def failed(error: Exception) -> None:
            self._asking.discard(side)
            self._work.failed.emit(error)

        self._work.ask(
            lambda: cache.page(query, place, PAGE, backwards=side == "above"),
            answer,
            owner=self,
            topic=side,
            failed=failed,
        )

    # changes

    def _soon(self) -> None:
        if self._timer.isActive() or "refresh" in self._asking:
            return
        passed = (time.monotonic() - self._last_refresh) * 1000
        self._timer.start(max(0, round(PAUSE - passed)))

    def _refresh(self) -> None:
        changed, self._changed = self._changed, set()
        self._last_refresh = time.monotonic()
        held = tuple(self._model.lines)
        if not held:
            self._show_newest(new=True)
            return
        version, query, cache = self._version, self.query, self._cache
        above, below = self._model.more_above, self._model.more_below
        self._asking.add("refresh")
        inside = changed is not None and changed <= self._model.ids() and not query_moves(query)

        def answer(fresh: Fresh) -> None:
            self._asking.discard("refresh")
            if version == self._version and self._model.lines:
                self._take(fresh, held)
            if self._changed is None or self._changed:
                self._soon()

        def failed(error: Exception) -> None:
            self._asking.discard("refresh")
            self._work.failed.emit(error)

        self._work.ask(
            lambda: refreshed(cache, query, held, above, below),
            answer,
            owner=self,
            topic="refresh",
            failed=failed,
        )
        if not inside:
            self._recount()

    def _take(self, fresh: Fresh, held: tuple[ReportLine, ...]) -> None:
        model = self._model
        asked = {line.id for line in held}
        came = [line for line in model.lines if line.id not in asked]  # while this was asked
        top, bottom = model.lines[0].place, model.lines[-1].place
        passing = {line.id: line for line in came}
        for line in fresh.passing:  # of which some may have gone out of the window meanwhile
            if line.place <= top and (line.place >= bottom or not fresh.below):
                passing[line.id] = line
        others = {line.id: line for line in fresh.others}
        model.more_below = model.more_below or fresh.below
        model.take(tuple(passing.values()), others, set(self._keep()))
        if model.more_above or not fresh.newer.lines:
            if fresh.newer.lines or fresh.newer.more:
                model.more_above = True
            return
        if fresh.newer.more and self._at_rest():
            self._show_newest(new=False)
            return
        self._newest = fresh.newer.lines[0].place
        model.prepend(fresh.newer.lines, fresh.newer.more, new=True)

    # counting

    def _recount(self) -> None:
        if not self._counter.isActive():
            pause = max(COUNT_PAUSE, self._count_took * 1000 * COUNT_SHARE)
            self._counter.start(round(pause))

    def _count(self) -> None:
        query, cache = self.query, self._cache

        def count() -> tuple[Count, Page, float]:
            began = time.monotonic()
            counted = cache.count(query)
            took = time.monotonic() - began
            return counted, cache.page(query, 0, 1, backwards=True), took

        def answer(got: tuple[Count, Page, float]) -> None:
            counted, oldest, self._count_took = got
            if query == self.query:
                self._take_count(counted, oldest)

        self._work.ask(count, answer, owner=self, topic="count", when=When.IDLE)

    def _take_count(self, count: Count, oldest: Page) -> None:
        self._oldest = oldest.lines[-1].place if oldest.lines else None
        self._model.set_total(count.number)
        self.counted.emit(count)

    # where in the whole

    def _known_points(self) -> list[Point]:
        """Rows whose place is known, from the top down."""
        model = self._model
        points = []
        if model.more_above and self._newest is not None:
            points.append((0, self._newest))
        points.append((model.first, model.lines[0].place))
        points.append((model.first + len(model.lines) - 1, model.lines[-1].place))
        if model.more_below and self._oldest is not None:
            points.append((max(model.size - 1, points[-1][0] + 1), self._oldest))
        return points


def query_moves(query: ReportQuery) -> bool:
    """Whether a change of a report may take it into or out of what passes."""
    return replace(query, streams=(), removed=False) != ReportQuery(streams=())
