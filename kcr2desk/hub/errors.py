"""The errors of the hub that are sentences for a person, in one place for the command line."""

from __future__ import annotations

from kcr2desk.hub.accounts import AccountError
from kcr2desk.hub.database import DatabaseError
from kcr2desk.hub.keys import HubKeyError
from kcr2desk.hub.migrations import NewerDatabase
from kcr2desk.hub.postgres import PostgresError
from kcr2desk.hub.settings import SettingsError


class CannotListen(Exception):
    """The address cannot be served on; the text is a sentence."""


WrongUse = SettingsError
"""What the person who gave the command can mend: exit status 2."""

SAID = (
    AccountError,
    CannotListen,
    DatabaseError,
    HubKeyError,
    NewerDatabase,
    PostgresError,
)
"""What failed or was refused: exit status 1."""
