"""Keeping desk and hub the same: two threads, one up and one down, or a single round."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable

from kcr2desk import signing
from kcr2desk.core.health import SyncHealth
from kcr2desk.core.messages import AnswerLink, Session, SignIn
from kcr2desk.store import Cache, Changed, Identity
from kcr2desk.sync.errors import HubRefused, LineDown, SignedOut, WrongCache
from kcr2desk.sync.exchange import Exchange
from kcr2desk.sync.line import Line
from kcr2desk.sync.links import answer_link
from kcr2desk.sync.pauses import Backoff, Wait
from kcr2desk.sync.session import RefreshTokens, Tokens
from kcr2desk.sync.watch import Told, Watch

IDLE = 20.0  # seconds after which the way up looks again by itself: quarantined changes, files
DAY = 86_400.0  # seconds
LINK = 10.0  # seconds that an officer waits for a link
EMPTY = 1.0  # seconds between polls that a hub answers empty without holding them


class Sync:
    """The desk's side of the line for one cache.

    Nothing here is needed to work: the cache takes every change, and this brings it to the hub
    when there is one. `refresh` is where the refresh token lies.
    """

    def __init__(
        self,
        cache: Cache,
        hub_url: str,
        *,
        refresh: RefreshTokens,
        clock: Callable[[], int],
        rng: random.Random,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._cache = cache
        self._rng = rng
        self._monotonic = monotonic
        self._line = Line(hub_url)
        self._tokens = Tokens(self._line, refresh, self._renewed)
        self._watch = Watch(clock, monotonic)
        self._exchange = Exchange(cache, self._tokens, self._watch)
        self._stopping = threading.Event()
        self._wake_up = threading.Event()
        self._wake_down = threading.Event()
        self._threads: tuple[threading.Thread, ...] = ()
        self._failure: BaseException | None = None
        self._tidied: float | None = None
        self._forget = cache.subscribe(self._changed)
        self._watch.signed_in(self._tokens.signed_in)
        self._exchange.look()

    # -- who is at the desk -----------------------------------------------------------------------

    def sign_in(self, name: str, password: str, device_name: str) -> Identity:
        """Begin a session; needs the line. The cache keeps who it is for.

        Raises SignInRefused, LineDown, HubRefused, or WrongCache when the cache belongs to another
        hub or another account.
        """
        known = self._cache.identity
        device = known.device if known else self._cache.new_id()
        key = known.device_key if known else signing.new_key()
        request = SignIn(name, password, device, signing.public_key(key), device_name)
        session = self._tokens.sign_in(request)
        if known is not None and (known.hub, known.account) != (session.hub, session.name):
            self._tokens.sign_out()
            raise WrongCache("other_hub" if known.hub != session.hub else "other_account")
        identity = Identity(
            hub_url=self._line.url, hub=session.hub, hub_key=session.hub_key, device=device,
            device_key=key, device_code=session.device_code, account=session.name,
            display_name=session.display_name, role=session.role,
            organisation=session.organisation,
        )  # fmt: skip
        self._cache.set_identity(identity)
        self._watch.signed_in(True)
        self.nudge()
        self._wake_down.set()
        return identity

    def sign_out(self) -> None:
        """End the session. What waits stays, and goes up after the next sign-in."""
        self._tokens.sign_out()
        self._line.cut()  # a poll that is being held would still bring what belongs to the session
        self._watch.signed_in(False)

    def _renewed(self, session: Session) -> None:
        """The hub may have given the account another role or name meanwhile."""
        known = self._cache.identity
        if known is None or known.hub != session.hub:
            return
        told = Identity(
            hub_url=known.hub_url, hub=known.hub, hub_key=known.hub_key, device=known.device,
            device_key=known.device_key, device_code=session.device_code, account=known.account,
            display_name=session.display_name, role=session.role,
            organisation=session.organisation,
        )  # fmt: skip
        if told != known:
            self._cache.set_identity(told)

    # -- the state of the line --------------------------------------------------------------------

    @property
    def health(self) -> SyncHealth:
        """The state of the line now; reads no file and waits for nothing."""
        return self._watch.health

    def subscribe(self, told: Told) -> Callable[[], None]:
        """Be told of every change of the state of the line, in the thread where it happens."""
        return self._watch.subscribe(told)

    def answer_link(self, inquiry: str) -> AnswerLink:
        """The answer link of an inquiry, to be copied. Raises LineDown, HubRefused, SignedOut."""
        with self._line.until(time.monotonic() + LINK):
            return answer_link(self._tokens, inquiry)

    # -- a single round ---------------------------------------------------------------------------

    def round(self, timeout: float) -> SyncHealth:
        """Bring everything up and down once, at most for `timeout` seconds.

        It works in this thread, also while the others run: every step may be done twice. What goes
        wrong on the line is in the answer, not an exception.
        """
        end = self._monotonic() + timeout
        self._line.resume()
        backoff = Backoff(self._rng)
        while self._monotonic() < end:
            try:
                with self._line.until(time.monotonic() + end - self._monotonic()):
                    self._exchange.everything(lambda: self._monotonic() < end)
                break
            except (LineDown, HubRefused, SignedOut) as trouble:
                pause = self._note(trouble, backoff)
                if not _passes(trouble) or self._monotonic() + pause >= end:
                    break
                time.sleep(pause)
        self._exchange.look()
        return self.health

    def push(self) -> None:
        """Bring up what waits, and nothing down; for measuring. Raises what goes wrong."""
        self._line.resume()
        self._exchange.up(lambda: True)

    # -- the two threads --------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        return bool(self._threads)

    def start(self) -> None:
        """Follow the hub until `stop`."""
        if self.running:
            return
        self._stopping.clear()
        self._line.resume()
        self._threads = tuple(
            threading.Thread(target=self._guard, args=(loop,), name=f"kcr2desk-{name}", daemon=True)
            for name, loop in (("push", self._up_loop), ("pull", self._down_loop))
        )
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End both threads, also in the middle of a poll; raise what made one of them end."""
        self._stopping.set()
        self._line.stop()
        self._wake_up.set()
        self._wake_down.set()
        threads, self._threads = self._threads, ()
        for thread in threads:
            thread.join()
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure

    def nudge(self) -> None:
        """Something was saved: bring it up now, unless a pause after a failure says otherwise."""
        self._wake_up.set()

    def _changed(self, changed: Changed) -> None:
        if changed.type == "attachment":
            self._exchange.files_changed = True
        self._exchange.look()
        self._wake_up.set()

    def close(self) -> None:
        """Stop, and let go of cache and line."""
        try:
            self.stop()
        finally:
            self._forget()
            self._line.close()

    def _guard(self, loop: Callable[[], None]) -> None:
        try:
            loop()
        except BaseException as failure:  # a defect of ours: said when stopped, never swallowed
            self._failure = failure
            self._watch.down("failed")
            raise

    def _up_loop(self) -> None:
        backoff = Backoff(self._rng)
        while not self._stopping.is_set():
            self._wake_up.clear()
            try:
                self._exchange.up(lambda: not self._stopping.is_set())
                backoff.worked()
                self._tidy()
                self._wake_up.wait(IDLE)
            except (LineDown, HubRefused, SignedOut) as trouble:
                self._pause(trouble, backoff, self._wake_up)

    def _tidy(self) -> None:
        """Once a day let the cache forget what is past its days."""
        now = self._monotonic()
        if self._tidied is None or now - self._tidied > DAY:
            self._tidied = now
            self._cache.purge_old()

    def _down_loop(self) -> None:
        backoff, wait = Backoff(self._rng), Wait()
        while not self._stopping.is_set():
            self._wake_down.clear()
            began, could = self._monotonic(), self._exchange.may_push
            # an answer that is held would leave a desk that is in touch again offline meanwhile
            held = wait.seconds if self._watch.in_touch else 0.0
            try:
                news = self._exchange.down(held)
                if backoff.worked() or (self._exchange.may_push and not could):
                    self._wake_up.set()  # the line is back, or all is loaded: bring up what waits
                if held and not news and self._monotonic() - began < EMPTY:
                    self._stopping.wait(EMPTY)
            except (LineDown, HubRefused, SignedOut) as trouble:
                if isinstance(trouble, LineDown) and self._monotonic() - began > wait.seconds / 5:
                    wait.cut()  # it was cut while it was held: some proxies do not like to wait
                self._pause(trouble, backoff, self._wake_down)

    def _pause(self, trouble: Exception, backoff: Backoff, wake: threading.Event) -> None:
        if self._stopping.is_set():
            return
        pause = self._note(trouble, backoff)
        if isinstance(trouble, SignedOut):
            wake.wait(pause)  # a sign-in ends the pause
        else:
            self._stopping.wait(pause)

    def _note(self, trouble: Exception, backoff: Backoff) -> float:
        """Tell the watch what went wrong; returns how many seconds to leave the hub alone."""
        if isinstance(trouble, SignedOut):
            self._watch.signed_in(False)
            return IDLE
        if isinstance(trouble, HubRefused):
            self._watch.refused(trouble.code)
            if trouble.code == "device":  # revoked, or not admitted yet: a sign-in tells
                self._watch.signed_in(False)
            return backoff.failed(trouble.retry_after)
        assert isinstance(trouble, LineDown)
        if trouble.why != "stopped":
            self._watch.down(trouble.why)
        return backoff.failed(trouble.retry_after)


def _passes(trouble: Exception) -> bool:
    """Whether the same request may well be served in a moment."""
    if isinstance(trouble, HubRefused):
        return trouble.status in (409, 410, 429, 503)
    return isinstance(trouble, LineDown) and trouble.why not in ("unreachable", "stopped")
