"""Two edits of one field side by side, to be settled: the one, the other, or something else.

Keys within it: 1 takes what stands now, 2 takes the other, 3 writes something else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.core.fields import FieldError
from kcr2desk.core.records import Conflict
from kcr2desk.core.text import Json
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.parts import values, words
from kcr2desk.desk.parts.change_grid import DiffView
from kcr2desk.desk.parts.difference import DiffLine, line_difference
from kcr2desk.desk.reports.value_editor import Unreadable, ValueEditor, can_edit
from kcr2desk.desk.work import StoreWork

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity

SIDE_BY_SIDE = 380
SIDE_BY_SIDE_LINES = 620
"""Width from which the two stand beside each other: short values, and differences of a text."""
LONGEST = 700


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two edits: whose, when, its value in words, and for a text its difference."""

    key: str
    who: str
    when: str
    value: str
    lines: tuple[DiffLine, ...] = ()
    stands: bool = False


class SideView(QWidget):
    """One of the two, with the button that takes it."""

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._key_works = False
        self.who = kit.label(role="strong", wrap=True)
        self.when = kit.label(role="small", tone="muted", wrap=True)
        self.value = kit.label(wrap=True)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.lines = DiffView()
        self.take = kit.button(small=True, run=self.taken.emit)
        head = QHBoxLayout()
        head.addWidget(self.who, 1)
        head.addSpacing(24)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        column.setSpacing(theme.XS)
        column.addLayout(head)
        column.addWidget(self.when)
        column.addWidget(self.value)
        column.addWidget(self.lines)
        column.addStretch(1)
        column.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_side(self, side: Side, take: str) -> None:
        self._key = side.key
        self.who.setText(side.who)
        self.when.setText(side.when)
        short = side.value if len(side.value) <= LONGEST else side.value[:LONGEST] + "…"
        self.value.setText(short or values.blank())
        kit.set_tone(self.value, "" if short else "muted")
        self.value.setVisible(not side.lines)
        self.lines.show_lines(side.lines)
        self.lines.setVisible(bool(side.lines))
        self.take.setText(take)
        self.take.setAccessibleName(f"{take}: {short[:80]} ({side.who})")
        self.update()

    @property
    def key(self) -> str:
        """The key that takes it, "" where it would do something else."""
        return self._key if self._key_works else ""

    def set_key_works(self, works: bool) -> None:
        self._key_works = works
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = theme.tokens()
        paint.rounded(painter, self.rect(), tokens.surface, tokens.line)
        if self.key:
            corner = QRect(self.width() - 32, theme.S - 1, 24, 20)
            paint.draw_keycap(painter, corner, self.key)


