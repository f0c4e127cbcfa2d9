"""The form of a request: taken by phone in a minute, the rest folded in until it is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from kcr2desk.core.fields import milliseconds
from kcr2desk.core.records import Report
from kcr2desk.core.text import Json
from kcr2desk.desk import icons, kit, shortcuts
from kcr2desk.desk.bijstand import request_saving, request_state
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.request_fields import PAGE_OF, PAGES, Fields, page_words
from kcr2desk.desk.bijstand.request_note import Noted, read_request
from kcr2desk.desk.bijstand.request_notices import Notices
from kcr2desk.desk.bijstand.request_parts import CardKeys
from kcr2desk.desk.bijstand.request_rights import hinders_writing
from kcr2desk.desk.bijstand.request_state import REQUEST, Typed, is_empty, title_of
from kcr2desk.desk.forms.request_form import Ui_RequestForm
from kcr2desk.desk.parts.form_draft import DraftKeeper
from kcr2desk.desk.parts.form_parts import Fold
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.drafts import Draft
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache


class RequestForm(QWidget):
    """A new request, one made of a report, a draft taken up again, or (with `request`) one that is
    there already.

    It writes a draft at every keystroke and nothing else until it is saved, whole, in one
    changeset; then the number stands large to be read out and a new form is ready. The host shows
    it over the panel, hides it on `closed`, and calls `focus_first` when it is shown.
    """

    saved = Signal(str)
    """The id of a request that is safe on this workstation."""

    closed = Signal()
    """The officer wants the form away. What was typed is kept as a draft."""

    openWanted = Signal(str)
    """The officer wants to see a request, by its id."""

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        draft: Draft | None = None,
        request: str = "",
        report: Report | None = None,
        incident: str = "",
        stream: str = "national",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._feed, self._cache, self._work, self._now, self.me = feed, cache, work, now, me
        self._incident, self._stream = incident, stream
        self._request = draft.record if draft is not None else request
        self._own_title = False
        self._loading = False
        self.ui = Ui_RequestForm()
        self.ui.setupUi(self)
        self._let_folds_flow()
        self.setProperty("ground", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        ui = self.ui
        ui.lines.set_up(feed.book, now, cache.new_id, self._why_line_stays)
        self.fields = Fields(ui, feed.book, now, self)
        self.keeper = DraftKeeper(
            cache, work, now, self, type=REQUEST, nothing=request_saving.nothing_to_keep
        )
        self._saver = request_saving.Saver(cache, work, stream, me, now, self)
        self.notices = Notices(ui.notices_column, feed, cache, work, self._values, now, self)
        self.fold = Fold(
            self, **{name: (getattr(ui, f"{name}_fold"), getattr(ui, name)) for name in PAGES}
        )
        command = shortcuts.command
        self.save_action = command(self, "Ctrl+Enter|Ctrl+Return", self.save, icon="saved")
        self.close_action = command(self, "Esc", self.close_form, icon="close")
        self.note_action = command(self, "F8", self.focus_first, icon="edit")
        self.line_action = command(self, "F7", ui.lines.add.click, icon="plus")
        self._keys = CardKeys(
            self, [self.save_action, self.close_action, self.note_action, self.line_action]
        )
        for button, icon, tone in ((ui.close, "close", "muted"), (ui.save, "saved", "on_accent")):
            icons.dress(button, icon, tone)
        self._connect()
        self._say()
        self._begin(draft, report)

    def _let_folds_flow(self) -> None:
        """The buttons of the pages go on a second line where one is too short for their words."""
        column, folds = self.ui.body_column, self.ui.folds
        flow = kit.FlowLayout()
        for page in PAGES:
            button = getattr(self.ui, f"{page}_fold")
            folds.removeWidget(button)
            flow.addWidget(button)
        column.insertLayout(column.indexOf(folds), flow)

    # beginning

    def _begin(self, draft: Draft | None, report: Report | None) -> None:
        if draft is not None:
            self._take_up(draft)
        elif self._request:
            self._enable(False)
            self._ask()
        else:
            self._start_fresh()
            if report is not None:
                self._show(
                    request_saving.of_report(
                        self.typed(), report, self._feed.book, self._cache.new_id
                    )
                )
                self.keeper.keep(self.typed())

    def _start_fresh(self) -> None:
        received = milliseconds(self._now())
        region = self.me.organisation if self.me.role == "region_officer" else ""
        typed = request_state.fresh(received, incident=self._incident, region=region)
        self.keeper.begin(self._cache.new_id(), "", {})
        self.notices.follow("", {})
        self._show(typed)
        self.ui.draft.setText("")

    def _take_up(self, draft: Draft) -> None:
        self.keeper.begin(draft.id, draft.record, draft.shown, written=True)
        self._show(request_state.from_kept(draft.typed))
        self.ui.draft.setText(request_saving.draft_of(draft, self._now()))
        self.notices.follow(draft.record, draft.shown)

    def _ask(self) -> None:
        """Read the request that is there, away from the screen."""
        cache, request = self._cache, self._request
        self._work.ask(
            lambda: request_saving.read_opened(cache, request),
            self._open,
            owner=self,
            topic="open",
        )

    def _open(self, read: request_saving.Opened) -> None:
        values, lines, drafts = read
        if values is None:
            self.ui.message.tell(self.tr("This request is not here any more."), "attention")
            return
        self._enable(True)
        mine = next((draft for draft in drafts if draft.record == self._request), None)
        if mine is not None:
            self._take_up(mine)
            return
        shown = request_state.shown_of(values)
        self.keeper.begin(self._cache.new_id(), self._request, shown)
        self._show(request_saving.of_request(shown, lines))
        self.notices.follow(self._request, shown)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the cursor into the quick note; in a request that is there into its lines."""
        if self._request:
            self.ui.lines.focus_first()
        else:
            self.ui.note.setFocus(Qt.FocusReason.OtherFocusReason)

    # what stands in it

    def typed(self) -> Typed:
        """All that stands in the form now."""
        return Typed(
            values=self._values(),
            lines=self.ui.lines.lines(),
            gone=tuple(self.ui.lines.gone),
            own_title=self._own_title,
            unread=self.fields.unread(),
            note=self.ui.note.text(),
            page=self.fold.page(),
        )

    def _values(self) -> dict[str, Json]:
        return dict(self.fields.values)

    def _show(self, typed: Typed) -> None:
        self._loading = True
        self._own_title = typed.own_title
        self.fields.show(typed.values, typed.unread)
        self.fields.say_incidents()
        self.ui.lines.show_lines(typed.lines, typed.gone)
        self.ui.note.setText(typed.note)
        self.fold.open(typed.page)
        self._loading = False
        self._name()
        self._say_state()

    def _put(self, name: str, value: Json) -> None:
        """Show what somebody else wrote."""
        self._loading = True
        self.fields.put(name, value)
        self._loading = False
        self.keeper.show(self.notices.shown)
        self._say_state()

    # typing

    def read_note(self) -> None:
        """Take what the quick note says into lines and fields; what is unclear stays in it."""
        text = self.ui.note.text()
        said = read_request(text, self._feed.book.types, self._now(), self.typed().region)
        if said.says_nothing:
            self.ui.hint.setText(
                self.tr("Nothing was recognised: a number and a type, a place, a time.")
            )
            return
        self._take(said)
        self.ui.note.clear()
        self.ui.hint.setText(request_saving.told(said, self._feed.book, self._now()))
        self._edited()

    def _take(self, said: Noted) -> None:
        held = self.fields.values
        values: dict[str, Json] = {
            "region": said.region, "report_to": said.place, "requester": said.caller,
            "callback": said.callback, "grip": said.grip,
            "from_at": _ms(said.from_at), "until_at": _ms(said.until_at),
        }  # fmt: skip
        self._loading = True
        for name, value in values.items():
            if value and held[name] in ("", None):
                self.fields.put(name, value)
        towns = held["municipalities"]
        known = [str(t) for t in towns] if isinstance(towns, list) else []
        region = str(held["region"] or "")
        found = [t for t in said.municipalities if request_saving.lies_in(t, region)]
        self.fields.put("municipalities", [*sorted({*known, *found})])
        self._loading = False
        lines: Sequence[Mapping[str, Json]] = [
            {"resource": each.resource, "quantity": each.quantity} for each in said.lines
        ]
        if lines:
            self.ui.lines.take(lines)

    def _edited(self, name: str = "") -> None:
        """Something was typed or chosen: the draft is kept."""
        if self._loading or self._saver.busy:  # a draft must not be kept after its request
            return
        if name == "title":
            self._own_title = bool(str(self.fields.values["title"] or "").strip())
        self.ui.saved.shrink()
        self._name()
        self.keeper.keep(self.typed())
        self._say_state()

    def _name(self) -> None:
        """The title follows the lines until the officer writes one."""
        if not self._own_title and not self._request:
            book = self._feed.book
            title = title_of(self.typed(), lambda code: words.resource_short(book, code))
            self.fields.put("title", title)

    def _why_line_stays(self, line: str) -> str:
        """Why a line cannot be taken out: it was asked, or something was promised for it."""
        book = self._feed.book
        if book.answers_to(line) or book.commitments(line=line):
            return self.tr("This line was asked out already: end it in the request, with why.")
        return ""

    # saving and closing

    def save(self) -> None:
        """Save what stands there. What hinders that is said in place, and the draft stays."""
        if self._saver.busy or not self.ui.save.isEnabled():
            return
        if self.ui.note.text().strip():
            self.read_note()
            if self.ui.note.text().strip():
                self.ui.note.setFocus()
                return
        typed = self.typed()
        field, line, why = request_saving.hindrance(typed)
        if why:
            self.ui.message.tell(why, "attention")
            self._go_to(field, line)
            return
        self.ui.message.hide()
        self.ui.save.setEnabled(False)
        request = self._feed.book.request(self._request)
        audience = sorted(request.audience) if request is not None else []
        self._saver.save(typed, self.keeper.id, self._request, self.notices.shown, audience)

    def _go_to(self, field: str, line: str) -> None:
        if line:
            row = self.ui.lines.row_of(line)
            if row is not None:
                row.open(row.rest.isVisibleTo(row) or field not in ("resource", "until_at"))
                getattr(row, field).setFocus()
            return
        if field in PAGE_OF:
            self.fold.open(PAGE_OF[field])
        if field == "lines":
            self.ui.lines.focus_first()
        else:
            self.fields.focus(field)

    def _saved(self, request: str, number: str) -> None:
        self.ui.save.setEnabled(True)
        if self._request:
            self.saved.emit(request)
            self.closed.emit()
            return
        self._start_fresh()
        self.ui.saved.show_saved(request, number, self._now())
        self.ui.hint.setText("")
        self.focus_first()
        self.saved.emit(request)

    def _not_saved(self, error: Exception) -> None:
        self.ui.save.setEnabled(True)
        self._failed(error)
        self.keeper.keep(self.typed())

    def _failed(self, error: Exception) -> None:
        self.ui.draft.setText("")
        self.ui.message.tell(request_saving.failure(error), "urgent")

    def close_form(self) -> None:
        """Go away, with what was typed kept as a draft."""
        self.ui.saved.hide()
        self.closed.emit()

    def discard(self) -> None:
        """Throw away what was typed; it can be brought back as long as the form is open."""
        typed = self.typed()
        self.keeper.drop()
        if self._request:
            self._enable(False)
            self._ask()
        else:
            self._start_fresh()
        self.ui.message.tell(
            self.tr("The draft was thrown away."),
            "muted",
            [(self.tr("Bring back"), lambda: self._bring_back(typed))],
        )
        self.focus_first()

    def _bring_back(self, typed: Typed) -> None:
        self.ui.message.hide()
        self._show(typed)
        self.keeper.keep(typed)
        self.focus_first()

    # words and other people

    def _connect(self) -> None:
        ui = self.ui
        ui.note.readWanted.connect(self.read_note)
        ui.note.textEdited.connect(lambda _text: self._edited("note"))
        self.fields.edited.connect(self._edited)
        ui.lines.edited.connect(self._edited)
        self.keeper.kept.connect(lambda at: ui.draft.setText(request_saving.kept_at(at)))
        self.keeper.failed.connect(self._failed)
        self._saver.done.connect(self._saved)
        self._saver.failed.connect(self._not_saved)
        self.notices.put.connect(self._put)
        self.notices.lineChanged.connect(self._line_changed)
        self.notices.settled.connect(self._edited)
        self.fold.opened.connect(lambda _name: self._say_state())
        self._feed.changed.connect(self._book_changed)
        ui.saved.openWanted.connect(self.openWanted)
        ui.close.clicked.connect(self.close_form)
        ui.discard.clicked.connect(self.discard)
        ui.save.clicked.connect(self.save)

    def _book_changed(self, keys: frozenset[tuple[str, str]]) -> None:
        kinds = {kind for kind, _ in keys}
        if "resourcetype" in kinds:
            self.ui.lines.types_changed()
        if "incident" in kinds:
            self.fields.say_incidents()
        if "requestline" in kinds and self._request:
            self._lines_changed({i for kind, i in keys if kind == "requestline"})

    def _lines_changed(self, ids: set[str]) -> None:
        """Somebody else changed a line that stands here."""
        for row in self.ui.lines.rows:
            line = row.line
            record = self._feed.book.line(line.id) if line.id in ids else None
            if line.shown is not None and record is not None:
                self.notices.line(line, request_saving.wire_line(record))

    def _line_changed(
        self, line: str, shown: Mapping[str, Json], values: Mapping[str, Json]
    ) -> None:
        row = self.ui.lines.row_of(line)
        if row is not None:
            row.show_values(values)
            row.adopt(shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)
            self._say()

    def _say(self) -> None:
        ui = self.ui
        self.fields.say()
        self.save_action.setText(self.tr("Save request"))
        self.close_action.setText(self.tr("Close; the draft is kept"))
        self.note_action.setText(self.tr("To the quick note"))
        self.line_action.setText(self.tr("Add a line"))
        ui.foot.setText(self.tr("Esc closes and keeps the draft"))
        ui.save.setText(f"{self.tr('Save')}  {shortcuts.key_text(self.save_action)}")
        self._say_state()

    def _say_state(self) -> None:
        ui, typed = self.ui, self.typed()
        ui.heading.setText(self.tr("Change request") if self._request else self.tr("New request"))
        for page, text in page_words(typed.values).items():
            self.fold.set_words(page, text)
        ui.discard.setVisible(bool(self._request) or not is_empty(typed))
        hinders = hinders_writing(self.me, self._feed.book.request(self._request), self._stream)
        ui.save.setEnabled(not hinders and not self._saver.busy)
        ui.save.setToolTip(hinders or f"{shortcuts.plain_text(self.save_action)}")

    def _enable(self, on: bool) -> None:
        for widget in (self.ui.note, self.ui.area, self.ui.save):
            widget.setEnabled(on)


def _ms(at: datetime | None) -> int | None:
    return None if at is None else milliseconds(at)
