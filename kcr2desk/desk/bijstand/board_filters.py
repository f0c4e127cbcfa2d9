"""The filters of the board: discipline, region, what wants attention, and the order."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kcr2desk.core.board_order import group_of, ordered_owners
from kcr2desk.core.records import Discipline
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.bijstand import board_words as words
from kcr2desk.desk.bijstand.board_model import BoardFilter
from kcr2desk.desk.bijstand.feed import BookFeed


class BoardFilters(QWidget):
    """Filter buttons for the panel's row. `changed` carries the BoardFilter that is wanted."""

    changed = Signal(object)

    howChanged = Signal(str)
    """How the officer hears what is typed on the board."""

    def __init__(self, feed: BookFeed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._feed = feed
        self.discipline = kit.FilterButton(width=150)
        self.owner = kit.FilterButton(width=130)
        self.only = kit.FilterButton(width=130)
        self.how = kit.FilterButton(multiple=False, always=True, width=150)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        for button in (self.discipline, self.owner, self.only):
            row.addWidget(button, 2)
            button.changed.connect(lambda _: self.changed.emit(self.filter()))
        row.addWidget(self.how, 2)
        self.how.set_value(frozenset({"phone"}))
        self.how.changed.connect(lambda chosen: self.howChanged.emit(next(iter(chosen))))
        feed.loaded.connect(self._say)
        feed.changed.connect(self._heard)
        texts.OnLanguage(self, self._say)

    def filter(self) -> BoardFilter:
        """What is let through."""
        only = self.only.value()
        return BoardFilter(
            self.discipline.value(),
            self.owner.value(),
            shortage="shortage" in only,
            old="old" in only,
            having="having" in only,
        )

    def holds_back(self) -> bool:
        """Whether anything is filtered."""
        return any(b.holds_back for b in (self.discipline, self.owner, self.only))

    def clear(self) -> None:
        """Let everything through again."""
        for button in (self.discipline, self.owner, self.only):
            button.set_value(frozenset())
        self.changed.emit(self.filter())

    def _heard(self, changed: frozenset[tuple[str, str]]) -> None:
        if any(name in ("owner", "discipline", "resourcetype") for name, _ in changed):
            self._say()

    def _say(self) -> None:
        option = kit.FilterOption
        self.discipline.set_title(self.tr("Discipline"))
        self.owner.set_title(self.tr("Owner"))
        self.only.set_title(self.tr("Only"))
        self.how.set_title(self.tr("By"))
        dutch = words.language() == "nl"
        used = {kind.discipline for kind in self._feed.book.types.values()}
        found = [d for d in self._feed.book.all("discipline") if isinstance(d, Discipline)]
        self.discipline.set_options(
            [
                option(d.code, d.name_nl if dutch else d.name_en)
                for d in sorted(found, key=lambda d: d.order)
                if d.code in used
            ]
        )
        self.owner.set_options(
            [
                option(o.code, o.name, words.group(group_of(o)) if o.kind != "region" else o.code)
                for o in ordered_owners(self._feed.book)
            ]
        )
        self.only.set_options(
            [
                option("shortage", self.tr("Shortages")),
                option("old", self.tr("Old and unknown")),
                option("having", self.tr("Who has some")),
            ]
        )
        self.how.set_options([option(code, words.how(code)) for code in words.HOWS])
