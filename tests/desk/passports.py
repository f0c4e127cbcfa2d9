"""Made-up passports as a reader types them: the specimens of the field, and a family."""

from __future__ import annotations

from kcr2desk.exchange.mrz import check_digit

Lines = tuple[str, ...]

DE_BRUIJN: Lines = (
    "P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<",
    "SPECI20212NLD6503101F3108309<<<<<<<<<<<<<<<0",
)
"""The specimen of the Dutch passport of 2021."""

WITH_BSN: Lines = (
    "P<NLDDE<BRUIJN<<WILLEKE<LISELOTTE<<<<<<<<<<<",
    "SPECI20142NLD6503101F2403096999999990<<<<<84",
)
"""That of 2014, which carries a BSN."""

CARD: Lines = (
    "I<NLDSPECI20212<<<<<<<<<<<<<<<",
    "6503101F3108022NLD<<<<<<<<<<<8",
    "DE<BRUIJN<<WILLEKE<LISELOTTE<<",
)


def passport(
    number: str, family: str, given: str, birth: str, sex: str, *, country: str = "NLD"
) -> Lines:
    """A passport (TD3) with check digits that fit, valid until 2031."""
    names = f"{family}<<{given}".replace(" ", "<").upper()
    first = f"P<{country:<<3}{names:<<39}"[:44]
    number = f"{number:<<9}"
    expiry, rest = "310830", "<" * 14
    body = (
        f"{number}{check_digit(number)}", f"{birth}{check_digit(birth)}",
        f"{expiry}{check_digit(expiry)}", f"{rest}0",
    )  # fmt: skip
    whole = check_digit("".join(body))
    return first, f"{body[0]}{country:<<3}{body[1]}{sex}{body[2]}{body[3]}{whole}"


FAMILY: tuple[Lines, ...] = (
    passport("NX1234567", "VAN DEN BERG", "PIETER JAN", "790412", "M"),
    passport("NX1234568", "EL AMRANI", "SAMIRA", "820923", "F"),
    passport("NX1234569", "VAN DEN BERG", "NOOR", "120101", "F"),
    passport("NX1234570", "VAN DEN BERG", "SAM", "150630", "M"),
)


def misread(lines: Lines, at: int, sign: str) -> Lines:
    """The same with one sign of its last line but for a card read as another."""
    line = lines[1]
    return lines[0], line[:at] + sign + line[at + 1 :], *lines[2:]


WRONG: Lines = misread(DE_BRUIJN, 14, "S")
"""A 5 of the date of birth that was read as S."""
