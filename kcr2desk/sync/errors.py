"""What can come between a desk and its hub."""

from __future__ import annotations

from kcr2desk.core.messages import Problem


class LineDown(Exception):
    """No answer, or one that is not the hub's. Nobody knows whether the hub did what was asked.

    `why`: unreachable, silent, cut, portal (an answer of somebody else), torn, gateway (502, 504,
    or busy on the way), too_large, stopped. `retry_after` is in seconds, where somebody named it.
    """

    def __init__(self, why: str, detail: str = "", retry_after: float | None = None) -> None:
        super().__init__(f"{why}: {detail}" if detail else why)
        self.why = why
        self.retry_after = retry_after


class HubRefused(Exception):
    """The hub's own word that it did not serve a request: a status and a code of `core.errors`."""

    def __init__(self, status: int, problem: Problem, retry_after: float | None = None) -> None:
        super().__init__(f"{status} {problem.code} {problem.detail}".rstrip())
        self.status = status
        self.problem = problem
        self.retry_after = retry_after

    @property
    def code(self) -> str:
        return self.problem.code


class SignInRefused(Exception):
    """The hub lets nobody in with this name and password; `code`: sign_in, slow_down or device.

    `retry_after` is in seconds, with slow_down.
    """

    def __init__(self, code: str, retry_after: float | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.retry_after = retry_after


class SignedOut(Exception):
    """There is no session any more: somebody has to sign in. Everything is kept here."""


class WrongCache(Exception):
    """The cache is for another hub or another account; `code`: other_hub or other_account."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
