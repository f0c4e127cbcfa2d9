"""What somebody filled in on the answer page: kept as it was typed, and read as an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from urllib.parse import parse_qsl

from kcr2desk.core.answer import (
    NUMBERS,
    Answerer,
    Fault,
    LineAnswer,
    check,
    read_moment,
    read_number,
)
from kcr2desk.core.places import zone_of
from kcr2desk.core.text import normal
from kcr2desk.hub.inquiries import Asked

LARGEST = 256 << 10  # bytes of a body
MOST_FIELDS = 4000
TEXTS = ("answer", "alternative", "reason", "unit", "commander", "commander_phone")
TIMES = ("possible_from", "possible_until")
LINE_FIELDS = (*TEXTS, *TIMES, "offered", *NUMBERS)
LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Typed:
    """The fields as typed: "name", "role", "remark", and "LINE.FIELD" for those of lines.

    `do` is the button: "send", "seen", "check" (the Enter key), or a language. `language` is that
    in which the page was shown.
    """

    values: Mapping[str, str]
    do: str = ""
    language: str = ""

    def line(self, line: str, name: str) -> str:
        """What stands in a field of a line of the inquiry; "" where nothing was sent for it."""
        return self.values.get(f"{line}.{name}", "")


@dataclass(frozen=True, slots=True)
class Read:
    """An answer as it was understood; it can be taken when it has no faults."""

    lines: Mapping[str, LineAnswer]
    who: Answerer
    faults: tuple[Fault, ...]


def read_typed(body: bytes) -> Typed | None:
    """The fields of a posted form; None for what no form sends. The last of a name counts."""
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=MOST_FIELDS,
        )
    except (ValueError, UnicodeDecodeError):
        return None
    told = {name: normal(text).replace("\r\n", "\n").strip() for name, text in pairs}
    return Typed(told, told.pop("do", ""), told.pop("language", ""))


def read_answer(typed: Typed, asked: Asked) -> Read:
    """What the fields say, with all that is wrong."""
    zone = zone_of(asked.inquiry.owner)
    lines: dict[str, LineAnswer] = {}
    unread: dict[tuple[str, str], Fault] = {}
    for line in asked.lines:
        lines[line], wrong = _line(typed, line, zone)
        relevant = _relevant(asked.inquiry.kind, lines[line].answer)
        unread |= {(f.line, f.field): f for f in wrong if f.field in relevant}
    who = Answerer(**{name: typed.values.get(name, "") for name in ("name", "role", "remark")})
    known = {code: t for code, t in asked.types.items() if not t.removed}
    found = check(asked.inquiry, asked.lines, lines, who, known)
    # "Say how many" is no help beside a number that could not be read.
    faults = [f for f in found if (f.line, f.field) not in unread]
    order = {line: n for n, line in enumerate(asked.lines)}
    faults = sorted([*unread.values(), *faults], key=lambda f: order.get(f.line, len(order)))
    return Read(lines, who, tuple(faults))


def _line(typed: Typed, line: str, zone: tzinfo) -> tuple[LineAnswer, list[Fault]]:
    numbers: dict[str, int | None] = {}
    times: dict[str, datetime | None] = {}
    faults: list[Fault] = []
    for name in ("offered", *NUMBERS):
        number = read_number(typed.line(line, name))
        if isinstance(number, str):
            faults.append(Fault(line, name, number))
        numbers[name] = None if isinstance(number, str) else number
    for name in TIMES:
        moment = read_moment(typed.line(line, name), zone)
        if isinstance(moment, str):
            faults.append(Fault(line, name, moment))
        times[name] = None if isinstance(moment, str) else moment
    texts = {name: typed.line(line, name) for name in TEXTS}
    answer = LineAnswer(
        line=line,
        **texts,
        offered=numbers["offered"],
        possible_from=times["possible_from"],
        possible_until=times["possible_until"],
        total=numbers["total"],
        available=numbers["available"],
        reserve=numbers["reserve"],
    )
    return answer, faults


def _relevant(kind: str, answer: str) -> tuple[str, ...]:
    """The fields that count with an answer: a wrong time beside "no" stops nobody."""
    if kind == "inventory":
        return NUMBERS
    return {"no": (), "yes": TIMES}.get(answer, ("offered", *TIMES))
