"""The owners that an inventory goes to, and how old what we know of them is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from kcr2desk.core.book import Book
from kcr2desk.core.records import Owner
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.kit.cells import Cell, CellModel, Column, Index

translate = QCoreApplication.translate


class OwnersModel(CellModel):
    """Rows of owners with a tick."""

    def __init__(self, book: Book, parent: QObject) -> None:
        super().__init__(
            [
                Column("tick", lambda: "", 34),
                Column(
                    "owner", lambda: translate("Inventory", "Region or partner"), 190, stretch=True
                ),
                Column("known", lambda: translate("Inventory", "Known"), 90, right=True),
                Column("reach", lambda: translate("Inventory", "Reached by"), 150),
            ],
            parent,
        )
        self.book = book
        self.rows: list[Owner] = []
        self.ticked: frozenset[str] = frozenset()
        self.types: tuple[str, ...] = ()

    def show_owners(
        self, owners: Sequence[Owner], ticked: frozenset[str], types: tuple[str, ...]
    ) -> None:
        """Show these."""
        same = [o.code for o in owners] == [o.code for o in self.rows]
        if not same:
            self.beginResetModel()
        self.rows, self.ticked, self.types = list(owners), ticked, types
        if not same:
            self.endResetModel()
        elif owners:
            last = self.index(len(owners) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def cell(self, row: int, column: int) -> Cell:
        owner = self.rows[row]
        match self.columns[column].key:
            case "tick":
                on = owner.code in self.ticked
                return Cell("☑" if on else "☐", "accent" if on else "muted", strong=on)
            case "owner":
                return Cell(words.owner(self.book, owner.code), tip=owner.code)
            case "known":
                return self._known(owner)
        if owner.inquiry_mail:
            return Cell(owner.inquiry_mail, "muted", "mail")
        return Cell(owner.inquiry_phone or "–", "muted", "phone" if owner.inquiry_phone else "")

    def _known(self, owner: Owner) -> Cell:
        """How many of the types have a number that somebody gave."""
        held = [self.book.capacity(owner.code, code) for code in self.types]
        told = sum(1 for c in held if c is not None and c.checked_at is not None)
        said = f"{texts.number(told)}/{texts.number(len(self.types))}"
        return Cell(said, "text" if told else "muted", right=True)
