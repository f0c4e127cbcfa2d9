"""The page "state of bijstand": preview, PDF, printer and spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kcr2desk.core.book import TYPES, Book
from kcr2desk.desk import kit, texts
from kcr2desk.desk.bijstand import board_words
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.bijstand.state_body import state_sheet
from kcr2desk.desk.parts.paper import Sheet
from kcr2desk.desk.parts.print_page import PrintPage, stamp
from kcr2desk.desk.shortcuts import command
from kcr2desk.desk.work import StoreWork
from kcr2desk.store.identity import Identity

if TYPE_CHECKING:
    from kcr2desk.exchange.state_words import Language
    from kcr2desk.store.cache import Cache


class StatePage(PrintPage):
    """All open requests, what is missing, what is under way, and how old the numbers are."""

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache | None,
        work: StoreWork | None,
        *,
        now: Callable[[], datetime],
        me: Identity | None,
        exercise: bool = False,
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me, exercise=exercise)
        self._sheet = command(self, "Ctrl+Shift+X", self._ask_sheet, icon="columns")
        self.actions_row.addWidget(kit.action_button(self._sheet))
        texts.OnLanguage(self, self._say)

    def sheet(self) -> Sheet:
        return state_sheet(self.feed.book, self.now(), made_by=self.maker, exercise=self.exercise)

    def file_name(self) -> str:
        name = self.tr("bijstand")
        mark = self.tr("EXERCISE") + "-" if self.exercise else ""
        return f"{mark}{name}-{stamp(self.now())}"

    def save_sheet(self, path: Path) -> None:
        """Write the spreadsheet, as things are now, away from the screen; say whether it worked."""
        language: Language = "nl" if board_words.language() == "nl" else "en"
        now, exercise, book = self.now(), self.exercise, self.feed.book
        records = [each for name in TYPES for each in book.all(name)]  # the book itself goes on

        def write() -> None:
            from kcr2desk.exchange.state_sheet import state_of_bijstand

            path.write_bytes(state_of_bijstand(Book(records), now, language, exercise=exercise))

        self.note.tell(self.tr("The spreadsheet is being made…"))
        self._sheet.setEnabled(False)
        self.write_away(write, path)

    def written(self, path: Path, error: Exception | None) -> None:
        self._sheet.setEnabled(True)
        super().written(path, error)

    def _ask_sheet(self) -> None:
        self.ask_file("xlsx", "Excel (*.xlsx)", self.save_sheet)

    def _say(self) -> None:
        self._sheet.setText(self.tr("Save as spreadsheet…"))
        self.say_page(self.tr("State of bijstand"))
