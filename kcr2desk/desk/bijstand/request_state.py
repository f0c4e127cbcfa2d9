"""What stands in the form of a request, as a draft keeps it and as it is saved. No Qt in here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from kcr2desk.core.access import GOVERNMENT, KCR2
from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import FieldError, from_wire
from kcr2desk.core.merge import edit
from kcr2desk.core.records import RECORD_TYPES, blank_values, missing, wire_values
from kcr2desk.core.text import REPLACEMENT, Json
from kcr2desk.store.identity import Identity

REQUEST: Final = "assistancerequest"
LINE: Final = "requestline"
FIELDS: Final = (
    "title", "priority", "region", "municipalities", "requester", "requester_role", "callback",
    "channel", "received_at", "incident", "report", "grip", "from_at", "until_at", "report_to",
    "report_to_position", "description", "task", "authority", "authority_role", "basis", "form",
    "mandate", "route", "contact_on_site", "talk_group", "circumstances", "own_means",
    "neighbours_asked", "relief_scheme", "logistics", "costs",
)  # fmt: skip
"""The fields of a request that its form writes."""

LINE_FIELDS: Final = (
    "resource", "quantity", "least", "alternatives", "task", "from_at", "until_at", "report_to",
)  # fmt: skip
"""The fields of a line that its form writes; its order is its place in the table."""

GIVEN: Final = frozenset({"channel", "received_at", "priority", "form", "incident", "report"})
"""What a new form holds by itself: alone it is nothing to keep."""


def blank(name: str) -> Json:
    """The wire value of a field of a request that nobody filled in."""
    return blank_values(REQUEST)[name]


def blank_line() -> dict[str, Json]:
    """The wire values of a line that nobody filled in."""
    return {name: blank_values(LINE)[name] for name in LINE_FIELDS}


@dataclass(frozen=True, slots=True)
class LineTyped:
    """A line as it stands in the form. `shown` are its wire values when the form was opened, with
    its order; None while it is new. `unread` are times as typed that cannot be read."""

    id: str
    values: Mapping[str, Json]
    shown: Mapping[str, Json] | None = None
    unread: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        """Whether nothing was said on it: then it is passed over."""
        return self.shown is None and not self.unread and self.values == blank_line()

    def kept(self) -> dict[str, Json]:
        """As a draft keeps it."""
        return {
            "id": self.id,
            "values": dict(self.values),
            "shown": None if self.shown is None else dict(self.shown),
            "unread": dict(self.unread),
        }


def kept_line(kept: Mapping[str, Json]) -> LineTyped:
    """A line from what a draft keeps."""
    values, shown, unread = kept.get("values"), kept.get("shown"), kept.get("unread")
    values = values if isinstance(values, dict) else {}
    return LineTyped(
        id=str(kept.get("id") or ""),
        values={**blank_line(), **{n: v for n, v in values.items() if n in LINE_FIELDS}},
        shown=shown if isinstance(shown, dict) else None,
        unread={n: str(v) for n, v in unread.items()} if isinstance(unread, dict) else {},
    )


@dataclass(frozen=True, slots=True)
class Typed:
    """All that an officer did in a form. `values` are wire values of FIELDS.

    `own_title`: the title is the officer's, not made of the lines. `gone` are lines that were
    there and were taken out, with what they showed. `note` is the quick note while it is typed.
    """

    values: Mapping[str, Json]
    lines: tuple[LineTyped, ...] = ()
    gone: tuple[LineTyped, ...] = ()
    own_title: bool = False
    unread: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    page: str = ""

    def kept(self) -> dict[str, Json]:
        """As a draft keeps it: fields by their names, so that their retention is known there."""
        return {
            **{name: _storable(value) for name, value in self.values.items()},
            "form_": {
                "lines": [line.kept() for line in self.lines],
                "gone": [line.kept() for line in self.gone],
                "own_title": self.own_title,
                "unread": dict(self.unread),
                "note": _storable(self.note),
                "page": self.page,
            },
        }

    @property
    def title(self) -> str:
        return str(self.values.get("title") or "")

    @property
    def region(self) -> str:
        return str(self.values.get("region") or "")

    def wanted(self) -> tuple[LineTyped, ...]:
        """The lines on which something was said."""
        return tuple(line for line in self.lines if not line.is_blank)


def from_kept(kept: Mapping[str, Json]) -> Typed:
    """What a draft keeps; what an older or newer version left out or added does no harm."""
    form = kept.get("form_")
    form = form if isinstance(form, dict) else {}
    unread = form.get("unread")
    return Typed(
        values={name: kept.get(name, blank(name)) for name in FIELDS},
        lines=_lines(form.get("lines")),
        gone=_lines(form.get("gone")),
        own_title=form.get("own_title") is True,
        unread={k: str(v) for k, v in unread.items()} if isinstance(unread, dict) else {},
        note=str(form.get("note") or ""),
        page=str(form.get("page") or ""),
    )


def _lines(kept: Json) -> tuple[LineTyped, ...]:
    rows = kept if isinstance(kept, list) else []
    return tuple(kept_line(row) for row in rows if isinstance(row, dict))


def fresh(received: int, *, incident: str = "", region: str = "") -> Typed:
    """An empty form, opened at `received` (milliseconds): the phone rings, the time stands."""
    values = {name: blank(name) for name in FIELDS}
    values |= {"channel": "phone", "received_at": received, "incident": incident, "region": region}
    return Typed(values=values)


def is_empty(typed: Typed) -> bool:
    """Whether nothing was said yet: then there is nothing to keep."""
    said = any(
        value not in (blank(name), "") for name, value in typed.values.items() if name not in GIVEN
    )
    return not (said or typed.wanted() or typed.unread or typed.note.strip())


def shown_of(values: Mapping[str, Json]) -> dict[str, Json]:
    """What a form shows of a request that is there."""
    return {name: values.get(name, blank(name)) for name in FIELDS}


def line_shown(values: Mapping[str, Json]) -> dict[str, Json]:
    """What a form shows of a line that is there, and its order."""
    known = blank_values(LINE)
    return {name: values.get(name, known[name]) for name in (*LINE_FIELDS, "order")}


# -- saving ----------------------------------------------------------------------------------------


def whose(me: Identity, region: str) -> tuple[str, frozenset[str]]:
    """Whose record a request is that this officer makes, and who else reads it."""
    if me.role == "liaison":
        source = GOVERNMENT
    elif me.role in ("region_officer", "partner"):
        source = me.organisation
    else:
        source = KCR2
    return source, frozenset({region} - {"", source})


def creation(
    typed: Typed, request: str, me: Identity, now: int, received_by: str
) -> tuple[Change, ...]:
    """The changes that make a new request and its lines: one changeset. `now` in milliseconds.

    A request that is taken at the room is in treatment at once; what a region or the government
    writes down is submitted to it. Raises FieldError.
    """
    source, audience = whose(me, typed.region)
    said: dict[str, Json] = {
        **{name: value for name, value in typed.values.items() if value != blank(name)},
        "source": source,
        "audience": [*sorted(audience)],
        "status": "in_treatment" if source == KCR2 else "submitted",
        "received_at": typed.values.get("received_at") or now,
        "received_by": received_by if source == KCR2 else "",
        "owner": me.account if source == KCR2 else "",
    }
    if source != KCR2:  # the room's own fields are not a region's to write
        del said["owner"]
    lines = [line for line in typed.wanted() if line.values["resource"]]
    return (
        _new(REQUEST, request, said),
        *(_new_line(line, request, order) for order, line in enumerate(lines)),
    )


def editing(
    typed: Typed, request: str, shown: Mapping[str, Json], audience: Sequence[str]
) -> tuple[Change, ...]:
    """The changes from what the form showed to what it says: one changeset. Raises FieldError.

    `audience` is that of the request now: a region that it is for from now on may read it.
    """
    before: dict[str, Json] = dict(shown)
    after: dict[str, Json] = dict(typed.values)
    if typed.region != shown.get("region") and typed.region:
        before |= {"audience": [*audience]}
        after |= {"audience": [*sorted({*audience, typed.region})]}
    changes = [_edit(REQUEST, request, before, _checked(REQUEST, after))]
    lines = [line for line in typed.wanted() if line.values["resource"]]
    for order, line in enumerate(lines):
        if line.shown is None:
            changes.append(_new_line(line, request, order))
        else:
            now = _checked(LINE, {**line.values, "order": order})
            changes.append(_edit(LINE, line.id, line.shown, now))
    changes += [_edit(LINE, line.id, line.shown or {}, {"removed": True}) for line in typed.gone]
    return tuple(change for change in changes if change.fields)


def _new_line(line: LineTyped, request: str, order: int) -> Change:
    return _new(LINE, line.id, {**line.values, "about": request, "order": order})


def _new(type_name: str, record: str, values: Mapping[str, Json]) -> Change:
    checked = _checked(type_name, values)
    known = blank_values(type_name)
    empty = missing(type_name, {**known, **checked})
    if empty:
        raise FieldError("missing_field", empty[0])
    said = {name: value for name, value in checked.items() if value != known[name]}
    return Change(type_name, record, How.NEW, said)


def _edit(type_name: str, record: str, shown: Mapping[str, Json], now: dict[str, Json]) -> Change:
    return Change(type_name, record, How.EDIT, edit(type_name, dict(shown), now))


def _checked(type_name: str, values: Mapping[str, Json]) -> dict[str, Json]:
    """Wire values made normal and checked as the cache does with Python values."""
    specs = RECORD_TYPES[type_name].fields
    python: dict[str, Any] = {name: from_wire(specs[name], v) for name, v in values.items()}
    return wire_values(type_name, python)


# -- the title -------------------------------------------------------------------------------------


def title_of(typed: Typed, name: Callable[[str], str]) -> str:
    """A title out of the lines and the place: `4 pelotons, 2 WTS · Hoog Buurlo`; `name` says
    what a resource type is called."""
    asked = ", ".join(
        f"{line.values['quantity']} {name(str(line.values['resource']))}"
        for line in typed.wanted()
        if line.values["resource"]
    )
    place = str(typed.values.get("report_to") or "")
    return " · ".join(part for part in (asked, place) if part)[:300]


def with_values(typed: Typed, **values: Json) -> Typed:
    """The same with other values."""
    return replace(typed, values={**typed.values, **values})


def _storable(value: Json) -> Json:
    """A text as typed, but for half a character that no database takes."""
    if isinstance(value, str) and not value.isascii():
        return "".join(REPLACEMENT if "\ud800" <= c <= "\udfff" else c for c in value)
    return value
