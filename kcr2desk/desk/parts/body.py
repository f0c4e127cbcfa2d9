"""Text of a report: a first part in place, and a reader for all of it, however long.

Laying out 200,000 characters at once takes Qt more than a tenth of a second, and again at every
change of width. So the detail shows a first part, and the reader takes the text in portions and
lays out only what is in sight.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from kcr2desk.desk import kit, shortcuts, texts, theme

FIRST_PART: Final = 2_400
"""Characters that the detail shows of a long text, and at most so many lines:"""
FIRST_LINES: Final = 40
PORTION: Final = 3_000
PORTION_LINES: Final = 200
LONGEST_BLOCK: Final = 2_000
"""Characters in one block of the reader; a longer line goes on in the next block."""

Mark = tuple[int, int]
"""Start and end of a match of a search."""

LONGEST_SIGN: Final = 40
"""Signs that one character is written with, at most: a family with their skins takes eleven."""
_GLUE: Final = "\u200d\ufe0f"


def first_part(text: str) -> str:
    """The beginning of a text, cut at a line or a word; the whole where it is not long."""
    lines = text.split("\n", FIRST_LINES)
    short = "\n".join(lines[:FIRST_LINES]) if len(lines) > FIRST_LINES else text
    if len(short) <= FIRST_PART:
        return short
    return short[: cut_at(short, FIRST_PART)].rstrip()


def cut_at(text: str, longest: int) -> int:
    """Where to cut `text` within `longest` characters: after a space, never inside a character
    that is written with several signs."""
    space = max(text.rfind(" ", 0, longest), text.rfind("\n", 0, longest))
    if space > longest // 2:
        return space + 1
    for at in range(longest, max(1, longest - LONGEST_SIGN), -1):
        if not _belongs(text, at):
            return at
    return longest


def _belongs(text: str, at: int) -> bool:
    """Whether the sign at `at` belongs to the one before it."""
    glued = text[at] in _GLUE or text[at - 1] == "\u200d"
    return glued or bool(unicodedata.combining(text[at]))


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the reader: text[start:end]; `goes_on` with the line of the block before."""

    start: int
    end: int
    goes_on: bool


def blocks_of(text: str) -> Iterator[Block]:
    """The lines of a text, long ones in several blocks."""
    start = 0
    while start <= len(text):
        found = text.find("\n", start)
        end = len(text) if found < 0 else found
        goes_on = False
        while end - start > LONGEST_BLOCK:
            cut = start + cut_at(text[start : start + LONGEST_BLOCK + 1], LONGEST_BLOCK)
            yield Block(start, cut, goes_on)
            start, goes_on = cut, True
        yield Block(start, end, goes_on)
        start = end + 1


def insert_marked(
    cursor: QTextCursor, text: str, start: int, end: int, marks: Sequence[Mark]
) -> None:
    """Insert text[start:end], what `marks` (places in `text`, in order) name on marked ground."""
    plain, marked = QTextCharFormat(), QTextCharFormat()
    marked.setBackground(QColor(theme.tokens().mark))
    at = start
    for first, last in marks:
        if last <= at or first >= end:
            continue
        cursor.insertText(text[at : max(at, first)], plain)
        cursor.insertText(text[max(at, first) : min(last, end)], marked)
        at = min(last, end)
    cursor.insertText(text[at:end], plain)


