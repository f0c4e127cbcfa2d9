"""Dates of six digits, which lack their century and may lack a part."""

from __future__ import annotations

from datetime import date

_OLDEST = 115
"""Years: older than this nobody travels."""
_LONGEST_VALID = 35
"""Years that a document may still be valid: identity cards of the old are made for thirty."""


def birth_of(digits: str, today: date, expiry: str) -> tuple[str, str]:
    """(date, other possible date) of birth "YYMMDD", with "<" or 00 for what is not known.

    Nobody is born in the future, nor after the document ends (`expiry`, ISO or ""). Where both
    centuries remain the later one comes first. ("", "") is no date.
    """
    written = [_iso(f"{century}{digits[:2]}", digits[2:4], digits[4:]) for century in ("20", "19")]
    now = today.isoformat()
    possible = [
        born
        for born in written
        if born
        and born <= now[: len(born)]
        and not (expiry and born > expiry[: len(born)])
        and int(born[:4]) >= today.year - _OLDEST
    ]
    if not possible:
        # Born after the end of the document, or in the future: read, but by the likelier century.
        possible = [born for born in written if born and born <= now[: len(born)]][:1]
    return possible[0] if possible else "", possible[1] if len(possible) > 1 else ""


def expiry_of(digits: str, today: date, birth: str) -> str:
    """The end of validity: in this century unless that is further off than documents are valid.

    `birth` is the year of birth if it is sure; a document does not end before.
    """
    late = _iso(f"20{digits[:2]}", digits[2:4], digits[4:])
    early = _iso(f"19{digits[:2]}", digits[2:4], digits[4:])
    if late and int(late[:4]) <= today.year + _LONGEST_VALID:
        return late
    return late if birth and early < birth else early or late


def _iso(year: str, month: str, day: str) -> str:
    """ISO 8601 as far as known, "" when it is no date."""
    if not _digits(year):
        return ""
    unknown = ("<<", "00")
    if month in unknown:
        return year if day in unknown else ""
    if day in unknown:
        return f"{year}-{month}" if _digits(month) and 1 <= int(month) <= 12 else ""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
