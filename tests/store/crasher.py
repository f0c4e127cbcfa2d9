"""A desk that is killed with SIGKILL at a named crash point: `python -m tests.store.crasher`.

Prints a line for each thing that a person was told, before the next begins.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from kcr2desk.store import Cache, Draft, crash, layout
from tests.store.fake_hub import NOW, Clock, Hub, load, open_cache, pull


def tell(line: str) -> None:
    print(line, flush=True)  # noqa: T201


def prepare(folder: Path) -> None:
    """What is there before: reports of others, one unsent report of ours, one unsent edit."""
    with open_cache(folder) as cache:
        hub = others(4)
        load(cache, hub)
        cache.create("report", {"title": "unsent"})
        cache.edit("report", cache.all("report", title="report 2")[0].id, {"title": "edited"})


def others(count: int) -> Hub:
    """The hub as others have made it: the same in every process."""
    hub = Hub()
    for n in range(1, count + 1):
        hub.report(n)
    return hub


def save(cache: Cache) -> None:
    for n in range(4):
        cache.keep_draft(Draft(f"d{n}", "report", "", {}, {"title": f"saved {n}"}, NOW))
        tell(f"kept d{n}")
        record = cache.create("report", {"title": f"saved {n}", "urgent": True}, draft=f"d{n}")
        tell(f"saved {record} saved {n}")
        cache.edit("report", record, {"text": f"more {n}"})
        tell(f"edited {record} more {n}")
    ids = [record.id for record in cache.all("report")]
    cache.edit_many("report", ids, {"owner": "jansen"})
    tell("owned all")


def apply(cache: Cache) -> None:
    hub = others(4)
    for n in range(5, 9):
        hub.report(n)
        pull(cache, hub)
        tell(f"pulled {hub.head.seq}")
    load(cache, hub)
    tell("loaded")


def load_anew(cache: Cache) -> None:
    load(cache, others(8), limit=3)
    tell("loaded")


def schema(_: Cache) -> None:
    tell("opened")


WORK: dict[str, Callable[[Cache], None]] = {
    "save": save,
    "apply": apply,
    "search": load_anew,
    "schema": schema,
    "salvage": schema,
}


def main() -> None:
    folder, point, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    left = times

    def hook(name: str) -> None:
        nonlocal left
        if name == point:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    crash.install(hook)
    kind = point.partition(":")[0]
    if kind == "schema":
        layout.RECORD_LAYOUT += 1
    with open_cache(folder, clock=Clock(NOW + 1_000_000)) as cache:
        if kind == "search":
            fresh(cache)
        WORK[kind](cache)
    tell("not killed")


def fresh(cache: Cache) -> None:
    """As if nothing was ever loaded."""
    from kcr2desk.core.engine import Drop, SyncState

    cache.carry_out(cache.state, (Drop("national"),))
    cache.carry_out(SyncState(), ())


if __name__ == "__main__":
    main()
