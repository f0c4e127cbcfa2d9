"""How the hub is: health, figures, and the description of its own interface."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from starlette.requests import Request
from starlette.responses import Response

from kcr2desk import wire
from kcr2desk.core.access import KCR2
from kcr2desk.core.messages import PROTOCOL
from kcr2desk.core.records import SCHEMA
from kcr2desk.hub.api.describe import described
from kcr2desk.hub.api.guard import Guard
from kcr2desk.hub.heads import HeadsWatch
from kcr2desk.hub.metrics import CONTENT_TYPE, Metrics
from kcr2desk.hub.problems import RequestProblem, told_to_the_desk
from kcr2desk.hub.roles import INTAKE


def service_router(
    app: FastAPI, hub: str, watch: HeadsWatch, guard: Guard, metrics: Metrics
) -> APIRouter:
    """`/v1/health`, `/v1/metrics` and `/v1/openapi.json`."""
    router = APIRouter(prefix="/v1", tags=["service"])

    @router.get("/health", **described(None, "which hub this is, and that it works", token=False))
    async def health() -> Response:
        """Whether the hub works and reaches its database; answered without a token."""
        with told_to_the_desk():
            heads = await watch.fresh()
        told = {"hub": hub, "protocol": PROTOCOL, "schema": SCHEMA, "epoch": heads.epoch}
        return Response(wire.encode(told), media_type=wire.JSON)

    @router.get("/metrics", **described(None, "figures in the format of Prometheus", 401, 404))
    async def figures(request: Request) -> Response:
        """Figures for administrators, and for a Prometheus with an API key of KCR2 itself."""
        who = await guard.either(request)
        if who.role != "administrator" and (who.role, who.organisation) != (INTAKE, KCR2):
            raise RequestProblem(404, "not_found")
        return Response(metrics.text(), headers={"Content-Type": CONTENT_TYPE})

    @router.get("/openapi.json", **described(None, "this description", 401))
    async def openapi(request: Request) -> Response:
        """The description of this interface, for whoever has a token or a key."""
        await guard.either(request)
        return Response(wire.encode(app.openapi()), media_type=wire.JSON)

    return router
