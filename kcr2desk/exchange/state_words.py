"""The words of the workbook of the state of bijstand, in Dutch and English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from kcr2desk.core.board_story import STATUS as COMMITMENT

Language = Literal["nl", "en"]
Words = Mapping[str, tuple[str, str]]

_HEADS: Words = {
    "title": ("Stand bijstand", "State of bijstand"),
    "exercise": ("OEFENING", "EXERCISE"),
    "stand": ("Stand", "Capacity"),
    "requests": ("Verzoeken", "Requests"),
    "commitments": ("Inzetten", "Deployments"),
    "code": ("Code", "Code"),
    "owner": ("Regio of partner", "Region or partner"),
    "resource": ("Middel", "Resource type"),
    "available": ("Beschikbaar", "Available"),
    "whole": ("Totaal", "Total"),
    "promised": ("Toegezegd", "Promised"),
    "free": ("Vrij", "Free"),
    "reserve": ("Restdekking", "Remaining cover"),
    "norm": ("Norm", "Norm"),
    "sign": ("Oordeel", "Reading"),
    "checked": ("Opgegeven", "Reported"),
    "age": ("Ouderdom (minuten)", "Age (minutes)"),
    "by": ("Door", "By"),
    "note": ("Opmerking", "Note"),
    "number": ("Nummer", "Number"),
    "received": ("Ontvangen", "Received"),
    "region": ("Regio", "Region"),
    "request": ("Verzoek", "Request"),
    "priority": ("Prioriteit", "Priority"),
    "status": ("Status", "Status"),
    "form": ("Formulier", "Form"),
    "wanted": ("Gevraagd aantal", "Quantity"),
    "least": ("Minimaal", "Least"),
    "from": ("Vanaf", "From"),
    "until": ("Tot", "Until"),
    "asked": ("Regio's gevraagd", "Owners asked"),
    "silent": ("Nog geen antwoord", "No answer yet"),
    "underway": ("Onderweg", "On the way"),
    "arrived": ("Ter plaatse", "On site"),
    "returned": ("Vrijgegeven of terug", "Released or back"),
    "missing": ("Ontbreekt", "Missing"),
    "quantity": ("Aantal", "Quantity"),
    "unit": ("Eenheid", "Unit"),
    "calls": ("Roepnummers", "Call signs"),
    "to": ("Naar", "To"),
    "firmness": ("Zekerheid", "Firmness"),
    "authority": ("Besloten door", "Decided by"),
    "departed": ("Vertrokken", "Departed"),
    "arrived_at": ("Aangekomen", "Arrived"),
    "relief": ("Aflossing", "Relief"),
    "released": ("Vrijgegeven", "Released"),
    "report_to": ("Melden bij", "Report to"),
    "commander": ("Bevelvoerder", "Commander"),
    "phone": ("Telefoon", "Phone"),
    "accounts": ("Per regio", "By region"),
    "all": ("alle middelen", "all types"),
    "unknown": ("onbekend", "unknown"),
    "request_count": ("Verzoeken", "Requests"),
    "wait_agreed": ("Minuten tot akkoord (mediaan)", "Minutes to agreement (median)"),
    "wait_promised": ("Minuten tot toezegging (mediaan)", "Minutes to promise (median)"),
    "wait_arrived": ("Minuten tot aankomst (mediaan)", "Minutes to arrival (median)"),
    "given": ("Gegeven", "Given"),
    "given_hours": ("Gegeven, uren", "Given, hours"),
    "given_withdrawn": ("Gegeven: ingetrokken", "Given: withdrawn"),
    "given_cancelled": ("Gegeven: geannuleerd", "Given: cancelled"),
    "given_replaced": ("Gegeven: vervangen", "Given: replaced"),
    "got": ("Ontvangen eenheden", "Units received"),
    "got_hours": ("Ontvangen, uren", "Received, hours"),
    "filled": ("Geleverd", "Filled"),
    "unable": ("Niet leverbaar", "Unable to fill"),
    "withdrawn": ("Ingetrokken", "Withdrawn"),
    "cancelled": ("Geannuleerd", "Cancelled"),
    "replaced": ("Vervangen", "Replaced"),
    "refused": ("Afgewezen", "Refused"),
    "unfilled": ("Niet geleverd, zonder reden", "Unfilled, no reason"),
    "open": ("Nog open", "Still open"),
    "neighbour": ("burenhulp", "burenhulp"),
}
_SIGNS: Words = {
    "shortage": ("tekort", "shortage"),
    "tight": ("krap", "tight"),
    "enough": ("genoeg", "enough"),
    "unknown": ("onbekend", "unknown"),
    "old": ("verouderd", "old"),
}
_FORMS: Words = {
    "": ("", ""),
    "follows": ("volgt", "follows"),
    "partly": ("deels ontvangen", "partly received"),
    "received": ("ontvangen", "received"),
    "incomplete": ("onvolledig", "incomplete"),
}
_FIRMNESS: Words = {
    "provisional": ("voorlopig", "provisional"),
    "definite": ("definitief", "definite"),
}
_STATUS: Words = {
    **COMMITMENT,
    "": ("", ""),
    "draft": ("concept", "draft"),
    "submitted": ("ingediend", "submitted"),
    "in_treatment": ("in behandeling", "in treatment"),
    "refused": ("afgewezen", "refused"),
    "withdrawn": ("ingetrokken", "withdrawn"),
    "cancelled": ("geannuleerd", "cancelled"),
    "unable": ("niet leverbaar", "cannot be supplied"),
    "replaced": ("vervangen", "replaced"),
    "closed": ("afgesloten", "closed"),
}
_RETURNED_REQUEST = ("onvolledig retour", "returned incomplete")


def of(language: Language) -> Callable[[str], str]:
    """The heads and titles in a language, by name. Raises KeyError for one that is not listed."""
    index = _index(language)
    return lambda name: _HEADS[name][index]


def sign(code: str, language: Language) -> str:
    """What the board makes of a number, in a word."""
    return _SIGNS[code][_index(language)]


def form(code: str, language: Language) -> str:
    """Whether the signed form is there."""
    return _FORMS[code][_index(language)]


def firmness(code: str, language: Language) -> str:
    """Whether a promise is provisional."""
    return _FIRMNESS[code][_index(language)]


def status(code: str, language: Language) -> str:
    """How far a commitment is, or how a request line ended."""
    return _STATUS[code][_index(language)]


def request_status(code: str, language: Language) -> str:
    """What was decided about a request; "returned" is the paper, not the people."""
    return _RETURNED_REQUEST[_index(language)] if code == "returned" else status(code, language)


def _index(language: Language) -> int:
    return 1 if language == "en" else 0
