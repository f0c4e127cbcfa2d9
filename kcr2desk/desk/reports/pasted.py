"""A mail that was pasted: found, offered as a report of its own, and taken in when wanted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from kcr2desk.desk.reports.drop_reading import Brought, save_item
from kcr2desk.desk.work import StoreWork
from kcr2desk.exchange.intake import Item, take_in_pasted
from kcr2desk.exchange.problems import Language

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache


class PastedMail(QObject):
    """Reads pasted text away from the screen. A mail needs its headers to be one."""

    found = Signal(object)
    """The text is a mail: its `Item`."""

    plain = Signal(str)
    """The text is no mail."""

    taken = Signal(object)
    """What became of a mail that was taken in: a `Brought`."""

    def __init__(
        self, cache: Cache, work: StoreWork, now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._cache = cache
        self._work = work
        self._now = now

    def look(self, text: str) -> None:
        """Find out whether a text is a mail."""
        now = self._now()
        self._work.ask(
            lambda: take_in_pasted(text, now=now),
            lambda item: self.plain.emit(text) if item is None else self.found.emit(item),
            owner=self,
            topic="pasted",
        )

    def take(self, item: Item) -> None:
        """Make a report of it, with its attachments, in its thread."""
        name, language = str(item.fields["title"]), screen_language()
        self._work.do(lambda: save_item(self._cache, item, name, language), self._tell, owner=self)

    def _tell(self, brought: Brought) -> None:
        self.taken.emit(brought)


def screen_language() -> Language:
    """The language of the screen, for sentences that do not come from Qt."""
    return "nl" if QLocale().language() == QLocale.Language.Dutch else "en"
