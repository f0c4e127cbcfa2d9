"""A proxy between desk and hub that loses, cuts, doubles and delays what passes, as told."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

Fault = Callable[[str, str, int], str]
"""(method, path, how many requests came before) -> the name of a fault, or ""."""

FAULTS = (
    "lose_request",  # the hub never sees it
    "lose_answer",  # the hub did it, the desk never hears
    "cut_answer",  # half of the answer, then the line is gone
    "torn_answer",  # half of the answer, as if it were whole
    "double",  # the hub sees it twice
    "late",  # half a second
    "413",
    "429",
    "502",
    "502_after",  # the hub did it, and the proxy says that it did not
    "401",
    "portal",  # 200 and a page to log in
    "redirect",
)
HTML = b"<!doctype html><title>Log in</title><form>Welcome to the free network</form>"


class FaultProxy:
    """Listens on a free port; `fault` decides for each request what goes wrong."""

    def __init__(self, hub_url: str) -> None:
        self.fault: Fault = lambda _method, _path, _count: ""
        self.count = 0
        self.happened: dict[str, int] = {}
        self.asked: list[tuple[float, str]] = []
        self._hub = urlsplit(hub_url)
        self._lock = threading.Lock()
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            disable_nagle_algorithm = True  # a body behind its headers would wait 40 ms
            protocol_version = "HTTP/1.1"

            def handle_one_request(self) -> None:
                try:
                    super().handle_one_request()
                except (ConnectionError, TimeoutError):
                    self.close_connection = True

            def _any(self) -> None:
                proxy._pass(self)

            do_GET = do_POST = do_PUT = do_DELETE = _any

            def log_message(self, format: str, *args: object) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False

        self._server = Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def once(self, *names: str, path: str = "/v1/push") -> None:
        """The next requests for `path` meet these faults, one each; then all is well."""
        left = list(names)

        def fault(_method: str, asked: str, _count: int) -> str:
            return left.pop(0) if left and asked.startswith(path) else ""

        self.fault = fault

    def _pass(self, handler: BaseHTTPRequestHandler) -> None:
        length = int(handler.headers.get("Content-Length") or 0)
        body = handler.rfile.read(length)
        with self._lock:
            self.asked.append((time.monotonic(), handler.path))
            name = self.fault(handler.command, handler.path, self.count)
            self.count += 1
            if name:
                self.happened[name] = self.happened.get(name, 0) + 1
        if name in ("413", "429", "502", "401", "portal", "redirect"):
            self._say(handler, name)
            return
        if name == "lose_request":
            _hang_up(handler)
            return
        if name == "late":
            time.sleep(0.5)
        status, headers, answer = self._forward(handler, body)
        if name == "double":
            status, headers, answer = self._forward(handler, body)
        if name == "lose_answer":
            _hang_up(handler)
        elif name == "502_after":
            self._say(handler, "502")
        elif name in ("cut_answer", "torn_answer"):
            half = answer[: len(answer) // 2]
            _answer(handler, status, headers, half, len(answer if name == "cut_answer" else half))
            if name == "cut_answer":
                _hang_up(handler)
        else:
            _answer(handler, status, headers, answer, len(answer))

    def _forward(
        self, handler: BaseHTTPRequestHandler, body: bytes
    ) -> tuple[int, list[tuple[str, str]], bytes]:
        line = http.client.HTTPConnection(self._hub.hostname or "", self._hub.port, timeout=60)
        try:
            headers = {k: v for k, v in handler.headers.items() if k.lower() != "host"}
            line.request(handler.command, handler.path, body or None, headers)
            answer = line.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        finally:
            line.close()

    def _say(self, handler: BaseHTTPRequestHandler, name: str) -> None:
        status = {"portal": 200, "redirect": 302}.get(name) or int(name)
        headers = [("Content-Type", "text/html")]
        if name == "redirect":
            headers.append(("Location", "http://portal.invalid/login"))
        if name == "429":
            headers.append(("Retry-After", "1"))
        _answer(handler, status, headers, HTML, len(HTML))


def _answer(
    handler: BaseHTTPRequestHandler,
    status: int,
    headers: list[tuple[str, str]],
    body: bytes,
    length: int,
) -> None:
    handler.send_response_only(status)
    for name, value in headers:
        if name.lower() not in ("content-length", "transfer-encoding", "connection"):
            handler.send_header(name, value)
    handler.send_header("Content-Length", str(length))
    handler.end_headers()
    handler.wfile.write(body)
    handler.wfile.flush()


def _hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.close_connection = True
    handler.connection.close()
