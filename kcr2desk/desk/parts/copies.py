"""Copies of attachments for other programs: private, read only, and gone when the desk closes.

Attachments live encrypted in the cache. What another program must open is copied into a folder
that only this user can read; it is wiped when the desk closes and at every start. No Qt in here.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

FOLDER: Final = "opened"
PROGRAMS: Final = frozenset(
    (
        "app", "appimage", "bat", "cmd", "com", "command", "cpl", "deb", "desktop", "dmg", "exe",
        "hta", "htm", "html", "inf", "jar", "js", "jse", "lnk", "mht", "mhtml", "msc", "msi",
        "msix", "pif", "pkg", "ps1", "psm1", "py", "pyw", "reg", "rpm", "scr", "sh", "svg", "url",
        "vb", "vbe", "vbs", "wsf", "wsh", "xht", "xhtml",
    )
)  # fmt: skip
"""Endings that make a computer run something; such a file is saved, never opened."""

_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def is_program(name: str) -> bool:
    """Whether opening a file of this name could run something."""
    _, dot, ending = safe_name(name).rpartition(".")
    return bool(dot) and ending.casefold() in PROGRAMS


def safe_name(name: str) -> str:
    """A file name that any system takes, which reads as it is and leads nowhere else.

    Signs that turn the direction of text are left out: with them `exe.jpg` can be a program.
    """
    clean = _FORBIDDEN.sub("_", name).strip(" .")
    if _RESERVED.fullmatch(clean):
        clean = f"_{clean}"
    stem, dot, ending = clean.rpartition(".")
    if len(clean.encode()) > 180:
        end = f"{dot}{ending}"[:20]
        start = (stem or clean).encode()[: 180 - len(end.encode())].decode("utf-8", "ignore")
        clean = start + end
    return clean or "bestand"


class Copies:
    """The private folder of copies of one cache."""

    def __init__(self, cache_folder: Path) -> None:
        self.folder = cache_folder / FOLDER

    def make(self, name: str, pieces: Iterator[bytes]) -> Path:
        """A read-only copy under its own name. Raises OSError; leaves no half file."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder.chmod(0o700)
        inside = self.folder / secrets.token_hex(8)
        inside.mkdir(mode=0o700)
        target = inside / safe_name(name)
        try:
            _write(target, pieces)
            target.chmod(stat.S_IRUSR)
        except BaseException:
            shutil.rmtree(inside, ignore_errors=True)
            raise
        return target

    def wipe(self) -> bool:
        """Remove every copy. False when another program still holds one: the next wipe takes it."""
        for inside in self.folder.iterdir() if self.folder.is_dir() else ():
            for file in inside.iterdir() if inside.is_dir() else ():
                with contextlib.suppress(OSError):
                    file.chmod(stat.S_IRUSR | stat.S_IWUSR)  # else Windows keeps it
            shutil.rmtree(inside, ignore_errors=True)
        with contextlib.suppress(OSError):
            self.folder.rmdir()
        return not self.folder.exists()


def _write(target: Path, pieces: Iterator[bytes]) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(target, flags, 0o600), "wb") as file:
        for piece in pieces:
            file.write(piece)


def save_as(target: Path, pieces: Iterator[bytes]) -> None:
    """Write a file where the officer wants it: whole or not at all. Raises OSError."""
    beside = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}")
    try:
        _write(beside, pieces)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
