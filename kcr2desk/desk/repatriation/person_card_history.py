"""Who did what about a person, and when: the acts on all its records, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.record import Record
from kcr2desk.core.records import type_name
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.handing_fields import SEES_BSN
from kcr2desk.core.text import Json
from kcr2desk.desk.parts import values
from kcr2desk.desk.parts.acts import Act, FieldChange, acts_of
from kcr2desk.desk.parts.history import Telling, Titles
from kcr2desk.desk.repatriation import people_words
from kcr2desk.desk.repatriation import registration_words as words
from kcr2desk.desk.repatriation.hand_over_words import country
from kcr2desk.desk.repatriation.person_card_facts import status, verdict

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache

translate = QCoreApplication.translate

Key = tuple[str, str]
LEFT_OUT: Final = frozenset({"about", "given", "one_type", "other_type", "score", "way"})
"""Fields that say nothing to a reader."""

_PERSON: Final = "person"
_MADE: Final = {
    _PERSON: "number", "personneed": "need", "passage": "station", "handover": "receiver",
    "personlink": "verdict",
}  # fmt: skip
"""By what a record of a type is named when it is made."""

_COUNTRIES: Final = frozenset({"nationalities", "document_country", "country"})


def records_of(book: OperationBook, persons: Iterable[str]) -> list[Record]:
    """The records that are about these persons."""
    found: dict[str, Record] = {}
    for i in persons:
        person = book.person(i)
        if person is not None:
            found[i] = person
        every = (book.needs(i), book.passages(i), book.hand_overs(i), book.links(i))
        found |= {record.id: record for records in every for record in records}
    return list(found.values())


def read(cache: Cache, records: Iterable[Record], role: str) -> tuple[Act, ...]:
    """The acts on these records, newest first; what one person did in one go is one act. Runs in
    the thread of the store."""
    whole: dict[str, Act] = {}
    for record in records:
        kind = type_name(record)
        private = role == "medical" if kind == "personneed" else role in SEES_BSN
        for act in acts_of(cache, cache.history(kind, record.id), private=private, type=kind):
            told = _told(act, kind, record)
            before = whole.get(act.changeset)
            if before is None:
                whole[act.changeset] = told
            else:
                how = "new" if "new" in (before.how, told.how) else before.how
                joined = before.changes + told.changes
                whole[act.changeset] = replace(before, how=how, changes=joined)
    found = [act for act in whole.values() if act.changes or act.how != "edit"]
    return tuple(sorted(found, key=lambda act: act.at, reverse=True))


def _told(act: Act, kind: str, record: Record) -> Act:
    """An act on one record, its fields named with the type. What was made is named: a passage by
    its station, a need by what is needed."""
    changes = [
        replace(each, name=f"{kind}.{each.name}")
        for each in act.changes
        if each.name not in LEFT_OUT
    ]
    if act.how == "new":
        name = _MADE[kind]
        changes.insert(0, FieldChange(f"{kind}.{name}", None, getattr(record, name)))
    how = act.how if kind == _PERSON or act.how != "new" else "edit"
    return replace(act, how=how, changes=tuple(changes))


def titles_of(book: OperationBook, acts: Iterable[Act]) -> dict[str, str]:
    """What records are called that an act refers to."""
    found = {}
    for change in (change for act in acts for change in act.changes):
        for value in (change.was, change.now):
            if isinstance(value, str) and value not in found:
                said = _title(book, value)
                if said:
                    found[value] = said
    return found


def _title(book: OperationBook, record: str) -> str:
    person = book.person(record)
    if person is not None:
        return person.number
    arrival = book.arrival(record)
    return people_words.group_title(book, record) if arrival is None else arrival.code


def telling(book: Callable[[], OperationBook]) -> Telling:
    """How fields of the records of a person are told."""

    def say(name: str, value: Json, now: datetime, titles: Titles) -> str:
        return _say(book(), name, value, now, titles)

    return Telling(_field, say)


def _field(name: str) -> str:
    kind, _, field = name.partition(".")
    said = _OTHERS.get((kind, field))
    if said is not None:
        return said()
    label = words.field(field)
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _say(book: OperationBook, name: str, value: Json, now: datetime, titles: Titles) -> str:
    kind, _, field = name.partition(".")
    if value in ("", None, []):
        return ""
    if isinstance(value, list):
        return ", ".join(_word(book, kind, field, str(item)) for item in value)
    if isinstance(value, str):
        said = _word(book, kind, field, value)
        if said != value:
            return said
    return values.say(kind, field, value, now, titles)


def _word(book: OperationBook, kind: str, field: str, value: str) -> str:
    if field in _COUNTRIES:
        return country(value)
    if field in ("birth_date", "document_expiry"):
        return people_words.day(value)
    if field == "checks":
        return words.field(value)
    if field == "reasons":
        return words.reason(value) or value
    if field in ("need", "station", "ground", "receiver"):
        return people_words.choice(book, field, value)
    known = _WORDS.get((kind, field))
    return value if known is None else known(value)


_WORDS: Final[Mapping[Key, Callable[[str], str]]] = {
    (_PERSON, "outcome"): people_words.outcome,
    (_PERSON, "sex"): people_words.sex,
    (_PERSON, "relation"): people_words.relation,
    (_PERSON, "onward"): people_words.onward,
    (_PERSON, "may_inform"): words.inform,
    (_PERSON, "municipality"): people_words.municipality,
    (_PERSON, "document_type"): words.document,
    ("handover", "municipality"): people_words.municipality,
    ("handover", "status"): status,
    ("personlink", "verdict"): verdict,
}

_OTHERS: Final[Mapping[Key, Callable[[], str]]] = {
    (_PERSON, "number"): lambda: translate("PersonCard", "number"),
    (_PERSON, "arrival"): lambda: translate("PersonCard", "arrival"),
    (_PERSON, "outcome"): lambda: translate("PersonCard", "outcome"),
    (_PERSON, "registered_at"): lambda: translate("PersonCard", "registered"),
    (_PERSON, "desk"): lambda: translate("PersonCard", "desk"),
    (_PERSON, "unlisted"): lambda: translate("PersonCard", "rightly on no list"),
    ("personneed", "need"): lambda: translate("PersonCard", "need"),
    ("personneed", "note"): lambda: translate("PersonCard", "need, note"),
    ("personneed", "medical_note"): lambda: translate("PersonCard", "medical note"),
    ("personneed", "met_at"): lambda: translate("PersonCard", "need met"),
    ("personneed", "met_by"): lambda: translate("PersonCard", "need met by"),
    ("passage", "station"): lambda: translate("PersonCard", "station"),
    ("passage", "passed_at"): lambda: translate("PersonCard", "at the station"),
    ("passage", "code"): lambda: translate("PersonCard", "code scanned"),
    ("handover", "receiver"): lambda: translate("PersonCard", "handed to"),
    ("handover", "to"): lambda: translate("PersonCard", "receiver by name"),
    ("handover", "status"): lambda: translate("PersonCard", "hand-over"),
    ("handover", "handed_at"): lambda: translate("PersonCard", "handed over at"),
    ("handover", "taken_by"): lambda: translate("PersonCard", "taken by"),
    ("handover", "receipt"): lambda: translate("PersonCard", "receipt"),
    ("handover", "note"): lambda: translate("PersonCard", "hand-over, note"),
    ("personlink", "one"): lambda: translate("PersonCard", "one record"),
    ("personlink", "other"): lambda: translate("PersonCard", "other record"),
    ("personlink", "verdict"): lambda: translate("PersonCard", "one human being"),
    ("personlink", "reasons"): lambda: translate("PersonCard", "reasons"),
    ("personlink", "by"): lambda: translate("PersonCard", "said by"),
}  # fmt: skip
