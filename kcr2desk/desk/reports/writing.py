"""The forms of the panel: a new report, a change, a draft taken up again, files brought in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kcr2desk.desk.parts.slide import SlideOver
from kcr2desk.desk.parts.unfinished import UnfinishedStrip
from kcr2desk.desk.reports.form import ReportForm
from kcr2desk.desk.reports.list_view import ReportList
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.drafts import Draft
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache


class Writing(QObject):
    """Slides forms over the panel. One new report is written at a time; a change of another
    report takes its place, and it comes back by the same key as it was left."""

    openWanted = Signal(str)
    """The officer wants to see another report, by its id."""

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        now: Callable[[], datetime],
        me: Identity,
        reports: ReportList,
        host: QWidget,
    ) -> None:
        super().__init__(host)
        self._cache, self._work, self._now, self._me = cache, work, now, me
        self._list = reports
        self._new: ReportForm | None = None
        self._change: ReportForm | None = None
        self.slide = SlideOver(host)
        self.unfinished = UnfinishedStrip(cache, work, now)
        self.unfinished.resumeWanted.connect(self.resume)

    def form(self) -> ReportForm | None:
        """The form in sight."""
        content = self.slide.content()
        return content if isinstance(content, ReportForm) else None

    def write(self) -> None:
        """Open the form for a new report, or go back to it."""
        self.slide.show(self._new_form())
        self._tell_open()

    def edit(self) -> None:
        """Open the form on the report that is read, or go back to the one it stands on."""
        line = self._list.read
        if line is not None:
            self._show_change(self._form(report=line.id))

    def resume(self, draft: Draft) -> None:
        """Take up a draft again."""
        if draft.record:
            self._show_change(self._form(draft=draft))
            return
        if self._new is not None:
            self._let_go(self._new)
        self._new = self._form(draft=draft)
        self.slide.show(self._new)
        self._tell_open()

    def write_with(self, text: str, files: list[str]) -> None:
        """Open the form for a new report that begins with a text and files."""
        form = self._new_form()
        self.slide.show(form)
        if text:
            form.ui.text.insertPlainText(text)
        if files:
            form.files.add(files)
        self._tell_open()

    def _new_form(self) -> ReportForm:
        if self._new is None:
            self._new = self._form(incident=self._list.feed.query.incident)
        return self._new

    def _show_change(self, form: ReportForm) -> None:
        if self._change is not None:
            self._let_go(self._change)
        self._change = form
        self.slide.show(form)
        self._tell_open()

    def _form(self, **options: Any) -> ReportForm:
        form = ReportForm(self._cache, self._work, self._now, self._me, **options)
        form.closed.connect(lambda: self._closed(form))
        form.openWanted.connect(self.openWanted)
        return form

    def _closed(self, form: ReportForm) -> None:
        self.slide.hide()
        self._let_go(form)
        self._tell_open()
        self.unfinished.refresh()

    def _let_go(self, form: ReportForm) -> None:
        if form is self._new:
            self._new = None
        if form is self._change:
            self._change = None
        self.slide.let_go(form)
        form.deleteLater()

    def _tell_open(self) -> None:
        forms = (self._new, self._change)
        self.unfinished.set_open(form.keeper.id for form in forms if form is not None)
