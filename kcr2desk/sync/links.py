"""An answer link for an inquiry, asked of the hub when an officer wants to copy it."""

from __future__ import annotations

from kcr2desk import wire
from kcr2desk.core.messages import AnswerLink
from kcr2desk.sync.session import Tokens, read


def answer_link(tokens: Tokens, inquiry: str) -> AnswerLink:
    """The link of an inquiry that the hub knows. Raises LineDown, HubRefused or SignedOut."""
    answer = tokens.ask("POST", f"/v1/inquiries/{inquiry}/link")
    return read(answer, lambda body: wire.decode(AnswerLink, body))
