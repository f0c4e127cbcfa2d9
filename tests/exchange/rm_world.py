"""A book that takes EDXL-RM messages in as a desk does, by the rules of the log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from kcr2desk.core.book import Book
from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import check_wire
from kcr2desk.core.merge import merge
from kcr2desk.core.records import RECORD_TYPES, blank_values, build, missing
from kcr2desk.core.text import Json
from kcr2desk.exchange.edxl_rm import Brought, read, to_changes
from kcr2desk.hub.seed import seed

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
MSG = "urn:oasis:names:tc:emergency:EDXL:RM:1.0:msg"
RM = "urn:oasis:names:tc:emergency:EDXL:RM:1.0"


class World:
    """The records of a desk, and its book."""

    def __init__(self) -> None:
        self.book = Book()
        self.values: dict[tuple[str, str], dict[str, Json]] = {}
        self.save("reference", seed())

    def save(self, stream: str, changes: Sequence[Change]) -> None:
        """Lay changes over the records; what the log would refuse fails the test."""
        for change in changes:
            key = (change.type, change.id)
            specs = RECORD_TYPES[change.type].fields
            now = self.values.get(key)
            assert (now is None) == (change.how is How.NEW), change
            merged = merge(now, change)
            assert not merged.reason, (merged.reason, merged.reason_field, change)
            assert not merged.kept
            values = {**blank_values(change.type), **merged.values}
            assert not missing(change.type, values)
            for name, value in values.items():
                assert check_wire(specs[name], value) is None, (name, value)
            self.values[key] = values
            self.book.put(build(change.type, change.id, stream, 1, values))

    def take(self, data: bytes | str, *, owner: str = "") -> Brought:
        """Take the one message of a file in."""
        raw = data.encode() if isinstance(data, str) else data
        reading = read(raw, "m.xml")
        assert not reading.problems, reading.problems
        (received,) = reading.messages
        brought = to_changes(self.book, received, now=NOW, by="De Vries", owner=owner)
        assert not (brought.changes and brought.problems)
        self.save(brought.stream, brought.changes)
        return brought


def codes(brought: Brought) -> list[str]:
    """The codes of what was told, and of why nothing was done."""
    return [each.code for each in (*brought.told, *brought.problems)]


def message(
    kind: str,
    name: str,
    *elements: str,
    sent: str = "2026-07-01T11:00:00+00:00",
    first: str = "req-1",
    before: str = "",
    contacts: Sequence[tuple[str, str]] = (("Sender", "Veiligheidsregio Twente"),),
    recall: tuple[str, str] | None = None,
    more: str = "",
) -> str:
    """A message as another system writes it, with a default namespace."""
    told = "".join(
        f'<ContactInformation><ContactDescription xmlns="{RM}">{who}</ContactDescription>'
        f'<ContactRole xmlns="{RM}">{role}</ContactRole></ContactInformation>'
        for role, who in contacts
    )
    recalled = ""
    if recall:
        recalled = (
            f'<MessageRecall><RecallMessageID xmlns="{RM}">{recall[0]}</RecallMessageID>'
            f'<RecallType xmlns="{RM}">{recall[1]}</RecallType></MessageRecall>'
        )
    return (
        f'<{kind} xmlns="{MSG}"><MessageID>{name}</MessageID><SentDateTime>{sent}</SentDateTime>'
        f"<MessageContentType>{kind}</MessageContentType>"
        f"<MessageDescription>{more or 'Natuurbrand'}</MessageDescription>"
        f"<OriginatingMessageID>{first}</OriginatingMessageID>"
        + (f"<PrecedingMessageID>{before}</PrecedingMessageID>" if before else "")
        + recalled
        + told
        + "".join(elements)
        + f"</{kind}>"
    )


def element(
    name: str,
    *,
    answers: tuple[str, str] | None = None,
    reason: str = "",
    what: str = "Peloton brandbestrijding",
    id_: str = "",
    owner: str = "",
    status: str = "",
    quantity: str = "",
    times: Sequence[tuple[str, str]] = (),
    report_to: str = "",
    extra: str = "",
) -> str:
    """A ResourceInformation as another system writes it."""
    response = ""
    if answers:
        why = f'<ResponseReason xmlns="{RM}">{reason}</ResponseReason>' if reason else ""
        response = (
            f'<ResponseInformation xmlns:r="{RM}">'
            f"<r:PrecedingResourceInfoElementID>{answers[0]}</r:PrecedingResourceInfoElementID>"
            f"<r:ResponseType>{answers[1]}</r:ResponseType>{why}</ResponseInformation>"
        )
    resource = (f"<ResourceID>{id_}</ResourceID>" if id_ else "") + f"<Name>{what}</Name>"
    if owner:
        resource += (
            f'<OwnershipInformation><Owner xmlns="{RM}">{owner}</Owner></OwnershipInformation>'
        )
    if status:
        resource += (
            f'<ResourceStatus><DeploymentStatus><ValueListURN xmlns="{RM}">urn:x</ValueListURN>'
            f'<Value xmlns="{RM}">{status}</Value></DeploymentStatus></ResourceStatus>'
        )
    schedules = "".join(
        f"<ScheduleInformation><ScheduleType>{kind}</ScheduleType><DateTime>{at}</DateTime>"
        "</ScheduleInformation>"
        for kind, at in times
    )
    if report_to:
        schedules += (
            "<ScheduleInformation><ScheduleType>ReportTo</ScheduleType><Location>"
            f'<LocationDescription xmlns="{RM}">{report_to}</LocationDescription>'
            f'<TargetArea xmlns="{RM}"><Point xmlns="http://www.opengis.net/gml">'
            "<pos>52.2 5.9</pos></Point></TargetArea></Location></ScheduleInformation>"
        )
    assigned = ""
    if quantity:
        assigned = f"<AssignmentInformation><Quantity>{quantity}</Quantity></AssignmentInformation>"
    return (
        f"<ResourceInformation><ResourceInfoElementID>{name}</ResourceInfoElementID>{response}"
        f"<Resource>{resource}</Resource>{assigned}{schedules}{extra}</ResourceInformation>"
    )


def said(text: str) -> str:
    """A quantity in words."""
    return f'<QuantityText xmlns="{RM}">{text}</QuantityText>'


def measured(amount: str, unit: str = "") -> str:
    """A quantity that is measured."""
    of = ""
    if unit:
        listed = f"<ValueListURN>urn:u</ValueListURN><Value>{unit}</Value>"
        of = f"<UnitOfMeasure>{listed}</UnitOfMeasure>"
    return f'<MeasuredQuantity xmlns="{RM}"><Amount>{amount}</Amount>{of}</MeasuredQuantity>'
