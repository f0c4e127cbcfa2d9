"""The card that takes a list of people out: of whom, for whom, why, and only then where to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt

from kcr2desk.core.repatriation.handing_fields import FIELDS, allowed
from kcr2desk.core.repatriation.handing_lists import (
    KINDS,
    THESE,
    lists_by,
    may_have_list,
    parted,
)
from kcr2desk.core.repatriation.operation import Choice as Word
from kcr2desk.core.repatriation.people import Person
from kcr2desk.desk import kit
from kcr2desk.desk.parts.card_parts import Rows, beside, text
from kcr2desk.desk.parts.form_parts import Choice
from kcr2desk.desk.parts.paper import Paper, Sheet
from kcr2desk.desk.parts.paper_job import Told
from kcr2desk.desk.parts.paper_view import PagesView
from kcr2desk.desk.repatriation import hand_over_words as words
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.repatriation.export_rows import (
    Listed,
    people_list,
    people_pfif,
    people_sheet,
)
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.hall_card import SAVE
from kcr2desk.desk.repatriation.paper_card import PDF, PaperCard, muted_line

translate = QCoreApplication.translate

FORMATS: Final = {"pdf": PDF, "xlsx": "Excel (*.xlsx)", "xml": "PFIF (*.xml)"}
"""What a list goes out as, by the ending of its file."""

MOST: Final = 3
"""Pages that are shown before they go out."""

FIRST: Final = 60
"""People who are laid out to fill them."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to go out: who is told of, and who is left out."""

    receiver: Word
    told: tuple[Person, ...]
    left: tuple[Person, ...]
    title: str


