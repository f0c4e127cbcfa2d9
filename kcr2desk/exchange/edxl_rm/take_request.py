"""RequestResource: a request and its lines, its updates, and that it is taken back."""

from __future__ import annotations

from typing import Any

from kcr2desk.core.bijstand import REQUEST_STEPS, AssistanceRequest, RequestLine
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.records import Incident
from kcr2desk.exchange.edxl_rm import finding, kept, values
from kcr2desk.exchange.edxl_rm.model import ResourceInformation
from kcr2desk.exchange.edxl_rm.taking import Taking


def take_request(taking: Taking) -> None:
    """Make the request of a RequestResource, or change the one that it updates."""
    recall = taking.message.recall
    name = taking.id
    if recall is not None and values.text(recall.message_id):
        name = values.text(recall.message_id)
    found = finding.request_named(taking, name)
    if found is None:
        _make(taking, name)
    elif kept.seen(found.edxl, taking.id) or name == taking.id:
        taking.say("rm-known")
    elif kept.sent(found.edxl) > _sent(taking):
        taking.say("rm-status-old", found.title)
    else:
        _change(taking, found)


def take_back_request(taking: Taking, name: str) -> None:
    """The requester takes its request back."""
    found = finding.request_named(taking, name)
    if found is None:
        raise taking.refuse("rm-recall-unknown", name)
    if kept.seen(found.edxl, taking.id):
        taking.say("rm-known")
        return
    if found.status != "withdrawn":
        if "withdrawn" not in REQUEST_STEPS[found.status]:
            taking.say("rm-step", found.title)
            return
        reason = values.text(taking.message.description) or f"EDXL-RM MessageRecall {taking.id}"
        taking.edit(found, {"status": "withdrawn", "status_reason": reason})
        taking.say("rm-withdrawn", found.title)
    taking.edit(found, {"edxl": kept.noted(found.edxl, taking.id, taking.sent)})


def _make(taking: Taking, name: str) -> None:
    record = kept.request_id(taking.stream, name)
    fields = _request_fields(taking)
    region = str(fields["region"])
    taking.new(
        "assistancerequest",
        record,
        {
            **fields,
            "source": "KCR2",
            "audience": frozenset({region} - {""}),
            "status": "submitted",
            "received_at": taking.now,
            "received_by": taking.by,
            "channel": "rm",
            "external_id": kept.external(name),
            "edxl": _edxl(taking, None, name),
        },
    )
    for order, info in enumerate(taking.message.resources, start=1):
        _make_line(taking, record, name, info, order)
    taking.say("rm-request", str(fields["title"]))


def _make_line(
    taking: Taking, request: str, name: str, info: ResourceInformation, order: int
) -> None:
    element = values.text(info.id)
    taking.new(
        "requestline",
        kept.line_id(taking.stream, name, element),
        {
            **_line_fields(taking, info),
            "about": request,
            "order": order,
            "external_id": kept.external(f"{name} {element}"),
            "edxl": kept.noted(None, taking.id, taking.sent, element=element),
        },
    )


def _change(taking: Taking, found: AssistanceRequest) -> None:
    name = str(kept.doc(found.edxl).get("id") or found.external_id)
    taking.edit(found, {**_request_fields(taking), "edxl": _edxl(taking, found, name)})
    lines = {kept.name_of(line): line for line in taking.book.lines(found.id)}
    most = max((line.order for line in lines.values()), default=0)
    for info in taking.message.resources:
        line = lines.pop(values.text(info.id), None)
        if line is not None:
            _change_line(taking, line, info)
        else:
            most += 1
            _make_line(taking, found.id, name, info, most)
    for line in lines.values():
        taking.say("rm-line-gone", f"{line.quantity} × {line.resource}")
    taking.say("rm-request-changed", found.title)


def _change_line(taking: Taking, line: RequestLine, info: ResourceInformation) -> None:
    kept_with = kept.noted(line.edxl, taking.id, taking.sent)
    taking.edit(line, {**_line_fields(taking, info), "edxl": kept_with})


def _edxl(taking: Taking, found: AssistanceRequest | None, name: str) -> kept.Doc:
    before = None if found is None else found.edxl
    aliases = list(
        dict.fromkeys(
            [*kept.texts(before, "aliases"), kept.external(name), kept.external(taking.id)]
        )
    )
    return kept.noted(
        before, taking.id, taking.sent, id=name, aliases=[*aliases], xml=kept.pack(taking.message)
    )


