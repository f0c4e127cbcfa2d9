"""A mail pasted into the note: offered as a report of its own, never taken silently."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kcr2desk.desk.forms.report_form import Ui_ReportForm
from kcr2desk.desk.reports.drop_reading import Brought
from kcr2desk.desk.reports.form_saving import Saved
from kcr2desk.desk.reports.pasted import PastedMail
from kcr2desk.desk.work import StoreWork
from kcr2desk.exchange.intake import Item

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache


class FormMail(QObject):
    """Watches what is pasted into the note of a form."""

    taken = Signal(object)
    """The mail is a report now, or was one already: a `Saved`."""

    def __init__(
        self,
        ui: Ui_ReportForm,
        cache: Cache,
        work: StoreWork,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._ui = ui
        self._cache = cache
        self._work = work
        self._pasted = PastedMail(cache, work, now, self)
        self._pasted.found.connect(self._ask)
        self._pasted.taken.connect(self._tell)
        self.text = ""
        """What was pasted last, as it stands in the note."""
        ui.text.pasted.connect(self._look)

    def _look(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n")
        self._pasted.look(text)

    def _ask(self, item: Item) -> None:
        said = self.tr("This is a mail: “{title}”.").replace("{title}", str(item.fields["title"]))
        take = (self.tr("Take it in as a mail"), lambda: self._pasted.take(item))
        self._ui.message.tell(said, "accent", [take])

    def _tell(self, brought: Brought) -> None:
        reports = brought.new or brought.known
        if not reports:
            self._ui.message.tell(" ".join(brought.problems), "attention")
            return
        self._ui.message.hide()
        report = reports[0]
        self._work.ask(
            lambda: self._cache.values("report", report) or {},
            lambda values: self.taken.emit(Saved(report, str(values.get("number") or ""))),
            owner=self,
            topic="mail",
        )
