"""An HTTP session whose connections another thread can cut, so that a long poll ends at once."""

from __future__ import annotations

import contextlib
import socket
import threading
import weakref
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


class Cuttable:
    """Makes sessions, knows their sockets, and shuts them all when told to."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: weakref.WeakSet[Any] = weakref.WeakSet()
        self._cut = False

    def session(self) -> requests.Session:
        """A session of one thread. Redirects are never followed: no hub sends any."""
        session = requests.Session()
        session.max_redirects = 0
        session.trust_env = True  # proxies of the organisation
        adapter = _Adapter(self)
        session.mount("http://", adapter)
        session.mount("https://", adapter)
        return session

    def cut(self) -> None:
        """Shut every socket, now and of connections made from now on."""
        with self._lock:
            self._cut = True
            sockets = list(self._sockets)
        for open_socket in sockets:
            _shut(open_socket)

    def mend(self) -> None:
        """Let connections live again."""
        with self._lock:
            self._cut = False

    def made(self, open_socket: Any) -> None:
        """A connection was made; called by the connection itself."""
        with self._lock:
            self._sockets.add(open_socket)
            cut = self._cut
        if cut:
            _shut(open_socket)


def _shut(open_socket: Any) -> None:
    with contextlib.suppress(OSError, ValueError):
        open_socket.shutdown(socket.SHUT_RDWR)


class _Adapter(HTTPAdapter):
    def __init__(self, cuttable: Cuttable) -> None:
        self._cuttable = cuttable
        super().__init__(pool_connections=2, pool_maxsize=2)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        made = self._cuttable.made

        class Plain(HTTPConnection):
            def connect(self) -> None:
                super().connect()
                made(self.sock)

        class Secure(HTTPSConnection):
            def connect(self) -> None:
                super().connect()
                made(self.sock)

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        self.poolmanager.pool_classes_by_scheme = {"http": PlainPool, "https": SecurePool}
