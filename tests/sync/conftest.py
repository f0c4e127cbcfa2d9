"""A real hub on a real PostgreSQL, and desks that speak with it."""

from __future__ import annotations

import contextlib
import os
import random
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from kcr2desk.headless import Desk, wall_clock
from kcr2desk.hub.running import RunningHub, running_hub
from tests.sync.proxy import FaultProxy

pytest.register_assert_rewrite("tests.sync.equal")

PASSWORD = "vier woorden zijn genoeg"
PEOPLE = {
    "jansen": {"role": "duty_officer"},
    "devries": {"role": "duty_officer"},
    "bakker": {"role": "liaison"},
    "vnog": {"role": "region_officer", "region": "VR06"},
}


@pytest.fixture
def hub(dsn: str, tmp_path: Path) -> Iterator[RunningHub]:
    """A hub with four accounts."""
    with running_hub(tmp_path / "hub", dsn=dsn) as running:
        add_people(running)
        yield running


@dataclass(frozen=True)
class Shared:
    """A hub that all tests of a module use, and its database."""

    hub: RunningHub
    dsn: str


@pytest.fixture(scope="module")
def shared(
    postgres_server: str, template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Shared]:
    """One hub with four accounts for all tests of a module that need not be alone in it."""
    name = f"shared_{secrets.token_hex(6)}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
    dsn = make_conninfo(postgres_server, dbname=name)
    with running_hub(tmp_path_factory.mktemp("shared") / "hub", dsn=dsn) as running:
        add_people(running)
        yield Shared(running, dsn)
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def add_people(running: RunningHub) -> None:
    for name, rights in PEOPLE.items():
        running.add_user(name, PASSWORD, **rights)


@dataclass
class Desks:
    """Opens desks, each in a folder of its own, and closes what a test leaves open."""

    folder: Path
    hub_url: str
    stack: contextlib.ExitStack = field(default_factory=contextlib.ExitStack)

    def open(
        self,
        place: str,
        user: str = "jansen",
        *,
        hub: str = "",
        key: bytes = b"k" * 32,
        clock: Callable[[], int] = wall_clock,
    ) -> Desk:
        """The desk in folder `place`, signed in when it is new."""
        desk = Desk.open(
            self.folder / place,
            hub=hub or self.hub_url,
            user=user,
            password=PASSWORD,
            key=key,
            clock=clock,
            rng=random.Random(f"{place} {os.getpid()}"),
            name=place,
        )
        self.stack.callback(desk.close)
        return desk


@pytest.fixture
def desks(hub: RunningHub, tmp_path: Path) -> Iterator[Desks]:
    made = Desks(tmp_path / "desks", hub.url)
    with made.stack:
        yield made


@pytest.fixture
def proxy(hub: RunningHub) -> Iterator[FaultProxy]:
    with FaultProxy(hub.url) as made:
        yield made
