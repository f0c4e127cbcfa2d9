"""A large hall to measure a desk in: made whole in its cache, and what other desks do in it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from kcr2desk.cli.bench_people import OPERATION, STREAM, Kind, people
from kcr2desk.core.changes import Change, Changeset, Code, Effect, Entry, How
from kcr2desk.core.ids import derived_id, id_maker
from kcr2desk.core.making import making
from kcr2desk.core.records import SCHEMA, blank_values, wire_values
from kcr2desk.core.repatriation.opening import opening
from kcr2desk.core.repatriation.people import BORN, ManifestLine
from kcr2desk.store import Cache, rows
from kcr2desk.store.opening import transaction
from kcr2desk.store.rows import Row

DESKS = 12
BATCH = 2000
NOW = datetime.now(UTC).replace(microsecond=0)
_OF_A_PERSON = (
    "family_name", "prefix", "given_names", "birth_date", "sex", "document_type",
    "document_number", "document_country", "phone", "street", "postcode", "city", "country",
)  # fmt: skip
_STATIONS = ("registered", "medical", "care", "transport")


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything a hall holds."""

    applied: int = 25_000
    persons: int = 2_500
    groups: int = 900
    passages: int = 8_000
    listed: int = 260


class BigHall:
    """A hall of made-up people. `fill` puts it into a cache; `doings` is what desks do after that,
    one changeset each."""

    def __init__(self, account: str, size: Size, seed: int = 31) -> None:
        self.account, self.size = account, size
        self.arrival = derived_id(BORN, "bench", "arrival", "1")
        self.persons: list[str] = []
        self._rng = random.Random(seed)
        self._people: Sequence[ManifestLine] = people(
            seed, Kind(originals=size.applied + size.listed, duplicated=0.0)
        ).lines
        self._new_id = id_maker(lambda: int(NOW.timestamp() * 1000), self._rng)

    def fill(self, cache: Cache) -> None:
        """Write all of it, as if it had been pulled."""
        db, batch = cache.writer(), list[Row]()
        for row in self._rows():
            batch.append(row)
            if len(batch) == BATCH:
                with transaction(db):
                    rows.write(db, batch)
                batch = []
        with transaction(db):
            rows.write(db, batch)

    def _rows(self) -> Iterator[Row]:
        told = {"title": "Bench", "purpose": "Bench", "legal_ground": "Bench"}
        for change in opening(OPERATION, self.account, told):
            yield _row(change.type, change.id, change.fields)
        flight = {
            "about": OPERATION, "code": "KDC 801", "origin": "Bench", "status": "arrived",
            "expected_at": NOW - timedelta(hours=1), "actual_at": NOW - timedelta(hours=1),
        }  # fmt: skip
        yield _row("arrival", self.arrival, wire_values("arrival", flight))
        size = self.size
        for n, one in enumerate(self._people[: size.applied]):
            yield self._line(n, one, "applied", "")
        for n, one in enumerate(self._people[-size.listed :]):
            yield self._line(n, one, "manifest", self.arrival)
        groups = [self._new_id() for _ in range(size.groups)]
        for group in groups:
            yield _row("travelgroup", group, {"kind": "family"})
        for n in range(size.persons):
            made = making("person", self._new_id(), self._person(n, groups))
            self.persons.append(made.id)
            yield _row("person", made.id, made.fields)
        for n in range(size.passages):
            made = self._passage(self.persons[n % len(self.persons)], n)
            yield _row("passage", made.id, made.fields)

    def _line(self, n: int, one: ManifestLine, name: str, arrival: str) -> Row:
        told = {field: getattr(one, field) for field in _OF_A_PERSON}
        told |= {"about": OPERATION, "list": name, "arrival": arrival, "key": str(n), "row": n}
        made = derived_id(BORN, "bench", name, str(n))
        return _row("manifestline", made, wire_values("manifestline", told))

    def _person(self, n: int, groups: Sequence[str]) -> dict[str, Any]:
        """The first of the arrival, then who came before; one in a hundred without an outcome."""
        one = self._people[-1 - n % len(self._people)]
        here = n < self.size.listed // 2
        ago = timedelta(seconds=self._rng.randrange(7200))
        told = {field: getattr(one, field) for field in _OF_A_PERSON}
        return {
            **told, "number": f"P-2026-{n % DESKS:02}-{n:05}-{n % 10}",
            "arrival": self.arrival if here else "", "desk": f"{n % DESKS + 1}",
            "outcome": "registered" if n % 100 else "", "registered_at": NOW - ago,
            "group": groups[n % len(groups)] if groups else "",
            "relation": "head" if n < len(groups) else "child", "wristband": f"KCR{n:07}",
            "municipality": "GM0344",
        }  # fmt: skip

    def _passage(self, person: str, n: int) -> Change:
        moment = NOW - timedelta(seconds=self._rng.randrange(5400))
        told = {"about": person, "station": _STATIONS[n % len(_STATIONS)], "passed_at": moment}
        return making("passage", self._new_id(), told)

    # what desks do

    def doings(self, count: int) -> list[tuple[Change, ...]]:
        """Registrations of the arrival, passages and corrections, `count` changesets of them."""
        made: list[tuple[Change, ...]] = []
        for n in range(count):
            match n % 4:
                case 0:
                    told = self._person(n, ()) | {"number": f"P-2026-99-{n:05}-{n % 10}"}
                    told |= {"wristband": f"KCS{n:07}", "arrival": self.arrival}
                    change = making("person", self._new_id(), told)
                    self.persons.append(change.id)
                    first = self._passage(change.id, n)
                    made.append((change, first))
                case 1 | 2:
                    made.append((self._passage(self._rng.choice(self.persons), n),))
                case _:
                    told = {"informed": [False, True]}
                    person = self.persons[n % self.size.persons]
                    made.append((Change("person", person, How.EDIT, told),))
        return made

    def entries(self, doings: Sequence[Sequence[Change]], first: int, epoch: str) -> list[Entry]:
        """They, as the log has them from `first` on."""
        return [
            Entry(
                STREAM, first + n, epoch, self._changeset(changes), Code.APPLIED, Effect(),
                int(NOW.timestamp() * 1000), "0" * 64,
            )
            for n, changes in enumerate(doings)
        ]  # fmt: skip

    def _changeset(self, changes: Sequence[Change]) -> Changeset:
        device = derived_id(BORN, "bench", "desk", str(self._rng.randrange(DESKS)))
        made = int(NOW.timestamp() * 1000)
        salt = self._rng.randbytes(16).hex()
        return Changeset(
            self._new_id(), device, 1, "bench", STREAM, made, SCHEMA, salt, tuple(changes)
        )


def _row(kind: str, record: str, told: Any) -> Row:
    return Row(kind, record, STREAM, 1, 1, {**blank_values(kind), **told})
