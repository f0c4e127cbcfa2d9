"""The book of the operation in hand, kept the same as the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcr2desk.core.repatriation.book import TYPES, OperationBook, records_of
from kcr2desk.core.repatriation.operation import operation_of, stream_of
from kcr2desk.desk.parts import book_feed
from kcr2desk.desk.parts.book_feed import Relay
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache


class OperationFeed(book_feed.BookFeed[OperationBook]):
    """The book of one operation and what differs in it since. Lives in the UI thread."""

    HELD = frozenset(TYPES)

    def __init__(
        self,
        operation: str,
        cache: Cache,
        work: StoreWork,
        changes: Relay,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(OperationBook(stream_of(operation)), cache, work, changes, parent)

    def read(self, cache: Cache) -> OperationBook:
        return records_of(cache.all, operation_of(self.book.stream))
