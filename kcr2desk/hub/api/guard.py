"""Who makes a request. Nothing but `health` and the page of an answer link, whose token lets in,
is answered before this was asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime

from starlette.requests import Request

from kcr2desk.hub.problems import RequestProblem, told_to_the_desk
from kcr2desk.hub.sessions import Principal, Sessions
from kcr2desk.hub.workers import Workers, run

MOST_OF_ONE = 16
"""Requests that one session or key may have under way; a desk has three."""


class Guard:
    """Reads the `Authorization` header and asks the sessions."""

    def __init__(self, sessions: Sessions, workers: Workers, now: Callable[[], datetime]) -> None:
        self._sessions = sessions
        self._workers = workers
        self._now = now
        self._under_way: Counter[str] = Counter()

    async def officer(self, request: Request) -> Principal:
        """Who shows an access token. Raises RequestProblem 401."""
        known = self._sessions.remembered(_token(request), self._now())
        return known or await self._known(request, self._sessions.authenticate)

    async def machine(self, request: Request) -> Principal:
        """Who shows an API key. Raises RequestProblem 401."""
        return await self._known(request, self._sessions.authenticate_key)

    async def either(self, request: Request) -> Principal:
        """Who shows an access token or an API key. Raises RequestProblem 401."""
        try:
            return await self.officer(request)
        except RequestProblem:
            return await self.machine(request)

    @asynccontextmanager
    async def session(self, request: Request) -> AsyncIterator[Principal]:
        """`officer`, while the request is under way. Raises RequestProblem 429 for too many."""
        principal = await self.officer(request)
        with self._one_more(principal):
            yield principal

    @asynccontextmanager
    async def key(self, request: Request) -> AsyncIterator[Principal]:
        """`machine`, while the request is under way. Raises RequestProblem 429 for too many."""
        principal = await self.machine(request)
        with self._one_more(principal):
            yield principal

    @contextmanager
    def _one_more(self, principal: Principal) -> Iterator[None]:
        session = principal.session
        if self._under_way[session] >= MOST_OF_ONE:
            raise RequestProblem(429, "slow_down", retry_after=1.0)
        self._under_way[session] += 1
        try:
            yield
        finally:
            self._under_way[session] -= 1
            if not self._under_way[session]:
                del self._under_way[session]

    async def _known(
        self, request: Request, ask: Callable[[str, datetime], Principal | None]
    ) -> Principal:
        token, principal = _token(request), None
        if token:
            with told_to_the_desk():
                principal = await run(self._workers.doors, ask, token, self._now())
        if principal is None:
            raise RequestProblem(401, "token")
        return principal


def _token(request: Request) -> str:
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""
