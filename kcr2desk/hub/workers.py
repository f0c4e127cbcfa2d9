"""Threads for what waits on the database, apart by kind: none of them can use up another's.

A poll that is being held has no thread at all, and a storm of sign-ins, each a tenth of a second
of hashing, leaves those who push alone.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


class Workers:
    """The hub's threads.

    doors: who is it; signing_in: passwords; reads: feed and snapshots; pushes: many of them wait to
    be appended together; others: files, reports, numbers, history; mail: one that waits for mail
    servers; watch: the heads, never queued
    behind anything.
    """

    def __init__(self) -> None:
        self.doors = _pool("doors", 2)
        self.signing_in = _pool("sign-in", 4)
        self.reads = _pool("read", 4)
        self.pushes = _pool("push", 32)
        self.others = _pool("other", 6)
        self.mail = _pool("mail", 1)
        self.watch = _pool("watch", 1)

    def close(self) -> None:
        """Let what has begun end, drop what has not, and end the threads."""
        for pool in vars(self).values():
            pool.shutdown(wait=False, cancel_futures=True)
        for pool in vars(self).values():
            pool.shutdown(wait=True)


async def run(pool: ThreadPoolExecutor, work: Callable[..., T], *arguments: object) -> T:
    """Do work in a thread of this pool, while the event loop goes on."""
    return await asyncio.get_running_loop().run_in_executor(pool, work, *arguments)


def _pool(name: str, threads: int) -> ThreadPoolExecutor:
    return ThreadPoolExecutor(threads, thread_name_prefix=f"kcr2desk-{name}")
