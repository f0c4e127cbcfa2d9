"""The line to one hub: requests out, core's messages back, and nothing half-read in between.

Every answer of a hub carries its protocol number. What lacks it comes from somebody else (a captive
portal, a proxy's error page) and counts as a line that is down, whatever its status says.
"""

from __future__ import annotations

import gzip
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from http.client import HTTPException

import requests
from urllib3.exceptions import HTTPError as TransportError

from kcr2desk import wire
from kcr2desk.core.messages import PROTOCOL, Problem
from kcr2desk.sync.cuttable import Cuttable
from kcr2desk.sync.errors import HubRefused, LineDown

CONNECT = 5.0  # seconds
SILENT = 30.0  # seconds without a byte, beyond what a poll may be held
LARGEST = 256 << 20  # bytes of an answer
GATEWAY = (502, 504)
BUSY = (429, 503)
_END: ContextVar[float | None] = ContextVar("end", default=None)
PART = 64 << 10  # bytes read at a time


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer of the hub, unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Line:
    """Speaks HTTP with one hub, for several threads. `stop` ends what is under way."""

    def __init__(self, hub_url: str) -> None:
        self.url = hub_url.rstrip("/")
        self._cuttable = Cuttable()
        self._sessions: list[requests.Session] = []
        self._idle: list[requests.Session] = []
        self._lock = threading.Lock()
        self._stopped = False

    def stop(self) -> None:
        """Cut what is under way; nothing goes out until `resume`."""
        self._stopped = True
        self._cuttable.cut()

    def cut(self) -> None:
        """Cut what is under way; what comes after goes out."""
        self._cuttable.cut()
        self._cuttable.mend()

    def resume(self) -> None:
        self._stopped = False
        self._cuttable.mend()

    def close(self) -> None:
        """Close all connections for good."""
        self.stop()
        with self._lock:
            sessions, self._sessions, self._idle = self._sessions, [], []
        for session in sessions:
            session.close()

    @contextmanager
    def until(self, end: float) -> Iterator[None]:
        """Requests of this thread, and those it asks ahead, are given up at `end` (of
        `time.monotonic`), answered or not."""
        before = _END.set(end)
        try:
            yield
        finally:
            _END.reset(before)

    def _left(self) -> float:
        """Seconds that this thread still has. Raises LineDown when there are none."""
        end = _END.get()
        left = float("inf") if end is None else end - time.monotonic()
        if left <= 0:
            raise LineDown("silent", "no time is left")
        return left

    def ask(
        self,
        method: str,
        path: str,
        *,
        token: str = "",
        body: bytes | None = None,
        packed: bool = False,
        wait: float = 0.0,
    ) -> Answer:
        """One request. Raises LineDown or HubRefused.

        `packed`: the body is JSON, and is compressed on the way. A kept-alive connection that had
        died meanwhile is tried once more at once: every request of ours may be repeated.
        """
        headers = {"Accept-Encoding": "gzip", wire.PROTOCOL_HEADER: str(PROTOCOL)}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if body is not None:
            headers["Content-Type"] = wire.JSON if packed else "application/octet-stream"
        if packed and body is not None:
            headers["Content-Encoding"] = "gzip"
            body = gzip.compress(body, 1, mtime=0)
        for last in (False, True):
            if self._stopped:
                raise LineDown("stopped")
            try:
                return self._once(method, path, headers, body, wait)
            except requests.exceptions.ConnectTimeout:
                raise LineDown("unreachable", "no answer to a connection") from None
            except requests.exceptions.Timeout:
                raise LineDown("silent") from None
            except (requests.exceptions.RequestException, TransportError, HTTPException) as error:
                if self._stopped:
                    raise LineDown("stopped") from None
                if last or not _died_idle(error):
                    raise LineDown(_why(error), str(error)[:200]) from None
        raise AssertionError("unreachable")

    def _once(
        self, method: str, path: str, headers: dict[str, str], body: bytes | None, wait: float
    ) -> Answer:
        left = self._left()
        with (
            self._session() as session,
            session.request(
                method,
                self.url + path,
                data=body,
                headers=headers,
                timeout=(min(CONNECT, left), min(SILENT + wait, left)),
                allow_redirects=False,
                stream=True,
            ) as response,
        ):
            _from_hub(response)
            parts, size = [], 0
            while size <= LARGEST and (part := response.raw.read1(PART, decode_content=False)):
                parts.append(part)
                size += len(part)
                self._left()
            raw = b"".join(parts)
            length = response.headers.get("Content-Length")
        if length is not None and length.isdigit() and int(length) != len(raw) and method != "HEAD":
            raise LineDown("torn", f"{len(raw)} of {length} bytes")
        if len(raw) > LARGEST:
            raise LineDown("torn", "the answer is too long")
        answer = Answer(response.status_code, response.headers, _unpacked(raw))
        if answer.status >= 400:
            raise _refusal(answer)
        return answer

    @contextmanager
    def _session(self) -> Iterator[requests.Session]:
        """A session that nobody uses at this moment, with its kept-alive connection."""
        with self._lock:
            session = self._idle.pop() if self._idle else None
        if session is None:
            session = self._cuttable.session()
            with self._lock:
                self._sessions.append(session)
        try:
            yield session
        finally:
            with self._lock:
                self._idle.append(session)


def _from_hub(response: requests.Response) -> None:
    """Raise unless this is an answer of a hub that we understand."""
    told = response.headers.get(wire.PROTOCOL_HEADER, "")
    status = response.status_code
    if status in GATEWAY or (status in BUSY and not told):
        raise LineDown("gateway", str(status), _retry_after(response.headers))
    if status == 413 and not told:
        raise LineDown("too_large", "something on the way takes no more")
    if not told.isdigit():
        kind = response.headers.get("Content-Type", "?")
        raise LineDown("portal", f"{status} {kind}")
    if int(told) < PROTOCOL:
        raise HubRefused(status, Problem("hub_too_old"))


def _unpacked(raw: bytes) -> bytes:
    if raw[:2] != b"\x1f\x8b":
        return raw
    try:
        return gzip.decompress(raw)
    except (OSError, EOFError, zlib.error) as error:
        raise LineDown("torn", str(error)) from None


def _refusal(answer: Answer) -> Exception:
    retry_after = _retry_after(answer.headers)
    try:
        problem = wire.read_problem(answer.body)
    except wire.Unreadable:
        return LineDown("portal", f"{answer.status} without a reason", retry_after)
    return HubRefused(answer.status, problem, retry_after)


def _retry_after(headers: Mapping[str, str]) -> float | None:
    told = headers.get("Retry-After", "")
    try:
        return max(0.0, min(float(told), 3600.0))
    except ValueError:  # absent, or a date: the usual back-off then
        return None


def _died_idle(error: Exception) -> bool:
    """Whether a kept-alive connection was closed under us before any byte of the answer."""
    return isinstance(error, requests.exceptions.ConnectionError) and any(
        word in repr(error) for word in ("RemoteDisconnected", "ConnectionReset", "BrokenPipe")
    )


def _why(error: Exception) -> str:
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return "torn"
    text = repr(error)
    if "NewConnectionError" in text or "NameResolution" in text or "refused" in text:
        return "unreachable"
    return "cut"
