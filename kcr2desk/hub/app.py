"""The hub's composition root: puts its parts together, and serves them."""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kcr2desk import __version__
from kcr2desk.core.ids import NewId, id_maker
from kcr2desk.core.messages import Problem
from kcr2desk.hub.accounts import Passwords
from kcr2desk.hub.api.answers import answers_router
from kcr2desk.hub.api.blobs import blobs_router
from kcr2desk.hub.api.describe import complete
from kcr2desk.hub.api.edge import POLL, Edge, problem_response
from kcr2desk.hub.api.guard import Guard
from kcr2desk.hub.api.history import history_router
from kcr2desk.hub.api.reports import reports_router
from kcr2desk.hub.api.service import service_router
from kcr2desk.hub.api.session import session_router
from kcr2desk.hub.api.sync import sync_routes
from kcr2desk.hub.blobs import Blobs
from kcr2desk.hub.checkpoints import Signer
from kcr2desk.hub.feed import Feed
from kcr2desk.hub.heads import HeadsWatch
from kcr2desk.hub.history import History
from kcr2desk.hub.inquiries import LinkSigner
from kcr2desk.hub.inquiries_answer import Answers
from kcr2desk.hub.intake import Intake
from kcr2desk.hub.log import HubLog
from kcr2desk.hub.mail_room import MailRoom
from kcr2desk.hub.metrics import Metrics
from kcr2desk.hub.opening import OpenHub
from kcr2desk.hub.page_cache import PageCache
from kcr2desk.hub.pairing import Pairing
from kcr2desk.hub.sealing import Seal
from kcr2desk.hub.serving import Server, address, ended_by_signals, listen
from kcr2desk.hub.sessions import Sessions
from kcr2desk.hub.snapshots import Snapshots
from kcr2desk.hub.tokens import new_token
from kcr2desk.hub.upkeep import Upkeep
from kcr2desk.hub.workers import Workers

CHECKPOINTS = "checkpoints.json"
"""In the hub's folder, beside its key: outside the database and its backups."""


def utc_now() -> datetime:
    return datetime.now(UTC)


def new_ids() -> NewId:
    """Ids by this machine's clock and the system's own randomness."""
    return id_maker(lambda: time.time_ns() // 1_000_000, random.SystemRandom())


def open_log(hub: OpenHub, *, now: Callable[[], datetime] = utc_now) -> HubLog:
    """The log of an open hub, checked and ready: see `HubLog.start_check`."""
    log = HubLog(
        hub.database,
        hub.key,
        now=now,
        new_id=new_ids(),
        checkpoints_file=hub.settings.data / CHECKPOINTS,
    )
    log.start_check()
    return log


@dataclass(frozen=True, slots=True)
class HubApp:
    """The ASGI application, and the part that must be told when the hub ends."""

    app: FastAPI
    watch: HeadsWatch


def build_app(
    hub: OpenHub,
    log: HubLog,
    *,
    passwords: Passwords | None = None,
    now: Callable[[], datetime] = utc_now,
) -> HubApp:
    """Put the hub together. Its event loop starts and ends what needs one."""
    settings, database = hub.settings, hub.database
    workers, metrics, cache = Workers(), Metrics(), PageCache()
    sessions = Sessions(
        database,
        passwords=passwords or Passwords(),
        new_id=new_ids(),
        new_token=new_token,
        access_lifetime=settings.access_lifetime,
        session_lifetime=settings.session_lifetime,
    )
    signer, watch = Signer(hub.key), HeadsWatch(database, workers)
    guard = Guard(sessions, workers, now)
    feed = Feed(
        database, log, signer, watch, cache, workers, longest_wait=settings.pull_wait_seconds
    )
    snapshots = Snapshots(database, log, signer, Seal(hub.key), cache)
    blobs = Blobs(database, now, largest=settings.blob_bytes)
    intake = Intake(database, log, blobs, now)
    links = LinkSigner(hub.key)
    answers = Answers(database, log, links, now)
    mail = MailRoom(database, log, links, settings, now)
    pairing = Pairing(database, log)
    upkeep = Upkeep(log, sessions, blobs, workers, now)
    metrics.follow("kcr2_polls_held", "Polls that wait for news", lambda: watch.waiting)
    metrics.follow("kcr2_page_cache_bytes", "Ready pages", lambda: cache.bytes)

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        await watch.start()
        upkeep.start()
        mail.start(workers)
        pairing.start(workers)
        try:
            yield
        finally:
            await upkeep.stop()
            await mail.stop()
            await pairing.stop()
            await watch.close()
            workers.close()

    app = FastAPI(
        title="KCR2 hub", version=__version__, lifespan=lifespan,
        docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False,
    )  # fmt: skip
    app.include_router(session_router(sessions, hub.key, guard, workers, now))
    sync = sync_routes(
        log, feed, snapshots, watch, guard, workers, metrics, push_bytes=settings.push_bytes
    )
    app.include_router(sync.router)
    app.include_router(history_router(History(database), guard, workers))
    app.include_router(blobs_router(blobs, guard, workers))
    app.include_router(
        reports_router(intake, guard, workers, metrics, largest=settings.report_bytes)
    )
    app.include_router(answers_router(answers, guard, workers, now, settings.public_url))
    app.include_router(service_router(app, str(hub.key.hub), watch, guard, metrics))
    app.add_exception_handler(HTTPException, _not_served)
    app.add_exception_handler(RequestValidationError, _not_valid)
    app.add_middleware(Edge, metrics=metrics, quick={POLL: sync.pull})
    _describe(app)
    return HubApp(app, watch)


def _describe(app: FastAPI) -> None:
    def openapi() -> dict[str, Any]:
        if not app.openapi_schema:
            plain = get_openapi(title=app.title, version=app.version, routes=app.routes)
            app.openapi_schema = complete(plain)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


async def _not_served(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = "not_found" if error.status_code in (404, 405) else "unreadable"
    return problem_response(error.status_code, Problem(code))


async def _not_valid(_request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    places = ", ".join(sorted({".".join(map(str, e["loc"][1:])) for e in error.errors()}))
    return problem_response(400, Problem("unreadable", detail=places[:200]))


def serve(hub: OpenHub) -> int:
    """Serve in this thread, the main one, until SIGTERM or Ctrl+C; returns the exit status.

    Says on one line of standard output where, once requests are answered. Raises CannotListen.
    """
    with listen(hub.settings.host, hub.settings.port) as listening:
        made = build_app(hub, open_log(hub))

        def ready() -> None:
            sys.stdout.write(f"KCR2 hub on {address(listening)}\n")
            sys.stdout.flush()

        server = Server(made.app, made.watch, ready)
        _collect_less()
        with ended_by_signals(server):
            server.run_here(listening)
    return 0


def _collect_less() -> None:
    """What was imported stays for good, and a push makes some 100,000 short-lived objects without
    a cycle among them: looking through all that at Python's own pace took 15 % of the hub's time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)
