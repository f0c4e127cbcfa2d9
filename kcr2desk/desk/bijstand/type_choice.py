"""The choice of what map and chart are about: one type, or the types of one discipline."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kcr2desk.core.board import ordered_types
from kcr2desk.core.book import Book
from kcr2desk.core.candidates import OPEN_REQUESTS
from kcr2desk.core.records import Discipline
from kcr2desk.desk.bijstand import board_words
from kcr2desk.desk.kit import FilterOption

TYPE: Final = "type"
DISCIPLINE: Final = "discipline"


def of_type(resource: str) -> str:
    """The value of one type: `type:pump`."""
    return f"{TYPE}:{resource}"


def type_of(value: str) -> str:
    """The type that a value means, "" when it means another thing."""
    kind, _, code = value.partition(":")
    return code if kind == TYPE else ""


def discipline_of(value: str) -> str:
    """The discipline that a value means, "" when it means another thing."""
    kind, _, code = value.partition(":")
    return code if kind == DISCIPLINE else ""


def options(book: Book) -> list[FilterOption]:
    """Disciplines that have types, then all types; each type says its discipline."""
    dutch = board_words.language() == "nl"
    types = ordered_types(book)
    used = {kind.discipline for kind in types}
    found = [d for d in book.all("discipline") if isinstance(d, Discipline) and d.code in used]
    names = {d.code: d.name_nl if dutch else d.name_en for d in found}
    return [
        *(
            FilterOption(f"{DISCIPLINE}:{d.code}", names[d.code])
            for d in sorted(found, key=lambda d: d.order)
        ),
        *(
            FilterOption(
                of_type(kind.code), board_words.type_name(kind), names.get(kind.discipline, "")
            )
            for kind in types
        ),
    ]


def most_missing(book: Book, lines: Iterable[str]) -> str:
    """The type of the line of which the largest share is missing, "" where nothing is.

    By share and not by number: 300 places and 4 pumps are not to be compared. Types that stand on
    the board go before what few have by name, for which a map of regions has nothing to show.
    """
    best, resource = (False, 0.0), ""
    for code in lines:
        line = book.line(code)
        if line is None or line.ended or not line.quantity:
            continue
        kind = book.types.get(line.resource)
        share = book.fill(code).missing / line.quantity
        if share and (found := (kind is not None and not kind.named, share)) > best:
            best, resource = found, line.resource
    return resource


def first_choice(book: Book) -> str:
    """What is shown before anybody chose: the type most wanted over all open requests, else the
    first type of the board; "" without types."""
    open_lines = [
        line.id
        for request in book.requests
        if request.status in OPEN_REQUESTS
        for line in book.lines(request.id)
    ]
    types = ordered_types(book)
    return most_missing(book, open_lines) or (types[0].code if types else "")
