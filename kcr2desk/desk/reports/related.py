"""The other reports of a thread: what this one follows, what follows it, the rest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from kcr2desk.core.fields import moment
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.parts import words
from kcr2desk.desk.reports.shown import Related

translate = QCoreApplication.translate

FIRST: Final = 4


def relation(related: Related) -> str:
    """What another report is to the one that is shown."""
    if related.relation == "later":
        match related.how:
            case "update":
                return translate("Related", "replaces this one")
            case "cancel":
                return translate("Related", "withdraws this one")
            case "reply":
                return translate("Related", "reply to this one")
            case "ack":
                return translate("Related", "acknowledges this one")
            case "error":
                return translate("Related", "rejects this one")
            case _:
                return translate("Related", "follows this one")
    if related.relation == "earlier":
        match related.how:
            case "update":
                return translate("Related", "replaced by this one")
            case "cancel":
                return translate("Related", "withdrawn by this one")
            case "reply":
                return translate("Related", "answered by this one")
            case _:
                return translate("Related", "followed by this one")
    return translate("Related", "in the same thread")


def icon_of(related: Related) -> str:
    """Later ones point up, as the newest stands at the top; a withdrawal is crossed out."""
    if related.how == "cancel":
        return "blocked"
    return {"later": "chevron-up", "earlier": "chevron-down"}.get(related.relation, "mail")


class RelatedRow(QAbstractButton):
    """One of them, to be pressed: its title, and under it what it is and when it came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = self._detail = ""
        self._icon, self._tone = "mail", "muted"
        self.report = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_related(self, related: Related, now: datetime) -> None:
        line = related.line
        self.report = line.id
        self._title = " ".join(line.title.split())
        parts = [relation(related)]
        if line.received_at is not None:
            parts.append(texts.moment(moment(line.received_at), now))
        parts += [part for part in (words.reality(line.reality), line.informant) if part]
        self._detail = " · ".join(parts)
        ends = related.relation == "later" and related.how in ("cancel", "update")
        self._icon, self._tone = icon_of(related), "attention" if ends else "muted"
        self.setText(self._title)
        self.setAccessibleName(f"{self._title}, {self._detail}")
        self.setToolTip(f"{line.title}\n{self._detail}\n{line.number}".strip())
        self.update()

    def detail(self) -> str:
        return self._detail

    def sizeHint(self) -> QSize:
        return QSize(240, 42)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        now, tokens = theme.current(), theme.tokens()
        if self.underMouse() or self.isDown():
            paint.rounded(painter, self.rect(), tokens.raised)
        sign = QRect(4, 0, 20, self.height())
        paint.draw_icon(painter, self._icon, tokens.tone(self._tone), sign)
        base, small = now.font("base"), now.font("small")
        high = QFontMetrics(base).height()
        top = (self.height() - high - QFontMetrics(small).height()) // 2
        inner = QRect(32, top, self.width() - 36, high)
        paint.draw_text(painter, inner, self._title, base, QColor(tokens.accent))
        foot = QRect(32, inner.bottom(), inner.width(), QFontMetrics(small).height() + 2)
        paint.draw_text(painter, foot, self._detail, small, QColor(tokens.muted))
        if self.hasFocus():
            paint.focus_ring(painter, self.rect())


class RelatedView(QWidget):
    """The thread, newest first; of many the first few until all are asked for."""

    reportWanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._related: tuple[Related, ...] = ()
        self._missing = 0
        self._now: datetime | None = None
        self._all = False
        self._rows: list[RelatedRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self.more = kit.button(kind="link", small=True, run=self._show_all)
        self.missing = kit.label(role="small", tone="muted", wrap=True)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.XS)
        page.addLayout(self._column)
        page.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        page.addWidget(self.missing)
        texts.OnLanguage(self, self._render)

    def show_related(
        self, related: Sequence[Related], missing: int, now: datetime, *, fresh: bool
    ) -> None:
        """Show a thread; `missing` counts what is followed and not here."""
        if fresh:
            self._all = False
        self._related, self._missing, self._now = tuple(related), missing, now
        self._render()

    def rows(self) -> list[RelatedRow]:
        """The rows in sight."""
        return [row for row in self._rows if row.isVisibleTo(self)]

    def _show_all(self) -> None:
        self._all = True
        self._render()

    def _render(self) -> None:
        if self._now is None:
            return
        shown = self._related if self._all else self._related[:FIRST]
        while len(self._rows) < len(shown):
            row = RelatedRow()
            row.clicked.connect(lambda _checked=False, r=row: self.reportWanted.emit(r.report))
            self._rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(shown))
            if place < len(shown):
                row.show_related(shown[place], self._now)
        self.more.setVisible(len(shown) < len(self._related))
        self.more.setText(self.tr("Show all {n}").format(n=texts.number(len(self._related))))
        self.missing.setVisible(self._missing > 0)
        self.missing.setText(
            self.tr(
                "%n report(s) that this one follows are not here yet.",
                "",
                self._missing,
            )
        )
