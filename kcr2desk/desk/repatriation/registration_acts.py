"""What the keys of the registration desk do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcr2desk.core.repatriation import registering as sheets
from kcr2desk.core.repatriation.people import ManifestLine

if TYPE_CHECKING:
    from kcr2desk.desk.repatriation.registration import RegistrationView


class Acts(QObject):
    """One method a key."""

    def __init__(self, view: RegistrationView) -> None:
        super().__init__(view)
        self._view, self._desk = view, view.desk
        self.then_hand_over = ""
        """Who is handed over once saved."""

    def save(self) -> None:
        """Save the party; who has no outcome is registered."""
        self._view.notices.clear()
        self._desk.save()

    def no_document(self) -> None:
        """Somebody without a document: the name as it is spoken comes next."""
        name = (
            ""
            if any(c.isdigit() for c in self._view.scan.text())
            else self._view.scan.text().strip()
        )
        self._view.scan.clear()
        self._desk.begin(name, no_document=True)
        self._view.form.fields.focus("spoken_name")

    def end(self, outcome: str) -> None:
        """How it ended, by one key: for who is chosen at the left, else for the sheet in hand."""
        match = self._view.match(self._view.who.rows.chosen())
        text = self._view.scan.text().strip()
        if match is not None and isinstance(match.record, ManifestLine) and text:
            self._desk.tick(match.record, outcome)
        else:
            if text:
                self._desk.begin(text)
            self._desk.outcome(outcome)
        self._view.scan.clear()
        self._view.about()
        self._view.focus_first()

    def turn_group(self) -> None:
        """A new group from here, or together with who came before."""
        self._desk.turn_group()
        self._view.focus_first()

    def set_aside(self) -> None:
        """An empty form; what was typed waits."""
        self._desk.set_aside()
        self._view.focus_first()

    def resume_last(self) -> None:
        """Go on with what was set aside last."""
        if self._desk.drafts.waiting:
            self._desk.resume(self._desk.drafts.waiting[0].id)
            self._view.focus_first()

    def drop(self) -> None:
        """Throw the sheet in hand away; it can be brought back."""
        before = self._desk.party
        self._desk.drop()
        self._view.notices.dropped(lambda: self._desk.change_party(lambda _: before))
        self._view.focus_first()

    def go_back(self) -> None:
        """Open who was registered here before."""
        if not self._desk.go_back():
            self._view.notices.say("nobody", "")
        self._view.focus_first()

    def open_section(self, name: str) -> None:
        """Open a section of the form, or close it."""
        self._view.form.open(name)

    def print(self) -> None:
        """A wristband of who is in hand, or of all who were saved last."""
        persons = [*self._meant_persons()]
        if persons:
            self._view.printWanted.emit(persons)

    def hand_over(self) -> None:
        """Hand over who is in hand; somebody new is saved first."""
        sheet = self._desk.sheet
        if sheet is not None and sheets.is_changed(sheet):
            self.then_hand_over = sheet.id
            self.save()
        else:
            for person in self._meant_persons()[:1]:
                self._view.handOverWanted.emit(person)

    def show_person(self) -> None:
        """All that is known of who is in hand."""
        for person in self._meant_persons()[:1]:
            self._view.personWanted.emit(person)

    def _meant_persons(self) -> Sequence[str]:
        sheet = self._desk.sheet
        if sheet is not None:
            return () if sheet.is_new else (sheet.id,)
        return () if self._desk.last is None else self._desk.last.persons

    def settle_check(self, *, take: bool) -> None:
        """Take the first correction that is offered, or say that what stands there is right."""
        sheet = self._desk.sheet
        name = "" if sheet is None else self._view.notices.next_check(sheet)
        if name:
            self._desk.settle_check(name, take=take)

    def judge(self, verdict: str) -> None:
        """The same person, another one, or later."""
        likely = self._view.notices.likely
        if likely is None or self._desk.sheet is None:
            return
        if verdict == "same":
            self._desk.same(likely)
        else:
            self._desk.judge(likely.id, verdict)
        self._view.about()
        self._view.notices.refresh()

    def not_alone(self) -> None:
        """A minor who is alone no more."""
        self._desk.say("minor_alone", False)

    def turn_only(self) -> None:
        """What families share: for this person only, or for all of them."""
        self._desk.set_only(not self._desk.only)
