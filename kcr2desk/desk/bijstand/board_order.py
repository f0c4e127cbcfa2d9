"""The officer's choices of how the board is ordered, and keeping the place while it changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from kcr2desk.desk.bijstand.board_model import BoardOrder
from kcr2desk.desk.bijstand.board_table import BoardTable

_Flags = QItemSelectionModel.SelectionFlag


class Ordering:
    """Changes the order of a table's board; what is current and chosen stays so."""

    def __init__(self, table: BoardTable) -> None:
        self._table = table
        self._board = table.board

    def lay_out(self) -> None:
        """Lay rows and columns out anew under the same cell."""
        table, board = self._table, self._board
        current, chosen = board.pair(table.currentIndex()), table.chosen()
        chooser = table.selectionModel()
        chooser.blockSignals(True)
        board.lay_out()
        chooser.blockSignals(False)
        place = board.place(*current)
        if place.isValid():
            chooser.blockSignals(True)
            chooser.setCurrentIndex(place, _Flags.NoUpdate)
            picked = QItemSelection()
            for pair in chosen:
                index = board.place(*pair)
                if index.isValid():
                    picked.select(index, index)
            chooser.select(picked, _Flags.ClearAndSelect)
            chooser.blockSignals(False)
            table.owners.current = place.row()
            table.scrollTo(place)
        else:
            table.owners.current = -1
        table.viewport().update()

    def by_type(self, code: str) -> None:
        """Order by a type: most free first, then shortage first, then by rings again."""
        order = self._board.order
        if order.by != code:
            order = replace(order, by=code, shortage_first=False)
        elif not order.shortage_first:
            order = replace(order, shortage_first=True)
        else:
            order = replace(order, by="", shortage_first=False)
        self._set(order)

    def by_current(self) -> None:
        """Order by the current column."""
        code = self._board.pair(self._table.currentIndex())[1]
        if code:
            self.by_type(code)

    def freeze(self) -> None:
        """Keep the current column at the left, or let it go again."""
        code = self._board.pair(self._table.currentIndex())[1]
        if code:
            frozen = self._board.order.frozen
            kept = tuple(c for c in frozen if c != code) if code in frozen else (*frozen, code)
            self._set(replace(self._board.order, frozen=kept))

    def toggle(self, what: str) -> None:
        """Switch `by_discipline`, `by_kind` or `everyone`."""
        order = self._board.order
        match what:
            case "by_discipline":
                self._set(replace(order, by_discipline=not order.by_discipline))
            case "by_kind":
                self._set(replace(order, by_kind=not order.by_kind))
            case "everyone":
                self._set(replace(order, everyone=not order.everyone))

    def _set(self, order: BoardOrder) -> None:
        self._board.order = order
        self.lay_out()

    def kept(self) -> dict[str, Any]:
        """What a workstation remembers of it."""
        order = self._board.order
        return {
            "by_discipline": order.by_discipline,
            "by_kind": order.by_kind,
            "everyone": order.everyone,
            "frozen": list(order.frozen),
        }

    def take_up(self, kept: dict[str, Any]) -> None:
        """Take up what was remembered, as far as it can be read."""
        frozen = kept.get("frozen")
        codes = [c for c in frozen if isinstance(c, str)] if isinstance(frozen, list) else []
        self._board.order = BoardOrder(
            by_discipline=kept.get("by_discipline") is not False,
            by_kind=kept.get("by_kind") is not False,
            everyone=kept.get("everyone") is True,
            frozen=tuple(codes),
        )
