"""The record types of bijstand: who needs what, who has what, who gave what to whom.

Owners and resource types are named by their codes ("VR06", "fire_platoon"), which never change.
A request has lines, an inquiry to one owner has lines, and each commitment fills one request line.
How far a request is (asked, promised, arrived) is never stored: `core.fill` counts it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kcr2desk.core.fields import Kind, Rule, declared
from kcr2desk.core.ids import derived_id
from kcr2desk.core.record import Record, Shared
from kcr2desk.core.text import Json

ONE_YEAR = 365
BORN = 1_767_225_600_000
"""1 January 2026 in milliseconds: ids that are derived from it are the same on every machine."""

ROLE_HELD = ("", "mayor", "chair", "minister", "commissioner", "dike_reeve", "governor", "other")
HOW_KNOWN = ("", "phone", "mail", "form", "link", "sheet", "desk", "norm", "radio", "rm")
"""How we know: by phone, mail, signed form, answer link, spreadsheet, the owner's own desk, the
national spreading plan, radio, an EDXL-RM message."""

REQUEST_STEPS: Mapping[str, tuple[str, ...]] = {
    "": ("draft", "submitted", "in_treatment"),
    "draft": ("submitted", "in_treatment", "withdrawn", "cancelled"),
    "submitted": ("returned", "in_treatment", "refused", "withdrawn", "cancelled", "replaced"),
    "returned": ("submitted", "in_treatment", "refused", "withdrawn", "cancelled", "replaced"),
    "in_treatment": (
        "submitted", "returned", "refused", "withdrawn", "cancelled", "unable", "replaced",
        "closed",
    ),
    "refused": ("in_treatment",),
    "withdrawn": ("in_treatment",),
    "cancelled": ("in_treatment",),
    "unable": ("in_treatment",),
    "replaced": ("in_treatment",),
    "closed": ("in_treatment",),
}  # fmt: skip
"""What people decide about a request. The rest of C.2's states (asked out, partly promised,
deployed, released) follow from its lines, inquiries and commitments."""

OWN_REQUEST_STEPS: Mapping[str, tuple[str, ...]] = {
    "": ("draft", "submitted"),
    "draft": ("submitted", "withdrawn", "cancelled"),
    "submitted": ("withdrawn", "cancelled", "replaced"),
    "returned": ("submitted", "withdrawn", "cancelled", "replaced"),
    "in_treatment": ("withdrawn", "cancelled", "replaced"),
}
"""What who asks says of its own request (domain.md C.1): it submits, completes and withdraws. That
it is in treatment, returned, refused or closed is the room's to write."""

INQUIRY_STEPS: Mapping[str, tuple[str, ...]] = {
    "": ("draft", "asked"),
    "draft": ("asked", "withdrawn"),
    "asked": ("seen", "answered", "withdrawn", "expired"),
    "seen": ("answered", "withdrawn", "expired"),
    "answered": ("withdrawn", "asked"),
    "expired": ("asked", "answered", "withdrawn"),
    "withdrawn": ("asked",),
}

OWN_INQUIRY_STEPS: Mapping[str, tuple[str, ...]] = {
    "asked": ("seen", "answered"),
    "seen": ("answered",),
    "expired": ("answered",),
}
"""What who is asked says of an inquiry; asking and withdrawing are the room's."""

COMMITMENT_STEPS: Mapping[str, tuple[str, ...]] = {
    "": ("promised", "en_route", "on_site"),
    "promised": ("en_route", "on_site", "withdrawn", "cancelled", "replaced"),
    "en_route": ("promised", "on_site", "released", "withdrawn", "cancelled", "replaced"),
    "on_site": ("en_route", "relieved", "released", "withdrawn"),
    "relieved": ("on_site", "released", "returned"),
    "released": ("on_site", "returned"),
    "returned": ("released",),
    "withdrawn": ("promised",),
    "cancelled": ("promised",),
    "replaced": ("promised",),
}
"""Of a commitment and the deployment that it becomes. *Withdrawn* by who gave it, *cancelled* by
who needed it, *replaced* by another: kept apart, or shortage figures lie."""

HOLDING = frozenset({"promised", "en_route", "on_site", "relieved", "released", "returned"})
"""States in which a commitment takes from what its owner has, for the time that it names."""

