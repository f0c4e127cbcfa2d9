"""An EDXL-RM 1.0 message as frozen dataclasses: every element of the sixteen message types.

All of a message is kept as it was written: texts with their spaces, times and numbers as text
(`values` says what they mean), and `None` for an element that is not there. What the standard does
not know stays at its place as an `Extra` or `Attribute`. The order of the fields is the order of
the elements in the schema; each field says by `element` what it is called.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MSG = "urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg"
"""The namespace of what is declared with a message."""

RM = "urn:oasis:names:tc:emergency:EDXL:RM:1.0"
"""The namespace of what is declared with the common types."""

KINDS = (
    "RequestResource", "ResponseToRequestResource", "RequisitionResource", "CommitResource",
    "RequestInformation", "ResponseToRequestInformation", "OfferUnsolicitedResource",
    "ReleaseResource", "RequestReturn", "ResponseToRequestReturn", "RequestQuote",
    "ResponseToRequestQuote", "RequestResourceDeploymentStatus", "ReportResourceDeploymentStatus",
    "RequestExtendedDeploymentDuration", "ResponseToRequestExtendedDeploymentDuration",
)  # fmt: skip
"""The message types, which are also the names of their outermost elements."""


@dataclass(frozen=True, slots=True)
class Extra:
    """An element that the standard does not have at this place, as XML (exclusive canonical form).

    It follows the known element `after` ("Name" and which of that name, from 0; None: it comes
    first). `inside` names the known text element that it stood in, where it was not beside one.
    """

    xml: str
    after: tuple[str, int] | None = None
    inside: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute, of which the standard has none; `name` as "{namespace}name" or "name".

    `on` names the known text element that has it, None: the element of the dataclass itself.
    """

    name: str
    value: str
    on: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """How a field is written: its element, and what that holds.

    `holds` is None for text, "xml" for what is kept as XML, else a dataclass of this module.
    """

    name: str
    namespace: str
    holds: type[Node] | str | None = None
    many: bool = False


def _text(name: str, namespace: str = RM) -> Any:
    return dataclasses.field(default=None, metadata={"element": Element(name, namespace)})


def _texts(name: str) -> Any:
    return dataclasses.field(default=(), metadata={"element": Element(name, RM, None, True)})


def _xml(name: str, namespace: str = RM) -> Any:
    return dataclasses.field(default=None, metadata={"element": Element(name, namespace, "xml")})


def _one(name: str, cls: type[Node], namespace: str = RM) -> Any:
    return dataclasses.field(default=None, metadata={"element": Element(name, namespace, cls)})


