"""The fields of the registration form: lines that show what a list knows, dates, countries, folds.

What a list or a document offers stands greyed in an empty field with its source: Tab or Enter takes
it, Delete leaves it out. What cannot be read stays as typed and is marked.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from kcr2desk.core.repatriation.dates import age
from kcr2desk.core.text import Json
from kcr2desk.desk import theme
from kcr2desk.desk.kit import paint
from kcr2desk.exchange.countries import code_of, name_of
from kcr2desk.exchange.dutch import bsn
from kcr2desk.exchange.person_sheet_dates import readings

MARKS: Final = {"copied": "link", "wrong": "alert"}


class SayLine(QLineEdit):
    """A line of text that is said to somebody: with an offer, a mark and what it is read as."""

    said = Signal(object)
    """The value that is typed now (wire), while it is typed."""

    leftOut = Signal()
    """The offer is not wanted."""

    def __init__(self, longest: int = 200, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(longest)
        self.setMinimumWidth(64)
        self._offer: Json = ""
        self._offered = self._hint = ""
        self._mark = ""
        self._echo = ""
        self.textEdited.connect(self._edited)
        theme.current().changed.connect(self._hint_at_it)

    # what it holds

    def value(self) -> Json:
        """What stands there, as a record holds it."""
        return self.read(self.text())

    def set_value(self, value: Json) -> None:
        """Show a value; the cursor stays where it is when nothing changes."""
        if self.value() != value or self.unread():
            self.setText(self.words(value))
            self.setCursorPosition(len(self.text()))
        self._tell()

    def set_unread(self, text: str) -> None:
        """Show what was typed and cannot be read."""
        if self.text() != text:
            self.setText(text)
        self._tell()

    def unread(self) -> str:
        """What stands there and cannot be read, "" when all can."""
        text = self.text().strip()
        return text if text and self.value() in ("", []) else ""

    def read(self, text: str) -> Json:
        """The value that a text means, blank where it means none."""
        return text

    def words(self, value: Json) -> str:
        """A value as it stands in the field."""
        return str(value or "")

    def echo(self) -> str:
        """How it was read, muted at the end of the field."""
        return ""

    # offers and marks

    def offer(self, value: Json, source: str) -> None:
        """What a list knows; shown while the field is empty. A blank one offers nothing."""
        self._offer = value
        known = self.words(value)
        self._offered = f"{known}   · {source}" if known else ""
        self._hint_at_it()

    def set_hint(self, hint: str) -> None:
        """What belongs in an empty field that shares its row with others."""
        self._hint = hint
        self._hint_at_it()

    def _hint_at_it(self) -> None:
        self.setPlaceholderText(self._offered or self._hint)
        tokens, colours = theme.tokens(), self.palette()
        tone = tokens.accent if self._offered else tokens.stale
        colours.setColor(QPalette.ColorRole.PlaceholderText, QColor(tone))
        self.setPalette(colours)

    def offered(self) -> bool:
        """Whether an offer stands in the field."""
        return bool(self._offer) and not self.text()

    def take_offer(self) -> None:
        """The officer takes what is offered."""
        if self.offered():
            value = self._offer
            self.setText(self.words(value))
            self.said.emit(value)

    def set_mark(self, mark: str, tip: str = "") -> None:
        """A sign at the end: "copied" from the head, "wrong" check digit, "" none."""
        self._mark = mark
        self.setToolTip(tip)
        self._tell()

    # keys

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and not event.modifiers()
        ):
            self.take_offer()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        strong = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.modifiers() & strong:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_offer()
            self.focusNextChild()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.offered():
            self.offer("", "")
            self.leftOut.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens, painter = theme.tokens(), QPainter(self)
        right = self.width() - 8
        if self._mark:
            tone = tokens.urgent if self._mark == "wrong" else tokens.muted
            box = QRect(right - 16, 0, 16, self.height())
            paint.draw_icon(painter, MARKS[self._mark], tone, box, 14)
            right -= 20
        if self._echo:
            font = theme.current().font("small")
            wide = QFontMetrics(font).horizontalAdvance(self._echo)
            typed = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 20
            if right - wide > typed:
                room = QRect(right - wide, 0, wide + 1, self.height())
                paint.draw_text(painter, room, self._echo, font, QColor(tokens.muted))

    def _edited(self, _text: str) -> None:
        self._tell()
        self.said.emit(self.value())

    def _tell(self) -> None:
        wrong = self._mark == "wrong" or bool(self.unread())
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)
        self._echo = self.echo()
        self.setAccessibleDescription(" ".join(p for p in (self._echo, self.toolTip()) if p))
        self.update()


class BirthLine(SayLine):
    """A date as people say it (`10-3-1965`, `10031965`, `maart 1965`, `1965`), and the age."""

    def __init__(self, today: Callable[[], date], *, ahead: bool = False) -> None:
        super().__init__(30)
        self._today, self._ahead = today, ahead

    def read(self, text: str) -> Json:
        found = readings(text.strip(), self._today(), ahead=self._ahead) if text.strip() else {}
        if "dmy" in found:  # at a desk the day is said first
            return found["dmy"]
        return found.get("") or found.get("ymd") or found.get("mdy") or ""

    def words(self, value: Json) -> str:
        return "-".join(reversed(str(value or "").split("-")))

    def echo(self) -> str:
        years = None if self._ahead else age(str(self.value()), self._today())
        return "" if years is None else self.tr("{age} y").replace("{age}", str(years))


class CountryLine(SayLine):
    """A country by its code, its name or an adjective: `NLD`, `Nederlandse`."""

    def __init__(self, language: Callable[[], str]) -> None:
        super().__init__(60)
        self._language = language

    def read(self, text: str) -> Json:
        return code_of(text) if text.strip() else ""

    def words(self, value: Json) -> str:
        return str(value or "")

    def echo(self) -> str:
        code = str(self.value() or "")
        return name_of(code, self._language()) if code else ""


class CountriesLine(CountryLine):
    """Several countries, parted by commas."""

    def read(self, text: str) -> Json:
        parts = [part.strip() for part in text.replace("/", ",").split(",") if part.strip()]
        codes = [code_of(part) for part in parts]
        return [*sorted(set(codes))] if parts and all(codes) else []

    def words(self, value: Json) -> str:
        return ", ".join(str(each) for each in value) if isinstance(value, list) else ""

    def echo(self) -> str:
        codes = self.value()
        codes = codes if isinstance(codes, list) else []
        return ", ".join(name_of(str(code), self._language()) for code in codes)


class WordsLine(SayLine):
    """Several words, parted by commas: languages."""

    def read(self, text: str) -> Json:
        return [*sorted({part.strip()[:10] for part in text.split(",") if part.strip()})]

    def words(self, value: Json) -> str:
        return ", ".join(str(each) for each in value) if isinstance(value, list) else ""


class BsnLine(SayLine):
    """A citizen service number: only one that passes the 11-proef is one."""

    def __init__(self) -> None:
        super().__init__(15)

    def read(self, text: str) -> Json:
        return bsn(text)


class NumberLine(SayLine):
    """A whole number, or nothing."""

    def __init__(self) -> None:
        super().__init__(3)

    def read(self, text: str) -> Json:
        return int(text) if text.strip().isdigit() else None

    def words(self, value: Json) -> str:
        return "" if value is None or value == "" else str(value)

    def unread(self) -> str:
        return self.text() if self.text().strip() and self.value() is None else ""


class FoldButton(QAbstractButton):
    """The line of a section: what it is, what is filled in it, and the key that opens it."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._summary, self._tone = key, "", "muted"
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, title: str, summary: str, tone: str = "muted") -> None:
        self.setText(title)
        self._summary, self._tone = summary, tone
        self.setAccessibleName(f"{title} {summary}".strip())
        self.setToolTip(summary)
        self.update()

    def summary(self) -> str:
        return self._summary

    def sizeHint(self) -> QSize:
        return QSize(240, 32)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, tokens, painter = theme.current(), theme.tokens(), QPainter(self)
        painter.fillRect(QRect(0, 0, self.width(), 1), QColor(tokens.line))
        if self.underMouse():
            paint.rounded(painter, self.rect().adjusted(0, 2, 0, -1), tokens.raised)
        sign = "chevron-down" if self.isChecked() else "chevron-right"
        paint.draw_icon(painter, sign, tokens.muted, QRect(4, 0, 16, self.height()))
        inner = self.rect().adjusted(28, 0, -8, 0)
        inner.adjust(0, 0, -paint.draw_keycap(painter, inner, self._key) - 8, 0)
        wide = paint.draw_text(
            painter, inner, self.text(), now.font("base", strong=True), QColor(tokens.text)
        )
        inner.setLeft(inner.left() + max(132, wide + 12))
        colour = QColor(tokens.tone(self._tone))
        paint.draw_text(painter, inner, self._summary, now.font("base"), colour)
        if self.hasFocus():
            paint.focus_ring(painter, self.rect())


class Section(QWidget):
    """A part of the form under a fold line; what is in it is made once and hidden when closed."""

    turned = Signal(bool)

    def __init__(self, key: str, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = FoldButton(key)
        self.body = body
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(body)
        body.setContentsMargins(0, theme.XS, 0, theme.M)
        body.hide()
        self.line.clicked.connect(self.open)

    @property
    def is_open(self) -> bool:
        return self.line.isChecked()

    def open(self, on: bool = True) -> None:
        """Open or close it."""
        self.line.setChecked(on)
        self.body.setVisible(on)
        self.line.update()
        self.turned.emit(on)
