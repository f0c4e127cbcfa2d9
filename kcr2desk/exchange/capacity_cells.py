"""What the cells of a sheet of capacity say: numbers, pairs of numbers, times, notes."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from kcr2desk.core.bijstand import MOST_UNITS
from kcr2desk.core.places import AMSTERDAM
from kcr2desk.exchange.problems import Problem, Refused
from kcr2desk.exchange.sheet_cells import Trouble, Value
from kcr2desk.exchange.sheets import shown

_NOTHING = frozenset({
    "", "-", "--", "–", "—", "?", "x", "n.v.t.", "n.v.t", "nvt", "n/a", "na", "n.a.", "#n/a",
    "onbekend", "unknown", "geen opgave", "niet opgegeven", "nog niet bekend", "n.n.b.", "nnb",
    "n.b.", "nb",
})  # fmt: skip
"""What people write where they say nothing: the number on the board stays."""
_NONE = frozenset({"geen", "none", "nul", "zero", "nihil"})
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:[.\u00a0\u202f ]\d{3})+|\d+)(?:[.,]\d+)?")
_PAIR = re.compile(r"(.+?)\s*(?:/|\bvan\b|\bof\b|\buit\b)\s*(.+)")
_CLOCK = re.compile(
    r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4}|\d{2})"
    r"(?:[\s,T]+(?:om\s+)?(?P<hour>\d{1,2})[:.u](?P<minute>\d{2})(?::\d{2})?(?:\s*uur|\s*u)?)?"
)


def says_nothing(value: Value) -> bool:
    """Whether a cell is empty, or a word or sign that stands for empty."""
    return value is None or (isinstance(value, str) and value.strip().lower() in _NOTHING)


def number(value: Value) -> int | None:
    """The number of a cell; None when it says nothing. Raises Refused with what is wrong (file and
    row are the caller's to fill in)."""
    if value is None or says_nothing(value):
        return None
    if isinstance(value, Trouble):
        raise _refused(value.code, value.detail)
    if isinstance(value, datetime):
        raise _refused("number-date", shown(value))
    if isinstance(value, str):
        return _of_text(value)
    return _whole(float(value), shown(value))


def numbers(value: Value) -> tuple[int | None, int | None]:
    """(the number, None) of a cell, or (available, total) of "6/8". Raises Refused."""
    if isinstance(value, str) and not says_nothing(value):
        pair = _PAIR.fullmatch(value.strip().lower())
        if pair:
            return number(pair[1]), number(pair[2])
    return number(value), None


def _of_text(text: str) -> int:
    bare = text.strip().lstrip("'").strip()
    if bare.lower() in _NONE:
        return 0
    if _PAIR.fullmatch(bare) and all(part.strip().isdigit() for part in bare.split("/")):
        raise _refused("number-two", bare)
    if not _NUMBER.fullmatch(bare):
        raise _refused("number-wrong", bare)
    plain = re.sub(r"[\u00a0\u202f ]", "", bare)
    if re.fullmatch(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?", plain):  # 1.200 as the Dutch write it
        plain = plain.replace(".", "")
    return _whole(float(plain.replace(",", ".")), bare)


def _whole(value: float, text: str) -> int:
    if value != value or abs(value) > MOST_UNITS:
        raise _refused("number-large", text)
    if value < 0:
        raise _refused("number-negative", text)
    if abs(value - round(value)) > 1e-9:
        raise _refused("number-fraction", text)
    return round(value)


def moment(value: Value, now: datetime) -> datetime | None:
    """The time of a cell in UTC, clocks being in Amsterdam; None when it says nothing.

    Raises Refused for what is no time, or lies in the future.
    """
    if says_nothing(value):
        return None
    if isinstance(value, Trouble):
        raise _refused(value.code, value.detail)
    local = value if isinstance(value, datetime) else _time_of(shown(value))
    told = local.replace(tzinfo=local.tzinfo or AMSTERDAM).astimezone(UTC)
    if told > now:
        if told.astimezone(AMSTERDAM).date() == now.astimezone(AMSTERDAM).date():
            return now  # a clock that runs a little ahead
        raise _refused("time-future", shown(value))
    return told


def _time_of(text: str) -> datetime:
    found = _CLOCK.fullmatch(text.strip().lower())
    try:
        if found:
            year = int(found["year"])
            return datetime(
                year + 2000 if year < 100 else year,
                int(found["month"]),
                int(found["day"]),
                int(found["hour"] or 0),
                int(found["minute"] or 0),
            )
        if not re.match(r"\d{4}-\d\d", text):
            raise ValueError(text)
        return datetime.fromisoformat(text.strip())
    except ValueError:
        raise _refused("time-wrong", text) from None


def _refused(code: str, detail: str) -> Refused:
    return Refused(Problem("", None, code, detail))
