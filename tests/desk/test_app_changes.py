"""Changes come from other threads and are told in the UI thread, put together."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QThread

from kcr2desk.core.health import Line, SyncHealth
from kcr2desk.desk.changes import Changes, LineRelay
from kcr2desk.store import Changed


class Told:
    """Something that tells changes, and can be asked whether anybody still listens."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[Changed], None]] = []

    def subscribe(self, callback: Callable[[Changed], None]) -> Callable[[], None]:
        self.listeners.append(callback)
        return lambda: self.listeners.remove(callback)

    def tell_elsewhere(self, *changes: Changed) -> None:
        """Tell from another thread, and wait for it."""

        def run() -> None:
            for changed in changes:
                for listener in list(self.listeners):
                    listener(changed)

        thread = threading.Thread(target=run)
        thread.start()
        thread.join()


def test_a_thousand_changes_are_told_in_a_few(qtbot):
    source, told, threads = Told(), [], []
    changes = Changes(source)
    changes.changed.connect(lambda kind, ids: told.append((kind, ids)))
    changes.changed.connect(lambda _kind, _ids: threads.append(QThread.currentThread()))
    source.tell_elsewhere(*(Changed("report", frozenset({str(n)})) for n in range(1000)))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("report", frozenset(map(str, range(1000))))]
    assert threads == [changes.thread()]
    changes.close()


def test_the_first_change_is_told_at_once_and_what_follows_a_moment_later(qtbot):
    source, told = Told(), []
    changes = Changes(source)
    changes.changed.connect(lambda kind, ids: told.append((kind, ids)))
    source.tell_elsewhere(Changed("report", frozenset({"a"})))
    qtbot.waitUntil(lambda: len(told) == 1)
    source.tell_elsewhere(Changed("report", frozenset({"b"})))
    source.tell_elsewhere(Changed("", frozenset()))
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == [
        ("report", frozenset({"a"})),
        ("report", frozenset({"b"})),
        ("", frozenset()),
    ]
    changes.close()


def test_too_many_to_name_goes_over_names(qtbot):
    source, told = Told(), []
    changes = Changes(source)
    changes.changed.connect(lambda kind, ids: told.append((kind, ids)))
    source.tell_elsewhere(
        Changed("report", frozenset({"a"})),
        Changed("report", None),
        Changed("report", frozenset({"b"})),
    )
    qtbot.waitUntil(lambda: bool(told))
    assert told == [("report", None)]
    changes.close()


def test_after_closing_nothing_is_told(qtbot):
    source, told = Told(), []
    changes = Changes(source)
    changes.changed.connect(lambda kind, ids: told.append(kind))
    source.tell_elsewhere(Changed("report", None))
    changes.close()
    qtbot.wait(80)
    assert told == []
    assert source.listeners == []


class FakeLine:
    """A line whose health is what was set last."""

    def __init__(self) -> None:
        self.health = SyncHealth(Line.CURRENT, None, 0, None, 0)
        self.listeners: list[Callable[[SyncHealth], None]] = []

    def subscribe(self, told: Callable[[SyncHealth], None]) -> Callable[[], None]:
        self.listeners.append(told)
        return lambda: self.listeners.remove(told)


def test_the_line_is_told_as_it_is_when_it_is_told(qtbot):
    line, told = FakeLine(), []
    relay = LineRelay(line)
    relay.changed.connect(told.append)
    older = line.health
    line.health = SyncHealth(Line.OFFLINE, 5, 3, None, 0)
    thread = threading.Thread(target=lambda: line.listeners[0](older))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [line.health]
    relay.close()
    assert line.listeners == []
