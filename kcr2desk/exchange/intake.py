"""What came from outside, as records: one way for the panel, the command line and the hub.

    taken = take_in(path.read_bytes(), path.name, now=now)
    for item in taken.items:
        store.save(item.stream, changes(item))      # and put the bytes of item.files in the store

Ids are derived from what the thing calls itself, so the same alert or mail brought in twice, on
two desks or in another order, is one report, and an Update that comes first is found by its alert.
"""

from __future__ import annotations

import hashlib
import mimetypes
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Literal

from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import Kind
from kcr2desk.core.ids import derived_id
from kcr2desk.core.records import RECORD_TYPES, blank_values, wire_values
from kcr2desk.exchange import alerts, mail, msg
from kcr2desk.exchange.alerts import AlertReport
from kcr2desk.exchange.mail import MailReport
from kcr2desk.exchange.problems import Language, Problem

FileKind = Literal["", "cap", "mail"]
"""What a file is said to be; "" leaves that to its content."""

NATIONAL = "national"
TEST = "test"
"""The stream of alerts that no open exercise claims (design.md §4): never beside real ones."""

_MILLISECONDS = 1000
_SENT = re.compile(r",(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z\Z")
_MSG_ENDINGS = (".eml", ".msg")
_MAIL_TYPES = {".eml": "message/rfc822", ".msg": "application/vnd.ms-outlook"}
_XML_ENDINGS = (".cap", ".xml", ".atom", ".rss", ".edxlde")


@dataclass(frozen=True)
class File:
    """Bytes that are kept with a report; all reports from one file of alerts share one of these."""

    name: str
    media_type: str
    data: bytes

    @cached_property
    def digest(self) -> str:
        """SHA-256 in hex: the name of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Item:
    """One report to be: its id, stream and fields, the files with it, and what is odd about it."""

    id: str
    stream: str
    fields: Mapping[str, Any]
    files: tuple[File, ...] = ()
    remarks: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What one file gave: reports, and a problem for each thing that became none."""

    items: tuple[Item, ...]
    problems: tuple[Problem, ...]


def take_in(
    data: bytes,
    file: str,
    *,
    now: datetime,
    language: Language = "nl",
    kind: FileKind = "",
) -> TakenIn:
    """Read a file of mail (.eml, .msg) or of alerts (CAP, Atom, RSS, EDXL-DE).

    Which of them it is follows from its content, unless somebody says it by `kind`; its name
    decides only in doubt. `now` (aware) is when it was received. Never raises for what is in the
    file.
    """
    if kind == "mail" or (not kind and _looks_like_mail(data, file)):
        read = mail.read_mail(data, file)
        if isinstance(read, Problem):
            return TakenIn((), (read,))
        return TakenIn((item_of(read, _original(data, file), now=now),), ())
    batch = alerts.read_alerts(data, file, language=language)
    original = _original(data, file)
    return TakenIn(
        tuple(item_of(alert, original, now=now) for alert in batch.alerts), batch.problems
    )


def take_in_pasted(text: str, *, now: datetime) -> Item | None:
    """The report of a mail that was pasted with its headers; None where the text is no mail."""
    read = mail.read_pasted(text)
    return None if read is None else item_of(read, None, now=now)


def item_of(read: AlertReport | MailReport, original: File | None, *, now: datetime) -> Item:
    """The report of what was read; `original` is the file that it came in."""
    files: list[File] = [] if original is None else [original]
    if isinstance(read, MailReport):
        files += [File(each.name, each.media_type, each.data) for each in read.attachments]
    return Item(
        report_id(read), stream_of(read), report_fields(read, now=now), tuple(files), read.remarks
    )


def report_id(item: AlertReport | MailReport) -> str:
    """The id of the report of an alert or a mail: the same wherever and whenever it is made."""
    return id_of(item.external_id)


def id_of(external_id: str) -> str:
    """The id of the report of what calls itself `external_id`.

    An alert's name ends in the time of sending, which becomes the time in the id. A Message-ID
    holds no time and a reply knows no more of what it answers, so mail counts from 1970.
    """
    sent = _SENT.search(external_id)
    moment = 0
    if sent is not None:
        try:
            there = datetime.fromisoformat(sent[1]).replace(tzinfo=UTC)
            moment = max(0, int(there.timestamp()) * _MILLISECONDS)
        except ValueError:  # a time that no calendar has: the name alone tells it apart
            moment = 0
    return derived_id(moment, "report", external_id)


def stream_of(item: AlertReport | MailReport) -> str:
    """Where it belongs: what is not actual never stands among what is."""
    if isinstance(item, AlertReport) and item.reality != "actual":
        return TEST
    return NATIONAL


