"""Dates of people as far as they are known: "1965-03-10", "1965-03", "1965"."""

from __future__ import annotations

import re
from datetime import date

_KNOWN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def parts_of(text: str) -> tuple[int, ...] | None:
    """Year, month and day of a date as far as it says them; None for what is none, which anybody
    may have written."""
    found = _KNOWN.fullmatch(text)
    return None if found is None else tuple(int(part) for part in found.groups() if part)


def age(birth_date: str, today: date) -> int | None:
    """The years of somebody; of a date without its day the most that it can be, None for none."""
    parts = parts_of(birth_date)
    if parts is None:
        return None
    year, month, day = (*parts, 1, 1)[:3]
    return today.year - year - ((today.month, today.day) < (month, day))
