"""Handing over in words: who takes somebody and why, what hinders it, and values of a person as
they stand on a receipt or a list."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.handing_done import in_hall
from kcr2desk.core.repatriation.handing_fields import (
    MEDICAL_NEEDS,
    MEDICAL_NOTE,
    NEEDS,
    OF_NEEDS,
)
from kcr2desk.core.repatriation.opening import ends_at
from kcr2desk.core.repatriation.people import HandOver, Person
from kcr2desk.desk import texts
from kcr2desk.desk.parts.field_names import field_name
from kcr2desk.desk.repatriation import people_words, registration_words

translate = QCoreApplication.translate


def receiver(book: OperationBook, code: str) -> str:
    """What a receiver is called."""
    return people_words.choice(book, "receiver", code)


def taken_by(book: OperationBook, receiver_code: str, to: str) -> str:
    """`Gemeente Leiden`, `Ambassade: België`, `COA`: a receiver with its name."""
    name = receiver(book, receiver_code)
    if receiver_code == "municipality" and to:
        return f"{name} {to}"
    return f"{name}: {to}" if to else name


def country(code: str) -> str:
    """A country in the language of the screen; its code where it is none that is known."""
    from kcr2desk.exchange.countries import name_of

    return name_of(code, people_words.language())


def why(code: str) -> str:
    """Why a receiver is proposed."""
    match code:
        case "address":
            return translate("HandOver", "lives there")
        case "family_address":
            return translate("HandOver", "the family lives there")
        case "chosen":
            return translate("HandOver", "chosen at the desk")
        case "ambiguous":
            return translate("HandOver", "several places have this name")
        case "unknown_town":
            return translate("HandOver", "a Dutch address whose municipality is not known: choose")
        case "host":
            return translate("HandOver", "no Dutch address: the host municipality")
        case "embassy":
            return translate("HandOver", "not Dutch, no Dutch address")
        case "minor_alone":
            return translate("HandOver", "a minor alone")
        case "protection":
            return translate("HandOver", "seeks protection")
        case "hospital":
            return translate("HandOver", "goes to a hospital")
        case "collected":
            return translate("HandOver", "is collected")
        case "psychosocial":
            return translate("HandOver", "asks for psychosocial support")
        case "left":
            return translate("HandOver", "left at once")
        case _:
            return code


def hindrance(code: str) -> str:
    """Why somebody may not go to a receiver now."""
    match code:
        case "already":
            return translate("HandOver", "has gone there already")
        case "no_guardian":
            return translate("HandOver", "a minor alone: name the guardian first")
        case "guardian_not_checked":
            return translate("HandOver", "a minor alone: check the guardian first")
        case "minor_by_own_means":
            return translate("HandOver", "a minor alone does not go by own means")
        case _:
            return code


def field(name: str) -> str:
    """What a field that is given is called."""
    match name:
        case "needs":
            return translate("HandOver", "needs")
        case "medical_needs":
            return translate("HandOver", "medical needs")
        case "medical_note":
            return translate("HandOver", "medical notes")
        case _:
            return field_name("person", name)


def head(name: str) -> str:
    """The same at the head of a column."""
    said = field(name)
    return said[:1].upper() + said[1:]


def value(book: OperationBook, name: str, given: object, today: date) -> str:
    """A value that is given, in words; "" for none."""
    if not given:
        return ""
    if name in OF_NEEDS and isinstance(given, tuple):
        return "; ".join(_need(book, name, each) for each in given)
    match name, given:
        case "birth_date", str():
            return people_words.birth(given, today)
        case "document_expiry", str():
            return people_words.day(given)
        case "document_type", str():
            return registration_words.document(given)
        case "nationalities", frozenset():
            return ", ".join(country(code) for code in sorted(given))
        case (("country" | "document_country"), str()):
            return country(given)
        case "sex", str():
            return people_words.sex(given)
        case "relation", str():
            return people_words.relation(given)
        case "onward", str():
            return people_words.onward(given)
        case "municipality", str():
            return people_words.municipality(given)
        case "ground", str():
            return people_words.choice(book, "ground", given)
        case "group", str():
            return people_words.group_title(book, given)
        case "outcome", str():
            return people_words.outcome(given)
        case "arrival", str():
            arrival = book.arrival(given)
            return "" if arrival is None else arrival.code
        case "guardian", str():
            person = book.person(given)
            return "" if person is None else f"{person.number} {people_words.name(person)}".strip()
        case _:
            return _plain(given)


def _plain(given: object) -> str:
    if given is True:
        return translate("HandOver", "yes")
    if isinstance(given, datetime):
        return texts.moment_full(given)
    if isinstance(given, frozenset):
        return ", ".join(sorted(str(each) for each in given))
    if isinstance(given, str) and given in ("yes", "no"):
        return translate("HandOver", "yes") if given == "yes" else translate("HandOver", "no")
    return str(given)


def _need(book: OperationBook, name: str, told: str) -> str:
    code, _, note = told.partition(": ")
    said = people_words.choice(book, "need", code)
    assert name in (NEEDS, MEDICAL_NEEDS, MEDICAL_NOTE)
    return f"{said}: {note}" if note else said


def gone(book: OperationBook, hand_over: HandOver, now: datetime) -> str:
    """`overgedragen aan Gemeente Leiden · 14:05`."""
    said = translate("HandOver", "handed over to {receiver}")
    said = said.replace("{receiver}", taken_by(book, hand_over.receiver, hand_over.to))
    when = hand_over.handed_at
    return said if when is None else f"{said} · {texts.moment(when, now)}"


def kept_until(book: OperationBook) -> str:
    """The operation and the end of its term, for the foot of every page."""
    operation = book.operation
    if operation is None:
        return ""
    end = ends_at(operation)
    if end is None:
        said = translate("HandOver", "{title} · destroy this {days} days after the operation began")
        said = said.replace("{days}", str(operation.retention_days))
    else:
        said = translate("HandOver", "{title} · destroy this by {day}")
        day = end.astimezone(texts.AMSTERDAM)
        said = said.replace("{day}", f"{day:%d-%m-%Y}")
    return said.replace("{title}", operation.title)


def called(person: Person) -> str:
    """`0142-3 Willeke de Bruijn`: the number first, as it is called."""
    return f"{in_hall(person.number)} {people_words.name(person)}".strip()
