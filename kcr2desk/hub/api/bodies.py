"""Reading what a request brings: bounded while it streams in, never more than was allowed."""

from __future__ import annotations

from typing import TypeVar

from starlette.requests import Request

from kcr2desk import wire
from kcr2desk.hub.problems import RequestProblem

DRAINED = 16 << 20
"""Bytes of a body that is too large which are still taken off the line and thrown away: so the
caller reads the answer instead of a connection that breaks while it writes."""

T = TypeVar("T")


async def read_body(request: Request, largest: int) -> bytes:
    """The body as it came. Raises RequestProblem 413 when it is larger than `largest` bytes."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size <= largest:
            parts.append(part)
        elif size > largest + DRAINED:
            break
        else:
            parts.clear()
    if size > largest:
        raise RequestProblem(413, "too_large")
    return b"".join(parts)


async def read_message(
    request: Request, kind: type[T], largest: int, plain: int = wire.MAX_PLAIN
) -> T:
    """A JSON message, gzip or not. Raises RequestProblem 413 or wire.Unreadable."""
    return unpack(kind, request, await read_body(request, largest), plain)


def unpack(kind: type[T], request: Request, body: bytes, plain: int = wire.MAX_PLAIN) -> T:
    """The message in a body that was read. Raises wire.Unreadable."""
    packing = request.headers.get("content-encoding", "identity").strip().lower()
    if packing == "gzip":
        body = wire.gunzip(body, plain)
    elif packing != "identity":
        raise wire.Unreadable(f"the encoding {packing[:40]} is not known here")
    return wire.decode(kind, body)
