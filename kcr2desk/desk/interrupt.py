"""Let Ctrl+C in a terminal close the desk in order, though Qt and not Python is waiting."""

from __future__ import annotations

import contextlib
import signal
import socket
from collections.abc import Callable, Iterator

from PySide6.QtCore import QSocketNotifier


@contextlib.contextmanager
def on_interrupt(run: Callable[[], object]) -> Iterator[None]:
    """While this lasts, SIGINT and SIGTERM call `run` in the UI thread (the main thread)."""
    inner, outer = socket.socketpair()
    inner.setblocking(False)
    outer.setblocking(False)
    kinds = (signal.SIGINT, signal.SIGTERM)
    before = {kind: signal.getsignal(kind) for kind in kinds}
    notifier = QSocketNotifier(outer.fileno(), QSocketNotifier.Type.Read)

    def woken() -> None:
        with contextlib.suppress(BlockingIOError):
            while outer.recv(64):
                pass
        run()

    notifier.activated.connect(woken)
    woke = signal.set_wakeup_fd(inner.fileno(), warn_on_full_buffer=False)
    for kind in kinds:
        signal.signal(kind, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.set_wakeup_fd(woke)
        for kind, handler in before.items():
            signal.signal(kind, handler)
        notifier.setEnabled(False)
        inner.close()
        outer.close()
