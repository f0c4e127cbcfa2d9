"""The columns of the list of reports, and what each says of a report."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from PySide6.QtCore import QCoreApplication

from kcr2desk.desk import kit, texts
from kcr2desk.desk.parts import words
from kcr2desk.store.query import ReportLine
from kcr2desk.store.search import marks

translate = QCoreApplication.translate

SLOTS: Final = 4096
"""Places in the order of lists within one millisecond."""

DAY: Final = timedelta(days=1)
OLD: Final = timedelta(hours=2)
"""From this age on a report that is still being worked on may no longer be so."""


def columns() -> tuple[kit.Column, ...]:
    """The columns from left to right; `yields` says which a narrow window misses first."""
    return (
        kit.Column("time", lambda: translate("Reports", "Time"), 58, right=True),
        kit.Column("age", lambda: translate("Reports", "Age"), 62, right=True, yields=1),
        kit.Column("source", lambda: translate("Reports", "Source"), 104, yields=2),
        kit.Column("grade", lambda: translate("Reports", "Grade"), 68),
        kit.Column(
            "discipline",
            lambda: translate("Reports", "Disc."),
            46,
            tip=lambda: translate("Reports", "Discipline"),
        ),
        kit.Column("region", lambda: translate("Reports", "Region"), 66, yields=4),
        kit.Column("title", lambda: translate("Reports", "Title"), 340, stretch=True, least=180),
        kit.Column("incident", lambda: translate("Reports", "Incident"), 132, yields=5),
        kit.Column("status", lambda: translate("Reports", "Status"), 110),
        kit.Column("owner", lambda: translate("Reports", "Owner"), 72, yields=3),
    )


def received(line: ReportLine) -> datetime:
    """When it came in; of a report that does not say, when it was made (its place tells)."""
    known = line.received_at
    return datetime.fromtimestamp((line.place // SLOTS if known is None else known) / 1000, UTC)


def urgent_open(line: ReportLine) -> bool:
    """Urgent, and nobody said that it was seen."""
    open_ = line.status in ("new", "in_progress")
    return line.urgent and not line.acknowledged_by and open_ and not line.superseded


def row_tone(line: ReportLine) -> str:
    """The edge of a row: red while it must be acknowledged, else the exercise's for no reality."""
    if urgent_open(line):
        return "urgent"
    return "exercise" if line.reality in ("exercise", "test") else ""


def cells(
    line: ReportLine, now: datetime, me: str, search: str = "", *, left: bool = False
) -> tuple[kit.Cell, ...]:
    """The cells of a row, in the order of `columns`.

    `me` is the account that looks; `left` says that the report no longer passes the filter.
    """
    strong = line.unread and not left
    tone = "muted" if left or line.superseded else "text"
    return (
        _time(line, now, strong),
        _age(line, now),
        _source(line, search, strong, tone),
        _grade(line),
        _discipline(line),
        _region(line),
        _title(line, search, strong, tone, left),
        kit.Cell(line.incident_title, tone, tip=line.incident_title),
        _status(line),
        _owner(line, me),
    )


def aged(
    made: tuple[kit.Cell, ...], line: ReportLine, now: datetime, *, left: bool = False
) -> tuple[kit.Cell, ...]:
    """The same cells at a later moment; the very same ones while they say the same."""
    fresh = (_time(line, now, line.unread and not left), _age(line, now))
    return made if made[:2] == fresh else fresh + made[2:]


def _time(line: ReportLine, now: datetime, strong: bool) -> kit.Cell:
    when = received(line)
    tip = f"{texts.moment_full(when, line.region)}\n{texts.utc(when)}"
    return kit.Cell(short_moment(when, now), "muted", strong=strong, right=True, tip=tip)


def short_moment(when: datetime, now: datetime) -> str:
    """`14:05` within a day (its age stands beside it), `13 jul` before, `7-2025` years ago."""
    local, today = when.astimezone(texts.AMSTERDAM), now.astimezone(texts.AMSTERDAM)
    if timedelta(0) <= now - when < DAY or local.date() == today.date():
        return f"{local:%H:%M}"
    if local.year == today.year:
        return texts.day(when)
    return f"{local.month}-{local.year}"


