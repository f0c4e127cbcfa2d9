"""The words of a reconciliation: stages, differences, what may be said of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.repatriation.book import OperationBook, tail
from kcr2desk.core.repatriation.people import ManifestLine, Person
from kcr2desk.core.repatriation.reconcile_kinds import KINDS, Weight
from kcr2desk.core.repatriation.reconcile_people import Human
from kcr2desk.desk import texts
from kcr2desk.desk.repatriation import people_words

translate = QCoreApplication.translate

LIKELY: Final = "likely"
"""The group of pairs that are probably one human being."""

_STAGES: Final[Mapping[str, Callable[[], str]]] = {
    "applied": lambda: translate("Reconcile", "Applied"),
    "eligible": lambda: translate("Reconcile", "Eligible"),
    "manifest": lambda: translate("Reconcile", "On the list"),
    "boarded": lambda: translate("Reconcile", "Boarded"),
    "arrived": lambda: translate("Reconcile", "Arrived"),
    "registered": lambda: translate("Reconcile", "Registered"),
    "handed_over": lambda: translate("Reconcile", "Handed over"),
}

_KINDS: Final[Mapping[str, Callable[[], str]]] = {
    LIKELY: lambda: translate("Reconcile", "Probably the same"),
    "boarded_missing": lambda: translate("Reconcile", "Boarded, not arrived"),
    "listed_missing": lambda: translate("Reconcile", "On the list, not arrived"),
    "not_boarded": lambda: translate("Reconcile", "On the list, not boarded"),
    "unlisted": lambda: translate("Reconcile", "Arrived, not on the list"),
    "listed_ineligible": lambda: translate("Reconcile", "Listed, found not eligible"),
    "two_flights": lambda: translate("Reconcile", "Listed on two flights"),
    "duplicate_of_nobody": lambda: translate("Reconcile", "Double, but whose?"),
    "awaited": lambda: translate("Reconcile", "Not at a desk yet"),
    "unregistered": lambda: translate("Reconcile", "Arrived, not registered"),
    "not_handed_over": lambda: translate("Reconcile", "Registered, not handed over"),
    "hospital": lambda: translate("Reconcile", "In hospital"),
    "referred": lambda: translate("Reconcile", "Referred"),
    "eligible_unlisted": lambda: translate("Reconcile", "Eligible, not on the list"),
    "unjudged": lambda: translate("Reconcile", "Applied, eligibility not told"),
    "applied_unlisted": lambda: translate("Reconcile", "Applied, not on the list"),
    "expected": lambda: translate("Reconcile", "Expected"),
    "waiting": lambda: translate("Reconcile", "Applied, not arrived"),
    "flight_cancelled": lambda: translate("Reconcile", "Their flight was cancelled"),
    "wrong_flight": lambda: translate("Reconcile", "Came with another flight than listed"),
    "settled_here": lambda: translate("Reconcile", "Settled as absent, yet here"),
    "off_boarding": lambda: translate("Reconcile", "Arrived, not on the boarding list"),
    "boarded_unlisted": lambda: translate("Reconcile", "Boarded, not on the manifest"),
    "listed_unjudged": lambda: translate("Reconcile", "Listed, eligibility not told"),
    "not_applied": lambda: translate("Reconcile", "Never applied"),
    "silent": lambda: translate("Reconcile", "No list says it"),
    "handed_unregistered": lambda: translate("Reconcile", "Handed over, not registered"),
    "registered_twice": lambda: translate("Reconcile", "Registered twice, counted once"),
    "listed_twice": lambda: translate("Reconcile", "Twice on a list, counted once"),
    "refused": lambda: translate("Reconcile", "Refused registration"),
    "left": lambda: translate("Reconcile", "Left at once"),
    "gone": lambda: translate("Reconcile", "Left by themselves"),
    "besides": lambda: translate("Reconcile", "Rightly on no list"),
    "came_other": lambda: translate("Reconcile", "Came with another flight"),
    "no_show": lambda: translate("Reconcile", "No-show"),
    "stayed": lambda: translate("Reconcile", "Stayed behind"),
    "other_way": lambda: translate("Reconcile", "Came another way"),
    "cancelled": lambda: translate("Reconcile", "Cancelled"),
    "not_eligible": lambda: translate("Reconcile", "Not eligible"),
    "withdrawn": lambda: translate("Reconcile", "Registration cancelled"),
    "error": lambda: translate("Reconcile", "Error in a list"),
    "named": lambda: translate("Reconcile", "Named in a message only"),
    "crew": lambda: translate("Reconcile", "Crew"),
}

WEIGHTS: Final[Mapping[Weight, tuple[str, str]]] = {
    Weight.URGENT: ("urgent", "alert"),
    Weight.OPEN: ("attention", "question"),
    Weight.BUSY: ("accent", "wait"),
    Weight.REST: ("muted", "info"),
    Weight.SETTLED: ("good", "check"),
}
"""Tone and sign of how much a difference matters."""

_REASONS: Final[Mapping[str, Callable[[], str]]] = {
    "listed_same": lambda: translate("Reconcile", "the list says so"),
    "document": lambda: translate("Reconcile", "same document"),
    "document_near": lambda: translate("Reconcile", "document almost the same"),
    "birth": lambda: translate("Reconcile", "same birth date"),
    "birth_swapped": lambda: translate("Reconcile", "day and month swapped"),
    "birth_near": lambda: translate("Reconcile", "birth date almost the same"),
    "birth_part": lambda: translate("Reconcile", "birth date fits as far as known"),
    "name": lambda: translate("Reconcile", "same name"),
    "name_near": lambda: translate("Reconcile", "name almost the same"),
    "sound": lambda: translate("Reconcile", "name sounds the same"),
    "names_swapped": lambda: translate("Reconcile", "names swapped"),
    "maiden": lambda: translate("Reconcile", "other family name"),
    "initials": lambda: translate("Reconcile", "initials fit"),
    "phone": lambda: translate("Reconcile", "same phone"),
    "mail": lambda: translate("Reconcile", "same e-mail"),
    "seat": lambda: translate("Reconcile", "same seat"),
    "address": lambda: translate("Reconcile", "same address"),
    "party": lambda: translate("Reconcile", "travels with the same people"),
    "document_differs": lambda: translate("Reconcile", "another document"),
    "birth_differs": lambda: translate("Reconcile", "another birth date"),
    "given_differs": lambda: translate("Reconcile", "another first name"),
    "sex_differs": lambda: translate("Reconcile", "another sex"),
}


def stage(code: str) -> str:
    """What a stage is called."""
    return _STAGES[code]()


def kind(code: str) -> str:
    """What a difference is called."""
    return _KINDS[code]()


def weight(code: str) -> Weight:
    """How much a group matters."""
    return Weight.OPEN if code == LIKELY else KINDS[code]


def heading(of: Weight) -> str:
    """The heading over the groups of one weight."""
    match of:
        case Weight.URGENT | Weight.OPEN:
            return translate("Reconcile", "To settle")
        case Weight.BUSY:
            return translate("Reconcile", "Under way")
        case Weight.REST:
            return translate("Reconcile", "Named")
        case Weight.SETTLED:
            return translate("Reconcile", "Accounted for")


def reasons(codes: frozenset[str]) -> str:
    """Why two are probably the same, what speaks for it first."""
    known = [code for code in _REASONS if code in codes]
    return ", ".join([*(_REASONS[code]() for code in known), *sorted(codes - set(known))])


def line_name(line: ManifestLine) -> str:
    """`Vries, Sanne de`; as listed where the parts are not known."""
    if not line.family_name:
        return line.full_name or line.given_names
    given = " ".join(part for part in (line.given_names, line.prefix) if part)
    return f"{line.family_name}, {given}" if given else line.family_name


def name(human: Human) -> str:
    """What somebody is called: as registered, else as listed."""
    named = [people_words.family_first(person) for person in human.live_persons or human.persons]
    named += [line_name(line) for line in human.lines]
    return next((each for each in named if each), "") or translate("Reconcile", "without a name")


def record_name(record: Person | ManifestLine) -> str:
    """What a record calls somebody."""
    if isinstance(record, ManifestLine):
        return line_name(record) or translate("Reconcile", "without a name")
    return people_words.family_first(record) or translate("Reconcile", "without a name")


def list_name(code: str) -> str:
    """What a kind of list is called."""
    match code:
        case "applied":
            return translate("Reconcile", "application")
        case "manifest":
            return translate("Reconcile", "manifest")
        case "boarded":
            return translate("Reconcile", "boarding list")
        case _:
            return translate("Reconcile", "message")


def flight(book: OperationBook, arrival: str) -> str:
    """The code of an arrival, "" for none."""
    found = book.arrival(arrival)
    return "" if found is None else found.code


def lists(book: OperationBook, human: Human, arrival: str) -> str:
    """`manifest 14 · boarding list 9`: where somebody stands; flights where it is not this one."""
    told = []
    for line in human.lines:
        said = list_name(line.list)
        if line.row is not None:
            said = f"{said} {line.row}"
        if line.arrival and line.arrival != arrival:
            said = f"{said} {flight(book, line.arrival)}".rstrip()
        told.append(said)
    return " · ".join(dict.fromkeys(told))


def source(book: OperationBook, record: Person | ManifestLine, now: datetime) -> str:
    """Where a record comes from: `balie 3 · 20:14`, `manifest.xlsx regel 14 · HV6912`."""
    if isinstance(record, Person):
        said = translate("Reconcile", "desk {desk}")
        kind = said.partition("{")[0].strip().lower()
        named = record.desk.lower().startswith(kind)  # a desk that is called `Balie 3`
        desk = record.desk if named else said.replace("{desk}", record.desk)
        when = "" if record.registered_at is None else texts.moment(record.registered_at, now)
        told = [tail(record.number), desk if record.desk else "", when]
    else:
        row = translate("Reconcile", "row {row}").replace("{row}", str(record.row))
        where = record.origin or list_name(record.list)
        told = [f"{where} {row}" if record.row is not None else where,
                flight(book, record.arrival)]  # fmt: skip
    return " · ".join(part for part in told if part)


def order() -> tuple[str, ...]:
    """The kinds of difference, the most urgent first."""
    return tuple(KINDS)
