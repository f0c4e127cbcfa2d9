"""What the texts of an EDXL-RM message mean here: times, numbers, places, types and owners.

Each function says what it could make of a text, with the code of a sentence where that is less
than what was written. Nothing is guessed in silence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from kcr2desk.core import places
from kcr2desk.core.bijstand import MOST_UNITS
from kcr2desk.core.book import Book
from kcr2desk.core.text import normal
from kcr2desk.exchange.cap_values import read_time
from kcr2desk.exchange.edxl_rm.model import Contact, Location, Quantity, ValueList

TYPE_URN = "urn:kcr2:resource-type"
"""The list that our codes of resource types are values of."""

STATUS_URN = "urn:kcr2:deployment-status"
"""The list that our words for how far a commitment is are values of."""

REASON_URN = "urn:kcr2:reason"

_LONGEST_COUNT = 200
"""Characters of a text that is looked through for a number."""

_GML = "http://www.opengis.net/gml"
_PIECES = {
    "",
    "unit",
    "units",
    "each",
    "ea",
    "piece",
    "pieces",
    "eenheid",
    "eenheden",
    "stuks",
    "1",
}
_WORDS = {
    word: number
    for number, words in enumerate(
        (
            "zero nul none geen", "one een één a an single", "two twee", "three drie", "four vier",
            "five vijf", "six zes", "seven zeven", "eight acht", "nine negen", "ten tien",
            "eleven elf", "twelve twaalf",
        )
    )
    for word in words.split()
}  # fmt: skip
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_]+")
_RANGE = re.compile(
    r"(?P<low>\w+)\s*(?:-|–|—|\bto\b|\btot(?:\s+en\s+met)?\b|\bt/m\b|\bor\b|\bof\b|\bà\b)\s*(?P<high>\w+)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many, and the least that is of use. `code` is "" for a plain number, else that of a
    sentence with `detail`: it was read, and somebody should look."""

    quantity: int
    least: int = 0
    code: str = ""
    detail: str = ""


def text(value: str | None, longest: int = 0) -> str:
    """A text without the spaces around it, in the form that records keep; "" for none.

    With `longest` a longer one ends in "…".
    """
    told = normal(value or "").strip()
    return f"{told[: longest - 1]}…" if longest and len(told) > longest else told


def time(value: str | None) -> tuple[datetime | None, str]:
    """A moment in UTC, and the code of a sentence where it is none or has no zone."""
    if not text(value):
        return None, ""
    moment, code = read_time(text(value))
    if moment is None:
        return None, code
    return moment.astimezone(UTC), code if code == "time-without-zone" else ""


def count(quantity: Quantity | None) -> Count:
    """How many a quantity says; one where it says nothing that can be counted."""
    if quantity is None:
        return Count(1, 0, "rm-quantity-none")
    if quantity.measured is not None:
        amount = text(quantity.measured.amount, _LONGEST_COUNT)
        return _measured(amount, units_of(quantity.measured.unit))
    return _said(text(" ".join(text(each) for each in quantity.texts), _LONGEST_COUNT))


def _measured(amount: str, unit: str) -> Count:
    try:
        number = float(amount)
    except ValueError:
        return Count(1, 0, "rm-quantity-unread", amount)
    if not math.isfinite(number) or not 0 < number <= MOST_UNITS:
        return Count(1, 0, "rm-quantity-unread", amount)
    whole = math.ceil(number)
    if unit.casefold() not in _PIECES:
        return Count(whole, 0, "rm-quantity-unit", f"{amount} {unit}")
    return Count(whole) if whole == number else Count(whole, 0, "rm-quantity-rounded", amount)


