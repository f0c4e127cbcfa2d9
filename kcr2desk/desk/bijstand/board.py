"""The board as a panel shows it: the matrix, its keys, what is typed in it, and the foot."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kcr2desk.core.board_entry import Entry, text_of
from kcr2desk.core.changes import Change
from kcr2desk.desk import kit, texts
from kcr2desk.desk.bijstand import board_keys
from kcr2desk.desk.bijstand.board_edit import CellEdit
from kcr2desk.desk.bijstand.board_foot import BoardFoot, StoryCard
from kcr2desk.desk.bijstand.board_model import BoardFilter, BoardModel, Index
from kcr2desk.desk.bijstand.board_order import Ordering
from kcr2desk.desk.bijstand.board_table import BoardTable
from kcr2desk.desk.bijstand.board_write import BoardWriter, capacity_change
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.remember import Settings
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.desk.bijstand.import_card import ImportCard
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity


class BoardView(QWidget):
    """Who has what. Its own filters stand in `board_filters.BoardFilters`; give what they say to
    `set_filter`. Cards are handed over by `cardWanted` as widgets with `done` and `closed`."""

    ownerChosen = Signal(str)
    cellChosen = Signal(str, str)

    inventoryWanted = Signal(object)
    """Codes of the types of the chosen cells: ask all owners what they have of these."""

    cardWanted = Signal(object)
    """A card (`desk.bijstand.card.Card`) to slide over the panel."""

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.feed, self._cache, self._work = feed, cache, work
        self._now, self._me = now, me
        self._settings: Settings | None = None
        self.model = BoardModel(feed, now, me, self)
        self.table = BoardTable(self.model)
        self.edit = CellEdit(self.table)
        self.foot = BoardFoot()
        self.story = StoryCard(self)
        self.writer = BoardWriter(cache, work, now, me, self)
        self.ordering = Ordering(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(kit.rule())
        column.addWidget(self.foot)
        self.setFocusProxy(self.table)
        self.setAcceptDrops(True)
        self.keys = board_keys.keys(self)
        self._connect()
        texts.OnLanguage(self, self._say)

    def _connect(self) -> None:
        self.feed.changed.connect(self._followed)
        self.feed.loaded.connect(self._loaded)
        self.table.selectionModel().currentChanged.connect(self._moved)
        self.table.typed.connect(self._type)
        self.table.types.pressedAt.connect(self._type_pressed)
        self.table.types.menuAt.connect(self._type_menu)
        self.table.owners.pressedAt.connect(self._owner_pressed)
        self.edit.entered.connect(self._entered)
        self.edit.wrong.connect(self._wrong)
        self.story.closed.connect(self.table.setFocus)
        self.writer.saved.connect(self._saved)
        self.writer.failed.connect(lambda why: self.foot.tell(why, "urgent"))

    # -- what the panel asks -----------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the focus where work begins."""
        if not self.table.currentIndex().isValid():
            self._go_first()
        self.table.setFocus()

    def choose(self, owner: str, resource: str = "") -> None:
        """Go to a cell, or to an owner's row, without telling that it was chosen."""
        row = self.model.row_of(owner)
        column = max(0, self.table.currentIndex().column())
        index = self.model.place(owner, resource) if resource else self.model.index(row, column)
        if index.isValid() and index != self.table.currentIndex():
            self.blockSignals(True)
            self.table.go_to(index)
            self.blockSignals(False)

    def current(self) -> tuple[str, str]:
        """Owner and type of the current cell, "" where there is none."""
        return self.model.pair(self.table.currentIndex())

    def set_asking(self, region: str) -> None:
        """The region that asks stands on top, its neighbours under it, ring by ring."""
        if region != self.model.asking:
            self.model.asking = region
            self.ordering.lay_out()

    def set_filter(self, wanted: BoardFilter) -> None:
        """Let through what a filter says."""
        if wanted != self.model.filter:
            self.model.filter = wanted
            self.ordering.lay_out()

    def set_moment(self, at: datetime | None) -> None:
        """Count what is promised at a moment; None: now."""
        self.model.board.set_moment(at)
        self.ordering.lay_out()

    def set_how(self, how: str) -> None:
        """How the officer hears what is typed: "phone", "mail", …"""
        self.writer.how = how

    def tick(self) -> None:
        """Time went on: draw what is no longer right, and let the age in the foot grow."""
        pairs = self.model.board.outdated(self._now())
        if pairs:
            self._redraw(pairs)
        self._tell_story()

    def keep(self, settings: Settings) -> None:
        """Keep zoom, order, groups and frozen columns."""
        self._settings = settings
        kept = {**self.ordering.kept(), "zoom": self.table.look.zoom, "free": self.model.free}
        settings.set("bijstand/board", json.dumps(kept))

    def restore(self, settings: Settings) -> None:
        """Take up what was kept; what cannot be read leaves the board as it is."""
        self._settings = settings
        try:
            kept: Any = json.loads(settings.get("bijstand/board") or "{}")
        except ValueError:
            return
        if not isinstance(kept, dict):
            return
        self.model.free = kept.get("free") is True
        self.ordering.take_up(kept)
        zoom = kept.get("zoom")
        if isinstance(zoom, float):
            self.table.set_zoom(zoom)
        self.ordering.lay_out()

    # -- following the book ------------------------------------------------------------------------

    def _loaded(self) -> None:
        self.model.board.load()
        self.ordering.lay_out()

    def _followed(self, changed: frozenset[tuple[str, str]]) -> None:
        pairs, layout = self.model.board.note(changed)
        if layout:
            self.ordering.lay_out()
        elif pairs:
            self._redraw(pairs)

    def _redraw(self, pairs: set[tuple[str, str]]) -> None:
        self.model.forget_sums({resource for _owner, resource in pairs})
        places = [self.model.place(*pair) for pair in pairs]
        self.table.redraw([place for place in places if place.isValid()])
        current = self.model.pair(self.table.currentIndex())
        if current in pairs:
            self._tell_story()

    def _moved(self, current: Index, _previous: Index) -> None:
        self.story.hide()
        self._tell_story()
        owner, resource = self.model.pair(current)
        if owner:
            self.cellChosen.emit(owner, resource)

    def _tell_story(self) -> None:
        index = self.table.currentIndex()
        cell = self.model.cell_at(index)
        age = ""
        if cell is not None and cell.checked_at is not None:
            age = texts.age(cell.checked_at, self._now())
        hint = self.tr("Arrows go, a digit types, Space says what is behind a number.")
        self.foot.tell_story(self.model.story(index), age, hint)

    # -- choosing ----------------------------------------------------------------------------------

    def _go_first(self) -> None:
        for row, each in enumerate(self.model.rows):
            if each.owner and self.model.types:
                self.table.go_to(self.model.index(row, 0))
                return

    def _type_pressed(self, column: int, add: bool) -> None:
        code = self.model.types[column].code
        if add:
            self.table.selectColumn(column)
        else:
            self.ordering.by_type(code)

    def _owner_pressed(self, row: int, _add: bool) -> None:
        owner = self.model.rows[row].owner
        if owner:
            self.choose(owner)
            self.table.selectRow(row)
            self.ownerChosen.emit(owner)

    def _type_menu(self, column: int, at: QPoint) -> None:
        menu = self.type_menu(column)
        menu.popup(at)

    def type_menu(self, column: int) -> QMenu:
        """What can be done with a column."""
        kind = self.model.types[column]
        row = max(0, self.table.currentIndex().row())
        self.table.go_to(self.model.index(row, column))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self.keys.of_type():
            menu.addAction(action)
        if self.may_change_types():
            menu.addSeparator()
            change = QAction(self.tr("Change this type…"), menu)
            change.triggered.connect(lambda _=False: self.change_type(kind.code))
            menu.addAction(change)
        return menu

    # -- typing ------------------------------------------------------------------------------------

    def _type(self, text: str) -> None:
        owner, _resource = self.model.pair(self.table.currentIndex())
        if not owner:
            return
        reason = self.model.locked(owner)
        if reason:
            self.foot.tell(reason, "attention")
            return
        self.foot.quiet()
        self.story.hide()
        self.edit.open(text)

    def _wrong(self, why: str) -> None:
        if why:
            self.foot.tell(why, "attention")
        else:
            self.foot.quiet()

    def _entered(self, owner: str, resource: str, entry: Entry) -> None:
        held = self.feed.book.capacity(owner, resource)
        said = {**entry.fields(), **self.writer.stamp(owner)}
        self._write("typed", {owner: [capacity_change(held, owner, resource, said)]})

    def check(self) -> None:
        """The chosen numbers were checked and are unchanged: note who said so, and when."""
        changes: dict[str, list[Change | None]] = {}
        skipped = 0
        for owner, resource in self.table.chosen():
            held = self.feed.book.capacity(owner, resource)
            if self.model.locked(owner) or held is None:
                skipped += 1
                continue
            said = dict(self.writer.stamp(owner))
            if held.available is None and held.total is None and held.norm is not None:
                said |= {"available": held.norm, "total": held.norm}
            changes.setdefault(owner, []).append(capacity_change(held, owner, resource, said))
        if changes:
            self._write("checked", changes)
        elif skipped:
            self.foot.tell(self.tr("There is no number of yours to check there."), "attention")

    def _write(self, what: str, changes: dict[str, list[Change | None]]) -> None:
        self.writer.write(what, {owner: [c for c in some if c] for owner, some in changes.items()})

    def _saved(self, what: str, count: int) -> None:
        if what == "undone":
            self.foot.tell(self.tr("Put back as it was."), "good")
            return
        if what == "checked":
            said = self.tr("%n number(s) checked, unchanged.", "", count)
        elif what == "typed":
            said = self.tr("Saved on this workstation.")
        else:
            said = self.tr("%n number(s) taken over.", "", count)
        self.foot.tell(said, "good", [(self.tr("Undo"), self.writer.undo)])

    # -- keys --------------------------------------------------------------------------------------

    def show_story(self) -> None:
        """Show all that is behind the current number."""
        index = self.table.currentIndex()
        lines = self.model.story(index)
        if lines:
            corner = self.table.viewport().mapTo(self, QPoint(0, 0))
            rect = QRect(self.table.visualRect(index)).translated(corner)
            self.story.show_story(lines, rect)

    def ask_inventory(self) -> None:
        """Ask all owners what they have of the types of the chosen cells."""
        types = list(dict.fromkeys(resource for _owner, resource in self.table.chosen()))
        if types:
            self.inventoryWanted.emit(types)

    def show_free(self) -> None:
        """Show what is free in place of what is available, or back."""
        self.model.free = not self.model.free
        self.ordering.lay_out()
        self._say_mode()

    def _say_mode(self) -> None:
        said = self.tr("The cells show what is free.")
        if not self.model.free:
            said = self.tr("The cells show what is available.")
        self.foot.tell(said, "accent")

    def copy(self) -> None:
        """Copy the chosen block as a spreadsheet takes it."""
        chosen = set(self.table.chosen())
        rows = [r.owner for r in self.model.rows if any(r.owner == o for o, _ in chosen)]
        columns = [t.code for t in self.model.types if any(t.code == c for _, c in chosen)]
        lines = []
        for owner in rows:
            cells = (self.model.board.cell(owner, code, self._now()) for code in columns)
            lines.append("\t".join(text_of(c.available, c.total) for c in cells))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Show what a pasted block of a spreadsheet would change."""
        from kcr2desk.desk.bijstand.paste import paste_card

        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.foot.tell(self.tr("There is nothing on the clipboard to paste."), "attention")
            return
        start = self.model.pair(self.table.currentIndex())
        self.cardWanted.emit(paste_card(self, text, start))

    def new_import(self) -> ImportCard:
        """A card that brings numbers in."""
        from kcr2desk.desk.bijstand.import_card import ImportCard

        return ImportCard(
            self.feed, self._cache, self._work, now=self._now, me=self._me, settings=self._settings
        )

    def import_file(self, path: str = "") -> None:
        """Bring in a spreadsheet with numbers."""
        card = self.new_import()
        if path:
            card.read(path)
        self.cardWanted.emit(card)

    def may_change_types(self) -> bool:
        """Whether this officer keeps the list of types."""
        return board_keys.may_change_types(self._me)

    def change_type(self, code: str = "") -> None:
        """Change a type, or make a new one."""
        from kcr2desk.desk.bijstand.type_card import TypeCard

        self.cardWanted.emit(
            TypeCard(self.feed, self._cache, self._work, now=self._now, me=self._me, code=code)
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(board_keys.is_sheet(url.toLocalFile()) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if board_keys.is_sheet(url.toLocalFile()):
                event.acceptProposedAction()
                self.import_file(url.toLocalFile())
                return

    def _say(self) -> None:
        self.table.setAccessibleName(self.tr("Capacity board"))
        self.keys.say()
        self._tell_story()
        self.ordering.lay_out()
