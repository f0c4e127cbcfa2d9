"""The card that hands people over: a receiver with its reason, what it is told, who took them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from kcr2desk.core.repatriation import handing_done
from kcr2desk.core.repatriation.handing import is_minor_alone, proposals
from kcr2desk.core.repatriation.handing_done import Taking
from kcr2desk.core.repatriation.handing_fields import FAMILY, FIELDS, allowed, given
from kcr2desk.core.repatriation.people import HandOver, Person
from kcr2desk.desk import kit, shortcuts
from kcr2desk.desk.parts.card_parts import Rows, text
from kcr2desk.desk.parts.paper import Paper, Sheet
from kcr2desk.desk.repatriation import hand_over_words as words
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.hall_card import SAVE
from kcr2desk.desk.repatriation.hand_over_paper import receipt
from kcr2desk.desk.repatriation.hand_over_people import Line, PeopleTicks
from kcr2desk.desk.repatriation.hand_over_receiver import ReceiverRows
from kcr2desk.desk.repatriation.paper_card import PDF, PaperCard, muted_line

NAMES: Final = 136
"""Pixels of the names: those of two blocks of rows stand in one line."""


class HandOverCard(PaperCard):
    """Hands `persons` (ids) over, to one receiver at a time. `done` carries the first person."""

    KIND = "hand_over"
    SHARE = 0.48

    def __init__(self, hall: Hall, persons: Sequence[str]) -> None:
        super().__init__(hall, about=next(iter(persons), ""))
        self.persons = list(dict.fromkeys(persons))
        self.people = PeopleTicks()
        self.along = kit.InlineMessage()
        self.to = ReceiverRows()
        self.taker, self.number = text(100), text(100)
        self.gives, self.checked = muted_line(), QCheckBox()
        self.rows = Rows()
        for rows in (self.to, self.rows):
            rows.set_names_wide(NAMES)
        self.rows.add("guardian", self.checked)
        self.rows.add("taker", self.taker)
        self.rows.add("number", self.number)
        self.rows.add("gives", self.gives)
        self.rows.add("printer", self.printer_row())
        for widget in (self.people, self.along, self.to, self.rows):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self._last: tuple[str, ...] = ()
        self._make_actions()
        for name, field in (("to", self.to.to), ("taker", self.taker), ("number", self.number)):
            self.keep_field(name, field)
        self._connect()
        self.begin()

    def _make_actions(self) -> None:
        self.done_action, self._done = self.action(SAVE, self.hand_over, kind="primary")
        self.later_action, later = self.action("Ctrl+L", self.propose, icon="clock")
        self.along_action = shortcuts.command(self, "Ctrl+Shift+F", self.take_along, icon="people")
        self.undo_action, undo = self.action("Ctrl+Shift+U", self.undo, icon="undo")
        self.pdf_action, self._pdf = self.action("Ctrl+S", self._ask_pdf, icon="file")
        self.print_action, print_ = self.action("Ctrl+Alt+P", self.print_receipt, icon="print")
        for made in (self._done, later, undo, self._pdf, print_):
            self.foot.addWidget(made)

    def _connect(self) -> None:
        self.people.changed.connect(self.refresh)
        self.to.changed.connect(self._show_receiver)
        self.checked.toggled.connect(lambda _: self._show_receiver())

    def focus_first(self) -> None:
        self.to.proposal.setFocus(Qt.FocusReason.OtherFocusReason)

    def file_name(self) -> str:
        """What it is and when, and of nobody."""
        word = self.tr("hand-over")
        return f"kcr2-{word}-{self.stamp()}"

    def printers_known(self, any_: bool) -> None:
        self.print_action.setVisible(any_)

    # -- who ---------------------------------------------------------------------------------------

    @property
    def today(self) -> date:
        """The day in the Netherlands."""
        return people_words.today_at(self.now())

    def all_people(self) -> list[Person]:
        """Everybody on the card that is still here."""
        return [p for p in (self.book.person(i) for i in self.persons) if p is not None]

    def going(self) -> list[Person]:
        """Who is ticked."""
        found = (self.book.person(i) for i in self.people.ticked())
        return [p for p in found if p is not None]

    def hindrance(self, person: Person) -> str:
        """The code of why this person may not go to the receiver that is chosen, or ""."""
        return handing_done.hindrance(
            self.book, person, self.to.code(), self.today,
            guardian_checked=self.checked.isChecked(),
        )  # fmt: skip

    def take_along(self) -> None:
        """Put the rest of the family on the card."""
        self.persons += [p.id for p in handing_done.left_behind(self.book, self.all_people())]
        self.refresh()

    # -- to whom -----------------------------------------------------------------------------------

    def taking(self) -> Taking:
        """Who takes them, as it stands on the card."""
        to = self.to
        return Taking(
            to.code(), to.name(), to.municipality(), self.taker.text().strip(),
            self.number.text().strip(),
        )  # fmt: skip

    def _offer(self) -> None:
        """The proposals for everybody on the card who waits."""
        waiting = [p for p in self.all_people() if not handing_done.is_handed_over(self.book, p)]
        found = [each for person in waiting for each in proposals(self.book, person, self.today)]
        self.to.offer(self.book, found)

    def _show_receiver(self) -> None:
        """What depends on the receiver: the fields it wants, and what it is given."""
        self.to.show_wanted()
        alone = [p for p in self.all_people() if is_minor_alone(self.book, p, self.today)]
        named = [name for p in alone if (name := people_words.guardian(self.book, p))]
        said = self.tr("I have checked who the guardian is: {name}")
        self.checked.setText(said.replace("{name}", ", ".join(named)))
        self.rows.show_row("guardian", self.to.code() == FAMILY and bool(named))
        self._show_people()
        self._show_given()

    def _show_people(self) -> None:
        lines = []
        for person in self.all_people():
            hinders = self.hindrance(person) if self.to.code() else ""
            gone = handing_done.done(self.book, person)
            note, tone = "", "muted"
            if hinders and hinders != "already":
                note, tone = words.hindrance(hinders), "attention"
            elif gone:
                note, tone = words.gone(self.book, gone[-1], self.now()), "good"
            lines.append(Line(person.id, words.called(person), note, tone, fixed=bool(hinders)))
        self.people.show_lines(lines)
        self._allow()

    def _show_given(self) -> None:
        """Say what the receiver is told, and that it is told no more."""
        choice = self.book.choice("receiver", self.to.code())
        going, role = self.going(), self.hall.role
        self.rows.show_row("gives", choice is not None and bool(going))
        if choice is None or not going:
            return
        told = {n for p in going for n in given(self.book, p, choice, role)}
        may = {n for p in going for n in allowed(p, choice, self.book.operation, role)}
        if not may and choice.fields:
            self.gives.setText(self.tr("nothing: they did not say that relatives may be told"))
        elif not told:
            self.gives.setText(self.tr("nothing"))
        else:
            named = ", ".join(words.field(n) for n in FIELDS if n in told)
            self.gives.setText(self.tr("{fields}; nothing else").replace("{fields}", named))

    # -- doing -------------------------------------------------------------------------------------

    def hand_over(self) -> None:
        """They go, now."""
        if not self.busy and not self._trouble(now=True):
            self._write(now=True)

    def propose(self) -> None:
        """Note who is to take them; they go later."""
        if not self.busy and not self._trouble(now=False):
            self._write(now=False)

    def _trouble(self, *, now: bool) -> bool:
        """Say what is missing, and go where it can be filled in."""
        taking = self.taking()
        if not taking.receiver:
            self.told.tell(self.tr("Choose who takes them."), "attention")
            self.to.receiver.setFocus(Qt.FocusReason.OtherFocusReason)
        elif taking.receiver == "municipality" and not taking.municipality:
            self.told.tell(self.tr("Choose the municipality."), "attention")
            self.to.town.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.going():
            self.told.tell(self.tr("Nobody who can go there is ticked."), "attention")
        elif now and not taking.taken_by and taking.receiver != "own_means":
            self.told.tell(self.tr("Note the name of who takes them."), "attention")
            self.taker.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def _write(self, *, now: bool) -> None:
        going, taking = self.going(), self.taking()
        if now and not taking.receipt:
            number = handing_done.receipt_number(self.book, going[0])
            taking = Taking(
                taking.receiver, taking.to, taking.municipality, taking.taken_by, number
            )
        at = self.now() if now else None
        changes = handing_done.handing(
            self.book, going, taking, at, self.hall.role, self.cache.new_id
        )
        ids = [person.id for person in going]
        town = taking.to if taking.municipality else ""  # elsewhere that may name a person
        detail = f"{taking.receiver} {town}".strip()

        def saved(_changeset: str) -> None:
            self._last = tuple(change.id for change in changes)
            if now:
                self.hall.viewed.saw(ids, "hand_over", detail=detail)
            self.taker.clear()
            self.number.clear()
            self._say_done(taking, len(ids), now=now)
            self.done.emit(ids[0])

        self.save(changes, saved)

    def _say_done(self, taking: Taking, many: int, *, now: bool) -> None:
        said = self.tr("Handed over to {receiver}: {n}.") if now else self.tr(
            "Noted for {receiver}: {n}."
        )  # fmt: skip
        receiver = words.taken_by(self.book, taking.receiver, taking.to)
        said = said.replace("{receiver}", receiver).replace("{n}", str(many))
        self.told.tell(said, "good")

    def undo(self) -> None:
        """Undo what was done last here, else the last hand-over of everybody on the card."""
        records = self._to_undo()
        if records and not self.busy:
            self._last = ()
            self.save(handing_done.cancelling(records), lambda _: self._say_undone())

    def _to_undo(self) -> list[HandOver]:
        if self._last:
            found = [self.book.get("handover", i) for i in self._last]
            return [each for each in found if isinstance(each, HandOver)]
        last = [handing_done.done(self.book, person)[-1:] for person in self.all_people()]
        return [each for one in last for each in one]

    def _say_undone(self) -> None:
        self.told.tell(self.tr("Undone: it stays in the history as cancelled."))

    # -- the receipt -------------------------------------------------------------------------------

    def gone(self) -> list[tuple[Person, HandOver]]:
        """Who of the card went, to the receiver that took people last."""
        found = [(p, h) for p in self.all_people() for h in handing_done.done(self.book, p)]
        if not found:
            return []
        last = max(
            (h for _, h in found), key=lambda h: (h.handed_at is not None, h.handed_at, h.id)
        )
        return [(p, h) for p, h in found if (h.receiver, h.to) == (last.receiver, last.to)]

    def sheet(self) -> Sheet:
        """The receipt of what was done."""
        made_by = self.me.display_name
        return receipt(self.book, self.gone(), self.now(), role=self.hall.role, made_by=made_by)

    def print_receipt(self) -> None:
        """Print the receipt on the printer that is chosen."""
        sheet = self.sheet()
        self.print_pages(sheet, lambda told: Paper(sheet, told), self._noting())

    def save_pdf(self, path: Path) -> None:
        """Write the receipt as a PDF."""
        sheet = self.sheet()
        self.write_file(path, lambda told: Paper(sheet).pdf(told), self._noting())

    def _noting(self) -> Callable[[], object]:
        """What notes for the auditor who is on the receipt as it is now."""
        ids = [p.id for p, _ in self.gone()]
        return lambda: self.hall.viewed.saw(ids, "print", detail="receipt")

    def _ask_pdf(self) -> None:
        self.ask_file("pdf", PDF, self.save_pdf)

    # -- words -------------------------------------------------------------------------------------

    def say(self) -> None:
        self.title.setText(self.tr("Hand over"))
        self.to.say_words()
        self.rows.say(
            {
                "guardian": self.tr("Guardian"), "taker": self.tr("Taken by"),
                "number": self.tr("Receipt"), "gives": self.tr("They get"),
                "printer": self.tr("Printer"),
            }
        )  # fmt: skip
        self.number.setPlaceholderText(self.tr("a number of their own, else one is given"))
        self.taker.setPlaceholderText(self.tr("name of who takes them over"))
        self.done_action.setText(self.tr("Handed over, now"))
        self.later_action.setText(self.tr("Note for later"))
        self.along_action.setText(self.tr("Take the rest of the family along"))
        self.undo_action.setText(self.tr("Undo"))
        self.pdf_action.setText(self.tr("Receipt as PDF…"))
        self.print_action.setText(self.tr("Print the receipt"))
        self.say_printer()

    def refresh(self) -> None:
        """Show who is on the card, who may take them, and what they are told."""
        self._offer()
        many = len(self.all_people())
        one = self.all_people()[0] if many == 1 else None
        said = self.tr("{n} people").replace("{n}", str(many))
        self.subtitle.setText(said if one is None else words.called(one))
        self._show_receiver()
        behind = handing_done.left_behind(self.book, self.all_people())
        if behind:
            told = self.tr("%n of the family stay here.", "", len(behind))
            key = shortcuts.key_text(self.along_action)
            word = self.tr("Take them along")
            take = (f"{word}  {key}", self.take_along)
            self.along.tell(told, "attention", [take], closable=False)
        self.along.setVisible(bool(behind))
        self.along_action.setEnabled(bool(behind))
        self._allow()

    def _allow(self) -> None:
        gone = bool(self.gone())
        for action in (self.pdf_action, self.print_action):
            action.setEnabled(gone)
        self.rows.show_row("printer", gone)
        self.undo_action.setEnabled(gone or bool(self._last))
        rest = any(not handing_done.is_handed_over(self.book, p) for p in self.going())
        kit.set_kind(self._done, "primary" if rest or not gone else "")
        kit.set_kind(self._pdf, "" if rest or not gone else "primary")
        self.done_action.setEnabled(bool(self.people.ticked()))
        self.later_action.setEnabled(bool(self.people.ticked()))
