"""Being signed in: a short access token in memory, a refresh token where secrets are kept."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol, TypeVar

from kcr2desk import wire
from kcr2desk.core.messages import Renew, Session, SignIn
from kcr2desk.sync.errors import HubRefused, LineDown, SignedOut, SignInRefused
from kcr2desk.sync.line import Answer, Line

T = TypeVar("T")


class RefreshTokens(Protocol):
    """Where the refresh token lies: the keyring, or the encrypted cache."""

    def get(self) -> str | None: ...
    def set(self, token: str | None) -> None: ...


class Tokens:
    """The session of one account on one hub, shared by the threads that speak with it."""

    def __init__(
        self, line: Line, refresh: RefreshTokens, renewed: Callable[[Session], None]
    ) -> None:
        self._line = line
        self._refresh = refresh
        self._told = renewed
        self._lock = threading.Lock()
        self._access = ""

    @property
    def signed_in(self) -> bool:
        """Whether there is a session to go on with; only the hub knows whether it still lives."""
        return bool(self._access) or self._refresh.get() is not None

    def sign_in(self, request: SignIn) -> Session:
        """Begin a session. Raises SignInRefused, LineDown, or HubRefused for anything else."""
        try:
            answer = self._line.ask("POST", "/v1/session", body=wire.encode(request), packed=True)
        except HubRefused as refused:
            if refused.code in ("sign_in", "slow_down", "device"):
                raise SignInRefused(refused.code, refused.retry_after) from None
            raise
        session = _read(Session, answer)
        with self._lock:
            self._hold(session)
        return session

    def forget(self) -> None:
        """Let go of the session here: it is, or may be, somebody else's too."""
        with self._lock:
            self._access = ""
            self._refresh.set(None)

    def sign_out(self) -> None:
        """End the session here at once, and at the hub when the line is there."""
        access = self._access
        self.forget()
        if access:
            try:
                self._line.ask("DELETE", "/v1/session", token=access)
            except (LineDown, HubRefused):
                pass  # it ends there by itself; here it has ended

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        *,
        packed: bool = True,
        wait: float = 0.0,
    ) -> Answer:
        """A request as who is signed in; a token that ran out is renewed once.

        Raises LineDown, HubRefused or SignedOut.
        """
        access = self._access or self._renewed("")
        for last in (False, True):
            try:
                return self._line.ask(
                    method, path, token=access, body=body, packed=packed, wait=wait
                )
            except HubRefused as refused:
                if refused.status != 401 or refused.code != "token":
                    raise
                if last:
                    raise SignedOut from None
                access = self._renewed(access)
        raise AssertionError("unreachable")

    def _renewed(self, used: str) -> str:
        """Another access token than `used`. The new refresh token is kept before it is used."""
        with self._lock:
            if self._access and self._access != used:
                return self._access  # another thread was first
            self._access = ""
            token = self._refresh.get()
            if token is None:
                raise SignedOut
            try:
                answer = self._line.ask(
                    "POST", "/v1/session/renew", body=wire.encode(Renew(token)), packed=True
                )
            except HubRefused as refused:
                if refused.status == 401 and refused.code == "token":
                    self._refresh.set(None)
                    raise SignedOut from None
                raise
            session = _read(Session, answer)
            self._hold(session)
        self._told(session)
        return session.access

    def _hold(self, session: Session) -> None:
        self._refresh.set(session.refresh)
        self._access = session.access


def _read(kind: type[T], answer: Answer) -> T:
    return read(answer, lambda body: wire.decode(kind, body))


def read(answer: Answer, how: Callable[[bytes], T]) -> T:
    """The message in an answer. Raises LineDown when it is not whole: then it counts as lost."""
    try:
        return how(answer.body)
    except wire.Unreadable as error:
        raise LineDown("torn", str(error)[:200]) from None
