"""Named crash points: where a test may stop the process, to prove that nothing is lost there."""

from __future__ import annotations

from collections.abc import Callable

CRASH_POINTS = (
    "save:begun",
    "save:rows",
    "save:outbox",
    "save:committed",
    "commit:begun",
    "commit:applied",
    "commit:state",
    "commit:done",
    "schema:dropped",
    "schema:made",
)
_hook: Callable[[str], None] | None = None


def install(hook: Callable[[str], None] | None) -> None:
    """Call `hook` with the name of every crash point that is passed; None takes it away."""
    global _hook
    _hook = hook


def crash_point(name: str) -> None:
    if _hook is not None:
        _hook(name)
