"""Countries as passports name them: codes out of words, words out of codes.

Lists of people write a nationality as a code of two or three letters, as a country in four
languages, or as an adjective ("Nederlandse", "Dutch"). Here they become the code of a machine
readable zone: ISO 3166-1 alpha-3, and the codes of ICAO for who has none.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from kcr2desk.core.places import fold

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_ENDINGS: Final = ("e", "se", "ne", "in", "s")
"""What people add to an adjective or a noun: Nederlandse, Italienne, Niederländerin, Belgians."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country, or what stands in its place in a passport. `alpha2` is blank for the latter."""

    code: str
    alpha2: str
    name_nl: str
    name_en: str

    def name_in(self, language: str) -> str:
        """What it is called in "nl" or "en"."""
        return self.name_en if language == "en" else self.name_nl


@cache
def countries() -> Mapping[str, Country]:
    """All of them by code, in the order of their codes; what is no country comes last."""
    return {
        row["code"]: Country(row["code"], row["alpha2"], row["name_nl"], row["name_en"])
        for row in _rows()
    }


@cache
def _rows() -> tuple[dict[str, str], ...]:
    source = files("kcr2desk.exchange") / "data" / "countries.csv"
    return tuple(csv.DictReader(source.read_text(encoding="utf-8").splitlines()))


def _key(text: str) -> str:
    return _NOT_WORD.sub(" ", fold(text)).strip()


@cache
def _names() -> Mapping[str, str]:
    """Every name, code and adjective, and the code that it means. Codes win over names."""
    found: dict[str, str] = {}
    for column in ("code", "alpha2"):
        for row in _rows():
            if row[column]:
                found.setdefault(row[column].lower(), row["code"])
    for row in _rows():
        words = (row["name_nl"], row["name_en"], *row["names"].split(";"))
        for word in (*words, *row["people"].split(";")):
            if word:
                found.setdefault(_key(word), row["code"])
    return found


@lru_cache(maxsize=4096)
def code_of(text: str) -> str:
    """The code that a word, code or adjective means; "" where it means none that is known."""
    names, key = _names(), _key(text)
    if key in names:
        return names[key]
    if key.endswith("ese") and f"{key[:-3]}ees" in names:
        return names[f"{key[:-3]}ees"]  # Libanese, from Libanees
    for ending in _ENDINGS:
        stem = key.removesuffix(ending)
        if stem != key and len(stem) >= 4 and stem in names:
            return names[stem]
    return ""


def name_of(code: str, language: str) -> str:
    """What a code is called in "nl" or "en"; the code itself where it is not known."""
    known = countries().get(code)
    return code if known is None else known.name_in(language)


def is_code(code: str) -> bool:
    """Whether this is a code that stands in travel documents, in capitals as there."""
    return code in countries()