def _many(name: str, cls: type[Node]) -> Any:
    return dataclasses.field(default=(), metadata={"element": Element(name, MSG, cls, True)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An element that holds others, with what of it the standard does not know."""

    extras: tuple[Extra, ...] = ()
    attributes: tuple[Attribute, ...] = ()


_elements: dict[type[Node], dict[str, Element]] = {}


def elements_of(cls: type[Node]) -> dict[str, Element]:
    """The fields of a dataclass that are elements, in the order of the schema."""
    known = _elements.get(cls)
    if known is None:
        fields = dataclasses.fields(cls)
        known = {f.name: f.metadata["element"] for f in fields if "element" in f.metadata}
        _elements[cls] = known
    return known


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueList(Node):
    """Values from a list that has a name (`urn`), such as a list of resource types."""

    urn: str | None = _text("ValueListURN")
    values: tuple[str, ...] = _texts("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured(Node):
    """A number (as written) and its unit."""

    amount: str | None = _text("Amount")
    unit: ValueList | None = _one("UnitOfMeasure", ValueList)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Node):
    """How many: in words, or measured."""

    texts: tuple[str, ...] = _texts("QuantityText")
    measured: Measured | None = _one("MeasuredQuantity", Measured)


@dataclass(frozen=True, slots=True, kw_only=True)
class Location(Node):
    """A place: in words, as an address (CIQ xAL) or as geometry (GML); the latter two as XML."""

    description: str | None = _text("LocationDescription")
    address: str | None = _xml("Address")
    area: str | None = _xml("TargetArea")


@dataclass(frozen=True, slots=True, kw_only=True)
class Radio(Node):
    """A radio or its talk group."""

    type: ValueList | None = _one("RadioType", ValueList)
    channel: str | None = _text("RadioChannel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact(Node):
    """Somebody to talk to; `party` is CIQ xPIL as XML."""

    description: str | None = _text("ContactDescription")
    role: str | None = _text("ContactRole")
    radios: tuple[Radio, ...] = dataclasses.field(
        default=(), metadata={"element": Element("Radio", RM, Radio, True)}
    )
    location: Location | None = _one("ContactLocation", Location)
    party: str | None = _xml("AdditionalContactInformation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident(Node):
    """What it is for."""

    id: str | None = _text("IncidentID")
    description: str | None = _text("IncidentDescription")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(Node):
    """That this message replaces (Update) or takes back (Cancel) an earlier one."""

    message_id: str | None = _text("RecallMessageID")
    type: str | None = _text("RecallType")


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding(Node):
    """Who pays."""

    code: str | None = _text("FundCode")
    info: str | None = _text("FundingInfo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Node):
    """The answer to one element of an earlier message."""

    preceding: str | None = _text("PrecedingResourceInfoElementID")
    type: str | None = _text("ResponseType")
    reason_code: ValueList | None = _one("ReasonCode", ValueList)
    reason: str | None = _text("ResponseReason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ownership(Node):
    """Whose a resource is."""

    owner: str | None = _text("Owner")
    jurisdiction: str | None = _text("OwningJurisdiction")
    home_dispatch: str | None = _text("HomeDispatch")
    home_unit: str | None = _text("HomeUnit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Status(Node):
    """How a resource is doing."""

    refreshed: str | None = _text("InventoryRefreshDateTime", MSG)
    deployment: ValueList | None = _one("DeploymentStatus", ValueList, MSG)
    availability: str | None = _text("Availability", MSG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource(Node):
    """What is asked, given or spoken of; at least one of id, name and type."""

    id: str | None = _text("ResourceID", MSG)
    name: str | None = _text("Name", MSG)
    type: ValueList | None = _one("TypeStructure", ValueList, MSG)
    type_info: str | None = _xml("TypeInfo", MSG)
    keywords: tuple[ValueList, ...] = _many("Keyword", ValueList)
    description: str | None = _text("Description", MSG)
    credentials: str | None = _text("Credentials", MSG)
    certifications: str | None = _text("Certifications", MSG)
    special: str | None = _text("SpecialRequirements", MSG)
    responsible: Contact | None = _one("ResponsibleParty", Contact, MSG)
    ownership: Ownership | None = _one("OwnershipInformation", Ownership, MSG)
    status: Status | None = _one("ResourceStatus", Status, MSG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Instructions(Node):
    """How to come and where to report."""

    transport: str | None = _text("ModeOfTransportation")
    navigation: str | None = _text("NavigationInstructions")
    reporting: str | None = _text("ReportingInstructions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(Node):
    """How many and for what."""

    quantity: Quantity | None = _one("Quantity", Quantity, MSG)
    restrictions: str | None = _text("Restrictions", MSG)
    function: str | None = _text("AnticipatedFunction", MSG)
    price: Quantity | None = _one("PriceQuote", Quantity, MSG)
    order_id: str | None = _text("OrderID", MSG)
    instructions: Instructions | None = _one("AssignmentInstructions", Instructions, MSG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule(Node):
    """One moment or place of the 18 kinds of ScheduleType."""

    type: str | None = _text("ScheduleType", MSG)
    at: str | None = _text("DateTime", MSG)
    location: Location | None = _one("Location", Location, MSG)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceInformation(Node):
    """One element of a message: a line of a request, or one answer, unit or status."""

    id: str | None = _text("ResourceInfoElementID", MSG)
    response: Response | None = _one("ResponseInformation", Response, MSG)
    resource: Resource | None = _one("Resource", Resource, MSG)
    assignment: Assignment | None = _one("AssignmentInformation", Assignment, MSG)
    schedules: tuple[Schedule, ...] = _many("ScheduleInformation", Schedule)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message(Node):
    """A whole message of one of KINDS."""

    kind: str
    id: str | None = _text("MessageID", MSG)
    sent: str | None = _text("SentDateTime", MSG)
    content_type: str | None = _text("MessageContentType", MSG)
    description: str | None = _text("MessageDescription", MSG)
    originating: str | None = _text("OriginatingMessageID", MSG)
    preceding: str | None = _text("PrecedingMessageID", MSG)
    incidents: tuple[Incident, ...] = _many("IncidentInformation", Incident)
    recall: Recall | None = _one("MessageRecall", Recall, MSG)
    funding: tuple[Funding, ...] = _many("Funding", Funding)
    contacts: tuple[Contact, ...] = _many("ContactInformation", Contact)
    resources: tuple[ResourceInformation, ...] = _many("ResourceInformation", ResourceInformation)

    def nodes(self) -> Iterator[tuple[str, Node]]:
        """Every element that holds others, with its path ("/ResourceInformation/Resource")."""
        yield from _nodes(self, "")


def _nodes(node: Node, path: str) -> Iterator[tuple[str, Node]]:
    yield path, node
    for name, element in elements_of(type(node)).items():
        if isinstance(element.holds, type):
            value = getattr(node, name)
            for each in value if element.many else (value,):
                if each is not None:
                    yield from _nodes(each, f"{path}/{element.name}")
