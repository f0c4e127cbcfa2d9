"""The head of a report, always in sight: what it is, how it stands, and what is odd about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kcr2desk.core.fields import moment
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.kit.flow import FlowLayout
from kcr2desk.desk.parts import words
from kcr2desk.desk.parts.body import MarkedText
from kcr2desk.desk.reports import alert_words
from kcr2desk.desk.reports.shown import ReportShown, text_of

BAND = 34


class UnrealBand(QWidget):
    """The band over what is not real: a full colour and a word in capitals, nothing else."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word = self._sentence = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_reality(self, reality: str) -> None:
        self._word, self._sentence = words.reality(reality), alert_words.unreal(reality)
        self.setAccessibleName(f"{self._word}. {self._sentence}")
        self.setToolTip(self._sentence)
        self.setVisible(bool(self._word))
        self.update()

    def word(self) -> str:
        return self._word

    def sizeHint(self) -> QSize:
        return QSize(240, BAND)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, BAND)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        now, tokens = theme.current(), theme.tokens()
        paint.rounded(painter, self.rect(), tokens.exercise)
        ink = QColor(tokens.on_accent)
        box = self.rect().adjusted(theme.M, 0, -theme.M, 0)
        heading = now.font("heading", strong=True)
        wide = paint.draw_text(painter, box, self._word, heading, ink)
        rest = QRect(box.left() + wide + theme.M, 0, box.width() - wide - theme.M, self.height())
        paint.draw_text(painter, rest, self._sentence, now.font("base"), ink)


class Head(QWidget):
    """Number, age, state, grade, urgency, title; above them what nobody may overlook."""

    laterWanted = Signal(str)
    """The report that replaces or withdraws this one is to be shown."""

    attentionWanted = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self.band = UnrealBand()
        self.later = kit.InlineMessage()
        self.refused = kit.InlineMessage()
        self.number = kit.ElidedLabel(role="small", tone="muted")
        self.age = kit.AgeLabel()
        self.status, self.urgent = kit.Pill(), kit.Pill()
        self.discipline, self.kind, self.waiting = kit.Pill(), kit.Pill(), kit.Pill()
        self.removed = kit.Pill()
        self.grade = kit.GradeBadge()
        self.title = MarkedText("heading")
        top = QHBoxLayout()
        top.setSpacing(theme.S)
        top.addWidget(self.number, 1)
        top.addWidget(self.age)
        pills = QWidget()
        self._flow = FlowLayout(pills, spacing=6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        pills.setSizePolicy(policy)
        for widget in (
            self.urgent, self.removed, self.status, self.grade, self.discipline, self.kind,
            self.waiting,
        ):  # fmt: skip
            self._flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, theme.S, 0)
        column.setSpacing(theme.XS)
        column.addWidget(self.band)
        column.addWidget(self.later)
        column.addLayout(top)
        column.addWidget(self.title)
        column.addWidget(pills)
        column.addWidget(self.refused)
        column.addSpacing(theme.XS)

    def show_report(self, data: ReportShown, me: str) -> None:
        """Show the head of a report to officer `me`."""
        values = data.values
        self.band.show_reality(text_of(values, "reality"))
        self._show_later(data)
        self._show_refused(data)
        self.number.setText(text_of(values, "number") or self.tr("no number"))
        self.title.show_text(text_of(values, "title"), data.title_marks)
        received = values.get("received_at")
        at = moment(received) if isinstance(received, int) else None
        self.age.set_moment(at, self._now())
        status = text_of(values, "status")
        self.status.show_as(words.status(status), words.status_tone(status))
        self._show_urgent(data, me)
        reliability, credibility = text_of(values, "reliability"), text_of(values, "credibility")
        self.grade.set_grade(reliability, credibility)
        graded = words.grade(reliability, credibility)
        self.grade.setVisible(bool(graded))
        self.grade.setToolTip(words.grade_words(reliability, credibility) if graded else "")
        discipline = text_of(values, "discipline")
        icon = words.discipline_icon(discipline)
        self._pill(self.discipline, words.discipline(discipline), "muted", icon)
        follows = words.follows(text_of(values, "follows_how"))
        self._pill(self.kind, follows, "muted")
        gone = self.tr("removed") if values.get("removed") is True else ""
        self._pill(self.removed, gone, "attention", "close")
        pending = data.line is not None and data.line.pending
        self._pill(self.waiting, self.tr("saved here, not confirmed yet") if pending else "",
                   "muted", "wait")  # fmt: skip
        self._flow.invalidate()

    def tick(self, now: datetime) -> None:
        """Let the age grow."""
        self.age.tick(now)

    def _pill(self, pill: kit.Pill, text: str, tone: str, icon: str = "") -> None:
        pill.show_as(text, tone, icon)
        pill.setVisible(bool(text))

    def _show_urgent(self, data: ReportShown, me: str) -> None:
        by = text_of(data.values, "acknowledged_by")
        if data.values.get("urgent") is not True or (data.superseded is not None and not by):
            self._pill(self.urgent, "", "muted")
        elif not by:
            self._pill(self.urgent, self.tr("urgent, to be acknowledged"), "urgent", "alert")
        else:
            who = self.tr("you") if by == me else by
            told = self.tr("urgent, acknowledged by {name}").format(name=who)
            self._pill(self.urgent, told, "muted", "check")

    def _show_later(self, data: ReportShown) -> None:
        later = data.superseded
        if later is None:
            self.later.hide()
            return
        line = later.line
        time = ""
        if line.received_at is not None:
            time = texts.moment(moment(line.received_at), self._now())
        if later.how == "cancel":
            told, see = self.tr("Withdrawn {time}"), self.tr("See the withdrawal")
        else:
            told, see = self.tr("Replaced {time}"), self.tr("See the newer one")
        if line.informant:
            time = f"{time} · {line.informant}"
        self.later.tell(
            told.format(time=time).strip(),
            "attention",
            [(see, lambda: self.laterWanted.emit(line.id))],
            closable=False,
        )

    def _show_refused(self, data: ReportShown) -> None:
        if not data.refusals:
            self.refused.hide()
            return
        told = self.tr("%n change(s) refused", "", len(data.refusals))
        self.refused.tell(
            told, "attention", [(self.tr("Decide"), self.attentionWanted.emit)], closable=False
        )
