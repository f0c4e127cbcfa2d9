"""A hub that was restored to before an operation, or before somebody was let in, is healed too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kcr2desk.headless import Desk
from kcr2desk.hub.running import RunningHub, running_hub
from tests.sync.conftest import Desks, add_people
from tests.sync.equal import assert_equal, assert_once, entries_at
from tests.sync.hall import SAID, add_hall, opened, register, synced
from tests.sync.test_restored import Relocated


@dataclass
class World:
    """A hub on one address, whose database can be put back."""

    folder: Path
    address: Relocated
    desks: Desks
    dsn: str
    copy_of: Callable[[str], str]
    stack: ExitStack = field(default_factory=ExitStack)

    @contextmanager
    def served(self) -> Iterator[RunningHub]:
        with running_hub(self.folder / "hub", dsn=self.dsn) as hub:
            self.address.point_to(hub.url)
            yield hub

    def put_back(self, backup: str) -> None:
        self.dsn = backup


@pytest.fixture
def world(dsn: str, copy_of: Callable[[str], str], tmp_path: Path) -> Iterator[World]:
    with Relocated("http://127.0.0.1:9") as address:
        desks = Desks(tmp_path / "desks", address.url)
        with desks.stack:
            yield World(tmp_path, address, desks, dsn, copy_of)


def signed_in(world: World, *names: str) -> list[Desk]:
    with world.served() as hub:
        add_people(hub)
        add_hall(hub)
        found = [world.desks.open(name, name) for name in names]
        synced(*found)
    return found


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0)])
def test_an_operation_that_the_backup_does_not_have_comes_back_whole(
    world: World, order: tuple[int, ...]
):
    """Whoever comes first: what is not its beginning waits until somebody brought that back."""
    lead, anna, piet = desks = signed_in(world, "hal", "anna", "piet")
    backup = world.copy_of(world.dsn)
    with world.served():
        stream = opened(lead, anna="registrar", piet="registrar")
        first = register(lead, stream, "Samira")
        synced(lead, anna, piet)
        register(anna, stream, "Nour")
        anna.edit("person", first, city="Epe")
        synced(anna, piet, lead)
        register(piet, stream, "Karim")
        synced(piet, anna)
        before = [entry.changeset.id for entry in entries_at(world.dsn, stream)]
    assert len(before) == 7
    unsent = [register(desk, stream, f"Zonder centrale {n}") for n, desk in enumerate(desks)]
    world.put_back(backup)
    with world.served():
        for _ in range(4):
            for n in order:
                desks[n].sync(30)
                assert desks[n].attention().refusals == ()
                assert desks[n].get("person", unsent[n]) is not None
        assert_equal(world.dsn, *desks, stream=stream)
        assert_once(world.dsn, before, stream)
        people = {p.spoken_name for p in piet.all("person", stream=stream)}  # type: ignore[attr-defined]
        assert {"Samira", "Nour", "Karim"} < people
        assert len(people) == 6
        assert anna.get("person", first).city == "Epe"


def test_a_hall_works_on_while_its_operation_is_away_at_the_hub(world: World):
    lead, anna = signed_in(world, "hal", "anna")
    backup = world.copy_of(world.dsn)
    with world.served():
        stream = opened(lead, anna="registrar")
        person = register(lead, stream, "Samira")
        synced(lead, anna)
    world.put_back(backup)
    with world.served():
        for _ in range(2):
            anna.sync(30)  # alone: nobody brought the beginning back
        assert anna.get("person", person) is not None
        new = register(anna, stream, "Nour")
        anna.sync(30)
        assert [pending.stream for pending in anna.pending()] == [stream]
        anna.close()
        anna = world.desks.open("anna", "anna")
        assert anna.get("person", new) is not None
        national = anna.sync(30)
        assert national.waiting == 1
        synced(lead, anna, lead)
        assert_equal(world.dsn, lead, anna, stream=stream)


def test_an_operation_that_never_comes_back_leaves_the_desk(world: World):
    """Its lead's disk is gone with the hub's: after a week what was shared is not kept here, and
    what was written is in sight of its author."""
    lead, _ = signed_in(world, "hal", "anna")
    backup = world.copy_of(world.dsn)
    now = [1_796_000_000_000]
    with world.served():
        anna = world.desks.open("later", "anna", clock=lambda: now[0])
        synced(anna)
        stream = opened(lead, anna="registrar")
        person = register(lead, stream, "Samira")
        synced(lead, anna)
        own = register(anna, stream, "Nour")
        synced(anna)
    lead.close()
    world.put_back(backup)
    with world.served() as hub:
        hub.log.new_epoch("beheer")
        for _ in range(2):
            anna.sync(30)
        anna.cache.purge_old()
        assert anna.get("person", person) is not None
        now[0] += 8 * 86_400_000
        anna.cache.purge_old()
        assert anna.get("person", person) is None
        anna.sync(30)
        (refusal,) = anna.attention().refusals
        assert (refusal.code, refusal.changes[0].id) == ("no_such_stream", own)


def test_who_was_let_in_after_the_backup_is_in_again(world: World):
    lead, anna = signed_in(world, "hal", "anna")
    with world.served():
        stream = lead.open_operation(**SAID)
        register(lead, stream, "Samira")
        synced(lead)
    backup = world.copy_of(world.dsn)
    with world.served():
        lead.let_in(stream, "anna", "registrar")
        synced(lead, anna)
        register(anna, stream, "Nour")
        synced(anna, lead)
        before = [entry.changeset.id for entry in entries_at(world.dsn, stream)]
    world.put_back(backup)
    with world.served():
        for _ in range(2):
            anna.sync(30)
        assert anna.attention().refusals == ()
        for _ in range(2):
            synced(lead, anna)
        assert_equal(world.dsn, lead, anna, stream=stream)
        assert_once(world.dsn, before, stream)


def test_two_restores_in_a_row_lose_nothing(world: World):
    lead, anna = signed_in(world, "hal", "anna")
    backup = world.copy_of(world.dsn)
    with world.served():
        stream = opened(lead, anna="registrar")
        register(lead, stream, "Samira")
        synced(lead, anna)
        register(anna, stream, "Nour")
        synced(anna)
        before = [entry.changeset.id for entry in entries_at(world.dsn, stream)]
    world.put_back(world.copy_of(backup))
    with world.served():
        anna.sync(30)
    world.put_back(backup)
    with world.served():
        for _ in range(3):
            anna.sync(30)
            lead.sync(30)
        synced(lead, anna)
        assert_equal(world.dsn, lead, anna, stream=stream)
        assert_once(world.dsn, before, stream)
