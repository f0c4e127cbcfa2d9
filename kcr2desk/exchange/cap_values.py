"""The written values of CAP: times, polygons, circles, references and closed lists.

Every function is pure. It returns what it could make of the text and the code of a remark
(see `problems.py`), "" when the text follows the standard (OASIS CAP 1.2, section 3.2).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

Point = tuple[float, float]
"""Latitude and longitude in degrees, WGS 84."""

STATUSES = ("Actual", "Exercise", "System", "Test", "Draft")
MESSAGE_TYPES = ("Alert", "Update", "Cancel", "Ack", "Error")
SCOPES = ("Public", "Restricted", "Private")
CATEGORIES = (
    "Geo",
    "Met",
    "Safety",
    "Security",
    "Rescue",
    "Fire",
    "Health",
    "Env",
    "Transport",
    "Infra",
    "CBRNE",
    "Other",
)
RESPONSES = (
    "Shelter",
    "Evacuate",
    "Prepare",
    "Execute",
    "Avoid",
    "Monitor",
    "Assess",
    "AllClear",
    "None",
)
URGENCIES = ("Immediate", "Expected", "Future", "Past", "Unknown")
SEVERITIES = ("Extreme", "Severe", "Moderate", "Minor", "Unknown")
CERTAINTIES = ("Observed", "Likely", "Possible", "Unlikely", "Unknown")

_OF_OLD = {"verylikely": "Likely"}  # CAP 1.0; CAP 1.1 and 1.2 say to read it so

_CAP_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d", re.ASCII)
_ANY_TIME = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?"
    r"\s*(?:([Zz])|([-+])(\d{1,2})(?::?(\d\d))?)?",
    re.ASCII,
)
_NUMBER = r"[-+]?(?:\d{1,15}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][-+]?\d{1,3})?"
_PAIRS = re.compile(rf"{_NUMBER},{_NUMBER}(?:\s+{_NUMBER},{_NUMBER})*", re.ASCII)
_CIRCLE = re.compile(rf"{_NUMBER},{_NUMBER}\s+{_NUMBER}", re.ASCII)
_ONE_NUMBER = re.compile(_NUMBER, re.ASCII)
_REFERENCE_END = re.compile(
    r",\s*(\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[-+]\d\d:?\d\d)?)(?=[\s,;]|$)",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Circle:
    """A point and the radius around it in kilometres (0 for a point)."""

    lat: float
    lon: float
    radius_km: float


@dataclass(frozen=True, slots=True)
class Reference:
    """An earlier message that an alert refers to."""

    sender: str
    identifier: str
    sent: datetime

    @property
    def external_id(self) -> str:
        return external_id(self.sender, self.identifier, self.sent)


def external_id(sender: str, identifier: str, sent: datetime) -> str:
    """The name of a message, "sender,identifier,sent", the same however the time was written.

    CAP tells messages apart by these three together (section 3.3.1.3). Senders write the same
    moment with another offset in a reference than in the alert itself, so here it is UTC to the
    second: "2026-10-18T08:15:00Z".
    """
    moment = sent.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    return f"{sender},{identifier},{moment.isoformat()}Z"


def read_choice(text: str, choices: tuple[str, ...]) -> tuple[str, str]:
    """One of a closed list, "" with a remark when it is none; case and spaces are forgiven."""
    if text in choices:
        return text, ""
    plain = "".join(text.split()).lower()
    for choice in choices:
        if plain == choice.lower():
            return choice, "value-form"
    if _OF_OLD.get(plain) in choices:
        return _OF_OLD[plain], "value-form"
    return "", "value-unknown"


def read_time(text: str) -> tuple[datetime | None, str]:
    """A moment with its own offset; Z, fractions, no seconds and no zone are forgiven.

    None with a remark when it is no moment between the years 1 and 9999.
    """
    parts = _ANY_TIME.fullmatch(text)
    if not parts:
        return None, "time-unreadable"
    year, month, day, hour, minute = (int(parts[i]) for i in range(1, 6))
    offset = timedelta(hours=int(parts[10] or 0), minutes=int(parts[11] or 0))
    zone = timezone(-offset if parts[9] == "-" else offset) if offset < timedelta(days=1) else UTC
    fraction = int((parts[7] or "0")[:6].ljust(6, "0"))
    # XML Schema writes the end of a day as 24:00:00, which datetime does not know.
    midnight = hour == 24 and minute == 0 and int(parts[6] or 0) == 0 and fraction == 0
    try:
        moment = datetime(
            year, month, day, 0 if midnight else hour, minute, int(parts[6] or 0), fraction, zone
        )
        moment += timedelta(days=1 if midnight else 0)
        moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None, "time-unreadable"
    if not parts[8] and not parts[9]:
        return moment, "time-without-zone"
    return moment, "" if _CAP_TIME.fullmatch(text) else "time-form"


def read_polygon(text: str) -> tuple[tuple[Point, ...], str]:
    """The corners of a polygon, the last equal to the first; () with a remark when it is none.

    A polygon that was left open is closed, and stray separators are forgiven; both are remarked.
    """
    remark = "" if _PAIRS.fullmatch(text) else "polygon-form"
    numbers = _numbers(text)
    if numbers is None or len(numbers) % 2:
        return (), "polygon-unreadable"
    points = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    if points and points[0] != points[-1]:
        points, remark = (*points, points[0]), "polygon-open"
    if len(points) < 4 or not all(_on_earth(lat, lon) for lat, lon in points):
        return (), "polygon-unreadable"
    return points, remark


def read_circle(text: str) -> tuple[Circle | None, str]:
    """A circle "lat,lon radius" in kilometres; None with a remark when it is none."""
    numbers = _numbers(text)
    if numbers is None or len(numbers) != 3:
        return None, "circle-unreadable"
    lat, lon, radius = numbers
    if not _on_earth(lat, lon) or not 0 <= radius <= 20_040:  # half the way around the earth
        return None, "circle-unreadable"
    return Circle(lat, lon, radius), "" if _CIRCLE.fullmatch(text) else "circle-form"


def read_references(text: str) -> tuple[tuple[Reference, ...], str]:
    """The messages "sender,identifier,sent" that are referred to, and what could not be read.

    The time ends each of them; found by it, an identifier with a space or comma does no harm.
    """
    found: list[Reference] = []
    lost: list[str] = []
    pieces = _REFERENCE_END.split(text)
    for name, time in zip(pieces[:-1:2], pieces[1::2], strict=True):
        sender, comma, identifier = name.strip(" \t\r\n,;").partition(",")
        sent, _ = read_time(time)
        if sender and comma and identifier.strip() and sent:
            found.append(Reference(sender.strip(), identifier.strip(), sent))
        else:
            lost.append(f"{name},{time}".strip())
    lost.append(pieces[-1].strip(" \t\r\n,;"))
    return tuple(found), " ".join(piece for piece in lost if piece)


def _numbers(text: str) -> list[float] | None:
    """All numbers of a text between spaces and commas, None when anything else is there."""
    words = [word for word in re.split(r"[\s,]+", text) if word]
    if not all(_ONE_NUMBER.fullmatch(word) for word in words):
        return None
    return [float(word) for word in words]


def _on_earth(lat: float, lon: float) -> bool:
    return -90 <= lat <= 90 and -180 <= lon <= 180
