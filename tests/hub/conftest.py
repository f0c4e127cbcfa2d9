"""What the tests of the hub share; its databases are in the conftest of all tests."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import make_conninfo

from kcr2desk.hub.accounts import Passwords
from kcr2desk.hub.running import RunningHub, running_hub
from tests.hub.line import PASSWORD, Caller


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = datetime(2026, 7, 14, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> datetime:
        self.now += timedelta(**time)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def passwords() -> Passwords:
    """The real hashing, at a price that tests can pay."""
    return Passwords(time_cost=1, memory_kib=64)


@pytest.fixture
def hub_folder(tmp_path: Path) -> Path:
    return tmp_path / "hub"


@pytest.fixture
def running(dsn: str, tmp_path: Path) -> Iterator[RunningHub]:
    """A hub that answers over HTTP, with an account of each kind of reader."""
    with running_hub(tmp_path / "served", dsn=dsn) as hub:
        add_people(hub)
        yield hub


@pytest.fixture(scope="module")
def served(
    postgres_server: str, template: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningHub]:
    """As `running`, one for all tests of a module that need not be alone in it."""
    name = f"served_{secrets.token_hex(6)}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
    dsn = make_conninfo(postgres_server, dbname=name)
    with running_hub(tmp_path_factory.mktemp("served") / "hub", dsn=dsn) as hub:
        add_people(hub)
        yield hub
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def add_people(hub: RunningHub) -> None:
    """An account of each kind of reader."""
    hub.add_user("jansen", PASSWORD)
    hub.add_user("devries", PASSWORD)
    hub.add_user("bakker", PASSWORD, "liaison")
    hub.add_user("vnog", PASSWORD, "region_officer", region="VR06")
    hub.add_user("utrecht", PASSWORD, "region_officer", region="VR09")
    hub.add_user("baas", PASSWORD, "administrator")


@pytest.fixture
def caller(running: RunningHub) -> Iterator[Callable[[str], Caller]]:
    """Signs somebody in, each time at another workstation."""
    made: list[Caller] = []

    def sign_in(name: str) -> Caller:
        made.append(Caller(running.url, name).sign_in())
        return made[-1]

    yield sign_in
    for each in made:
        each.close()