class MarkedText(QTextEdit):
    """Text that can be selected, as high as it is, with the matches of a search marked."""

    def __init__(self, role: theme.FontRole = "base", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role: theme.FontRole = role
        self._text = ""
        self._marks: tuple[Mark, ...] = ()
        self._measured: tuple[int, int] | None = None
        self.setReadOnly(True)
        self.setProperty("bare", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off)
        self.setHorizontalScrollBarPolicy(off)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.current().changed.connect(self._render)

    def text(self) -> str:
        return self._text

    def show_text(self, text: str, marks: Sequence[Mark] = ()) -> None:
        """Show `text`; what is shown already stays as it is, with its selection."""
        told = tuple(mark for mark in marks if mark[0] < len(text))
        if (text, told) != (self._text, self._marks):
            self._text, self._marks = text, told
            self._render()

    def _render(self) -> None:
        document = self.document()
        document.setDefaultFont(theme.current().font(self._role))
        document.clear()
        insert_marked(QTextCursor(document), self._text, 0, len(self._text), self._marks)
        self._measured = None
        self.setAccessibleName(self._text[:200])
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._measured is None or self._measured[0] != width:
            document = self.document()
            before = document.textWidth()
            document.setTextWidth(width)
            self._measured = (width, math.ceil(document.size().height()))
            document.setTextWidth(before)
        return self._measured[1]

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 60 else 320
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The page scrolls, not the text."""
        event.ignore()


class _Sheet(QPlainTextEdit):
    """The reader's text. What is copied has the lines of the text, not those of its blocks."""

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = self.document().findBlock(start)
        copied: list[str] = []
        while block.isValid() and block.position() < end:
            if copied and block.userState() != 1:
                copied.append("\n")
            inside = slice(max(0, start - block.position()), max(0, end - block.position()))
            copied.append(_sliced(block.text(), inside))
            block = block.next()
        data = QMimeData()
        data.setText("".join(copied))
        return data


def _sliced(text: str, part: slice) -> str:
    """Part of a text by positions of Qt, which counts in UTF-16."""
    wide = text.encode("utf-16-le", "surrogatepass")
    return wide[part.start * 2 : part.stop * 2].decode("utf-16-le", "replace")


class TextReader(QWidget):
    """All of a text, over the detail: scrolls, selects, steps from match to match."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._marks: tuple[Mark, ...] = ()
        self._blocks: Iterator[Block] = iter(())
        self._places: list[tuple[int, int]] = []
        self._at = -1
        self._title = kit.ElidedLabel(role="heading", strong=True)
        self._count = kit.label(role="small", tone="muted")
        self.sheet = _Sheet()
        self.sheet.setReadOnly(True)
        self.sheet.setProperty("bare", True)
        self.sheet.setFrameShape(QFrame.Shape.NoFrame)
        self.sheet.setTabChangesFocus(True)
        self.sheet.setUndoRedoEnabled(False)
        self.sheet.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._take_portion)
        self.back = shortcuts.command(self, "Esc|Alt+Left", self.closed.emit, icon="chevron-left")
        self.next = shortcuts.command(self, "F3|N", lambda: self._step(1), icon="chevron-down")
        self.before = shortcuts.command(
            self, "Shift+F3|Shift+N", lambda: self._step(-1), icon="chevron-up"
        )
        top = QHBoxLayout()
        top.setSpacing(theme.S)
        top.addWidget(kit.tool_button(self.back))
        top.addWidget(self._title, 1)
        top.addWidget(self._count)
        top.addWidget(kit.tool_button(self.before, small=True))
        top.addWidget(kit.tool_button(self.next, small=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addLayout(top)
        column.addWidget(kit.rule())
        column.addWidget(self.sheet, 1)
        self.setFocusProxy(self.sheet)
        theme.current().changed.connect(self._again)
        texts.OnLanguage(self, self._say)

    def read(self, title: str, text: str, marks: Sequence[Mark] = ()) -> None:
        """Show a text from its beginning, or from its first match."""
        self._title.setText(title)
        self._text, self._marks = text, tuple(marks)
        self._again()

    @property
    def complete(self) -> bool:
        """Whether all of the text is in the reader."""
        return not self._timer.isActive()

    def stop(self) -> None:
        """Let the text go."""
        self._timer.stop()
        self._text, self._marks = "", ()
        self.sheet.clear()

    def _again(self) -> None:
        self.sheet.clear()
        self.sheet.document().setDefaultFont(theme.current().font("base"))
        self._blocks = blocks_of(self._text) if self._text else iter(())
        self._places, self._at = [], -1
        self._say()
        if self._text:
            self._take_portion()
            self._timer.start()

    def _take_portion(self) -> None:
        """Take up the next part of the text; what is read does not move."""
        bar = self.sheet.verticalScrollBar()
        kept = bar.value()
        cursor = QTextCursor(self.sheet.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        taken = 0
        for lines, block in enumerate(self._blocks, start=1):
            if block.start > 0:
                cursor.insertBlock()
            cursor.block().setUserState(1 if block.goes_on else 0)
            self._insert(cursor, block)
            taken += block.end - block.start
            if taken >= PORTION or lines >= PORTION_LINES:
                break
        else:
            self._timer.stop()
        cursor.endEditBlock()
        bar.setValue(kept)
        if self._at < 0 and self._places:
            self._step(1)
        self._say()

    def _insert(self, cursor: QTextCursor, block: Block) -> None:
        inside = [m for m in self._marks if m[0] < block.end and m[1] > block.start]
        base = cursor.position()
        insert_marked(cursor, self._text, block.start, block.end, inside)
        for first, last in inside:
            before = wide(self._text[block.start : first])
            self._places.append((base + before, wide(self._text[first:last])))

    def _step(self, by: int) -> None:
        if not self._places:
            return
        self._at = (self._at + by) % len(self._places)
        place, length = self._places[self._at]
        cursor = QTextCursor(self.sheet.document())
        cursor.setPosition(place)
        cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
        self.sheet.setTextCursor(cursor)
        self.sheet.centerCursor()
        self._say()

    def _say(self) -> None:
        self.back.setText(self.tr("Back to the report"))
        self.next.setText(self.tr("Next match"))
        self.before.setText(self.tr("Match before"))
        matches = len(self._marks)
        for action in (self.next, self.before):
            action.setEnabled(matches > 0)
        if matches:
            told = self.tr("match {n} of {all}")
            told = told.format(n=texts.number(self._at + 1), all=texts.number(matches))
        else:
            told = self.tr("{n} characters").format(n=texts.number(len(self._text)))
        self._count.setText(told)


def wide(text: str) -> int:
    """The length of a text as Qt counts it, in UTF-16."""
    return len(text) + sum(1 for c in text if c > "\uffff")
