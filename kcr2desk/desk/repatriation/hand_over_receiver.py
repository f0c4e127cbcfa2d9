"""To whom people go: the proposals by key, or one of the whole list, with its municipality or
name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal

from kcr2desk.core.places import municipalities
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.handing import Proposal
from kcr2desk.desk import kit
from kcr2desk.desk.parts.card_parts import Rows, beside, text
from kcr2desk.desk.parts.form_parts import Choice
from kcr2desk.desk.repatriation import hand_over_words as words
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.repatriation.hand_over_proposals import ProposalList

MOST: Final = 4
"""Proposals with a key of their own; who is meant beside them is chosen from the whole list."""

OTHER: Final = "other"
MUNICIPALITY: Final = "municipality"
NAMELESS: Final = frozenset({"", MUNICIPALITY, "own_means"})
"""Receivers of which no name is asked."""


class ReceiverRows(Rows):
    """The rows that say to whom. `changed` is emitted when the officer chooses."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.proposal = ProposalList()
        self.receiver, self.town, self.to = Choice(), Choice(), text(200)
        self.add("proposal", self.proposal)
        self.add("receiver", beside(self.receiver))
        self.add("town", beside(self.town))
        self.add("to", self.to)
        self._offered: tuple[Proposal, ...] = ()
        self._language = ""
        self.proposal.chosen.connect(lambda _: self._take())
        for choice in (self.receiver, self.town):
            choice.chosen.connect(lambda _: self._told())

    # -- what is chosen ----------------------------------------------------------------------------

    def code(self) -> str:
        """The receiver that is chosen, "" while none is."""
        chosen = self._chosen()
        return self.receiver.choice() if chosen is None else chosen.receiver

    def municipality(self) -> str:
        """The municipality that is chosen, where one takes them."""
        return self.town.choice() if self.code() == MUNICIPALITY else ""

    def name(self) -> str:
        """What the receiver is called beside its kind."""
        if self.code() == MUNICIPALITY:
            return people_words.municipality(self.town.choice())
        return "" if self.code() in NAMELESS else self.to.text().strip()

    def _chosen(self) -> Proposal | None:
        value = self.proposal.value()
        return self._offered[int(value)] if value.isdigit() else None

    # -- what is offered ---------------------------------------------------------------------------

    def offer(self, book: OperationBook, found: Sequence[Proposal]) -> None:
        """Offer these, those that come first before the others. What was chosen stays chosen
        while it is offered."""
        kept: dict[tuple[str, str, str], Proposal] = {}
        for each in sorted(found, key=lambda p: not p.first):
            kept.setdefault((each.receiver, each.municipality, each.to), each)
        offered, language = tuple(kept.values())[:MOST], people_words.language()
        if (offered, language) == (self._offered, self._language) and self.proposal.value():
            return
        before, value = self._chosen(), self.proposal.value()
        self._offered, self._language = offered, language
        self._say_options(book)
        if value == OTHER and offered:
            self.proposal.set_value(OTHER)
        elif before in offered:
            self.proposal.set_value(str(offered.index(before)))
        else:
            self.proposal.set_value("0" if offered else OTHER)
            self._fill()

    def _say_options(self, book: OperationBook) -> None:
        lines = [
            (str(n), str(n + 1), _named(book, each), words.why(each.why))
            for n, each in enumerate(self._offered)
        ]
        self.proposal.set_lines([*lines, (OTHER, "0", self.tr("Another"), "")])
        self.receiver.set_choices(
            [kit.FilterOption(c.code, c.name_in(self._language)) for c in book.choices("receiver")]
        )
        towns = [kit.FilterOption(m.code, m.name) for m in municipalities()]
        self.town.set_choices(sorted(towns, key=lambda option: option.text.casefold()))

    def _take(self) -> None:
        self._fill()
        self._told()

    def _fill(self) -> None:
        """Fill the fields by the proposal that is chosen."""
        chosen = self._chosen()
        if chosen is not None:
            self.receiver.set_choice(chosen.receiver)
            self.town.set_choice(chosen.municipality)
            self.to.setText(words.country(chosen.to) if chosen.receiver == "embassy" else "")
        elif not self._offered:  # nobody waits: who else takes them is not to be guessed
            self.receiver.set_choice("")
            self.to.clear()

    def _told(self) -> None:
        self.show_wanted()
        self.changed.emit()

    def show_wanted(self) -> None:
        """Show the fields that the receiver wants."""
        self.show_row("receiver", self._chosen() is None)
        self.show_row("town", self.code() == MUNICIPALITY)
        self.show_row("to", self.code() not in NAMELESS)

    def say_words(self) -> None:
        """Set the words."""
        self.say(
            {
                "proposal": self.tr("To"), "receiver": self.tr("Receiver"),
                "town": self.tr("Municipality"), "to": self.tr("Name"),
            }
        )  # fmt: skip
        self.to.setPlaceholderText(self.tr("which one, such as the hospital"))


def _named(book: OperationBook, proposal: Proposal) -> str:
    to = words.country(proposal.to) if proposal.receiver == "embassy" else proposal.to
    return words.taken_by(book, proposal.receiver, to)
