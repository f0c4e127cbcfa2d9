"""What a workstation remembers of its windows: places, widths, columns."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget


class Settings(Protocol):
    """A small store of texts, handed in by the composition root."""

    def get(self, key: str) -> str | None:
        """The text kept under `key`, or None."""

    def set(self, key: str, value: str) -> None:
        """Keep `value` under `key`."""


class MemorySettings:
    """Settings that live as long as the program: for tests, scenes and the demo."""

    def __init__(self, kept: dict[str, str] | None = None) -> None:
        self.kept: dict[str, str] = {} if kept is None else kept

    def get(self, key: str) -> str | None:
        return self.kept.get(key)

    def set(self, key: str, value: str) -> None:
        self.kept[key] = value


def keep_bytes(settings: Settings, key: str, value: QByteArray) -> None:
    """Keep a state of Qt as text."""
    settings.set(key, bytes(value.toBase64().data()).decode("ascii"))


def kept_bytes(settings: Settings, key: str) -> QByteArray | None:
    """A state of Qt kept before, or None."""
    text = settings.get(key)
    return None if not text else QByteArray.fromBase64(QByteArray(text.encode("ascii")))


def keep_geometry(settings: Settings, key: str, window: QWidget) -> None:
    keep_bytes(settings, key, window.saveGeometry())


def restore_geometry(settings: Settings, key: str, window: QWidget) -> bool:
    """Put a window where it was, on a screen that still exists. False when nothing is known."""
    kept = kept_bytes(settings, key)
    return kept is not None and bool(window.restoreGeometry(kept))


def keep_splitter(settings: Settings, key: str, splitter: QSplitter) -> None:
    keep_bytes(settings, key, splitter.saveState())


def restore_splitter(settings: Settings, key: str, splitter: QSplitter) -> bool:
    kept = kept_bytes(settings, key)
    if kept is None:
        return False
    width = splitter.handleWidth()  # part of Qt's state, but ours to set
    restored = bool(splitter.restoreState(kept))
    splitter.setHandleWidth(width)
    return restored


def keep_header(settings: Settings, key: str, header: QHeaderView) -> None:
    """Keep order, widths, hidden columns and sorting of a table."""
    settings.set(f"{key}/count", str(header.count()))
    keep_bytes(settings, key, header.saveState())


def restore_header(settings: Settings, key: str, header: QHeaderView) -> bool:
    """Restore a table's columns, unless a newer program has other columns."""
    kept = kept_bytes(settings, key)
    if kept is None or settings.get(f"{key}/count") != str(header.count()):
        return False
    return bool(header.restoreState(kept))
