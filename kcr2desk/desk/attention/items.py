"""What needs a decision, read in the store's thread as a list of items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QLocale

from kcr2desk.core.access import Actor, may_see_field, reader_of, streams_of
from kcr2desk.core.bijstand import AssistanceRequest, Commitment, RequestLine
from kcr2desk.core.changes import Change, How, Scope
from kcr2desk.core.fields import FieldSpec, milliseconds
from kcr2desk.core.records import RECORD_TYPES, Attachment, Conflict, Incident, Report
from kcr2desk.core.text import Json
from kcr2desk.desk.reports.shown import actor_of

if TYPE_CHECKING:
    from kcr2desk.store.cache import Cache
    from kcr2desk.store.identity import Identity
    from kcr2desk.store.outbox import Pending, Refusal

Kind = Literal["refused", "conflict", "quarantined"]

MOST = 500
"""Items that are listed; the status bar counts them all."""


@dataclass(frozen=True, slots=True)
class About:
    """The record that an item is about, as far as it is here. `type` and `id` open it; where it
    is an attachment or a conflict they are those of what it belongs to."""

    type: str
    id: str
    title: str
    number: str = ""
    here: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide. `at` in milliseconds since 1970; `changes` as they were asked.

    `behind`: later changes of the same records, which wait for this one. `titles` of the records
    that values refer to. Quarantined ones ask for patience only: the hub tries them again.
    """

    kind: Kind
    id: str
    at: int
    about: About
    code: str = ""
    fields: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    behind: tuple[Pending, ...] = ()
    conflict: Conflict | None = None
    titles: Mapping[str, str] | None = None


def read_items(cache: Cache, me: Identity) -> tuple[Item, ...]:
    """Refused ones first, then conflicts, then what the hub keeps for later; oldest first."""
    attention = cache.attention()
    pending = cache.pending() if attention.refusals or cache.facts().waiting else ()
    waiting: dict[str, list[Pending]] = {}
    for each in pending:
        if each.behind:
            waiting.setdefault(each.behind, []).append(each)
    items = [_refused(cache, r, waiting.get(r.id, ())) for r in attention.refusals[:MOST]]
    known = cache.actor
    who = replace(actor_of(me), operations={} if known is None else known.operations)
    items += [_conflict(cache, c) for c in attention.conflicts[:MOST] if _may_see(cache, c, who)]
    kept = [each for each in pending if each.state == "quarantined"]
    items += [_quarantined(cache, each, waiting.get(each.id, ())) for each in kept[:MOST]]
    return tuple(items)


def _refused(cache: Cache, refusal: Refusal, behind: Sequence[Pending]) -> Item:
    return Item(
        "refused", refusal.id, refusal.made_at, about(cache, refusal.changes), refusal.code,
        refusal.fields, refusal.changes, tuple(behind), titles=_titles(cache, refusal.changes),
    )  # fmt: skip


def _quarantined(cache: Cache, pending: Pending, behind: Sequence[Pending]) -> Item:
    return Item(
        "quarantined", pending.id, pending.made_at, about(cache, pending.changes),
        changes=pending.changes, behind=tuple(behind), titles=_titles(cache, pending.changes),
    )  # fmt: skip


def _conflict(cache: Cache, conflict: Conflict) -> Item:
    at = conflict.offered_at or conflict.current_at
    titles = {}
    if conflict.field == "incident":
        values = (conflict.was, conflict.current, conflict.offered)
        titles = _incidents(cache, [str(value or "") for value in values])
    return Item(
        "conflict",
        conflict.id,
        0 if at is None else milliseconds(at),
        _record(cache, conflict.about_type, conflict.about, {}),
        conflict=conflict,
        titles=titles,
    )


def _may_see(cache: Cache, conflict: Conflict, who: Actor) -> bool:
    """A conflict about a private field is for those who may see that field."""
    if conflict.stream not in streams_of(who):
        return False
    spec: FieldSpec | None = None
    if conflict.about_type in RECORD_TYPES:
        spec = RECORD_TYPES[conflict.about_type].fields.get(conflict.field)
    record = cache.get(conflict.about_type, conflict.about)
    source = record.source if isinstance(record, Report | Incident) else ""
    return may_see_field(reader_of(who, conflict.stream), spec, Scope(source))


def about(cache: Cache, changes: Sequence[Change]) -> About:
    """The record that a changeset is about in the first place: not its attachments."""
    order = {"report": 0, "incident": 1}
    first = min(changes, key=lambda change: order.get(change.type, 2), default=None)
    if first is None:
        return About("", "", "", here=False)
    return _record(cache, first.type, first.id, first.fields if first.how is How.NEW else {})


def _record(cache: Cache, type_name: str, record: str, told: Mapping[str, Json]) -> About:
    """A record by its title: as it is here, or as the refused change told it."""
    found = cache.get(type_name, record) if type_name in RECORD_TYPES else None
    if isinstance(found, Attachment | Conflict):
        return _record(cache, found.about_type, found.about, {})
    if isinstance(found, Report | Incident | AssistanceRequest):
        return About(type_name, record, found.title, found.number)
    if type_name == "commitment":
        return _commitment(cache, record, found, told)
    belongs, its_type = told.get("about"), told.get("about_type")
    if isinstance(belongs, str) and belongs:
        return _record(cache, its_type if isinstance(its_type, str) else "report", belongs, {})
    title, number = told.get("title"), told.get("number")
    return About(
        type_name,
        record,
        title if isinstance(title, str) else "",
        number if isinstance(number, str) else "",
        here=found is not None,
    )


def _commitment(cache: Cache, record: str, found: object, told: Mapping[str, Json]) -> About:
    """A commitment by the title of the request that it is for."""
    there = found if isinstance(found, Commitment) else None
    asked = there.request if there is not None else told.get("request")
    request = cache.get("assistancerequest", asked) if isinstance(asked, str) and asked else None
    title = request.title if isinstance(request, AssistanceRequest) else ""
    number = there.number if there is not None else told.get("number")
    shown = number if isinstance(number, str) else ""
    return About("commitment", record, title, shown, here=there is not None)


def _titles(cache: Cache, changes: Sequence[Change]) -> dict[str, str]:
    """What the records are called that values of these changes refer to, by their ids."""
    told: dict[str, str] = {}
    for change in changes:
        specs = RECORD_TYPES[change.type].fields if change.type in RECORD_TYPES else {}
        for name, value in change.fields.items():
            target = specs[name].target if name in specs else ""
            for each in value if isinstance(value, list) else [value]:
                if target and isinstance(each, str) and each:
                    found = _called(cache, target, each)
                    told |= {each: found} if found else {}
    return told


def _called(cache: Cache, type_name: str, record: str) -> str:
    """What a record is called; "" for one that is not here, or whose type has no title."""
    found = cache.get(type_name, record)
    if isinstance(found, RequestLine):
        return f"{found.quantity} × {_type_called(cache, found.resource)}"
    names = (getattr(found, name, "") for name in ("number", "title", "name"))
    return " · ".join(str(name) for name in names if name)


def _type_called(cache: Cache, code: str) -> str:
    found = next((t for t in cache.all("resourcetype") if getattr(t, "code", "") == code), None)
    name = "name_nl" if QLocale().language() == QLocale.Language.Dutch else "name_en"
    return str(getattr(found, name, "") or code)


def _incidents(cache: Cache, ids: Sequence[str]) -> dict[str, str]:
    told = {}
    for record in dict.fromkeys(ids):
        found = cache.get("incident", record) if record else None
        if isinstance(found, Incident):
            told[record] = found.title
    return told
