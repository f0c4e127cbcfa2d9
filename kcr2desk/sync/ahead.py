"""A question to the hub that is under way while this thread does something else."""

from __future__ import annotations

import contextvars
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Ahead(Generic[T]):
    """Asks at once, in a thread of its own; `result` waits, and raises what asking raised.

    A desk with much to send or to load works half of the time and waits for the hub the other
    half; asked ahead, the one goes on beside the other.
    """

    def __init__(self, ask: Callable[[], T]) -> None:
        self._ask = ask
        self._answer: T | None = None
        self._trouble: BaseException | None = None
        here = contextvars.copy_context()  # when this thread's time is up, that one's is too
        self._thread = threading.Thread(
            target=here.run, args=(self._run,), name="kcr2desk-ahead", daemon=True
        )
        self._thread.start()

    def result(self) -> T:
        """The answer, once it is there."""
        self._thread.join()
        if self._trouble is not None:
            raise self._trouble
        return self._answer  # type: ignore[return-value]

    def forget(self) -> None:
        """Wait for the answer, and do nothing with it."""
        self._thread.join()

    def _run(self) -> None:
        try:
            self._answer = self._ask()
        except BaseException as trouble:
            self._trouble = trouble
