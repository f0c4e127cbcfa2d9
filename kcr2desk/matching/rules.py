"""What no sum of bits may propose: twins, father and son, a family that gave one passport."""

from __future__ import annotations

from collections.abc import Collection

from kcr2desk.matching.comparing import Dates, Level, Numbers
from kcr2desk.matching.naming import Names
from kcr2desk.matching.rarity import Rarity
from kcr2desk.matching.traits import Traits

GENERATION = 14
"""Years between two of one name at one address from which they are parent and child."""


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
    close = born >= Dates.YEAR
    if "sex_differs" in reasons and not (given >= Level.PLAIN and born >= Dates.SWAPPED):
        return True  # twins, brother and sister
    if given < Level.PART and not names.swapped and number is Numbers.NONE:
        known = one.given and other.given
        both = known and rarity.is_common(one.given[0]) and rarity.is_common(other.given[0])
        if both or "document_differs" in reasons:
            return True  # twins whose names are alike, each with a passport
    if given is Level.MISSING or names.initials:
        # who of a family it is, only the birth date can tell
        return not (born in (Dates.EXACT, Dates.SWAPPED) or number is Numbers.NEAR)
    if family is Level.NONE:
        return not (born is Dates.EXACT and given >= Level.NEAR and household >= 8.0)
    if given <= Level.FAR or born is Dates.FAR:
        strong = household >= 8.0 or number is Numbers.NEAR
        return not (strong or (close and born >= Dates.SWAPPED and family >= Level.NEAR))
    seat = "seat" in reasons
    return not (close or born is Dates.NEAR or household >= 8.0 or seat or number is Numbers.NEAR)
