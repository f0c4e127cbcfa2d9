"""A card of the hall: it follows the book of the operation, and saves in its stream."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.desk.parts import card
from kcr2desk.desk.parts.card import SAVE as SAVE
from kcr2desk.desk.repatriation.hall import Hall


class HallCard(card.Card):
    """Base of the cards of the hall."""

    def __init__(self, hall: Hall, *, about: str = "", parent: QWidget | None = None) -> None:
        self.hall = hall
        self.stream = hall.stream
        super().__init__(
            hall.feed, hall.cache, hall.work, now=hall.now, me=hall.me, about=about, parent=parent
        )

    @property
    def book(self) -> OperationBook:
        """Everything of the operation."""
        return self.hall.book
