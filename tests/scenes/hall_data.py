"""The arrival hall of the worked scenario at one desk, for scenes and tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from kcr2desk.cli.staging_repatriation import RepatriationStage
from kcr2desk.core.repatriation.book import OperationBook, records_of
from kcr2desk.hub.seed import seed
from kcr2desk.store.cache import Cache
from kcr2desk.store.identity import Identity
from tests.desk.small_hub import HandClock, identity, open_cache

LEAD = "devries"


@dataclass
class _Desk:
    """As much of a headless desk as the scenario needs, without a line."""

    cache: Cache

    def edit(self, type: str, id: str, **fields: Any) -> None:
        self.cache.edit(type, id, fields)

    def all(self, type: str, **given: Any) -> Any:
        return self.cache.all(type, **given)


def _here(*_record: object) -> None:
    """All is at one desk."""


def hall_cache(
    folder: Path, now: datetime, me: Identity | None = None, *, until: float = 0.0
) -> tuple[Cache, str]:
    """A cache with the hall as it is at `now` less `until` minutes, and the operation's id."""
    clock = HandClock(now - timedelta(days=1))
    cache = open_cache(folder, clock, me or identity(LEAD))
    words = [change for change in seed() if change.type == "choice"]
    cache.save("reference", words)
    acts: list[tuple[float, int, Any]] = []
    stage = RepatriationStage(lambda m, _who, run: acts.append((-m, len(acts), run)), now, _here)
    stage.plan()
    desk = _Desk(cache)
    for minus, _, run in sorted(acts):
        if -minus >= until:
            clock.at = now + timedelta(minutes=minus)
            run(desk)
    clock.at = now
    return cache, stage.operation


def hall_book(folder: Path, now: datetime | None = None) -> OperationBook:
    """The same as a book."""
    cache, operation = hall_cache(folder, now or datetime.now(UTC))
    try:
        return records_of(cache.all, operation)
    finally:
        cache.close()
