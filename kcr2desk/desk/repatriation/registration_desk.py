"""The registrar's desk behind the screen: the party in hand, what is scanned, ticked and saved.

Nothing is drawn here. Views call what the officer does and show `party` when `changed` says so.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtCore import QObject, Signal

from kcr2desk.core.repatriation import registering as sheets
from kcr2desk.core.repatriation import registering_changes, registering_family
from kcr2desk.core.repatriation.people import ManifestLine, Person
from kcr2desk.core.repatriation.registering import Party, Sheet
from kcr2desk.core.text import Json, name_key
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.repatriation import registration_saving as saving
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.registration_drafts import Drafts
from kcr2desk.desk.repatriation.registration_passport import of_passport
from kcr2desk.desk.repatriation.registration_saving import Saved
from kcr2desk.exchange.mrz import Mrz, read_mrz

WRITERS: Final = ("lead", "registrar")
REMEMBERED: Final = 50
"""Parties that this desk can go back to, one by one."""


class RegistrationDesk(QObject):
    """One desk. All of it runs in the UI thread; saving goes to the work thread."""

    changed = Signal()
    """The party in hand, or which sheet of it, differs."""

    turned = Signal()
    """Another sheet is in hand."""

    saved = Signal(object)
    """`Saved`: a party is safe on this workstation."""

    failed = Signal(object)
    """An exception: nothing was saved."""

    lineWanted = Signal(str)
    """What stood in the scan line of a draft that is taken up again."""

    told = Signal(str, str)
    """A code of what the officer should know, and a detail."""

    def __init__(self, hall: Hall, parent: QObject) -> None:
        super().__init__(parent)
        self._hall = hall
        self.arrival = ""
        self.party = Party()
        self.only = False
        """What families share is said for the sheet in hand alone."""
        self._joining = False
        self._back: deque[tuple[str, ...]] = deque(maxlen=REMEMBERED)
        self._at_back = -1
        self.drafts = Drafts(hall, self)
        self.saver = saving.Saver(hall, self)
        self.saver.saved.connect(self._saved)
        self.saver.undone.connect(self._undone)
        self.saver.failed.connect(self._lost)
        self.drafts.failed.connect(self.failed)

    @property
    def sheet(self) -> Sheet | None:
        """The sheet in hand."""
        return self.party.sheet

    @property
    def may_write(self) -> bool:
        """Whether this officer registers people in this operation, and its term still runs."""
        return self._hall.role in WRITERS and not self._hall.book.is_over

    @property
    def last(self) -> Saved | None:
        """What was saved last."""
        return self.saver.last

    @property
    def name(self) -> str:
        """What this desk is called in the operation."""
        mine = name_key(self._hall.me.account)
        found = (m.desk for m in self._hall.book.members if name_key(m.account) == mine and m.desk)
        return next(found, self._hall.me.device_code)

    def line(self) -> ManifestLine | None:
        """The line of a list that the sheet in hand is ticked on."""
        sheet = self.sheet
        return None if sheet is None or not sheet.line else self._hall.book.line(sheet.line)

    def today(self) -> date:
        return people_words.today_at(self._hall.now())

    # -- beginning a sheet -------------------------------------------------------------------------

    def scan(self, text: str) -> Mrz:
        """A passport: of the sheet in hand when that has none, else of the next in the family."""
        mrz = read_mrz(text, self.today())
        if not mrz:
            self.told.emit("unreadable", "")
            return mrz
        read = of_passport(mrz, self._hall.book.operation)
        for at, each in enumerate(self.party.sheets):
            if sheets.same_document(each, read.number, read.country):
                self.turn(at)
                self.told.emit("again", "")
                return mrz
        sheet = self._sheet_for_scan()
        self._become(
            self.party.put(
                sheets.scanned(sheet, read.fields, mrz.wrong, read.corrections, read.found)
            ),
            turned=True,
        )
        if mrz.names_truncated:
            self.told.emit("truncated", "")
        return mrz

    def _sheet_for_scan(self) -> Sheet:
        sheet = self.sheet
        if sheet is not None and not self._joining:
            has_none = not (sheet.scanned or sheet.text("document_number"))
            if has_none and not sheet.values["no_document"]:
                return sheet
        return self._next_sheet()

    def _next_sheet(self, **values: Json) -> Sheet:
        """An empty sheet at the end of the party, in its group when there is somebody in hand."""
        joining = self.sheet is not None
        party = self.party.turned(len(self.party.sheets)) if joining else self.party
        party = party.joined(sheets.fresh(self._hall.cache.new_id(), **values))
        if joining:
            party = registering_family.grouped(party, self._hall.cache.new_id)
        self.party, self._joining = party, False
        made = party.sheet
        assert made is not None
        return made

    def begin(self, name: str = "", *, no_document: bool = False) -> None:
        """Somebody new, by the name that was said; in a row with who is in hand."""
        sheet = self.sheet
        if sheet is None or self._joining or not sheets.is_empty(sheet):
            sheet = self._next_sheet()
        given: dict[str, Json] = {"no_document": no_document}
        if name:
            given["spoken_name"] = name
        sheet = replace(sheet.with_values(**given), said=sheet.said | given.keys())
        self._become(self.party.put(sheet), turned=True)

    def from_line(self, line: ManifestLine) -> None:
        """Somebody of a list, into the form."""
        sheet = self.sheet
        if sheet is None or self._joining or not sheets.is_empty(sheet):
            sheet = self._next_sheet()
        sheet = sheets.taken(sheets.with_line(sheet, line, chosen=True), line)
        self._become(self.party.put(sheet), turned=True)

    def is_line(self, line: ManifestLine, *, chosen: bool) -> None:
        """The sheet in hand is this line of a list: by the officer, or by its document."""
        sheet = self.sheet
        if sheet is None or (not chosen and (sheet.line or not sheet.is_new)):
            return
        self._become(self.party.put(sheets.with_line(sheet, line, chosen=chosen)))

    def open(self, persons: Sequence[str], *, joining: bool = False) -> bool:
        """People who were registered before, at whatever desk. False when they are not here."""
        found = [p for p in map(self._hall.book.person, persons) if p is not None]
        if not found:
            return False
        self.set_aside()
        kept = self.drafts.of_person(found[0].id)
        if kept and not joining:
            self.resume(kept)
        else:
            made = tuple(self._sheet_of(person) for person in found)
            self._joining = joining
            self._become(Party(sheets=made, at=0), turned=True)
        self._hall.viewed.saw([p.id for p in found])
        return True

    def _sheet_of(self, person: Person) -> Sheet:
        needs = self._hall.book.needs(person.id)
        return sheets.of_person(person, registering_changes.noted(needs))

    # -- writing on it -----------------------------------------------------------------------------

    def say(self, name: str, value: Json, unread: str = "") -> None:
        """A field of the sheet in hand was filled."""
        if self.sheet is None:
            self._next_sheet()
        party = registering_family.said(self.party, name, value, only=self.only)
        sheet = party.sheet
        assert sheet is not None
        rest = {n: text for n, text in sheet.unread.items() if n != name}
        sheet = replace(sheet, unread={**rest, name: unread} if unread else rest)
        if name == "guardian_name":
            sheet = sheet.with_values(guardian=self._guardian(str(value or "")))
        self._become(party.put(sheet))

    def _guardian(self, text: str) -> str:
        """The id of who is meant, when a number of somebody here was typed."""
        found = self._hall.book.by_number(text)
        return found[0].id if len(found) == 1 else ""

    def set_only(self, only: bool) -> None:
        """What families share is said for the sheet in hand alone, or for all of them."""
        if only != self.only:
            self.only = only
            self.changed.emit()

    def change(self, change: Callable[[Sheet], Sheet]) -> None:
        """Change the sheet in hand."""
        sheet = self.sheet
        if sheet is not None:
            self._become(self.party.put(change(sheet)))

    def change_party(self, change: Callable[[Party], Party]) -> None:
        """Change the party in hand."""
        self._become(change(self.party))

    def turn(self, at: int) -> None:
        """Take another sheet of the party in hand."""
        if 0 <= at < len(self.party.sheets):
            self._become(self.party.turned(at), turned=True)

    def settle_check(self, name: str, *, take: bool) -> None:
        """The correction of a field is taken, or what stands there is right as it is."""
        sheet = self.sheet
        if sheet is not None:
            if not take:
                rest = {n: c for n, c in sheet.corrections.items() if n != name}
                sheet = replace(sheet, corrections=rest)
            self._become(self.party.put(sheets.corrected(sheet, name)))

    def judge(self, other: str, verdict: str) -> None:
        """Another person is not this one, or that is decided later, by the hall lead."""
        self.change(lambda s: replace(s, verdicts={**s.verdicts, other: verdict}))

    def same(self, person: Person) -> None:
        """The sheet in hand is of somebody who is registered: what was typed completes that one, so
        that nobody is there twice. Of two who are kept already a link says that they are one."""
        sheet = self.sheet
        if sheet is None:
            return
        if not sheet.is_new:
            self.judge(person.id, "same")
            return
        there = self._sheet_of(person)
        blank = sheets.fresh("").values
        more = {
            n: v for n, v in sheet.values.items()
            if there.values[n] == blank[n] and v != blank[n] and n not in ("minor_alone", "group")
        }  # fmt: skip
        found = tuple(
            there.with_values(**more) if each.id == sheet.id else each for each in self.party.sheets
        )
        self._hall.viewed.saw([person.id])
        self._become(replace(self.party, sheets=found), turned=True)

    def drop(self) -> None:
        """Throw the sheet in hand away, if it is of somebody new."""
        sheet = self.sheet
        if sheet is not None and sheet.is_new:
            left = self.party.without(sheet.id)
            self._become(left if left.sheets else Party(), turned=True)

    def turn_group(self) -> None:
        """A new group from here on, or together with who came before after all. After saving: who
        comes now goes with those."""
        sheet = self.sheet
        if sheet is None:
            if self.last is not None:
                self.open(self.last.persons, joining=True)
        elif sheet.group:
            self._become(registering_family.on_its_own(self.party))
        else:
            self._become(registering_family.grouped(self.party, self._hall.cache.new_id))

    def put_typed(self, text: str) -> None:
        """What stands in the scan line belongs to the draft."""
        self.drafts.keep(self.party, text)

    def _become(self, party: Party, *, turned: bool = False) -> None:
        before = self.sheet
        self.party = registering_family.settled(party, self._hall.book, self.today())
        if turned or before is None or self.sheet is None or before.id != self.sheet.id:
            self.only = False
            self.turned.emit()
        self.drafts.keep(self.party, "")
        self.changed.emit()

    # -- setting aside, saving, going back ---------------------------------------------------------

    def set_aside(self) -> None:
        """An empty form; what was typed is kept and offered again."""
        if self.party.sheets:
            self.drafts.let_go()
            self.party, self._joining = Party(), False
            self.turned.emit()
            self.changed.emit()

    def resume(self, draft: str) -> None:
        """Take up what was set aside; what is in hand is set aside for it."""
        self.set_aside()
        found = self.drafts.take_up(draft)
        if found is not None:
            self._become(found[0], turned=True)
            self.lineWanted.emit(found[1])

    def outcome(self, code: str) -> None:
        """How it ended for the sheet in hand; who is alone at the desk is saved by it."""
        sheet = self.sheet
        if sheet is None:
            sheet = self._next_sheet()
        self.party = self.party.put(replace(sheet, outcome=code))
        if len(self.party.sheets) == 1:
            self.save()
        else:
            self._become(self.party)

    def tick(self, line: ManifestLine, outcome: str = "") -> None:
        """Somebody of a list stands here: registered in one go."""
        self.from_line(line)
        sheet = self.sheet
        if sheet is not None and len(self.party.sheets) == 1:
            self.party = self.party.put(replace(sheet, outcome=outcome))
            self.save(ticked=line.id)

    def tick_along(self, line: ManifestLine) -> None:
        """Somebody who travels with who was ticked a moment ago: registered, in one group."""
        if self.last is None or not self.open(self.last.persons, joining=True):
            self.tick(line)
            return
        self.from_line(line)
        self.save(ticked=line.id)

    def save(self, *, ticked: str = "") -> None:
        """Save the party: who has no outcome yet is registered."""
        hall = self._hall
        if self.saver.busy or not self.party.sheets:
            return
        if not self.may_write:
            self.told.emit("over" if self._hall.role in WRITERS else "role", "")
            return
        for at, sheet in enumerate(self.party.sheets):
            if sheet.unread:
                self.turn(at)
                self.told.emit("unread", next(iter(sheet.unread)))
                return
        kept = tuple(s for s in self.party.sheets if s.outcome or not sheets.is_empty(s))
        if not kept:
            self.told.emit("empty", "")
            return
        party = registering_family.settled(
            replace(self.party, sheets=kept), hall.book, self.today()
        )
        self.saver.save(party, self.arrival, self.name, self.drafts.id, ticked)

    def _saved(self, saved: Saved) -> None:
        self._back.append(saved.persons)
        self._at_back = -1
        self.party, self._joining = Party(), False
        self.drafts.begin()
        self.turned.emit()
        self.changed.emit()
        self.saved.emit(saved)

    def _lost(self, error: Exception) -> None:
        self.drafts.keep(self.party, "")
        self.failed.emit(error)

    def _undone(self, last: Saved) -> None:
        if self._back and self._back[-1] == last.persons:
            self._back.pop()
        self.set_aside()
        if last.ticked:
            self.changed.emit()
        else:
            self._become(saving.anew(last.party, self._hall.cache.new_id), turned=True)
        self.told.emit("undone", "")

    def go_back(self) -> bool:
        """Open who was registered here before; again: who came before those. False: nobody."""
        if not self._back:
            mine = [p for p in self._hall.book.persons() if p.desk == self.name]
            self._back.extend((p.id,) for p in mine[-REMEMBERED:])
        if not self._back:
            return False
        self._at_back = max(self._at_back - 1, -len(self._back)) if self.sheet else -1
        return self.open(self._back[self._at_back])
