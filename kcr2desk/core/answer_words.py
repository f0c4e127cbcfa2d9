"""The words in which an inquiry is put to its owner, the same on the answer page, in the mail and
on the spreadsheet; Dutch ("nl") or English ("en")."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kcr2desk.core import places
from kcr2desk.core.bijstand import InquiryLine
from kcr2desk.core.places import AMSTERDAM, zone_of
from kcr2desk.core.reference import ResourceType

_DAYS = ("ma di wo do vr za zo", "Mon Tue Wed Thu Fri Sat Sun")
_MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december",
    "January February March April May June July August September October November December",
)

ANSWER_WORDS: Mapping[str, tuple[str, str]] = {
    "yes": ("Ja", "Yes"),
    "part": ("Deel", "Part"),
    "provisional": ("Voorlopig", "Provisional"),
    "alternative": ("Iets anders", "Alternative"),
    "no": ("Nee", "No"),
}
"""Dutch and English, as short as a cell of a spreadsheet wants them."""


def in_zone(moment: datetime, owner: str, language: str) -> str:
    """The moment in the zone of the owner's people: "di 14 juli 2026 18:00"."""
    return _wall(moment.astimezone(zone_of(owner)), language)


def moment_words(moment: datetime, owner: str, language: str) -> str:
    """The moment in Dutch time and, for an owner elsewhere, in its own beside it."""
    dutch = moment.astimezone(AMSTERDAM)
    zone = "Dutch time" if language == "en" else "Nederlandse tijd"
    told = f"{_wall(dutch, language)} {zone}"
    own = moment.astimezone(zone_of(owner))
    if own.utcoffset() == dutch.utcoffset():
        return told
    clock = f"{own:%H:%M}" if own.date() == dutch.date() else _wall(own, language)
    return f"{told} ({clock} {zone_words(owner, language)})"


def zone_words(owner: str, language: str) -> str:
    """Whose clock the owner's times are read by."""
    if zone_of(owner) == AMSTERDAM:
        return "Dutch time" if language == "en" else "Nederlandse tijd"
    name = places.region(owner).name
    return f"{name} time" if language == "en" else f"tijd {name}"


def _wall(local: datetime, language: str) -> str:
    english = language == "en"
    day = _DAYS[english].split()[local.weekday()]
    month = _MONTHS[english].split()[local.month - 1]
    return f"{day} {local.day} {month} {local.year} {local:%H:%M}"


def type_name(code: str, types: Mapping[str, ResourceType], language: str) -> str:
    """What the type is called; its code when the list does not have it."""
    found = types.get(code)
    return code if found is None else found.name_in(language)


def line_words(line: InquiryLine, types: Mapping[str, ResourceType], language: str) -> str:
    """What is asked: "4 × Peloton", for an inventory (nothing is asked) the type alone."""
    name = type_name(line.resource, types, language)
    return f"{line.quantity} × {name}" if line.quantity else name


def line_facts(
    line: InquiryLine, types: Mapping[str, ResourceType], owner: str, language: str
) -> list[tuple[str, str]]:
    """What else is said of a line, as (label, text)."""
    english = language == "en"
    facts: list[tuple[str, str]] = []
    if 0 < line.least < line.quantity:
        facts.append(("Of use from" if english else "Zinvol vanaf", str(line.least)))
    if line.from_at:
        told = moment_words(line.from_at, owner, language)
        facts.append(("From" if english else "Vanaf", told))
    if line.until_at:
        told = moment_words(line.until_at, owner, language)
        facts.append(("Until" if english else "Tot", told))
    if line.report_to:
        facts.append(("Report to" if english else "Melden bij", line.report_to))
    if line.alternatives:
        names = ", ".join(type_name(c, types, language) for c in sorted(line.alternatives))
        facts.append(("Also welcome" if english else "Ook goed", names))
    return facts
