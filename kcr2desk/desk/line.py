"""The state of the line in words: what happened, what is safe, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

from PySide6.QtCore import QCoreApplication

from kcr2desk.core.health import SyncHealth
from kcr2desk.desk import texts

translate = QCoreApplication.translate

LineKind = Literal[
    "starting",
    "current",
    "behind",
    "offline",
    "refused",
    "sign_in",
    "hub_reset",
    "hub_too_new",
    "hub_too_old",
]


@dataclass(frozen=True, slots=True)
class LineState:
    """What the status bar tells. `since` is when this state began; for `current` the last good
    round. `waiting` counts changes kept here and not confirmed, `oldest` is the age of the oldest
    of them, `attention` counts refused changes and conflicts that want a person."""

    kind: LineKind
    since: datetime | None = None
    waiting: int = 0
    oldest: timedelta | None = None
    attention: int = 0


@dataclass(frozen=True, slots=True)
class Sentence:
    """A state of the line as it is shown: words, their tone, a sign, and a way out."""

    text: str
    tone: str
    icon: str
    remedy: str = ""
    """The word on the button that helps, "" where nothing is to be done."""


_KINDS: Final[dict[str, LineKind]] = {
    "current": "current",
    "behind": "behind",
    "offline": "offline",
    "refused": "refused",
    "sign_in": "sign_in",
    "hub_reset": "hub_reset",
    "desk_too_old": "hub_too_new",
    "hub_too_old": "hub_too_old",
}


def from_health(health: SyncHealth, now: datetime) -> LineState:
    """The state of the line from what sync reports (times in milliseconds since 1970)."""
    oldest = None if health.oldest is None else now - _moment(health.oldest)
    return LineState(
        _KINDS[health.line.value],
        None if health.since is None else _moment(health.since),
        health.waiting,
        oldest,
        health.attention,
    )


def _moment(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def sentence(state: LineState, now: datetime) -> Sentence:
    """Say the state of the line."""
    return _SAY[state.kind](state, now)


def _since(state: LineState, now: datetime) -> str:
    if state.since is None:
        return ""
    return " " + translate("line", "since {time}").format(time=texts.moment(state.since, now))


def _kept(state: LineState) -> str:
    """`Alles wordt hier bewaard; 3 wijzigingen wachten (oudste 12 min).`"""
    if not state.waiting:
        return translate("line", "Everything is kept here.")
    waiting = translate("line", "%n change(s) wait", None, state.waiting)
    age = ""
    if state.oldest is not None and state.oldest >= timedelta(minutes=1):
        oldest = texts.span(state.oldest)
        age = " " + translate("line", "(oldest {age})").format(age=oldest)
    return translate("line", "Everything is kept here; {waiting}{age}.").format(
        waiting=waiting, age=age
    )


def _starting(_state: LineState, _now: datetime) -> Sentence:
    return Sentence(
        translate("line", "Reports are being loaded. You can work already."), "muted", "sync"
    )


def _current(state: LineState, _now: datetime) -> Sentence:
    time = texts.clock_exact(state.since) if state.since is not None else ""
    if state.waiting:
        waiting = translate("line", "%n change(s) wait(s) to be confirmed", None, state.waiting)
        return Sentence(
            translate("line", "Up to date {time} · {waiting}").format(time=time, waiting=waiting),
            "good",
            "disc",
        )
    return Sentence(
        translate("line", "Up to date {time} · all confirmed").format(time=time), "good", "disc"
    )


def _behind(state: LineState, now: datetime) -> Sentence:
    text = translate("line", "Behind{since}; the rest is coming in.").format(
        since=_since(state, now)
    )
    return Sentence(f"{text} {_kept(state)}", "attention", "sync")


def _offline(state: LineState, now: datetime) -> Sentence:
    text = translate("line", "No connection{since}.").format(since=_since(state, now))
    return Sentence(f"{text} {_kept(state)}", "attention", "offline")


def _refused(state: LineState, _now: datetime) -> Sentence:
    count = max(1, state.attention)
    refused = translate("line", "%n change(s) need(s) a decision.", None, count)
    rest = translate("line", "Nothing is lost; all others went on.")
    return Sentence(f"{refused} {rest}", "attention", "alert", translate("line", "Decide"))


def _sign_in(state: LineState, now: datetime) -> Sentence:
    text = translate("line", "Signed out by the hub{since}.").format(since=_since(state, now))
    remedy = (
        translate("line", "Sign in again to send them.")
        if state.waiting
        else translate("line", "Sign in again.")
    )
    return Sentence(
        f"{text} {_kept(state)} {remedy}", "attention", "key", translate("line", "Sign in")
    )


def _hub_reset(_state: LineState, _now: datetime) -> Sentence:
    text = translate(
        "line",
        "The hub was restored from a backup. Nothing is lost: this workstation offers its"
        " changes again.",
    )
    return Sentence(text, "attention", "restore")


def _hub_too_new(state: LineState, _now: datetime) -> Sentence:
    text = translate("line", "The hub is newer than this program.")
    remedy = translate("line", "Install the new KCR2 Desk to send them.") if state.waiting else ""
    remedy = remedy or translate("line", "Install the new KCR2 Desk.")
    return Sentence(f"{text} {_kept(state)} {remedy}", "attention", "blocked")


def _hub_too_old(state: LineState, _now: datetime) -> Sentence:
    text = translate("line", "This program is newer than the hub and waits for it.")
    return Sentence(f"{text} {_kept(state)}", "attention", "blocked")


_SAY: Final = {
    "starting": _starting,
    "current": _current,
    "behind": _behind,
    "offline": _offline,
    "refused": _refused,
    "sign_in": _sign_in,
    "hub_reset": _hub_reset,
    "hub_too_new": _hub_too_new,
    "hub_too_old": _hub_too_old,
}
