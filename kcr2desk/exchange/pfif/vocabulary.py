"""The words of PFIF, what they were called before, and how it writes values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

NAMESPACE = "http://zesty.ca/pfif/1.4"
VERSIONS = ("1.0", "1.1", "1.2", "1.3", "1.4")

RENAMED: Mapping[str, str] = {
    "home_zip": "home_postal_code",
    "first_name": "given_name",
    "last_name": "family_name",
    "found": "author_made_contact",
    "other": "description",
}
"""What older versions called a field, and what 1.4 calls it."""

PLACEHOLDER = frozenset(("person_record_id", "entry_date", "expiry_date", "source_date"))
"""All that is left of a person whose record has expired."""

SEXES: Mapping[str, str] = {"female": "F", "male": "M", "other": "X"}
STATUSES = frozenset(
    ("information_sought", "is_note_author", "believed_alive", "believed_missing", "believed_dead")
)

_MOMENT = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|\+00:00)?\Z")
_BIRTH = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?\Z")


def moment_of(text: str) -> datetime | None:
    """A moment in UTC, None for what is none."""
    found = _MOMENT.match(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part) for part in found.groups())
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None


def written(moment: datetime) -> str:
    """An aware moment as PFIF writes it: "2026-07-01T12:00:00Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")


def is_birth(text: str) -> bool:
    """Whether this is a date of birth as far as it is known: year, month or day."""
    if not (_BIRTH.match(text) and text.isascii()):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True
