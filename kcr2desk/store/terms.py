"""What the search index holds of a report: its words, and a token for each choice that lists ask.

One module for both sides, what is put in and what is typed, because they must agree. Numbers and
telephone numbers are written in many ways; both sides also hold them in one.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Mapping
from functools import lru_cache

from kcr2desk.core.places import fold, names_of
from kcr2desk.core.text import Json

SEARCHED = (
    "number", "title", "text", "informant", "place", "municipality", "region", "caller",
    "callback", "owner",
)  # fmt: skip
"""The fields of a report that full-text search looks into."""

UNKNOWN = "?"
"""Stands for each choice that only a newer version knows."""

_PRIVATE = 0xF0000
_PRIVATES = 65_534
_PRIVATE_USE = re.compile("[\U000f0000-\U000ffffd]")

NUMBER = r"(?<![\w-])([A-Za-z])-(\d{4})-(\d\d)-(?:([A-Za-z]\w{1,5})-)?(\d{4,})-(\d)(?![\w-])"
"""A number of a report or incident, as it is said on the phone."""

_NUMBER = re.compile(NUMBER)
_NUMBERLIKE = re.compile(r"-\d{4}-\d\d-")  # sought first, because it is sixty times as fast
TELEPHONE = r"[+0](?<!\w[+0])0?[1-9](?:[ .()/\u00a0-]{0,3}\d){5,13}(?!\w)"
"""What looks like a telephone number (or a date: those are sought both ways)."""

_TELEPHONE = re.compile(TELEPHONE)


@lru_cache(20_000)
def facet(kind: str, value: str) -> str:
    """The token that stands for "`kind` is `value`" in the search index.

    Two characters of the private use area: no word that anybody types, and too short for the
    index of prefixes. It is one of 2³², so two values hardly ever share one.
    """
    of = f"{kind}\x1f{value}".encode()
    found = zlib.crc32(of)
    return chr(_PRIVATE + found % _PRIVATES) + chr(_PRIVATE + (found // _PRIVATES) % _PRIVATES)


def report_words(values: Mapping[str, Json]) -> str:
    """The words by which a report is found."""
    number = indexed_text(str(values["number"]))  # apart, so that few texts are read for numbers
    text = (
        f"{values['title']}\n{values['text']}\n{values['informant']}\n{values['place']}\n"
        f"{values['caller']}\n{values['callback']}\n{values['owner']}"
    )
    places = _place_words(str(values["municipality"])), _place_words(str(values["region"]))
    return "\n".join((number, indexed_text(text), *places))


def indexed_text(text: str) -> str:
    """A text as it is put into the search index: numbers in one way, nothing like a facet."""
    if not text.isascii():
        text = _PRIVATE_USE.sub(" ", text)
    if _NUMBERLIKE.search(text):
        text = _NUMBER.sub(_number_words, text)
    telephones = [telephone(found[0]) for found in _TELEPHONE.finditer(text)]
    return "\n".join([text, *telephones]) if telephones else text


@lru_cache(1000)
def _place_words(code: str) -> str:
    """All that a region or municipality is called, each word once."""
    try:
        names = names_of(code)
    except KeyError:  # none, or one that only a newer version knows
        return _PRIVATE_USE.sub(" ", code)
    words: dict[str, str] = {}
    for word in re.findall(r"\w+", " ".join((*names, code))):
        words.setdefault(fold(word), word)
    return " ".join(words.values())


def _number_words(found: re.Match[str]) -> str:
    """A number that is said on the phone: whole as one word, its count with and without check."""
    letter, year, month, device, serial, check = found.groups("")
    return f"{letter}{year}{month}{device}{serial}{check} {serial} {serial}{check}"


def telephone(text: str) -> str:
    """A telephone number as digits without zeros and the Dutch +31 before it."""
    digits = "".join(c for c in text if c in "0123456789")
    if "+" in text[:2] or digits.startswith("00"):
        digits = digits.lstrip("0")
        digits = digits.removeprefix("31") or digits
    return digits.lstrip("0")


def words_of(text: str) -> list[tuple[int, int]]:
    """Where the words of a text stand, as the search index cuts them."""
    found = []
    start = -1
    for at, character in enumerate(text):
        if character.isalnum() or (start >= 0 and _belongs(character)):
            if start < 0:
                start = at
        elif start >= 0:
            found.append((start, at))
            start = -1
    if start >= 0:
        found.append((start, len(text)))
    return found


def _belongs(character: str) -> bool:
    return unicodedata.combining(character) != 0 or unicodedata.category(character) == "Co"
