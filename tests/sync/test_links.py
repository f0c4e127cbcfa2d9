"""An answer link is asked of the hub, as who is signed in."""

from __future__ import annotations

from typing import Any, cast

import pytest

from kcr2desk.core.messages import AnswerLink
from kcr2desk.sync.errors import LineDown
from kcr2desk.sync.line import Answer
from kcr2desk.sync.links import answer_link


class Tokens:
    """Answers with this body, and keeps what was asked."""

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.asked: list[tuple[str, str]] = []

    def ask(self, method: str, path: str) -> Answer:
        self.asked.append((method, path))
        return Answer(200, {}, self.body)


def test_the_link_of_an_inquiry_is_read_from_the_answer() -> None:
    tokens = Tokens(b'{"url":"https://hub/a/x","until":1784037600000}')
    made = answer_link(cast(Any, tokens), "019b")
    assert made == AnswerLink("https://hub/a/x", 1_784_037_600_000)
    assert tokens.asked == [("POST", "/v1/inquiries/019b/link")]


def test_half_an_answer_counts_as_no_line() -> None:
    with pytest.raises(LineDown):
        answer_link(cast(Any, Tokens(b'{"url":"https://hub')), "019b")
