"""Who saw whom, written down for the auditor."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from kcr2desk.core.repatriation.operation import AUDIT, operation_of
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.core.repatriation.book import OperationBook
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

AGAIN: Final = timedelta(minutes=5)
"""A person who stays on the screen, or comes back to it, is noted once in this time."""


class Viewed:
    """Notes what this officer saw or took out, on this desk first and at the hub when it can."""

    def __init__(
        self,
        book: Callable[[], OperationBook],
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
    ) -> None:
        self._book, self._cache, self._work, self._now, self._me = book, cache, work, now, me
        self._last: dict[str, datetime] = {}

    def saw(
        self, persons: Iterable[str], what: str = "view", reason: str = "", detail: str = ""
    ) -> None:
        """Note it. `persons` are ids, those of lines of lists among them, which are left out;
        `what` is one of `Viewing.what`. Values of persons have no place in `detail`."""
        now, book = self._now(), self._book()
        ids = frozenset(i for i in persons if book.line(i) is None)
        if what == "view":
            ids = frozenset(i for i in ids if self._is_new(i, now))
            self._last |= dict.fromkeys(ids, now)
        if not ids:
            return
        operation = book.operation
        told = {
            "operation": operation_of(book.stream),
            "operation_title": "" if operation is None else operation.title,
            "persons": ids,
            "numbers": frozenset(p.number for i in ids if (p := book.person(i)) and p.number),
            "what": what,
            "reason": reason,
            "detail": detail,
            "by": self._me.account,
            "seen_at": now,
        }
        self._work.do(lambda: self._cache.create("viewing", told, stream=AUDIT))

    def _is_new(self, person: str, now: datetime) -> bool:
        last = self._last.get(person)
        return last is None or now - last >= AGAIN
