"""What each message type must and must not have: what its schema says, and the notes in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kcr2desk.exchange.edxl_rm.model import (
    KINDS,
    Assignment,
    Contact,
    Funding,
    Incident,
    Location,
    Measured,
    Message,
    Node,
    Ownership,
    Quantity,
    Radio,
    Recall,
    Resource,
    ResourceInformation,
    Response,
    Schedule,
    Status,
    ValueList,
    elements_of,
)

RESPONSES = ("Accept", "Decline", "Provisional")
ROLES = ("Sender", "Requester", "SubjectMatterExpert", "Approver", "RespondingOrg", "Owner")
RECALLS = ("Update", "Cancel")

_ALL = frozenset(KINDS)
_ANSWERS = frozenset({
    "CommitResource", "ResponseToRequestExtendedDeploymentDuration", "ResponseToRequestQuote",
    "ResponseToRequestResource", "ResponseToRequestReturn",
})  # fmt: skip
_INFORMATION = frozenset({"RequestInformation", "ResponseToRequestInformation"})
_ASKS = frozenset({
    "OfferUnsolicitedResource", "ReleaseResource", "RequestExtendedDeploymentDuration",
    "RequestQuote", "RequestResource", "RequestResourceDeploymentStatus", "RequestReturn",
    "RequisitionResource",
})  # fmt: skip

REQUIRED: Mapping[tuple[type[Node], str], frozenset[str]] = {
    (Message, "id"): _ALL,
    (Message, "sent"): _ALL,
    (Message, "content_type"): _ALL,
    (Message, "originating"): _ALL,
    (Message, "description"): frozenset({"RequestInformation"}),
    (Message, "preceding"): _ANSWERS | {"ResponseToRequestInformation"},
    (Message, "funding"): frozenset({"RequisitionResource"}),
    (Message, "contacts"): _ALL,
    (Message, "resources"): _ALL - _INFORMATION,
    (ResourceInformation, "id"): _ALL,
    (ResourceInformation, "response"): _ANSWERS,
    (ResourceInformation, "resource"): _ASKS,
    (ResourceInformation, "assignment"): frozenset({"RequisitionResource"}),
    (Resource, "status"): frozenset({"ResponseToRequestReturn"}),
    (Status, "deployment"): frozenset({"ResponseToRequestReturn"}),
    (Status, "availability"): frozenset({"ResponseToRequestReturn"}),
    (Assignment, "quantity"): frozenset(
        {"CommitResource", "ReleaseResource", "RequisitionResource"}
    ),
    (Assignment, "price"): frozenset({"ResponseToRequestQuote"}),
    (Schedule, "type"): _ALL,
    (Response, "preceding"): _ALL,
    (Response, "type"): _ALL,
    (Recall, "message_id"): _ALL,
    (Recall, "type"): _ALL,
    (Radio, "type"): _ALL,
    (Radio, "channel"): _ALL,
    (ValueList, "urn"): _ALL,
    (ValueList, "values"): _ALL,
    (Measured, "amount"): _ALL,
}
"""Fields that a message type must have, where the element that holds them is there at all."""

_NO_STATUS = frozenset(
    {"RequestQuote", "RequestResource", "RequestResourceDeploymentStatus", "RequisitionResource"}
)
ABSENT: Mapping[tuple[type[Node], str], frozenset[str]] = {
    (Message, "preceding"): frozenset({"OfferUnsolicitedResource", "RequestResource"}),
    (Message, "funding"): frozenset({"OfferUnsolicitedResource"}),
    (ResourceInformation, "response"): frozenset({
        "OfferUnsolicitedResource", "RequestExtendedDeploymentDuration", "RequestInformation",
        "RequestResource", "RequestResourceDeploymentStatus", "RequestReturn",
        "RequisitionResource",
    }),
    (Resource, "responsible"): frozenset({"RequestResource"}),
    (Resource, "ownership"): frozenset({"RequestResource"}),
    (Resource, "status"): _NO_STATUS,
    (Status, "refreshed"): _ALL - _INFORMATION - {
        "CommitResource", "OfferUnsolicitedResource", "ReportResourceDeploymentStatus",
        "ResponseToRequestQuote", "ResponseToRequestResource",
    },
    (Status, "availability"): frozenset({"CommitResource"}) | _NO_STATUS,
    (Assignment, "price"): frozenset({"RequestQuote", "RequestResource"}),
    (Assignment, "order_id"): frozenset({
        "OfferUnsolicitedResource", "RequestQuote", "RequestResource", "RequisitionResource",
        "ResponseToRequestQuote", "ResponseToRequestResource",
    }),
    (Assignment, "instructions"): frozenset({
        "RequestExtendedDeploymentDuration", "RequestResource",
    }),
}  # fmt: skip
"""Fields that a message type does not know."""

_ONE_OF: Mapping[type[Node], tuple[str, ...]] = {
    Incident: ("id", "description"),
    Funding: ("code", "info"),
    Contact: ("description", "role"),
    Ownership: ("owner", "jurisdiction"),
    Location: ("description", "address", "area"),
    Resource: ("id", "name", "type"),
    Quantity: ("texts", "measured"),
}
"""Of which at least one must be there: the schema says so in words."""

_RETURNED = frozenset({"ActualReturnArrival"})
_BACK = frozenset({"ActualReturnArrival", "ActualReturnDeparture"})
_AVAILABLE = frozenset({"BeginAvailable", "EndAvailable"})
_RETURN_ASKED = frozenset({"RequestedReturnDeparture", "RequestedReturnArrival"})
_OUTWARD = frozenset({"ActualArrival", "ActualDeparture"})
_ESTIMATED = frozenset({"EstimatedArrival", "EstimatedDeparture"})
_TO_DO = _OUTWARD | _BACK | _AVAILABLE | _RETURN_ASKED | {"Committed", "Current"}

SCHEDULES = (
    "RequestedArrival", "EstimatedArrival", "ActualArrival", "RequestedDeparture",
    "EstimatedDeparture", "ActualDeparture", "EstimatedReturnDeparture", "EstimatedReturnArrival",
    "ActualReturnArrival", "RequestedReturnDeparture", "RequestedReturnArrival",
    "ActualReturnDeparture", "BeginAvailable", "EndAvailable", "Committed", "Current", "ReportTo",
    "Route",
)  # fmt: skip
"""The kinds of moments and places."""

SCHEDULES_ABSENT: Mapping[str, frozenset[str]] = {
    "RequestResource": _TO_DO | _ESTIMATED,
    "RequestQuote": _TO_DO | _ESTIMATED,
    "RequisitionResource": _TO_DO,
    "ResponseToRequestResource": _OUTWARD
    | _BACK
    | {"EstimatedReturnArrival", "Committed", "Current"},
    "ResponseToRequestQuote": _OUTWARD | _BACK | {"Committed", "Current"},
    "CommitResource": _BACK | {"ActualArrival"},
    "OfferUnsolicitedResource": _OUTWARD
    | _BACK
    | {
        "RequestedArrival", "RequestedDeparture", "EstimatedReturnDeparture",
        "EstimatedReturnArrival", "Committed", "Current", "ReportTo",
    },
    "ReleaseResource": _RETURNED,
    "RequestReturn": _BACK | {"EstimatedReturnDeparture", "EstimatedReturnArrival", "Current"},
    "ResponseToRequestReturn": _RETURNED,
    "RequestExtendedDeploymentDuration": _BACK | _AVAILABLE | {"Current"},
    "ResponseToRequestExtendedDeploymentDuration": _BACK | {"BeginAvailable", "Current"},
    "RequestResourceDeploymentStatus": frozenset({"Current"}),
}  # fmt: skip
"""Kinds of moments and places that a message type does not know."""


def broken(message: Message) -> Iterator[tuple[str, str]]:
    """The code of a sentence and its detail for each rule of the standard that is not kept."""
    kind = message.kind
    for path, node in message.nodes():
        for name, element in _fields(node):
            there = getattr(node, name) not in (None, ())
            if not there and kind in REQUIRED.get((type(node), name), ()):
                yield "missing", f"{path}/{element}".lstrip("/")
            if there and kind in ABSENT.get((type(node), name), ()):
                yield "rm-not-here", f"{path}/{element}".lstrip("/")
        one_of = _ONE_OF.get(type(node), ())
        if one_of and not any(getattr(node, name) not in (None, ()) for name in one_of):
            yield "missing", " | ".join(dict(_fields(node))[name] for name in one_of)
        yield from _wrong_values(kind, node)
    if message.content_type is not None and message.content_type.strip() != kind:
        yield "rm-content-type", message.content_type


def _fields(node: Node) -> list[tuple[str, str]]:
    return [(name, element.name) for name, element in elements_of(type(node)).items()]


def _wrong_values(kind: str, node: Node) -> Iterator[tuple[str, str]]:
    match node:
        case Schedule(type=str(told)):
            if told not in SCHEDULES or told in SCHEDULES_ABSENT.get(kind, ()):
                yield "rm-value", f"ScheduleType “{told}”"
        case Response(type=str(told)) if told not in RESPONSES:
            yield "rm-value", f"ResponseType “{told}”"
        case Recall(type=str(told)) if told not in RECALLS:
            yield "rm-value", f"RecallType “{told}”"
        case Contact(role=str(told)) if told not in ROLES:
            yield "rm-value", f"ContactRole “{told}”"
        case Quantity(measured=Measured()) if node.texts:
            yield "rm-value", "Quantity"
