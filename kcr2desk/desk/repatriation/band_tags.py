"""What stands on a wristband or card, and the sizes in which they come.

The number is what people are called by, so that a name need not be: a name is printed only where
the hall asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.handing_done import in_hall
from kcr2desk.core.repatriation.headcount_scan import code_of
from kcr2desk.core.repatriation.people import Person


@dataclass(frozen=True, slots=True)
class Tag:
    """What stands on one."""

    number: str
    arrival: str = ""
    name: str = ""

    @property
    def code(self) -> str:
        """What the QR code says."""
        return code_of(self.number)

    @property
    def said(self) -> str:
        """The number as people say it in one hall."""
        return in_hall(self.number)


@dataclass(frozen=True, slots=True)
class TagSize:
    """A size in mm: the paper, how many lie on it, and how big each is. `turned`: the tag lies
    along the paper, which goes through the printer by its narrow side."""

    code: str
    paper: tuple[float, float]
    tag: tuple[float, float]
    across: int = 1
    down: int = 1
    turned: bool = False

    @property
    def each(self) -> int:
        """How many fit on one paper."""
        return self.across * self.down


SIZES: Final = (
    TagSize("band", (25, 280), (280, 25), turned=True),
    TagSize("label", (62, 40), (62, 40)),
    TagSize("card", (86, 54), (86, 54)),
    TagSize("sheet", (210, 297), (86, 54), across=2, down=5),
)
"""Wristband of a band printer, label of a 62 mm roll, plastic card, and cards on A4 to cut."""


def size_of(code: str) -> TagSize:
    """The size with this code; the first one for a code that is none."""
    return next((size for size in SIZES if size.code == code), SIZES[0])


def tags_of(book: OperationBook, persons: Iterable[Person], *, names: bool) -> tuple[Tag, ...]:
    """A tag for each human being of `persons` that has a number, in the order of the numbers."""
    found = [person for person in book.heads(persons) if person.number]
    return tuple(
        Tag(person.number, _arrival(book, person), person.spoken_name if names else "")
        for person in sorted(found, key=lambda p: p.number)
    )


def _arrival(book: OperationBook, person: Person) -> str:
    arrival = book.arrival(person.arrival)
    return "" if arrival is None else arrival.code
