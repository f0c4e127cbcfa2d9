"""The incidents that a report can be assigned to, for the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from kcr2desk.desk import kit
from kcr2desk.desk.reports.form_fields import Fields
from kcr2desk.desk.reports.form_notices import Notices
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

MOST: Final = 200


class Incidents(QObject):
    """Reads the open incidents, and the one that the report has when that is closed."""

    def __init__(
        self, cache: Cache, work: StoreWork, fields: Fields, notices: Notices, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._cache = cache
        self._work = work
        self._fields = fields
        self._notices = notices

    def ask(self) -> None:
        """Read them anew."""
        own = str(self._fields.values["incident"] or "")
        self._work.ask(lambda: self._read(own), self._show, owner=self, topic="incidents")

    def _read(self, own: str) -> list[Any]:
        found: list[Any] = list(self._cache.all("incident", limit=MOST, status="open"))
        if own and all(each.id != own for each in found):
            closed = self._cache.get("incident", own)
            found += [] if closed is None else [closed]
        return found

    def _show(self, found: list[Any]) -> None:
        self._notices.incidents = {each.id: each.title for each in found}
        self._fields.set_incidents(
            kit.FilterOption(each.id, each.title, each.number) for each in found
        )
