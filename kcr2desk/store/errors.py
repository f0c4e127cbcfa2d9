"""What can be wrong with a cache, each with its own class, so that the desk can say it plainly."""

from __future__ import annotations


class StoreError(Exception):
    """Something that the person at the desk has to know about the cache."""


class WrongKey(StoreError):
    """The key does not open this cache. The file is left as it is."""


class NewerDatabase(StoreError):
    """The cache was written by a newer version of this program, and is left alone."""


class InUse(StoreError):
    """Another process owns this cache."""


class AffectedSQLite(StoreError):
    """This SQLite can lose committed data in WAL mode (fixed in 3.51.3)."""


class DiskFull(StoreError):
    """There is no room; nothing of this was saved."""


class Damaged(StoreError):
    """The file is not a whole database any more. Opening the cache anew sets it aside."""


class NoIdentity(StoreError):
    """Nobody ever signed in with this cache, so a change would have no author."""


class MissingRecord(StoreError):
    """An entry changes a record that is not here: the stream has to be loaded anew."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.stream = stream
