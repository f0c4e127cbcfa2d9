"""What follows a commitment: status, release, and what is asked about it.

What happened is written down. What is asked (back, or for longer) is noted with the commitment and
left to a person: nothing here changes until when something stays.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kcr2desk.core.bijstand import COMMITMENT_STEPS, Commitment
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.places import fold
from kcr2desk.core.text import Json
from kcr2desk.exchange.edxl_rm import finding, kept, values
from kcr2desk.exchange.edxl_rm.model import ResourceInformation
from kcr2desk.exchange.edxl_rm.take_commit import spoken
from kcr2desk.exchange.edxl_rm.taking import Taking
from kcr2desk.exchange.edxl_rm.writing import written_time

_COURSE = ("promised", "en_route", "on_site", "relieved", "released", "returned")
_ACTUAL = (
    ("ActualReturnArrival", "returned_at", "returned"),
    ("ActualReturnDeparture", "released_at", "released"),
    ("ActualArrival", "arrived_at", "on_site"),
    ("ActualDeparture", "departed_at", "en_route"),
)
"""Type of schedule, the field that it is, and the state that it means; the furthest first."""

_WORDS = {
    fold(word): status
    for status, words in {
        "promised": "promised committed assigned mobilizing mobilising toegezegd gealarmeerd",
        "en_route": "en_route en-route enroute underway inroute onderweg uitgerukt",
        "on_site": "on_site onsite on-site onscene on-scene arrived deployed operational inuse"
        " aangekomen ter-plaatse ingezet",
        "relieved": "relieved afgelost",
        "released": "released demobilized demobilised returning vrijgegeven retour",
        "returned": "returned returnedhome home back teruggekeerd thuis",
    }.items()
    for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Ask:
    """Something that a message asks about a commitment and that a person has to decide.

    `kind` is "return" or "longer"; `until` until when it is to stay, where the message says so.
    """

    message: str
    kind: str
    until: datetime | None
    by: str


def asks(commitment: Commitment) -> tuple[Ask, ...]:
    """What messages ask about a commitment and nobody answered yet, the oldest first."""
    told = kept.doc(commitment.edxl).get("asks")
    found: list[Ask] = []
    for each in told if isinstance(told, list) else []:
        if isinstance(each, dict) and not each.get("answered"):
            until, _ = values.time(str(each.get("until") or ""))
            names = (str(each.get(name) or "") for name in ("message", "kind", "by"))
            message, kind, by = names
            found.append(Ask(message, kind, until, by))
    return tuple(found)


def answered(commitment: Commitment, message: str) -> Json:
    """The `edxl` of a commitment in which a person answered what `message` asked."""
    told = kept.doc(commitment.edxl)
    old = told.get("asks")
    marked = [
        {**each, "answered": True} if isinstance(each, dict) and each.get("message") == message
        else each
        for each in (old if isinstance(old, list) else [])
    ]  # fmt: skip
    return {**told, "asks": marked}


# -- what happened ---------------------------------------------------------------------------------


def take_status(taking: Taking) -> None:
    """Write down how far what each element speaks of is."""
    for info in taking.message.resources:
        found = finding.commitment_of(taking, info)
        if kept.seen(found.edxl, taking.id):
            taking.say("rm-known")
        else:
            _status(taking, found, info)


def _status(taking: Taking, found: Commitment, info: ResourceInformation) -> None:
    fields: dict[str, Any] = {}
    target = ""
    for kind, field, means in _ACTUAL:
        moment = taking.at(info, kind)
        if moment is not None:
            fields[field] = moment
            target = target or means
    told = info.resource.status if info.resource is not None else None
    word = values.units_of(told.deployment) if told is not None else ""
    if word:
        meant = _WORDS.get(fold(word).replace(" ", "")) or _WORDS.get(fold(word).replace(" ", "-"))
        if meant is None:
            taking.say("rm-status-unread", word)
        target = target or meant or ""
    fields["eta"] = taking.at(info, "EstimatedArrival")
    fields = {name: value for name, value in fields.items() if value is not None}
    if _is_late(taking, found):
        taking.say("rm-status-old", spoken(found))
        fields = {name: v for name, v in fields.items() if getattr(found, name) is None}
        target = ""
    if target and not _go(taking, found, target):
        target = ""
    fields["edxl"] = kept.noted(found.edxl, taking.id, taking.sent)
    taking.edit(found, fields)
    taking.say(f"rm-now-{target or found.status}", spoken(found))


def take_release(taking: Taking) -> None:
    """Let go what each element names; what was not underway yet is cancelled by who needed it."""
    for info in taking.message.resources:
        found = finding.commitment_of(taking, info)
        if kept.seen(found.edxl, taking.id):
            taking.say("rm-known")
            continue
        at = taking.at(info, "ActualReturnDeparture", "Current") or taking.sent or taking.now
        fields: dict[str, Any] = {"edxl": kept.noted(found.edxl, taking.id, taking.sent)}
        if found.status == "promised":
            fields |= {"status": "cancelled", "status_reason": f"ReleaseResource {taking.id}"}
            taking.edit(found, fields)
            taking.say("rm-now-cancelled", spoken(found))
            continue
        if found.status not in ("released", "returned"):
            if not _go(taking, found, "released"):
                continue
            fields["released_at"] = at
        taking.edit(found, fields)
        taking.say("rm-now-released", spoken(found))


def _go(taking: Taking, found: Commitment, target: str) -> bool:
    """Step by step to a state, since the hub takes only the steps of the table. What was withdrawn,
    cancelled or replaced does not come back by a message: a person decides."""
    path = _path(found.status, target) if found.status in _COURSE else None
    if path is None:
        taking.say("rm-step", spoken(found))
        return False
    for status in path:
        taking.edit(found, {"status": status})
    return True


def _path(start: str, target: str) -> list[str] | None:
    """The shortest way from one state to another by allowed steps; None where there is none."""
    before: dict[str, str] = {start: ""}
    waiting = deque([start])
    while waiting:
        here = waiting.popleft()
        if here == target:
            way: list[str] = []
            while here != start:
                way.append(here)
                here = before[here]
            return way[::-1]
        for each in COMMITMENT_STEPS[here]:
            if each in _COURSE and each not in before:
                before[each] = here
                waiting.append(each)
    return None


def _is_late(taking: Taking, found: Commitment) -> bool:
    """Whether a message that was sent later worked on this commitment already."""
    at = taking.sent
    return at is not None and kept.sent(found.edxl) > milliseconds(at)


# -- what is asked ---------------------------------------------------------------------------------


def take_ask(taking: Taking) -> None:
    """Note what is asked back, or asked for longer; a person decides."""
    kind = "return" if taking.message.kind == "RequestReturn" else "longer"
    for info in taking.message.resources:
        found = finding.commitment_of(taking, info)
        if kept.seen(found.edxl, taking.id):
            taking.say("rm-known")
            continue
        if kind == "return":
            until = taking.at(info, "RequestedReturnDeparture", "RequestedReturnArrival")
        else:
            until = taking.at(
                info, "EstimatedReturnDeparture", "EstimatedReturnArrival",
                "RequestedReturnDeparture", "RequestedReturnArrival",
            )  # fmt: skip
        who = taking.contact("Requester", "Owner", "Sender", "RespondingOrg")
        by = values.who(who)
        asked: dict[str, Json] = {
            "message": taking.id, "kind": kind, "by": by,
            "until": "" if until is None else written_time(until),
        }  # fmt: skip
        before = kept.doc(found.edxl).get("asks")
        edxl = kept.noted(
            found.edxl, taking.id, taking.sent,
            asks=[*(before if isinstance(before, list) else []), asked],
        )  # fmt: skip
        _note(taking, found, edxl, [taking.message.kind, by, str(asked["until"])])
        code = "rm-asked-return" if kind == "return" else "rm-asked-longer"
        when = f" ({asked['until']})" if until is not None else ""
        taking.say(code, f"{spoken(found)}{when}")


def take_ask_answered(taking: Taking) -> None:
    """Note the answer to what we asked about a commitment; a person acts on it."""
    for info in taking.message.resources:
        found = finding.commitment_of(taking, info)
        if kept.seen(found.edxl, taking.id):
            taking.say("rm-known")
            continue
        response = info.response
        told = values.text(response.type) if response is not None else ""
        reason = ""
        if response is not None:
            reason = kept.said(
                [values.units_of(response.reason_code), values.text(response.reason)]
            )
        edxl = kept.noted(found.edxl, taking.id, taking.sent)
        _note(taking, found, edxl, [taking.message.kind, told, reason])
        taking.say("rm-asked-answered", f"{spoken(found)}: {told}")


def take_status_asked(taking: Taking) -> None:
    """Tell of what the status is asked; nothing changes."""
    for info in taking.message.resources:
        taking.say("rm-asked-status", spoken(finding.commitment_of(taking, info)))


def _note(taking: Taking, found: Commitment, edxl: Json, parts: list[str]) -> None:
    """A line in the note of the commitment, where the officer who follows it reads it."""
    line = kept.said(["EDXL-RM", written_time(taking.sent or taking.now), *parts])
    note = f"{found.note}\n{line}".strip()
    taking.edit(found, {"note": note[-2000:], "edxl": edxl})
