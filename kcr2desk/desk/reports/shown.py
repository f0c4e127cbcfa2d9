"""All that the detail shows of one report, read in the store's thread in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kcr2desk.core.access import Actor, may_see_field, reader_of, refusal
from kcr2desk.core.bijstand import AssistanceRequest
from kcr2desk.core.changes import Scope
from kcr2desk.core.records import RECORD_TYPES, Attachment, Conflict, Incident
from kcr2desk.core.text import Json
from kcr2desk.desk.parts.acts import Act, acts_of
from kcr2desk.desk.reports.alert_read import AlertShown, read_alert
from kcr2desk.store.search import marks
from kcr2desk.wire import BLOB_PIECE

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity
    from kcr2desk.store.outbox import Refusal
    from kcr2desk.store.query import ReportLine

MOST_RELATED = 60
MOST_MARKS = 2_000
"""More matches than this are not marked: nobody looks at them, and each costs layout."""


@dataclass(frozen=True, slots=True)
class FileShown:
    """An attachment, and how much of it is on this workstation.

    `state`: "here", "wanted", "partly", or "" when nobody asked for it. `share` of its pieces that
    are here, 0 to 1.
    """

    id: str
    name: str
    media_type: str
    size: int
    digest: str
    state: str
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Related:
    """Another report of the thread. `relation`: "earlier" is what this one follows, "later" what
    follows this one, "thread" any other. `how` is `follows_how` of the later of the two."""

    line: ReportLine
    relation: str
    how: str


@dataclass(frozen=True, slots=True)
class RequestLink:
    """A request for assistance that was made of the report."""

    id: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class ReportShown:
    """One report with all that hangs on it. `values` are wire values as the officer sees them.

    `missing`: reports that this one follows and that are not here (yet). `superseded` is the later
    report that replaces or withdraws this one. `private` tells whether this officer may see who
    called. `titles`: titles of records that values or history refer to.
    """

    id: str
    stream: str
    values: Mapping[str, Json]
    line: ReportLine | None
    incident: str
    alert: AlertShown | None
    related: tuple[Related, ...]
    superseded: Related | None
    missing: int
    files: tuple[FileShown, ...]
    acts: tuple[Act, ...]
    conflicts: tuple[Conflict, ...]
    refusals: tuple[Refusal, ...]
    private: bool
    editable: bool
    titles: Mapping[str, str]
    search: str
    marks: tuple[tuple[int, int], ...]
    title_marks: tuple[tuple[int, int], ...]
    requests: tuple[RequestLink, ...] = ()


def text_of(values: Mapping[str, Json], name: str) -> str:
    """A text field of wire values; "" when it is not there."""
    value = values.get(name)
    return value if isinstance(value, str) else ""


def items_of(values: Mapping[str, Json], name: str) -> tuple[str, ...]:
    """The items of a set field of wire values."""
    value = values.get(name)
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def read_report(
    cache: Cache,
    report: str,
    me: Identity,
    *,
    search: str = "",
    language: str = "nl",
    before: ReportShown | None = None,
) -> ReportShown | None:
    """Everything about `report` for this officer; None when it is not here (any more).

    `before` is what was shown: a long text that did not change is not searched again.
    """
    record, values = cache.get("report", report), cache.values("report", report)
    if record is None or values is None:
        return None
    lines = cache.lines((report,))
    related = _related(cache, report, items_of(values, "follows"), text_of(values, "follows_how"))
    attachments = [a for a in cache.all("attachment", about=report) if isinstance(a, Attachment)]
    private = may_see_private(me, text_of(values, "source"))
    acts = acts_of(cache, cache.history("report", report), private=private)
    order = {name: place for place, name in enumerate(RECORD_TYPES["report"].fields)}
    open_ones = [c for c in cache.conflicts(about=report) if settles(c, me, values)]
    conflicts = tuple(sorted(open_ones, key=lambda c: order.get(c.field, 999)))
    incident = text_of(values, "incident")
    titles = _titles(cache, incident, acts, conflicts)
    known = {each.line.id for each in related if each.relation == "earlier"}
    text = text_of(values, "text")
    same = before is not None and (text, search) == (text_of(before.values, "text"), before.search)
    return ReportShown(
        id=report,
        stream=record.stream,
        values=values,
        line=lines[0] if lines else None,
        incident=titles.get(incident, ""),
        alert=read_alert(values.get("alert"), language),
        related=related,
        superseded=_superseding(related),
        missing=len(set(items_of(values, "follows")) - known - {report}),
        files=_files(cache, attachments),
        acts=acts,
        conflicts=conflicts,
        refusals=_refusals(cache, {report, *(a.id for a in attachments)}),
        private=private,
        editable=may_edit(me, record.stream, values),
        titles=titles,
        search=search,
        marks=before.marks if same and before else marks(text, search)[:MOST_MARKS],
        title_marks=marks(text_of(values, "title"), search),
        requests=_requests(cache, report),
    )


def actor_of(me: Identity) -> Actor:
    """The signed-in account, as the rules of core want it."""
    return Actor(me.account, me.role, me.organisation)


def may_see_private(me: Identity, source: str) -> bool:
    """Whether this officer may see who called, in a report of `source`."""
    spec = RECORD_TYPES["report"].fields["caller"]
    return may_see_field(reader_of(actor_of(me), "national"), spec, Scope(source))


def may_edit(me: Identity, stream: str, values: Mapping[str, Json]) -> bool:
    """Whether this officer may change a report."""
    return not refusal(actor_of(me), stream, "report", values)


def settles(conflict: Conflict, me: Identity, about: Mapping[str, Json]) -> bool:
    """Whether a conflict shows to this officer: its values keep the grant of their field."""
    spec = RECORD_TYPES[conflict.about_type].fields.get(conflict.field)
    scope = Scope(text_of(about, "source"))
    return may_see_field(reader_of(actor_of(me), conflict.stream), spec, scope)


def _requests(cache: Cache, report: str) -> tuple[RequestLink, ...]:
    """The requests that were made of a report, the oldest first."""
    found = cache.all("assistancerequest", report=report)
    return tuple(
        RequestLink(each.id, each.number, each.title)
        for each in reversed(found)
        if isinstance(each, AssistanceRequest)
    )


def _related(cache: Cache, report: str, follows: Sequence[str], how: str) -> tuple[Related, ...]:
    """The other reports of the thread, newest first; how they stand to this one is read for the
    first `MOST_RELATED`."""
    lines = [line for line in cache.thread(report) if line.id != report]
    lines.sort(key=lambda line: line.place, reverse=True)
    told = []
    for line in lines[:MOST_RELATED]:
        values = cache.values("report", line.id) if line.follows_how else None
        if line.id in follows:
            told.append(Related(line, "earlier", how))
        elif values is not None and report in items_of(values, "follows"):
            told.append(Related(line, "later", line.follows_how))
        else:
            told.append(Related(line, "thread", line.follows_how))
    return tuple(told)


def _superseding(related: Iterable[Related]) -> Related | None:
    """The later report that ends this one; a withdrawal weighs more than a replacement."""
    later = [each for each in related if each.relation == "later"]
    for how in ("cancel", "update"):
        for each in later:
            if each.how == how:
                return each
    return None


def _files(cache: Cache, attachments: Sequence[Attachment]) -> tuple[FileShown, ...]:
    states = {a.digest: cache.file_state(a.digest) for a in attachments}
    shares: dict[str, float] = {}
    if any(state in ("wanted", "partly") for state in states.values()):
        for wanted in cache.files_wanted():
            pieces = max(1, -(-wanted.size // BLOB_PIECE))
            shares[wanted.digest] = min(1.0, wanted.have / pieces)
    told = [
        FileShown(
            a.id, a.name, a.media_type, a.size, a.digest, states[a.digest],
            shares.get(a.digest, 0.0),
        )
        for a in attachments
        if not a.removed
    ]  # fmt: skip
    return tuple(sorted(told, key=lambda file: file.name.casefold()))


def _refusals(cache: Cache, records: set[str]) -> tuple[Refusal, ...]:
    return tuple(
        refusal
        for refusal in cache.attention().refusals
        if any(change.id in records for change in refusal.changes)
    )


def _titles(
    cache: Cache, incident: str, acts: Sequence[Act], conflicts: Sequence[Conflict]
) -> dict[str, str]:
    """Titles of the records that are referred to."""
    wanted = {incident: None}
    for act in acts:
        for change in act.changes:
            if change.name == "incident":
                wanted |= {str(change.was or ""): None, str(change.now or ""): None}
    for conflict in conflicts:
        if conflict.field == "incident":
            values = (conflict.was, conflict.current, conflict.offered)
            wanted |= {str(value or ""): None for value in values}
    titles = {}
    for record in wanted:
        found = cache.get("incident", record) if record else None
        if isinstance(found, Incident):
            titles[record] = found.title
    return titles
