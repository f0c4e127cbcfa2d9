"""The report form: type as in Notepad while on the phone, take what is offered, save by one key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kcr2desk.core.fields import milliseconds
from kcr2desk.core.text import Json
from kcr2desk.desk.forms.report_form import Ui_ReportForm
from kcr2desk.desk.parts import form_state
from kcr2desk.desk.parts.form_draft import DraftKeeper
from kcr2desk.desk.parts.form_others import Others
from kcr2desk.desk.parts.form_parts import Fold
from kcr2desk.desk.parts.form_state import FIELDS, Typed, blank
from kcr2desk.desk.reports import form_saving, templates
from kcr2desk.desk.reports.duplicates import AlikeCard, AlikeWatch
from kcr2desk.desk.reports.form_chips import Offering
from kcr2desk.desk.reports.form_fields import PAGE_OF, Fields
from kcr2desk.desk.reports.form_files import FormFiles
from kcr2desk.desk.reports.form_incidents import Incidents
from kcr2desk.desk.reports.form_keys import FormKeys
from kcr2desk.desk.reports.form_mail import FormMail
from kcr2desk.desk.reports.form_notices import Notices
from kcr2desk.desk.reports.form_saving import Saved
from kcr2desk.desk.reports.form_words import FormWords
from kcr2desk.desk.reports.pasted import screen_language
from kcr2desk.desk.work import StoreWork
from kcr2desk.exchange.notes import first_words
from kcr2desk.store.drafts import Draft
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

MOST_INCIDENTS: Final = 200
_WINDOW_KEYS: Final = frozenset({Qt.Key.Key_F1, Qt.Key.Key_F11})


class ReportForm(QWidget):
    """A new report, a draft taken up again, or (with `report`) one that is there already.

    It writes a draft at every keystroke and nothing else until it is saved; then a new report is
    ready at once, with the number of the last one large above it. The host shows it over the
    detail (`slide.SlideOver`), hides it on `closed`, and calls `focus_first` when it is shown.
    """

    saved = Signal(str)
    """The id of a report that is safe on this workstation."""

    closed = Signal()
    """The officer wants the form away. What was typed is kept as a draft."""

    openWanted = Signal(str)
    """The officer wants to see another report, by its id; the form may stay open."""

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        now: Callable[[], datetime],
        me: Identity,
        draft: Draft | None = None,
        report: str = "",
        *,
        incident: str = "",
        stream: str = "national",
    ) -> None:
        super().__init__()
        self._cache, self._work, self._now, self._incident = cache, work, now, incident
        self.me = me
        self._report = draft.record if draft is not None else report
        self._own_title = False
        self._loading = False
        self._saving = ""
        self.ui = Ui_ReportForm()
        self.ui.setupUi(self)
        self.ui.hint.setTextFormat(Qt.TextFormat.PlainText)  # it repeats what others wrote
        self.setProperty("ground", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        ui = self.ui
        self.fields = Fields(ui, now, self)
        self.offering = Offering(ui.text, ui.offers, self.fields, work, now, self)
        self.keeper = DraftKeeper(cache, work, now, self)
        self._saver = form_saving.Saver(cache, work, stream, self)
        self.others = Others(cache, work, self._values, self)
        self.notices = Notices(self.others, self.fields, now, self)
        self._incidents = Incidents(cache, work, self.fields, self.notices, self)
        self.alike = AlikeCard(now)
        ui.text.set_foot(self.alike)
        self._watch = AlikeWatch(cache, work, self)
        self._resting = QTimer(self, singleShot=True, interval=300)
        self._resting.timeout.connect(self._cursor_rests)
        self.fold = Fold(
            self,
            where=(ui.where_fold, ui.where),
            times=(ui.times_fold, ui.times),
            grade=(ui.grade_fold, ui.grade),
            files=(ui.files_fold, ui.file_list),
        )
        self.files = FormFiles(ui, self)
        self._mail = FormMail(ui, cache, work, now, self)
        self.keys = FormKeys(
            self,
            save=self.save,
            close=self.close_form,
            template=self.template,
            judge=self.fields.judge,
            open_alike=self.alike.open_line,
        )
        self.words = FormWords(ui, self.keys, self.fold, self)
        self._connect()
        self._say()
        self._incidents.ask()
        self._begin(draft)

    # beginning

    def _begin(self, draft: Draft | None) -> None:
        if draft is not None:
            self._take_up(draft)
        elif self._report:
            self._enable(False)
            record = self._report
            self._work.ask(
                lambda: (self._cache.values("report", record), self._cache.drafts("report")),
                self._open,
                owner=self,
                topic="open",
            )
        else:
            self._start_fresh()

    def _start_fresh(self) -> None:
        received = milliseconds(self._now())
        typed = form_state.fresh(received, incident=self._incident)
        self.keeper.begin(self._cache.new_id(), "", {})
        self.others.follow("", {})
        self._show(typed)
        self.ui.draft.setText("")

    def _take_up(self, draft: Draft) -> None:
        self.keeper.begin(draft.id, draft.record, draft.shown, written=True)
        self._show(form_state.from_kept(draft.typed))
        self.words.draft_of(draft.kept_at, self._now())
        self.others.follow(draft.record, draft.shown)

    def _open(self, read: tuple[Mapping[str, Json] | None, tuple[Draft, ...]]) -> None:
        values, drafts = read
        self._enable(values is not None)
        if values is None:
            self.ui.message.tell(self.tr("This report is not here any more."), "attention")
            return
        mine = next((draft for draft in drafts if draft.record == self._report), None)
        if mine is not None:
            self._take_up(mine)
            return
        shown = {name: values.get(name, blank(name)) for name in FIELDS}
        self.keeper.begin(self._cache.new_id(), self._report, shown)
        self._show(form_state.of_report(values))
        self.others.follow(self._report, shown)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor into the note."""
        self.ui.text.setFocus(Qt.FocusReason.OtherFocusReason)

    # what stands in it

    def typed(self) -> Typed:
        """All that stands in the form now."""
        cursor, anchor = self.ui.text.cursor_at()
        return Typed(
            values=self._values(),
            cursor=cursor,
            anchor=anchor,
            own_title=self._own_title,
            judged=self.fields.judged,
            unread=self.fields.unread(),
            passed=self.offering.passed,
            files=self.files.paths,
            page=self.fold.page(),
        )

    def _values(self) -> dict[str, Json]:
        text, title = self.ui.text.note(), self.ui.title.text()
        return {**self.fields.values, "text": text, "title": title}

    def _show(self, typed: Typed) -> None:
        self._loading = True
        self._own_title = typed.own_title
        self.offering.reset(typed.passed)
        self.fields.show(typed.values, typed.unread, typed.judged)
        self.ui.title.setText(typed.title)
        self.ui.text.set_note(typed.text, typed.cursor, typed.anchor)
        self.files.show(typed.files)
        self.notices.clear()
        self.alike.forget()
        self.fold.open(typed.page)
        self._loading = False
        self.offering.read()
        self._say_state()

    def _put(self, name: str, value: Any) -> None:
        """Show what somebody else wrote. In the note Ctrl+Z brings back what stood there."""
        if name == "text":
            self._loading = True
            self.ui.text.put_whole(str(value or ""))
            self._loading = False
        elif name == "title":
            self.ui.title.setText(str(value or ""))
        else:
            self.fields.put(name, value)
        self.offering.read()
        self.keeper.show(self.others.shown)
        self._say_state()

    # typing

    def _text_edited(self) -> None:
        if self._loading:
            return
        if not self._own_title:
            self.ui.title.setText(first_words(self.ui.text.note()))
        self.ui.saved.shrink()
        self.offering.read(typed=True)
        self._edited("text")

    def _title_edited(self, text: str) -> None:
        self._own_title = bool(text.strip())
        self._edited("title")

    def _cursor_moved(self) -> None:
        if not self._loading:
            self._resting.start()

    def _cursor_rests(self) -> None:
        """Where the cursor stands is part of the draft, but only of one that is there."""
        if self.keeper.written and not self._saver.busy:
            self.keeper.keep(self.typed())

    def _edited(self, name: str = "") -> None:
        """Something was typed or chosen: the draft is kept."""
        if self._loading or self._saver.busy:  # a draft must not be kept after its report
            return
        if name == "region":
            self.offering.read()
        elif name and name not in ("text", "title"):
            self.offering.show()
        if name in ("text", "title", "region", "municipality", "place", "occurred_at"):
            self._watch.typed(self._values())
        self.keeper.keep(self.typed())
        self._say_state()

    def template(self) -> None:
        """METHANE: its headings the first time, then the next one that is still empty."""
        note = self.ui.text
        step = templates.methane(note.note(), note.cursor_at()[0], screen_language())
        if step.text:
            note.put_in(step.at, step.text)
        note.put_cursor(step.cursor)
        note.setFocus()

    # saving and closing

    def save(self) -> None:
        """Save what stands there. What hinders that is said in place, and the draft stays."""
        if self._saver.busy or not self.ui.text.isEnabled():
            return
        typed = self.typed()
        field, why = form_saving.hindrance(typed)
        if why:
            self.ui.message.tell(why, "attention")
            if field in PAGE_OF:
                self.fold.open(PAGE_OF[field])
            self.fields.focus(field)
            return
        self.ui.message.hide()
        self.ui.save.setEnabled(False)
        self._watch.clear()
        self._saving = typed.text
        shown = dict(self.others.shown)
        self._saver.save(typed, self.keeper.id, self._report, shown)

    def _saved(self, saved: Saved) -> None:
        self.ui.save.setEnabled(True)
        if self._report:
            self.saved.emit(saved.id)
            self.closed.emit()
            return
        # What was typed on while it was saved belongs to the next report.
        on = self.ui.text.note()
        on = on.removeprefix(self._saving) if on.startswith(self._saving) else ""
        self._start_fresh()
        self.ui.saved.show_saved(saved.id, saved.number, self._now())
        self.words.left_out(saved.left_out)
        if on:
            self.ui.text.insertPlainText(on)
        self.focus_first()
        self.saved.emit(saved.id)

    def _mail_taken(self, saved: Saved) -> None:
        """What was pasted is a report of its own now, and leaves the note that it began."""
        if not self._report and self.ui.text.note().startswith(self._mail.text):
            self.keeper.drop()
            self._saving = self._mail.text
            self._saved(saved)
        else:
            self.ui.saved.show_saved(saved.id, saved.number, self._now())
            self.saved.emit(saved.id)

    def _not_saved(self, error: Exception) -> None:
        self.ui.save.setEnabled(True)
        self.words.failed(error)
        self.keeper.keep(self.typed())

    def close_form(self) -> None:
        """Go away, with what was typed kept as a draft."""
        self.ui.saved.hide()
        self.closed.emit()

    def discard(self) -> None:
        """Throw away what was typed; it can be brought back as long as the form is open."""
        typed = self.typed()
        self.keeper.drop()
        self._watch.clear()
        if self._report:
            self._show(form_state.of_report(self.others.shown))
        else:
            self._start_fresh()
        self.words.thrown_away(lambda: self._bring_back(typed))
        self.focus_first()

    def _bring_back(self, typed: Typed) -> None:
        self.ui.message.hide()
        self._show(typed)
        self.keeper.keep(typed)
        self.focus_first()

    # keys, words and other people

    def _connect(self) -> None:
        ui, say = self.ui, self.words
        ui.text.textChanged.connect(self._text_edited)
        ui.text.cursorPositionChanged.connect(self._cursor_moved)
        ui.title.textEdited.connect(self._title_edited)
        self.fields.edited.connect(self._edited)
        self.files.changed.connect(self._edited)
        self.files.dropped.connect(lambda: self.fold.open("files"))
        self.files.refused.connect(lambda why: ui.message.tell(why, "attention"))
        self.offering.changed.connect(self._edited)
        self.offering.told.connect(ui.hint.setText)
        self.keeper.kept.connect(say.kept)
        self.keeper.failed.connect(say.failed)
        self._saver.done.connect(self._saved)
        self._mail.taken.connect(self._mail_taken)
        self._saver.failed.connect(self._not_saved)
        say.pageWanted.connect(self.fold.open)
        self.fold.opened.connect(self._say_clashes)
        self.fold.opened.connect(self._cursor_moved)
        self.notices.put.connect(self._put)
        self.notices.marked.connect(self.fold.mark)
        self.notices.settled.connect(self._settled)
        self.others.clashed.connect(self._say_clashes)
        self.others.gone.connect(say.gone)
        self._watch.found.connect(self.alike.show_lines)
        self.alike.openWanted.connect(self.openWanted)
        ui.saved.openWanted.connect(self.openWanted)
        ui.template_button.clicked.connect(self.template)
        ui.close.clicked.connect(self.close_form)
        ui.discard.clicked.connect(self.discard)
        ui.save.clicked.connect(self.save)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)
            self._say()

    def _say(self) -> None:
        self.fields.say()
        self.words.say()
        self.offering.show()
        self._say_state()

    def _say_state(self) -> None:
        self.words.state(self.typed(), self._report)

    def _say_clashes(self) -> None:
        self.words.clashes(self.notices.clashes())

    def _settled(self) -> None:
        self.keeper.show(self.others.shown)
        self._edited()

    def _enable(self, on: bool) -> None:
        for widget in (self.ui.text, self.ui.title, self.ui.save):
            widget.setEnabled(on)
