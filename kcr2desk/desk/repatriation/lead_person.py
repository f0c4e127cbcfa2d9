"""Somebody who waits for the lead: where they are, with whom, how they are reached."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kcr2desk.core.repatriation.headcount import where
from kcr2desk.core.repatriation.people import Person
from kcr2desk.desk import kit, texts, theme
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.repatriation import person_card_facts as facts
from kcr2desk.desk.repatriation.hall import Hall

translate = QCoreApplication.translate


class LeadPerson(QWidget):
    """The facts by which a lead decides whom to call, beside the list of who waits."""

    def __init__(self, hall: Hall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hall = hall
        self._person = ""
        self.name = kit.label(role="strong", wrap=True)
        self.place = kit.label(tone="muted", wrap=True)
        self.facts = kit.FactList(names=128)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(theme.S, theme.XS, theme.S, theme.S)
        column.setSpacing(theme.S)
        column.addWidget(self.name)
        column.addWidget(self.place)
        column.addWidget(self.facts)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        texts.OnLanguage(self, self._say)

    def show_person(self, person: Person) -> None:
        """Show what is known of somebody now."""
        self._person = person.id
        self._say()

    def _say(self) -> None:
        book, now = self._hall.book, self._hall.now()
        person = book.person(self._person)
        if person is None:
            return
        self.name.setText(f"{people_words.name(person)} · {person.number}".strip(" ·"))
        same = [book.person(each) for each in sorted(book.same_as(person.id))]
        found = where(book, tuple(each for each in same if each is not None), now)
        self.place.setText(people_words.whereabouts(book, found, now))
        born = people_words.birth(person.birth_date, people_words.today_at(now))
        self.facts.set_facts(
            [
                kit.Fact(translate("Compare", "Born"), born),
                *facts.group(book, person),
                *facts.contact(person),
                *facts.journey(book, person, now),
            ]
        )
