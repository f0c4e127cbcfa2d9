"""Keeps Python's collector of garbage from looking at the same objects again and again.

It stops every thread while it looks. With a hall of 25,000 people in memory a look through all
that there is takes a tenth of a second, and the screen stands still for it. What people write holds
hardly any cycle, so what outlived one long look is left out of the next ones: it is still freed
when nothing refers to it any more.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

LONG: Final = 0.005
"""Seconds of a look after which what outlived it is left out: a look at what came since is short
again. Only cycles among what was there at such a moment are never freed."""

THRESHOLDS: Final = (5_000, 4, 3)
"""New objects before a look at these, and how many of these looks before a longer one. Python's own
first number looks too often where lists are read, and no other makes a look longer than a frame."""

_on = False


@contextmanager
def in_short_looks() -> Iterator[None]:
    """Collect so within, process-wide. What is there already is left out from the start."""
    global _on
    before = gc.get_threshold()
    began = 0.0

    def watch(phase: str, told: Mapping[str, int]) -> None:
        nonlocal began
        if told["generation"] < 2:
            return
        if phase == "start":
            began = time.perf_counter()
        elif time.perf_counter() - began > LONG:
            gc.freeze()

    gc.freeze()
    gc.collect()  # of nothing: Python puts a long look off by how much outlived the last one
    gc.set_threshold(*THRESHOLDS)
    gc.callbacks.append(watch)
    _on = True
    try:
        yield
    finally:
        _on = False
        gc.callbacks.remove(watch)
        gc.set_threshold(*before)
        gc.unfreeze()


@contextmanager
def what_stays() -> Iterator[None]:
    """Within, much is made that stays: nobody looks at it, neither now nor later. Two threads do
    not do so at once. Nothing happens in a process that does not collect `in_short_looks`."""
    if not (_on and gc.isenabled()):
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
