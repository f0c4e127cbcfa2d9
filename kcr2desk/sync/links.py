"""An answer link for an inquiry, asked of the hub when an officer wants to copy it."""

from __future__ import annotations

from dataclasses import dataclass

from kcr2desk import wire
from kcr2desk.sync.session import Tokens, read


@dataclass(frozen=True, slots=True)
class AnswerLink:
    """Its URL, and until when it works, in milliseconds since 1970."""

    url: str
    until: int


def answer_link(tokens: Tokens, inquiry: str) -> AnswerLink:
    """The link of an inquiry that the hub knows. Raises LineDown, HubRefused or SignedOut."""
    answer = tokens.ask("POST", f"/v1/inquiries/{inquiry}/link")
    return read(answer, lambda body: wire.decode(AnswerLink, body))
