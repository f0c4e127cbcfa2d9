"""A store in memory for scenes and tests of the report form: what it asks of the cache, no more."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from kcr2desk.core.changes import Change
from kcr2desk.core.records import Incident, blank_values, build, wire_values
from kcr2desk.core.text import Json
from kcr2desk.store.drafts import Draft
from kcr2desk.store.identity import Identity
from kcr2desk.store.query import ReportLine
from kcr2desk.store.work import Changed
from tests.scenes import NOW

ME = Identity(
    "https://hub", "hub", "", "01900000-0000-7000-8000-000000000001", "", "K7", "j.devries",
    "J. de Vries", "duty", "KCR2",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the history of a record."""

    actor: str
    made_at: int
    logged_at: int | None
    field: str
    was: Json = None
    now: Json = None


@dataclass
class FormCache:
    """Holds records as wire values by id. `fail` is raised by the next write."""

    records: dict[str, dict[str, Json]] = field(default_factory=dict)
    kept: dict[str, Draft] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    alike: Sequence[ReportLine] = ()
    edits: list[tuple[str, dict[str, Any], dict[str, Json]]] = field(default_factory=list)
    files: list[tuple[str, str, str]] = field(default_factory=list)
    keeps: int = 0
    made: int = 0
    blobs: dict[str, bytes] = field(default_factory=dict)
    fail: Exception | None = None
    callbacks: list[Callable[[Changed], None]] = field(default_factory=list)

    def _may_fail(self) -> None:
        if self.fail is not None:
            error, self.fail = self.fail, None
            raise error

    def subscribe(self, callback: Callable[[Changed], None]) -> Callable[[], None]:
        self.callbacks.append(callback)
        return lambda: self.callbacks.remove(callback)

    def create(
        self, type: str, fields: Mapping[str, Any], *, stream: str = "national",
        id: str | None = None, draft: str | None = None,
    ) -> str:  # fmt: skip
        self._may_fail()
        made = id or f"report-{len(self.records) + 1}"
        number = f"M-2026-07-{142 + len(self.records):04d}-3"
        self.records[made] = {
            **blank_values(type), **wire_values(type, fields), "number": number
        }  # fmt: skip
        if draft:
            self.kept.pop(draft, None)
        return made

    def edit(
        self, type: str, id: str, fields: Mapping[str, Any], *,
        shown: Mapping[str, Json] | None = None, draft: str | None = None,
    ) -> str | None:  # fmt: skip
        self._may_fail()
        self.edits.append((id, dict(fields), dict(shown or {})))
        self.records[id] |= wire_values(type, fields)
        if draft:
            self.kept.pop(draft, None)
        return "changeset"

    def others_write(self, record: str, actor: str, when: datetime, **fields: Json) -> None:
        """Somebody else changed a record, and the hub told."""
        moment = round(when.timestamp() * 1000)
        for name, value in fields.items():
            self.lines.insert(0, Line(actor, moment, moment, name, None, value))
        self.records[record] |= fields
        for callback in self.callbacks:
            callback(Changed("report", frozenset({record})))

    def new_id(self) -> str:
        self.made += 1
        return f"id-{self.made}"

    def values(self, type: str, id: str) -> dict[str, Json] | None:
        found = self.records.get(id)
        return None if found is None else dict(found)

    def get(self, type: str, id: str) -> Any:
        found = self.records.get(id)
        if found is None:
            return None
        known = {n: v for n, v in found.items() if n not in ("stream", "type")}
        return build(type, id, str(found.get("stream", "national")), 1, known)

    def all(self, type: str, *, limit: int | None = None, **equal: Any) -> list[Any]:
        started = NOW - timedelta(hours=3)
        return [
            Incident(
                id=f"incident-{n}",
                stream="national",
                title=title,
                number=f"I-2026-07-000{n}-1",
                started_at=started,
            )
            for n, title in enumerate(
                ("Natuurbrand Veluwe", "Hoogwater Limburg", "Stroomuitval Apeldoorn"), start=1
            )
        ]  # fmt: skip

    def similar(self, values: Mapping[str, Json], limit: int = 5) -> tuple[ReportLine, ...]:
        return tuple(self.alike)[:limit]

    def history(self, type: str, id: str) -> tuple[Line, ...]:
        return tuple(self.lines)

    def keep_draft(self, draft: Draft) -> None:
        self._may_fail()
        self.keeps += 1
        self.kept[draft.id] = draft

    def drafts(self, type: str | None = None) -> tuple[Draft, ...]:
        return tuple(sorted(self.kept.values(), key=lambda d: -d.kept_at))

    def drop_draft(self, id: str) -> None:
        self.kept.pop(id, None)

    def put_file(self, stream: str, data: bytes) -> str:
        self._may_fail()
        digest = hashlib.sha256(data).hexdigest()
        self.blobs[digest] = data
        return digest

    def save(
        self, stream: str, changes: Sequence[Change], *, draft: str | None = None,
        corrects: str = "",
    ) -> str:  # fmt: skip
        self._may_fail()
        for change in changes:
            values = {**blank_values(change.type), **change.fields}
            if change.type == "report":
                values["number"] = f"M-2026-07-{142 + len(self.records):04d}-3"
            self.records[change.id] = {**values, "stream": stream, "type": change.type}
        return "changeset"

    def attach(self, about_type: str, about: str, name: str, media_type: str, data: Any) -> str:
        if isinstance(data, Path):
            data.read_bytes()
        self.files.append((about, name, media_type))
        return "attachment"


def report_line(place: int, title: str, **fields: Any) -> ReportLine:
    """A report as a list shows it."""
    received = round((NOW - timedelta(minutes=4 * place)).timestamp() * 1000)
    known = {
        "id": f"there-{place}", "place": place, "stream": "national",
        "number": f"M-2026-07-{130 + place:04d}-1", "title": title, "received_at": received,
        "occurred_at": None, "entered_at": received, "informant": "VNOG", "source": "KCR2",
        "channel": "phone", "reliability": "F", "credibility": "6", "discipline": "fire",
        "region": "VR06", "municipality": "GM0200", "spot": "Hoog Buurlo", "incident": "",
        "incident_title": "", "status": "new", "owner": "", "urgent": False, "acknowledged_by": "",
        "reality": "actual", "follows_how": "", "superseded": "", "unread": True,
        "pending": False, "conflict": False, "attachments": 0,
    }  # fmt: skip
    return ReportLine(**{**known, **fields})


def moment_ms(hour: int, minute: int) -> int:
    """Milliseconds of a moment on the day of the scenes, by the clock of the Netherlands."""
    return round(datetime(2026, 7, 14, hour - 2, minute, tzinfo=UTC).timestamp() * 1000)
