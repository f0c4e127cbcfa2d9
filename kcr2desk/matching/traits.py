"""What of a record tells who it is, read once and made comparable."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kcr2desk.core.record import Record
from kcr2desk.core.records import type_name
from kcr2desk.matching.words import ascii_of, given_words, name_words, plain, whole_words, words_of


@dataclass(slots=True)
class Traits:
    """A record as it is compared. Words are without accents and prefixes.

    `glued` is the family name with its prefixes in one word. `loose`: the name was told in one
    piece, so which part is the family name is a guess. `birth` is (year, month, day), zeros for
    what is not known; `day` its digits when all is known. `digits` is the document number as a
    scanner may read it. `phones` are (calling code or "", national number). `place` tells on which
    list of which arrival a line stands.
    """

    type: str
    id: str
    family: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    glued: str = ""
    loose: bool = False
    birth: tuple[int, int, int] = (0, 0, 0)
    born: str = ""
    day: str = ""
    sex: str = ""
    nations: frozenset[str] = frozenset()
    document: str = ""
    digits: str = ""
    document_kind: tuple[str, str] = ("", "")
    phones: frozenset[tuple[str, str]] = frozenset()
    mails: frozenset[str] = frozenset()
    street: str = ""
    house: str = ""
    postcode: str = ""
    city: str = ""
    arrival: str = ""
    seat: str = ""
    party: str = ""
    group: str = ""
    place: tuple[str, str, str] = ("", "", "")
    crew: bool = False

    @property
    def has_name(self) -> bool:
        """Whether anything is known of the name."""
        return bool(self.family or self.given)


def traits(record: Record | Mapping[str, Any], type: str = "", id: str = "") -> Traits:
    """The traits of a Person or ManifestLine, or of values of one (wire or Python)."""
    if isinstance(record, Record):
        told = record

        def get(name: str) -> Any:
            return getattr(told, name, "")

        return _read(get, type_name(record), record.id)
    values = record

    def look(name: str) -> Any:
        return values.get(name) or ""

    return _read(look, type, id)


def _read(get: Callable[[str], Any], type_: str, id_: str) -> Traits:
    made = Traits(type_, id_)
    _names(made, get)
    made.born = str(get("birth_date") or "")
    made.birth = date_of(made.born)
    if made.birth[2]:
        made.day = "{:04}{:02}{:02}".format(*made.birth)
    made.sex = str(get("sex") or "")
    nations = get("nationalities") or get("nationality") or ()
    made.nations = frozenset((nations,) if isinstance(nations, str) else nations)
    made.document = number_of(str(get("document_number") or ""))
    made.digits = unconfused(made.document)
    made.document_kind = (str(get("document_type") or ""), str(get("document_country") or ""))
    told = str(get("phone") or "")
    made.phones = phones_of(told) if told else frozenset()
    told = str(get("mail") or "")
    made.mails = mails_of(told) if told else frozenset()
    _address(made, get)
    made.arrival = str(get("arrival") or "")
    made.seat = seat_of(str(get("seat") or ""))
    made.party = str(get("party") or "").strip().upper()
    made.group = str(get("group") or "")
    made.crew = bool(get("crew"))
    if get("list") in ("manifest", "boarded"):
        made.place = (str(get("list")), made.arrival, str(get("origin") or ""))
    return made


# -- names -----------------------------------------------------------------------------------------


def _names(made: Traits, get: Callable[[str], Any]) -> None:
    family, given = str(get("family_name") or ""), str(get("given_names") or "")
    whole = str(get("full_name") or get("spoken_name") or "")
    made.family, made.given = tuple(name_words(family)), tuple(given_words(given))
    aliases = name_words(str(get("other_names") or ""))
    if not (made.family or made.given) and whole:
        made.family, made.given, made.loose = told_whole(whole)
    elif not (made.family and made.given) and whole:
        # one part is known: what is left of the whole is the other
        left = [w for w in whole_words(whole) if w not in made.family and w not in made.given]
        if made.family:
            made.given = tuple(left)
        else:
            made.family = tuple(left[-1:])
    elif whole:
        aliases += [w for w in whole_words(whole) if w not in made.family and w not in made.given]
    made.aliases = tuple(dict.fromkeys(aliases))
    glued = f"{get('prefix') or ''} {family}" if words_of(family) else whole
    made.glued = "".join(words_of(glued))


def told_whole(text: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Family and given words of a name in one piece, and whether which is which is a guess:
    "Jansen, Piet", "JANSEN/PIET MR", "Piet van der Jansen"."""
    for mark in (",", "/"):
        if mark in text:
            family, _, given = text.partition(mark)
            return tuple(name_words(family)), tuple(given_words(given)), False
    found = whole_words(text)
    return tuple(found[-1:]), tuple(found[:-1]), True


