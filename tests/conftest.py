"""Fixtures that every test may use.

Among them a real PostgreSQL: one server for all workers, a fresh database a test.
"""

from __future__ import annotations

import gc
import itertools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from kcr2desk.hub.database import Database
from kcr2desk.hub.migrations import upgrade
from kcr2desk.hub.postgres import FAST_AND_UNSAFE, EmbeddedPostgres

_numbers = itertools.count(1)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real input beside the checkout; it is never part of the project."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("real input (../shared/data) is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The DSN of a server that all pytest-xdist workers share; the last one out stops it."""
    base = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        base = base.parent
    with EmbeddedPostgres(base / "postgres-of-tests", settings=FAST_AND_UNSAFE) as server:
        yield server.dsn


@pytest.fixture(scope="session")
def template(postgres_server: str) -> str:
    """The name of a database with all tables, made once a worker."""
    name = f"template_{os.getpid()}"
    _administer(postgres_server, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    upgrade(make_conninfo(postgres_server, dbname=name))
    return name


@pytest.fixture
def new_database(postgres_server: str, template: str) -> Iterator[Callable[[], str]]:
    """Makes databases with all tables and returns their DSN."""
    made: list[str] = []

    def make() -> str:
        name = f"test_{os.getpid()}_{next(_numbers)}"
        _administer(
            postgres_server,
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(template)
            ),
        )
        made.append(name)
        return make_conninfo(postgres_server, dbname=name)

    yield make
    for name in made:
        _administer(
            postgres_server,
            sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)),
        )


@pytest.fixture
def copy_of(postgres_server: str) -> Iterator[Callable[[str], str]]:
    """Copies a database that nobody is using, as a backup does; returns the DSN of the copy."""
    made: list[str] = []

    def copy(dsn: str) -> str:
        source = str(conninfo_to_dict(dsn)["dbname"])
        name = f"copy_{os.getpid()}_{next(_numbers)}"
        _administer(
            postgres_server,
            sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
                sql.Identifier(name), sql.Identifier(source)
            ),
        )
        made.append(name)
        return make_conninfo(postgres_server, dbname=name)

    yield copy
    for name in made:
        _administer(
            postgres_server,
            sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)),
        )


@pytest.fixture
def dsn(new_database: Callable[[], str]) -> str:
    """A fresh database with all tables."""
    return new_database()


@pytest.fixture
def empty_dsn(postgres_server: str) -> Iterator[str]:
    """A fresh database without any table."""
    name = f"empty_{os.getpid()}_{next(_numbers)}"
    _administer(postgres_server, sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    yield make_conninfo(postgres_server, dbname=name)
    _administer(
        postgres_server, sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
    )


@pytest.fixture
def database(dsn: str) -> Iterator[Database]:
    """A pool on a fresh database with all tables."""
    pool = Database(dsn, size=8)
    yield pool
    pool.close()


def _administer(server: str, statement: sql.Composed) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(statement)


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    """Collect garbage between tests only, in the thread of the widgets: a work thread that
    happened to collect what an earlier test dropped destroyed widgets away from their thread."""
    gc.disable()
    yield
    if gc.get_count()[0] > 20_000:
        gc.collect()
