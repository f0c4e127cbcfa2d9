"""What the panel reads and writes: the store, as far as reports need it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from kcr2desk.core.text import Json


@dataclass(frozen=True, slots=True)
class ListQuery:
    stream: str = "national"
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
    unread_only: bool = False
    urgent_open: bool = False
    oldest_first: bool = False
    include_removed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    rowid: int
    number: str
    title: str
    received_at: int
    entered_at: int | None
    informant: str
    source: str
    reliability: str
    credibility: str
    discipline: str
    region: str
    place: str
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


Anchor = Any


@dataclass(frozen=True, slots=True)
class Page:
    rows: tuple[Row, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class HistoryLine:
    actor: str
    made_at: int
    logged_at: int | None
    device: str
    field: str
    was: Json
    now: Json
    outcome: str
    pending: bool


@dataclass(frozen=True, slots=True)
class Attention:
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Draft:
    id: str
    type: str
    record_id: str
    shown: Mapping[str, Json]
    typed: Mapping[str, Json]
    saved_at: int


class ReportStore(Protocol):
    """The part of `kcr2desk.store.Store` that this panel uses."""

    def get(self, type: str, id: str) -> Any: ...
    def values(self, type: str, id: str) -> dict[str, Json] | None: ...
    def all(self, type: str, limit: int | None = None) -> list[Any]: ...
    def page(
        self,
        query: ListQuery,
        after: Anchor | None = None,
        limit: int = 100,
        backwards: bool = False,
    ) -> Page: ...
    def count(self, query: ListQuery) -> int: ...
    def anchors(self, query: ListQuery, every: int = 1000) -> tuple[Anchor, ...]: ...
