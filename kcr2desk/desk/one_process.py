"""One process owns an account's cache; a second start asks it to come to the front, and ends."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_SHOW: Final = b"show\n"
_SHOWN: Final = b"shown\n"
_WAIT_MS: Final = 2000


def socket_name(folder: Path) -> str:
    """The name under which the owner of a cache listens: short, and the same for every start."""
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"kcr2desk-{digest[:20]}"


def bring_to_front(folder: Path) -> bool:
    """Ask the process that owns the cache in `folder` to show itself. False: nobody answered."""
    socket = QLocalSocket()
    socket.connectToServer(socket_name(folder))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    socket.write(_SHOW)
    answered = socket.waitForReadyRead(_WAIT_MS)
    shown = answered and bytes(socket.readAll().data()).startswith(_SHOWN)
    socket.disconnectFromServer()
    return bool(shown)


class FrontDoor(QObject):
    """Listens while this process owns the cache in `folder`. Only the same user gets through."""

    called = Signal()
    """Somebody started the program once more."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        name = socket_name(folder)
        QLocalServer.removeServer(name)  # of a process that was killed: the cache's lock is ours
        self.listening = self._server.listen(name)

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _connected(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(lambda s=socket: self._read(s))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if bytes(socket.readAll().data()).startswith(_SHOW):
            socket.write(_SHOWN)
            socket.flush()
            self.called.emit()
