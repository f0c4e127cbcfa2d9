"""The errors of the hub that are sentences for a person, in one place for the command line."""

from __future__ import annotations

from kcr2desk.hub.accounts import AccountError
from kcr2desk.hub.database import DatabaseError
from kcr2desk.hub.keys import HubKeyError
from kcr2desk.hub.migrations import NewerDatabase
from kcr2desk.hub.postgres import PostgresError
from kcr2desk.hub.problems import RequestProblem
from kcr2desk.hub.settings import SettingsError

__all__ = [
    "SAID",
    "BackupError",
    "CannotListen",
    "NoSuchStream",
    "RequestProblem",
    "WrongUse",
]


class BackupError(Exception):
    """A backup cannot be made or put back; the text is a sentence."""


class NoSuchStream(Exception):
    """There is no stream of this name; the text is a sentence."""


class CannotListen(Exception):
    """The address cannot be served on; the text is a sentence."""


WrongUse = SettingsError
"""What the person who gave the command can mend: exit status 2."""

SAID = (
    AccountError,
    BackupError,
    CannotListen,
    DatabaseError,
    HubKeyError,
    NewerDatabase,
    NoSuchStream,
    PostgresError,
)
"""What failed or was refused: exit status 1."""
