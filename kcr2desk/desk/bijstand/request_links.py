"""What hangs on a request, as short rows to open: inquiries, commitments, report and incident."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kcr2desk.core.bijstand import Commitment, Inquiry
from kcr2desk.core.book import Book
from kcr2desk.core.fill import offered
from kcr2desk.desk import texts, theme
from kcr2desk.desk.bijstand import request_words as words
from kcr2desk.desk.bijstand.commit_refused import RefusedPromise
from kcr2desk.desk.kit import paint

translate = words.translate
_HEIGHT: Final = 30
_WHO: Final = 0.42
"""Share of the first column in what the state leaves."""


@dataclass(frozen=True, slots=True)
class Link:
    """A row: who, what, and at the right how it stands."""

    id: str
    who: str
    what: str
    state: str
    tone: str = "muted"
    icon: str = ""
    tip: str = ""


class LinkRow(QAbstractButton):
    """One row; Enter, Space or a click opens it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link: Link | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_link(self, link: Link) -> None:
        """Show it."""
        if link != self.link:
            self.link = link
            said = f"{link.who} {link.what} {link.state}"
            self.setAccessibleName(said)
            self.setToolTip(link.tip or said)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        link, tokens, now = self.link, theme.tokens(), theme.current()
        if link is None:
            return
        painter, rect = QPainter(self), self.rect()
        if self.underMouse():
            paint.rounded(painter, rect, tokens.hover)
        inner = rect.adjusted(8, 0, -8, 0)
        tone = QColor(tokens.tone(link.tone))
        small = now.font("small")
        used = paint.draw_text(painter, inner, link.state, small, tone, right=True)
        if link.icon:
            place = QRect(inner.right() - used - 20, 0, 16, rect.height())
            paint.draw_icon(painter, link.icon, tokens.tone(link.tone), place, 14)
            used += 22
        inner = inner.adjusted(0, 0, -used - 8, 0)
        text = QColor(tokens.text)
        wide = round(inner.width() * _WHO)
        first = QRect(inner.left(), 0, wide, rect.height())
        paint.draw_text(painter, first, link.who, now.font("base"), text)
        rest = inner.adjusted(wide + 8, 0, 0, 0)
        paint.draw_text(painter, rest, link.what, now.font("base"), QColor(tokens.muted))
        if self.hasFocus():
            paint.focus_ring(painter, rect)


class LinkList(QWidget):
    """Rows that are used again."""

    opened = Signal(str)
    """The id of the row that the officer opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[LinkRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_links(self, links: Sequence[Link]) -> None:
        """Show these, and only these."""
        while len(self.rows) < len(links):
            row = LinkRow(self)
            row.clicked.connect(lambda _checked=False, r=row: self._open(r))
            self.rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(links))
            if place < len(links):
                row.show_link(links[place])

    def _open(self, row: LinkRow) -> None:
        if row.link is not None:
            self.opened.emit(row.link.id)


def inquiry_links(book: Book, request: str, now: datetime) -> list[Link]:
    """The inquiries of a request: whom, what they offer, and how it stands."""
    return [_inquiry(book, each, now) for each in book.inquiries(request)]


def _inquiry(book: Book, inquiry: Inquiry, now: datetime) -> Link:
    answers = book.answers(inquiry.id)
    given = sum(offered(answer) for answer in answers)
    said = [answer for answer in answers if answer.answer]
    state, tone, icon = words.inquiry_status(inquiry.status), "muted", ""
    if inquiry.status in ("asked", "seen") and inquiry.deadline is not None:
        late = inquiry.deadline < now
        age = texts.age(inquiry.deadline, now)
        state = translate("RequestLinks", "{age} late").format(age=age) if late else age
        tone, icon = ("urgent", "clock") if late else ("accent", "wait")
    elif said:
        refused = not given
        tone, icon = ("attention", "close") if refused else ("good", "check")
        state = translate("RequestLinks", "no") if refused else (
            translate("RequestLinks", "{n} offered").format(n=given))  # fmt: skip
    what = ", ".join(
        f"{a.quantity} {words.resource_short(book, a.resource)}" for a in answers
    ) or inquiry.title  # fmt: skip
    return Link(inquiry.id, words.owner_name(book, inquiry.owner), what, state, tone, icon,
                f"{inquiry.number} · {words.inquiry_status(inquiry.status)}")  # fmt: skip


REFUSED: Final = "refused/"
"""Begins the id of the row of a promise that was refused; its changeset follows."""


def refused_links(book: Book, found: Sequence[tuple[RefusedPromise, Commitment]]) -> list[Link]:
    """The promises that the hub refused and that wait for somebody: loud, and before the others."""
    made = []
    for refused, wanted in found:
        what = f"{wanted.quantity} {words.resource_short(book, wanted.resource)}"
        state = translate("RequestLinks", "refused: {why}").format(why=_why(refused.code))
        made.append(Link(REFUSED + refused.changeset, words.owner_name(book, wanted.owner), what,
                         state, "urgent", "blocked"))  # fmt: skip
    return made


def _why(code: str) -> str:
    match code:
        case "over_committed":
            return translate("RequestLinks", "more than there is")
        case "unit_taken":
            return translate("RequestLinks", "unit taken")
        case "unit_hours":
            return translate("RequestLinks", "unit not there")
        case "no_authority":
            return translate("RequestLinks", "who decided?")
        case _:
            return translate("RequestLinks", "look")


def commitment_links(book: Book, request: str, now: datetime) -> list[Link]:
    """The commitments of a request: who gives what, and where it is."""
    return [_commitment(book, each, now) for each in book.commitments(request=request)]


def _commitment(book: Book, given: Commitment, now: datetime) -> Link:
    unit = book.unit(given.unit)
    what = f"{given.quantity} {words.resource_short(book, given.resource)}"
    if unit is not None:
        what = unit.name
    if given.until_at is not None:
        until = texts.moment(given.until_at, now)
        what += " " + translate("RequestLinks", "until {time}").format(time=until)
    state = words.commitment_status(given.status)
    tones = {"on_site": ("good", "place"), "en_route": ("accent", "send"),
             "promised": ("accent", "check")}  # fmt: skip
    tone, icon = tones.get(given.status, ("muted", ""))
    if given.status == "promised" and given.firmness == "provisional":
        state = translate("RequestLinks", "provisional")
        tone, icon = "attention", "question"
    tip = " · ".join(p for p in (given.number, given.authority, given.call_signs) if p)
    return Link(given.id, words.owner_name(book, given.owner), what, state, tone, icon, tip)
