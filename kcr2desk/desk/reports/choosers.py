"""Cards over the panel that ask for one thing: an incident, an owner, the full grade."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcr2desk.core.records import Incident
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.panel import Found
from kcr2desk.desk.parts import words
from kcr2desk.desk.picker import Picker, rank

WIDTH = 560


def _ranked(query: str, rows: Sequence[Found]) -> list[Found]:
    """The rows that answer, the best first; without a query all in their order."""
    scored = [(rank(query, f"{row.title} {row.detail}"), at) for at, row in enumerate(rows)]
    return [rows[at] for score, at in sorted((s, a) for s, a in scored if s is not None)]


class IncidentChooser(Picker):
    """Which incident do these reports belong to? Typing a new name makes one."""

    chosen = Signal(str)
    """The id of an incident, "" for none."""

    made = Signal(str)
    """The title of an incident to make."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, WIDTH, icon="incident", rows=8)
        self._incidents: tuple[Incident, ...] = ()
        self._count = 0
        texts.OnLanguage(self, self._say)

    def set_incidents(self, incidents: Sequence[Incident]) -> None:
        """Offer these; closed ones last."""
        self._incidents = tuple(sorted(incidents, key=lambda i: i.status == "closed"))
        if self.isVisible():
            self.ask(self.field.text())

    def open_for(self, count: int) -> None:
        """Ask for `count` reports."""
        self._count = count
        self.open()
        self._say()

    def ask(self, query: str) -> None:
        typed = " ".join(query.split())
        rows = _ranked(
            query,
            [
                Found(
                    incident.title,
                    partial(self.chosen.emit, incident.id),
                    self._detail(incident),
                    icon="incident",
                )
                for incident in self._incidents
            ],
        )
        same = any(i.title.casefold() == typed.casefold() for i in self._incidents)
        if typed and not same:
            words_ = self.tr("New incident: {title}").format(title=typed)
            new = Found(words_, partial(self.made.emit, typed), icon="plus", key="Ctrl+Enter")
            rows.append(new)
        if not typed:
            rows.append(Found(self.tr("No incident"), partial(self.chosen.emit, ""), icon="minus"))
        self.put(rows)

    def eventFilter(self, watched: object, event: object) -> bool:
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QKeyEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            typed = " ".join(self.field.text().split())
            if typed:
                self.dismiss()
                self.made.emit(typed)
            return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _detail(self, incident: Incident) -> str:
        closed = self.tr("closed") if incident.status == "closed" else ""
        parts = (incident.number, words.region_short(incident.region), closed)
        return " · ".join(part for part in parts if part)

    def _say(self) -> None:
        self.field.setPlaceholderText(self.tr("Incident: find one or name a new one…"))
        about = words.count_of_reports(self._count)
        self.hint.setText(
            self.tr("{reports} · Enter assigns · Ctrl+Enter makes a new one · Esc closes").format(
                reports=about
            )
        )


class OwnerChooser(Picker):
    """Who takes these reports? Anyone seen as an owner, or a name that is typed."""

    chosen = Signal(str)
    """The account, "" for nobody."""

    def __init__(self, host: QWidget, me: str) -> None:
        super().__init__(host, WIDTH, icon="person", rows=6)
        self._me = me
        self._names: tuple[str, ...] = ()
        self._count = 0
        texts.OnLanguage(self, self._say)

    def open_for(self, count: int, names: Sequence[str]) -> None:
        """Ask for `count` reports; `names` are owners seen lately."""
        self._count = count
        self._names = tuple(dict.fromkeys(n for n in names if n and n != self._me))
        self.open()
        self._say()

    def ask(self, query: str) -> None:
        typed = query.strip()
        me = Found(self.tr("Me"), partial(self.chosen.emit, self._me), self._me, icon="person")
        rows = [me, *(Found(n, partial(self.chosen.emit, n), icon="person") for n in self._names)]
        rows = _ranked(query, rows)
        if typed and typed != self._me and typed not in self._names:
            rows.append(Found(typed, partial(self.chosen.emit, typed), self.tr("as typed")))
        if not typed:
            rows.append(Found(self.tr("Nobody"), partial(self.chosen.emit, ""), icon="minus"))
        self.put(rows)

    def _say(self) -> None:
        self.field.setPlaceholderText(self.tr("Owner: find or type an account…"))
        about = words.count_of_reports(self._count)
        hint = self.tr("{reports} · Enter hands over · Esc closes").format(reports=about)
        self.hint.setText(hint)


class GradeCard(kit.Overlay):
    """The full Admiralty pair, judged apart: how good is the source, how true is what it says."""

    chosen = Signal(str, str)
    """Reliability and credibility."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, WIDTH, top=True)
        self._title = kit.label(role="heading")
        self._source = kit.label(role="strong")
        self._news = kit.label(role="strong")
        self.reliability = kit.KeyChoice()
        self.credibility = kit.KeyChoice()
        self._meaning = kit.label(tone="muted")
        self._hint = kit.ElidedLabel(role="small", tone="muted")
        self._take = kit.button(kind="primary", run=self._done)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        column.setSpacing(theme.S)
        for widget in (
            self._title,
            self._source,
            self.reliability,
            self._news,
            self.credibility,
            self._meaning,
        ):
            column.addWidget(widget)
        column.addSpacing(theme.XS)
        column.addWidget(self._take, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._hint)
        self.reliability.chosen.connect(lambda _value: self._tell())
        self.credibility.chosen.connect(lambda _value: self._tell())
        texts.OnLanguage(self, self._say)

    def open_for(self, reliability: str, credibility: str) -> None:
        """Ask, beginning with a grade."""
        self.reliability.set_value(reliability)
        self.credibility.set_value(credibility)
        self._tell()
        self.open()
        self.reliability.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter judges the source, a digit the information, wherever the focus is."""
        text = event.text().upper()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._done()
        elif text and text in "ABCDEF":
            self.reliability.set_value(text)
            self._tell()
        elif text and text in "123456":
            self.credibility.set_value(text)
            self._tell()
        else:
            super().keyPressEvent(event)

    def _done(self) -> None:
        pair = self.reliability.value() or "F", self.credibility.value() or "6"
        self.dismiss()
        self.chosen.emit(*pair)

    def _tell(self) -> None:
        pair = self.reliability.value() or "F", self.credibility.value() or "6"
        self._meaning.setText(words.grade_words(*pair))

    def _say(self) -> None:
        self._title.setText(self.tr("Grade"))
        self._source.setText(self.tr("How reliable is the source?"))
        self._news.setText(self.tr("How credible is the information?"))
        self._take.setText(self.tr("Grade it so"))
        self._hint.setText(self.tr("A to F and 1 to 6 choose · Enter grades · Esc closes"))
        self.reliability.set_options([kit.Option(c, c) for c in "ABCDEF"])
        self.credibility.set_options([kit.Option(c, c) for c in "123456"])
        self._tell()
