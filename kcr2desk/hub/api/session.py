"""Signing in, renewing and signing out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from kcr2desk import wire
from kcr2desk.core import messages
from kcr2desk.hub.api.bodies import read_message
from kcr2desk.hub.api.describe import described
from kcr2desk.hub.api.guard import Guard
from kcr2desk.hub.keys import HubKey
from kcr2desk.hub.problems import RequestProblem, told_to_the_desk
from kcr2desk.hub.sessions import Session, SessionEnded, Sessions, SignInRefused, Workstation
from kcr2desk.hub.workers import Workers, run

LARGEST = 16 << 10  # bytes of a body
REFUSED = {"sign_in": 401, "slow_down": 429, "device": 403}


def session_router(
    sessions: Sessions, key: HubKey, guard: Guard, workers: Workers, now: Callable[[], datetime]
) -> APIRouter:
    """`/v1/session`."""
    router = APIRouter(prefix="/v1/session", tags=["session"])
    public = key.public.hex()

    def told(session: Session) -> Response:
        who = session.principal
        seconds = int((session.access_expires - now()).total_seconds())
        message = messages.Session(
            session.access_token, session.refresh_token, seconds, who.name, who.display_name,
            who.role, who.organisation, str(key.hub), public, f"K{who.device_code}",
        )  # fmt: skip
        return Response(wire.encode(message), media_type=wire.JSON)

    @router.post("", **described(messages.SignIn, messages.Session, 401, 403, 429, token=False))
    async def sign_in(request: Request) -> Response:
        """Begin a session at a workstation, with name and password."""
        asked = await read_message(request, messages.SignIn, LARGEST, LARGEST)
        try:
            device_key = bytes.fromhex(asked.device_key)
        except ValueError:
            raise RequestProblem(400, "unreadable", detail="device_key") from None
        device = Workstation(asked.device, device_key, asked.device_name)
        try:
            with told_to_the_desk():
                session = await run(
                    workers.signing_in, sessions.sign_in, asked.name, asked.password, device, now()
                )
        except SignInRefused as refused:
            wait = refused.retry_after if refused.code == "slow_down" else None
            raise RequestProblem(REFUSED[refused.code], refused.code, retry_after=wait) from None
        return told(session)

    @router.post("/renew", **described(messages.Renew, messages.Session, 401, token=False))
    async def renew(request: Request) -> Response:
        """Exchange a refresh token for the next pair of tokens."""
        asked = await read_message(request, messages.Renew, LARGEST, LARGEST)
        try:
            with told_to_the_desk():
                session = await run(workers.doors, sessions.refresh, asked.refresh, now())
        except SessionEnded:
            raise RequestProblem(401, "token") from None
        return told(session)

    @router.delete("", status_code=204, **described(None, None, 401))
    async def sign_out(request: Request) -> Response:
        """End the session."""
        principal = await guard.officer(request)
        with told_to_the_desk():
            await run(workers.doors, sessions.sign_out, principal.session, now())
        return Response(status_code=204)

    return router
