"""Let Ctrl+C in a terminal close the desk in order, though Qt and not Python is waiting."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterator

from PySide6.QtCore import QSocketNotifier


@contextlib.contextmanager
def on_interrupt(run: Callable[[], object]) -> Iterator[None]:
    """While this lasts, SIGINT and SIGTERM call `run` in the UI thread (the main thread).

    On Windows, where a pipe cannot be watched, they end the program as they always do.
    """
    if os.name == "nt":
        yield
        return
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    os.set_blocking(writing, False)
    kinds = (signal.SIGINT, signal.SIGTERM)
    before = {kind: signal.getsignal(kind) for kind in kinds}
    notifier = QSocketNotifier(reading, QSocketNotifier.Type.Read)

    def woken() -> None:
        with contextlib.suppress(BlockingIOError):
            while os.read(reading, 64):
                pass
        run()

    notifier.activated.connect(woken)
    woke = signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    for kind in kinds:
        signal.signal(kind, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.set_wakeup_fd(woke)
        for kind, handler in before.items():
            signal.signal(kind, handler)
        notifier.setEnabled(False)
        os.close(reading)
        os.close(writing)
