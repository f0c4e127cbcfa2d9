"""What the names of two records have in common: in their places, swapped, maiden, or told whole."""

from __future__ import annotations

from dataclasses import dataclass

from kcr2desk.matching.comparing import Level, Words
from kcr2desk.matching.rarity import GIVEN, Rarity
from kcr2desk.matching.traits import Traits

_LESS = {
    Level.PLAIN: 0.5, Level.PART: 2.0, Level.NEAR: 3.0, Level.FAR: 5.0, Level.SOUND: 5.0,
}  # fmt: skip
"""Bits that a name which is only alike is worth less than the same name."""


@dataclass(slots=True)
class Names:
    """What the names of two records have in common."""

    family: Level
    given: Level
    bits: float
    swapped: bool = False
    maiden: bool = False
    initials: bool = False


class Naming:
    """Compares names."""

    def __init__(self, words: Words, rarity: Rarity) -> None:
        self.words = words
        self._rarity = rarity

    def compare(self, one: Traits, other: Traits) -> Names:
        """What the names of two records have in common."""
        straight = best = self._straight(one, other)
        if min(best.family, best.given) >= Level.NEAR and not best.initials:
            return best
        others = [self._swapped(one, other)]
        if one.loose or other.loose:
            others.append(self._in_any_order(one, other))
        if straight.family < Level.NEAR and (one.aliases or other.aliases):
            others.append(self._maiden(one, other, straight))
        return max((best, *(each for each in others if each is not None)), key=lambda n: n.bits)

    def cannot_be_one(self, one: Traits, other: Traits) -> bool:
        """Whether the given names rule it out, whatever else is alike: looked at first, for most
        who share a key are of one family."""
        if (
            one.loose
            or other.loose
            or self.words.given(one.given, other.given)[0] is not Level.NONE
        ):
            return False
        return self._swapped(one, other) is None

    def _maiden(self, one: Traits, other: Traits, straight: Names) -> Names | None:
        """Another family name that one of them has beside, from before or by marriage."""
        level, family = max(
            (self.words.family(a, b), min(a, b))
            for a, b in (
                (one.aliases, other.family),
                (other.aliases, one.family),
                (one.aliases, other.aliases),
            )
        )
        if level < Level.NEAR:
            return None
        given = straight.bits - self._family_bits(one, other, straight.family)
        bits = self._worth(level, self._rarity.family("".join(family))) - 1.0 + given
        return Names(level, straight.given, bits, False, True, straight.initials)

    def _straight(self, one: Traits, other: Traits) -> Names:
        family = self.words.family(one.family, other.family)
        if Level.MISSING < family < Level.PLAIN and not (one.loose or other.loose):
            glued = self.words.word(one.glued, other.glued)  # "El Amri" and "Elamri"
            family = glued if glued >= Level.PLAIN else family
        given, initials = self.words.given(one.given, other.given)
        bits = self._family_bits(one, other, family)
        return Names(
            family, given, bits + self._given_bits(one, other, given, initials), False, False,
            initials,
        )  # fmt: skip

    def _family_bits(self, one: Traits, other: Traits, level: Level) -> float:
        if level is Level.MISSING:
            return 0.0
        if level is Level.NONE:
            return -4.0
        names = ("".join(one.family), "".join(other.family))
        return self._worth(level, min(self._rarity.family(name) for name in names))

    def _given_bits(self, one: Traits, other: Traits, level: Level, initials: bool) -> float:
        if level is Level.MISSING:
            return 0.0
        if level is Level.NONE:
            return -3.0 if initials else -5.0
        if initials:
            return 2.5
        a, b = one.given[0], other.given[0]
        worth = self._worth(level, min(self._rarity.given(a), self._rarity.given(b)))
        if level is Level.NEAR and self._rarity.is_common(a) and self._rarity.is_common(b):
            return worth - 2.5  # two names that both exist are seldom a slip of the pen
        return worth

    @staticmethod
    def _worth(level: Level, bits: float) -> float:
        if level < Level.PART:
            bits = min(bits, GIVEN)  # a rare name has common neighbours
        return max(0.0, bits - _LESS.get(level, 0.0))

    def _swapped(self, one: Traits, other: Traits) -> Names | None:
        """Given and family name in each other's place."""
        first = self.words.family(one.family, other.given)
        second = self.words.family(other.family, one.given)
        if first < Level.FAR and second < Level.FAR:
            return None
        if min(first, second) is Level.NONE or max(first, second) < Level.NEAR:
            return None
        bits = -2.0
        for level, words in ((first, one.family), (second, other.family)):
            if level > Level.NONE:
                bits += self._worth(level, self._rarity.family("".join(words)))
        if Level.MISSING in (first, second):
            bits -= 2.0
        return Names(min(first, second), max(first, second), bits, True)

    def _in_any_order(self, one: Traits, other: Traits) -> Names:
        """A name told in one piece: any of its words may be the family name."""
        a, b = (*one.given, *one.family), (*other.given, *other.family)
        a, b = sorted((a, b), key=lambda words: (len(words), words))
        left, found = list(b), []
        for word in sorted(a, key=len, reverse=True):
            level, where = max(
                ((self.words.word(word, w), n) for n, w in enumerate(left)),
                default=(Level.NONE, 0),
            )
            if level >= Level.FAR:
                left.pop(where)
            found.append((level, word))
        found.sort(reverse=True)
        if len(found) < 2:
            level = found[0][0] if found else Level.MISSING
            return Names(level, Level.MISSING, self._family_bits(one, other, level))
        (first, word), (second, _) = found[0], found[1]
        bits = self._worth(first, self._rarity.family(word)) if first else -4.0
        bits += self._worth(second, 7.0) if second else -5.0
        return Names(first, second, bits)


def reasons_of(names: Names) -> list[str]:
    """Codes of how two names are alike."""
    found: list[str] = []
    if names.swapped:
        found.append("names_swapped")
    if names.maiden:
        found.append("maiden")
    if names.initials and names.given > Level.NONE:
        found.append("initials")
    levels = [level for level in (names.family, names.given) if level is not Level.MISSING]
    if levels and min(levels) > Level.NONE:
        if min(levels) >= Level.PART:
            if not names.swapped:
                found.append("name")
        elif min(levels) is Level.SOUND:
            found.append("sound")
        else:
            found.append("name_near")
    return found
