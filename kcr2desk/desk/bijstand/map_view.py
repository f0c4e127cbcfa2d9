"""The map beside the board: the same numbers where they lie."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcr2desk.core.board import SIGNS, Board
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.bijstand import board_words, map_shape, type_choice
from kcr2desk.desk.bijstand.board_look import BoardPainter
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.map_canvas import MapCanvas, board_model
from kcr2desk.desk.bijstand.map_shape import Shape
from kcr2desk.desk.kit import Option, paint
from kcr2desk.desk.remember import Settings
from kcr2desk.desk.shortcuts import command
from kcr2desk.desk.work import StoreWork, When
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

_CELLS: Final = frozenset({"capacity", "unit", "commitment", "owner", "resourcetype", "discipline"})
_CRISES: Final = frozenset({"incident", "assistancerequest"})


class _Legend(QWidget):
    """The signs and their words, in one line."""

    def __init__(self) -> None:
        super().__init__()
        self._board = BoardPainter()
        self.setFixedHeight(20)
        theme.current().changed.connect(self._dress)

    def _dress(self) -> None:
        self._board.forget()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.current().font("small"))
        wide = sum(metrics.horizontalAdvance(board_words.sign(s)) + 34 for s in SIGNS)
        return QSize(wide, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, font = QPainter(self), theme.current().font("small")
        left = 0
        for sign in SIGNS:
            word = board_words.sign(sign)
            wide = QFontMetrics(font).horizontalAdvance(word)
            if left + 18 + wide > self.width():
                break
            self._board.sign(painter, QRect(left, 0, 16, 20), sign)
            place = QRect(left + 18, 0, wide + 2, 20)
            paint.draw_text(painter, place, word, font, QColor(theme.tokens().muted))
            left += 34 + wide


class MapView(QWidget):
    """Tiles, or borders once an administrator imported them. One type, or the worst of all."""

    ownerChosen = Signal(str)
    cellChosen = Signal(str, str)
    """Owner and resource type, when the map shows one type."""

    typeChosen = Signal(str)
    """The officer wants to see this type."""

    def __init__(
        self,
        feed: BookFeed,
        _cache: Cache | None,
        work: StoreWork | None,
        *,
        now: Callable[[], datetime],
        me: Identity | None,  # noqa: ARG002 (all parts of the panel are made alike)
        board: Board | None = None,
    ) -> None:
        super().__init__()
        self._feed = feed
        self._now = now
        self._work = work
        self._own = board is None
        self._board = Board(feed.book) if board is None else board
        self._wants_borders = True
        self._model = board_model(self._board)
        self.canvas = MapCanvas(self._model, now)
        self.canvas.chosen.connect(self._chosen)
        self.setFocusProxy(self.canvas)
        self._in = command(self.canvas, "+|=", lambda: self.canvas.zoom(1.25), icon="plus")
        self._out = command(self.canvas, "-", lambda: self.canvas.zoom(0.8), icon="minus")
        self._whole = command(self.canvas, "0", self.canvas.reset, icon="map")
        self._build()
        self._minute = QTimer(self)
        self._minute.setInterval(30_000)
        self._minute.timeout.connect(self.canvas.forget)
        self._minute.start()
        feed.loaded.connect(self._load)
        feed.changed.connect(self._changed)
        texts.OnLanguage(self, self._say)
        self._read_borders()

    def _build(self) -> None:
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._what = kit.FilterButton(multiple=False, always=True, width=300)
        self._what.changed.connect(self._picked)
        self._modes = kit.KeyChoice()
        self._modes.chosen.connect(lambda value: self.show_borders(value == "borders"))
        self._legend = _Legend()
        head = QHBoxLayout()
        head.setContentsMargins(theme.M, theme.XS, theme.S, theme.XS)
        head.setSpacing(theme.M)
        head.addWidget(self._what)
        head.addWidget(self._modes)
        head.addStretch(1)
        for action in (self._out, self._whole, self._in):
            head.addWidget(kit.tool_button(action, small=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.canvas, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.M, theme.XS, theme.M, theme.XS)
        foot.addWidget(self._legend, 1)
        column.addLayout(foot)

    # -- from outside ------------------------------------------------------------------------------

    def choose(self, owner: str, resource: str = "") -> None:
        """Show an owner as chosen, without saying so. A type that is given is shown, too."""
        if resource:
            self.set_type(resource)
        self.canvas.choose(owner)

    def set_type(self, resource: str) -> None:
        """Show one resource type; "" shows the worst sign of all."""
        self._model.resource = resource if resource in self._feed.book.types else ""
        self._say()
        self.canvas.forget()

    def set_disciplines(self, disciplines: Iterable[str]) -> None:
        """Of all types count only those of these disciplines; none given counts all."""
        self._model.disciplines = frozenset(disciplines)
        self._say()
        self.canvas.forget()

    def set_asking(self, region: str) -> None:
        """Shade the neighbours of a region that asks; "" for none."""
        self._model.asking = region
        self.canvas.forget()

    def set_moment(self, at: datetime | None) -> None:
        """Count promises at a moment instead of now."""
        self._board.set_moment(at)
        self.canvas.forget()

    def show_borders(self, borders: bool) -> None:
        """Draw borders, where some were imported, or tiles."""
        self._wants_borders = borders
        self.canvas.set_borders(borders)
        self._modes.set_value("borders" if self.canvas.shows_borders else "tiles")

    def keep(self, settings: Settings) -> None:
        """Write down how it is shown."""
        settings.set("bijstand/map", json.dumps([self._wants_borders, self.what]))

    def restore(self, settings: Settings) -> None:
        """Show it as it was kept; what cannot be read leaves it as it is."""
        try:
            borders, what = json.loads(settings.get("bijstand/map") or "")
        except (ValueError, TypeError):
            return
        self.show_borders(borders is not False)
        self._kept = what if isinstance(what, str) else ""
        self._take_kept()

    _kept = ""

    def _take_kept(self) -> None:
        """Show what was shown before, once the book knows of it."""
        if self._kept and self._feed.is_loaded:
            self.set_what(self._kept)
            self._kept = ""

    @property
    def what(self) -> str:
        """What is shown: `type:pump`, `discipline:fire`, "" for the worst of all."""
        if self._model.resource:
            return type_choice.of_type(self._model.resource)
        for one in self._model.disciplines:
            return f"{type_choice.DISCIPLINE}:{one}"
        return ""

    def set_what(self, what: str) -> None:
        """Show what `what` says."""
        discipline = type_choice.discipline_of(what)
        self.set_disciplines([discipline] if discipline else [])
        self.set_type(type_choice.type_of(what))

    def _picked(self, chosen: frozenset[str]) -> None:
        self.set_what(next(iter(chosen)))
        if self._model.resource:
            self.typeChosen.emit(self._model.resource)

    @property
    def resource(self) -> str:
        """The type that is shown, "" for the worst of all."""
        return self._model.resource

    # -- following ---------------------------------------------------------------------------------

    def _load(self) -> None:
        if self._own:
            self._board.load()
        self._model.look_around()
        self._read_borders()
        self._take_kept()
        self._say()

    def _changed(self, keys: frozenset[tuple[str, str]]) -> None:
        names = {name for name, _ in keys}
        if self._own:
            self._board.note(keys)
        if names & _CRISES:
            self._model.look_around()
        if "boundary" in names:
            self._read_borders()
        if names & (_CELLS | _CRISES):
            self.canvas.forget()

    def _read_borders(self) -> None:
        rings = {code: one.rings for code, one in self._feed.book.boundaries.items()}
        if self._work is None or not rings:
            self._took_borders(map_shape.shapes(rings))
            return
        self._work.ask(
            lambda: map_shape.shapes(rings),
            self._took_borders,
            owner=self,
            topic="borders",
            when=When.IDLE,
        )

    def _took_borders(self, shapes: dict[str, Shape]) -> None:
        self.canvas.set_shapes(shapes)
        self._modes.setVisible(bool(shapes))
        self.show_borders(self._wants_borders)

    def _chosen(self, owner: str) -> None:
        self.ownerChosen.emit(owner)
        if self._model.resource:
            self.cellChosen.emit(owner, self._model.resource)

    def _say(self) -> None:
        options = [
            kit.FilterOption("", self.tr("All types: the worst")),
            *type_choice.options(self._feed.book),
        ]
        shown = next((o.text for o in options if o.value == self.what), "")
        self._what.set_title(self.tr("Shows"))
        self._what.set_options(options)
        self._what.set_value(frozenset({self.what}))
        self.canvas.setAccessibleName(self.tr("Map: {what}").format(what=shown))
        self.canvas.heading = self.tr("Caribbean, own time")
        self._modes.set_options(
            [Option("tiles", self.tr("Tiles")), Option("borders", self.tr("Borders"))]
        )
        self._modes.set_value("borders" if self.canvas.shows_borders else "tiles")
        self._in.setText(self.tr("Make the map larger"))
        self._out.setText(self.tr("Make the map smaller"))
        self._whole.setText(self.tr("The whole map"))
        self._legend.updateGeometry()
        self.canvas.forget()
