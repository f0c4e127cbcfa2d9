"""Who is on the line: names and telephone numbers in what an officer types."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kcr2desk.core.places import PlaceMatch, find_places, fold


class Said(NamedTuple):
    """text[start:end] says `value`; `label` is how to show it."""

    start: int
    end: int
    value: str
    label: str

    def overlaps(self, others: tuple[Said, ...]) -> bool:
        """Whether it shares a character with one of the others."""
        return any(self.start < other.end and other.start < self.end for other in others)


_COUNTRY = {"AW": "AW", "CW": "CW", "SX": "SX", "BQ-BO": "BQ", "BQ-SE": "BQ", "BQ-SA": "BQ"}


def find_numbers(text: str, region: str = "") -> tuple[Said, ...]:
    """Telephone numbers that exist by the numbering plan, as E.164 ("+31612345678").

    Numbers without a country are Dutch, or of the island that `region` names. Short internal
    numbers are not guessed.
    """
    if sum(character.isdigit() for character in text) < 7:
        return ()
    # Imported late: its tables are heavy, and most notes hold no number.
    from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher, format_number

    # "06 - 12345678" counts as two numbers to the library; three spaces join them.
    joined = re.sub(r"(?<=\d) [-–] (?=\d)", "   ", text)
    found = []
    for match in PhoneNumberMatcher(joined, _COUNTRY.get(region, "NL")):
        domestic = match.number.country_code == 31
        style = PhoneNumberFormat.NATIONAL if domestic else PhoneNumberFormat.INTERNATIONAL
        value = format_number(match.number, PhoneNumberFormat.E164)
        found.append(Said(match.start, match.end, value, format_number(match.number, style)))
    return tuple(found)


# A Dutch name: "Jansen", "J. van der Berg", "Van 't Hof", "Anouk El Idrissi-Smit".
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-Ž]"
_PREFIX = r"(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Vv]d|['’]t|[Ee]l|al)\s+)"
_WORD = rf"{_CAPITAL}[^\W\d_]+(?:['’-][^\W\d_]+)*"
_NAME = (
    rf"{_PREFIX}{{0,3}}(?:{_CAPITAL}\.\s?){{0,4}}{_PREFIX}{{0,3}}{_WORD}"
    rf"(?:\s+{_PREFIX}{{0,3}}{_WORD}){{0,2}}"
)
# These speak for their town: "meldkamer Apeldoorn", "burgemeester van Epe".
_OFFICE = r"meldkamer|(?:loco)?burgemeester|bgm|gemeente"
_TITLE = (
    rf"(?i:mw|mevr|mevrouw|dhr|de\sheer|meneer|mrs?|ms|ovd(?:-\w{{1,4}})?|hovd|caco|calco|rol|"
    rf"wachtcommandant|informatiemanager|liaison|officier\svan\sdienst|"
    rf"calamiteitencoördinator|piket|{_OFFICE})"
)
_SPOKE = r"(?:belt|belde|meldt|meldde|vraagt|calls|called|reports)"

_OF_OFFICE = re.compile(rf"(?i:{_OFFICE})\b")
_PREFIXED = re.compile(rf"{_PREFIX}+{_WORD}")
_TITLED = re.compile(rf"(?<!\w)(?P<name>{_TITLE}\b\.?\s+{_NAME})")
_BEFORE_NUMBER = re.compile(
    rf"(?<!\w)(?P<name>{_NAME})[\s,(:\-]*(?i:(?:tel|telefoon|mob|mobiel|nr|nummer|bereikbaar|op|"
    rf"via|phone|bel|bellen|terug|terugbellen|t|m)\.?[\s:]*)*$"
)
_AFTER_NUMBER = re.compile(
    rf"[\s,(\-]{{1,3}}(?i:(?:van|tnv|t\.n\.v\.|vragen\snaar|naar)\s+)?(?P<name>{_NAME})"
)
_SPEAKS = re.compile(rf"(?<!\w)(?P<name>{_NAME})\s+{_SPOKE}\b")
_NAMED_AS_CALLER = re.compile(
    rf"\b(?i:gebeld\sdoor|gemeld\sdoor|aldus|volgens|namens|beller|melder|contactpersoon|caller|"
    rf"contact|spreek\smet|met)\s*:?\s+(?P<name>{_NAME})"
)
# Words that get a capital at the start of a sentence and are nobody's name.
_NO_NAMES = frozenset(
    fold(word)
    for word in """
    aanrijding al ambulance belt bel bij brand brandweer dan dat de deze die dit een en er explosie
    extra fire from gaat gas gebeld graag grip he heeft het hij hoogwater hulp ik in inmiddels inzet
    is let man melder melding meldt men met mogelijk na natuurbrand nog nu of om ons ook op opvang
    over please politie rook she situatie storing te tel terug terugbellen the they ts update urgent
    van vanaf vanuit via voor vraag vraagt wat water we wij wil woningbrand ze zij zo zojuist
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    """.split()  # noqa: SIM905  (a list of words reads better than a list of literals)
)
_NEAR = 80  # characters beside a number in which its owner is looked for


def find_callers(
    text: str, numbers: tuple[Said, ...], places: tuple[PlaceMatch, ...]
) -> tuple[Said, ...]:
    """Names next to a title, to one of the telephone numbers or to a verb of calling.

    A name that is only that of a place is none. Where the signs compete for the same words the
    surest wins: title, then number, then verb.
    """
    taken: list[Said] = []
    for match in _candidates(text, numbers):
        start, end = _trimmed(text, *match)
        if start == end or any(each.start <= start and end <= each.end for each in places):
            continue
        name = " ".join(text[start:end].split())
        said = Said(start, end, name, name)
        if not said.overlaps((*taken, *numbers)):
            taken.append(said)
    return tuple(taken)


def _candidates(text: str, numbers: tuple[Said, ...]) -> Iterator[tuple[int, int]]:
    for match in _TITLED.finditer(text):
        yield match.span("name")
    for number in numbers:
        offset = max(0, number.start - _NEAR)
        before = _BEFORE_NUMBER.search(text[offset : number.start])
        after = _AFTER_NUMBER.match(text, number.end, number.end + _NEAR)
        if before:
            yield offset + before.start("name"), offset + before.end("name")
        elif after:
            yield after.span("name")
    for pattern in (_SPEAKS, _NAMED_AS_CALLER):
        for match in pattern.finditer(text):
            yield match.span("name")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without everyday words and places in front: "Graag Jansen", "Hoog Buurlo Jansen"."""
    while start < end and not _is_person(text, start):
        name = text[start:end]
        place = next((each for each in find_places(name) if each.start == 0), None)
        first = name.split(maxsplit=1)[0]
        if place and place.end < len(name):
            start += place.end
        elif fold(first) in _NO_NAMES:
            start += len(first)
        else:
            break
        start += len(text[start:end]) - len(text[start:end].lstrip())
    return start, end


def _is_person(text: str, start: int) -> bool:
    """Whether somebody's name begins here beyond doubt: "Van Dijk", "de heer Jansen"."""
    return bool(_TITLED.match(text, start) or _PREFIXED.match(text, start))


def is_part_of_name(text: str, place: PlaceMatch, callers: tuple[Said, ...]) -> bool:
    """Whether a place is but a part of somebody's name ("mw. Van Buren"), not where he is."""
    return any(
        caller.start <= place.start
        and place.end <= caller.end
        and not _OF_OFFICE.match(text, caller.start)
        for caller in callers
    )
