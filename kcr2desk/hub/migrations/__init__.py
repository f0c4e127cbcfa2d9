"""Bringing the hub's database up to this version, once, whichever hub process comes first."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, exc
from sqlalchemy.pool import NullPool

from kcr2desk.hub import database

UPGRADING = 0x4B435255  # advisory lock
WAIT = "120s"


class NewerDatabase(Exception):
    """The database was brought up by a newer version; it is left alone."""


def known_revision() -> str:
    """The newest revision of the database that this version knows."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    if head is None:
        raise LookupError("no migrations are installed")
    return head


def current_revision(dsn: str) -> str | None:
    """The revision that the database has; None when it is empty. Raises DatabaseDown."""
    with _connection(dsn) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def upgrade(dsn: str) -> str:
    """Bring the database up in one transaction; return its revision.

    Several hubs may call this at once: one works, the others wait and find nothing to do. Raises
    NewerDatabase, DatabaseDown, or DatabaseBusy when another upgrade takes longer than WAIT.
    """
    config = _config()
    scripts = ScriptDirectory.from_config(config)
    known = {script.revision for script in scripts.walk_revisions()}
    with _connection(dsn) as connection:
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{WAIT}'")
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        connection.exec_driver_sql("SET LOCAL idle_in_transaction_session_timeout = 0")
        try:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({UPGRADING})")
        except exc.OperationalError as error:
            raise database.DatabaseBusy(
                f"Another hub has been upgrading this database for more than {WAIT}."
            ) from error
        found = MigrationContext.configure(connection).get_current_revision()
        if found is not None and found not in known:
            raise NewerDatabase(
                f"This database was brought up to revision {found} by a newer version of KCR2 "
                f"Desk; this version knows revisions up to {known_revision()}. Nothing was "
                "changed. Install the newer version."
            )
        if found != known_revision():
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
        connection.commit()
    return known_revision()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config


def _connection(dsn: str) -> Connection:
    engine = create_engine(
        "postgresql+psycopg://", creator=lambda: database.connect(dsn), poolclass=NullPool
    )
    return engine.connect()
