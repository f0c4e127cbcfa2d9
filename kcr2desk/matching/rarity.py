"""How much an equal name says: two Sondergelds on one list are more alike than two Jansens."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

FEWEST = 200
"""Records from which a list tells itself how common a name is."""

FAMILY, GIVEN, DATE = 9.0, 8.0, 14.0
"""Bits that an equal name or birth date is worth where nothing is known: one in 500 shares a
family name, one in 250 a given name, one in 16,000 a birth date."""

LEAST, MOST = 3.5, 12.0

_FAMILIES = """
    jong jansen vries berg bakker dijk visser janssen smit meijer meyer boer mulder groot bos vos
    peters hendriks leeuwen dekker brouwer wit dijkstra smits graaf meer ali mohamed mohammed ahmed
    ahmad hassan hussein khan yilmaz kaya demir sahin celik yildiz aydin ozturk smith jones williams
    brown johnson taylor davis wilson nguyen singh kumar wang li chen zhang liu ivanov ivanova
    haddad khoury mansour ibrahim abdullah noori ahmadi mohammadi rahimi hosseini
"""
_COMMON_FAMILY = frozenset(_FAMILIES.split())
_GIVENS = """
    jan johannes maria anna johanna cornelis hendrik pieter willem peter mohamed mohammed
    muhammad mohammad ahmed ahmad ali hassan hussein fatima aisha mariam maryam omar ibrahim yusuf
    mehmet mustafa ayse john mary david michael james robert sarah emma sophie daan sem lucas
"""
_COMMON_GIVEN = frozenset(_GIVENS.split())


class Rarity:
    """Bits by name. `Rarity()` knows the commonest names; `Rarity.of` counts those of a list."""

    def __init__(self) -> None:
        self._family: Mapping[str, float] = dict.fromkeys(_COMMON_FAMILY, 6.0)
        self._given: Mapping[str, float] = dict.fromkeys(_COMMON_GIVEN, 5.5)
        self._date: Mapping[str, float] = {}

    @classmethod
    def of(
        cls, families: Iterable[str], givens: Iterable[str], dates: Iterable[str], count: int
    ) -> Rarity:
        """The rarity of the names and birth dates of `count` records."""
        made = cls()
        if count >= FEWEST:
            made._family = {**made._family, **_bits(families, count, FAMILY)}
            made._given = {**made._given, **_bits(givens, count, GIVEN)}
            made._date = _bits(dates, count, DATE)
        return made

    def family(self, word: str) -> float:
        """Bits of an equal family name."""
        return self._family.get(word, FAMILY)

    def given(self, word: str) -> float:
        """Bits of an equal given name."""
        return self._given.get(word, GIVEN)

    def is_common(self, word: str) -> bool:
        """Whether this is a given name that several people have, and no slip of the pen."""
        return self._given.get(word, GIVEN) < GIVEN

    def date(self, iso: str) -> float:
        """Bits of an equal birth date: the first of January stands for "unknown" in many lands."""
        return self._date.get(iso, DATE) - (5.0 if iso.endswith("-01-01") else 0.0)


def _bits(found: Iterable[str], count: int, usual: float) -> dict[str, float]:
    """Bits of what occurs more often than is usual, and of what is rare in a large list. The count
    of one pair more than there are keeps a name that only two records have from being damned."""
    made: dict[str, float] = {}
    for word, times in Counter(found).items():
        bits = math.log2(count / max(1.0, times - 1))
        if times <= 2:
            bits = max(bits, usual)  # they may be the two records of one human being
        made[word] = min(max(bits, LEAST), max(MOST, usual))
    return made
