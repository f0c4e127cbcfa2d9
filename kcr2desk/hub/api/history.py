"""The history of a record, for what a desk no longer keeps itself."""

from __future__ import annotations

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from kcr2desk import wire
from kcr2desk.hub.api.describe import described
from kcr2desk.hub.api.guard import Guard
from kcr2desk.hub.history import LONGEST, History
from kcr2desk.hub.workers import Workers, run


def history_router(history: History, guard: Guard, workers: Workers) -> APIRouter:
    """`/v1/entries/{stream}`."""
    router = APIRouter(prefix="/v1", tags=["history"])

    @router.get(
        "/entries/{stream}",
        **described(
            None,
            "gzip, lines of JSON: each entry (after `~` a Redacted one), an End",
            401,
            404,
            429,
        ),
    )
    async def entries(
        stream: str,
        request: Request,
        record: str = Query(max_length=36),
        after: int = Query(default=0, ge=0, lt=1 << 62),
        limit: int = Query(default=100, ge=1, le=LONGEST),
    ) -> Response:
        """The entries that touched a record, oldest first, after entry `after`."""
        async with guard.session(request) as who:
            body = await run(workers.others, history.lines, stream, record, after, limit, who.actor)
        return Response(body, media_type=wire.LINES, headers={"Content-Encoding": "gzip"})

    return router
