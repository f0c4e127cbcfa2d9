"""Times as an officer types them in a field: `14:05`, `-10`, `gisteren 23:10`. No Qt in here."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from kcr2desk.core.places import AMSTERDAM

BONAIRE: Final = ZoneInfo("America/Kralendijk")
_ZONES: Final[dict[str, tzinfo]] = {"nl": AMSTERDAM, "bon": BONAIRE, "ast": BONAIRE, "utc": UTC}

_AGO = re.compile(r"(?P<sign>[-+])\s*(?P<amount>\d{1,4})\s*(?P<unit>m(?:in)?|u(?:ur)?|h|d)?")
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?(?:[:.](?P<second>\d{2}))?")
_BARE = re.compile(r"(?P<hour>\d{2})(?P<minute>\d{2})")
_DAY = re.compile(
    r"(?P<day>\d{1,2})(?:[-/.](?P<month>\d{1,2})|\s+(?P<name>[a-zé]{3,9})\.?)"
    r"(?:[-/.\s](?P<year>\d{4}|\d{2}))?"
)
_ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_NAMED_DAYS: Final = {
    "vandaag": 0,
    "today": 0,
    "gisteren": -1,
    "gister": -1,
    "yesterday": -1,
    "eergisteren": -2,
    "morgen": 1,
    "tomorrow": 1,
    "overmorgen": 2,
}
_WEEKDAYS: Final = (
    ("ma", "maandag", "mon", "monday"), ("di", "dinsdag", "tue", "tuesday"),
    ("wo", "woensdag", "wed", "wednesday"), ("do", "donderdag", "thu", "thursday"),
    ("vr", "vrijdag", "fri", "friday"), ("za", "zaterdag", "sat", "saturday"),
    ("zo", "zondag", "sun", "sunday"),
)  # fmt: skip
_MONTHS: Final = (
    ("jan",), ("feb",), ("mrt", "maart", "mar"), ("apr",), ("mei", "may"), ("jun",), ("jul",),
    ("aug",), ("sep",), ("okt", "oct"), ("nov",), ("dec",),
)  # fmt: skip
_NEAR_FUTURE: Final = timedelta(hours=1)
"""A clock time without a day that lies further ahead than this was yesterday's."""
_NEAR_PAST: Final = timedelta(hours=1)
"""Of what is to come: a clock time that lies further back than this is tomorrow's."""


def read_moment(text: str, now: datetime, *, ahead: bool = False) -> datetime | None:
    """The moment in UTC that `text` names, or None where it names none.

    Reads `nu`, `14:05`, `1405`, `14.05`, `-10` (minutes ago), `-2u`, `+4u`, `gisteren 23:10`,
    `morgen 6:00`, `12-7 14:05`, `3 mrt 2026 14:05`, each with `NL`, `BON` or `UTC` after it. A
    clock time without a day is the last one there was: at ten past midnight `23:50` was yesterday;
    with `ahead` the next one there is: then `6:00`, `vr 6:00` and `1-1 6:00` are to come. `now` is
    aware.
    """
    words = " ".join(text.lower().replace(",", " ").split())
    zone: tzinfo = AMSTERDAM
    first, _, last = words.rpartition(" ")
    if last in _ZONES and first:
        words, zone = first, _ZONES[last]
    if words in ("nu", "now"):
        return now.astimezone(UTC)
    ago = _AGO.fullmatch(words)
    if ago is not None:
        length = _length(int(ago["amount"]), ago["unit"] or "m")
        return now.astimezone(UTC) + (length if ago["sign"] == "+" else -length)
    try:
        return _dated(words, now.astimezone(zone), zone, ahead=ahead)
    except ValueError:  # a day or an hour that no calendar has
        return None


def _length(amount: int, unit: str) -> timedelta:
    if unit.startswith("d"):
        return timedelta(days=amount)
    return timedelta(minutes=amount) if unit.startswith("m") else timedelta(hours=amount)


def _dated(words: str, local: datetime, zone: tzinfo, *, ahead: bool) -> datetime | None:
    """A clock time, with the day that is written before it or the last (next) one it can be."""
    before, _, clock = words.rpartition(" ")
    at = _time(clock)
    if at is None:
        return None
    if not before:
        return _next(at, local, zone) if ahead else _latest(at, local, zone)
    day = _day(before.removesuffix(" om").removesuffix(" at"), local.date(), ahead=ahead)
    return None if day is None else _there(day, at, zone, local)


def _time(clock: str) -> time | None:
    found = _BARE.fullmatch(clock) or _CLOCK.fullmatch(clock)
    if found is None:
        return None
    parts = found.groupdict()
    return time(int(parts["hour"]), int(parts["minute"] or 0), int(parts.get("second") or 0))


def _day(words: str, today: date, *, ahead: bool) -> date | None:
    if words in _NAMED_DAYS:
        return today + timedelta(days=_NAMED_DAYS[words])
    weekday = next((n for n, names in enumerate(_WEEKDAYS) if words in names), None)
    if weekday is not None:
        there = (weekday - today.weekday()) % 7
        return today + timedelta(days=there if ahead else there - 7 * (there > 0))
    iso = _ISO_DAY.fullmatch(words)
    if iso is not None:
        return date(int(iso["year"]), int(iso["month"]), int(iso["day"]))
    found = _DAY.fullmatch(words)
    if found is None:
        return None
    month = int(found["month"]) if found["month"] else _month(found["name"])
    if month is None:
        return None
    if found["year"]:
        year = int(found["year"])
        return date(year if year > 99 else 2000 + year, month, int(found["day"]))
    this_year = date(today.year, month, int(found["day"]))
    if ahead:
        return this_year if this_year >= today else date(today.year + 1, month, int(found["day"]))
    if this_year <= today + timedelta(days=1):
        return this_year
    return date(today.year - 1, month, int(found["day"]))


def _month(name: str) -> int | None:
    for number, starts in enumerate(_MONTHS, start=1):
        if name.startswith(starts):
            return number
    return None


def _latest(at: time, local: datetime, zone: tzinfo) -> datetime:
    moment = _there(local.date(), at, zone, local)
    if moment > local + _NEAR_FUTURE:
        moment = _there(local.date() - timedelta(days=1), at, zone, local)
    return moment


def _next(at: time, local: datetime, zone: tzinfo) -> datetime:
    moment = _there(local.date(), at, zone, local)
    if moment < local - _NEAR_PAST:
        moment = _there(local.date() + timedelta(days=1), at, zone, local)
    return moment


def _there(day: date, at: time, zone: tzinfo, near: datetime) -> datetime:
    """The clock time on a day; of an hour that comes twice in autumn the one nearest to `near`."""
    both = [
        datetime.combine(day, at.replace(fold=fold), tzinfo=zone).astimezone(UTC) for fold in (0, 1)
    ]
    return min(both, key=lambda moment: abs(moment - near))


def write_moment(moment: datetime | None, now: datetime, *, ahead: bool = False) -> str:
    """A moment as the field shows it, so that `read_moment` reads the same minute again."""
    if moment is None:
        return ""
    local, today = moment.astimezone(AMSTERDAM), now.astimezone(AMSTERDAM)
    if ahead:
        for text in (f"{local:%H:%M}", f"{local:%d-%m %H:%M}"):
            if read_moment(text, now, ahead=True) == moment.replace(second=0, microsecond=0):
                return text
        return f"{local:%d-%m-%Y %H:%M}"
    if local.date() == today.date() and moment <= now + _NEAR_FUTURE:
        return f"{local:%H:%M}"
    return f"{local:%d-%m-%Y %H:%M}"
