"""Records to EDXL-RM messages: what came as a message goes out again with all that it said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from kcr2desk.core.bijstand import (
    AssistanceRequest,
    Commitment,
    Inquiry,
    InquiryLine,
)
from kcr2desk.core.book import Book
from kcr2desk.core.records import Incident as IncidentRecord
from kcr2desk.exchange.edxl_rm import kept, values
from kcr2desk.exchange.edxl_rm import parts as make
from kcr2desk.exchange.edxl_rm.model import (
    Contact,
    Funding,
    Incident,
    Message,
    Recall,
    ResourceInformation,
    Response,
)
from kcr2desk.exchange.edxl_rm.writing import written_time


@dataclass(frozen=True, slots=True)
class Sending:
    """What a message says that no record does.

    `id` is the new message's (a UUID); `sender` who sends it, in words, with an optional phone.
    `answer` ("Accept", "Decline", "Provisional") and `reason` are those of the answers to
    RequestReturn and RequestExtendedDeploymentDuration; `until` is the moment that is asked for
    or agreed. `preceding` is the message that is answered, "" where the records know it. `recalls`
    names an earlier message of ours that this one replaces.
    """

    id: str
    now: datetime
    sender: str
    answer: str = "Accept"
    reason: str = ""
    until: datetime | None = None
    preceding: str = ""
    recalls: str = ""


def from_records(book: Book, kind: str, ids: Sequence[str], sending: Sending) -> Message:
    """The message of `kind` about these records.

    RequestResource: of one request, or of one inquiry (then only what that owner was asked).
    ResponseToRequestResource: of one answered inquiry. All others of the chain: of commitments to
    one request. Raises KeyError for a record that is not in the book and ValueError for a kind
    that is no step of the chain, or for records that cannot be in one message.
    """
    if kind == "RequestResource":
        return _of_request(book, ids, sending)
    if kind == "ResponseToRequestResource":
        return _of_answers(book, ids, sending)
    if kind not in _OF_COMMITMENTS:
        raise ValueError(f"{kind} is no step that is sent from records")
    return _of_commitments(book, kind, ids, sending)


# -- RequestResource -------------------------------------------------------------------------------


def _of_request(book: Book, ids: Sequence[str], sending: Sending) -> Message:
    (record_id,) = ids
    request = book.request(record_id)
    if request is not None:
        base = kept.unpack(request.edxl) or Message(kind="RequestResource")
        known = {values.text(info.id): info for info in base.resources}
        lines = [line for line in book.lines(request.id) if not line.ended]
        infos = tuple(
            make.request_info(book, request, line, known.get(kept.name_of(line))) for line in lines
        )
        name = kept.name_of(request)
        own = name == f"{kept.URN}{request.id}"
        return replace(
            _header(base, "RequestResource", sending, originating=name, preceding=None),
            id=name if own and not sending.recalls else f"{kept.URN}{sending.id}",
            description=base.description or request.description or request.title,
            incidents=base.incidents or _incidents(book, request),
            funding=base.funding or make.some(request.costs, lambda t: (Funding(info=t),), ()),
            contacts=_contacts(base.contacts, sending, make.requesters(request)),
            resources=infos,
        )
    inquiry = book.inquiry(record_id)
    if inquiry is None:
        raise KeyError(record_id)
    asked = book.request(inquiry.request)
    infos = tuple(make.inquiry_info(book, asked, line) for line in book.answers(inquiry.id))
    name = f"{kept.URN}{inquiry.id}"
    header = _header(Message(kind=""), "RequestResource", sending, originating=name, preceding=None)
    return replace(
        header,
        id=name if not sending.recalls else f"{kept.URN}{sending.id}",
        description=inquiry.text or inquiry.title,
        incidents=_incidents(book, asked) if asked is not None else (),
        contacts=_contacts((), sending, ()),
        resources=infos,
    )


def _incidents(book: Book, request: AssistanceRequest) -> tuple[Incident, ...]:
    found = book.get("incident", request.incident) if request.incident else None
    if not isinstance(found, IncidentRecord):
        return ()
    return (Incident(id=found.number or f"{kept.URN}{found.id}", description=found.title),)


# -- ResponseToRequestResource ---------------------------------------------------------------------


def _of_answers(book: Book, ids: Sequence[str], sending: Sending) -> Message:
    (record_id,) = ids
    inquiry = book.inquiry(record_id)
    if inquiry is None:
        raise KeyError(record_id)
    request = book.request(inquiry.request)
    given = [line for line in book.answers(inquiry.id) if line.answer]
    if not given:
        raise ValueError("nothing was answered yet")
    name = kept.name_of(request) if request is not None else f"{kept.URN}{inquiry.id}"
    base = kept.unpack(given[0].edxl) or Message(kind="ResponseToRequestResource")
    responds = Contact(
        description=make.spoken(book, inquiry.owner, inquiry.answered_by), role="RespondingOrg"
    )
    header = _header(
        base, "ResponseToRequestResource", sending, originating=name,
        preceding=sending.preceding or name,
    )  # fmt: skip
    return replace(
        header,
        description=base.description or make.some(inquiry.remark, str, None),
        contacts=_contacts(base.contacts, sending, (responds,)),
        resources=tuple(_answer_info(book, inquiry, line) for line in given),
    )


def _answer_info(book: Book, inquiry: Inquiry, line: InquiryLine) -> ResourceInformation:
    base = kept.unpack(line.edxl)
    known = base.resources[0] if base is not None and base.resources else None
    asked = book.line(line.line)
    preceding = kept.name_of(asked) if asked is not None else line.id
    return make.answer_info(book, inquiry.owner, line, preceding, known)


# -- what is said of commitments -------------------------------------------------------------------

_OF_COMMITMENTS: frozenset[str] = frozenset({
    "CommitResource", "ReleaseResource", "ReportResourceDeploymentStatus",
    "RequestResourceDeploymentStatus", "RequestReturn", "ResponseToRequestReturn",
    "RequestExtendedDeploymentDuration", "ResponseToRequestExtendedDeploymentDuration",
})  # fmt: skip

_ANSWER_TO: dict[str, str] = {
    "ResponseToRequestReturn": "return",
    "ResponseToRequestExtendedDeploymentDuration": "longer",
}


def _of_commitments(book: Book, kind: str, ids: Sequence[str], sending: Sending) -> Message:
    found: list[Commitment] = []
    for record_id in ids:
        each = book.commitment(record_id)
        if each is None:
            raise KeyError(record_id)
        found.append(each)
    if not found or len({each.request for each in found}) != 1:
        raise ValueError("a message is about commitments to one request")
    request = book.request(found[0].request)
    first = f"{kept.URN}{found[0].request or found[0].id}"
    originating = kept.name_of(request) if request is not None else first
    base = kept.unpack(found[0].edxl) if kind == "CommitResource" else None
    header = _header(
        base or Message(kind=kind), kind, sending, originating=originating,
        preceding=sending.preceding or _preceding(kind, found[0], originating),
    )  # fmt: skip
    return replace(
        header,
        contacts=_contacts(header.contacts, sending, _givers(book, found)),
        resources=tuple(_commitment_info(book, kind, each, sending) for each in found),
    )


def _preceding(kind: str, commitment: Commitment, originating: str) -> str:
    """What a message follows: the request, the commitment as it came, or what was asked of it."""
    told = kept.doc(commitment.edxl)
    if kind in _ANSWER_TO:
        asked = told.get("asks")
        for each in reversed(asked if isinstance(asked, list) else []):
            if isinstance(each, dict) and each.get("kind") == _ANSWER_TO[kind]:
                return str(each.get("message"))
    if kind == "CommitResource":
        return originating
    return str(told.get("id") or originating)


def _givers(book: Book, found: Sequence[Commitment]) -> tuple[Contact, ...]:
    owners = dict.fromkeys(each.owner for each in found)
    return tuple(
        Contact(description=make.spoken(book, owner, ""), role="RespondingOrg") for owner in owners
    )


def _commitment_info(
    book: Book, kind: str, commitment: Commitment, sending: Sending
) -> ResourceInformation:
    base = kept.unpack(commitment.edxl)
    known = base.resources[0] if base is not None and base.resources else None
    line = book.line(commitment.line)
    info = make.commitment_info(book, kind, commitment, line, known)
    if kind == "CommitResource":
        named = kept.name_of(line) if line is not None else (commitment.line or commitment.id)
        told = "Accept" if commitment.firmness == "definite" else "Provisional"
        before = known.response if known is not None else None
        return replace(info, response=_response(named, told, "", before))
    if kind in _ANSWER_TO:
        response = _response(kept.name_of(commitment), sending.answer, sending.reason, None)
        info = replace(info, response=response)
    if sending.until is not None:
        info = make.until(info, kind, sending.until)
    return info


def _response(named: str, told: str, reason: str, before: Response | None) -> Response:
    if before is not None and values.text(before.type) == told:
        return replace(before, preceding=named)
    code = make.value_list(values.REASON_URN, "provisional") if told == "Provisional" else None
    return Response(
        preceding=named, type=told, reason_code=code, reason=make.some(reason, str, None)
    )


# -- the head of every message ---------------------------------------------------------------------


def _header(
    base: Message, kind: str, sending: Sending, *, originating: str, preceding: str | None
) -> Message:
    recall = None
    if sending.recalls:
        recall = Recall(message_id=sending.recalls, type="Update")
    return replace(
        base,
        kind=kind,
        id=f"{kept.URN}{sending.id}",
        sent=written_time(sending.now),
        content_type=kind,
        originating=originating,
        preceding=preceding,
        recall=recall,
    )


def _contacts(
    before: tuple[Contact, ...], sending: Sending, others: Sequence[Contact]
) -> tuple[Contact, ...]:
    """Who sends it now, and then those whom the message named before or else the records name."""
    sender = Contact(description=sending.sender, role="Sender")
    stay = [each for each in before if values.text(each.role) != "Sender"]
    return (sender, *(stay or others))
