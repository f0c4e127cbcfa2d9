"""What a hub does by itself now and then; any number of processes may do it at once."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from datetime import datetime

from kcr2desk.hub.blobs import Blobs
from kcr2desk.hub.counting import Counter
from kcr2desk.hub.database import DatabaseError
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.problems import RequestProblem
from kcr2desk.hub.sessions import Sessions
from kcr2desk.hub.workers import Workers, run

AGAIN = 30.0  # seconds between two looks at what is quarantined
SELDOM = 120  # such looks between two cleanings, so once an hour

_log = logging.getLogger(__name__)


class Upkeep:
    """Tries quarantined changesets again, tells counts, and removes what is long over."""

    def __init__(
        self,
        log: HubLog,
        sessions: Sessions,
        blobs: Blobs,
        workers: Workers,
        now: Callable[[], datetime],
    ) -> None:
        self._counter = Counter(log)
        self._workers = workers
        self._often: tuple[Callable[[], object], ...] = (
            lambda: log.retry_quarantined(now()),
            self._counter.look,
        )
        self._seldom: tuple[Callable[[], object], ...] = (
            lambda: sessions.clean_up(now()),
            blobs.clean_up,
            lambda: log.purge_expired(now()),
        )
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, in the running event loop."""
        self._task = asyncio.get_running_loop().create_task(self._go_on())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _go_on(self) -> None:
        turn = 0
        while True:
            await asyncio.sleep(AGAIN)
            turn += 1
            seldom = turn % SELDOM == 1  # soon after a start: a term may have ended before it
            for work in (*self._often, *(self._seldom if seldom else ())):
                try:
                    await run(self._workers.others, work)
                except (DatabaseError, RequestProblem) as passing:
                    _log.debug("upkeep waits for the database: %s", type(passing).__name__)
                except Exception as defect:
                    # Said, and tried again: desks must not lose their hub over it.
                    _log.error("upkeep failed with %s", type(defect).__name__)
