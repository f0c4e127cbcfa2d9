"""What no sum of bits may propose: twins, father and son, a family that gave one passport."""

from __future__ import annotations

from collections.abc import Collection

from kcr2desk.matching.comparing import Dates, Level, Numbers
from kcr2desk.matching.naming import Names
from kcr2desk.matching.rarity import Rarity
from kcr2desk.matching.traits import Traits

GENERATION = 14
"""Years between two of one name at one address from which they are parent and child."""

STRONG = 8.0
"""Bits of a household (an address or a phone) from which it says more than a town."""


def speaks_against(
    one: Traits,
    other: Traits,
    names: Names,
    number: Numbers,
    born: Dates,
    household: float,
    reasons: Collection[str],
    rarity: Rarity,
) -> bool:
    """Whether two records may not be proposed as one human being, however alike they are."""
    if one.crew or other.crew:
        return not (one.crew and other.crew)
    family, given = names.family, names.given
    if number >= Numbers.NEAR and born >= (Dates.NEAR if number > Numbers.NEAR else Dates.SWAPPED):
        return False  # one document and one birth date, whatever was made of the name
    if number >= Numbers.READ:  # a clerk may have given one document to all of a family
        return given is Level.NONE and (
            (born <= Dates.FAR and born is not Dates.MISSING) or family is Level.NONE
        )
    if given is Level.NONE:
        return True  # twins, brothers and sisters
    if born is Dates.NONE:  # father and son have not nearly the same document
        return number is not Numbers.NEAR or min(family, given) < Level.NEAR
    if one.birth[2] and other.birth[2] and abs(one.birth[0] - other.birth[0]) >= GENERATION:
        return True  # father and son, born on days that differ by one digit
    if one.group and one.group == other.group and one.type == other.type == "person":
        return True  # registered beside each other as two
    if "document_differs" in reasons and born is Dates.MISSING:
        return True  # who has the name and address of another may be his father
    if "sex_differs" in reasons and not (given >= Level.PLAIN and born >= Dates.SWAPPED):
        return True  # twins, brother and sister
    if given < Level.PART and not names.swapped and number < Numbers.NEAR:
        known = one.given and other.given
        both = known and rarity.is_common(one.given[0]) and rarity.is_common(other.given[0])
        beside = number is Numbers.BESIDE and one.document_kind == other.document_kind
        if both or "document_differs" in reasons or (beside and all(one.document_kind)):
            return True  # twins whose names are alike, each with a passport of the same day
    exactly = born in (Dates.EXACT, Dates.SWAPPED) or number is Numbers.NEAR
    if given <= Level.FAR or names.initials:
        return not exactly  # who of a family it is, only the birth date can tell
    if family is Level.NONE:
        return not (born is Dates.EXACT and household >= STRONG)
    if born is Dates.FAR:
        return given < Level.PLAIN or household < STRONG
    beyond = exactly or born is Dates.MONTH or household >= STRONG or "seat" in reasons
    partly = born in (Dates.YEAR, Dates.NEAR) and min(family, given) >= Level.PART
    return not (beyond or partly)
