"""The 25 safety regions, the six Caribbean entities and the 342 municipalities (1 January 2023).

Codes are those of CBS (VR01 to VR25, GM0014 to GM1992) and of ISO 3166 for the islands. The names
by which people call them (Friesland, Den Bosch, VNOG, Hoog Buurlo) come from a table beside the
facts, since every source writes them its own way; a name that means several places gives all.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
"""The clock of the room, and of all of the Netherlands in Europe."""

Kind = Literal["region", "municipality", "place"]


@dataclass(frozen=True, slots=True)
class Region:
    """A safety region or Caribbean entity; `neighbours` share a border, dike or bridge."""

    code: str
    name: str
    abbreviation: str
    seat: str
    latitude: float  # of the seat, degrees, WGS 84
    longitude: float
    neighbours: tuple[str, ...]
    time_zone: str


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality under its CBS name, and the code of the region that it belongs to."""

    code: str
    name: str
    region: str


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """Where a text names a place: text[start:end].

    `kind` "place" is a settlement; its code is that of its municipality (of the entity on the
    islands). `alternatives` are the other codes that the same name may mean, likeliest first.
    """

    start: int
    end: int
    code: str
    kind: Kind
    name: str
    alternatives: tuple[str, ...] = ()


def _rows(table: str) -> Iterator[dict[str, str]]:
    source = files("kcr2desk.core") / "data" / f"{table}.csv"
    yield from csv.DictReader(source.read_text(encoding="utf-8").splitlines())


@cache
def regions() -> tuple[Region, ...]:
    """All regions in the order of their codes, then the Caribbean entities."""
    return tuple(
        Region(
            code=row["code"],
            name=row["name"],
            abbreviation=row["abbreviation"],
            seat=row["seat"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            neighbours=tuple(row["neighbours"].split(";")) if row["neighbours"] else (),
            time_zone=row["time_zone"],
        )
        for row in _rows("regions")
    )


@cache
def municipalities() -> tuple[Municipality, ...]:
    """All municipalities in the order of their codes."""
    return tuple(Municipality(**row) for row in _rows("municipalities"))


@cache
def _regions_by_code() -> dict[str, Region]:
    return {each.code: each for each in regions()}


@cache
def _municipalities_by_code() -> dict[str, Municipality]:
    return {each.code: each for each in municipalities()}


def region(code: str) -> Region:
    """The region with this code. Raises KeyError where there is none."""
    return _regions_by_code()[code]


def zone_of(owner: str) -> ZoneInfo:
    """The zone in which this owner's people read and write times; partners work by the clock of
    Amsterdam."""
    known = _regions_by_code().get(owner)
    return AMSTERDAM if known is None else ZoneInfo(known.time_zone)


def municipality(code: str) -> Municipality:
    """The municipality with this code. Raises KeyError where there is none."""
    return _municipalities_by_code()[code]


def region_of(code: str) -> str:
    """The region in which a municipality lies; a region's own code stands for itself.

    Raises KeyError for a code that is neither.
    """
    known = _municipalities_by_code().get(code)
    return known.region if known else _regions_by_code()[code].code


@cache
def names_of(code: str) -> tuple[str, ...]:
    """All that a region or municipality is called: its name, abbreviation and aliases.

    Raises KeyError for a code that is neither.
    """
    known = _municipalities_by_code().get(code)
    if known is not None:
        own: tuple[str, ...] = (known.name,)
    else:
        own = (_regions_by_code()[code].name, _regions_by_code()[code].abbreviation)
    wanted = "region" if known is None else "municipality"
    return (*own, *(alias for alias, kind in _aliases().get(code, ()) if kind == wanted))


@cache
def _aliases() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in _rows("aliases"):
        found.setdefault(row["code"], []).append((row["alias"], row["kind"]))
    return found


# --- names in running text -----------------------------------------------------------------------

# Combining marks belong to their letter, so a decomposed "Fryslân" is still one word.
_WORD = re.compile(r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_\u0300-\u036f]*)*")
# What may stand between the words of one name: "Alphen a/d Rijn", "St. Maarten", "'s-Gravenhage".
_BETWEEN = re.compile(r"[ \t\u00a0.,/&('’‘`\-\u2010-\u2015]{1,3}")
_SET_APART = re.compile(r"\s*(?:$|[,:;/()\d\n\u2010-\u2015-])")

# Names that are also everyday words. They count only with a capital, and where the capital may be
# that of a sentence, only when set apart ("Putten: brand", not "Putten worden leeggepompt").
_EVERYDAY_WORDS = """
    assen axel beek bergen best buren dalen de_lier delft dieren dongen doorn duiven echt gieten
    goes goor grave halfweg holten hoorn horst houten huizen hulst kampen kapelle laren leiden
    losser marken mill petten putten roden rolde ruinen sluis stein the_bottom thorn vaals vijlen
    weert zetten
"""
_EVERYDAY = frozenset(_EVERYDAY_WORDS.split())
# Abbreviations that are words or fragments in small letters ("bes" is a berry).
_ONLY_CAPITALS = frozenset({"bes", "baa", "bzo", "mwb", "nhn", "vrk", "zhz"})
_BEFORE_A_REGION = ("veiligheidsregio", "safety region", "regio", "vr")


