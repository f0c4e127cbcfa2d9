"""How alike single parts of two records are, as levels from which `likeness` weighs."""

from __future__ import annotations

import re
from enum import IntEnum

from rapidfuzz.distance import OSA

from kcr2desk.matching.traits import Traits
from kcr2desk.matching.words import plain, sound


class Level(IntEnum):
    """How alike two words or names are."""

    MISSING = -1
    NONE = 0
    SOUND = 1  # other letters, the same sound
    FAR = 2  # half of the letters: a name typed in haste, or another name
    NEAR = 3  # a slip of the pen or two
    PART = 4  # a word of a compound name, or one of several given names
    PLAIN = 5  # another spelling, or cut off
    EXACT = 6


CUT = 8
"""Letters from which the beginning of a name counts as the name: passports cut names off."""


class Words:
    """Compares words, remembering what it compared as long as it lives."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Level] = {}
        self._plain: dict[str, str] = {}
        self._sound: dict[str, str] = {}

    def plain(self, word: str) -> str:
        """As `words.plain`."""
        found = self._plain.get(word)
        if found is None:
            found = self._plain[word] = plain(word)
        return found

    def sound(self, word: str) -> str:
        """As `words.sound`."""
        found = self._sound.get(word)
        if found is None:
            found = self._sound[word] = sound(word)
        return found

    def word(self, one: str, other: str) -> Level:
        """How alike two words are."""
        if one == other:
            return Level.EXACT
        key = (one, other) if one < other else (other, one)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._compare(one, other)
        return known

    def _compare(self, one: str, other: str) -> Level:
        a, b = self.plain(one), self.plain(other)
        shorter, longer = sorted((a, b), key=len)
        if a == b or (len(shorter) >= CUT and longer.startswith(shorter)):
            return Level.PLAIN
        distance = min(OSA.distance(one, other), OSA.distance(a, b))
        length = max(len(one), len(other))
        if 2 * distance > length:
            return Level.NONE  # most are: nothing below takes so few letters for the name
        same = self.sound(one) == self.sound(other) and len(self.sound(one)) > 2
        if same and distance == 1:
            return Level.PLAIN
        if distance == 1 and (length >= 4 or len(one) != len(other)) and length >= 3:
            return Level.NEAR
        if distance == 2 and length >= 7:
            return Level.NEAR
        if _told_by_consonants(one, other):
            return Level.SOUND
        if same and 1 - distance / length >= 0.55:
            return Level.SOUND
        alike = 1 - OSA.distance(one, other) / length
        if length >= 4 and alike >= (0.6 if one[0] == other[0] else 0.66):  # few slip at the start
            return Level.FAR
        return Level.NONE

    def family(self, one: tuple[str, ...], other: tuple[str, ...]) -> Level:
        """How alike two family names are, of one word or several."""
        if not one or not other:
            return Level.MISSING
        if len(one) == 1 and len(other) == 1:
            return self.word(one[0], other[0])
        best = self.word("".join(one), "".join(other))
        if best >= Level.PLAIN:
            return best
        part = max(self.word(a, b) for a in one for b in other)
        if part >= Level.PLAIN:
            return Level.PART
        return max(best, min(part, Level.FAR))

    def given(self, one: tuple[str, ...], other: tuple[str, ...]) -> tuple[Level, bool]:
        """How alike two given names are, and whether initials are all there is to compare."""
        if not one or not other:
            return Level.MISSING, False
        a, b = one[0], other[0]
        best = self.word("".join(one), "".join(other))
        if best >= Level.NEAR and (len(one) > 1 or len(other) > 1):
            return best, False
        if len(a) == 1 or len(b) == 1:
            return (Level.PART if a[0] == b[0] else Level.NONE), True
        first = self.word(a, b)
        if first >= Level.NEAR or (len(one) == 1 and len(other) == 1):
            return first, False
        # somebody may be called by a second name; but brothers often share that of a grandfather
        second = len(one) == 1 and any(self.word(a, w) >= Level.PLAIN for w in other)
        second = second or (len(other) == 1 and any(self.word(b, w) >= Level.PLAIN for w in one))
        second = second or (one[:2] == other[1::-1])
        return (Level.PART if second else max(first, best)), False


_VOWELS = frozenset("aeiouy")
_SILENT = re.compile("[aeiouy]+")
_TWICE = re.compile(r"(.)\1+")


def _told_by_consonants(one: str, other: str) -> bool:
    """Whether one comes from a script without vowels (حداد) and is the other all the same."""
    if not (_VOWELS.isdisjoint(one) or _VOWELS.isdisjoint(other)) or min(len(one), len(other)) < 3:
        return False
    a, b = (_TWICE.sub(r"\1", _SILENT.sub("", word)) for word in (one, other))
    return a == b


class Dates(IntEnum):
    """How alike two birth dates are."""

    MISSING = -1
    NONE = 0
    FAR = 1  # two slips of the pen
    NEAR = 2  # one
    YEAR = 3  # no more than the year is known of one of them
    MONTH = 4  # no more than the month
    SWAPPED = 5  # day and month changed places
    EXACT = 6


def dates(a: Traits, b: Traits) -> Dates:
    """How alike two birth dates are that are known as far as they are."""
    if a.day and b.day:
        if a.day == b.day:
            return Dates.EXACT
        distance = OSA.distance(a.day, b.day, score_cutoff=2)
        if distance > 2:
            return Dates.SWAPPED if _is_swapped(a.birth, b.birth) else Dates.NONE
        if _is_swapped(a.birth, b.birth):
            return Dates.SWAPPED
        return Dates.NEAR if distance == 1 else Dates.FAR
    one, other = a.birth, b.birth
    if not one[0] or not other[0]:
        return Dates.MISSING
    if one[0] != other[0]:
        return Dates.NONE
    if not one[1] or not other[1]:
        return Dates.YEAR
    return Dates.MONTH if one[1] == other[1] else Dates.NONE


def _is_swapped(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return one[0] == other[0] and one[1] == other[2] and one[2] == other[1]


class Numbers(IntEnum):
    """How alike two document numbers are."""

    MISSING = -1
    NONE = 0
    BESIDE = 1  # two slips of the pen, or of one batch: those of a family come one after another
    NEAR = 2  # a slip of the pen
    READ = 3  # letters taken for digits
    EXACT = 4


def numbers(one: Traits, other: Traits) -> Numbers:
    """How alike two document numbers are."""
    a, b = one.digits, other.digits
    if not a or not b:
        return Numbers.MISSING
    if a == b:
        return Numbers.EXACT if one.document == other.document else Numbers.READ
    distance = OSA.distance(a, b, score_cutoff=2)
    if distance > 2:
        return Numbers.NONE
    if distance == 1:
        beside = len(a) == len(b) and a[:-2] == b[:-2] and sorted(a) != sorted(b)
        return Numbers.BESIDE if beside else Numbers.NEAR
    return Numbers.BESIDE if len(a) >= 8 else Numbers.NONE


def text_alike(one: str, other: str, least: float) -> bool:
    """Whether two texts share at least this part of their letters, in order."""
    return one == other or OSA.normalized_similarity(one, other, score_cutoff=least) >= least
