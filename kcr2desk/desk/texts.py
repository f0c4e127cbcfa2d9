"""Times, ages, numbers and sizes as an officer reads them, in the language of the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QObject

translate = QCoreApplication.translate

AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")
BONAIRE: Final = ZoneInfo("America/Kralendijk")
"""The islands keep UTC-4 all year."""

ISLANDS: Final = frozenset({"BQ-BO", "BQ-SE", "BQ-SA", "AW", "CW", "SX"})
"""Region codes whose times are shown in their own zone beside that of the Netherlands."""


def language() -> str:
    """The language of the screen, "nl" or "en": for sentences and names that core makes."""
    return "nl" if QLocale().language() == QLocale.Language.Dutch else "en"


def clock(when: datetime, zone: tzinfo = AMSTERDAM) -> str:
    """`14:05`."""
    return f"{when.astimezone(zone):%H:%M}"


def clock_exact(when: datetime, zone: tzinfo = AMSTERDAM) -> str:
    """`14:05:12`."""
    return f"{when.astimezone(zone):%H:%M:%S}"


def day(when: datetime, zone: tzinfo = AMSTERDAM) -> str:
    """`12 mrt`, in the language of the screen."""
    local = when.astimezone(zone)
    text = QLocale().toString(QDate(local.year, local.month, local.day), "d MMM")
    return str(text).rstrip(".")


def moment(when: datetime, now: datetime, zone: tzinfo = AMSTERDAM) -> str:
    """As short as is clear: `14:05` today, `12 mrt 14:05` this year, else with the year."""
    local, today = when.astimezone(zone), now.astimezone(zone)
    if local.date() == today.date():
        return clock(when, zone)
    year = "" if local.year == today.year else f" {local.year}"
    return f"{day(when, zone)}{year} {clock(when, zone)}"


def moment_full(when: datetime, region: str = "") -> str:
    """`do 12 mrt 2026 14:05:12`; for an island its own clock beside it."""
    local = when.astimezone(AMSTERDAM)
    date = QLocale().toString(QDate(local.year, local.month, local.day), "ddd d MMM yyyy")
    text = f"{date} {clock_exact(when)}"
    return f"{text} · {island_clock(when)}" if region in ISLANDS else text


def clocks(when: datetime, region: str = "") -> str:
    """`14:05`, or `14:05 NL · 09:05 BON` where the region is an island."""
    if region not in ISLANDS:
        return clock(when)
    return f"{clock(when)} NL · {island_clock(when)}"


def island_clock(when: datetime) -> str:
    """`09:05 BON`."""
    return f"{clock(when, BONAIRE)} BON"


def age(when: datetime, now: datetime) -> str:
    """How old: `nu`, `4 min`, `3 u`, `2 d`; a moment to come reads `over 4 min`."""
    passed = now - when
    if passed < timedelta(0):
        return (
            translate("texts", "now")
            if passed > -timedelta(minutes=1)
            else translate("texts", "in {age}").format(age=span(-passed))
        )
    return translate("texts", "now") if passed < timedelta(minutes=1) else span(passed)


def span(length: timedelta) -> str:
    """A length of time in its largest whole unit: `45 s`, `12 min`, `3 u`, `2 d`."""
    seconds = int(length.total_seconds())
    if seconds < 60:
        return translate("texts", "{n} s").format(n=seconds)
    if seconds < 3600:
        return translate("texts", "{n} min").format(n=seconds // 60)
    if seconds < 48 * 3600:
        return translate("texts", "{n} h").format(n=seconds // 3600)
    return translate("texts", "{n} d").format(n=seconds // 86400)


def number(value: int | float, decimals: int = 0) -> str:
    """`12.345` in Dutch, `12,345` in English."""
    locale = QLocale()
    return str(
        locale.toString(value) if isinstance(value, int) else locale.toString(value, "f", decimals)
    )


def size(octets: int) -> str:
    """`1,2 MB`: the size of a file."""
    return str(
        QLocale().formattedDataSize(octets, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    )


def utc(when: datetime) -> str:
    """`2026-03-12 13:05:12 UTC`, for tool tips that must leave no doubt."""
    return f"{when.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


class OnLanguage(QObject):
    """Calls `run` now and whenever the language changes.

    Make it a child of the widget whose words `run` sets: Qt sends the change to every widget
    and from there to its children.
    """

    def __init__(self, parent: QObject, run: Callable[[], None]) -> None:
        super().__init__(parent)
        self._run = run
        run()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self._run()
            return True
        return super().event(event)
