"""The cards of the hall: one lies over the right side of the panel at a time; Esc takes it away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kcr2desk.desk.parts.slide import SlideOver
from kcr2desk.desk.repatriation.hall import Hall


class HallCards(QObject):
    """Opens cards over `host`. What was typed in one that is closed is kept by the card itself."""

    editWanted = Signal(str)
    """A person is to be written on in the registration form."""

    arrivalMade = Signal(str)

    def __init__(self, hall: Hall, host: QWidget) -> None:
        super().__init__(host)
        self._hall = hall
        self.slide = SlideOver(host)

    def open(self) -> QWidget | None:
        """What lies over the panel."""
        return self.slide.content()

    def show_card(self, card: QWidget) -> None:
        """Show a card."""
        card.closed.connect(lambda: self._closed(card))  # type: ignore[attr-defined]
        before = self.slide.content()
        self.slide.show(card)
        if before is not None and before is not card:
            before.deleteLater()

    def operation(self) -> None:
        """Why people are registered, for how long, and who may enter."""
        from kcr2desk.desk.repatriation.operation_card import OperationCard

        card = OperationCard(self._hall)
        card.noticeWanted.connect(self.notice)
        self.show_card(card)

    def notice(self) -> None:
        """The privacy text, to show and to print."""
        from kcr2desk.desk.repatriation.privacy_page import PrivacyPage

        self.show_card(PrivacyPage(self._hall))

    def arrival(self, arrival: str = "") -> None:
        """An arrival, or a new one."""
        from kcr2desk.desk.repatriation.arrival_card import ArrivalCard

        card = ArrivalCard(self._hall, arrival)
        card.done.connect(self.arrivalMade)
        self.show_card(card)

    def bring_in(self, arrival: str, files: Sequence[Path] = ()) -> None:
        """Bring a list in."""
        from kcr2desk.desk.repatriation.import_card import ImportCard

        card = ImportCard(self._hall, arrival=arrival, files=tuple(files))
        card.done.connect(self.arrivalMade)
        self.show_card(card)

    def person(self, person: str) -> None:
        """Everything of one person."""
        from kcr2desk.desk.repatriation.person_card import PersonCard

        card = PersonCard(self._hall, person)
        card.editWanted.connect(self._edit)
        card.printWanted.connect(self.bands)
        card.handOverWanted.connect(self.hand_over)
        self.show_card(card)

    def bands(self, persons: Sequence[str]) -> None:
        """Print wristbands or cards."""
        from kcr2desk.desk.repatriation.band_card import BandCard

        self.show_card(BandCard(self._hall, tuple(persons)))

    def hand_over(self, persons: Sequence[str]) -> None:
        """Hand people over."""
        from kcr2desk.desk.repatriation.hand_over_card import HandOverCard

        self.show_card(HandOverCard(self._hall, tuple(persons)))

    def export(self, persons: Sequence[str] = ()) -> None:
        """Take a list of people out, with a reason."""
        from kcr2desk.desk.repatriation.export_card import ExportCard

        self.show_card(ExportCard(self._hall, tuple(persons)))

    def _edit(self, person: str) -> None:
        self.hide()
        self.editWanted.emit(person)

    def hide(self) -> None:
        """Take the card away."""
        card = self.slide.content()
        if card is not None:
            self._closed(card)

    def _closed(self, card: QWidget) -> None:
        if self.slide.content() is card:
            self.slide.hide()
        self.slide.let_go(card)
        card.deleteLater()
