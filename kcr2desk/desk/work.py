"""Work away from the UI thread: one thread a `StoreWork`, answers by one signal.

Reading gives way: a newer question on the same topic drops the older one, also when it is
already being answered. Writing does not: it is carried out in order, even while closing.
"""

from __future__ import annotations

import enum
import sys
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

T = TypeVar("T")

SWITCH_SECONDS: Final = 0.001
"""How long a thread that computes may keep the interpreter from the UI thread. Python's own 5 ms
add up: painting a screen asks for it a dozen times, and two threads may stand in the way."""


class When(enum.IntEnum):
    """What goes first. What was asked with the same urgency keeps its order."""

    WRITE = 0
    NOW = 1
    """What the officer looks at: a page, a record."""
    IDLE = 2
    """What may follow: a count, a chart."""


class Task:
    """One call under way. `cancel` drops its answer, and the call itself if it did not start."""

    __slots__ = ("answer", "call", "cancelled", "failed", "keep", "owner", "topic", "when")

    def __init__(
        self,
        call: Callable[[], Any],
        answer: Callable[[Any], object] | None,
        failed: Callable[[Exception], object] | None,
        owner: QObject | None,
        topic: str,
        when: When,
    ) -> None:
        self.call = call
        self.answer = answer
        self.failed = failed
        self.owner = owner
        self.topic = topic
        self.when = when
        self.cancelled = False

    def cancel(self) -> None:
        if self.when is not When.WRITE:
            self.cancelled = True


class StoreWork(QObject):
    """A thread for calls that may take long; lives in the UI thread, where answers come back.

    `close` before the store is closed: it carries out what was to be written and drops the rest.
    """

    failed = Signal(object)
    """An exception that nobody asked to be told of, for the window to say."""

    _done = Signal(object, object, object)

    def __init__(self, name: str = "store", parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(min(sys.getswitchinterval(), SWITCH_SECONDS))
        self._queues: tuple[deque[Task], ...] = (deque(), deque(), deque())
        self._latest: dict[str, Task] = {}
        self._ready = threading.Condition()
        self._closing = False
        self._busy = False
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=f"kcr2desk-{name}", daemon=True)
        self._thread.start()

    def ask(
        self,
        call: Callable[[], T],
        answer: Callable[[T], object],
        *,
        owner: QObject,
        topic: str = "",
        when: When = When.NOW,
        failed: Callable[[Exception], object] | None = None,
    ) -> Task:
        """Read something. `answer` runs in the UI thread while `owner` lives.

        A later question with the same `owner` and `topic` drops this one.
        """
        task = Task(call, answer, failed, owner, f"{id(owner)}/{topic}" if topic else "", when)
        if task.topic:
            before = self._latest.get(task.topic)
            if before is not None:
                before.cancel()
            self._latest[task.topic] = task
        self._put(task)
        return task

    def do(
        self,
        call: Callable[[], T],
        answer: Callable[[T], object] | None = None,
        *,
        owner: QObject | None = None,
        topic: str = "",
        failed: Callable[[Exception], object] | None = None,
    ) -> Task:
        """Write something: carried out in the order asked, also when `owner` is gone.

        With a topic, a write that has not begun is replaced by the later one, which holds more:
        for drafts.
        """
        task = Task(call, answer, failed, owner, topic, When.WRITE)
        if topic:
            with self._ready:
                for place, waiting in enumerate(self._queues[When.WRITE]):
                    if waiting.topic == topic:
                        self._queues[When.WRITE][place] = task
                        return task
        self._put(task)
        return task

    @property
    def idle(self) -> bool:
        """Nothing waits and nothing runs (answers may still be on their way)."""
        with self._ready:
            return not self._busy and not any(self._queues)

    def close(self, timeout: float = 30.0) -> None:
        """Carry out every write, drop every question and end the thread."""
        with self._ready:
            self._closing = True
            for when in (When.NOW, When.IDLE):
                self._queues[when].clear()
            self._ready.notify()
        self._thread.join(timeout)
        self._latest.clear()

    def _put(self, task: Task) -> None:
        with self._ready:
            if self._closing and task.when is not When.WRITE:
                return
            self._queues[task.when].append(task)
            self._ready.notify()

    def _run(self) -> None:
        while (task := self._next()) is not None:
            if not task.cancelled:
                result: Any = None
                error: Exception | None = None
                try:
                    result = task.call()
                except Exception as caught:  # told to whoever asked, in the UI thread
                    error = caught
                if not task.cancelled:
                    self._tell(task, result, error)

    def _tell(self, task: Task, result: Any, error: Exception | None) -> None:
        try:
            self._done.emit(task, result, error)
        except RuntimeError:  # the window went while this was under way
            pass

    def _next(self) -> Task | None:
        with self._ready:
            self._busy = False
            while True:
                for queue in self._queues:
                    if queue:
                        self._busy = True
                        return queue.popleft()
                if self._closing:
                    return None
                self._ready.wait()

    def _deliver(self, task: Task, result: Any, error: Exception | None) -> None:
        if task.topic and self._latest.get(task.topic) is task:
            del self._latest[task.topic]
        gone = task.owner is not None and not isValid(task.owner)
        if task.cancelled or (gone and error is None):
            return
        if error is not None:
            if task.failed is not None and not gone:
                task.failed(error)
            else:
                self.failed.emit(error)
        elif task.answer is not None:
            task.answer(result)
