"""The words of the timeline: names of rows, states on bars, and the story behind a row."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kcr2desk.core import relief
from kcr2desk.core.bijstand import Commitment
from kcr2desk.core.book import Book
from kcr2desk.core.relief import Gap
from kcr2desk.desk import texts
from kcr2desk.desk.bijstand import request_words
from kcr2desk.desk.bijstand.timeline_rows import Grouping, Row

translate = QCoreApplication.translate


def state(code: str) -> str:
    """The word on a bar."""
    if code == "provisional":
        return translate("Timeline", "provisional")
    return request_words.commitment_status(code)


def heading(book: Book, row: Row, grouping: Grouping) -> str:
    """The name of a group: the title of a request, or an owner."""
    if grouping == "owner":
        return request_words.owner(book, row.group)
    request = book.request(row.group)
    if request is None:
        return translate("Timeline", "Without a request · {region}").format(
            region=request_words.owner(book, row.region) if row.region else "?"
        )
    return request.title


def beside(book: Book, row: Row, grouping: Grouping) -> str:
    """What stands behind the name of a group: number and region of a request."""
    request = book.request(row.group) if grouping == "request" else None
    if request is None:
        return ""
    region = request_words.owner(book, request.region) if request.region else ""
    return " · ".join(part for part in (request.number, region) if part)


def name(book: Book, row: Row, grouping: Grouping) -> str:
    """The name of a row: `2 × Peloton · Twente`; under an owner where it goes."""
    one = row.commitment
    if one is None:
        return heading(book, row, grouping)
    unit = book.unit(one.unit)
    what = (unit.name if unit is not None else "") or (
        f"{texts.number(one.quantity)} × {request_words.resource_short(book, one.resource)}"
    )
    if grouping == "request":
        return f"{what} · {request_words.owner(book, one.owner)}"
    return f"{what} → {request_words.owner(book, row.region)}" if row.region else what


def gap_word(gap: Gap) -> str:
    """What is the matter with the relief, on the bar."""
    if gap.kind == "none":
        return translate("Timeline", "no relief")
    assert gap.end is not None  # what comes late comes at some moment
    length = texts.span(gap.end - gap.start)
    return translate("Timeline", "relief {span} late").format(span=length)


def overdue_word(one: Commitment, now: datetime) -> str:
    """How long it should have been back."""
    assert one.until_at is not None
    return translate("Timeline", "over time {span}").format(span=texts.span(now - one.until_at))


def period(start: datetime | None, end: datetime | None, now: datetime, region: str) -> str:
    """From when until when, for an island by its own clock too."""
    first = "?" if start is None else _moment(start, now, region)
    last = translate("Timeline", "no end known") if end is None else _moment(end, now, region)
    return f"{first} – {last}"


def _moment(when: datetime, now: datetime, region: str) -> str:
    said = texts.moment(when, now)
    return f"{said} NL · {texts.island_clock(when)}" if region in texts.ISLANDS else said


def story(book: Book, row: Row, now: datetime) -> list[str]:
    """Lines that say all of a row: for hover, and for who hears the screen."""
    one = row.commitment
    if one is None:
        return []
    what = f"{texts.number(one.quantity)} × {request_words.resource(book, one.resource)}"
    lines = [f"{what} · {request_words.owner(book, one.owner)}"]
    unit = book.unit(one.unit)
    if unit is not None:
        lines.append(unit.name)
    if row.region:
        goes = request_words.owner(book, row.region)
        lines.append(translate("Timeline", "Goes to {region}").format(region=goes))
    code = one.status
    if code == "promised" and one.firmness == "provisional":
        code = "provisional"
    span = period(relief.begin(one), relief.finish(one), now, row.region)
    lines.append(f"{state(code)} · {span}")
    for at, said in _noted(one):
        lines.append(f"{said} {_moment(at, now, row.region)}")
    if row.overdue:
        lines.append("! " + overdue_word(one, now))
    if row.gap is not None:
        since = _moment(row.gap.start, now, row.region)
        lines.append(f"! {gap_word(row.gap)} · {since}")
    return lines


def _noted(one: Commitment) -> list[tuple[datetime, str]]:
    known = (
        (one.departed_at, translate("Timeline", "departed")),
        (one.eta if one.arrived_at is None else None, translate("Timeline", "expected on site")),
        (one.arrived_at, translate("Timeline", "arrived")),
        (one.relief_at, translate("Timeline", "relief at")),
        (one.relieved_at, translate("Timeline", "relieved")),
        (one.released_at, translate("Timeline", "released")),
        (one.returned_at, translate("Timeline", "back")),
    )
    return [(at, said) for at, said in known if at is not None]
