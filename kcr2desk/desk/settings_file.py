"""The settings of an officer's workstation: one small file, written whole or not at all.

It holds places, widths, filters and the choice of language; nothing of what is reported, and no
secret. It is read once, at start; later changes are kept in memory until `save`.
"""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final

import platformdirs

NAME: Final = "settings.json"
FOLDER: Final = "KCR2 Desk"
VERSION: Final = 1

log = logging.getLogger(__name__)


def config_folder() -> Path:
    """Where the user's settings lie on this operating system."""
    return platformdirs.user_config_path(FOLDER, appauthor=False)


def data_folder() -> Path:
    """Where the user's encrypted caches lie on this operating system; never a roaming folder."""
    return platformdirs.user_data_path(FOLDER, appauthor=False)


class FileSettings:
    """Texts by name, kept in `path`; safe to use from several threads.

    A file that cannot be read is set aside as `settings.json.unreadable` and `damaged` tells its
    name: the desk starts with its defaults. `changed` is called after each change, to have `save`
    called in a moment and in another thread.
    """

    def __init__(self, path: Path, changed: Callable[[], object] | None = None) -> None:
        self.path = path
        self.damaged: Path | None = None
        self._changed = changed
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._kept = self._read()
        self._saved = dict(self._kept)

    def get(self, key: str) -> str | None:
        """The text kept under `key`, or None."""
        with self._lock:
            return self._kept.get(key)

    def set(self, key: str, value: str) -> None:
        """Keep `value` under `key`."""
        with self._lock:
            if self._kept.get(key) == value:
                return
            self._kept[key] = value
        if self._changed is not None:
            self._changed()

    def on_change(self, changed: Callable[[], object] | None) -> None:
        """Call `changed` after each change from now on."""
        self._changed = changed

    def save(self) -> None:
        """Write what changed. Raises OSError; what the file held before is then still there."""
        with self._writing:
            with self._lock:
                kept = dict(self._kept)
            if kept == self._saved:
                return
            write_whole(self.path, json.dumps({"version": VERSION, "kept": kept}, indent=1))
            self._saved = kept

    def _read(self) -> dict[str, str]:
        try:
            held = json.loads(self.path.read_text(encoding="utf-8"))
            kept = held["kept"]
            if not all(isinstance(text, str) for text in kept.values()):
                raise ValueError("a setting is no text")
            return dict(kept)
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            log.warning("%s cannot be read (%s); starting with defaults", self.path, error)
            self.damaged = self.path.with_name(self.path.name + ".unreadable")
            try:
                self.path.replace(self.damaged)
            except OSError:  # a folder that cannot be written either: said when it is saved
                self.damaged = self.path
            return {}


def write_whole(path: Path, text: str) -> None:
    """Write a file so that a reader, also after a power cut, finds the old or the new one.

    It is readable by its owner only. Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = path.with_name(path.name + ".new")
    opened = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(opened, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)
