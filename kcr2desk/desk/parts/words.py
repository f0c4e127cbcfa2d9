"""The words of this panel: choices, grades and places as an officer says them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from kcr2desk.core import places
from kcr2desk.desk import texts
from kcr2desk.desk.parts.field_names import field_name

translate = QCoreApplication.translate

STATUSES: Final = ("new", "in_progress", "processed", "closed")
DISCIPLINES: Final = (
    "general",
    "fire",
    "medical",
    "police",
    "care",
    "water",
    "defence",
    "communication",
    "infrastructure",
    "international",
)
JUDGED: Final = {"confirmed": "1", "unconfirmed": "6", "contradicted": "5"}
"""What one key says of a report, as the credibility digit of the Admiralty code (domain.md B.11).

*Confirmed* is 1 by definition: "confirmed by other sources". *Contradicted* is 5: the code's own
words for it are "contradicted by other information on the subject". *Unconfirmed* says only that
nobody confirmed it yet. 2, 3 and 4 each claim more (logical, agreeing, possible): putting one down
would be a judgement that the officer did not give. So it is 6, "truth cannot be judged", which is
also what a new report starts with and shows as blank.
"""


def status(code: str) -> str:
    """`nieuw`, `in behandeling`, `verwerkt`, `afgesloten`."""
    match code:
        case "new":
            return translate("Reports", "new")
        case "in_progress":
            return translate("Reports", "in progress")
        case "processed":
            return translate("Reports", "processed")
        case "closed":
            return translate("Reports", "closed")
        case _:
            return code


def status_tone(code: str) -> str:
    """New wants somebody; closed is over; the rest is under way."""
    return {"new": "accent", "in_progress": "text", "closed": "muted"}.get(code, "muted")


def discipline(code: str) -> str:
    """The full word of a discipline."""
    match code:
        case "general":
            return translate("Reports", "General")
        case "fire":
            return translate("Reports", "Fire service")
        case "medical":
            return translate("Reports", "Medical (GHOR)")
        case "police":
            return translate("Reports", "Police")
        case "care":
            return translate("Reports", "Care of the population")
        case "water":
            return translate("Reports", "Water")
        case "defence":
            return translate("Reports", "Defence")
        case "communication":
            return translate("Reports", "Communication")
        case "infrastructure":
            return translate("Reports", "Infrastructure")
        case "international":
            return translate("Reports", "International")
        case _:
            return code


def discipline_icon(code: str) -> str:
    return f"discipline-{code}" if code in DISCIPLINES else ""


def region(code: str) -> str:
    """The name of a region, or the code of one that this version does not know."""
    try:
        return places.region(code).name if code else ""
    except KeyError:
        return code


def region_short(code: str) -> str:
    """`VNOG`: what people call it."""
    try:
        return (places.region(code).abbreviation or places.region(code).name) if code else ""
    except KeyError:
        return code


def municipality(code: str) -> str:
    try:
        return places.municipality(code).name if code else ""
    except KeyError:
        return code


def reality(code: str) -> str:
    """`OEFENING`, `TEST`: in capitals, so that nobody overlooks it. Nothing for what is real."""
    match code:
        case "exercise":
            return translate("Reports", "EXERCISE")
        case "test":
            return translate("Reports", "TEST")
        case "system":
            return translate("Reports", "SYSTEM")
        case "draft":
            return translate("Reports", "DRAFT")
        case _:
            return ""


def superseded(how: str) -> str:
    """What became of an alert that a later one refers to."""
    match how:
        case "cancel":
            return translate("Reports", "withdrawn")
        case "update":
            return translate("Reports", "replaced")
        case _:
            return ""


def follows(how: str) -> str:
    """What a report is to an earlier one."""
    match how:
        case "update":
            return translate("Reports", "update")
        case "cancel":
            return translate("Reports", "withdrawal")
        case "reply":
            return translate("Reports", "reply")
        case "ack":
            return translate("Reports", "acknowledgement")
        case "error":
            return translate("Reports", "rejection")
        case _:
            return ""


def channel(code: str) -> str:
    match code:
        case "phone":
            return translate("Reports", "phone")
        case "mail":
            return translate("Reports", "mail")
        case "cap":
            return translate("Reports", "alert (CAP)")
        case "feed":
            return translate("Reports", "feed")
        case "form":
            return translate("Reports", "form")
        case "radio":
            return translate("Reports", "radio")
        case "lcms":
            return translate("Reports", "LCMS")
        case "api":
            return translate("Reports", "other system")
        case _:
            return code


def reliability(letter: str) -> str:
    """What a letter of the Admiralty code says of the source."""
    match letter:
        case "A":
            return translate("Reports", "completely reliable")
        case "B":
            return translate("Reports", "usually reliable")
        case "C":
            return translate("Reports", "fairly reliable")
        case "D":
            return translate("Reports", "not usually reliable")
        case "E":
            return translate("Reports", "unreliable")
        case _:
            return translate("Reports", "reliability cannot be judged")


def credibility(digit: str) -> str:
    """What a digit of the Admiralty code says of the information."""
    match digit:
        case "1":
            return translate("Reports", "confirmed by other sources")
        case "2":
            return translate("Reports", "probably true")
        case "3":
            return translate("Reports", "possibly true")
        case "4":
            return translate("Reports", "doubtful")
        case "5":
            return translate("Reports", "improbable, contradicted")
        case _:
            return translate("Reports", "truth cannot be judged")


def grade(reliability_: str, credibility_: str) -> str:
    """`B2`; nothing for F6, which judges nothing."""
    pair = reliability_ + credibility_
    return "" if pair == "F6" else pair


def grade_words(reliability_: str, credibility_: str) -> str:
    """The grade in full, for a tool tip."""
    pair = f"{reliability_}{credibility_}"
    return f"{pair} · {reliability(reliability_)} · {credibility(credibility_)}"


_FIELDS: Mapping[str, Callable[[], str]] = {
    "title": lambda: translate("Reports", "title"),
    "text": lambda: translate("Reports", "text"),
    "informant": lambda: translate("Reports", "source"),
    "channel": lambda: translate("Reports", "channel"),
    "caller": lambda: translate("Reports", "caller"),
    "callback": lambda: translate("Reports", "call-back number"),
    "occurred_at": lambda: translate("Reports", "time of occurrence"),
    "observed_at": lambda: translate("Reports", "time of observation"),
    "received_at": lambda: translate("Reports", "time of receipt"),
    "entered_at": lambda: translate("Reports", "time of entry"),
    "reliability": lambda: translate("Reports", "reliability of the source"),
    "credibility": lambda: translate("Reports", "credibility"),
    "discipline": lambda: translate("Reports", "discipline"),
    "region": lambda: translate("Reports", "region"),
    "municipality": lambda: translate("Reports", "municipality"),
    "place": lambda: translate("Reports", "place"),
    "quantities": lambda: translate("Reports", "quantities"),
    "incident": lambda: translate("Reports", "incident"),
    "status": lambda: translate("Reports", "status"),
    "owner": lambda: translate("Reports", "owner"),
    "urgent": lambda: translate("Reports", "urgency"),
    "acknowledged_by": lambda: translate("Reports", "seen by"),
    "reality": lambda: translate("Reports", "actual or exercise"),
    "thread": lambda: translate("Reports", "thread"),
    "follows": lambda: translate("Reports", "what it follows"),
    "follows_how": lambda: translate("Reports", "how it follows"),
    "external_id": lambda: translate("Reports", "external identity"),
    "links": lambda: translate("Reports", "links"),
    "alert": lambda: translate("Reports", "alert"),
    "audience": lambda: translate("Reports", "audience"),
    "source": lambda: translate("Reports", "whose record it is"),
    "number": lambda: translate("Reports", "number"),
    "removed": lambda: translate("Reports", "removal"),
    "name": lambda: translate("Reports", "file name"),
    "started_at": lambda: translate("Reports", "start"),
    "grip": lambda: translate("Reports", "GRIP"),
}


_OF_REPORTS: Final = frozenset({"", "report", "incident", "attachment", "conflict"})
_OF_ALL: Final = frozenset({"audience", "source", "removed"})


def field(name: str, type_name: str = "") -> str:
    """The name of a field of a type of record within a sentence; without a type, of a report."""
    known = _FIELDS.get(name)
    if known is not None and (type_name in _OF_REPORTS or name in _OF_ALL):
        return known()
    return name if type_name in _OF_REPORTS else field_name(type_name, name)


def audience(code: str) -> str:
    match code:
        case "regions":
            return translate("Reports", "all regions")
        case "partners":
            return translate("Reports", "partners")
        case "government":
            return translate("Reports", "national government")
        case _:
            return region(code)


def count_of_reports(count: int) -> str:
    """`1 melding`, `3 meldingen`."""
    if count == 1:
        return translate("Reports", "1 report")
    return translate("Reports", "{n} reports").replace("{n}", texts.number(count))
