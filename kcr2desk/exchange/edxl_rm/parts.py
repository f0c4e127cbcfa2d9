"""The elements of a message from the fields of records, laid over what an earlier message said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from lxml import etree

from kcr2desk.core.bijstand import AssistanceRequest, Commitment, InquiryLine, RequestLine
from kcr2desk.core.book import Book
from kcr2desk.exchange.edxl_rm import kept, values
from kcr2desk.exchange.edxl_rm.model import (
    RM,
    Assignment,
    Contact,
    Location,
    Measured,
    Ownership,
    Quantity,
    Radio,
    Resource,
    ResourceInformation,
    Response,
    Schedule,
    Status,
    ValueList,
)
from kcr2desk.exchange.edxl_rm.rules import ABSENT, SCHEDULES_ABSENT
from kcr2desk.exchange.edxl_rm.writing import written_time

XPIL = "urn:oasis:names:tc:ciq:xpil:3"

T = TypeVar("T")
D = TypeVar("D")


def some(text: str, made: Callable[[str], T], otherwise: D) -> T | D:
    """`made` of a text, or `otherwise` for an empty one."""
    return made(text) if text else otherwise


def value_list(urn: str, value: str) -> ValueList:
    """One value of a list."""
    return ValueList(urn=urn, values=(value,))


def spoken(book: Book, owner: str, person: str) -> str:
    """An owner in words that `values.owner_of` finds again, with the person who spoke."""
    known = book.owners.get(owner)
    name = known.name if known is not None else owner
    return f"{name} ({owner})" if not person else f"{name} ({owner}), {person}"


def requesters(request: AssistanceRequest) -> tuple[Contact, ...]:
    """Who asks and who signs."""
    found: list[Contact] = []
    who = kept.said([request.requester, request.requester_role, request.region])
    if who:
        found.append(
            Contact(
                description=who, role="Requester",
                radios=_radios(request.talk_group), party=_party(request.callback),
            )
        )  # fmt: skip
    if request.authority:
        found.append(Contact(description=request.authority, role="Approver"))
    return tuple(found)


def _radios(talk_group: str) -> tuple[Radio, ...]:
    if not talk_group:
        return ()
    return (Radio(type=value_list("urn:kcr2:radio", "C2000"), channel=talk_group),)


def _party(phone: str) -> str | None:
    """A telephone number as CIQ xPIL."""
    if not phone:
        return None
    root = etree.Element(f"{{{RM}}}AdditionalContactInformation", nsmap={"rm": RM, "xpil": XPIL})
    holder = etree.SubElement(root, f"{{{XPIL}}}ContactNumbers")
    number = etree.SubElement(holder, f"{{{XPIL}}}ContactNumber")
    etree.SubElement(number, f"{{{XPIL}}}ContactNumberElement").text = phone
    return etree.tostring(root, encoding="unicode")


# -- lines of requests -----------------------------------------------------------------------------


def request_info(
    book: Book, request: AssistanceRequest, line: RequestLine, known: ResourceInformation | None
) -> ResourceInformation:
    """A line of a request. What a message said of it stays where the record says the same."""
    base = known or ResourceInformation(resource=_resource(book, line.resource))
    resource = base.resource or _resource(book, line.resource)
    if values.type_of(book, _names(resource)) not in ("", line.resource):
        resource = _resource(book, line.resource)
    assignment = _assigned(base.assignment, line.quantity, line.least)
    if known is None:
        assignment = replace(assignment, function=some(line.task or request.task, str, None))
    start, end, where, route = line.from_at, line.until_at, line.report_to, ""
    if known is None:  # a message says on each line what it means, and where it says nothing, none
        start, end = start or request.from_at, end or request.until_at
        where, route = where or request.report_to, request.route
    position = request.report_to_position if where == request.report_to else ""
    moments = {"RequestedArrival": start, "EstimatedReturnDeparture": end}
    schedules = _schedules(base.schedules, moments, "RequestResource")
    schedules = _placed(schedules, "ReportTo", where, position)
    schedules = _placed(schedules, "Route", route, "")
    return replace(
        base, id=kept.name_of(line), resource=resource, assignment=assignment, schedules=schedules
    )


def inquiry_info(
    book: Book, request: AssistanceRequest | None, line: InquiryLine
) -> ResourceInformation:
    """What an owner is asked, named after the line of the inquiry."""
    moments = {"RequestedArrival": line.from_at, "EstimatedReturnDeparture": line.until_at}
    schedules = _schedules((), moments, "RequestResource")
    position = request.report_to_position if request is not None else ""
    schedules = _placed(schedules, "ReportTo", line.report_to, position)
    resource = _resource(book, line.resource)
    if line.alternatives:
        others = ", ".join(sorted(book.resource_name(code, "nl") for code in line.alternatives))
        resource = replace(resource, special=f"Alternatief: {others}")
    quantity = _assigned(None, line.quantity, line.least) if line.quantity else None
    return ResourceInformation(
        id=line.id, resource=resource, assignment=quantity, schedules=schedules
    )


def _names(resource: Resource) -> list[str | None]:
    listed = resource.type.values if resource.type is not None else ()
    return [*listed, resource.name, resource.description]


def _resource(book: Book, code: str) -> Resource:
    return Resource(name=book.resource_name(code, "nl"), type=value_list(values.TYPE_URN, code))


def _assigned(before: Assignment | None, quantity: int, least: int) -> Assignment:
    """The number; as it was written where that means the same."""
    base = before or Assignment()
    if base.quantity is not None:
        said = values.count(base.quantity)
        if (said.quantity, said.least) == (quantity, least):
            return base
    if 0 < least < quantity:
        return replace(base, quantity=Quantity(texts=(f"{least} to {quantity}",)))
    return replace(base, quantity=Quantity(measured=Measured(amount=str(quantity))))


def _schedules(
    before: tuple[Schedule, ...], moments: Mapping[str, datetime | None], kind: str
) -> tuple[Schedule, ...]:
    """Moments laid over schedules; one that means the same stays as it was written."""
    absent = SCHEDULES_ABSENT.get(kind, frozenset())
    found = [each for each in before if values.text(each.type) not in absent]
    for name, moment in moments.items():
        if moment is None or name in absent:
            continue
        there = next((i for i, each in enumerate(found) if values.text(each.type) == name), None)
        if there is None:
            found.append(Schedule(type=name, at=written_time(moment)))
        elif values.time(found[there].at)[0] != moment:
            found[there] = replace(found[there], at=written_time(moment))
    return tuple(found)


def _placed(
    before: tuple[Schedule, ...], name: str, where: str, position: str
) -> tuple[Schedule, ...]:
    """A place laid over schedules."""
    if not where:
        return before
    there = next((each for each in before if values.text(each.type) == name), None)
    if there is not None and values.place(there.location) == where:
        return before
    area = values.area(position) if position else None
    place = Location(description=some(where, str, None), area=area)
    if there is None:
        return (*before, Schedule(type=name, location=place))
    return tuple(replace(each, location=place) if each is there else each for each in before)


# -- answers ---------------------------------------------------------------------------------------

_RESPONSES = {
    "yes": "Accept", "part": "Accept", "alternative": "Accept",
    "provisional": "Provisional", "no": "Decline",
}  # fmt: skip


def answer_info(
    book: Book, owner: str, line: InquiryLine, preceding: str, known: ResourceInformation | None
) -> ResourceInformation:
    """The answer on one line of an inquiry."""
    told = _RESPONSES[line.answer]
    before = known.response if known is not None else None
    if before is None or values.text(before.type) != told:
        needs_code = told == "Provisional" and not line.reason
        before = Response(
            reason_code=value_list(values.REASON_URN, "provisional") if needs_code else None,
            reason=some(line.reason, str, None),
        )
    response = replace(before, preceding=preceding, type=told)
    element = values.text(known.id) if known is not None else line.id
    if told == "Decline":
        base = known or ResourceInformation()
        return replace(base, id=element, response=response)
    base = known or ResourceInformation(
        resource=replace(
            _resource(book, line.alternative or line.resource),
            responsible=_leader(line.commander, line.commander_phone, ""),
            ownership=Ownership(owner=owner, home_unit=some(line.unit, str, None)),
        )
    )
    offered = line.quantity if line.offered is None else line.offered
    moments = {"BeginAvailable": line.possible_from, "EndAvailable": line.possible_until}
    return replace(
        base,
        id=element,
        response=response,
        assignment=_assigned(base.assignment, offered, 0) if offered else base.assignment,
        schedules=_schedules(base.schedules, moments, "ResponseToRequestResource"),
    )


def _leader(name: str, phone: str, talk_group: str) -> Contact | None:
    if not name and not phone and not talk_group:
        return None
    return Contact(
        description=name or phone or talk_group, radios=_radios(talk_group), party=_party(phone)
    )


# -- commitments -----------------------------------------------------------------------------------

_AVAILABILITY = {"released": "available", "returned": "available"}


def commitment_info(
    book: Book,
    kind: str,
    commitment: Commitment,
    line: RequestLine | None,
    known: ResourceInformation | None,
) -> ResourceInformation:
    """A commitment, as far as a message of `kind` speaks of it."""
    unit = book.unit(commitment.unit)
    called = (unit.name if unit is not None else "") or commitment.call_signs
    base = known or ResourceInformation(
        resource=replace(
            _resource(book, commitment.resource),
            id=commitment.id,
            name=called or book.resource_name(commitment.resource, "nl"),
            ownership=Ownership(owner=commitment.owner),
        )
    )
    resource = base.resource or _resource(book, commitment.resource)
    if known is None:
        leader = _leader(commitment.commander, commitment.commander_phone, commitment.talk_group)
        resource = replace(resource, responsible=leader)
    resource = _without(kind, replace(resource, status=_status(kind, commitment)))
    assignment = _assigned(base.assignment, commitment.quantity, 0)
    schedules = _schedules(base.schedules, _moments(commitment, line), kind)
    return replace(
        base,
        id=kept.name_of(commitment),
        response=base.response if kind == "CommitResource" else None,
        resource=resource,
        assignment=_without(kind, assignment),
        schedules=_placed(schedules, "ReportTo", commitment.report_to, ""),
    )


N = TypeVar("N", Resource, Assignment)


def _without(kind: str, node: N) -> N:
    """The node without what a message of `kind` does not know."""
    changes: dict[str, Any] = {
        name: None for (cls, name), kinds in ABSENT.items() if cls is type(node) and kind in kinds
    }
    return replace(node, **changes)


def _status(kind: str, commitment: Commitment) -> Status | None:
    if kind in ("CommitResource", "RequestResourceDeploymentStatus"):
        return None
    return Status(
        deployment=value_list(values.STATUS_URN, commitment.status),
        availability=_AVAILABILITY.get(commitment.status, "in use"),
    )


def _moments(commitment: Commitment, line: RequestLine | None) -> dict[str, datetime | None]:
    """The moments of a commitment; a type of message that does not know one leaves it out."""
    return {
        "RequestedArrival": line.from_at if line is not None else None,
        "EstimatedDeparture": commitment.from_at,
        "EstimatedArrival": commitment.eta,
        "ActualDeparture": commitment.departed_at,
        "ActualArrival": commitment.arrived_at,
        "EstimatedReturnArrival": commitment.until_at,
        "ActualReturnDeparture": commitment.released_at,
        "ActualReturnArrival": commitment.returned_at,
    }


_UNTIL = {
    "RequestReturn": "RequestedReturnDeparture",
    "ResponseToRequestReturn": "EstimatedReturnDeparture",
    "RequestExtendedDeploymentDuration": "EstimatedReturnArrival",
    "ResponseToRequestExtendedDeploymentDuration": "EstimatedReturnArrival",
}


def until(info: ResourceInformation, kind: str, moment: datetime) -> ResourceInformation:
    """With the moment that is asked for or agreed. Raises KeyError for a kind that asks none."""
    return replace(info, schedules=_schedules(info.schedules, {_UNTIL[kind]: moment}, kind))
