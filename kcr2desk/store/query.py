"""What is asked of the cache and what comes back: data only, safe to hand between threads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportQuery:
    """Which reports a list shows. Choices within one field add up; fields narrow each other down.

    `streams` empty: those of every stream. A value "" in a choice asks for what was left empty
    (`regions=("", "VR06")`). `since` <= time of receipt < `until`, milliseconds since 1970 UTC.
    `text` is what the officer typed, see `store.search`. `removed` shows removed reports too.
    """

    streams: tuple[str, ...] = ("national",)
    status: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    disciplines: tuple[str, ...] = ()
    reliability: tuple[str, ...] = ()
    credibility: tuple[str, ...] = ()
    incident: str = ""
    owner: str = ""
    since: int | None = None
    until: int | None = None
    text: str = ""
    unread: bool = False
    urgent_open: bool = False
    removed: bool = False


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One report as a table shows it. Times are milliseconds since 1970 UTC, None when unknown.

    `place` is its place in the order of lists (newer is higher) and names it to `page`. `spot` is
    the place that it is about. `superseded` says what later alerts did to it: "", "update" or
    "cancel". `pending`: an own change that the hub did not confirm yet. `conflict`: two edits of a
    field wait for a person. `attachments` are counted.
    """

    id: str
    place: int
    stream: str
    number: str
    title: str
    received_at: int | None
    occurred_at: int | None
    entered_at: int | None
    informant: str
    source: str
    channel: str
    reliability: str
    credibility: str
    discipline: str
    region: str
    municipality: str
    spot: str
    incident: str
    incident_title: str
    status: str
    owner: str
    urgent: bool
    acknowledged_by: str
    reality: str
    follows_how: str
    superseded: str
    unread: bool
    pending: bool
    conflict: bool
    attachments: int


@dataclass(frozen=True, slots=True)
class Page:
    """Part of a list, newest first. `more`: there is more in the direction that was asked."""

    lines: tuple[ReportLine, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Count:
    """How many reports a query finds. Not `exact`: at least so many, show "1.000+"."""

    number: int
    exact: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that a search found. `marks` are (start, end) of what matched in `excerpt`.

    `when` is the time of receipt, or of making, in milliseconds since 1970 UTC.
    """

    type: str
    id: str
    title: str
    number: str
    excerpt: str
    marks: tuple[tuple[int, int], ...]
    when: int


@dataclass(frozen=True, slots=True)
class HourCount:
    """How many reports of one discipline came in within the hour that starts at `hour_ms`."""

    hour_ms: int
    discipline: str
    count: int
