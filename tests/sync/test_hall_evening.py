"""One aircraft, twelve desks that drop off for two hours and return, two of them killed."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from kcr2desk.core.ids import is_number
from kcr2desk.core.repatriation.headcount import IN, LEFT, NOWHERE, headcount
from kcr2desk.core.repatriation.links import clusters, end, same
from kcr2desk.core.repatriation.people import PersonLink
from kcr2desk.core.repatriation.progress import progress
from kcr2desk.headless import Desk
from kcr2desk.hub.running import RunningHub
from tests.sync.conftest import PASSWORD, Desks
from tests.sync.equal import assert_equal, assert_once
from tests.sync.hall import SAID
from tests.sync.hall_evening import ABOARD, Registrar, aboard, listed

DESKS = 12
BEGIN = 1_796_068_800_000
"""30 November 2026, 20:00 in UTC."""

MINUTE = 60_000
EVENING, AWAY = 200, 120
TWICE, NEVER, ENDED = 14, 3, 8
"""Who is registered at two desks, at none, and who refuses or leaves at once."""


@pytest.fixture
def hub(hub: RunningHub) -> RunningHub:
    hub.add_user("hal", PASSWORD, "hall_lead")
    for n in range(1, DESKS):
        hub.add_user(f"balie{n}", PASSWORD, "registrar")
    return hub


@dataclass
class Evening:
    """The hall: its desks, what happens at which minute, and what is true of everybody."""

    desks: Desks
    hub: RunningHub
    seed: int
    now: int = BEGIN
    hall: list[Registrar] = field(default_factory=list)
    acts: list[tuple[int, int, Callable[[], object]]] = field(default_factory=list)
    away: list[tuple[int, int]] = field(default_factory=list)
    seen: dict[int, datetime] = field(default_factory=dict)
    """When each traveller was last seen at a station."""

    ended: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.people = aboard(self.seed)
        self.never = set(self.chance.sample(range(ABOARD), NEVER))

    # -- before the aircraft is here

    def clock(self) -> int:
        return self.now

    def open(self, place: str) -> Desk:
        return self.desks.open(place, place, clock=self.clock)

    def begin(self) -> None:
        """The lead opens the operation without a line and brings the list in; then all load it."""
        lead = self.open("hal")
        assert lead.sync(30).ok
        self.stream = lead.open_operation(**SAID)
        names = [f"balie{n}" for n in range(1, DESKS)]
        for name in names:
            lead.let_in(self.stream, name, "registrar", desk=name)
        about = self.stream.partition(":")[2]
        self.arrival = lead.save(
            "arrival", stream=self.stream, about=about, code="KDC 801", declared_count=ABOARD - 4
        )
        lead.cache.save(self.stream, listed(self.stream, self.arrival, self.people))
        assert lead.sync(30).ok
        for name in ("hal", *names):
            desk = lead if name == "hal" else self.open(name)
            assert desk.sync(30).ok
            self.hall.append(
                Registrar(desk, self.stream, self.arrival, name, self.people, self.clock)
            )
            start = self.chance.randrange(5, EVENING - AWAY - 5)
            self.away.append((start, start + AWAY))

    # -- what is to happen

    def plan(self) -> None:
        families: dict[int, list[int]] = {}
        for n, one in enumerate(self.people):
            if n not in self.never:
                families.setdefault(one.family, []).append(n)
        groups = list(families.values())
        self.chance.shuffle(groups)
        alone = [g[0] for g in groups if len(g) == 1]
        for n in alone[:ENDED]:
            self.ended[n] = "refused" if n % 2 else "left"
        for group in groups:
            at, where = self.moment(), self.chance.randrange(DESKS)
            self.at(at, where, lambda w=where, g=group: self.register(w, g))
        twice = [g[-1] for g in groups if g[0] not in self.ended][:TWICE]
        for order, n in enumerate(twice):
            at, where = self.moment(), self.chance.randrange(DESKS)
            self.at(at, where, lambda w=where, n=n, o=order: self.register(w, [n], o % 3 == 0))
        killed, closed = self.chance.sample(range(1, DESKS), 2)
        rest = [g for g in groups if g[0] not in self.ended][-3:]
        for where, more in ((killed, rest), (closed, [])):
            at = self.chance.randrange(self.away[where][0] + 10, self.away[where][1] - 10)
            do = self.kill if where == killed else self.close
            self.at(at, where, lambda w=where, m=more, do=do: do(w, m))
        for _ in range(120):
            at, where = self.moment(), self.chance.randrange(DESKS)
            self.at(at, where, lambda w=where: self.scan(w))

    def moment(self) -> int:
        return self.chance.randrange(2, EVENING - 4)

    def at(self, minute: int, where: int, act: Callable[[], object]) -> None:
        self.acts.append((minute, where, act))

    # -- acts

    def register(self, where: int, who: list[int], spoken: bool = False) -> None:
        ends = self.ended.get(who[0], "")
        for person in self.hall[where].register(who, ends=ends, spoken=spoken):
            if not ends:
                self.saw(self.made[person])

    def saw(self, n: int) -> None:
        """A traveller stands at a desk or station now."""
        self.seen[n] = datetime.fromtimestamp(self.now / 1000, UTC)

    def scan(self, where: int) -> None:
        """Somebody registered anywhere comes by a station of this desk."""
        made = [(p, n) for each in self.hall for p, n in each.made.items() if n not in self.ended]
        if not made:
            return
        person, n = made[self.chance.randrange(len(made))]
        number = next(
            found.number
            for each in self.hall
            if (found := each.desk.get("person", person)) is not None  # type: ignore[attr-defined]
        )
        here = self.hall[where]
        if here.desk.get("person", person) is not None:
            here.passed("care", person=person)
        else:
            here.passed("care", code=number)
        self.saw(n)

    def close(self, where: int, _families: list[list[int]]) -> None:
        """The window is shut without a line, and opened again."""
        here = self.hall[where]
        here.desk.close()
        here.desk = self.open(here.name)

    def kill(self, where: int, families: list[list[int]]) -> None:
        """The program is killed while families are registered; who was not kept comes again."""
        here = self.hall[where]
        here.desk.close()
        told = {
            "folder": str(self.desks.folder / here.name), "hub": self.hub.url, "user": here.name,
            "password": PASSWORD, "now": self.now, "stream": self.stream, "arrival": self.arrival,
            "name": here.name, "seed": self.seed, "families": families,
        }  # fmt: skip
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.sync.hall_evening"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(json.dumps(told) + "\n")
        child.stdin.flush()
        said = [json.loads(child.stdout.readline()) for _ in families[:2]][-1]
        child.kill()
        child.wait(30)
        child.stdin.close()
        child.stdout.close()
        here.desk = self.open(here.name)
        here.changesets += said[1]
        book = here.book()
        assert all(book.person(person) is not None for person in said[0]), "told, so kept"
        kept = dict(said[0])
        for n in families[2]:  # perhaps kept, perhaps not yet
            person = here.registered(book, n)
            if book.person(person) is not None and person not in self.made:
                kept[person] = n
        here.made |= kept
        for n in kept.values():
            self.saw(n)
        for family in families[2:]:
            self.register(where, family)

    # -- the evening

    def run(self) -> None:
        order = sorted(self.acts, key=lambda act: act[:2])
        for minute in range(EVENING):
            self.now = BEGIN + minute * MINUTE
            while order and order[0][0] == minute:
                order.pop(0)[2]()
            for where, here in enumerate(self.hall):
                start, stop = self.away[where]
                if minute % 25 == where and not start <= minute < stop:
                    assert here.desk.sync(30).ok
        one, other = self.chance.sample(range(1, DESKS), 2)
        self.phone = self.both_write(self.hall[one].desk, self.hall[other].desk)
        assert any(here.desk.pending() for here in self.hall)

    def both_write(self, one: Desk, other: Desk) -> str:
        """Two desks without a line write another phone down for one person."""
        known = {p.id for p in other.all("person", stream=self.stream)}
        person = next(p.id for p in one.all("person", stream=self.stream) if p.id in known)
        for desk, phone in ((one, "06 1"), (other, "06 2")):
            self.changeset(desk, desk.edit("person", person, phone=phone))
        return person

    def changeset(self, desk: Desk, made: str | None) -> None:
        assert made is not None
        next(each for each in self.hall if each.desk is desk).changesets.append(made)

    def come_back(self, rounds: int = 2) -> None:
        """Everybody has a line again, in any order."""
        self.now = BEGIN + EVENING * MINUTE
        order = list(self.hall)
        for _ in range(rounds):
            self.chance.shuffle(order)
            for here in order:
                assert here.desk.sync(30).ok, here.desk.health

    # -- what is true

    @property
    def made(self) -> dict[str, int]:
        """Every person that any desk registered, with the traveller."""
        return {p: n for here in self.hall for p, n in here.made.items()}

    def whose(self, record: str) -> int:
        """The traveller whom a person or line is about."""
        lines = {line.id: int(line.key) for line in self.hall[0].book().lines()}
        return self.made[record] if record in self.made else lines[record]

    def state(self, n: int, when: datetime) -> str:
        """Where a traveller is, by what really happened."""
        if self.ended.get(n) == "left":
            return LEFT
        return IN if n in self.seen and when - self.seen[n] <= timedelta(hours=2) else NOWHERE

    def until_asked(self, doubles: list[set[str]]) -> None:
        """Wait until the hub asked about all of these, and looked once more."""
        lead, stop = self.hall[0].desk, time.monotonic() + 60
        while True:
            assert lead.sync(30).ok
            asked = clusters(replace(link, verdict="same") for link in self.links(lead))
            missed = [
                self.people[self.made[next(iter(each))]]
                for each in doubles
                if not each <= asked.get(next(iter(each)), frozenset())
            ]
            if not missed:
                break
            assert time.monotonic() < stop, missed
            time.sleep(0.1)
        before = -1
        while before != (before := len(self.links(lead))):
            time.sleep(1.2)
            assert lead.sync(30).ok

    def say_same(self) -> None:
        """The lead judges everything that is asked."""
        here = self.hall[0]
        book = here.book()
        for link in book.every_link():
            ends = [book.person(x) or book.line(x) for x in (link.one, link.other)]
            one, other = (end(x) for x in ends if x is not None)
            said = same(one, other, link, here.desk.account)
            assert said is not None
            here.desk.cache.save(self.stream, [said])

    def links(self, desk: Desk) -> list[PersonLink]:
        return [x for x in desk.all("personlink", stream=self.stream) if isinstance(x, PersonLink)]


@pytest.fixture(params=[206, 7])
def evening(desks: Desks, hub: RunningHub, request: pytest.FixtureRequest) -> Evening:
    return Evening(desks, hub, request.param)


def test_an_aircraft_at_twelve_desks_that_drop_off_and_return(evening: Evening, dsn: str) -> None:
    evening.begin()
    evening.plan()
    evening.run()
    evening.come_back()
    made, hall = evening.made, evening.hall
    lead, stream = hall[0].desk, evening.stream
    # who is there twice is asked about, and nobody else
    records: dict[int, set[str]] = {}
    for person, n in made.items():
        records.setdefault(n, set()).add(person)
    assert sum(len(each) > 1 for each in records.values()) >= TWICE // 2
    evening.until_asked([each for each in records.values() if len(each) > 1])
    for link in evening.links(lead):
        one, other = evening.whose(link.one), evening.whose(link.other)
        assert one == other, (evening.people[one], evening.people[other], link.reasons)
    # every registration is on every desk and at the hub, once; nothing waits, nothing is asked
    evening.come_back(1)
    assert_equal(dsn, *(here.desk for here in hall), stream=stream)
    assert_once(dsn, [c for here in hall for c in here.changesets], stream)
    for here in hall:
        assert here.desk.attention().refusals == ()
        (conflict,) = here.desk.attention().conflicts
        assert (conflict.about, {conflict.current, conflict.offered}) == (
            evening.phone, {"06 1", "06 2"},
        )  # fmt: skip
    persons = {p.id: p for p in hall[0].book().persons()}
    assert persons.keys() == made.keys()
    assert records.keys() == set(range(ABOARD)) - evening.never, "nobody is lost"
    numbers = [p.number for p in persons.values()]
    assert len(set(numbers)) == len(numbers)
    assert all(map(is_number, numbers))
    # the lead says that they are one; then every desk counts every human being once
    lead.settle(conflict.id, "06 1")
    evening.say_same()
    assert lead.sync(30).ok
    evening.come_back(1)
    assert [len(here.desk.attention()) for here in hall] == [0] * DESKS
    when = datetime.fromtimestamp(evening.now / 1000, UTC)
    for here in hall:
        book = here.book()
        assert not book.passages_of_nobody()
        assert progress(book, evening.arrival, when).counted == ABOARD - NEVER
        count = headcount(book, when)
        assert not count.strangers
        states = {made[each.head.id]: each.state for each in count.everybody}
        assert len(count.everybody) == len(states)
        assert states == {n: evening.state(n, when) for n in records}
