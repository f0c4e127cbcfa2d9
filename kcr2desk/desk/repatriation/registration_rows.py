"""A column of people: who this may be, and who stands here together. Drawn, not typed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from kcr2desk.desk import theme
from kcr2desk.desk.kit import paint

_PAD: Final = 8
_FIRST: Final = 22
_REST: Final = 18


@dataclass(frozen=True, slots=True)
class Row:
    """One of them: a name, a number or seat at the right, and lines that say why or what.

    `tone` is that of the last line; `icon` stands before the name.
    """

    key: str
    title: str
    right: str = ""
    lines: tuple[str, ...] = ()
    reason: str = ""
    tone: str = "accent"
    icon: str = "person"
    icon_tone: str = "muted"
    heading: bool = False

    @property
    def height(self) -> int:
        if self.heading:
            return 26
        more = len(self.lines) + bool(self.reason)
        return 2 * _PAD + _FIRST + more * _REST - 4


class RowColumn(QWidget):
    """Rows under each other, one of them chosen. It takes no focus: the scan line has the keys."""

    activated = Signal(str)
    """A row was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._chosen = ""
        self._hover = -1
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def chosen(self) -> str:
        """The key of the chosen row, "" for none."""
        return self._chosen

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the chosen one stays chosen while it is there."""
        self._rows = tuple(rows)
        if all(row.key != self._chosen for row in self._rows):
            self._chosen = ""
        self.setFixedHeight(sum(row.height for row in self._rows))
        self._tell()
        self.update()

    def choose(self, key: str) -> None:
        self._chosen = key
        self._tell()
        self.update()
        self.bring_chosen()

    def bring_chosen(self) -> None:
        """Bring the chosen row into sight."""
        area = self._area()
        if self._chosen and area is not None:
            box = self._box_of(self._chosen)
            area.ensureVisible(0, box.center().y(), 0, box.height())

    def step(self, by: int) -> str:
        """Choose the next or the one before; up from the first chooses none."""
        keys = [row.key for row in self._rows if not row.heading]
        at = keys.index(self._chosen) if self._chosen in keys else -1
        at = max(-1, min(len(keys) - 1, at + by))
        self.choose(keys[at] if at >= 0 else "")
        return self._chosen

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, top = QPainter(self), 0
        for place, row in enumerate(self._rows):
            box = QRect(0, top, self.width(), row.height)
            top += row.height
            if row.heading:
                font, muted = theme.current().font("small"), QColor(theme.tokens().muted)
                paint.draw_text(painter, box.adjusted(_PAD, 6, -_PAD, 0), row.title, font, muted)
            else:
                self._paint(painter, box, row, hover=place == self._hover)

    def _paint(self, painter: QPainter, box: QRect, row: Row, *, hover: bool) -> None:
        now, tokens = theme.current(), theme.tokens()
        chosen = row.key == self._chosen
        ground = tokens.selection if chosen else tokens.raised if hover else ""
        if ground:
            paint.rounded(painter, box.adjusted(0, 1, 0, -1), ground)
        if chosen:
            painter.fillRect(QRect(0, box.top() + 4, 3, box.height() - 8), QColor(tokens.accent))
        line = QRect(box.left() + 34, box.top() + _PAD - 2, box.width() - 34 - _PAD, _FIRST)
        sign = QRect(box.left() + 10, line.top(), 18, _FIRST)
        paint.draw_icon(painter, row.icon, tokens.tone(row.icon_tone), sign)
        room = QRect(line)
        if row.right:
            small = now.font("small")
            wide = paint.draw_text(
                painter, room, row.right, small, QColor(tokens.muted), right=True
            )
            room.adjust(0, 0, -wide - 8, 0)
        paint.draw_text(painter, room, row.title, now.font("base", strong=True),
                        QColor(tokens.text))  # fmt: skip
        line.translate(0, _FIRST - 1)
        line.setHeight(_REST)
        for said in row.lines:
            paint.draw_text(painter, line, said, now.font("small"), QColor(tokens.muted))
            line.translate(0, _REST)
        if row.reason:
            colour = QColor(tokens.tone(row.tone))
            paint.draw_text(painter, line, row.reason, now.font("small"), colour)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = self._at(round(event.position().y()))
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hover = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._at(round(event.position().y()))
        if at >= 0 and not self._rows[at].heading:
            self.activated.emit(self._rows[at].key)

    def _area(self) -> QScrollArea | None:
        above: QWidget | None = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        return above

    def _at(self, y: int) -> int:
        top = 0
        for place, row in enumerate(self._rows):
            if top <= y < top + row.height:
                return place
            top += row.height
        return -1

    def _box_of(self, key: str) -> QRect:
        top = 0
        for row in self._rows:
            if row.key == key:
                return QRect(0, top, self.width(), row.height)
            top += row.height
        return QRect()

    def _tell(self) -> None:
        here = next((r for r in self._rows if r.key == self._chosen), None)
        said = "" if here is None else " ".join((here.title, here.right, *here.lines, here.reason))
        self.setAccessibleName(said)
