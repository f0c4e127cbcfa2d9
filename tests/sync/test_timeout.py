"""A round ends when it was told to, whatever the other side does."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from tests.sync.conftest import Desks
from tests.sync.proxy import FaultProxy


@contextlib.contextmanager
def somebody_else(drips: bool) -> Iterator[str]:
    """Takes connections and never ends an answer; the address of it."""
    over = threading.Event()
    taken: list[socket.socket] = []

    def drip(line: socket.socket) -> None:
        with contextlib.suppress(OSError):
            line.sendall(b"HTTP/1.1 200 OK\r\nKCR2-Protocol: 1\r\nContent-Length: 99999\r\n\r\n")
            while not over.wait(0.2):
                line.sendall(b"x")

    def take() -> None:
        with contextlib.suppress(OSError):
            while True:
                line, _ = listener.accept()
                taken.append(line)
                if drips:
                    threading.Thread(target=drip, args=(line,), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=take, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        over.set()
        for line in taken:
            line.close()


@pytest.mark.parametrize("drips", [False, True])
def test_a_round_ends_in_time(desks: Desks, proxy: FaultProxy, drips: bool):
    with desks.open("desk", hub=proxy.url) as desk:
        assert desk.sync(20).ok
        desk.save("report", title="Wacht")
    with somebody_else(drips) as address:
        desk = desks.open("desk", hub=address)
        began = time.monotonic()
        health = desk.sync(2)
        assert time.monotonic() - began < 4
        assert (health.ok, health.waiting) == (False, 1)
