"""Who may read and write what: data, enforced at the hub and mirrored on the desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kcr2desk.core.changes import Change, How, Scope
from kcr2desk.core.fields import FieldSpec
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.text import Json

KCR2 = "KCR2"
GOVERNMENT = "government"
EVERYTHING = frozenset({"*"})
BIJSTAND = frozenset({
    "capacity", "unit", "assistancerequest", "requestline", "inquiry", "inquiryline",
    "commitment", "proposal",
})  # fmt: skip
ROOM = frozenset({"report", "incident", "attachment", "conflict"}) | BIJSTAND
DELIVERED = frozenset({"report", "attachment"})
LISTS = frozenset({
    "discipline", "owner", "resourcetype", "gaterule", "planweights", "boundary", "choice",
})  # fmt: skip
HALL = frozenset({"person", "personneed", "passage", "conflict"})
"""What everybody who works in an operation writes."""
OPERATION = HALL | {
    "operation", "member", "arrival", "manifestline", "travelgroup", "handover", "personlink",
}  # fmt: skip
VIEWED = frozenset({"viewing"})
COUNTED = frozenset({"counts"})
KINDS: Mapping[str, frozenset[str]] = {
    "reference": LISTS | {"conflict"},
    "national": ROOM,
    "test": ROOM,
    "operation": OPERATION,
    "counts": COUNTED,
    "audit": VIEWED,
}
"""The record types that a kind of stream takes at all, whoever writes: no report in an operation,
no person outside of one."""
OF_AN_OWNER = frozenset({"report", "attachment", "conflict"}) | BIJSTAND - {"proposal"}
OF_THE_ROOM: Mapping[str, frozenset[str]] = {
    "inquiry": frozenset({"removed", "source", "audience"}),
    "inquiryline": frozenset({"removed"}),
}
"""Fields that records have in common and that, of these types, only the room writes."""
OUTSIDE = frozenset({"region_officer", "partner", "liaison"})
"""Roles that write only what is theirs: whose source is their organisation."""
MACHINES = frozenset({"intake", "hub"})
"""Roles that nobody signs in with."""
MAY_OPEN = frozenset({"duty_officer", "hall_lead"})
"""Roles that may open an operation; whoever does becomes its lead."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a role may do, per stream kind: which streams it reads, which types it appends."""

    reads: frozenset[str]
    appends: Mapping[str, frozenset[str]]
    private: frozenset[str] = frozenset()


