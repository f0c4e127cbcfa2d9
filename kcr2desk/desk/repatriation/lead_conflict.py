"""Two changes of one field side by side, each taken by its key."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcr2desk.core.records import Conflict
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.parts import values
from kcr2desk.desk.parts import words as field_words
from kcr2desk.desk.repatriation.hall import Hall


class Side(QWidget):
    """One of the two: who wrote it, when, and what."""

    taken = Signal()

    def __init__(self, key: str) -> None:
        super().__init__()
        self._key = key
        self.who = kit.label(role="strong", wrap=True)
        self.when = kit.label(role="small", tone="muted", wrap=True)
        self.value = kit.label(wrap=True)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.take = kit.button(small=True, run=self.taken.emit)
        head = QHBoxLayout()
        head.addWidget(self.who, 1)
        head.addSpacing(28)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        column.setSpacing(theme.XS)
        column.addLayout(head)
        column.addWidget(self.when)
        column.addWidget(self.value)
        column.addStretch(1)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme.tokens()
        paint.rounded(painter, self.rect(), tokens.surface, tokens.line)
        corner = QRect(self.width() - 32, theme.S - 1, 24, 20)
        paint.draw_keycap(painter, corner, self._key)


class ConflictPair(QWidget):
    """A conflict of one field; `taken` carries "current" or "offered"."""

    taken = Signal(str)

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hall = hall
        self._conflict: Conflict | None = None
        self.heading = kit.label(role="strong", wrap=True)
        self.was = kit.label(tone="muted", wrap=True)
        self.current, self.offered = Side("1"), Side("2")
        self.current.taken.connect(lambda: self.taken.emit("current"))
        self.offered.taken.connect(lambda: self.taken.emit("offered"))
        pair = QHBoxLayout()
        pair.setSpacing(theme.S)
        pair.addWidget(self.current, 1)
        pair.addWidget(self.offered, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S, theme.XS, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self.heading)
        column.addWidget(self.was)
        column.addLayout(pair)
        column.addStretch(1)
        texts.OnLanguage(self, self._say)

    def show_conflict(self, conflict: Conflict, *, may_settle: bool) -> None:
        """Show a conflict."""
        self._conflict = conflict
        for side in (self.current, self.offered):
            side.take.setEnabled(may_settle)
        self._say()

    def _say(self) -> None:
        found = self._conflict
        if found is None:
            return
        field = field_words.field(found.field, found.about_type)
        self.heading.setText(self.tr("Two changes of: {field}").replace("{field}", field))
        was = self._words(found.was) or values.blank()
        self.was.setText(self.tr("It was: {value}").replace("{value}", was))
        now = self._hall.now()
        for side, by, at, value, said in (
            (self.current, found.current_by, found.current_at, found.current,
             self.tr("stands now")),
            (self.offered, found.offered_by, found.offered_at, found.offered,
             self.tr("not taken over")),
        ):  # fmt: skip
            mine = by == self._hall.me.account
            side.who.setText(self.tr("You") if mine else by or self.tr("Unknown"))
            when = [] if at is None else [texts.moment(at, now)]
            side.when.setText(" · ".join([*when, said]))
            side.value.setText(self._words(value) or values.blank())
            side.take.setText(self.tr("Take this"))
            side.take.setAccessibleName(f"{self.tr('Take this')}: {side.value.text()}")

    def _words(self, value: object) -> str:
        found = self._conflict
        assert found is not None
        return values.say(found.about_type, found.field, value, self._hall.now())  # type: ignore[arg-type]
