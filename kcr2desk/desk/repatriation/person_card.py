"""Everything of one person, calmly arranged. That it was looked at is written down."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kcr2desk.core.making import altering
from kcr2desk.core.repatriation.headcount import where
from kcr2desk.core.repatriation.people import Person, PersonNeed
from kcr2desk.desk import kit, shortcuts
from kcr2desk.desk.parts.acts import Act
from kcr2desk.desk.parts.history import HistoryView
from kcr2desk.desk.repatriation import people_words, person_card_facts, person_card_history
from kcr2desk.desk.repatriation.hall import Hall
from kcr2desk.desk.repatriation.hall_card import HallCard
from kcr2desk.desk.repatriation.person_card_facts import NAMES_WIDE
from kcr2desk.desk.repatriation.person_card_needs import MOST, NeedList
from kcr2desk.desk.repatriation.person_card_sources import Sources
from kcr2desk.desk.repatriation.stations_result import Band

UNHEADED: Final = frozenset({"name", "states", "alarm", "members"})
SECTIONS: Final = ("identity", "document", "group", "contact", "journey")


class PersonCard(HallCard):
    """One person. The same human being may have several records; the others stand below."""

    editWanted = Signal(str)
    printWanted = Signal(object)
    handOverWanted = Signal(object)

    def __init__(self, hall: Hall, person: str) -> None:
        super().__init__(hall, about=person)
        self.edit_action, edit = self.action("E", self.edit, icon="edit", kind="primary")
        self.print_action, band = self.action("P", self.print_band, icon="print")
        self.hand_action, hand = self.action("O", self.hand_over, icon="send")
        self.need_actions = [
            shortcuts.command(self, str(n + 1), partial(self._turn_place, n)) for n in range(MOST)
        ]
        for button in (edit, band, hand):
            self.foot.addWidget(button)
        self._make_parts()
        self.begin()
        self.hall.viewed.saw(hall.book.same_as(person))

    def _make_parts(self) -> None:
        self.name = kit.label(role="heading", wrap=True)
        self.states = kit.ChipRow()
        self.alarm = Band()
        policy = self.alarm.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.alarm.setSizePolicy(policy)
        self.heads: dict[str, kit.SectionHeader] = {}
        self.facts: dict[str, kit.FactList] = {}
        self.needs = NeedList(self.hall)
        self.needs.turned.connect(self.turn_need)
        self.members = kit.ChipRow()
        self.members.taken.connect(self._open_member)
        self.passages = kit.ChipRow()
        self.hand_overs, self.links = kit.FactList(names=NAMES_WIDE), kit.FactList(names=NAMES_WIDE)
        self.sources = Sources(self.hall)
        self.history = HistoryView(
            self.me.account, self.me.device,
            telling=person_card_history.telling(lambda: self.book),
        )  # fmt: skip
        self._parts: dict[str, QWidget] = {
            "name": self.name, "states": self.states, "alarm": self.alarm, "needs": self.needs,
        }  # fmt: skip
        for name in SECTIONS:
            self._parts[name] = self.facts[name] = kit.FactList(names=NAMES_WIDE)
            if name == "group":
                self._parts["members"] = self.members
        self._parts |= {
            "passages": self.passages, "hand_overs": self.hand_overs, "links": self.links,
            "sources": self.sources, "history": self.history,
        }  # fmt: skip
        for name, part in self._parts.items():
            if name not in UNHEADED:
                self.heads[name] = kit.SectionHeader()
                self.column.addWidget(self.heads[name])
            self.column.addWidget(part)
        self.column.setSpacing(4)
        self.column.addStretch(1)

    @property
    def person(self) -> Person | None:
        """Who is shown, as it is now."""
        return self.book.person(self.about)

    def focus_first(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # what is shown

    def say(self) -> None:
        self.edit_action.setText(self.tr("Edit"))
        self.print_action.setText(self.tr("Print wristband…"))
        self.hand_action.setText(self.tr("Hand over…"))
        for place, action in enumerate(self.need_actions):
            said = self.tr("Need {n} is met, or open again")
            action.setText(said.format(n=place + 1))
        self._say_heads()

    def _say_heads(self, others: int = 0) -> None:
        open_ = [n for n in self._needs() if n.met_at is None]
        remarks = {
            "needs": self.tr("%n open", "", len(open_)) if open_ else "",
            "sources": self.tr("beside what stands above"),
            "links": self.tr("who else this may be"),
        }
        titles = {
            "needs": self.tr("Needs"),
            "identity": self.tr("Identity"),
            "document": self.tr("Document and ground"),
            "group": self.tr("Family or group"),
            "contact": self.tr("Contact"),
            "journey": self.tr("Journey and stay"),
            "passages": self.tr("Stations"),
            "hand_overs": self.tr("Hand-over"),
            "links": self.tr("Links"),
            "sources": self.tr("What other records say (%n)", "", others),
            "history": self.tr("History"),
        }
        for name, head in self.heads.items():
            head.set_texts(titles[name], remarks.get(name, ""))

    def refresh(self) -> None:
        person = self.person
        seen = self.tr("viewing this is on record")
        kept = people_words.retention(self.book, self.now())
        self.subtitle.setText(" · ".join(part for part in (seen, kept) if part))
        if person is None:
            self.title.setText(self.tr("This person is not here any more"))
            self._show_parts({"name": False})
            self._allow(None)
            return
        self.title.setText(person.number)
        if people_words.is_emptied(self.book, person, self.now()):
            self._show_emptied(person)
        else:
            self._show_person(person)
        self._allow(person)

    def _show_emptied(self, person: Person) -> None:
        """After the term only number and outcome are left."""
        self.name.setText(self.tr("Erased: the term of the operation has ended"))
        tone = people_words.outcome_tone(person.outcome)
        outcome = people_words.outcome(person.outcome)
        self.states.set_chips([kit.ChipSpec("outcome", outcome, tone=tone)])
        self._show_parts({"name": True, "states": True})

    def _show_person(self, person: Person) -> None:
        book, now = self.book, self.now()
        self.name.setText(people_words.name(person) or self.tr("No name"))
        self._show_states(person)
        alone = people_words.minor_alone(book, person, now)
        told = self.tr("Minor alone") if alone else ""
        self.alarm.tell(told, "urgent", solid=True)
        facts = {
            "identity": person_card_facts.identity(person, now),
            "document": person_card_facts.document(book, person, self.hall.role),
            "group": person_card_facts.group(book, person),
            "contact": person_card_facts.contact(person),
            "journey": person_card_facts.journey(book, person, now),
        }
        for name, found in facts.items():
            self.facts[name].set_facts(found)
        needs = self._needs()
        self.needs.show_needs(needs)
        members = person_card_facts.members(book, person)
        self.members.set_chips(members)
        ids = sorted(book.same_as(person.id))
        passed = sorted(
            {p.id: p for i in ids for p in book.passages(i)}.values(),
            key=lambda p: (p.passed_at or now, p.id),
        )
        self.passages.set_chips(person_card_facts.passages(book, passed, now))
        given = [h for i in ids for h in book.hand_overs(i)]
        self.hand_overs.set_facts([person_card_facts.hand_over(book, h, now) for h in given])
        links = book.links(person.id)
        self.links.set_facts([person_card_facts.link(book, x, person.id, now) for x in links])
        others = self.sources.show_person(person)
        self._say_heads(others)
        self._show_parts(
            {
                "name": True, "states": True, "alarm": alone, "needs": bool(needs),
                "group": bool(facts["group"]), "members": bool(members),
                "passages": bool(passed), "hand_overs": bool(given), "links": bool(links),
                "sources": others > 0, "identity": True, "document": True, "contact": True,
                "journey": True, "history": True,
            }
        )  # fmt: skip
        self._read_history(ids)

    def _show_states(self, person: Person) -> None:
        book, now = self.book, self.now()
        ids = sorted(book.same_as(person.id))
        persons = tuple(p for i in ids if (p := book.person(i)) is not None)
        found = where(book, persons, now)
        tone, icon = people_words.STATE_LOOK[found.state]
        outcome = people_words.outcome(person.outcome)
        chips = [
            kit.ChipSpec("outcome", outcome, tone=people_words.outcome_tone(person.outcome)),
            kit.ChipSpec("where", people_words.whereabouts(book, found, now), icon, tone=tone),
        ]
        if self.hall.feed.unconfirmed("person", person.id):
            chips.append(kit.ChipSpec("waits", self.tr("waiting for the line"), "wait"))
        self.states.set_chips(chips)
        for chip in self.states.findChildren(kit.Chip):
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _show_parts(self, shown: dict[str, bool]) -> None:
        """Show the parts that are named; a part that says nothing takes no room."""
        for name, part in self._parts.items():
            part.setVisible(shown.get(name, False))
            if name in self.heads:
                self.heads[name].setVisible(shown.get(name, False))

    def _needs(self) -> list[PersonNeed]:
        return [n for i in sorted(self.book.same_as(self.about)) for n in self.book.needs(i)]

    def _allow(self, person: Person | None) -> None:
        gone = person is None or people_words.is_emptied(self.book, person, self.now())
        hands_over = self.hall.role in ("lead", "registrar")
        why = self.tr("Registrars and the lead of the operation do this.")
        self.hand_action.setEnabled(hands_over and not gone)
        self.hand_action.setToolTip("" if hands_over else why)
        self.edit_action.setEnabled(bool(self.hall.role) and not gone)
        self.print_action.setEnabled(not gone)
        for place, action in enumerate(self.need_actions):
            action.setVisible(not gone and place < len(self._needs()))

    # history

    def _read_history(self, ids: list[str]) -> None:
        cache, role = self.cache, self.hall.role
        records = person_card_history.records_of(self.book, ids)
        self.work.ask(
            lambda: person_card_history.read(cache, records, role),
            self._show_history,
            owner=self,
            topic="history",
        )

    def _show_history(self, acts: tuple[Act, ...]) -> None:
        titles = person_card_history.titles_of(self.book, acts)
        self.history.show_acts(acts, self.now(), titles, fresh=False)

    # what is done

    def edit(self) -> None:
        """Write on this person in the registration form."""
        self.editWanted.emit(self.about)

    def print_band(self) -> None:
        """Print the wristband."""
        self.printWanted.emit([self.about])

    def hand_over(self) -> None:
        """Hand this person over."""
        self.handOverWanted.emit([self.about])

    def _turn_place(self, place: int) -> None:
        self.needs.turn(place)

    def turn_need(self, need_id: str) -> None:
        """Say that a need is met, or that it is open again."""
        need = next((n for n in self._needs() if n.id == need_id), None)
        if need is None or self.busy:
            return
        met = need.met_at is None
        change = altering(
            need,
            {"met_at": self.now() if met else None, "met_by": self.me.account if met else ""},
        )
        if change is not None:
            self.save([change])

    def _open_member(self, person: str) -> None:
        """Show another of the group in this one's place."""
        if self.book.person(person) is None:
            return
        card = PersonCard(self.hall, person)
        for name in ("editWanted", "printWanted", "handOverWanted"):
            getattr(card, name).connect(getattr(self, name))
        self.show_inner(card)
