"""A warning while typing that a report looks like one already there. It never stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kcr2desk.core.fields import moment
from kcr2desk.core.text import Json
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.parts import words
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.query import ReportLine

MOST_ALIKE: Final = 3
PAUSE_MS: Final = 350
"""Milliseconds without a key before the store is asked."""
_HEAD: Final = 28
_LINE: Final = 26


class AlikeWatch(QObject):
    """Asks the store, when typing pauses, which reports look like the one being written."""

    found = Signal(object)
    """The reports that it looks like: a tuple of ReportLine, empty when there are none."""

    def __init__(self, cache: Cache, work: StoreWork, parent: QObject) -> None:
        super().__init__(parent)
        self._cache = cache
        self._work = work
        self._values: Mapping[str, Json] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    def typed(self, values: Mapping[str, Json]) -> None:
        """Something was typed: ask once it pauses."""
        self._values = dict(values)
        if str(values.get("text") or values.get("title") or "").strip():
            self._pause.start()
        else:
            self.clear()

    def clear(self) -> None:
        """Ask no more, show none."""
        self._pause.stop()
        self.found.emit(())

    def _ask(self) -> None:
        values = self._values
        self._work.ask(
            lambda: self._cache.similar(values, limit=MOST_ALIKE),
            lambda lines: self.found.emit(tuple(lines)[:MOST_ALIKE]),
            owner=self,
            topic="alike",
        )


class AlikeCard(QWidget):
    """At the foot of the note: up to three reports that it looks like, each with a key."""

    openWanted = Signal(str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._lines: tuple[ReportLine, ...] = ()
        self._dismissed: frozenset[str] = frozenset()
        self._cross = kit.button(kind="quiet", icon="close", small=True, run=self._dismiss)
        self._cross.setParent(self)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setFixedWidth(26)
        self._rows = [_Row(place, self) for place in range(MOST_ALIKE)]
        for row in self._rows:
            row.clicked.connect(lambda _checked=False, r=row: self.openWanted.emit(r.id))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()
        texts.OnLanguage(self, self._say)

    def show_lines(self, lines: Sequence[ReportLine]) -> None:
        """Show these; those that the officer waved away do not come back."""
        kept = tuple(line for line in lines if line.id not in self._dismissed)
        self._lines = kept[:MOST_ALIKE]
        for place, row in enumerate(self._rows):
            if place < len(self._lines):
                row.show_line(self._lines[place], self._now())
        self.setVisible(bool(self._lines))
        self.updateGeometry()
        self._say()
        self._place()

    def lines(self) -> tuple[ReportLine, ...]:
        return self._lines

    def open_line(self, place: int) -> None:
        """Open one of those shown, counted from 0."""
        if place < len(self._lines):
            self.openWanted.emit(self._lines[place].id)

    def forget(self) -> None:
        """Another report is written: what was waved away counts again."""
        self._dismissed = frozenset()
        self.show_lines(())

    def sizeHint(self) -> QSize:
        return QSize(240, _HEAD + _LINE * len(self._lines) + theme.XS)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEAD)

    def resizeEvent(self, _event: object) -> None:
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, tokens, painter = theme.current(), theme.tokens(), QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.tint("attention")))
        sign = QRect(theme.S, 0, 16, _HEAD)
        paint.draw_icon(painter, "duplicate", tokens.attention, sign)
        room = QRect(32, 0, self.width() - 64, _HEAD)
        font = now.font("base", strong=True)
        paint.draw_text(painter, room, self._title, font, QColor(tokens.attention))

    def _dismiss(self) -> None:
        self._dismissed |= {line.id for line in self._lines}
        self.show_lines(())

    def _place(self) -> None:
        self._cross.move(self.width() - 30, 3)
        for place, row in enumerate(self._rows):
            top = _HEAD + _LINE * place
            row.setGeometry(0, top, self.width(), _LINE)
            row.setVisible(place < len(self._lines) and top + _LINE <= self.height())

    def _say(self) -> None:
        self._title = self.tr("Looks like %n that is there already", "", len(self._lines))
        self._cross.setToolTip(self.tr("It is another one"))
        self._cross.setAccessibleName(self.tr("It is another one"))
        self.setAccessibleName(self._title)
        self.update()


class _Row(QAbstractButton):
    """One report that looks alike: when, what, where, and the key that opens it."""

    def __init__(self, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.id = ""
        self._key = f"Alt+{place + 1}"
        self._clock = ""
        self._title = ""
        self._where = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_line(self, line: ReportLine, now: datetime) -> None:
        self.id = line.id
        received = line.received_at
        self._clock = "" if received is None else texts.moment(moment(received), now)
        self._title = line.title
        where = line.spot or words.municipality(line.municipality)
        self._where = where or words.region_short(line.region)
        self.setAccessibleName(f"{self._clock} {self._title} {self._where}")
        self.setToolTip(f"{line.number} · {line.title}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, tokens, painter = theme.current(), theme.tokens(), QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(tokens.hover))
        room = self.rect().adjusted(32, 0, -theme.S, 0)
        key = paint.draw_keycap(painter, room, self._key)
        room.adjust(0, 0, -key - theme.S, 0)
        small = now.font("small")
        where = QRect(room.right() - room.width() // 4, 0, room.width() // 4, self.height())
        paint.draw_text(painter, where, self._where, small, QColor(tokens.muted), right=True)
        table = now.font("table")
        used = paint.draw_text(painter, room, self._clock, table, QColor(tokens.muted))
        title = room.adjusted(used + theme.S, 0, -where.width() - theme.S, 0)
        paint.draw_text(painter, title, self._title, now.font("base"), QColor(tokens.text))
