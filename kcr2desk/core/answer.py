"""An owner's answer to an inquiry, by answer link or spreadsheet: what it says, what is wrong
with it, and what it writes. No text is written here before it is whole: see `check`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any

from kcr2desk.core.bijstand import MOST_UNITS, Inquiry, InquiryLine
from kcr2desk.core.records import RECORD_TYPES

ANSWERS = ("yes", "part", "provisional", "alternative", "no")
NUMBERS = ("total", "available", "reserve")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineAnswer:
    """What was answered to the line with the id `line`; the fields are those of InquiryLine."""

    line: str
    answer: str = ""
    offered: int | None = None
    alternative: str = ""
    reason: str = ""
    possible_from: datetime | None = None
    possible_until: datetime | None = None
    unit: str = ""
    commander: str = ""
    commander_phone: str = ""
    total: int | None = None
    available: int | None = None
    reserve: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answerer:
    """Who answers in the owner's name, and what else is said."""

    name: str = ""
    role: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field; `line` is the id of the line, "" for the answer as a whole.
    `code` is one of `FAULTS`."""

    line: str
    field: str
    code: str


FAULTS: Mapping[str, tuple[str, str]] = {
    "choose": ("Choose an answer.", "Kies een antwoord."),
    "unknown_answer": ("Choose one of the answers in the list.", "Kies een antwoord uit de lijst."),
    "how_many": ("Say how many.", "Vul het aantal in."),
    "no_number": ("This is not a whole number.", "Dit is geen heel getal."),
    "too_many": ("This number is too large.", "Dit getal is te groot."),
    "below_zero": ("This cannot be less than 0.", "Dit kan niet minder dan 0 zijn."),
    "at_least_one": ("This has to be 1 or more.", "Dit moet 1 of meer zijn."),
    "whole": (
        "That is all that is asked, or more: choose Yes.",
        "Dat is alles wat gevraagd wordt, of meer: kies Ja.",
    ),
    "reason": ("Say briefly why not.", "Geef kort aan waarom niet."),
    "which": ("Choose which other type.", "Kies welk ander type."),
    "unknown_type": ("This type is not in the list.", "Dit type staat niet in de lijst."),
    "no_moment": (
        "This is not a date and time; an example: 14-07-2026 18:00.",
        "Dit is geen datum en tijd; een voorbeeld: 14-07-2026 18:00.",
    ),
    "no_such_hour": (
        "This hour does not exist: the clocks go forward that night.",
        "Dit uur bestaat niet: de klok gaat die nacht vooruit.",
    ),
    "ends_first": ("The end lies before the beginning.", "Het einde ligt voor het begin."),
    "too_long": ("This text is too long.", "Deze tekst is te lang."),
    "name": ("Say who answers.", "Vul in wie antwoordt."),
    "role": ("Say in what role.", "Vul in welke functie u heeft."),
    "nothing": ("Fill in at least one number.", "Vul ten minste één getal in."),
    "more_than_total": (
        "This is more than the total.",
        "Dit is meer dan het totaal.",
    ),
    "available_too": ("Say how many can be sent.", "Vul in hoeveel er inzetbaar zijn."),
}
"""English and Dutch, as said beside the field."""


def fault_sentence(code: str, language: str) -> str:
    """What is wrong, as a sentence. Raises KeyError for an unknown code."""
    english, dutch = FAULTS[code]
    return english if language == "en" else dutch


def check(
    inquiry: Inquiry,
    lines: Mapping[str, InquiryLine],
    given: Mapping[str, LineAnswer],
    who: Answerer,
    types: Mapping[str, object],
) -> tuple[Fault, ...]:
    """What is wrong with an answer, in the order of the lines; nothing when it can be taken.

    A line without an entry in `given` is one that nobody answered. `types` are the known codes.
    """
    faults: list[Fault] = []
    for id_, line in lines.items():
        answer = given.get(id_) or LineAnswer(line=id_)
        wrong = _inventory(answer) if inquiry.kind == "inventory" else _request(line, answer, types)
        faults += [Fault(id_, name, code) for name, code in (*wrong, *_too_long(answer))]
    if inquiry.kind == "inventory" and not faults and not _says_anything(lines, given):
        faults += [Fault(id_, "available", "nothing") for id_ in list(lines)[:1]]
    for name, text in (("name", who.name), ("role", who.role)):
        if not text.strip():
            faults.append(Fault("", name, name))
    limits = RECORD_TYPES["inquiry"].fields
    for name, field in (("name", "answered_by"), ("role", "answered_role"), ("remark", "remark")):
        if len(getattr(who, name)) > limits[field].longest:
            faults.append(Fault("", name, "too_long"))
    return tuple(faults)


def _says_anything(lines: Mapping[str, InquiryLine], given: Mapping[str, LineAnswer]) -> bool:
    return any(given[i].available is not None for i in lines if i in given)


def _request(
    line: InquiryLine, given: LineAnswer, types: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    if given.answer not in ANSWERS:
        yield "answer", "unknown_answer" if given.answer else "choose"
        return
    if given.answer == "no":
        if not given.reason.strip():
            yield "reason", "reason"
        return
    if given.answer != "yes":
        yield from _quantity(given)
        too_much = line.quantity and (given.offered or 0) >= line.quantity
        if given.answer == "part" and too_much:
            yield "offered", "whole"
    if given.answer == "alternative" and given.alternative not in types:
        yield "alternative", "unknown_type" if given.alternative else "which"
    if given.possible_from and given.possible_until and given.possible_until < given.possible_from:
        yield "possible_until", "ends_first"


def _quantity(given: LineAnswer) -> Iterator[tuple[str, str]]:
    if given.offered is None:
        yield "offered", "how_many"
    elif given.offered < 1:
        yield "offered", "at_least_one"
    elif given.offered > MOST_UNITS:
        yield "offered", "too_many"


def _inventory(given: LineAnswer) -> Iterator[tuple[str, str]]:
    for name in NUMBERS:
        number = getattr(given, name)
        if number is not None and number < 0:
            yield name, "below_zero"
        elif number is not None and number > MOST_UNITS:
            yield name, "too_many"
    if given.available is None and (given.total is not None or given.reserve is not None):
        yield "available", "available_too"
    if given.total is not None and (given.available or 0) > given.total:
        yield "available", "more_than_total"
    if given.total is not None and (given.reserve or 0) > given.total:
        yield "reserve", "more_than_total"


def _too_long(given: LineAnswer) -> Iterator[tuple[str, str]]:
    limits = RECORD_TYPES["inquiryline"].fields
    for name in ("reason", "unit", "commander", "commander_phone"):
        if len(getattr(given, name)) > limits[name].longest:
            yield name, "too_long"


# -- what it writes --------------------------------------------------------------------------------


def line_fields(inquiry: Inquiry, line: InquiryLine, given: LineAnswer) -> dict[str, Any]:
    """The fields of the InquiryLine that an answer without faults writes. What does not belong to
    the answer is emptied, so that an answer that was changed leaves nothing behind."""
    if inquiry.kind == "inventory":
        return {name: getattr(given, name) for name in NUMBERS}
    helps = given.answer != "no"
    offered = line.quantity if given.answer == "yes" else given.offered
    return {
        "answer": given.answer,
        "offered": offered if helps else None,
        "alternative": given.alternative if given.answer == "alternative" else "",
        "reason": given.reason,
        "possible_from": given.possible_from if helps else None,
        "possible_until": given.possible_until if helps else None,
        "unit": given.unit if helps else "",
        "commander": given.commander if helps else "",
        "commander_phone": given.commander_phone if helps else "",
    }


def inquiry_fields(who: Answerer, how: str, now: datetime) -> dict[str, Any]:
    """The fields of the Inquiry that an answer writes; `how` is one of `HOW_KNOWN`."""
    return {
        "status": "answered",
        "answered_by": who.name,
        "answered_role": who.role,
        "answered_at": now,
        "answered_how": how,
        "remark": who.remark,
    }


def capacity_fields(given: LineAnswer, who: Answerer, how: str, now: datetime) -> dict[str, Any]:
    """The fields of the Capacity that an answer to an inventory writes; empty when the line was
    left open. What was not said stays as it is. The board is read by more people than may know the
    name of who answered, so it says the role."""
    told = {n: getattr(given, n) for n in NUMBERS if getattr(given, n) is not None}
    if not told:
        return {}
    return {**told, "checked_at": now, "checked_by": who.role, "checked_how": how}


# -- times -----------------------------------------------------------------------------------------


_MOMENT = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})[T ]+(?P<H>\d{1,2})[:.](?P<M>\d{2})"
               r"(?:[:.]\d{2}(?:\.\d+)?)?"),
    re.compile(r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<y>\d{4})[, ]+(?P<H>\d{1,2})[:.]"
               r"(?P<M>\d{2})(?:[:.]\d{2})?(?: ?u(?:ur)?)?"),
)  # fmt: skip


def read_moment(text: str, zone: tzinfo) -> datetime | str | None:
    """The UTC moment that `text` says in `zone` ("2026-07-14T18:00", "14-07-2026 18:00").

    None for a blank text, the code of a fault for what is no moment. An hour that comes twice in a
    night is taken as its first one.
    """
    told = text.strip()
    if not told:
        return None
    found = next((m for form in _MOMENT if (m := form.fullmatch(told))), None)
    if found is None:
        return "no_moment"
    try:
        year, month, day, hour, minute = (int(found[name]) for name in ("y", "m", "d", "H", "M"))
        naive = datetime(year, month, day, hour, minute)
    except ValueError:
        return "no_moment"
    return local_moment(naive, zone)


def local_moment(naive: datetime, zone: tzinfo) -> datetime | str:
    """The UTC moment of a wall clock in `zone`, or the code of a fault."""
    if not 2000 <= naive.year <= 2100:
        return "no_moment"
    moment = naive.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != naive:
        return "no_such_hour"
    return moment


def read_number(text: str) -> int | str | None:
    """The whole number that `text` says, None for a blank one, or the code of a fault."""
    told = text.strip()
    if not told:
        return None
    # No point or comma: 1.000 is a thousand to one reader and one to another.
    return int(told) if re.fullmatch(r"[+-]?[0-9]{1,9}", told) else "no_number"
