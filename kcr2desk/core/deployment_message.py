"""The deployment message (inzetbericht): one text for the control rooms of who gives and who gets.

    text = deployment_message(book, commitment, "nl", now)

It says only what is known; what is not is named, so that nobody takes a gap for a fact.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from kcr2desk.core.bijstand import AssistanceRequest, Commitment, RequestLine
from kcr2desk.core.book import Book
from kcr2desk.core.places import AMSTERDAM, zone_of
from kcr2desk.core.records import Incident

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "title": ("INZETBERICHT", "DEPLOYMENT MESSAGE"),
    "made": ("opgemaakt", "made"),
    "to": ("Aan", "To"),
    "rooms": ("meldkamer {giver} en meldkamer {needer}", "control rooms of {giver} and {needer}"),
    "room": ("meldkamer {giver}", "control room of {giver}"),
    "number": ("Toezegging", "Commitment"),
    "request": ("Verzoek", "Request"),
    "incident": ("Incident", "Incident"),
    "what": ("Wat", "What"),
    "unit": ("Eenheid", "Unit"),
    "call_signs": ("Roepnummers", "Call signs"),
    "people": ("Aantal personen", "People"),
    "from": ("Van", "From"),
    "for": ("Voor", "For"),
    "firm": ("Status", "Status"),
    "provisional": (
        "VOORLOPIG: nog niet vertrekken voor bevestiging",
        "PROVISIONAL: do not leave before it is confirmed",
    ),
    "definite": ("definitief", "definite"),
    "decided": ("Besloten door", "Decided by"),
    "start": ("Inzet vanaf", "Deployed from"),
    "end": ("Inzet tot", "Deployed until"),
    "eta": ("Verwachte aankomst", "Expected on site"),
    "relief": ("Aflossing", "Relief"),
    "relieves": ("Lost af", "Relieves"),
    "task": ("Opdracht", "Task"),
    "report_to": ("Melden bij", "Report to"),
    "route": ("Aanrijroute", "Route"),
    "contact": ("Contact ter plaatse", "Contact on site"),
    "talk_group": ("Gespreksgroep", "Talk group"),
    "commander": ("Bevelvoerder", "Commander"),
    "safety": ("Veiligheid", "Safety"),
    "logistics": ("Logistiek", "Logistics"),
    "note": ("Opmerking", "Note"),
    "unknown": ("nog niet bekend", "not known yet"),
    "at_once": ("direct", "at once"),
    "no_end": ("tot nader bericht", "until further notice"),
    "receipt": (
        "Bevestig de ontvangst aan KCR2. Wijzigingen volgen in een nieuw bericht.",
        "Confirm receipt to KCR2. Changes follow in a new message.",
    ),
}  # fmt: skip
ALWAYS_SAID: Final = ("report_to", "talk_group", "commander", "eta", "call_signs")
"""What a control room must have: where it is not known, the message says so."""


def deployment_message(book: Book, given: Commitment, language: str, now: datetime) -> str:
    """The text for both control rooms, in "nl" or "en". Times are Dutch ones, islands' beside."""
    request, line = book.request(given.request), book.line(given.line)
    told = _Told(language)
    region = given.to_region or (request.region if request else "")
    giver, needer = book.owner_name(given.owner), book.owner_name(region)
    told.title(now)
    rooms = told.word("rooms" if region else "room")
    told.add("to", rooms.replace("{giver}", giver).replace("{needer}", needer))
    told.add("number", given.number)
    if request is not None:
        told.add("request", " · ".join(part for part in (request.number, request.title) if part))
        told.add("incident", _incident(book, request))
    told.gap()
    told.add("what", f"{given.quantity} × {book.resource_name(given.resource, language)}")
    told.add("unit", _unit(book, given))
    told.add("call_signs", given.call_signs or _call_sign(book, given))
    told.add("people", "" if given.people is None else str(given.people))
    told.add("from", giver)
    told.add("for", needer if region else "")
    told.add("firm", told.word(given.firmness))
    told.add("decided", given.authority)
    told.gap()
    told.add("start", told.moment(given.from_at, region) or told.word("at_once"))
    told.add("end", told.moment(given.until_at, region) or told.word("no_end"))
    told.add("eta", told.moment(given.eta, region))
    told.add("relief", told.moment(given.relief_at, region))
    told.add("relieves", _relieved(book, given))
    told.gap()
    _task(told, given, request, line)
    told.gap()
    told.lines.append(told.word("receipt"))
    return "\n".join(told.lines) + "\n"


class _Told:
    """The lines of a message while they are written."""

    def __init__(self, language: str) -> None:
        self._place = 0 if language == "nl" else 1
        self._wide = max(len(words[self._place]) for key, words in _WORDS.items() if key in _NAMES)
        self.lines: list[str] = []

    def word(self, key: str) -> str:
        return _WORDS[key][self._place]

    def title(self, now: datetime) -> None:
        self.lines += [f"{self.word('title')} · {self.word('made')} {self.moment(now, '')}", ""]

    def add(self, key: str, value: str) -> None:
        """A line, left out when there is nothing to say and nobody needs to know that."""
        if not value and key in ALWAYS_SAID:
            value = self.word("unknown")
        if value:
            text = "\n".join(" " * (self._wide + 2) + row for row in value.splitlines()).strip()
            self.lines.append(f"{self.word(key)}:".ljust(self._wide + 2) + text)

    def gap(self) -> None:
        if self.lines[-1]:
            self.lines.append("")

    def moment(self, when: datetime | None, region: str) -> str:
        if when is None:
            return ""
        told = f"{when.astimezone(AMSTERDAM):%d-%m-%Y %H:%M}"
        zone = zone_of(region)
        if zone != AMSTERDAM:
            told += f" NL ({when.astimezone(zone):%d-%m %H:%M} {region})"
        return told


_NAMES: Final = frozenset(_WORDS) - {
    "title", "made", "rooms", "room", "provisional", "definite", "unknown", "at_once", "no_end",
    "receipt",
}  # fmt: skip


def _task(
    told: _Told, given: Commitment, request: AssistanceRequest | None, line: RequestLine | None
) -> None:
    wanted = request.task if request else ""
    told.add("task", (line.task if line else "") or wanted)
    place = given.report_to or (line.report_to if line else "")
    told.add("report_to", place or (request.report_to if request else ""))
    told.add("route", request.route if request else "")
    told.add("contact", request.contact_on_site if request else "")
    told.add("talk_group", given.talk_group or (request.talk_group if request else ""))
    commander = " · ".join(part for part in (given.commander, given.commander_phone) if part)
    told.add("commander", commander)
    told.add("safety", request.circumstances if request else "")
    told.add("logistics", request.logistics if request else "")
    told.add("note", given.note)


def _unit(book: Book, given: Commitment) -> str:
    unit = book.unit(given.unit)
    return "" if unit is None else " · ".join(part for part in (unit.name, unit.home) if part)


def _call_sign(book: Book, given: Commitment) -> str:
    unit = book.unit(given.unit)
    return "" if unit is None else unit.call_sign


def _incident(book: Book, request: AssistanceRequest) -> str:
    found = book.get("incident", request.incident) if request.incident else None
    title = found.title if isinstance(found, Incident) else ""
    grip = f"GRIP {request.grip}" if request.grip not in ("", "0") else ""
    return " · ".join(part for part in (title, grip) if part)


def _relieved(book: Book, given: Commitment) -> str:
    before = book.commitment(given.relieves) if given.relieves else None
    if before is None:
        return ""
    return " · ".join(part for part in (before.number, book.owner_name(before.owner)) if part)