class ConflictView(QWidget):
    """One conflict: what it was, the two edits, and something else to write.

    Digits settle it where it has the focus, or where somebody who has it passes them on
    (`use_keys_of`). They are shown only then: in the list of reports the same digits are a status.
    """

    settled = Signal(str)
    """The changeset that settles it, saved on this workstation."""

    def __init__(
        self,
        cache: Cache,
        work: StoreWork,
        now: Callable[[], datetime],
        me: Identity,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cache, self._work, self._now, self._me = cache, work, now, me
        self._conflict: Conflict | None = None
        self._titles: Mapping[str, str] = {}
        self._busy = False
        self._editor: ValueEditor | None = None
        self._key_area: QWidget = self
        self._keys_work = False
        self.heading = kit.label(role="strong", wrap=True)
        self.was = kit.label(tone="muted", wrap=True)
        self.current, self.offered = SideView(), SideView()
        self.current.taken.connect(lambda: self._take("current"))
        self.offered.taken.connect(lambda: self._take("offered"))
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(theme.S)
        self._pair.addWidget(self.current, 1)
        self._pair.addWidget(self.offered, 1)
        self.other = kit.button(kind="link", small=True, run=self.write_other)
        self._place = QVBoxLayout()
        self.save = kit.button(kind="primary", small=True, run=self._save_other)
        self.cancel = kit.button(kind="quiet", small=True, run=self._close_editor)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.message = kit.label(tone="attention", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.M, theme.M, theme.S)
        column.setSpacing(theme.S)
        for widget in (self.heading, self.was):
            column.addWidget(widget)
        column.addLayout(self._pair)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._place)
        column.addWidget(self._buttons)
        column.addWidget(self.message)
        self._buttons.hide()
        self.message.hide()
        texts.OnLanguage(self, self._say)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_changed)

    @property
    def conflict(self) -> Conflict | None:
        return self._conflict

    def show_conflict(self, conflict: Conflict, titles: Mapping[str, str]) -> None:
        """Show a conflict. The same one again keeps what is being written."""
        fresh = self._conflict is None or self._conflict.id != conflict.id
        self._conflict, self._titles = conflict, titles
        if fresh:
            self._busy = False
            self._close_editor()
            self.message.hide()
        self._say()
        self._arrange()

    def write_other(self) -> None:
        """Open a field to write something else."""
        conflict = self._conflict
        if conflict is None or self._editor is not None or self.other.isHidden():
            return
        mine = conflict.offered if conflict.offered_by == self._me.account else conflict.current
        editor = ValueEditor(conflict.about_type, conflict.field, mine, self._now)
        editor.submitted.connect(self._save_other)
        self._editor = editor
        self._place.addWidget(editor)
        self._buttons.show()
        self.other.hide()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def editor(self) -> ValueEditor | None:
        """The field of something else, while it is open."""
        return self._editor

    def _close_editor(self) -> None:
        if self._editor is not None:
            self._editor.hide()
            self._place.removeWidget(self._editor)
            self._editor.deleteLater()
            self._editor = None
        self._buttons.hide()
        conflict = self._conflict
        self.other.setVisible(
            conflict is not None and can_edit(conflict.about_type, conflict.field)
        )

    def _save_other(self) -> None:
        if self._editor is None:
            return
        try:
            value = self._editor.value()
        except Unreadable as error:
            self._tell(str(error))
            return
        self._settle(value)

    def _take(self, side: str) -> None:
        if self._conflict is not None:
            self._settle(getattr(self._conflict, side))

    def _settle(self, value: Any) -> None:
        conflict = self._conflict
        if conflict is None or self._busy:
            return
        self._busy = True
        self._enable()

        def failed(error: Exception) -> None:
            self._busy = False
            self._enable()
            if isinstance(error, KeyError):
                self._tell(self.tr("This was settled in the meantime."))
            elif isinstance(error, FieldError):
                self._tell(self.tr("This value does not fit its field."))
            else:
                self._work.failed.emit(error)

        self._work.do(
            lambda: self._cache.settle(conflict.id, value),
            self._did,
            owner=self,
            failed=failed,
        )

    def _did(self, changeset: str) -> None:
        self._close_editor()
        self.other.hide()
        self._tell(self.tr("Settled. Saved on this workstation."), "good")
        self.settled.emit(changeset)

    def _tell(self, text: str, tone: str = "attention") -> None:
        self.message.setText(text)
        kit.set_tone(self.message, tone)
        self.message.show()

    def _enable(self) -> None:
        for widget in (self.current.take, self.offered.take, self.other, self.save):
            widget.setEnabled(not self._busy)

    # keys

    def use_keys_of(self, area: QWidget) -> None:
        """The digits come from this widget and all within it."""
        self._key_area = area
        self._focus_changed(None, QApplication.focusWidget())

    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        works = now is not None and (now is self._key_area or self._key_area.isAncestorOf(now))
        if works != self._keys_work:
            self._keys_work = works
            self._say()

    def event(self, event: QEvent) -> bool:
        """Claim the digits before a shortcut of the panel takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.text() in ("1", "2", "3") and not event.modifiers():
                event.accept()
                return True
            if event.key() == Qt.Key.Key_Escape and self._editor is not None:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("1", "2") and not event.modifiers():
            self._take("current" if event.text() == "1" else "offered")
        elif event.text() == "3" and not event.modifiers():
            self.write_other()
        elif event.key() == Qt.Key.Key_Escape and self._editor is not None:
            self._close_editor()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        long = self._conflict is not None and self._conflict.field in values.TEXTS
        beside = self.width() >= (SIDE_BY_SIDE_LINES if long else SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._pair.direction() != way:
            self._pair.setDirection(way)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.tokens()
        painter = QPainter(self)
        paint.rounded(painter, self.rect(), tokens.tint("attention"))

    def _say(self) -> None:
        self.save.setText(self.tr("Settle with this"))
        self.cancel.setText(self.tr("Never mind"))
        other = self.tr("Write something else  3")
        # A figure space instead of the digit: the button keeps its width.
        self.other.setText(other if self._keys_work else other.replace("3", "\u2007"))
        for side in (self.current, self.offered):
            side.set_key_works(self._keys_work)
        conflict = self._conflict
        if conflict is None:
            return
        self.heading.setText(self._heading(conflict))
        was = self._words(conflict, conflict.was)
        self.was.setText(
            self.tr("It was: {value}").format(value=was[:LONGEST] if was else values.blank())
        )
        self.was.setVisible(conflict.field not in values.TEXTS and conflict.field != "removed")
        take = self.tr("Take this")
        self.current.show_side(self._side(conflict, "1", "current"), take)
        self.offered.show_side(self._side(conflict, "2", "offered"), take)

    def _heading(self, conflict: Conflict) -> str:
        if conflict.field == "removed":
            return self.tr("Removed by one, changed by another")
        field = words.field(conflict.field)
        return self.tr("Two changes of: {field}").format(field=field)

    def _side(self, conflict: Conflict, key: str, name: str) -> Side:
        stands = name == "current"
        by = conflict.current_by if stands else conflict.offered_by
        at = conflict.current_at if stands else conflict.offered_at
        value: Json = conflict.current if stands else conflict.offered
        who = self.tr("You") if by == self._me.account else by or self.tr("Unknown")
        when = [texts.moment(at, self._now())] if at is not None else []
        when.append(self.tr("stands now") if stands else self.tr("not taken over"))
        lines: tuple[DiffLine, ...] = ()
        if conflict.field in values.TEXTS:
            lines = line_difference(str(conflict.was or ""), str(value or ""))
        said = self._words(conflict, value)
        return Side(key, who, " · ".join(when), said, lines, stands)

    def _words(self, conflict: Conflict, value: Json) -> str:
        if conflict.field == "removed":
            return values.say(conflict.about_type, "removed", value is True, self._now())
        return values.say(conflict.about_type, conflict.field, value, self._now(), self._titles)
