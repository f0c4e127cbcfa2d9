"""Persons and notes of a PFIF file before they become lines of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from lxml import etree

from kcr2desk.exchange import xml
from kcr2desk.exchange.pfif.vocabulary import PLACEHOLDER, RENAMED, moment_of
from kcr2desk.exchange.readable import readable

Say = Callable[[str, str, int | None], None]
"""Takes a problem: code, detail, and the row of the person or None."""

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_LINES = frozenset(("full_name", "alternate_names", "description", "profile_urls", "text"))
"""Fields in which line ends mean something."""


@dataclass(slots=True)
class Note:
    """One note by its fields, under the names of 1.4."""

    values: dict[str, str]

    @property
    def at(self) -> datetime:
        """When it was written, long ago where that is not said."""
        return _newest(self.values)


@dataclass(slots=True)
class Found:
    """One person by its fields, under the names of 1.4, with the notes about it."""

    row: int
    values: dict[str, str]
    notes: list[Note] = field(default_factory=list)

    @property
    def id(self) -> str:
        return self.values.get("person_record_id", "")

    @property
    def at(self) -> datetime:
        """When the record was last written at its source."""
        return _newest(self.values)

    @property
    def is_placeholder(self) -> bool:
        """Whether nothing of a person is left in it."""
        return PLACEHOLDER.issuperset(self.values) and not any(
            note.values.get("text") for note in self.notes
        )

    def expired(self, now: datetime) -> bool:
        """Whether its term is over, so that nobody may keep it."""
        end = moment_of(self.values.get("expiry_date", ""))
        return end is not None and end <= now


def is_of_pfif(element: etree._Element) -> bool:
    """Whether an element is of any version of PFIF, or of none and so of what is around it."""
    space = xml.namespace(element)
    return not space or "/pfif/" in space


def persons_in(root: etree._Element, say: Say) -> tuple[list[Found], list[Note]]:
    """The persons of a file in its order, and the notes that stand outside of them."""
    persons: list[Found] = []
    for element in root.iter("{*}person"):
        if is_of_pfif(element):
            persons.append(_person(element, len(persons) + 1, say))
    loose = [
        Note(_values(element, None, say))
        for element in root.iter("{*}note")
        if is_of_pfif(element) and not _inside_person(element)
    ]
    return persons, loose


def newest_of_each(persons: list[Found], say: Say) -> list[Found]:
    """One record for each id, the newest by its source, with the notes of all; order kept."""
    best: dict[str, Found] = {}
    for person in persons:
        key = person.id or f"\0{person.row}"
        known = best.get(key)
        if known is None:
            best[key] = person
            continue
        say("pfif-older", person.id, person.row)
        newer, older = (person, known) if person.at >= known.at else (known, person)
        if not newer.is_placeholder:  # else the notes have expired with the person
            newer.notes = [*older.notes, *newer.notes]
        best[key] = newer
    return sorted(best.values(), key=lambda person: person.row)


def newest_notes(notes: list[Note]) -> list[Note]:
    """Each note once, the newest of those with one id, from old to new."""
    best: dict[str, Note] = {}
    for at, note in enumerate(notes):
        key = note.values.get("note_record_id") or f"\0{at}"
        known = best.get(key)
        if known is None or note.at >= known.at:
            best[key] = note
    return sorted(best.values(), key=lambda note: note.at)


def _person(element: etree._Element, row: int, say: Say) -> Found:
    notes = [
        Note(_values(child, row, say))
        for child in element
        if isinstance(child.tag, str) and xml.local_name(child) == "note"
    ]
    return Found(row, _values(element, row, say), notes)


def _values(element: etree._Element, row: int | None, say: Say) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, text in _children(element):
        if name in values:
            say("pfif-repeated", name, row)
        else:
            values[name] = text
    return values


def _children(element: etree._Element) -> Iterator[tuple[str, str]]:
    for child in element:
        name = xml.local_name(child)
        if name == "note":
            continue
        text = readable(xml.text_of(child)).strip()
        if name == "other":
            text = _description(text)
        name = RENAMED.get(name, name)
        if name not in _LINES:
            text = " ".join(text.split())
        if text:
            yield name, text


def _description(text: str) -> str:
    """What 1.3 and before put in "other": "description:" with indented lines under it."""
    head, found, rest = text.partition(":")
    if found and head.strip() == "description":
        text = rest
    return "\n".join(line.strip() for line in text.strip().splitlines())


def _inside_person(element: etree._Element) -> bool:
    return any(xml.local_name(above) == "person" for above in element.iterancestors())


def _newest(values: dict[str, str]) -> datetime:
    return (
        moment_of(values.get("source_date", ""))
        or moment_of(values.get("entry_date", ""))
        or _LONG_AGO
    )