class ExportCard(PaperCard):
    """A list of `persons` (ids), or of everybody with something in common. `done` carries how many
    were on it."""

    SHARE = 0.58
    """Of the panel's width: a list is a page on its side."""

    def __init__(self, hall: Hall, persons: Sequence[str] = ()) -> None:
        super().__init__(hall)
        self.persons = tuple(persons)
        self.kind, self.which, self.receiver = kit.KeyChoice(), Choice(), Choice()
        self.format = kit.KeyChoice()
        self.reason = text(500)
        self.gives = muted_line()
        self.rows = Rows()
        self.rows.add("kind", self.kind)
        self.rows.add("which", beside(self.which))
        self.rows.add("receiver", beside(self.receiver))
        self.rows.add("gives", self.gives)
        self.rows.add("reason", self.reason)
        self.rows.add("format", self.format)
        self.rows.add("printer", self.printer_row())
        self.preview = PagesView()
        self.preview.setMinimumHeight(200)
        self.empty = kit.EmptyState("list")
        self.column.addWidget(self.rows)
        self.column.addWidget(self.preview, 1)
        self.column.addWidget(self.empty, 1)
        self.save_action, save = self.action(f"{SAVE}|Ctrl+S", self.ask, kind="primary")
        self.print_action, print_ = self.action("Ctrl+Alt+P", self.print_list, icon="print")
        self.foot.addWidget(save)
        self.foot.addWidget(print_)
        self._shown: object = None
        self._say_kinds()
        self.kind.set_value(THESE if self.persons else "municipality")
        self.format.set_value("pdf")
        self.kind.chosen.connect(lambda _: self._chose_kind())
        self.which.chosen.connect(lambda _: self._chose_which())
        self.receiver.chosen.connect(lambda _: self.refresh())
        self.begin()
        self._chose_kind()

    def focus_first(self) -> None:
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def file_name(self) -> str:
        """What it is and when; not of whom, nor for what need."""
        word = self.tr("list")
        return f"kcr2-{word}-{self.stamp()}"

    def printers_known(self, any_: bool) -> None:
        self.print_action.setVisible(any_)

    # -- who and for whom --------------------------------------------------------------------------

    def lists(self) -> dict[str, list[Person]]:
        """People by the codes of the kind that is chosen."""
        kind = self.kind.value()
        if kind == THESE:
            found = (self.book.person(i) for i in self.persons)
            return {THESE: [p for p in found if p is not None]}
        return lists_by(self.book, kind, people_words.today_at(self.now()))

    def _code(self) -> str:
        return THESE if self.kind.value() == THESE else self.which.choice()

    def chosen(self) -> Chosen | None:
        """What is to go out; None while it is not chosen, or the receiver may not have it."""
        receiver = self.book.choice("receiver", self.receiver.choice())
        code = self._code()
        people = self.lists().get(code)
        if receiver is None or people is None:
            return None
        if not may_have_list(self.book, self.kind.value(), code, receiver):
            return None
        told, left = parted(self.book, people, receiver, self.hall.role)
        return Chosen(receiver, tuple(told), tuple(left), self._title(code))

    def listed(self, chosen: Chosen) -> Listed:
        """The list as it goes out."""
        return Listed(
            chosen.title, chosen.told, chosen.receiver, self.hall.role, self.me.display_name,
            self.now(),
        )  # fmt: skip

    def _title(self, code: str) -> str:
        return self.tr("Persons") if code == THESE else self._named(code)

    def _named(self, code: str) -> str:
        match self.kind.value():
            case "municipality":
                said = self.tr("Municipality {name}")
                return said.replace("{name}", people_words.municipality(code))
            case "receiver":
                receiver, _, to = code.partition("/")
                town = people_words.municipality(to) if to.startswith("GM") else words.country(to)
                return words.taken_by(self.book, receiver, town)
            case "station":
                return people_words.station(self.book, code)
            case _:
                return people_words.choice(self.book, "need", code)

    def _chose_kind(self) -> None:
        self._offer_which()
        options = self.lists()
        if self.which.choice() not in options:
            self.which.set_choice(next(iter(options), ""))
        self._chose_which()

    def _chose_which(self) -> None:
        """Whom the list is for follows from what it is of, where that says it."""
        kind, code = self.kind.value(), self._code()
        if kind == "municipality":
            self.receiver.set_choice("municipality")
        elif kind == "receiver":
            self.receiver.set_choice(code.partition("/")[0])
        self.refresh()

    def _offer_which(self) -> None:
        if self.kind.value() == THESE:
            return
        self.which.set_choices(
            [
                kit.FilterOption(code, self._named(code), str(len(people)))
                for code, people in self.lists().items()
            ]
        )

    # -- out ---------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask where the file is to be, once it is said why."""
        if self._ready() is not None:
            ending = self.format.value()
            self.ask_file(ending, FORMATS[ending], self.save_file)

    def save_file(self, path: Path) -> None:
        """Write the file, and note who was in it, for whom and why."""
        chosen = self._ready()
        if chosen is None:
            return
        ending = self.format.value()
        make = self._maker(self.listed(chosen), ending)
        noted, told = self._noting(chosen, "export", ending), self._telling(chosen)
        self.write_file(path, make, noted, told)

    def _maker(self, listed: Listed, ending: str) -> Callable[[Told], bytes]:
        """What makes the file away from the screen, of what is in the book now."""
        if ending == "pdf":
            sheet = people_sheet(self.book, listed)
            return lambda told: _pdf(sheet, told)
        if ending == "xml":
            written = people_pfif(self.book, listed, self.me.hub_url)
            return lambda _told: written()
        content = people_list(self.book, listed)

        def make(_told: Told) -> bytes:
            from kcr2desk.exchange.person_lists import workbook

            return workbook(content)

        return make

    def print_list(self) -> None:
        """Print the list, once it is said why."""
        chosen = self._ready()
        if chosen is None:
            return
        sheet = people_sheet(self.book, self.listed(chosen))
        noted, told = self._noting(chosen, "print", "paper"), self._telling(chosen)
        self.print_pages(sheet, lambda tell: Paper(sheet, tell), noted, told)

    def _noting(self, chosen: Chosen, what: str, form: str) -> Callable[[], object]:
        """What notes for the auditor who is on the list, for whom, and why as it is said now."""
        ids, reason = [person.id for person in chosen.told], self.reason.text().strip()
        detail = f"{form} {len(ids)} {chosen.receiver.code} {self.kind.value()}"
        return lambda: self.hall.viewed.saw(ids, what, reason, detail)

    def _telling(self, chosen: Chosen) -> Callable[[], object]:
        return lambda: self.done.emit(str(len(chosen.told)))

    def _ready(self) -> Chosen | None:
        """What goes out, or None after saying what is missing."""
        chosen = self.chosen()
        if chosen is None:
            self.told.tell(self.tr("Choose a list, and somebody who may have it."), "attention")
            self.receiver.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not chosen.told:
            self.told.tell(self.tr("Nobody on this list may be told of."), "attention")
        elif not self.reason.text().strip():
            self.told.tell(self.tr("Say why: the auditor reads it."), "attention")
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return chosen
        return None

    # -- words -------------------------------------------------------------------------------------

    def say(self) -> None:
        self.title.setText(self.tr("Take a list out"))
        self.rows.say(
            {
                "kind": self.tr("By"), "which": self.tr("Which"), "receiver": self.tr("For"),
                "gives": self.tr("They get"), "reason": self.tr("Reason"),
                "format": self.tr("As"), "printer": self.tr("Printer"),
            }
        )  # fmt: skip
        self.reason.setPlaceholderText(self.tr("why it goes out, for the auditor"))
        self.save_action.setText(self.tr("Save…"))
        self.print_action.setText(self.tr("Print"))
        self.preview.setAccessibleName(self.tr("The list as it goes out"))
        language = people_words.language()
        self.receiver.set_choices(
            [
                kit.FilterOption(c.code, c.name_in(language))
                for c in self.book.choices("receiver")
                if c.fields
            ]
        )
        self._say_kinds()
        self._offer_which()
        self.say_printer()

    def _say_kinds(self) -> None:
        said = {
            THESE: self.tr("These: {n}").replace("{n}", str(len(self.persons))),
            "municipality": self.tr("Municipality"),
            "receiver": self.tr("Receiver"),
            "station": self.tr("Station"),
            "need": self.tr("Need"),
        }
        self.format.set_options(
            [
                kit.Option("pdf", "PDF", "p"),
                kit.Option("xlsx", "Excel", "x"),
                kit.Option("xml", "PFIF", "f"),
            ]
        )
        keys = dict(zip(KINDS, "tmrsn", strict=True))
        shown = KINDS if self.persons else KINDS[1:]
        self.kind.set_options([kit.Option(k, said[k], keys[k]) for k in shown])

    def refresh(self) -> None:
        """Show what would go out now."""
        self.rows.show_row("which", self.kind.value() != THESE)
        chosen = self.chosen()
        self._say_given(chosen)
        many = 0 if chosen is None else len(chosen.told)
        meant = len(self.lists().get(self._code(), ())) if chosen is None else many
        self.subtitle.setText(translate("ExportCard", "%n people", None, meant))
        for action in (self.save_action, self.print_action):
            action.setEnabled(many > 0)
        key = None if chosen is None else (chosen, people_words.language())
        if key != self._shown:
            self._shown = key
            paper = None
            if chosen is not None and chosen.told:
                first = replace(self.listed(chosen), people=chosen.told[:FIRST], many=many)
                paper = Paper(people_sheet(self.book, first))
            self.preview.show_pages(paper, 0, MOST)
        self.rows.show_row("gives", bool(self.gives.text()))
        self.preview.setVisible(many > 0)
        self.empty.setVisible(not many)
        if not many:
            self._say_empty(chosen)

    def _say_empty(self, chosen: Chosen | None) -> None:
        """Say why there is no list to see, and what to do about it."""
        if not self.lists().get(self._code()):
            title, more = self.tr("Nobody is on such a list"), self.tr("Choose another one.")
        elif not self.receiver.choice():
            title = self.tr("For whom is the list?")
            more = self.tr("Each receiver gets only the fields that it may have.")
        elif chosen is None:
            title = self.tr("They may not have this list")
            more = self.tr("Choose another list, or somebody else.")
        else:
            title = self.tr("Nobody on this list may be told of.")
            more = self.tr("They did not say that relatives may be told.")
        self.empty.set_texts(title, more)

    def _say_given(self, chosen: Chosen | None) -> None:
        receiver = self.book.choice("receiver", self.receiver.choice())
        if chosen is None:
            held = self.lists().get(self._code())
            said = self.tr("nothing: they may not know who has this need")
            self.gives.setText(said if receiver is not None and held else "")
            return
        operation, role = self.book.operation, self.hall.role
        may = {n for p in chosen.told for n in allowed(p, chosen.receiver, operation, role)}
        named = ", ".join(words.field(name) for name in FIELDS if name in may)
        said = self.tr("at most {fields}").replace("{fields}", named) if may else ""
        if chosen.left:
            left = translate(
                "ExportCard", "%n left out: relatives may not be told", None, len(chosen.left)
            )
            said = f"{said} · {left}" if said else left
        self.gives.setText(said)


def _pdf(sheet: Sheet, told: Told) -> bytes:
    """The list as a PDF: one half of the time goes into laying it out, the other into writing."""
    paper = Paper(sheet, lambda share: told(share / 2))
    return paper.pdf(lambda share: told(0.5 + share / 2))
