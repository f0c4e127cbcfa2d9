"""What an officer may do with requests, as sentences that say why not. Mirrors `core.access`."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.access import OUTSIDE, ROLES, Actor, refusal, stream_kind
from kcr2desk.core.bijstand import AssistanceRequest
from kcr2desk.core.text import Json
from kcr2desk.desk.bijstand.request_state import LINE, REQUEST, whose
from kcr2desk.store.identity import Identity

translate = QCoreApplication.translate


def hinders_writing(me: Identity, request: AssistanceRequest | None, stream: str) -> str:
    """Why this officer may not write this request (None: a new one), "" when that may be."""
    source = whose(me, "")[0] if request is None else request.source
    values: dict[str, Json] = {"source": source}
    actor = Actor(me.account, me.role, me.organisation)
    if me.role not in ROLES:
        return _not_your_role()
    match refusal(actor, stream, REQUEST, values) or refusal(actor, stream, LINE, values):
        case "":
            return ""
        case "not_your_record":
            return translate("Requests", "This request is not yours to change.")
        case _:
            return _not_your_role()


def hinders_judging(me: Identity, stream: str) -> str:
    """Why this officer may not write down a judgement or a status of the room."""
    if me.role in OUTSIDE or not _appends(me, stream, REQUEST):
        return translate("Requests", "Only the duty officer of KCR2 records a judgement.")
    return ""


def hinders_asking(me: Identity, stream: str) -> str:
    """Why this officer may not ask owners or write down what they promise."""
    if me.role in OUTSIDE or not _appends(me, stream, "inquiry"):
        return translate("Requests", "Only the duty officer of KCR2 asks regions.")
    return ""


def hinders_promising(me: Identity, stream: str) -> str:
    """Why this officer may not write down a commitment."""
    return "" if _appends(me, stream, "commitment") else _not_your_role()


def hinders_gate(me: Identity) -> str:
    """Why this officer may not change the gate table."""
    if _appends(me, "reference", "gaterule"):
        return ""
    return translate("Requests", "Only KCR2 and the administrator change the gate table.")


def _appends(me: Identity, stream: str, type_name: str) -> bool:
    role = ROLES.get(me.role)
    types = frozenset() if role is None else role.appends.get(stream_kind(stream), frozenset())
    return type_name in types or "*" in types


def _not_your_role() -> str:
    return translate("Requests", "Your role does not write requests.")
