"""The words of requests: statuses, priorities, papers and judgements as an officer says them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from kcr2desk.core import places
from kcr2desk.core.book import Book
from kcr2desk.core.fields import moment
from kcr2desk.core.gate import name_of
from kcr2desk.core.reference import ResourceType
from kcr2desk.core.text import Json
from kcr2desk.desk import texts

translate = QCoreApplication.translate

PRIORITIES: Final = ("1", "2", "3", "4")
OPEN: Final = frozenset({"draft", "submitted", "returned", "in_treatment"})
"""Statuses of a request that still wants somebody."""
ROLES: Final = ("mayor", "chair", "minister", "commissioner", "dike_reeve", "governor", "other")
CHANNELS: Final = ("phone", "mail", "form", "radio", "desk")
"""How a request that an officer writes down can have come."""
OWN_MEANS: Final = ("exhausted", "too_late", "not_enough", "none", "no")


def resource(book: Book, code: str) -> str:
    """The name of a resource type in the language of the screen; its code when it is not known."""
    known = book.types.get(code)
    return code if known is None else resource_name(known)


def resource_name(known: ResourceType) -> str:
    """The name of a resource type in the language of the screen."""
    dutch = QLocale().language() == QLocale.Language.Dutch
    return known.name_nl if dutch else known.name_en


def resource_short(book: Book, code: str) -> str:
    """The short name of a resource type, for where there is no room."""
    known = book.types.get(code)
    return code if known is None else known.short or resource_name(known)


def owner(book: Book, code: str) -> str:
    """What people call an owner: `VNOG`, `KNRM`; its code when nothing is known."""
    try:
        known = places.region(code)
    except KeyError:
        there = book.owners.get(code)
        return code if there is None else there.name
    return known.abbreviation or known.name


def status(code: str) -> str:
    """What people decided about a request."""
    match code:
        case "draft":
            return translate("Requests", "draft")
        case "submitted":
            return translate("Requests", "submitted")
        case "returned":
            return translate("Requests", "returned incomplete")
        case "in_treatment":
            return translate("Requests", "in treatment")
        case "refused":
            return translate("Requests", "refused")
        case "withdrawn":
            return translate("Requests", "withdrawn")
        case "cancelled":
            return translate("Requests", "cancelled")
        case "unable":
            return translate("Requests", "cannot be supplied")
        case "replaced":
            return translate("Requests", "replaced")
        case "closed":
            return translate("Requests", "closed")
        case _:
            return code


def stage(code: str) -> str:
    """How far a request in treatment is."""
    match code:
        case "open":
            return translate("Requests", "not asked out yet")
        case "asked_out":
            return translate("Requests", "asked out")
        case "partly":
            return translate("Requests", "partly promised")
        case "promised":
            return translate("Requests", "promised")
        case "deployed":
            return translate("Requests", "deployed")
        case "released":
            return translate("Requests", "released")
        case "returned":
            return translate("Requests", "back home")
        case _:
            return code


def standing(status_code: str, stage_code: str) -> tuple[str, str]:
    """Word and tone of where a request is: what was decided, else how far it is."""
    if status_code != "in_treatment":
        tone = {"submitted": "accent", "draft": "muted", "returned": "attention"}
        return status(status_code), tone.get(status_code, "muted")
    tones = {"open": "attention", "partly": "attention", "promised": "good", "deployed": "good"}
    return stage(stage_code), tones.get(stage_code, "muted")


def priority(code: str) -> str:
    """Sign and word of a priority: `1 leven`."""
    match code:
        case "1":
            return translate("Requests", "life at stake")
        case "2":
            return translate("Requests", "urgent")
        case "3":
            return translate("Requests", "normal")
        case "4":
            return translate("Requests", "can wait")
        case _:
            return code


def priority_tone(code: str) -> str:
    """Life at stake is loud, the rest is not."""
    return {"1": "urgent", "2": "attention", "3": "text"}.get(code, "muted")


def form(code: str) -> str:
    """How the signed paper stands."""
    match code:
        case "follows":
            return translate("Requests", "form follows")
        case "partly":
            return translate("Requests", "forms partly in")
        case "received":
            return translate("Requests", "form received")
        case "incomplete":
            return translate("Requests", "form incomplete")
        case _:
            return translate("Requests", "no form")


def judgement(code: str) -> str:
    """What was judged of a request."""
    match code:
        case "agreed":
            return translate("Requests", "agreed")
        case "returned":
            return translate("Requests", "returned incomplete")
        case "refused":
            return translate("Requests", "refused")
        case _:
            return ""


def judgement_tone(code: str) -> str:
    """Green for agreed; what comes back wants somebody."""
    return {"agreed": "good", "returned": "attention", "refused": "attention"}.get(code, "muted")


def role(code: str) -> str:
    """What an authority is."""
    match code:
        case "mayor":
            return translate("Requests", "mayor")
        case "chair":
            return translate("Requests", "chair of the safety region")
        case "minister":
            return translate("Requests", "minister")
        case "commissioner":
            return translate("Requests", "King's commissioner")
        case "dike_reeve":
            return translate("Requests", "dike reeve")
        case "governor":
            return translate("Requests", "island governor")
        case "other":
            return translate("Requests", "somebody else")
        case _:
            return code


def channel(code: str) -> str:
    """How we know."""
    match code:
        case "phone":
            return translate("Requests", "by phone")
        case "mail":
            return translate("Requests", "by mail")
        case "form":
            return translate("Requests", "by form")
        case "link":
            return translate("Requests", "by answer link")
        case "sheet":
            return translate("Requests", "by spreadsheet")
        case "desk":
            return translate("Requests", "from their own desk")
        case "norm":
            return translate("Requests", "from the national plan")
        case "radio":
            return translate("Requests", "by radio")
        case "rm":
            return translate("Requests", "by EDXL-RM message")
        case _:
            return code


def own_means(code: str) -> str:
    """Why the region cannot do it itself."""
    match code:
        case "exhausted":
            return translate("Requests", "own means exhausted")
        case "too_late":
            return translate("Requests", "own means come too late")
        case "not_enough":
            return translate("Requests", "own means are not enough")
        case "none":
            return translate("Requests", "has no such means")
        case "no":
            return translate("Requests", "own means not used yet")
        case _:
            return ""


def ended(code: str) -> str:
    """How a line ended; the five are kept apart, or figures of shortage lie."""
    match code:
        case "unable":
            return translate("Requests", "cannot be supplied")
        case "withdrawn":
            return translate("Requests", "withdrawn")
        case "replaced":
            return translate("Requests", "replaced")
        case "cancelled":
            return translate("Requests", "cancelled")
        case _:
            return ""


def commitment_status(code: str) -> str:
    """Where what was promised is."""
    match code:
        case "promised":
            return translate("Requests", "promised")
        case "en_route":
            return translate("Requests", "on the way")
        case "on_site":
            return translate("Requests", "on site")
        case "relieved":
            return translate("Requests", "relieved")
        case "released":
            return translate("Requests", "released")
        case "returned":
            return translate("Requests", "back home")
        case _:
            return ended(code) or code


def inquiry_status(code: str) -> str:
    """How an inquiry stands."""
    match code:
        case "draft":
            return translate("Requests", "draft")
        case "asked":
            return translate("Requests", "asked")
        case "seen":
            return translate("Requests", "seen")
        case "answered":
            return translate("Requests", "answered")
        case "expired":
            return translate("Requests", "no answer in time")
        case "withdrawn":
            return translate("Requests", "withdrawn")
        case _:
            return code


def yes_no(code: str) -> str:
    """`ja`, `nee`, or nothing."""
    if not code:
        return ""
    return translate("Requests", "yes") if code == "yes" else translate("Requests", "no")


def grip(code: str) -> str:
    """`GRIP 2`."""
    if not code:
        return ""
    return translate("Requests", "GRIP Rijk") if code == "R" else f"GRIP {code}"


def value(book: Book, name: str, held: Json, now: datetime, region: str = "") -> str:
    """A wire value of a request or a line as a person reads it, on one line; a dash for none."""
    if isinstance(held, list):
        known = name_of if name != "alternatives" else lambda code: resource(book, code)
        return ", ".join(known(str(each)) for each in held) or "–"
    if held is None or held == "":
        return "–"
    if name.endswith(("_at", "at")) and isinstance(held, int):
        when = moment(held)
        clock = texts.moment(when, now)
        return f"{clock} · {texts.island_clock(when)}" if region in texts.ISLANDS else clock
    say = {
        "status": status, "priority": priority, "form": form, "judgement": judgement,
        "authority_role": role, "channel": channel, "own_means": own_means, "ended": ended,
        "neighbours_asked": yes_no, "region": name_of,
    }.get(name)  # fmt: skip
    if say is not None:
        return say(str(held))
    if name == "resource":
        return resource(book, str(held))
    return " ".join(str(held).split())


def field(name: str) -> str:
    """What a field of a request is called, in the middle of a sentence."""
    return _fields().get(name, name)


def _fields() -> Mapping[str, str]:
    return {
        "title": translate("Requests", "title"),
        "priority": translate("Requests", "priority"),
        "region": translate("Requests", "region"),
        "municipalities": translate("Requests", "municipalities"),
        "requester": translate("Requests", "who asks"),
        "requester_role": translate("Requests", "role of who asks"),
        "callback": translate("Requests", "call-back number"),
        "channel": translate("Requests", "how we know"),
        "received_at": translate("Requests", "received"),
        "received_by": translate("Requests", "taken by"),
        "incident": translate("Requests", "incident"),
        "report": translate("Requests", "report"),
        "grip": translate("Requests", "GRIP"),
        "from_at": translate("Requests", "needed from"),
        "until_at": translate("Requests", "needed until"),
        "report_to": translate("Requests", "place to report"),
        "report_to_position": translate("Requests", "position of the place to report"),
        "description": translate("Requests", "what is going on"),
        "task": translate("Requests", "task and wanted effect"),
        "authority": translate("Requests", "competent authority"),
        "authority_role": translate("Requests", "role of the authority"),
        "basis": translate("Requests", "legal basis"),
        "form": translate("Requests", "signed form"),
        "forms_from": translate("Requests", "signed forms received from"),
        "form_at": translate("Requests", "form received at"),
        "mandate": translate("Requests", "mandate"),
        "route": translate("Requests", "route"),
        "contact_on_site": translate("Requests", "contact on site"),
        "talk_group": translate("Requests", "talk group"),
        "circumstances": translate("Requests", "circumstances and safety"),
        "own_means": translate("Requests", "own means"),
        "neighbours_asked": translate("Requests", "neighbours asked"),
        "relief_scheme": translate("Requests", "relief scheme"),
        "logistics": translate("Requests", "fuel, food, lodging"),
        "costs": translate("Requests", "cost agreement"),
        "status": translate("Requests", "status"),
        "status_reason": translate("Requests", "reason"),
        "replaced_by": translate("Requests", "replaced by"),
        "judgement": translate("Requests", "judgement"),
        "judged_by": translate("Requests", "judged by"),
        "judged_for": translate("Requests", "on behalf of"),
        "judged_mandate": translate("Requests", "under which mandate"),
        "judged_at": translate("Requests", "judged at"),
        "judged_why": translate("Requests", "reasons"),
        "notified_at": translate("Requests", "applicant told"),
        "owner": translate("Requests", "handled by"),
        "number": translate("Requests", "number"),
        "audience": translate("Requests", "audience"),
        "source": translate("Requests", "whose record"),
        "resource": translate("Requests", "resource type"),
        "quantity": translate("Requests", "quantity"),
        "least": translate("Requests", "least acceptable"),
        "alternatives": translate("Requests", "alternatives"),
        "ended": translate("Requests", "ended"),
        "ended_why": translate("Requests", "why"),
        "order": translate("Requests", "order"),
        "kind": translate("Requests", "kind"),
    }
