"""How a desk paces itself: pauses after failures, sizes of what it sends, length of its polls."""

from __future__ import annotations

import random

from kcr2desk.core.messages import BATCH

FIRST, LONGEST = 1.0, 60.0  # seconds of back-off
SMALLEST = 1  # changesets in a push
LONG_WAIT, SHORT_WAIT = 25.0, 5.0  # seconds that the hub may hold an empty answer
GROW_AFTER = 4  # good pushes before the batch grows again


class Backoff:
    """1, 2, 4 … 60 s with full jitter; a Retry-After counts as the least."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._failures = 0

    def failed(self, retry_after: float | None = None) -> float:
        """How many seconds to wait after one more failure."""
        ceiling = min(LONGEST, FIRST * 2.0 ** min(self._failures, 10))
        self._failures += 1
        pause = self._rng.uniform(ceiling / 4, ceiling)
        if retry_after is not None:
            pause = max(pause, retry_after + self._rng.uniform(0, 1))
        return pause

    def worked(self) -> bool:
        """True when this ends a row of failures."""
        ended, self._failures = self._failures > 0, 0
        return ended


class BatchSize:
    """Halves when a push was too much for the line or the hub, and grows again."""

    def __init__(self) -> None:
        self.size = BATCH
        self._good = 0

    def too_much(self) -> None:
        self.size = max(SMALLEST, self.size // 2)
        self._good = 0

    def worked(self) -> None:
        self._good += 1
        if self._good >= GROW_AFTER and self.size < BATCH:
            self.size = min(BATCH, self.size * 2)
            self._good = 0


class Wait:
    """How long a poll may be held; shorter where a proxy cuts idle lines."""

    def __init__(self) -> None:
        self.seconds = LONG_WAIT

    def cut(self) -> None:
        self.seconds = max(SHORT_WAIT, self.seconds / 2)
