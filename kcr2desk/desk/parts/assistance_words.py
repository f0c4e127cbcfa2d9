"""The words of bijstand for codes: statuses, priorities, papers, answers, as an officer says them.

`said` finds the word for a value of any field of its records.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


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


def answer(code: str) -> str:
    """What a region answered."""
    match code:
        case "yes":
            return translate("Cards", "yes")
        case "part":
            return translate("Cards", "part")
        case "provisional":
            return translate("Cards", "provisional")
        case "alternative":
            return translate("Cards", "alternative")
        case "no":
            return translate("Cards", "no")
        case _:
            return code


def firmness(code: str) -> str:
    """How sure a commitment is."""
    if code == "definite":
        return translate("Requests", "definite")
    return translate("Requests", "provisional") if code == "provisional" else code


def word(code: str) -> str:
    """Whose word a commitment is."""
    if code == "owner":
        return translate("Requests", "of the region itself")
    return translate("Requests", "of KCR2, to be confirmed") if code == "room" else code


def unit_state(code: str) -> str:
    """Whether a named unit can go."""
    match code:
        case "ready":
            return translate("Requests", "ready")
        case "limited":
            return translate("Requests", "ready with limits")
        case "out":
            return translate("Requests", "out of service")
        case _:
            return code


_OF_STATUS: Final[Mapping[str, Callable[[str], str]]] = {
    "assistancerequest": status, "commitment": commitment_status, "inquiry": inquiry_status,
}  # fmt: skip

_OF_FIELDS: Final[Mapping[str, Callable[[str], str]]] = {
    "priority": priority, "form": form, "judgement": judgement, "authority_role": role,
    "channel": channel, "how": channel, "asked_how": channel, "answered_how": channel,
    "checked_how": channel, "own_means": own_means, "ended": ended, "neighbours_asked": yes_no,
    "grip": grip, "answer": answer, "firmness": firmness, "word": word, "state": unit_state,
}  # fmt: skip

TYPES: Final = frozenset({
    "assistancerequest", "requestline", "inquiry", "inquiryline", "commitment", "capacity", "unit",
})  # fmt: skip
"""The types of record whose values are said here."""


def said(type_name: str, name: str, code: str) -> str:
    """A coded value of a record of bijstand in words; what is no code stays as it is."""
    if type_name not in TYPES:
        return code
    say = _OF_STATUS.get(type_name) if name == "status" else _OF_FIELDS.get(name)
    return code if say is None else say(code) or code
