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
from kcr2desk.desk.parts.assistance_words import channel as channel
from kcr2desk.desk.parts.assistance_words import commitment_status as commitment_status
from kcr2desk.desk.parts.assistance_words import ended as ended
from kcr2desk.desk.parts.assistance_words import form as form
from kcr2desk.desk.parts.assistance_words import grip as grip
from kcr2desk.desk.parts.assistance_words import inquiry_status as inquiry_status
from kcr2desk.desk.parts.assistance_words import judgement as judgement
from kcr2desk.desk.parts.assistance_words import judgement_tone as judgement_tone
from kcr2desk.desk.parts.assistance_words import own_means as own_means
from kcr2desk.desk.parts.assistance_words import priority as priority
from kcr2desk.desk.parts.assistance_words import priority_tone as priority_tone
from kcr2desk.desk.parts.assistance_words import role as role
from kcr2desk.desk.parts.assistance_words import stage as stage
from kcr2desk.desk.parts.assistance_words import standing as standing
from kcr2desk.desk.parts.assistance_words import status as status
from kcr2desk.desk.parts.assistance_words import yes_no as yes_no

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


def owner_name(book: Book, code: str) -> str:
    """The whole name of an owner: `Noord- en Oost-Gelderland`, `Defensie`; its code when nothing is
    known. Abbreviations of regions look too much alike to be read in a hurry."""
    try:
        return places.region(code).name
    except KeyError:
        there = book.owners.get(code)
        return code if there is None else there.name


def owner(book: Book, code: str) -> str:
    """What people call an owner where there is no room for its name: `VNOG`, `KNRM`; its code when
    nothing is known."""
    try:
        known = places.region(code)
    except KeyError:
        there = book.owners.get(code)
        return code if there is None else there.name
    return known.abbreviation or known.name


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
