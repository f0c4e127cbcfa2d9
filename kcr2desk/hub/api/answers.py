"""Answer links: made for an officer of the room, opened by whoever was asked, without an account.

Only a POST ever writes anything: mail scanners follow links, and ask with HEAD before they do.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from kcr2desk import wire
from kcr2desk.core.messages import AnswerLink
from kcr2desk.hub import answer_page
from kcr2desk.hub.answer_form import LANGUAGES, LARGEST, Typed, read_typed
from kcr2desk.hub.answer_page_style import HEADERS
from kcr2desk.hub.api.bodies import read_body
from kcr2desk.hub.api.describe import described
from kcr2desk.hub.api.guard import Guard
from kcr2desk.hub.inquiries import PATH
from kcr2desk.hub.inquiries_answer import Answers, Door
from kcr2desk.hub.problems import RequestProblem
from kcr2desk.hub.workers import Workers, run

HTML = "text/html; charset=utf-8"
FORM = "application/x-www-form-urlencoded"
BODY_TIME = 30.0
"""Seconds in which a form has to be here. Anybody may send one, and whoever sends it slowly holds
one of the places that desks need."""
A_PAGE = "a page in Dutch or English; so is every other answer here"


def answers_router(
    answers: Answers, guard: Guard, workers: Workers, now: Callable[[], datetime], public_url: str
) -> APIRouter:
    """`/v1/inquiries/{id}/link` and `/a/{token}`. Without `public_url` a link begins with the
    address under which the desk reaches the hub."""
    router = APIRouter(tags=["answers"])

    @router.post("/v1/inquiries/{id}/link", **described(None, AnswerLink, 401, 403, 404, 409, 429))
    async def link(id: str, request: Request) -> Response:
        """The answer link of an inquiry, to be copied: for duty officers. The log keeps who had
        it made. 409 `no_link` when the inquiry has no link that works."""
        async with guard.session(request) as who:
            if who.role != "duty_officer":
                raise RequestProblem(403, "not_allowed")
            base = public_url or str(request.base_url)
            made = await run(workers.others, answers.link, id, base, who.actor)
        return Response(wire.encode(made), media_type=wire.JSON)

    @router.head(PATH + "{token}", include_in_schema=False)
    @router.get(PATH + "{token}", **_pages(404, 429))
    async def look(token: str, request: Request) -> Response:
        """The question of one inquiry, and the fields for its answer. Writes nothing."""
        language = _language(request)
        try:
            door = await run(workers.others, answers.look, token, _address(request))
        except RequestProblem as problem:
            return _trouble(problem, language)
        return _page(door, language, now())

    @router.post(PATH + "{token}", **_pages(400, 404, 408, 413, 422, 429))
    async def answer(token: str, request: Request) -> Response:
        """Take an answer, once; 422 and the page with what is wrong when it cannot be taken."""
        language = _language(request)
        try:
            async with asyncio.timeout(BODY_TIME):
                body = await read_body(request, LARGEST)
            kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
            typed = read_typed(body) if kind == FORM else None
            if typed is None:
                raise RequestProblem(400, "unreadable")
            language = _chosen(typed, language)
            door = await run(workers.others, _carry_out, answers, token, _address(request), typed)
        except TimeoutError:
            return _trouble(RequestProblem(408, "unreadable"), language)
        except RequestProblem as problem:
            return _trouble(problem, language)
        return _page(door, language, now(), typed)

    return router


def _pages(*statuses: int) -> dict[str, Any]:
    """Arguments for a route that answers a person: every status is a page."""
    told = described(None, A_PAGE, *statuses, token=False)
    for response in told["responses"].values():
        response["content"] = {"text/html": {}}
    return told


def _carry_out(answers: Answers, token: str, address: str, typed: Typed) -> Door:
    """What the button says. Another language or the Enter key sends nothing."""
    if typed.do == "seen":
        return answers.seen(token, address)
    if typed.do in LANGUAGES:
        return answers.look(token, address)
    return answers.answer(token, address, typed, send=typed.do == "send")


def _page(door: Door, language: str, now: datetime, typed: Typed | None = None) -> Response:
    asked, read = door.asked, door.read
    if door.state == "dead" or asked is None:
        return _html(answer_page.dead_page(language), 404)
    if door.state == "answered":
        return _html(answer_page.answered_page(asked, language))
    if door.state == "received" and read is not None:
        return _html(answer_page.received_page(asked, read, language))
    said = "seen_noted" if door.state == "seen" else ""
    if read is not None and not read.faults:
        said = "checked"
    shown = typed or answer_page.NOTHING_TYPED
    page = answer_page.form_page(asked, language, now, typed=shown, read=read, said=said)
    return _html(page, 422 if read is not None and read.faults else 200)


def _trouble(problem: RequestProblem, language: str) -> Response:
    """What passes, as a page: nobody on a phone reads a Problem."""
    wait = problem.retry_after
    if problem.status == 429:
        page = answer_page.slow_page(wait or 60, language)
    elif problem.status in (400, 408, 413):
        page = answer_page.trouble_page("unreadable", language)
    else:
        page = answer_page.trouble_page("away", language)
    answer = _html(page, problem.status)
    if wait is not None:
        answer.headers["Retry-After"] = str(round(wait) or 1)
    if problem.status in (408, 413):
        answer.headers["Connection"] = "close"
    return answer


def _html(page: str, status: int = 200) -> Response:
    return Response(page, status, dict(HEADERS), media_type=HTML)


def _address(request: Request) -> str:
    """Who asks: behind a proxy on the same machine, what it says in X-Forwarded-For."""
    return "" if request.client is None else request.client.host


def _chosen(typed: Typed, otherwise: str) -> str:
    if typed.do in LANGUAGES:
        return typed.do
    return typed.language if typed.language in LANGUAGES else otherwise


def _language(request: Request) -> str:
    """What `?l=` says; else Dutch, unless the browser asks for English before it."""
    asked = request.query_params.get("l", "")
    if asked in LANGUAGES:
        return asked
    told = request.headers.get("accept-language", "").lower()
    for part in told.split(","):
        if part.strip()[:2] in LANGUAGES:
            return part.strip()[:2]
    return "nl"
