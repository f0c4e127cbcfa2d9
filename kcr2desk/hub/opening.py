"""Making a hub in a folder, and opening it: key, database and tables, ready for use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kcr2desk.hub.database import Database
from kcr2desk.hub.keys import FILE as KEY_FILE
from kcr2desk.hub.keys import HubKey, load_key, save_key
from kcr2desk.hub.migrations import upgrade
from kcr2desk.hub.postgres import EmbeddedPostgres
from kcr2desk.hub.settings import HubSettings


@dataclass(frozen=True, slots=True)
class OpenHub:
    """A hub whose database runs and is up to date. `dsn` is that of the database in use."""

    settings: HubSettings
    key: HubKey
    dsn: str
    database: Database


def is_hub(folder: Path) -> bool:
    """Whether a hub was made in the folder."""
    return (folder / KEY_FILE).exists()


def create_hub(
    settings: HubSettings, key: HubKey, *, postgres: Mapping[str, str] | None = None
) -> None:
    """Make a hub: its tables first, its key last, so that half a hub is none.

    Raises what `running_database` and `upgrade` raise, and HubKeyError when there is one already.
    """
    settings.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    with running_database(settings, postgres=postgres) as dsn:
        upgrade(dsn)
    save_key(settings.data, key)


@contextmanager
def open_hub(
    settings: HubSettings, *, postgres: Mapping[str, str] | None = None
) -> Iterator[OpenHub]:
    """Start or join the database, bring its tables up, and let go of it at the end.

    Raises HubKeyError, PostgresError, NewerDatabase or a DatabaseError, each with a sentence.
    """
    key = load_key(settings.data)
    with running_database(settings, postgres=postgres) as dsn:
        upgrade(dsn)
        database = Database(dsn, size=settings.pool_size)
        try:
            yield OpenHub(settings, key, dsn, database)
        finally:
            database.close()


@contextmanager
def running_database(
    settings: HubSettings, *, postgres: Mapping[str, str] | None = None
) -> Iterator[str]:
    """The DSN of the hub's database, with the embedded PostgreSQL running where there is no other.

    `postgres` are settings for the embedded one, such as FAST_AND_UNSAFE in tests.
    """
    if not settings.embedded:
        yield settings.dsn
        return
    server = EmbeddedPostgres(settings.data, settings=postgres)
    dsn = server.start()
    try:
        yield dsn
    finally:
        server.stop()
