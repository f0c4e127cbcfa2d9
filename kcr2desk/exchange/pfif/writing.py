"""Persons to PFIF 1.4: what the caller chose of them, for as long as the operation may keep it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from lxml import etree

from kcr2desk.exchange import countries
from kcr2desk.exchange.pfif.vocabulary import NAMESPACE, SEXES, STATUSES, is_birth, written

_DOMAIN = re.compile(
    r"(?=.{1,255}\Z)[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
    r"(?:\.[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\Z"
)
_PHONE = re.compile(r"(?:[-.+() ]*\d[-.+() ]*)+(?:[#x]\d+)?\Z")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\Z")
_NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SEX_WORDS = {letter: word for word, letter in SEXES.items()}
_SAME = "This record and the linked record are about the same person."


@dataclass(frozen=True, slots=True)
class PfifSource:
    """Who tells, and until when it may be kept. `domain` is the first part of all ids."""

    domain: str
    name: str
    now: datetime
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PfifNote:
    """A word on a person: a status of PFIF, where it was, how to reach it."""

    id: str
    text: str
    source_date: datetime
    status: str = ""
    made_contact: bool | None = None
    location: str = ""
    phone: str = ""
    mail: str = ""
    author: str = ""
    linked: str = ""


@dataclass(frozen=True, slots=True)
class PfifPerson:
    """A person by its id and the fields (of Person or ManifestLine) that may go out.

    `same_as` are ids of records about the same human being: of others in the file, or whole ids of
    another domain. `gone` is somebody whose data were removed: a placeholder goes out.
    """

    id: str
    fields: Mapping[str, Any]
    source_date: datetime
    notes: Sequence[PfifNote] = ()
    same_as: Sequence[str] = ()
    gone: bool = False


def write_pfif(persons: Sequence[PfifPerson], source: PfifSource) -> bytes:
    """The persons as a file in UTF-8. Raises ValueError for a domain that is none, a status that
    PFIF does not have, and for an id that comes twice."""
    if not _DOMAIN.match(source.domain):
        raise ValueError(f"no domain: {source.domain}")
    ids = [record_id(person.id, source) for person in persons]
    if len(set(ids)) < len(ids):
        raise ValueError("an id comes twice")
    root = etree.Element(f"{{{NAMESPACE}}}pfif", nsmap={"pfif": NAMESPACE})
    for person in _linked_both_ways(persons, source):
        _add_person(root, person, source)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def record_id(local: str, source: PfifSource, kind: str = "person") -> str:
    """The id of a record in PFIF; one that is whole already ("domain/local") stays."""
    return local if "/" in local else f"{source.domain}/{kind}.{local}"


def _linked_both_ways(persons: Sequence[PfifPerson], source: PfifSource) -> Iterator[PfifPerson]:
    """The persons with each link written at both its ends, where both are in the file."""
    links: dict[str, dict[str, None]] = {record_id(p.id, source): {} for p in persons}
    for person in persons:
        one = record_id(person.id, source)
        for other in (record_id(each, source) for each in person.same_as):
            if other != one:
                links[one][other] = None
                if other in links:
                    links[other][one] = None
    for person in persons:
        yield replace(person, same_as=tuple(links[record_id(person.id, source)]))


def _add_person(root: etree._Element, person: PfifPerson, source: PfifSource) -> None:
    element = etree.SubElement(root, f"{{{NAMESPACE}}}person")
    whole_id = record_id(person.id, source)
    over = source.expires_at is not None and source.expires_at <= source.now
    if person.gone or over:
        # It tells when the data were removed: at the end of the term, or before it.
        end = min(source.expires_at or source.now, source.now)
        _add(element, "person_record_id", whole_id)
        for name in ("entry_date", "expiry_date", "source_date"):
            _add(element, name, written(end))
        return
    fields = person.fields
    _add(element, "person_record_id", whole_id)
    _add(element, "entry_date", written(source.now))
    if source.expires_at is not None:
        _add(element, "expiry_date", written(source.expires_at))
    _add(element, "author_name", source.name)
    _add(element, "source_name", source.name)
    _add(element, "source_date", written(person.source_date))
    family = f"{fields.get('prefix', '')} {fields.get('family_name', '')}".strip()
    given = str(fields.get("given_names", ""))
    spoken = fields.get("full_name") or fields.get("spoken_name")
    full = spoken or f"{given} {family}".strip() or fields.get("number") or "?"
    _add(element, "full_name", str(full))
    _add(element, "given_name", given)
    _add(element, "family_name", family)
    _add(element, "alternate_names", re.sub(r"\s*;\s*", "\n", str(fields.get("other_names", ""))))
    _add(element, "description", str(fields.get("note", "")))
    _add(element, "sex", _SEX_WORDS.get(str(fields.get("sex", "")), ""))
    birth = str(fields.get("birth_date", ""))
    _add(element, "date_of_birth", birth if is_birth(birth) else "")
    _add(element, "home_street", str(fields.get("street", "")))
    _add(element, "home_city", str(fields.get("city", "")))
    _add(element, "home_postal_code", str(fields.get("postcode", "")))
    country = countries.countries().get(str(fields.get("country", "")))
    _add(element, "home_country", country.alpha2 if country else "")
    for note in (*person.notes, *_links(person)):
        _add_note(element, note, whole_id, source)


def _links(person: PfifPerson) -> Iterator[PfifNote]:
    for other in person.same_as:
        pair = f"{person.id}.{other.rpartition('/')[2].removeprefix('person.')}".replace("/", ".")
        yield PfifNote(f"same.{pair}", _SAME, person.source_date, linked=other)


def _add_note(person: etree._Element, note: PfifNote, person_id: str, source: PfifSource) -> None:
    if note.status and note.status not in STATUSES:
        raise ValueError(f"no status of PFIF: {note.status}")
    element = etree.SubElement(person, f"{{{NAMESPACE}}}note")
    _add(element, "note_record_id", record_id(note.id, source, "note"))
    _add(element, "person_record_id", person_id)
    if note.linked:
        _add(element, "linked_person_record_id", record_id(note.linked, source))
    _add(element, "entry_date", written(source.now))
    _add(element, "author_name", note.author or source.name)
    _add(element, "source_date", written(note.source_date))
    if note.made_contact is not None:
        _add(element, "author_made_contact", "true" if note.made_contact else "false")
    _add(element, "status", note.status)
    _add(element, "email_of_found_person", note.mail if _MAIL.match(note.mail) else "")
    _add(element, "phone_of_found_person", note.phone if _PHONE.match(note.phone) else "")
    _add(element, "last_known_location", note.location)
    _add(element, "text", note.text or "-")


def _add(parent: etree._Element, name: str, text: str) -> None:
    """An element, unless it would be empty."""
    plain = _NOT_ALLOWED.sub("\ufffd", text).strip()
    if plain:
        etree.SubElement(parent, f"{{{NAMESPACE}}}{name}").text = plain
