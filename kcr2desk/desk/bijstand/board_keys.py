"""The keys of the board, each an action that Ctrl+K finds and F1 lists."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction

from kcr2desk.core.access import ROLES
from kcr2desk.desk.shortcuts import command

if TYPE_CHECKING:
    from kcr2desk.desk.bijstand.board import BoardView
    from kcr2desk.store.identity import Identity

SHEETS: Final = frozenset({".xlsx", ".xlsm", ".csv", ".txt", ".tsv"})


def is_sheet(path: str) -> bool:
    """Whether a file may hold numbers for the board, by its name."""
    return Path(path).suffix.lower() in SHEETS


def may_change_types(me: Identity) -> bool:
    """Whether an officer may change the list of types."""
    allowed = ROLES[me.role].appends.get("reference", frozenset())
    return bool({"resourcetype", "*"} & allowed)


class BoardKeys:
    """The actions of a board."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        ordering, table = view.ordering, view.table
        self.check = command(view, "K", view.check, icon="check")
        self.inventory = command(view, "I", view.ask_inventory, icon="send")
        self.story = command(view, "Space", view.show_story, icon="info")
        self.free = command(view, "V", view.show_free)
        self.sort = command(view, "S", ordering.by_current)
        self.freeze = command(view, "F", ordering.freeze)
        self.disciplines = command(view, "D", lambda: ordering.toggle("by_discipline"))
        self.kinds = command(view, "Shift+D", lambda: ordering.toggle("by_kind"))
        self.everyone = command(view, "Shift+A", lambda: ordering.toggle("everyone"))
        self.larger = command(view, "Ctrl++|Ctrl+=", lambda: table.zoom_by(1))
        self.smaller = command(view, "Ctrl+-", lambda: table.zoom_by(-1))
        self.usual = command(view, "Ctrl+0", lambda: table.zoom_by(0))
        self.copy = command(view, "Ctrl+C", view.copy, icon="copy")
        self.paste = command(view, "Ctrl+V", view.paste, icon="import")
        self.undo = command(view, "Ctrl+Z", view.writer.undo, icon="undo")
        self.bring = command(view, "Ctrl+Shift+O", view.import_file, icon="import")
        self.new_type = command(view, "Ctrl+Shift+T", view.change_type, icon="plus")
        self.new_type.setVisible(view.may_change_types())

    def of_type(self) -> list[QAction]:
        """What can be done with a column."""
        return [self.sort, self.freeze, self.inventory]

    def say(self) -> None:
        """The words in the language of the screen."""
        view = self._view
        self.check.setText(view.tr("Checked, unchanged"))
        self.inventory.setText(view.tr("Ask all owners for their numbers…"))
        self.story.setText(view.tr("What is behind this number"))
        self.free.setText(view.tr("Show what is free, or available"))
        self.sort.setText(view.tr("Order by this type"))
        self.freeze.setText(view.tr("Keep this type at the left, or let it go"))
        self.disciplines.setText(view.tr("Types by discipline, or by name"))
        self.kinds.setText(view.tr("Owners by kind, or mixed"))
        self.everyone.setText(view.tr("All partners, or those that have some"))
        self.larger.setText(view.tr("Board larger"))
        self.smaller.setText(view.tr("Board smaller"))
        self.usual.setText(view.tr("Board at its usual size"))
        self.copy.setText(view.tr("Copy the chosen numbers"))
        self.paste.setText(view.tr("Paste numbers from a spreadsheet…"))
        self.undo.setText(view.tr("Undo what was changed on the board"))
        self.bring.setText(view.tr("Bring in a spreadsheet with numbers…"))
        self.new_type.setText(view.tr("New type of help…"))


def keys(view: BoardView) -> BoardKeys:
    """Give a board its keys."""
    return BoardKeys(view)
