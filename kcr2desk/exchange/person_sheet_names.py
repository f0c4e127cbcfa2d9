"""A whole name in one cell, taken apart as well as it can be: "JANSEN/PIETER MR", "Jansen, P.".

The cell itself is always kept beside what was made of it: nobody is to depend on a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kcr2desk.core.places import fold
from kcr2desk.exchange.names import family_cased, given_cased, one_case, split_prefix

TITLES: Final = {
    "mr": "M", "mister": "M", "mstr": "M", "master": "M", "dhr": "M", "heer": "M", "hr": "M",
    "herr": "M", "monsieur": "M", "sir": "M",
    "mrs": "F", "ms": "F", "mss": "F", "miss": "F", "mw": "F", "mevr": "F", "mevrouw": "F",
    "mej": "F", "frau": "F", "madame": "F", "mme": "F", "mlle": "F",
    "chd": "", "inf": "", "adt": "", "infant": "", "child": "", "baby": "", "dr": "", "drs": "",
    "prof": "", "ing": "", "ir": "", "mx": "",
}  # fmt: skip
"""Titles and what they say of the sex. In a list of passengers they stand behind the name."""

PASSENGER_TYPES: Final = {
    "chd": "child", "child": "child", "cnn": "child", "kind": "child", "inf": "infant",
    "infant": "infant", "baby": "infant", "ins": "infant", "adt": "adult", "adult": "adult",
}  # fmt: skip

_STUCK = re.compile(r"^(.{3,}?)(MRS|MSTR|MISS|MR|CHD|INF)$")
"""A title that a reservation system put right behind the given names: PIETERMR."""

_BEGIN_FAMILY: Final = frozenset(
    ["al", "el", "ben", "bin", "ibn", "abu", "bint", "ould", "st", "saint", "san", "santa", "mac"]
)
"""Words with which a family name begins, and that are no prefix."""

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Name:
    """What a whole name was taken apart into. `kind` is "child", "infant", "adult" or ""."""

    family: str = ""
    prefix: str = ""
    given: str = ""
    sex: str = ""
    kind: str = ""


@lru_cache(maxsize=4096)
def is_prefix(text: str) -> bool:
    """Whether a text is nothing but words that stand before a Dutch family name."""
    return bool(text) and split_prefix(f"{text} Xx") == (text.lower().replace("’", "'"), "Xx")


@lru_cache(maxsize=65_536)
def split_name(text: str) -> Name:
    """A whole name taken apart: `FAMILY/GIVEN TITLE`, `Family, Given prefix` or as it is spoken.

    Where nothing tells the family name, the last word is it.
    """
    told = _tidy(text)
    if "/" in told and not told.startswith("/"):
        family, _, given = told.partition("/")
        return _titled(family, given.replace("/", " "), stuck=True)
    if "," in told:
        return _comma(told)
    words, sex, kind = _without_titles(told.split(" "))
    last, first = _told_apart(words)
    name, prefix = split_family(" ".join(last))
    return Name(name, prefix, given_name(" ".join(first)), sex, kind)


def split_family(text: str) -> tuple[str, str]:
    """A family name and its prefix: "de Vries" and "Vries, de" are both ("Vries", "de")."""
    prefix, rest = split_prefix(_tidy(text))
    return family_cased(rest) if one_case(rest) and len(rest) > 1 else rest, prefix


def given_name(text: str) -> str:
    """Given names, in their usual case where a list has capitals only."""
    told = _tidy(text)
    return given_cased(told) if one_case(told) and len(told) > 1 else told


def _tidy(text: str) -> str:
    return _SPACES.sub(" ", text.replace("’", "'").replace("‘", "'")).strip(" ,;/")


def _comma(told: str) -> Name:
    first, *rest = [part.strip() for part in told.split(",") if part.strip()]
    behind = " ".join(part for part in rest if not is_prefix(part))
    apart = " ".join(part for part in rest if is_prefix(part))  # "Berg, van den, Jan"
    name = _titled(first, behind)
    if name.prefix:
        return name
    words = name.given.split(" ")
    cut = len(words)  # "Berg, Jan van den"
    while cut > 1 and is_prefix(" ".join(words[cut - 1 :])):
        cut -= 1
    prefix = (apart or " ".join(words[cut:])).lower()
    given = name.given if apart else " ".join(words[:cut])
    return Name(name.family, prefix, given, name.sex, name.kind)


def _titled(family: str, given: str, *, stuck: bool = False) -> Name:
    words, sex, kind = _without_titles(given.strip().split(" "))
    if stuck and not sex and not kind and words and (found := _STUCK.match(words[-1])):
        words[-1] = found[1]
        sex, kind = TITLES[found[2].lower()], PASSENGER_TYPES.get(found[2].lower(), "")
    name, prefix = split_family(family)
    return Name(name, prefix, given_name(" ".join(words)), sex, kind)


def _without_titles(words: list[str]) -> tuple[list[str], str, str]:
    """The words of a name without its titles, and what these say of sex and kind."""
    sex = kind = ""
    kept = [word for word in words if word]
    for end in (-1, 0):
        while len(kept) > 1 and (word := fold(kept[end].strip("().").rstrip("."))) in TITLES:
            sex, kind = sex or TITLES[word], kind or PASSENGER_TYPES.get(word, "")
            kept.pop(end)
    return kept, sex, kind


def _told_apart(words: list[str]) -> tuple[list[str], list[str]]:
    """Family and given names of words in the order in which they are spoken or written."""
    loud = [len(word) > 1 and word.isupper() and "." not in word for word in words]
    if any(loud) and not all(loud):  # "Pieter JANSEN", "DE VRIES Anna", "Anna de VRIES"
        family = [word for word, is_loud in zip(words, loud, strict=True) if is_loud]
        given = [word for word, is_loud in zip(words, loud, strict=True) if not is_loud]
        cut = len(given)
        while loud[-1] and cut > 1 and is_prefix(" ".join(given[cut - 1 :])):
            cut -= 1
        return [*given[cut:], *family], given[:cut]
    for place, word in enumerate(words[:-1]):
        if (place and is_prefix(word)) or fold(word) in _BEGIN_FAMILY:
            return words[place:], words[:place]
    if words and is_prefix(words[0]):
        return words, []
    return words[-1:], words[:-1]
