"""A PAXLST file to lines of a list: messages, flights, persons, and what the file counts itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kcr2desk.exchange.listed import Listed, ListedFile, ListedFlight
from kcr2desk.exchange.paxlst.flights import STOPS, TIMES, Flight, code_of
from kcr2desk.exchange.paxlst.person import PersonBuilder
from kcr2desk.exchange.paxlst.segments import Segment, begins, decode, segments
from kcr2desk.exchange.paxlst.values import moment
from kcr2desk.exchange.problems import Problem

MAX_BYTES = 20_000_000
MOST_PERSONS = 50_000
MOST_PROBLEMS = 500

_ROLES = {"FL": False, "DDU": False, "FM": True, "DDT": True}
"""Roles of persons in NAD, and whether they are crew; DDU and DDT are in transit."""
_NO_PERSONS = frozenset(("MS", "MR", "CA", "CPE", "COP", "AG", "CB", "GO", "AM"))
_CANCELS = frozenset(("XR", "XF", "XL"))


def is_paxlst(data: bytes) -> bool:
    """Whether a file holds UN/EDIFACT, at once or behind the head of a telex."""
    start = decode(data[:20_000])
    return begins(start) and not start.lstrip().startswith(("<", "{"))


def read_paxlst(data: bytes, name: str, today: date | None = None) -> ListedFile:
    """All persons and flights of a file; `name` is the file's, for its sentences. Never raises.

    `today` tells the centuries of birth dates apart. The row of a person is the how-manyth of the
    file it is, and a problem of a person has it as its line.
    """
    if not data.strip():
        return ListedFile("paxlst", problems=(Problem(name, None, "empty"),))
    if len(data) > MAX_BYTES:
        too_large = Problem(name, None, "too-large", f"{MAX_BYTES / 1e6:g} MB")
        return ListedFile("paxlst", problems=(too_large,))
    text = decode(data)
    if not begins(text):
        return ListedFile("paxlst", problems=(Problem(name, None, "edi-none"),))
    reader = _Reader(name, today or date.today())
    for segment in segments(text, reader.say):
        reader.take(segment)
        if reader.rows > MOST_PERSONS:
            reader.say("paxlst-too-many", str(MOST_PERSONS))
            break
    return reader.finish()


@dataclass(slots=True)
class _Count:
    """What one list, in one message or spread over several, says of its numbers and has."""

    listed: dict[str, int] = field(default_factory=lambda: {"passengers": 0, "crew": 0})
    stated: dict[str, list[int]] = field(default_factory=dict)


class _Reader:
    """State between the segments of a file."""

    def __init__(self, name: str, today: date) -> None:
        self.name = name
        self.today = today
        self.problems: list[Problem] = []
        self.lines: list[Listed] = []
        self.flights: list[Flight] = []
        self.counts: dict[str, _Count] = {}
        self.person: PersonBuilder | None = None
        self.rows = 0
        self.messages = 0
        self.groups = 0
        self.in_interchange = 0
        self.skipping = False
        self._new_message(0)
        self.open = False

    def _new_message(self, first: int) -> None:
        self.first = first
        self.open = True
        self.is_crew_list = False
        self.cancels = ""
        self.flight: Flight | None = None
        self.place: Segment | None = None
        self.count = _Count()
        self.skipping = False

    # -- problems ----------------------------------------------------------------------------------

    def say(self, code: str, detail: str = "", line: int | None = None, column: str = "") -> None:
        """Note a problem; only so many, since a hostile file has no end of them."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(Problem(self.name, line, code, detail, column))
        elif len(self.problems) == MOST_PROBLEMS:
            self.problems.append(Problem(self.name, None, "problems-more", str(MOST_PROBLEMS)))

    # -- segments ----------------------------------------------------------------------------------

    def take(self, segment: Segment) -> None:
        """The next segment."""
        if self.skipping and segment.tag not in ("UNH", "UNT", "UNZ", "UNE"):
            return
        taker = _TAKERS.get(segment.tag)
        if taker is not None:
            taker(self, segment)
        elif self.person is not None:
            self.person.take(segment)

    def _header(self, segment: Segment) -> None:
        self._end_message(None)
        self._new_message(segment.number)
        self.messages += 1
        self.in_interchange += 1
        kind = segment.get(2).upper()
        if kind and kind != "PAXLST":
            self.say("edi-other-message", kind)
            self.skipping = True
            return
        # Parts of one list bear one reference and the number of their part.
        reference = segment.get(3) if segment.get(4) else ""
        key = reference or f"#{self.messages}"
        self.count = self.counts.setdefault(key, self.count)

    def _begin(self, segment: Segment) -> None:
        if not self.open:
            self._new_message(segment.number)
            self.count = self.counts.setdefault("", self.count)
        self.is_crew_list = segment.get(1) == "250"
        status = segment.get(2).upper()
        if status in _CANCELS:
            self.cancels = status
            self.say("paxlst-cancels", status)

    def _transport(self, segment: Segment) -> None:
        self._end_person()
        self.flight = Flight(code_of(segment))
        self.flights.append(self.flight)
        self.place = None

    def _place(self, segment: Segment) -> None:
        if self.person is not None:
            self.person.take(segment)
        elif self.flight is not None:
            self.place = segment
            if segment.get(1) in STOPS:
                self.flight.stop(segment)

    def _date(self, segment: Segment) -> None:
        if self.person is not None:
            self.person.take(segment)
            return
        qualifier, text, form = (segment.get(1, at) for at in range(3))
        if self.flight is None or qualifier not in TIMES or not text:
            return
        if self.place is not None:
            self.flight.stop(self.place)
        at = moment(text, form, self.flight.place)
        if at is None:
            self.say("paxlst-date", text, None, f"DTM+{qualifier}")
        else:
            self.flight.time(qualifier, at)

    def _party(self, segment: Segment) -> None:
        self._end_person()
        role = segment.get(1).upper()
        if role in _NO_PERSONS or (self.flight is None and role not in _ROLES):
            return
        self.rows += 1
        row = self.rows
        crew = _ROLES.get(role, self.is_crew_list)
        if role not in _ROLES:
            self.say("paxlst-role", role, row)
        self.count.listed["crew" if crew else "passengers"] += 1
        self.person = PersonBuilder(
            row, crew, self.today,
            lambda code, detail, column: self.say(code, detail, row, column),
        )  # fmt: skip
        self.person.name(segment)

    def _control(self, segment: Segment) -> None:
        self._end_person()
        kind = {"42": "passengers", "41": "crew"}.get(segment.get(1))
        text = segment.get(1, 1).replace(" ", "")
        if kind is None:
            return
        if not (text.isascii() and text.isdigit() and len(text) < 8):
            self.say("paxlst-number", text, None, f"CNT+{segment.get(1)}")
            return
        self.count.stated.setdefault(kind, []).append(int(text))

    def _trailer(self, segment: Segment) -> None:
        self._end_message(segment)

    def _end_group(self, segment: Segment) -> None:
        self._end_message(None)
        if segment.tag == "UNZ":
            # It counts the groups where there are any, else the messages.
            self._compare_messages(segment, self.groups or self.in_interchange)
            self.groups = self.in_interchange = 0
        else:
            self.groups += 1

    def _compare_messages(self, segment: Segment, there: int) -> None:
        stated = segment.get(1)
        if stated.isascii() and stated.isdigit() and int(stated[:9]) not in (
            there, self.in_interchange,
        ):  # fmt: skip
            self.say("edi-messages-count", f"{segment.tag} {int(stated[:9])} ≠ {there}")

    # -- ends --------------------------------------------------------------------------------------

    def _end_person(self) -> None:
        person, self.person = self.person, None
        if person is None or self.cancels:
            return
        fields = dict(person.finish())
        if not fields:
            self.say("paxlst-nobody", "", person.row)
            return
        if "full_name" not in fields:
            self.say("paxlst-nameless", "", person.row)
        if person.reference and self.flight is not None:
            fields["key"] = f"{self.flight.code} {self.flight.day} {person.reference}"[:200]
        self.lines.append(Listed(fields, person.row))

    def _end_message(self, trailer: Segment | None) -> None:
        self._end_person()
        if not self.open:
            return
        self.open = self.skipping = False
        if trailer is None:
            self.say("edi-open")
            return
        stated = trailer.get(1)
        there = trailer.number - self.first + 1
        if stated.isascii() and stated.isdigit() and int(stated[:9]) != there:
            self.say("edi-segments-count", f"UNT {int(stated[:9])} ≠ {there}")

    def finish(self) -> ListedFile:
        """What the file held."""
        self._end_message(None)
        declared = self._declared()
        if not self.lines and not self.problems:
            self.say("paxlst-none")
        legs = (leg for flight in self.flights for leg in flight.legs())
        flights: dict[ListedFlight, None] = dict.fromkeys(legs)
        return ListedFile(
            "paxlst", tuple(self.lines), tuple(self.problems), declared, tuple(flights)
        )

    def _declared(self) -> Mapping[str, int]:
        """The numbers that the file states, each compared with what is listed."""
        declared: dict[str, int] = {}
        for count in self.counts.values():
            stated = dict(count.stated)
            for kind, other in (("passengers", "crew"), ("crew", "passengers")):
                alone = kind in stated and other not in stated and not count.listed[kind]
                if alone and count.listed[other] in stated[kind]:
                    # A list of passengers that counts them as crew: one of two codes is wrong.
                    stated[other] = stated.pop(kind)
            for kind, numbers in stated.items():
                listed = count.listed[kind]
                # Each part of a list counts itself or the whole.
                number = sum(numbers) if sum(numbers) == listed else numbers[-1]
                declared[kind] = declared.get(kind, 0) + number
                if number != listed:
                    self.say(f"declared-{kind}", f"{number} ≠ {listed}")
        return declared


_TAKERS: Mapping[str, Callable[[_Reader, Segment], None]] = {
    "UNH": _Reader._header,
    "BGM": _Reader._begin,
    "TDT": _Reader._transport,
    "LOC": _Reader._place,
    "DTM": _Reader._date,
    "NAD": _Reader._party,
    "CNT": _Reader._control,
    "UNT": _Reader._trailer,
    "UNE": _Reader._end_group,
    "UNZ": _Reader._end_group,
}
