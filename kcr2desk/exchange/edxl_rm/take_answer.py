"""ResponseToRequestResource: answers on the lines of inquiries."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kcr2desk.core.bijstand import INQUIRY_STEPS, AssistanceRequest, Inquiry, InquiryLine
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.ids import derived_id
from kcr2desk.exchange.edxl_rm import finding, kept, values
from kcr2desk.exchange.edxl_rm.model import Message, ResourceInformation, Response
from kcr2desk.exchange.edxl_rm.taking import Taking

_Made = dict[str, dict[str, Any]]
"""What this message made so far: the fields of an answer by its line, and inquiries (empty)."""


def take_answer(taking: Taking) -> None:
    """Record what each element answers; one that came without an inquiry gets one."""
    made: _Made = {}
    for info in taking.message.resources:
        response = info.response
        preceding = values.text(response.preceding) if response is not None else ""
        if response is None or not preceding:
            raise taking.refuse("rm-no-id", "PrecedingResourceInfoElementID")
        asked = finding.asked_of(taking, preceding)
        if asked is not None:
            inquiry = taking.book.inquiry(asked.about)
            if inquiry is None:
                raise taking.refuse("rm-no-request", preceding)
            _answer_known(taking, inquiry, asked, info, response, made)
        else:
            _answer_request(taking, info, response, preceding, made)


def take_back_answer(taking: Taking, name: str) -> None:
    """The owner takes its answers back: they are as if not given."""
    found = [
        each for each in taking.book.all("inquiryline")
        if isinstance(each, InquiryLine) and kept.doc(each.edxl).get("id") == name
    ]  # fmt: skip
    if not found:
        raise taking.refuse("rm-recall-unknown", name)
    for line in found:
        finding.same_stream(taking, line)
        if kept.seen(line.edxl, taking.id):
            taking.say("rm-known")
            continue
        edxl = kept.noted(line.edxl, taking.id, taking.sent)
        taking.edit(line, {"answer": "", "offered": None, "reason": "", "edxl": edxl})
        taking.say("rm-withdrawn", f"{line.quantity} × {line.resource}")


def _answer_request(
    taking: Taking,
    info: ResourceInformation,
    response: Response,
    preceding: str,
    made: _Made,
) -> None:
    """Answer a request that went out by itself and not as inquiries."""
    owner = taking.owner_of(info)
    line = finding.line_of(taking, info, preceding)
    request = finding.request_of(taking) if line is None else taking.book.request(line.about)
    if line is None and request is not None:
        raise taking.refuse("rm-no-request", preceding)
    first = finding.chain(taking)[-1:] or [""]
    about = kept.request_id(taking.stream, first[0]) if request is None else request.id
    asks = kept.line_id(taking.stream, first[0], preceding) if line is None else line.id
    for inquiry in reversed(taking.book.inquiries(about, owner)):
        there = [a for a in taking.book.answers(inquiry.id) if a.line == asks]
        if there and inquiry.status not in ("draft", "withdrawn"):
            _answer_known(taking, inquiry, there[0], info, response, made)
            return
    inquiry_id = kept.inquiry_id(taking.stream, about, owner)
    known = taking.book.inquiry(inquiry_id)
    if inquiry_id not in made and known is None:
        _make_inquiry(taking, inquiry_id, owner, about, request)
        made[inquiry_id] = {}
    resource = line.resource if line is not None else finding.kind_of_help(taking, info)
    if not resource:
        raise taking.refuse("rm-no-type", preceding)
    wanted = line.quantity if line is not None else 0
    answer_id = derived_id(0, "edxl-rm", "answer", inquiry_id, asks)
    fields = _fields(taking, info, response, resource, wanted)
    if answer_id in made:
        taking.edit_made("inquiryline", answer_id, _joined(made, answer_id, fields, wanted))
    else:
        made[answer_id] = fields
        about_it = {"about": inquiry_id, "order": len(made), "line": asks, "resource": resource}
        edxl = _edxl(taking, None, info)
        given = {**about_it, "quantity": wanted, **fields, "edxl": edxl}
        taking.new("inquiryline", answer_id, given)
    if isinstance(known, Inquiry):
        _answered(taking, known)
    taking.say("rm-answer", f"{owner}: {resource}, {response.type}")


def _make_inquiry(
    taking: Taking, record: str, owner: str, request_id: str, request: AssistanceRequest | None
) -> None:
    title = values.text(taking.message.description, 200) or f"EDXL-RM {taking.id}"
    title = title.splitlines()[0] if request is None else request.title
    fields = {
        "source": owner,
        "owner": owner,
        "request": request_id,
        "title": values.text(title, 200),
        "asked_how": "rm",
        "status": "asked",
    }
    taking.new("inquiry", record, fields)
    taking.edit_made("inquiry", record, {"status": "answered", **_who(taking)})


def _answer_known(
    taking: Taking,
    inquiry: Inquiry,
    line: InquiryLine,
    info: ResourceInformation,
    response: Response,
    made: _Made,
) -> None:
    if kept.seen(line.edxl, taking.id):
        taking.say("rm-known")
        return
    if taking.sent is not None and kept.sent(line.edxl) > milliseconds(taking.sent):
        taking.say("rm-status-old", f"{inquiry.owner}: {line.resource}")
        return
    fields = _fields(taking, info, response, line.resource, line.quantity)
    if line.id in made:
        taking.edit(line, _joined(made, line.id, fields, line.quantity))
    else:
        made[line.id] = fields
        taking.edit(line, {**fields, "edxl": _edxl(taking, line, info)})
    _answered(taking, inquiry)
    taking.say("rm-answer", f"{inquiry.owner}: {line.resource}, {response.type}")


def _joined(made: _Made, answer: str, second: dict[str, Any], wanted: int) -> dict[str, Any]:
    """The answer when several elements of one message answer the same line: two units each."""
    first = made[answer]
    if second["answer"] == "no":
        joined = {**first, "reason": kept.said([first["reason"], second["reason"]])}
    elif first["answer"] == "no":
        joined = {**second, "reason": kept.said([first["reason"], second["reason"]])}
    else:
        offered = _count(first, wanted) + _count(second, wanted)
        kinds = {first["answer"], second["answer"]} & {"provisional", "alternative"}
        answer_now = "yes" if offered >= wanted else "part"
        if kinds:
            answer_now = "alternative" if "alternative" in kinds else "provisional"
        units = kept.said([str(first.get("unit") or ""), str(second.get("unit") or "")])
        joined = {**second, **{k: v for k, v in first.items() if v}}
        joined |= {"answer": answer_now, "offered": offered, "unit": units}
    made[answer] = joined
    return joined


def _count(fields: dict[str, Any], wanted: int) -> int:
    return wanted if fields["offered"] is None else int(fields["offered"])


def _answered(taking: Taking, inquiry: Inquiry) -> None:
    if inquiry.status != "answered" and "answered" not in INQUIRY_STEPS[inquiry.status]:
        taking.say("rm-step", f"{inquiry.owner}: {inquiry.title}")
        return
    taking.edit(inquiry, {"status": "answered", **_who(taking)})


def _who(taking: Taking) -> dict[str, Any]:
    who = taking.contact("RespondingOrg", "Owner", "Approver", "Sender")
    return {
        "answered_by": values.who(who),
        "answered_at": taking.sent or taking.now,
        "answered_how": "rm",
    }


def _edxl(taking: Taking, line: InquiryLine | None, info: ResourceInformation) -> kept.Doc:
    before = None if line is None else line.edxl
    return kept.noted(
        before, taking.id, taking.sent, id=taking.id, element=values.text(info.id),
        xml=kept.pack(only(taking.message, info)),
    )  # fmt: skip


def only(message: Message, info: ResourceInformation) -> Message:
    """The message with this one of its elements."""
    return replace(message, resources=(info,))


def _fields(
    taking: Taking, info: ResourceInformation, response: Response, resource: str, wanted: int
) -> dict[str, Any]:
    """The answer itself. Raises Refused for a ResponseType that is none."""
    told = values.text(response.type)
    reason = kept.said([values.units_of(response.reason_code), values.text(response.reason)])
    if told == "Decline":
        return {"answer": "no", "offered": None, "alternative": "", "reason": reason}
    if told not in ("Accept", "Provisional"):
        raise taking.refuse("rm-value", f"ResponseType “{told}”")
    offered: int | None = None
    if info.assignment is not None and info.assignment.quantity is not None:
        how_many = values.count(info.assignment.quantity)
        offered = how_many.quantity
        if how_many.code:
            taking.say(how_many.code, how_many.detail or resource)
    alternative = finding.type_told(taking, info)
    alternative = alternative if alternative != resource else ""
    answer = "provisional" if told == "Provisional" else "yes"
    if answer == "yes" and offered is not None and offered < wanted:
        answer = "part"
    if answer == "provisional" and offered is None:
        offered = wanted or None
    if alternative:
        answer, offered = "alternative", offered or wanted or 1
    start, end = taking.period(
        taking.at(info, "BeginAvailable", "EstimatedDeparture", "RequestedDeparture"),
        taking.at(info, "EndAvailable", "RequestedReturnDeparture", "EstimatedReturnDeparture"),
        resource,
    )
    who = info.resource.responsible if info.resource is not None else None
    return {
        "answer": answer,
        "offered": offered,
        "alternative": alternative,
        "reason": reason,
        "possible_from": start,
        "possible_until": end,
        "unit": values.text(info.resource.name) if info.resource is not None else "",
        "commander": values.who(who),
        "commander_phone": "" if who is None else values.phone(who.party),
    }
