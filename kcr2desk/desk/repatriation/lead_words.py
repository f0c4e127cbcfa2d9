"""The words of what waits for the lead of a hall."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.records import Conflict
from kcr2desk.core.repatriation.people import Person, PersonLink
from kcr2desk.desk import texts
from kcr2desk.desk.parts import words as field_words
from kcr2desk.desk.repatriation import reconcile_words as words
from kcr2desk.desk.repatriation.hall import Hall

translate = QCoreApplication.translate

REFUSED: Final = "refused"
"""The group of changes of this desk that the hub refused."""

PAIRS: Final = frozenset({"link", "later", "joined", "contradiction"})
"""Kinds that are about two records."""

_KINDS: Final[Mapping[str, Callable[[], str]]] = {
    "minor": lambda: translate("Lead", "Minors alone, no guardian"),
    "contradiction": lambda: translate("Lead", "Joined, and not the same"),
    "link": lambda: translate("Lead", "Probably the same"),
    "conflict": lambda: translate("Lead", "Two changes of one field"),
    "unfinished": lambda: translate("Lead", "Begun and not finished"),
    "checks": lambda: translate("Lead", "Check digits that do not fit"),
    REFUSED: lambda: translate("Lead", "Refused changes of this desk"),
    "later": lambda: translate("Lead", "Put off"),
    "joined": lambda: translate("Lead", "Joined"),
}
LOOKS: Final[Mapping[str, tuple[str, str]]] = {
    "minor": ("urgent", "person"),
    "contradiction": ("attention", "alert"),
    "link": ("attention", "people"),
    "conflict": ("attention", "conflict"),
    "unfinished": ("attention", "clock"),
    "checks": ("attention", "question"),
    REFUSED: ("attention", "blocked"),
    "later": ("muted", "wait"),
    "joined": ("good", "link"),
}
"""Tone and sign of each kind."""


def order() -> tuple[str, ...]:
    """The kinds, the most urgent first."""
    return tuple(_KINDS)


def kind(code: str) -> str:
    return _KINDS[code]()


def advice(code: str) -> str:
    """What to do about it, in one sentence."""
    match code:
        case "minor":
            return translate("Lead", "Find who looks after them, or hand them to Nidos.")
        case "contradiction":
            return translate("Lead", "Others join them. Say which it is; what is least sure goes.")
        case "link" | "later":
            return translate("Lead", "Nothing is joined until somebody says so.")
        case "conflict":
            return translate("Lead", "Both stay until one is taken.")
        case "unfinished":
            return translate("Lead", "A desk began and gave no outcome.")
        case "checks":
            return translate("Lead", "Look at the document again.")
        case "joined":
            return translate("Lead", "Both sources are kept, so it can be undone at any time.")
        case "refused":
            return translate("Lead", "They stand in the list of what needs a decision.")
        case _:
            return ""


def link_why(link: PersonLink) -> str:
    """Why two may be one, how alike they are, and who said so."""
    told = words.reasons(link.reasons)
    if link.score is not None:
        said = translate("Reconcile", "{score} alike: {reasons}")
        score = f"{texts.number(link.score / 10, 0)} %"
        told = said.replace("{score}", score).replace("{reasons}", told or "–")
    if link.by:
        by = translate("Lead", "said by {name}").replace("{name}", link.by)
        told = f"{told} · {by}" if told else by
    return told


def checks(person: Person) -> str:
    """Which fields of a scanned document do not fit."""
    return ", ".join(field_words.field(name, "person") for name in sorted(person.checks))


def conflict_of(hall: Hall, record: str) -> Conflict | None:
    """An open conflict by its id."""
    found = hall.book.get("conflict", record)
    return found if isinstance(found, Conflict) and found.state == "open" else None


def link_of(hall: Hall, record: str) -> PersonLink | None:
    """A link by its id."""
    found = hall.book.get("personlink", record)
    return found if isinstance(found, PersonLink) else None
