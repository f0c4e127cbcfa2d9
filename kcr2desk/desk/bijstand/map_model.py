"""What the map says of each owner: the board's own cells, for one type or the worst of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from kcr2desk.core import places
from kcr2desk.core.board import Board, Cell
from kcr2desk.core.candidates import crises
from kcr2desk.core.travel import ring
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand import board_words
from kcr2desk.desk.bijstand.board_look import Look, look_of
from kcr2desk.desk.bijstand.request_words import owner as owner_name

translate = QCoreApplication.translate

WORST: Final = ("shortage", "tight", "old", "unknown", "enough")
"""Signs from what wants attention most to least: of several types the first is shown."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One owner on the map. `far` is its ring around the region that asks, None when none asks."""

    owner: str
    short: str
    name: str
    look: Look
    sign: str
    crisis: str = ""
    far: int | None = None
    clock: str = ""
    """Its own local time, where that differs from ours."""

    @property
    def number(self) -> str:
        return self.look.before + self.look.after


class MapModel:
    """Spots of a board. Cheap to ask: cells are kept by the board."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.resource = ""
        self.disciplines: frozenset[str] = frozenset()
        self.asking = ""
        self._crises: dict[str, str] = {}

    def look_around(self) -> None:
        """Read anew who has a crisis."""
        self._crises = crises(self.board.book)

    def spot(self, owner: str, now: datetime) -> Spot:
        """One owner, as it is now."""
        look, sign = self._look(owner, now)
        asked = ring(self.asking, owner) if self.asking else None
        known = self.board.book.owners.get(owner)
        try:
            name = places.region(owner).name
        except KeyError:
            name = owner if known is None else known.name
        return Spot(
            owner, owner_name(self.board.book, owner), name, look, sign,
            self._crises.get(owner, ""), asked, _clock(owner, now),
        )  # fmt: skip

    def cells(self, owner: str, now: datetime) -> list[Cell]:
        """The cells that are summed up for an owner: one, or all that are known."""
        if self.resource:
            return [self.board.cell(owner, self.resource, now)]
        kinds = self.board.book.types.values()
        found = (
            self.board.cell(owner, kind.code, now)
            for kind in kinds
            if not self.disciplines or kind.discipline in self.disciplines
        )
        return [cell for cell in found if cell.known and not cell.has_none]

    def has_some(self, owner: str, now: datetime) -> bool:
        """Whether an owner has any of what is shown."""
        return any(cell.known and not cell.has_none for cell in self.cells(owner, now))

    def _look(self, owner: str, now: datetime) -> tuple[Look, str]:
        cells = self.cells(owner, now)
        if self.resource:
            pending = translate("Map", "norm")
            look = look_of(cells[0], norm=pending)
            return look, look.sign
        return worst(cells)

    def story(self, spot: Spot, now: datetime) -> list[str]:
        """Lines that say all of a spot."""
        lines = [spot.name]
        if spot.clock:
            lines.append(translate("Map", "{time} there").format(time=spot.clock))
        if spot.far is not None:
            lines.append(board_words.ring(spot.far))
        if spot.crisis:
            said = translate("Map", "Own crisis: {title}")
            lines.append("! " + said.format(title=spot.crisis))
        language = board_words.language()
        cells = self.cells(spot.owner, now)
        if self.resource:
            return [*lines, *cells[0].story(language)]
        if not cells:
            return [*lines, translate("Map", "Nothing is known of what it has.")]
        for cell in sorted(cells, key=lambda c: WORST.index(c.sign))[:8]:
            kind = self.board.book.types[cell.resource]
            look = look_of(cell, norm=translate("Map", "norm"))
            sign = board_words.sign(cell.sign)
            lines.append(f"{board_words.type_name(kind)}: {look.before}{look.after} · {sign}")
        if len(cells) > 8:
            lines.append(translate("Map", "and {n} more").format(n=texts.number(len(cells) - 8)))
        return lines


def worst(cells: Iterable[Cell]) -> tuple[Look, str]:
    """How several types of one owner look together: the worst sign, and of how many types.

    Its number stands alone: `3` with the sign ▼ are three types that are short.
    """
    counted = Counter(cell.sign for cell in cells)
    sign = next((s for s in WORST if counted[s]), "")
    if not sign:
        return Look("·", tone="stale"), ""
    old = sign == "old"
    number = texts.number(counted[sign])
    return Look(number, sign=sign, tone="muted" if old else "text", old=old), sign


def _clock(owner: str, now: datetime) -> str:
    if owner not in texts.ISLANDS:
        return ""
    return texts.clock(now, ZoneInfo(places.region(owner).time_zone))
