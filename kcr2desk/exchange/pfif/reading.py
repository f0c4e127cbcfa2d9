"""PFIF of any version to lines of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from kcr2desk.exchange import countries, xml
from kcr2desk.exchange.listed import LONGEST_OTHER, Listed, ListedFile, fitting
from kcr2desk.exchange.names import family_cased, given_cased, one_case, split_prefix
from kcr2desk.exchange.pfif.records import (
    Found,
    Note,
    Say,
    is_of_pfif,
    newest_notes,
    newest_of_each,
    persons_in,
)
from kcr2desk.exchange.pfif.vocabulary import SEXES, STATUSES, VERSIONS, is_birth
from kcr2desk.exchange.problems import Problem, Refused

MAX_BYTES = 50_000_000
MOST_ELEMENTS = 1_500_000
MOST_PROBLEMS = 500
_MOST_NOTES = 50

_TAKEN = frozenset(
    ("person_record_id", "full_name", "given_name", "family_name", "alternate_names", "description",
     "sex", "date_of_birth", "home_street", "home_city", "home_postal_code", "home_country")
)  # fmt: skip
"""Fields of a person that have a place in a line; the others are kept beside it."""

_ABOUT_NOTE = frozenset(("person_record_id", "entry_date"))
_SPACE = re.compile(rb"zesty\.ca/pfif/|<(?:[\w.-]+:)?pfif[\s>]")


def is_pfif(data: bytes) -> bool:
    """Whether a file looks like PFIF, in any encoding."""
    return _SPACE.search(data[:20_000].replace(b"\0", b"")) is not None


def read_pfif(data: bytes, name: str, now: datetime) -> ListedFile:
    """All persons of a file whose term is not over; `name` is the file's, for its sentences.

    The row of a line is the how-manyth person of the file it is, and a problem with a person has
    it as its line. Never raises for what is in the file.
    """
    problems: list[Problem] = []

    def say(code: str, detail: str, row: int | None) -> None:
        if len(problems) < MOST_PROBLEMS:
            problems.append(Problem(name, row, code, detail))
        elif len(problems) == MOST_PROBLEMS:
            problems.append(Problem(name, None, "problems-more", str(MOST_PROBLEMS)))

    try:
        document = xml.parse(data, name, max_bytes=MAX_BYTES)
    except Refused as refused:
        return ListedFile("pfif", problems=refused.problems, list="pfif")
    root = document.root
    problems += document.remarks
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        too_many = Problem(name, None, "pfif-too-many", str(MOST_ELEMENTS))
        return ListedFile("pfif", problems=(too_many,), list="pfif")
    found, loose = persons_in(root, say)
    if not found and not loose:
        say("pfif-none", xml.local_name(root), None)
    spaces = {xml.namespace(each) for each in root.iter() if is_of_pfif(each)} - {""}
    for space in sorted(spaces):
        if space.rpartition("/")[2] not in VERSIONS:
            say("pfif-version", space, None)
    _attach(loose, found, say)
    persons = newest_of_each(found, say)
    lines = tuple(_lines(persons, now, say))
    kept = {line.fields.get("key") for line in lines}
    same = {
        (person.id, linked)
        for person in persons
        for note in person.notes
        if (linked := note.values.get("linked_person_record_id"))
        and person.id in kept
        and linked != person.id
    }
    return ListedFile("pfif", lines, tuple(problems), list="pfif", same=tuple(sorted(same)))


def _attach(loose: list[Note], persons: list[Found], say: Say) -> None:
    """Give notes that stand apart to the persons that they are about."""
    by_id = {person.id: person for person in persons if person.id}
    for note in loose:
        about = note.values.get("person_record_id", "")
        if about in by_id:
            by_id[about].notes.append(note)
        else:
            say("pfif-note-orphan", about or "?", None)


def _lines(persons: list[Found], now: datetime, say: Say) -> Iterator[Listed]:
    for person in persons:
        if person.is_placeholder:
            say("pfif-placeholder", person.id or "?", person.row)
        elif person.expired(now):
            say("pfif-expired", person.id or "?", person.row)
        else:
            if not person.id:
                say("pfif-no-id", "", person.row)
            yield Listed(_fields(person, say), person.row)


def _fields(person: Found, say: Say) -> dict[str, Any]:
    values = person.values
    notes = newest_notes(person.notes)
    fields: dict[str, Any] = {"key": person.id, **_names(person, say)}
    others: dict[str, Any] = {
        name: text[:LONGEST_OTHER] for name, text in values.items() if name not in _TAKEN
    }
    if sex := values.get("sex", ""):
        fields["sex"] = SEXES.get(sex.lower(), "")
        if not fields["sex"]:
            say("pfif-value", sex, person.row)
    if birth := values.get("date_of_birth", ""):
        if is_birth(birth):
            fields["birth_date"] = birth
        else:
            say("pfif-value", birth, person.row)
            others["date_of_birth"] = birth[:LONGEST_OTHER]
    for name, field in (("home_street", "street"), ("home_city", "city"),
                        ("home_postal_code", "postcode"), ("description", "note")):  # fmt: skip
        fields[field] = values.get(name, "")
    if country := values.get("home_country", ""):
        fields["country"] = countries.code_of(country)
        if not fields["country"]:
            say("pfif-value", country, person.row)
            others["home_country"] = country[:LONGEST_OTHER]
    for note in notes:  # the newest word last, so it stays
        fields["phone"] = note.values.get("phone_of_found_person") or fields.get("phone", "")
        fields["mail"] = note.values.get("email_of_found_person") or fields.get("mail", "")
        if status := note.values.get("status"):
            others["status"] = status
            if status not in STATUSES:
                say("pfif-value", status, person.row)
    if notes:
        others["notes"] = [
            {k: v[:LONGEST_OTHER] for k, v in note.values.items() if k not in _ABOUT_NOTE}
            for note in notes[-_MOST_NOTES:]
        ]
    fields["others"] = others
    return fitting(fields)


def _names(person: Found, say: Say) -> dict[str, str]:
    values = person.values
    names = [" ".join(line.split()) for line in values.get("full_name", "").splitlines()]
    names = [each for each in names if each]
    family, given = values.get("family_name", ""), values.get("given_name", "")
    full = names[0] if names else f"{given} {family}".strip()
    if not full:
        say("pfif-nameless", person.id or "?", person.row)
    more = [
        *names[1:],
        *(" ".join(x.split()) for x in values.get("alternate_names", "").splitlines()),
    ]
    prefix = ""
    if family[:1].islower() or countries.code_of(values.get("home_country", "")) == "NLD":
        prefix, family = split_prefix(family)
    # Version 1.1 wants capitals, so a case of its own says nothing there.
    return {
        "full_name": given_cased(full) if one_case(full) else full,
        "family_name": family_cased(family) if one_case(family) else family,
        "prefix": prefix,
        "given_names": given_cased(given) if one_case(given) else given,
        "other_names": "; ".join(dict.fromkeys(each for each in more if each)),
    }
