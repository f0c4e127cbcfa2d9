"""Dates of birth and expiry as lists of people write them: read, and told when they are unclear.

"10-03-1965" may be March or October. One date says nothing; a column mostly does: where one of its
dates can be read in one way only, all are read that way, and the reader is told. Where none can,
somebody has to say it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, Literal

from kcr2desk.core.places import fold
from kcr2desk.exchange.sheet_cells import Trouble, Value

Order = Literal["", "dmy", "mdy"]
EARLIEST: Final = 1850
_EPOCH = date(1899, 12, 30)
_SERIALS = range(3_000, 73_000)
"""Days that Excel counts for births and expiries: 1908 to 2099. Less may be a year."""
_MONTHS: Mapping[str, int] = {
    "jan": 1, "fev": 2, "feb": 2, "maa": 3, "mar": 3, "mrt": 3, "mae": 3, "apr": 4, "avr": 4,
    "mei": 5, "may": 5, "mai": 5, "jun": 6, "juin": 6, "jul": 7, "juil": 7, "aug": 8, "aou": 8,
    "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12, "dez": 12,
}  # fmt: skip
_TIME = re.compile(r"[t ]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:z|[ap]m)?$")
_WEEKDAY = re.compile(
    r"^(?:ma(?:andag)?|di(?:nsdag)?|wo(?:ensdag)?|do(?:nderdag)?|vr(?:ijdag)?|za(?:terdag)?"
    r"|zo(?:ndag)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)[.,]?\s+(?=\d)"
)
_NUMBERS = re.compile(
    r"('?\d{1,4}|xx|\?\?)\s*([-/. ])\s*(\d{1,2}|xx|\?\?)\s*[-/. ]\s*('?\d{1,4}|xx|\?\?)"
)
_TWO = re.compile(r"(\d{1,4})[-/. ](\d{1,4})")
_DAY_FIRST = re.compile(
    r"(\d{1,2}|xx|\?\?)(?:e|er|st|nd|rd|th)?[\s.\-/]*([a-z]{3,10})\.?[\s.,\-/]*'?(\d{4}|\d{2})"
)
_MONTH_FIRST = re.compile(
    r"([a-z]{3,10})\.?[\s\-]*(\d{1,2})(?:st|nd|rd|th)?[\s.,\-/]+'?(\d{4}|\d{2})"
)
_MONTH_ONLY = re.compile(r"([a-z]{3,10})\.?[\s.,\-/]*'?(\d{4})")
_UNKNOWN = ("xx", "??", "00", "0")


def readings(value: Value, today: date, *, ahead: bool = False) -> Mapping[str, str]:
    """What a cell may mean as a date, in ISO 8601 as far as it says it, by the order it is read in.

    One reading under "": there is only that one. Under "dmy" or "mdy" alone: it can be read in no
    other order, so it tells how its column is written. Under both: nobody can tell. Under "ymd" and
    "dmy": six digits without signs. Nothing: this is no date. `ahead`: two digits of a year mean
    one that is about now, as of an expiry; else one that is past.
    """
    match value:
        case None | Trouble():
            return {}
        case datetime():
            return {"": value.date().isoformat()} if value.year >= EARLIEST else {}
        case int() | float():
            if isinstance(value, float) and not value.is_integer():
                value = int(value)  # a time of the day behind the date
            return _of_number(int(value), today, ahead)
    return _of_text(" ".join(value.split()), today, ahead)


def _of_number(number: int, today: date, ahead: bool) -> Mapping[str, str]:
    if EARLIEST <= number <= 2150:
        return {"": f"{number:04}"}
    if number in _SERIALS:
        return {"": (_EPOCH + timedelta(days=number)).isoformat()}
    return _of_digits(f"{number:06}" if number < 1_000_000 else f"{number:08}", today, ahead)


@lru_cache(maxsize=65_536)
def _of_text(text: str, today: date, ahead: bool) -> Mapping[str, str]:
    told = _WEEKDAY.sub("", fold(text).strip(" .,"))
    told = _TIME.sub("", told)
    if told.isdigit():
        if len(told) in (5, 4):
            return _of_number(int(told), today, ahead)
        return _of_digits(told, today, ahead)
    if found := _NUMBERS.fullmatch(told):
        return _of_three(found[1], found[3], found[4], found[2], today, ahead)
    if found := _TWO.fullmatch(told):
        return _of_two(found[1], found[2])
    if (found := _DAY_FIRST.fullmatch(told)) and (month := _month(found[2])):
        return _one(_year(found[3], today, ahead), month, found[1])
    if (found := _MONTH_FIRST.fullmatch(told)) and (month := _month(found[1])):
        return _one(_year(found[3], today, ahead), month, found[2])
    if (found := _MONTH_ONLY.fullmatch(told)) and (month := _month(found[1])):
        return _one(int(found[2]), month, "00")
    return {}


def _month(word: str) -> int:
    return _MONTHS.get(word[:4], 0) or _MONTHS.get(word[:3], 0)


def _of_digits(text: str, today: date, ahead: bool) -> Mapping[str, str]:
    if len(text) == 8:
        found = _one(int(text[:4]), int(text[4:6]), text[6:])
        return found or _either(text[:2], text[2:4], int(text[4:]))
    if len(text) != 6:
        return {}
    ymd = _one(_year(text[:2], today, ahead), int(text[2:4]), text[4:])
    dmy = _one(_year(text[4:], today, ahead), int(text[2:4]), text[:2])
    made = {order: told[""] for order, told in (("ymd", ymd), ("dmy", dmy)) if told}
    return {"": made["ymd"]} if len(set(made.values())) == 1 and "ymd" in made else made


def _of_three(
    first: str, second: str, third: str, sign: str, today: date, ahead: bool
) -> Mapping[str, str]:
    first, third = first.lstrip("'"), third.lstrip("'")
    if len(first) >= 3:
        return _one(int(first), _part(second), third)
    if third in ("xx", "??"):
        return {}
    year = _year(third, today, ahead)
    if first in _UNKNOWN:
        return _one(year, _part(second), first)
    if sign == ".":  # only written where the day comes first
        return _one(year, _part(second), first)
    if second in _UNKNOWN:
        return _one(year, 0, "")
    return _either(first, second, year)


def _of_two(first: str, second: str) -> Mapping[str, str]:
    if len(first) == 4 and len(second) <= 2:
        return _one(int(first), int(second), "00")
    if len(second) == 4 and len(first) <= 2:
        return _one(int(second), int(first), "00")
    return {}


def _part(text: str) -> int:
    return 0 if text in _UNKNOWN else int(text)


def _either(first: str, second: str, year: int) -> Mapping[str, str]:
    """A date of which nobody knows yet whether the day or the month comes first."""
    dmy, mdy = _one(year, int(second), first), _one(year, int(first), second)
    if dmy and mdy:
        return dmy if dmy == mdy else {"dmy": dmy[""], "mdy": mdy[""]}
    if dmy:
        return {"dmy": dmy[""]}
    return {"mdy": mdy[""]} if mdy else {}


def _one(year: int, month: int, day: str) -> Mapping[str, str]:
    """The one date of these parts; unknown parts (0) are left away from behind."""
    if not EARLIEST <= year <= 2150:
        return {}
    if not month:
        return {"": f"{year:04}"}
    if not 1 <= month <= 12:
        return {}
    if day in ("", *_UNKNOWN):
        return {"": f"{year:04}-{month:02}"}
    try:
        return {"": date(year, month, int(day)).isoformat()}
    except ValueError:
        return {}


def _year(text: str, today: date, ahead: bool) -> int:
    number = int(text)
    if len(text) > 2:
        return number
    century = today.year // 100 * 100
    if ahead:
        return century + number - (100 if century + number > today.year + 50 else 0)
    return century + number - (100 if century + number > today.year else 0)


# -- columns ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DateOrder:
    """In which order the dates of a list are read, and why.

    `order` "" while nobody can tell. `by`: "told", "column" (other dates of it say so), "mixed"
    (most of the others say so, some say the contrary), or "" (no date needs it). `unclear` dates
    depend on it, the first in `row`. `turned`: Excel may have turned day and month of dates that it
    took for dates, since those that it left as text begin with the month.
    """

    order: Order = ""
    by: Literal["", "told", "column", "mixed"] = ""
    unclear: int = 0
    row: int = 0
    turned: bool = False
    compact: Literal["ymd", "dmy"] = "ymd"

    @property
    def asks(self) -> bool:
        """Whether somebody has to say the order."""
        return self.unclear > 0 and not self.order

    def pick(self, told: Mapping[str, str]) -> str:
        """The date that a cell means; "" while that depends on what is not known."""
        if len(told) == 1:
            return next(iter(told.values()))
        return told.get(self.compact, "") if "ymd" in told else told.get(self.order, "")


def order_of(
    cells: Iterable[tuple[int, Value]], today: date, told: Order = "", *, ahead: bool = False
) -> DateOrder:
    """How the dates of a column (row, cell) are written; `told` where somebody said it."""
    sure = {"dmy": 0, "mdy": 0}
    compact = {"ymd": 0, "dmy": 0}
    unclear = row = typed = 0
    for number, value in cells:
        typed += isinstance(value, datetime)
        found = readings(value, today, ahead=ahead)
        if "ymd" in found or (len(found) == 1 and _is_compact(value)):
            if len(found) == 1:
                compact[next(iter(found)) or "ymd"] += 1
        elif len(found) == 2:
            unclear, row = unclear + 1, row or number
        elif len(found) == 1 and (only := next(iter(found))):
            sure[only] += 1
    way: Literal["ymd", "dmy"] = "dmy" if compact["dmy"] > compact["ymd"] else "ymd"
    turned = bool(typed and sure["mdy"] and not sure["dmy"])
    if told:
        return DateOrder(told, "told", unclear, row, turned, way)
    if not any(sure.values()):
        return DateOrder("", "", unclear, row, turned, way)
    order: Order = "mdy" if sure["mdy"] > sure["dmy"] else "dmy"
    mixed = bool(sure["dmy"] and sure["mdy"])
    return DateOrder(order, "mixed" if mixed else "column", unclear, row, turned, way)


def _is_compact(value: Value) -> bool:
    return len(str(value).strip()) == 6 and str(value).strip().isdigit()