AWAY = frozenset({"en_route", "on_site", "relieved", "released"})
"""States in which a commitment is not at home."""

ENDED = ("", "unable", "withdrawn", "replaced", "cancelled")
"""How a request line ended without being filled whole; "" while it is open or when it was."""

OWN_ENDS = {ended: tuple(e for e in ENDED if e != "unable") for ended in ENDED if ended != "unable"}
"""How who asks ends its own line: that nobody can give it is the room's finding."""


MOST_UNITS = 99_999
"""No owner has more of anything, places in shelters included: a larger number is a slip, such as a
phone number in the wrong column. Whoever reads a number asks it; the hub does not."""


# -- who has what ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity(Shared):
    """What one owner has of one type. Its id is `capacity_id`, so two desks make the same record.

    `norm` is the national spreading plan's number. `total` is what the owner says it has,
    `available` what of it can be sent (whether promised already or not), `reserve` what it wants
    to keep at home (restdekking). None: nobody said so. What was promised is counted, not stored.
    """

    owner: str = declared(Kind.TEXT, "Owner", longest=20, required=True)
    resource: str = declared(Kind.TEXT, "Resource type", longest=40, required=True)
    norm: int | None = declared(Kind.INTEGER, "Norm", hub_room=True)
    total: int | None = declared(Kind.INTEGER, "Total")
    available: int | None = declared(Kind.INTEGER, "Available")
    reserve: int | None = declared(Kind.INTEGER, "Remaining cover")
    notice_minutes: int | None = declared(Kind.INTEGER, "Notice to move, minutes")
    note: str = declared(Kind.TEXT, "Note", longest=500)
    checked_at: datetime | None = declared(Kind.TIME, "Checked at", rule=Rule.CLAIM)
    checked_by: str = declared(Kind.TEXT, "Checked by", rule=Rule.CLAIM)
    checked_how: str = declared(Kind.TEXT, "How we know", rule=Rule.CLAIM, choices=HOW_KNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Shared):
    """A unit known by its name, of a type that few hold. It serves one commitment at a time, and
    only between `available_from` and `available_until` where these are given."""

    owner: str = declared(Kind.TEXT, "Owner", longest=20, required=True)
    resource: str = declared(Kind.TEXT, "Resource type", longest=40, required=True)
    name: str = declared(Kind.TEXT, "Name", required=True)
    call_sign: str = declared(Kind.TEXT, "Call sign", longest=30)
    home: str = declared(Kind.TEXT, "Home")
    position: str = declared(Kind.TEXT, "Position", longest=40)
    state: str = declared(
        Kind.TEXT, "State", choices=("", "ready", "limited", "out"), default="ready"
    )
    notice_minutes: int | None = declared(Kind.INTEGER, "Notice to move, minutes")
    people: int | None = declared(Kind.INTEGER, "People")
    available_from: datetime | None = declared(Kind.TIME, "Available from")
    available_until: datetime | None = declared(Kind.TIME, "Available until")
    note: str = declared(Kind.TEXT, "Note", longest=500)
    checked_at: datetime | None = declared(Kind.TIME, "Checked at", rule=Rule.CLAIM)
    checked_by: str = declared(Kind.TEXT, "Checked by", rule=Rule.CLAIM)
    checked_how: str = declared(Kind.TEXT, "How we know", rule=Rule.CLAIM, choices=HOW_KNOWN)


def capacity_id(stream: str, owner: str, resource: str) -> str:
    """The id of what `owner` has of `resource` in `stream`: the same on every machine."""
    return derived_id(BORN, "capacity", stream, owner, resource)


