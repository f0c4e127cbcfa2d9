"""What an alert becomes: the fields of a report, under their names in the log."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, datetime
from typing import Any

from kcr2desk.exchange.alert_text import (
    MAX_TITLE,
    cut,
    infos_to_read,
    one_line,
    plain,
    text_of_infos,
    title_of,
)
from kcr2desk.exchange.cap_model import Alert, Info
from kcr2desk.exchange.edxl_de import Envelope
from kcr2desk.exchange.feeds import Entry, is_web_address
from kcr2desk.exchange.problems import Language, Problem

MAX_TEXT = 200_000

_REALITY = {
    "Actual": "actual",
    "Exercise": "exercise",
    "System": "system",
    "Test": "test",
    "Draft": "draft",
}
_FROM_REAL_TO_UNREAL = tuple(_REALITY.values())

_FOLLOWS = {"Update": "update", "Cancel": "cancel", "Ack": "ack", "Error": "error"}

_DISCIPLINE = {
    # The Dutch organisation that such an event is for in the first place. What may be anybody's
    # is left to the officer as "general": Met and Geo are most often only news, Rescue is a
    # technical rescue as well as a missing child, Safety and Env cover too much.
    "Fire": "fire",
    "CBRNE": "fire",  # hazardous substances (IBGS) belong to the fire service
    "Health": "medical",
    "Security": "police",
    "Transport": "infrastructure",
    "Infra": "infrastructure",
}
_REGION = re.compile(r"VR(?:0[1-9]|1[0-9]|2[0-5])")


@dataclass(frozen=True, slots=True)
class AlertReport:
    """The fields of a report that an alert fills; times are UTC.

    `external_id` is "sender,identifier,sent" with the time in UTC (`cap_values.external_id`), or
    the id of the entry for what a feed only announces. `follows_ids` are written the same way,
    so that an Update which comes first is found by the alert that comes later. `alert` is JSON:
    all infos, areas and remarks, without the bytes of enclosed resources.
    """

    title: str
    text: str
    informant: str
    channel: str
    occurred_at: datetime | None
    observed_at: datetime | None
    sent_at: datetime | None
    urgent: bool
    reality: str
    external_id: str
    follows_ids: tuple[str, ...]
    follows_how: str
    links: tuple[str, ...]
    discipline: str
    region: str
    alert: dict[str, Any]
    remarks: tuple[Problem, ...]


def reality_of(status: str) -> str:
    """The reality of a report ("actual", "exercise", …) for a status of CAP or EDXL-DE.

    Raises KeyError for any other text.
    """
    return _REALITY[status]


def least_real(realities: Iterable[str]) -> str:
    """The one that is furthest from the real thing; "actual" when there are none."""
    return max(realities, key=_FROM_REAL_TO_UNREAL.index, default="actual")


def report_of_alert(
    alert: Alert,
    entry: Entry | None,
    envelopes: tuple[Envelope, ...],
    on_file: tuple[Problem, ...],
    language: Language,
) -> AlertReport:
    """The report of a whole CAP alert, also when a feed or an envelope brought it.

    It is as real as the least real of the alert itself and the envelopes around it. `on_file` are
    remarks on the file as a whole.
    """
    infos = infos_to_read(alert.infos, language)
    first = infos[0] if infos else None
    statuses = (alert.status, *(e.status for e in envelopes if e.status))
    reality = least_real(reality_of(status) for status in statuses)
    text = text_of_infos(infos, alert.note, language)
    remarks = (
        *on_file,
        *(remark for envelope in envelopes for remark in envelope.remarks),
        *alert.remarks,
        *_too_long(text, alert.file, alert.line),
    )
    return AlertReport(
        title=title_of(alert, first, language),
        text=cut(text, MAX_TEXT),
        informant=_informant(first, alert.sender),
        channel="feed" if entry else "cap",
        # Without a time of its own an info holds from the moment of sending (CAP 1.2, 3.2.2).
        occurred_at=_utc(_starts(first) or alert.sent),
        observed_at=_utc(alert.sent) if first and first.certainty == "Observed" else None,
        sent_at=_utc(alert.sent),
        urgent=_is_urgent(alert, reality),
        reality=reality,
        external_id=alert.external_id,
        follows_ids=_follows_ids(alert),
        follows_how=_FOLLOWS.get(alert.message_type, ""),
        links=_links(alert.infos, entry),
        discipline=_discipline(infos),
        region=_region(alert.infos),
        alert=_document("cap", alert, remarks, entry=entry, envelopes=envelopes),
        remarks=remarks,
    )


def report_of_entry(
    entry: Entry, inline: Alert | None, on_file: tuple[Problem, ...], language: Language
) -> AlertReport:
    """The report of an entry that only announces an alert; `inline` are its loose CAP elements."""
    infos = inline.infos if inline else ()
    first = infos[0] if infos else None
    stated = inline is not None and inline.status != ""
    reality = reality_of(inline.status) if inline and stated else "actual"
    details = text_of_infos(infos, inline.note if inline else "", language)
    text = "\n\n".join(part for part in (plain(entry.summary), details) if part)
    title = one_line(entry.title) or (one_line(first.event) if first else "") or one_line(text)
    remarks = (
        *on_file,
        *(inline.remarks if inline else ()),
        *(() if entry.has_own_id else (Problem(entry.file, entry.line, "entry-without-id"),)),
        *(() if stated else (Problem(entry.file, entry.line, "status-unstated"),)),
        *_too_long(text, entry.file, entry.line),
    )
    return AlertReport(
        title=cut(title, MAX_TITLE),
        text=cut(text, MAX_TEXT),
        informant=_informant(first, inline.sender if inline else "") or one_line(entry.author),
        channel="feed",
        occurred_at=_utc(_starts(first)),
        observed_at=None,
        sent_at=_utc((inline.sent if inline else None) or entry.updated),
        urgent=inline is not None and _is_urgent(inline, reality),
        reality=reality,
        external_id=(inline.external_id if inline else "") or entry.id,
        follows_ids=_follows_ids(inline) if inline else (),
        follows_how=_FOLLOWS.get(inline.message_type, "") if inline else "",
        links=_links(infos, entry),
        discipline=_discipline(infos),
        region=_region(infos),
        alert=_document("feed", inline, remarks, entry=entry),
        remarks=remarks,
    )


def _too_long(text: str, file: str, line: int | None) -> tuple[Problem, ...]:
    return (Problem(file, line, "text-cut", str(MAX_TEXT)),) if len(text) > MAX_TEXT else ()


def _informant(info: Info | None, sender: str) -> str:
    return cut(one_line(info.sender_name if info else "") or sender, MAX_TITLE)


def _starts(info: Info | None) -> datetime | None:
    return (info.onset or info.effective) if info else None


def _utc(moment: datetime | None) -> datetime | None:
    return moment.astimezone(UTC) if moment else None


def _is_urgent(alert: Alert, reality: str) -> bool:
    """Whether an officer must acknowledge it: grave, near and likely, and no mere test.

    An exercise can be urgent, for those who play in it.
    """
    return (
        reality in ("actual", "exercise")
        and alert.message_type in ("Alert", "Update")
        and any(
            info.severity in ("Extreme", "Severe")
            and info.urgency in ("Immediate", "Expected")
            and info.certainty in ("Observed", "Likely")
            for info in alert.infos
        )
    )


def _follows_ids(alert: Alert) -> tuple[str, ...]:
    """What an Update, Cancel, Ack or Error is about.

    An Alert that refers to others (a heartbeat lists the last ten) continues none of them.
    """
    if alert.message_type not in _FOLLOWS:
        return ()
    ids = dict.fromkeys(reference.external_id for reference in alert.references)
    return tuple(name for name in ids if name != alert.external_id)


def _links(infos: tuple[Info, ...], entry: Entry | None) -> tuple[str, ...]:
    found = list(entry.links) if entry else []
    for info in infos:
        found += [info.web, *(resource.uri for resource in info.resources)]
    return tuple(dict.fromkeys(link for link in found if is_web_address(link)))


def _discipline(infos: tuple[Info, ...]) -> str:
    """The first category that points at one organisation decides."""
    categories = (category for info in infos for category in info.categories)
    return next((_DISCIPLINE[c] for c in categories if c in _DISCIPLINE), "general")


def _region(infos: tuple[Info, ...]) -> str:
    """The safety region, only when the alert names exactly one by its code ("VR06").

    The codes of MeteoAlarm and of provinces do not coincide with the safety regions.
    """
    codes = {pair.value for info in infos for area in info.areas for pair in area.geocodes}
    regions = {code for code in codes if _REGION.fullmatch(code)}
    return regions.pop() if len(regions) == 1 else ""


def _document(
    form: str,
    alert: Alert | None,
    remarks: tuple[Problem, ...],
    *,
    entry: Entry | None = None,
    envelopes: tuple[Envelope, ...] = (),
) -> dict[str, Any]:
    """Everything that was read, as JSON; "infos" and "remarks" are always there."""
    return {
        "infos": [],
        **(_json(alert) if alert else {}),
        "format": form,
        "remarks": _json(remarks),
        "envelopes": _json(envelopes),
        "entry": _json(entry),
    }


def _json(value: Any) -> Any:
    """A record as JSON: times as ISO 8601 with the sender's offset, bytes as their number."""
    if is_dataclass(value):
        return {field.name: _json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_json(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return len(value) if isinstance(value, bytes) else value
