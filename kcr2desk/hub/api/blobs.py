"""Files, a piece at a time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from kcr2desk import wire
from kcr2desk.hub.api.bodies import read_body
from kcr2desk.hub.api.describe import described
from kcr2desk.hub.api.guard import Guard
from kcr2desk.hub.blobs import Blobs, BlobState
from kcr2desk.hub.workers import Workers, run

BYTES = "application/octet-stream"
Number = Annotated[int, Path(ge=0, lt=1 << 20, description="of the piece, from 0")]


def blobs_router(blobs: Blobs, guard: Guard, workers: Workers) -> APIRouter:
    """`/v1/streams/{stream}/blobs/{digest}` and its pieces."""
    router = APIRouter(prefix="/v1/streams/{stream}/blobs/{digest}", tags=["files"])

    @router.head("", include_in_schema=False)
    @router.get("", **described(None, BlobState, 401, 404, 429))
    async def state(stream: str, digest: str, request: Request) -> Response:
        """How large the file is, which of its pieces are here, and whether all of it is proven."""
        async with guard.session(request) as who:
            told = await run(workers.others, blobs.state, stream, digest, who.actor)
        return Response(wire.encode(told), media_type=wire.JSON)

    @router.head("/{n}", include_in_schema=False)
    @router.get("/{n}", **described(None, "bytes; 1048576 in all but the last", 401, 404, 429))
    async def read(stream: str, digest: str, n: Number, request: Request) -> Response:
        """A piece of a file that is whole."""
        async with guard.session(request) as who:
            data = await run(workers.others, blobs.read, stream, digest, n, who.actor)
        return Response(data, media_type=BYTES)

    @router.put("/{n}", **described(None, BlobState, 401, 404, 413, 422, 429, 507))
    async def write(
        stream: str,
        digest: str,
        n: Number,
        request: Request,
        size: int = Query(ge=0, lt=1 << 62),
    ) -> Response:
        """Send a piece of a file of `size` bytes that an attachment names; twice does no harm."""
        async with guard.session(request) as who:
            data = await read_body(request, wire.BLOB_PIECE)
            told = await run(workers.others, blobs.write, stream, digest, n, size, data, who.actor)
        return Response(wire.encode(told), media_type=wire.JSON)

    return router
