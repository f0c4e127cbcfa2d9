"""CommitResource: what an owner promises, a commitment for each element."""

from __future__ import annotations

from typing import Any

from kcr2desk.core.bijstand import COMMITMENT_STEPS, Commitment, RequestLine
from kcr2desk.core.book import Book
from kcr2desk.core.changes import Change
from kcr2desk.core.fields import milliseconds, to_wire
from kcr2desk.core.places import fold
from kcr2desk.core.prediction import raise_for
from kcr2desk.core.records import RECORD_TYPES, build
from kcr2desk.exchange.edxl_rm import finding, kept, values
from kcr2desk.exchange.edxl_rm.model import ResourceInformation
from kcr2desk.exchange.edxl_rm.take_answer import only
from kcr2desk.exchange.edxl_rm.taking import Taking


def take_commit(taking: Taking) -> None:
    """Make a commitment of each element that accepts, or change those that it updates."""
    recall = taking.message.recall
    name = values.text(recall.message_id) if recall is not None else ""
    before = finding.commitments_of_message(taking, name) if name else []
    by_element = {kept.name_of(each): each for each in before}
    promised: dict[str, dict[str, Any]] = {}
    for info in taking.message.resources:
        response = info.response
        preceding = values.text(response.preceding) if response is not None else ""
        told = values.text(response.type) if response is not None else ""
        if response is None or not preceding:
            raise taking.refuse("rm-no-id", "PrecedingResourceInfoElementID")
        if told == "Decline":
            taking.say("rm-declined", values.text(response.reason) or preceding)
        elif told not in ("Accept", "Provisional"):
            raise taking.refuse("rm-value", f"ResponseType “{told}”")
        else:
            made = _take(taking, info, preceding, told, name or taking.id, by_element)
            promised |= made
    _raise_numbers(taking, promised)


def take_back_commit(taking: Taking, name: str) -> None:
    """The owner takes its promise back: withdrawn, which is not cancelled."""
    found = finding.commitments_of_message(taking, name)
    if not found:
        raise taking.refuse("rm-recall-unknown", name)
    for each in found:
        if kept.seen(each.edxl, taking.id):
            taking.say("rm-known")
            continue
        if each.status != "withdrawn":
            if "withdrawn" not in COMMITMENT_STEPS[each.status]:
                taking.say("rm-step", spoken(each))
                continue
            reason = values.text(taking.message.description) or f"EDXL-RM MessageRecall {taking.id}"
            taking.edit(each, {"status": "withdrawn", "status_reason": reason})
        taking.edit(each, {"edxl": kept.noted(each.edxl, taking.id, taking.sent)})
        taking.say("rm-withdrawn", spoken(each))


def spoken(commitment: Commitment) -> str:
    """A commitment in a few words: "VR06: 2 × fire_platoon"."""
    return f"{commitment.owner}: {commitment.quantity} × {commitment.resource}"


def _take(
    taking: Taking,
    info: ResourceInformation,
    preceding: str,
    told: str,
    name: str,
    before: dict[str, Commitment],
) -> dict[str, dict[str, Any]]:
    """Make or change one commitment; returns its fields by its id, {} when nothing changed."""
    element = values.text(info.id)
    record = kept.commitment_id(taking.stream, name, element)
    known = before.get(element) or taking.book.commitment(record)
    known = known or _own(taking, element)
    line = finding.line_of(taking, info, preceding)
    request = finding.request_of(taking) if line is None else taking.book.request(line.about)
    if line is None and request is not None and known is None:
        raise taking.refuse("rm-no-request", preceding)
    if known is not None:
        return _change(taking, known, info, line, told)
    owner = taking.owner_of(info)
    first = finding.chain(taking)[-1:] or [""]
    fields = _fields(taking, info, line, told, owner)
    if not fields["resource"]:
        raise taking.refuse("rm-no-type", preceding)
    about = kept.request_id(taking.stream, first[0]) if request is None else request.id
    asked = finding.asked_of(taking, preceding)
    region = request.region if request is not None else ""
    made = {
        **fields,
        "source": owner,
        "owner": owner,
        "audience": frozenset({region} - {""}),
        "request": about,
        "line": kept.line_id(taking.stream, first[0], preceding) if line is None else line.id,
        "inquiry": asked.about if asked is not None else "",
        "to_region": region,
        "word": "owner",
        "how": "rm",
        "status": "promised",
        "external_id": kept.external(name),
        "edxl": _edxl(taking, None, info, name),
    }
    taking.new("commitment", record, made)
    _on_the_way(taking, record, info)
    taking.say("rm-commitment", f"{owner}: {fields['quantity']} × {fields['resource']}")
    return {record: made}


