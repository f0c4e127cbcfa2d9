"""The reasons of a proposal as sentences, in Dutch and English: for screen, print and log alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kcr2desk.core.book import Book
from kcr2desk.core.places import AMSTERDAM
from kcr2desk.planning.result import Reason

SENTENCES: Mapping[str, tuple[str, str]] = {
    # why not a nearer owner
    "none_free": ("{owner}: alles is toegezegd", "{owner}: all is promised"),
    "asks_itself": ("{owner}: vraagt hier zelf om", "{owner}: asks for this itself"),
    "said_no": ("{owner}: zei nee op deze vraag", "{owner}: said no to this"),
    "unknown": ("{owner}: aantal onbekend (?)", "{owner}: number unknown (?)"),
    "out": ("{owner}: eenheden buiten dienst", "{owner}: units are out of service"),
    "hours": ("{owner}: eenheid kan niet zo lang", "{owner}: unit is not available that long"),
    "too_late": ("{owner}: zou na het einde aankomen", "{owner}: would arrive after the end"),
    "package": ("{owner}: pakket zit bij een ander incident",
                "{owner}: its package is at another incident"),
    "package_kept": ("{owner}: pakket gaat naar {line} en wordt niet gesplitst",
                     "{owner}: its package goes to {line} and is not split"),
    "kept_urgent": ("{owner}: nodig voor {line}, met hogere prioriteit",
                    "{owner}: needed for {line}, of higher priority"),
    "kept": ("{owner}: gaat in dit voorstel naar {line}",
             "{owner}: goes to {line} in this proposal"),
    "below_cover": ("{owner}: zou {number} onder de opgegeven restdekking komen",
                    "{owner}: would go {number} below its declared remaining cover"),
    "later": ("{owner}: kan pas {number} minuten later aankomen",
              "{owner}: could only arrive {number} minutes later"),
    "other_type": ("{owner}: heeft alleen {resource}", "{owner}: has only {resource}"),
    "old": ("{owner}: opgave is {number} uur oud", "{owner}: its number is {number} hours old"),
    "fair_share": ("{owner}: gaf dan {number}% van wat het heeft",
                   "{owner}: would then give {number}% of what it has"),
    "same_line": ("{owner}: staat al in een andere ploeg van deze regel",
                  "{owner}: serves this line in another shift already"),
    "weighed": ("{owner}: over alle regels samen is dit voorstel beter",
                "{owner}: over all lines together this proposal is better"),
    # what to know of an assignment
    "substitute": ("vervangt wat gevraagd is", "in place of what was asked"),
    "late": ("{number} minuten te laat", "{number} minutes late"),
    "nowhere": ("plaats van {owner} onbekend, reistijd aangenomen",
                "place of {owner} unknown, journey assumed"),
    "number_old": ("opgave is {number} uur oud: navragen",
                   "the number is {number} hours old: check it"),
    "number_norm": ("niemand heeft het aantal bevestigd: navragen",
                    "nobody confirmed the number: check it"),
    "cover_unknown": ("restdekking ?", "remaining cover ?"),
    "goes_below": ("{number} onder de opgegeven restdekking",
                   "{number} below the declared remaining cover"),
    "own_crisis": ("{owner} heeft zelf een incident of verzoek",
                   "{owner} has an incident or request of its own"),
    "same_owner": ("aflossing door dezelfde regio", "relief by the same region"),
    "no_relief": ("geen aflossing voor {number} vanaf {at}",
                  "no relief for {number} from {at} on"),
    "relief_beyond": ("verdere aflossing vanaf {at} nog niet gepland",
                      "further relief from {at} on is not planned yet"),
    # why a line stays unfilled
    "too_few": ("{number} mogelijk, minder dan het kleinste bruikbare aantal",
                "{number} possible, fewer than the least acceptable number"),
    "cover_first": ("{number} mogelijk, maar onder de restdekking, en dat weegt zwaarder",
                    "{number} possible, but below remaining cover, which weighs more"),
    "not_worth": ("{number} mogelijk, maar reistijd, te laat komen of aflossing weegt zwaarder",
                  "{number} possible, but journey, lateness or relief weighs more"),
    "goes_urgent": ("gaat naar {line}, met hogere prioriteit",
                    "goes to {line}, of higher priority"),
    "goes_to": ("gaat naar {line}", "goes to {line}"),
    "nobody": ("niemand heeft {resource}", "nobody has {resource}"),
    "many_none_free": ("{number} × alles toegezegd", "{number} × all promised"),
    "many_asks_itself": ("{number} × vraagt er zelf om", "{number} × asks for it itself"),
    "many_said_no": ("{number} × zei nee", "{number} × said no"),
    "many_unknown": ("{number} × aantal onbekend (?)", "{number} × number unknown (?)"),
    "many_out": ("{number} × buiten dienst", "{number} × out of service"),
    "many_hours": ("{number} × eenheid kan niet zo lang",
                   "{number} × unit not available that long"),
    "many_too_late": ("{number} × na het einde", "{number} × after the end"),
    "many_package": ("{number} × pakket bij een ander incident",
                     "{number} × package at another incident"),
    # what would fix it
    "accept_less": ("{number} accepteren", "accept {number}"),
    "has_below_cover": ("{owner} heeft {number}, onder de restdekking",
                        "{owner} has {number}, below its remaining cover"),
    "has_left": ("{owner} heeft nog {number}", "{owner} has {number} left"),
    "ask_unknown": ("{owner} vragen: aantal onbekend (?)", "ask {owner}: number unknown (?)"),
    "later_free": ("{owner} heeft {number} vrij vanaf {at}",
                   "{owner} has {number} free from {at} on"),
    "alternative": ("{resource} als alternatief toestaan: {number} vrij",
                    "allow {resource} as an alternative: {number} free"),
}  # fmt: skip
"""Code -> the sentence in Dutch and in English."""


def sentence(reason: Reason, book: Book, language: str = "nl") -> str:
    """A reason in words, "nl" or "en"; times are those of Amsterdam."""
    dutch, english = SENTENCES[reason.code]
    return (dutch if language == "nl" else english).format(
        owner=book.owner_name(reason.owner),
        resource=book.resource_name(reason.resource, language),
        line=line_name(book, reason.line, language),
        number=reason.number,
        at="" if reason.at is None else _when(reason.at),
    )


def line_name(book: Book, line_id: str, language: str) -> str:
    """A request line in a few words: its request, and what it asks."""
    line = book.line(line_id)
    request = book.request(line.about) if line is not None else None
    if line is None or request is None:
        return "?"
    name = request.number or request.title
    return f"{name} ({line.quantity} × {book.resource_name(line.resource, language)})"


def _when(at: datetime) -> str:
    return at.astimezone(AMSTERDAM).strftime("%d-%m %H:%M")
