"""Keeps a book of records in the UI thread the same as the cache: read in the thread of `work`,
told here. Widgets read the book and listen to `changed`; they do not ask the cache themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, Protocol, Self, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from kcr2desk.core.collecting import what_stays
from kcr2desk.core.record import Record
from kcr2desk.desk.work import StoreWork, When

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from kcr2desk.store.cache import Cache

Key = tuple[str, str]
News = tuple[list[tuple[Key, Record | None]], frozenset[Key]]

AT_ONCE: Final = 250
"""Changed records that are taken up in one go: with all that follows a book some milliseconds."""

MOST: Final = 10_000
"""More changed records than these are read as all of their types, in one question."""


class Told(Protocol):
    """What tells that records of a book changed."""

    @property
    def changed(self) -> SignalInstance: ...


class Follows(Told, Protocol):
    """What tells also that a book is there whole."""

    @property
    def loaded(self) -> SignalInstance: ...


class BookLike(Protocol):
    """Records in memory that follow changes one by one."""

    def put(self, record: Record) -> None: ...

    def drop(self, name: str, record_id: str) -> None: ...

    def become(self, other: Self) -> None: ...


B = TypeVar("B", bound=BookLike)


class Relay(Protocol):
    """What tells of changes in the UI thread: `desk.changes.Changes`."""

    @property
    def changed(self) -> SignalInstance: ...


class BookFeed(QObject, Generic[B]):
    """A book and what differs in it since. Lives in the UI thread.

    A subclass says by `read` how the whole book is read, and names the types in it by `HELD`.
    """

    HELD: frozenset[str] = frozenset()

    loaded = Signal()
    """The book holds all that the cache has."""

    changed = Signal(object)
    """A frozenset of (type, id): the book has these records anew, or they are gone."""

    def __init__(
        self,
        book: B,
        cache: Cache,
        work: StoreWork,
        changes: Relay,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.book = book
        self.is_loaded = False
        self._cache: Cache | None = cache
        self._work: StoreWork | None = work
        self._pending: frozenset[Key] = frozenset()
        self._wanted: set[Key] = set()
        self._all: set[str] = set()
        self._asking = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)
        changes.changed.connect(self._hear)
        self._load()

    @classmethod
    def of(cls, book: B, unconfirmed: frozenset[Key] = frozenset()) -> Self:
        """A feed around a book that nothing changes but `put`, for a picture or a test."""
        made = cls.__new__(cls)
        QObject.__init__(made)
        made.book, made.is_loaded = book, True
        made._cache = made._work = None
        made._pending = unconfirmed
        return made

    def put(self, *records: Record) -> None:
        """Put records into the book and tell of them, as if the cache had changed."""
        from kcr2desk.core.records import type_name

        for record in records:
            self.book.put(record)
        self.changed.emit(frozenset((type_name(r), r.id) for r in records))

    def unconfirmed(self, type_name: str, record: str) -> bool:
        """Whether an own change of this record waits for the hub: what is seen is provisional."""
        return (type_name, record) in self._pending

    def read(self, cache: Cache) -> B:
        """A new book of all that `cache` holds. Runs in the thread of the store."""
        raise NotImplementedError

    # -- from the cache ----------------------------------------------------------------------------

    def _load(self) -> None:
        cache, work = self._cache, self._work
        assert cache is not None
        assert work is not None
        self._asking = True

        def call() -> tuple[B, frozenset[Key]]:
            with what_stays():
                return self.read(cache), cache.unconfirmed()

        work.ask(call, self._took_all, owner=self, topic="book", failed=self._failed)

    def _took_all(self, found: tuple[B, frozenset[Key]]) -> None:
        # the book stays the same object: widgets hold it
        self.book.become(found[0])
        self._pending = found[1]
        self._asking = False
        self.is_loaded = True
        self.loaded.emit()
        if self._wanted or self._all:
            self._soon.start()

    def _hear(self, type_name: str, ids: frozenset[str] | None) -> None:
        if type_name and type_name not in self.HELD:
            return
        if ids is None:
            self._all.add(type_name)
        elif type_name:
            self._wanted |= {(type_name, i) for i in ids}
        else:
            self._all.add("")  # what waits for the hub may differ
        if not self._asking:
            self._soon.start()

    def _ask(self) -> None:
        cache, work = self._cache, self._work
        if cache is None or work is None or self._asking:
            return
        whole = self._all - {""}
        self._all.clear()
        if whole or len(self._wanted) > MOST:
            self._wanted.clear()
            self._load()
            return
        wanted = sorted(self._wanted)[:AT_ONCE]
        self._wanted.difference_update(wanted)
        self._asking = True

        def call() -> News:
            return [(key, cache.get(*key)) for key in wanted], cache.unconfirmed()

        work.ask(call, self._took, owner=self, when=When.NOW, failed=self._failed)

    def _took(self, news: News) -> None:
        found, pending = news
        keys = {key for key, _ in found} | {k for k in pending ^ self._pending if k[0] in self.HELD}
        for (name, record_id), record in found:
            if record is None:
                self.book.drop(name, record_id)
            else:
                self.book.put(record)
        self._pending = pending
        self._asking = False
        if keys:
            self.changed.emit(frozenset(keys))
        if self._wanted or self._all:
            self._soon.start()

    def _failed(self, error: Exception) -> None:
        """Told; and all is read anew with the next change, so that nothing stays unread."""
        self._asking = False
        self._all |= self.HELD
        assert self._work is not None
        self._work.failed.emit(error)