def _sent(taking: Taking) -> int:
    return milliseconds(taking.sent or taking.now)


# -- what the fields hold --------------------------------------------------------------------------


def _request_fields(taking: Taking) -> dict[str, Any]:
    message = taking.message
    asks = taking.contact("Requester", "Sender") or (message.contacts or (None,))[0]
    signs = taking.contact("Approver")
    told = [values.who(c) for c in message.contacts]
    radio = next((r.channel for c in message.contacts for r in c.radios if r.channel), None)
    infos = message.resources
    starts = [s for i in infos if (s := taking.at(i, "RequestedArrival", "RequestedDeparture"))]
    ends = [
        e
        for i in infos
        if (e := taking.at(i, "EstimatedReturnDeparture", "EstimatedReturnArrival"))
    ]
    start, end = taking.period(
        min(starts, default=None), max(ends, default=None), "RequestResource"
    )
    report_to = [p for i in infos if (p := taking.schedule(i, "ReportTo"))]
    route = [p for i in infos if (p := taking.schedule(i, "Route"))]
    return {
        "title": _title(taking),
        "description": _description(taking),
        "incident": _incident(taking),
        "region": values.owner_of(taking.book, [values.who(asks), *told, *_incident_texts(taking)]),
        "requester": values.who(asks),
        "callback": "" if asks is None else values.phone(asks.party),
        "authority": values.who(signs),
        "talk_group": values.text(radio),
        "from_at": start,
        "until_at": end,
        "report_to": values.place(report_to[0].location) if report_to else "",
        "report_to_position": values.position(report_to[0].location) if report_to else "",
        "route": values.place(route[0].location) if route else "",
        "costs": kept.said(
            [f"{values.text(f.code)} {values.text(f.info)}".strip() for f in message.funding]
        ),
    }


def _title(taking: Taking) -> str:
    first = next(iter(values.text(taking.message.description).splitlines()), "")
    options = (first, *_incident_texts(taking), *(_what(i) for i in taking.message.resources))
    return values.text(next((each for each in options if each), taking.id), 200)


def _what(info: ResourceInformation) -> str:
    if info.resource is None:
        return ""
    return values.text(info.resource.name) or values.units_of(info.resource.type)


def _incident_texts(taking: Taking) -> list[str]:
    told = (values.text(each.description) for each in taking.message.incidents)
    return [each for each in told if each]


def _description(taking: Taking) -> str:
    parts = [values.text(taking.message.description), *_incident_texts(taking)]
    return "\n".join(dict.fromkeys(part for part in parts if part))


def _incident(taking: Taking) -> str:
    """The incident that is meant, where it is one of ours in this stream."""
    names = {values.text(each.id) for each in taking.message.incidents} - {""}
    for each in taking.book.all("incident"):
        if not isinstance(each, Incident) or each.stream != taking.stream:
            continue
        if {each.id, f"{kept.URN}{each.id}", each.number} & names:
            return each.id
    return ""


def _line_fields(taking: Taking, info: ResourceInformation) -> dict[str, Any]:
    assignment, resource = info.assignment, info.resource
    resource_type = finding.kind_of_help(taking, info)
    if not resource_type:
        raise taking.refuse("missing", "Resource")
    how_many = values.count(assignment.quantity if assignment is not None else None)
    if how_many.code:
        taking.say(how_many.code, how_many.detail or resource_type)
    task = [
        values.text(assignment.function) if assignment else "",
        values.text(resource.description) if resource else "",
        values.text(resource.special) if resource else "",
        values.text(assignment.restrictions) if assignment else "",
        how_many.detail,
    ]
    start, end = taking.period(
        taking.at(info, "RequestedArrival", "RequestedDeparture"),
        taking.at(info, "EstimatedReturnDeparture", "EstimatedReturnArrival"),
        resource_type,
    )
    where = taking.schedule(info, "ReportTo")
    return {
        "resource": resource_type,
        "quantity": how_many.quantity,
        "least": how_many.least,
        "task": "\n".join(dict.fromkeys(each for each in task if each)),
        "from_at": start,
        "until_at": end,
        "report_to": values.place(where.location) if where is not None else "",
    }
