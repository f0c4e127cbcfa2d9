"""The rules that the validator of PFIF holds files to, written down anew for version 1.4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import urlparse

from lxml import etree

SPACE = "{http://zesty.ca/pfif/1.4}"
LABEL = r"[a-zA-Z](?:[-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?"
ID = rf"(?:{LABEL}\.)*{LABEL}\.?/.+"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z"
ANY = r"(?s:.*)"
MAIL = r".+@.+"
PHONE = r"(?:[-\.+() ]*\d[-\.+() ]*)+(?:[#x]\d+)?"

PERSON = {
    "person_record_id": ID, "entry_date": MOMENT, "expiry_date": MOMENT, "author_name": ANY,
    "author_email": MAIL, "author_phone": PHONE, "source_name": ANY, "source_date": MOMENT,
    "source_url": "URL", "full_name": ANY, "given_name": ANY, "family_name": ANY,
    "alternate_names": ANY, "description": ANY, "sex": "male|female|other",
    "date_of_birth": r"\d{4}(?:-\d\d(?:-\d\d)?)?", "age": r"\d+(?:-\d+)?", "home_street": ANY,
    "home_neighborhood": ANY, "home_city": ANY, "home_state": r"(?:[A-Z]{2}-)?[A-Z0-9]{1,3}",
    "home_postal_code": ANY, "home_country": "[A-Z]{2}", "photo_url": "URL", "profile_urls": ANY,
}  # fmt: skip
NOTE = {
    "note_record_id": ID, "person_record_id": ID, "linked_person_record_id": ID,
    "entry_date": MOMENT, "author_name": ANY, "author_email": MAIL, "author_phone": PHONE,
    "source_date": MOMENT, "author_made_contact": "true|false",
    "status": "information_sought|is_note_author|believed_(?:alive|missing|dead)",
    "email_of_found_person": MAIL, "phone_of_found_person": PHONE, "last_known_location": ANY,
    "text": ANY, "photo_url": "URL",
}  # fmt: skip
PLACEHOLDER = {"person_record_id", "entry_date", "expiry_date", "source_date"}


def broken_rules(data: bytes, now: datetime) -> list[str]:
    """Every rule that the file breaks, in words."""
    root = etree.fromstring(data)
    return [*_shape(root), *_unique(root), *_notes(root), *_expiry(root, now), *_links(root)]


def _name(element: etree._Element) -> str:
    return str(element.tag).removeprefix(SPACE)


def _text(element: etree._Element, name: str) -> str:
    return element.findtext(SPACE + name) or ""


def _shape(root: etree._Element) -> Iterator[str]:
    if _name(root) != "pfif" or not len(root):
        yield "root"
    for record in root.iter(SPACE + "person", SPACE + "note"):
        fields = PERSON if _name(record) == "person" else NOTE
        expired = _name(record) == "person" and {_name(c) for c in record} <= PLACEHOLDER
        wanted = (
            ("note_record_id", "author_name", "source_date", "text")
            if fields is NOTE
            else ("person_record_id", "source_date", *(() if expired else ("full_name",)))
        )
        yield from (f"{name} missing" for name in wanted if not _text(record, name))
        seen = set()
        for child in record:
            name = _name(child)
            if name == "note":
                continue
            if name in seen or name not in fields:
                yield f"{name} twice or unknown"
            elif not child.text:
                yield f"{name} empty"
            elif fields[name] == "URL":
                if urlparse(child.text).scheme not in ("http", "https"):
                    yield f"{name} form"
            elif not re.fullmatch(fields[name], child.text):
                yield f"{name} form: {child.text}"
            seen.add(name)


def _unique(root: etree._Element) -> Iterator[str]:
    for kind, field in (("person", "person_record_id"), ("note", "note_record_id")):
        ids = [_text(each, field) for each in root.iter(SPACE + kind)]
        if len(set(ids)) < len(ids):
            yield f"{field} not unique"


def _notes(root: etree._Element) -> Iterator[str]:
    for note in root.iter(SPACE + "note"):
        around = note.getparent()
        about = _text(note, "person_record_id")
        if around is not None and _name(around) == "person":
            if about and about != _text(around, "person_record_id"):
                yield "note of another"
        elif not about:
            yield "note of nobody"


def _expiry(root: etree._Element, now: datetime) -> Iterator[str]:
    for person in root.iter(SPACE + "person"):
        end = _text(person, "expiry_date")
        if not end or datetime.fromisoformat(end) + timedelta(days=1) >= now:
            continue
        if not {_name(child) for child in person} <= PLACEHOLDER:
            yield "data after expiry"
        source = _text(person, "source_date")
        if source != _text(person, "entry_date"):
            yield "dates of a placeholder"
        if datetime.fromisoformat(source) > datetime.fromisoformat(end) + timedelta(days=1):
            yield "placeholder too late"


def _links(root: etree._Element) -> Iterator[str]:
    links = {
        (_text(person, "person_record_id"), _text(note, "linked_person_record_id"))
        for person in root.iter(SPACE + "person")
        for note in person.iter(SPACE + "note")
        if _text(note, "linked_person_record_id")
    }
    yield from (f"one-sided link {one}" for one, other in links if (other, one) not in links)
