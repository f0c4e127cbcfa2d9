"""The time axis of the timeline and of the chart of demand: ticks where a clock on the wall has
them, also in the nights in which the clocks change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from kcr2desk.desk import texts

STEPS: Final = (5, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7 * 1440, 28 * 1440)
"""Minutes between two ticks."""

NARROWEST: Final = 64
"""Pixels that a tick with its words needs."""

DAY: Final = 1440


def step_for(seconds: float, pixels: float) -> int:
    """The smallest step, in minutes, whose words do not touch."""
    most = max(1.0, pixels / NARROWEST)
    return next((s for s in STEPS if seconds / (s * 60) <= most), STEPS[-1])


def ticks(start: float, end: float, step: int, zone: ZoneInfo) -> list[tuple[float, str]]:
    """Seconds since 1970 and words of each tick in `start` <= t <= `end`.

    They stand at whole steps of the local clock. Where a night has an hour twice, steps of an
    hour and less show both, with what sets them apart (`02:00+2`, `02:00+1`); longer steps show
    the first. An hour that a night does not have has no tick.
    """
    found: list[tuple[float, str]] = []
    for moment in _moments(start, end, step, zone):
        local = moment.astimezone(zone)
        found.append((moment.timestamp(), _words(local, zone)))
    return found


def _moments(start: float, end: float, step: int, zone: ZoneInfo) -> Iterator[datetime]:
    if step >= DAY:
        yield from _midnights(start, end, step // DAY, zone)
        return
    stride = min(step, 60)
    first = int(start // (stride * 60)) * stride * 60
    for at in range(first, int(end) + 1, stride * 60):
        if at < start:
            continue
        moment = datetime.fromtimestamp(at, UTC)
        local = moment.astimezone(zone)
        if (local.hour * 60 + local.minute) % step == 0 and not (local.fold and step > 60):
            yield moment


def _midnights(start: float, end: float, days: int, zone: ZoneInfo) -> Iterator[datetime]:
    date = datetime.fromtimestamp(start, UTC).astimezone(zone).date()
    date -= timedelta(days=date.toordinal() % days)
    while True:
        moment = datetime(date.year, date.month, date.day, tzinfo=zone).astimezone(UTC)
        if moment.timestamp() > end:
            return
        if moment.timestamp() >= start:
            yield moment
        date += timedelta(days=days)


def _words(local: datetime, zone: ZoneInfo) -> str:
    if local.hour == 0 and local.minute == 0:
        return texts.day(local, zone)
    words = f"{local:%H:%M}"
    if local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset():
        return words
    offset = local.utcoffset() or timedelta()
    return f"{words}{offset.total_seconds() / 3600:+.0f}"
