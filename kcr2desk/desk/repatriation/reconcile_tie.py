"""Who this may be: those of the other side, the most alike first, found by typing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kcr2desk.core.repatriation.reconcile_kinds import Reckoning
from kcr2desk.core.repatriation.reconcile_people import Human
from kcr2desk.desk import texts
from kcr2desk.desk.kit.option_list import FilterOption, OptionList
from kcr2desk.desk.repatriation import reconcile_words as words
from kcr2desk.desk.repatriation.hall import Hall

MOST: Final = 60
"""So many are offered; whoever is less alike is found by the search for persons."""
TO_BE_FOUND: Final = (
    "boarded_missing", "listed_missing", "not_boarded", "awaited", "expected", "two_flights",
    "eligible_unlisted", "applied_unlisted", "waiting", "unjudged", "listed_unjudged", "named",
    "no_show", "stayed", "other_way", "cancelled", "flight_cancelled",
)  # fmt: skip
HERE: Final = ("unlisted", "besides", "silent", "wrong_flight", "unregistered", "not_handed_over")
Ranked = list[tuple[str, int]]


def others(found: Reckoning, human: Human) -> list[Human]:
    """Who somebody may turn out to be: a line that is looked for, or somebody who is here."""
    wanted = TO_BE_FOUND if human.here else HERE
    every = {h.id: h for kind in wanted for h in found.finding(kind) if h.id != human.id}
    if human.here or human.persons:
        return list(every.values())
    return [h for h in every.values() if not h.manifest and not h.boarded]


def ranked(human: Human, candidates: list[Human]) -> Ranked:
    """The most alike first, with their likeness per thousand. For the thread of the store."""
    from kcr2desk.matching import Matcher, traits

    matcher = Matcher()
    mine = [traits(record) for record in human.records]
    scores = []
    for each in candidates:
        theirs = [traits(record) for record in each.records]
        best = max(matcher.likeness(a, b).score for a in mine for b in theirs)
        scores.append((each.id, best))
    return sorted(scores, key=lambda found: -found[1])[:MOST]


class TieChoice(QObject):
    """The list that opens under the button."""

    chosen = Signal(str, str)
    """Two human beings that are one."""

    none = Signal()
    """There is nobody to choose from."""

    def __init__(self, hall: Hall, parent: QWidget) -> None:
        super().__init__(parent)
        self._hall = hall
        self._human = ""
        self.list = OptionList(False, parent)
        self.list.toggled.connect(self._took)
        self.list.hide()

    def open(self, found: Reckoning, human: Human, anchor: QWidget) -> None:
        """Ask who this is."""
        self._human = human.id
        every = {h.id: h for h in others(found, human)}
        if not every:
            self.none.emit()
            return
        arrival = found.arrival

        def show(order: Ranked) -> None:
            options = [self._option(every[i], score, arrival) for i, score in order]
            self.list.show_options(options, frozenset())
            self.list.open_under(anchor)

        self._hall.work.ask(
            lambda: ranked(human, list(every.values())), show, owner=self, topic="tie"
        )

    def _option(self, human: Human, score: int, arrival: str) -> FilterOption:
        book = self._hall.book
        seats = [r.seat for r in human.records if r.seat]
        told = [words.lists(book, human, arrival), *seats[:1]]
        told += [p.number for p in human.persons[:1]]
        likeness = f"{texts.number(score / 10, 0)} %" if score else ""
        detail = " · ".join(part for part in (*told, likeness) if part)
        return FilterOption(human.id, words.name(human), detail)

    def _took(self, other: str) -> None:
        self.chosen.emit(self._human, other)
