"""A lock file: one process at a time, and never left behind by one that was killed."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class FolderBusy(Exception):
    """Another process holds the lock for longer than one wants to wait; the text is a sentence."""


@contextmanager
def folder_lock(file: Path, *, wait: float) -> Iterator[None]:
    """Hold the lock on `file`, waiting at most `wait` seconds for another process or thread."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        end = time.monotonic() + wait
        while not _try_lock(handle):
            if time.monotonic() > end:
                raise FolderBusy(
                    f"Another program has been starting or stopping PostgreSQL in {file.parent} "
                    f"for more than {wait:.0f} seconds."
                )
            time.sleep(0.02)
        yield
    finally:
        os.close(handle)  # gives the lock back


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
