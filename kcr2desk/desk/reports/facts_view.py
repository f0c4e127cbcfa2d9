"""Facts of a report: names muted at the left, values at the right, some to copy or to follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from kcr2desk.desk import kit, texts, theme


@dataclass(frozen=True, slots=True)
class FactLine:
    """One fact. `link` makes its value something to press, `copy` puts a button beside it.

    `detail` follows the value, muted. An empty value shows a dash.
    """

    name: str
    value: str
    detail: str = ""
    tip: str = ""
    link: str = ""
    copy: bool = False


class _Row(QWidget):
    """Value and copy button of one fact; the same widgets serve whatever comes."""

    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._fact = FactLine("", "")
        self.value = kit.label(wrap=True)
        self.value.setTextFormat(Qt.TextFormat.RichText)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.value.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.value.setMinimumWidth(40)
        self.value.linkActivated.connect(self.followed)
        self.copy = kit.button(kind="quiet", icon="copy", small=True)
        self.copy.clicked.connect(self._copy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.XS)
        row.addWidget(self.value, 1)
        row.addWidget(self.copy)
        self._rest = row
        theme.current().changed.connect(self._render)

    @property
    def fact(self) -> FactLine:
        return self._fact

    def show_fact(self, fact: FactLine) -> None:
        self._fact = fact
        self.value.setToolTip(fact.tip)
        self.value.setWordWrap(not fact.copy)
        self.value.setAccessibleName(f"{fact.value} {fact.detail}".strip())
        focus = Qt.FocusPolicy.StrongFocus if fact.link else Qt.FocusPolicy.NoFocus
        self.value.setFocusPolicy(focus)
        self.copy.setVisible(fact.copy and bool(fact.value))
        self._rest.setStretch(0, 0 if fact.copy else 1)
        self._rest.setAlignment(self.copy, Qt.AlignmentFlag.AlignLeft)
        self._rest.setStretch(1, 1 if fact.copy else 0)
        self._render()

    def say(self, words: str) -> None:
        self.copy.setToolTip(words)
        self.copy.setAccessibleName(words)

    def _render(self) -> None:
        """The value with what follows it, in the colours of now."""
        fact, tokens = self._fact, theme.tokens()
        value = escape(fact.value, quote=False).replace("\n", "<br>") or "–"
        if fact.link:
            style = f"color:{tokens.accent};text-decoration:none"
            value = f'<a href="{escape(fact.link)}" style="{style}">{value}</a>'
        elif not fact.value:
            value = f'<span style="color:{tokens.muted}">{value}</span>'
        if fact.detail:
            detail = escape(fact.detail, quote=False)
            value += f' <span style="color:{tokens.muted}">· {detail}</span>'
        self.value.setText(value)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._fact.value)


class FactsView(QWidget):
    """The facts in two columns that stay put."""

    followed = Signal(str)
    """The `link` of the fact that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(theme.XS)
        self._grid.setColumnMinimumWidth(0, 96)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[QLabel, _Row]] = []
        texts.OnLanguage(self, self._say)

    def set_facts(self, facts: Sequence[FactLine]) -> None:
        """Show these facts, in this order."""
        top = Qt.AlignmentFlag.AlignTop
        while len(self._rows) < len(facts):
            self._add()
        for place, (name, row) in enumerate(self._rows):
            shown = place < len(facts)
            name.setVisible(shown)
            row.setVisible(shown)
            if shown:
                name.setText(facts[place].name)
                side = Qt.AlignmentFlag.AlignVCenter if facts[place].copy else top
                self._grid.setAlignment(name, side)
                row.show_fact(facts[place])

    def copy_buttons(self) -> list[QPushButton]:
        """The buttons that copy a value, those in sight."""
        return [row.copy for _, row in self._rows if row.copy.isVisibleTo(self)]

    def facts(self) -> list[tuple[str, str]]:
        """(name, value) as they stand there."""
        return [
            (name.text(), row.fact.value or "–")
            for name, row in self._rows
            if name.isVisibleTo(self)
        ]

    def _add(self) -> None:
        name, row = kit.label(tone="muted"), _Row()
        row.followed.connect(self.followed)
        row.say(self.tr("Copy"))
        place = len(self._rows)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(name, place, 0, top)
        self._grid.addWidget(row, place, 1)
        self._rows.append((name, row))

    def _say(self) -> None:
        for _, row in self._rows:
            row.say(self.tr("Copy"))


@dataclass(frozen=True, slots=True)
class TimeCell:
    """One of the four times of a report."""

    name: str
    when: datetime | None


class TimeStrip(QWidget):
    """Four times side by side, each under its name; for an island its own clock beneath."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.S)
        self._grid.setVerticalSpacing(0)
        self._cells: list[tuple[QLabel, QLabel, QLabel]] = []

    def show_times(self, cells: Sequence[TimeCell], region: str, now: datetime) -> None:
        """Show the times, as short as is clear at `now`."""
        while len(self._cells) < len(cells):
            self._add()
        island = region in texts.ISLANDS
        for (name, value, beside), cell in zip(self._cells, cells, strict=True):
            name.setText(cell.name)
            value.setFont(theme.current().font("table"))
            told = "–" if cell.when is None else texts.moment(cell.when, now)
            value.setText(f"{told} NL" if island and cell.when is not None else told)
            kit.set_tone(value, "muted" if cell.when is None else "")
            tip = ""
            if cell.when is not None:
                tip = f"{texts.moment_full(cell.when, region)}\n{texts.utc(cell.when)}"
            value.setToolTip(tip)
            beside.setVisible(island)
            beside.setText(_beside(cell.when, now) if island else "")

    def told(self) -> list[tuple[str, str, str]]:
        """(name, time, time on the island) as they stand there."""
        return [(n.text(), v.text(), b.text()) for n, v, b in self._cells]

    def _add(self) -> None:
        column = len(self._cells)
        name = kit.label(role="small", tone="muted")
        value, beside = kit.label(), kit.label(tone="muted")
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for row, widget in enumerate((name, value, beside)):
            self._grid.addWidget(widget, row, column)
        self._grid.setColumnStretch(column, 1)
        self._cells.append((name, value, beside))


def _beside(when: datetime | None, now: datetime) -> str:
    """The time on the islands, with its day where that is another than today there."""
    if when is None:
        return ""
    return f"{texts.moment(when, now, texts.BONAIRE)} BON"
