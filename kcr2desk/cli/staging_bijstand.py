"""Plays bijstand of the worked scenario: each promise, answer and journey at its own time."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from kcr2desk.cli.scenario_bijstand import (
    ANSWERS,
    NEIGHBOURLY,
    NO_BOATS,
    NORMS,
    PARTNERS,
    REQUESTS,
    UNITS,
    Answered,
    Asks,
    Wanted,
)
from kcr2desk.core import places
from kcr2desk.core.bijstand import capacity_id
from kcr2desk.core.book import records_of
from kcr2desk.core.changes import Change, How
from kcr2desk.core.fields import milliseconds
from kcr2desk.core.prediction import raise_for
from kcr2desk.core.records import wire_values
from kcr2desk.core.text import Json
from kcr2desk.headless import Desk

At = Callable[[float, str, Callable[[Desk], object]], None]
"""Plans an act: minutes before the end, the account, what it does at its desk."""

WRITER, OTHER = "devries", "jansen"


class BijstandStage:
    """Plans the acts of bijstand. `end` is the last minute of the scenario."""

    def __init__(self, at: At, end: datetime, incidents: Mapping[str, str]) -> None:
        self._at = at
        self._end = end
        self._incidents = incidents
        self._rng = random.Random(1953)
        self._ids: dict[str, str] = {}
        self._asks = {line.key: (ask, line) for ask in REQUESTS for line in ask.lines}

    def plan(self) -> None:
        """Plan all of it, from what owners have to where the help is."""
        owners: dict[str, dict[str, int]] = {
            region.code: dict(self._has(region.code)) for region in places.regions()
        }
        owners |= {code: dict(has) for code, has in PARTNERS.items()}
        for number, (owner, has) in enumerate(owners.items()):
            minutes = 300 + number if self._rng.random() < 0.15 else self._rng.uniform(178, 200)
            self._at(minutes, WRITER, self._capacity(owner, has))
        self._at(195, OTHER, self._units)
        for asks in REQUESTS:
            self._at(asks.minutes, WRITER, self._request(asks))
        for answered in ANSWERS:
            self._answered(answered)
        for row in NEIGHBOURLY:
            self._at(row[4], OTHER, self._neighbourly(*row))

    def _when(self, minutes: float) -> datetime:
        return self._end - timedelta(minutes=minutes)

    # who has what

    def _has(self, region: str) -> Iterator[tuple[str, int]]:
        island = not region.startswith("VR")
        for resource, (least, most) in NORMS.items():
            number = self._rng.randint(least, most)
            if island:
                number = number // 4 if resource != "fire_basic" else 1
            if number:
                yield resource, number
        if not island and region not in NO_BOATS:
            yield "rescue_boat", 4

    def _capacity(self, owner: str, has: Mapping[str, int]) -> Callable[[Desk], object]:
        def run(desk: Desk) -> None:
            changes = []
            for resource, norm in has.items():
                fields: dict[str, Any] = {
                    "source": owner, "owner": owner, "resource": resource, "norm": norm,
                }  # fmt: skip
                if self._rng.random() < 0.93:
                    fields |= self._told(norm)
                record = capacity_id("national", owner, resource)
                changes.append(Change("capacity", record, How.NEW, wire_values("capacity", fields)))
            desk.cache.save("national", changes)

        return run

    def _told(self, norm: int) -> dict[str, Any]:
        out = min(norm, self._rng.choice((0, 0, 0, 0, 0, 1, 1)) * max(1, norm // 5))
        told: dict[str, Any] = {
            "total": norm,
            "available": norm - out,
            "checked_at": self._when(self._rng.uniform(20, 170)),
            "checked_by": "meldkamer",
            "checked_how": self._rng.choice(("phone", "mail", "desk", "link", "sheet")),
        }
        if self._rng.random() < 0.9:
            told["reserve"] = max(0, min(norm - out, norm // 3))
        if self._rng.random() < 0.08:
            told["checked_at"] = self._when(60 * 30)
        return told

    def _units(self, desk: Desk) -> None:
        for unit in UNITS:
            self._ids[unit.key] = desk.save(
                "unit", owner=unit.owner, source=unit.owner, resource=unit.resource,
                name=unit.name, call_sign=unit.call_sign, home=unit.home, state=unit.state,
                notice_minutes=unit.notice, checked_at=self._when(self._rng.uniform(30, 190)),
                checked_by="meldkamer", checked_how="phone",
            )  # fmt: skip

    # who asks for what

    def _request(self, asks: Asks) -> Callable[[Desk], object]:
        def run(desk: Desk) -> None:
            judged: dict[str, Any] = {}
            if asks.judgement:
                judged = {
                    "judgement": asks.judgement, "judged_by": WRITER,
                    "judged_for": "minister van Justitie en Veiligheid",
                    "judged_mandate": "mandaat hoofd KCR2",
                    "judged_at": self._when(asks.minutes - 9),
                }  # fmt: skip
            request = desk.cache.new_id()
            fields = wire_values("assistancerequest", {
                "title": asks.title, "status": "in_treatment", "source": "KCR2",
                "audience": frozenset({asks.region, "government"}),
                "incident": self._incidents[asks.incident], "priority": asks.priority,
                "region": asks.region, "municipalities": frozenset(asks.municipalities),
                "received_at": self._when(asks.minutes), "channel": "phone",
                "received_by": WRITER, "authority": asks.authority,
                "authority_role": "mayor" if asks.key == "stroom" else "chair",
                "form": asks.form, "forms_from": frozenset(asks.forms_from),
                "description": asks.description, "task": asks.task, "report_to": asks.report_to,
                "from_at": self._when(min(line.start for line in asks.lines)),
                "until_at": self._when(min(line.until for line in asks.lines)),
                "talk_group": asks.talk_group, "owner": WRITER, "neighbours_asked": "yes",
                "own_means": "not_enough", **judged,
            })  # fmt: skip
            changes = [Change("assistancerequest", request, How.NEW, fields)]
            changes += [self._line(desk, request, n, line) for n, line in enumerate(asks.lines)]
            desk.cache.save("national", changes)
            self._ids[asks.key] = request

        return run

    def _line(self, desk: Desk, request: str, order: int, line: Wanted) -> Change:
        self._ids[line.key] = desk.cache.new_id()
        fields: dict[str, Any] = {
            "about": request, "about_type": "assistancerequest", "order": order,
            "resource": line.resource, "quantity": line.quantity, "least": line.least,
            "alternatives": frozenset(line.alternatives), "task": line.task,
            "from_at": self._when(line.start), "until_at": self._when(line.until),
        }  # fmt: skip
        return Change(
            "requestline", self._ids[line.key], How.NEW, wire_values("requestline", fields)
        )

    # who was asked, and what came of it

    def _answered(self, told: Answered) -> None:
        asks, line = self._asks[told.line]
        made: dict[str, str] = {}

        def ask(desk: Desk) -> None:
            made["inquiry"] = desk.save(
                "inquiry", owner=told.owner, source=told.owner, request=self._ids[asks.key],
                round=self._ids[line.key], title=asks.title,
                text=f"{asks.description}\n{asks.task}",
                asked_by=WRITER, asked_at=self._when(told.asked), asked_how="mail",
                deadline=self._when(told.asked - 60), status="asked",
            )  # fmt: skip
            made["line"] = desk.save(
                "inquiryline", about=made["inquiry"], line=self._ids[line.key],
                resource=line.resource, quantity=line.quantity, least=line.least,
                from_at=self._when(line.start), until_at=self._when(line.until),
                report_to=asks.report_to,
            )  # fmt: skip

        def answer(desk: Desk) -> None:
            desk.edit(
                "inquiryline", made["line"], answer=told.answer, offered=told.offered or None,
                reason=told.reason, commander=told.commander,
            )  # fmt: skip
            desk.edit(
                "inquiry", made["inquiry"], status="answered", answered_how=told.how,
                answered_by="piketfunctionaris", answered_at=self._when(told.answered),
            )  # fmt: skip
            if told.commit:
                self._promise(desk, told, asks, line, made)

        def move(desk: Desk) -> None:
            times: dict[str, Any] = {"departed_at": self._when(told.moved + 15)}
            if told.commit == "on_site":
                times |= {"arrived_at": self._when(told.moved)}
            else:
                times = {"departed_at": self._when(told.moved)}
            desk.edit("commitment", made["commitment"], status=told.commit, **times)

        self._at(told.asked, WRITER, ask)
        if told.answer:
            self._at(told.answered, WRITER, answer)
        if told.moved:
            self._at(told.moved, WRITER, move)

    def _promise(
        self, desk: Desk, told: Answered, asks: Asks, line: Wanted, made: dict[str, str]
    ) -> None:
        fields: dict[str, Any] = {
            "owner": told.owner, "source": told.owner, "audience": frozenset({asks.region}),
            "resource": line.resource, "quantity": told.offered,
            "unit": self._ids[told.unit] if told.unit else "",
            "request": self._ids[asks.key], "line": self._ids[line.key],
            "inquiry": made["inquiry"], "to_region": asks.region,
            "from_at": self._when(told.answered), "until_at": self._when(told.until),
            "firmness": "provisional" if told.answer == "provisional" else "definite",
            "word": "owner", "authority": f"Commandant van dienst {_name(told.owner)}",
            "how": told.how,
            "decided_at": self._when(told.answered), "commander": told.commander,
            "report_to": asks.report_to, "talk_group": asks.talk_group, "people": 16,
            "eta": self._when(told.moved - 70 if told.commit == "en_route" else told.moved),
            "relief_at": self._when(told.moved - 480) if told.moved else None,
        }  # fmt: skip
        made["commitment"] = _save_promise(desk, fields)

    def _neighbourly(
        self, giver: str, to: str, resource: str, quantity: int, since: int, until: int
    ) -> Callable[[Desk], object]:
        def run(desk: Desk) -> None:
            request = desk.save(
                "assistancerequest", kind="neighbour",
                title=f"Burenhulp {_name(giver)} aan {_name(to)}",
                status="in_treatment", source="KCR2", audience=frozenset({to}), region=to,
                received_at=self._when(since), channel="phone", received_by=OTHER, form="",
                from_at=self._when(since), until_at=self._when(until),
            )  # fmt: skip
            line = desk.save(
                "requestline",
                about=request,
                resource=resource,
                quantity=quantity,
                from_at=self._when(since),
                until_at=self._when(until),
            )
            _save_promise(desk, {
                "owner": giver, "source": giver, "audience": frozenset({to}),
                "resource": resource, "quantity": quantity, "request": request, "line": line,
                "to_region": to, "from_at": self._when(since), "until_at": self._when(until),
                "firmness": "definite", "word": "owner", "authority": f"Meldkamer {_name(giver)}",
                "how": "phone", "status": "on_site", "arrived_at": self._when(since - 20),
            })  # fmt: skip

        return run


def _name(owner: str) -> str:
    known = {region.code: region.name for region in places.regions()}
    return known.get(owner, owner)


def _save_promise(desk: Desk, fields: Mapping[str, Any]) -> str:
    """Save an owner's promise, and the number that it raises."""
    values: dict[str, Json] = wire_values("commitment", fields)
    made = desk.cache.new_id()
    now = milliseconds(fields["from_at"])
    full = {"status": "promised", **values}
    raised = raise_for(records_of(desk.all), "national", made, full, now=now, by=WRITER)
    changes = [Change("commitment", made, How.NEW, values)]
    desk.cache.save("national", [*changes, *([raised] if raised else [])])
    return made
