"""The outermost layer: every answer says that it is a hub's, every failure is a Problem."""

from __future__ import annotations

import logging
import math
import random
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kcr2desk import wire
from kcr2desk.core.failures import where
from kcr2desk.core.messages import PROTOCOL, Problem
from kcr2desk.hub.database import DatabaseError
from kcr2desk.hub.metrics import Metrics
from kcr2desk.hub.problems import RequestProblem, told_to_the_desk

MOST_AT_ONCE = 400  # requests under way beside polls
MOST_POLLS = 4000
POLL = ("POST", "/v1/pull")

_log = logging.getLogger(__name__)


def problem_response(status: int, problem: Problem, retry_after: float | None = None) -> Response:
    """A Problem as an answer. `retry_after` is in seconds."""
    headers = {}
    if retry_after is not None:
        headers["Retry-After"] = str(math.ceil(retry_after))
    if status == 413:
        headers["Connection"] = "close"  # what is still on its way is not read any more
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return Response(wire.encode(problem), status, headers, media_type=wire.JSON)


def problem_of(error: Exception) -> Response:
    """What a caller is told of an exception; of a defect nothing but that it is one."""
    try:
        with told_to_the_desk():
            raise error
    except RequestProblem as known:
        return problem_response(known.status, known.problem, known.retry_after)
    except wire.Unreadable as unreadable:
        return problem_response(400, Problem("unreadable", detail=str(unreadable)[:200]))
    except DatabaseError:
        return problem_response(503, Problem("database"), 3.0)
    except Exception as defect:
        _log.error("a request failed: %s", where(defect))
        return problem_response(500, Problem("defect"))


Answer = Callable[[Request], Awaitable[Response]]


class Edge:
    """ASGI middleware around everything. Counts, limits and times requests.

    `quick` are routes, by method and path, that are answered here and now: when a head moves,
    hundreds of desks are told at once, and finding the way to them would take longer than telling.
    """

    def __init__(
        self,
        app: ASGIApp,
        metrics: Metrics,
        quick: Mapping[tuple[str, str], Answer],
        *,
        monotonic: Callable[[], float] = time.monotonic,
        spread: Callable[[float, float], float] = random.uniform,
    ) -> None:
        self._app = app
        self._metrics = metrics
        self._quick = quick
        self._monotonic = monotonic
        self._spread = spread
        self._others = UnderWay(MOST_AT_ONCE)
        self._polls = UnderWay(MOST_POLLS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began = self._monotonic()
        status = 0

        async def send_as_hub(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], *HEADERS]
            await send(message)

        place = scope["method"], scope["path"]
        quick = self._quick.get(place)
        poll = place == POLL
        under_way = self._polls if poll else self._others
        try:
            with under_way.one_more(self._spread):
                if quick is None:
                    await self._app(scope, receive, send_as_hub)
                else:
                    response = await quick(Request(scope, receive))
                    await response(scope, receive, send_as_hub)
        except ClientDisconnect:
            pass  # nobody is there to be told
        except Exception as error:
            if status:
                raise  # half an answer cannot be mended: the connection is cut
            await problem_of(error)(scope, receive, send_as_hub)
        finally:
            route = place[1] if quick else getattr(scope.get("route"), "path", "other")
            self._metrics.answered(scope["method"], route, status, self._monotonic() - began, poll)


class UnderWay:
    """How many requests of a kind are under way; more than `most` are told to come back."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._now = 0

    @contextmanager
    def one_more(self, spread: Callable[[float, float], float]) -> Iterator[None]:
        if self._now >= self._most:
            raise RequestProblem(503, "busy", retry_after=spread(1.0, 5.0))
        self._now += 1
        try:
            yield
        finally:
            self._now -= 1


HEADERS = [
    (wire.PROTOCOL_HEADER.lower().encode(), str(PROTOCOL).encode()),
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
]