def _own(taking: Taking, element: str) -> Commitment | None:
    """The commitment of ours that came back in a message of our own."""
    found = taking.book.commitment(kept.own_id(element))
    if found is not None:
        finding.same_stream(taking, found)
    return found


def _on_the_way(taking: Taking, record: str, info: ResourceInformation) -> None:
    departed = taking.at(info, "ActualDeparture")
    if departed is not None:
        taking.edit_made("commitment", record, {"status": "en_route", "departed_at": departed})


def _change(
    taking: Taking,
    known: Commitment,
    info: ResourceInformation,
    line: RequestLine | None,
    told: str,
) -> dict[str, dict[str, Any]]:
    if kept.seen(known.edxl, taking.id):
        taking.say("rm-known")
        return {}
    at = taking.sent or taking.now
    if kept.sent(known.edxl) > milliseconds(at):
        taking.say("rm-status-old", spoken(known))
        return {}
    fields = _fields(taking, info, line, told, known.owner)
    fields = {n: v for n, v in fields.items() if v not in ("", None)}
    if info.resource is not None and values.text(info.resource.id) == known.id:
        fields = _as_we_wrote(taking, info, fields)
    fields["resource"] = known.resource  # another kind of help is another commitment
    name = str(kept.doc(known.edxl).get("id") or taking.id)
    specs = RECORD_TYPES["commitment"].fields
    taking.edit(known, {**fields, "edxl": _edxl(taking, known, info, name)})
    taking.say("rm-commitment-changed", spoken(known))
    return {known.id: {**{n: getattr(known, n) for n in specs}, **fields}}


def _as_we_wrote(
    taking: Taking, info: ResourceInformation, fields: dict[str, Any]
) -> dict[str, Any]:
    """The fields from a message that is named after our own record: what we said comes back, by the
    schedules in which we say it. When the line wants them is not when they come, and when they
    left is not from when they were promised."""
    ours = {n: v for n, v in fields.items() if n not in _OF_STRANGERS}
    said = {
        "from_at": taking.at(info, "EstimatedDeparture"),
        "eta": taking.at(info, "EstimatedArrival"),
    }
    return {**ours, **{n: v for n, v in said.items() if v is not None}}


def _raise_numbers(taking: Taking, promised: dict[str, dict[str, Any]]) -> None:
    """A promise of the owner above our number raises it: a fact, for our number may be old.

    All that the message promises counts together, in a book of its own.
    """
    specs = RECORD_TYPES["commitment"].fields
    wires = {
        record: {n: to_wire(specs[n], v) for n, v in fields.items() if n in _HELD}
        for record, fields in promised.items()
    }
    pairs = {(str(wire["owner"]), str(wire["resource"])) for wire in wires.values()}
    for owner, resource in sorted(pairs):
        book = taking.book
        beside = Book(book.units(owner, resource))
        beside.load(book.commitments(owner=owner, resource=resource))
        if (capacity := book.capacity(owner, resource, taking.stream)) is not None:
            beside.put(capacity)
        mine = {r: w for r, w in wires.items() if (w["owner"], w["resource"]) == (owner, resource)}
        new = {r: build("commitment", r, taking.stream, 0, wire) for r, wire in mine.items()}
        beside.load(new.values())
        raised = []
        for record, wire in mine.items():
            beside.drop("commitment", record)  # it is weighed against all others
            change = raise_for(
                beside, taking.stream, record, wire,
                now=milliseconds(taking.now), by=taking.by,
            )  # fmt: skip
            beside.put(new[record])
            raised += [change] if change is not None else []
        if raised:
            most = max(raised, key=_available)
            taking.changes.append(most)
            taking.say("rm-raised", f"{owner}: {resource} {_available(most)}")


