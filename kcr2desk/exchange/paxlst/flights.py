"""The flight of a passenger list, from its TDT, LOC and DTM: one leg or several."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from kcr2desk.exchange.listed import ListedFlight
from kcr2desk.exchange.paxlst.segments import Segment

_LEAVES = ("189", "133", "186")
_ARRIVES = ("232", "132")
_ARRIVED = "178"
STOPS = frozenset(("125", "87", "92", "130"))
"""Places of the journey whether or not a time follows."""
TIMES = (*_LEAVES, *_ARRIVES, _ARRIVED)


@dataclass(slots=True)
class Stop:
    """An airport where the flight is, and when it comes and goes."""

    place: str
    leaves: datetime | None = None
    arrives: datetime | None = None
    arrived: datetime | None = None
    is_last: bool = False


@dataclass(slots=True)
class Flight:
    """A flight while its segments come in."""

    code: str
    stops: list[Stop] = field(default_factory=list)

    def stop(self, segment: Segment) -> None:
        """LOC: the flight is at a place. Coming and going may be two segments of one place."""
        place = segment.get(2)
        if place and not (self.stops and self.stops[-1].place == place):
            self.stops.append(Stop(place, is_last=segment.get(1) == "130"))

    def time(self, qualifier: str, at: datetime) -> None:
        """DTM: when, at the last place."""
        if not self.stops:
            return
        stop = self.stops[-1]
        if qualifier in _LEAVES:
            stop.leaves = at
        elif qualifier in _ARRIVES:
            stop.arrives = at
        else:
            stop.arrived = at

    @property
    def place(self) -> str:
        return self.stops[-1].place if self.stops else ""

    @property
    def day(self) -> str:
        """The day on which it leaves, "" when nothing is known: part of a passenger's key."""
        times = (stop.leaves or stop.arrives or stop.arrived for stop in self.stops)
        first = next((time for time in times if time), None)
        return first.date().isoformat() if first else ""

    def legs(self) -> list[ListedFlight]:
        """From stop to stop, in the order of the file: times do not order them, being local."""
        stops = sorted(self.stops, key=lambda stop: stop.is_last)
        if len(stops) < 2:
            place = stops[0] if stops else Stop("")
            origin = place.place if place.leaves and not place.arrives else ""
            return [
                ListedFlight(self.code, origin, "" if origin else place.place, place.arrives,
                             place.arrived)
            ]  # fmt: skip
        return [
            ListedFlight(self.code, one.place, other.place, other.arrives, other.arrived)
            for one, other in pairwise(stops)
        ]


def code_of(segment: Segment) -> str:
    """The flight number of a TDT: "KL590", also where carrier and number stand apart."""
    number = segment.get(2).replace(" ", "").upper()
    carrier = segment.get(5).upper()
    return carrier + number if number.isdigit() and carrier else number or carrier
