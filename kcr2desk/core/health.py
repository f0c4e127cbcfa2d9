"""The state of the line as a closed set, computed from facts and never set by hand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Line(StrEnum):
    """What the status bar says; in this order the first that is true."""

    HUB_TOO_OLD = "hub_too_old"  # the desk is newer and waits for the hub
    DESK_TOO_OLD = "desk_too_old"  # the hub needs a newer desk
    SIGN_IN = "sign_in"
    OFFLINE = "offline"
    HUB_RESET = "hub_reset"  # the hub was restored; this desk is loading and offering again
    REFUSED = "refused"  # in touch, and something wants a decision
    BEHIND = "behind"  # in touch, and not all is up or down yet
    CURRENT = "current"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the line and the cache know. Times are milliseconds since 1970.

    `silence` is how long an answer may stay out before the desk counts as offline.
    """

    last_answer: int | None
    problem: str
    signed_in: bool
    loading: bool
    restored: bool
    behind: int
    waiting: int
    oldest: int | None
    attention: int
    silence: int = 65_000
    offline_since: int | None = None


@dataclass(frozen=True, slots=True)
class SyncHealth:
    """The state of the line: since when, how many changes wait, how old the oldest is, how many
    refused changes and conflicts want a person. `problem` is a code of `core.errors` or ""."""

    line: Line
    since: int | None
    waiting: int
    oldest: int | None
    attention: int
    problem: str = ""

    @property
    def ok(self) -> bool:
        """Everything is up and down, whether or not something wants a decision."""
        return self.line in (Line.CURRENT, Line.REFUSED) and self.waiting == 0


def health(facts: Facts, now: int) -> SyncHealth:
    """The state of the line from the facts at `now`."""
    return SyncHealth(
        _line(facts, now),
        facts.offline_since if facts.offline_since is not None else facts.last_answer,
        facts.waiting,
        facts.oldest,
        facts.attention,
        facts.problem,
    )


def _line(facts: Facts, now: int) -> Line:
    if facts.problem == "hub_too_old":
        return Line.HUB_TOO_OLD
    if facts.problem == "schema":
        return Line.DESK_TOO_OLD
    if not facts.signed_in:
        return Line.SIGN_IN
    silent = facts.last_answer is None or now - facts.last_answer > facts.silence
    if facts.offline_since is not None or silent:
        return Line.OFFLINE
    if facts.restored:
        return Line.HUB_RESET
    if facts.waiting or facts.behind or facts.loading:
        return Line.BEHIND
    return Line.REFUSED if facts.attention else Line.CURRENT
