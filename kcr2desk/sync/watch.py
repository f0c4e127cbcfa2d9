"""What the line and the cache know of each other, and who wants to be told."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from kcr2desk.core.health import Facts, SyncHealth, health

Told = Callable[[SyncHealth], None]
STANDING = ("hub_too_old", "schema")
"""Problems that stay until somebody installs something; others pass with the next answer."""


class Watch:
    """Gathers facts from both line threads and tells each change of the state of the line.

    `clock` is the wall clock in ms, for what is shown; `monotonic` in seconds, for what is
    measured: a clock that steps back makes no silence.
    """

    def __init__(self, clock: Callable[[], int], monotonic: Callable[[], float]) -> None:
        self._clock = clock
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._facts = Facts(
            last_answer=None, problem="", signed_in=False, loading=False, restored=False, behind=0,
            waiting=0, oldest=None, attention=0,
        )  # fmt: skip
        self._answered: float | None = None
        self._down_since: float | None = None
        self._listeners: list[Told] = []
        self._told: SyncHealth | None = None

    def subscribe(self, told: Told) -> Callable[[], None]:
        """Call `told` at every change, in the thread where it happened; returns what ends it."""
        with self._lock:
            self._listeners.append(told)

        def end() -> None:
            with self._lock:
                if told in self._listeners:
                    self._listeners.remove(told)

        return end

    @property
    def health(self) -> SyncHealth:
        """The state of the line at this moment; reads no file."""
        with self._lock:
            return self._health()

    @property
    def in_touch(self) -> bool:
        """Whether the hub answered, and nothing went wrong on the line since."""
        with self._lock:
            return self._answered is not None and self._down_since is None

    def answered(self, behind: int | None = None) -> None:
        """The hub answered. `behind`: how many entries it has that are not here."""
        with self._lock:
            self._answered = self._monotonic()
            self._down_since = None
            problem = self._facts.problem
            self._facts = replace(
                self._facts,
                problem=problem if problem in STANDING else "",
                behind=self._facts.behind if behind is None else behind,
            )
        self.tell()

    def understood(self) -> None:
        """Both sides speak the same protocol and schema (again)."""
        with self._lock:
            if self._facts.problem in STANDING:
                self._facts = replace(self._facts, problem="")

    def down(self, why: str) -> None:
        """No answer of the hub."""
        with self._lock:
            if self._down_since is None:
                self._down_since = self._monotonic()
            self._facts = replace(self._facts, problem=why)
        self.tell()

    def refused(self, code: str) -> None:
        """The hub answered that it does not serve; `code` of core.errors."""
        with self._lock:
            self._answered = self._monotonic()
            self._down_since = None
            self._facts = replace(self._facts, problem=code)
        self.tell()

    def signed_in(self, yes: bool) -> None:
        with self._lock:
            self._facts = replace(self._facts, signed_in=yes)
        self.tell()

    def cache(
        self,
        *,
        waiting: int,
        oldest: int | None,
        attention: int,
        loading: bool,
        restored: bool,
    ) -> None:
        """What the cache knows, after something in it changed."""
        with self._lock:
            self._facts = replace(
                self._facts,
                waiting=waiting,
                oldest=oldest,
                attention=attention,
                loading=loading,
                restored=restored,
            )
        self.tell()

    def tell(self) -> None:
        """Tell the listeners when the state differs from what they know."""
        with self._lock:
            now = self._health()
            if now == self._told:
                return
            self._told = now
            listeners = tuple(self._listeners)
        for told in listeners:
            told(now)

    def _health(self) -> SyncHealth:
        now, at = self._clock(), self._monotonic()

        def moment(then: float | None) -> int | None:
            return None if then is None else now - round((at - then) * 1000)

        facts = replace(
            self._facts,
            last_answer=moment(self._answered),
            offline_since=moment(self._down_since),
        )
        found = health(facts, now)
        # whole seconds: the same moment measured twice must not look like news
        since = None if found.since is None else found.since // 1000 * 1000
        return replace(found, since=since)