# -- who needs what --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistanceRequest(Shared):
    """A request for bijstand (domain.md C.2), or with `kind` "neighbour" burenhulp that regions
    arranged among themselves: one line, without form or gate.

    `form` is the signed paper: it may follow, and time is counted from `received_at`.
    `judgement` is recorded, never made here: agreed on behalf of whom under which mandate,
    returned incomplete, or refused.
    """

    number: str = declared(Kind.TEXT, "Number", longest=30)
    kind: str = declared(
        Kind.TEXT, "Kind", choices=("assistance", "neighbour"), default="assistance"
    )
    title: str = declared(Kind.TEXT, "Title", required=True)
    status: str = declared(
        Kind.TEXT,
        "Status",
        rule=Rule.STEPS,
        choices=tuple(REQUEST_STEPS)[1:],
        steps=REQUEST_STEPS,
        own_steps=OWN_REQUEST_STEPS,
        default="draft",
    )
    status_reason: str = declared(Kind.TEXT, "Reason", longest=1000)
    replaced_by: str = declared(Kind.REFERENCE, "Replaced by", target="assistancerequest")
    incident: str = declared(Kind.REFERENCE, "Incident", target="incident")
    report: str = declared(Kind.REFERENCE, "Report", target="report")
    grip: str = declared(Kind.TEXT, "GRIP", choices=("", "0", "1", "2", "3", "4", "5", "R"))
    priority: str = declared(Kind.TEXT, "Priority", choices=("1", "2", "3", "4"), default="2")
    received_at: datetime | None = declared(Kind.TIME, "Received")
    channel: str = declared(Kind.TEXT, "How we know", choices=HOW_KNOWN)
    received_by: str = declared(Kind.TEXT, "Received by")
    region: str = declared(Kind.TEXT, "Region", longest=20)
    municipalities: frozenset[str] = declared(Kind.SET, "Municipalities", longest=10)
    requester: str = declared(Kind.TEXT, "Requester", private="contact", retention_days=ONE_YEAR)
    requester_role: str = declared(Kind.TEXT, "Role of the requester")
    callback: str = declared(
        Kind.TEXT, "Call-back number", longest=60, private="contact", retention_days=ONE_YEAR
    )
    authority: str = declared(Kind.TEXT, "Competent authority", longest=300)
    authority_role: str = declared(Kind.TEXT, "Role of the authority", choices=ROLE_HELD)
    basis: str = declared(Kind.TEXT, "Legal basis", longest=300)
    form: str = declared(
        Kind.TEXT,
        "Signed form",
        choices=("", "follows", "partly", "received", "incomplete"),
        default="follows",
    )
    forms_from: frozenset[str] = declared(Kind.SET, "Signed forms received from", longest=20)
    """Codes of the municipalities or regions whose signed form is here."""
    form_at: datetime | None = declared(Kind.TIME, "Form received")
    mandate: str = declared(Kind.TEXT, "Mandate of who signed", longest=300)
    description: str = declared(Kind.TEXT, "What is going on", longest=20_000)
    task: str = declared(Kind.TEXT, "Task and wanted effect", longest=20_000)
    from_at: datetime | None = declared(Kind.TIME, "Needed from")
    until_at: datetime | None = declared(Kind.TIME, "Needed until")
    relief_scheme: str = declared(Kind.TEXT, "Relief scheme", longest=1000)
    report_to: str = declared(Kind.TEXT, "Report to", longest=500)
    report_to_position: str = declared(Kind.TEXT, "Position of the place to report", longest=40)
    route: str = declared(Kind.TEXT, "Route", longest=1000)
    contact_on_site: str = declared(
        Kind.TEXT, "Contact on site", private="contact", retention_days=ONE_YEAR
    )
    talk_group: str = declared(Kind.TEXT, "Talk group", longest=100)
    circumstances: str = declared(Kind.TEXT, "Circumstances and safety", longest=5000)
    own_means: str = declared(
        Kind.TEXT, "Own means", choices=("", "exhausted", "too_late", "not_enough", "none", "no")
    )
    """Why the region cannot do it itself: military support asks for it."""
    neighbours_asked: str = declared(Kind.TEXT, "Neighbours asked", choices=("", "yes", "no"))
    logistics: str = declared(Kind.TEXT, "Fuel, food, lodging", longest=2000)
    costs: str = declared(Kind.TEXT, "Cost agreement", longest=1000)
    judgement: str = declared(
        Kind.TEXT,
        "Judgement",
        rule=Rule.CLAIM,
        choices=("", "agreed", "returned", "refused"),
        hub_room=True,
    )
    judged_by: str = declared(Kind.TEXT, "Judged by", rule=Rule.CLAIM, hub_room=True)
    judged_for: str = declared(Kind.TEXT, "On behalf of", longest=300, hub_room=True)
    judged_mandate: str = declared(Kind.TEXT, "Under which mandate", longest=300, hub_room=True)
    judged_at: datetime | None = declared(Kind.TIME, "Judged at", hub_room=True)
    judged_why: str = declared(Kind.TEXT, "Reasons", longest=5000, hub_room=True)
    notified_at: datetime | None = declared(Kind.TIME, "Applicant told", hub_room=True)
    owner: str = declared(Kind.TEXT, "Handled by", rule=Rule.CLAIM, hub_room=True)
    external_id: str = declared(Kind.TEXT, "External identity", longest=1000)
    edxl: Json = declared(Kind.DOCUMENT, "EDXL-RM", private="contact", retention_days=ONE_YEAR)
    """What an EDXL-RM message said that has no field here, so that it goes out again as it came. It
    may name people (contact information of a message), so it is private as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine(Record):
    """One line of a request: how many of what, from when, until when.

    `least` is the smallest number that is of use (0: any). `alternatives` are resource type codes
    in place of `resource`. Blank times and places are those of the request.
    """

    about: str = declared(Kind.REFERENCE, "Belongs to", required=True)
    about_type: str = declared(
        Kind.TEXT, "Belongs to type", longest=40, default="assistancerequest"
    )
    order: int = declared(Kind.INTEGER, "Order", default=0)
    resource: str = declared(Kind.TEXT, "Resource type", longest=40, required=True)
    quantity: int = declared(Kind.INTEGER, "Quantity", default=1)
    least: int = declared(Kind.INTEGER, "Least acceptable", default=0)
    alternatives: frozenset[str] = declared(Kind.SET, "Alternatives", longest=40)
    task: str = declared(Kind.TEXT, "Task", longest=1000)
    from_at: datetime | None = declared(Kind.TIME, "From")
    until_at: datetime | None = declared(Kind.TIME, "Until")
    report_to: str = declared(Kind.TEXT, "Report to", longest=500)
    ended: str = declared(Kind.TEXT, "Ended", rule=Rule.CLAIM, choices=ENDED, own_steps=OWN_ENDS)
    ended_why: str = declared(Kind.TEXT, "Why", longest=1000)
    replaced_by: str = declared(Kind.REFERENCE, "Replaced by", target="requestline")
    external_id: str = declared(Kind.TEXT, "External identity", longest=1000)
    edxl: Json = declared(Kind.DOCUMENT, "EDXL-RM", private="contact", retention_days=ONE_YEAR)


# -- asking ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry(Shared):
    """An uitvraag (kind "request") or inventarisatie (kind "inventory") to one owner.

    Its source is the owner that is asked, who so reads and answers it on the own desk. Those that
    went out together have the same `round`. The text says all that the owner must know, for it
    does not see the request. `mail` is what the hub does about it: "wanted" asks it to send.
    """

    number: str = declared(Kind.TEXT, "Number", longest=30, hub_room=True)
    kind: str = declared(
        Kind.TEXT, "Kind", choices=("request", "inventory"), default="request", hub_room=True
    )
    owner: str = declared(Kind.TEXT, "Owner asked", longest=20, required=True, hub_room=True)
    request: str = declared(Kind.REFERENCE, "Request", target="assistancerequest", hub_room=True)
    round: str = declared(Kind.TEXT, "Round", longest=36, hub_room=True)
    title: str = declared(Kind.TEXT, "Title", required=True, hub_room=True)
    text: str = declared(Kind.TEXT, "Text", longest=20_000, hub_room=True)
    asked_by: str = declared(Kind.TEXT, "Asked by", hub_room=True)
    asked_at: datetime | None = declared(Kind.TIME, "Asked at", hub_room=True)
    asked_how: str = declared(Kind.TEXT, "Asked how", choices=HOW_KNOWN, hub_room=True)
    deadline: datetime | None = declared(Kind.TIME, "Answer before", hub_room=True)
    reminded_at: datetime | None = declared(Kind.TIME, "Reminded at", hub_room=True)
    status: str = declared(
        Kind.TEXT,
        "Status",
        rule=Rule.STEPS,
        choices=tuple(INQUIRY_STEPS)[1:],
        steps=INQUIRY_STEPS,
        own_steps=OWN_INQUIRY_STEPS,
        default="draft",
    )
    link_until: datetime | None = declared(Kind.TIME, "Answer link until", hub_room=True)
    """Until when an answer link works; None: there is none, or it was withdrawn."""
    mail_to: str = declared(Kind.TEXT, "Mail to", longest=500, hub_room=True)
    mail: str = declared(
        Kind.TEXT,
        "Mail",
        rule=Rule.CLAIM,
        choices=("", "wanted", "sent", "failed", "not_set_up"),
        hub_room=True,
    )
    mail_at: datetime | None = declared(Kind.TIME, "Mail sent", hub_room=True)
    mail_trouble: str = declared(Kind.TEXT, "Trouble with the mail", longest=500, hub_room=True)
    answered_by: str = declared(
        Kind.TEXT, "Answered by", private="contact", retention_days=ONE_YEAR
    )
    answered_role: str = declared(Kind.TEXT, "Role of who answered")
    answered_at: datetime | None = declared(Kind.TIME, "Answered at")
    answered_how: str = declared(Kind.TEXT, "How we know", choices=HOW_KNOWN)
    remark: str = declared(Kind.TEXT, "Remark", longest=5000)


@dataclass(frozen=True, slots=True, kw_only=True)
class InquiryLine(Record):
    """One thing asked of an owner, and its answer.

    Of a request: `answer` says yes (the whole quantity), part (`offered` of it), provisional
    (`offered`, not definite yet), alternative (`offered` of `alternative`) or no with `reason`.
    Of an inventory: `total`, `available`, `reserve` are what it has, can send, keeps at home.
    """

    about: str = declared(Kind.REFERENCE, "Belongs to", required=True, hub_room=True)
    about_type: str = declared(
        Kind.TEXT, "Belongs to type", longest=40, default="inquiry", hub_room=True
    )
    order: int = declared(Kind.INTEGER, "Order", default=0, hub_room=True)
    line: str = declared(Kind.REFERENCE, "Request line", target="requestline", hub_room=True)
    resource: str = declared(Kind.TEXT, "Resource type", longest=40, required=True, hub_room=True)
    quantity: int = declared(Kind.INTEGER, "Quantity asked", default=0, hub_room=True)
    least: int = declared(Kind.INTEGER, "Least acceptable", default=0, hub_room=True)
    alternatives: frozenset[str] = declared(Kind.SET, "Alternatives", longest=40, hub_room=True)
    from_at: datetime | None = declared(Kind.TIME, "From", hub_room=True)
    until_at: datetime | None = declared(Kind.TIME, "Until", hub_room=True)
    report_to: str = declared(Kind.TEXT, "Report to", longest=500, hub_room=True)
    answer: str = declared(
        Kind.TEXT, "Answer", choices=("", "yes", "part", "provisional", "alternative", "no")
    )
    offered: int | None = declared(Kind.INTEGER, "Quantity offered")
    alternative: str = declared(Kind.TEXT, "Alternative offered", longest=40)
    reason: str = declared(Kind.TEXT, "Reason", longest=1000)
    possible_from: datetime | None = declared(Kind.TIME, "Possible from")
    possible_until: datetime | None = declared(Kind.TIME, "Possible until")
    unit: str = declared(Kind.TEXT, "Unit", longest=200)
    commander: str = declared(Kind.TEXT, "Commander", private="contact", retention_days=ONE_YEAR)
    commander_phone: str = declared(
        Kind.TEXT, "Phone of the commander", longest=60, private="contact", retention_days=ONE_YEAR
    )
    total: int | None = declared(Kind.INTEGER, "Total")
    available: int | None = declared(Kind.INTEGER, "Available")
    reserve: int | None = declared(Kind.INTEGER, "Remaining cover")
    edxl: Json = declared(Kind.DOCUMENT, "EDXL-RM", private="contact", retention_days=ONE_YEAR)


# -- who gives what --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment(Shared):
    """What one owner gives to one request line (or, as burenhulp, to a region), and where it is.

    Its source is the owner that gives. It holds `quantity` from `from_at` (None: at once, since
    for ever) until `until_at` (None: no end known), or until `returned_at` when that is earlier.
    `word` says whose word it is: "owner" (the region itself promised, `authority` decided and `how`
    we know) may go above the board's number, and raises it; "room" (KCR2 alone, from a proposal)
    may not.
    """

    number: str = declared(Kind.TEXT, "Number", longest=30)
    owner: str = declared(Kind.TEXT, "Owner", longest=20, required=True)
    resource: str = declared(Kind.TEXT, "Resource type", longest=40, required=True)
    quantity: int = declared(Kind.INTEGER, "Quantity", default=1)
    unit: str = declared(Kind.REFERENCE, "Named unit", target="unit")
    request: str = declared(Kind.REFERENCE, "Request", target="assistancerequest")
    line: str = declared(Kind.REFERENCE, "Request line", target="requestline")
    inquiry: str = declared(Kind.REFERENCE, "Inquiry", target="inquiry")
    to_region: str = declared(Kind.TEXT, "Goes to", longest=20)
    from_at: datetime | None = declared(Kind.TIME, "From")
    until_at: datetime | None = declared(Kind.TIME, "Until")
    firmness: str = declared(
        Kind.TEXT, "Firmness", choices=("provisional", "definite"), default="provisional"
    )
    word: str = declared(Kind.TEXT, "Whose word", choices=("room", "owner"), default="room")
    authority: str = declared(Kind.TEXT, "Decided by", longest=300)
    authority_role: str = declared(Kind.TEXT, "Role of who decided", choices=ROLE_HELD)
    how: str = declared(Kind.TEXT, "How we know", choices=HOW_KNOWN)
    decided_at: datetime | None = declared(Kind.TIME, "Decided at")
    status: str = declared(
        Kind.TEXT,
        "Status",
        rule=Rule.STEPS,
        choices=tuple(COMMITMENT_STEPS)[1:],
        steps=COMMITMENT_STEPS,
        default="promised",
    )
    status_reason: str = declared(Kind.TEXT, "Reason", longest=1000)
    replaced_by: str = declared(Kind.REFERENCE, "Replaced by", target="commitment")
    relieves: str = declared(Kind.REFERENCE, "Relieves", target="commitment")
    """The commitment whose people this one takes over from (aflossing)."""
    call_signs: str = declared(Kind.TEXT, "Call signs", longest=500)
    people: int | None = declared(Kind.INTEGER, "People")
    commander: str = declared(Kind.TEXT, "Commander", private="contact", retention_days=ONE_YEAR)
    commander_phone: str = declared(
        Kind.TEXT, "Phone of the commander", longest=60, private="contact", retention_days=ONE_YEAR
    )
    talk_group: str = declared(Kind.TEXT, "Talk group", longest=100)
    report_to: str = declared(Kind.TEXT, "Report to", longest=500)
    eta: datetime | None = declared(Kind.TIME, "Expected on site")
    relief_at: datetime | None = declared(Kind.TIME, "Relief at")
    departed_at: datetime | None = declared(Kind.TIME, "Departed")
    arrived_at: datetime | None = declared(Kind.TIME, "Arrived")
    relieved_at: datetime | None = declared(Kind.TIME, "Relieved")
    released_at: datetime | None = declared(Kind.TIME, "Released")
    returned_at: datetime | None = declared(Kind.TIME, "Returned")
    note: str = declared(Kind.TEXT, "Note", longest=2000)
    external_id: str = declared(Kind.TEXT, "External identity", longest=1000)
    edxl: Json = declared(Kind.DOCUMENT, "EDXL-RM", private="contact", retention_days=ONE_YEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal(Shared):
    """A plan that the desk proposed and what the officer did with it. KCR2 decides nothing: a
    region that is proposed is asked. `plan` holds its lines, reasons and weights as printed."""

    number: str = declared(Kind.TEXT, "Number", longest=30)
    made_by: str = declared(Kind.TEXT, "Made by", required=True)
    made_at: datetime | None = declared(Kind.TIME, "Made at")
    weights: int = declared(Kind.INTEGER, "Version of the weights", default=0)
    taken: str = declared(
        Kind.TEXT, "Taken over", rule=Rule.CLAIM, choices=("", "all", "some", "none")
    )
    taken_by: str = declared(Kind.TEXT, "Taken over by", rule=Rule.CLAIM)
    plan: Json = declared(Kind.DOCUMENT, "Plan")