def _said(said: str) -> Count:
    if re.fullmatch(r"\d{1,6}", said, re.ASCII) and 0 < int(said) <= MOST_UNITS:
        return Count(int(said))
    if found := _RANGE.search(said):
        low, high = _number(found["low"]), _number(found["high"])
        if low is not None and high is not None and 0 < low <= high <= MOST_UNITS:
            return Count(high, low, "rm-quantity-range", said)
    numbers = [n for word in _NUMBER.findall(said) if (n := _number(word)) is not None]
    if len(numbers) == 1 and 0 < numbers[0] <= MOST_UNITS:
        return Count(numbers[0], 0, "rm-quantity-words", said)
    return Count(1, 0, "rm-quantity-unread", said)


def _number(word: str) -> int | None:
    if re.fullmatch(r"\d{1,9}", word, re.ASCII):
        return int(word)
    return _WORDS.get(word.casefold())


def units_of(unit: ValueList | None) -> str:
    """The values of a list, as one text."""
    return "" if unit is None else ", ".join(v for each in unit.values if (v := text(each)))


def place(location: Location | None) -> str:
    """A place in words: its description, else the lines of its address."""
    if location is None:
        return ""
    if told := text(location.description):
        return told
    return ", ".join(lines(location.address))


def lines(xml: str | None) -> list[str]:
    """The texts in a piece of XML, one for each element that has any."""
    if not xml:
        return []
    found = (text(each.text) for each in etree.fromstring(xml).iter())
    return [told for told in found if told]


def position(location: Location | None) -> str:
    """Latitude and longitude of a GML point as records keep them ("52.2,5.9"), "" for none."""
    if location is None or not location.area:
        return ""
    for each in etree.fromstring(location.area).iter(f"{{{_GML}}}pos"):
        parts = (each.text or "").split()
        try:
            latitude, longitude = (float(part) for part in parts)
        except ValueError:
            return ""
        if abs(latitude) <= 90 and abs(longitude) <= 180:
            return f"{latitude:g},{longitude:g}"
    return ""


def area(where: str) -> str | None:
    """The GML point of a position ("52.2,5.9") as XML; None for one that is none."""
    try:
        latitude, longitude = (float(part) for part in where.split(","))
    except ValueError:
        return None
    return (
        '<rm:TargetArea xmlns:rm="urn:oasis:names:tc:emergency:EDXL:RM:1.0">'
        f'<gml:Point xmlns:gml="{_GML}"><gml:pos>{latitude:g} {longitude:g}</gml:pos></gml:Point>'
        "</rm:TargetArea>"
    )


def phone(party: str | None) -> str:
    """The first telephone number in a CIQ party, "" for none."""
    if not party:
        return ""
    for each in etree.fromstring(party).iter():
        if each.tag.endswith("}ContactNumberElement") and text(each.text):
            return text(each.text, 60)
    return ""


def who(contact: Contact | None) -> str:
    """Who a contact is: its description, else the name in its CIQ party; "" for none."""
    if contact is None:
        return ""
    if told := text(contact.description):
        return told
    if not contact.party:
        return ""
    found = (
        text(each.text) for each in etree.fromstring(contact.party).iter()
        if each.tag.rpartition("}")[2] in ("NameElement", "NameLine")
    )  # fmt: skip
    return " ".join(each for each in found if each)


def type_of(book: Book, told: Iterable[str | None]) -> str:
    """The code of the resource type that one of these texts names, in their order; "" for none."""
    names: dict[str, str] = {}
    for code, each in book.types.items():
        for name in (each.short, each.name_en, each.name_nl, code):
            names[places.fold(name)] = code
    for said in told:
        code = names.get(places.fold(text(said)), "") if text(said) else ""
        if code:
            return code
    return ""


def owner_of(book: Book, told: Iterable[str | None]) -> str:
    """The code of the owner that one of these texts names, in their order; "" for none.

    A text that names two regions names none.
    """
    names = {places.fold(each.name): code for code, each in book.owners.items()}
    names |= {places.fold(code): code for code in book.owners}
    for name in told:
        known = names.get(places.fold(text(name)), "")
        if known:
            return known
        codes = {m.code for m in places.find_places(text(name)[:500]) if m.kind == "region"}
        if len(codes) == 1 and codes <= book.owners.keys():
            return codes.pop()
    return ""
