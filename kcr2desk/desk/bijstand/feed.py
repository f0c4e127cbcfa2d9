"""The book of bijstand, kept the same as the cache. Nobody else reads bijstand from the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcr2desk.core.book import TYPES, Book, records_of
from kcr2desk.desk.parts import book_feed
from kcr2desk.desk.parts.book_feed import Key as Key
from kcr2desk.desk.parts.book_feed import Relay
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache


class BookFeed(book_feed.BookFeed[Book]):
    """The book of bijstand and what differs in it since."""

    HELD = frozenset(TYPES)

    def __init__(
        self, cache: Cache, work: StoreWork, changes: Relay, parent: QObject | None = None
    ) -> None:
        super().__init__(Book(), cache, work, changes, parent)

    def read(self, cache: Cache) -> Book:
        return records_of(cache.all)
