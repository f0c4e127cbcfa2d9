"""Shows a promise that lost the race: beside what was refused, and on a commitment's own card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcr2desk.core.book import Book
from kcr2desk.core.candidates import Candidate
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.bijstand import card_words as words
from kcr2desk.desk.bijstand import request_words
from kcr2desk.desk.bijstand.commit_race import LostLine


class LostRaceView(QWidget):
    """Which line, who has the unit, what else is possible; nothing while nothing was lost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.XS)
        self._lines: list[str] = []
        self.hide()

    def texts(self) -> list[str]:
        """What stands there, line by line."""
        return list(self._lines)

    def clear(self) -> None:
        """Show nothing."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = []
        self.hide()

    def show_lost(self, book: Book, lost: Sequence[LostLine], now: datetime) -> None:
        """Show what became of these promises."""
        self.clear()
        for each in lost:
            self._show(book, each, now)
        self.setVisible(bool(lost))

    def _show(self, book: Book, lost: LostLine, now: datetime) -> None:
        line = book.line(lost.wanted.line) if lost.wanted.line else None
        request = book.request(lost.wanted.request)
        what = words.line(book, line) if line is not None else words.gift(book, lost.wanted)
        title = f"{what} · {request.title}" if request is not None else what
        self._add(title, role="strong")
        self._add(self._numbers(book, lost))
        for holder in lost.holders:
            self._add(self._holder(book, lost, holder.id, now))
        for unit in lost.units:
            said = self.tr("Free then at the same owner: {unit}")
            self._add(said.replace("{unit}", unit.name), tone="good", sign="●")
        if lost.others:
            named = ", ".join(self._candidate(book, lost, each) for each in lost.others)
            said = self.tr("Ask instead: {owners}").replace("{owners}", named)
            self._add(said, tone="accent", sign="→")
        elif not lost.units:
            self._add(
                self.tr("Nobody else is known to have this free."), tone="attention", sign="▼"
            )

    def _numbers(self, book: Book, lost: LostLine) -> str:
        told = lost.told
        if told.limit is None:
            said = self.tr("{owner}: nobody knows how many it has, so KCR2 cannot promise it.")
            return said.replace("{owner}", words.owner(book, lost.wanted.owner))
        said = self.tr("{owner} has {limit}; others hold {promised} then, {n} wanted.")
        for mark, value in (
            ("{owner}", words.owner(book, lost.wanted.owner)),
            ("{limit}", str(told.limit)),
            ("{promised}", str(told.promised)),
            ("{n}", str(lost.wanted.quantity)),
        ):
            said = said.replace(mark, value)
        return said

    def _holder(self, book: Book, lost: LostLine, holder: str, now: datetime) -> str:
        given = book.commitment(holder)
        assert given is not None
        unit = words.unit_name(book, lost.wanted.unit)
        what = unit or words.amount(book, given.quantity, given.resource)
        request = book.request(given.request)
        place = words.owner(book, given.to_region) if given.to_region else ""
        whom = " · ".join(p for p in (place, request.title if request else "") if p) or "?"
        said = self.tr("{what} has {whom} ({number}, {time})")
        for mark, value in (
            ("{what}", what),
            ("{whom}", whom),
            ("{number}", given.number or "–"),
            ("{time}", words.period(given.from_at, given.until_at, now)),
        ):
            said = said.replace(mark, value)
        return said

    def _candidate(self, book: Book, lost: LostLine, candidate: Candidate) -> str:
        free = "?" if candidate.free is None else texts.number(candidate.free)
        if candidate.resource != lost.wanted.resource:  # a number of something else says so
            free = f"{free} {request_words.resource_short(book, candidate.resource)}"
        time = words.travel_time(candidate.minutes)
        said = self.tr("{owner} ({free} free, {time})")
        said = said.replace("{owner}", words.owner(book, candidate.owner))
        return said.replace("{free}", free).replace("{time}", time)

    def _add(self, text: str, *, role: str = "", tone: str = "text", sign: str = "") -> None:
        said = f"{sign} {text}" if sign else text
        self._lines.append(said)
        self._column.addWidget(kit.label(said, role=role, tone=tone, wrap=True))
