"""How alike two records are, and whether that is worth a proposal (Fellegi and Sunter's model).

Each part that two records share or do not share is worth bits: log2(m / u), where m is how often it
agrees between two records of one human being, and u how often between those of two. The numbers are
reasoned, not fitted: a birth date is written down right nine times in ten, and one of 16,000
strangers shares it, so it is worth 14 bits; two strangers share a family name one time in 500 (less
for a rare one, see `rarity`). Address, phone, mail and party are those of a household and together
worth no more than `HOUSEHOLD`, for they say the same thing.

Bits alone would join twins, a father and a son of one name, or a family that gave one passport. So
a proposal must also pass `rules.speaks_against`: rules that hold whatever the bits say.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kcr2desk.core.record import Record
from kcr2desk.matching.comparing import (
    Dates,
    Level,
    Numbers,
    Words,
    dates,
    numbers,
    text_alike,
)
from kcr2desk.matching.naming import Naming, reasons_of
from kcr2desk.matching.rarity import Rarity
from kcr2desk.matching.rules import STRONG, speaks_against
from kcr2desk.matching.traits import Traits, traits

REASONS = (
    "document", "document_near", "birth", "birth_swapped", "birth_near", "birth_part", "name",
    "name_near", "sound", "names_swapped", "maiden", "initials", "phone", "mail", "seat",
    "address", "party", "document_differs", "birth_differs", "given_differs", "sex_differs",
)  # fmt: skip
"""Codes of why two records look like one human being, and (…_differs) what speaks against it."""

ENOUGH = 21.0
"""Bits from which a pair is proposed: of 100,000 strangers one is the same by chance (17 bits), and
it should be right more often than nine times in ten."""

HOUSEHOLD = 17.0
_BIRTH = {
    Dates.SWAPPED: 8.0, Dates.MONTH: 8.5, Dates.YEAR: 4.5, Dates.NEAR: 5.5, Dates.FAR: 0.5,
    Dates.NONE: -6.0,
}  # fmt: skip
_NUMBER = {Numbers.EXACT: 22.0, Numbers.READ: 18.0, Numbers.NEAR: 9.0, Numbers.BESIDE: 0.0}


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score` per thousand, `reasons` from REASONS, and whether a person should judge it."""

    score: int
    reasons: tuple[str, ...]
    proposed: bool
    bits: float = 0.0


UNLIKE = Likeness(0, (), False)


