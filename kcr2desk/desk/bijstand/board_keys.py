"""The keys of the board, each an action that Ctrl+K finds and F1 lists."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from kcr2desk.core.access import ROLES
from kcr2desk.desk.shortcuts import command

if TYPE_CHECKING:
    from kcr2desk.desk.bijstand.board import BoardView
    from kcr2desk.store.identity import Identity

translate = QCoreApplication.translate

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
        self.check.setText(translate("Board", "Checked, unchanged"))
        self.inventory.setText(translate("Board", "Ask all owners for their numbers…"))
        self.story.setText(translate("Board", "What is behind this number"))
        self.free.setText(translate("Board", "Show what is free, or available"))
        self.sort.setText(translate("Board", "Order by this type"))
        self.freeze.setText(translate("Board", "Keep this type at the left, or let it go"))
        self.disciplines.setText(translate("Board", "Types by discipline, or by name"))
        self.kinds.setText(translate("Board", "Owners by kind, or mixed"))
        self.everyone.setText(translate("Board", "All partners, or those that have some"))
        self.larger.setText(translate("Board", "Board larger"))
        self.smaller.setText(translate("Board", "Board smaller"))
        self.usual.setText(translate("Board", "Board at its usual size"))
        self.copy.setText(translate("Board", "Copy the chosen numbers"))
        self.paste.setText(translate("Board", "Paste numbers from a spreadsheet…"))
        self.undo.setText(translate("Board", "Undo what was changed on the board"))
        self.bring.setText(translate("Board", "Bring in a spreadsheet with numbers…"))
        self.new_type.setText(translate("Board", "New type of help…"))


def keys(view: BoardView) -> BoardKeys:
    """Give a board its keys."""
    return BoardKeys(view)
