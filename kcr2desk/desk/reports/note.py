"""The note: a plain text field like Notepad, in which what was found is underlined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from kcr2desk.desk import theme
from kcr2desk.desk.parts.chips import Offer, Stand

_PLAIN: Final = str.maketrans({"\u2028": "\n", "\u2029": "\n"})
_MODIFIERS: Final = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
)
_SMALLEST: Final = 72
"""Pixels of text that what stands at the foot must leave."""


class NoteField(QPlainTextEdit):
    """Typed text is never changed. Tab takes what is offered, Shift+Tab steps over it; where
    nothing is offered both move the focus, and Ctrl+Tab always does. Backspace right after Tab
    gives back.

    Positions are those of Python's text; Qt counts an emoji as two.
    """

    takeWanted = Signal()
    passWanted = Signal()
    giveBackWanted = Signal()
    pasted = Signal(str)
    """A text that was pasted, after it was put in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = False
        self._can_give_back = False
        self._foot: QWidget | None = None
        self._shown: Sequence[Offer] = ()
        self._text: str | None = None
        self.textChanged.connect(self._forget)
        self.setTabChangesFocus(False)
        self.setMinimumHeight(_SMALLEST + 12)
        theme.current().changed.connect(self._mark)

    # the text

    def note(self) -> str:
        """The text exactly as typed: `toPlainText` would make plain spaces of hard ones."""
        if self._text is None:  # asked for many times a key, and it may be 200,000 characters
            self._text = self.document().toRawText().translate(_PLAIN)
        return self._text

    def _forget(self) -> None:
        self._text = None

    def cursor_at(self) -> tuple[int, int]:
        """Where the cursor stands, and where its selection began."""
        cursor, text = self.textCursor(), self.note()
        return _from_qt(text, cursor.position()), _from_qt(text, cursor.anchor())

    def set_note(self, text: str, cursor: int = 0, anchor: int | None = None) -> None:
        """Show a text, with the cursor where it was. Cannot be undone by Ctrl+Z."""
        self.setPlainText(text)
        self.put_cursor(cursor, anchor)

    def put_cursor(self, cursor: int, anchor: int | None = None) -> None:
        text, made = self.note(), self.textCursor()
        made.setPosition(_to_qt(text, cursor if anchor is None else anchor))
        made.setPosition(_to_qt(text, cursor), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(made)
        self.ensureCursorVisible()

    def put_in(self, at: int, text: str) -> None:
        """Put text in as if it were typed: Ctrl+Z takes it out again."""
        made = self.textCursor()
        made.setPosition(_to_qt(self.note(), at))
        made.insertText(text)

    def put_whole(self, text: str) -> None:
        """Put another text in place of all that stands there; Ctrl+Z brings that back."""
        cursor, made = self.cursor_at()[0], self.textCursor()
        made.select(QTextCursor.SelectionType.Document)
        made.insertText(text)
        self.put_cursor(min(cursor, len(text)))

    # what is offered

    def show_offers(self, shown: Sequence[Offer], *, can_give_back: bool) -> None:
        """Underline what was found; say whether Tab and Backspace have something to do."""
        self._shown = shown
        self._offered = any(offer.stand is Stand.OFFERED for offer in shown)
        self._can_give_back = can_give_back
        self._mark()

    def _mark(self) -> None:
        text = self.note()
        first = next((o for o in self._shown if o.stand is Stand.OFFERED), None)
        self.setExtraSelections(
            [
                self._marked(text, offer, offer is first)
                for offer in self._shown
                if 0 <= offer.start < offer.end <= len(text)
            ]
        )

    def _marked(self, text: str, offer: Offer, first: bool) -> QTextEdit.ExtraSelection:
        tokens = theme.tokens()
        look = QTextCharFormat()
        if offer.stand is Stand.TAKEN:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            look.setUnderlineColor(QColor(tokens.good))
        else:
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            look.setUnderlineColor(QColor(tokens.accent if first else tokens.edge))
        if first:
            look.setBackground(QColor(tokens.selection))
        made = QTextEdit.ExtraSelection()
        made.format = look
        cursor = QTextCursor(self.document())
        cursor.setPosition(_to_qt(text, offer.start))
        cursor.setPosition(_to_qt(text, offer.end), QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        return made

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Tab and not control:
            if self._offered:
                self.takeWanted.emit()
            else:
                self._go(forward=True)
        elif key == Qt.Key.Key_Backtab and not control:
            if self._offered:
                self.passWanted.emit()
            else:
                self._go(forward=False)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._go(forward=key == Qt.Key.Key_Tab)
        elif key == Qt.Key.Key_Backspace and self._can_give_back and not held:
            self.giveBackWanted.emit()
        else:
            if key not in _MODIFIERS:
                self._can_give_back = False
            super().keyPressEvent(event)

    def _go(self, *, forward: bool) -> None:
        """Move the focus; the field's own way to do so takes Tab for a letter."""
        QWidget.focusNextPrevChild(self, forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._can_give_back = False
        super().focusOutEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.canInsertFromMimeData(source):
            super().insertFromMimeData(source)
            self.pasted.emit(source.text())

    # what stands at the foot

    def set_foot(self, foot: QWidget) -> None:
        """Show a widget at the foot of the field: the text keeps its place and gets less room.

        It is shown as high as it wants, and shows and hides itself.
        """
        self._foot = foot
        foot.setParent(self)
        foot.installEventFilter(self)
        self._place_foot()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self._foot and event.type() in (
            QEvent.Type.Show,
            QEvent.Type.Hide,
            QEvent.Type.LayoutRequest,
        ):
            self._place_foot()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_foot()

    def foot_room(self) -> int:
        """How high the foot may be at most."""
        return max(0, self.height() - 2 * self.frameWidth() - _SMALLEST)

    def _place_foot(self) -> None:
        foot = self._foot
        if foot is None:
            return
        high = min(foot.sizeHint().height(), self.foot_room()) if not foot.isHidden() else 0
        self.setViewportMargins(0, 0, 0, high)
        edge = self.frameWidth() + 1
        foot.setGeometry(edge, self.height() - edge - high, self.width() - 2 * edge, high)


def _to_qt(text: str, place: int) -> int:
    """A place in Python's text as Qt counts it: in units of 16 bits."""
    before = text[: max(0, place)]
    return len(before) if before.isascii() else len(before) + sum(c > "\uffff" for c in before)


def _from_qt(text: str, place: int) -> int:
    """A place as Qt counts it, in Python's text."""
    if text.isascii():
        return min(place, len(text))
    units = 0
    for index, letter in enumerate(text):
        if units >= place:
            return index
        units += 2 if letter > "\uffff" else 1
    return len(text)