# -- dates, numbers, addresses ---------------------------------------------------------------------


def date_of(text: str) -> tuple[int, int, int]:
    """Year, month and day of a date that is known as far as it is; zeros for the rest."""
    parts = text.split("-")
    if not (1 <= len(parts) <= 3 and all(part.isdecimal() for part in parts)):
        return 0, 0, 0
    numbers = [int(part) for part in parts] + [0, 0]
    return numbers[0], numbers[1], numbers[2]


_NOT_OF_A_NUMBER = re.compile("[^A-Z0-9]")
_CONFUSED = str.maketrans("OQDIJLSBZG", "0001115826")
"""Letters that are read as digits, and the digits. Two numbers that differ only so are one."""

NO_NUMBERS = frozenset({"UNKNOWN", "ONBEKEND", "NONE", "GEEN", "NVT", "PASSPORT", "PASPOORT"})
SHORTEST_NUMBER = 5


def number_of(text: str) -> str:
    """A document number in capitals without signs; "" for what cannot be one."""
    if not text:
        return ""
    found = _NOT_OF_A_NUMBER.sub("", text.upper())
    if len(found) < SHORTEST_NUMBER or len(set(found)) < 3 or found in NO_NUMBERS:
        return ""
    return found


def unconfused(number: str) -> str:
    """A number with letters that are read as digits replaced by these."""
    return number.translate(_CONFUSED)


_APART = re.compile(r"[;,/|]| of | or |\n")
_ONE_DIGIT_CODES = ("1", "7")
_TWO_DIGITS = """
    20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64
    65 66 81 82 84 86 90 91 92 93 94 95 98
"""
_TWO_DIGIT_CODES = frozenset(_TWO_DIGITS.split())
SHORTEST_PHONE = 6


def phones_of(text: str) -> frozenset[tuple[str, str]]:
    """Telephone numbers as (calling code, national number), E.164 in two parts; the code is "" for
    one that is written without. Parsing by numbering plans costs a hundred times as much."""
    found = set()
    for part in _APART.split(text):
        digits = "".join(filter(str.isdigit, part.replace("(0)", "")))
        code = ""
        if part.lstrip(" (").startswith("+") or digits.startswith("00"):
            digits = digits.removeprefix("00")
            length = 1 if digits[:1] in _ONE_DIGIT_CODES else 3
            if digits[:2] in _TWO_DIGIT_CODES:
                length = 2
            code, digits = digits[:length], digits[length:]
        digits = digits.lstrip("0")
        if len(digits) >= SHORTEST_PHONE and len(set(digits)) > 1:
            found.add((code, digits))
    return frozenset(found)


def mails_of(text: str) -> frozenset[str]:
    """Mail addresses in a text, in lower case."""
    return frozenset(p for p in re.split(r"[\s,;<>]+", text.lower()) if "@" in p)


_SEAT = re.compile(r"0*(\d+) ?([A-Z])")


def seat_of(text: str) -> str:
    """A seat as "12C", however it is written."""
    told = text.strip().upper()
    if not told:
        return ""
    found = _SEAT.fullmatch(told)
    return found[1] + found[2] if found else told


_HOUSE = re.compile(r"\d+")


def _address(made: Traits, get: Callable[[str], Any]) -> None:
    street = str(get("street") or "")
    if street:
        found = _HOUSE.search(street)
        made.house = found[0].lstrip("0") if found else ""
        made.street = plain("".join(words_of(street)))
    postcode = str(get("postcode") or "")
    if postcode:
        made.postcode = "".join(ascii_of(postcode).upper().split())
    city = str(get("city") or "")
    if city:
        made.city = plain("".join(words_of(city)))