def _age(line: ReportLine, now: datetime) -> kit.Cell:
    when = received(line)
    old = line.status in ("new", "in_progress") and now - when > OLD
    return kit.Cell(
        texts.age(when, now), "muted", old=old, right=True, tip=texts.moment_full(when, line.region)
    )


def _source(line: ReportLine, search: str, strong: bool, tone: str) -> kit.Cell:
    name = line.informant or words.region_short(line.source)
    return kit.Cell(
        name,
        tone,
        strong=strong,
        marks=_found(search, name),
        tip=" · ".join(part for part in (name, words.channel(line.channel)) if part),
    )


def _grade(line: ReportLine) -> kit.Cell:
    text, tone, sign = kit.grade_look(line.reliability, line.credibility)
    tip = words.grade_words(line.reliability, line.credibility)
    return kit.Cell(text, tone, sign, strong=True, pill=bool(text), tip=tip)


def _discipline(line: ReportLine) -> kit.Cell:
    return kit.Cell(
        icon=words.discipline_icon(line.discipline),
        icon_tone="muted",
        tip=words.discipline(line.discipline),
    )


def _region(line: ReportLine) -> kit.Cell:
    place = " · ".join(
        part
        for part in (words.region(line.region), words.municipality(line.municipality), line.spot)
        if part
    )
    return kit.Cell(words.region_short(line.region), tip=place)


def _title(line: ReportLine, search: str, strong: bool, tone: str, left: bool) -> kit.Cell:
    tag, tag_tone = words.reality(line.reality), "exercise"
    if line.superseded:
        tag = " · ".join(part for part in (tag, words.superseded(line.superseded)) if part)
        tag_tone = "exercise" if line.reality in ("exercise", "test") else "muted"
    icon, icon_tone = "", ""
    if line.urgent:
        icon, icon_tone = "alert", "urgent" if urgent_open(line) else "muted"
    return kit.Cell(
        line.title,
        tone,
        icon=icon,
        icon_tone=icon_tone,
        strong=strong,
        marks=_found(search, line.title),
        tag=tag,
        tag_tone=tag_tone,
        signs=_signs(line),
        strike=bool(line.superseded),
        tip="\n".join((line.title, *_remarks(line, left))),
    )


def _found(search: str, text: str) -> tuple[tuple[int, int], ...]:
    """The matches of a search in a text that is shown, as (start, length)."""
    if not search:
        return ()
    return tuple((start, end - start) for start, end in marks(text, search))


def _signs(line: ReportLine) -> tuple[tuple[str, str], ...]:
    signs = []
    if line.conflict:
        signs.append(("conflict", "attention"))
    if line.pending:
        signs.append(("wait", "muted"))
    if line.attachments:
        signs.append(("paperclip", "muted"))
    return tuple(signs)


def _remarks(line: ReportLine, left: bool) -> list[str]:
    """What the signs of a row mean, for its tool tip."""
    remarks = [line.number] if line.number else []
    if urgent_open(line):
        remarks.append(translate("Reports", "Urgent: must be acknowledged"))
    elif line.urgent and line.acknowledged_by:
        said = translate("Reports", "Urgent, acknowledged by {name}")
        remarks.append(said.format(name=line.acknowledged_by))
    if line.conflict:
        remarks.append(translate("Reports", "Needs a decision: two edits of one field"))
    if line.pending:
        remarks.append(translate("Reports", "Saved on this workstation, waiting for the line"))
    if line.attachments:
        remarks.append(translate("Reports", "%n attachment(s)", None, line.attachments))
    if left:
        remarks.append(translate("Reports", "No longer passes the filter; goes when you scroll"))
    return remarks


def _status(line: ReportLine) -> kit.Cell:
    said = words.status(line.status)
    return kit.Cell(said[:1].upper() + said[1:], words.status_tone(line.status), pill=True)


def _owner(line: ReportLine, me: str) -> kit.Cell:
    if not line.owner:
        return kit.Cell()
    if line.owner == me:
        return kit.Cell(translate("Reports", "me"), "text", icon="person", tip=line.owner)
    return kit.Cell(line.owner, "muted", tip=line.owner)
