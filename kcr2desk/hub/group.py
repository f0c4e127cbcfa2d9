"""Group commit: what waits is done together, by one of those who wait.

There is no thread of its own to start and stop: whoever finds nobody leading leads, until its own
work is done. A group that fails is tried one by one, so nobody pays for a neighbour.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

TOGETHER = 2000  # weight of a group; a single one may be heavier
MOST_WAITING = 200


class Crowded(Exception):
    """Too many wait already; try again in a moment."""


class _Waiting(Generic[T, R]):
    def __init__(self, item: T, weight: int) -> None:
        self.item = item
        self.weight = weight
        self.done = False
        self.result: R | None = None
        self.error: BaseException | None = None


class Group(Generic[T, R]):
    """Runs `together` on lists of what threads submit; it returns one result for each."""

    def __init__(self, together: Callable[[Sequence[T]], Sequence[R]]) -> None:
        self._together = together
        self._changed = threading.Condition()
        self._queue: deque[_Waiting[T, R]] = deque()
        self._led = False

    def submit(self, item: T, weight: int = 1) -> R:
        """Do `item`, perhaps with others; returns its own result or raises its own exception.

        Raises Crowded when too many wait.
        """
        mine = _Waiting[T, R](item, weight)
        with self._changed:
            if len(self._queue) >= MOST_WAITING:
                raise Crowded
            self._queue.append(mine)
            while self._led and not mine.done:
                self._changed.wait()
            if not mine.done:
                self._led = True
        if not mine.done:
            self._lead(mine)
        if mine.error is not None:
            raise mine.error
        return mine.result  # type: ignore[return-value]

    def _lead(self, mine: _Waiting[T, R]) -> None:
        try:
            while not mine.done:
                with self._changed:
                    taken = self._take()
                self._serve(taken)
                with self._changed:
                    self._changed.notify_all()
        finally:
            with self._changed:
                self._led = False
                self._changed.notify_all()

    def _take(self) -> list[_Waiting[T, R]]:
        taken = [self._queue.popleft()]
        weight = taken[0].weight
        while self._queue and weight + self._queue[0].weight <= TOGETHER:
            weight += self._queue[0].weight
            taken.append(self._queue.popleft())
        return taken

    def _serve(self, taken: Sequence[_Waiting[T, R]]) -> None:
        try:
            results = self._together([waiting.item for waiting in taken])
        except Exception as error:
            if len(taken) > 1:
                for waiting in taken:
                    self._serve([waiting])
                return
            taken[0].error = error
            taken[0].done = True
        except BaseException as error:  # the leading thread is being ended: let nobody hang
            for waiting in taken:
                waiting.error = Crowded("the thread that led was ended")
                waiting.done = True
            raise error
        else:
            for waiting, result in zip(taken, results, strict=True):
                waiting.result = result
                waiting.done = True
