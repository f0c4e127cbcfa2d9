"""What other records say of the same human being: only what they say otherwise, or alone."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcr2desk.core.repatriation.people import ManifestLine, Person
from kcr2desk.desk import kit, theme
from kcr2desk.desk.kit import Fact, FactList, SectionHeader
from kcr2desk.desk.repatriation import compare, reconcile_words
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.person_card_facts import NAMES_WIDE


def others(hall: Hall, person: Person) -> list[Person | ManifestLine]:
    """The other records of this human being: registrations, then lines of lists."""
    book = hall.book
    ids = sorted(book.same_as(person.id) - {person.id})
    persons = [p for i in ids if (p := book.person(i)) is not None]
    lines = {line.id: line for i in (person.id, *ids) for line in book.lines_of(i)}
    lines |= {i: line for i in ids if (line := book.line(i)) is not None}
    return [*persons, *lines.values()]


class SourceBlock(QWidget):
    """One other record beside the one that is shown."""

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self._hall = hall
        self.head = SectionHeader()
        self.facts = FactList(names=NAMES_WIDE)
        self.same = kit.label(tone="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.head, self.facts, self.same):
            column.addWidget(part)

    def show_two(self, mine: Person, other: Person | ManifestLine) -> None:
        """What the other says otherwise (`was here → is there`), or alone."""
        book, now = self._hall.book, self._hall.now()
        number = other.number if isinstance(other, Person) else ""
        self.head.set_texts(
            number or reconcile_words.record_name(other), reconcile_words.source(book, other, now)
        )
        facts = []
        for row in compare.rows_of(book, mine, other, now):
            if row.state == compare.DIFFERS:
                facts.append(Fact(row.name, f"{row.other}  ≠  {row.one}", "attention"))
            elif row.state == compare.ONE and row.other:
                facts.append(Fact(row.name, row.other))
        self.facts.set_facts(facts)
        self.facts.setVisible(bool(facts))
        self.same.setText(
            self.tr("All else that it says is the same.")
            if facts
            else self.tr("It says nothing that is not known here.")
        )


class Sources(QWidget):
    """Every other record of the human being, one under the other."""

    def __init__(self, hall: Hall) -> None:
        super().__init__()
        self._hall = hall
        self.blocks: list[SourceBlock] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.S)

    def show_person(self, person: Person) -> int:
        """Show what others say; gives how many there are."""
        found = others(self._hall, person)
        while len(self.blocks) < len(found):
            block = SourceBlock(self._hall)
            self.blocks.append(block)
            self._column.addWidget(block)
        for place, block in enumerate(self.blocks):
            block.setVisible(place < len(found))
            if place < len(found):
                block.show_two(person, found[place])
        return len(found)