ROLES: Mapping[str, Role] = {
    "duty_officer": Role(
        frozenset({"reference", "national", "test", "counts"}),
        {"reference": LISTS, "national": ROOM, "test": ROOM, "audit": VIEWED},
        frozenset({"contact"}),
    ),
    "liaison": Role(
        frozenset({"reference", "national", "counts"}),
        {
            "national": frozenset({"assistancerequest", "requestline", "conflict"}),
            "audit": VIEWED,
        },
    ),
    "region_officer": Role(
        frozenset({"reference", "national"}), {"national": OF_AN_OWNER, "audit": VIEWED}
    ),
    "partner": Role(
        frozenset({"reference", "national"}),
        {"national": OF_AN_OWNER - {"report", "attachment"}, "audit": VIEWED},
    ),
    "registrar": Role(frozenset({"reference"}), {"audit": VIEWED}),
    "hall_lead": Role(frozenset({"reference"}), {"audit": VIEWED}),
    "auditor": Role(frozenset({"reference", "audit"}), {"audit": VIEWED}),
    "administrator": Role(frozenset({"reference"}), {"reference": EVERYTHING, "audit": VIEWED}),
    # the hub's own hand: intake through an API key, which delivers reports; reference lists
    "intake": Role(frozenset(), {"national": DELIVERED, "test": DELIVERED}),
    "hub": Role(
        frozenset(),
        {
            "reference": EVERYTHING, "national": ROOM, "test": ROOM, "counts": COUNTED,
            "operation": frozenset({"personlink", "operation"}),
        },
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class MemberRole:
    """What a member of an operation may do in it: which types it appends, which private fields it
    reads. Every member reads every record."""

    appends: frozenset[str]
    private: frozenset[str]


MEMBER_ROLES: Mapping[str, MemberRole] = {
    "lead": MemberRole(OPERATION, frozenset({"bsn"})),
    "registrar": MemberRole(
        HALL | {"travelgroup", "handover", "personlink", "manifestline", "arrival"},
        frozenset({"bsn"}),
    ),
    "medical": MemberRole(HALL, frozenset({"medical"})),
}


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in account, as far as rules need it. `organisation` is an owner code; `operations`
    the streams of the operations that it is a member of, each with its role there."""

    name: str
    role: str
    organisation: str
    operations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reader:
    """The class of readers that see the same: pages are cached per reader.

    `audience` is "KCR2", "government", or an owner code; `private` the grants of private fields.
    """

    audience: str
    private: frozenset[str]


BASE = ("reference", "national", "test", "counts", "audit")
"""The streams that every hub has."""

PRIVATE: Mapping[str, frozenset[str]] = {
    kind: frozenset(
        spec.private
        for name in types
        for spec in RECORD_TYPES[name].fields.values()
        if spec.private not in ("", "inherit")
    )
    for kind, types in KINDS.items()
}


def stream_kind(stream: str) -> str:
    """ "operation" of "operation:019…"; the national stream is its own kind."""
    return stream.partition(":")[0]


def is_operation(stream: str) -> bool:
    """Whether this is the stream of an operation, which is there for its members only."""
    return stream_kind(stream) == "operation"


def base_streams(role: str) -> tuple[str, ...]:
    """The streams that everybody with this role reads, in the order in which a desk loads them."""
    reads = ROLES[role].reads
    return tuple(s for s in BASE if s in reads)


def streams_of(actor: Actor) -> tuple[str, ...]:
    """The streams that an actor reads: those of its role, then its operations."""
    return (*base_streams(actor.role), *sorted(actor.operations))


def will_read(role: str, stream: str) -> bool:
    """Whether what somebody with this role appends comes back to them: at once, or, in an
    operation that they open, when the hub let them in. Of what does not they keep no row."""
    return is_operation(stream) or stream_kind(stream) in ROLES[role].reads


def private_in(stream: str) -> frozenset[str]:
    """All grants of private fields that records of such a stream can ask for."""
    return PRIVATE[stream_kind(stream)]


def reader_of(actor: Actor, stream: str) -> Reader:
    """What class of reader an actor is of a stream. Raises KeyError for an operation that the
    actor is no member of: nobody reads there who was not let in."""
    if is_operation(stream):
        return Reader(KCR2, MEMBER_ROLES[actor.operations[stream]].private)
    if actor.role in ("duty_officer", "administrator", "auditor"):
        return Reader(KCR2, ROLES[actor.role].private)
    if actor.role == "liaison":
        return Reader(GOVERNMENT, frozenset())
    return Reader(actor.organisation, ROLES[actor.role].private)


def may_see(reader: Reader, scope: Scope) -> bool:
    """True when `reader` may see a record with this scope."""
    if scope.open or reader.audience == KCR2 or reader.audience == scope.source:
        return True
    if reader.audience == GOVERNMENT:
        return GOVERNMENT in scope.audience
    if reader.audience in scope.audience:
        return True
    region = reader.audience.startswith(("VR", "BQ-", "AW", "CW", "SX"))
    return ("regions" if region else "partners") in scope.audience


def may_see_field(reader: Reader, spec: FieldSpec | None, scope: Scope) -> bool:
    """True when `reader`, who may see the record, may also see this field of it.

    A source sees its own private values: it told them.
    """
    private = spec.private if spec is not None else ""
    if private == "inherit":
        private = scope.private
    return not private or private in reader.private or reader.audience == scope.source


def refusal(actor: Actor, stream: str, type_name: str, values: Mapping[str, Json] | None) -> str:
    """The code of why `actor` may not change such a record in `stream`, or "".

    `values` are those of the record whose source counts (its own, or of what it belongs to).
    """
    kind = stream_kind(stream)
    if is_operation(stream) and actor.role not in MACHINES:
        member = MEMBER_ROLES.get(actor.operations.get(stream, ""))
        if member is None:
            return "no_such_stream"
        return "" if type_name in member.appends else "not_allowed"
    types = ROLES[actor.role].appends.get(kind, frozenset())
    fits = type_name in KINDS.get(kind, frozenset())
    if not fits or (type_name not in types and "*" not in types):
        return "not_allowed"
    if actor.role in OUTSIDE and kind != "audit" and values is not None:
        return (
            "" if values.get("source") == reader_of(actor, stream).audience else "not_your_record"
        )
    return ""


def refused_field(actor: Actor, type_name: str, fields: Mapping[str, Json]) -> str:
    """The first of `fields` that is the room's to write and not this actor's, or "".

    A region answers what it was asked; it does not alter the question, nor who reads it.
    """
    if actor.role not in OUTSIDE:
        return ""
    specs = RECORD_TYPES[type_name].fields
    rooms = OF_THE_ROOM.get(type_name, frozenset())
    names = (n for n in sorted(fields) if n in rooms or (n in specs and specs[n].hub_room))
    return next(names, "")


def refused_value(actor: Actor, change: Change, held: Mapping[str, Json] | None) -> tuple[str, str]:
    """The code and the field of a value that is not this actor's to write, or two blanks. `held`
    are the values of the record before, None for one that is being made.

    Who asks for bijstand asks for itself, and takes the steps of who asks. Burenhulp is arranged
    among regions without the room, so whoever of them notes it notes it whole.
    """
    if actor.role not in OUTSIDE:
        return "", ""
    steps = {n: _step(change, n, held) for n in change.fields}
    told = {n: now for n, (was, now) in steps.items() if now != was}
    if change.type == "assistancerequest":
        kind = (held or told).get("kind", "assistance")
        if told.get("kind", kind) != kind:
            return "not_your_field", "kind"
        if kind == "neighbour":
            return "", ""
        if actor.role != "liaison" and told.get("region", "") not in ("", actor.organisation):
            return "not_your_record", "region"
    for name, now in told.items():
        spec = RECORD_TYPES[change.type].fields.get(name)
        own = None if spec is None else spec.own_steps
        if own is not None and now not in own.get(str(steps[name][0]), ()):
            return "not_your_field", name
    return "", ""


def _step(change: Change, name: str, held: Mapping[str, Json] | None) -> tuple[Json, Json]:
    """From what to what a change brings a field. An edit counts from what its author saw: where
    that is no longer so, merging keeps what is there."""
    value = change.fields[name]
    if change.how is How.EDIT and isinstance(value, list):
        return value[0], value[1]
    return ("" if held is None else held.get(name), value)
