"""What every part of the panel is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from kcr2desk.desk.remember import MemorySettings, Settings
from kcr2desk.desk.repatriation.feed import OperationFeed
from kcr2desk.desk.repatriation.viewed import Viewed
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.core.repatriation.book import OperationBook
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity


@dataclass(frozen=True, slots=True)
class Hall:
    """One operation at this desk: its book, where it is kept, who works here and when."""

    feed: OperationFeed
    cache: Cache
    work: StoreWork
    now: Callable[[], datetime]
    me: Identity
    viewed: Viewed
    settings: Settings = field(default_factory=MemorySettings)

    @classmethod
    def of(
        cls,
        feed: OperationFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        settings: Settings | None = None,
    ) -> Hall:
        """A hall around a feed."""
        viewed = Viewed(lambda: feed.book, cache, work, now=now, me=me)
        return cls(feed, cache, work, now, me, viewed, settings or MemorySettings())

    @property
    def book(self) -> OperationBook:
        """Everything of the operation."""
        return self.feed.book

    @property
    def stream(self) -> str:
        """Where everything of the operation is written."""
        return self.feed.book.stream

    @property
    def role(self) -> str:
        """As what this officer is in the operation, "" while that is not known."""
        return self.feed.book.role_of(self.me.account)
