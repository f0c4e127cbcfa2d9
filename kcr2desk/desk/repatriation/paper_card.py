"""A card that puts people on paper: what it makes is seen, printed, or written where the officer
says and nowhere else; who was on it is noted for the auditor."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from shiboken6 import isValid

from kcr2desk.desk import kit, texts
from kcr2desk.desk.parts import paper_job, paper_out
from kcr2desk.desk.parts.card_parts import beside
from kcr2desk.desk.parts.form_parts import Choice
from kcr2desk.desk.parts.paper_job import Told
from kcr2desk.desk.parts.paper_out import Laid, Pages
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.hall_card import HallCard

translate = QCoreApplication.translate

T = TypeVar("T")

PDF: Final = "PDF (*.pdf)"

PATIENCE: Final = 0.4
"""Seconds before it is said how far a paper is: what is done at once needs no word."""


class PaperCard(HallCard):
    """Base of these cards: give `file_name`."""

    def __init__(self, hall: Hall, *, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(hall, about=about, parent=parent)
        self.printer = Choice()
        self.no_printer = kit.label(tone="muted")
        self.printer.chosen.connect(self._chose_printer)
        self._looked = False

    # -- for subclasses ----------------------------------------------------------------------------

    def file_name(self) -> str:
        """The name of a file, without its ending. It names nobody: others see names of files."""
        raise NotImplementedError

    def printers_known(self, _any: bool) -> None:
        """It is known whether this workstation has a printer."""

    def purpose(self) -> str:
        """What the printer is remembered for: labels come out of another one than paper."""
        return "paper"

    # -- the printer -------------------------------------------------------------------------------

    def printer_row(self) -> QWidget:
        """The choice of a printer, for a row of the card."""
        return beside(self.printer, self.no_printer)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._looked:
            self._looked = True
            self.show_printers(paper_out.printers())

    def show_printers(self, names: Sequence[str]) -> None:
        """Offer these printers; the one that was chosen here before is chosen."""
        self.printer.set_choices([kit.FilterOption(name, name) for name in names])
        self.printer.setVisible(bool(names))
        self.no_printer.setVisible(not names)
        self._names = tuple(names)
        self.choose_printer()
        self.printers_known(bool(names))

    _names: tuple[str, ...] = ()

    def choose_printer(self) -> None:
        """Choose the printer that is remembered for this purpose, else the usual one."""
        kept = self.hall.settings.get(self._key()) or ""
        usual = self._names[0] if self._names else ""
        self.printer.set_choice(kept if kept in self._names else usual)

    def _key(self) -> str:
        return f"repatriation/printer/{self.purpose()}"

    def _chose_printer(self, name: str) -> None:
        self.hall.settings.set(self._key(), name)

    def say_printer(self) -> None:
        """Set the words of the printer's row."""
        self.no_printer.setText(self.tr("none at this workstation: save as PDF"))
        self.printer.setAccessibleName(self.tr("Printer"))

    def print_pages(
        self,
        laid: Laid,
        make: Callable[[Told], Pages],
        noted: Callable[[], object],
        then: Callable[[], object] | None = None,
    ) -> None:
        """Print what `make` lays out, away from the screen, and note it for the auditor; `then`
        only while the card is there. What the printer did not take is said and not noted."""
        name = self.printer.choice()
        if not name:
            self._prints_nothing(self.tr("The printer"))
            return
        if self._is_busy():
            return
        printer = paper_out.printer_for(laid, name)

        def run(told: Told) -> int:
            pages = make(lambda share: told(share / 2))
            sent = paper_out.print_on(pages, printer, lambda share: told(0.5 + share / 2))
            return pages.pages if sent else 0

        def printed(many: int) -> None:
            if many:
                noted()
            if not isValid(self):
                return
            self.busy = False
            if not many:
                self._prints_nothing(name)
                return
            said = translate("PaperCard", "%n pages sent to {printer}.", None, many)
            self.told.tell(said.replace("{printer}", name), "good")
            if then is not None:
                then()

        self._away(run, printed, lambda _error: self._printed_not(name))

    def _printed_not(self, name: str) -> None:
        if isValid(self):
            self.busy = False
            self._prints_nothing(name)

    def _prints_nothing(self, name: str) -> None:
        said = self.tr("{printer} prints nothing. Look at the printer, or save as PDF.")
        self.told.tell(said.replace("{printer}", name), "urgent")

    # -- files -------------------------------------------------------------------------------------

    def ask_file(self, ending: str, kinds: str, save: Callable[[Path], object]) -> None:
        """Ask where to save, and save there."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save"), f"{self.file_name()}.{ending}", kinds
        )
        if name:
            save(Path(name))

    def write_file(
        self,
        path: Path,
        make: Callable[[Told], bytes],
        noted: Callable[[], object],
        then: Callable[[], object] | None = None,
    ) -> None:
        """Write what `make` gives, away from the screen, and note it for the auditor, also when
        the card is closed meanwhile; `then` only while it is there. Says whether it worked."""
        if self._is_busy():
            return

        def written(_none: None) -> None:
            noted()
            if isValid(self):
                self.busy = False
                self.told.tell(self.tr("Saved as {file}.").replace("{file}", path.name), "good")
                if then is not None:
                    then()

        def failed(error: Exception) -> None:
            if isValid(self):
                self.busy = False
                why = (error.strerror if isinstance(error, OSError) else None) or str(error)
                said = self.tr("Not saved: {why}. Choose another place.")
                self.told.tell(said.replace("{why}", why), "urgent")

        def made(data: bytes) -> None:
            self.work.do(lambda: _write(path, data), written, failed=failed)

        self._away(make, made, failed)

    # -- away from the screen ----------------------------------------------------------------------

    def _is_busy(self) -> bool:
        """Whether a paper is being made; says so, for who asks for the next one."""
        if self.busy:
            self.told.tell(self.tr("One is being made; then the next."), "attention")
        return self.busy

    def _away(
        self,
        run: Callable[[Told], T],
        answer: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        self.busy = True
        began = time.monotonic()

        def progress(percent: int) -> None:
            if isValid(self) and self.busy and time.monotonic() - began > PATIENCE:
                said = self.tr("Being made: {percent} %. You can go on meanwhile.")
                self.told.tell(said.replace("{percent}", str(percent)), closable=False)

        paper_job.make(run, answer, failed=failed, progress=progress)

    def stamp(self) -> str:
        """When, in the name of a file."""
        return f"{self.now().astimezone(texts.AMSTERDAM):%Y-%m-%d-%H%M}"


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def muted_line() -> QLabel:
    """A line of quiet words that may be long."""
    made = kit.label(tone="muted")
    made.setWordWrap(True)
    return made
