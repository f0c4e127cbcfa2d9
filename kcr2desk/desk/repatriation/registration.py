"""The registration desk: one column in the order in which people speak, led by the keyboard.

The scan line has the focus. Left of the form stands who this may be, right of it the group so far.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kcr2desk.core.repatriation import registering as sheets
from kcr2desk.core.repatriation.headcount_scan import look_up
from kcr2desk.core.repatriation.people import ManifestLine
from kcr2desk.desk import kit, shortcuts, texts, theme
from kcr2desk.desk.repatriation import registration_group, registration_sides
from kcr2desk.desk.repatriation import registration_words as words
from kcr2desk.desk.repatriation.candidates import Candidates, Match
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.registration_acts import Acts
from kcr2desk.desk.repatriation.registration_desk import RegistrationDesk
from kcr2desk.desk.repatriation.registration_form import SECTION_OF, RegistrationForm
from kcr2desk.desk.repatriation.registration_keys import RegistrationKeys
from kcr2desk.desk.repatriation.registration_notices import RegistrationNotices
from kcr2desk.desk.repatriation.registration_others import RegistrationOthers
from kcr2desk.desk.repatriation.registration_ready import RegistrationReady
from kcr2desk.desk.repatriation.registration_saving import Saved
from kcr2desk.desk.repatriation.registration_scan import ScanLine
from kcr2desk.desk.repatriation.registration_sides import DRAFT, Side

SIDE_WIDE: Final = 268


class RegistrationView(QWidget):
    """Everything of one desk. `saved`, `personWanted` and `handOverWanted` carry the id of a
    person, `printWanted` those of all who get a wristband."""

    saved = Signal(str)
    personWanted = Signal(str)
    printWanted = Signal(object)
    handOverWanted = Signal(str)

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hall = hall
        self.desk = RegistrationDesk(hall, self)
        self.candidates = Candidates(hall, self)
        self.acts = Acts(self)
        self.keys = RegistrationKeys(self)
        self.scan = ScanLine()
        self.form = RegistrationForm(hall)
        self.ready = RegistrationReady(self.keys.after_saving())
        self.who, self.together = Side(), Side()
        self.notices = RegistrationNotices(hall, self.desk, self.candidates, self.keys)
        self.others = RegistrationOthers(hall, self.desk, self)
        self._steps = 0
        self._enter: Callable[[], object] | None = None
        self._lay_out()
        self._connect()
        texts.OnLanguage(self, self._say)
        self._show()

    # -- what the panel asks -----------------------------------------------------------------------

    def set_arrival(self, arrival: str) -> None:
        """Who is registered from now on came with this arrival."""
        self.desk.arrival = arrival
        self.candidates.set_arrival(arrival)

    def focus_first(self) -> None:
        """Put the focus into the scan line."""
        self.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_person(self, person: str) -> None:
        """Write on somebody who was registered before."""
        if self.desk.open([person]):
            self.form.fields.focus("spoken_name")

    def take_line(self, line: str) -> None:
        """Somebody of a list, into the form."""
        found = self.hall.book.line(line)
        if found is not None and found.person:
            self.edit_person(found.person)
        elif found is not None:
            self.desk.from_line(found)
            self.focus_first()

    # -- the scan line -----------------------------------------------------------------------------

    def _scanned(self, text: str) -> None:
        self.notices.clear()
        self.desk.scan(text)
        self.focus_first()

    def _looked_for(self, text: str) -> None:
        self._steps, self._enter = 0, None
        self.notices.clear()
        self.desk.put_typed(text)
        if text.strip():
            self.candidates.look(text, self._here())
        else:
            self.about()

    def _stepped(self, by: int) -> None:
        if self.candidates.pending:
            self._steps += by
        else:
            self._choose(self.who.rows.step(by))

    def _entered(self, text: str, *, to_form: bool = False) -> None:
        if self.candidates.pending and text:
            self._enter = lambda: self._entered(text, to_form=to_form)
            return
        match = self.match(self.who.rows.chosen())
        if match is None and text:
            match = self._meant(text)
        if match is not None:
            self._take(match, to_form=to_form)
        elif text and not any(c.isdigit() for c in text):
            self.desk.begin(text)
        elif text:
            self.notices.say("nobody", text)
            return
        elif not to_form:
            self.acts.save()
        self.scan.clear()
        self.about()

    def _meant(self, text: str) -> Match | None:
        """Who is meant by a number, a wristband or a seat: the first who fits. A name means nobody
        until somebody is chosen."""
        if not any(c.isdigit() for c in text):
            return None
        scan = look_up(self.hall.book, text)
        if scan.person is not None:
            return Match(scan.person, 1000, ("number",))
        fits = [m for m in self.candidates.matches if {"seat", "number"} & {*m.reasons}]
        return fits[0] if len(fits) == 1 else None

    def _take(self, match: Match, *, to_form: bool) -> None:
        searching = self.candidates.searching
        if not isinstance(match.record, ManifestLine):
            if searching or self.desk.sheet is None:
                self.edit_person(match.record.id)
            else:
                self.desk.same(match.record)
        elif not searching and self.desk.sheet is not None:
            self.desk.is_line(match.record, chosen=True)
        elif self.desk.party.sheets or to_form:
            self.desk.from_line(match.record)
        elif self.candidates.is_beside:
            self.desk.tick_along(match.record)
        else:
            self.desk.tick(match.record)
        self.who.rows.choose("")

    # -- who this may be ---------------------------------------------------------------------------

    def about(self) -> None:
        """Look who the sheet in hand may be."""
        sheet = self.desk.sheet
        if self.scan.text().strip():
            return
        if sheet is None:
            self.candidates.clear(unless_beside=True)
        else:
            self.candidates.about(sheet, self._here() | frozenset(sheet.verdicts))

    def _here(self) -> frozenset[str]:
        party = self.desk.party
        return frozenset(s.id for s in party.sheets) | frozenset(s.line for s in party.sheets)

    def _found(self) -> None:
        sheet = self.desk.sheet
        if not self.candidates.searching and sheet is not None and sheet.is_new:
            for match in self.candidates.matches:
                if isinstance(match.record, ManifestLine) and "document" in match.reasons:
                    self.desk.is_line(match.record, chosen=False)
                    break
        self._show_who()
        self.notices.refresh()
        steps, enter = self._steps, self._enter
        self._steps, self._enter = 0, None
        if steps:
            self._choose(self.who.rows.step(steps))
        if enter is not None:
            enter()

    def _choose(self, key: str) -> None:
        match = self.match(key)
        if match is not None and match.is_person:
            self.notices.saw(match.record.id)

    def match(self, key: str) -> Match | None:
        """Who stands in a row at the left."""
        return next((m for m in self.candidates.matches if m.record.id == key), None)

    def _clicked(self, key: str) -> None:
        match = self.match(key)
        if match is not None:
            self.who.rows.choose(key)
            self._choose(key)
            self._entered(self.scan.text().strip())
            self.focus_first()

    # -- showing -----------------------------------------------------------------------------------

    def _show(self) -> None:
        desk = self.desk
        sheet = desk.sheet
        if sheet is None:
            self.ready.show_saved(desk.last)
        else:
            self.form.show_sheet(sheet, desk.party, self._source, only=desk.only)
            self.form.say_check(*self.notices.check(sheet))
        self.pages.setCurrentWidget(self.ready if sheet is None else self.form)
        self.feet.setVisible(sheet is not None)
        self.keys.allow(
            may=desk.may_write, in_hand=sheet is not None,
            known=sheet is not None and not sheet.is_new, last=desk.last is not None,
        )  # fmt: skip
        self.keys.say_group(
            grouped=sheet is not None and bool(sheet.group), after=sheet is None,
            sheets=len(desk.party.sheets),
        )  # fmt: skip
        self._show_together()
        self.about()
        self.notices.refresh()

    def _show_who(self) -> None:
        now = self.hall.now()
        rows = [registration_sides.match_row(m, self.hall.book, now, self.desk.arrival)
                for m in self.candidates.matches]  # fmt: skip
        empty = self.tr("Nobody on the lists looks like this.")
        if not self.scan.text().strip() and self.desk.sheet is None:
            empty = self.tr("People on the lists appear here while you type.")
        title = self.tr("Who this may be")
        if self.candidates.is_beside:
            title = self.tr("Travels with them: here too?")
        self.who.show_rows(title, rows, empty)

    def _show_together(self) -> None:
        desk, now = self.desk, self.hall.now()
        rows = registration_sides.party_rows(desk.party, self.hall.book, now)
        key = shortcuts.key_text(self.keys.resume)
        rows += registration_sides.waiting_rows(desk.drafts.waiting, now, key)
        empty = self.tr("Who is scanned one after another becomes one family.")
        title = self.tr("Together")
        if len(desk.party.sheets) > 1:
            title = self.tr("Together: %n person(s)", "", len(desk.party.sheets))
        self.together.show_rows(title, rows, empty)
        self.together.rows.choose("" if desk.sheet is None else desk.sheet.id)

    def _source(self, name: str) -> str:
        line = self.desk.line()
        if line is None or name == "bsn":
            return self.tr("passport")
        return words.list_name(line.list)

    def _member_clicked(self, key: str) -> None:
        if key.startswith(DRAFT):
            self.desk.resume(key.removeprefix(DRAFT))
        else:
            for at, sheet in enumerate(self.desk.party.sheets):
                if sheet.id == key:
                    self.desk.turn(at)
        self.focus_first()

    def _saved(self, saved: Saved) -> None:
        self.form.fold()
        self.focus_first()
        for person in saved.persons:
            self.saved.emit(person)
        person, self.acts.then_hand_over = self.acts.then_hand_over, ""
        if person in saved.persons:
            self.handOverWanted.emit(person)
        line = self.hall.book.line(saved.ticked)
        if line is not None:
            self.candidates.beside(line, self._here())

    def _told(self, code: str, detail: str) -> None:
        self.notices.say(code, detail)
        if code == "unread":
            self.form.focus(detail)

    def _remarked(self, name: str, text: str, acts: Any) -> None:
        rows = self.form.rows[SECTION_OF.get(name, "first")]
        row = rows.row_of(self.form.fields.all[name]) if name in self.form.fields.all else ""
        if row:
            rows.remark(row, f"others:{name}", text, "attention" if len(acts) > 1 else "accent",
                        acts)  # fmt: skip

    # -- made once ---------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.ready)
        self.pages.addWidget(self.form)
        self.feet = QWidget()
        foot = kit.FlowLayout(self.feet, spacing=theme.S)
        foot.addWidget(kit.action_button(self.keys.save, kind="primary", show_key=True))
        for action in self.keys.outcomes.values():
            foot.addWidget(kit.action_button(action, show_key=True))
        foot.addWidget(kit.action_button(self.keys.group, kind="quiet", show_key=True))
        foot.addWidget(kit.action_button(self.keys.aside, kind="quiet", show_key=True))
        middle = QVBoxLayout()
        middle.setSpacing(theme.S)
        middle.addWidget(self.pages, 1)
        middle.addWidget(self.notices)  # above the keys that save: no field moves when they come
        middle.addWidget(self.feet)
        for side in (self.who, self.together):
            side.setFixedWidth(SIDE_WIDE)
        columns = QHBoxLayout()
        columns.setSpacing(theme.L)
        columns.addWidget(self.who)
        columns.addLayout(middle, 1)
        columns.addWidget(self.together)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.S)
        page.addWidget(self.scan)
        page.addLayout(columns, 1)

    def _connect(self) -> None:
        scan, desk, form = self.scan, self.desk, self.form
        scan.scanned.connect(self._scanned)
        scan.lookedFor.connect(self._looked_for)
        scan.entered.connect(self._entered)
        scan.enteredToForm.connect(lambda text: self._entered(text, to_form=True))
        scan.stepped.connect(self._stepped)
        scan.halfRead.connect(self.notices.half)
        self.candidates.found.connect(self._found)
        self.who.activated.connect(self._clicked)
        self.together.activated.connect(self._member_clicked)
        form.fields.edited.connect(desk.say)
        form.fields.leftOut.connect(lambda n: desk.change(lambda s: sheets.left_out(s, n)))
        form.needs.toggled.connect(lambda n: desk.change(lambda s: sheets.toggled_need(s, n)))
        form.needs.noted.connect(
            lambda n, text, medical: desk.change(
                lambda s: sheets.noted_need(s, n, text, medical=medical)
            )
        )
        form.group.edited.connect(
            lambda change: desk.change_party(lambda p: registration_group.changed(p, change))
        )
        form.onlyChosen.connect(desk.set_only)
        desk.changed.connect(self._show)
        desk.turned.connect(form.fold)
        desk.turned.connect(self._show_who)
        desk.saved.connect(self._saved)
        desk.failed.connect(self.notices.failed)
        desk.told.connect(self._told)
        desk.lineWanted.connect(scan.take)
        desk.drafts.changed.connect(self._show_together)
        self.others.remarked.connect(self._remarked)
        self.hall.feed.changed.connect(lambda _: self._show())
        self.hall.feed.loaded.connect(self._loaded)

    def _loaded(self) -> None:
        self.form.fields.say()
        self._show()

    def _say(self) -> None:
        said = self.tr("Scan a passport or wristband, or type a name, a seat or a number")
        self.scan.setPlaceholderText(said)
        self.scan.setAccessibleName(said)
        self.form.group.say()
        self.keys.say()
        self._show()
        self._show_who()
