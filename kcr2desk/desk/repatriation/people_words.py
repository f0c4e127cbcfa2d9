"""Persons in words: what they are called, how their registration ended, where they are."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from kcr2desk.core.places import AMSTERDAM
from kcr2desk.core.repatriation import headcount, naming
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.dates import age, parts_of
from kcr2desk.core.repatriation.handing import guardian_named, is_minor_alone
from kcr2desk.core.repatriation.headcount import Whereabouts
from kcr2desk.core.repatriation.opening import ends_at
from kcr2desk.core.repatriation.people import Person
from kcr2desk.desk import texts
from kcr2desk.desk.parts import words
from kcr2desk.desk.texts import language as language

translate = QCoreApplication.translate

NAMES: Final = ("spoken_name", "family_name", "prefix", "given_names", "other_names")
_TONES: Final = {
    "registered": "good", "refused": "attention", "hospital": "attention", "duplicate": "muted",
    "cancelled": "muted", "left": "muted", "referred": "muted",
}  # fmt: skip


def name(person: Person) -> str:
    """`Sanne de Vries`; as spoken where the parts are not known. Blank when nobody said a name."""
    return naming.called(person)


def family_first(person: Person) -> str:
    """`Vries, Sanne de`: as lists are looked through."""
    return naming.family_first(person)


def nameless(person: Person) -> bool:
    """Whether nothing of a name is known."""
    return not any(getattr(person, field) for field in NAMES)


def is_emptied(book: OperationBook, person: Person, now: datetime) -> bool:
    """Whether only number and outcome are left of somebody: the term of the operation ended."""
    operation = book.operation
    end = None if operation is None else ends_at(operation)
    return end is not None and end <= now and nameless(person) and not person.birth_date


def choice(book: OperationBook, group: str, code: str) -> str:
    """A word of the hall: a need, a station, a ground, a receiver."""
    known = book.choice(group, code)
    return code if known is None else known.name_in(language())


def station(book: OperationBook, code: str) -> str:
    """What a station is called."""
    return choice(book, "station", code) if code else translate("People", "no station")


def outcome(code: str) -> str:
    """How a registration ended."""
    match code:
        case "registered":
            return translate("People", "registered")
        case "refused":
            return translate("People", "refused registration")
        case "left":
            return translate("People", "left at once")
        case "hospital":
            return translate("People", "hospital")
        case "referred":
            return translate("People", "referred")
        case "duplicate":
            return translate("People", "duplicate")
        case "cancelled":
            return translate("People", "cancelled")
        case "":
            return translate("People", "not finished")
        case _:
            return code


def outcome_tone(code: str) -> str:
    """What is not finished wants an eye."""
    return _TONES.get(code, "attention")


def state(code: str) -> str:
    """In the hall, gone, or nowhere."""
    match code:
        case headcount.IN:
            return translate("People", "in")
        case headcount.LEFT:
            return translate("People", "left")
        case _:
            return translate("People", "nowhere")


STATE_LOOK: Final = {
    headcount.IN: ("good", "place"),
    headcount.LEFT: ("muted", "sign-out"),
    headcount.NOWHERE: ("attention", "question"),
}
"""Tone and sign of a state."""


def whereabouts(book: OperationBook, found: Whereabouts, now: datetime) -> str:
    """`Geneeskundige post · 12 min`, `vertrokken: gezin, overgedragen`, `nog nergens gezien`."""
    if found.state == headcount.LEFT:
        return _gone(book, found)
    if found.why == "never":
        return translate("People", "never seen at a station")
    place = station(book, found.station)
    if found.since is None:
        return place
    seen = texts.age(found.since, now)
    if found.state == headcount.NOWHERE:
        said = translate("People", "last seen {age} ago: {station}")
        return said.format(age=seen, station=place)
    return f"{place} · {seen}"


def _gone(book: OperationBook, found: Whereabouts) -> str:
    if found.why == "outcome":
        codes = [p.outcome for p in found.persons if p.outcome in headcount.GONE]
        return outcome(codes[0])
    if found.why == "handed_over":
        return translate("People", "handed over")
    said = translate("People", "left by {station}")
    return said.format(station=station(book, found.station))


def municipality(code: str) -> str:
    return words.municipality(code) if code else ""


def sex(code: str) -> str:
    """As it stands in a Dutch passport, in words."""
    match code:
        case "F":
            return translate("People", "woman")
        case "M":
            return translate("People", "man")
        case "X":
            return "X"
        case _:
            return code


def relation(code: str) -> str:
    """What somebody is to the head of the group."""
    match code:
        case "head":
            return translate("People", "head of the group")
        case "partner":
            return translate("People", "partner")
        case "child":
            return translate("People", "child")
        case "parent":
            return translate("People", "parent")
        case "sibling":
            return translate("People", "brother or sister")
        case "grandparent":
            return translate("People", "grandparent")
        case "other":
            return translate("People", "other relation")
        case _:
            return code


def onward(code: str) -> str:
    """How somebody travels on."""
    match code:
        case "own":
            return translate("People", "own transport")
        case "collected":
            return translate("People", "is collected")
        case "train":
            return translate("People", "train")
        case "bus":
            return translate("People", "bus")
        case "taxi":
            return translate("People", "taxi")
        case "hotel":
            return translate("People", "hotel")
        case "reception":
            return translate("People", "reception place")
        case "other":
            return translate("People", "otherwise")
        case _:
            return code


def day(text: str) -> str:
    """`10 mrt 1965`, `mrt 1965`, `1965`: an ISO date as far as it is known."""
    parts = parts_of(text)
    if parts is None or len(parts) == 1:
        return text
    name = QLocale().standaloneMonthName(parts[1], QLocale.FormatType.ShortFormat)
    month = str(name).rstrip(".")
    return " ".join(str(part) for part in (*parts[2:], month, parts[0]))


def birth(text: str, today: date) -> str:
    """`10 mrt 1965 (61)`, `mrt 1965`, `1965 (about 61)`: with the age, as far as it is known."""
    parts = parts_of(text)
    if parts is None or len(parts) == 2:
        return day(text)
    years = age(text, today)
    if len(parts) == 1:
        return translate("People", "{year} (about {age})").format(year=text, age=years)
    return f"{day(text)} ({years})"


def today_at(now: datetime) -> date:
    """The day in the Netherlands."""
    return now.astimezone(AMSTERDAM).date()


def minor_alone(book: OperationBook, person: Person, now: datetime) -> bool:
    """Whether somebody is a minor without an adult."""
    return is_minor_alone(book, person, today_at(now))


def guardian(book: OperationBook, person: Person) -> str:
    """Who looks after a minor: the number and name of a person here, or a name as told."""
    found = book.person(person.guardian)
    if found is not None:
        return f"{found.number} {name(found)}".strip()
    return person.guardian_name.strip() if guardian_named(person) else ""


def group_title(book: OperationBook, group: str) -> str:
    """`Familie Bakker`; of a group without a name that of its head."""
    found = book.group(group)
    if found is None:
        return ""
    if found.title:
        return found.title
    members = book.members_of(group)
    head = book.person(found.head) or (members[0] if members else None)
    if head is None:
        return translate("People", "group")
    family = naming.family_of(head) or head.number
    return translate("People", "group {name}").format(name=family)


def days_left(end: datetime, now: datetime) -> int:
    """The days until a term ends, as a calendar in the Netherlands counts them."""
    return max(0, (today_at(end) - today_at(now)).days)


def retention(book: OperationBook, now: datetime) -> str:
    """`wordt gewist op 30 dec, nog 29 dagen`; blank while the operation is not here."""
    operation = book.operation
    end = None if operation is None else ends_at(operation)
    if end is None:
        return ""
    if end <= now:
        return translate("People", "the term has ended on {day}").format(day=texts.day(end))
    left = days_left(end, now)
    said = translate("People", "is erased on {day}, %n day(s) left", None, left)
    return said.replace("{day}", texts.day(end))
