"""Names as words without accents, and how they sound.

A passport writes MUELLER, a list Müller, a mother says Muhammed where the list has Mohamad. So a
name is compared in three shapes, each looser than the one before: its letters (`words_of`), its
letters without the habits of a spelling (`plain`), and its sound (`sound`).
"""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

_PREFIXES = """
    van von vom zu zur zum de den der des di da das do dos du del della dei la le les lo los las
    ter ten te tot op aan in uit t s d el al as ash an ar at bin ben ibn bint bte abu abou ou of
    and y e v vd vdr
"""
PREFIXES = frozenset(_PREFIXES.split())
"""Words that stand before a family name in some registers and are left out in others."""

_TITLES = """
    mr mrs ms miss mstr mss dr prof ir ing drs dhr mevr mevrouw mw heer sir madam chd inf infant
    adt
"""
TITLES = frozenset(_TITLES.split())
"""What airlines and clerks add to a name."""

GIVEN_TOO = frozenset({"ben", "an", "al"})
"""Prefixes that are given names as well, where they begin a name told in one piece."""

_WORD = re.compile("[a-z]+")
_MISREAD = re.compile(r"\d(?:(?<=[a-z]\d)|(?=[a-z]))")  # a digit first: that is looked for fast
_MEANT = {"0": "o", "1": "i", "2": "z", "5": "s", "6": "g", "8": "b"}
_APOSTROPHES = re.compile("['’‘`´ʼʻ]")


def ascii_of(text: str) -> str:
    """`text` in lower case Latin letters without accents, from any script."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in apart if not unicodedata.combining(c))
        if not text.isascii():
            text = anyascii(_APOSTROPHES.sub("'", text))
    return text.lower()


def words_of(text: str) -> list[str]:
    """The words of a name. An apostrophe joins: "d'Arc" is one word, "'t" is t. A digit beside a
    letter is the letter that a scanner took for it."""
    if not text:
        return []
    told = ascii_of(text).replace("'", "")
    if told.isalpha():
        return [told]
    if told.replace(" ", "").isalpha():  # most are: no letter to look for among other signs
        return told.split()
    return _WORD.findall(_MISREAD.sub(lambda found: _MEANT.get(found[0], ""), told))


def name_words(text: str) -> list[str]:
    """The words of a name without prefixes and titles, unless nothing else is left."""
    found = words_of(text)
    kept = [word for word in found if word not in PREFIXES and word not in TITLES]
    return kept or found


def given_words(text: str) -> list[str]:
    """The words of given names, without titles."""
    found = words_of(text)
    return [word for word in found if word not in TITLES] or found


def whole_words(text: str) -> list[str]:
    """The words of a name told in one piece, without prefixes and titles."""
    found = given_words(text)
    first = found[:1] if found and (found[0] in GIVEN_TOO or found[0] not in PREFIXES) else []
    return [*first, *(w for w in found[1:] if w not in PREFIXES)] or found


_HABITS = (
    ("uxx", "u"), ("nxx", "n"), ("sch", "s"), ("sh", "s"), ("ph", "f"), ("th", "t"), ("dh", "d"),
    ("ck", "k"), ("ij", "y"), ("ei", "y"), ("ey", "y"), ("ae", "a"), ("oe", "o"), ("ue", "u"),
    ("ou", "u"), ("ie", "i"), ("ee", "i"), ("dj", "j"), ("q", "k"), ("x", "ks"),
)  # fmt: skip
_TWICE = re.compile(r"(.)(?=\1)")


def plain(word: str) -> str:
    """A word without the habits of a spelling: what a passport, a clerk and a language make of the
    same letters (AE for Ä, UXX for Ü, ou for u, a doubled letter)."""
    for written, said in _HABITS:
        if written in word:
            word = word.replace(written, said)
    return _TWICE.sub("", word)


# The sound of a name, for names that come from Dutch, English, Arabic, Turkish or Slavic by way of
# one clerk or another. Consonants that these spellings exchange fall together; vowels, h and the
# rough ch/kh/gh are silent, since each spelling writes them its own way or not at all.
_CLUSTERS = re.compile(
    "tsch|tsj|tch|dzh|dsch|sch|shch|sh|sj|tsh|zh|kh|gh|ph|pf|th|dh|dt|ts|tz|cz|ck|dj|dz|ks|ch"
)
_AS_ONE = {
    "tsch": "S", "tsj": "S", "tch": "S", "tsh": "S", "shch": "S", "sch": "S", "sh": "S", "sj": "S",
    "zh": "S", "ts": "S", "tz": "S", "cz": "S", "dz": "S", "ks": "S", "ch": "H", "kh": "H",
    "gh": "H", "ph": "F", "pf": "F", "th": "T", "dh": "T", "dt": "T", "ck": "K", "dj": "J",
    "dzh": "J", "dsch": "J",
}  # fmt: skip
_SOFT_C = re.compile("c(?=[eiy])")
_LETTERS = str.maketrans({
    "b": "P", "p": "P", "c": "K", "k": "K", "q": "K", "g": "K", "d": "T", "t": "T", "f": "F",
    "v": "F", "w": "F", "s": "S", "z": "S", "x": "S", "j": "J", "l": "L", "m": "M", "n": "N",
    "r": "R", "h": "H", "a": "-", "e": "-", "i": "-", "o": "-", "u": "-", "y": "-",
})  # fmt: skip
LONGEST = 5
"""Consonants of a code: what a passport or an airline cut off is mostly behind them."""


def sound(word: str) -> str:
    """The code of how a word sounds: "" for none, else a first letter (A for any vowel or h) and at
    most `LONGEST` consonants. "Mohammed", "Muhamad" and "Mehmet" give MMT."""
    if not word:
        return ""
    coded = _SOFT_C.sub("s", word)
    coded = _CLUSTERS.sub(lambda found: _AS_ONE[found[0]], coded).translate(_LETTERS)
    coded = _TWICE.sub("", coded)
    first = "A" if coded[0] in "-H" else coded[0]
    rest = coded[1:].replace("-", "").replace("H", "").replace("J", "")
    return (first + rest)[: LONGEST + 1]
