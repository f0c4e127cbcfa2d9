"""The arrival that a list is of: known here, or one that the list tells of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

from kcr2desk.core.changes import Change
from kcr2desk.core.ids import derived_id
from kcr2desk.core.making import altering, making
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.operation import Arrival, operation_of
from kcr2desk.core.repatriation.people import BORN

_SAME_DAY: Final = timedelta(hours=20)
"""Within this a flight of one code is one flight: one that is late over midnight still is."""
_NOT_CODE = re.compile(r"[^A-Z0-9]+")


class Flight(Protocol):
    """A leg of a journey that a list tells: `exchange.listed.ListedFlight`."""

    @property
    def code(self) -> str: ...

    @property
    def origin(self) -> str: ...

    @property
    def place(self) -> str: ...

    @property
    def expected_at(self) -> datetime | None: ...

    @property
    def actual_at(self) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Arriving:
    """An arrival that a list names. `known` is the one that is here, None for a new one."""

    id: str
    code: str
    flight: Flight
    known: Arrival | None = None


@dataclass(frozen=True, slots=True)
class ArrivalPlan:
    """What bringing in a list does to its arrival: `change` is None where it stays as it is."""

    id: str
    code: str
    is_new: bool
    change: Change | None


def plain_code(code: str) -> str:
    """A flight or bus code without spaces and leading zeros: "KL 0123" and "KL123" are one."""
    told = _NOT_CODE.sub("", code.upper())
    found = re.fullmatch(r"([A-Z]+|[A-Z]\d|\d[A-Z])0*(\d+[A-Z]?)", told)
    return found[1] + found[2] if found else told


def arrivings(book: OperationBook, flights: Sequence[Flight]) -> tuple[Arriving, ...]:
    """The arrivals that a list names, the last leg first: there its people get off."""
    found: dict[str, Arriving] = {}
    for flight in reversed(flights):
        known = next((a for a in book.arrivals if _is(a, flight)), None)
        day = flight.expected_at or flight.actual_at
        when = "" if day is None else day.date().isoformat()
        code = plain_code(flight.code)
        made = derived_id(BORN, "arrival", operation_of(book.stream), code, when)
        place = known.id if known is not None else made
        if code and place not in found:
            found[place] = Arriving(place, flight.code.strip(), flight, known)
    return tuple(found.values())


def _is(arrival: Arrival, flight: Flight) -> bool:
    if arrival.status == "cancelled" or plain_code(arrival.code) != plain_code(flight.code):
        return False
    told = flight.actual_at or flight.expected_at
    here = arrival.actual_at or arrival.expected_at
    return told is None or here is None or abs(told - here) <= _SAME_DAY


def proposed(book: OperationBook, flights: Sequence[Flight], now: datetime) -> str:
    """The id of the arrival that a list is most likely of: one that it names, else the next one
    that is expected, else the last one; "" where there is none."""
    named = arrivings(book, flights)
    if named:
        return named[0].id
    open_ = [a for a in book.arrivals if a.status in ("expected", "arrived")]
    ahead = [a for a in open_ if (a.expected_at or now) >= now - timedelta(hours=6)]
    likely = ahead or open_[-1:]
    return likely[0].id if likely else ""


def planned(
    book: OperationBook,
    flights: Sequence[Flight],
    arrival: str,
    declared: Mapping[str, int],
    now: datetime,
) -> ArrivalPlan | None:
    """What becomes of the arrival; None for a list of none. Raises KeyError for one that neither
    is here nor is named by the list."""
    if not arrival:
        return None
    named = {each.id: each for each in arrivings(book, flights)}
    known, leg = book.arrival(arrival), named.get(arrival)
    told: dict[str, Any] = {}
    if leg is not None:
        told = {
            "origin": leg.flight.origin, "place": leg.flight.place,
            "expected_at": leg.flight.expected_at, "actual_at": leg.flight.actual_at,
        }  # fmt: skip
    if known is None:
        if leg is None:
            raise KeyError(arrival)
        about = {"about": operation_of(book.stream), "code": leg.code, **told}
        about["declared_count"] = declared.get("passengers")
        if leg.flight.actual_at is not None and leg.flight.actual_at <= now:
            about["status"] = "arrived"
        return ArrivalPlan(arrival, leg.code, True, making("arrival", arrival, about))
    said = {name: value for name, value in told.items() if value and not getattr(known, name)}
    if "passengers" in declared:
        said["declared_count"] = declared["passengers"]
    return ArrivalPlan(arrival, known.code, False, altering(known, said))
