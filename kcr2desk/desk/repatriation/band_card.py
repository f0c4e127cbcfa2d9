"""The card that prints wristbands, labels and cards: of these people, their family, or all who
came with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox

from kcr2desk.core.repatriation.people import Person
from kcr2desk.desk import kit
from kcr2desk.desk.parts.card_parts import Rows
from kcr2desk.desk.parts.paper_out import pdf_of
from kcr2desk.desk.parts.paper_view import PagesView
from kcr2desk.desk.repatriation.band_paint import TagPages
from kcr2desk.desk.repatriation.band_tags import SIZES, Tag, TagSize, size_of, tags_of
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.hall_card import SAVE
from kcr2desk.desk.repatriation.paper_card import PDF, PaperCard

translate = QCoreApplication.translate

MOST: Final = 6
"""Papers that are shown before they are printed; the rest look the same."""

WIDEST: Final = {"band": 0, "label": 300, "card": 360, "sheet": 420}
"""Pixels; 0 is as wide as there is room: a wristband is shown as it lies."""
SIZE_KEY: Final = "repatriation/band/size"


class BandCard(PaperCard):
    """Wristbands and cards of `persons` (ids). `done` carries how many were printed or saved."""

    SHARE = 0.5

    def __init__(self, hall: Hall, persons: Sequence[str]) -> None:
        super().__init__(hall)
        self.persons = tuple(persons)
        self.whom, self.kind = kit.KeyChoice(), kit.KeyChoice()
        self.names = QCheckBox()
        self.rows = Rows()
        self.rows.add("whom", self.whom)
        self.rows.add("size", self.kind)
        self.rows.add("names", self.names)
        self.rows.add("printer", self.printer_row())
        self.preview = PagesView()
        self.preview.setMinimumHeight(240)
        self.column.addWidget(self.rows)
        self.column.addWidget(self.preview, 1)
        self.print_action, self._print = self.action(SAVE, self.print_now, kind="primary")
        self.pdf_action, self._pdf = self.action("Ctrl+S", self._ask_pdf, icon="file")
        self.foot.addWidget(self._print)
        self.foot.addWidget(self._pdf)
        self._shown: tuple[tuple[Tag, ...], str] | None = None
        self._say_sizes()
        self.kind.set_value(size_of(hall.settings.get(SIZE_KEY) or "").code)
        self.whom.chosen.connect(lambda _: self.refresh())
        self.kind.chosen.connect(self._chose_size)
        self.names.toggled.connect(lambda _: self.refresh())
        self.begin()

    def focus_first(self) -> None:
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def file_name(self) -> str:
        """What it is, without a number of anybody."""
        word = self.tr("wristbands")
        return f"kcr2-{word}-{self.stamp()}"

    def purpose(self) -> str:
        """Each size comes out of a printer of its own."""
        return self.chosen_size().code

    def printers_known(self, any_: bool) -> None:
        self.print_action.setVisible(any_)
        kit.set_kind(self._pdf, "" if any_ else "primary")  # what is done here, where none prints

    # -- whom and what -----------------------------------------------------------------------------

    def chosen_size(self) -> TagSize:
        """The size that is chosen."""
        return size_of(self.kind.value())

    def people(self, whom: str) -> list[Person]:
        """Who is meant: these people, their families, or everybody of their arrivals."""
        book = self.book
        these = [p for p in (book.person(i) for i in self.persons) if p is not None]
        if whom == "family":
            groups = {p.group for p in these if p.group}
            these += [m for group in sorted(groups) for m in book.members_of(group)]
        elif whom == "arrival":
            arrivals = {p.arrival for p in these if p.arrival}
            these += [m for arrival in sorted(arrivals) for m in book.persons(arrival)]
        return book.heads({p.id: p for p in these}.values())

    def tags(self) -> tuple[Tag, ...]:
        """The tags that are to be printed."""
        people = self.people(self.whom.value() or "these")
        return tags_of(self.book, people, names=self.names.isChecked())

    def pages(self) -> TagPages:
        """The papers that are to be printed."""
        return TagPages(self.tags(), self.chosen_size(), self.tr("Wristbands and cards"))

    def _as_shown(self) -> TagPages:
        size = self.chosen_size()
        lying = replace(size, paper=size.tag, turned=False) if size.turned else size
        return TagPages(self.tags(), lying)

    def _chose_size(self, code: str) -> None:
        self.hall.settings.set(SIZE_KEY, code)
        self.choose_printer()
        self.refresh()

    # -- out ---------------------------------------------------------------------------------------

    def print_now(self) -> None:
        """Print all of them on the printer that is chosen."""
        pages = self.pages()
        if not self._has_none(pages):
            self.print_pages(pages, lambda _told: pages, self._noting(pages), self._telling(pages))

    def save_pdf(self, path: Path) -> None:
        """Write all of them as a PDF."""
        pages = self.pages()
        if not self._has_none(pages):
            self.write_file(
                path, lambda told: pdf_of(pages, told), self._noting(pages), self._telling(pages)
            )

    def _noting(self, pages: TagPages) -> Callable[[], object]:
        """What notes for the auditor who is on these pages."""
        ids, detail = self._ids(), self._detail(pages)
        return lambda: self.hall.viewed.saw(ids, "print", detail=detail)

    def _telling(self, pages: TagPages) -> Callable[[], object]:
        return lambda: self.done.emit(str(len(pages.tags)))

    def _ask_pdf(self) -> None:
        if not self._has_none(self.pages()):
            self.ask_file("pdf", PDF, self.save_pdf)

    def _has_none(self, pages: TagPages) -> bool:
        if not pages.tags:
            said = self.tr("Nobody here has a number yet: register them first.")
            self.told.tell(said, "attention")
        return not pages.tags

    def _ids(self) -> list[str]:
        return [p.id for p in self.people(self.whom.value() or "these") if p.number]

    @staticmethod
    def _detail(pages: TagPages) -> str:
        return f"{pages.size.code} {len(pages.tags)}"

    # -- words -------------------------------------------------------------------------------------

    def say(self) -> None:
        self.title.setText(self.tr("Wristbands and cards"))
        self.rows.say(
            {
                "whom": self.tr("For"),
                "size": self.tr("As"),
                "names": self.tr("Name"),
                "printer": self.tr("Printer"),
            }
        )
        self.names.setText(self.tr("print it too: else people are called by their number"))
        self.preview.setAccessibleName(self.tr("How it comes out of the printer"))
        self.print_action.setText(self.tr("Print"))
        self.pdf_action.setText(self.tr("Save as PDF…"))
        self._say_sizes()
        self.say_printer()

    def _say_sizes(self) -> None:
        words = {
            "band": self.tr("Wristband"),
            "label": self.tr("Label"),
            "card": self.tr("Card"),
            "sheet": self.tr("A4 sheet"),
        }
        keys = "wlca"
        self.kind.set_options(
            [kit.Option(s.code, words[s.code], key) for s, key in zip(SIZES, keys, strict=True)]
        )

    def refresh(self) -> None:
        """Show who is meant and how it comes out."""
        counts = {whom: len(self.people(whom)) for whom in ("these", "family", "arrival")}
        shown = ["these"]
        if counts["family"] > counts["these"]:
            shown.append("family")
        if counts["arrival"] > counts["these"]:
            shown.append("arrival")
        words = {
            "these": self.tr("These: {n}"),
            "family": self.tr("The family: {n}"),
            "arrival": self.tr("The arrival: {n}"),
        }
        keys = {"these": "t", "family": "f", "arrival": "r"}
        chosen = self.whom.value()
        self.whom.set_options(
            [kit.Option(w, words[w].replace("{n}", str(counts[w])), keys[w]) for w in shown]
        )
        self.whom.set_value(chosen if chosen in shown else "these")
        tags, size = self.tags(), self.chosen_size()
        if self._shown != (tags, size.code):
            self._shown = (tags, size.code)
            self.preview.show_pages(self._as_shown(), WIDEST[size.code], MOST)
        self.print_action.setEnabled(bool(tags))
        self.pdf_action.setEnabled(bool(tags))
        papers = translate("BandCard", "%n papers", None, -(-len(tags) // size.each))
        self.subtitle.setText(papers)
