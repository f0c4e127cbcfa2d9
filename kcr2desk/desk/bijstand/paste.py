"""A block pasted on the board: with heads it says itself what it is; bare numbers go from the
current cell on, right and down, as in a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcr2desk.core.board_entry import EntryError, parse
from kcr2desk.desk.bijstand.import_card import ImportCard
from kcr2desk.exchange.capacity_sheet import Columns

if TYPE_CHECKING:
    from kcr2desk.desk.bijstand.board import BoardView
    from kcr2desk.desk.bijstand.board_model import BoardModel


def paste_card(view: BoardView, text: str, start: tuple[str, str]) -> ImportCard:
    """A card that shows what a pasted text would change; `start` is the current cell."""
    card = view.new_import()
    block = bare(text)
    if block is not None and start[0]:
        whole, columns = laid(view.model, block, start)
        card.read_text(whole, columns)
    else:
        card.read_text(text)
    return card


def bare(text: str) -> list[list[str]] | None:
    """The cells of a text that has nothing but numbers for the board; None where it has more."""
    rows = [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]
    for cell in (cell.strip() for row in rows for cell in row):
        try:
            if cell:
                parse(cell)
        except EntryError:
            return None
    return rows


def laid(model: BoardModel, block: list[list[str]], start: tuple[str, str]) -> tuple[str, Columns]:
    """The block with owners before its rows and types over its columns. What lies beyond the
    board is left out."""
    owners = [row.owner for row in model.rows if row.owner]
    first = model.place(*start)
    down = owners[owners.index(start[0]) :]
    across = model.types[first.column() :][: max(map(len, block))]
    lines = ["\t".join(["Regio", *(kind.name_nl for kind in across)])]
    for owner, cells in zip(down, block, strict=False):
        filled = [*cells, *[""] * len(across)][: len(across)]
        lines.append("\t".join([owner, *(cell.strip() for cell in filled)]))
    roles = ("owner", *(f"type:{kind.code}" for kind in across))
    return "\n".join(lines), Columns(roles)