_OF_STRANGERS = ("authority", "decided_at", "call_signs", "from_at", "eta")
"""What a commitment says in the words of who made it, and our own messages say otherwise or not."""

_HELD = (
    "owner", "resource", "quantity", "unit", "from_at", "until_at", "returned_at", "status",
    "word", "how",
)  # fmt: skip


def _available(change: Change) -> int:
    """The number that a change of a capacity brings."""
    value = change.fields["available"]
    value = value[1] if isinstance(value, list) else value
    assert isinstance(value, int)
    return value


def _edxl(
    taking: Taking, known: Commitment | None, info: ResourceInformation, name: str
) -> kept.Doc:
    resource = info.resource
    return kept.noted(
        None if known is None else known.edxl,
        taking.id,
        taking.sent,
        id=name,
        element=values.text(info.id),
        resource_id=values.text(resource.id) if resource is not None else "",
        xml=kept.pack(only(taking.message, info)),
    )


def _fields(
    taking: Taking, info: ResourceInformation, line: RequestLine | None, told: str, owner: str
) -> dict[str, Any]:
    resource = info.resource
    code = finding.type_told(taking, info)
    if not code:
        code = line.resource if line is not None else finding.kind_of_help(taking, info)
    how_many = values.count(info.assignment.quantity if info.assignment is not None else None)
    if how_many.code:
        taking.say(how_many.code, how_many.detail or code)
    start, end = taking.period(
        taking.at(
            info, "BeginAvailable", "ActualDeparture", "EstimatedDeparture", "RequestedDeparture",
        ),
        taking.at(
            info, "EndAvailable", "EstimatedReturnArrival", "RequestedReturnArrival",
            "EstimatedReturnDeparture", "RequestedReturnDeparture",
        ),
        f"{owner}: {code}",
    )  # fmt: skip
    who = resource.responsible if resource is not None else None
    radio = next((r.channel for r in who.radios if r.channel), None) if who is not None else None
    decides = taking.contact("Approver", "Owner", "RespondingOrg", "Sender")
    by_name = taking.book.owners.get(owner)
    authority = values.who(decides)
    where = taking.schedule(info, "ReportTo", "RequestedArrival")
    names = [values.text(resource.name), values.text(resource.id)] if resource is not None else []
    return {
        "resource": code,
        "quantity": how_many.quantity,
        "unit": _unit(taking, owner, code, names),
        "from_at": start,
        "until_at": end,
        "eta": taking.at(info, "EstimatedArrival", "RequestedArrival"),
        "firmness": "definite" if told == "Accept" else "provisional",
        "authority": authority or (by_name.name if by_name is not None else owner),
        "decided_at": taking.sent or taking.now,
        "call_signs": kept.said(list(dict.fromkeys(names))),
        "commander": values.who(who),
        "commander_phone": values.phone(who.party) if who is not None else "",
        "talk_group": values.text(radio),
        "report_to": values.place(where.location) if where is not None else "",
    }


def _unit(taking: Taking, owner: str, resource: str, names: list[str]) -> str:
    """The named unit that is meant; "" where none or several are."""
    called = {fold(name) for name in names if name}
    found = [
        unit.id for unit in taking.book.units(owner, resource)
        if called & {fold(unit.name), fold(unit.call_sign or unit.name), unit.id}
    ]  # fmt: skip
    return found[0] if len(found) == 1 else ""
