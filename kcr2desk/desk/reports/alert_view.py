"""An alert to be read: how bad, what happens, what to do, where, until when; then the rest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kcr2desk.desk import icons, kit, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.parts.body import MarkedText, first_part
from kcr2desk.desk.reports import alert_words
from kcr2desk.desk.reports.alert_read import AlertInfo, AlertShown
from kcr2desk.desk.reports.area_map import AreaMap
from kcr2desk.desk.reports.facts_view import FactLine, FactsView
from kcr2desk.exchange.problems import SENTENCES, Problem, sentence
from kcr2desk.store.search import marks

FIRST_INFOS: Final = 3
FIRST_AREAS: Final = 8
BESIDE: Final = 46
BENEATH: Final = 26
"""Heights of a cell of the strip."""


class SeverityStrip(QWidget):
    """Severity, urgency and certainty side by side, each a word under its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: tuple[tuple[str, str, str], ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_cells(self, cells: Sequence[tuple[str, str, str]]) -> None:
        """(name, word, tone) of each."""
        self._cells = tuple(cells)
        self.setAccessibleName(", ".join(f"{name}: {word}" for name, word, _ in cells))
        self.updateGeometry()
        self.update()

    def cells(self) -> tuple[tuple[str, str, str], ...]:
        return self._cells

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._beside(width):
            return BESIDE
        return len(self._cells) * (BENEATH + theme.XS) - theme.XS

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 100 else 300
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, BENEATH)

    def _beside(self, width: int) -> bool:
        """Whether every word fits where they stand side by side."""
        metrics = QFontMetrics(theme.current().font("base", strong=True))
        count = max(1, len(self._cells))
        room = (width - theme.XS * (count - 1)) // count - 2 * theme.S
        return all(metrics.horizontalAdvance(word) <= room for _, word, _ in self._cells)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        now, tokens = theme.current(), theme.tokens()
        if not self._cells:
            return
        gap, beside = theme.XS, self._beside(self.width())
        wide = (self.width() - gap * (len(self._cells) - 1)) // len(self._cells)
        small, strong = now.font("small"), now.font("base", strong=True)
        for place, (name, word, tone) in enumerate(self._cells):
            box = QRect(place * (wide + gap), 0, wide, BESIDE)
            if not beside:
                box = QRect(0, place * (BENEATH + gap), self.width(), BENEATH)
            ground = tokens.raised if tone == "text" else tokens.tint(tone)
            paint.rounded(painter, box, ground)
            if not beside:
                line = box.adjusted(theme.S, 0, -theme.S, 0)
                paint.draw_text(painter, line, name, small, QColor(tokens.muted))
                line.setLeft(line.left() + 104)
                paint.draw_text(painter, line, word, strong, QColor(tokens.tone(tone)))
                continue
            inner = box.adjusted(theme.S, 4, -theme.S, -4)
            head = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(small).height())
            paint.draw_text(painter, head, name, small, QColor(tokens.muted))
            foot = QRect(inner.left(), head.bottom(), inner.width(), inner.bottom() - head.bottom())
            paint.draw_text(painter, foot, word, strong, QColor(tokens.tone(tone)))


