"""Named crash points: where a test may stop the process, to prove that nothing is lost there."""

from __future__ import annotations

from collections.abc import Callable

CRASH_POINTS = (
    "save:begun",
    "save:rows",
    "save:outbox",
    "save:journal",
    "save:committed",
    "apply:begun",
    "apply:steps",
    "apply:state",
    "apply:committed",
    "search:built",
    "schema:dropped",
    "schema:made",
    "schema:committed",
    "salvage:aside",
    "salvage:made",
)
_hook: Callable[[str], None] | None = None


def install(hook: Callable[[str], None] | None) -> None:
    """Call `hook` with the name of every crash point that is passed; None takes it away."""
    global _hook
    _hook = hook


def crash_point(name: str) -> None:
    """A place where the process may die. `name` is one of CRASH_POINTS."""
    if _hook is not None:
        _hook(name)
