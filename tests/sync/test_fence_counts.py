"""Numbers of an operation for who may not enter it: no stream, no persons, nothing under five."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from kcr2desk.core.changes import Code
from kcr2desk.core.records import RECORD_TYPES
from kcr2desk.core.repatriation.operation import Counts
from kcr2desk.headless import Desk
from kcr2desk.hub.counting import RESTS, Counter
from kcr2desk.hub.running import RunningHub, running_hub
from tests.sync.fence import Clock, Hall, hall_at
from tests.sync.hall import left_of, opened, synced


@pytest.fixture
def hall(dsn: str, tmp_path: Path) -> Iterator[Hall]:
    with hall_at(tmp_path, dsn, Clock()) as made:
        yield made


def counter(hub: RunningHub) -> Counter:
    """One that never rests."""
    return Counter(hub.log, itertools.repeat(0.0).__next__)


def registered(desk: Desk, stream: str, number: int, **fields: object) -> list[str]:
    return [
        desk.save("person", stream=stream, spoken_name=f"Naam {n}", outcome="registered", **fields)
        for n in range(number)
    ]


def told(desk: Desk) -> Counts:
    synced(desk)
    (counts,) = desk.all("counts")
    assert isinstance(counts, Counts)
    return counts


def entries_of(dsn: str, stream: str = "counts") -> list[str]:
    with psycopg.connect(dsn) as connection:
        rows = connection.execute(
            "SELECT outcome FROM entry WHERE stream = %s ORDER BY seq", (stream,)
        )
        return [row[0] for row in rows]


def test_a_duty_officer_and_a_liaison_see_numbers_and_no_operation(hall: Hall):
    lead, duty, liaison = (hall.desks.open(n, n) for n in ("hal", "jansen", "bakker"))
    registrar, region = hall.desks.open("anna", "anna"), hall.desks.open("vnog", "vnog")
    synced(lead, duty, liaison, registrar, region)
    stream = opened(lead)
    operation = stream.partition(":")[2]
    lead.save(
        "arrival", stream=stream, about=operation, code="KL 1234", declared_count=260, capacity=300
    )
    persons = registered(lead, stream, 6) + registered(lead, stream, 4, minor_alone=True)
    for person in persons[:5]:
        lead.save("personneed", stream=stream, about=person, need="wheelchair")
        lead.save("handover", stream=stream, about=person, receiver="family", status="done")
    for person in persons[:4]:
        lead.save("personneed", stream=stream, about=person, need="medicine", note="insuline")
    synced(lead)
    counts = counter(hall.hub)
    assert counts.look() == 1
    for desk in (duty, liaison):
        found = told(desk)
        assert found.title == "Repatriëring Beiroet"
        assert found.numbers == {
            "expected": 260, "arrived": 10, "registered": 10, "handed_over": 5,
            "minors_alone": None,
        }  # fmt: skip
        assert found.needs == {"wheelchair": 5, "medicine": None}
        assert left_of(desk, stream) == []
        assert stream not in desk.cache.state.grants
        assert stream not in desk.cache.state.cursors
    synced(registrar, region)
    assert registrar.all("counts") == region.all("counts") == []


def test_only_what_changed_is_told(hall: Hall, dsn: str):
    lead = hall.desks.open("hal", "hal")
    synced(lead)
    stream = opened(lead)
    registered(lead, stream, 5)
    synced(lead)
    counts = counter(hall.hub)
    assert [counts.look(), counts.look()] == [1, 0]
    lead.save("passage", stream=stream, station="care", code="P-1")  # changes no number
    synced(lead)
    assert [counts.look(), counter(hall.hub).look()] == [0, 0]
    registered(lead, stream, 1)
    synced(lead)
    assert counts.look() == 1
    assert entries_of(dsn) == ["applied"] * 2
    lead.edit("operation", stream.partition(":")[2], status="closed")
    synced(lead)
    assert counts.look() == 1
    assert told(hall.desks.open("jansen")).status == "closed"
    lead.remove("operation", stream.partition(":")[2])
    synced(lead)
    assert counts.look() == 1
    duty = hall.desks.open("devries", "devries")
    synced(duty)
    assert duty.all("counts") == []


def test_hubs_that_count_at_once_never_double_and_end_right(hall: Hall, dsn: str):
    lead, duty = hall.desks.open("hal", "hal"), hall.desks.open("jansen")
    synced(lead, duty)
    stream = opened(lead)
    with running_hub(hall.hub.hub.settings.data, dsn=dsn, now=hall.clock) as second:
        counters = [counter(hub) for hub in (hall.hub, second, hall.hub, second)]
        for _ in range(6):
            registered(lead, stream, 5)
            threads = [threading.Thread(target=each.look) for each in counters]
            for thread in threads:
                thread.start()
            synced(lead)  # in the midst of it
            for thread in threads:
                thread.join()
        for each in counters:
            each.look()
    assert told(duty).numbers["registered"] == 30
    assert Code.CONFLICT not in entries_of(dsn)
    assert duty.attention().conflicts == ()
    assert len(entries_of(dsn)) <= 2 * 6 + 1
    assert [r for r in RECORD_TYPES if duty.all(r, stream="counts")] == ["counts"]


def test_one_that_takes_long_is_counted_seldom(hall: Hall):
    lead = hall.desks.open("hal", "hal")
    synced(lead)
    stream = opened(lead)
    times = iter([0.0, 2.0])
    counts = Counter(hall.hub.log, lambda: next(times))
    assert counts.look() == 1
    registered(lead, stream, 5)
    synced(lead)
    times = iter([2.0 + RESTS * 2.0 - 1.0])
    assert counts.look() == 0
    times = iter([2.0 + RESTS * 2.0, 43.0])
    assert counts.look() == 1


def test_the_numbers_of_who_is_erased_stand(hall: Hall):
    lead, duty = hall.desks.open("hal", "hal"), hall.desks.open("jansen")
    synced(lead, duty)
    stream = opened(lead)
    persons = registered(lead, stream, 6, minor_alone=True)
    for person in persons:
        lead.save("personneed", stream=stream, about=person, need="medicine", note="insuline")
    synced(lead)
    counts = counter(hall.hub)
    counts.look()
    before = told(duty)
    hall.clock.pass_by(days=31)
    assert hall.look() > 0
    counts.look()
    after = told(duty)
    assert before.numbers == after.numbers == {
        "expected": None, "arrived": 6, "registered": 6, "handed_over": None, "minors_alone": 6,
    }  # fmt: skip
    assert before.needs == after.needs == {"medicine": 6}
    registered(lead, stream, 1)  # who comes back late is counted too
    synced(lead)
    counts.look()
    assert told(duty).numbers["registered"] == 7
