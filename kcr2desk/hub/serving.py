"""Listening, and ending in order: held polls are woken, requests under way are answered."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from kcr2desk.hub.errors import CannotListen
from kcr2desk.hub.heads import HeadsWatch

KEPT_ALIVE = 75  # seconds that an idle connection stays open
LAST_WORDS = 1  # seconds that requests under way have when the hub ends


class Server(uvicorn.Server):
    """Uvicorn that wakes held polls when it ends, and leaves signals to its caller.

    `ready` is called once requests are answered.
    """

    def __init__(self, app: ASGIApp, watch: HeadsWatch, ready: Callable[[], None]) -> None:
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            lifespan="on",
            ws="none",
            loop="asyncio",
            http="auto",  # httptools where it is installed, else h11
            server_header=False,
            timeout_keep_alive=KEPT_ALIVE,
            timeout_graceful_shutdown=LAST_WORDS,
        )
        super().__init__(config)
        self._watch = watch
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self._watch.close()
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    def run_here(self, listening: socket.socket) -> None:
        """Serve in this thread until `should_exit`."""
        asyncio.run(self.serve([listening]))


def listen(host: str, port: int) -> socket.socket:
    """The socket to serve on; port 0 picks a free one. Raises CannotListen."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP: asyncio turns Nagle's algorithm off for such sockets only, and with it on every
    # answer with a body waits 40 ms for the caller's acknowledgement.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":  # where it would let two hubs have one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(1024)
    except OSError as error:
        listening.close()
        raise CannotListen(f"The hub cannot listen on {host}:{port}: {error.strerror}.") from error
    return listening


def address(listening: socket.socket) -> str:
    """The URL of a socket that is listened on."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


@contextmanager
def ended_by_signals(server: Server) -> Iterator[None]:
    """The first SIGTERM or Ctrl+C ends the server in order, the second at once."""

    def end(_signal: int, _frame: FrameType | None) -> None:
        server.force_exit = server.should_exit
        server.should_exit = True

    before = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
