"""Dates, times, sexes and addresses as PAXLST writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo

from kcr2desk.core.places import AMSTERDAM
from kcr2desk.exchange.mrz.dates import birth_of, expiry_of

_CARIBBEAN = ZoneInfo("America/Curacao")
_ZONES: dict[str, tzinfo] = {
    **dict.fromkeys(
        # where people are brought to, and where the clock is that of Amsterdam
        ("AMS", "EIN", "RTM", "MST", "GRQ", "LEY", "ENS", "UDE", "DHR", "GLZ", "WOE", "BRU", "CRL",
         "LGG", "ANR", "OST", "CGN", "DUS", "NRN", "FMO", "DTM", "FRA", "BER", "HAM", "HAJ", "MUC",
         "STR", "CDG", "ORY", "LIL", "LUX", "VIE", "ZRH", "GVA", "PRG", "WAW", "CPH", "ARN", "OSL",
         "MAD", "BCN", "FCO", "MXP", "BUD", "MLA"),
        AMSTERDAM,
    ),
    **dict.fromkeys(("AUA", "CUR", "SXM", "BON", "EUX", "SAB"), _CARIBBEAN),
}  # fmt: skip
"""PAXLST tells local times without saying which; of other airports they are read as UTC."""

_SEXES = {
    "M": "M", "MALE": "M", "MASCULINE": "M", "MI": "M", "F": "F", "FEMALE": "F", "FEMININE": "F",
    "FI": "F", "X": "X", "U": "", "UNKNOWN": "", "UNSPECIFIED": "X", "": "",
}  # fmt: skip
_NOTHING = frozenset(
    ("", "NULL", "NIL", "NONE", "N/A", "NA", "XX", "XXX", "FNU", "LNU", "NFN", "-")
)


def sex_of(text: str) -> str | None:
    """F, M, X or "" (not said); None for what is no sex."""
    return _SEXES.get(text.upper())


def meant(text: str) -> str:
    """A text, but "" where a system wrote that it has none."""
    return "" if text.strip().upper() in _NOTHING else text.strip()


def birth(text: str, form: str, today: date) -> str:
    """A date of birth as far as it is known, ISO 8601; "" for what is none."""
    return _date(text, form, today, is_birth=True)


def expiry(text: str, form: str, today: date) -> str:
    """The date until which a document is valid."""
    return _date(text, form, today, is_birth=False)


def moment(text: str, form: str, place: str) -> datetime | None:
    """A moment at an airport, in UTC; None for what is none."""
    digits = text.strip().upper()
    zone: tzinfo = _ZONES.get(place.upper()[-3:], UTC)
    if form == "303" or digits.endswith(("Z", "UTC")):
        digits, zone = digits[:12], UTC
    if not (digits.isascii() and digits.isdigit()):
        return None
    pattern = {
        14: "%Y%m%d%H%M%S", 12: "%Y%m%d%H%M", 10: "%y%m%d%H%M", 8: "%Y%m%d", 6: "%y%m%d",
    }.get(len(digits))  # fmt: skip
    if pattern is None:
        return None
    if len(digits) == 12 and form == "202":
        pattern = "%y%m%d%H%M%S"
    try:
        return datetime.strptime(digits, pattern).replace(tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def mail_of(text: str) -> str:
    """A mail address; airlines write "//" for @, ".." for _ and "./" for a hyphen."""
    if "@" not in text and text.count("//") == 1:
        return text.replace("//", "@").replace("..", "_").replace("./", "-").lower()
    return text


def _date(text: str, form: str, today: date, *, is_birth: bool) -> str:
    signs = text.strip().replace("-", "").replace("X", "0").replace("x", "0")
    if not (signs.isascii() and signs.isdigit()):
        return ""
    if form == "2" and len(signs) == 6:
        signs = signs[4:] + signs[2:4] + signs[:2]
    if len(signs) == 6 and form not in ("610",):
        return birth_of(signs, today, "")[0] if is_birth else expiry_of(signs, today, "")
    signs = signs.ljust(8, "0") if len(signs) in (4, 6) else signs
    year, month, day = signs[:4], signs[4:6], signs[6:]
    if len(signs) != 8 or not 1850 <= int(year) <= 2200:
        return ""
    if month == "00":
        return year if day == "00" else ""
    try:
        whole = date(int(year), int(month), int(day) or 1)
    except ValueError:
        return ""
    if is_birth and whole > today:
        return ""
    return whole.isoformat() if day != "00" else f"{year}-{month}"
