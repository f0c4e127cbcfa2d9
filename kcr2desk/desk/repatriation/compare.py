"""Two records side by side, what differs in them marked: may they be one human being?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.naming import family_of
from kcr2desk.core.repatriation.people import ManifestLine, Person
from kcr2desk.core.repatriation.reconcile_pairs import telling_key
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.kit import paint
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.repatriation import reconcile_words as words
from kcr2desk.desk.repatriation.hall import Hall

translate = QCoreApplication.translate
Source = Person | ManifestLine

SAME, DIFFERS, ONE = "same", "differs", "one"
"""What two values are to each other; ONE where only one of the two records says anything."""
NAMES_WIDE: Final = 128
PAIRS_LEAST: Final = 330
COMPARE_LEAST: Final = 480
"""Pixels: beside a list of pairs there is room for two columns of what is told of each."""
_SIGNS: Final = {SAME: "=", DIFFERS: "≠", ONE: ""}


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One field of both."""

    name: str
    one: str
    other: str
    state: str


def rows_of(
    book: OperationBook, one: Source, other: Source, now: datetime
) -> tuple[CompareRow, ...]:
    """The fields that either of two records fills, in the order in which people are told apart."""
    told = zip(_values(book, one, now), _values(book, other, now), strict=True)
    rows = []
    for (name, a, key_a), (_, b, key_b) in told:
        if a or b:
            state = ONE if not (a and b) else SAME if key_a == key_b else DIFFERS
            rows.append(CompareRow(name, a, b, state))
    return tuple(rows)


def _values(book: OperationBook, record: Source, now: datetime) -> list[tuple[str, str, str]]:
    """Name, value in words, and value as it is compared."""
    today = people_words.today_at(now)
    if isinstance(record, Person):
        nations, party = ", ".join(sorted(record.nationalities)), record.group
        spoken, group = record.spoken_name, people_words.group_title(book, party)
    else:
        nations, spoken, group = record.nationality, record.full_name, record.party
    address = ", ".join(
        part for part in (record.street, f"{record.postcode} {record.city}".strip()) if part
    )
    place = words.flight(book, record.arrival)
    told = [
        (translate("Compare", "Family name"), family_of(record)),
        (translate("Compare", "Given names"), record.given_names),
        (translate("Compare", "Name as told"), spoken),
        (translate("Compare", "Other names"), record.other_names),
        (translate("Compare", "Born"), people_words.birth(record.birth_date, today)),
        (translate("Compare", "Sex"), people_words.sex(record.sex)),
        (translate("Compare", "Nationality"), nations),
        (translate("Compare", "Document"), record.document_number),
        (translate("Compare", "Issued by"), record.document_country),
        (translate("Compare", "Arrival"), place),
        (translate("Compare", "Seat"), record.seat),
        (translate("Compare", "Phone"), record.phone),
        (translate("Compare", "E-mail"), record.mail),
        (translate("Compare", "Address"), address),
        (translate("Compare", "Travels with"), group),
    ]
    document = translate("Compare", "Document")
    return [(n, v, telling_key(v) if n == document else _plain(v)) for n, v in told]


def _plain(value: str) -> str:
    return " ".join(value.casefold().split())


class CompareView(QWidget):
    """Two sources in two columns under their origins, with the reasons in words above."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hall = hall
        self._shown: tuple[Source, Source, str] | None = None
        self.why = kit.label(wrap=True)
        self._heads = [kit.label(role="strong", wrap=True) for _ in range(2)]
        self._sources = [kit.label(role="small", tone="muted", wrap=True) for _ in range(2)]
        self._labels: list[tuple[QLabel, QLabel, QLabel, QLabel]] = []
        self.page = _Marked()
        self._grid = QGridLayout(self.page)
        self._grid.setContentsMargins(theme.S, 0, theme.S, theme.S)
        self._grid.setHorizontalSpacing(theme.M)
        self._grid.setVerticalSpacing(theme.XS)
        self._grid.setColumnMinimumWidth(0, NAMES_WIDE)
        self._grid.setColumnMinimumWidth(2, 16)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        for place, column in enumerate((1, 3)):
            self._grid.addWidget(self._heads[place], 0, column)
            self._grid.addWidget(self._sources[place], 1, column)
        self._grid.setRowStretch(99, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.S, theme.XS, 0, 0)
        whole.setSpacing(theme.S)
        whole.addWidget(self.why)
        whole.addWidget(area, 1)
        texts.OnLanguage(self, self._say)

    def show_two(self, one: Source, other: Source, why: str) -> None:
        """Show two records, and why they may be one. That they were seen is noted."""
        self._shown = (one, other, why)
        self._say()
        self._note()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._note()

    def _note(self) -> None:
        """Note who was seen, while somebody looks: a hidden view follows its list as well."""
        if self._shown is not None and self.isVisible():
            seen = [record for record in self._shown[:2] if isinstance(record, Person)]
            self._hall.viewed.saw(person.id for person in seen)

    def rows(self) -> Sequence[CompareRow]:
        """What is shown, field by field."""
        if self._shown is None:
            return ()
        return rows_of(self._hall.book, self._shown[0], self._shown[1], self._hall.now())

    def _say(self) -> None:
        if self._shown is None:
            return
        book, now = self._hall.book, self._hall.now()
        self.why.setText(self._shown[2])
        self.why.setVisible(bool(self._shown[2]))
        for place, record in enumerate(self._shown[:2]):
            self._heads[place].setText(words.record_name(record))
            self._sources[place].setText(words.source(book, record, now))
        rows = self.rows()
        while len(self._labels) < len(rows):
            self._add()
        for place, labels in enumerate(self._labels):
            shown = place < len(rows)
            for label in labels:
                label.setVisible(shown)
            if shown:
                self._fill(labels, rows[place])
        self.page.differing = [
            labels for labels, row in zip(self._labels, rows, strict=False) if row.state == DIFFERS
        ]
        self.page.update()

    def _fill(self, labels: tuple[QLabel, QLabel, QLabel, QLabel], row: CompareRow) -> None:
        name, one, sign, other = labels
        name.setText(row.name)
        one.setText(row.one or "–")
        other.setText(row.other or "–")
        sign.setText(_SIGNS[row.state])
        differs = row.state == DIFFERS
        kit.set_tone(sign, "attention" if differs else "muted")
        for label, value in ((one, row.one), (other, row.other)):
            kit.set_tone(label, "attention" if differs else "" if value else "muted")

    def _add(self) -> None:
        row = len(self._labels) + 2
        name, sign = kit.label(tone="muted"), kit.label(role="strong", tone="muted")
        one, other = kit.label(wrap=True), kit.label(wrap=True)
        for value in (one, other):
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setMinimumWidth(60)
        for label in (name, sign):
            label.setAlignment(Qt.AlignmentFlag.AlignTop)  # in one line with values that wrap
        labels = (name, one, sign, other)
        for column, label in enumerate(labels):
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        self._labels.append(labels)


class _Marked(QWidget):
    """A quiet ground behind the rows that differ."""

    def __init__(self) -> None:
        super().__init__()
        self.differing: list[tuple[QLabel, QLabel, QLabel, QLabel]] = []

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme.tokens()
        painter.setPen(QColor(tokens.line))
        for labels in self.differing:
            top = min(label.geometry().top() for label in labels)
            low = max(label.geometry().bottom() for label in labels)
            box = self.rect()
            box.setTop(top - 2)
            box.setBottom(low + 1)
            paint.rounded(painter, box, tokens.tint("attention"))
