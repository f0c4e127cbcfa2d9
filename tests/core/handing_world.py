"""An operation with the words of the hall as delivered, for tests of handing over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

from kcr2desk.core.ids import uuid7
from kcr2desk.core.record import Record
from kcr2desk.core.records import build
from kcr2desk.core.repatriation.book import OperationBook
from kcr2desk.core.repatriation.operation import Operation, operation_of, stream_of
from kcr2desk.core.repatriation.people import (
    HandOver,
    Passage,
    Person,
    PersonLink,
    PersonNeed,
    TravelGroup,
)
from kcr2desk.core.text import Json
from kcr2desk.hub.seed import seed

OPERATION = uuid7(1_790_000_000_000, 1)
STREAM = stream_of(OPERATION)
_COUNT = count(2)


def an_id() -> str:
    """An id that nothing else has."""
    return uuid7(1_790_000_000_000, next(_COUNT))


def choices() -> list[Record]:
    """What a new hub has of needs, stations, grounds and receivers."""
    found: list[Record] = []
    for change in seed():
        if change.type == "choice":
            fields: dict[str, Json] = dict(change.fields)
            found.append(build("choice", change.id, "reference", 1, fields))
    return found


def operation(**fields: Any) -> Operation:
    """The operation, with Eindhoven as its host."""
    told: dict[str, Any] = {
        "title": "Libanon 2026", "purpose": "Opvang", "legal_ground": "art. 6 lid 1 onder e AVG",
        "host_municipality": "GM0772",
    }  # fmt: skip
    return Operation(id=operation_of(STREAM), stream=STREAM, **{**told, **fields})


def world(*records: Record, **fields: Any) -> OperationBook:
    """A book of the operation and these records."""
    return OperationBook(STREAM, [operation(**fields), *choices(), *records])


def person(number: int = 142, **fields: Any) -> Person:
    """Somebody who is registered."""
    told: dict[str, Any] = {
        "number": f"P-2026-11-{number:04d}-3", "outcome": "registered", "spoken_name": "Anna",
    }  # fmt: skip
    return Person(id=an_id(), stream=STREAM, **{**told, **fields})


def family(*members: Person, together: bool = True) -> list[Record]:
    """These people as one family, the first its head."""
    group = TravelGroup(id=an_id(), stream=STREAM, head=members[0].id, together=together)
    return [group, *(replace(each, group=group.id) for each in members)]


def need(about: Person, kind: str, note: str = "", medical_note: str = "") -> PersonNeed:
    return PersonNeed(
        id=an_id(), stream=STREAM, about=about.id, need=kind, note=note, medical_note=medical_note
    )


def hand_over(about: Person, receiver: str, status: str = "done", **fields: Any) -> HandOver:
    return HandOver(
        id=an_id(), stream=STREAM, about=about.id, receiver=receiver, status=status, **fields
    )


def passage(about: Person, station: str, hour: int) -> Passage:
    at = datetime(2026, 11, 30, hour, tzinfo=UTC)
    return Passage(id=an_id(), stream=STREAM, about=about.id, station=station, passed_at=at)


def same(one: Person, other: Person) -> PersonLink:
    return PersonLink(
        id=an_id(), stream=STREAM, one=one.id, other=other.id, verdict="same", reasons=frozenset()
    )
