"""Times as people write them: "14.05 uur", "10 min geleden", "woensdag 1 juli 2026 14:05"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from kcr2desk.core.places import AMSTERDAM

_CLOCK = re.compile(
    r"(?<![\w.:+-])(?:(?P<day>gisteren|gister|vandaag|yesterday|today)\s+(?:om\s+|at\s+)?)?"
    r"(?:(?P<hour>[01]?\d|2[0-3])(?::(?P<minute>[0-5]\d)(?:\s?(?:uur|u)\b)?"
    r"|[.u]?(?P<minute_2>[0-5]\d)\s?(?:uur|u|hrs?)\b|(?<=\b(?:om|at)\s\d)\s?uur\b"
    r"|(?<=\b(?:om|at)\s\d\d)\s?uur\b))(?![\w:]|\.\d|-\d{3})",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?<!\w)(?:ca\.?\s|circa\s|ongeveer\s|about\s)?(?:(?P<amount>\d{1,3}|half|anderhalf|een|één|an?)\s?)?"
    r"(?P<unit>min(?:uten|uut|utes?|s)?\.?|kwartier|uur|uren|u|hours?)\s(?:geleden|ago|terug)\b",
    re.IGNORECASE,
)
_JUST_NOW = re.compile(
    r"(?<!\w)(?:zojuist|zonet|daarnet|just\snow|(?<!het\s)(?<!dit\s)(?<!een\s)net"
    r"(?=\s(?:ge|ont|uitge|aange|opge|binnen|begonnen|vertrokken|bekend)\w*|,))(?!\w)",
    re.IGNORECASE,
)


def find_times(text: str, now: datetime) -> Iterator[tuple[int, int, datetime]]:
    """(start, end, moment in UTC) of each time that a text names, clocks being in Amsterdam.

    `now` is aware. A clock time without a day is the nearest to now, where the future counts
    double, since a report tells of what was: at ten past midnight "23:50" was yesterday.
    "net" counts only where it means "just now", not in "het net".
    """
    local = now.astimezone(AMSTERDAM)
    for match in _CLOCK.finditer(text):
        minute = int(match["minute"] or match["minute_2"] or 0)
        day = (match["day"] or "").casefold()
        yield *match.span(), _nearest(local, int(match["hour"]), minute, day)
    for match in _AGO.finditer(text):
        if match["amount"] or match["unit"].casefold() in ("kwartier", "uur"):
            yield *match.span(), local.astimezone(UTC) - _ago(match["amount"] or "1", match["unit"])
    for match in _JUST_NOW.finditer(text):
        yield *match.span(), local.astimezone(UTC)


def _nearest(local: datetime, hour: int, minute: int, day: str) -> datetime:
    offsets: tuple[int, ...] = (-1, 0, 1)
    if day:
        offsets = (-1,) if day.startswith(("gister", "yester")) else (0,)
    moments = [
        (local + timedelta(days=offset))
        .replace(hour=hour, minute=minute, second=0, microsecond=0, fold=fold)
        .astimezone(UTC)
        for offset in offsets
        for fold in (0, 1)  # the hour that comes twice when summer time ends
    ]
    return min(moments, key=lambda moment: (_distance(moment - local), moment))


def _distance(away: timedelta) -> timedelta:
    return 2 * away if away > timedelta(0) else -away


def _ago(amount: str, unit: str) -> timedelta:
    words = {"half": 0.5, "anderhalf": 1.5, "een": 1.0, "één": 1.0, "a": 1.0, "an": 1.0}
    count = words.get(amount.casefold()) or float(amount)
    if unit.casefold().startswith("min"):
        return timedelta(minutes=count)
    if unit.casefold() == "kwartier":
        return timedelta(minutes=15 * count)
    return timedelta(hours=count)


# --- dates in the headers of mail ----------------------------------------------------------------

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "januari", "january"),
            ("feb", "februari", "february"),
            ("mrt", "maart", "mar", "march"),
            ("apr", "april"),
            ("mei", "may"),
            ("jun", "juni", "june"),
            ("jul", "juli", "july"),
            ("aug", "augustus", "august"),
            ("sep", "sept", "september"),
            ("okt", "oktober", "oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}
_HAS_ZONE = re.compile(r":\d\d\s+(?:[+-]\d{4}|UTC?|GMT|Z|[ECMP][SD]T)\b")
_DAY_MONTH = re.compile(r"\b(\d{1,2})[.\s-]+([a-z]{3,9})\.?[,\s-]+(\d{4})\b", re.IGNORECASE)
_MONTH_DAY = re.compile(r"\b([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})\b", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_DAY_FIRST = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")
_CLOCK_OF_DATE = re.compile(
    r"\b(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s*([ap])\.?m\b)?(?![\d.]*\d)", re.IGNORECASE
)


def read_date(text: str) -> datetime | None:
    """The moment in UTC of a date as mail programs write it, or None where it cannot be read.

    Reads RFC 5322 and ISO 8601, and what Outlook and Gmail show in Dutch and English; a date
    without an offset is in Amsterdam time, and 1-7-2026 is in July.
    """
    text = " ".join(text.split())
    for reader in (_rfc_date, datetime.fromisoformat, _shown_date):
        try:
            moment = reader(text)
            return (moment if moment.tzinfo else moment.replace(tzinfo=AMSTERDAM)).astimezone(UTC)
        except (ValueError, TypeError, OverflowError, IndexError):
            continue  # not this way of writing
    return None


def _rfc_date(text: str) -> datetime:
    """A date of RFC 5322 with its zone; the library would take "2:05 PM" for five past two."""
    if not _HAS_ZONE.search(text):
        raise ValueError(text)
    moment = parsedate_to_datetime(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)  # "-0000"


def _shown_date(text: str) -> datetime:
    """A date as shown to people. Raises ValueError."""
    year, month, day, end = _day_of(text)
    clock = _CLOCK_OF_DATE.search(text, end) or _CLOCK_OF_DATE.search(text[: max(0, end - 8)])
    if clock is None:
        return datetime(year, month, day)
    hour = int(clock[1])
    if clock[4]:
        hour = hour % 12 + (12 if clock[4] in "pP" else 0)
    return datetime(year, month, day, hour, int(clock[2]), int(clock[3] or 0))


def _day_of(text: str) -> tuple[int, int, int, int]:
    """Year, month, day, and where in the text they end. Raises ValueError."""
    if found := _DAY_MONTH.search(text):
        month = _MONTHS.get(found[2].casefold())
        if month:
            return int(found[3]), month, int(found[1]), found.end()
    if found := _MONTH_DAY.search(text):
        month = _MONTHS.get(found[1].casefold())
        if month:
            return int(found[3]), month, int(found[2]), found.end()
    if found := _YEAR_FIRST.search(text):
        return int(found[1]), int(found[2]), int(found[3]), found.end()
    if found := _DAY_FIRST.search(text):
        return int(found[3]), int(found[2]), int(found[1]), found.end()
    raise ValueError(text)
