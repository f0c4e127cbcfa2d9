"""The strip of named units above the board: what few have, one tile each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from kcr2desk.core.access import OUTSIDE, ROLES
from kcr2desk.core.bijstand import Unit
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.bijstand import board_words as words
from kcr2desk.desk.bijstand.board_foot import StoryCard
from kcr2desk.desk.bijstand.board_model import Index
from kcr2desk.desk.bijstand.board_write import BoardWriter, edit_of
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.strip_model import StripModel, Tile
from kcr2desk.desk.bijstand.strip_tile import HEADING, HIGH, TileDelegate
from kcr2desk.desk.shortcuts import command
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

_HEARD = frozenset({"unit", "commitment", "capacity", "resourcetype", "owner"})


class TileList(QListView):
    """Tiles side by side; the wheel goes sideways, and left and right are all there is."""

    wanted = Signal()

    def __init__(self, model: StripModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(TileDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFixedHeight(HEADING + HIGH + 4 + 12)
        self.doubleClicked.connect(lambda _: self.wanted.emit())

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters and digits are keys of the strip."""


class StripView(QWidget):
    """Named units. Cards are handed over by `cardWanted`, as those of the board."""

    unitChosen = Signal(str)
    """Id of the unit that is current."""

    cellChosen = Signal(str, str)
    """Its owner and type."""

    cardWanted = Signal(object)

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
        self.feed, self._cache, self._work, self._now, self._me = feed, cache, work, now, me
        self.model = StripModel(feed, now, self)
        self.list = TileList(self.model)
        self.message = kit.InlineMessage()
        self.writer = BoardWriter(cache, work, now, me, self)
        self._story: StoryCard | None = None
        self._title = kit.label(role="small", tone="muted")
        self._add = kit.button(kind="quiet", icon="plus", small=True, run=self.add_unit)
        head = QHBoxLayout()
        head.setContentsMargins(theme.M, 0, theme.XS, 0)
        head.addWidget(self._title)
        head.addWidget(self.message, 1)
        head.addStretch(0)
        head.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        tiles = QHBoxLayout()
        tiles.setContentsMargins(theme.M, 0, 0, 0)
        tiles.addWidget(self.list)
        column.addLayout(tiles)
        self.setFixedHeight(HEADING + HIGH + 16 + 34)
        self.setFocusProxy(self.list)
        self._commands()
        self._connect()
        texts.OnLanguage(self, self._say)

    def _commands(self) -> None:
        self.edit_action = command(self, "E", self.edit_unit, icon="edit")
        self.add_action = command(self, "N", self.add_unit, icon="plus")
        self.story_action = command(self, "Space", self.show_story, icon="info")
        self.check_action = command(self, "K", self.check, icon="check")
        self.states = [
            command(self, key, partial(self.set_state, state))
            for key, state in zip("123", words.UNIT_STATES, strict=True)
        ]
        self._add.setVisible(self.may_add())
        self.add_action.setVisible(self.may_add())

    def _connect(self) -> None:
        self.feed.changed.connect(self._followed)
        self.feed.loaded.connect(self._loaded)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.list.wanted.connect(self.edit_unit)
        self.writer.saved.connect(self._saved)
        self.writer.failed.connect(lambda why: self.message.tell(why, "urgent"))

    # -- what the panel asks -----------------------------------------------------------------------

    def choose(self, unit: str) -> None:
        """Go to a unit without telling that it was chosen."""
        row = next((n for n, t in enumerate(self.model.tiles) if t.unit == unit), -1)
        if unit and row >= 0:
            self.blockSignals(True)
            self.list.setCurrentIndex(self.model.index(row))
            self.blockSignals(False)

    def tick(self) -> None:
        """Time went on."""
        self.model.refresh()

    def current(self) -> Tile | None:
        """The tile under the keys."""
        index = self.list.currentIndex()
        return self.model.tiles[index.row()] if index.isValid() else None

    # -- following ---------------------------------------------------------------------------------

    def _loaded(self) -> None:
        self.model.board.load()
        self._refresh()

    def _followed(self, changed: frozenset[tuple[str, str]]) -> None:
        if any(name in _HEARD for name, _ in changed):
            self.model.board.note(changed)
            self._refresh()

    def _refresh(self) -> None:
        tile, value = self.current(), self.list.horizontalScrollBar().value()
        if self.model.refresh():
            row = -1 if tile is None else self.model.row_of((tile.unit, tile.owner, tile.resource))
            if row >= 0:
                self.blockSignals(True)
                self.list.setCurrentIndex(self.model.index(row))
                self.blockSignals(False)
            self.list.horizontalScrollBar().setValue(value)
        self._say()

    def _moved(self, current: Index, _previous: Index) -> None:
        if self._story is not None:
            self._story.hide()
        if current.isValid():
            tile = self.model.tiles[current.row()]
            self.unitChosen.emit(tile.unit)
            self.cellChosen.emit(tile.owner, tile.resource)

    # -- who may -----------------------------------------------------------------------------------

    def may_add(self) -> bool:
        """Whether this officer may add units at all."""
        return "unit" in ROLES[self._me.role].appends.get("national", frozenset())

    def locked(self, owner: str) -> str:
        """Why this officer may not change an owner's units; "" when that is fine."""
        if not self.may_add():
            return words.locked("role", "")
        if self._me.role in OUTSIDE and owner != self._me.organisation:
            known = self.feed.book.owners.get(owner)
            return words.locked("other", known.name if known is not None else owner)
        return ""

    def _mine(self) -> Unit | None:
        """The current unit, when it may be changed; otherwise it is said why not."""
        tile = self.current()
        unit = None if tile is None else self.feed.book.unit(tile.unit)
        if unit is None:
            return None
        reason = self.locked(unit.owner)
        if reason:
            self.message.tell(reason, "attention")
            return None
        return unit

    # -- acts --------------------------------------------------------------------------------------

    def set_state(self, state: str) -> None:
        """Say what the current unit can do."""
        self._change("typed", {"state": state})

    def check(self) -> None:
        """The current unit was checked and is unchanged."""
        self._change("checked", {})

    def _change(self, what: str, fields: dict[str, Any]) -> None:
        unit = self._mine()
        if unit is None:
            return
        change = edit_of("unit", unit, {**fields, **self.writer.stamp(unit.owner)})
        if change is not None:
            self.writer.write(what, {unit.owner: [change]})

    def _saved(self, what: str, _count: int) -> None:
        if what == "undone":
            self.message.tell(self.tr("Put back as it was."), "good")
            return
        said = self.tr("Saved on this workstation.")
        self.message.tell(said, "good", [(self.tr("Undo"), self.writer.undo)])

    def add_unit(self) -> None:
        """Open a card for a new unit, of the type of the current tile."""
        if self.may_add():
            tile = self.current()
            self._card("", "" if tile is None else tile.resource)

    def edit_unit(self) -> None:
        """Open the current unit in a card."""
        tile = self.current()
        if tile is not None and not tile.unit:
            self._card("", tile.resource)
        unit = self._mine()
        if unit is not None:
            self._card(unit.id, unit.resource)

    def _card(self, unit: str, resource: str) -> None:
        from kcr2desk.desk.bijstand.unit_card import UnitCard

        self.cardWanted.emit(
            UnitCard(
                self.feed, self._cache, self._work, now=self._now, me=self._me, unit=unit,
                resource=resource,
            )
        )  # fmt: skip

    def show_story(self) -> None:
        """Show all that is known of the current unit."""
        index = self.list.currentIndex()
        if not index.isValid():
            return
        window = self.window()
        if self._story is None:
            self._story = StoryCard(window)
            self._story.closed.connect(self.list.setFocus)
        corner = self.list.viewport().mapTo(window, QPoint(0, 0))
        rect = QRect(self.list.visualRect(index)).translated(corner)
        self._story.show_story(self.model.story(index), rect)

    def sizeHint(self) -> QSize:
        return QSize(600, self.height())

    def _say(self) -> None:
        count = sum(1 for tile in self.model.tiles if tile.unit)
        self._title.setText(self.tr("Units by name · {n}").format(n=count))
        self.list.setAccessibleName(self.tr("Units by name"))
        self._add.setText(self.tr("Add a unit"))
        self.add_action.setText(self.tr("Add a unit by name…"))
        self.edit_action.setText(self.tr("Change this unit…"))
        self.story_action.setText(self.tr("What is known of this unit"))
        self.check_action.setText(self.tr("Unit checked, unchanged"))
        for action, state in zip(self.states, words.UNIT_STATES, strict=True):
            said = self.tr("This unit is {state}").format(state=words.unit_state(state))
            action.setText(said)
