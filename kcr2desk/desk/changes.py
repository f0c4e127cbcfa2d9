"""What happens in other threads, told in the UI thread: what the cache holds, and the line."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kcr2desk.core.health import SyncHealth

if TYPE_CHECKING:
    from kcr2desk.store import Changed

PAUSE_MS: Final = 50
"""While much arrives, panels are told at most so often; the first change is told at once."""


class Told(Protocol):
    """Something that tells its changes in whatever thread they happen, such as the cache."""

    def subscribe(self, callback: Callable[[Changed], None], /) -> Callable[[], None]: ...


class Line(Protocol):
    """The side of `kcr2desk.sync.Sync` that tells how the line is."""

    @property
    def health(self) -> SyncHealth: ...
    def subscribe(self, told: Callable[[SyncHealth], None], /) -> Callable[[], None]: ...


class Changes(QObject):
    """Relays the changes of the cache to the panels.

    A page of five hundred entries must not call five hundred times on the screen: what arrives
    before the panels were told is put together, by type.
    """

    changed = Signal(str, object)
    """A type of record ("" for outbox, drafts and files alone) and the ids that changed as a
    frozenset, or None where they are too many to name: then anything of that type may differ."""

    _arrived = Signal()

    def __init__(self, told: Told, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting: dict[str, set[str] | None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._tell)
        self._arrived.connect(self._soon, Qt.ConnectionType.QueuedConnection)
        self._forget = told.subscribe(self._note)

    def close(self) -> None:
        """Listen no longer; what was not told yet is dropped."""
        self._forget()
        self._timer.stop()
        with self._lock:
            self._waiting.clear()

    def _note(self, changed: Changed) -> None:
        """In the thread that wrote."""
        with self._lock:
            first = not self._waiting
            known = self._waiting.setdefault(changed.type, set())
            if changed.ids is None:
                self._waiting[changed.type] = None
            elif known is not None:
                known.update(changed.ids)
        if first:
            try:
                self._arrived.emit()
            except RuntimeError:  # the window went while something was written
                pass

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._tell()

    def _tell(self) -> None:
        with self._lock:
            waiting, self._waiting = self._waiting, {}
        if not waiting:
            return
        self._timer.start()
        for kind, ids in waiting.items():
            self.changed.emit(kind, None if ids is None else frozenset(ids))


class LineRelay(QObject):
    """Relays the state of the line; only the newest counts."""

    changed = Signal(object)
    """The SyncHealth of now."""

    _arrived = Signal()

    def __init__(self, line: Line, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._arrived.connect(self.look, Qt.ConnectionType.QueuedConnection)
        self._forget = line.subscribe(self._note)

    def look(self) -> None:
        """Tell the state of this moment; also asked by the clock, for silence makes no event."""
        self.changed.emit(self._line.health)

    def close(self) -> None:
        """Listen no longer."""
        self._forget()

    def _note(self, _health: SyncHealth) -> None:
        try:
            self._arrived.emit()
        except RuntimeError:  # the window went while the line told something
            pass