def report_fields(item: AlertReport | MailReport, *, now: datetime) -> dict[str, Any]:
    """The fields of the report, named and typed as in `core.records.Report`.

    An alert is received `now`; a mail when it was sent, since that is when it lay before us.
    """
    fields = _mail_fields(item) if isinstance(item, MailReport) else _alert_fields(item)
    fields["external_id"] = item.external_id
    fields["entered_at"] = now
    if fields.get("received_at") is None or fields["received_at"] > now:
        fields["received_at"] = now
    return {name: _fitted(name, value) for name, value in fields.items()}


def changes(item: Item, *, source: str = "KCR2") -> tuple[Change, ...]:
    """The changeset that makes the report and its attachments, as changes of one act."""
    made = [_new("report", item.id, {**item.fields, "source": source})]
    for file in {each.digest: each for each in item.files}.values():
        fields = {
            "about": item.id,
            "about_type": "report",
            "name": file.name,
            "media_type": file.media_type,
            "size": len(file.data),
            "digest": file.digest,
        }
        attachment = derived_id(0, "attachment", item.id, file.digest)
        made.append(_new("attachment", attachment, fields))
    return tuple(made)


def _new(type_name: str, record_id: str, fields: Mapping[str, Any]) -> Change:
    blank = blank_values(type_name)
    values = wire_values(type_name, fields)
    return Change(type_name, record_id, How.NEW, {n: v for n, v in values.items() if v != blank[n]})


def _alert_fields(alert: AlertReport) -> dict[str, Any]:
    follows = [id_of(name) for name in alert.follows_ids]
    first = min(alert.follows_ids, key=_sent_of, default=alert.external_id)
    return {
        "title": alert.title,
        "text": alert.text,
        "informant": alert.informant,
        "channel": alert.channel,
        "occurred_at": alert.occurred_at,
        "observed_at": alert.observed_at,
        "urgent": alert.urgent,
        "reality": alert.reality,
        "discipline": alert.discipline,
        "region": alert.region,
        "links": frozenset(alert.links),
        "alert": alert.alert,
        "follows": frozenset(follows),
        "follows_how": alert.follows_how if follows else "",
        "thread": id_of(first),
    }


def _mail_fields(read: MailReport) -> dict[str, Any]:
    before = read.in_reply_to or (read.references[-1] if read.references else "")
    return {
        "title": read.title,
        "text": read.text,
        "informant": read.informant,
        "channel": read.channel,
        "observed_at": read.sent_at,
        "received_at": read.sent_at,
        "follows": frozenset({id_of(before)} if before else ()),
        "follows_how": "reply" if before else "",
        "thread": id_of(read.root_id),
    }


def _sent_of(external_id: str) -> str:
    """When an alert was sent, as text that sorts by time; last where it is not known."""
    sent = _SENT.search(external_id)
    return sent[1] if sent else "9999"


def _fitted(name: str, value: Any) -> Any:
    """A value cut to what its field takes; the file itself is kept with the report."""
    spec = RECORD_TYPES["report"].fields[name]
    if spec.kind is Kind.TEXT and name != "external_id" and len(value) > spec.longest:
        return f"{value[: spec.longest - 1]}…"
    if name == "external_id" and len(value) > spec.longest:
        return f"sha256:{hashlib.sha256(value.encode('utf-8', 'replace')).hexdigest()}"
    if spec.kind is Kind.SET:
        return frozenset(each for each in value if len(each) <= spec.longest)
    if name == "title" and not value.strip():
        return "–"
    return value


def _looks_like_mail(data: bytes, file: str) -> bool:
    if data.startswith(msg.SIGNATURE):
        return True
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.lstrip(b"\x00\xff\xfe").startswith(b"<"):
        return False  # XML, in whatever encoding
    return file.lower().endswith(_MSG_ENDINGS) or not file.lower().endswith(_XML_ENDINGS)


def _original(data: bytes, file: str) -> File:
    name = re.split(r"[/\\]", file)[-1][:255] or "bestand"
    ending = f".{name.rpartition('.')[2].lower()}"
    if ending in _XML_ENDINGS:
        kind = "application/xml"
    else:
        kind = _MAIL_TYPES.get(ending) or _media_type(name)
    return File(name, kind, data)


def _media_type(name: str) -> str:
    """The media type of a name, by the tables of Python and not of this computer."""
    return mimetypes.MimeTypes(filenames=()).guess_type(name)[0] or "application/octet-stream"


def files_of(paths: Sequence[tuple[str, bytes]]) -> tuple[File, ...]:
    """Files that an officer adds to a report, with their media types."""
    return tuple(File(name[:255], _media_type(name), data) for name, data in paths)
