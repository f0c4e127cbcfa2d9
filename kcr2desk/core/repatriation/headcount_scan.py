"""What was scanned or typed at a station, and whose it is.

    scan = look_up(book, "KCR2 P-2026-11-0142-3")
    if scan.person is not None:
        ...

A scanner types what it reads. People type what they read too: the whole number, its last digits
with the check digit ("0142-3", "1423"), or the code of a wristband that was printed beforehand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from kcr2desk.core.ids import is_number
from kcr2desk.core.repatriation.book import OperationBook, tail
from kcr2desk.core.repatriation.people import Person

MARK: Final = "KCR2"
"""With this the code on a wristband or card begins, so that no other is taken for a person's."""

LONGEST: Final = 40
"""Signs of a code that can be noted."""

_NUMBER = re.compile(r"P-\d{4}-\d\d-(?:[A-Z]\w*?-)?\d{4,}-\d(?!\d)")
_LAST = re.compile(r"(\d{1,5})-?(\d)")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−_/", "-"))
_FEWEST: Final = 3
"""Digits that say anything: 1 with its check digit is too little to go by."""


@dataclass(frozen=True, slots=True)
class Scan:
    """Whose code it is. `trouble` is "" when `person` is known, else "empty", "unknown" (no such
    number or band here), "check" (its check digit does not fit, so it was misread) or "several"
    (the last digits of more than one person: `persons`). `code` is what was read.

    `notable`: it is unknown, and yet surely a code of this hall, of somebody whom a desk out of
    earshot registered. It may be noted by itself.
    """

    code: str
    person: Person | None = None
    trouble: str = ""
    persons: tuple[Person, ...] = ()
    notable: bool = False


def code_of(number: str) -> str:
    """What is printed as a code for a number."""
    return f"{MARK} {number}"


def look_up(book: OperationBook, text: str) -> Scan:
    """Whose code this is."""
    said = " ".join(text.translate(_DASHES).upper().split())
    numbers = set(_NUMBER.findall(said))
    if len(numbers) == 1:
        return _by_number(book, numbers.pop())
    if len(numbers) > 1:
        return Scan(said, trouble="several", persons=_all(book, numbers))
    said = said.removeprefix(MARK).strip(" :")
    if not said:
        return Scan("", trouble="empty")
    return _by_short(book, said)


def _by_number(book: OperationBook, number: str) -> Scan:
    if not is_number(number):
        return Scan(number, trouble="check")
    scan = _one(book, number, book.by_number(number))
    return replace(scan, notable=scan.trouble == "unknown")


def _by_short(book: OperationBook, said: str) -> Scan:
    """A wristband, or the last digits of a number; both are looked for, for a band may look like
    a number."""
    found = {p.id: p for p in book.by_number(said)}
    last = _LAST.fullmatch(said) if len(said) >= _FEWEST else None
    if last is not None:
        count, check = last.groups()
        for p in book.by_number(f"{int(count):04d}-{check}"):
            found[p.id] = p
    scan = _one(book, said, list(found.values()))
    if scan.trouble == "unknown" and last is not None and _other_check(book, last[1]):
        return Scan(said, trouble="check")
    if scan.trouble == "unknown" and last is None:
        return replace(scan, notable=_is_like_a_band(book, said))
    return scan


def _is_like_a_band(book: OperationBook, said: str) -> bool:
    """Whether a code has letters, digits and signs where the wristbands of this hall have them."""
    shape = _shape(said)
    bands = (p.wristband for p in book.persons() if p.wristband)
    return len(said) <= LONGEST and any(
        len(band) == len(said) and _shape(band) == shape for band in bands
    )


def _shape(code: str) -> str:
    return "".join("9" if c.isdigit() else "A" if c.isalpha() else c for c in code.upper())


def _other_check(book: OperationBook, count: str) -> bool:
    """Whether somebody has this count under another check digit: then it was misread or mistyped,
    and not of another operation."""
    return any(book.by_number(f"{int(count):04d}-{digit}") for digit in range(10))


def _one(book: OperationBook, code: str, found: list[Person]) -> Scan:
    """The one whose code it is. Several records of one human being are one."""
    if not found:
        return Scan(code, trouble="unknown")
    if len({book.same_as(p.id) for p in found}) > 1:
        ordered = tuple(sorted(found, key=lambda p: p.number))
        return Scan(code, trouble="several", persons=ordered)
    return Scan(code, person=found[0])


def _all(book: OperationBook, numbers: set[str]) -> tuple[Person, ...]:
    return tuple(p for number in sorted(numbers) for p in book.by_number(number))


def short(number: str) -> str:
    """A number as people in one hall say it: "0142-3"."""
    return tail(number) or number