class Matcher:
    """Compares records. Keep one for a list: it remembers the words that it compared."""

    def __init__(self, rarity: Rarity | None = None, words: Words | None = None) -> None:
        self._rarity = rarity or Rarity()
        self.words = words or Words()
        self._naming = Naming(self.words, self._rarity)

    def likeness(self, one: Traits, other: Traits, thorough: bool = True) -> Likeness:
        """How alike two records are. Not `thorough`: gives up, without a score, as soon as nothing
        could make it a proposal."""
        number = numbers(one, other)
        born = dates(one, other)
        document = number >= Numbers.NEAR
        hopeless = not thorough and not document
        if hopeless and (born is Dates.NONE or self._naming.cannot_be_one(one, other)):
            return UNLIKE
        names = self._naming.compare(one, other)
        bits, reasons = names.bits, reasons_of(names)
        bits += self._document(one, other, number, reasons)
        bits += self._born(one, born, reasons)
        household = self._household(one, other, reasons)
        bits += household + self._small(one, other, reasons)
        if one.has_name and other.has_name and names.given is Level.NONE:
            reasons.append("given_differs")
        proposed = bits >= ENOUGH and not speaks_against(
            one, other, names, number, born, household, reasons, self._rarity
        )
        return Likeness(_per_thousand(bits), tuple(reasons), proposed, bits)

    def _document(self, one: Traits, other: Traits, number: Numbers, reasons: list[str]) -> float:
        if number is Numbers.MISSING:
            return 0.0
        (kind, country), (their_kind, their_country) = one.document_kind, other.document_kind
        elsewhere = bool(country and their_country and country != their_country)
        if number is Numbers.NONE:
            if kind and country and (kind, country) == (their_kind, their_country):
                reasons.append("document_differs")
                return -4.0
            return 0.0 if elsewhere else -1.5  # people have more than one document
        if number is not Numbers.BESIDE:
            reasons.insert(0, "document" if number >= Numbers.READ else "document_near")
        return _NUMBER[number] - (8.0 if elsewhere else 0.0)

    def _born(self, one: Traits, born: Dates, reasons: list[str]) -> float:
        match born:
            case Dates.MISSING:
                return 0.0
            case Dates.EXACT:
                reasons.append("birth")
                return self._rarity.date(one.born)
            case Dates.SWAPPED:
                reasons.append("birth_swapped")
            case Dates.MONTH | Dates.YEAR:
                reasons.append("birth_part")
            case Dates.NEAR:
                reasons.append("birth_near")
            case _:
                reasons.append("birth_differs")
        return _BIRTH[born]

    def _household(self, one: Traits, other: Traits, reasons: list[str]) -> float:
        """Bits of what a household shares."""
        bits = 0.0
        if one.phones and other.phones:
            if _same_phone(one, other):
                reasons.append("phone")
                bits += 10.0
            else:
                bits -= 0.5
        if one.mails and other.mails:
            if one.mails & other.mails:
                reasons.append("mail")
                bits += 11.0
            else:
                bits -= 0.5
        address = _address(one, other)
        if address >= STRONG:
            reasons.append("address")
        bits += address
        if one.party and one.party == other.party:
            reasons.append("party")
            bits += 4.0
        return min(bits, HOUSEHOLD)

    def _small(self, one: Traits, other: Traits, reasons: list[str]) -> float:
        bits = 0.0
        if one.sex and other.sex and "X" not in (one.sex, other.sex):
            if one.sex == other.sex:
                bits += 0.9
            else:
                bits -= 5.0
                reasons.append("sex_differs")
        if one.nations and other.nations:
            shared = one.nations & other.nations
            bits += (0.5 if shared == {"NLD"} else 1.5) if shared else -1.0
        same_arrival = bool(one.arrival and one.arrival == other.arrival)
        if same_arrival and one.seat and other.seat:
            if one.seat == other.seat:
                reasons.append("seat")
                bits += 7.0
            else:
                bits -= 1.5
        if one.place[0] and one.place == other.place:
            bits -= 6.0  # an airline lists nobody twice
        if one.group and one.group == other.group and one.type == other.type:
            bits -= 8.0  # a desk registered them beside each other
        return bits


def likeness(
    one: Record | Mapping[str, Any], other: Record | Mapping[str, Any], rarity: Rarity | None = None
) -> Likeness:
    """How alike two records (Person, ManifestLine, or values of one) are."""
    return Matcher(rarity).likeness(traits(one), traits(other))


def _per_thousand(bits: float) -> int:
    """The chance that a pair of so many bits is one human being, of a list of 100,000."""
    power = max(-30.0, min(30.0, bits - ENOUGH + 4.0))
    return round(1000 / (1 + math.pow(2.0, -power)))


def _same_phone(one: Traits, other: Traits) -> bool:
    if one.phones & other.phones:
        return True
    return any(a[1] == b[1] and not (a[0] and b[0]) for a in one.phones for b in other.phones)


def _address(one: Traits, other: Traits) -> float:
    """Bits of an address: of its street, number, postcode and town, each of which may be wrong."""
    bits = 0.0
    if one.street and other.street:
        if text_alike(one.street, other.street, 0.75):
            bits += 6.0
            if one.house and other.house:
                bits += 4.0 if one.house == other.house else -1.0
        else:
            bits -= 1.0
    if one.postcode and other.postcode:
        if one.postcode == other.postcode:
            bits += 7.0
            if bits == 7.0 and one.house and one.house == other.house:
                bits += 4.0
        elif text_alike(one.postcode, other.postcode, 0.74):
            bits += 2.0
        else:
            bits -= 0.5
    if one.city and other.city:
        if text_alike(one.city, other.city, 0.75):
            bits += 3.0
        else:
            bits -= 0.5
    return max(-1.5, min(bits, 14.0))
