"""How routes are described in OpenAPI: the messages of core, as the wire has them."""

from __future__ import annotations

from typing import Any

import msgspec

from kcr2desk import __version__, wire
from kcr2desk.core import changes, messages
from kcr2desk.hub.blobs import BlobState
from kcr2desk.hub.intake import Receipt

MESSAGES: tuple[type, ...] = (
    messages.SignIn,
    messages.Renew,
    messages.Session,
    messages.PushRequest,
    messages.PushAnswer,
    messages.PullRequest,
    messages.PullHead,
    messages.SnapshotRequest,
    messages.SnapshotHead,
    messages.LeaseRequest,
    messages.Block,
    messages.AnswerLink,
    messages.End,
    messages.Problem,
    changes.Entry,
    changes.Redacted,
    changes.Snapshot,
    BlobState,
    Receipt,
)
WHY = {
    400: "the request cannot be read",
    401: "no token, or one that is no longer good",
    403: "this workstation is not admitted, or this role may not do it",
    404: "there is nothing here for you",
    408: "the body took too long to come",
    409: "the hub's log is not the one that the desk followed, or the record is not so far",
    410: "the desk is too far behind: load a snapshot",
    413: "the body is too large",
    422: "the bytes are not what was said",
    426: "desk and hub are too far apart in version",
    429: "too many requests; Retry-After says when to come back",
    503: "busy, or the database is away; Retry-After says when to come back",
    507: "the hub has no room left",
}
ALWAYS = (400, 503)


def described(
    asked: type | None,
    answer: type | str | None,
    *problems: int,
    token: bool = True,
) -> dict[str, Any]:
    """Arguments for a route: its messages and what may go wrong.

    `answer` is a message, or the words for what is no JSON.
    """
    responses: dict[int | str, dict[str, Any]] = {
        status: {"description": WHY[status], "content": _json("Problem")}
        for status in sorted({*problems, *ALWAYS})
    }
    if isinstance(answer, str):
        responses[200] = {"description": answer}
    elif answer is not None:
        responses[200] = {"description": "done", "content": _json(answer.__name__)}
    extra: dict[str, Any] = {} if token else {"security": []}
    if asked is not None:
        extra["requestBody"] = {"required": True, "content": _json(asked.__name__)}
    return {"responses": responses, "openapi_extra": extra}


def _json(name: str) -> dict[str, Any]:
    return {wire.JSON: {"schema": {"$ref": f"#/components/schemas/{name}"}}}


def complete(openapi: dict[str, Any]) -> dict[str, Any]:
    """FastAPI's description with the messages and the ways to show who one is."""
    _, schemas = msgspec.json.schema_components(
        MESSAGES, ref_template="#/components/schemas/{name}"
    )
    for methods in openapi["paths"].values():
        for operation in methods.values():
            if "HTTPValidationError" in str(operation["responses"].get("422")):
                del operation["responses"]["422"]  # such a request gets 400 and a Problem here
    components = openapi.setdefault("components", {})
    components["schemas"] = schemas
    components["securitySchemes"] = {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "the access token of a session; for /v1/reports an API key",
        }
    }
    openapi["security"] = [{"token": []}]
    openapi["info"]["version"] = __version__
    return openapi
