"""Push, pull, snapshot and spoken numbers: the line of a desk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from kcr2desk import wire
from kcr2desk.core.messages import (
    Block,
    LeaseRequest,
    PullRequest,
    PushAnswer,
    PushRequest,
    SnapshotRequest,
)
from kcr2desk.hub.api.bodies import read_body, read_message, unpack
from kcr2desk.hub.api.describe import described
from kcr2desk.hub.api.guard import Guard
from kcr2desk.hub.feed import Feed
from kcr2desk.hub.heads import HeadsWatch
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.metrics import Metrics
from kcr2desk.hub.problems import RequestProblem, told_to_the_desk
from kcr2desk.hub.sessions import Principal
from kcr2desk.hub.snapshots import Snapshots
from kcr2desk.hub.workers import Workers, run

LARGEST = 256 << 10  # bytes of a request that is not a push


@dataclass(frozen=True, slots=True)
class SyncRoutes:
    """The routes, and the one among them that hundreds of desks are told by at once."""

    router: APIRouter
    pull: Callable[[Request], Awaitable[Response]]


def sync_routes(
    log: HubLog,
    feed: Feed,
    snapshots: Snapshots,
    watch: HeadsWatch,
    guard: Guard,
    workers: Workers,
    metrics: Metrics,
    *,
    push_bytes: int,
) -> SyncRoutes:
    """`/v1/push`, `/v1/pull`, `/v1/snapshot/{stream}` and `/v1/numbers`."""
    router = APIRouter(prefix="/v1", tags=["sync"])

    def push_now(request: Request, body: bytes, principal: Principal) -> PushAnswer:
        return log.push(unpack(PushRequest, request, body), principal)

    @router.post("/push", **described(PushRequest, PushAnswer, 401, 403, 409, 413, 426, 429, 507))
    async def push(request: Request) -> Response:
        """Changesets of a desk, one outcome each; the same one twice is in the log once."""
        async with guard.session(request) as principal:
            body = await read_body(request, push_bytes)
            answer = await run(workers.pushes, push_now, request, body, principal)
        for outcome in answer.outcomes:
            metrics.pushed(outcome.code.value)
        return Response(wire.encode(answer), media_type=wire.JSON)

    @router.post(
        "/pull",
        **described(
            PullRequest,
            "gzip, lines of JSON: a PullHead, each entry (after `~` a Redacted one), an End",
            401, 403, 409, 410, 413, 426, 429,
        ),
    )  # fmt: skip
    async def pull(request: Request) -> Response:
        """New entries of the streams that a desk follows, held for `wait` seconds for the next."""
        async with guard.session(request) as who:
            asked = await read_message(request, PullRequest, LARGEST)
            await feed.check(asked, who.device_admitted)
            heads = await feed.wait(asked, who.actor)
            still = await guard.officer(request)  # a session may end while its poll is held
            return _lines(await feed.answer(asked, still.actor, heads))

    @router.post(
        "/snapshot/{stream}",
        **described(
            SnapshotRequest,
            "gzip, lines of JSON: a SnapshotHead, each record, an End",
            401, 403, 404, 409, 413, 426, 429,
        ),
    )  # fmt: skip
    async def snapshot(stream: str, request: Request) -> Response:
        """The next page of the records of a stream, for a desk that loads it anew."""
        async with guard.session(request) as principal:
            asked = await read_message(request, SnapshotRequest, LARGEST)
            if asked.stream != stream:
                raise RequestProblem(400, "unreadable", detail="two streams are named")
            actor = principal.actor
            await run(workers.reads, snapshots.check, asked, actor, principal.device_admitted)
            with told_to_the_desk():
                heads = await watch.fresh()
            return _lines(await run(workers.reads, snapshots.answer, asked, actor, heads))

    @router.post("/numbers", **described(LeaseRequest, Block, 401, 403, 404, 429))
    async def numbers(request: Request) -> Response:
        """Lease spoken numbers, so that a report made offline has one at birth."""
        async with guard.session(request) as principal:
            asked = await read_message(request, LeaseRequest, LARGEST)
            block = await run(workers.others, log.lease, asked, principal)
            return Response(wire.encode(block), media_type=wire.JSON)

    return SyncRoutes(router, pull)


def _lines(body: bytes) -> Response:
    return Response(body, media_type=wire.LINES, headers={"Content-Encoding": "gzip"})
