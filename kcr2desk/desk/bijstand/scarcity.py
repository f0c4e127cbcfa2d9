"""The card of the scarcity advice: read, saved as PDF or as text. It leaves the decision blank."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QTextBrowser

from kcr2desk.core.book import records_of
from kcr2desk.desk.bijstand import scarcity_page
from kcr2desk.desk.bijstand.card import SAVE, Card
from kcr2desk.desk.bijstand.feed import BookFeed
from kcr2desk.desk.parts.copies import save_as
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.planning import Plan
    from kcr2desk.planning.scarcity import ScarcityAdvice
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity


class ScarcityPage(Card):
    """Options and consequences for a plan that leaves something unfilled."""

    def __init__(
        self,
        feed: BookFeed,
        cache: Cache,
        work: StoreWork,
        *,
        now: Callable[[], datetime],
        me: Identity,
        plan: Plan,
        solver: StoreWork,
    ) -> None:
        super().__init__(feed, cache, work, now=now, me=me)
        self.advice: ScarcityAdvice | None = None
        self.text = QTextBrowser()
        self.column.addWidget(self.text)
        self.pdf_action, pdf = self.action(SAVE, self.save_pdf, icon="download", kind="primary")
        self.text_action, plain = self.action("Alt+S", self.save_text)
        for button in (pdf, plain):
            self.foot.addWidget(button)
        self.begin()
        book, at = records_of(self.book.all), now()

        def call() -> ScarcityAdvice | None:
            from kcr2desk.planning.scarcity import scarcity

            return scarcity(book, plan, at)

        self.told.tell(self.tr("The options are being worked out…"), "muted", closable=False)
        solver.ask(call, self._show, owner=self, failed=self._untold)

    def _show(self, advice: ScarcityAdvice | None) -> None:
        self.advice = advice
        self.told.hide()
        self.refresh()

    def _untold(self, error: Exception) -> None:
        said = self.tr("No options could be worked out: {why}")
        self.told.tell(said.replace("{why}", str(error)), "urgent")

    def refresh(self) -> None:
        """Show the page."""
        there = self.advice is not None
        self.pdf_action.setEnabled(there)
        self.text_action.setEnabled(there)
        if self.advice is not None:
            self.text.setHtml(scarcity_page.page(self.book, self.advice))

    def save_pdf(self) -> None:
        """Save the page as PDF."""
        self._ask_where("pdf", self.write_pdf)

    def save_text(self) -> None:
        """Save the page as text."""
        self._ask_where("txt", self.write_text)

    def _ask_where(self, ending: str, run: Callable[[Path], None]) -> None:
        name = f"{self.tr('Scarcity advice')}.{ending}"
        chosen, _ = QFileDialog.getSaveFileName(self, self.title.text(), name)
        if chosen:
            run(Path(chosen))

    def write_pdf(self, target: Path) -> None:
        """Write the page as PDF."""
        if self.advice is not None:
            html = scarcity_page.page(self.book, self.advice)
            self._write(target, scarcity_page.pdf(html, self.title.text()))

    def write_text(self, target: Path) -> None:
        """Write the page as text."""
        self._write(target, self.text.toPlainText().encode())

    def _write(self, target: Path, data: bytes) -> None:
        said = self.tr("Saved as {file}.").replace("{file}", target.name)
        self.write(lambda: save_as(target, iter([data])), lambda _: self.told.tell(said, "good"))

    def focus_first(self) -> None:
        """On the page."""
        self.text.setFocus()

    def say(self) -> None:
        """All words."""
        self.title.setText(self.tr("Scarcity advice"))
        self.subtitle.setText(self.tr("Options and consequences; who decides fills in the rest."))
        self.pdf_action.setText(self.tr("Save as PDF…"))
        self.text_action.setText(self.tr("Save as text…"))
        self.text.setAccessibleName(self.tr("Scarcity advice"))
