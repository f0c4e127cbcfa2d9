"""Left of the form who this may be; right of it who stands here together, and what waits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kcr2desk.core.fields import moment
from kcr2desk.core.repatriation import registering_kept
from kcr2desk.core.repatriation.book import OperationBook, tail
from kcr2desk.core.repatriation.naming import called
from kcr2desk.core.repatriation.people import ManifestLine, Person
from kcr2desk.core.repatriation.registering import Party, Sheet, is_changed
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.repatriation import registration_words as words
from kcr2desk.desk.repatriation.candidates import Match
from kcr2desk.desk.repatriation.registration_rows import Row, RowColumn
from kcr2desk.store.drafts import Draft

translate = texts.translate
DRAFT = "draft:"
"""What the key of a row of what waits begins with."""


class Side(QWidget):
    """A heading and a column of rows that scrolls."""

    activated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = kit.ElidedLabel(strong=True)
        self.title.setFixedHeight(theme.CONTROL_HEIGHT)
        self.rows = RowColumn()
        self.rows.activated.connect(self.activated)
        self.empty = kit.label(tone="muted", wrap=True)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, theme.XS, 0)
        column.addWidget(self.rows)
        column.addWidget(self.empty)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(held)
        # a row that was added is there for the area a moment later
        area.verticalScrollBar().rangeChanged.connect(lambda *_: self.rows.bring_chosen())
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.XS)
        page.addWidget(self.title)
        page.addWidget(area, 1)

    def show_rows(self, title: str, rows: Sequence[Row], empty: str) -> None:
        """Show these under a heading; without any the words of an empty column."""
        self.title.setText(title)
        self.rows.set_rows(rows)
        self.empty.setText(empty)
        self.empty.setVisible(not rows)


# -- who this may be -------------------------------------------------------------------------------


def match_row(match: Match, book: OperationBook, now: datetime, arrival: str = "") -> Row:
    """Somebody on a list, or somebody registered, with why; by which arrival where it is not the
    one in hand."""
    record, today = match.record, people_words.today_at(now)
    if isinstance(record, Person):
        return _person_row(record, match, book, now, arrival)
    assert isinstance(record, ManifestLine)
    flight = "" if record.arrival == arrival else _flight(book, record.arrival)
    settled = translate("Registration", "was settled") if record.settled else ""
    return Row(
        record.id, called(record), right=record.seat,
        lines=(_born(record.birth_date, (record.nationality,), today),
               _joined(words.list_name(record.list), flight, settled)),
        reason=words.reasons(match.reasons), icon="person",
    )  # fmt: skip


def _person_row(
    person: Person, match: Match, book: OperationBook, now: datetime, arrival: str
) -> Row:
    since = "" if person.registered_at is None else texts.moment(person.registered_at, now)
    flight = "" if person.arrival == arrival else _flight(book, person.arrival)
    return Row(
        person.id, words.person_called(person), right=tail(person.number),
        lines=(_born(person.birth_date, sorted(person.nationalities), people_words.today_at(now)),
               _joined(people_words.outcome(person.outcome), person.desk, since,
                       flight)),
        reason=words.reasons(match.reasons), icon="check", icon_tone="good",
    )  # fmt: skip


def _born(birth: str, nationalities: Sequence[str], today: date) -> str:
    born = people_words.birth(birth, today) if birth else ""
    said = _joined(born, " ".join(n for n in nationalities if n))
    return said or translate("Registration", "date of birth unknown")


def _flight(book: OperationBook, arrival: str) -> str:
    found = book.arrival(arrival) if arrival else None
    return "" if found is None else found.code


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


# -- who stands here together ----------------------------------------------------------------------


def party_rows(party: Party, book: OperationBook, now: datetime) -> list[Row]:
    """The sheets of the party, by group, and who else is in those groups already."""
    rows: list[Row] = []
    groups = list(dict.fromkeys(sheet.group or sheet.id for sheet in party.sheets))
    for place, group in enumerate(groups):
        if place:
            said = translate("Registration", "Another group")
            rows.append(Row(f"group:{group}", said, heading=True))
        members = [s for s in party.sheets if group in (s.group, s.id)]
        here = {sheet.id for sheet in party.sheets}
        for person in book.members_of(group):
            if person.id not in here:
                rows.append(_member_row(person, now))
        rows += [_sheet_row(sheet, book, now) for sheet in members]
    return rows


def _member_row(person: Person, now: datetime) -> Row:
    relation = people_words.relation(person.relation)
    return Row(
        person.id, words.person_called(person), right=tail(person.number),
        lines=(_joined(relation, _born(person.birth_date, (), people_words.today_at(now))),),
        icon="check", icon_tone="good",
    )  # fmt: skip


def _sheet_row(sheet: Sheet, book: OperationBook, now: datetime) -> Row:
    person = book.person(sheet.id)
    relation = people_words.relation(sheet.text("relation"))
    born = _born(sheet.text("birth_date"), (), people_words.today_at(now))
    state, tone = _state(sheet)
    return Row(
        sheet.id, words.called(sheet), right="" if person is None else tail(person.number),
        lines=(_joined(relation, born),), reason=state, tone=tone,
        icon="edit" if is_changed(sheet) else "check" if person else "person",
        icon_tone="accent" if is_changed(sheet) else "good" if person else "muted",
    )  # fmt: skip


def _state(sheet: Sheet) -> tuple[str, str]:
    """What of somebody wants an eye."""
    if sheet.values["checks"]:
        return translate("Registration", "check digit does not fit"), "urgent"
    if sheet.values["minor_alone"]:
        return translate("Registration", "minor alone"), "attention"
    if sheet.outcome and sheet.outcome != "registered":
        return people_words.outcome(sheet.outcome), "attention"
    return "", "muted"


def waiting_rows(waiting: Sequence[Draft], now: datetime, key: str) -> list[Row]:
    """What was set aside half-way."""
    if not waiting:
        return []
    said = translate("Registration", "Set aside, not saved · {key} goes on")
    rows = [Row("waiting", said.format(key=key), heading=True)]
    for draft in waiting:
        party, line = registering_kept.from_kept(draft.typed)
        names = [words.called(sheet) for sheet in party.sheets]
        at = texts.moment(moment(draft.kept_at), now)
        more = len(names) - 1
        also = translate("Registration", "and %n more", "", more) if more > 0 else ""
        title = names[0] if names else line
        rows.append(Row(f"{DRAFT}{draft.id}", title, right=at, lines=(also,) if also else (),
                        icon="wait"))  # fmt: skip
    return rows
