"""The lines of a request while it is written: so many of what, from when, until when.

A row shows what is always asked; its chevron opens the rest. Enter in a row begins the next one,
Alt+Up and Alt+Down move it, Ctrl+Delete takes it out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.core.book import Book
from kcr2desk.core.text import Json
from kcr2desk.desk import icons, kit, texts, theme
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.bijstand.request_note import MOST
from kcr2desk.desk.bijstand.request_parts import Several, ShortTime
from kcr2desk.desk.bijstand.request_state import LineTyped, blank_line
from kcr2desk.desk.parts.form_parts import Choice

_NUMBER: Final = 64
_UNTIL: Final = 104
_SMALL: Final = 30
"""Widths in px of what stands at the right of a row; the type takes the rest."""


class _Number(QSpinBox):
    """A number that is typed; the wheel does not change it while the form is scrolled."""

    def __init__(self, least: int) -> None:
        super().__init__()
        self.setRange(least, MOST)
        self.setFixedWidth(_NUMBER)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: Any) -> None:
        event.ignore()


class LineRow(QWidget):
    """One line: what is always asked in sight, the rest behind its chevron."""

    edited = Signal()
    removeWanted = Signal()

    def __init__(self, line: LineTyped, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._line = line
        self.values: dict[str, Json] = dict(blank_line())
        self.resource = Choice()
        self.quantity, self.least = _Number(1), _Number(0)
        self.until_at, self.from_at = ShortTime(), ShortTime()
        self.alternatives = Several()
        self.report_to, self.task = QLineEdit(), QLineEdit()
        self.more, self.remove = QPushButton(), QPushButton()
        self._labels = [kit.label(role="small", tone="muted") for _ in range(4)]
        self.rest = QWidget()
        for time in (self.until_at, self.from_at):
            time.set_clock(now)
        self._lay_out()
        self._connect()
        self.show_values(line.values, line.unread)
        self.open(self._holds_more())

    def _lay_out(self) -> None:
        for made, icon in ((self.more, "chevron-right"), (self.remove, "close")):
            made.setProperty("kind", "quiet")
            made.setAutoDefault(False)
            made.setFixedWidth(_SMALL)
            made.setStyleSheet("padding: 0")
            icons.dress(made, icon)
        self.more.setCheckable(True)
        self.until_at.setFixedWidth(_UNTIL)
        row = QHBoxLayout()
        row.setSpacing(theme.XS)
        row.addWidget(self.resource, 1)
        right: tuple[QWidget, ...] = (
            self.quantity, self.least, self.until_at, self.more, self.remove,
        )  # fmt: skip
        for part in right:
            row.addWidget(part)
        grid = QGridLayout(self.rest)
        grid.setContentsMargins(0, 0, 2 * _SMALL + 2 * theme.XS, theme.XS)
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(theme.XS)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        places = ((self.alternatives, 0, 0), (self.from_at, 0, 2),
                  (self.report_to, 1, 0), (self.task, 1, 2))  # fmt: skip
        for label, (field, line, column) in zip(self._labels, places, strict=True):
            label.setBuddy(field)
            grid.addWidget(label, line, column)
            grid.addWidget(field, line, column + 1)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.setSpacing(theme.XS)
        column_layout.addLayout(row)
        column_layout.addWidget(self.rest)

    def _connect(self) -> None:
        self.resource.chosen.connect(lambda value: self._put("resource", value))
        self.quantity.valueChanged.connect(lambda value: self._put("quantity", value))
        self.least.valueChanged.connect(lambda value: self._put("least", value))
        self.alternatives.chosen.connect(lambda found: self._put("alternatives", sorted(found)))
        self.report_to.textEdited.connect(lambda text: self._put("report_to", text))
        self.task.textEdited.connect(lambda text: self._put("task", text))
        for name, time in (("until_at", self.until_at), ("from_at", self.from_at)):
            time.edited.connect(lambda n=name, t=time: self._put(n, t.value()))
        self.more.clicked.connect(self.open)
        self.remove.clicked.connect(self.removeWanted)

    @property
    def line(self) -> LineTyped:
        """The line as it stands there."""
        times = (("until_at", self.until_at), ("from_at", self.from_at))
        unread = {name: time.typed() for name, time in times if time.wrong()}
        return LineTyped(self._line.id, dict(self.values), self._line.shown, unread)

    def show_values(
        self, values: Mapping[str, Json], unread: Mapping[str, str] | None = None
    ) -> None:
        """Show wire values that the officer did not choose here."""
        self.values = {**blank_line(), **values}
        held = self.values
        for part in (self.quantity, self.least):
            part.blockSignals(True)
        self.resource.set_choice(str(held["resource"] or ""))
        self.quantity.setValue(int(held["quantity"] or 1))  # type: ignore[arg-type]
        self.least.setValue(int(held["least"] or 0))  # type: ignore[arg-type]
        for part in (self.quantity, self.least):
            part.blockSignals(False)
        also = held["alternatives"]
        self.alternatives.set_value(frozenset(map(str, also if isinstance(also, list) else [])))
        self.report_to.setText(str(held["report_to"] or ""))
        self.task.setText(str(held["task"] or ""))
        for name, time in (("until_at", self.until_at), ("from_at", self.from_at)):
            at = held[name]
            time.set_time(at if isinstance(at, int) else None, (unread or {}).get(name, ""))

    def adopt(self, shown: Mapping[str, Json]) -> None:
        """What the line is elsewhere by now, where nothing was changed here."""
        self._line = LineTyped(self._line.id, self._line.values, shown)

    def open(self, opened: bool) -> None:
        """Show the rest of the line, or not."""
        self.rest.setVisible(opened)
        self.more.setChecked(opened)
        icons.dress(self.more, "chevron-down" if opened else "chevron-right")

    def _holds_more(self) -> bool:
        names = ("alternatives", "from_at", "report_to", "task")
        return any(self.values[n] not in ("", None, []) for n in names)

    def _put(self, name: str, value: Json) -> None:
        self.values[name] = value
        self.edited.emit()

    def say(self, types: Sequence[kit.FilterOption], placeholder: str) -> None:
        """Set words and choices, in the language of the screen."""
        self.resource.set_choices(types)
        self.alternatives.set_options([t for t in types if t.value])
        self.report_to.setPlaceholderText(placeholder)
        for label, text in zip(
            self._labels,
            (self.tr("or else"), self.tr("from"), self.tr("report to"), self.tr("task")),
            strict=True,
        ):
            label.setText(text)
        for part, tip in (
            (self.resource, self.tr("What is asked; type a letter to find it")),
            (self.quantity, self.tr("How many")),
            (self.least, self.tr("The smallest number that is of use; 0: any")),
            (self.until_at.field, self.tr("Until, where it differs from the request")),
            (self.more, self.tr("Alternatives, from when, where to, task")),
            (self.remove, self.tr("Take this line out · Ctrl+Del")),
        ):
            part.setAccessibleName(tip)
            if part is not self.resource:
                part.setToolTip(tip)
        self.least.setSpecialValueText("–")

    def may_go(self, reason: str) -> None:
        """Whether the line may be taken out: "" or why not."""
        self.remove.setEnabled(not reason)
        if reason:
            self.remove.setToolTip(reason)


class RequestLines(QWidget):
    """The rows, in their order, with a heading over them and a way to add one."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[LineRow] = []
        self.gone: list[LineTyped] = []
        self._now: Callable[[], datetime] | None = None
        self._new_id: Callable[[], str] = str
        self._book = Book()
        self._keeps: Callable[[str], str] = lambda _line: ""
        self._place = ""
        self._head = [kit.label(role="small", tone="muted") for _ in range(4)]
        self.add = kit.button(kind="link", icon="plus", small=True, run=self._add_last)
        head = QHBoxLayout()
        head.setSpacing(theme.XS)
        head.addWidget(self._head[0], 1)
        for label, width in zip(self._head[1:], (_NUMBER, _NUMBER, _UNTIL), strict=True):
            label.setFixedWidth(width)
            head.addWidget(label)
        head.addSpacing(2 * _SMALL + theme.XS)
        for label in self._head[1:3]:
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            label.setContentsMargins(0, 0, theme.S, 0)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.XS)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, theme.XS, 0, 0)
        whole.setSpacing(theme.XS)
        whole.addLayout(head)
        whole.addLayout(self._column)
        whole.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def set_up(
        self,
        book: Book,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        keeps: Callable[[str], str],
    ) -> None:
        """Give the types that may be asked; `keeps` says why a line that is there must stay."""
        self._book, self._now, self._new_id, self._keeps = book, now, new_id, keeps
        texts.OnLanguage(self, self._say)

    def lines(self) -> tuple[LineTyped, ...]:
        """The lines as they stand there, in their order."""
        return tuple(row.line for row in self.rows)

    def show_lines(self, lines: Sequence[LineTyped], gone: Sequence[LineTyped] = ()) -> None:
        """Show these lines in place of those that stand there; at least one blank row."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        self.gone = list(gone)
        for line in lines or (self._blank(),):
            self._insert(line, len(self.rows))

    def take(self, lines: Sequence[Mapping[str, Json]]) -> None:
        """Add lines with these values; the first take the place of a blank row at the end."""
        for values in lines:
            last = self.rows[-1] if self.rows else None
            if last is not None and last.line.is_blank:
                last.show_values(values)
            else:
                self._insert(self._blank(values), len(self.rows))
        self.edited.emit()

    def set_place(self, place: str) -> None:
        """The place to report of the request: that of each line that names none."""
        if place != self._place:
            self._place = place
            for row in self.rows:
                row.report_to.setPlaceholderText(place)

    def focus_first(self) -> None:
        """Put the focus on the type of the first row, once there is one."""
        if self.rows:
            self.rows[0].resource.setFocus()

    def row_of(self, line: str) -> LineRow | None:
        """The row of a line by its id."""
        return next((row for row in self.rows if row.line.id == line), None)

    def _blank(self, values: Mapping[str, Json] | None = None) -> LineTyped:
        return LineTyped(self._new_id(), {**blank_line(), **(values or {})})

    def _insert(self, line: LineTyped, place: int) -> LineRow:
        assert self._now is not None, "set_up comes first"
        row = LineRow(line, self._now)
        row.say(self._types(), self._place)
        row.may_go(self._keeps(line.id) if line.shown is not None else "")
        row.edited.connect(self.edited)
        row.removeWanted.connect(lambda: self.remove(row))
        self._watch(row)
        self.rows.insert(place, row)
        self._column.insertWidget(place, row)
        return row

    def _watch(self, row: LineRow) -> None:
        for part in [row, *row.findChildren(QWidget)]:
            part.installEventFilter(self)

    def _add_last(self) -> None:
        self.add_after(self.rows[-1])

    def add_after(self, row: LineRow) -> None:
        """Begin a line under this one; where the next one is blank, go there."""
        place = self.rows.index(row) + 1
        if place < len(self.rows) and self.rows[place].line.is_blank:
            self.rows[place].resource.setFocus()
            return
        made = self._insert(self._blank(), place)
        previous = self.rows[place - 1] if place else row
        QWidget.setTabOrder(previous.remove, made.resource)
        made.resource.setFocus()

    def remove(self, row: LineRow) -> None:
        """Take a line out. One that was there is removed when the form is saved."""
        if not row.remove.isEnabled():
            return
        place = self.rows.index(row)
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        if row.line.shown is not None:
            self.gone.append(row.line)
        if not self.rows:
            self._insert(self._blank(), 0)
        self.rows[min(place, len(self.rows) - 1)].resource.setFocus()
        self.edited.emit()

    def shift(self, row: LineRow, step: int) -> None:
        """Move a line up (-1) or down (1)."""
        place = self.rows.index(row)
        there = place + step
        if not 0 <= there < len(self.rows):
            return
        focus = self.focusWidget()
        self.rows.insert(there, self.rows.pop(place))
        self._column.removeWidget(row)
        self._column.insertWidget(there, row)
        if focus is not None:
            focus.setFocus()
        self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        row = next((r for r in self.rows if watched is r or r.isAncestorOf(watched)), None)  # type: ignore[arg-type]
        if row is None:
            return False
        key, held = event.key(), event.modifiers()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not held & Qt.KeyboardModifier.ControlModifier:
            if isinstance(watched, kit.FilterButton | QPushButton):
                return False  # opens its list, or presses it
            self.add_after(row)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and held & Qt.KeyboardModifier.AltModifier:
            self.shift(row, -1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and held & Qt.KeyboardModifier.ControlModifier:
            self.remove(row)
        else:
            return False
        return True

    def _types(self) -> list[kit.FilterOption]:
        known = sorted(self._book.types.values(), key=lambda t: (t.order, t.code))
        return [
            kit.FilterOption(
                each.code,
                words.resource_name(each),
                each.short,
                icon=f"discipline-{each.discipline}" if each.discipline in _DRAWN else "",
            )
            for each in known
        ]

    def _say(self) -> None:
        says = (self.tr("What is asked"), self.tr("number"), self.tr("at least"), self.tr("until"))
        for label, text in zip(self._head, says, strict=True):
            label.setText(text)
        self.add.setText(self.tr("Add a line"))
        self.add.setToolTip(self.tr("Enter in a line does it too; Alt+↑ and Alt+↓ move a line"))
        types = self._types()
        for row in self.rows:
            row.say(types, self._place)

    def types_changed(self) -> None:
        """The types are others now."""
        self._say()


_DRAWN: Final = frozenset({
    "care", "communication", "defence", "fire", "general", "infrastructure", "international",
    "medical", "police", "water",
})  # fmt: skip
"""Disciplines that have an icon."""
