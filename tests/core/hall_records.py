"""Records of a hall made in a line each, for tests of what is counted from them."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from typing import Any

from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.operation import Arrival, Operation, stream_of
from kcr2desk.core.repatriation.people import (
    HandOver,
    ManifestLine,
    Passage,
    Person,
    PersonLink,
    PersonNeed,
    TravelGroup,
    link_id,
)

OPERATION = "019f0000-0000-7000-8000-000000000001"
STREAM = stream_of(OPERATION)
NOW = datetime(2026, 7, 14, 20, 0, tzinfo=UTC)
FLIGHT = "019f0000-0000-7000-8000-00000000000a"


def ago(minutes: float) -> datetime:
    return NOW - timedelta(minutes=minutes)


class Hall:
    """Makes records with ids in the order in which they are made, and a book of them."""

    def __init__(self) -> None:
        self._ids = (f"019f0000-0000-7000-9000-{n:012x}" for n in itertools.count(1))
        self.book = OperationBook(STREAM)
        self.put(
            Operation(
                id=OPERATION, stream=STREAM, title="Repatriëring", purpose="Opvang",
                legal_ground="AVG", opened_at=ago(600),
            ),
            Arrival(id=FLIGHT, stream=STREAM, about=OPERATION, code="KDC 801"),
        )  # fmt: skip

    def put(self, *records: Any) -> None:
        self.book.load(records)

    def made(self, cls: Any, **fields: Any) -> str:
        record = next(self._ids)
        self.put(cls(id=record, stream=STREAM, **fields))
        return record

    def person(self, **fields: Any) -> str:
        told = {"arrival": FLIGHT, "spoken_name": "Anna", "outcome": "registered", **fields}
        return self.made(Person, **told)

    def line(self, **fields: Any) -> str:
        return self.made(
            ManifestLine, **{"about": OPERATION, "arrival": FLIGHT, "list": "manifest", **fields}
        )

    def need(self, person: str, need: str) -> str:
        return self.made(PersonNeed, about=person, need=need)

    def passage(self, person: str, station: str, minutes: float) -> str:
        return self.made(Passage, about=person, station=station, passed_at=ago(minutes))

    def hand_over(self, person: str, **fields: Any) -> str:
        return self.made(HandOver, **{"about": person, "receiver": "municipality", **fields})

    def group(self, **fields: Any) -> str:
        return self.made(TravelGroup, **fields)

    def link(self, one: str, other: str, verdict: str = "same", kind: str = "person") -> str:
        record = link_id(one, other)
        self.put(
            PersonLink(
                id=record, stream=STREAM, one=one, other=other, verdict=verdict, other_type=kind
            )
        )
        return record