def fold(word: str) -> str:
    """Small letters without accents: what two spellings of one word have in common."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@dataclass(frozen=True, slots=True)
class _Meaning:
    code: str
    kind: Kind
    name: str


_Words = tuple[str, ...]


def _words(name: str) -> _Words:
    return tuple(fold(found.group()) for found in _WORD.finditer(name))


def _names() -> Iterator[tuple[str, _Meaning]]:
    """Every name with a meaning; the likelier meaning of one name comes first."""
    for each in municipalities():
        meaning = _Meaning(each.code, "municipality", each.name)
        yield each.code, meaning
        yield each.name, meaning
        if "(" in each.name:
            yield each.name.partition("(")[0], meaning
    called: list[tuple[str, _Meaning]] = []
    for entity in regions():
        meaning = _Meaning(entity.code, "region", entity.name)
        yield entity.code, meaning
        yield entity.abbreviation, meaning
        called.append((entity.name, meaning))
    for row in _rows("aliases"):
        alias, code = row["alias"], row["code"]
        if row["kind"] == "region":
            called.append((alias, _Meaning(code, "region", region(code).name)))
        elif row["kind"] == "municipality":
            yield alias, _Meaning(code, "municipality", municipality(code).name)
        else:
            yield alias, _Meaning(code, "place", alias)
    for name, meaning in called:
        yield name, meaning
        for prefix in _BEFORE_A_REGION:
            yield f"{prefix} {name}", meaning


@cache
def _lexicon() -> dict[str, tuple[tuple[_Words, tuple[_Meaning, ...]], ...]]:
    """First word -> the names that begin with it, longest first, each with its meanings."""
    meanings: dict[_Words, dict[str, _Meaning]] = {}
    for name, meaning in _names():
        meanings.setdefault(_words(name), {}).setdefault(meaning.code, meaning)
    by_first: dict[str, list[tuple[_Words, tuple[_Meaning, ...]]]] = {}
    for words, found in meanings.items():
        by_first.setdefault(words[0], []).append((words, tuple(found.values())))
    return {
        first: tuple(sorted(names, key=lambda each: -len(each[0])))
        for first, names in by_first.items()
    }


def find_places(text: str) -> tuple[PlaceMatch, ...]:
    """The regions, municipalities and settlements that a text names, from left to right.

    Accents, capitals, hyphens and apostrophes may be missing; of names that begin at one word the
    longest wins; matches never overlap. Fast enough for every keystroke (2,000 characters take
    well under two milliseconds).
    """
    lexicon = _lexicon()
    spans = [(found.start(), found.end(), fold(found.group())) for found in _WORD.finditer(text)]
    matches: list[PlaceMatch] = []
    index = 0
    while index < len(spans):
        length = 0
        for words, meanings in lexicon.get(spans[index][2], ()):
            if _reads(text, spans, index, words):
                length = len(words)
                matches.append(
                    _match(text, spans[index][0], spans[index + length - 1][1], meanings)
                )
                break
        index += length or 1
    return tuple(matches)


def _reads(text: str, spans: list[tuple[int, int, str]], index: int, words: _Words) -> bool:
    """Whether the words of a name stand at this word of the text, and are meant as a name."""
    here = spans[index : index + len(words)]
    if tuple(word for _, _, word in here) != words:
        return False
    if not all(_joined(text, before, after) for before, after in pairwise(here)):
        return False
    name = "_".join(words)
    last = text[here[-1][0] : here[-1][1]]
    if name in _ONLY_CAPITALS:
        return last.isupper()
    if name not in _EVERYDAY:
        return True
    start, end = here[0][0], here[-1][1]
    if text[max(0, start - 10) : start].lower().rstrip().endswith("gemeente"):
        return True
    if not last[0].isupper() or last.isupper():
        return False
    return not _opens_sentence(text, start) or bool(_SET_APART.match(text, end))


def _joined(text: str, before: tuple[int, int, str], after: tuple[int, int, str]) -> bool:
    """Whether two words may belong to one name; a full stop only ends what is short ("St.")."""
    between = text[before[1] : after[0]]
    return bool(_BETWEEN.fullmatch(between)) and ("." not in between or len(before[2]) <= 3)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].rstrip(" \t-*•>\"'’‘(")
    return not before or before[-1] in ".!?…\n"


def _match(text: str, start: int, end: int, meanings: tuple[_Meaning, ...]) -> PlaceMatch:
    if start and text[start - 1] in "'’‘" and text[start].lower() in "st":
        start -= 1  # the apostrophe of 's-Gravenhage and 't Harde
    if "(" in text[start:end] and text[end : end + 2].lstrip(".").startswith(")"):
        end = text.index(")", end) + 1
    first, *others = meanings
    return PlaceMatch(
        start, end, first.code, first.kind, first.name, tuple(each.code for each in others)
    )
