"""Twelve desks in one hall, two hours without a line; and the numbers that they say."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from kcr2desk.core.ids import is_number
from kcr2desk.headless import Desk
from kcr2desk.hub.running import RunningHub, running_hub
from tests.sync.conftest import PASSWORD, Desks, Shared, add_people
from tests.sync.equal import assert_equal, assert_once
from tests.sync.hall import add_hall, left_of, opened, register, synced
from tests.sync.test_restored import Relocated

DESKS = 12
HOURS = 7_200_000


@pytest.fixture
def hub(shared: Shared) -> RunningHub:
    add_hall(shared.hub)
    for n in range(1, DESKS):
        shared.hub.add_user(f"balie{n}", PASSWORD, "registrar")
    return shared.hub


@pytest.fixture
def dsn(shared: Shared) -> str:
    return shared.dsn


def numbers(desk: Desk, stream: str) -> list[str]:
    return [person.number for person in desk.all("person", stream=stream)]  # type: ignore[attr-defined]


def test_twelve_desks_without_a_line_come_to_one_list(desks: Desks, dsn: str):
    now = [1_796_000_000_000]
    chance = random.Random(12)
    lead = desks.open("hal", "hal", clock=lambda: now[0])
    synced(lead)
    stream = opened(lead, **{f"balie{n}": "registrar" for n in range(1, DESKS)})
    operation = stream.partition(":")[2]
    arrival = lead.save("arrival", stream=stream, about=operation, code="KL 1234")
    listed = [
        lead.save("manifestline", stream=stream, about=operation, arrival=arrival, full_name=name)
        for name in (f"Reiziger {n}" for n in range(24))
    ]
    synced(lead)
    hall = [lead]
    for n in range(1, DESKS):
        hall.append(desks.open(f"balie{n}", f"balie{n}", clock=lambda: now[0]))
        synced(hall[-1])
    made = [pending.id for desk in hall for pending in desk.pending()]
    for line in listed:  # without a line from here on
        now[0] += HOURS // len(listed)
        desk = chance.choice(hall)
        person = register(desk, stream, "Iemand", arrival=arrival)
        desk.edit("manifestline", line, person=person)
        desk.save("passage", stream=stream, about=person, station="exit", way="in")
    twice = [register(hall[n], stream, "Dubbel", arrival=arrival) for n in (3, 8)]
    made += [pending.id for desk in hall for pending in desk.pending()]
    assert len(made) == 3 * 24 + 2
    chance.shuffle(hall)
    synced(*hall, *hall)
    assert_equal(dsn, *hall, stream=stream)
    assert_once(dsn, made, stream)
    said = numbers(lead, stream)
    assert len(said) == len(set(said)) == 26
    assert all(is_number(number) and number.count("-") == 4 for number in said)  # leased, all
    assert {desk.get("person", record) is not None for desk in hall for record in twice} == {True}
    assert [len(desk.attention()) for desk in hall] == [0] * DESKS
    assert {len(desk.all("passage", stream=stream)) for desk in hall} == {24}


def test_one_number_is_one_person_in_all_halls(desks: Desks):
    """A wristband that is scanned in the wrong hall finds nobody, never somebody else."""
    lead, other, both = (desks.open(n, n) for n in ("hal", "jansen", "anna"))
    synced(lead, other, both)
    here, there = opened(lead, anna="registrar"), opened(other, anna="registrar")
    synced(both)
    people = [register(lead, here, "Samira"), register(other, there, "Nour")]
    people += [register(both, here, "Karim"), register(both, there, "Layla")]
    synced(lead, other, both)
    said = [*numbers(both, here), *numbers(both, there)]
    assert len(said) == len(set(said)) == len(people)
    assert left_of(lead, there) == left_of(other, here) == []
    ranges = {(b.stream, b.first, b.last) for b in both.cache.number_blocks() if b.letter == "P"}
    assert {stream for stream, *_ in ranges} >= {here, there}


def test_without_a_lease_the_devices_own_code_stands_in_the_number(desks: Desks):
    lead = desks.open("hal", "hal")
    synced(lead)
    stream = lead.open_operation(title="x", purpose="x", legal_ground="x")
    register(lead, stream, "Samira")
    (number,) = numbers(lead, stream)
    assert is_number(number)
    assert number.count("-") == 5
    synced(lead)
    register(lead, stream, "Nour")
    assert sorted(n.count("-") for n in numbers(lead, stream)) == [4, 5]


def test_ranges_that_offline_desks_hold_never_clash_after_a_restore(
    new_database: Callable[[], str], copy_of: Callable[[str], str], tmp_path: Path
):
    dsn = new_database()
    folder = tmp_path / "hub"
    with Relocated("http://127.0.0.1:9") as address:
        desks = Desks(tmp_path / "desks", address.url)
        with desks.stack:
            with running_hub(folder, dsn=dsn) as hub:
                add_people(hub)
                add_hall(hub)
                address.point_to(hub.url)
                lead, anna, piet = (desks.open(n, n) for n in ("hal", "anna", "piet"))
                synced(lead, anna, piet)
                stream = opened(lead, anna="registrar", piet="registrar")
            backup = copy_of(dsn)
            with running_hub(folder, dsn=dsn) as hub:
                address.point_to(hub.url)
                synced(anna, piet)  # each leased a range that the backup does not know of
            for desk in (lead, anna, piet):
                register(desk, stream, "Voor de terugkeer")
            with running_hub(folder, dsn=backup) as hub:
                address.point_to(hub.url)
                hub.log.new_epoch("beheer")
                new = desks.open("nieuw", "piet")
                synced(new)
                for desk in (new, lead, anna, piet):
                    for _ in range(2):
                        register(desk, stream, "Na de terugkeer")
                    desk.sync(30)
                synced(lead, anna, piet, new, lead)
                said = numbers(lead, stream)
                assert len(said) == len(set(said)) == 11
                assert_equal(backup, lead, stream=stream)
