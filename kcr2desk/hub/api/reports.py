"""The intake: machines deliver mail and alerts with an API key."""

from __future__ import annotations

from email.message import Message

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from kcr2desk import wire
from kcr2desk.exchange.problems import Language
from kcr2desk.hub.api.bodies import read_body
from kcr2desk.hub.api.describe import described
from kcr2desk.hub.api.guard import Guard
from kcr2desk.hub.intake import Intake, Receipt, result_of
from kcr2desk.hub.metrics import Metrics
from kcr2desk.hub.workers import Workers, run

UNNAMED = "report"


def reports_router(
    intake: Intake, guard: Guard, workers: Workers, metrics: Metrics, *, largest: int
) -> APIRouter:
    """`/v1/reports`."""
    router = APIRouter(prefix="/v1", tags=["intake"])

    @router.post("/reports", **described(None, Receipt, 401, 413, 422, 429, 507))
    async def deliver(
        request: Request,
        name: str = Query(default="", max_length=255, description="the name of the file"),
    ) -> Response:
        """Deliver one file of mail (.eml, .msg) or alerts (CAP, Atom, RSS, EDXL-DE) as the body.

        Shown with an API key. What is wrong with it comes back as sentences; what is right with
        it is in the log. 422 when nothing of it was.
        """
        async with guard.key(request) as who:
            data = await read_body(request, largest)
            if request.headers.get("content-encoding", "").lower() == "gzip":
                data = wire.gunzip(data, largest)
            file = name or _named(request.headers.get("content-disposition", "")) or UNNAMED
            receipt = await run(workers.others, intake.take, data, file, who, _language(request))
        result = result_of(receipt)
        metrics.taken_in(result)
        if result != "refused":
            return Response(wire.encode(receipt), media_type=wire.JSON)
        why = next(iter(receipt.problems), "")
        told = {"code": "unreadable", "epoch": "", "detail": why, "reports": receipt.reports,
                "problems": receipt.problems, "remarks": receipt.remarks}  # fmt: skip
        return Response(wire.encode(told), 422, media_type=wire.JSON)

    return router


def _named(disposition: str) -> str:
    """The file name in a Content-Disposition, also one with an encoding (RFC 6266)."""
    message = Message()
    message["Content-Disposition"] = disposition.replace("\r", " ").replace("\n", " ")
    return (message.get_filename() or "")[:255]


def _language(request: Request) -> Language:
    """Dutch, unless English is asked for before it."""
    asked = request.headers.get("accept-language", "").lower()
    first = next((part.strip()[:2] for part in asked.split(",") if part.strip()), "nl")
    return "en" if first == "en" else "nl"