class InfoBlock(QWidget):
    """One info of an alert."""

    readWanted = Signal(str, str)
    """Title and whole text of a part that is longer than is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._info: AlertInfo | None = None
        self.headline = MarkedText("base")
        self.strip = SeverityStrip()
        self.description = MarkedText()
        self.more = kit.button(kind="link", small=True, run=self._read)
        self.todo = kit.label(role="strong")
        self.instruction = MarkedText()
        self.instruction_more = kit.button(kind="link", small=True, run=self._read_instruction)
        self.facts = FactsView()
        self.map = AreaMap()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        for widget in (self.headline, self.strip, self.description):
            column.addWidget(widget)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.todo)
        column.addWidget(self.instruction)
        column.addWidget(self.instruction_more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.facts)
        column.addWidget(self.map)

    def show_info(self, info: AlertInfo, title: str, search: str, now: datetime) -> None:
        """Show it; `title` is what stands above it already."""
        self._info = info
        heading = info.headline or info.event
        self._text(self.headline, "" if _alike(heading, title) else heading, search)
        self.strip.show_cells(
            [
                (
                    self.tr("Severity"),
                    alert_words.severity(info.severity),
                    alert_words.severity_tone(info.severity),
                ),
                (
                    self.tr("Urgency"),
                    alert_words.urgency(info.urgency),
                    alert_words.urgency_tone(info.urgency),
                ),
                (self.tr("Certainty"), alert_words.certainty(info.certainty), "text"),
            ]
        )
        self._long(self.description, self.more, info.description, search)
        self.todo.setText(self.tr("What to do"))
        self.todo.setVisible(bool(info.instruction))
        self._long(self.instruction, self.instruction_more, info.instruction, search)
        self.facts.set_facts(self._facts(info, now))
        tone = alert_words.severity_tone(info.severity)
        self.map.show_area(info.shapes, tone, "; ".join(info.areas))

    def _text(self, widget: MarkedText, text: str, search: str) -> None:
        widget.show_text(text, marks(text, search))
        widget.setVisible(bool(text))

    def _long(self, widget: MarkedText, more: QPushButton, text: str, search: str) -> None:
        first = first_part(text)
        self._text(widget, first, search)
        more.setVisible(first != text)
        more.setText(self.tr("Show all {n} characters").format(n=texts.number(len(text))))

    def _facts(self, info: AlertInfo, now: datetime) -> list[FactLine]:
        valid = FactLine(self.tr("Valid"), self._validity(info, now), tip=_full(info))
        area = FactLine(self.tr("Area"), self._areas(info), tip="\n".join(info.areas[:40]))
        facts = [fact for fact in (valid, area) if fact.value]
        responses = ", ".join(filter(None, map(alert_words.response, info.responses)))
        for name, value in (
            (self.tr("Advice"), responses),
            (self.tr("Event"), "" if _alike(info.event, info.headline) else info.event),
            (self.tr("Meant for"), info.audience),
            (self.tr("Contact"), info.contact),
        ):
            if value:
                facts.append(FactLine(name, value))
        return facts

    def _validity(self, info: AlertInfo, now: datetime) -> str:
        starts = texts.moment(info.starts, now) if info.starts else ""
        ends = texts.moment(info.expires, now) if info.expires else ""
        if starts and ends:
            told = self.tr("{start} until {end}").format(start=starts, end=ends)
        elif ends:
            told = self.tr("until {end}").format(end=ends)
        else:
            told = self.tr("from {start}").format(start=starts) if starts else ""
        if info.expires is not None and info.expires < now:
            told += " · " + self.tr("over")
        return told

    def _areas(self, info: AlertInfo) -> str:
        told = "; ".join(info.areas[:FIRST_AREAS])
        left = len(info.areas) - FIRST_AREAS
        if left > 0:
            told += " " + self.tr("and {n} more").format(n=texts.number(left))
        if info.shapes_left_out:
            told += " · " + self.tr("the map shows {n} of {all} shapes").format(
                n=texts.number(len(info.shapes)),
                all=texts.number(len(info.shapes) + info.shapes_left_out),
            )
        return told

    def _read(self) -> None:
        if self._info is not None:
            self.readWanted.emit(self._info.headline or self._info.event, self._info.description)

    def _read_instruction(self) -> None:
        if self._info is not None:
            self.readWanted.emit(self.tr("What to do"), self._info.instruction)


def _alike(one: str, other: str) -> bool:
    """Whether two headings say the same, but for spaces and where one was cut."""
    a, b = " ".join(one.split()).casefold(), " ".join(other.split()).casefold()
    return a == b or (b.endswith("…") and a.startswith(b[:-1]))


def _full(info: AlertInfo) -> str:
    """The times of an info with their day and in UTC."""
    moments = [moment for moment in (info.starts, info.expires) if moment is not None]
    return "\n".join(f"{texts.moment_full(m)} · {texts.utc(m)}" for m in moments)


class AlertView(QWidget):
    """All infos of an alert in the reader's language, the other languages one press away."""

    readWanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alert: AlertShown | None = None
        self._key: object = None
        self._title = self._search = ""
        self._now: datetime | None = None
        self._all = self._folded_out = False
        self._language = ""
        self.languages = kit.KeyChoice()
        self.languages.chosen.connect(self._speak)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.XL)
        self._blocks: list[InfoBlock] = []
        self.more = kit.button(kind="link", small=True, run=self._show_all)
        self.rest = kit.button(kind="quiet", icon="chevron-right", small=True, run=self._unfold)
        self.details = FactsView()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.S)
        row = QHBoxLayout()
        row.addWidget(self.languages)
        row.addStretch(1)
        page.addLayout(row)
        page.addLayout(self._column)
        page.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        page.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignLeft)
        page.addWidget(self.details)
        texts.OnLanguage(self, self._render)

    def show_alert(self, alert: AlertShown, title: str, search: str, now: datetime) -> None:
        """Show `alert` under a heading `title`. The same again keeps what was opened."""
        key = (alert, title, search)
        fresh = self._alert is None or alert.identifier != self._alert.identifier
        if key == self._key and not fresh:
            return
        self._key, self._alert, self._title, self._search, self._now = (
            key,
            alert,
            title,
            search,
            now,
        )
        if fresh:
            self._all = self._folded_out = False
            self._language = ""
        self._render()

    def blocks(self) -> list[InfoBlock]:
        """The infos that are shown."""
        return [block for block in self._blocks if block.isVisibleTo(self)]

    def _infos(self, alert: AlertShown) -> Sequence[AlertInfo]:
        if not self._language:
            return alert.infos
        return [i for i in (*alert.infos, *alert.others) if i.language == self._language]

    def _render(self) -> None:
        alert, now = self._alert, self._now
        if alert is None or now is None:
            return
        infos = self._infos(alert)
        shown = infos if self._all else infos[:FIRST_INFOS]
        while len(self._blocks) < len(shown):
            block = InfoBlock()
            block.readWanted.connect(self.readWanted)
            self._blocks.append(block)
            self._column.addWidget(block)
        for place, block in enumerate(self._blocks):
            block.setVisible(place < len(shown))
            if place < len(shown):
                block.show_info(shown[place], self._title, self._search, now)
        self.more.setVisible(len(shown) < len(infos))
        self.more.setText(
            self.tr("Show the {n} others").format(n=texts.number(len(infos) - len(shown)))
        )
        self._offer_languages(alert)
        self._say_rest(alert, infos)

    def _offer_languages(self, alert: AlertShown) -> None:
        codes = list(dict.fromkeys(i.language for i in (*alert.infos, *alert.others)))
        self.languages.set_options(
            [kit.Option(code, alert_words.language(code)) for code in codes[:6]]
        )
        first = alert.infos[0].language if alert.infos else ""
        self.languages.set_value(self._language or first)
        self.languages.setVisible(len(codes) > 1)

    def _say_rest(self, alert: AlertShown, infos: Sequence[AlertInfo]) -> None:
        facts = self._rest(alert, infos)
        self.rest.setText(self.tr("All data of the alert"))
        self.rest.setVisible(bool(facts))
        icons.dress(self.rest, "chevron-down" if self._folded_out else "chevron-right")
        self.details.setVisible(self._folded_out)
        if self._folded_out:
            self.details.set_facts(facts)

    def _rest(self, alert: AlertShown, infos: Sequence[AlertInfo]) -> list[FactLine]:
        scope = alert_words.scope(alert.scope)
        told = [
            (self.tr("Kind"), alert_words.message(alert.message_type)),
            (self.tr("Sender"), alert.sender),
            (self.tr("Identifier"), alert.identifier),
            (self.tr("Sent"), texts.moment_full(alert.sent) if alert.sent else ""),
            (self.tr("Spread"), " · ".join(filter(None, (scope, alert.restriction)))),
            (self.tr("Note"), alert.note),
            (self.tr("Signature"), self.tr("there, not checked") if alert.signed else ""),
        ]
        told += [(self.tr("Refers to"), reference) for reference in alert.references[:10]]
        told += [pair for info in infos[:FIRST_INFOS] for pair in info.details[:40]]
        told += [(self.tr("Remark"), words) for words in self._remarks(alert)]
        return [FactLine(name, value) for name, value in told if value]

    def _remarks(self, alert: AlertShown) -> list[str]:
        """What is odd about the file, in whole sentences; codes of a newer version are left out."""
        speak = alert_words.reader()
        return [
            sentence(Problem(file, line, code, detail), "nl" if speak == "nl" else "en")
            for file, line, code, detail in alert.remarks[:20]
            if code in SENTENCES
        ]

    def _speak(self, code: str) -> None:
        self._language = code
        self._render()

    def _show_all(self) -> None:
        self._all = True
        self._render()

    def _unfold(self) -> None:
        self._folded_out = not self._folded_out
        self._render()
