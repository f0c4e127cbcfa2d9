"""Plays the arrival hall of the worked scenario: opened, filled by lists, registered by desks."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from kcr2desk.cli.scenario_repatriation import (
    ARRIVALS,
    DESKS,
    MEMBERS,
    OPERATION,
    Comes,
    Traveller,
    travellers,
)
from kcr2desk.core.changes import Change, How
from kcr2desk.core.ids import derived_id
from kcr2desk.core.making import making
from kcr2desk.core.repatriation.opening import letting_in, opening
from kcr2desk.core.repatriation.operation import stream_of
from kcr2desk.core.repatriation.people import BORN, line_id
from kcr2desk.headless import Desk

At = Callable[[float, str, Callable[[Desk], object]], None]
"""Plans an act: minutes before the end, the account, what it does at its desk."""

Fetch = Callable[[Desk, str, str], object]
"""Has a record that another wrote come to a desk: its type and id."""

LEAD, REGISTRARS = "devries", ("visser", "mulder")
OPENED = 190
PER_ACT = 6
"""Families that one account registers between two moments at which its desk syncs."""


class RepatriationStage:
    """Plans the acts of the hall. `end` is the last minute of the scenario."""

    def __init__(self, at: At, end: datetime, fetch: Fetch) -> None:
        self._at, self._end, self._fetch = at, end, fetch
        self._rng = random.Random(1712)
        self.operation = derived_id(BORN, "demo", "operation")
        self.stream = stream_of(self.operation)

    def plan(self) -> None:
        """Open the operation, let people in, and receive what arrives."""
        opened = {**OPERATION, "opened_at": self._when(OPENED)}
        self._save(OPENED, LEAD, opening(self.operation, LEAD, opened))
        members = [letting_in(self.operation, account, role) for account, role in MEMBERS]
        self._save(OPENED - 3, LEAD, members)
        for order, comes in enumerate(ARRIVALS):
            self._arrival(order, comes)

    def _when(self, minutes: float) -> datetime:
        return self._end - timedelta(minutes=minutes)

    def _save(self, minutes: float, account: str, changes: Sequence[Change]) -> None:
        self._at(minutes, account, lambda desk: desk.cache.save(self.stream, changes))

    def _arrival(self, order: int, comes: Comes) -> None:
        arrival = derived_id(BORN, "demo", "arrival", comes.key)
        told = {
            "about": self.operation, "vehicle": comes.vehicle, "code": comes.code,
            "origin": comes.origin, "place": comes.place, "capacity": comes.seats,
            "declared_count": comes.declared, "desks": len(DESKS),
            "expected_at": self._when(comes.expected),
        }  # fmt: skip
        self._save(OPENED - 10 - order, LEAD, [making("arrival", arrival, told)])
        people = travellers(comes.listed, order, self._end.date())
        lines = [self._line(arrival, row, one) for row, one in enumerate(people, 1)]
        self._save(OPENED - 30 - order, LEAD, lines)
        if comes.actual is None:
            return
        here = {"actual_at": self._when(comes.actual), "status": "arrived"}
        self._at(comes.actual, LEAD, lambda desk: desk.edit("arrival", arrival, **here))
        told_apart = list(zip(people, (c.id for c in lines), strict=True))
        self._register(arrival, comes, told_apart)
        self._extra(arrival, told_apart)

    def _line(self, arrival: str, row: int, one: Traveller) -> Change:
        key = f"{arrival}:{row}"
        told = {
            "about": self.operation, "arrival": arrival, "list": "manifest", "key": key,
            "origin": "manifest.xlsx", "row": row, **one.listed,
        }  # fmt: skip
        return making("manifestline", line_id(self.operation, "manifest", key), told)

    # registering

    def _register(
        self, arrival: str, comes: Comes, people: Sequence[tuple[Traveller, str]]
    ) -> None:
        """Families come to the desks one after the other; who has papers goes a little faster."""
        families: dict[int, list[tuple[Traveller, str]]] = {}
        for one, line in people:
            families.setdefault(one.family, []).append((one, line))
        order = list(families.values())
        self._rng.shuffle(order)
        chosen = list(_as_many(order, comes.registered))
        assert comes.actual is not None
        step = (comes.actual - 12) / max(1, len(chosen))
        for start in range(0, len(chosen), PER_ACT):
            batch = chosen[start : start + PER_ACT]
            at = comes.actual - 10 - step * (start + len(batch))
            account = REGISTRARS[start // PER_ACT % len(REGISTRARS)]
            moments = [comes.actual - 10 - step * (start + n + 1) for n in range(len(batch))]
            self._at(at, account, self._registering(arrival, batch, moments))

    def _registering(
        self,
        arrival: str,
        families: Sequence[Sequence[tuple[Traveller, str]]],
        moments: Sequence[float],
    ) -> Callable[[Desk], object]:
        def run(desk: Desk) -> None:
            self._fetch(desk, "manifestline", families[0][0][1])
            for family, minutes in zip(families, moments, strict=True):
                table = self._rng.choice(DESKS)
                changes = list(self._family(desk, arrival, family, minutes, table))
                desk.cache.save(self.stream, changes)

        return run

    def _family(
        self,
        desk: Desk,
        arrival: str,
        family: Sequence[tuple[Traveller, str]],
        minutes: float,
        table: str,
    ) -> Iterator[Change]:
        group = desk.cache.new_id() if len(family) > 1 else ""
        head = ""
        shared = {k: v for one, _ in family for k, v in one.known.items()}
        for one, line in family:
            person = desk.cache.new_id()
            head = head or person
            when = self._when(max(0.6, minutes))
            yield making("person", person, {
                **self._known(one, shared), "arrival": arrival, "outcome": self._outcome(one),
                "registered_at": when, "desk": table, "group": group, "informed": True,
            })  # fmt: skip
            yield Change("manifestline", line, How.EDIT, {"person": ["", person]})
            yield making("passage", desk.cache.new_id(), {
                "about": person, "station": "registered", "passed_at": when,
            })  # fmt: skip
            for need in one.needs:
                yield making("personneed", desk.cache.new_id(), {"about": person, "need": need})
            yield from self._onward(desk, person, when)
        if group:
            name = " ".join(filter(None, (family[0][0].listed["prefix"],
                                          family[0][0].listed["family_name"])))  # fmt: skip
            yield making("travelgroup", group, {"title": name, "head": head})

    def _known(self, one: Traveller, shared: dict[str, Any]) -> dict[str, Any]:
        listed = dict(one.listed)
        names = (listed["given_names"], listed["prefix"], listed["family_name"])
        told = {
            "spoken_name": " ".join(filter(None, names)),
            "nationalities": frozenset((listed.pop("nationality"),)),
            "no_document": not one.papers, "relation": one.role, **shared,
        }  # fmt: skip
        listed.pop("party")
        told["ground"] = "dutch" if "NLD" in told["nationalities"] else "partner"
        told["onward"] = self._rng.choice(("collected", "own", "train", "taxi", "hotel"))
        return {**listed, **told}

    def _outcome(self, one: Traveller) -> str:
        if one.role == "head":
            return self._rng.choices(("registered", "left", "refused", "hospital"), (94, 3, 2, 1))[
                0
            ]
        return "registered"

    def _extra(self, arrival: str, people: Sequence[tuple[Traveller, str]]) -> None:
        """What goes otherwise: somebody at two desks, a child alone, somebody on no list, one who
        never boarded, people handed over."""

        def twice(desk: Desk) -> None:
            self._fetch(desk, "manifestline", people[0][1])
            known = next((p for p in desk.all("person", stream=self.stream)
                          if getattr(p, "document_number", "")), None)  # fmt: skip
            if known is not None:
                names = ("family_name", "prefix", "given_names", "birth_date", "sex",
                         "document_number", "document_country", "document_type")  # fmt: skip
                again = {name: getattr(known, name) for name in names}
                self._add(desk, arrival, 6, {**again, "spoken_name": known.given_names})  # type: ignore[attr-defined]

        def alone(desk: Desk) -> None:
            born = self._end.date().replace(year=self._end.year - 9, day=4)
            self._add(desk, arrival, 5, {
                "spoken_name": "Sami", "given_names": "Sami", "birth_date": born.isoformat(),
                "sex": "M", "no_document": True, "minor_alone": True,
            })  # fmt: skip
            self._add(desk, arrival, 4, {
                "spoken_name": "Nadine Saad", "given_names": "Nadine", "family_name": "Saad",
                "no_document": True, "ground": "caring_parent", "birth_date": "1988",
            })  # fmt: skip

        def handed(desk: Desk) -> None:
            self._fetch(desk, "manifestline", people[0][1])
            for person in desk.all("person", stream=self.stream)[40:64]:
                when = self._when(3)
                desk.cache.save(self.stream, [making("handover", desk.cache.new_id(), {
                    "about": person.id, "receiver": "municipality", "municipality": "GM0772",
                    "to": "Eindhoven", "status": "done", "handed_at": when,
                    "taken_by": "Gemeente Eindhoven",
                })])  # fmt: skip

        self._at(6, "mulder", twice)
        self._at(4, "visser", alone)
        self._at(3, "mulder", handed)

    def _add(self, desk: Desk, arrival: str, minutes: float, told: dict[str, Any]) -> None:
        desk.cache.save(self.stream, [making("person", desk.cache.new_id(), {
            "arrival": arrival, "outcome": "registered", "registered_at": self._when(minutes),
            "desk": self._rng.choice(DESKS), **told,
        })])  # fmt: skip

    def _onward(self, desk: Desk, person: str, when: datetime) -> Iterator[Change]:
        """Half of them passed another station since."""
        later = when + timedelta(minutes=self._rng.randrange(4, 15))
        station = self._rng.choice(("", "", "care", "medical", "transport"))
        if station and later < self._end:
            yield making("passage", desk.cache.new_id(), {
                "about": person, "station": station, "passed_at": later,
            })  # fmt: skip


def _as_many(
    families: Sequence[list[tuple[Traveller, str]]], count: int
) -> Iterator[list[tuple[Traveller, str]]]:
    """Whole families until `count` people came."""
    for family in families:
        if count <= 0:
            return
        yield family
        count -= len(family)
