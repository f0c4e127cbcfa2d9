"""The numbers of all operations, for who may not enter them: no persons, nothing under five."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kcr2desk.core.record import Record
from kcr2desk.core.repatriation.counting import LEAST
from kcr2desk.core.repatriation.operation import COUNTS, Choice, Counts
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.parts.book_feed import Relay
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.work import StoreWork, When

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

translate = QCoreApplication.translate
OLD: Final = timedelta(minutes=15)
"""Numbers older than this are grey: the hub counts anew twice a minute when something changes, so
it is the line that is old."""

_CELL: Final = 132
_HIGH: Final = 62
NUMBERS: Final = ("expected", "arrived", "registered", "handed_over", "minors_alone")


def number_words() -> dict[str, str]:
    """What each number is called."""
    return {
        "expected": translate("CountsView", "expected"),
        "arrived": translate("CountsView", "arrived"),
        "registered": translate("CountsView", "registered"),
        "handed_over": translate("CountsView", "handed over"),
        "minors_alone": translate("CountsView", "minors alone"),
    }


def number_said(number: object) -> str:
    """A number, or `< 5` for what is too small to be told."""
    return texts.number(number) if isinstance(number, int) else f"< {LEAST}"


class CountsView(QWidget):
    """A row for each operation, open ones first."""

    changed = Signal()
    """There are other operations than before."""

    def __init__(
        self, cache: Cache, work: StoreWork, changes: Relay, *, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._cache, self._work, self._now = cache, work, now
        self._found: list[Counts] = []
        self._needs: dict[str, Choice] = {}
        self.rows: list[CountsRow] = []
        self.note = kit.label(tone="muted", wrap=True)
        held = QWidget()
        self._column = QVBoxLayout(held)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.L)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(held)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        page.setSpacing(theme.L)
        page.addWidget(self.note)
        page.addWidget(area, 1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        changes.changed.connect(self._hear)
        texts.OnLanguage(self, self._say)
        self._ask()

    @property
    def found(self) -> int:
        """How many operations tell their numbers."""
        return len(self._found)

    def _hear(self, type_name: str, _ids: object) -> None:
        if type_name in ("counts", "choice"):
            self._ask()

    def _ask(self) -> None:
        def call() -> tuple[list[Record], list[Record]]:
            return self._cache.all("counts", stream=COUNTS), self._cache.all("choice")

        self._work.ask(call, self._took, owner=self, topic="counts", when=When.NOW)

    def _took(self, found: tuple[list[Record], list[Record]]) -> None:
        counts = [r for r in found[0] if isinstance(r, Counts)]
        before, self._found = (
            self.found,
            sorted(counts, key=lambda c: (c.status == "closed", c.title, c.id)),
        )
        self._needs = {r.code: r for r in found[1] if isinstance(r, Choice) and r.group == "need"}
        self.refresh()
        if self.found != before:
            self.changed.emit()

    def refresh(self) -> None:
        """Show them anew."""
        while len(self.rows) < len(self._found):
            row = CountsRow()
            self.rows.append(row)
            self._column.insertWidget(len(self.rows) - 1, row)
        for row, counts in zip(self.rows, self._found, strict=False):
            row.show_counts(counts, self._needs, self._now())
        for row in self.rows[len(self._found) :]:
            row.hide()

    def tick(self) -> None:
        """Ages grow."""
        self.refresh()

    def _say(self) -> None:
        self.note.setText(
            self.tr("Numbers only, counted by the hub; fewer than five are not told.")
        )
        self.refresh()


class CountsRow(QWidget):
    """One operation: its name and age, its numbers large, what people need below."""

    def __init__(self) -> None:
        super().__init__()
        self._title = self._age = self._needs = ""
        self._cells: list[tuple[str, str]] = []
        self._old = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Counts, needs: Mapping[str, Choice], now: datetime) -> None:
        """Show them."""
        numbers: Any = counts.numbers if isinstance(counts.numbers, dict) else {}
        told: Any = counts.needs if isinstance(counts.needs, dict) else {}
        words = number_words()
        self._title = counts.title
        self._cells = [(number_said(numbers.get(name)), words[name]) for name in NUMBERS]
        said = [f"{_need(code, needs)} {number_said(n)}" for code, n in told.items()]
        needed = translate("CountsView", "Needs: {list}")
        self._needs = needed.format(list=" · ".join(said)) if said else ""
        counted = counts.counted_at
        closed = counts.status == "closed"
        self._old = counted is None or (now - counted > OLD and not closed)
        self._age = "" if counted is None else texts.age(counted, now)
        if closed:
            self._age = translate("CountsView", "closed")
        self.setAccessibleName(
            f"{self._title}: " + ", ".join(f"{word} {number}" for number, word in self._cells)
        )
        self.show()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_CELL * len(NUMBERS), 28 + _HIGH + 22 + theme.M)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens, look = theme.tokens(), theme.current()
        painter = QPainter(self)
        heading, base, small = look.font("heading"), look.font("base"), look.font("small")
        large = look.font("number")
        main = QColor(tokens.stale if self._old else tokens.text)
        muted = QColor(tokens.stale if self._old else tokens.muted)
        wide = min(self.width() - 120, QFontMetrics(heading).horizontalAdvance(self._title))
        paint.draw_text(painter, QRect(0, 0, wide, 24), self._title, heading, main)
        paint.draw_text(painter, QRect(wide + 12, 0, 108, 24), self._age, base, muted)
        cell = min(_CELL + 40, self.width() // len(NUMBERS))
        for n, (number, word) in enumerate(self._cells):
            at = n * cell
            paint.draw_text(painter, QRect(at, 28, cell - 8, 34), number, large, main)
            paint.draw_text(painter, QRect(at, 62, cell - 8, 20), word, small, muted)
        needs = QRect(0, 88, self.width(), 22)
        paint.draw_text(painter, needs, self._needs, base, muted)
        painter.setPen(QColor(tokens.line))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


def _need(code: str, needs: Mapping[str, Choice]) -> str:
    found = needs.get(code)
    return code if found is None else found.name_in(people_words.language()).lower()
